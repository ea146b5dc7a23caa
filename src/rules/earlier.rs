//! A figure should be of the order of the unit's earlier ones, and one that counts all since the plan
//! began should not fall.
//!
//! Why: a missing or doubled zero shows against last week; a total that shrinks was mistyped now or then.
//! Example: after 120 and 90 people, 1.200 or 9 is far; after 300 trees since the beginning, 280 falls.

use super::check::View;
use super::input::{Half, Input};
use crate::finding::{Finding, Kind};
use crate::plan::Combine;
use crate::report::{Report, Value};

/// How many times as large, or as small, is far.
const FAR: i128 = 10;

/// Below this, tenfold is ordinary: from 3 participants to 40.
const FLOOR: i128 = 100;

pub(super) fn check(view: &View<'_, '_>, input: usize, combine: Combine, out: &mut Vec<Finding>) {
    if view.context.earlier.is_empty() {
        return;
    }
    let (Some(asked), Some(figure)) = (view.sheet.inputs().get(input), view.entries.number(input))
    else {
        return;
    };
    let figures = || {
        view.context
            .earlier
            .iter()
            .filter(|report| belongs(view, report))
            .filter_map(|report| value(report, asked))
    };
    if combine == Combine::Cumulative
        && let Some(earlier) = figures().next_back().filter(|earlier| figure < *earlier)
    {
        out.push(Finding::warning(
            asked.path.clone(),
            Kind::FigureFalls { earlier },
        ));
        return;
    }
    let (Some(smallest), Some(largest)) = (figures().min(), figures().max()) else {
        return;
    };
    let wide = i128::from(figure);
    let (low, high) = (i128::from(smallest), i128::from(largest));
    let nearest = if wide >= FLOOR && high > 0 && wide >= high * FAR {
        largest
    } else if wide > 0 && low >= FLOOR && wide * FAR <= low {
        smallest
    } else {
        return;
    };
    out.push(Finding::warning(
        asked.path.clone(),
        Kind::FigureFarFromEarlier { earlier: nearest },
    ));
}

/// Whether a report is an earlier one of the same unit under the same plan.
fn belongs(view: &View<'_, '_>, report: &Report) -> bool {
    let sheet = view.sheet;
    report.unit == sheet.unit()
        && report.plan == sheet.plan()
        && report.period.to() < sheet.period().to()
}

fn value(report: &Report, asked: &Input) -> Option<i64> {
    match (report.figures.get(asked.indicator.as_str())?, asked.half) {
        (Value::Number(number), None) => Some(*number),
        (Value::Share { part, .. }, Some(Half::Part)) => Some(*part),
        (Value::Share { whole, .. }, Some(Half::Whole)) => Some(*whole),
        _ => None,
    }
}
