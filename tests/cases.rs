//! Runs the shared table of cases natively; Node and the browser run the same files.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the cases from their files"
)]

use phieu::calendar::Instant;
use phieu::finding::Finding;
use phieu::plan::Plan;
use phieu::report::{Draft, Report};
use phieu::rules::{Context, Past, check_draft, check_report};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn cases() -> Vec<(String, Value)> {
    let folders = ["tests/cases", "src/rules"].map(|folder| root().join(folder));
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder of cases"))
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&file).expect("readable");
        let list: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        cases.extend(list.into_iter().map(|case| (name.clone(), case)));
    }
    cases
}

/// The draft or report of a case, laid over its head.
fn document(case: &Value, plan: &Plan, kind: &str) -> Option<Vec<u8>> {
    let mut document = json!({
        "format": 1,
        "plan": plan.id.as_str(),
        "planVersion": plan.version,
        "duty": case["duty"],
        "unit": case["unit"],
        "period": case["period"],
    });
    for (key, value) in case.get(kind)?.as_object().expect("an object") {
        document[key] = value.clone();
    }
    Some(serde_json::to_vec(&document).expect("written"))
}

fn shown(findings: &[Finding]) -> Vec<Value> {
    findings
        .iter()
        .map(|finding| {
            json!({ "path": finding.path.as_str(), "code": finding.code(), "severity": finding.severity })
        })
        .collect()
}

/// What a case expects, what it got, and, for a draft without errors, what its report got on arrival.
fn run(case: &Value) -> (Value, Vec<Value>, Option<Vec<Value>>) {
    let file = root().join(case["plan"].as_str().expect("a plan"));
    let plan = Plan::parse(&fs::read_to_string(file).expect("the plan's file")).expect("a plan");
    let earlier: Past = match case.get("earlier") {
        Some(earlier) => serde_json::from_value::<Vec<Report>>(earlier.clone())
            .expect("earlier reports")
            .into(),
        None => Past::default(),
    };
    let context = Context {
        now: case["now"]
            .as_str()
            .map(|now| Instant::parse_iso(now).expect("a moment")),
        earlier: &earlier,
        sending: case["sending"].as_bool().unwrap_or(false),
        ..Context::default()
    };
    let expected = case["findings"].clone();
    if let Some(draft) = document(case, &plan, "draft") {
        let draft = Draft::parse(&draft).expect("a draft");
        let checked = check_draft(&plan, &draft, &context);
        let arrived = checked
            .report
            .map(|report| shown(&check_report(&plan, &report, &context)));
        (expected, shown(&checked.findings), arrived)
    } else {
        let report = document(case, &plan, "report").expect("a draft or a report");
        let report = Report::parse(&report).expect("a report");
        (
            expected,
            shown(&check_report(&plan, &report, &context)),
            None,
        )
    }
}

#[test]
fn every_case_gets_the_findings_that_it_names() {
    let cases = cases();
    assert!(cases.len() > 100, "the table of cases is there");
    let mut wrong = Vec::new();
    for (file, case) in &cases {
        let (expected, found, _) = run(case);
        if expected != Value::Array(found.clone()) {
            let name = case["name"].as_str().unwrap_or_default();
            wrong.push(format!(
                "{file}: {name}\n  expected {expected}\n  found    {}",
                Value::Array(found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_draft_without_errors_makes_a_report_that_gets_the_same_findings_on_arrival() {
    let mut reports = 0;
    for (file, case) in cases() {
        let (_, found, arrived) = run(&case);
        let Some(arrived) = arrived else { continue };
        reports += 1;
        // What the form does not ask stays in the draft and is said there only.
        let travels = |finding: &&Value| {
            ![
                "report.unknownFigure",
                "report.unknownColumn",
                "activities.notAsked",
            ]
            .contains(&finding["code"].as_str().unwrap_or_default())
        };
        let expected: Vec<_> = found.iter().filter(travels).cloned().collect();
        assert_eq!(arrived, expected, "{file}: {}", case["name"]);
    }
    assert!(reports > 30, "many cases make a report");
}
