//! What is reported for every figure that some form asks, whether a target is set on it or not.
//!
//! The periods of a unit become one as the plan says of the figure, in the very way in which targets are computed; the units
//! then add up. A unit counts where a report of it asks the figure, or gave it.

use super::amount::Amount;
use super::asked::Asked;
use super::combine::{Window, combined};
use super::desk::{Desk, sector};
use super::frame::{Form, Frame, concerns};
use super::parts::TablePart;
use crate::plan::{Combine, Only, Plan, Unit};
use crate::punctuality::{Partial, Standing};
use crate::value::RollUp;

/// The most values of units that all figures list one by one. A plan that makes more has each figure's total and its
/// sectors'.
const LISTED: usize = 50_000;

/// What one figure comes to.
#[derive(Clone, Debug)]
pub struct Total {
    /// The place of the indicator.
    pub indicator: usize,
    /// What of it, where it is a table.
    pub part: Option<TablePart>,
    /// Where its figure stands among all.
    place: usize,
    /// Over all units.
    pub all: Summed,
    /// By sector; the last is that of the units without one.
    pub sectors: Vec<Summed>,
    /// By unit, those that are asked; none where the plan has too many to list.
    pub units: Vec<UnitTotal>,
}

/// What a figure comes to over some units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summed {
    /// How many units are asked.
    pub units: usize,
    /// Of how many of them a figure is known.
    pub known: usize,
    /// All figures together; none where none is known.
    pub amount: Option<Amount>,
    /// How whole it is.
    pub partial: Partial,
}

/// What a figure comes to of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitTotal {
    /// The place of the unit.
    pub unit: usize,
    /// Its figure; none where none is known.
    pub amount: Option<Amount>,
    /// How its reports that ask the figure stand.
    pub standing: Standing,
}

impl Summed {
    /// Adds one unit: whether its figure is known, and what of it is added to those of others.
    fn add(&mut self, is_known: bool, added: Option<Amount>, standing: (Standing, bool)) {
        self.units += 1;
        self.partial.count(standing);
        self.known += usize::from(is_known);
        if let Some(amount) = added {
            self.amount = Some(self.amount.map_or(amount, |sum| sum.plus(amount)));
        }
    }

    /// Whether it contains numbers that are none exactly.
    #[must_use]
    pub const fn is_estimated(&self) -> bool {
        matches!(self.amount, Some(Amount::Estimate(..)))
    }
}

/// The places of all figures that add up, each with its indicator and, of a table, its part. A table's stand where it stands.
fn figures(plan: &Plan, frame: &Frame) -> Vec<(usize, usize, Option<TablePart>)> {
    let mut all = Vec::new();
    for (indicator, one) in plan.indicators.iter().enumerate() {
        match one.measure.roll_up() {
            RollUp::Answers(_) | RollUp::Told | RollUp::Never => {}
            RollUp::Rows(_) => {
                let parts = frame.parts.iter().zip(plan.indicators.len()..);
                let own = parts.filter(|(part, _)| part.indicator == indicator);
                all.extend(own.map(|(part, place)| (place, indicator, Some(part.of))));
            }
            _ => all.push((indicator, indicator, None)),
        }
    }
    all
}

/// All figures, being added up.
pub(super) struct Totals {
    window: Window,
    groups: Vec<Group>,
    totals: Vec<Total>,
    listed: bool,
}

/// Figures that the same forms ask of the same units and that combine alike: how a unit's reports stand is asked once for all
/// of them.
struct Group {
    /// Of each form that asks them, of whom and when.
    forms: Vec<Option<Vec<Only>>>,
    combine: Combine,
    totals: Vec<usize>,
}

impl Totals {
    /// The figures of the plan that some form asks; nothing has been reported yet.
    pub fn new(plan: &Plan, frame: &Frame) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut totals = Vec::new();
        for (place, indicator, part) in figures(plan, frame) {
            let Some(combine) = plan.indicators.get(indicator).map(|one| one.combine) else {
                continue;
            };
            let asks = |form: &Form| form.asks(place).then(|| form.only(place).to_vec());
            let forms: Vec<_> = frame.forms.iter().map(asks).collect();
            if forms.iter().all(Option::is_none) {
                continue;
            }
            let at = totals.len();
            let same = |group: &&mut Group| group.forms == forms && group.combine == combine;
            match groups.iter_mut().find(same) {
                Some(group) => group.totals.push(at),
                None => groups.push(Group {
                    forms,
                    combine,
                    totals: vec![at],
                }),
            }
            totals.push(Total {
                indicator,
                part,
                place,
                all: Summed::default(),
                sectors: vec![Summed::default(); plan.sectors.len() + 1],
                units: Vec::new(),
            });
        }
        Self {
            window: Window {
                period: plan.period,
                whole: true,
            },
            listed: totals.len().saturating_mul(plan.units.len()) <= LISTED,
            groups,
            totals,
        }
    }

    /// Takes in what one unit owes and has sent.
    pub fn take(&mut self, desk: &Desk<'_>) {
        let sector = sector(desk.plan, desk.unit);
        for group in &self.groups {
            let asks = |column: usize| {
                let Some(column) = desk.frame.columns.get(column) else {
                    return false;
                };
                let asked = group.forms.get(column.form).and_then(Option::as_ref);
                asked.is_some_and(|only| concerns(only, desk.unit, column.occasion.period))
            };
            let asked = Asked::of(&desk.dues, asks);
            if asked.is_empty() {
                continue;
            }
            let standing = asked.standing(group.combine, self.window);
            for place in &group.totals {
                let Some(total) = self.totals.get_mut(*place) else {
                    continue;
                };
                // Its stock is in that of the unit into which it merged.
                let passed = desk.told_since.get(total.place);
                if passed.is_some_and(Option::is_some) {
                    continue;
                }
                let own = desk.figures.get(total.place);
                let own = own.map_or(&[][..], Vec::as_slice);
                let of = (total.place, group.combine);
                let one = combined(group.combine, own, self.window);
                let added = |counts: &dyn Fn(&Unit) -> bool| {
                    let added = desk.added(of, (own, one), self.window, counts);
                    added.map(|one| one.amount)
                };
                let is_alike = |above: &Unit| above.sector == desk.unit.sector;
                let (of_all, of_sector) = (added(&|_| true), added(&is_alike));
                let amount = one.map(|one| one.amount);
                if amount.is_none() && standing.0 == Standing::NotAsked {
                    continue;
                }
                total.all.add(amount.is_some(), of_all, standing);
                if let Some(sum) = total.sectors.get_mut(sector) {
                    sum.add(amount.is_some(), of_sector, standing);
                }
                if self.listed {
                    total.units.push(UnitTotal {
                        unit: desk.place,
                        amount,
                        standing: standing.0,
                    });
                }
            }
        }
    }

    /// All figures in the plan's order.
    pub fn finish(self) -> Vec<Total> {
        self.totals
    }
}
