//! What of a duty's report is asked of some units, from a day, or upon an answer, as JSON Schema says it: `if` what must hold
//! holds, `then` it must be there where it is required, `else` it must not be there.

use super::report::fields;
use crate::plan::{Duty, OnAnswer, Only, Plan, Section, Template};
use crate::schedule::occasions_of_all;
use crate::value::{RollUp, done_id};
use serde_json::{Value, json};

/// A schema for each field, and for the list of activities, that is not always asked.
pub(super) fn conditions(plan: &Plan, duty: &Duty, template: &Template) -> Vec<Value> {
    let mut conditions = Vec::new();
    for (of, field) in fields(template) {
        let only: Vec<&Only> = of
            .only
            .iter()
            .chain(&field.only)
            .map(|only| &**only)
            .collect();
        let id = field.indicator.as_str();
        if only.is_empty() || plan.indicator(id).is_none() {
            continue;
        }
        let mut condition = json!({
            "if": holds(plan, duty, &only),
            "else": { "properties": { "figures": { "properties": { id: false } } } },
        });
        if field.required {
            condition["then"] = json!({
                "properties": { "figures": { "required": [id] } },
                "required": ["figures"],
            });
        }
        conditions.push(condition);
    }
    let listing = |section: &&Section| section.activities.is_some();
    if let Some(section) = template.sections.iter().find(listing)
        && let (Some(only), Some(list)) = (&section.only, &section.activities)
    {
        let mut condition = json!({
            "if": holds(plan, duty, &[only]),
            "else": { "properties": { "activities": { "maxItems": 0 } } },
        });
        if list.least > 0 {
            condition["then"] = json!({
                "properties": { "activities": { "minItems": list.least } },
                "required": ["activities"],
            });
        }
        conditions.push(condition);
    }
    conditions
}

/// That all of it holds of a report.
fn holds(plan: &Plan, duty: &Duty, only: &[&Only]) -> Value {
    let all: Vec<Value> = only.iter().flat_map(|one| each(plan, duty, one)).collect();
    json!({ "allOf": all })
}

fn each(plan: &Plan, duty: &Duty, only: &Only) -> Vec<Value> {
    let mut all = Vec::new();
    let member =
        |name: &str, schema: Value| json!({ "properties": { name: schema }, "required": [name] });
    if !only.units.is_all() {
        let units = plan.units.iter().filter(|unit| only.units.chooses(unit));
        let units: Vec<&str> = units.map(|unit| unit.id.as_str()).collect();
        all.push(member("unit", one_of(json!(units))));
    }
    // What units open by themselves has no periods to be listed.
    if let Some(from) = only.from.filter(|_| duty.on_demand().is_none()) {
        let periods: Vec<Value> = occasions_of_all(plan, duty)
            .into_iter()
            .filter(|occasion| occasion.period.to() >= from)
            .map(|occasion| json!(occasion.period))
            .collect();
        all.push(member("period", one_of(json!(periods))));
    }
    if let Some(answer) = &only.answer {
        let id = answer.indicator.as_str();
        all.push(member("figures", member(id, given(plan, answer))));
    }
    all
}

/// An answer to the question that is one of those.
fn given(plan: &Plan, answer: &OnAnswer) -> Value {
    let measure = plan.indicator(answer.indicator.as_str());
    let is_list = matches!(
        measure.map(|asked| asked.measure.roll_up()),
        Some(RollUp::Answers(_))
    );
    if !is_list {
        let said = [true, false].into_iter();
        let done: Vec<bool> = said
            .filter(|done| answer.is.iter().any(|one| *one == *done_id(*done)))
            .collect();
        return one_of(json!(done));
    }
    let several = measure.is_some_and(|asked| asked.measure.control().several);
    let ids = one_of(json!(answer.is));
    if several {
        json!({ "contains": ids, "type": "array" })
    } else {
        ids
    }
}

/// One of a list; nothing where it is empty, which validators refuse.
fn one_of(list: Value) -> Value {
    if list.as_array().is_some_and(Vec::is_empty) {
        json!(false)
    } else {
        json!({ "enum": list })
    }
}
