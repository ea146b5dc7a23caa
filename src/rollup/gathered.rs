//! What units above others tell of those below them: a report that gathers (báo cáo gộp) holds for all of them.
//!
//! Both levels may be bound by one plan. What a unit sent is its own; where it is added to what others sent, the report above
//! that tells of it too stands in its place, so that nothing counts twice.

use super::combine::{Combined, Contribution, Window, combined};
use super::desk::{Desk, figures};
use super::frame::Frame;
use super::slot::Slot;
use crate::plan::{Combine, Plan, Unit};
use std::borrow::Cow;
use std::sync::Arc;

/// What is told of others.
pub(super) struct Gathered {
    /// Of each unit, by indicator, what its gathering reports tell; empty where it sends none.
    told: Vec<Vec<Vec<Contribution>>>,
    /// Of each unit the place of the one above it.
    above: Vec<Option<usize>>,
}

impl Gathered {
    pub fn of(plan: &Plan, frame: &Frame, rows: &[Arc<Vec<Slot>>]) -> Self {
        if !plan.duties.iter().any(|duty| duty.gathers) {
            return Self {
                told: Vec::new(),
                above: Vec::new(),
            };
        }
        let gathers = |one: &Contribution| {
            let column = frame.columns.get(one.column);
            let duty = column.and_then(|column| plan.duties.get(column.duty));
            duty.is_some_and(|duty| duty.gathers)
        };
        let above: Vec<_> = plan.units.iter().map(|unit| frame.above(unit)).collect();
        let mut has_below = vec![false; plan.units.len()];
        for place in above.iter().flatten() {
            if let Some(has) = has_below.get_mut(*place) {
                *has = true;
            }
        }
        let of_unit = |(slots, has_below): (&Arc<Vec<Slot>>, bool)| {
            let mut told = Vec::new();
            if has_below {
                told = figures(plan, frame, slots);
                for figures in &mut told {
                    figures.retain(gathers);
                }
            }
            told
        };
        Self {
            told: rows.iter().zip(has_below).map(of_unit).collect(),
            above,
        }
    }

    /// Whether nothing is told of others.
    pub fn is_empty(&self) -> bool {
        self.above.is_empty()
    }

    /// What is left of the figures of the unit at `place` to be added to those of others: `counts` says which units above are
    /// added up too, and `is_heard` which of their figures.
    ///
    /// Where periods add up, a report above takes in those that are no longer than its own period, as a long period takes in
    /// short ones; elsewhere the last word is that of whoever tells of all.
    pub fn left<'c>(
        &self,
        place: usize,
        (indicator, combine): (usize, Combine),
        own: &'c [Contribution],
        counts: impl Fn(usize) -> bool,
        is_heard: impl Fn(&Contribution) -> bool,
    ) -> Cow<'c, [Contribution]> {
        let mut left = Cow::Borrowed(own);
        let mut next = self.above.get(place).copied().flatten();
        // A parsed plan has no ring of parents; one that was made otherwise must not hold the walk.
        for _ in 0..self.above.len() {
            let Some(above) = next else { break };
            next = self.above.get(above).copied().flatten();
            let told = self.told.get(above).and_then(|told| told.get(indicator));
            let told = told.map_or(&[][..], Vec::as_slice);
            if left.is_empty() || !counts(above) || !told.iter().any(&is_heard) {
                continue;
            }
            let is_told = |one: &Contribution| {
                combine != Combine::Sum
                    || told.iter().filter(|above| is_heard(above)).any(|above| {
                        above.period.len_days() >= one.period.len_days()
                            && above.takes_in(one.period)
                    })
            };
            left = Cow::Owned(left.iter().filter(|one| !is_told(one)).copied().collect());
        }
        left
    }
}

impl Desk<'_> {
    /// Whether a unit above that `counts` chooses tells of the same occasion.
    pub fn is_told_above(
        &self,
        of: (usize, Combine),
        one: &Contribution,
        counts: &dyn Fn(&Unit) -> bool,
    ) -> bool {
        let counted = |above: usize| self.plan.units.get(above).is_some_and(counts);
        let is_same = |above: &Contribution| above.column == one.column;
        let own = std::slice::from_ref(one);
        self.gathered
            .left(self.place, of, own, counted, is_same)
            .is_empty()
    }

    /// What of the unit's figures is added to those of the units that `counts` chooses, where `one` is what they come to by
    /// themselves.
    pub fn added(
        &self,
        of: (usize, Combine),
        (own, one): (&[Contribution], Option<Combined>),
        window: Window,
        counts: &dyn Fn(&Unit) -> bool,
    ) -> Option<Combined> {
        if self.gathered.is_empty() {
            return one;
        }
        let counted = |above: usize| self.plan.units.get(above).is_some_and(counts);
        let is_heard = |above: &Contribution| window.hears(of.1, above);
        let left = self.gathered.left(self.place, of, own, counted, is_heard);
        match left {
            Cow::Borrowed(_) => one,
            Cow::Owned(left) => combined(of.1, &left, window),
        }
    }
}
