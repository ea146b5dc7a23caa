//! The spans of time for which a target holds.

use super::combine::Window;
use super::frame::Frame;
use crate::calendar::{Cycle, Date, MonthDay, Period, Weekday};
use crate::plan::{Cadence, Plan, Schedule, Target};
use std::ops::RangeInclusive;

/// The spans of a target in order; one for a target of the whole plan.
///
/// Where a duty of most of its units asks the indicator in periods of the cadence's length, those are the
/// spans: the office's weeks, not the calendar's, so that each span has its report. Else the calendar is cut.
pub(super) fn spans(plan: &Plan, frame: &Frame, target: &Target, indicator: usize) -> Vec<Window> {
    let Some((cycle, lengths)) = cycle(plan, target.per) else {
        return vec![Window {
            period: plan.period,
            whole: true,
        }];
    };
    let bound = || plan.units.iter().filter(|unit| target.units.chooses(unit));
    let binds_most = |duty: &usize| {
        let by = plan.duties.get(*duty).map(|duty| &duty.by);
        let both = bound().filter(|unit| by.is_some_and(|by| by.chooses(unit)));
        both.count() * 2 > bound().count()
    };
    let made = cycle.periods(plan.period).unwrap_or_default();
    // Periods that are listed one over the other are no spans: there is no room for so many.
    let reported = (0..plan.duties.len())
        .filter(binds_most)
        .filter_map(|duty| reported(frame, duty, indicator, &lengths))
        .filter(|periods| periods.len() <= 2 * (made.len() + 1))
        .max_by_key(Vec::len);
    let periods = reported.unwrap_or_else(|| made.iter().map(|one| one.period).collect());
    let window = |period| Window {
        period,
        whole: false,
    };
    periods.into_iter().map(window).collect()
}

/// The periods of a duty that asks the indicator, where most of them have the length of the cadence.
fn reported(
    frame: &Frame,
    duty: usize,
    indicator: usize,
    lengths: &RangeInclusive<i64>,
) -> Option<Vec<Period>> {
    let periods: Vec<Period> = (0..)
        .zip(&frame.columns)
        .filter(|(place, column)| column.duty == duty && frame.asks(*place, indicator))
        .map(|(_, column)| column.occasion.period)
        .collect();
    let fit = |period: &&Period| lengths.contains(&period.len_days());
    let fitting = periods.iter().filter(fit).count();
    (fitting > 0 && fitting * 2 > periods.len()).then_some(periods)
}

/// How the calendar is cut for a cadence, and how many days a reporting period of that cadence has.
fn cycle(plan: &Plan, cadence: Cadence) -> Option<(Cycle, RangeInclusive<i64>)> {
    Some(match cadence {
        Cadence::Plan => return None,
        Cadence::Year => (Cycle::Year, 330..=370),
        Cadence::SchoolYear => (school_year(plan), 240..=370),
        Cadence::HalfYear => (Cycle::HalfYear, 170..=190),
        Cadence::Quarter => (Cycle::Quarter, 85..=95),
        Cadence::Month => (Cycle::Month { ends_on: None }, 27..=34),
        Cadence::Week => (
            Cycle::Week {
                ends: Weekday::Sunday,
            },
            5..=9,
        ),
        Cadence::Day => (Cycle::Day, 1..=1),
    })
}

/// The school year as one of the plan's duties cuts it; else from 5 September, the national opening day.
fn school_year(plan: &Plan) -> Cycle {
    let stated = plan.duties.iter().find_map(|duty| {
        let Schedule::Recurring(recurrence) = &duty.schedule()?.schedule else {
            return None;
        };
        match recurrence.cycle {
            Cycle::SchoolYear { from, .. }
            | Cycle::Semester {
                first_from: from, ..
            } => Some(Cycle::SchoolYear { from, until: None }),
            _ => None,
        }
    });
    let opening = || MonthDay::new(9, 5).map(|from| Cycle::SchoolYear { from, until: None });
    stated.or_else(|| opening().ok()).unwrap_or(Cycle::Year)
}

/// The place of the span in which `today` lies; before the first the first, else the last that has begun.
pub(super) fn current(spans: &[Window], today: Date) -> usize {
    spans
        .iter()
        .rposition(|span| span.period.from() <= today)
        .unwrap_or(0)
}
