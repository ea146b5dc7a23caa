//! Plans that are no plans, and what lint finds in those that are.

use crate::published::{PLAN, plan, publish, request};
use crate::support::{TOKEN, Tested};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

#[tokio::test]
async fn a_broken_plan_is_refused_with_all_that_is_wrong_and_what_stands_stays() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    let mut broken = plan("stones", "Đá hai");
    broken["units"][1]["level"] = json!("nowhere");
    broken["duties"][0]["template"] = json!("none");
    let refused = publish(&collector, first.header("etag"), &broken).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.code(), "noPlan");
    let problem = refused.json();
    let findings = problem["findings"].as_array().unwrap();
    let told: Vec<_> = findings
        .iter()
        .map(|one| (&one["path"], &one["code"]))
        .collect();
    let expected = [
        (json!("/units/1/level"), json!("plan.unknownId")),
        (json!("/duties/0/template"), json!("plan.unknownId")),
    ];
    assert_eq!(told.len(), 2, "{problem}");
    for (path, code) in &expected {
        assert!(told.contains(&(path, code)), "{problem}");
    }
    let messages = findings.iter().map(|one| one["message"].as_str().unwrap());
    assert!(
        messages.into_iter().any(|text| text.contains("nowhere")),
        "{problem}"
    );
    let served = collector.get("/api/plans/stones").await.json();
    assert_eq!(served["title"], "Đá");
}

#[tokio::test]
async fn what_lint_finds_comes_with_the_answer_and_stops_nothing() {
    let collector = Tested::new().await;
    let mut doubtful = plan("stones", "Đá");
    doubtful["duties"] = json!([]);
    let published = publish(&collector, "", &doubtful).await;
    assert_eq!(
        published.status,
        StatusCode::CREATED,
        "{}",
        published.text()
    );
    let told = published.json();
    let findings = told["findings"].as_array().unwrap();
    let of_duties = findings.iter().find(|one| one["code"] == "duty.none");
    assert!(
        of_duties.is_some_and(|one| one["mend"].is_string()),
        "{told}"
    );
}

#[tokio::test]
async fn hostile_bodies_are_refused_each_with_its_reason() {
    let collector = Tested::new().await;
    let path = "/api/office/plans/stones";
    let deep = "[".repeat(100_000);
    let listed = json!([1, "stones", 2]).to_string();
    let mut huge = plan("stones", "Đá");
    huge["units"] = json!(vec![huge["units"][1].clone(); 21_000]);
    let large = vec![b' '; 7 * 1024 * 1024];
    let other = plan("pebbles", "Sỏi").to_string();
    let cut = &PLAN[..PLAN.len() / 2];
    for (body, status, code) in [
        (Body::from("{"), 422, "noPlan"),
        (Body::from(""), 422, "noPlan"),
        (Body::from("null"), 422, "noPlan"),
        (Body::from(cut), 422, "noPlan"),
        (Body::from(deep), 422, "noPlan"),
        (Body::from(listed), 422, "noPlan"),
        (Body::from(huge.to_string()), 422, "noPlan"),
        (Body::from(vec![b'"', 0xff, b'"']), 400, "notUtf8"),
        (Body::from(large), 413, "tooLarge"),
        (Body::from(other), 400, "otherPlan"),
    ] {
        let refused = collector.ask(request(path, TOKEN, "", body)).await;
        assert_eq!(refused.code(), code, "{}", refused.text());
        assert_eq!(refused.status.as_u16(), status);
    }
    let plain = Request::put(path).header("authorization", format!("Bearer {TOKEN}"));
    let plain = plain.body(Body::from(plan("stones", "Đá").to_string()));
    assert_eq!(collector.ask(plain.unwrap()).await.code(), "notJson");
    for body in [
        "{}",
        r#"{"state": "lost"}"#,
        r#"["open"]"#,
        r#"{"state": "open", "a": 1}"#,
    ] {
        let path = format!("{path}/state");
        let refused = collector.ask(request(&path, TOKEN, "", body)).await;
        assert_eq!(refused.code(), "malformed", "{body}");
    }
    let named = collector
        .office("/api/office/plans/no%2Fplan/versions")
        .await;
    assert_eq!(named.code(), "unknownPlan");
    let before = collector
        .office("/api/office/plans/trees/versions?before=x")
        .await;
    assert_eq!(before.code(), "parameter");
    assert_eq!(listed_plans(&collector).await, 1, "nothing was published");
}

async fn listed_plans(collector: &Tested) -> usize {
    let list = collector.office("/api/office/plans").await.json();
    list["plans"].as_array().unwrap().len()
}
