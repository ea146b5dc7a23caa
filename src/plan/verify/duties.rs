//! The reporting duties: who owes them, by which statement, and the periods that it makes.

use super::{Check, DUTIES, NAME, PERIODS, PROSE, Place, activities};
use crate::plan::{Duty, Plan, PlanPart, PlanProblem, Schedule, StatedSchedule};
use std::collections::BTreeSet;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let duties = root.key("duties");
    check.most(&duties, plan.duties.len(), DUTIES);
    check.unique(
        &duties,
        "id",
        PlanPart::Duty,
        plan.duties.iter().map(|duty| &duty.id),
    );
    for (index, duty) in plan.duties.iter().enumerate() {
        self::duty(check, plan, &duties.index(index), duty);
    }
}

fn duty(check: &mut Check<'_>, plan: &Plan, place: &Place<'_>, duty: &Duty) {
    check.text(&place.key("name"), &duty.name, NAME);
    check.selector(&place.key("by"), &duty.by);
    check.reference(&place.key("template"), PlanPart::Template, &duty.template);
    let schedules = place.key("schedules");
    check.most(&schedules, duty.schedules.len(), DUTIES);
    check.unique(
        &schedules,
        "id",
        PlanPart::Schedule,
        duty.schedules.iter().map(|stated| &stated.id),
    );
    if duty.schedule().is_none() {
        let problem = PlanProblem::UnknownId {
            part: PlanPart::Schedule,
            id: duty.applies.clone(),
        };
        check.report(&place.key("applies"), problem);
    }
    for (index, stated) in duty.schedules.iter().enumerate() {
        schedule(check, plan, &schedules.index(index).key("schedule"), stated);
    }
    let waivers = place.key("waivers");
    check.most(&waivers, duty.waivers.len(), PERIODS);
    for (index, waiver) in duty.waivers.iter().enumerate() {
        let place = waivers.index(index);
        check.text(&place.key("why"), &waiver.why, PROSE);
        if let Some(other) = &waiver.taken_in_by {
            check.reference(&place.key("takenInBy"), PlanPart::Duty, other);
        }
    }
}

fn schedule(check: &mut Check<'_>, plan: &Plan, place: &Place<'_>, stated: &StatedSchedule) {
    match &stated.schedule {
        Schedule::Listed(listed) => {
            let place = place.key("listed");
            check.some(&place, listed.len());
            check.most(&place, listed.len(), PERIODS);
            let mut seen = BTreeSet::new();
            for (index, listed) in listed.iter().enumerate() {
                // It could never be sent in time.
                let opens = listed.opens.unwrap_or(listed.period.from());
                if listed
                    .deadline
                    .is_some_and(|deadline| deadline.date < opens)
                {
                    let item = place.index(index);
                    check.report(
                        &item.key("deadline").key("date"),
                        PlanProblem::EndBeforeStart,
                    );
                }
                if !seen.insert(listed.period) {
                    check.report(
                        &place.index(index).key("period"),
                        PlanProblem::RepeatedPeriod,
                    );
                }
            }
        }
        Schedule::Recurring(recurrence) => {
            let place = place.key("recurring");
            let window = recurrence.within.unwrap_or(plan.period);
            activities::repetition(check, &place.key("cycle"), recurrence.cycle, window);
        }
    }
}
