//! What is asked of some units, from a day, or upon an answer: form, check, many reports at once, JSON Schema and sample say the
//! same of it.
#![cfg(all(feature = "schema", feature = "sample"))]

use phieu::finding::{Finding, Severity};
use phieu::plan::Plan;
use phieu::report::{Draft, Report};
use phieu::rules::{Context, check_draft, check_lines, check_report};
use phieu::sample::Sample;
use phieu::schema;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Errors of these figures that a schema can express.
const EXPRESSIBLE: [&str; 7] = [
    "required",
    "figure.notAsked",
    "report.unknownFigure",
    "report.wrongType",
    "answer.notListed",
    "activities.tooFew",
    "activities.notAsked",
];

struct House {
    plan: Plan,
    schema: jsonschema::Validator,
}

impl House {
    fn new() -> Self {
        let plan = Plan::parse(include_str!("cases/plans/only.json"));
        let plan = plan.unwrap_or_else(|errors| panic!("{errors:?}"));
        let schema = schema::report_of(&plan, &plan.duties[0]).expect("somebody owes it");
        Self {
            schema: jsonschema::validator_for(&schema).expect("a schema"),
            plan,
        }
    }
}

thread_local! { static HOUSE: House = House::new(); }

fn errors(findings: &[Finding]) -> Vec<&Finding> {
    let all = findings.iter();
    all.filter(|one| one.severity == Severity::Error).collect()
}

/// A value for each figure of the plan, right ones and wrong ones, or none.
fn figures() -> impl Strategy<Value = Value> {
    let any = |values: Vec<Value>| prop::option::weighted(0.6, prop::sample::select(values));
    (
        any(vec![
            json!("truc-tiep"),
            json!("truc-tuyen"),
            json!("ket-hop"),
            json!("khac"),
        ]),
        any(vec![json!(true), json!(false), json!("co")]),
        (any(vec![json!(5), json!("5")]), any(vec![json!("Zoom")])),
        any(vec![json!({"part": 1, "whole": 2})]),
        (any(vec![json!(3)]), any(vec![json!(0)])),
        any(vec![
            json!(["kinh-phi"]),
            json!(["nhan-su"]),
            json!(["nhan-su", "kinh-phi"]),
            json!([]),
        ]),
        (
            any(vec![json!(1_000_000), json!(3_000_000)]),
            any(vec![
                json!(9),
                json!(10),
                json!({"number": 10, "is": "above"}),
                json!({"number": 10, "is": "below"}),
                json!({"number": 10, "is": "about"}),
            ]),
            any(vec![json!("Tăng buổi")]),
            any(vec![json!("Doanh nghiệp")]),
        ),
    )
        .prop_map(
            |(form, held, (sessions, platform), delegates, wards, support, rest)| {
                let all = [
                    ("form", form),
                    ("held", held),
                    ("sessions", sessions),
                    ("platform", platform),
                    ("delegates", delegates),
                    ("households", wards.0),
                    ("lamps", wards.1),
                    ("support", support),
                    ("amount", rest.0),
                    ("all", rest.1),
                    ("why", rest.2),
                    ("sponsor", rest.3),
                ];
                all.into_iter()
                    .filter_map(|(id, value)| Some((id.to_owned(), value?)))
                    .collect()
            },
        )
}

fn document(figures: Value) -> impl Strategy<Value = Value> {
    let weeks = [["2023-03-06", "2023-03-12"], ["2023-03-13", "2023-03-19"]];
    let unit = prop::sample::select(vec!["phuong-1", "truong"]);
    (unit, 0_usize..2, any::<bool>()).prop_map(move |(unit, week, lists)| {
        let [from, to] = weeks[week];
        let listed = json!([{"title": "Chạy vì sức khỏe", "date": from}]);
        json!({
            "format": 1, "plan": "applies", "planVersion": 1, "duty": "weekly", "unit": unit,
            "period": {"from": from, "to": to}, "figures": figures,
            "activities": if lists { listed } else { json!([]) },
        })
    })
}

/// What would be typed for a value.
fn typed(figures: &Value) -> Value {
    let mut typed = serde_json::Map::new();
    for (id, value) in figures.as_object().expect("figures") {
        let text = match value {
            Value::Bool(done) => if *done { "Có" } else { "Không" }.to_owned(),
            Value::String(text) => text.clone(),
            Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join("\n")
            }
            Value::Object(halves) if halves.contains_key("is") => {
                let is = match halves["is"].as_str() {
                    Some("above") => "trên ",
                    Some("below") => "dưới ",
                    _ => "khoảng ",
                };
                format!("{is}{}", halves["number"])
            }
            Value::Object(halves) => {
                for half in ["part", "whole"] {
                    typed.insert(format!("{id}/{half}"), halves[half].to_string().into());
                }
                continue;
            }
            other => other.to_string(),
        };
        typed.insert(id.clone(), text.into());
    }
    Value::Object(typed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]
    #[test]
    fn schema_check_and_many_at_once_say_the_same_of_a_report(
        report in figures().prop_flat_map(document),
    ) {
        HOUSE.with(|house| {
            let bytes = report.to_string();
            let Ok(read) = Report::parse(bytes.as_bytes()) else {
                return Ok(());
            };
            let context = Context::default();
            let found = check_report(&house.plan, &read, &context);
            let mut at_once = Vec::new();
            check_lines(&house.plan, bytes.as_bytes(), &context, |_, all| at_once = all.to_vec());
            prop_assert_eq!(&found, &at_once, "{}", &bytes);
            let wrong = errors(&found);
            let refused = !house.schema.is_valid(&report);
            if refused {
                prop_assert!(!wrong.is_empty(), "only the schema refuses {}", bytes);
            }
            if wrong.iter().any(|one| EXPRESSIBLE.contains(&one.code())) {
                prop_assert!(refused, "only the check refuses {}: {:?}", bytes, wrong);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_a_draft_makes_passes_everywhere_and_holds_nothing_that_is_not_asked(
        mut draft in figures().prop_flat_map(document),
    ) {
        HOUSE.with(|house| {
            draft["figures"] = typed(&draft["figures"]);
            draft["activities"] = json!([]);
            if draft["unit"] == "truong" {
                let date = draft["period"]["from"].clone();
                draft["activities"] = json!([{"title": "Chạy", "date": date}]);
            }
            let context = Context::default();
            let read = Draft::parse(draft.to_string().as_bytes()).expect("a draft");
            let checked = check_draft(&house.plan, &read, &context);
            let Some(report) = checked.report else {
                prop_assert!(!errors(&checked.findings).is_empty(), "{}", draft);
                return Ok(());
            };
            prop_assert_eq!(errors(&check_report(&house.plan, &report, &context)).len(), 0);
            let json = serde_json::to_value(&report).expect("JSON");
            prop_assert!(house.schema.is_valid(&json), "{}", json);
            Ok(())
        })?;
    }
}

#[test]
fn samples_are_asked_what_they_answer() {
    let house = House::new();
    let (mut online, mut offline) = (0, 0);
    for seed in 1..40 {
        for arrival in Sample::new(&house.plan, seed).arrivals() {
            let report = &arrival.submission.report;
            let found = check_report(&house.plan, report, &Context::default());
            assert_eq!(errors(&found).len(), 0, "{found:?}");
            let json = serde_json::to_value(report).expect("JSON");
            assert!(house.schema.is_valid(&json), "{json}");
            if report.figures.get("sessions").is_some() {
                online += 1;
            } else {
                offline += 1;
            }
            assert_eq!(
                report.figures.get("households").is_some(),
                report.unit != "truong"
            );
        }
    }
    assert!(online > 20 && offline > 20, "{online} {offline}");
}

/// The plan in which one figure is asked only of units of 100 voters and more; of the school it is not known how many it has.
fn by_number() -> Plan {
    let mut plan: Value =
        serde_json::from_str(include_str!("cases/plans/only.json")).expect("JSON");
    plan["attributes"] = json!([{"id": "voters", "name": "cử tri"}]);
    for (unit, voters) in [(0, 120), (1, 85)] {
        plan["units"][unit]["numbers"] = json!([{"attribute": "voters", "number": voters}]);
    }
    let ranges = json!([{"attribute": "voters", "least": 100}]);
    let mut fields = plan["templates"][0]["sections"][0]["fields"]
        .as_array_mut()
        .expect("fields")
        .iter_mut();
    let all = fields.find(|field| field["indicator"] == "all");
    all.expect("a field")["only"] = json!({"units": {"ranges": ranges}});
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

#[test]
fn what_is_asked_by_a_number_of_the_unit_is_asked_of_those_whose_number_is_known_to_lie_there() {
    let plan = by_number();
    let schema = schema::report_of(&plan, &plan.duties[0]).expect("somebody owes it");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let mut seen = Vec::new();
    for seed in 1..20 {
        for arrival in Sample::new(&plan, seed).arrivals() {
            let report = &arrival.submission.report;
            let asked = report.figures.get("all").is_some();
            if asked {
                assert_eq!(report.unit, "phuong-1");
            }
            let found = check_report(&plan, report, &Context::default());
            assert_eq!(errors(&found).len(), 0, "{found:?}");
            let mut json = serde_json::to_value(report).expect("JSON");
            assert!(schema.is_valid(&json), "{json}");
            json["figures"]["all"] = json!(9);
            // Upon so few nothing more is asked.
            let figures = json["figures"].as_object_mut().expect("figures");
            figures.remove("why");
            assert_eq!(schema.is_valid(&json), report.unit == "phuong-1", "{json}");
            let more = Report::parse(json.to_string().as_bytes()).expect("a report");
            let found = check_report(&plan, &more, &Context::default());
            let unknown = found.iter().any(|one| one.code() == "report.unknownFigure");
            assert_eq!(unknown, report.unit != "phuong-1", "{found:?}");
            seen.push(report.unit.clone());
        }
    }
    for unit in ["phuong-1", "phuong-2", "truong"] {
        assert!(seen.iter().any(|one| one == unit), "{unit}");
    }
    let light = phieu::plan::publish(&plan);
    assert_eq!(light.units[1].number(&light.attributes[0].id), Some(85));
}
