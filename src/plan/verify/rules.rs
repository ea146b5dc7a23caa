//! The declared rules: every term reads what its indicator measures.

use super::{Check, EXACT, PROSE, Place, RULES};
use crate::plan::{DeclaredRule, Plan, PlanPart, PlanProblem, Reads, TableColumn, Term};
use crate::value::{Counted, RollUp};

/// The most terms of one side.
const TERMS: usize = 100;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let rules = root.key("rules");
    check.most(&rules, plan.rules.len(), RULES);
    check.unique(
        &rules,
        "id",
        PlanPart::Rule,
        plan.rules.iter().map(|rule| &rule.id),
    );
    for (index, rule) in plan.rules.iter().enumerate() {
        let place = rules.index(index);
        for (index, template) in rule.templates.iter().enumerate() {
            check.reference(
                &place.key("templates").index(index),
                PlanPart::Template,
                template,
            );
        }
        check.text(&place.key("message"), &rule.message, PROSE);
        units(check, &place, rule);
        side(check, &place.key("left"), &rule.left);
        side(check, &place.key("right"), &rule.right);
    }
}

/// What is measured in steps of one unit is held against nothing else but numbers, which are of those steps too.
fn units(check: &mut Check<'_>, place: &Place<'_>, rule: &DeclaredRule) {
    let mut first = None;
    for (side, terms) in [("left", &rule.left), ("right", &rule.right)] {
        for (index, term) in terms.iter().enumerate() {
            let Some(id) = term.indicator() else {
                continue;
            };
            let Some(measure) = check.known.measure(id) else {
                continue;
            };
            let counted = match term {
                // Whether it is done is a number of nothing.
                Term::Answered(_) => Counted::Nothing,
                // Of what does not fit together more is said elsewhere.
                Term::Column(of) => match measure
                    .table()
                    .and_then(|of_all| of_all.column(of.column.as_str()))
                {
                    Some((_, column)) => column.measure.counted(),
                    None => continue,
                },
                _ => measure.counted(),
            };
            let unit = match counted {
                unit @ Counted::Unit { .. } => Some(unit),
                Counted::Nothing | Counted::Noun(_) | Counted::Dong => None,
            };
            if unit != *first.get_or_insert(unit) {
                let indicator = id.clone();
                let item = place.key(side);
                check.report(&item.index(index), PlanProblem::OtherUnit { indicator });
            }
        }
    }
    let lists = rule.left.iter().chain(&rule.right);
    let mut lists = lists.filter(|term| matches!(term, Term::Activities | Term::Participants));
    if let (Some(Some(_)), Some(_)) = (first, lists.next()) {
        let mut ids = rule
            .left
            .iter()
            .chain(&rule.right)
            .filter_map(Term::indicator);
        if let Some(indicator) = ids.next().cloned() {
            check.report(place, PlanProblem::OtherUnit { indicator });
        }
    }
}

fn side(check: &mut Check<'_>, place: &Place<'_>, terms: &[Term]) {
    check.some(place, terms.len());
    check.most(place, terms.len(), TERMS);
    for (index, term) in terms.iter().enumerate() {
        let item = place.index(index);
        match term {
            Term::Figure(id) => check.reads(&item.key("figure"), id, Reads::Figure),
            Term::Part(id) => check.reads(&item.key("part"), id, Reads::Share),
            Term::Whole(id) => check.reads(&item.key("whole"), id, Reads::Share),
            Term::Column(of) => column(check, &item.key("column"), of),
            Term::Answered(id) => check.reference(&item.key("answered"), PlanPart::Indicator, id),
            Term::Rows(id) => check.reads(&item.key("rows"), id, Reads::Rows),
            Term::Number(number) => check.range(&item.key("number"), *number, -EXACT, EXACT),
            Term::Activities | Term::Participants => {}
        }
    }
}

/// A column that adds up, of a table that the plan has.
fn column(check: &mut Check<'_>, place: &Place<'_>, of: &TableColumn) {
    check.reads(&place.key("table"), &of.table, Reads::Rows);
    let Some(table) = check.known.measure(&of.table) else {
        return;
    };
    let Some(table) = table.table() else {
        return;
    };
    let indicator = of.column.clone();
    let problem = match table.column(of.column.as_str()) {
        None => {
            let known = table.columns.iter().map(|column| &column.id);
            let place = place.key("column");
            return check.unknown(&place, PlanPart::Column, &of.column, known);
        }
        Some((_, column)) => match column.measure.roll_up() {
            RollUp::Count | RollUp::Money | RollUp::Quantity => return,
            _ => PlanProblem::WrongMeasure {
                indicator,
                needs: Reads::Figure,
            },
        },
    };
    check.report(&place.key("column"), problem);
}
