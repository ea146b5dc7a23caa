//! What the units below one sent, for the report in which it gathers them.

use crate::support::{Answer, Tested, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

const WEEK: &str = "duty=weekly&from=2023-02-26&to=2023-03-03";

async fn ask(collector: &Tested, unit: &str, of: &str, code: Option<&str>) -> Answer {
    let path = format!("/api/plans/trees/below?unit={unit}&{of}");
    let mut request = Request::get(path);
    if let Some(code) = code {
        request = request.header("authorization", format!("Bearer {code}"));
    }
    collector.ask(request.body(Body::empty()).unwrap()).await
}

async fn sent(collector: &Tested, code: &str, id: &str, figures: Value) {
    let mut one = submission(id, 0);
    one["report"]["figures"] = figures;
    let request = Request::put(format!("/api/submissions/{id}"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {code}"));
    let answer = collector
        .ask(request.body(Body::from(one.to_string())).unwrap())
        .await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
}

#[tokio::test]
async fn a_unit_above_others_is_told_their_figures_and_nothing_else() {
    let collector = Tested::gathering().await;
    let district = key(&collector, "trees", "district", "unit").await;
    let below = key(&collector, "trees", "tay-thanh", "unit").await;
    let answer = ask(&collector, "district", WEEK, Some(&district)).await;
    assert_eq!(answer.json(), json!([]));

    let figures = json!({"trees": 40, "note": "Gặp khó khăn về kinh phí"});
    sent(&collector, &below, &id(), figures).await;
    let answer = ask(&collector, "district", WEEK, Some(&district)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        answer.json(),
        json!([{
            "format": 1, "plan": "trees", "planVersion": 2, "duty": "weekly", "unit": "tay-thanh",
            "period": {"from": "2023-02-26", "to": "2023-03-03"}, "figures": {"trees": 40},
        }])
    );
}

#[tokio::test]
async fn who_asks_for_another_or_of_no_such_days_is_refused() {
    let collector = Tested::gathering().await;
    let district = key(&collector, "trees", "district", "unit").await;
    let below = key(&collector, "trees", "tay-thanh", "unit").await;
    for (unit, of, code, status) in [
        ("district", WEEK, None, StatusCode::UNAUTHORIZED),
        ("district", WEEK, Some(&below), StatusCode::FORBIDDEN),
        ("tay-thanh", WEEK, Some(&below), StatusCode::OK),
        ("tay-thanh", WEEK, Some(&district), StatusCode::FORBIDDEN),
        (
            "district",
            "duty=weekly&from=2023-03-03&to=2023-02-26",
            Some(&district),
            StatusCode::BAD_REQUEST,
        ),
        (
            "district",
            "duty=weekly",
            Some(&district),
            StatusCode::BAD_REQUEST,
        ),
    ] {
        let answer = ask(&collector, unit, of, code.map(String::as_str)).await;
        assert_eq!(answer.status, status, "{unit} {of}: {}", answer.text());
    }
}
