//! What travels has one shape: all readers know the same members, and the schema, the check of one report and of many,
//! and the form hold the same bounds. A member or a bound that only one of them knows is seen here.
#![cfg(feature = "schema")]

use phieu::finding::{Finding, Severity};
use phieu::office::Verdict;
use phieu::plan::Plan;
use phieu::read;
use phieu::report::{Claims, Draft, Report, ReportActivity, Submission, shape};
use phieu::rules::{Context, check_lines, check_report};
use phieu::schema;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn plan() -> Plan {
    Plan::parse(include_str!("cases/plans/small.json")).expect("the small plan")
}

/// A draft with every member.
fn draft() -> Value {
    json!({
        "format": 1, "plan": "small", "planVersion": 2, "duty": "weekly", "unit": "ward-1",
        "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "figures": {"trees": "100"},
        "activities": [{
            "planned": "green-sunday", "title": "Trồng cây", "date": "1/3", "until": "2/3", "time": "7g30",
            "place": "Công viên", "participants": "120", "links": "https://donvi.vn/anh", "partners": "Hội Phụ nữ",
            "note": "Tốt"
        }],
        "explanations": [{"path": "/figures/trees", "code": "number.implausible", "text": "Đợt ra quân lớn"}]
    })
}

/// The same of a report that a unit opened by itself: its period has every member.
fn opened(mut document: Value, period: &str) -> Value {
    let period = document.pointer_mut(period).expect("a period");
    *period = json!({"from": "2023-03-01", "to": "2023-03-01", "at": "08:05:12"});
    document
}

/// A report with every member.
fn report() -> Value {
    let mut report = draft();
    report["figures"] = json!({"trees": 100});
    report["activities"] = json!([{
        "planned": "green-sunday", "title": "Trồng cây", "date": "2023-03-01", "until": "2023-03-02", "time": "07:30",
        "place": "Công viên", "participants": 120, "links": ["https://donvi.vn/anh"], "partners": ["Hội Phụ nữ"],
        "note": "Tốt"
    }]);
    report
}

fn submission() -> Value {
    let id = "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f";
    json!({"format": 1, "id": id, "preparedAt": "2023-03-01T01:00:00Z", "amends": id, "report": report()})
}

fn verdict() -> Value {
    json!({"outcome": "accepted", "reason": "Tốt",
        "fields": [{"path": "/figures/trees", "reason": "Thiếu minh chứng", "points": "8"}]})
}

fn is_read_as_one_of_many(json: &str) -> bool {
    let (mut is_read, context) = (true, Context::default());
    check_lines(&plan(), json.as_bytes(), &context, |_, findings| {
        let mut codes = findings.iter().map(Finding::code);
        is_read = is_read && codes.all(|code| code != "report.malformed");
    });
    is_read
}

type Reads = fn(&str) -> bool;

/// What travels: its schema, a document with every member, and its readers.
fn documents() -> [(&'static str, Value, Value, Vec<Reads>); 4] {
    [
        (
            "draft",
            schema::draft(),
            opened(draft(), "/period"),
            vec![|json| serde_json::from_str::<Draft>(json).is_ok(), |json| {
                read::from_str::<Draft>(json).is_ok()
            }],
        ),
        (
            "report",
            schema::report(),
            opened(report(), "/period"),
            vec![
                |json| serde_json::from_str::<Report>(json).is_ok(),
                |json| read::from_str::<Report>(json).is_ok(),
                is_read_as_one_of_many,
            ],
        ),
        (
            "submission",
            schema::submission(),
            opened(submission(), "/report/period"),
            vec![|json| serde_json::from_str::<Submission>(json).is_ok()],
        ),
        (
            "decision",
            schema::verdict(),
            verdict(),
            vec![|json| serde_json::from_str::<Verdict>(json).is_ok()],
        ),
    ]
}

/// What a schema says of each place of a document: where, and the schema of what stands there.
fn places<'s>(root: &'s Value, schema: &'s Value, at: &str) -> Vec<(String, &'s Value)> {
    let schema = match schema["$ref"].as_str() {
        Some(target) => root.pointer(&target[1..]).expect("leads somewhere"),
        None => schema,
    };
    let mut places = vec![(at.to_owned(), schema)];
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        places.extend(self::places(root, choice, at).into_iter().skip(1));
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        places.extend(self::places(root, member, &format!("{at}/{name}")));
    }
    if schema["items"].is_object() {
        places.extend(self::places(root, &schema["items"], &format!("{at}/0")));
    }
    places
}

fn without(document: &Value, at: &str, name: &str) -> Value {
    let mut without = document.clone();
    let object = without.pointer_mut(at).and_then(Value::as_object_mut);
    object.expect("an object").remove(name);
    without
}

fn with(document: &Value, at: &str, value: Value) -> Value {
    let mut with = document.clone();
    *with.pointer_mut(at).expect("a place") = value;
    with
}

#[test]
fn the_schema_and_every_reader_know_the_same_members() {
    for (name, schema, document, readers) in documents() {
        let all = |json: &Value, is_read: bool, at: &str| {
            for (number, reads) in readers.iter().enumerate() {
                let json = json.to_string();
                assert_eq!(reads(&json), is_read, "{name}, reader {number}: {at}");
            }
        };
        all(&document, true, "whole");
        for (at, said) in places(&schema, &schema, "") {
            let Some(members) = said["properties"].as_object() else {
                continue;
            };
            let named: BTreeSet<_> = members.keys().collect();
            let there = document.pointer(&at).and_then(Value::as_object);
            let there: BTreeSet<_> = there.expect("an object").keys().collect();
            assert_eq!(
                named, there,
                "{name}: the document of this test has every member at {at}"
            );
            let required = said["required"].as_array().cloned().unwrap_or_default();
            for member in members.keys() {
                let is_required = required.iter().any(|one| one == member);
                let left_out = without(&document, &at, member);
                all(&left_out, !is_required, &format!("without {at}/{member}"));
            }
            let mut more = document.clone();
            more.pointer_mut(&at).expect("an object")["surprise"] = json!(1);
            all(&more, false, &format!("{at}/surprise"));
        }
    }
}

/// The bounds of a schema: where, how many, and a document that has one more there.
fn beyond(schema: &Value, document: &Value) -> Vec<(String, u64, Value)> {
    let mut beyond = Vec::new();
    for (at, said) in places(schema, schema, "") {
        let there = document.pointer(&at).cloned().unwrap_or_default();
        for keyword in ["maxLength", "maxItems", "maxProperties"] {
            let Some(most) = said[keyword].as_u64() else {
                continue;
            };
            let more = (0..=most).map(|number| (format!("f{number}"), there["trees"].clone()));
            let more = match keyword {
                "maxLength" if there.as_str().is_some_and(|text| text.starts_with('/')) => {
                    format!("/{}", "x".repeat(most as usize)).into()
                }
                "maxLength" => "x".repeat(most as usize + 1).into(),
                "maxItems" => vec![there[0].clone(); most as usize + 1].into(),
                _ => Value::Object(more.collect()),
            };
            beyond.push((at.clone(), most, with(document, &at, more)));
        }
    }
    beyond
}

/// The errors that say that something is too much, as where and how much may be.
fn too_much(findings: &[Finding]) -> Vec<(String, u64)> {
    let is_one = |finding: &&Finding| {
        finding.severity == Severity::Error
            && (finding.code().ends_with(".tooMany") || finding.code() == "text.tooLong")
    };
    let told = findings.iter().filter(is_one).map(|finding| {
        let params = &serde_json::to_value(finding).expect("writes")["params"];
        let most = params["max"].as_u64().or(params["most"].as_u64());
        (finding.path.to_string(), most.expect("a bound"))
    });
    told.collect()
}

#[test]
fn a_draft_is_held_to_the_bounds_of_its_schema_with_validator_and_without() {
    let beyond = beyond(&schema::draft(), &draft());
    assert_eq!(
        beyond.len(),
        3 + 10 + 1,
        "lists, texts of an activity, an explanation"
    );
    for (at, most, document) in beyond {
        let draft: Draft = serde_json::from_value(document).expect("reads");
        assert_eq!(too_much(&shape(&draft)), [(at.clone(), most)], "{at}");
        assert_eq!(draft.bounds(), shape(&draft), "{at}");
    }
}

#[test]
fn a_report_is_held_to_the_bounds_of_its_schema_alone_and_among_many() {
    let (plan, context) = (plan(), Context::default());
    let beyond = beyond(&schema::report(), &report());
    assert_eq!(
        beyond.len(),
        3 + 6 + 1,
        "lists, parts of an activity, an explanation"
    );
    for (at, most, document) in beyond {
        let report: Report = serde_json::from_value(document.clone()).expect("reads");
        let alone = check_report(&plan, &report, &context);
        // What is said of one name of a list is said at the list.
        let at = at.strip_suffix("/0").unwrap_or(&at).to_owned();
        assert!(too_much(&alone).contains(&(at.clone(), most)), "{at}");
        check_lines(
            &plan,
            document.to_string().as_bytes(),
            &context,
            |_, many| {
                assert_eq!(many, alone, "{at}");
            },
        );
    }
}

#[test]
fn claims_are_held_to_the_bounds_of_activities() {
    let activity: ReportActivity =
        serde_json::from_value(report()["activities"][0].clone()).expect("reads");
    let claims = |change: fn(&mut ReportActivity)| {
        let mut activity = activity.clone();
        change(&mut activity);
        Claims {
            activities: vec![activity],
        }
    };
    for (claims, expected) in [
        (claims(|_| {}), None),
        (
            claims(|one| one.title = "x".repeat(301)),
            Some("/activities/0/title"),
        ),
        (
            claims(|one| one.place = Some("x".repeat(301))),
            Some("/activities/0/place"),
        ),
        (
            claims(|one| one.note = Some("x".repeat(2_001))),
            Some("/activities/0/note"),
        ),
    ] {
        let found = too_much(&shape(&claims));
        let places: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(places, Vec::from_iter(expected));
    }
}

#[test]
fn a_decision_is_held_to_the_bounds_of_its_schema() {
    let usable = |document: &Value| {
        let verdict: Verdict = serde_json::from_value(document.clone()).expect("reads");
        verdict.usable().is_some()
    };
    assert!(usable(&verdict()));
    let beyond = beyond(&schema::verdict(), &verdict());
    assert_eq!(
        beyond.len(),
        5,
        "a reason, the fields, of each its path, reason and points"
    );
    for (at, _, document) in beyond {
        assert!(!usable(&document), "{at}");
    }
}
