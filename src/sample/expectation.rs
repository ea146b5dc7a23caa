//! What one unit can be expected to reach over the plan's whole time, from the targets.

use crate::calendar::Cycle;
use crate::plan::{Cadence, Indicator, Plan, Scope, Threshold, Unit};

/// For each indicator what one unit of middling size comes to over the whole plan, in thousandths; of a
/// share the hundredths of a percent.
#[derive(Clone, Debug)]
pub(super) struct Expectations(Vec<i64>);

/// Units together reach a little more than is asked.
const ZEAL: i64 = 108;

impl Expectations {
    pub fn new(plan: &Plan) -> Self {
        Self(
            plan.indicators
                .iter()
                .map(|one| expected(plan, one))
                .collect(),
        )
    }

    pub fn of(&self, indicator: usize) -> i64 {
        self.0.get(indicator).copied().unwrap_or(0)
    }
}

fn expected(plan: &Plan, indicator: &Indicator) -> i64 {
    let target = plan
        .targets
        .iter()
        .find(|one| one.indicator == indicator.id);
    let untold = || {
        // Fifty cây, and fifty times the smallest sum of money of which anyone tells.
        let step = indicator.measure.invented().step();
        let usual = indicator.plausible.unwrap_or(400 * step) / 8;
        usual.max(1).saturating_mul(1_000)
    };
    let Some(target) = target else {
        return untold();
    };
    let asked = |unit: &&Unit| {
        target.units.chooses(unit) && plan.duties.iter().any(|duty| duty.by.chooses(unit))
    };
    let units = i64::try_from(plan.units.iter().filter(asked).count()).unwrap_or(1);
    // A unit of middling size.
    let numbers = plan.units.iter().filter(asked);
    let numbers: Vec<i128> = numbers
        .filter_map(|unit| Some(unit.number(target.rests_on()?)?.into()))
        .collect();
    let known = i128::try_from(numbers.len().max(1)).unwrap_or(1);
    let one = numbers.iter().sum::<i128>() / known;
    let Some(goal) = target.goal(Some(one)) else {
        return untold();
    };
    // What all are to reach together rests on all their numbers.
    let is_shared = target.scope == Scope::Whole && target.of.is_none();
    let value = match goal.value {
        Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value) => value,
        Threshold::Ratio(ratio) => {
            return ratio.part().saturating_mul(10_000) / ratio.whole();
        }
        Threshold::BasisPoints(share) => return i64::from(share),
        Threshold::Done => return 1_000,
    };
    let shared = if is_shared { units.max(1) } else { 1 };
    value
        .saturating_mul(spans(plan, target.per))
        .saturating_mul(1_000)
        .saturating_mul(ZEAL)
        / 100
        / shared
}

/// How often a cadence comes round in the plan's time.
fn spans(plan: &Plan, cadence: Cadence) -> i64 {
    let days = plan.period.len_days();
    let length = match cadence {
        Cadence::Plan => return 1,
        Cadence::Year | Cadence::SchoolYear => Cycle::Year.period_of(plan.period.from()).len_days(),
        Cadence::HalfYear => 182,
        Cadence::Quarter => 91,
        Cadence::Month => 30,
        Cadence::Week => 7,
        Cadence::Day => 1,
    };
    (days / length).max(1)
}
