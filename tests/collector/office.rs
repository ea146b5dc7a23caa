//! What the office sees, and nobody else.

use crate::support::{TOKEN, Tested, id, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn only_the_token_opens_the_office() {
    let collector = Tested::new().await;
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    for path in [
        "/api/office/plans/trees/overview".to_owned(),
        "/api/office/plans/trees/progress".to_owned(),
        "/api/office/plans/trees/paper".to_owned(),
        format!("/api/office/submissions/{one}"),
    ] {
        for (header, code) in [
            (None, "tokenMissing"),
            (Some(format!("Basic {TOKEN}")), "tokenMissing"),
            (Some("Bearer".to_owned()), "tokenMissing"),
            (Some("Bearer wrong".to_owned()), "tokenWrong"),
            (Some(format!("Bearer {TOKEN}x")), "tokenWrong"),
            (Some(format!("Bearer {}", &TOKEN[1..])), "tokenWrong"),
        ] {
            let mut request = Request::get(&path);
            if let Some(header) = &header {
                request = request.header("authorization", header);
            }
            let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (StatusCode::UNAUTHORIZED, code),
                "{header:?}"
            );
            assert!(answer.header("www-authenticate").starts_with("Bearer"));
        }
        assert_eq!(collector.office(&path).await.status, StatusCode::OK);
        let spelt = Request::get(&path).header("authorization", format!("bearer {TOKEN}"));
        assert_eq!(
            collector
                .ask(spelt.body(Body::empty()).unwrap())
                .await
                .status,
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn the_overview_shows_per_period_who_has_sent_who_is_late_and_who_is_missing() {
    let collector = Tested::new().await;
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    collector.set_clock("2023-03-04T08:00:00+07:00");
    let overview = collector
        .office("/api/office/plans/trees/overview")
        .await
        .json();
    assert_eq!(
        (&overview["plan"], &overview["now"]),
        (&json!("trees"), &json!("2023-03-04T01:00:00Z"))
    );
    let weeks = overview["duties"].as_array().unwrap();
    assert_eq!(weeks.len(), 2);
    assert_eq!(
        (&weeks[0]["label"], &weeks[0]["counts"]),
        (&json!("Tuần 1"), &json!({"sent": 1, "late": 1}))
    );
    assert_eq!(
        states(&weeks[0]),
        [("tay-thanh", "sent"), ("son-ky", "late")]
    );
    assert_eq!(
        states(&weeks[1]),
        [("tay-thanh", "open"), ("son-ky", "open")]
    );
    let sent = &weeks[0]["units"][0];
    assert_eq!(
        (
            &sent["submission"],
            &sent["revision"],
            &sent["receivedAt"],
            &sent["sectorName"]
        ),
        (
            &json!(one),
            &json!(1),
            &json!("2023-03-02T01:00:00Z"),
            &json!("Khu vực phường")
        )
    );
    let before = collector
        .office("/api/office/plans/trees/overview?now=2023-02-01T00:00:00%2B07:00")
        .await
        .json();
    assert_eq!(
        states(&before["duties"][0]),
        [("tay-thanh", "sent"), ("son-ky", "notYetOpen")]
    );
    let wrong = collector
        .office("/api/office/plans/trees/overview?now=yesterday")
        .await;
    assert_eq!(wrong.code(), "parameter");
}

#[tokio::test]
async fn one_report_is_shown_with_its_receipt_and_findings() {
    let collector = Tested::new().await;
    collector.set_clock("2023-03-04T08:00:00+07:00");
    let one = id();
    let receipt = collector.put(&one, &submission(&one, 100)).await.json();
    let shown = collector
        .office(&format!("/api/office/submissions/{one}?lang=en"))
        .await
        .json();
    assert_eq!(shown["receipt"], receipt);
    assert_eq!(shown["report"], submission(&one, 100)["report"]);
    assert_eq!(
        shown["review"]["unitName"], "Đoàn phường Tây Thạnh",
        "and in words"
    );
    assert_eq!(
        shown["review"]["sections"][0]["rows"][0],
        json!({"path": "/figures/trees", "label": "Số cây xanh trồng mới", "value": "100 cây", "table": null})
    );
    assert_eq!(
        shown["receipt"]["delayed"], true,
        "sent in time, as the device tells it"
    );
    assert!(shown["preparedText"].as_str().unwrap().contains("59"));
    let two = id();
    let mut late = submission(&two, 101);
    late["preparedAt"] = json!("2023-03-04T00:59:00Z");
    collector.put(&two, &late).await;
    let late = collector
        .office(&format!("/api/office/submissions/{two}"))
        .await;
    assert_eq!(late.json()["receipt"]["delayed"], false);
    assert_eq!(shown["findings"][0]["code"], "report.late");
    assert_eq!(
        shown["review"]["remarks"][0]["message"], shown["findings"][0]["message"],
        "as the unit's own review says it"
    );
    assert!(!shown["findings"][0]["message"].as_str().unwrap().is_empty());
    assert_eq!(
        collector
            .office(&format!("/api/office/submissions/{}", id()))
            .await
            .code(),
        "unknownSubmission"
    );
}

#[tokio::test]
async fn what_was_sent_in_time_and_came_late_is_late_and_marked_so_in_the_list_and_the_matrix() {
    let collector = Tested::new().await;
    collector.set_clock("2023-03-04T08:00:00+07:00");
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    let two = id();
    let mut late = submission(&two, 100);
    late["report"]["unit"] = json!("son-ky");
    late["preparedAt"] = json!("2023-03-03T09:00:00+07:00");
    collector.put(&two, &late).await;
    let marks = async |lang: &str| {
        let list = format!("/api/office/plans/trees/overview?lang={lang}");
        let list = collector.office(&list).await.json();
        let matrix = format!("/api/office/plans/trees/progress?lang={lang}");
        let matrix = collector.office(&matrix).await.json();
        let units = list["duties"][0]["units"].as_array().unwrap().clone();
        let rows = matrix["matrix"]["rows"].as_array().unwrap().clone();
        let cells = rows.iter().map(|row| row["cells"][0].clone());
        let said = |one: &Value| [one["state"].clone(), one["delayedText"].clone()];
        let in_list: Vec<_> = units.iter().map(said).collect();
        assert_eq!(in_list, cells.map(|cell| said(&cell)).collect::<Vec<_>>());
        in_list
    };
    assert_eq!(
        marks("vi").await,
        [
            [json!("sentLate"), json!("Gửi kịp hạn, đến trễ vì mất mạng")],
            [json!("sentLate"), Value::Null]
        ]
    );
    assert_eq!(
        marks("en").await[0][1],
        "Sent on time, held up by an outage"
    );

    // What holds of lateness is the first report's, also where another one amends it.
    let three = id();
    let mut amended = submission(&three, 120);
    amended["preparedAt"] = json!("2023-03-04T07:59:00+07:00");
    collector.put(&three, &amended).await;
    let marked = marks("vi").await;
    assert_eq!(marked[0][1], "Gửi kịp hạn, đến trễ vì mất mạng");
}

fn states(duty: &Value) -> Vec<(&str, &str)> {
    let units = duty["units"].as_array().unwrap();
    units
        .iter()
        .map(|unit| {
            (
                unit["unit"].as_str().unwrap(),
                unit["state"].as_str().unwrap(),
            )
        })
        .collect()
}

#[tokio::test]
async fn what_a_new_version_no_longer_asks_for_is_still_told_of() {
    let collector = Tested::new().await;
    let moved = id();
    collector.put(&moved, &submission(&moved, 100)).await;
    let left = id();
    let mut of_another = submission(&left, 120);
    of_another["report"]["unit"] = json!("son-ky");
    collector.put(&left, &of_another).await;
    let strays = collector
        .office("/api/office/plans/trees/overview")
        .await
        .json();
    assert_eq!(strays["strays"], json!([]));

    let newer = include_str!("plan.json")
        .replace("\"version\": 2", "\"version\": 3")
        .replace("\"to\": \"2023-03-03\"", "\"to\": \"2023-03-02\"")
        .replace("son-ky", "tan-quy");
    std::fs::write(collector.folder.join("plans/trees.json"), newer).unwrap();
    let collector = collector.restarted().await;
    let overview = collector
        .office("/api/office/plans/trees/overview")
        .await
        .json();
    let strays = overview["strays"].as_array().unwrap();
    let told = |stray: &Value| [stray["name"].clone(), stray["submission"].clone()];
    assert_eq!(
        strays.iter().map(told).collect::<Vec<_>>(),
        [
            [json!("Đoàn phường Tây Thạnh"), json!(moved)],
            [json!("son-ky"), json!(left)],
        ]
    );
    assert_eq!(
        (&strays[0]["dutyName"], &strays[0]["periodText"]),
        (&json!("Báo cáo tuần"), &json!("từ 26/2 đến hết 3/3/2023"))
    );
    let shown = collector
        .office(&format!("/api/office/submissions/{left}"))
        .await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
}

#[tokio::test]
async fn what_came_late_stays_late_in_the_list_when_it_is_accepted() {
    let collector = Tested::new().await;
    collector.set_clock("2023-03-04T08:00:00+07:00");
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    let request = Request::post(format!("/api/office/submissions/{one}/decision"))
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from(json!({"outcome": "accepted"}).to_string()))
        .unwrap();
    assert_eq!(collector.ask(request).await.status, StatusCode::CREATED);
    let overview = collector.office("/api/office/plans/trees/overview").await;
    let units = &overview.json()["duties"][0]["units"];
    assert_eq!(
        (&units[0]["state"], &units[0]["late"], &units[1]["late"]),
        (&json!("accepted"), &json!(true), &json!(false))
    );
}
