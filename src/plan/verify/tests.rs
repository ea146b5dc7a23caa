//! What a plan can have wrong though its JSON can be read, and what the error says.

use crate::plan::{Plan, PlanProblem};
use serde_json::{Value, json};

mod alternatives;
mod demand;
mod numbers;
mod only;
mod scorings;
mod tables;
mod unread;
mod when;

fn small() -> Value {
    serde_json::from_str(include_str!("small.json")).unwrap()
}

/// Sets the value at `pointer`, whose last step may be new; `-` appends to a list.
fn set(plan: &mut Value, pointer: &str, value: Value) {
    let (above, last) = pointer.rsplit_once('/').unwrap();
    match plan.pointer_mut(above).unwrap() {
        Value::Array(list) if last == "-" => list.push(value),
        Value::Array(list) => list[last.parse::<usize>().unwrap()] = value,
        Value::Object(map) => drop(map.insert(last.to_owned(), value)),
        _ => panic!("{above} holds nothing"),
    }
}

fn errors(plan: &Value) -> Vec<(String, String)> {
    match Plan::parse(&serde_json::to_string_pretty(plan).unwrap()) {
        Ok(_) => Vec::new(),
        Err(errors) => errors
            .into_iter()
            .map(|error| (error.pointer.clone(), error.problem.to_string()))
            .collect(),
    }
}

#[test]
fn a_plan_whose_parts_fit_is_taken() {
    assert_eq!(errors(&small()), []);
}

#[test]
fn what_does_not_fit_is_named_with_its_place_and_its_mend() {
    let long = "x".repeat(501);
    let many: Vec<Value> = (0..4001)
        .map(|day: i64| {
            let date = crate::calendar::Date::MIN.add_days(day).unwrap().to_iso();
            json!({"period": {"from": date, "to": date}})
        })
        .collect();
    for (pointer, value, place, says) in [
        (
            "/format",
            json!(2),
            "/format",
            "format 2 is not known; this version reads format 1",
        ),
        ("/version", json!(0), "/version", "0 must lie between 1"),
        ("/title", json!(" "), "/title", "blank"),
        (
            "/title",
            json!(long),
            "/title",
            "501 characters; at most 500",
        ),
        (
            "/levels/1/id",
            json!("district"),
            "/levels/1/id",
            "another level already has the id \"district\"",
        ),
        (
            "/units/1/level",
            json!("ward"),
            "/units/1/level",
            "no level \"ward\"; add it or correct",
        ),
        (
            "/units/1/sector",
            json!("school"),
            "/units/1/sector",
            "no sector \"school\"",
        ),
        (
            "/units/1/parent",
            json!("city"),
            "/units/1/parent",
            "no unit \"city\"",
        ),
        (
            "/units/0/parent",
            json!("office"),
            "/units/0/parent",
            "\"office\" stands above itself",
        ),
        (
            "/units/1/id",
            json!("office"),
            "/units/1/id",
            "another unit already has the id",
        ),
        ("/units/1/to", json!("2023-01-01"), "", ""),
        (
            "/indicators/1/id",
            json!("trees"),
            "/indicators/1/id",
            "another indicator already has",
        ),
        (
            "/indicators/0/plausible",
            json!(-1),
            "/indicators/0/plausible",
            "-1 must lie between 0",
        ),
        (
            "/indicators/0/most",
            json!(9_007_199_254_740_992_i64),
            "/indicators/0/most",
            "must lie between",
        ),
        (
            "/indicators/2/tally",
            json!("activities"),
            "/indicators/2/tally",
            "\"cost\" is not measured as a count",
        ),
        (
            "/indicators/0/measure",
            json!({"text": {"max": 0}}),
            "/indicators/0/measure/text/max",
            "0 must lie between 1",
        ),
        (
            "/targets/0/indicator",
            json!("bushes"),
            "/targets/0/indicator",
            "no indicator \"bushes\"",
        ),
        (
            "/targets/0/indicator",
            json!("cost"),
            "/targets/0/indicator",
            "\"cost\" is not measured as a count",
        ),
        (
            "/targets/0/value",
            json!({"basisPoints": 10_001}),
            "/targets/0/value/basisPoints",
            "between 0 and 10000",
        ),
        (
            "/targets/0/value",
            json!("done"),
            "/targets/0/indicator",
            "not measured as done or not done",
        ),
        (
            "/targets/0/units",
            json!({"sectors": ["school"]}),
            "/targets/0/units/sectors/0",
            "no sector",
        ),
        (
            "/targets/0/scope",
            json!({"shareOfUnits": 20_000}),
            "/targets/0/scope/shareOfUnits",
            "between 0 and 10000",
        ),
        (
            "/activities/0/level",
            json!("city"),
            "/activities/0/level",
            "no level \"city\"",
        ),
        (
            "/activities/0/when/0/to",
            json!("2023-03-18"),
            "/activities/0/when/0/to",
            "last day lies before the first",
        ),
        (
            "/activities/0/when/0/correction",
            json!({"from": "2023-03-19", "to": "2023-03-18", "why": "in nhầm"}),
            "/activities/0/when/0/correction/to",
            "last day lies before",
        ),
        (
            "/activities/0/when/0",
            json!({"from": "2000-01-01", "to": "2020-01-01", "repeats": {"every": "day"}}),
            "/activities/0/when/0/repeats",
            "more than 4000 periods",
        ),
        (
            "/milestones/0/when/to",
            json!("2023-04-09"),
            "/milestones/0/when/to",
            "last day lies before",
        ),
        (
            "/templates/0/sections/0/fields/1/indicator",
            json!("bushes"),
            "/templates/0/sections/0/fields/1/indicator",
            "no indicator",
        ),
        (
            "/templates/0/sections/0/fields/1/indicator",
            json!("trees"),
            "/templates/0/sections/0/fields/1/indicator",
            "another field",
        ),
        (
            "/templates/0/sections/0/activities",
            json!({}),
            "/templates/0/sections/1/activities",
            "one list of activities",
        ),
        (
            "/templates/0/sections/1/activities",
            json!(null),
            "/templates/0/sections/0/fields/0/evidence",
            "no list of them",
        ),
        (
            "/templates/0/sections",
            json!([]),
            "/templates/0/sections",
            "at least one",
        ),
        (
            "/duties/0/applies",
            json!("list"),
            "/duties/0/applies",
            "no schedule \"list\"",
        ),
        (
            "/duties/0/template",
            json!("daily"),
            "/duties/0/template",
            "no form \"daily\"",
        ),
        (
            "/duties/0/by/levels/0",
            json!("city"),
            "/duties/0/by/levels/0",
            "no level",
        ),
        (
            "/duties/0/by/except",
            json!(["city"]),
            "/duties/0/by/except/0",
            "no unit",
        ),
        (
            "/duties/0/waivers",
            json!([{"within": {"from": "2023-03-01", "to": "2023-03-31"}, "takenInBy": "closing", "why": "lồng ghép",
                    "source": {"section": "V.4.3"}}]),
            "/duties/0/waivers/0/takenInBy",
            "no duty \"closing\"",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"listed": [{"period": {"from": "2023-03-01", "to": "2023-03-02"}}, {"period": {"from": "2023-03-01", "to": "2023-03-02"}}]}),
            "/duties/0/schedules/0/schedule/listed/1/period",
            "listed twice",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"listed": [{"period": {"from": "2023-03-01", "to": "2023-03-02"}, "deadline": {"date": "2023-02-28"}}]}),
            "/duties/0/schedules/0/schedule/listed/0/deadline/date",
            "last day lies before the first",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"listed": []}),
            "/duties/0/schedules/0/schedule/listed",
            "at least one",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"listed": many}),
            "/duties/0/schedules/0/schedule/listed",
            "4001 entries; at most 4000",
        ),
        (
            "/duties/0/schedules/0/schedule/recurring/within",
            json!({"from": "1900-01-01", "to": "2199-12-31"}),
            "/duties/0/schedules/0/schedule/recurring/cycle",
            "more than 4000 periods",
        ),
        (
            "/rules/0/left/0",
            json!({"part": "trees"}),
            "/rules/0/left/0/part",
            "\"trees\" is not measured as a share",
        ),
        (
            "/rules/0/left/0",
            json!({"figure": "taught"}),
            "/rules/0/left/0/figure",
            "not measured as a count, money or a quantity",
        ),
        (
            "/rules/0/right/0",
            json!({"figure": "bushes"}),
            "/rules/0/right/0/figure",
            "no indicator",
        ),
        (
            "/rules/0/right",
            json!([]),
            "/rules/0/right",
            "at least one",
        ),
        (
            "/rules/0/templates",
            json!(["daily"]),
            "/rules/0/templates/0",
            "no form",
        ),
    ] {
        let mut plan = small();
        set(&mut plan, pointer, value);
        let found = errors(&plan);
        if place.is_empty() {
            assert_eq!(found, [], "{pointer}");
        } else {
            assert!(
                found
                    .iter()
                    .any(|(at, what)| at == place && what.contains(says)),
                "{pointer}: {found:?}"
            );
        }
    }
}

#[test]
fn a_unit_dissolved_before_it_was_founded_is_refused() {
    let mut plan = small();
    set(&mut plan, "/units/1/from", json!("2023-03-10"));
    set(&mut plan, "/units/1/to", json!("2023-03-09"));
    assert_eq!(errors(&plan)[0].0, "/units/1/to");
}

#[test]
fn a_ring_of_parents_is_reported_once_and_a_deep_tree_is_no_ring() {
    let mut plan = small();
    for index in 0..5000 {
        let parent = if index == 0 {
            "office".to_owned()
        } else {
            format!("u{}", index - 1)
        };
        let id = format!("u{index}");
        set(
            &mut plan,
            "/units/-",
            json!({"id": id, "name": "Đoàn", "level": "base", "parent": parent}),
        );
    }
    assert_eq!(errors(&plan), []);
    set(&mut plan, "/units/0/parent", json!("u4999"));
    let found = errors(&plan);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.contains("stands above itself"));
}

#[test]
fn all_errors_come_at_once_in_the_order_of_the_text() {
    let mut plan = small();
    set(&mut plan, "/format", json!(7));
    set(&mut plan, "/duties/0/template", json!("daily"));
    set(&mut plan, "/units/1/level", json!("city"));
    let text = serde_json::to_string_pretty(&plan).unwrap();
    let errors = Plan::parse(&text).unwrap_err();
    let places: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
    let mut in_text: Vec<_> = vec!["/format", "/duties/0/template", "/units/1/level"];
    in_text.sort_by_key(|pointer| {
        errors
            .iter()
            .find(|error| error.pointer == **pointer)
            .map(|error| error.line)
    });
    assert_eq!(places, in_text);
    for error in &errors {
        let line = text.lines().nth(error.line - 1).unwrap();
        let value: String = line.chars().skip(error.column - 1).collect();
        let expected = match &error.problem {
            PlanProblem::Misread(_) => "7",
            PlanProblem::UnknownId { id, .. } if id == "daily" => "\"daily\"",
            _ => "\"city\"",
        };
        assert!(value.starts_with(expected), "{error}: {value}");
    }
}
