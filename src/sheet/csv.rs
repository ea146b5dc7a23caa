//! Lines of cells: CSV with a semicolon, a comma or a tab (RFC 4180), and what is copied out of a workbook.

use super::{Held, HeldKind, Line, MAX_COLUMNS, MAX_ROWS, Refused, Sheet};
use crate::text::is_blank;

const SIGNS: [char; 4] = ['\t', ';', '|', ','];
/// How many rows say which sign parts the cells.
const LOOKED_AT: usize = 30;

/// Reads the rows.
pub(super) fn read(text: &str) -> Result<Sheet, Refused> {
    let mut text = text.trim_start_matches('\u{FEFF}');
    let mut sign = None;
    // Excel's own way of saying it.
    let first = text.lines().next().unwrap_or_default();
    if let Some(said) = first.strip_prefix("sep=")
        && let Some(found) = said.chars().next()
    {
        sign = Some(found);
        text = text.get(first.len()..).unwrap_or_default();
    }
    let sign = sign.unwrap_or_else(|| parting(text));
    let mut sheet = Sheet::default();
    for (at, cells) in (Rows {
        text,
        sign,
        bare: false,
        number: 1,
    }) {
        if cells.iter().all(|cell| is_blank(cell)) {
            continue;
        }
        if sheet.rows.len() >= MAX_ROWS {
            return Err(Refused::TooManyRows);
        }
        if cells.len() > MAX_COLUMNS {
            return Err(Refused::TooManyColumns);
        }
        let held = cells.into_iter().map(|text| {
            let kind = if text.starts_with('=') {
                HeldKind::Formula
            } else {
                HeldKind::Text
            };
            Held::new(text, kind)
        });
        sheet.rows.push(Line {
            number: at,
            cells: held.collect(),
        });
    }
    Ok(sheet)
}

/// The sign that parts the same number of cells in most rows.
fn parting(text: &str) -> char {
    let mut best = ('\t', 0);
    for sign in SIGNS {
        let rows = Rows {
            text,
            sign,
            bare: false,
            number: 1,
        };
        let said =
            rows.filter(|(_, cells)| cells.len() > 1 || !cells.iter().all(|cell| is_blank(cell)));
        let widths: Vec<usize> = said.take(LOOKED_AT).map(|(_, cells)| cells.len()).collect();
        let alike = |width: usize| widths.iter().filter(|one| **one == width).count();
        // A comma in a name or two parts no table: only what most rows agree about counts.
        let most = widths.iter().filter(|width| **width > 1);
        let most = most.map(|width| alike(*width)).max().unwrap_or(0);
        if most * 2 > widths.len() && most > best.1 {
            best = (sign, most);
        }
    }
    best.0
}

/// The rows of a text, each with the number of its first line.
struct Rows<'a> {
    text: &'a str,
    sign: char,
    /// Whether a quotation mark was found that nothing closes: none counts after it.
    bare: bool,
    number: usize,
}

impl Iterator for Rows<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.text.is_empty() {
            return None;
        }
        let number = self.number;
        let mut cells = Vec::new();
        loop {
            let (cell, end) = self.cell();
            // What no table has is not gathered to the last cell.
            if cells.len() <= MAX_COLUMNS {
                cells.push(cell);
            }
            if end != End::Cell {
                return Some((number, cells));
            }
        }
    }
}

#[derive(PartialEq)]
enum End {
    Cell,
    Row,
}

impl Rows<'_> {
    fn cell(&mut self) -> (String, End) {
        if !self.bare
            && let Some(inner) = self.text.strip_prefix('"')
        {
            match quoted(inner) {
                Some((mut cell, rest)) => {
                    self.number += cell.matches('\n').count();
                    let end = rest.find([self.sign, '\n', '\r']).unwrap_or(rest.len());
                    cell.push_str(rest.get(..end).unwrap_or_default());
                    return (cell, self.past(rest.get(end..).unwrap_or_default()));
                }
                None => self.bare = true,
            }
        }
        let end = self.text.find([self.sign, '\n', '\r']);
        let end = end.unwrap_or(self.text.len());
        let cell = self.text.get(..end).unwrap_or_default().to_owned();
        let rest = self.text.get(end..).unwrap_or_default();
        (cell, self.past(rest))
    }

    /// Goes on behind what ends a cell.
    fn past(&mut self, rest: &str) -> End {
        let len = self.text.len() - rest.len();
        let mut signs = rest.chars();
        let (step, end) = match signs.next() {
            Some('\r') if signs.next() == Some('\n') => (2, End::Row),
            Some('\r' | '\n') => (1, End::Row),
            Some(sign) => (sign.len_utf8(), End::Cell),
            None => (0, End::Row),
        };
        self.number += usize::from(end == End::Row);
        self.text = self.text.get(len + step..).unwrap_or_default();
        end
    }
}

/// What stands between quotation marks, the first of which is past, and what follows; none where nothing closes it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let at = rest.find('"')?;
        out.push_str(rest.get(..at)?);
        rest = rest.get(at + 1..)?;
        match rest.strip_prefix('"') {
            Some(after) => {
                out.push('"');
                rest = after;
            }
            None => return Some((out, rest)),
        }
    }
}
