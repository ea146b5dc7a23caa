//! A plan's progress, rolled up from what has come.

use crate::support::{self, Answer, TOKEN, Tested, id, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::Settings;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const PROGRESS: &str = "/api/office/plans/trees/progress";

#[tokio::test]
async fn what_came_is_rolled_up_and_an_amendment_replaces_what_it_amends() {
    let collector = Tested::new().await;
    for (trees, expected) in [
        (None, Value::Null),
        (Some(100), json!(100)),
        (Some(120), json!(120)),
    ] {
        if let Some(trees) = trees {
            send(&collector, "tay-thanh", trees).await;
        }
        assert_eq!(reached(&collector, "").await, expected);
    }
    send(&collector, "son-ky", 30).await;
    collector.set_clock("2023-03-10T10:00:00+07:00");
    let view = collector.office(PROGRESS).await.json();
    let target = &view["targets"][0];
    assert_eq!(
        (&target["value"], &target["valueText"], &view["reports"]),
        (&json!(150), &json!("150 cây"), &json!(2))
    );
    assert_eq!(
        view["partial"]["text"], "0 trên 2 đơn vị, 2 thiếu",
        "of the second week nothing came"
    );
    let cell = &view["matrix"]["rows"][0]["cells"][0];
    assert_eq!(
        (&cell["state"], &cell["amended"]),
        (&json!("sent"), &json!(true))
    );
    let english = collector
        .office(&format!("{PROGRESS}?lang=en"))
        .await
        .json();
    assert_eq!(english["partial"]["text"], "0 of 2 units, 2 missing");
}

#[tokio::test]
async fn what_the_office_reports_to_the_level_above_is_a_word_file_of_the_same_numbers() {
    let collector = Tested::new().await;
    send(&collector, "tay-thanh", 120).await;
    collector.set_clock("2023-03-10T10:00:00+07:00");
    let path = PROGRESS.replace("progress", "paper");
    let parts: Vec<(String, String)> =
        serde_json::from_value(collector.office(&path).await.json()).unwrap();
    let (name, document) = parts.last().unwrap();
    assert_eq!(name, "word/document.xml");
    for said in ["Tình hình gửi báo cáo", "120 cây", "Đề xuất, kiến nghị"] {
        assert!(document.contains(said), "{said}: {document}");
    }
    let wrong = collector.office(&format!("{path}?now=yesterday")).await;
    assert_eq!(wrong.code(), "parameter");
}

#[tokio::test]
async fn as_of_now_it_tells_all_that_is_there_whatever_the_clock_showed_when_it_came() {
    let collector = Tested::new().await;
    for (trees, clock) in [
        // Within the minute that the answer is of, and by a clock that was ahead by a day.
        (100, "2023-03-02T08:00:30+07:00"),
        (120, "2023-03-03T08:00:00+07:00"),
    ] {
        collector.set_clock(clock);
        send(&collector, "tay-thanh", trees).await;
        collector.set_clock("2023-03-02T08:00:45+07:00");
        assert_eq!(reached(&collector, "").await, json!(trees), "{clock}");
    }
}

#[tokio::test]
async fn of_a_moment_in_the_past_it_tells_what_had_come_by_then() {
    let collector = Tested::new().await;
    send(&collector, "tay-thanh", 100).await;
    collector.set_clock("2023-03-02T20:00:00+07:00");
    send(&collector, "son-ky", 30).await;
    for (moment, expected) in [
        ("2023-03-02T07:00:00%2B07:00", Value::Null),
        ("2023-03-02T12:00:00%2B07:00", json!(100)),
        ("2023-03-03T08:00:00%2B07:00", json!(130)),
    ] {
        let query = format!("?now={moment}");
        assert_eq!(reached(&collector, &query).await, expected, "{moment}");
    }
    assert_eq!(reached(&collector, "").await, json!(130), "and then of now");
    let wrong = collector.office(&format!("{PROGRESS}?now=yesterday")).await;
    assert_eq!(wrong.code(), "parameter");
    let unknown = collector.office("/api/office/plans/none/progress").await;
    assert_eq!(unknown.code(), "unknownPlan");
}

#[tokio::test]
async fn who_asks_again_is_told_only_what_changed() {
    let collector = Tested::new().await;
    let mut tag = ask(&collector, PROGRESS, "")
        .await
        .header("etag")
        .to_owned();
    let path = format!("{PROGRESS}?lang=en");
    assert_ne!(
        ask(&collector, &path, &tag).await.status,
        StatusCode::NOT_MODIFIED
    );
    for (what, changes) in [
        ("nothing", false),
        ("report", true),
        ("nothing", false),
        ("minute", true),
    ] {
        match what {
            "report" => drop(send(&collector, "tay-thanh", 100).await),
            "minute" => collector.set_clock("2023-03-02T08:01:00+07:00"),
            _ => collector.set_clock("2023-03-02T08:00:59+07:00"),
        }
        let answer = ask(&collector, PROGRESS, &tag).await;
        let expected = if changes {
            StatusCode::OK
        } else {
            StatusCode::NOT_MODIFIED
        };
        assert_eq!(answer.status, expected, "{what}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.body.is_empty(), !changes);
        answer.header("etag").clone_into(&mut tag);
    }
}

#[tokio::test]
async fn a_collector_that_is_started_again_rolls_up_the_same() {
    let collector = Tested::new().await;
    send(&collector, "tay-thanh", 100).await;
    let before = collector.office(PROGRESS).await;
    let second = Tested::open(
        collector.folder.clone(),
        collector.database.clone(),
        &Settings::default(),
    )
    .await;
    assert_eq!(second.office(PROGRESS).await.json(), before.json());
    send(&second, "son-ky", 30).await;
    assert_eq!(
        reached(&collector, "").await,
        json!(130),
        "what another took in"
    );
}

#[tokio::test]
async fn what_the_office_gave_back_does_not_count_until_it_comes_again() {
    let collector = Tested::new().await;
    let first = send(&collector, "tay-thanh", 100).await;
    assert_eq!(reached(&collector, "").await, json!(100));
    collector.set_clock("2023-03-02T09:00:00+07:00");
    let returned = json!({"outcome": "returned", "reason": "Thiếu một khu phố."});
    let request = Request::post(format!("/api/office/submissions/{first}/decision"))
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from(returned.to_string()))
        .unwrap();
    let answer = collector.ask(request).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(reached(&collector, "").await, Value::Null);
    let before = "?now=2023-03-02T08:30:00%2B07:00";
    assert_eq!(reached(&collector, before).await, json!(100));
    send(&collector, "tay-thanh", 110).await;
    assert_eq!(reached(&collector, "").await, json!(110));
}

async fn send(collector: &Tested, unit: &str, trees: i64) -> String {
    let id = id();
    let mut submission = submission(&id, trees);
    submission["report"]["unit"] = json!(unit);
    let answer = collector.put(&id, &submission).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    id
}

async fn reached(collector: &Tested, query: &str) -> Value {
    let view = collector.office(&format!("{PROGRESS}{query}")).await.json();
    view["targets"][0]["value"].clone()
}

async fn ask(collector: &Tested, path: &str, tag: &str) -> Answer {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("if-none-match", tag);
    collector.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn offices_that_ask_for_the_past_again_and_again_hold_up_nobody_who_reports() {
    let collector = Tested::new().await;
    send(&collector, "tay-thanh", 100).await;
    let stopped = Arc::new(AtomicBool::new(false));
    let loops: Vec<_> = (0..6)
        .map(|place| {
            let (router, stopped) = (collector.router.clone(), Arc::clone(&stopped));
            tokio::spawn(async move {
                let mut asked = 0;
                while !stopped.load(Ordering::Relaxed) {
                    // Each of another moment, so that none is at hand.
                    let minute = asked % 60;
                    let path = format!("{PROGRESS}?now=2023-03-01T{place:02}:{minute:02}:00Z");
                    let request =
                        Request::get(path).header("authorization", format!("Bearer {TOKEN}"));
                    let answer = support::ask(&router, request.body(Body::empty()).unwrap()).await;
                    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
                    asked += 1;
                }
                asked
            })
        })
        .collect();
    let claim = json!([{"title": "Hiến máu", "date": "2023-02-26", "place": "Công viên"}]);
    for trees in 1..6 {
        send(&collector, "son-ky", trees).await;
        let claims = Request::post("/api/plans/trees/claims?unit=son-ky")
            .header("content-type", "application/json")
            .body(Body::from(claim.to_string()));
        let claims = collector.ask(claims.unwrap()).await;
        assert_eq!(claims.status, StatusCode::OK, "{}", claims.text());
        assert_eq!(collector.get("/api/health").await.status, StatusCode::OK);
    }
    assert!(loops.iter().all(|asking| !asking.is_finished()));
    stopped.store(true, Ordering::Relaxed);
    for asking in loops {
        assert!(asking.await.unwrap() > 0, "and each office is answered");
    }
}

/// What a unit sends of the plan of tables: its works, a name and a value each.
fn works(unit: &str, works: &[(&str, i64)]) -> (String, Value) {
    let id = id();
    let rows: Vec<Value> = works
        .iter()
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    let total: i64 = works.iter().map(|(_, value)| value).sum();
    let submission = json!({
        "format": 1, "id": id, "preparedAt": "2023-03-03T01:00:00Z",
        "report": {
            "format": 1, "plan": "tables", "planVersion": 1, "duty": "weekly", "unit": unit,
            "period": {"from": "2023-02-26", "to": "2023-03-03"}, "figures": {"total": total, "works": rows},
        }
    });
    (id, submission)
}

#[tokio::test]
async fn the_rows_of_a_table_are_a_file_of_the_reports_that_count() {
    let folder = support::folder();
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    let plan = include_str!("../browser/fixtures/tables/tables.json");
    std::fs::write(folder.join("plans/tables.json"), plan).unwrap();
    let database = support::database(&folder);
    let collector = Tested::open(folder, database, &Settings::default()).await;
    collector.set_clock("2023-03-03T08:00:00+07:00");
    let (first, mut sent) = works("ward-1", &[("Cũ", 1)]);
    assert_eq!(
        collector.put(&first, &sent).await.status,
        StatusCode::CREATED
    );
    collector.set_clock("2023-03-03T09:00:00+07:00");
    let (second, mut anew) = works("ward-1", &[("=Cầu; số 1", 5_000_000), ("Đường", 7)]);
    anew["amends"] = first.clone().into();
    assert_eq!(
        collector.put(&second, &anew).await.status,
        StatusCode::CREATED
    );
    let (third, other) = works("ward-2", &[("Hẻm", 3)]);
    sent = other;
    assert_eq!(
        collector.put(&third, &sent).await.status,
        StatusCode::CREATED
    );
    let path = "/api/office/plans/tables/tables/works";
    let answer = collector.office(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(
        answer.header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    let said = "Báo cáo công trình;từ 26/2 đến hết 3/3/2023";
    assert_eq!(
        answer.text(),
        [
            "\u{feff}Đơn vị;Khu vực;Báo cáo;Kỳ báo cáo;Dòng;Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức\r\n",
            &format!("Đoàn phường 1;;{said};1;\"'=Cầu; số 1\";5000000;;;\r\n"),
            &format!("Đoàn phường 1;;{said};2;Đường;7;;;\r\n"),
            &format!("Đoàn phường 2;;{said};1;Hẻm;3;;;\r\n"),
        ]
        .concat()
    );
    let earlier = collector
        .office(&format!("{path}?now=2023-03-03T08:30:00%2B07:00"))
        .await;
    assert!(
        earlier.text().ends_with(";1;Cũ;1;;;\r\n"),
        "{}",
        earlier.text()
    );
    for (path, status) in [
        (
            "/api/office/plans/tables/tables/total",
            StatusCode::NOT_FOUND,
        ),
        (
            "/api/office/plans/tables/tables/none",
            StatusCode::NOT_FOUND,
        ),
        ("/api/office/plans/none/tables/works", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(collector.office(path).await.status, status, "{path}");
    }
    assert_eq!(collector.get(path).await.status, StatusCode::UNAUTHORIZED);
}
