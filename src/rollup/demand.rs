//! Reports that a unit opens by itself: all of one duty stand in one column.

use super::progress::{Cell, Held};
use super::slot::Slot;
use crate::plan::{Duty, Plan, Unit};
use crate::punctuality::Standing;
use crate::schedule::{Sent, State, delayed, is_late, occasion_of, state};

/// How the reports stand that a unit opened by itself, all of one duty: as the worst of them. Of a unit that opened none nothing is
/// missing.
pub(super) fn opened<'r>(
    plan: &Plan,
    duty: &Duty,
    unit: &Unit,
    slots: impl Iterator<Item = &'r Slot>,
) -> Cell<'r> {
    let none = Cell {
        state: State::Open,
        standing: Standing::NotAsked,
        report: None,
    };
    let worst = each(plan, duty, unit, slots).max_by_key(|cell| cell.standing);
    worst.unwrap_or(none)
}

/// How each of them stands.
pub(super) fn each<'r>(
    plan: &Plan,
    duty: &Duty,
    unit: &Unit,
    slots: impl Iterator<Item = &'r Slot>,
) -> impl Iterator<Item = Cell<'r>> {
    slots.filter_map(|slot| {
        let occasion = occasion_of(plan, duty, unit, slot.period)?;
        let received_at = slot.first_received_at;
        let sent = Sent {
            duty: duty.id.clone(),
            period: slot.period,
            received_at,
            status: slot.status,
        };
        let state = state(&occasion, duty.due_soon_hours, Some(&sent), received_at);
        let prepared_at = slot.first_prepared_at;
        Some(Cell {
            state,
            standing: Standing::of(state, is_late(occasion.cutoff, received_at), false),
            report: Some(Held {
                submission: &slot.id,
                first_received_at: received_at,
                delayed: prepared_at.is_some_and(|at| delayed(&occasion, at, received_at)),
                amends: slot.amends(),
            }),
        })
    })
}
