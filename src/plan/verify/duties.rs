//! The reporting duties: who owes them, by which statement, and the periods that it makes.

use super::{Check, DUTIES, NAME, PERIODS, PROSE, Place, activities};
use crate::calendar::Period;
use crate::plan::{
    Duty, Event, OnDemand, Plan, PlanPart, PlanProblem, RelativeDeadline, Schedule, StatedSchedule,
    Working,
};
use std::collections::BTreeSet;

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
    whole_days(check, &root.key("period"), Some(plan.period));
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
        let known = duty.schedules.iter().map(|stated| &stated.id);
        let place = place.key("applies");
        check.unknown(&place, PlanPart::Schedule, &duty.applies, known);
    }
    for (index, stated) in duty.schedules.iter().enumerate() {
        let place = schedules.index(index);
        schedule(check, plan, &place.key("schedule"), stated);
        if let Some(units) = &stated.units {
            check.selector(&place.key("units"), units);
        }
    }
    if duty.gathers && duty.on_demand().is_some() {
        check.report(&place.key("gathers"), PlanProblem::GathersOnDemand);
    }
    extensions(check, place, duty);
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

fn extensions(check: &mut Check<'_>, place: &Place<'_>, duty: &Duty) {
    let extensions = place.key("extensions");
    check.most(&extensions, duty.extensions.len(), DUTIES);
    for (index, extension) in duty.extensions.iter().enumerate() {
        let place = extensions.index(index);
        check.selector(&place.key("units"), &extension.units);
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
                whole_days(
                    check,
                    &place.index(index).key("period"),
                    Some(listed.period),
                );
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
            whole_days(check, &place.key("within"), recurrence.within);
            let window = recurrence.within.unwrap_or(plan.period);
            let skipped = place.key("skipMonths");
            check.most(&skipped, recurrence.skip_months.len(), 11);
            for (index, month) in recurrence.skip_months.iter().enumerate() {
                check.range(&skipped.index(index), i64::from(*month), 1, 12);
            }
            activities::repetition(check, &place.key("cycle"), recurrence.cycle, window);
        }
        Schedule::Event(event) => self::event(check, plan, &place.key("event"), event),
        Schedule::OnDemand(rule) => {
            let place = place.key("onDemand");
            whole_days(check, &place.key("within"), rule.within);
            working_days(check, &place, rule.deadline.as_ref());
            due_afterwards(check, &place.key("deadline"), rule.deadline.as_ref());
            if let Some(hours) = rule.hours_after {
                let place = place.key("hoursAfter");
                check.range(&place, i64::from(hours), 1, OnDemand::HOURS.into());
                if rule.deadline.is_some() {
                    check.report(&place, PlanProblem::TwoDeadlines);
                }
            }
            if let Some(event) = &rule.event {
                check.text(&place.key("event"), event, NAME);
            }
            let most = rule.most.map_or(1, i64::from);
            check.range(&place.key("most"), most, 1, OnDemand::MOST.into());
        }
    }
}

/// What is opened today is not due yesterday.
fn due_afterwards(check: &mut Check<'_>, place: &Place<'_>, due: Option<&RelativeDeadline>) {
    let Some(due) = due else { return };
    for (member, days) in [
        ("daysAfter", due.days_after),
        ("workingDaysAfter", due.working_days_after),
    ] {
        let days = days.map_or(0, i64::from);
        check.range(&place.key(member), days, 0, i16::MAX.into());
    }
    if due.day_of_month.is_some() {
        let months = i64::from(due.months_after);
        check.range(&place.key("monthsAfter"), months, 1, i64::from(u8::MAX));
    }
}

/// Only what a unit opens by itself has an hour.
fn whole_days(check: &mut Check<'_>, place: &Place<'_>, period: Option<Period>) {
    if period.is_some_and(Period::is_opened) {
        check.report(place, PlanProblem::HourOfPeriod);
    }
}

/// Something that the plan sets down, of which no two times are the same days.
fn event(check: &mut Check<'_>, plan: &Plan, place: &Place<'_>, event: &Event) {
    working_days(check, place, event.deadline.as_ref());
    let mut milestones = plan.milestones.iter();
    let is_milestone = milestones.any(|milestone| milestone.id == event.of);
    if !is_milestone && plan.activity(event.of.as_str()).is_none() {
        let activities = plan.activities.iter().map(|one| &one.id);
        let known = activities.chain(plan.milestones.iter().map(|one| &one.id));
        return check.unknown(&place.key("of"), PlanPart::Activity, &event.of, known);
    }
    let mut seen = BTreeSet::new();
    let periods = event.periods(plan);
    check.most(place, periods.len(), PERIODS);
    if !periods.iter().all(|period| seen.insert(*period)) {
        check.report(place, PlanProblem::RepeatedPeriod);
    }
}

fn working_days(check: &mut Check<'_>, place: &Place<'_>, deadline: Option<&RelativeDeadline>) {
    let Some(days) = deadline.and_then(|deadline| deadline.working_days_after) else {
        return;
    };
    let deadline = place.key("deadline");
    let place = deadline.key("workingDaysAfter");
    let most = i64::from(RelativeDeadline::WORKING_DAYS);
    check.range(&place, days.into(), -most, most);
}
