//! Rows of cells in one text: what a spreadsheet puts on the clipboard, and CSV files (RFC 4180), read and written.

use super::is_blank;

/// What a CSV file begins with, so that Excel takes its letters for UTF-8.
pub const CSV_START: &str = "\u{FEFF}";
/// What parts cells, the likeliest first.
const SIGNS: [char; 4] = ['\t', ';', '|', ','];
/// How many rows say which sign parts the cells.
const LOOKED_AT: usize = 30;

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DelimitedRow {
    /// The line of the text on which it begins, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether more cells than are read say something.
    pub cut: bool,
}

/// The rows of a text, one after the other, those that say nothing too.
///
/// A cell that holds what parts cells, or an end of a line, stands in quotes (`"`), its own quotes doubled. A quote that
/// nothing closes where a cell ends is the cell's own.
#[derive(Clone, Debug)]
pub struct DelimitedRows<'a> {
    rest: &'a str,
    sign: char,
    most: usize,
    line: usize,
    unclosed: Option<usize>,
    /// How many quotes were the cell's own.
    own: usize,
}

impl<'a> DelimitedRows<'a> {
    /// The rows of a text whose cells `sign` parts, of each at most so many cells.
    #[must_use]
    pub fn new(text: &'a str, sign: char, most: usize) -> Self {
        Self {
            rest: text,
            sign,
            most,
            line: 1,
            unclosed: None,
            own: 0,
        }
    }

    /// The rows of a CSV file, parted by what Excel says in its first line (`sep=;`), else by what parts most rows.
    #[must_use]
    pub fn csv(text: &'a str, most: usize) -> Self {
        let text = text.trim_start_matches(CSV_START);
        let first = text.lines().next().unwrap_or_default();
        let said = first
            .strip_prefix("sep=")
            .and_then(|said| said.chars().next());
        match said {
            Some(sign) => {
                let mut rows = Self::new(text, sign, most);
                rows.rest = text.get(first.len()..).unwrap_or_default();
                rows.past('\n');
                rows
            }
            None => Self::new(text, sign_of(text), most),
        }
    }

    /// What is still to be read.
    #[must_use]
    pub fn rest(&self) -> &'a str {
        self.rest
    }

    /// The line of the first quote so far that nothing closes.
    #[must_use]
    pub fn unclosed(&self) -> Option<usize> {
        self.unclosed
    }

    /// Whether the rows end where the rest begins, or a cell does.
    fn ends(&self, after: &str) -> bool {
        after.is_empty() || after.starts_with([self.sign, '\n', '\r'])
    }

    /// The next cell, up to what ends it.
    fn cell(&mut self) -> String {
        if let Some(inner) = self.rest.strip_prefix('"')
            // None closes behind the first that nothing closes: whoever looks again for each looks long.
            && self.unclosed.is_none()
        {
            match unquoted(inner) {
                Some((cell, after)) if self.ends(after) => {
                    self.line += cell.matches('\n').count();
                    self.rest = after;
                    return cell;
                }
                Some(_) => self.own += 1,
                None => {
                    self.own += 1;
                    self.unclosed = Some(self.line);
                }
            }
        }
        let end = self.rest.find([self.sign, '\n', '\r']);
        let (cell, after) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = after;
        cell.to_owned()
    }

    /// Goes on behind that sign, where it comes next.
    fn past(&mut self, sign: char) -> bool {
        let after = match sign {
            '\n' => {
                let after = self.rest.strip_prefix('\r').unwrap_or(self.rest);
                after.strip_prefix('\n').unwrap_or(after)
            }
            sign => self.rest.strip_prefix(sign).unwrap_or(self.rest),
        };
        let is_past = after.len() < self.rest.len();
        self.rest = after;
        self.line += usize::from(is_past && sign == '\n');
        is_past
    }
}

impl Iterator for DelimitedRows<'_> {
    type Item = DelimitedRow;

    fn next(&mut self) -> Option<DelimitedRow> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = DelimitedRow {
            line: self.line,
            ..DelimitedRow::default()
        };
        loop {
            let cell = self.cell();
            if row.cells.len() < self.most {
                row.cells.push(cell);
            } else {
                row.cut |= !is_blank(&cell);
            }
            if !self.past(self.sign) {
                self.past('\n');
                return Some(row);
            }
        }
    }
}

/// A cell after its opening quote, and what follows the closing one; none where nothing closes it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Some((cell, after)),
        }
    }
}

/// The sign that parts the same number of cells in most rows, what stands in quotes left out; of two that do, the one that
/// leaves fewer quotes to the cells themselves, since another one stands within cells in quotes.
fn sign_of(text: &str) -> char {
    let mut best = ('\t', 0, usize::MAX);
    for sign in SIGNS {
        let mut rows = DelimitedRows::new(text, sign, usize::MAX);
        let mut widths = Vec::new();
        while widths.len() < LOOKED_AT {
            let own = rows.own;
            let Some(row) = rows.next() else { break };
            let says = row.cells.len() > 1 || !row.cells.iter().all(|cell| is_blank(cell));
            // Where a quote closes within a cell, something else parts them.
            if says && rows.own == own {
                widths.push(row.cells.len());
            }
        }
        let alike = |width: usize| widths.iter().filter(|one| **one == width).count();
        // A comma in a name or two parts no table: only what most rows agree about counts.
        let most = widths.iter().filter(|width| **width > 1);
        let most = most.map(|width| alike(*width)).max().unwrap_or(0);
        let is_better = most > best.1 || (most == best.1 && most > 0 && rows.own < best.2);
        if most * 2 > widths.len() && is_better {
            best = (sign, most, rows.own);
        }
    }
    best.0
}

/// A cell that is written.
#[derive(Clone, Copy, Debug)]
pub enum CsvCell<T> {
    /// What people wrote: what Excel would compute is kept from it ([`is_computed`]).
    Text(T),
    /// A number, also below zero, which Excel is to add up.
    Number(T),
}

/// Writes a row of a CSV file of texts, as [`push_csv_cells`] does.
pub fn push_csv_row<T: AsRef<str>>(out: &mut String, cells: impl IntoIterator<Item = T>) {
    push_csv_cells(out, cells.into_iter().map(CsvCell::Text));
}

/// Writes a row of a CSV file as a Vietnamese Excel opens it by a double click: its cells are parted by semicolons, since
/// its commas stand before decimal places.
pub fn push_csv_cells<T: AsRef<str>>(
    out: &mut String,
    cells: impl IntoIterator<Item = CsvCell<T>>,
) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            out.push(';');
        }
        let (cell, guard) = match &cell {
            CsvCell::Text(text) if is_computed(text.as_ref().trim_start_matches('\'')) => {
                (text.as_ref(), "'")
            }
            CsvCell::Text(bare) | CsvCell::Number(bare) => (bare.as_ref(), ""),
        };
        // Whatever could part cells is in quotes, so that whoever reads it back finds the one that does.
        let parts = |c: char| SIGNS.contains(&c) || matches!(c, '"' | '\r' | '\n');
        if cell.contains(parts) {
            out.push('"');
            out.push_str(guard);
            for letter in cell.chars() {
                if letter == '"' {
                    out.push('"');
                }
                out.push(letter);
            }
            out.push('"');
        } else {
            out.push_str(guard);
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A cell without the apostrophe that keeps a spreadsheet from computing it, as [`push_csv_row`] writes it.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_computed(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet would compute a cell, also one in quotes: `=1+1`, `+84…`, `-5`, `@name`, in full width too, and
/// after blanks, a tab or an end of a line.
fn is_computed(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    cell.starts_with(['\t', '\r', '\n'])
        || first
            .is_some_and(|first| matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests;
