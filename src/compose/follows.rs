//! Duties that follow an activity or a milestone: which of the rows that is.

use super::state::{Composition, Decided, Row, row, row_mut};
use crate::plan::{Activity, Duty, Event, Id, ListedPeriod, Plan, Schedule};
use crate::schedule::listed_periods;
use std::sync::Arc;

fn events(duty: &mut Duty) -> impl Iterator<Item = &mut Event> {
    duty.schedules
        .iter_mut()
        .filter_map(|stated| match &mut stated.schedule {
            Schedule::Event(event) => Some(event),
            _ => None,
        })
}

/// Names what a proposed duty follows as the plan does; a proposal names it by its place among the proposals.
pub(super) fn named(made: &Composition, duty: &mut Duty) {
    for event in events(duty) {
        let place = |kind: &str| -> Option<usize> {
            let at: usize = event.of.as_str().strip_prefix(kind)?.parse().ok()?;
            at.checked_sub(1)
        };
        let activity = place("activity-").and_then(|at| made.activities.get(at));
        let milestone = place("milestone-").and_then(|at| made.base.milestones.get(at));
        let id = activity
            .map(|row| &row.item.id)
            .or_else(|| milestone.map(|one| &one.id));
        if let Some(id) = id.cloned() {
            event.of = id;
        }
    }
}

/// The periods of a statement; of an event also while it is only proposed.
pub(super) fn listed(made: &Composition, schedule: &Schedule) -> Vec<ListedPeriod> {
    let Schedule::Event(event) = schedule else {
        return listed_periods(&made.base, schedule);
    };
    let mut plan = Plan::clone(&made.base);
    let held = row(&made.activities, event.of.as_str());
    plan.activities.extend(held.map(|row| row.item.clone()));
    listed_periods(&plan, schedule)
}

/// Takes into the plan what its duties of these identities follow: without it they would ask nothing of anybody.
pub(super) fn bring(made: &mut Composition, duties: &[String]) {
    let mut wanted: Vec<Id> = Vec::new();
    for id in duties {
        let duty = row(&made.duties, id).map(|row| &row.item);
        for stated in duty.into_iter().flat_map(|duty| &duty.schedules) {
            if let Schedule::Event(event) = &stated.schedule {
                wanted.push(event.of.clone());
            }
        }
    }
    for id in wanted {
        if row(&made.activities, id.as_str()).is_some_and(|row| !row.is_in())
            && let Some(row) = row_mut(&mut made.activities, id.as_str())
        {
            row.standing = Decided::Confirmed;
        }
    }
}

/// Names what a duty that was read again follows as the rows name it that were kept: by the same sentence and title.
pub(super) fn renamed(
    duties: &mut Arc<Vec<Row<Duty>>>,
    read: &[Row<Activity>],
    kept: &[Row<Activity>],
) {
    for duty in Arc::make_mut(duties) {
        for event in events(&mut duty.item) {
            let Some(own) = row(read, event.of.as_str()) else {
                continue;
            };
            let place =
                |row: &Row<Activity>| row.found.as_ref().map(|found| (found.start, found.end));
            let mut same = kept.iter().filter(|row| place(row) == place(own));
            let known = row(kept, event.of.as_str());
            let is_same = known.is_some_and(|row| place(row) == place(own));
            if let Some(next) = same.next().filter(|_| !is_same) {
                event.of = next.item.id.clone();
            }
        }
    }
}
