//! The lint: what is wrong, contradictory or unsaid in an issued plan. A mistake a file: what it
//! is and why, how it is found, what is said of it, and its cases.
//!
//! A plan that parsed fits together; the lint asks whether the document makes sense. It never changes
//! the plan: it shows the statements that disagree side by side, each with the reading that the plan
//! gives it, and the office decides.

/// Declares the files of the lint, in the order in which they look at a plan. A line here is all that adds one.
macro_rules! slices {
    ($( $name:ident, )+) => {
        $( mod $name; )+
        static SLICES: &[&Slice] = &[ $( &$name::SLICE, )+ ];
    };
}

slices! {
    impossible_date,
    impossible_time,
    outside_plan,
    weekday,
    early_deadline,
    rule_and_list,
    before_day,
    quoted_deadline,
    quoted_bound,
    hour_unsaid,
    quoted_count,
    quoted_hours,
    quoted_rule,
    quoted_cycle,
    quoted_period,
    quoted_channel,
    extension,
    gaps,
    monthly_day,
    spans,
    month_and_days,
    last_events,
    final_figures,
    calendar,
    quoted_day,
    listed_days,
    listed_deadlines,
    quoted_hour,
    quoted_month,
    quoted_ordinal,
    issued,
    later_basis,
    issued_outside,
    cited_days,
    no_duty,
    no_deadline,
    on_demand,
    alternatives,
    choice,
    unsaid,
    target_number,
    quoted_number,
    number_unborne,
    quoted_comparison,
    quoted_scope,
    quoted_cadence,
    target_comparison,
    target_denominator,
    share_unit,
    measure_counted,
    target_owner,
    target_cadence,
    target_asked,
    unasked,
    asked_of_nobody,
    stocks,
    tables,
    repeated,
    overlaps,
    scope,
    parts,
    sums,
    unit_names,
    number_unknown,
    points,
    numbering,
    annex,
    citations,
    periods,
    names,
    doubled,
    contrary,
    active,
    header,
}

mod attached;
mod finding;
mod slice;
mod view;
mod well_known;
pub(crate) mod words;

pub use finding::{LintFinding, Patch, PatchValue, Reading, Stated};
pub use slice::{Lint, Said, Word};

use crate::order;
use crate::plan::Plan;
use slice::Slice;
use view::View;

/// All mistakes that the lint knows. One that is said in two ways stands here once for each.
pub fn lints() -> impl Iterator<Item = &'static Lint> {
    SLICES.iter().flat_map(|slice| slice.lints).copied()
}

/// All that the lint finds in a plan, the worst first; the same every time.
///
/// It reads the whole plan, quotes included; in the light form that [`crate::plan::publish`] makes it
/// finds less.
#[must_use]
pub fn lint(plan: &Plan) -> Vec<LintFinding> {
    let view = View::new(plan);
    let mut found = Vec::new();
    for slice in SLICES {
        (slice.check)(&view, &mut found);
    }
    order::sort(&mut found, LintFinding::order);
    found
}

/// What asks of each sentence only what it says itself.
#[cfg(feature = "reading")]
static OF_SENTENCES: &[&Slice] = &[
    &impossible_date::SLICE,
    &impossible_time::SLICE,
    &weekday::SLICE,
    &monthly_day::SLICE,
    &spans::SLICE,
    &sums::SLICE,
    &periods::SLICE,
    &doubled::SLICE,
    &contrary::SLICE,
];

/// All that the lint finds in paragraphs of the document itself, each with the place of its paragraph, the worst first. `plan` says
/// when they hold; what it lists is not looked at where it lists nothing.
#[cfg(feature = "reading")]
#[must_use]
pub(crate) fn lint_sentences(plan: &Plan, paragraphs: &[&str]) -> Vec<(usize, LintFinding)> {
    let view = View::of_paragraphs(plan, paragraphs);
    let mut found = Vec::new();
    for slice in OF_SENTENCES {
        (slice.check)(&view, &mut found);
    }
    order::sort(&mut found, LintFinding::order);
    let place = |finding: &LintFinding| finding.path.segments().last()?.parse().ok();
    let placed = found.into_iter();
    placed
        .filter_map(|finding| Some((place(&finding)?, finding)))
        .collect()
}

#[cfg(test)]
mod tests;
