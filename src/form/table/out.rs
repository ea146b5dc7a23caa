//! A table as a CSV file, to be gone on with in a spreadsheet and read in again.

use super::list::is_list;
use crate::form::Form;
use crate::text::{CSV_START, CsvCell, push_csv_cells, push_csv_row};
use crate::value::{Measure, RollUp, Slot};

impl Form {
    /// The rows of the table at `path` as they were typed, in a CSV file that begins with the columns' names: what
    /// [`Form::take_pasted`] reads again; of the list of activities likewise. None where no table is asked there.
    #[must_use]
    pub fn table_file(&self, path: &str) -> Option<String> {
        if is_list(path) {
            let (table, parts) = self.list_as_table()?;
            let text = |row: usize, cell: usize| {
                let activity = self.draft.activities.get(row);
                let part = activity.zip(parts.get(cell));
                part.map_or("", |(activity, part)| activity.part(*part))
            };
            let count = self.draft.activities.len();
            return Some(written(&table.slots(), count, &text));
        }
        let at = self.table_at(path)?;
        let typed = self.typed_rows(at.id);
        let slots = at.measure.slots();
        let keys: Vec<String> = slots.iter().map(Slot::key).collect();
        let text = |row: usize, cell: usize| keys.get(cell).map_or("", |key| typed.cell(row, key));
        Some(written(&slots, typed.rows.len(), &text))
    }
}

/// Rows under what they are called, each cell as `text` gives it.
fn written<'t>(slots: &[Slot<'_>], rows: usize, text: &dyn Fn(usize, usize) -> &'t str) -> String {
    let mut file = CSV_START.to_owned();
    push_csv_row(&mut file, slots.iter().map(Slot::name));
    for row in 0..rows {
        let cells = slots.iter().enumerate();
        let cells = cells.map(|(cell, slot)| called(text(row, cell), &slot.column.measure));
        push_csv_cells(&mut file, cells);
    }
    file
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
