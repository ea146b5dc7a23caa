//! How much comes and goes: what is within the rules is taken in however it is written, and answers that nobody reads hold up
//! only those who ask for them.

use crate::support::{self, Answer, TOKEN, Tested, from, id, key, put, submission};
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use http_body::Frame;
use serde_json::{Value, json};
use std::fmt::Write;
use std::pin::Pin;
use std::task::{Context, Poll};
use tower::ServiceExt;

const HERE: &str = "192.0.2.1";
const ELSEWHERE: &str = "192.0.2.2";

/// A long report of a week.
fn long(id: &str, from: &str, to: &str) -> Value {
    let mut sent = submission(id, 100);
    sent["report"]["period"] = json!({"from": from, "to": to});
    let activity = |at: usize| {
        json!({"title": format!("Hoạt động {at}"), "date": from, "place": format!("Điểm số {at}"),
            "note": "ế".repeat(2_000)})
    };
    sent["report"]["activities"] = (0..300).map(activity).collect();
    sent
}

/// An answer of which nothing is read yet.
async fn unread(collector: &Tested, request: Request<Body>) -> Response {
    collector.router.clone().oneshot(request).await.unwrap()
}

fn assert_busy(answer: &Answer) {
    assert_eq!(
        (
            answer.status,
            answer.code().as_str(),
            answer.header("retry-after")
        ),
        (StatusCode::SERVICE_UNAVAILABLE, "busy", "5")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_place_asks_for_and_does_not_read_is_bounded_whatever_it_is() {
    let collector = Tested::closed().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bearer = format!("Bearer {code}");
    let send = |sent: &Value| {
        Request::put(format!("/api/submissions/{}", sent["id"].as_str().unwrap()))
            .header("authorization", &bearer)
            .header("content-type", "application/json")
            .body(Body::from(sent.to_string()))
            .unwrap()
    };
    let first = long(&id(), "2023-02-26", "2023-03-03");
    for sent in [&first, &long(&id(), "2023-03-04", "2023-03-10")] {
        let answer = collector.ask(send(sent)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    }
    let get = |path: &str, bearer: &str| {
        let request = Request::get(path).header("authorization", bearer);
        request.body(Body::empty()).unwrap()
    };
    let reports = || get("/api/plans/trees/reports?unit=tay-thanh", &bearer);
    let mut held = Vec::new();
    let refused = loop {
        let response = unread(&collector, from(HERE, reports())).await;
        if response.status() != StatusCode::OK {
            break response;
        }
        held.push(response);
        assert!(held.len() < 40, "as much as anyone likes");
    };
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(held.len() >= 8, "a school is not held up: {}", held.len());

    // The office's look at a report, and the report that another one would have replaced.
    let office = format!("/api/office/submissions/{}", first["id"].as_str().unwrap());
    let mut unseen = long(&id(), "2023-02-26", "2023-03-03");
    unseen["amends"] = Value::Null;
    unseen["report"]["figures"]["trees"] = json!(7);
    let main = format!("Bearer {TOKEN}");
    for request in [reports(), get(&office, &main), send(&unseen)] {
        assert_busy(&collector.ask(from(HERE, request)).await);
    }
    let small = get("/api/plans/trees/status?unit=tay-thanh", &bearer);
    let small = collector.ask(from(HERE, small)).await;
    assert_eq!(small.status, StatusCode::OK, "what is small is answered");
    for (request, status) in [
        (reports(), StatusCode::OK),
        (get(&office, &main), StatusCode::OK),
        (send(&unseen), StatusCode::CONFLICT),
    ] {
        let answer = collector.ask(from(ELSEWHERE, request)).await;
        assert_eq!(answer.status, status);
    }

    // Read, or given up, they hold nothing; squeezed, a fifth of it and less.
    drop(held);
    let mut request = from(HERE, reports());
    (request.headers_mut()).insert("accept-encoding", "gzip".parse().unwrap());
    let squeezed = support::answered(&collector.router, request).await;
    assert_eq!(squeezed.header("content-encoding"), "gzip");
    assert_eq!(
        squeezed.header("content-length"),
        squeezed.body.len().to_string()
    );
    let whole = collector.ask(from(HERE, reports())).await;
    assert!(squeezed.body.len() < whole.body.len() / 5);
    assert_eq!(whole.header("content-length"), whole.body.len().to_string());
}

/// JSON in which every letter beyond ASCII stands as an escape, as many clients write it.
fn escaped(json: &Value) -> String {
    let mut text = String::new();
    for letter in json.to_string().chars() {
        if letter.is_ascii() {
            text.push(letter);
        } else {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                write!(text, "\\u{unit:04x}").unwrap();
            }
        }
    }
    text
}

#[tokio::test]
async fn a_report_within_the_rules_is_taken_in_however_its_letters_are_written() {
    let collector = Tested::new().await;
    let one = id();
    let mut sent = submission(&one, 100);
    let activity = |at: usize| {
        json!({
            "title": format!("Hoạt động {at}"), "date": "2023-02-27", "place": format!("Điểm số {at}"),
            "note": "\u{1f333}".repeat(2_000)
        })
    };
    sent["report"]["activities"] = (0..300).map(activity).collect();
    let text = escaped(&sent);
    assert!(text.len() > 7_000_000, "three times its letters");
    let taken = collector.ask(put(&one, text)).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());

    // What the rules say of explanations comes from the rules, whatever their length.
    let one = id();
    let explanation = |at: usize| {
        json!({"path": format!("/activities/{}/place", at % 300), "code": "duplicate.likely",
            "text": "\u{1f333}".repeat(500)})
    };
    sent["id"] = json!(one);
    sent["report"]["explanations"] = (0..1_000).map(explanation).collect();
    let answer = collector.ask(put(&one, escaped(&sent))).await;
    assert_ne!(
        answer.status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "{}",
        answer.text()
    );
}

/// A body that comes byte by byte.
struct Drops(std::collections::VecDeque<u8>);

impl http_body::Body for Drops {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let byte = self.0.pop_front();
        Poll::Ready(byte.map(|byte| Ok(Frame::data(Bytes::copy_from_slice(&[byte])))))
    }
}

#[tokio::test]
async fn a_letter_that_comes_in_pieces_is_counted_as_the_letter() {
    let collector = Tested::new().await;
    let one = id();
    let mut sent = submission(&one, 100);
    sent["report"]["activities"] =
        json!([{"title": "Trồng cây ở Tây Thạnh \u{1f333}", "date": "2023-02-27"}]);
    let drops = Drops(escaped(&sent).into_bytes().into());
    let request = put(&one, String::new()).map(|_| Body::new(drops));
    let taken = collector.ask(request).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
}
