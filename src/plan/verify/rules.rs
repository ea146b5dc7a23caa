//! The declared rules: every term reads what its indicator measures.

use super::{Check, EXACT, PROSE, Place, RULES};
use crate::plan::{Plan, PlanPart, Reads, Term};

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
        side(check, &place.key("left"), &rule.left);
        side(check, &place.key("right"), &rule.right);
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
            Term::Number(number) => check.range(&item.key("number"), *number, -EXACT, EXACT),
            Term::Activities | Term::Participants => {}
        }
    }
}
