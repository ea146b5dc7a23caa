//! A list where an object is asked is refused, in every body that the collector takes.

use crate::support::{JWT_SECRET, TOKEN, Tested, id, put, submission};
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode};
use jsonwebtoken::{EncodingKey, Header, encode};
use serde_json::{Value, json};

/// The values of an object, in the order of `members`.
fn listed(object: &Value, members: &[&str]) -> Value {
    members
        .iter()
        .map(|member| object[member].clone())
        .collect()
}

#[tokio::test]
async fn a_submission_is_taken_from_objects_alone() {
    let collector = Tested::new().await;
    let one = id();
    let right = submission(&one, 100);
    let report = &right["report"];
    let mut period = right.clone();
    period["report"]["period"] = listed(&report["period"], &["from", "to"]);
    let mut whole = right.clone();
    whole["report"] = listed(
        report,
        &[
            "format",
            "plan",
            "planVersion",
            "duty",
            "unit",
            "period",
            "figures",
        ],
    );
    let mut activities = right.clone();
    activities["report"]["activities"] = json!([[null, "Trồng cây", "2023-03-01"]]);
    let mut explanations = right.clone();
    explanations["report"]["explanations"] = json!([["/figures/trees", "code", "text"]]);
    let all = listed(&right, &["format", "id", "preparedAt", "report"]);
    for body in [period, whole, activities, explanations, all] {
        let answer = collector.put(&one, &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(answer.code(), "malformed", "{body}");
    }
    assert_eq!(
        collector.put(&one, &right).await.status,
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn a_decision_and_a_question_are_taken_from_objects_alone() {
    let collector = Tested::new().await;
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    let decision = format!("/api/office/submissions/{one}/decision");
    let fields = json!({"outcome": "returned", "reason": "a", "fields": [["/figures/trees", "b"]]});
    for (path, body) in [
        (&*decision, json!(["returned", "a"])),
        (&*decision, fields),
        (
            "/api/plans/trees/claims?unit=tay-thanh",
            json!([[null, "Trồng cây", "2023-03-01"]]),
        ),
    ] {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        assert_eq!(collector.ask(request).await.code(), "malformed", "{body}");
    }
}

#[tokio::test]
async fn what_a_login_says_is_taken_from_an_object_alone() {
    let collector = Tested::closed().await;
    let key = EncodingKey::from_secret(JWT_SECRET.as_bytes());
    let login = encode(&Header::default(), &json!(["lan", "tay-thanh"]), &key).unwrap();
    let one = id();
    let mut request = put(&one, submission(&one, 100).to_string());
    let value = HeaderValue::from_str(&format!("Bearer {login}")).unwrap();
    request.headers_mut().insert("authorization", value);
    assert_eq!(
        collector.ask(request).await.status,
        StatusCode::UNAUTHORIZED
    );
}
