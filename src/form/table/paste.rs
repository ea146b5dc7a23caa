//! Rows that were copied in a spreadsheet or a document, or stand in a CSV file, held against a table before any of them is
//! taken; taken in one step, and taken back in one.

mod told;

use super::list::is_list;
use super::placing::{Copied, Placed, Put, placed};
use super::{TableColumnView, TableRowView, TableView, cell_of};
use crate::finding::Path;
use crate::form::Form;
use crate::report::Explanation;
use crate::text::{Block, Lang, TypedRows, is_blank, is_stop_decimal, parse_block, parse_csv};
use serde::Serialize;
use told::explained;
pub(super) use told::told as notes_of;

/// Rows that a person would put into a table (các dòng dán vào bảng).
#[derive(Clone, Copy, Debug)]
pub struct Pasted<'t> {
    /// The rows as text: cells parted by tabs, or a CSV file.
    pub plain: &'t str,
    /// The same as HTML, where a clipboard holds it; it says how numbers are written.
    pub html: &'t str,
    /// Whether it is a CSV file.
    pub is_file: bool,
    /// Whether the first row says what stands below; none where that is to be seen.
    pub head: Option<bool>,
}

/// Rows as a table would take them (các dòng xem trước khi dán).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastedView {
    /// The columns of the table.
    pub columns: Vec<TableColumnView>,
    /// The rows as they would stand then, with what is understood of each cell and what is wrong; those alone into which
    /// something is put.
    pub rows: Vec<TableRowView>,
    /// What is to be known of single cells.
    pub cells: Vec<PastedCell>,
    /// What of it is not taken, and why, and what else is to be known.
    pub notes: Vec<PastedNote>,
    /// Whether the first row says what stands below and is no row of the table.
    pub head: bool,
    /// How many cells would be filled in.
    pub count: usize,
}

/// A cell of a table before a block is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastedCell {
    /// The path of its input.
    pub path: String,
    /// What was copied, where it would be written otherwise.
    pub copied: Option<String>,
    /// What stands there now; none where that is nothing, or the same.
    pub replaces: Option<String>,
}

/// What a person has to know of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastedNote {
    /// Of which rows and columns; empty of all of it.
    pub place: String,
    /// What, in a sentence.
    pub text: String,
}

/// What becomes of a table.
struct Outcome {
    id: String,
    input: usize,
    table: String,
    before: TypedRows,
    then: TypedRows,
    /// The rows into which something is put.
    rows: Vec<usize>,
    cells: Vec<PastedCell>,
    notes: Vec<PastedNote>,
    head: bool,
    count: usize,
    /// The explanations of what is replaced.
    outdated: Vec<Explanation>,
}

impl Form {
    /// What would become of rows that are put into the table or the cell at `path`. Into a table they go behind its rows, into a
    /// cell from there on to the right and downwards; a blank cell leaves what stands as it is. The list of activities is such a
    /// table (`/activities`), whose rows go behind the others wherever they are pasted. Nothing is taken: the form stands as
    /// before. None where no table is asked there, or where that is one cell alone, or several lines for a cell that has some:
    /// it is text like any other.
    pub fn pasted(&mut self, path: &str, pasted: &Pasted<'_>) -> Option<PastedView> {
        if is_list(path) {
            return self.pasted_list(path, pasted);
        }
        self.read_cells();
        let outcome = self.outcome(path, pasted)?;
        let kept = (self.draft.clone(), self.told.clone(), self.carried.clone());
        self.let_go(&outcome.outdated);
        self.keep_rows(&outcome.id, outcome.input, &outcome.then);
        let view = self.table_view(&outcome.table, &[]);
        (self.draft, self.told, self.carried) = kept;
        self.read_all();
        let view = view?;
        let is_new = |row: &TableRowView| outcome.rows.contains(&row.index);
        Some(PastedView {
            columns: view.columns,
            rows: view.rows.into_iter().filter(is_new).collect(),
            cells: outcome.cells,
            notes: outcome.notes,
            head: outcome.head,
            count: outcome.count,
        })
    }

    /// Takes them, as [`Form::pasted`] shows them. What takes it back comes with the view ([`Form::take_back`]). None as there, and
    /// where nothing is to be taken.
    pub fn take_pasted(&mut self, path: &str, pasted: &Pasted<'_>) -> Option<TableView> {
        if is_list(path) {
            return self.take_pasted_list(path, pasted);
        }
        let mut changed = self.read_cells();
        let outcome = self.outcome(path, pasted).filter(|one| one.count > 0)?;
        self.let_go(&outcome.outdated);
        for cell in &outcome.cells {
            changed.extend(self.outdate(&cell.path));
        }
        changed.extend(self.keep_rows(&outcome.id, outcome.input, &outcome.then));
        let view = self.table_view(&outcome.table, &changed)?;
        let explained = TypedRows {
            keys: ["path", "code", "text"].map(str::to_owned).to_vec(),
            rows: outcome.outdated.into_iter().map(of_explanation).collect(),
        };
        let texts = [&outcome.before, &outcome.then, &explained].map(TypedRows::write);
        Some(TableView {
            taken: Some(texts.join(PARTED)),
            ..view
        })
    }

    /// Takes back what [`Form::take_pasted`] took: what stood there before stands again, with its explanations. What was typed
    /// since stays.
    pub fn take_back(&mut self, path: &str, taken: &str) -> Option<TableView> {
        if is_list(path) {
            return self.take_back_list(taken);
        }
        let at = self.table_at(path)?;
        let (id, input) = (at.id.to_owned(), at.input);
        let keys = self.cell_keys(input);
        let mut texts = taken.split(PARTED);
        let mut next = || TypedRows::read(texts.next().unwrap_or_default());
        let (before, then, explained) = (next(), next(), next());
        let mut changed = self.read_cells();
        let mut now = self.typed_rows(&id);
        for row in (0..now.rows.len()).rev() {
            let is_as_taken = |key: &&String| now.cell(row, key) == then.cell(row, key);
            if row >= before.rows.len()
                && row < then.rows.len()
                && keys.iter().all(|key| is_as_taken(&key))
            {
                now.rows.remove(row);
                self.move_rows(path, |at| (at != row).then(|| at - usize::from(at > row)));
                continue;
            }
            for key in keys.iter().filter(is_as_taken).cloned().collect::<Vec<_>>() {
                now.set(row, &key, before.cell(row, &key).to_owned());
            }
        }
        for row in 0..explained.rows.len() {
            let [path, code, text] = ["path", "code", "text"].map(|key| explained.cell(row, key));
            let stands =
                cell_of(path).is_some_and(|(_, at, key)| now.cell(at, key) == before.cell(at, key));
            let path = Path::from(path);
            let mut lines = self.draft.explanations.iter();
            if stands && !lines.any(|line| line.path == path && line.code == *code) {
                self.draft.explanations.push(Explanation {
                    path,
                    code: code.to_owned(),
                    text: text.to_owned(),
                });
            }
        }
        changed.extend(self.keep_rows(&id, input, &now));
        self.table_view(path, &changed)
    }

    fn outcome(&self, path: &str, pasted: &Pasted<'_>) -> Option<Outcome> {
        let cell = cell_of(path);
        let table = cell.as_ref().map_or(path, |(table, ..)| table).to_owned();
        let at = self.table_at(&table)?;
        let keys = self.cell_keys(at.input);
        let cells = self.sheet.of_rows(at.input)?;
        let from = cell.as_ref().and_then(|(.., key)| cells.input(key));
        let block = match block_of(pasted, self.lang) {
            Ok(block) => block,
            Err(why) => return Some(self.refused(at, table, why)),
        };
        let has_lines = from.and_then(|from| cells.inputs().get(from));
        let has_lines = has_lines.map(|input| input.measure.control().lines);
        if !pasted.is_file && has_lines.is_some_and(|has_lines| is_one_text(&block, has_lines)) {
            return None;
        }
        let copied = Copied {
            rows: &block.rows,
            is_stop: is_stop_decimal(pasted.html),
            head: pasted.head,
            from: from.unwrap_or(0),
        };
        let reads = |cell: usize, text: &str| cells.read_input(cell, text).value().is_some();
        let all = placed(&copied, at.measure, &at.measure.slots(), &reads);
        let before = self.typed_rows(at.id);
        let says = |row: &Vec<String>| row.iter().any(|cell| !is_blank(cell));
        let end = before
            .rows
            .iter()
            .rposition(says)
            .map_or(0, |last| last + 1);
        let place = cell.map(|(_, row, _)| row.min(before.rows.len()));
        let mut outcome = Outcome {
            id: at.id.to_owned(),
            input: at.input,
            then: before.clone(),
            before,
            rows: Vec::new(),
            cells: Vec::new(),
            notes: Vec::new(),
            head: all.head,
            count: 0,
            outdated: Vec::new(),
            table,
        };
        if outcome.then.keys.is_empty() {
            outcome.then.keys.clone_from(&keys);
        }
        let most = at.measure.most_rows();
        let over = outcome.fill(&all, (place, end), (&keys, most));
        self.outdate_explanations(&mut outcome);
        let from = usize::from(all.head) + 1;
        outcome.notes = notes_of(
            &all,
            at.measure,
            (block.cut, &over, from, most),
            pasted.is_file,
            self.lang,
        );
        outcome.notes.extend(
            outcome
                .outdated
                .iter()
                .map(|line| explained(line, &self.plan, self.lang)),
        );
        Some(outcome)
    }

    /// A block of which nothing is taken.
    fn refused(&self, at: super::At<'_>, table: String, why: PastedNote) -> Outcome {
        let before = self.typed_rows(at.id);
        Outcome {
            id: at.id.to_owned(),
            input: at.input,
            table,
            then: before.clone(),
            before,
            rows: Vec::new(),
            cells: Vec::new(),
            notes: vec![why],
            head: false,
            count: 0,
            outdated: Vec::new(),
        }
    }

    /// Finds the explanations of what is replaced: they are of what stood there.
    fn outdate_explanations(&self, outcome: &mut Outcome) {
        let replaced = outcome.cells.iter().filter(|cell| cell.replaces.is_some());
        // An explanation of a share stands at one of its halves.
        let columns: Vec<&str> = replaced
            .filter_map(|cell| {
                let (table, row, key) = cell_of(&cell.path)?;
                let column = key.split('/').next().unwrap_or(key);
                let end = table.len() + row.to_string().len() + column.len() + 2;
                cell.path.get(..end)
            })
            .collect();
        let is_of = |path: &str| {
            columns.iter().any(|column| {
                let rest = path.strip_prefix(column);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        let lines = self.draft.explanations.iter();
        outcome.outdated = lines
            .filter(|line| is_of(line.path.as_str()))
            .cloned()
            .collect();
    }

    fn let_go(&mut self, outdated: &[Explanation]) {
        self.draft
            .explanations
            .retain(|line| !outdated.contains(line));
    }
}

/// The rows that a person would put somewhere, or why they cannot be read.
pub(super) fn block_of(pasted: &Pasted<'_>, lang: Lang) -> Result<Block, PastedNote> {
    if !pasted.is_file {
        return Ok(parse_block(pasted.plain));
    }
    match told::unreadable(pasted.plain, lang) {
        Some(why) => Err(why),
        None => parse_csv(pasted.plain).map_err(|line| told::unclosed(line, lang)),
    }
}

/// What stands between the texts that take a step back: no text of rows has such a line.
pub(super) const PARTED: &str = "\n\\\n";

fn of_explanation(line: Explanation) -> Vec<String> {
    vec![line.path.as_str().to_owned(), line.code, line.text]
}

/// Whether a block is one cell, or lines for one cell that has several.
pub(super) fn is_one_text(block: &Block, has_lines: bool) -> bool {
    let widths = || block.rows.iter().map(Vec::len);
    widths().sum::<usize>() < 2 || has_lines && widths().all(|width| width < 2)
}

impl Outcome {
    /// Puts what is placed into the rows from `place` on, else behind the last that says something; the rows of the block for which
    /// there is no room.
    fn fill(
        &mut self,
        all: &Placed,
        (place, end): (Option<usize>, usize),
        (keys, most): (&[String], usize),
    ) -> Vec<usize> {
        let mut over = Vec::new();
        let mut next = place.unwrap_or(end);
        for (source, puts) in all.rows.iter().enumerate() {
            let index = next;
            if puts.is_empty() {
                // From a cell on, a row that says nothing stands for one that stays as it is.
                next += usize::from(place.is_some() && index < self.before.rows.len());
                continue;
            }
            if index >= most.max(self.before.rows.len()) {
                over.push(source);
                continue;
            }
            next += 1;
            while self.then.rows.len() <= index {
                self.then.rows.push(Vec::new());
            }
            self.rows.push(index);
            for put in puts {
                if let Some(key) = keys.get(put.slot) {
                    self.put(index, key, put);
                }
            }
        }
        over
    }

    fn put(&mut self, row: usize, key: &str, put: &Put) {
        let there = self.before.cell(row, key);
        let replaces = (!is_blank(there) && there != put.text).then(|| there.to_owned());
        self.count += 1;
        self.then.set(row, key, put.text.clone());
        self.cells.push(PastedCell {
            path: [&*self.table, "/", &row.to_string(), "/", key].concat(),
            copied: put.copied.clone(),
            replaces,
        });
    }
}

#[cfg(test)]
mod tests;
