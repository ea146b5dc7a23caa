//! The JSON Schemas are schemas, and agree with the parsers and the check as far as a schema can.
#![cfg(feature = "schema")]

use phieu::plan::Plan;
use phieu::report::{Draft, FORMAT, Receipt, Submission};
use phieu::schema;
use serde_json::{Value, json};

fn plan_json() -> Value {
    serde_json::from_str(include_str!("plans/small.json")).unwrap()
}

fn plan() -> Plan {
    Plan::parse(include_str!("plans/small.json")).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn report() -> Value {
    json!({
        "format": FORMAT, "plan": "p", "planVersion": 1, "duty": "weekly", "unit": "u1",
        "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "figures": {
            "trees": 100, "cost": 2_000_000, "members": {"part": 30, "whole": 40}, "held": true,
            "difficulties": "Không có", "day": "2023-03-01", "hour": "07:30", "phone": "+84912345678",
            "mail": "ten@donvi.vn", "page": "https://donvi.vn/tin"
        },
        "activities": [{"title": "Trồng cây", "date": "2023-03-01", "place": "Công viên",
                        "links": ["https://donvi.vn/anh"]}],
        "explanations": [{"path": "/figures/trees", "code": "number.implausible", "text": "Đợt ra quân lớn"}]
    })
}

fn schema_of(duty: &str) -> Value {
    let plan = plan();
    schema::report_of(&plan, plan.duty(duty).unwrap()).unwrap()
}

/// A validator from `schema`, made strict about itself first.
fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::meta::validate(schema).unwrap_or_else(|error| panic!("not a schema: {error}"));
    jsonschema::validator_for(schema).unwrap_or_else(|error| panic!("{error}"))
}

/// A changed copy.
fn with(json: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = json.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(object) => drop(object.insert(name.to_owned(), value)),
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} is inside {other}"),
    }
    changed
}

/// A copy without one member.
fn without(json: &Value, pointer: &str) -> Value {
    let mut changed = json.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    changed
        .pointer_mut(parent)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name)
        .unwrap();
    changed
}

#[test]
fn a_plan_fits_its_schema_and_a_misspelt_one_does_not() {
    let (validator, plan) = (validator(&schema::plan()), plan_json());
    assert!(
        validator.is_valid(&plan),
        "{:?}",
        validator.iter_errors(&plan).next()
    );
    for (pointer, value) in [
        ("/format", json!(2)),
        ("/period", json!({"from": "26/2/2023", "to": "2023-03-31"})),
        ("/offset", json!("+7")),
        ("/titel", json!("Kế hoạch")),
        ("/units/0/id", json!("Đoàn phường")),
        ("/indicators/0/measure", json!({"count": {}})),
        ("/indicators/0/combine", json!("average")),
        ("/duties/0/dueSoonHours", json!(-1)),
        (
            "/duties/0/schedules/0/schedule",
            json!({"recurring": {"cycle": {"every": "week"}}}),
        ),
    ] {
        let wrong = with(&plan, pointer, value);
        assert!(!validator.is_valid(&wrong), "{pointer}");
        assert!(Plan::parse(&wrong.to_string()).is_err(), "{pointer}");
    }
}

#[test]
fn each_document_fits_its_schema_as_it_is_written() {
    let submission = json!({
        "format": FORMAT, "id": "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f",
        "preparedAt": "2023-03-03T06:00:00Z", "report": report(),
    });
    let sent = Submission::parse(submission.to_string().as_bytes()).unwrap();
    let finding = json!({"severity": "warning", "path": "/figures/trees", "code": "number.implausible",
                         "params": {"plausible": 50}});
    let receipt = Receipt::issue(
        &sent,
        None,
        sent.prepared_at,
        1,
        vec![serde_json::from_value(finding.clone()).unwrap()],
    );
    let period = sent.report.period;
    let mut draft = Draft::new(&plan(), "weekly", "u1", period);
    draft
        .figures
        .insert("members/part".into(), "ba mươi".into());
    for (schema, document) in [
        (schema::submission(), submission),
        (schema::receipt(), serde_json::to_value(&receipt).unwrap()),
        (schema::draft(), serde_json::to_value(&draft).unwrap()),
        (schema::finding(), finding),
    ] {
        let validator = validator(&schema);
        assert!(
            validator.is_valid(&document),
            "{:?}",
            validator.iter_errors(&document).next()
        );
    }
}

#[test]
fn a_document_with_a_member_too_many_does_not_fit() {
    let draft = json!({"format": FORMAT, "plan": "p", "planVersion": 1, "duty": "weekly", "unit": "u1",
                       "period": {"from": "2023-02-26", "to": "2023-03-03"}});
    let validator = validator(&schema::draft());
    assert!(validator.is_valid(&draft));
    for pointer in ["/surprise", "/period/surprise"] {
        let wrong = with(&draft, pointer, json!(1));
        assert!(!validator.is_valid(&wrong), "{pointer}");
        assert!(
            Draft::parse(wrong.to_string().as_bytes()).is_err(),
            "{pointer}"
        );
    }
}

#[test]
fn the_report_of_a_duty_is_a_report() {
    let validator = validator(&schema::report());
    assert!(
        validator.is_valid(&report()),
        "{:?}",
        validator.iter_errors(&report()).next()
    );
    assert!(!validator.is_valid(&without(&report(), "/duty")));
}

#[test]
fn the_schema_of_a_report_takes_what_the_form_asks_and_nothing_else() {
    let schema = schema_of("weekly");
    let (validator, right) = (validator(&schema), report());
    assert!(
        validator.is_valid(&right),
        "{:?}",
        validator.iter_errors(&right).next()
    );
    for pointer in [
        "/figures/cost",
        "/figures/page",
        "/explanations",
        "/activities/0/place",
    ] {
        assert!(
            validator.is_valid(&without(&right, pointer)),
            "{pointer} may be left out"
        );
    }
    for pointer in [
        "/figures/trees",
        "/figures/difficulties",
        "/unit",
        "/period",
        "/activities",
        "/activities/0/date",
        "/activities/0/links",
    ] {
        assert!(
            !validator.is_valid(&without(&right, pointer)),
            "{pointer} is required"
        );
    }
    for (pointer, value) in [
        ("/format", json!(2)),
        ("/plan", json!("another")),
        ("/duty", json!("closing")),
        ("/unit", json!("u2")),
        ("/period", json!({"from": "2023-02-26"})),
        ("/figures/trees", json!(-1)),
        ("/figures/trees", json!(501)),
        ("/figures/trees", json!("100")),
        ("/figures/trees", json!(1.5)),
        ("/figures/trees", json!(null)),
        ("/figures/cost", json!(9_007_199_254_740_992_i64)),
        ("/figures/members", json!(30)),
        ("/figures/members", json!({"part": 30})),
        ("/figures/held", json!("có")),
        ("/figures/difficulties", json!("x".repeat(101))),
        ("/figures/difficulties", json!("  ")),
        ("/figures/day", json!("1/3/2023")),
        ("/figures/hour", json!("7g30")),
        ("/figures/phone", json!("0912345678")),
        ("/figures/page", json!("ftp://donvi.vn")),
        ("/figures/surprise", json!(1)),
        ("/activities", json!([])),
        ("/activities/0/title", json!("x".repeat(301))),
        ("/activities/0/links", json!([])),
        ("/activities/0/links", json!(["donvi.vn/anh"])),
        ("/activities/0/participants", json!(-1)),
        ("/activities/0/surprise", json!(1)),
        ("/explanations/0/text", json!("x".repeat(501))),
    ] {
        assert!(
            !validator.is_valid(&with(&right, pointer, value.clone())),
            "{pointer} = {value}"
        );
    }
}

#[test]
fn the_types_for_javascript_are_those_of_the_core() {
    let (declared, made) = (include_str!("../www/src/contract.ts"), schema::types());
    for type_of_nothing in [": unknown", "= unknown", "<string, unknown>", "unknown[]"] {
        assert!(
            !made.contains(type_of_nothing),
            "the generator does not understand a schema"
        );
    }
    assert!(
        declared == made,
        "the types have changed: phieu types > www/src/contract.ts"
    );
}
