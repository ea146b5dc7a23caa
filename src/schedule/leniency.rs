//! What one unit has otherwise than all: the deadlines of its level, an extension, and an end or a beginning between
//! the others' deadlines.

use super::{Occasion, is_late, listed_periods};
use crate::calendar::{Instant, Time};
use crate::plan::{Deadline, Duty, Extension, Plan, Unit};

/// Whether what the unit owes under the duty can be other than what all owe under it.
#[must_use]
pub fn is_own(duty: &Duty, unit: &Unit) -> bool {
    let has_units = duty.schedules.iter().any(|stated| stated.units.is_some());
    has_units || !duty.extensions.is_empty() || unit.merged_into.is_some() || unit.from.is_some()
}

/// Gives the occasions of a unit its own deadlines.
pub(super) fn own(plan: &Plan, duty: &Duty, unit: &Unit, occasions: &mut [Occasion]) {
    let other = duty.deadlines_of(unit);
    let other = other.map(|stated| listed_periods(plan, &stated.schedule));
    let other = other.unwrap_or_default();
    for occasion in occasions.iter_mut() {
        let mut same = other.iter().filter(|one| one.period == occasion.period);
        if let Some(deadline) = same.find_map(|one| one.deadline) {
            occasion.due(plan, duty.moved, Some(deadline));
        }
    }
    extend(plan, duty, occasions, |extension| {
        extension.units.chooses(unit)
    });
    for occasion in occasions {
        occasion.released = released(plan, unit, occasion);
    }
}

/// Gives the occasions of all units what holds for every one of them.
pub(super) fn common(plan: &Plan, duty: &Duty, occasions: &mut [Occasion]) {
    extend(plan, duty, occasions, |extension| extension.units.is_all());
}

/// Puts deadlines off, and never forward.
fn extend(plan: &Plan, duty: &Duty, occasions: &mut [Occasion], has: impl Fn(&Extension) -> bool) {
    for extension in duty.extensions.iter().filter(|extension| has(extension)) {
        let until = extension.deadline.cutoff(plan.offset);
        for occasion in occasions.iter_mut() {
            let Some(deadline) = occasion.deadline else {
                continue;
            };
            if extension.within.encloses(occasion.period)
                && occasion.cutoff != Some(until)
                && is_late(occasion.cutoff, until)
            {
                let date = occasion.moved.unwrap_or(deadline.date);
                let before = Deadline { date, ..deadline };
                occasion.original = occasion.original.or(Some(before));
                occasion.deadline = Some(extension.deadline);
                occasion.cutoff = Some(until);
                occasion.moved = None;
            }
        }
    }
}

/// From when on the unit does not owe an occasion that falls due after it has merged into another, or did before it was
/// founded.
fn released(plan: &Plan, unit: &Unit, occasion: &Occasion) -> Option<Instant> {
    let begins = unit
        .from
        .map(|day| Instant::at(day, Time::MIDNIGHT, plan.offset));
    if begins.is_some_and(|begins| is_late(occasion.cutoff, begins)) {
        return Some(Instant::of_clock(i64::MIN));
    }
    let last = unit.merged_into.as_ref().and(unit.to)?;
    let end = Instant::at(last, Time::END_OF_DAY, plan.offset);
    let is_due_after = match occasion.cutoff {
        Some(_) => !is_late(occasion.cutoff, end),
        None => occasion.period.to() > last,
    };
    is_due_after.then_some(end)
}

#[cfg(test)]
mod tests;
