//! What of a duty's report is asked of some units, from a day, or upon an answer, as JSON Schema says it: `if` what must hold
//! holds, `then` it must be there where it is required, `else` it must not be there.

use super::report::fields;
use crate::plan::{Duty, OnAnswer, Only, Plan, Section, Template, Threshold};
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
        let Some(holds) = holds(plan, duty, &only) else {
            continue;
        };
        let mut condition = json!({
            "if": holds,
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
        && let Some(holds) = holds(plan, duty, &[only])
    {
        let mut condition = json!({
            "if": holds,
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

/// That all of it holds of a report; none where a schema cannot say it.
fn holds(plan: &Plan, duty: &Duty, only: &[&Only]) -> Option<Value> {
    let mut all = Vec::new();
    for one in only {
        each(plan, duty, one, &mut all)?;
    }
    Some(json!({ "allOf": all }))
}

fn each(plan: &Plan, duty: &Duty, only: &Only, all: &mut Vec<Value>) -> Option<()> {
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
        all.push(member("figures", member(id, given(plan, answer)?)));
    }
    Some(())
}

/// An answer to the question that is one of those; none of a share, whose parts a schema does not hold against each other.
fn given(plan: &Plan, answer: &OnAnswer) -> Option<Value> {
    let measure = plan.indicator(answer.indicator.as_str());
    let roll_up = measure.map(|asked| asked.measure.roll_up());
    if roll_up == Some(RollUp::Share) {
        return None;
    }
    if roll_up.is_some_and(|of| of.is_number()) {
        let estimates = measure.is_some_and(|asked| asked.estimates);
        return Some(number(answer, estimates));
    }
    let is_list = matches!(roll_up, Some(RollUp::Answers(_)));
    if !is_list {
        let said = [true, false].into_iter();
        let done: Vec<bool> = said
            .filter(|done| answer.is.iter().any(|one| *one == *done_id(*done)))
            .collect();
        return Some(one_of(json!(done)));
    }
    let several = measure.is_some_and(|asked| asked.measure.control().several);
    let ids = one_of(json!(answer.is));
    Some(if several {
        json!({ "contains": ids, "type": "array" })
    } else {
        ids
    })
}

/// A number between the bounds, exactly or not. What is below the least is not that number any more, nor what is above the most.
fn number(answer: &OnAnswer, estimates: bool) -> Value {
    let between = |at_least: &str, at_most: &str| {
        let mut number = json!({ "type": "integer" });
        for (bound, key) in [(answer.at_least, at_least), (answer.at_most, at_most)] {
            if let Some(Threshold::Count(to) | Threshold::Money(to) | Threshold::Quantity(to)) =
                bound
            {
                number[key] = json!(to);
            }
        }
        number
    };
    let exact = between("minimum", "maximum");
    if !estimates {
        return exact;
    }
    let marks = [
        ("about", exact.clone()),
        ("above", between("minimum", "exclusiveMaximum")),
        ("below", between("exclusiveMinimum", "maximum")),
    ];
    let mut any = vec![exact];
    for (is, number) in marks {
        any.push(json!({
            "type": "object",
            "properties": { "number": number, "is": { "const": is } },
            "required": ["number", "is"],
        }));
    }
    json!({ "anyOf": any })
}

/// One of a list; nothing where it is empty, which validators refuse.
fn one_of(list: Value) -> Value {
    if list.as_array().is_some_and(Vec::is_empty) {
        json!(false)
    } else {
        json!({ "enum": list })
    }
}
