//! A report is held against what its unit sent before, and against nothing else.

use crate::support::{Tested, id, submission};
use axum::http::StatusCode;
use phieu::plan::Plan;
use serde_json::{Value, json};

#[tokio::test]
async fn a_report_is_held_against_those_that_the_unit_sent_before() {
    let collector = Tested::new().await;
    let first = id();
    collector.put(&first, &submission(&first, 200)).await;
    let second = id();
    let mut next = submission(&second, 2);
    next["report"]["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
    collector.set_clock("2023-03-09T08:00:00+07:00");
    let answer = collector.put(&second, &next).await;
    let problem = answer.json();
    let codes: Vec<_> = problem["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["code"])
        .collect();
    assert!(
        codes.contains(&&json!("figure.farFromEarlier")),
        "{codes:?}"
    );
}

/// The quick report of the first day asks attendances, and so does every week.
#[tokio::test]
async fn a_week_is_not_held_against_the_day_that_another_duty_asked() {
    let collector = Tested::shipped().await;
    let plan = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
    let version = Plan::parse(plan).unwrap().version;
    let report = |duty: &str, from: &str, to: &str, figures: Value, activities: Value| {
        let id = id();
        let report = json!({"format": 1, "plan": "tan-phu-thang-thanh-nien-2023", "planVersion": version, "duty": duty,
            "unit": "phuong-tay-thanh", "period": {"from": from, "to": to}, "figures": figures, "activities": activities});
        let sent =
            json!({"format": 1, "id": id, "preparedAt": "2023-02-26T06:00:00Z", "report": report});
        (id, sent)
    };
    let listed = |date: &str, participants: i64| {
        json!([{"title": "Ngày Chủ nhật xanh", "date": date, "place": "Công viên 30/4",
            "participants": participants, "links": ["https://tuoitretanphu.com/ngay-chu-nhat-xanh"]}])
    };
    let figures = json!({"launch-held": true, "activities-held": 1, "attendances": 50, "reporter-phone": "+84901234567"});
    let (first, quick) = report(
        "quick",
        "2023-02-26",
        "2023-02-26",
        figures,
        listed("2023-02-26", 50),
    );
    collector.set_clock("2023-02-26T13:00:00+07:00");
    let answer = collector.put(&first, &quick).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());

    let figures = json!({"activities-held": 1, "attendances": 1200, "trees": 100, "thirty-minutes": 1,
        "urban-civility": 1, "new-members": 5, "reporter-phone": "+84901234567"});
    let (second, weekly) = report(
        "weekly",
        "2023-03-04",
        "2023-03-10",
        figures,
        listed("2023-03-05", 1200),
    );
    collector.set_clock("2023-03-09T08:30:00+07:00");
    let answer = collector.put(&second, &weekly).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["findings"], json!([]));
}
