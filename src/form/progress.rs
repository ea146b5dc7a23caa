//! What a unit reported before, and what it still lacks to reach its own targets.

use crate::plan::{Cadence, Combine, Comparison, Indicator, Plan, Scope, Target, Threshold, Unit};
use crate::report::{Report, Value};
use crate::text::Mark;

/// The targets on `indicator` that bind `unit`, in the plan's order.
pub(super) fn targets<'a>(
    plan: &'a Plan,
    indicator: &'a Indicator,
    unit: &'a Unit,
) -> impl Iterator<Item = &'a Target> {
    plan.targets
        .iter()
        .filter(move |target| target.indicator == indicator.id && target.units.chooses(unit))
}

/// A number, and in which way it is none exactly, where it is none.
pub(super) type Told = (i64, Option<Mark>);

/// What the reports of earlier periods say of `indicator`, combined as it says, and what the last of them says; none where
/// they say nothing. A number of any one report is trusted only as far as it can be added without overflow.
pub(super) fn before<'r>(
    indicator: &Indicator,
    earlier: impl Iterator<Item = &'r Report>,
) -> Option<(Told, Told)> {
    let mut told: Option<Told> = None;
    let mut last = None;
    for report in earlier {
        let figure = report.figures.get(indicator.id.as_str());
        if let Some(number) = figure.and_then(Value::told) {
            told = Some(match (indicator.combine, told) {
                (Combine::Sum, Some(sum)) => plus(sum, number)?,
                (Combine::Maximum, Some(most)) => larger(most, number),
                _ => number,
            });
            last = Some(number);
        }
    }
    told.zip(last)
}

fn plus((one, is): Told, (other, other_is): Told) -> Option<Told> {
    Some((one.checked_add(other)?, Mark::join(is, other_is)))
}

fn larger((one, is): Told, (other, other_is): Told) -> Told {
    (one.max(other), Mark::join(is, other_is))
}

/// What `unit` still lacks to reach its own target on `indicator`, given what was reported before and
/// what is typed now: 0 when it is reached; none where no target sets the unit a number to reach.
pub(super) fn remains(
    plan: &Plan,
    indicator: &Indicator,
    unit: &Unit,
    before: Option<Told>,
    now: Option<&Value>,
) -> Option<Told> {
    // Of several of which some are enough, what lacks is said of all of them together.
    let is_alone = |one: &&Target| plan.alternatives.is_empty() || plan.group_of(&one.id).is_none();
    let mut alone = targets(plan, indicator, unit).filter(is_alone);
    let goal = alone.find_map(goal)?;
    let (reached, is) = together(indicator, before, now)?;
    // "Gần 10" are not 10.
    let short = i64::from(is == Some(Mark::Below) && reached == goal);
    let lacks = goal.saturating_sub(reached).max(short);
    Some((lacks, is.map(Mark::flipped)))
}

/// What was reported before and what is typed now come to.
pub(super) fn together(
    indicator: &Indicator,
    before: Option<Told>,
    now: Option<&Value>,
) -> Option<Told> {
    let now = now.and_then(Value::told);
    let either = now.or(before).unwrap_or_default();
    match indicator.combine {
        Combine::Sum => plus(before.unwrap_or_default(), now.unwrap_or_default()),
        Combine::Latest | Combine::Cumulative => Some(either),
        Combine::Maximum => Some(larger(before.unwrap_or(either), either)),
    }
}

/// The number that a target sets each unit to reach over the whole plan. Of what is no range and rests on nothing alone: of a
/// range what lacks nothing may be too much.
fn goal(target: &Target) -> Option<i64> {
    let alone = target.scope == Scope::Each && target.per == Cadence::Plan && target.is_plain();
    let upward = matches!(target.comparison, Comparison::AtLeast | Comparison::Exactly);
    match target.value {
        Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value)
            if alone && upward =>
        {
            Some(value)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{before, remains};
    use crate::form::tests::{plan_with, report_of};
    use crate::report::Value;
    use crate::text::Mark;
    use crate::value::Estimate;

    #[test]
    fn earlier_reports_combine_as_the_indicator_says() {
        let cases = [
            ("sum", &[3, 4, 0][..], Some(7)),
            ("sum", &[], None),
            ("sum", &[i64::MAX, 1], None),
            ("latest", &[3, 9, 4], Some(4)),
            ("cumulative", &[3, 9], Some(9)),
            ("maximum", &[3, 9, 4], Some(9)),
        ];
        for (combine, numbers, expected) in cases {
            let plan = plan_with(combine, r#"{"count": 10}"#, r#""each""#);
            let earlier: Vec<_> = numbers
                .iter()
                .map(|number| report_of(&plan, *number))
                .collect();
            assert_eq!(
                before(&plan.indicators[0], earlier.iter()).map(|(all, _)| all),
                expected.map(|number| (number, None)),
                "{combine} {numbers:?}"
            );
        }
    }

    #[test]
    fn a_unit_lacks_what_its_own_target_sets_beyond_what_it_reported() {
        let cases = [
            ("sum", r#""each""#, Some(3), Some(4), Some(3)),
            ("sum", r#""each""#, None, None, Some(10)),
            ("sum", r#""each""#, Some(8), Some(5), Some(0)),
            ("cumulative", r#""each""#, Some(8), Some(9), Some(1)),
            ("cumulative", r#""each""#, Some(8), None, Some(2)),
            ("maximum", r#""each""#, Some(8), Some(2), Some(2)),
            ("sum", r#""whole""#, Some(3), Some(4), None),
        ];
        for (combine, scope, before, now, expected) in cases {
            let plan = plan_with(combine, r#"{"count": 10}"#, scope);
            let now = now.map(Value::Number);
            let lacks = remains(
                &plan,
                &plan.indicators[0],
                &plan.units[0],
                before.map(|number| (number, None)),
                now.as_ref(),
            );
            let expected = expected.map(|number| (number, None));
            assert_eq!(lacks, expected, "{combine} {scope} {before:?} {now:?}");
        }
    }
    #[test]
    fn what_is_estimated_stays_so_in_what_is_lacking() {
        use Mark::{Above, Below};
        for (before, number, is, expected) in [
            (Some((3, None)), 4, Above, (3, Some(Below))),
            (Some((3, Some(Below))), 4, Above, (3, Some(Mark::About))),
            (None, 12, Above, (0, Some(Below))),
            (None, 12, Below, (0, Some(Above))),
            (None, 10, Below, (1, Some(Above))),
        ] {
            let plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
            let now = Value::Estimate(Estimate { number, is });
            let (asked, unit) = (&plan.indicators[0], &plan.units[0]);
            let lacks = remains(&plan, asked, unit, before, Some(&now));
            assert_eq!(lacks, Some(expected), "{before:?} {is:?} {number}");
        }
    }
}
