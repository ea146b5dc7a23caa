//! The schema of a duty's report and the check agree as far as a schema can say it: what the schema
//! refuses, the check refuses; and an error of a kind that a schema can express is refused by both.
#![cfg(feature = "schema")]
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the cases from their files"
)]

use phieu::finding::{Finding, Severity};
use phieu::plan::Plan;
use phieu::report::{Draft, Report};
use phieu::rules::{Context, check_draft, check_report};
use phieu::schema;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use wrong::{PLACES, change, registration, values, weekly};

mod wrong;

/// Errors that a schema can express.
const EXPRESSIBLE: &[&str] = &[
    "required",
    "text.tooLong",
    "number.negative",
    "number.tooLarge",
    "number.tooSmall",
    "number.tooHigh",
    "money.negative",
    "money.tooLarge",
    "money.tooSmall",
    "money.tooHigh",
    "links.tooMany",
    "partners.tooMany",
    "activities.tooFew",
    "activities.tooMany",
    "activities.notAsked",
    "activity.evidence",
    "explanations.tooMany",
    "report.format",
    "report.otherPlan",
    "report.planVersion",
    "report.unknownDuty",
    "report.unknownUnit",
    "report.notOwed",
    "report.unknownPeriod",
    "report.waived",
    "report.unknownFigure",
    "report.wrongType",
    "answer.notListed",
    "file.kind",
    "file.tooLarge",
    "file.tooMany",
    "estimate.notTaken",
    "phone.notAPhone",
    "phone.noLeadingZero",
    "phone.length",
    "phone.shape",
    "phone.oldMobile",
    "email.noAt",
    "email.severalAts",
    "email.space",
    "email.marks",
    "email.local",
    "email.domain",
    "link.noScheme",
    "link.scheme",
    "link.credentials",
    "link.space",
    "link.character",
    "activity.unknownPlanned",
];

/// What keeps a text from being read and no schema can express: a day that the calendar does not have, an
/// exponent.
const UNSAID: &[&str] = &["2023-02-30", "1000.0"];

/// The small plan with the schema of each duty's report.
struct House {
    plan: Plan,
    validators: BTreeMap<String, jsonschema::Validator>,
}

impl House {
    fn new() -> Self {
        let plan = Plan::parse(include_str!("../cases/plans/small.json"));
        let plan = plan.unwrap_or_else(|errors| panic!("{errors:?}"));
        let validator = |schema: Value| {
            let formats = jsonschema::options().should_validate_formats(true);
            formats.build(&schema).unwrap()
        };
        let validators = plan
            .duties
            .iter()
            .map(|duty| {
                let schema = schema::report_of(&plan, duty).unwrap();
                (duty.id.to_string(), validator(schema))
            })
            .collect();
        Self { plan, validators }
    }

    /// The errors of the check; none where the text is not even a report.
    fn errors(&self, report: &Value) -> Option<Vec<Finding>> {
        let report = Report::parse(report.to_string().as_bytes()).ok()?;
        let mut findings = check_report(&self.plan, &report, &Context::default());
        findings.retain(|finding| finding.severity == Severity::Error);
        Some(findings)
    }

    /// How schema and check disagree on a report that says it is of `duty`.
    fn disagreement(&self, duty: &str, report: &Value) -> Option<String> {
        let refusal = self.validators[duty].iter_errors(report).next();
        let errors = self.errors(report);
        let expressible = errors
            .iter()
            .flatten()
            .find(|error| EXPRESSIBLE.contains(&error.code()));
        let written = report.to_string();
        let sayable = !UNSAID.iter().any(|unsaid| written.contains(unsaid));
        match (refusal, &errors, expressible) {
            (Some(refusal), Some(errors), _) if errors.is_empty() => Some(format!(
                "only the schema refuses {report}: {refusal} at {}",
                refusal.instance_path()
            )),
            (None, _, Some(error)) if sayable => {
                Some(format!("only the check refuses {report}: {error:?}"))
            }
            (None, None, _) if sayable => Some(format!("only the check cannot read {report}")),
            _ => None,
        }
    }
}

/// A case's draft or report with its head.
fn document(house: &House, case: &Value, kind: &str) -> Option<Value> {
    let mut document = json!({
        "format": 1, "plan": house.plan.id, "planVersion": house.plan.version,
        "duty": case["duty"], "unit": case["unit"], "period": case["period"],
    });
    let members = case.get(kind)?.as_object()?;
    document.as_object_mut()?.extend(members.clone());
    Some(document)
}

#[test]
fn schema_and_check_agree_on_the_shared_cases() {
    let house = House::new();
    let folders = ["tests/cases", "src/rules"];
    let folders = folders.map(|folder| format!("{}/{folder}", env!("CARGO_MANIFEST_DIR")));
    let mut reports = 0;
    for file in folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|file| file.unwrap().path())
    {
        if file.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for case in cases {
            let drafted = document(&house, &case, "draft").and_then(|draft| {
                let draft = Draft::parse(draft.to_string().as_bytes()).ok()?;
                let report = check_draft(&house.plan, &draft, &Context::default()).report?;
                serde_json::to_value(report).ok()
            });
            let Some(report) = drafted.or_else(|| document(&house, &case, "report")) else {
                continue;
            };
            let Some(duty) = report["duty"]
                .as_str()
                .filter(|duty| house.validators.contains_key(*duty))
            else {
                continue;
            };
            reports += 1;
            assert_eq!(house.disagreement(duty, &report), None, "{}", case["name"]);
        }
    }
    assert!(reports > 50, "the shared cases make many reports");
}

#[test]
fn schema_and_check_agree_wherever_one_thing_goes_wrong() {
    let house = House::new();
    for (duty, right) in [("weekly", weekly()), ("registration", registration())] {
        assert_eq!(house.errors(&right), Some(Vec::new()), "{duty}");
        for place in PLACES {
            for value in values() {
                let mut wrong = right.clone();
                change(&mut wrong, place, value);
                assert_eq!(house.disagreement(duty, &wrong), None, "{place}");
            }
        }
    }
}

/// Whether a choice somewhere in a schema leaves nothing to choose, which validators refuse to compile.
fn has_empty_choice(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => {
            members.get("enum").is_some_and(|all| *all == json!([]))
                || members.values().any(has_empty_choice)
        }
        Value::Array(items) => items.iter().any(has_empty_choice),
        _ => false,
    }
}

#[test]
fn every_duty_of_the_shipped_plans_has_a_schema_that_compiles_or_is_owed_by_nobody() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/plans");
    let (mut with, mut without) = (0, Vec::new());
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let Ok(plan) = Plan::parse(&text) else {
            continue;
        };
        for duty in &plan.duties {
            let owed = plan.units.iter().any(|unit| {
                let occasions = phieu::schedule::occasions_of(&plan, duty, unit);
                occasions.iter().any(|occasion| occasion.waived.is_none())
            });
            let schema = schema::report_of(&plan, duty);
            assert_eq!(schema.is_some(), owed, "{} of {}", duty.id, plan.id);
            match schema {
                Some(schema) => {
                    assert!(!has_empty_choice(&schema), "{} of {}", duty.id, plan.id);
                    assert!(!schema.to_string().contains("\"format\":\""), "no format");
                    jsonschema::validator_for(&schema).unwrap();
                    with += 1;
                }
                None => without.push(duty.id.to_string()),
            }
        }
    }
    assert!(with > 8, "{with}");
    assert_eq!(without, ["monthly"], "waived for the whole of Youth Month");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn schema_and_check_agree_wherever_several_things_go_wrong(
        register: bool,
        changes in prop::collection::vec((prop::sample::select(PLACES), prop::sample::select(values())), 2..6),
    ) {
        thread_local! { static HOUSE: House = House::new(); }
        let (duty, mut report) = if register { ("registration", registration()) } else { ("weekly", weekly()) };
        for (place, value) in changes {
            change(&mut report, place, value);
        }
        prop_assert_eq!(HOUSE.with(|house| house.disagreement(duty, &report)), None);
    }
}
