//! Who tries codes and tokens, or asks too often, is slowed; who is right is not.

use crate::support::{self, TOKEN, Tested, key};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Code, Settings};
use std::num::NonZeroU32;

#[tokio::test]
async fn wrong_tries_of_a_code_are_slowed_where_they_come_from() {
    let collector = Tested::closed().await;
    let right = key(&collector, "trees", "tay-thanh", "unit").await;
    let other = key(&collector, "trees", "son-ky", "unit").await;
    let wrong = format!("{}0000", &right[..right.len() - 4]);
    let from = async |address: &str, code: &str| {
        let request = Request::get("/api/plans")
            .header("authorization", format!("Bearer {code}"))
            .body(Body::empty())
            .unwrap();
        collector.ask(support::from(address, request)).await
    };
    for _ in 0..5 {
        assert_eq!(from("192.0.2.1", &wrong).await.code(), "tokenWrong");
    }
    let answer = from("192.0.2.1", &wrong).await;
    assert_eq!(answer.code(), "tooManyTries");
    let pause: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=2).contains(&pause), "{pause}");
    let owner = from("192.0.2.1", &right).await;
    assert_eq!(
        owner.status,
        StatusCode::OK,
        "whoever knows the first digits of a code does not lock its owner out"
    );
    let elsewhere = from("192.0.2.2", &right).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
    let neighbour = from("192.0.2.1", &other).await;
    assert_eq!(
        neighbour.status,
        StatusCode::OK,
        "nor are others of the same school"
    );
    for _ in 0..40 {
        from("192.0.2.1", &Code::random().unwrap().to_string()).await;
    }
    let any = from("192.0.2.1", &Code::random().unwrap().to_string()).await;
    assert_eq!(
        any.code(),
        "tooManyTries",
        "trying ever other codes is slowed"
    );
    assert_eq!(from("192.0.2.1", &other).await.status, StatusCode::OK);
}

#[tokio::test]
async fn guesses_at_the_offices_token_end_at_their_limit_and_wrong_codes_are_none() {
    let collector = Tested::closed().await;
    let from = async |address: &str, token: &str| {
        let request = Request::get("/api/plans")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .unwrap();
        collector.ask(support::from(address, request)).await
    };
    for _ in 0..60 {
        from("192.0.2.1", &Code::random().unwrap().to_string()).await;
    }
    let office = from("192.0.2.1", TOKEN).await;
    assert_eq!(
        office.status,
        StatusCode::OK,
        "wrong codes are no guesses at it"
    );
    for guess in 0..40 {
        from("192.0.2.3", &format!("the-token-of-the-office-{guess}")).await;
    }
    let past = from("192.0.2.3", TOKEN).await;
    assert_eq!(
        past.code(),
        "tooManyTries",
        "past the limit it is not looked at"
    );
    let elsewhere = from("192.0.2.2", TOKEN).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
}

#[tokio::test]
async fn behind_a_proxy_each_sender_is_one_place_however_the_proxy_writes_it() {
    let collector = Tested::with(Settings {
        behind_proxy: true,
        rate: NonZeroU32::new(1),
        ..Settings::default()
    })
    .await;
    let ask = async |told: Option<&str>| {
        let mut request = Request::get("/api/health");
        if let Some(told) = told {
            request = request.header("x-forwarded-for", told);
        }
        let request = request.body(Body::empty()).unwrap();
        collector
            .ask(support::from("127.0.0.1", request))
            .await
            .status
    };
    for told in [
        Some("192.0.2.1:51234"),
        Some("[2001:db8::1]:51234"),
        Some("\"[2001:db8:0:1::1]:51234\""),
        Some("unknown"),
    ] {
        for _ in 0..10 {
            assert_eq!(ask(told).await, StatusCode::OK, "{told:?}");
        }
        assert_eq!(ask(told).await, StatusCode::TOO_MANY_REQUESTS, "{told:?}");
    }
    assert_eq!(
        ask(None).await,
        StatusCode::TOO_MANY_REQUESTS,
        "who is not told of shares the limit of all who are not"
    );
    assert_eq!(ask(Some("192.0.2.9:1")).await, StatusCode::OK);
}
