//! A table as a CSV file, to be gone on with in a spreadsheet and read in again.

use crate::form::Form;
use crate::text::{CSV_START, push_csv_row};
use crate::value::{Measure, RollUp};

impl Form {
    /// The rows of the table at `path` as they were typed, in a CSV file that begins with the columns' names: what
    /// [`Form::take_pasted`] reads again. None where no table is asked there.
    #[must_use]
    pub fn table_file(&self, path: &str) -> Option<String> {
        let at = self.table_at(path)?;
        let typed = self.typed_rows(at.id);
        let cells = at.measure.cells();
        let mut file = CSV_START.to_owned();
        push_csv_row(&mut file, cells.iter().map(|cell| &cell.name));
        for row in 0..typed.rows.len() {
            let texts = cells.iter().filter_map(|cell| {
                let column = at.measure.columns.get(cell.column)?;
                Some(called(typed.cell(row, &cell.key), &column.measure))
            });
            push_csv_row(&mut file, texts);
        }
        Some(file)
    }
}

/// A text as people call it: an answer of a list by what it is called and not by its identity.
fn called<'t>(text: &'t str, measure: &'t Measure) -> &'t str {
    let RollUp::Answers(answers) = measure.roll_up() else {
        return text;
    };
    let listed = answers.iter().find(|one| one.id == *text);
    listed.map_or(text, |one| &one.label)
}
