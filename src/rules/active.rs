//! A typed report holds no character that steers what stands around it.
//!
//! Why: a report is printed, listed and read in terminals, where such a character colours a line, wipes the screen or
//! turns a name around. A form leaves them out of what is typed; what another program sends is held to the same.
//! Example: a title "Trồng cây" with U+202E in it is refused at that title, and the character and its place are told.

use super::engine::Sheet;
use crate::finding::{Finding, Kind, Path};
use crate::plan::ActivityPart;
use crate::report::{Figures, MAX_ACTIVITIES, MAX_EXPLANATIONS, PartValue, Report, Value};
use crate::text::first_active;
use crate::value::{Held, MOST_ROWS, TableMeasure};

/// Says of every text of a report where it holds such a character. Notes and answers of several lines may break them.
pub(super) fn check(sheet: &Sheet, report: &Report, out: &mut Vec<Finding>) {
    for (key, value) in report.figures.iter() {
        let input = sheet.input(key).and_then(|input| sheet.inputs().get(input));
        if let (Value::Table(rows), Some(table)) =
            (value, input.and_then(|input| input.measure.table()))
        {
            cells(rows, table, &Path::figure(key), out);
        }
        if let (Value::Text(text), Some(measure)) = (value, input.map(|input| &input.measure))
            && matches!(measure.held(), Held::Length(_))
        {
            let lines = measure.control().lines;
            out.extend(found(text, lines, || Path::figure(key)));
        }
    }
    for (index, activity) in (0..MAX_ACTIVITIES).zip(&report.activities) {
        // A link holds none, or it is none.
        for part in ActivityPart::ALL {
            let at = || Path::activity_part(index, part.key());
            let lines = part.asked().control.lines;
            out.extend(match activity.part(part) {
                _ if part == ActivityPart::Links => None,
                PartValue::Text(text) => text.and_then(|text| found(text, lines, at)),
                PartValue::Texts(texts) => texts.iter().find_map(|text| found(text, false, at)),
                PartValue::Day(_) | PartValue::Hour(_) | PartValue::Number(_) => None,
            });
        }
    }
    for (index, explanation) in (0..MAX_EXPLANATIONS).zip(&report.explanations) {
        let texts = [
            ("path", explanation.path.as_str()),
            ("code", &explanation.code),
            ("text", &explanation.text),
        ];
        for (member, text) in texts {
            let at = || Path::top("explanations").at(index).then(member);
            out.extend(found(text, false, at));
        }
    }
}

/// The same of every cell of a table.
fn cells(rows: &[Figures<Value>], table: &TableMeasure, at: &Path, out: &mut Vec<Finding>) {
    for (place, row) in (0..MOST_ROWS).zip(rows) {
        for column in &table.columns {
            if let Some(Value::Text(text)) = row.get(column.id.as_str())
                && matches!(column.measure.held(), Held::Length(_))
            {
                let lines = column.measure.control().lines;
                let at = || at.clone().at(place).then(column.id.as_str());
                out.extend(found(text, lines, at));
            }
        }
    }
}

fn found(text: &str, lines: bool, at: impl Fn() -> Path) -> Option<Finding> {
    let (place, character) = first_active(text, lines)?;
    let kind = Kind::TextActiveCharacter {
        character: format!("U+{:04X}", u32::from(character)),
        place: u32::try_from(place).unwrap_or(u32::MAX),
    };
    Some(Finding::error(at(), kind))
}
