//! One unit with all that its reports say, as what adds up over units takes it in.

use super::amount::Amount;
use super::asked::Due;
use super::combine::Contribution;
use super::discrepancy::{Discrepancy, discrepancies};
use super::frame::Frame;
use super::gathered::Gathered;
use super::packed::Packed;
use super::progress::Cell;
use super::slot::Slot;
use crate::calendar::{Date, Period};
use crate::plan::{Combine, Plan, Unit};
use crate::punctuality::Standing;

/// One unit with all that its reports say.
pub(super) struct Desk<'s> {
    pub plan: &'s Plan,
    pub frame: &'s Frame,
    pub place: usize,
    pub unit: &'s Unit,
    pub dues: Vec<Due>,
    /// By indicator, and then by part of a table.
    pub figures: Vec<Vec<Contribution>>,
    /// By figure, as [`told_since`](super::successor::told_since) says.
    pub told_since: Vec<Option<Date>>,
    /// What units above tell of others.
    pub gathered: &'s Gathered,
}

pub(super) fn dues(
    plan: &Plan,
    frame: &Frame,
    row: &[Option<Cell<'_>>],
    slots: &[Slot],
) -> Vec<Due> {
    let cells = (0..).zip(row.iter().zip(&frame.columns));
    cells
        .filter_map(|(column, (cell, place))| {
            let period = place.occasion.period;
            // What units open by themselves tells of no other days than its own.
            let tells = |slot: &&Slot| slot.period == period && slot.counts();
            let slot = slots
                .binary_search_by_key(&column, |slot| slot.column)
                .ok()
                .and_then(|at| slots.get(at))
                .filter(tells);
            Some(Due {
                column,
                period,
                standing: cell.as_ref()?.standing,
                told: slot.map(|slot| slot.received_at.civil(plan.offset).0.min(period.to())),
            })
        })
        .collect()
}

/// What a unit's reports say, by indicator.
pub(super) fn figures(plan: &Plan, frame: &Frame, slots: &[Slot]) -> Vec<Vec<Contribution>> {
    held(plan, frame, slots, |slot| &slot.figures)
}

/// What the office gave in the place of the unit's own points, by indicator.
pub(super) fn reviewed(plan: &Plan, frame: &Frame, slots: &[Slot]) -> Vec<Vec<Contribution>> {
    held(plan, frame, slots, |slot| &slot.reviewed)
}

fn held(
    plan: &Plan,
    frame: &Frame,
    slots: &[Slot],
    of: fn(&Slot) -> &Packed,
) -> Vec<Vec<Contribution>> {
    let mut figures = vec![Vec::new(); plan.indicators.len() + frame.parts.len()];
    for slot in slots.iter().filter(|slot| slot.counts()) {
        let Some(form) = frame.form(slot.column) else {
            continue;
        };
        let received = slot.received_at.civil(plan.offset).0;
        for (input, figure) in of(slot).iter() {
            let list = form.indicator(input);
            let list = list.and_then(|indicator| figures.get_mut(indicator));
            if let Some((list, amount)) = list.zip(Amount::of(figure)) {
                list.push(Contribution {
                    column: slot.column,
                    period: slot.period,
                    received_at: slot.received_at,
                    received,
                    amount,
                });
            }
        }
    }
    figures
}

impl Desk<'_> {
    pub fn compare<'r>(&self, slots: &'r [Slot], found: &mut Vec<Discrepancy<'r>>) {
        let parts = self.frame.parts.iter();
        let parts = parts.map(|part| (part.indicator, Some(part.of)));
        let own = (0..self.plan.indicators.len()).map(|indicator| (indicator, None));
        for (place, (of, figures)) in own.chain(parts).zip(&self.figures).enumerate() {
            let (indicator, part) = of;
            let of = self.plan.indicators.get(indicator);
            if of.is_none_or(|of| of.combine != Combine::Sum) || figures.len() < 2 {
                continue;
            }
            let owed: Vec<(usize, Period)> = self
                .dues
                .iter()
                .filter(|due| due.standing != Standing::NotAsked)
                .filter(|due| self.frame.asks_of(self.unit, due.column, place))
                .map(|due| (due.column, due.period))
                .collect();
            for (column, value, parts, reports) in discrepancies(figures, &owed) {
                let slot = slots.binary_search_by_key(&column, |slot| slot.column);
                let slot = slot.ok().and_then(|at| slots.get(at));
                found.extend(slot.map(|slot| Discrepancy {
                    unit: self.place,
                    indicator,
                    part,
                    column,
                    submission: &slot.id,
                    value,
                    parts,
                    reports,
                }));
            }
        }
    }
}

/// The place of a unit's sector; one after the last for a unit without one.
pub(super) fn sector(plan: &Plan, unit: &Unit) -> usize {
    let named = unit.sector.as_ref();
    plan.sectors
        .iter()
        .position(|sector| Some(&sector.id) == named)
        .unwrap_or(plan.sectors.len())
}
