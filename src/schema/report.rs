//! The schema of a report, and of one duty's report as the plan asks for it.
//!
//! It says what JSON Schema can say of the rules: which figures, of which types, within which bounds,
//! which are required. What it refuses, the check refuses too. The rest, which the schema names in its
//! `$comment`, only the check can say. No `format` is used: validators know different ones, and none that
//! takes the links that people write.

use super::{only, read, tidy, with_format};
use crate::calendar::Period;
use crate::plan::{
    ActivityField, ActivityList, ActivityPart, Duty, Field, Indicator, Plan, Section, Template,
    Unit,
};
use crate::report::{FORMAT, Report};
use crate::schedule::occasions_of;
use crate::text::MAX_EXACT;
use crate::value::{Bounds, LINK};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What only the check can say.
const UNSAID: &str = "What no JSON Schema can say, the check says: whether figures agree with each other, with the \
    activities and with earlier reports; whether a part lies within its whole; whether a day exists and lies in the \
    period; whether the unit owes that very period; whether a number is written without fraction and exponent \
    (1.0 and 1e3 are refused); whether a host name is one; \
    whether a text holds a control character or one that turns letters around; what is claimed twice, late, or needs explaining.";

/// Not blank.
const WORDS: &str = "\\S";

/// The schema of any report.
#[must_use]
pub fn report() -> Value {
    with_format(read::<Report>(), FORMAT)
}

/// The schema of the reports of one duty; none where no unit owes it for any period, and so no report of
/// it can be right. (Nor where the plan lacks the duty's form, which a parsed plan rules out.)
#[must_use]
pub fn report_of(plan: &Plan, duty: &Duty) -> Option<Value> {
    let template = plan.template(duty.template.as_str())?;
    let periods = periods(plan, duty)?;
    let mut schema = report();
    schema["$comment"] = json!(UNSAID);
    schema["title"] = json!(duty.name);
    schema["description"] = json!([&*duty.name, ": ", &*plan.title].concat());
    let properties = &mut schema["properties"];
    properties["plan"] = tidy::constant(plan.id.as_str(), "The plan's identity.");
    properties["planVersion"] = tidy::constant(plan.version, "The plan's version.");
    properties["duty"] = tidy::constant(duty.id.as_str(), "The duty.");
    properties["unit"] = units(plan, duty);
    properties["period"] = periods;
    properties["figures"] = figures(plan, template);
    let mut lists = template.sections.iter();
    let lists = lists.find_map(|section| Some((section, section.activities.as_ref()?)));
    let list = lists.map(|(_, list)| list);
    let always = lists.is_none_or(|(section, _)| section.only.is_none());
    restrict(&mut properties["activities"], list, always);
    if let Some(list) = list {
        restrict_each(&mut schema["$defs"]["ReportActivity"], list, plan);
    }
    let mut required = vec!["format", "plan", "planVersion", "duty", "unit", "period"];
    if fields(template).any(|(of, field)| field.required && is_always(of, field)) {
        required.push("figures");
    }
    if always && list.is_some_and(|list| list.least > 0) {
        required.push("activities");
    }
    schema["required"] = json!(required);
    let conditions = only::conditions(plan, duty, template);
    if !conditions.is_empty() {
        schema["allOf"] = json!(conditions);
    }
    Some(schema)
}

/// The fields, each with its section.
pub(super) fn fields(template: &Template) -> impl Iterator<Item = (&Section, &Field)> {
    let sections = template.sections.iter();
    sections.flat_map(|section| section.fields.iter().map(move |field| (section, field)))
}

/// Whether a field is asked of everybody, at any time and upon any answer.
fn is_always(of: &Section, field: &Field) -> bool {
    of.only.is_none() && field.only.is_none()
}

fn units(plan: &Plan, duty: &Duty) -> Value {
    let owing: Vec<&str> = plan
        .units
        .iter()
        .filter(|unit| duty.by.chooses(unit))
        .map(|unit| unit.id.as_str())
        .collect();
    json!({ "description": "The unit that reports.", "enum": owing })
}

/// The periods of the duty, waived ones left out: the check refuses those too. None where there is none:
/// validators refuse an empty choice.
fn periods(plan: &Plan, duty: &Duty) -> Option<Value> {
    if duty.on_demand().is_some() {
        let day = json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
        let hour = json!({ "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$" });
        let schema = json!({
            "description": "The day and the hour at which the unit opened the report, or of the event on which it is.",
            "type": "object",
            "properties": { "from": day, "to": day, "at": hour },
            "required": ["from", "to", "at"],
            "additionalProperties": false,
        });
        let owes = |unit: &Unit| duty.by.chooses(unit);
        return plan.units.iter().any(owes).then_some(schema);
    }
    let occasions = plan
        .units
        .iter()
        .flat_map(|unit| occasions_of(plan, duty, unit));
    let periods: BTreeSet<Period> = occasions
        .filter(|occasion| occasion.waived.is_none())
        .map(|occasion| occasion.period)
        .collect();
    (!periods.is_empty())
        .then(|| json!({ "description": "The days that the report covers.", "enum": periods }))
}

fn figures(plan: &Plan, template: &Template) -> Value {
    let asked = || {
        fields(template)
            .filter_map(|(of, field)| Some((of, field, plan.indicator(field.indicator.as_str())?)))
    };
    let properties: Map<String, Value> = asked()
        .map(|(_, field, indicator)| (indicator.id.as_str().to_owned(), figure(field, indicator)))
        .collect();
    let required: Vec<&str> = asked()
        .filter(|(of, field, _)| field.required && is_always(of, field))
        .map(|(_, _, indicator)| indicator.id.as_str())
        .collect();
    json!({
        "description": "The figures by indicator.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn figure(field: &Field, indicator: &Indicator) -> Value {
    let mut schema = indicator.measure.schema(Bounds {
        least: indicator.least.unwrap_or(0),
        most: indicator.most.unwrap_or(MAX_EXACT),
        required: field.required,
    });
    if indicator.estimates {
        schema = Bounds::estimated(&schema);
    }
    schema["title"] = json!(indicator.label);
    schema
}

fn restrict(activities: &mut Value, list: Option<&ActivityList>, always: bool) {
    let least = list.filter(|_| always).map_or(0, |list| list.least);
    activities["minItems"] = json!(least);
    if list.is_none() {
        activities["maxItems"] = json!(0);
    }
}

/// What every activity of the list must have, and what it may be.
fn restrict_each(activity: &mut Value, list: &ActivityList, plan: &Plan) {
    let asked = |field: &&ActivityField| {
        field.required || (list.evidence && field.part == ActivityPart::Links)
    };
    let mut required = ActivityPart::ALWAYS.map(ActivityPart::key).to_vec();
    required.extend(
        list.parts
            .iter()
            .filter(asked)
            .map(|field| field.part.key()),
    );
    required.sort_unstable();
    required.dedup();
    for key in &required {
        let property = &mut activity["properties"][*key];
        // What must be there is not null, and a list that must be there is not empty.
        for choice in ["type", "anyOf"] {
            if let Some(only) = property[choice].get(0).cloned() {
                property[choice] = if choice == "type" {
                    only
                } else {
                    json!([only])
                };
            }
        }
        if property["type"] == "array" {
            property["minItems"] = json!(1);
        }
        if property["type"] == "string" {
            property["pattern"] = json!(WORDS);
        }
    }
    activity["required"] = json!(required);
    let properties = &mut activity["properties"];
    properties["participants"]["minimum"] = json!(0);
    properties["participants"]["maximum"] = json!(MAX_EXACT);
    let planned = plan.activities.iter().map(|planned| json!(planned.id));
    properties["planned"]["enum"] = planned.chain([Value::Null]).collect();
    properties["links"]["items"]["pattern"] = json!(LINK);
}
