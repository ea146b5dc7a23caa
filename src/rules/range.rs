//! A number must lie between what can be, and should not lie above what is plausible.
//!
//! Why: a slip of one zero is the commonest mistake; the plan knows what one unit can reach.
//! Example: with at most 1.000 and plausible up to 500, "2000" is an error and "600" a warning.

use super::engine::{Check, Found, Over, Rule, View};
use crate::finding::{Finding, Kind};
use crate::text::exact;
use crate::value::{Held, RollUp};

pub(super) const RULE: Rule = Rule {
    codes: &[],
    checks: &[Check {
        over: Over::Each(|input| input.measure.held() == Held::Range),
        run: check,
    }],
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let (Some(asked), Some(number)) = (view.input(), view.number()) else {
        return;
    };
    let money = matches!(asked.measure.roll_up(), RollUp::Money);
    // A form reads its plan without checking that its numbers are exact.
    let least = asked.least.map_or(0, exact);
    let above = |limit: Option<i64>| limit.map(exact).filter(|limit| number > *limit);
    if number < least {
        // "Not below zero" is clearer than "at least 0".
        let kind = match (money, number < 0 && least >= 0) {
            (false, true) => Kind::NumberNegative,
            (true, true) => Kind::MoneyNegative,
            (false, false) => Kind::NumberTooSmall { least },
            (true, false) => Kind::MoneyTooSmall { least },
        };
        out.error(view.path(), kind);
    } else if let Some(most) = above(asked.most) {
        let kind = if money {
            Kind::MoneyTooHigh { most }
        } else {
            Kind::NumberTooHigh { most }
        };
        out.error(view.path(), kind);
    } else if let Some(plausible) = above(asked.plausible) {
        let kind = if money {
            Kind::MoneyImplausible { plausible }
        } else {
            Kind::NumberImplausible { plausible }
        };
        out.warning(view.path(), kind);
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
