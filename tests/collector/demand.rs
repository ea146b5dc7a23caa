//! Reports that units open by themselves: each is kept, also two of one day, and none is missing.

use crate::support::{self, Tested, id};
use axum::http::StatusCode;
use phieu::collector::Settings;
use serde_json::{Value, json};

async fn opened() -> Tested {
    collecting(include_str!("../browser/fixtures/demand/an-toan-he.json")).await
}

async fn collecting(plan: &str) -> Tested {
    let folder = support::folder();
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(folder.join("plans/plan.json"), plan).unwrap();
    let database = support::database(&folder);
    let collector = Tested::open(folder, database, &Settings::default()).await;
    collector.set_clock("2026-06-14T17:00:00+07:00");
    collector
}

fn submission(sent: &str, at: &str, children: i64) -> Value {
    json!({
        "format": 1, "id": sent, "preparedAt": "2026-06-14T09:59:00Z",
        "report": {
            "format": 1, "plan": "an-toan-he", "planVersion": 1, "duty": "incident", "unit": "xa-1",
            "period": {"from": "2026-06-14", "to": "2026-06-14", "at": at},
            "figures": {"children": children, "what": "Đuối nước"},
        }
    })
}

async fn sums(collector: &Tested) -> (Value, usize) {
    let overview = collector
        .office("/api/office/plans/an-toan-he/overview")
        .await
        .json();
    let row = overview["duties"].as_array().unwrap().iter();
    let row = row.clone().find(|one| one["duty"] == "incident").unwrap();
    assert_eq!(overview["strays"], json!([]));
    (
        row["sentText"].clone(),
        row["units"].as_array().unwrap().len(),
    )
}

#[tokio::test]
async fn two_of_one_day_are_both_kept_and_added_up() {
    let collector = opened().await;
    assert_eq!(
        sums(&collector).await,
        (json!("Đã nhận 0 báo cáo của 0 đơn vị"), 0)
    );
    let (first, second) = (id(), id());
    for (sent, at, children) in [(&first, "08:05:12", 2), (&second, "08:05:13", 1)] {
        let answer = collector.put(sent, &submission(sent, at, children)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        assert_eq!(answer.json()["revision"], json!(1));
        assert_eq!(answer.json()["period"]["at"], json!(at));
    }
    // The same again is the same.
    let again = collector
        .put(&first, &submission(&first, "08:05:12", 2))
        .await;
    assert_eq!(again.status, StatusCode::OK, "{}", again.text());
    assert_eq!(
        sums(&collector).await,
        (json!("Đã nhận 2 báo cáo của 1 đơn vị"), 2)
    );
    let view = collector
        .office("/api/office/plans/an-toan-he/progress")
        .await
        .json();
    assert_eq!(view["targets"][0]["valueText"], json!("3 trẻ em"));
    let collector = collector.restarted().await;
    collector.set_clock("2026-06-14T17:05:00+07:00");
    assert_eq!(sums(&collector).await.1, 2);
    // One without an hour is none of them.
    let mut other = submission(&id(), "08:05:14", 1);
    other["report"]["period"] = json!({"from": "2026-06-14", "to": "2026-06-14"});
    let sent = other["id"].as_str().unwrap().to_owned();
    let answer = collector.put(&sent, &other).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_unit_opens_a_hundred_in_an_hour_and_goes_on_in_the_next() {
    let collector = opened().await;
    let send = async |number: u32| {
        let sent = id();
        let at = format!("08:{:02}:{:02}", number / 60, number % 60);
        collector.put(&sent, &submission(&sent, &at, 1)).await
    };
    for number in 0..100 {
        assert_eq!(send(number).await.status, StatusCode::CREATED, "{number}");
    }
    let refused = send(100).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.code(), "tooManyOpened");
    assert!(!refused.header("retry-after").is_empty());
    collector.set_clock("2026-06-14T18:01:00+07:00");
    assert_eq!(send(100).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_unit_opens_no_more_than_the_plan_says_and_amends_what_it_sent() {
    let plan = include_str!("../browser/fixtures/demand/an-toan-he.json");
    let mut plan: Value = serde_json::from_str(plan).unwrap();
    plan["duties"][0]["schedules"][0]["schedule"]["onDemand"]["most"] = json!(2);
    let collector = collecting(&plan.to_string()).await;
    let sent = [id(), id(), id()];
    for (at, one) in ["08:00", "09:00"].iter().zip(&sent) {
        let answer = collector.put(one, &submission(one, at, 1)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    }
    let refused = collector
        .put(&sent[2], &submission(&sent[2], "10:00", 1))
        .await;
    assert_eq!(refused.code(), "tooManyOpened");
    let mut amended = submission(&sent[2], "09:00", 5);
    amended["amends"] = json!(sent[1]);
    let answer = collector.put(&sent[2], &amended).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let other = id();
    let mut theirs = submission(&other, "10:00", 1);
    theirs["report"]["unit"] = json!("xa-2");
    let answer = collector.put(&other, &theirs).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
}

/// What is told of a congress of that unit, day and hour.
fn minutes(sent: &str, unit: &str, day: &str, at: &str) -> Value {
    json!({
        "format": 1, "id": sent, "preparedAt": "2026-06-14T09:59:00Z",
        "report": {
            "format": 1, "plan": "dai-hoi-chi-doan", "planVersion": 1, "duty": "minutes", "unit": unit,
            "period": {"from": day, "to": day, "at": at},
            "figures": {"delegates": 42},
        }
    })
}

#[tokio::test]
async fn the_report_on_an_event_of_the_units_own_day_is_due_from_there() {
    let plan = include_str!("../browser/fixtures/held/dai-hoi-chi-doan.json");
    let collector = collecting(plan).await;
    // It is 17g00 of 14/6; each is due by the end of the day after its own congress.
    for (unit, day, at, deadline, came) in [
        (
            "cd-1",
            "2026-06-13",
            "08:00",
            "2026-06-14T17:00:00Z",
            "onTime",
        ),
        (
            "cd-2",
            "2026-06-12",
            "19:30",
            "2026-06-13T17:00:00Z",
            "late",
        ),
    ] {
        let sent = id();
        let answer = collector.put(&sent, &minutes(&sent, unit, day, at)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        let receipt = answer.json();
        assert_eq!(
            (&receipt["deadline"], &receipt["timeliness"]),
            (&json!(deadline), &json!(came))
        );
    }
    let overview = collector
        .office("/api/office/plans/dai-hoi-chi-doan/overview")
        .await
        .json();
    let row = &overview["duties"][0];
    assert_eq!(row["counts"], json!({"sent": 1, "sentLate": 1}));
    assert_eq!(
        row["noDeadlineText"],
        json!("Mở sau đại hội; mỗi lần một báo cáo")
    );
    for (unit, name, opened, due, is_late) in [
        (
            0,
            "Chi đoàn ấp 1",
            "08g00 ngày 13/6/2026",
            "hết ngày Chủ nhật 14/6/2026",
            false,
        ),
        (
            1,
            "Chi đoàn ấp 2",
            "19g30 ngày 12/6/2026",
            "hết ngày thứ Bảy 13/6/2026",
            true,
        ),
    ] {
        let one = &row["units"][unit];
        let shown =
            ["name", "openedText", "deadlineText", "late"].map(|member| one[member].clone());
        assert_eq!(
            shown,
            [json!(name), json!(opened), json!(due), json!(is_late)]
        );
    }
    // Told again, also from another device, it is the same report.
    let again = id();
    let answer = collector
        .put(&again, &minutes(&again, "cd-1", "2026-06-13", "08:00"))
        .await;
    assert_eq!(answer.json()["revision"], json!(2), "{}", answer.text());
}
