//! The lint: what is wrong, contradictory or unsaid in an issued plan. One rule a file, with what it
//! finds and why.
//!
//! A plan that parsed fits together; the lint asks whether the document makes sense. It never changes
//! the plan: it shows the statements that disagree side by side, each with the reading that the plan
//! gives it, and the office decides.

mod active;
mod annex;
mod before_day;
mod calendar;
mod citations;
mod document_name;
mod doubled;
mod early_deadline;
mod final_figures;
mod finding;
mod header;
mod impossible_date;
mod issued;
mod kind;
mod last_events;
mod names;
mod no_deadline;
mod no_duty;
mod numbering;
mod outside_plan;
mod overlaps;
mod parts;
mod periods;
mod repeated;
mod rule_and_list;
mod scope;
mod share_unit;
mod target_asked;
mod target_cadence;
mod target_comparison;
mod target_denominator;
mod target_number;
mod target_owner;
mod unsaid;
mod view;
mod weekday;
mod words;

pub use finding::{LintFinding, Patch, PatchValue, Reading, Stated};
pub use kind::LintKind;

use crate::order;
use crate::plan::Plan;
use view::View;

type Rule = fn(&View<'_>, &mut Vec<LintFinding>);

const RULES: &[Rule] = &[
    impossible_date::check,
    outside_plan::check,
    weekday::check,
    early_deadline::check,
    rule_and_list::check,
    before_day::check,
    last_events::check,
    final_figures::check,
    calendar::check,
    issued::check,
    no_duty::check,
    no_deadline::check,
    unsaid::check,
    target_number::check,
    target_comparison::check,
    target_denominator::check,
    share_unit::check,
    target_owner::check,
    target_cadence::check,
    target_asked::check,
    repeated::check,
    overlaps::check,
    scope::check,
    parts::check,
    numbering::check,
    annex::check,
    citations::check,
    periods::check,
    names::check,
    document_name::check,
    doubled::check,
    active::check,
    header::check,
];

/// All that the lint finds in a plan, the worst first; the same every time.
///
/// It reads the whole plan, quotes included; in the light form that [`crate::plan::publish`] makes it
/// finds less.
#[must_use]
pub fn lint(plan: &Plan) -> Vec<LintFinding> {
    let view = View::new(plan);
    let mut found = Vec::new();
    for rule in RULES {
        rule(&view, &mut found);
    }
    order::sort(&mut found, LintFinding::order);
    found
}

#[cfg(test)]
mod tests;
