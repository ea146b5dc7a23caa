//! The reporting duties: who owes them, by which statement, and the periods that it makes.

use super::{Check, DUTIES, NAME, PERIODS, PROSE, Place, activities};
use crate::plan::{
    Duty, Event, Plan, PlanPart, PlanProblem, RelativeDeadline, Schedule, StatedSchedule, Working,
};
use crate::read::Problem;
use std::collections::BTreeSet;

/// The most working days between a period and its deadline.
const WORKING_DAYS: i64 = 60;
/// The most holidays of a plan, and as many days made up for: each deadline looks at all of them.
const HOLIDAYS: usize = 200;

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
    let working = root.key("working");
    let Working { holidays, made_up } = &plan.working;
    check.most(&working.key("holidays"), holidays.len(), HOLIDAYS);
    check.most(&working.key("madeUp"), made_up.len(), HOLIDAYS);
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
    leniency(check, place, duty);
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

fn leniency(check: &mut Check<'_>, place: &Place<'_>, duty: &Duty) {
    let deadlines = place.key("deadlines");
    check.most(&deadlines, duty.deadlines.len(), DUTIES);
    for (index, own) in duty.deadlines.iter().enumerate() {
        let place = deadlines.index(index);
        check.selector(&place.key("units"), &own.units);
        if duty.stated(&own.applies).is_none() {
            let (part, id) = (PlanPart::Schedule, own.applies.clone());
            check.report(&place.key("applies"), PlanProblem::UnknownId { part, id });
        }
    }
    let extensions = place.key("extensions");
    check.most(&extensions, duty.extensions.len(), DUTIES);
    for (index, extension) in duty.extensions.iter().enumerate() {
        let place = extensions.index(index);
        check.selector(&place.key("units"), &extension.units);
        if let Some(why) = &extension.why {
            check.text(&place.key("why"), why, PROSE);
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
            working_days(check, &place, recurrence.deadline.as_ref());
            let window = recurrence.within.unwrap_or(plan.period);
            let skipped = place.key("skipMonths");
            check.most(&skipped, recurrence.skip_months.len(), 11);
            for (index, month) in recurrence.skip_months.iter().enumerate() {
                check.range(&skipped.index(index), i64::from(*month), 1, 12);
            }
            activities::repetition(check, &place.key("cycle"), recurrence.cycle, window);
        }
        Schedule::Event(event) => self::event(check, plan, &place.key("event"), event),
    }
}

/// Something that the plan sets down, of which no two times are the same days.
fn event(check: &mut Check<'_>, plan: &Plan, place: &Place<'_>, event: &Event) {
    working_days(check, place, event.deadline.as_ref());
    let (part, id) = match (&event.activity, &event.milestone) {
        (Some(id), None) => (PlanPart::Activity, id),
        (None, Some(id)) => (PlanPart::Milestone, id),
        _ => {
            let detail = "an event names an \"activity\" of the plan or a \"milestone\"";
            let detail = detail.to_owned();
            return check.report(place, PlanProblem::Misread(Problem::WrongValue { detail }));
        }
    };
    let is_known = match part {
        PlanPart::Activity => plan.activity(id.as_str()).is_some(),
        _ => plan.milestones.iter().any(|milestone| milestone.id == *id),
    };
    if !is_known {
        let id = id.clone();
        return check.report(place, PlanProblem::UnknownId { part, id });
    }
    let mut seen = BTreeSet::new();
    let periods = event.periods(plan);
    check.most(place, periods.len(), PERIODS);
    if !periods.iter().all(|one| seen.insert(one.period)) {
        check.report(place, PlanProblem::RepeatedPeriod);
    }
}

fn working_days(check: &mut Check<'_>, place: &Place<'_>, deadline: Option<&RelativeDeadline>) {
    let Some(days) = deadline.and_then(|deadline| deadline.working_days_after) else {
        return;
    };
    let deadline = place.key("deadline");
    let place = deadline.key("workingDaysAfter");
    check.range(&place, i64::from(days), -WORKING_DAYS, WORKING_DAYS);
}
