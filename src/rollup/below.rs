//! What the units below one reported of a period, for the report in which it gathers them.

use super::RollUp;
use super::amount::Amount;
use super::combine::{Contribution, Window, combined};
use super::desk::figures;
use super::gathered::Gathered;
use super::slot::Slot;
use crate::calendar::Period;
use crate::plan::{Combine, Duty, Indicator, Plan};
use crate::report::{FORMAT, Figures, Report};
use crate::text::exact;
use crate::value::{Estimate, Value};
use std::ops::Deref;

impl<P: Deref<Target = Plan>> RollUp<P> {
    /// What the units below `unit` told of `period`, as a report of each that sent anything of it: of every figure that adds up
    /// what its own reports come to. Where a unit in between gathers, what its report tells of a figure stands for all below
    /// it, and theirs is left out. Nothing where the duty does not gather.
    #[must_use]
    pub fn below(&self, unit: &str, duty: &str, period: Period) -> Vec<Report> {
        let (plan, frame) = (&*self.plan, &*self.frame);
        let duty = plan.duty(duty).filter(|duty| duty.gathers);
        let Some(duty) = duty else {
            return Vec::new();
        };
        let gathered = Gathered::of(plan, frame, &self.rows);
        let is_below: Vec<bool> = (plan.units.iter())
            .map(|one| plan.is_below(one.id.as_str(), unit))
            .collect();
        let is_below = |place: usize| is_below.get(place).is_some_and(|is| *is);
        let tells = |slot: &&Slot| slot.counts() && period.encloses(slot.period);
        let is_inside = |above: &Contribution| period.encloses(above.period);
        let mut told = Vec::new();
        for (place, (one, slots)) in plan.units.iter().zip(&self.rows).enumerate() {
            let slots: Vec<Slot> = slots.iter().filter(tells).cloned().collect();
            if !is_below(place) || slots.is_empty() {
                continue;
            }
            let own = figures(plan, frame, &slots);
            let indicators = plan.indicators.iter().zip(&own).enumerate();
            let figures = indicators.filter_map(|(at, (indicator, own))| {
                let of = (at, indicator.combine);
                let left = gathered.left(place, of, own, is_below, is_inside);
                Some((
                    indicator.id.as_str().to_owned(),
                    told_of(indicator, &left, period)?,
                ))
            });
            told.push(Report {
                figures: figures.collect(),
                ..blank(plan, one.id.as_str(), duty, period)
            });
        }
        told
    }
}

/// A report that says nothing yet.
fn blank(plan: &Plan, unit: &str, duty: &Duty, period: Period) -> Report {
    Report {
        format: FORMAT,
        plan: plan.id.as_str().to_owned(),
        plan_version: plan.version,
        duty: duty.id.as_str().to_owned(),
        unit: unit.to_owned(),
        period,
        figures: Figures::default(),
        activities: Vec::new(),
        explanations: Vec::new(),
    }
}

/// What the figures come to; none of what is no number. A running total is what has come together so far, not what the period
/// added.
fn told_of(indicator: &Indicator, own: &[Contribution], period: Period) -> Option<Value> {
    let whole = indicator.combine == Combine::Cumulative;
    let amount = combined(indicator.combine, own, Window { period, whole })?.amount;
    match amount {
        Amount::Number(number) => Some(Value::Number(exact(number))),
        Amount::Estimate(number, is) => Some(Value::Estimate(Estimate {
            number: exact(number),
            is,
        })),
        Amount::Share { part, whole } => Some(Value::Share {
            part: exact(part),
            whole: exact(whole),
        }),
        Amount::Done(_) => None,
    }
}
