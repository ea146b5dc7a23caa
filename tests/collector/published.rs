//! Plans that offices publish while the collector runs.

use crate::support::{Answer, TOKEN, Tested, folder, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Settings, Store};
use serde_json::{Value, json};

/// The plan of these tests.
pub const PLAN: &str = include_str!("plan.json");

/// The plan of these tests under another identity, with a title.
pub fn plan(id: &str, title: &str) -> Value {
    let mut plan: Value = serde_json::from_str(PLAN).unwrap();
    plan["id"] = json!(id);
    plan["title"] = json!(title);
    plan
}

/// A request with a body of JSON, by the holder of a code, who has seen what a tag stands for.
pub fn request(path: &str, token: &str, seen: &str, body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::put(path)
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}"));
    if !seen.is_empty() {
        request = request.header("if-match", seen);
    }
    request.body(body.into()).unwrap()
}

pub async fn publish(collector: &Tested, seen: &str, plan: &Value) -> Answer {
    let path = format!("/api/office/plans/{}", plan["id"].as_str().unwrap());
    let sent = request(&path, TOKEN, seen, plan.to_string());
    collector.ask(sent).await
}

pub async fn stand(collector: &Tested, seen: &str, plan: &str, state: &str) -> Answer {
    let path = format!("/api/office/plans/{plan}/state");
    let body = json!({"state": state}).to_string();
    collector.ask(request(&path, TOKEN, seen, body)).await
}

/// A weekly report of a published plan, with so many trees.
pub fn report(id: &str, plan: &str, trees: i64) -> Value {
    let mut report = submission(id, trees);
    report["report"]["plan"] = json!(plan);
    report["report"]["planVersion"] = json!(1);
    report
}

/// The identities of the plans that are named to everyone.
pub async fn listed(collector: &Tested) -> Vec<Value> {
    let plans = collector.get("/api/plans").await.json();
    let plans = plans.as_array().unwrap().iter();
    plans.map(|plan| plan["id"].clone()).collect()
}

#[tokio::test]
async fn a_plan_is_published_served_at_once_and_replaced_by_who_has_seen_it() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let told = first.json();
    assert_eq!(
        (&told["version"], &told["state"]),
        (&json!(1), &json!("open"))
    );
    assert_eq!(first.header("etag"), told["etag"].as_str().unwrap());
    assert_eq!(told["address"], "/plans/stones");
    let served = collector.get("/api/plans/stones").await.json();
    assert_eq!(
        (&served["version"], &served["title"]),
        (&json!(1), &json!("Đá"))
    );
    assert_eq!(listed(&collector).await, [json!("stones"), json!("trees")]);
    let one = id();
    let sent = collector.put(&one, &report(&one, "stones", 100)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());

    let seen = first.header("etag");
    let second = publish(&collector, seen, &plan("stones", "Đá hai")).await;
    assert_eq!(second.status, StatusCode::CREATED, "{}", second.text());
    assert_eq!(second.json()["version"], 2);
    let served = collector.get("/api/plans/stones").await.json();
    assert_eq!(
        (&served["version"], &served["title"]),
        (&json!(2), &json!("Đá hai"))
    );
    let older = collector
        .office("/api/plans/stones?full&version=1")
        .await
        .json();
    assert_eq!(older["title"], "Đá", "every version is kept");
    // A report that was begun on the first version is checked by it.
    let two = id();
    let sent = collector.put(&two, &report(&two, "stones", 110)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());

    let whole = collector.office("/api/office/plans/stones").await;
    assert_eq!(whole.header("etag"), second.header("etag"));
    assert_eq!(whole.json()["title"], "Đá hai");
    let versions = collector
        .office("/api/office/plans/stones/versions")
        .await
        .json();
    let steps = versions["steps"].as_array().unwrap();
    let numbers: Vec<_> = steps
        .iter()
        .map(|step| (&step["step"], &step["version"]))
        .collect();
    assert_eq!(numbers, [(&json!(2), &json!(2)), (&json!(1), &json!(1))]);
    assert_eq!(steps[0]["by"], "office");
    assert_eq!(versions["more"], false);
    let older = "/api/office/plans/stones/versions?before=2";
    let older = collector.office(older).await.json();
    assert_eq!(older["steps"].as_array().unwrap().len(), 1);

    let again = collector.restarted().await;
    assert_eq!(listed(&again).await, [json!("stones"), json!("trees")]);
    let served = again.get("/api/plans/stones").await.json();
    assert_eq!(served["version"], 2, "after a restart too");
}

#[tokio::test]
async fn who_has_not_seen_what_stands_changes_nothing_and_is_told_both_sides() {
    let collector = Tested::new().await;
    let office = key(&collector, "", "Quận Đoàn Tân Phú", "publisher").await;
    let path = "/api/office/plans/stones";
    let body = plan("stones", "Đá").to_string();
    let first = collector.ask(request(path, &office, "", body)).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let mut other = plan("stones", "Đá khác");
    other["units"][2]["name"] = json!("Đoàn Sơn Kỳ");
    for (seen, status, code) in [
        ("", 428, "unseen"),
        ("*", 428, "unseen"),
        ("\"1.2\"", 412, "stale"),
        ("\"no tag\", \"2.1\"", 412, "stale"),
    ] {
        let refused = publish(&collector, seen, &other).await;
        assert_eq!(refused.status.as_u16(), status, "{seen}");
        assert_eq!(refused.code(), code, "{seen}");
        let problem = refused.json();
        assert_eq!(problem["published"]["version"], 1);
        assert_eq!(problem["published"]["office"], "Quận Đoàn Tân Phú");
        let detail = problem["detail"].as_str().unwrap();
        for word in [
            "phiên bản 1",
            "Quận Đoàn Tân Phú",
            "08g00, thứ Năm 2/3/2023",
        ] {
            assert!(detail.contains(word), "{word}: {detail}");
        }
        if code == "stale" {
            for word in ["Tên: Đá → Đá khác", "Đơn vị: sửa 1 (Đoàn Sơn Kỳ)"] {
                assert!(detail.contains(word), "{word}: {detail}");
            }
            assert_eq!(problem["changes"][0]["part"], "title");
        }
    }
    let english = Request::put(format!("{path}?lang=en"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("if-match", "\"0.0\"")
        .body(Body::from(other.to_string()));
    let english = collector.ask(english.unwrap()).await.json();
    let detail = english["detail"].as_str().unwrap();
    assert!(detail.contains("Version 1 is published"), "{detail}");
    let served = collector.get("/api/plans/stones").await.json();
    assert_eq!(served["title"], "Đá");
    // Nothing stands, and yet something was seen.
    let lost = publish(&collector, "\"1.1\"", &plan("pebbles", "Sỏi")).await;
    assert_eq!((lost.status.as_u16(), &*lost.code()), (412, "stale"));
    // Withdrawn by another in the meantime.
    let seen = first.header("etag");
    stand(&collector, seen, "stones", "withdrawn").await;
    let stale = publish(&collector, seen, &other).await;
    assert_eq!(stale.code(), "stale");
    assert_eq!(stale.json()["published"]["state"], "withdrawn");
}

#[tokio::test]
async fn the_same_plan_again_is_no_new_version_whatever_was_seen() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    // As where the answer was lost, and the tag is not known.
    for seen in ["", "\"0.0\"", first.header("etag")] {
        let mut again = plan("stones", "Đá");
        again["version"] = json!(40);
        let again = publish(&collector, seen, &again).await;
        assert_eq!(again.status, StatusCode::OK, "{}", again.text());
        assert_eq!(again.header("etag"), first.header("etag"));
    }
    let withdrawn = stand(&collector, first.header("etag"), "stones", "withdrawn").await;
    let opened = publish(&collector, withdrawn.header("etag"), &plan("stones", "Đá")).await;
    assert_eq!(opened.status, StatusCode::CREATED);
    let told = opened.json();
    assert_eq!(
        (&told["version"], &told["state"]),
        (&json!(1), &json!("open"))
    );
}

#[tokio::test]
async fn of_two_offices_that_publish_at_once_on_two_collectors_one_is_told_of_the_other() {
    let one = Tested::new().await;
    let elsewhere = folder();
    std::fs::create_dir_all(elsewhere.join("plans")).unwrap();
    let other = Tested::open(elsewhere, one.database.clone(), &Settings::default()).await;
    let mut seen = String::new();
    for round in 1..=5 {
        let (first, second) = (
            plan("stones", &format!("Một {round}")),
            plan("stones", &format!("Hai {round}")),
        );
        let both = tokio::join!(
            publish(&one, &seen, &first),
            publish(&other, &seen, &second)
        );
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert!(
            matches!(statuses, [201, 412 | 428]),
            "{}{}",
            both.0.text(),
            both.1.text()
        );
        let done = if both.0.status == StatusCode::CREATED {
            &both.0
        } else {
            &both.1
        };
        assert_eq!(done.json()["version"], round);
        seen = done.header("etag").to_owned();
        one.look().await;
        other.look().await;
        for collector in [&one, &other] {
            let served = collector.get("/api/plans/stones").await.json();
            assert_eq!(served["version"], round, "on both at once");
        }
    }
}

#[tokio::test]
async fn what_was_begun_and_broke_off_leaves_no_trace() {
    let collector = Tested::new().await;
    let store = Store::open(&collector.database).await.unwrap();
    let mut begun = store.publishing().await.unwrap();
    assert!(begun.head("stones").await.unwrap().is_none());
    drop(begun);
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    assert_eq!(first.json()["version"], 1);
    store.close().await;
}
