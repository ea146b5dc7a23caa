//! A table, read cell by cell: each row is a small sheet of its own, so that what holds of an answer of a form holds of a
//! cell.

use super::compiled::Compiled;
use super::entries::Entries;
use super::input::Half;
use super::read_draft::answer;
use super::read_report::assemble;
use super::sheet::Sheet;
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path};
use crate::report::Draft;
use crate::text::{TypedRows, is_blank};
use crate::value::{Answer, MOST_ROWS, RawRow, Reading};
use std::sync::Arc;

/// A table of a draft or report, read.
#[derive(Clone, Debug)]
pub struct TableEntry<'a> {
    /// The place of its input.
    pub input: usize,
    /// Its rows, one reading for each cell in the order of the columns; of a draft without those at the end that say nothing.
    pub rows: Vec<Entries<'a>>,
    /// What adds up, by column.
    pub(in crate::rules) columns: Vec<Numbers>,
    /// How many rows there are, of which no more are read than any table may have.
    pub(in crate::rules) count: usize,
    /// What stands in columns that the table does not have.
    pub(in crate::rules) strays: Vec<Finding>,
}

/// The numbers of a column, and whether no row is blank there; none while one of them cannot be read, or is none exactly.
pub(in crate::rules) type Numbers = Option<(Vec<i64>, bool)>;

impl TableEntry<'_> {
    /// The numbers of the column at a place.
    #[must_use]
    pub fn numbers(&self, column: usize) -> Option<&(Vec<i64>, bool)> {
        self.columns.get(column)?.as_ref()
    }
}

/// The numbers of each column.
fn columns_of(rows: &[Entries<'_>], columns: &Compiled) -> Vec<Numbers> {
    let firsts = columns.inputs.iter().enumerate();
    let firsts = firsts.filter(|(_, input)| input.half != Some(Half::Whole));
    firsts.map(|(cell, _)| numbers(rows, cell)).collect()
}

fn numbers(rows: &[Entries<'_>], cell: usize) -> Numbers {
    let (mut numbers, mut whole) = (Vec::with_capacity(rows.len()), true);
    for row in rows {
        match row.inputs.get(cell)? {
            Reading::Value(Answer::Number(number)) => numbers.push(*number),
            Reading::Blank => whole = false,
            Reading::Value(_) | Reading::Wrong(_) => return None,
        }
    }
    Some((numbers, whole))
}

impl<'a> TableEntry<'a> {
    /// Reads the rows of a report.
    pub(super) fn of_report(
        input: usize,
        at: &Path,
        rows: Vec<RawRow<'a>>,
        columns: &Compiled,
    ) -> Self {
        let count = rows.len();
        let mut strays = Strays::default();
        let mut read = Vec::new();
        for (place, row) in rows.into_iter().take(MOST_ROWS).enumerate() {
            let mut known = Vec::with_capacity(row.len());
            for (key, raw) in row {
                match columns.indicator(&key) {
                    Some(cell) => known.push((cell, raw)),
                    None => strays.note(&key, || {
                        let path = at.clone().at(place).then(&key);
                        Finding::error(path, unknown(place, &key))
                    }),
                }
            }
            let known = known.into_iter().map(|(cell, raw)| ("", Some(cell), raw));
            read.push(assemble(columns, known, Vec::new()));
        }
        Self {
            input,
            columns: columns_of(&read, columns),
            rows: read,
            count,
            strays: strays.found,
        }
    }
}

/// What stands in columns that a table does not have: each of them is said once, and not more of them than a person can look at.
#[derive(Default)]
struct Strays {
    keys: Vec<String>,
    found: Vec<Finding>,
}

/// So many columns that are not known are said.
const MOST_STRAYS: usize = 20;

impl Strays {
    fn note(&mut self, key: &str, finding: impl FnOnce() -> Finding) {
        let is_new = self.keys.iter().all(|there| there != key);
        if is_new && self.keys.len() < MOST_STRAYS {
            self.keys.push(key.to_owned());
            self.found.push(finding());
        }
    }
}

/// What is said of a column that the table does not have, by its first row with something there.
fn unknown(row: usize, column: &str) -> Kind {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    let column = column.chars().take(MOST_NAMED).collect();
    Kind::ReportUnknownColumn { column, row }
}

/// So many letters of the name of a column that is not known are said.
const MOST_NAMED: usize = 60;

impl TableEntry<'static> {
    /// Reads what was typed. What stands in columns that the table has no more is kept and said, and does not travel.
    pub(super) fn of_draft(
        input: usize,
        (at, text): (&Path, &str),
        columns: &Compiled,
        plan: Period,
    ) -> Self {
        let typed = TypedRows::read_under(text, &columns.keys());
        let mut rows = Vec::new();
        for row in typed.rows.iter().take(MOST_ROWS) {
            rows.push(columns.typed_row(&typed.keys, row, plan));
        }
        // A row that was added and left says nothing.
        let said = rows.iter().rposition(|row| !row.says_nothing());
        let read = rows.len();
        rows.truncate(said.map_or(0, |last| last + 1));
        let is_asked = |key: &String| columns.input(key).is_some();
        let is_asked: Vec<bool> = typed.keys.iter().map(is_asked).collect();
        let mut strays = Strays::default();
        for (place, row) in typed.rows.iter().enumerate() {
            for ((cell, key), is_asked) in row.iter().zip(&typed.keys).zip(&is_asked) {
                if !is_asked && !is_blank(cell) {
                    strays.note(key, || Finding::info(at.clone(), unknown(place, key)));
                }
            }
        }
        Self {
            input,
            // What was not read may say something.
            count: typed.rows.len().saturating_sub(read) + rows.len(),
            columns: columns_of(&rows, columns),
            rows,
            strays: strays.found,
        }
    }
}

impl Compiled {
    /// The keys of all inputs, in their order.
    fn keys(&self) -> Vec<String> {
        let inputs = self.inputs.iter();
        inputs.map(|input| input.key().to_owned()).collect()
    }

    /// Reads the cells of a row as they were typed under these keys.
    pub(super) fn typed_row(
        &self,
        keys: &[String],
        row: &[String],
        plan: Period,
    ) -> Entries<'static> {
        let cells = self.inputs.iter().map(|input| {
            let place = keys.iter().position(|key| *key == *input.key());
            let text = place.and_then(|place| row.get(place));
            answer(input, text.map_or("", String::as_str), plan)
        });
        Entries {
            inputs: cells.collect(),
            ..Entries::default()
        }
    }
}

impl Sheet {
    /// What is asked of each row of the table at an input, as a sheet; none where no table is asked there.
    #[must_use]
    pub fn of_rows(&self, input: usize) -> Option<Self> {
        let table = self.inputs().get(input)?.measure.table()?;
        let compiled = Arc::new(Compiled::of_columns(table, self.plan_period()));
        Some(self.with_compiled(compiled))
    }

    /// Reads the tables of a draft cell by cell into what was read of the rest.
    pub fn read_tables(&self, draft: &Draft, entries: &mut Entries<'static>) {
        entries.tables.clear();
        for (at, input) in self.inputs().iter().enumerate() {
            let text = draft.figures.get(input.key()).map_or("", String::as_str);
            if is_blank(text) || !entries.asks(at) {
                continue;
            }
            if let Some(rows) = self.of_rows(at) {
                let typed = (&input.path, text);
                let table = TableEntry::of_draft(at, typed, rows.compiled(), self.plan_period());
                entries.take_table(table);
            }
        }
    }
}

impl<'a> Entries<'a> {
    /// Takes a table that was read cell by cell; one in which no row says anything is blank.
    pub(super) fn take_table(&mut self, table: TableEntry<'a>) {
        if let Some(reading) = self.inputs.get_mut(table.input) {
            *reading = if table.rows.is_empty() {
                Reading::Blank
            } else {
                Reading::Value(Answer::Table)
            };
        }
        self.tables.push(table);
    }

    /// The table at an input, where it was read cell by cell.
    #[must_use]
    pub fn table(&self, input: usize) -> Option<&TableEntry<'a>> {
        self.tables.iter().find(|table| table.input == input)
    }

    /// Whether nothing was entered at all.
    pub(in crate::rules) fn says_nothing(&self) -> bool {
        self.strays.is_empty() && self.inputs.iter().all(Reading::is_blank)
    }
}
