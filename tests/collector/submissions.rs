//! Taking reports in.

use crate::support::{Tested, id, put, submission};
use axum::http::StatusCode;
use serde_json::json;

#[tokio::test]
async fn a_report_is_received_once_however_often_it_is_sent() {
    let collector = Tested::new().await;
    let id = id();
    let first = collector.put(&id, &submission(&id, 100)).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let receipt = first.json();
    assert_eq!(receipt["submission"], id);
    assert_eq!(receipt["receivedAt"], "2023-03-02T01:00:00Z");
    assert_eq!(receipt["deadline"], "2023-03-03T02:00:00Z");
    assert_eq!(receipt["timeliness"], "onTime");
    assert_eq!(receipt["revision"], 1);

    collector.set_clock("2023-03-20T08:00:00+07:00");
    let again = collector.put(&id, &submission(&id, 100)).await;
    assert_eq!(
        (again.status, again.json()),
        (StatusCode::OK, receipt.clone())
    );

    let upper = collector
        .put(&id.to_uppercase(), &submission(&id, 100))
        .await;
    assert_eq!(
        (upper.status, upper.json()),
        (StatusCode::OK, receipt.clone()),
        "one identity in any case"
    );

    let read = collector
        .get(&format!("/api/submissions/{id}/receipt"))
        .await;
    assert_eq!((read.status, read.json()), (StatusCode::OK, receipt));
}

#[tokio::test]
async fn other_content_under_the_same_identity_is_refused_and_changes_nothing() {
    let collector = Tested::new().await;
    let id = id();
    let receipt = collector.put(&id, &submission(&id, 100)).await.json();
    let other = collector.put(&id, &submission(&id, 101)).await;
    assert_eq!(
        (other.status, other.code().as_str()),
        (StatusCode::CONFLICT, "otherContent")
    );
    assert_eq!(
        collector
            .get(&format!("/api/submissions/{id}/receipt"))
            .await
            .json(),
        receipt
    );
}

#[tokio::test]
async fn an_amendment_is_a_new_revision_and_the_first_stays() {
    let collector = Tested::new().await;
    let (first, second) = (id(), id());
    collector.put(&first, &submission(&first, 100)).await;
    collector.set_clock("2023-03-04T08:00:00+07:00");
    let amended = collector.put(&second, &submission(&second, 120)).await;
    assert_eq!(amended.status, StatusCode::CREATED, "{}", amended.text());
    assert_eq!(amended.json()["revision"], 2);
    assert_eq!(amended.json()["timeliness"], "late");
    for (id, trees) in [(&first, 100), (&second, 120)] {
        let stored = collector
            .office(&format!("/api/office/submissions/{id}"))
            .await
            .json();
        assert_eq!(stored["report"]["figures"]["trees"], trees);
    }
    let status = collector
        .get("/api/plans/trees/status?unit=tay-thanh")
        .await
        .json();
    let sent = json!([{"duty": "weekly", "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "receivedAt": "2023-03-02T01:00:00Z", "status": "received"}]);
    assert_eq!(
        status["sent"], sent,
        "a report that came in time stays so when it is amended late"
    );
}

#[tokio::test]
async fn a_late_report_is_received_and_says_that_it_is_late() {
    let collector = Tested::new().await;
    collector.set_clock("2023-03-03T09:00:00+07:00");
    let id = id();
    let late = collector.put(&id, &submission(&id, 100)).await;
    assert_eq!(late.status, StatusCode::CREATED, "{}", late.text());
    assert_eq!(late.json()["timeliness"], "late");
    assert_eq!(late.json()["findings"][0]["code"], "report.late");
}

#[tokio::test]
async fn the_rules_are_applied_again_and_every_finding_has_a_sentence() {
    let collector = Tested::new().await;
    let change = |pointer: &str, value: serde_json::Value| {
        let id = id();
        let mut changed = submission(&id, 100);
        *changed.pointer_mut(pointer).unwrap() = value;
        (id, changed)
    };
    for (pointer, value, path, code) in [
        (
            "/report/figures",
            json!({"trees": 100, "cars": 3}),
            "/figures/cars",
            "report.unknownFigure",
        ),
        ("/report/figures", json!({}), "/figures/trees", "required"),
        (
            "/report/figures/trees",
            json!(-1),
            "/figures/trees",
            "number.negative",
        ),
        (
            "/report/figures/trees",
            json!(5001),
            "/figures/trees",
            "number.tooHigh",
        ),
        (
            "/report/figures/trees",
            json!(400),
            "/figures/trees",
            "explanation.missing",
        ),
        (
            "/report/figures/trees",
            json!(true),
            "/figures/trees",
            "report.wrongType",
        ),
        ("/report/unit", json!("office"), "/unit", "report.notOwed"),
        (
            "/report/unit",
            json!("nobody"),
            "/unit",
            "report.unknownUnit",
        ),
        (
            "/report/duty",
            json!("monthly"),
            "/duty",
            "report.unknownDuty",
        ),
        (
            "/report/period/to",
            json!("2023-03-04"),
            "/period",
            "report.unknownPeriod",
        ),
        (
            "/report/planVersion",
            json!(1),
            "/planVersion",
            "report.planVersion",
        ),
        ("/report/format", json!(2), "/format", "report.format"),
    ] {
        let (id, changed) = change(pointer, value.clone());
        let answer = collector.put(&id, &changed).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{pointer} {value}: {}",
            answer.text()
        );
        assert_eq!(answer.code(), "findings");
        let problem = answer.json();
        let findings = problem["findings"].as_array().unwrap();
        let found = findings
            .iter()
            .find(|finding| finding["path"] == path && finding["code"] == code);
        let found = found.unwrap_or_else(|| panic!("{pointer} {value} gave {findings:?}"));
        assert!(found["message"].as_str().unwrap().len() > 10, "{found}");
        let unknown = collector
            .get(&format!("/api/submissions/{id}/receipt"))
            .await;
        assert_eq!(
            unknown.status,
            StatusCode::NOT_FOUND,
            "what is refused leaves no trace"
        );
    }
}

#[tokio::test]
async fn a_warning_passes_with_its_explanation_and_travels_in_the_receipt() {
    let collector = Tested::new().await;
    let id = id();
    let mut explained = submission(&id, 400);
    explained["report"]["explanations"] = json!([{"path": "/figures/trees", "code": "number.implausible", "text": "Hai đợt trồng trong một tuần."}]);
    let answer = collector.put(&id, &explained).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["findings"][0]["code"], "number.implausible");
}

#[tokio::test]
async fn a_plan_that_is_not_collected_here_is_said_to_be_so() {
    let collector = Tested::new().await;
    let id = id();
    let mut other = submission(&id, 100);
    other["report"]["plan"] = json!("stones");
    let answer = collector.put(&id, &other).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "notCollected")
    );
}

#[tokio::test]
async fn a_report_of_an_older_version_is_checked_by_that_version() {
    let collector = Tested::new().await;
    let newer = include_str!("plan.json")
        .replace("\"version\": 2", "\"version\": 3")
        .replace("5000", "50");
    std::fs::write(
        collector.folder.join("plans/trees.json"),
        newer.replace("\"plausible\": 300", "\"plausible\": 30"),
    )
    .unwrap();
    let collector = collector.restarted().await;
    assert_eq!(collector.get("/api/plans/trees").await.json()["version"], 3);

    let old = id();
    let answer = collector.put(&old, &submission(&old, 100)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());

    let new = id();
    let mut newest = submission(&new, 100);
    newest["report"]["planVersion"] = json!(3);
    let answer = collector.put(&new, &newest).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        collector.get("/api/plans/trees?version=2").await.json()["version"],
        2
    );
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let collector = Tested::new().await;
    let id = id();
    let receipt = collector.put(&id, &submission(&id, 100)).await.json();
    let collector = collector.restarted().await;
    let again = collector
        .ask(put(&id, submission(&id, 100).to_string()))
        .await;
    assert_eq!((again.status, again.json()), (StatusCode::OK, receipt));
    let status = collector
        .get("/api/plans/trees/status?unit=tay-thanh")
        .await
        .json();
    assert_eq!(status["sent"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_plan_that_was_withdrawn_takes_no_more_reports_and_keeps_those_it_has() {
    let collector = Tested::new().await;
    let one = id();
    collector.put(&one, &submission(&one, 100)).await;
    std::fs::remove_file(collector.folder.join("plans/trees.json")).unwrap();
    let collector = collector.restarted().await;
    let other = id();
    let refused = collector.put(&other, &submission(&other, 101)).await;
    assert_eq!(refused.code(), "notCollected");
    let kept = collector
        .office(&format!("/api/office/submissions/{one}"))
        .await;
    assert_eq!(kept.json()["report"]["figures"]["trees"], 100);
}

#[tokio::test]
async fn a_report_of_a_period_that_has_not_opened_here_is_received_on_time() {
    let collector = Tested::new().await;
    collector.set_clock("2023-02-20T08:00:00+07:00");
    let id = id();
    let early = collector.put(&id, &submission(&id, 100)).await;
    assert_eq!(early.status, StatusCode::CREATED, "{}", early.text());
    assert_eq!(early.json()["timeliness"], "onTime");
    let standing = collector
        .get("/api/plans/trees/status?unit=tay-thanh")
        .await
        .json();
    assert_eq!(standing["sent"][0]["status"], "received");
}

#[tokio::test]
async fn a_device_whose_clock_is_wrong_reports_and_the_collectors_hour_counts() {
    let collector = Tested::new().await;
    for (clock, trees) in [
        ("1900-01-01T00:00:00Z", 1),
        ("1970-01-01T00:00:00Z", 2),
        ("2023-02-28T00:59:00Z", 3),
        ("2023-03-04T00:59:00Z", 4),
        ("2199-12-31T23:59:59Z", 5),
    ] {
        let id = id();
        let mut sent = submission(&id, trees);
        sent["preparedAt"] = json!(clock);
        let answer = collector.put(&id, &sent).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        let receipt = answer.json();
        assert_eq!(receipt["receivedAt"], "2023-03-02T01:00:00Z", "{clock}");
        assert_eq!(
            (&receipt["timeliness"], &receipt["delayed"]),
            (&json!("onTime"), &json!(false)),
            "{clock}"
        );
        let office = format!("/api/office/submissions/{id}");
        assert_eq!(collector.office(&office).await.status, StatusCode::OK);
    }
    let overview = collector.office("/api/office/plans/trees/overview").await;
    assert_eq!(overview.status, StatusCode::OK, "{}", overview.text());
}

#[tokio::test]
async fn what_is_late_here_is_not_excused_by_a_clock_that_cannot_be_right() {
    let collector = Tested::new().await;
    collector.set_clock("2023-03-03T10:00:00+07:00");
    let id = id();
    let mut sent = submission(&id, 1);
    sent["preparedAt"] = json!("1970-01-01T00:00:00Z");
    let receipt = collector.put(&id, &sent).await.json();
    assert_eq!(
        (&receipt["timeliness"], &receipt["delayed"]),
        (&json!("late"), &json!(false))
    );
}
