//! What a workbook (.xlsx) or a CSV file holds, cell by cell; and tables as the parts of a workbook.
//!
//! Everything is text here, as a person sees it. What is larger than any roster, or made to be much larger than it looks,
//! is refused with a sentence that says what to do.

mod csv;
mod letters;
mod refused;
mod workbook;
mod written;

pub use refused::Refused;
pub use written::{Column, Table, parts};

use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 16 << 20;
/// The most rows of one table that say something: as many units as a plan may have, and the lines around them.
pub const MAX_ROWS: usize = 21_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 64;
/// The most tables that are looked at.
const MAX_SHEETS: usize = 8;
/// The most cells of all tables together.
const MAX_CELLS: usize = 600_000;

/// A file's tables (trang tính), in their order; hidden ones are left out. A CSV file has one, without a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The tables.
    pub sheets: Vec<Sheet>,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, empty in a CSV file.
    pub name: String,
    /// Its rows that say something, from the top down.
    pub rows: Vec<Line>,
}

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its cells from column A on; what is not there is blank.
    pub cells: Vec<Held>,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its text, as the file has it.
    pub text: Arc<str>,
    /// How it comes to hold that.
    pub kind: HeldKind,
}

/// How a cell comes to hold its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeldKind {
    /// It was typed as text.
    #[default]
    Text,
    /// It is a number to the workbook, which drops a zero in front.
    Number,
    /// It is computed, and may hold something else on another machine.
    Formula,
    /// It shows "#N/A", "#REF!" and the like.
    Mistake,
}

impl Held {
    fn new(text: impl Into<Arc<str>>, kind: HeldKind) -> Self {
        Self {
            text: text.into(),
            kind,
        }
    }

    /// Whether it shows nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        crate::text::is_blank(&self.text)
    }
}

impl Line {
    /// The cell of that column, from 0; none where it is blank.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Held> {
        self.cells.get(column).filter(|held| !held.is_blank())
    }
}

/// Reads a file.
///
/// # Errors
/// It is no workbook and no text, larger than a roster is, broken, locked, or made to be much larger than it looks.
pub fn read(bytes: &[u8]) -> Result<Book, Refused> {
    if bytes.len() > MAX_FILE {
        return Err(Refused::TooLarge);
    }
    if let Some(other) = refused::other_kind(bytes) {
        return Err(other);
    }
    let book = if bytes.starts_with(b"PK\x03\x04") {
        workbook::read(bytes)?
    } else {
        Book {
            sheets: vec![csv::read(&letters::decoded(bytes)?)?],
        }
    };
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refused::Empty);
    }
    Ok(book)
}

/// Reads cells that were copied out of a workbook, or lines.
///
/// # Errors
/// There are more of them than a plan has units.
pub fn read_text(text: &str) -> Result<Sheet, Refused> {
    csv::read(text)
}

/// What a column is called, from 0: "A", "Z", "AA".
#[must_use]
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests;
