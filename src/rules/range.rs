//! A number must lie between what can be, and should not lie above what is plausible.
//!
//! Why: a slip of one zero is the commonest mistake; the plan knows what one unit can reach.
//! Example: with at most 1.000 and plausible up to 500, "2000" is an error and "600" a warning.

use super::engine::check::View;
use crate::finding::{Finding, Kind};
use crate::plan::Indicator;
use crate::text::exact;
use crate::value::RollUp;

/// The range of one input.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub input: usize,
    money: bool,
    least: i64,
    most: Option<i64>,
    plausible: Option<i64>,
}

impl Range {
    pub fn of(indicator: &Indicator, input: usize) -> Self {
        Self {
            input,
            money: indicator.measure.roll_up() == RollUp::Money,
            // A form reads its plan without checking that its numbers are exact.
            least: indicator.least.map_or(0, exact),
            most: indicator.most.map(exact),
            plausible: indicator.plausible.map(exact),
        }
    }

    pub fn check(&self, view: &View<'_, '_>, out: &mut Vec<Finding>) {
        let Some(number) = view.entries.number(self.input) else {
            return;
        };
        let above = |limit: Option<i64>| limit.filter(|limit| number > *limit);
        if number < self.least {
            let least = self.least;
            // "Not below zero" is clearer than "at least 0".
            let kind = match (self.money, number < 0 && least >= 0) {
                (false, true) => Kind::NumberNegative,
                (true, true) => Kind::MoneyNegative,
                (false, false) => Kind::NumberTooSmall { least },
                (true, false) => Kind::MoneyTooSmall { least },
            };
            out.push(Finding::error(view.path(self.input), kind));
        } else if let Some(most) = above(self.most) {
            let kind = if self.money {
                Kind::MoneyTooHigh { most }
            } else {
                Kind::NumberTooHigh { most }
            };
            out.push(Finding::error(view.path(self.input), kind));
        } else if let Some(plausible) = above(self.plausible) {
            let kind = if self.money {
                Kind::MoneyImplausible { plausible }
            } else {
                Kind::NumberImplausible { plausible }
            };
            out.push(Finding::warning(view.path(self.input), kind));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn the_worst_limit_that_is_passed_speaks_alone() {
        figures(&[
            (&[("cost", "1 tỷ")], &[]),
            (
                &[("cost", "1.000.000.001")],
                &["/figures/cost money.implausible"],
            ),
            (&[("cost", "6 tỷ")], &["/figures/cost money.tooHigh"]),
            (
                &[("people", "5"), ("groups", "2")],
                &["/figures/groups number.tooSmall"],
            ),
            (&[("change", "-100")], &[]),
            (&[("change", "-101")], &["/figures/change number.tooSmall"]),
            (&[("change", "101")], &["/figures/change number.tooHigh"]),
        ]);
    }
}
