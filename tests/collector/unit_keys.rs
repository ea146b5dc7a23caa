//! Personal codes that an office makes for the units of a plan that it publishes.

use crate::published::{plan, publish, request};
use crate::support::{Answer, TOKEN, Tested, key};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

/// What a page draws for the purpose: 64 digits.
fn seed(digit: &str) -> String {
    digit.repeat(64)
}

async fn make(collector: &Tested, token: &str, plan: &str, body: &Value) -> Answer {
    let path = format!("/api/office/plans/{plan}/keys");
    collector
        .ask(request(&path, token, "", body.to_string()))
        .await
}

fn codes(answer: &Answer) -> Vec<String> {
    let told = answer.json();
    let keys = told["keys"].as_array().unwrap().iter();
    keys.map(|key| key["code"].as_str().unwrap().to_owned())
        .collect()
}

/// Whether a code opens what the unit Tây Thạnh sees.
async fn opens(collector: &Tested, code: &str) -> bool {
    let asked = Request::get("/api/plans/trees/status?unit=tay-thanh")
        .header("authorization", format!("Bearer {code}"))
        .body(Body::empty());
    let status = collector.ask(asked.unwrap()).await.status;
    assert!([StatusCode::OK, StatusCode::UNAUTHORIZED].contains(&status));
    status == StatusCode::OK
}

#[tokio::test]
async fn codes_are_made_once_shown_again_only_to_who_made_them_and_open_the_form() {
    let collector = Tested::closed().await;
    let office = key(&collector, "", "Quận Đoàn", "publisher").await;
    let first = make(&collector, &office, "trees", &json!({"seed": seed("5")})).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let told = first.json();
    // The units that report, in the order of the plan.
    assert_eq!(told["keys"][0]["unit"], "tay-thanh");
    assert_eq!(told["keys"][0]["name"], "Đoàn phường Tây Thạnh");
    assert_eq!((codes(&first).len(), &told["left"]), (2, &json!([])));
    assert_eq!(first.header("cache-control"), "no-store");
    let code = codes(&first).remove(0);
    assert!(opens(&collector, &code).await);

    // An answer that was lost comes again, and nothing changes.
    let again = make(&collector, &office, "trees", &json!({"seed": seed("5")})).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(codes(&again), codes(&first));
    // Whoever else asks learns that there are codes, and none of them.
    let other = make(&collector, TOKEN, "trees", &json!({"seed": seed("6")})).await;
    assert_eq!(other.status, StatusCode::OK);
    assert_eq!(codes(&other), [""; 0]);
    assert_eq!(other.json()["left"], json!(["tay-thanh", "son-ky"]));
    assert!(opens(&collector, &code).await);
}

#[tokio::test]
async fn a_unit_that_lost_its_code_gets_another_and_the_old_one_opens_nothing() {
    let collector = Tested::closed().await;
    let all = make(&collector, TOKEN, "trees", &json!({"seed": seed("5")})).await;
    let one = json!({"seed": seed("7"), "units": ["tay-thanh"], "replace": true});
    let made = make(&collector, TOKEN, "trees", &one).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let [was, will] = [codes(&all).remove(0), codes(&made).remove(0)];
    assert_ne!(was, will);
    assert!(!opens(&collector, &was).await);
    assert!(opens(&collector, &will).await);
    // Once more it is the same code, and no third one.
    let again = make(&collector, TOKEN, "trees", &one).await;
    assert_eq!((again.status, codes(&again)), (StatusCode::OK, vec![will]));
}

#[tokio::test]
async fn two_who_make_codes_at_once_do_not_take_each_others_away() {
    let collector = Tested::closed().await;
    let bodies: Vec<Value> = ["5", "6", "7", "8"]
        .iter()
        .map(|digit| json!({"seed": seed(digit)}))
        .collect();
    let asked = bodies
        .iter()
        .map(|body| make(&collector, TOKEN, "trees", body));
    let answers = join(asked).await;
    let shown: Vec<String> = answers.iter().flat_map(codes).collect();
    assert_eq!(shown.len(), 2, "each unit has one code: {shown:?}");
    for answer in &answers {
        assert!(answer.status.is_success(), "{}", answer.text());
    }
    assert!(shown.iter().any(|code| code.len() == 39));
}

/// Waits for all of them at once.
async fn join(all: impl Iterator<Item = impl Future<Output = Answer>>) -> Vec<Answer> {
    let mut waiting: Vec<_> = all.map(|one| Some(Box::pin(one))).collect();
    let mut done: Vec<Option<Answer>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (one, answer) in waiting.iter_mut().zip(&mut done) {
            if let Some(asked) = one
                && let std::task::Poll::Ready(came) = asked.as_mut().poll(context)
            {
                (*answer, *one) = (Some(came), None);
            }
        }
        if done.iter().all(Option::is_some) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    done.into_iter().flatten().collect()
}

#[tokio::test]
async fn who_may_not_publish_the_plan_makes_no_codes_and_a_request_that_is_wrong_makes_none() {
    let collector = Tested::closed().await;
    let reads = key(&collector, "trees", "office", "office").await;
    let unit = key(&collector, "trees", "tay-thanh", "unit").await;
    let stones = key(&collector, "stones", "Quận Đoàn", "publisher").await;
    let body = json!({"seed": seed("5")});
    for (token, plan, status) in [
        (reads.as_str(), "trees", StatusCode::FORBIDDEN),
        (unit.as_str(), "trees", StatusCode::FORBIDDEN),
        (stones.as_str(), "trees", StatusCode::FORBIDDEN),
        (stones.as_str(), "stones", StatusCode::NOT_FOUND),
        (TOKEN, "no-such-plan", StatusCode::NOT_FOUND),
        ("wrong", "trees", StatusCode::UNAUTHORIZED),
    ] {
        let answer = make(&collector, token, plan, &body).await;
        assert_eq!(answer.status, status, "{token} {plan}");
    }
    for (wrong, status) in [
        (json!({}), StatusCode::BAD_REQUEST),
        (json!({"seed": "5"}), StatusCode::BAD_REQUEST),
        (json!({"seed": "g".repeat(64)}), StatusCode::BAD_REQUEST),
        (
            json!({"seed": seed("5"), "more": 1}),
            StatusCode::BAD_REQUEST,
        ),
        (
            json!({"seed": seed("5"), "units": ["no-such-unit"]}),
            StatusCode::NOT_FOUND,
        ),
    ] {
        let answer = make(&collector, TOKEN, "trees", &wrong).await;
        assert_eq!(answer.status, status, "{wrong}: {}", answer.text());
    }
    let made = make(&collector, TOKEN, "trees", &body).await;
    assert_eq!(
        made.json()["left"],
        json!(["tay-thanh"]),
        "the unit keeps its code"
    );
    assert_eq!(codes(&made).len(), 1);
}

#[tokio::test]
async fn a_plan_that_was_published_just_now_has_codes_for_its_units() {
    let collector = Tested::closed().await;
    let published = publish(&collector, "", &plan("stones", "Đá")).await;
    assert_eq!(published.status, StatusCode::CREATED);
    let made = make(&collector, TOKEN, "stones", &json!({"seed": seed("5")})).await;
    assert_eq!(codes(&made).len(), 2);
    // Another plan's codes are others, of the same secret too.
    let trees = make(&collector, TOKEN, "trees", &json!({"seed": seed("5")})).await;
    assert_ne!(codes(&made), codes(&trees));
}
