//! Which rules apply to a field.

use super::engine::check::Check;
use super::range::Range;
use super::tally::TallyRule;
use crate::plan::{Combine, Field, Indicator, Span};
use crate::value::Held;

/// Binds the rules of one field, whose first input is `input`. `listed` says of which days the form's list of activities
/// tells, where it has one.
pub(super) fn compile(
    field: &Field,
    indicator: &Indicator,
    input: usize,
    listed: Option<Span>,
    checks: &mut Vec<Check>,
) {
    let share = indicator.measure.held() == Held::Share;
    if field.required {
        checks.push(if share {
            Check::RequiredShare(input)
        } else {
            Check::Required(input)
        });
    }
    checks.push(Check::Understood(input));
    match indicator.measure.held() {
        Held::Range => number(indicator, input, checks),
        Held::Share => {
            checks.push(Check::Understood(input + 1));
            number(indicator, input, checks);
            number(indicator, input + 1, checks);
            checks.push(Check::Share(input));
        }
        Held::Length(max) => checks.push(Check::Length { input, max }),
        Held::WithinPlan => checks.push(Check::WithinPlan(input)),
        Held::Prefix => checks.push(Check::KnownPrefix(input)),
        Held::Alone => {}
    }
    // Both hold the figure against the list of activities, so the form must have one.
    if listed.is_some() && field.evidence {
        checks.push(Check::Evidence(input));
    }
    if let (Some(tally), Some(within), false) = (indicator.tally, listed, share) {
        let same_days = within == Span::Period && indicator.combine != Combine::Cumulative;
        checks.push(Check::Tally(TallyRule {
            input,
            tally,
            same_days,
        }));
    }
}

fn number(indicator: &Indicator, input: usize, checks: &mut Vec<Check>) {
    checks.push(Check::Range(Range::of(indicator, input)));
    checks.push(Check::Earlier {
        input,
        combine: indicator.combine,
    });
}
