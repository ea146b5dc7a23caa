//! Lines of cells: CSV with a semicolon, a comma or a tab (RFC 4180), and what is copied out of a workbook.

use super::{Held, HeldKind, Line, MAX_COLUMNS, MAX_ROWS, Refused, Sheet};
use crate::text::{DelimitedRows, is_blank};

/// Reads the rows.
pub(super) fn read(text: &str) -> Result<Sheet, Refused> {
    let mut sheet = Sheet::default();
    for row in DelimitedRows::csv(text, MAX_COLUMNS) {
        if row.cut {
            return Err(Refused::TooManyColumns);
        }
        if row.cells.iter().all(|cell| is_blank(cell)) {
            continue;
        }
        if sheet.rows.len() >= MAX_ROWS {
            return Err(Refused::TooManyRows);
        }
        let held = row.cells.into_iter().map(|text| {
            let kind = if text.starts_with('=') {
                HeldKind::Formula
            } else {
                HeldKind::Text
            };
            Held::new(text, kind)
        });
        sheet.rows.push(Line {
            number: row.line,
            cells: held.collect(),
        });
    }
    Ok(sheet)
}
