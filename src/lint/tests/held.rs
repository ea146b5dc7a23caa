//! Quotes written without a look at the rules, half of them of plans in which nothing is wrong.

use super::{duty, plan};
use crate::lint::lint;
use crate::plan::Plan;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The plan of a case.
fn plan_of(case: &Value) -> Plan {
    let mut changes = json!({"period": {"from": "2025-01-01", "to": "2025-12-31"}});
    let mut asked = duty(json!({"listed": []}));
    asked["by"] = json!({"levels": ["base"]});
    changes["duties"] = json!([asked]);
    let mut indicators = Vec::new();
    let mut targets = Vec::new();
    let one = case.get("target").cloned().into_iter();
    for (n, stated) in one
        .chain(case["targets"].as_array().cloned().unwrap_or_default())
        .enumerate()
    {
        let mut target = json!({"id": format!("t{n}"), "text": "Trồng cây", "indicator": "trees", "scope": "whole",
            "source": {"section": stated["section"].as_str().unwrap_or("III"), "quote": stated["quote"]}});
        let kind = stated["value"]
            .as_object()
            .and_then(|value| value.keys().next().cloned());
        let measure = match kind.as_deref() {
            Some("money") => json!("money"),
            Some("basisPoints") => {
                json!({"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}})
            }
            None => json!("done"),
            _ => json!({"count": {"noun": "cây"}}),
        };
        if indicators.is_empty() {
            indicators
                .push(json!({"id": "trees", "label": "Số cây trồng mới", "measure": measure}));
        }
        for (name, value) in stated.as_object().unwrap_or(&Map::new()) {
            if !matches!(name.as_str(), "quote" | "section") {
                target[name] = value.clone();
            }
        }
        targets.push(target);
    }
    if !targets.is_empty() {
        changes["targets"] = targets.into();
        changes["indicators"] = indicators.into();
    }
    if let Some(stated) = case.get("duty") {
        let schedules: Vec<Value> = stated["schedules"].as_array().into_iter().flatten().enumerate().map(|(n, schedule)| {
            json!({"id": format!("stated-{n}"), "schedule": schedule, "source": {"section": "V.4", "quote": stated["quote"]}})
        }).collect();
        let mut asked = duty(json!({"listed": []}));
        asked["applies"] = "stated-0".into();
        asked["schedules"] = schedules.into();
        asked["source"]["quote"] = stated["quote"].clone();
        changes["duties"] = json!([asked]);
    }
    if let Some(stated) = case.get("activity") {
        changes["activities"] = json!([{"id": "a", "title": stated["title"], "when": stated["when"],
            "source": {"section": "IV", "quote": stated["quote"]}}]);
    }
    let statement = |text: &str, section: &str| json!({"text": text, "source": {"section": section, "quote": text}});
    if let Some(tasks) = case["tasks"].as_array() {
        let tasks: Vec<Value> = tasks
            .iter()
            .map(|text| statement(text.as_str().unwrap(), "IV"))
            .collect();
        changes["document"] = json!({"tasks": tasks});
    }
    if let Some(headings) = case["headings"].as_array() {
        let headings: Vec<Value> = headings
            .iter()
            .map(|one| json!({"text": one[1], "source": {"section": one[0]}}))
            .collect();
        changes["document"] = json!({"headings": headings});
    }
    if let Some(names) = case["units"].as_array() {
        let units: Vec<Value> = names
            .iter()
            .enumerate()
            .map(|(n, name)| json!({"id": format!("u{n}"), "name": name, "level": "base"}))
            .collect();
        changes["units"] = units.into();
    }
    plan(changes)
}

/// How often each code is found.
fn codes(plan: &Plan) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for finding in lint(plan) {
        *codes.entry(finding.code()).or_default() += 1;
    }
    codes
}

/// What is found in a case and not in the small plan without its words.
fn found(case: &Value) -> Vec<&'static str> {
    let mut silent = case.clone();
    fn hush(value: &mut Value) {
        match value {
            Value::Object(map) => {
                for (name, value) in map {
                    if name == "quote" {
                        *value = "Theo kế hoạch.".into()
                    } else {
                        hush(value)
                    }
                }
            }
            Value::Array(list) => list.iter_mut().for_each(hush),
            _ => {}
        }
    }
    hush(&mut silent);
    for whole in ["tasks", "headings", "units"] {
        silent[whole] = Value::Null;
    }
    let without = codes(&plan_of(&silent));
    let with = codes(&plan_of(case));
    // That a plan says nothing of how a number compares, or of how many all are, is said of its words and true.
    let aside = ["target.noComparison", "target.noDenominator"];
    let own = ["target.noNumber", "target.contradicts"];
    let more = |code: &str, n: usize| {
        !aside.contains(&code)
            && (own.contains(&code) || n > without.get(code).copied().unwrap_or_default())
    };
    with.iter()
        .filter(|(code, n)| more(code, **n))
        .map(|(code, _)| *code)
        .collect()
}

#[test]
fn quotes_that_no_rule_knew_are_judged() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("held.json")).unwrap();
    let mut wrong = String::new();
    for case in &cases {
        let found = found(case);
        // What is left: a structure may overlap, and rounds may pause.
        let silent = case["right"] == true || case["left"] == true;
        if silent != found.is_empty() {
            let what = case["what"].as_str().unwrap();
            wrong.push_str(&[what, ": ", &found.join(", "), "\n"].concat());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
