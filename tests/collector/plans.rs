//! The plans as they are served, and what a unit has sent.

use crate::support::{Answer, Tested, database, folder, id, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Catalogue, Store};
use serde_json::{Value, json};

#[tokio::test]
async fn a_plan_is_served_light_and_in_full_and_only_when_it_has_changed() {
    let collector = Tested::new().await;
    let light = collector.get("/api/plans/trees").await;
    let full = collector.get("/api/plans/trees?full").await;
    assert_eq!(
        full.json(),
        serde_json::from_str::<Value>(include_str!("plan.json")).unwrap()
    );
    assert!(
        full.text().contains("Trước 09g00") && !light.text().contains("Trước 09g00"),
        "quotes stay out"
    );
    for served in [&light, &full] {
        assert_eq!(served.header("content-type"), "application/json");
    }
    assert_eq!(full.header("cache-control"), "no-cache");
    assert_eq!(light.header("cache-control"), "public, no-cache");
    assert_ne!(light.header("etag"), full.header("etag"));
    let known = Request::get("/api/plans/trees").header("if-none-match", light.header("etag"));
    let again = collector.ask(known.body(Body::empty()).unwrap()).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    let other = Request::get("/api/plans/trees").header("if-none-match", full.header("etag"));
    assert_eq!(
        collector
            .ask(other.body(Body::empty()).unwrap())
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn the_first_screen_of_a_duty_is_for_everyone_in_the_language_asked_for() {
    let collector = Tested::closed().await;
    let first = collector.get("/api/plans/trees/first?duty=weekly").await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    assert_eq!(first.header("cache-control"), "public, no-cache");
    assert_eq!(first.json()["lang"], "vi");
    let foreign = Request::get("/api/plans/trees/first?duty=weekly");
    let foreign = foreign.header("origin", "https://portal.example");
    let foreign = collector.ask(foreign.body(Body::empty()).unwrap()).await;
    assert_eq!(foreign.header("access-control-allow-origin"), "*");
    let key = &first.json()["units"][0]["occasions"][0]["key"];
    assert!(key.as_str().unwrap().starts_with("trees|"), "{key}");
    let english = collector
        .get("/api/plans/trees/first?duty=weekly&lang=en")
        .await;
    assert_eq!(english.json()["lang"], "en");
    assert_ne!(first.header("etag"), english.header("etag"));
    for wrong in ["?duty=nothing", "", "?duty="] {
        let answer = collector
            .get(&format!("/api/plans/trees/first{wrong}"))
            .await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let nobody = collector.get("/api/plans/stones/first?duty=weekly").await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_plan_is_compressed_for_those_who_can_read_it_so() {
    let collector = Tested::new().await;
    for coding in ["br", "gzip"] {
        let request = Request::get("/api/plans/trees").header("accept-encoding", coding);
        let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header("content-encoding"), coding);
        let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
        assert!(
            vary.contains(&&"accept-encoding".parse().unwrap()),
            "{vary:?}"
        );
    }
}

#[tokio::test]
async fn the_plans_are_listed_and_the_clock_is_told() {
    let collector = Tested::new().await;
    let entry = json!([{"id": "trees", "version": 2, "title": "Kế hoạch trồng cây",
        "period": {"from": "2023-02-26", "to": "2023-03-31"}}]);
    assert_eq!(collector.get("/api/plans").await.json(), entry);
    let health = collector.get("/api/health").await.json();
    assert_eq!(
        (&health["status"], &health["now"]),
        (&json!("ok"), &json!("2023-03-02T01:00:00Z"))
    );
}

#[tokio::test]
async fn the_interface_is_described() {
    let description = Tested::new().await.get("/api/openapi.json").await.json();
    assert_eq!(description["openapi"], "3.1.0");
}

#[tokio::test]
async fn a_units_status_is_its_own_and_holds_no_figures() {
    let collector = Tested::new().await;
    let one = id();
    collector.put(&one, &submission(&one, 4)).await;
    let mine = collector
        .get("/api/plans/trees/status?unit=tay-thanh")
        .await;
    assert_eq!(mine.json()["sent"].as_array().unwrap().len(), 1);
    assert_eq!(mine.header("cache-control"), "no-store");
    assert!(!mine.text().contains("figures"));
    assert_eq!(
        collector
            .get("/api/plans/trees/status?unit=son-ky")
            .await
            .json(),
        json!({"now": "2023-03-02T01:00:00Z", "sent": [], "decisions": []})
    );
}

#[tokio::test]
async fn plans_that_cannot_be_served_are_named() {
    for (files, expected) in [
        (vec![("a.json", "{}")], "a.json is no plan"),
        (
            vec![
                ("a.json", include_str!("plan.json")),
                ("b.json", include_str!("plan.json")),
            ],
            "the same version",
        ),
    ] {
        let folder = folder();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let store = Store::open(&database(&folder)).await.unwrap();
        let error = Catalogue::read(&folder, &store)
            .await
            .unwrap_err()
            .to_string();
        assert!(error.contains(expected), "{error}");
    }
}

/// What a page of another origin asks, and what it may read of the answer.
async fn elsewhere(collector: &Tested, method: &str, path: &str, more: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("origin", "https://portal.example");
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    collector.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_plans_light_form_is_for_the_pages_of_every_origin_also_where_units_need_codes() {
    let collector = Tested::closed().await;
    let light = elsewhere(&collector, "GET", "/api/plans/trees", &[]).await;
    assert_eq!(light.status, StatusCode::OK);
    assert_eq!(light.header("access-control-allow-origin"), "*");
    assert_eq!(light.header("access-control-allow-credentials"), "");
    assert_eq!(light.header("cache-control"), "public, no-cache");
    assert_eq!(light.header("vary"), "authorization");
    assert!(
        light
            .header("access-control-expose-headers")
            .contains("etag")
    );
    let whole = collector.office("/api/plans/trees").await;
    assert_eq!(light.body, whole.body, "one address, one text");
    let tag = [("if-none-match", light.header("etag"))];
    let again = elsewhere(&collector, "GET", "/api/plans/trees", &tag).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("access-control-allow-origin"), "*");
    let asked = [
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "if-none-match"),
    ];
    let first = elsewhere(&collector, "OPTIONS", "/api/plans/trees", &asked).await;
    assert_eq!(first.status, StatusCode::NO_CONTENT);
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert!(
        !first
            .header("access-control-allow-headers")
            .contains("authorization")
    );

    let missing = elsewhere(&collector, "GET", "/api/plans/none", &[]).await;
    assert_eq!(missing.code(), "unknownPlan");
    assert_eq!(
        missing.header("access-control-allow-origin"),
        "*",
        "it is told why"
    );
    // The whole plan, and all else, is not; nor for whoever brings a code from a page that was not let in.
    let brought = [("authorization", "Bearer the-token-of-the-office")];
    for (path, more, status) in [
        ("/api/plans/trees?full", &[][..], 401),
        ("/api/plans/trees/status?unit=tay-thanh", &[], 401),
        ("/api/plans/trees", &brought, 200),
        ("/api/plans/trees?full", &brought, 200),
        ("/api/health", &[], 200),
    ] {
        let answer = elsewhere(&collector, "GET", path, more).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        let is_open = answer.header("access-control-allow-origin") == "*";
        assert_eq!(
            is_open,
            path.ends_with("?full") && more.is_empty(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_plans_that_an_office_shows_are_named_to_everyone_and_no_others() {
    let none = Tested::closed().await;
    assert_eq!(none.get("/api/plans").await.code(), "tokenMissing");
    let shown = Tested::showing(&["trees"]).await;
    let listed = elsewhere(&shown, "GET", "/api/plans", &[]).await;
    let ids: Vec<_> = listed
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|plan| plan["id"].clone())
        .collect();
    assert_eq!(ids, [json!("trees")]);
    assert_eq!(listed.header("access-control-allow-origin"), "*");
    assert_eq!(listed.header("cache-control"), "public, no-cache");
    let all = shown.office("/api/plans").await;
    assert_eq!(
        all.json().as_array().unwrap().len(),
        2,
        "who is known sees all"
    );
    assert_eq!(all.header("cache-control"), "no-store");
}
