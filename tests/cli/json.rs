//! Where JSON is asked for, JSON is what comes, however a command ends: a program reads it.

use crate::support::{PLAN, err, fed, folder, out, parsed, phieu, report};
use serde_json::{Value, json};

#[test]
fn a_report_that_cannot_be_read_has_a_finding_and_says_all_that_is_wrong() {
    let wrong =
        r#"{"format": 1, "plan": "trees", "surprise": 1, "period": ["2023-02-26", "2023-03-03"]}"#;
    for arguments in [
        &["check", PLAN, "-", "--json", "--lang", "en"][..],
        &["check", PLAN, "-", "--json", "--lang", "en", "--draft"],
    ] {
        let checked = fed(arguments, wrong);
        assert_eq!((checked.status.code(), &*err(&checked)), (Some(1), ""));
        let findings = parsed(&checked);
        assert_eq!(findings[0]["code"], "report.malformed", "{findings}");
        assert_eq!(findings[0]["params"]["line"], 1);
        let details = findings[0]["details"].to_string();
        for told in ["surprise", "/period", "planVersion"] {
            assert!(details.contains(told), "{told}: {details}");
        }
    }
    let said = fed(&["check", PLAN, "-"], wrong);
    assert_eq!(said.status.code(), Some(1));
    assert!(out(&said).contains("surprise"), "{}", out(&said));

    // A submission whose report has the mistake: the place is inside it.
    let mut inside = json!({"format": 1, "id": "0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10",
        "preparedAt": "2023-03-01T00:00:00Z", "report": report(&json!(1))});
    inside["report"]["surprise"] = json!(1);
    let checked = fed(
        &["check", PLAN, "-", "--json"],
        &serde_json::to_string_pretty(&inside).unwrap(),
    );
    let line = parsed(&checked)[0]["params"]["line"].as_u64();
    assert!(line > Some(10), "{}", out(&checked));
}

#[test]
fn a_duty_that_nobody_owes_has_no_schema() {
    let mut plan: Value =
        serde_json::from_str(&std::fs::read_to_string(crate::support::path(PLAN)).unwrap())
            .unwrap();
    plan["duties"][0]["waivers"] = json!([{"within": plan["period"],
        "why": "Gộp vào báo cáo tổng kết", "source": {"section": "VI"}}]);
    let file = folder("waived").join("plan.json");
    std::fs::write(&file, plan.to_string()).unwrap();
    let duty = plan["duties"][0]["id"].as_str().unwrap();
    let schema = phieu(&["schema", "report", file.to_str().unwrap(), "--duty", duty]);
    assert_eq!((schema.status.code(), &*out(&schema)), (Some(1), ""));
    assert!(
        err(&schema).contains("Không đơn vị nào phải gửi"),
        "{}",
        err(&schema)
    );
}

#[test]
fn every_command_that_writes_json_writes_it_however_it_ends() {
    let right = report(&json!(100)).to_string();
    let arrivals = folder("json").join("arrivals.ndjson");
    std::fs::write(&arrivals, "").unwrap();
    let arrivals = arrivals.to_str().unwrap();
    let duties = ["duties", PLAN, "--json", "--unit"];
    let progress = ["progress", PLAN];
    let cases: [(&[&str], &[&str], &str, i32); 23] = [
        (&["check"], &[PLAN], "", 0),
        (&["check"], &["-"], "", 1),
        (&["check"], &["-"], "{", 1),
        (&["check"], &["nowhere.json"], "", 2),
        (&["check"], &[PLAN, "-"], &right, 0),
        (&["check"], &[PLAN, "-"], "", 1),
        (&["check"], &[PLAN, "-"], "[]", 1),
        (&["check"], &[PLAN, "-"], "\u{feff}null", 1),
        (&["check"], &[PLAN, "-", "--draft"], "[]", 1),
        (&["check"], &[PLAN, "nowhere.json"], "", 2),
        (&["check"], &[PLAN, "-", "--earlier", PLAN], &right, 2),
        (&["check"], &[PLAN, "-", "--at", "tomorrow"], &right, 2),
        (&["lint"], &[PLAN], "", 0),
        (&["lint"], &["-"], "{}", 2),
        (&["lint"], &["nowhere.json"], "", 2),
        (&duties, &["tay-thanh"], "", 0),
        (&duties, &["nobody"], "", 2),
        (&duties, &["phuong"], "", 2),
        (&duties, &["tay-thanh", "--at", "tomorrow"], "", 2),
        (&["duties"], &[PLAN], "", 2),
        (&progress, &[arrivals], "", 0),
        (&progress, &["-"], "{}", 2),
        (&progress, &["nowhere.ndjson"], "", 2),
    ];
    for (command, more, input, code) in cases {
        let mut arguments = [command, more].concat();
        if !arguments.contains(&"--json") {
            arguments.push("--json");
        }
        let ended = fed(&arguments, input);
        assert_eq!(ended.status.code(), Some(code), "{arguments:?}");
        let json = parsed(&ended);
        assert_eq!(code == 2, json["error"].is_string(), "{arguments:?} {json}");
        assert_eq!(code == 2, !err(&ended).is_empty(), "{arguments:?}");
    }
}
