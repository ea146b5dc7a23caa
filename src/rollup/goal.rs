//! What a target asks of those whom it binds, as numbers, and whether an amount is so.

use super::amount::{ALL, Amount};
use crate::plan::{Comparison, Goal, Scope, Target, Threshold};
use crate::text::exact;

/// Whether units count, not what they reach: a target of each unit, or of a share of the units. A share
/// that every member's unit is to reach is one too.
pub(super) fn by_unit(target: &Target) -> bool {
    match target.scope {
        Scope::Whole => false,
        Scope::Each | Scope::ShareOfUnits(_) => true,
        Scope::EachMember => {
            is_of_whole(target) || target.of.is_none() && target.value == Threshold::Done
        }
    }
}

/// What so many bound units together are to reach; `own` is what the target comes to for all of them.
pub(super) fn goal_of(target: &Target, units: usize, own: Option<Goal>) -> Option<i64> {
    match target.scope {
        Scope::Whole => own.map(|goal| threshold(goal.value)),
        Scope::EachMember if !by_unit(target) => {
            let own = own.filter(|_| target.of.is_some());
            own.map(|goal| threshold(goal.value))
        }
        Scope::Each | Scope::EachMember => Some(number(units)),
        Scope::ShareOfUnits(share) => {
            let units = i128::from(number(units)) * i128::from(share);
            Some(exact((units + ALL - 1) / ALL))
        }
    }
}

pub(super) fn threshold(value: Threshold) -> i64 {
    match value {
        Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value) => value,
        Threshold::BasisPoints(share) => share.into(),
        // Rounded up: what does not reach it lacks something.
        Threshold::Ratio(ratio) => {
            let (part, whole) = (i128::from(ratio.part()), i128::from(ratio.whole()));
            exact((part * ALL + whole - 1) / whole)
        }
        Threshold::Done => 1,
    }
}

/// Whether an amount is as the target asks; what rests on a number that is not known is not.
pub(super) fn meets(target: &Target, goal: Option<Goal>, amount: Amount) -> bool {
    goal.is_some_and(|goal| {
        let within = |most| amount.meets(Comparison::AtMost, most);
        amount.meets(target.comparison, goal.value) && goal.up_to.is_none_or(within)
    })
}

/// Whether what [`meets`] says is certain.
pub(super) fn is_sure(goal: Option<Goal>, amount: Amount) -> bool {
    goal.is_none_or(|goal| {
        amount.is_sure(goal.value) && goal.up_to.is_none_or(|most| amount.is_sure(most))
    })
}

/// Whether it is so much of a whole that is reported beside it.
pub(super) fn is_of_whole(target: &Target) -> bool {
    let of_whole = matches!(
        target.value,
        Threshold::BasisPoints(_) | Threshold::Ratio(_)
    );
    of_whole && target.of.is_none()
}

pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
