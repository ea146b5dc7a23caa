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

/// The sign that parts the same number of cells in most rows, what stands in quotes left out.
fn sign_of(text: &str) -> char {
    let mut best = ('\t', 0);
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
        if most * 2 > widths.len() && most > best.1 {
            best = (sign, most);
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
mod tests {
    use super::{CSV_START, DelimitedRow, DelimitedRows, push_csv_row, unguarded};
    use proptest::prelude::*;

    fn read(text: &str) -> (Vec<String>, Option<usize>) {
        let mut rows = DelimitedRows::csv(text, 40);
        let told = |row: DelimitedRow| format!("{}: {}", row.line, row.cells.join("|"));
        let read = rows.by_ref().map(told).collect();
        (read, rows.unclosed())
    }

    #[test]
    fn the_sign_is_the_one_that_parts_most_rows_and_quotes_hold_anything() {
        let cases: [(&str, &[&str]); 14] = [
            ("", &[]),
            ("một", &["1: một"]),
            ("\u{feff}a;b\r\n1;2\r\n", &["1: a|b", "2: 1|2"]),
            (
                "a,b\n\"1,5\",\"x \"\"y\"\"\"\n",
                &["1: a|b", "2: 1,5|x \"y\""],
            ),
            ("a\tb\n\n1\t2", &["1: a|b", "2: ", "3: 1|2"]),
            ("a;b\r1;2", &["1: a|b", "2: 1|2"]),
            (
                "a;b\r\n\"hai\r\ndòng\";c\r\nd;e",
                &["1: a|b", "2: hai\r\ndòng|c", "4: d|e"],
            ),
            (
                "\"a,b,c,d\";x\n\"e,f,g,h\";y\n",
                &["1: a,b,c,d|x", "2: e,f,g,h|y"],
            ),
            ("Đoàn A, B\nĐoàn C\n", &["1: Đoàn A, B", "2: Đoàn C"]),
            ("sep=;\r\na,b;c\r\n", &["2: a,b|c"]),
            ("sep=,", &[]),
            (
                "\"Sạch\" và xanh;b\nc;d",
                &["1: \"Sạch\" và xanh|b", "2: c|d"],
            ),
            (";;\n", &["1: ||"]),
            ("a;b\n;", &["1: a|b", "2: |"]),
        ];
        for (text, rows) in cases {
            assert_eq!(
                read(text),
                (rows.iter().map(|row| (*row).to_owned()).collect(), None),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_quote_that_nothing_closes_is_the_cells_own_and_its_line_is_known() {
        let (rows, unclosed) = read("a;b\n\"hai\ndòng\";x\nc;\"không đóng\nd;e\n");
        assert_eq!(
            rows,
            ["1: a|b", "2: hai\ndòng|x", "4: c|\"không đóng", "5: d|e"]
        );
        assert_eq!(unclosed, Some(4));
        let many = "\"".repeat(99_999);
        assert_eq!(read(&many).1, Some(1));
    }

    #[test]
    fn of_wide_rows_as_many_cells_are_read_as_are_asked_for() {
        let mut rows = DelimitedRows::new("a\tb\tc\nd\te\t\n", '\t', 2);
        let cut = |row: DelimitedRow| (row.cells.len(), row.cut);
        assert_eq!(rows.next().map(cut), Some((2, true)));
        assert_eq!(rows.rest(), "d\te\t\n");
        assert_eq!(rows.next().map(cut), Some((2, false)));
        assert_eq!(rows.next().map(cut), None);
    }

    #[test]
    fn what_a_spreadsheet_would_compute_is_kept_from_it() {
        for (cell, written) in [
            ("Cầu", "Cầu"),
            ("1,5", "\"1,5\""),
            ("a;b", "\"a;b\""),
            ("nói \"vâng\"", "\"nói \"\"vâng\"\"\""),
            ("=1+1", "'=1+1"),
            ("+84 901", "'+84 901"),
            ("-5", "'-5"),
            ("@a", "'@a"),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("\nx", "\"'\nx\""),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'quen'", "'quen'"),
            ("a=1", "a=1"),
        ] {
            let mut out = String::new();
            push_csv_row(&mut out, [cell]);
            assert_eq!(out, [written, "\r\n"].concat(), "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[\"';,|\\t\\r\\n=+@ aế-]{0,6}", 1..4), 1..6)
        ) {
            // A row that is blank altogether may stand at the end, where a text ends too; a head is above it in a file.
            let width = rows.iter().map(Vec::len).max().unwrap_or(1);
            let head = vec!["Cột".to_owned(); width];
            let mut text = CSV_START.to_owned();
            let mut all = vec![head];
            all.extend(rows.into_iter().map(|mut row| {
                row.resize(width, String::new());
                row
            }));
            for row in &all {
                push_csv_row(&mut text, row);
            }
            let read: Vec<Vec<String>> = DelimitedRows::csv(&text, 40)
                .map(|row| row.cells.iter().map(|cell| unguarded(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(read, all);
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>(), sign in any::<char>()) {
            let rows = DelimitedRows::new(&text, sign, 3).count();
            prop_assert!(rows <= text.len());
            DelimitedRows::csv(&text, 3).count();
        }
    }
}
