//! What a file or page shows, put together line by line: paragraphs, and tables row by row.

use super::fonts::{Font, letters};

/// The most bytes of text that come together.
const MOST: usize = super::super::MAX_TEXT;
/// The most columns that one cell spans.
const MAX_SPAN: usize = 32;
/// The most tables inside tables.
const MAX_TABLES: usize = 8;

/// A table that is being filled.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<Vec<String>>>,
    bordered: bool,
}

/// The lines so far.
#[derive(Default)]
pub(super) struct Page {
    lines: Vec<String>,
    /// The paragraph that is open, by fonts.
    open: Vec<(Font, String)>,
    number: String,
    tables: Vec<Grid>,
    /// Tables beyond the deepest that is kept.
    beyond: usize,
    size: usize,
}

impl Page {
    /// More text of the open paragraph.
    pub fn text(&mut self, font: Font, text: &str) {
        if self.size + text.len() > MOST {
            return;
        }
        self.size += text.len();
        match self.open.last_mut().filter(|(last, _)| *last == font) {
            Some((_, words)) => words.push_str(text),
            None => self.open.push((font, text.to_owned())),
        }
    }

    /// The automatic number in front of the open paragraph.
    pub fn number(&mut self, number: String) {
        self.number = number;
    }

    /// Whether the open paragraph says nothing yet.
    pub fn is_blank(&self) -> bool {
        self.open.iter().all(|(_, words)| words.trim().is_empty())
    }

    /// Whether a blank would follow a blank.
    pub fn ends_blank(&self) -> bool {
        let last = self.open.last().map(|(_, words)| words.as_str());
        last.is_none_or(|words| words.ends_with([' ', '\n']))
    }

    /// Ends the open paragraph; one that says nothing leaves no line.
    pub fn end(&mut self) {
        let words: String = std::mem::take(&mut self.open)
            .iter()
            .map(|(font, words)| letters(*font, words))
            .collect();
        let number = std::mem::take(&mut self.number);
        for (n, line) in words.split('\n').enumerate() {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let line = if n == 0 && !number.is_empty() {
                [&number, " ", line].concat()
            } else {
                line.to_owned()
            };
            self.push(line);
        }
    }

    fn push(&mut self, line: String) {
        let cell = self
            .tables
            .last_mut()
            .and_then(|grid| grid.rows.last_mut())
            .and_then(|row| row.last_mut());
        match cell {
            Some(cell) => cell.push(line),
            None => self.lines.push(line),
        }
    }

    /// Begins a table; what is drawn around its cells says whether it is one to the eye.
    pub fn table(&mut self) {
        self.end();
        if self.tables.len() >= MAX_TABLES {
            self.beyond += 1;
            return;
        }
        self.tables.push(Grid::default());
    }

    /// Says that the open table has lines around its cells.
    pub fn bordered(&mut self) {
        if let Some(grid) = self.tables.last_mut() {
            grid.bordered = true;
        }
    }

    pub fn row(&mut self) {
        self.end();
        if let Some(grid) = self.tables.last_mut().filter(|_| self.beyond == 0) {
            grid.rows.push(Vec::new());
        }
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        self.end();
        if let Some(grid) = self.tables.last_mut().filter(|_| self.beyond == 0) {
            if grid.rows.is_empty() {
                grid.rows.push(Vec::new());
            }
            if let Some(row) = grid.rows.last_mut() {
                row.push(Vec::new());
            }
        }
    }

    /// Columns that the open cell spans beside its own.
    pub fn spans(&mut self, columns: usize) {
        let row = self.tables.last_mut().and_then(|grid| grid.rows.last_mut());
        if let Some(row) = row.filter(|_| self.beyond == 0) {
            // What comes next of the cell still belongs to it.
            let own = row.pop().unwrap_or_default();
            row.extend((1..columns.min(MAX_SPAN)).map(|_| Vec::new()));
            row.push(own);
        }
    }

    /// Ends a table: its rows become lines, or its cells where it only places things side by side.
    pub fn end_table(&mut self) {
        self.end();
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(grid) = self.tables.pop() else {
            return;
        };
        if is_layout(&grid) {
            for line in grid.rows.into_iter().flatten().flatten() {
                self.push(line);
            }
            return;
        }
        for row in grid.rows {
            let mut cells: Vec<String> = row
                .into_iter()
                .map(|cell| cell.join(" ").replace(['\t', '\n'], " "))
                .collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            // An empty first cell keeps its place.
            if let Some(first) = cells.first_mut().filter(|first| first.is_empty()) {
                first.push('–');
            }
            self.push(cells.join("\t"));
        }
    }

    /// All lines.
    pub fn finish(mut self) -> String {
        self.end();
        while !self.tables.is_empty() {
            self.beyond = 0;
            self.end_table();
        }
        let mut text = self.lines.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }
}

/// Whether a table is there to place offices and motto, or recipients and signature, side by side.
fn is_layout(grid: &Grid) -> bool {
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns <= 1 {
        return true;
    }
    if columns > 3 || grid.rows.len() > 6 {
        return false;
    }
    let words: String = grid
        .rows
        .iter()
        .flatten()
        .flatten()
        .map(|line| line.clone() + "\n")
        .collect();
    places(&words) || (columns == 2 && !grid.bordered && grid.rows.len() <= 2)
}

/// Whether lines say what stands in a header or above a signature.
pub(super) fn places(lines: &str) -> bool {
    let words: String = lines
        .lines()
        .map(|line| crate::text::fold(line) + "\n")
        .collect();
    let signs = [
        "cong hoa xa hoi",
        "doc lap tu do",
        "doan tncs ho chi minh\n",
        "dang cong san viet nam",
        "noi nhan",
    ];
    signs.iter().any(|sign| words.contains(sign)) || words.starts_with("so ")
}
