//! The JSON Schemas are schemas, and agree with the parsers and the check as far as a schema can.
#![cfg(feature = "schema")]

use phieu::plan::Plan;
use phieu::report::{Draft, FORMAT, Receipt, Submission};
use phieu::schema;
use serde_json::{Value, json};

const PLAN: &str = include_str!("cases/plans/small.json");

fn plan() -> Plan {
    Plan::parse(PLAN).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn schema_of(duty: &str) -> Value {
    let plan = plan();
    schema::report_of(&plan, plan.duty(duty).unwrap()).unwrap()
}

/// A report that answers all that the weekly form asks.
fn weekly() -> Value {
    json!({
        "format": FORMAT, "plan": "small", "planVersion": 2, "duty": "weekly", "unit": "ward-1",
        "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "figures": {
            "trees": 100, "change": -3, "cost": 2_000_000, "members": {"part": 30, "whole": 40}, "held": true,
            "words": "Không có", "day": "2023-03-01", "hour": "07:30", "phone": "+84912345678",
            "email": "ten@donvi.vn", "link": "https://donvi.vn/tin"
        },
        "activities": [{
            "planned": "green-sunday", "title": "Trồng cây", "date": "2023-03-01", "until": "2023-03-02",
            "time": "07:30", "place": "Công viên", "participants": 120, "links": ["https://donvi.vn/anh"],
            "partners": ["Hội Phụ nữ"], "note": "Tốt"
        }],
        "explanations": [{"path": "/figures/trees", "code": "number.implausible", "text": "Đợt ra quân lớn"}]
    })
}

/// A report that answers what the registration's form requires.
fn registration() -> Value {
    let activity = json!({"title": "Trồng cây", "date": "2023-03-01", "place": "Công viên",
                          "links": ["https://donvi.vn/anh"]});
    json!({
        "format": FORMAT, "plan": "small", "planVersion": 2, "duty": "registration", "unit": "ward-1",
        "period": {"from": "2023-02-26", "to": "2023-03-31"},
        "figures": {"members": {"part": 30, "whole": 40}, "phone": "+84912345678"},
        "activities": [activity, activity]
    })
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
    let (validator, plan) = (
        validator(&schema::plan()),
        serde_json::from_str::<Value>(PLAN).unwrap(),
    );
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
#[allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans as they are shipped"
)]
fn the_shipped_plans_fit_the_schema_and_those_of_their_duties_compile() {
    let plans = validator(&schema::plan());
    for entry in std::fs::read_dir("www/plans").unwrap() {
        let path = entry.unwrap().path();
        let json = std::fs::read_to_string(&path).unwrap();
        let value: Value = serde_json::from_str(&json).unwrap();
        let refusal = plans
            .iter_errors(&value)
            .next()
            .map(|error| error.to_string());
        assert_eq!(refusal, None, "{}", path.display());
        let plan = Plan::parse(&json).unwrap_or_else(|errors| panic!("{errors:?}"));
        for duty in &plan.duties {
            if let Some(schema) = schema::report_of(&plan, duty) {
                validator(&schema);
            }
        }
    }
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "this test reads the wide plans from their files"
)]
fn the_wide_plans_and_what_their_units_send_fit_their_schemas() {
    let plans = validator(&schema::plan());
    let fits = |validator: &jsonschema::Validator, value: &Value, what: &str| {
        let refusal = validator.iter_errors(value).next();
        let refusal = refusal.map(|error| format!("{} {error}", error.instance_path()));
        assert_eq!(refusal, None, "{what}: {value}");
    };
    let mut seen = 0;
    for entry in std::fs::read_dir("tests/wide").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|is| is != "json") {
            continue;
        }
        let name = path.display().to_string();
        let table: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        fits(&plans, &table["plan"], &name);
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let schemas: Vec<_> = plan
            .duties
            .iter()
            .map(|duty| {
                let schema = schema::report_of(&plan, duty);
                (duty.id.as_str(), schema.map(|schema| validator(&schema)))
            })
            .collect();
        for arrival in phieu::sample::Sample::new(&plan, 7).arrivals().take(200) {
            let report = serde_json::to_value(&arrival.submission.report).unwrap();
            let of_duty = schemas.iter().find(|(duty, _)| report["duty"] == *duty);
            let (_, schema) = of_duty.expect("a duty of the plan");
            if let Some(schema) = schema {
                fits(schema, &report, &name);
                seen += 1;
            }
        }
    }
    assert!(seen >= 100, "{seen}");
}

#[test]
fn the_plans_of_the_tables_of_when_fit_the_schema() {
    let validator = validator(&schema::plan());
    for text in [
        include_str!("when/windows.json"),
        include_str!("when/school-year.json"),
        include_str!("when/deadlines.json"),
        include_str!("when/merger.json"),
    ] {
        let table: Value = serde_json::from_str(text).unwrap();
        let mut wrong = validator.iter_errors(&table["plan"]);
        assert!(wrong.next().is_none(), "{}", table["plan"]["id"]);
    }
}

#[test]
fn each_document_fits_its_schema_as_it_is_written() {
    let submission = json!({
        "format": FORMAT, "id": "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f",
        "preparedAt": "2023-03-03T06:00:00Z", "report": weekly(),
    });
    let first = with(&submission, "/amends", Value::Null);
    let amendment = with(&submission, "/amends", submission["id"].clone());
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
    let mut draft = Draft::new(&plan(), "weekly", "ward-1", period);
    draft
        .figures
        .insert("members/part".into(), "ba mươi".into());
    for (schema, document) in [
        (schema::submission(), submission),
        (schema::submission(), first),
        (schema::submission(), amendment),
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
    for report in [weekly(), registration()] {
        assert!(
            validator.is_valid(&report),
            "{:?}",
            validator.iter_errors(&report).next()
        );
        assert!(!validator.is_valid(&without(&report, "/duty")));
    }
}

#[test]
fn a_form_says_what_may_be_left_out() {
    for (duty, right, required, optional) in [
        (
            "weekly",
            weekly(),
            &[
                "/figures/trees",
                "/figures",
                "/unit",
                "/period",
                "/activities/0/date",
            ][..],
            &[
                "/figures/cost",
                "/figures/link",
                "/explanations",
                "/activities",
                "/activities/0/links",
            ][..],
        ),
        (
            "registration",
            registration(),
            &[
                "/figures/members",
                "/figures/phone",
                "/activities",
                "/activities/1/place",
                "/activities/1/links",
            ],
            &[],
        ),
    ] {
        let validator = validator(&schema_of(duty));
        assert!(
            validator.is_valid(&right),
            "{:?}",
            validator.iter_errors(&right).next()
        );
        for pointer in required {
            assert!(
                !validator.is_valid(&without(&right, pointer)),
                "{duty}: {pointer} is required"
            );
        }
        for pointer in optional {
            assert!(
                validator.is_valid(&without(&right, pointer)),
                "{duty}: {pointer} may be left out"
            );
        }
    }
}

#[test]
fn a_form_refuses_what_it_does_not_ask_and_what_cannot_be() {
    let (validator, right) = (validator(&schema_of("weekly")), weekly());
    for (pointer, value) in [
        ("/format", json!(2)),
        ("/plan", json!("another")),
        ("/duty", json!("registration")),
        ("/unit", json!("office")),
        ("/period", json!({"from": "2023-02-26"})),
        ("/period", json!({"from": "2023-02-26", "to": "2023-03-04"})),
        ("/period", json!({"from": "2023-03-11", "to": "2023-03-17"})),
        ("/figures/trees", json!(-1)),
        ("/figures/trees", json!(1_001)),
        ("/figures/trees", json!("100")),
        ("/figures/trees", json!(1.5)),
        ("/figures/trees", json!(null)),
        ("/figures/change", json!(-101)),
        ("/figures/groups", json!(2)),
        ("/figures/cost", json!(5_000_000_001_i64)),
        ("/figures/people", json!(9_007_199_254_740_992_i64)),
        ("/figures/members", json!(30)),
        ("/figures/members", json!({"part": 30})),
        ("/figures/held", json!("có")),
        ("/figures/words", json!("x".repeat(21))),
        ("/figures/day", json!("1/3/2023")),
        ("/figures/hour", json!("7g30")),
        ("/figures/phone", json!("0912345678")),
        ("/figures/email", json!("donvi.vn")),
        ("/figures/link", json!("ftp://donvi.vn")),
        ("/figures/not-asked", json!(1)),
        ("/activities/0/title", json!("x".repeat(301))),
        ("/activities/0/title", json!(" ")),
        ("/activities/0/links", json!(["donvi.vn/anh"])),
        ("/activities/0/links", json!(vec!["https://donvi.vn"; 21])),
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
        "the types have changed: `phieu types > www/src/contract.ts`"
    );
}
