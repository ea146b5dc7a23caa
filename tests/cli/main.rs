//! The program as it is typed: what it prints, where, and with which exit code.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; these tests read and write files"
)]

#[cfg(all(unix, feature = "collector"))]
mod beside;
mod blank;
#[cfg(all(unix, feature = "collector"))]
mod bucket;
#[cfg(all(unix, feature = "collector"))]
mod foreign;
mod json;
#[cfg(all(unix, feature = "collector"))]
mod letters;
#[cfg(all(unix, feature = "collector"))]
mod logged;
#[cfg(feature = "collector")]
mod manual;
#[cfg(all(unix, feature = "collector"))]
#[expect(dead_code, reason = "the collector's tests use the rest of it")]
#[path = "../support/moto.rs"]
mod moto;
mod paper;
mod progress;
#[cfg(all(unix, feature = "collector"))]
mod publish;
mod refused;
#[cfg(all(unix, feature = "collector"))]
mod restore;
#[cfg(all(unix, feature = "collector"))]
mod room;
#[cfg(all(unix, feature = "collector"))]
mod serve;
mod shown;
mod support;

use serde_json::json;
use std::path::Path;
use support::{PLAN, err, fed, folder, out, parsed, phieu, report};

#[test]
fn a_right_plan_is_right_and_a_wrong_one_says_where_and_how_to_mend_it() {
    let right = phieu(&["check", PLAN]);
    assert_eq!((right.status.code(), err(&right).as_str()), (Some(0), ""));

    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PLAN)).unwrap();
    let wrong = fed(
        &["check", "-"],
        &text.replace(r#""applies": "listed""#, r#""applies": "none""#),
    );
    assert_eq!(wrong.status.code(), Some(1));
    assert!(out(&wrong).contains("/duties/0/applies"), "{}", out(&wrong));
    let wrong = fed(
        &["check", "-", "--json"],
        &text.replace(r#""version": 2,"#, ""),
    );
    assert_eq!(wrong.status.code(), Some(1));
    let lines = parsed(&wrong);
    assert_eq!(lines[0]["line"], 1, "{lines}");
    assert!(
        lines[0]["message"].as_str().unwrap().contains("version"),
        "{lines}"
    );
}

#[test]
fn a_document_is_read_into_proposals() {
    let said = phieu(&["read", "tests/reading/phu-nu.docx", "--json"]);
    assert_eq!((said.status.code(), err(&said).as_str()), (Some(0), ""));
    let reading = parsed(&said);
    assert_eq!(reading["document"]["number"], "17/KH-BTV");
    assert_eq!(reading["targets"].as_array().unwrap().len(), 7);
    let said = phieu(&["read", "tests/reading/phu-nu.txt"]);
    assert!(out(&said).starts_with("Chỉ tiêu: 7\n"), "{}", out(&said));
    let refused = fed(&["read", "-"], "%PDF-1.7");
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("dán nội dung"), "{}", err(&refused));
}

#[test]
fn a_plan_is_linted_in_words_and_as_json() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PLAN)).unwrap();
    let said = phieu(&["lint", PLAN, "--lang", "en"]);
    assert_eq!((said.status.code(), err(&said).as_str()), (Some(0), ""));
    assert!(out(&said).contains("document.noNumber"), "{}", out(&said));

    // Without duties nobody reports: that is an error, and the exit code says so.
    let mut plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    plan["duties"] = json!([]);
    let wrong = fed(&["lint", "-", "--json"], &plan.to_string());
    assert_eq!(wrong.status.code(), Some(1), "{}", err(&wrong));
    let findings = parsed(&wrong);
    assert_eq!(findings[0]["severity"], "error");
    assert_eq!(findings[0]["code"], "duty.none");
    assert!(!findings[0]["mend"].as_str().unwrap().is_empty());
}

#[test]
fn a_report_is_checked_with_sentences_in_either_language() {
    for (trees, code, severity) in [
        (json!(100), Some(0), None),
        (json!(5001), Some(1), Some("error")),
        (json!(true), Some(1), Some("error")),
    ] {
        for lang in ["vi", "en"] {
            let arguments = [
                "check",
                PLAN,
                "-",
                "--json",
                "--at",
                "2023-03-01",
                "--lang",
                lang,
            ];
            let checked = fed(&arguments, &report(&trees).to_string());
            assert_eq!(
                checked.status.code(),
                code,
                "{}{}",
                out(&checked),
                err(&checked)
            );
            let findings = parsed(&checked);
            assert_eq!(findings[0]["severity"].as_str(), severity);
            if severity.is_some() {
                assert!(!findings[0]["message"].as_str().unwrap().is_empty());
            }
        }
    }
    let table = out(&fed(
        &["check", PLAN, "-", "--at", "2023-03-01"],
        &report(&json!(5001)).to_string(),
    ));
    assert!(
        table.contains("/figures/trees") && table.contains("number.tooHigh"),
        "{table}"
    );
}

#[test]
fn a_submission_and_a_draft_are_checked_as_reports_are() {
    let submission = json!({"format": 1, "id": "0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10",
        "preparedAt": "2023-03-01T00:00:00Z", "report": report(&json!(5001))});
    for (kind, document) in [
        ("submission", submission),
        ("--draft", report(&json!("5.001"))),
    ] {
        let arguments = ["check", PLAN, "-", "--json", "--at", "2023-03-01", kind];
        let arguments = if kind == "--draft" {
            &arguments[..]
        } else {
            &arguments[..6]
        };
        assert_eq!(
            parsed(&fed(arguments, &document.to_string()))[0]["code"],
            "number.tooHigh",
            "{kind}"
        );
    }
}

#[test]
fn many_are_checked_line_by_line_each_with_its_number() {
    let lines = [report(&json!(10)), report(&json!(5001))].map(|one| one.to_string());
    let lines = format!("{}\n{{\n{}", lines[0], lines[1]);
    let moment = ["--lines", "--at", "2023-03-01"];
    let said = fed(&[&["check", PLAN, "-"][..], &moment].concat(), &lines);
    assert_eq!(said.status.code(), Some(1), "{}", err(&said));
    let text = out(&said);
    let numbers: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(numbers, ["2", "3"], "{text}");
    assert!(text.contains("report.malformed") && text.contains("/figures/trees"));
    let said = fed(
        &[&["check", PLAN, "-", "--json"][..], &moment].concat(),
        &lines,
    );
    let found = out(&said);
    let found: Vec<serde_json::Value> = found
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 3, "each line has its own");
    assert_eq!(
        (&found[0]["line"], &found[0]["findings"]),
        (&json!(1), &json!([]))
    );
    assert_eq!(found[2]["findings"][0]["code"], "number.tooHigh");
}

#[test]
fn lateness_and_earlier_reports_are_taken_into_account() {
    let late = fed(
        &["check", PLAN, "-", "--json", "--at", "2023-03-03T09:00"],
        &report(&json!(10)).to_string(),
    );
    assert_eq!(
        (late.status.code(), &parsed(&late)[0]["code"]),
        (Some(0), &json!("report.late"))
    );

    let earlier = folder("earlier").join("week-1.json");
    std::fs::write(&earlier, report(&json!(200)).to_string()).unwrap();
    let mut second = report(&json!(2));
    second["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
    let arguments = [
        "check",
        PLAN,
        "-",
        "--json",
        "--at",
        "2023-03-09",
        "--earlier",
        earlier.to_str().unwrap(),
    ];
    let checked = parsed(&fed(&arguments, &second.to_string()));
    let codes: Vec<_> = checked
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

#[test]
fn what_a_unit_owes_is_listed_with_state_and_deadline() {
    for unit in ["tay-thanh", "tay thanh", "Tây Thạnh"] {
        let listed = phieu(&[
            "duties",
            PLAN,
            "--unit",
            unit,
            "--at",
            "2023-03-02T08:00",
            "--json",
        ]);
        let rows = parsed(&listed);
        assert_eq!(
            (&rows[0]["label"], &rows[0]["state"]),
            (&json!("Tuần 1"), &json!("dueSoon"))
        );
        assert_eq!(
            (&rows[1]["label"], &rows[1]["state"]),
            (&json!("Tuần 2"), &json!("notYetOpen"))
        );
        assert_eq!(rows[0]["cutoff"], "2023-03-03T02:00:00Z");
    }
    let table = out(&phieu(&[
        "duties",
        PLAN,
        "--unit",
        "tay-thanh",
        "--at",
        "2023-03-02T08:00:00+07:00",
    ]));
    assert!(
        table.contains("Báo cáo tuần · Tuần 1") && table.contains("còn 1 ngày 1 giờ"),
        "{table}"
    );
}

#[test]
fn publish_leaves_quotes_out_and_what_it_writes_is_a_plan() {
    let light = phieu(&["publish", PLAN]);
    assert!(!out(&light).contains("quote"));
    let again = fed(&["check", "-"], &out(&light));
    assert_eq!(again.status.code(), Some(0), "{}", out(&again));
    let file = folder("publish").join("light.json");
    assert!(
        phieu(&["publish", PLAN, "-o", file.to_str().unwrap()])
            .status
            .success()
    );
    assert_eq!(
        std::fs::read_to_string(file).unwrap().trim_end(),
        out(&light).trim_end()
    );
}

#[test]
fn schemas_and_types_are_written() {
    for of in [
        "plan",
        "draft",
        "finding",
        "submission",
        "receipt",
        "report",
    ] {
        assert_eq!(
            parsed(&phieu(&["schema", of]))["$schema"],
            "https://json-schema.org/draft/2020-12/schema",
            "{of}"
        );
    }
    let weekly = phieu(&["schema", "report", PLAN, "--duty", "weekly"]);
    assert!(out(&weekly).contains("trees"));
    assert!(out(&phieu(&["types"])).contains("export"));
}

#[test]
fn an_empty_plan_is_a_wrong_plan() {
    assert_eq!(fed(&["check", "-"], "").status.code(), Some(1));
}
