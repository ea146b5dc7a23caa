//! From a draft without errors to its report.

use super::entries::{ActivityEntry, Entries};
use super::input::{Half, Input};
use super::sheet::Sheet;
use super::told::Told;
use crate::finding::{Finding, Severity};
use crate::report::{Draft, Explanation, FORMAT, Figures, Report, Value};
use crate::value::Answer;

/// The report of a draft in which the check found no error. Only what the form asks travels, and of the
/// explanations only those whose warning still stands, or which answer what the receiving side told.
pub(in crate::rules) fn report(
    sheet: &Sheet,
    draft: &Draft,
    entries: Entries<'static>,
    findings: &[Finding],
    told: &[Told],
) -> Report {
    Report {
        format: FORMAT,
        plan: draft.plan.clone(),
        plan_version: draft.plan_version,
        duty: draft.duty.clone(),
        unit: draft.unit.clone(),
        period: draft.period,
        figures: figures(sheet, sheet.inputs(), &entries),
        activities: entries
            .activities
            .iter()
            .filter_map(ActivityEntry::reported)
            .collect(),
        explanations: explanations(draft, findings, told),
    }
}

fn figures(sheet: &Sheet, inputs: &[Input], entries: &Entries<'_>) -> Figures<Value> {
    let mut told = Figures::new();
    for (index, (input, reading)) in inputs.iter().zip(&entries.inputs).enumerate() {
        let Some(answer) = reading.value() else {
            continue;
        };
        let value = match (input.half, answer) {
            (Some(Half::Whole), _) => continue,
            (Some(Half::Part), answer) => match (answer, entries.number(index + 1)) {
                (Answer::Number(part), Some(whole)) => Value::Share { part: *part, whole },
                _ => continue,
            },
            (None, Answer::Table) => {
                let (Some(cells), Some(table)) = (sheet.of_rows(index), entries.table(index))
                else {
                    continue;
                };
                let rows = table.rows.iter();
                Value::Table(
                    rows.map(|row| figures(&cells, cells.inputs(), row))
                        .collect(),
                )
            }
            (None, answer) => answer.to_value(),
        };
        told.insert(input.indicator.as_str().to_owned(), value);
    }
    told
}

fn explanations(draft: &Draft, findings: &[Finding], told: &[Told]) -> Vec<Explanation> {
    let warnings = || {
        findings
            .iter()
            .filter(|finding| finding.severity == Severity::Warning)
    };
    let stands = |line: &&Explanation| {
        warnings().any(|warning| line.explains(warning))
            || told.iter().any(|told| line.answers(&told.path, &told.code))
    };
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
