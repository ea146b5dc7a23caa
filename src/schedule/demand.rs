//! Reports that a unit opens by itself (báo cáo khi có phát sinh): which there are, the reports say. Each is of the day and hour at
//! which it was opened, or of those of the event on which it is.
//!
//! Few plans have them. What only those ask is called behind a question to the plan, and other forms do not load it.

use super::occasion::{of_listed, owed_of};
use super::{Occasion, Sent, is_late, key};
use crate::calendar::{Date, Instant, Offset, Period, Time};
use crate::order::sort;
use crate::plan::{Bound, Deadline, Duty, ListedPeriod, OnDemand, Plan, Schedule, Unit};

/// The seconds of a day.
const DAY: u32 = 86_400;

/// The occasion of such a report: one for every day and hour within the duty's days. It is due after it was opened: where the
/// deadline's hour of that day is past by then, at that hour of the next.
#[cold]
#[inline(never)]
pub(super) fn opened(plan: &Plan, duty: &Duty, unit: &Unit, period: Period) -> Option<Occasion> {
    let rule = duty.on_demand()?;
    if !rule.days(plan).encloses(period) || !duty.by.chooses(unit) {
        return None;
    }
    let label = rule.event.clone();
    let rule = rule_of(duty, rule, unit);
    let mut listed = ListedPeriod::made(plan, period, label, rule.deadline);
    let begins = Instant::at(period.from(), period.at()?, plan.offset);
    if let Some(hours) = rule.hours_after {
        listed.deadline = Some(after_hours(begins, hours, plan.offset));
    }
    if let Some(deadline) = listed.deadline.as_mut()
        && is_late(Some(deadline.cutoff(plan.offset)), begins)
    {
        deadline.date = deadline.date.add_days(1)?;
    }
    let mut one = of_listed(plan, duty, vec![listed]);
    if rule.hours_after.is_some() {
        // What must be told within hours must be told on a day off too.
        for one in &mut one {
            one.due(plan, None, one.deadline);
        }
    }
    owed_of(plan, duty, unit, one).pop()
}

/// The rule with the deadline that holds for that unit: its level may have one of its own.
pub(crate) fn rule_of<'p>(duty: &'p Duty, rule: &'p OnDemand, unit: &Unit) -> &'p OnDemand {
    let own = duty.deadlines_of(unit);
    let own = own.and_then(|stated| match &stated.schedule {
        Schedule::OnDemand(own) => Some(own),
        _ => None,
    });
    own.filter(|own| own.deadline.is_some() || own.hours_after.is_some())
        .unwrap_or(rule)
}

/// So many hours after a moment, to the second.
fn after_hours(begins: Instant, hours: u16, offset: Offset) -> Deadline {
    let due = begins.plus_seconds(i64::from(hours) * 3600);
    let (date, seconds) = due.civil(offset);
    Deadline {
        date,
        time: Some(Time::of_day(seconds)),
        bound: Bound::By,
    }
}

/// All that units open under one duty, as one: the days on which they can, and no deadline; none where they open none.
#[must_use]
pub fn opened_by_all(plan: &Plan, duty: &Duty) -> Option<Occasion> {
    let period = duty.on_demand()?.days(plan);
    let listed = ListedPeriod {
        label: None,
        period,
        opens: None,
        deadline: None,
    };
    let whole = of_listed(plan, duty, vec![listed]).pop()?;
    Some(Occasion {
        waived: None,
        ..whole
    })
}

/// What a unit can open by itself at `now`: of each such duty all as one.
#[must_use]
pub fn to_be_opened(plan: &Plan, unit: &Unit, now: Instant) -> Vec<Occasion> {
    let duties = plan.duties.iter().filter(|duty| {
        let day = day_of(plan, duty, unit, now);
        let period = day.map(|(day, seconds)| Period::opened(day, seconds));
        period.is_some_and(|period| opened(plan, duty, unit, period).is_some())
    });
    duties
        .filter_map(|duty| opened_by_all(plan, duty))
        .collect()
}

/// Adds what the unit opened: what it sent and, where the keys of what it has begun are told, one a line, those and of each duty one
/// that could be opened at `now`, which has no deadline yet. Where the unit has opened as many as it can, that is all of the duty's
/// days, which is no report.
///
/// No two are opened in the same second: the one that could be is of the next that is free.
#[cold]
#[inline(never)]
pub(super) fn add(
    all: &mut Vec<Occasion>,
    (plan, unit): (&Plan, &Unit),
    sent: &[Sent],
    begun: Option<&str>,
    now: Instant,
) {
    for duty in &plan.duties {
        let Some(rule) = duty.on_demand() else {
            continue;
        };
        let id = duty.id.as_str();
        let came = sent.iter().filter(|one| one.duty == duty.id);
        let mut periods: Vec<Period> = came.map(|one| one.period).collect();
        let keys = begun.into_iter().flat_map(str::lines);
        let ours = keys.filter_map(|one| key::opened(one, plan.id.as_str(), unit.id.as_str()));
        periods.extend(ours.filter(|(of, _)| *of == id).map(|(_, period)| period));
        sort(&mut periods, Period::cmp);
        periods.dedup();
        let before = all.len();
        let known = periods
            .iter()
            .filter_map(|period| opened(plan, duty, unit, *period));
        all.extend(known);
        if begun.is_some() {
            let day = day_of(plan, duty, unit, now);
            let mut free = day.and_then(|at| opened(plan, duty, unit, next_free(&periods, at)));
            if free.is_some() && all.len() - before >= rule.most() {
                free = opened_by_all(plan, duty);
            }
            all.extend(free.map(|one| Occasion {
                deadline: None,
                moved: None,
                original: None,
                cutoff: None,
                ..one
            }));
        }
    }
}

/// The day, with the second of it, of what is opened at `now`. What happened on the last evening can be reported for as long as a
/// report of that evening is in time, or on the next day: it is of the last second of the last day. An event has its own day,
/// however late it is reported: it can be reported where the unit was there, without a waiver, on any day until then.
fn day_of(plan: &Plan, duty: &Duty, unit: &Unit, now: Instant) -> Option<(Date, u32)> {
    let (day, seconds) = now.civil(plan.offset);
    let rule = duty.on_demand()?;
    let days = rule.days(plan);
    let last = days.to();
    if rule.event.is_some() {
        let now = if day <= last {
            (day, seconds)
        } else {
            (last, DAY - 1)
        };
        let before = latest(duty, unit, now.0).filter(|day| *day < now.0 && days.contains(*day));
        return Some(before.map_or(now, |day| (day, DAY - 1)));
    }
    if day <= last {
        return Some((day, seconds));
    }
    let evening = opened(plan, duty, unit, Period::opened(last, DAY - 1))?;
    let until = evening.cutoff.or_else(|| {
        Some(Instant::at(
            last.add_days(1)?,
            Time::END_OF_DAY,
            plan.offset,
        ))
    })?;
    (now < until).then_some((last, DAY - 1))
}

/// The latest day up to that one on which the unit was there and no waiver frees it; none where there is no such day.
fn latest(duty: &Duty, unit: &Unit, day: Date) -> Option<Date> {
    let mut day = unit.to.map_or(day, |to| to.min(day));
    while let Some(waiver) = duty.waivers.iter().find(|one| one.within.contains(day)) {
        day = waiver.within.from().add_days(-1)?;
    }
    unit.exists_within(day, day).then_some(day)
}

/// The day and the first second from that on at which none of these was opened; at the end of the day one before it.
fn next_free(taken: &[Period], (day, seconds): (Date, u32)) -> Period {
    let mut free = Period::opened(day, seconds);
    for later in 1..DAY {
        if taken.binary_search(&free).is_err() {
            break;
        }
        free = Period::opened(day, (seconds + later) % DAY);
    }
    free
}

#[cfg(test)]
mod tests;
