//! From a report's typed values to readings. A report that came by wire is believed in nothing: its
//! values are held to what is asked, as if they were typed.

use super::compiled::{Compiled, InTurn};
use super::entries::{ActivityEntry, Entries};
use super::input::{Half, Input};
use super::table_entry::TableEntry;
use crate::finding::{Expected, Finding, Kind, Path};
use crate::report::{MAX_ACTIVITIES, Report};
use crate::value::{Answer, Raw, Reading, exact_number};

/// Reads a report.
pub(in crate::rules) fn entries<'a>(compiled: &Compiled, report: &'a Report) -> Entries<'a> {
    let mut in_turn = InTurn::of(compiled);
    let figures = report.figures.iter();
    let figures = figures.map(|(key, value)| (key, in_turn.find(key), Raw::from(value)));
    let activities = report.activities.iter().take(MAX_ACTIVITIES);
    let activities = activities.map(ActivityEntry::of_report).collect();
    assemble(compiled, figures, activities)
}

/// Puts figures, each with the first input of its indicator, and activities in their places.
pub(in crate::rules) fn assemble<'a, 'k>(
    compiled: &Compiled,
    figures: impl Iterator<Item = (&'k str, Option<usize>, Raw<'a>)>,
    activities: Vec<ActivityEntry<'a>>,
) -> Entries<'a> {
    let mut entries = Entries::default();
    entries.inputs.resize(compiled.inputs.len(), Reading::Blank);
    for (key, input, raw) in figures {
        let Some(at) = input else {
            entries
                .strays
                .push(Finding::error(Path::figure(key), Kind::ReportUnknownFigure));
            continue;
        };
        put(compiled, &mut entries, at, raw);
    }
    compiled.settle(&mut entries);
    if compiled.list.is_none() && !activities.is_empty() {
        entries
            .strays
            .push(Finding::error(Path::activities(), Kind::ActivitiesNotAsked));
    } else {
        entries.activities = activities;
    }
    entries
}

/// Reads one value of one input.
fn reported<'a>(input: &Input, raw: Raw<'a>) -> Reading<Answer<'a>> {
    let Raw::Estimate(estimate) = raw else {
        return input.measure.reported(raw);
    };
    match input.measure.reported(Raw::Number(estimate.number)) {
        Reading::Value(_) if input.estimates => Reading::Value(Answer::Estimate(estimate)),
        Reading::Value(_) => Reading::refused(Kind::EstimateNotTaken {
            number: input.measure.as_typed(estimate.number),
        }),
        otherwise => otherwise,
    }
}

/// Puts one value at its input, or at its two inputs for a share.
fn put<'a>(compiled: &Compiled, entries: &mut Entries<'a>, at: usize, raw: Raw<'a>) {
    let Some(input) = compiled.inputs.get(at) else {
        return;
    };
    let slots = entries.inputs.get_mut(at..).unwrap_or_default();
    match (input.half, raw) {
        (None, Raw::Table(rows)) if input.measure.table().is_some() => {
            if let Some(table) = input.measure.table() {
                let columns = Compiled::of_columns(table, compiled.plan_period);
                let table = TableEntry::of_report(at, &input.path, rows, &columns);
                entries.take_table(table);
            }
        }
        (None, raw) => {
            if let [slot, ..] = slots {
                *slot = reported(input, raw);
            }
        }
        (Some(Half::Part), Raw::Share { part, whole }) => {
            if let [part_slot, whole_slot, ..] = slots {
                *part_slot = Reading::of(exact_number(part).map(Answer::Number));
                *whole_slot = Reading::of(exact_number(whole).map(Answer::Number));
            }
        }
        (Some(_), _) => {
            let path = Path::figure(input.indicator.as_str());
            entries.strays.push(Finding::error(
                path,
                Kind::ReportWrongType {
                    expected: Expected::Share,
                },
            ));
        }
    }
}
