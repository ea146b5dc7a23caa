//! A plan that was changed as a whole, put back into the rows: what was found stays found, and what the plan lacks now is
//! kept, so that it can come back.

use super::forms;
use super::state::{Composition, Decided, Form, Named, Row, Typed, row};
use super::taken;
use crate::message::plan_error;
use crate::plan::{Indicator, Plan, PlanError, Template};
use crate::text::{Lang, is_blank};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The cell in which the whole plan is typed.
pub(super) const JSON: &str = "json";

/// The plan as JSON, or what was typed in its place and is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct JsonView {
    /// The text.
    pub text: String,
    /// Whether it is the plan as it stands; else it was typed and is none yet.
    pub is_plan: bool,
    /// What is wrong with it, in the order of the text.
    pub faults: Vec<JsonFault>,
}

/// One thing that is wrong with the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct JsonFault {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// The most faults that are shown: with more a text is no plan at all.
const MOST: usize = 200;

/// The plan as JSON.
pub(super) fn json(made: &Composition, lang: Lang) -> JsonView {
    if let Some(typed) = typed(made) {
        let errors = Plan::parse(&typed.text).err().unwrap_or_default();
        return JsonView {
            text: typed.text.clone(),
            is_plan: false,
            faults: errors
                .iter()
                .take(MOST)
                .map(|error| fault(error, lang))
                .collect(),
        };
    }
    let text = serde_json::to_string_pretty(&super::made::plan(made)).unwrap_or_default();
    JsonView {
        text,
        is_plan: true,
        faults: Vec::new(),
    }
}

fn fault(error: &PlanError, lang: Lang) -> JsonFault {
    JsonFault {
        line: error.line,
        column: error.column,
        message: plan_error(error, lang),
    }
}

/// What was typed for the whole plan and is none.
pub(super) fn typed(made: &Composition) -> Option<&Typed> {
    made.typed.iter().find(|one| one.cell == JSON)
}

/// Makes the plan what the text says. What is no plan is kept as it was typed, and changes nothing else; no text at all
/// leaves the plan as it is.
pub(super) fn write(made: &mut Composition, text: &str) {
    made.typed.retain(|one| one.cell != JSON);
    if is_blank(text) {
        return;
    }
    match Plan::parse(text) {
        Ok(plan) => put(made, plan),
        Err(_) => made.typed.push(Typed {
            cell: JSON.to_owned(),
            text: text.to_owned(),
        }),
    }
}

/// Makes the composition's plan this one.
pub(super) fn put(made: &mut Composition, mut plan: Plan) {
    let before = super::made::plan(made);
    let templates = std::mem::take(&mut plan.templates);
    made.units = rows(&made.units, std::mem::take(&mut plan.units));
    figures(made, std::mem::take(&mut plan.indicators));
    made.targets = rows(&made.targets, std::mem::take(&mut plan.targets));
    made.duties = rows(&made.duties, std::mem::take(&mut plan.duties));
    made.activities = rows(&made.activities, std::mem::take(&mut plan.activities));
    made.forms = forms_of(made, &before.templates, templates);
    made.base = Arc::new(taken::emptied(plan));
    made.has_period = true;
}

/// The rows with these items in the plan, in their order; others are kept out of it.
fn rows<T: Named + Clone + PartialEq>(old: &[Row<T>], items: Vec<T>) -> Arc<Vec<Row<T>>> {
    let mut known: BTreeMap<String, Row<T>> = old
        .iter()
        .map(|row| (row.item.id().as_str().to_owned(), row.clone()))
        .collect();
    let mut next: Vec<Row<T>> = Vec::with_capacity(items.len());
    for item in items {
        next.push(match known.remove(item.id().as_str()) {
            None => Row::own(item),
            Some(row) => changed(row, item, Decided::Confirmed),
        });
    }
    // What is no longer in the plan, and what never was, in the order in which it stood.
    for row in old {
        if let Some(mut row) = known.remove(row.item.id().as_str()) {
            if row.is_in() {
                row.standing = Decided::Discarded;
            }
            next.push(row);
        }
    }
    Arc::new(next)
}

fn changed<T: PartialEq>(row: Row<T>, item: T, standing: Decided) -> Row<T> {
    let is_other = row.item != item;
    Row {
        // What was typed for what is replaced is said of nothing any more.
        typed: if is_other { Vec::new() } else { row.typed },
        corrected: row.corrected || is_other && row.found.is_some(),
        found: row.found,
        standing,
        item,
    }
}

/// Figures follow their targets: one that was only proposed stays so, as its target brings it into the plan.
fn figures(made: &mut Composition, items: Vec<Indicator>) {
    let old = Arc::clone(&made.indicators);
    let mut next = rows(&old, items);
    for row in Arc::make_mut(&mut next) {
        let was = self::row(&old, row.item.id.as_str());
        let followed = was.is_some_and(|was| was.standing == Decided::Proposed);
        let asked = |id| {
            made.targets
                .iter()
                .any(|target| target.item.indicator == id)
        };
        if row.is_in() && followed && asked(row.item.id.clone()) {
            row.standing = Decided::Proposed;
        }
    }
    made.indicators = next;
}

/// The forms: one that is as it was made goes on asking every figure, where it did.
fn forms_of(made: &Composition, before: &[Template], templates: Vec<Template>) -> Arc<Vec<Form>> {
    let mut next: Vec<Form> = Vec::with_capacity(templates.len());
    for template in templates {
        let old = made
            .forms
            .iter()
            .find(|form| form.template.id == template.id);
        let is_same = before.contains(&template);
        next.push(match old.filter(|old| old.all && is_same) {
            Some(old) if forms::built(made, old) == template => old.clone(),
            _ => Form {
                template,
                all: false,
            },
        });
    }
    // Of duties that are not in the plan.
    for form in made.forms.iter() {
        if !next.iter().any(|one| one.template.id == form.template.id) {
            next.push(form.clone());
        }
    }
    Arc::new(next)
}
