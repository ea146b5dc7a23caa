//! Accepting a report, returning it with reasons, and amending it until it is accepted.

use crate::support::{Answer, TOKEN, Tested, ask, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

const STATUS: &str = "/api/plans/trees/status?unit=tay-thanh";

async fn decide(collector: &Tested, id: &str, decision: &Value) -> Answer {
    let request = Request::post(format!("/api/office/submissions/{id}/decision"))
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from(decision.to_string()))
        .unwrap();
    collector.ask(request).await
}

async fn by_code(collector: &Tested, code: &str, path: &str) -> Answer {
    let request = Request::get(path).header("authorization", format!("Bearer {code}"));
    ask(&collector.router, request.body(Body::empty()).unwrap()).await
}

async fn sent(collector: &Tested, trees: i64) -> String {
    let id = id();
    let answer = collector.put(&id, &submission(&id, trees)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    id
}

#[tokio::test]
async fn a_returned_report_says_what_to_mend_and_its_amendment_stands_anew() {
    let collector = Tested::new().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let first = sent(&collector, 100).await;
    collector.set_clock("2023-03-02T10:00:00+07:00");
    let returned = json!({
        "outcome": "returned", "reason": " Số cây chưa khớp biên bản.\u{202e} ",
        "fields": [{"path": "/figures/trees", "reason": "Biên bản ghi 120 cây."}]
    });
    let answer = decide(&collector, &first, &returned).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["decidedBy"], "office");

    let standing = by_code(&collector, &code, STATUS).await.json();
    assert_eq!(standing["sent"][0]["status"], "returned");
    let told = json!([{
        "duty": "weekly", "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "submission": first, "outcome": "returned", "outcomeText": "Đã trả lại", "reason": "Số cây chưa khớp biên bản.",
        "fields": [{"path": "/figures/trees", "reason": "Biên bản ghi 120 cây."}],
        "decidedAt": "2023-03-02T03:00:00Z", "decidedText": standing["decisions"][0]["decidedText"]
    }]);
    assert_eq!(
        standing["decisions"], told,
        "who decided is the office's matter"
    );
    let text = standing["decisions"][0]["decidedText"].as_str().unwrap();
    assert!(text.contains("10g00"), "{text}");
    let overview = collector.office("/api/office/plans/trees/overview").await;
    assert_eq!(
        overview.json()["duties"][0]["units"][0]["state"],
        "returned"
    );

    let second = sent(&collector, 120).await;
    let standing = by_code(&collector, &code, STATUS).await.json();
    assert_eq!(standing["sent"][0]["status"], "received");
    assert_eq!(
        standing["decisions"],
        json!([]),
        "nothing was decided about the amendment"
    );
    let shown = collector
        .office(&format!("/api/office/submissions/{second}"))
        .await
        .json();
    assert_eq!(shown["status"], "received");
    let history: Vec<_> = shown["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|revised| {
            let decisions = revised["decisions"].as_array().unwrap().len();
            (
                &revised["submission"],
                &revised["revision"],
                &revised["sentBy"],
                decisions,
            )
        })
        .collect();
    let (open, one, two) = (json!("open"), json!(1), json!(2));
    let (first_id, second_id) = (json!(first), json!(second));
    let expected = [(&first_id, &one, &open, 1), (&second_id, &two, &open, 0)];
    assert_eq!(history, expected);
}

#[tokio::test]
async fn an_accepted_report_is_locked_until_it_is_returned() {
    let collector = Tested::new().await;
    let first = sent(&collector, 100).await;
    let accepted = json!({"outcome": "accepted"});
    assert_eq!(
        decide(&collector, &first, &accepted).await.status,
        StatusCode::CREATED
    );
    let again = collector.put(&first, &submission(&first, 100)).await;
    assert_eq!(
        again.status,
        StatusCode::OK,
        "sending it again is no amendment"
    );

    let second = id();
    let locked = collector.put(&second, &submission(&second, 120)).await;
    assert_eq!(
        (locked.status, locked.code().as_str()),
        (StatusCode::CONFLICT, "locked")
    );
    let detail = locked.json()["detail"].to_string();
    assert!(
        detail.contains("liên hệ văn phòng"),
        "it says what to do: {detail}"
    );
    let unknown = collector
        .get(&format!("/api/submissions/{second}/receipt"))
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let other = id();
    let mut next = submission(&other, 100);
    next["report"]["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
    let next = collector.put(&other, &next).await;
    assert_eq!(
        next.status,
        StatusCode::CREATED,
        "another period is not locked: {}",
        next.text()
    );

    let reopened = json!({"outcome": "returned", "reason": "Đơn vị xin sửa."});
    assert_eq!(
        decide(&collector, &first, &reopened).await.status,
        StatusCode::CREATED
    );
    let mended = collector.put(&second, &submission(&second, 120)).await;
    assert_eq!(mended.status, StatusCode::CREATED, "{}", mended.text());
}

#[tokio::test]
async fn a_decision_counts_once_and_only_of_the_revision_that_holds() {
    let collector = Tested::new().await;
    let first = sent(&collector, 100).await;
    let returned = json!({"outcome": "returned", "reason": "Thiếu biên bản."});
    let made = decide(&collector, &first, &returned).await;
    collector.set_clock("2023-03-02T12:00:00+07:00");
    let again = decide(&collector, &first, &returned).await;
    assert_eq!((again.status, again.json()), (StatusCode::OK, made.json()));
    let second = sent(&collector, 120).await;
    let late = decide(&collector, &first, &json!({"outcome": "accepted"})).await;
    assert_eq!(
        (late.status, late.code().as_str()),
        (StatusCode::CONFLICT, "superseded")
    );
    let path = format!("/api/office/submissions/{second}");
    let history = collector.office(&path).await.json()["history"].clone();
    assert_eq!(history[0]["decisions"].as_array().unwrap().len(), 1);
    assert_eq!(
        decide(&collector, &id(), &returned).await.code(),
        "unknownSubmission"
    );
}

#[tokio::test]
async fn a_decision_says_why_and_no_more_than_it_may() {
    let collector = Tested::new().await;
    let first = sent(&collector, 100).await;
    let long = "a".repeat(2_001);
    let field = |path: &str, reason: &str| json!({"outcome": "returned", "fields": [{"path": path, "reason": reason}]});
    for (decision, status, code) in [
        (json!({"outcome": "returned"}), 422, "unusableDecision"),
        (
            json!({"outcome": "returned", "reason": " \u{200b} "}),
            422,
            "unusableDecision",
        ),
        (
            json!({"outcome": "returned", "reason": long}),
            422,
            "unusableDecision",
        ),
        (field("figures/trees", "Sai."), 422, "unusableDecision"),
        (field("/figures/trees", ""), 422, "unusableDecision"),
        (field("/figures/\n", "Sai."), 422, "unusableDecision"),
        (
            json!({"outcome": "accepted", "fields": [{"path": "/a", "reason": "b"}]}),
            422,
            "unusableDecision",
        ),
        (json!({"outcome": "burnt"}), 400, "malformed"),
        (json!({"outcome": "accepted", "by": "me"}), 400, "malformed"),
        (json!({}), 400, "malformed"),
    ] {
        let answer = decide(&collector, &first, &decision).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (status, code),
            "{decision}"
        );
    }
    let standing = collector.get(STATUS).await.json();
    assert_eq!(
        standing["sent"][0]["status"], "received",
        "nothing was kept"
    );
}

#[tokio::test]
async fn where_anyone_may_ask_reasons_are_for_those_who_have_the_submissions_id() {
    let collector = Tested::new().await;
    let first = sent(&collector, 100).await;
    let path = format!("/api/submissions/{first}/decision");
    let none = collector.get(&path).await.json();
    assert_eq!(
        (&none["outcome"], &none["decidedAt"]),
        (&json!("received"), &json!(null))
    );
    let returned = json!({"outcome": "returned", "reason": "Thiếu biên bản."});
    decide(&collector, &first, &returned).await;
    let standing = collector.get(STATUS).await;
    assert_eq!(standing.json()["sent"][0]["status"], "returned");
    assert!(!standing.text().contains("Thiếu"), "{}", standing.text());
    let told = collector.get(&path).await.json();
    assert_eq!(
        (&told["outcome"], &told["reason"]),
        (&json!("returned"), &json!("Thiếu biên bản."))
    );
    let unknown = format!("/api/submissions/{}/decision", id());
    assert_eq!(collector.get(&unknown).await.code(), "unknownSubmission");
}

#[tokio::test]
async fn a_units_other_device_is_told_what_holds_of_each_report_as_it_was_sent() {
    const REPORTS: &str = "/api/plans/trees/reports?unit=tay-thanh";
    let collector = Tested::new().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    assert_eq!(by_code(&collector, &code, REPORTS).await.json(), json!([]));
    sent(&collector, 100).await;
    let next = id();
    let mut next_week = submission(&next, 30);
    next_week["report"]["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
    let put = collector.put(&next, &next_week).await;
    assert_eq!(put.status, StatusCode::CREATED, "{}", put.text());
    let mended = id();
    let amendment = submission(&mended, 120);
    let receipt = collector.put(&mended, &amendment).await.json();
    assert_eq!(receipt["revision"], 2);

    let answer = by_code(&collector, &code, REPORTS).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let expected = json!([
        {"receipt": put.json(), "submission": next_week},
        {"receipt": receipt, "submission": amendment}
    ]);
    assert_eq!(answer.json(), expected, "without what was amended");
    assert_eq!(collector.office(REPORTS).await.json(), expected);
    let unknown = "/api/plans/trees/reports?unit=nobody";
    assert_eq!(collector.office(unknown).await.code(), "unknownUnit");
    let nameless = collector.get(REPORTS).await;
    assert_eq!(
        nameless.code(),
        "tokenMissing",
        "open to report, not to read"
    );
}
