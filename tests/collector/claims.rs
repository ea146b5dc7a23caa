//! Which activities of a unit others have reported too.

use crate::support::{Tested, id, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

const ASK: &str = "/api/plans/trees/claims?unit=son-ky";

async fn ask(collector: &Tested, path: &str, body: &Value) -> crate::support::Answer {
    let request = Request::post(path).header("content-type", "application/json");
    let body = Body::from(body.to_string());
    collector.ask(request.body(body).unwrap()).await
}

fn claim(title: &str, date: &str) -> Value {
    json!({"title": title, "date": date, "place": "Công viên Lê Thị Riêng"})
}

/// A collector to which Tây Thạnh has reported an activity.
async fn after_a_report() -> Tested {
    let collector = Tested::new().await;
    let one = id();
    let mut report = submission(&one, 100);
    report["report"]["activities"] = json!([{
        "title": "Ngày hội hiến máu tình nguyện", "date": "2023-02-26", "place": "Công viên Lê Thị Riêng",
        "note": "Có 30 người hiến máu",
    }]);
    let sent = collector.put(&one, &report).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    collector
}

#[tokio::test]
async fn a_unit_hears_who_has_reported_its_activity_and_nothing_else_of_theirs() {
    let collector = after_a_report().await;
    let body = json!([
        claim("Hội thao", "2023-02-26"),
        claim("Hiến máu tình nguyện", "2023-02-26"),
        claim("Hiến máu tình nguyện", "2023-02-27"),
    ]);
    let answer = ask(&collector, ASK, &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.json(), json!([{"claim": 1, "unit": "tay-thanh"}]));
    assert_eq!(answer.header("cache-control"), "no-store");

    let own = ask(&collector, "/api/plans/trees/claims?unit=tay-thanh", &body).await;
    assert_eq!(own.json(), json!([]), "its own report is not another's");
}

#[tokio::test]
async fn what_came_since_the_last_question_counts() {
    let collector = after_a_report().await;
    let body = json!([claim("Chạy việt dã", "2023-02-27")]);
    assert_eq!(ask(&collector, ASK, &body).await.json(), json!([]));
    let one = id();
    let mut report = submission(&one, 100);
    report["report"]["activities"] =
        json!([{"title": "Chạy việt dã", "date": "2023-02-27", "place": "công viên Lê Thị Riêng"}]);
    let sent = collector.put(&one, &report).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    let answer = ask(&collector, ASK, &body).await;
    assert_eq!(answer.json(), json!([{"claim": 0, "unit": "tay-thanh"}]));
}

#[tokio::test]
async fn a_question_that_is_none_is_told_what_is_wrong() {
    let collector = after_a_report().await;
    let many = Value::Array(vec![claim("Hội thao", "2023-02-26"); 301]);
    let long = json!([claim(&"ả".repeat(301), "2023-02-26")]);
    for (path, body, code) in [
        ("/api/plans/trees/claims", json!([]), "parameter"),
        (
            "/api/plans/trees/claims?unit=nobody",
            json!([]),
            "unknownUnit",
        ),
        (
            "/api/plans/stones/claims?unit=son-ky",
            json!([]),
            "unknownPlan",
        ),
        (ASK, json!({}), "malformed"),
        (ASK, json!([{"title": "Hội thao"}]), "malformed"),
        (
            ASK,
            json!([{"title": "Hội thao", "date": "2023-02-26", "__proto__": {}}]),
            "malformed",
        ),
        (ASK, many, "findings"),
        (ASK, long, "findings"),
    ] {
        assert_eq!(ask(&collector, path, &body).await.code(), code, "{path}");
    }
}
