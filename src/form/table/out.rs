//! A table as a CSV file, to be gone on with in a spreadsheet and read in again.

use crate::form::Form;
use crate::text::{CSV_START, CsvCell, push_csv_cells, push_csv_row};
use crate::value::{Measure, RollUp, Slot};

impl Form {
    /// The rows of the table at `path` as they were typed, in a CSV file that begins with the columns' names: what
    /// [`Form::take_pasted`] reads again. None where no table is asked there.
    #[must_use]
    pub fn table_file(&self, path: &str) -> Option<String> {
        let at = self.table_at(path)?;
        let typed = self.typed_rows(at.id);
        let slots = at.measure.slots();
        let mut file = CSV_START.to_owned();
        push_csv_row(&mut file, slots.iter().map(Slot::name));
        for row in 0..typed.rows.len() {
            let texts = slots.iter().map(|slot| {
                let text = typed.cell(row, &slot.key());
                called(text, &slot.column.measure)
            });
            push_csv_cells(&mut file, texts);
        }
        Some(file)
    }
}

/// A text as people call it: an answer of a list by what it is called and not by its identity. A number below zero is one
/// that a spreadsheet adds up, where numbers are asked.
fn called<'t>(text: &'t str, measure: &'t Measure) -> CsvCell<&'t str> {
    let written = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let below_zero = text.strip_prefix('-');
    match measure.roll_up() {
        RollUp::Answers(answers) => {
            let listed = answers.iter().find(|one| one.id == *text);
            CsvCell::Text(listed.map_or(text, |one| &one.label))
        }
        RollUp::Quantity if below_zero.is_some_and(|rest| rest.chars().all(written)) => {
            CsvCell::Number(text)
        }
        _ => CsvCell::Text(text),
    }
}
