//! What a unit reported before, and what it still lacks to reach its own targets.

use crate::plan::{Cadence, Combine, Comparison, Indicator, Plan, Scope, Target, Threshold, Unit};
use crate::report::{Report, Value};

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

/// What the reports of earlier periods say of `indicator`, combined as it says; none where they say
/// nothing. A number of any one report is trusted only as far as it can be added without overflow.
pub(super) fn before<'r>(
    indicator: &Indicator,
    earlier: impl Iterator<Item = &'r Report>,
) -> Option<i64> {
    let mut told: Option<i64> = None;
    for report in earlier {
        let figure = report.figures.get(indicator.id.as_str());
        if let Some(number) = figure.and_then(Value::number) {
            told = Some(match (indicator.combine, told) {
                (Combine::Sum, Some(sum)) => sum.checked_add(number)?,
                (Combine::Maximum, Some(most)) => most.max(number),
                _ => number,
            });
        }
    }
    told
}

/// What `unit` still lacks to reach its own target on `indicator`, given what was reported before and
/// what is typed now: 0 when it is reached; none where no target sets the unit a number to reach.
pub(super) fn remains(
    plan: &Plan,
    indicator: &Indicator,
    unit: &Unit,
    before: Option<i64>,
    now: Option<&Value>,
) -> Option<i64> {
    let goal = targets(plan, indicator, unit).find_map(goal)?;
    let now = now.and_then(Value::number);
    let reached = match indicator.combine {
        Combine::Sum => before.unwrap_or(0).checked_add(now.unwrap_or(0))?,
        Combine::Latest | Combine::Cumulative => now.or(before).unwrap_or(0),
        Combine::Maximum => before.max(now).unwrap_or(0),
    };
    Some(goal.saturating_sub(reached).max(0))
}

/// The number that a target sets each unit to reach over the whole plan.
fn goal(target: &Target) -> Option<i64> {
    let alone = target.scope == Scope::Each && target.per == Cadence::Plan;
    let upward = matches!(target.comparison, Comparison::AtLeast | Comparison::Exactly);
    match target.value {
        Threshold::Count(value) | Threshold::Money(value) if alone && upward => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{before, remains};
    use crate::form::tests::{plan_with, report_of};
    use crate::report::Value;

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
                before(&plan.indicators[0], earlier.iter()),
                expected,
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
                before,
                now.as_ref(),
            );
            assert_eq!(lacks, expected, "{combine} {scope} {before:?} {now:?}");
        }
    }
}
