//! An amendment says from which revision it was made, and replaces no other unseen.

use crate::support::{Answer, TOKEN, Tested, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::Settings;
use serde_json::{Value, json};

/// The weekly report with so many trees, made from `amends`, as a person with a code sends it.
async fn by_code(
    collector: &Tested,
    code: &str,
    id: &str,
    trees: i64,
    amends: impl Into<Value>,
) -> Answer {
    let request = Request::put(format!("/api/submissions/{id}"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {code}"));
    let body = Body::from(made_from(id, trees, amends).to_string());
    collector.ask(request.body(body).unwrap()).await
}

fn made_from(id: &str, trees: i64, amends: impl Into<Value>) -> Value {
    let mut made = submission(id, trees);
    made["amends"] = amends.into();
    made
}

/// How often the report was revised.
async fn revisions(collector: &Tested, of: &str) -> usize {
    let path = format!("/api/office/submissions/{of}");
    let whole = collector.office(&path).await.json();
    whole["history"].as_array().unwrap().len()
}

async fn decide(collector: &Tested, of: &str, decision: Value) {
    let request = Request::post(format!("/api/office/submissions/{of}/decision"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {TOKEN}"));
    let decided = collector.ask(request.body(Body::from(decision.to_string())).unwrap());
    assert_eq!(decided.await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn an_amendment_made_from_an_older_revision_is_told_both_sides_in_words() {
    let collector = Tested::new().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let (first, second, third) = (id(), id(), id());
    for (sent, trees, amends) in [(&first, 120, Value::Null), (&second, 150, json!(first))] {
        let taken = by_code(&collector, &code, sent, trees, amends).await;
        assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    }
    let receipt = collector
        .get(&format!("/api/submissions/{second}/receipt"))
        .await
        .json();
    for amends in [json!(first), json!(null), json!(id())] {
        let answer = by_code(&collector, &code, &third, 100, amends.clone()).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::CONFLICT, "outdated"),
            "{amends}"
        );
        let problem = answer.json();
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("lần 2, lúc 08g00"), "{detail}");
        let standing = &problem["standing"];
        assert_eq!(standing["submission"], second);
        assert_eq!(standing["report"], submission(&second, 150)["report"]);
        assert_eq!(standing["receipt"], receipt);
        assert_eq!(standing["receivedText"], "08g00, thứ Năm 2/3/2023");
        assert_eq!(
            problem["differences"],
            json!([{"path": "/figures/trees", "label": "Số cây xanh trồng mới", "was": "150 cây", "is": "100 cây"}])
        );
        assert_eq!(revisions(&collector, &second).await, 2, "nothing is kept");
    }
    let in_english = format!("/api/submissions/{third}?lang=en");
    let request = Request::put(in_english).header("content-type", "application/json");
    let body = made_from(&third, 100, Value::Null).to_string();
    let answer = collector.ask(request.body(body.into()).unwrap()).await;
    let problem = answer.json();
    assert_eq!(problem["title"], "The office has another version");

    // The letter keeps its id: what was decided is only said of it.
    let upper = second.to_uppercase();
    let sent = by_code(&collector, &code, &third, 100, upper).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    assert_eq!(sent.json()["revision"], 3);
}

#[tokio::test]
async fn who_may_not_read_the_figures_is_told_that_another_stands_and_no_more() {
    let collector = Tested::new().await;
    let (first, second) = (id(), id());
    collector
        .put(&first, &made_from(&first, 150, json!(null)))
        .await;
    let blind = made_from(&second, 100, json!(null));
    let answer = collector.put(&second, &blind).await;
    assert_eq!(answer.code(), "outdated");
    let problem = answer.json();
    assert_eq!(
        problem["standing"],
        json!({"revision": 1, "receivedAt": "2023-03-02T01:00:00Z", "receivedText": "08g00, thứ Năm 2/3/2023"})
    );
    assert!(problem["differences"].is_null());
    assert!(!answer.text().contains("150") && !answer.text().contains(&first));

    // Having read that, it is sent without the member.
    let sent = collector.put(&second, &submission(&second, 100)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    assert_eq!(sent.json()["revision"], 2);
}

#[tokio::test]
async fn without_the_member_a_report_amends_whatever_stands() {
    let collector = Tested::new().await;
    for (revision, trees) in [(1, 100), (2, 150), (3, 100), (4, 100)] {
        let sent = id();
        let answer = collector.put(&sent, &submission(&sent, trees)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        assert_eq!(answer.json()["revision"], revision);
    }
}

#[tokio::test]
async fn the_same_content_under_another_id_is_the_report_that_stands() {
    let collector = Tested::new().await;
    let (first, second) = (id(), id());
    collector.put(&first, &submission(&first, 120)).await;
    let receipt = collector
        .put(&second, &submission(&second, 150))
        .await
        .json();
    let in_every_way = || async {
        for amends in [json!(null), json!(first), json!(second)] {
            let again = id();
            let same = made_from(&again, 150, amends.clone());
            let answer = collector.put(&again, &same).await;
            assert_eq!(
                (answer.status, answer.json()),
                (StatusCode::OK, receipt.clone()),
                "{amends}"
            );
        }
    };
    in_every_way().await;
    decide(
        &collector,
        &second,
        json!({"outcome": "returned", "reason": "Thiếu ảnh."}),
    )
    .await;
    in_every_way().await;
    decide(&collector, &second, json!({"outcome": "accepted"})).await;
    in_every_way().await;
    assert_eq!(revisions(&collector, &second).await, 2);
}

#[tokio::test]
async fn an_accepted_report_is_locked_whatever_the_amendment_was_made_from() {
    let collector = Tested::new().await;
    let (first, second) = (id(), id());
    collector.put(&first, &submission(&first, 120)).await;
    decide(&collector, &first, json!({"outcome": "accepted"})).await;
    for amends in [json!(null), json!(first)] {
        let answer = collector
            .put(&second, &made_from(&second, 150, amends))
            .await;
        assert_eq!(answer.code(), "locked");
    }
}

#[tokio::test]
async fn where_nothing_stands_nothing_is_replaced() {
    let collector = Tested::new().await;
    let (lost, sent) = (id(), id());
    let answer = collector.put(&sent, &made_from(&sent, 100, lost)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["revision"], 1);
}

#[tokio::test]
async fn what_is_no_id_is_not_taken_for_one() {
    let collector = Tested::new().await;
    let first = id();
    collector.put(&first, &submission(&first, 100)).await;
    for trees in [100, 101] {
        let sent = id();
        let answer = collector
            .put(&sent, &made_from(&sent, trees, "0b8f6c1e"))
            .await;
        assert_eq!(answer.code(), "findings");
        let finding = &answer.json()["findings"][0];
        assert_eq!(
            (&finding["path"], &finding["code"]),
            (&json!("/amends"), &json!("submission.amends"))
        );
    }
    let sent = id();
    let answer = collector.put(&sent, &made_from(&sent, 101, 7)).await;
    assert_eq!(answer.code(), "malformed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_first_reports_at_once_one_is_first_and_none_is_replaced() {
    let one = Tested::new().await;
    let (folder, database) = (one.folder.clone(), one.database.clone());
    let other = Tested::open(folder, database, &Settings::default()).await;
    let sending = (0..20).map(|number| {
        let router = [&one, &other][number % 2].router.clone();
        let sent = id();
        // Two of each content.
        let body = made_from(&sent, 100 + number as i64 / 2, json!(null)).to_string();
        tokio::spawn(async move {
            let answer = crate::support::ask(&router, crate::support::put(&sent, body)).await;
            (answer.status.as_u16(), answer.json())
        })
    });
    let mut answers = Vec::new();
    for sent in sending.collect::<Vec<_>>() {
        answers.push(sent.await.unwrap());
    }
    let with = |status| answers.iter().filter(move |(found, _)| *found == status);
    assert_eq!(
        (with(201).count(), with(200).count(), with(409).count()),
        (1, 1, 18),
        "{answers:?}"
    );
    assert_eq!(
        with(200).next(),
        with(201)
            .map(|(_, receipt)| (200, receipt.clone()))
            .next()
            .as_ref(),
        "the same content counts once"
    );
    assert!(with(409).all(|(_, problem)| problem["code"] == "outdated"));
}
