//! Requests that cannot be answered as asked: each gets a problem that says what is wrong.

use crate::support::{Tested, id, put, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hyper::body::Frame;
use phieu::collector::Settings;
use serde_json::json;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

#[tokio::test]
async fn a_body_that_cannot_be_read_says_where_and_why() {
    let collector = Tested::new().await;
    let id = id();
    let good = submission(&id, 100).to_string();
    let deep = "[".repeat(100_000);
    let deep_figure = good.replace("100}", &format!("{}}}", "[".repeat(5_000)));
    let unknown = good.replacen("\"format\"", "\"verdict\":\"right\",\"format\"", 1);
    let fraction = good.replace("100}", "1.5}");
    let huge = good.replace("100}", "1e300}");
    for (what, body, code) in [
        ("nothing", Vec::new(), "malformed"),
        ("no JSON", b"<html>".to_vec(), "malformed"),
        ("a JSON that is no submission", b"[]".to_vec(), "malformed"),
        (
            "the first half",
            good.as_bytes()[..good.len() / 2].to_vec(),
            "malformed",
        ),
        ("nested without end", deep.into_bytes(), "malformed"),
        (
            "a figure nested without end",
            deep_figure.into_bytes(),
            "malformed",
        ),
        (
            "a member that is not known",
            unknown.into_bytes(),
            "malformed",
        ),
        (
            "a figure with a fraction",
            fraction.into_bytes(),
            "malformed",
        ),
        ("a figure without measure", huge.into_bytes(), "malformed"),
        (
            "bytes that are not UTF-8",
            [b"{\"id\":\"".as_slice(), &[0xff, 0xfe], b"\"}"].concat(),
            "notUtf8",
        ),
    ] {
        let answer = collector.ask(put(&id, body)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::BAD_REQUEST, code),
            "{what}"
        );
    }
    let answer = collector
        .ask(put(&id, "{\n  \"format\": 1,\n  oops\n}"))
        .await;
    assert_eq!(
        (&answer.json()["line"], &answer.json()["column"]),
        (&3.into(), &3.into())
    );
}

#[tokio::test]
async fn a_body_is_json_and_of_bounded_size() {
    let collector = Tested::new().await;
    let id = id();
    let large = format!("{}{}", " ".repeat(6 * 1024 * 1024), submission(&id, 100));
    let answer = collector.ask(put(&id, large)).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::PAYLOAD_TOO_LARGE, "tooLarge")
    );

    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "",
        "application/jsonp",
    ] {
        let request = Request::put(format!("/api/submissions/{id}")).header("content-type", kind);
        let answer = collector
            .ask(
                request
                    .body(Body::from(submission(&id, 100).to_string()))
                    .unwrap(),
            )
            .await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "notJson"),
            "{kind}"
        );
    }
    let mut squeezed = put(&id, submission(&id, 100).to_string());
    squeezed
        .headers_mut()
        .insert("content-encoding", "gzip".parse().unwrap());
    assert_eq!(collector.ask(squeezed).await.code(), "notJson");

    let mut spelt = put(&id, submission(&id, 100).to_string());
    spelt.headers_mut().insert(
        "content-type",
        "Application/JSON; charset=utf-8".parse().unwrap(),
    );
    assert_eq!(collector.ask(spelt).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn the_identity_is_a_uuid_and_the_same_in_address_and_body() {
    let collector = Tested::new().await;
    let one = id();
    for wrong in [
        "1",
        "not-a-uuid",
        "0190a5c4-7d3e-7c1a-9f00-00000000000g",
        "%ff",
    ] {
        let answer = collector.put(wrong, &submission(&one, 100)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::BAD_REQUEST, "notAUuid"),
            "{wrong}"
        );
    }
    let answer = collector.put(&id(), &submission(&one, 100)).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::BAD_REQUEST, "otherIdentity")
    );
}

#[tokio::test]
async fn what_is_not_there_and_what_cannot_be_done_are_problems_too() {
    let collector = Tested::new().await;
    let unknown = format!("/api/submissions/{}/receipt", id());
    for (method, path, status, code) in [
        ("GET", "/api/nowhere", 404, "noSuchPlace"),
        ("GET", "/nowhere", 404, "noSuchPlace"),
        ("GET", "/api/plans/stones", 404, "unknownPlan"),
        ("GET", "/api/plans/trees?version=9", 404, "unknownVersion"),
        ("GET", "/api/plans/trees?version=x", 400, "parameter"),
        ("GET", "/api/plans/trees/status", 400, "parameter"),
        (
            "GET",
            "/api/plans/trees/status?unit=nobody",
            404,
            "unknownUnit",
        ),
        ("GET", unknown.as_str(), 404, "unknownSubmission"),
        ("DELETE", "/api/plans/trees", 405, "noSuchMethod"),
        (
            "POST",
            "/api/submissions/0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10",
            405,
            "noSuchMethod",
        ),
    ] {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
            .unwrap();
        let answer = collector.ask(request).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (status, code),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn a_problem_speaks_the_language_asked_for() {
    let collector = Tested::new().await;
    for (query, header, language, title) in [
        ("", "", "vi", "Không có kế hoạch này"),
        ("", "en-GB,en;q=0.9,vi;q=0.8", "en", "No such plan"),
        ("?lang=vi", "en", "vi", "Không có kế hoạch này"),
        ("?lang=en", "", "en", "No such plan"),
    ] {
        let request =
            Request::get(format!("/api/plans/stones{query}")).header("accept-language", header);
        let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header("content-language"), language);
        assert_eq!(answer.json()["title"], title);
    }
}

#[tokio::test]
async fn what_is_refused_before_any_handler_speaks_the_language_asked_for() {
    let collector = Tested::with(Settings {
        site: Some("docs".into()),
        patience: Duration::from_millis(50),
        ..Settings::default()
    })
    .await;
    let stalled = || Request::put(format!("/api/submissions/{}", id()));
    for (request, body, title) in [
        (Request::get("/missing.html"), Body::empty(), "No such page"),
        (
            Request::get("/api/plans").header("host", "evil.example"),
            Body::empty(),
            "Unknown host",
        ),
        (
            stalled().header("content-type", "application/json"),
            Body::new(Stalled),
            "Too slow",
        ),
    ] {
        let request = request.header("accept-language", "en").body(body).unwrap();
        let answer = collector.ask(request).await;
        assert_eq!(answer.json()["title"], title);
        assert_eq!(answer.header("content-language"), "en");
    }
}

#[tokio::test]
async fn what_is_refused_before_any_handler_is_compressed_for_who_can_unpack_it() {
    let collector = Tested::new().await;
    let ask = async |coding: Option<&str>| {
        let mut request = Request::get("/api/plans").header("host", "evil.example");
        if let Some(coding) = coding {
            request = request.header("accept-encoding", coding);
        }
        collector.ask(request.body(Body::empty()).unwrap()).await
    };
    let plain = ask(None).await;
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(plain.code(), "unknownHost");
    assert_eq!(plain.header("content-length"), plain.body.len().to_string());
    let squeezed = ask(Some("gzip")).await;
    assert_eq!(squeezed.status, plain.status);
    assert_eq!(squeezed.header("content-encoding"), "gzip");
    assert_eq!(squeezed.header("content-length"), "", "it is another");
    assert!(squeezed.header("vary").contains("accept-encoding"));
}

#[tokio::test]
async fn the_head_of_a_problem_is_that_of_its_answer() {
    let collector = Tested::new().await;
    let ask = async |method| {
        let request = Request::builder().method(method).uri("/api/plans/stones");
        let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
        (answer.header("content-length").to_owned(), answer.text())
    };
    let (length, text) = ask("GET").await;
    assert_eq!(length, text.len().to_string());
    assert_eq!(ask("HEAD").await, (length, String::new()));
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let patience = Duration::from_millis(50);
    let collector = Tested::with(Settings {
        patience,
        ..Settings::default()
    })
    .await;
    let stalled = Body::new(Stalled);
    let answer = collector.ask(put(&id(), stalled)).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::REQUEST_TIMEOUT, "tooSlow")
    );
}

/// A body of which nothing ever arrives.
struct Stalled;

impl axum::body::HttpBody for Stalled {
    type Data = axum::body::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Poll::Pending
    }
}

#[tokio::test]
async fn what_is_within_every_bound_of_the_rules_is_taken_in_and_what_is_not_is_said_by_them() {
    let collector = Tested::new().await;
    let send = async |letters: usize| {
        let id = id();
        let mut sent = submission(&id, 100);
        let activity = |at: usize| {
            json!({
                "title": format!("Hoạt động {at}"), "date": "2023-02-27", "place": format!("Điểm số {at}"),
                "note": "ế".repeat(letters)
            })
        };
        sent["report"]["activities"] = (0..300).map(activity).collect();
        collector.put(&id, &sent).await
    };
    let taken = send(2_000).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    let partners = vec!["ế".repeat(300); 5];
    let id = id();
    let mut long = submission(&id, 101);
    let activity = |at: usize| {
        json!({
            "title": format!("Hoạt động {at}"), "date": "2023-02-27", "place": format!("Điểm số {at}"),
            "note": "ế".repeat(2_000), "partners": partners
        })
    };
    long["report"]["activities"] = (0..300).map(activity).collect();
    let refused = collector.put(&id, &long).await;
    assert_eq!(refused.code(), "findings", "{}", refused.text());
    let findings = &refused.json()["findings"];
    assert_eq!(findings[0]["path"], "/activities", "{findings}");
    assert_eq!(findings[0]["code"], "text.tooLong", "{findings}");
}
