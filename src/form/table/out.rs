//! A table as a CSV file, to be gone on with in a spreadsheet and read in again.

use super::placing::half_name;
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
        let (mut heads, mut keys) = (Vec::new(), Vec::new());
        for column in &at.measure.columns {
            let id = column.id.as_str();
            match column.measure.halves() {
                Some(halves) => {
                    for (half, key) in [(halves.part, "/part"), (halves.whole, "/whole")] {
                        heads.push(half_name(&column.label, half));
                        keys.push(([id, key].concat(), &*column.measure));
                    }
                }
                None => {
                    heads.push(column.label.clone());
                    keys.push((id.to_owned(), &*column.measure));
                }
            }
        }
        let mut file = CSV_START.to_owned();
        push_csv_row(&mut file, &heads);
        for row in 0..typed.rows.len() {
            let cells = keys
                .iter()
                .map(|(key, measure)| called(typed.cell(row, key), measure));
            push_csv_row(&mut file, cells);
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
