//! How many units gave which answer of a list.
//!
//! Of each unit the latest report with an answer holds, whatever the plan says of how periods combine: answers are no
//! sum, and what a unit said first and says no more is not said twice. The latest is the one that tells of the latest
//! day, of those the one received last.

use super::amount::Figure;
use super::frame::Frame;
use super::progress::Cell;
use super::slot::Slot;
use crate::plan::{Plan, Unit};
use crate::punctuality::Standing;
use crate::value::RollUp;

/// The answers to one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The place of the indicator.
    pub indicator: usize,
    /// How many units are asked.
    pub units: usize,
    /// How many of them have answered.
    pub answered: usize,
    /// How many units gave each answer, in the list's order. Where several can be chosen, a unit counts at each.
    pub said: Vec<usize>,
}

impl Answers {
    /// The indicators of the plan that are answered from a list and asked by some form; nobody has answered yet.
    pub(super) fn of(plan: &Plan, frame: &Frame) -> Vec<Self> {
        let indicators = plan.indicators.iter().enumerate();
        indicators
            .filter(|(place, _)| frame.forms.iter().any(|form| form.asks(*place)))
            .filter_map(|(indicator, one)| match one.measure.roll_up() {
                RollUp::Answers(listed) => Some(Self {
                    indicator,
                    units: 0,
                    answered: 0,
                    said: vec![0; listed.len()],
                }),
                _ => None,
            })
            .collect()
    }

    /// Takes in what one unit owes and has sent.
    pub(super) fn take(
        &mut self,
        plan: &Plan,
        frame: &Frame,
        unit: &Unit,
        row: &[Option<Cell<'_>>],
        slots: &[Slot],
    ) {
        let is_asked = |(column, cell): (usize, &Option<Cell<'_>>)| {
            cell.is_some_and(|cell| cell.standing != Standing::NotAsked)
                && frame.asks_of(unit, column, self.indicator)
        };
        if !row.iter().enumerate().any(is_asked) {
            return;
        }
        self.units += 1;
        let counted = slots.iter().filter(|slot| slot.counts());
        let given = counted.filter_map(|slot| {
            let received = slot.received_at.civil(plan.offset).0;
            let places = self.given(frame, slot)?;
            Some((
                (
                    slot.period.to().min(received),
                    slot.period.at(),
                    slot.received_at,
                    slot.column,
                ),
                places,
            ))
        });
        let Some((_, places)) = given.max_by_key(|(when, _)| *when) else {
            return;
        };
        self.answered += 1;
        for (place, count) in self.said.iter_mut().enumerate() {
            *count += usize::from(places >> place & 1 == 1);
        }
    }

    /// The answers that a report gives; none where it gives none.
    fn given(&self, frame: &Frame, slot: &Slot) -> Option<u64> {
        let form = frame.form(slot.column)?;
        slot.figures
            .iter()
            .find_map(|(input, figure)| match figure {
                Figure::Chosen(places) if form.indicator(input) == Some(self.indicator) => {
                    Some(places)
                }
                _ => None,
            })
    }
}
