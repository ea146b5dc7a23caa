//! One unit, however much it sends, holds up no other; and a report is amended as often as a person mends one.

use crate::support::{self, TOKEN, Tested, id, put, submission};
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, StatusCode};
use http_body::Frame;
use phieu::collector::{Database, Store};
use serde_json::{Value, json};
use sqlx::Connection;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::task::JoinSet;

/// Decides about a submission as the office.
async fn decide(collector: &Tested, id: &str, decision: Value) {
    let request = Request::post(format!("/api/office/submissions/{id}/decision"))
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from(decision.to_string()))
        .unwrap();
    assert_eq!(collector.ask(request).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_report_is_amended_twenty_times_an_hour_and_a_hundred_in_all_until_the_office_returns_it()
{
    let collector = Tested::new().await;
    let mut trees = 0;
    let mut last = String::new();
    let mut send = async || {
        trees += 1;
        let one = id();
        let answer = collector
            .put(&one, &submission(&one, 1 + trees % 200))
            .await;
        if answer.status == StatusCode::CREATED {
            last = one;
        }
        (answer, last.clone())
    };
    for hour in 0..5 {
        collector.set_clock(&format!("2023-03-02T{:02}:00:00+07:00", 8 + hour));
        let mut taken = 0;
        let refused = loop {
            let (answer, _) = send().await;
            if answer.status != StatusCode::CREATED {
                break answer;
            }
            taken += 1;
        };
        assert_eq!(refused.code(), "tooManyRevisions", "hour {hour}");
        let least = if hour == 4 { 1 } else { 19 };
        assert!((least..=21).contains(&taken), "{taken} in hour {hour}");
        let pause = refused.header("retry-after");
        assert_eq!(pause.is_empty(), hour == 4, "hour {hour}: {pause}");
    }
    collector.set_clock("2023-03-03T08:00:00+07:00");
    let (refused, last) = send().await;
    assert_eq!(refused.code(), "tooManyRevisions", "a day later too");
    let reason = json!({"outcome": "returned", "reason": "Sửa lại số cây."});
    decide(&collector, &last, reason).await;
    let (again, _) = send().await;
    assert_eq!(again.status, StatusCode::CREATED, "{}", again.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_a_device_has_waiting_comes_at_once_and_all_of_it_is_taken() {
    let collector = Tested::new().await;
    let sending = (0..10).map(|trees| {
        let router = collector.router.clone();
        tokio::spawn(async move {
            let one = id();
            let body = submission(&one, trees).to_string();
            support::ask(&router, put(&one, body)).await
        })
    });
    for sent in sending.collect::<Vec<_>>() {
        let answer = sent.await.unwrap();
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_flood_of_one_units_reports_is_told_to_wait_and_another_unit_is_not() {
    let collector = Tested::new().await;
    let send = |unit: &'static str, trees: i64| {
        let router = collector.router.clone();
        tokio::spawn(async move {
            let one = id();
            let mut sent = submission(&one, trees);
            sent["report"]["unit"] = json!(unit);
            support::ask(&router, put(&one, sent.to_string())).await
        })
    };
    let flood: Vec<_> = (0..300).map(|trees| send("tay-thanh", trees)).collect();
    let other = send("son-ky", 7).await.unwrap();
    assert_eq!(other.status, StatusCode::CREATED, "{}", other.text());
    for sent in flood {
        let answer = sent.await.unwrap();
        let status = answer.status.as_u16();
        assert!([200, 201, 429, 503].contains(&status), "{}", answer.text());
        if status == 503 {
            assert!(!answer.header("retry-after").is_empty());
        }
    }
}

#[tokio::test]
async fn long_reports_are_read_few_at_a_time_and_short_ones_many() {
    let collector = Tested::new().await;
    for (number, unit) in ["tay-thanh", "son-ky"].into_iter().enumerate() {
        for week in [["2023-02-26", "2023-03-03"], ["2023-03-04", "2023-03-10"]] {
            let one = id();
            let mut sent = submission(&one, 1 + i64::try_from(number).unwrap());
            sent["report"]["unit"] = json!(unit);
            sent["report"]["period"] = json!({"from": week[0], "to": week[1]});
            let answer = collector.put(&one, &sent).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        }
    }
    let store = Store::open(&collector.database).await.unwrap();
    let all = store
        .reports_after("trees", 0, i64::MAX, 200, i64::MAX)
        .await
        .unwrap();
    assert_eq!(all.len(), 4);
    let first = i64::try_from(all[0].report.len()).unwrap();
    for (most, limit, read) in [
        (1, 200, 1),
        (first, 200, 1),
        (first + 1, 200, 2),
        (i64::MAX, 3, 3),
    ] {
        let page = store.reports_after("trees", 0, i64::MAX, limit, most);
        let page = page.await.unwrap();
        assert_eq!(
            page.len(),
            read,
            "at most {most} characters and {limit} reports"
        );
        assert!(
            page.iter()
                .zip(&all)
                .all(|(one, other)| one.seq == other.seq)
        );
    }
    store.close().await;
}

/// A body of which a part comes, and then nothing.
struct Standing(Option<Bytes>);

impl HttpBody for Standing {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.0.take() {
            Some(part) => Poll::Ready(Some(Ok(Frame::data(part)))),
            None => Poll::Pending,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn bodies_that_never_end_hold_up_only_those_who_send_them() {
    let collector = Tested::new().await;
    let from = |address: &str, body: Body| support::from(address, put(&id(), body));
    let whole = |address: &str| {
        let one = id();
        support::from(address, put(&one, submission(&one, 100).to_string()))
    };
    let part = Bytes::from(vec![b' '; 4 * 1024 * 1024]);
    let standing: Vec<_> = (0..20)
        .map(|_| {
            let (router, body) = (collector.router.clone(), Standing(Some(part.clone())));
            let request = from("192.0.2.1", Body::new(body));
            tokio::spawn(async move { support::ask(&router, request).await })
        })
        .collect();
    // Those that find no room are refused at once; the others stand for as long as a request may take.
    while standing.iter().filter(|sent| sent.is_finished()).count() < 12 {
        tokio::task::yield_now().await;
    }
    let answer = collector.ask(whole("192.0.2.1")).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "busy")
    );
    assert_eq!(answer.header("retry-after"), "5");
    let answer = collector.ask(whole("192.0.2.2")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    for sent in standing {
        sent.abort();
        let _ = sent.await;
    }
    let answer = collector.ask(whole("192.0.2.1")).await;
    assert!(answer.status.is_success(), "{}", answer.text());
}

/// Lets a unit have sent many long daily reports, before the period of those of the tests, as if they had come one by one.
async fn with_a_long_history(collector: &Tested, days: u32) {
    let one = id();
    let mut sent = submission(&one, 100);
    let note = "Trồng cây ở khu phố, ".repeat(90);
    let activity = |at: u32| json!({"title": format!("Hoạt động {at}"), "date": "2023-02-27", "place": format!("Điểm số {at}"), "note": note});
    sent["report"]["activities"] = (0..200).map(activity).collect();
    let answer = collector.put(&one, &sent).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let copy = "insert into submission (id, plan, plan_version, duty, unit, period_from, period_to, revision, \
        received_at, hash, report, receipt, sent_by, prepared_at) \
        select $1, plan, plan_version, duty, unit, $2, $2, 1, received_at, hash, report, receipt, sent_by, \
        prepared_at from submission where id = $3";
    let day = |number: u32| format!("2022-{:02}-{:02}", 1 + number / 28, 1 + number % 28);
    match &collector.database {
        Database::File(path) => {
            let url = format!("sqlite://{}", path.display());
            let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
            let mut change = connection.begin().await.unwrap();
            for number in 0..days {
                let row = sqlx::query(copy).bind(id()).bind(day(number)).bind(&one);
                row.execute(&mut *change).await.unwrap();
            }
            change.commit().await.unwrap();
        }
        Database::Server(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let mut change = connection.begin().await.unwrap();
            for number in 0..days {
                let row = sqlx::query(copy).bind(id()).bind(day(number)).bind(&one);
                row.execute(&mut *change).await.unwrap();
            }
            change.commit().await.unwrap();
        }
    }
}

/// PostgreSQL knows nothing of the rows of a new table, and chooses among what an index begins with.
#[tokio::test]
async fn what_a_unit_sent_is_found_by_the_unit_in_a_new_database() {
    let collector = Tested::new().await;
    let Database::Server(url) = &collector.database else {
        return;
    };
    let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
    let looks = [
        "select id from current_submission where plan = 'p' and unit = 'u' and duty = 'd' \
         and period_from = '2023-01-01' and period_to = '2023-01-01'",
        "select count(*) from submission where plan = 'p' and unit = 'u'",
    ];
    for look in looks {
        let asked = sqlx::AssertSqlSafe(format!("explain {look}"));
        let steps: Vec<String> = sqlx::query_scalar(asked)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        let passes = |step: &&String| {
            step.contains("submission_in_order") || step.contains("submission_of_version")
        };
        assert!(!steps.iter().any(|step| passes(&step)), "{steps:#?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn refused_reports_of_a_unit_with_a_long_history_hold_up_no_other_unit() {
    let collector = Tested::new().await;
    with_a_long_history(&collector, 60).await;
    let send = |unit: &'static str, trees: i64| {
        let router = collector.router.clone();
        async move {
            let one = id();
            let mut sent = submission(&one, trees);
            sent["report"]["unit"] = json!(unit);
            support::ask(&router, put(&one, sent.to_string())).await
        }
    };
    // More trees than can be: each is held against all that came before, and refused.
    let mut flood = JoinSet::new();
    for more in 0..30 {
        flood.spawn(send("tay-thanh", 6_000 + more));
    }
    for trees in 0..3 {
        let other = send("son-ky", trees).await;
        assert_eq!(other.status, StatusCode::CREATED, "{}", other.text());
    }
    // Which of them comes first is the runtime's choice; the last one may wait for longer than it is given.
    let mut first = flood.try_join_next();
    while let Some(next) = flood.try_join_next() {
        first = Some(next);
    }
    let waiting = flood.len();
    assert!(
        waiting > 20,
        "the others did not wait for it: {waiting} of thirty"
    );
    if first.is_none() {
        first = flood.join_next().await;
    }
    let first = first.unwrap().unwrap();
    assert_eq!(first.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_an_outbox_can_hold_waits_for_its_turn_and_what_is_more_is_told_to_come_again() {
    let collector = Tested::new().await;
    with_a_long_history(&collector, 3).await;
    let sending: Vec<_> = (0..80)
        .map(|more| {
            let router = collector.router.clone();
            tokio::spawn(async move {
                let one = id();
                support::ask(
                    &router,
                    put(&one, submission(&one, 6_000 + more).to_string()),
                )
                .await
            })
        })
        .collect();
    let mut answers = Vec::new();
    for sent in sending {
        answers.push(sent.await.unwrap().status.as_u16());
    }
    let count = |status: u16| answers.iter().filter(|one| **one == status).count();
    assert_eq!(count(422) + count(503), 80, "{answers:?}");
    assert!(count(422) >= 50 && count(503) > 0, "{answers:?}");
}
