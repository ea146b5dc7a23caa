//! Points that the office gives as it accepts a report: read by the plan, kept, shown beside the unit's own, added up.

use crate::support::{self, TOKEN, Tested, id};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::Settings;
use serde_json::{Value, json};

const PROGRESS: &str = "/api/office/plans/twenty-criteria/progress";

/// A collector of the plan with points, to which one unit has sent its own; and that submission.
async fn scored() -> (Tested, String) {
    let table: Value =
        serde_json::from_str(include_str!("../wide/twenty-criteria.later.json")).expect("JSON");
    let folder = support::folder();
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(folder.join("plans/points.json"), table["plan"].to_string()).unwrap();
    let database = support::database(&folder);
    let collector = Tested::open(folder, database, &Settings::default()).await;
    collector.set_clock("2026-11-18T08:00:00+07:00");
    let sent = id();
    let reports = table["reports"].as_array().unwrap();
    let own = reports.iter().find(|line| line["duty"] == "self").unwrap();
    let submission = json!({
        "format": 1, "id": sent, "preparedAt": "2026-11-18T00:59:00Z",
        "report": {
            "format": 1, "plan": "twenty-criteria", "planVersion": 1, "duty": "self", "unit": "xa-1",
            "period": {"from": "2026-01-01", "to": "2026-11-15"}, "figures": own["figures"],
        }
    });
    let answer = collector.put(&sent, &submission).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    (collector, sent)
}

async fn accepted(collector: &Tested, sent: &str, points: &str, at: &str) -> support::Answer {
    let verdict = json!({"outcome": "accepted", "fields": [
        {"path": at, "points": points, "reason": "Thiếu minh chứng."}]});
    let request = Request::post(format!("/api/office/submissions/{sent}/decision"))
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from(verdict.to_string()));
    collector.ask(request.unwrap()).await
}

async fn counted(collector: &Tested) -> [Value; 3] {
    let view = collector.office(PROGRESS).await.json();
    let row = view["scores"][0]["rows"][0].clone();
    ["ownText", "countedText", "reviewed"].map(|name| row[name].clone())
}

#[tokio::test]
async fn points_that_the_office_gives_count_and_stand_beside_the_units_own() {
    let (collector, sent) = scored().await;
    let before = counted(&collector).await;
    // All three quarters are due and none has come: nothing is left of the five points for punctuality.
    let own = json!("94 điểm");
    assert_eq!(before, [own.clone(), own, json!(false)]);
    let answer = accepted(&collector, &sent, "4", "/figures/c2-1").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let path = format!("/api/office/submissions/{sent}");
    let read = collector.office(&path).await.json();
    let table = &read["points"][0];
    assert_eq!(table["ownText"], "Tự chấm: 94 trên 95 điểm");
    assert_eq!(table["reviewedText"], "Thẩm định: 92 trên 95 điểm");
    let row = &table["rows"][5];
    assert_eq!(
        (&row["own"], &row["reviewed"], &row["reason"]),
        (&json!("6"), &json!("4"), &json!("Thiếu minh chứng."))
    );
    let after = counted(&collector).await;
    assert_eq!(after, [json!("94 điểm"), json!("92 điểm"), json!(true)]);
    // The office thinks again: the last word holds.
    let answer = accepted(&collector, &sent, "5,5", "/figures/c2-1").await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(counted(&collector).await[1], json!("93,5 điểm"));
    let collector = collector.restarted().await;
    collector.set_clock("2026-11-18T09:00:00+07:00");
    assert_eq!(counted(&collector).await[1], json!("93,5 điểm"));
}

#[tokio::test]
async fn points_that_cannot_be_given_are_refused_and_nothing_is_kept() {
    let (collector, sent) = scored().await;
    for (points, at) in [
        ("6,1", "/figures/c2-1"),
        ("nhiều", "/figures/c2-1"),
        ("", "/figures/c2-1"),
        ("4", "/figures/members"),
        ("4", "/activities"),
    ] {
        let answer = accepted(&collector, &sent, points, at).await;
        let found = (answer.status.as_u16(), answer.code());
        assert_eq!(found, (422, "unusablePoints".to_owned()), "{points} {at}");
    }
    let path = format!("/api/office/submissions/{sent}");
    assert_eq!(collector.office(&path).await.json()["status"], "received");
}
