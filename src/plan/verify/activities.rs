//! Activities and milestones: their days and who holds them.

use super::{ACTIVITIES, Check, DUTIES, NAME, PERIODS, PROSE, Place};
use crate::calendar::{Cycle, Period};
use crate::plan::{Plan, PlanPart, PlanProblem, When};

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let activities = root.key("activities");
    check.most(&activities, plan.activities.len(), ACTIVITIES);
    check.unique(
        &activities,
        "id",
        PlanPart::Activity,
        plan.activities.iter().map(|activity| &activity.id),
    );
    for (index, activity) in plan.activities.iter().enumerate() {
        let place = activities.index(index);
        check.text(&place.key("title"), &activity.title, NAME);
        if let Some(level) = &activity.level {
            check.reference(&place.key("level"), PlanPart::Level, level);
        }
        check.selector(&place.key("units"), &activity.units);
        let when = place.key("when");
        for (index, span) in activity.when.iter().enumerate() {
            days(check, &when.index(index), span);
        }
    }
    let milestones = root.key("milestones");
    check.most(&milestones, plan.milestones.len(), DUTIES);
    check.unique(
        &milestones,
        "id",
        PlanPart::Milestone,
        plan.milestones.iter().map(|milestone| &milestone.id),
    );
    for (index, milestone) in plan.milestones.iter().enumerate() {
        let place = milestones.index(index);
        check.text(&place.key("text"), &milestone.text, PROSE);
        days(check, &place.key("when"), &milestone.when);
    }
}

fn days(check: &mut Check<'_>, place: &Place<'_>, when: &When) {
    if when.to.is_some_and(|to| to < when.from) {
        check.report(&place.key("to"), PlanProblem::EndBeforeStart);
    }
    if let Some(correction) = &when.correction {
        let place = place.key("correction");
        if correction.to.is_some_and(|to| to < correction.from) {
            check.report(&place.key("to"), PlanProblem::EndBeforeStart);
        }
        check.text(&place.key("why"), &correction.why, PROSE);
    }
    let (from, to) = when.applies();
    if let (Some(cycle), Ok(window)) = (when.repeats, Period::new(from, to)) {
        repetition(check, &place.key("repeats"), cycle, window);
    }
}

/// Checks that a cycle cuts a window into no more periods than can be.
pub(super) fn repetition(check: &mut Check<'_>, place: &Place<'_>, cycle: Cycle, window: Period) {
    if cycle.periods(window).is_err() {
        check.report(place, PlanProblem::TooManyPeriods { most: PERIODS });
    }
}
