//! From a draft without errors to its report.

use super::entries::{ActivityEntry, Answer, Entries, Reading};
use super::input::Half;
use super::sheet::Sheet;
use crate::finding::{Finding, Severity};
use crate::report::{Draft, Explanation, FORMAT, Figures, Report, ReportActivity, Value};
use std::borrow::Cow;

/// The report of a draft in which the check found no error. Only what the form asks travels, and of the
/// explanations only those whose warning still stands.
pub(super) fn report(
    sheet: &Sheet,
    draft: &Draft,
    entries: Entries<'static>,
    findings: &[Finding],
) -> Report {
    Report {
        format: FORMAT,
        plan: draft.plan.clone(),
        plan_version: draft.plan_version,
        duty: draft.duty.clone(),
        unit: draft.unit.clone(),
        period: draft.period,
        figures: figures(sheet, &entries),
        activities: entries
            .activities
            .into_iter()
            .filter_map(activity)
            .collect(),
        explanations: explanations(draft, findings),
    }
}

fn figures(sheet: &Sheet, entries: &Entries<'_>) -> Figures<Value> {
    let mut figures = Figures::new();
    for (index, (input, reading)) in sheet.inputs().iter().zip(&entries.inputs).enumerate() {
        let Some(answer) = reading.value() else {
            continue;
        };
        let value = match (input.half, answer) {
            (Some(Half::Whole), _) => continue,
            (Some(Half::Part), answer) => match (answer, entries.number(index + 1)) {
                (Answer::Number(part), Some(whole)) => Value::Share { part: *part, whole },
                _ => continue,
            },
            (None, Answer::Number(number)) => Value::Number(*number),
            (None, Answer::Done(done)) => Value::Done(*done),
            (None, Answer::Text(text) | Answer::Phone { number: text, .. }) => {
                Value::Text(text.clone().into_owned())
            }
            (None, Answer::Date(date)) => Value::Text(date.to_iso()),
            (None, Answer::Time(time)) => Value::Text(time.to_iso()),
        };
        figures.insert(input.indicator.as_str().to_owned(), value);
    }
    figures
}

/// A first day is required of every activity, so in a draft without errors none is passed over.
fn activity(entry: ActivityEntry<'static>) -> Option<ReportActivity> {
    let text = |reading: Reading<Cow<'static, str>>| match reading {
        Reading::Value(text) => Some(text.into_owned()),
        Reading::Blank | Reading::Wrong(_) => None,
    };
    Some(ReportActivity {
        planned: entry.planned.map(Cow::into_owned),
        title: text(entry.title)?,
        date: *entry.date.value()?,
        until: entry.until.value().copied(),
        time: entry.time.value().copied(),
        place: text(entry.place),
        participants: entry.participants.value().copied(),
        links: entry.links.into_iter().filter_map(text).collect(),
        partners: entry.partners.into_iter().map(Cow::into_owned).collect(),
        note: text(entry.note),
    })
}

fn explanations(draft: &Draft, findings: &[Finding]) -> Vec<Explanation> {
    let warnings = || {
        findings
            .iter()
            .filter(|finding| finding.severity == Severity::Warning)
    };
    let stands =
        |explanation: &&Explanation| warnings().any(|warning| explanation.explains(warning));
    let trimmed = |explanation: &Explanation| Explanation {
        text: crate::text::single_line(&explanation.text).into_owned(),
        ..explanation.clone()
    };
    draft
        .explanations
        .iter()
        .filter(stands)
        .map(trimmed)
        .collect()
}
