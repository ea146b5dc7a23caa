//! Writing to the standard output.

use super::{Failure, Verdict};
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// Writes a text and ends its last line. A reader that has seen enough (`| head`) is no failure.
///
/// # Errors
/// The standard output cannot be written to.
pub fn write(text: &str) -> Result<Verdict, Failure> {
    let mut out = std::io::stdout().lock();
    let end = if text.ends_with('\n') || text.is_empty() {
        ""
    } else {
        "\n"
    };
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure(format!(
            "the standard output cannot be written to: {error}"
        ))),
        _ => Ok(Verdict::Right),
    }
}

/// Writes a value as indented JSON.
///
/// # Errors
/// The standard output cannot be written to.
pub fn json(value: &impl Serialize) -> Result<Verdict, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure(error.to_string()))?;
    write(&text)
}

/// Lines in columns as wide as their widest cell, the last one left ragged.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}", width = *width))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}
