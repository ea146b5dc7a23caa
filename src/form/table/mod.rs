//! A table of a form, cell by cell. It is read once it is shown: a form opens without, and what no plan asks is not there.

mod edit;
mod list;
mod out;
mod paste;
mod placing;
mod view;

pub use paste::{Pasted, PastedCell, PastedNote, PastedView};
pub use view::{TableChange, TableColumnView, TableRowView, TableView};

use super::Form;
use super::view::FindingView;
use crate::finding::{Finding, Path};
use crate::message;
use crate::rules::{self, TableEntry, When};
use crate::text::TypedRows;
use crate::value::TableMeasure;

/// The table at a path, or of a cell at a path.
#[derive(Clone, Copy)]
struct At<'a> {
    /// The indicator.
    id: &'a str,
    /// The place of its input.
    input: usize,
    measure: &'a TableMeasure,
}

impl Form {
    /// The table at `/figures/ID`; none where no table is asked there now.
    fn table_at(&self, path: &str) -> Option<At<'_>> {
        let id = path.strip_prefix("/figures/")?;
        let input = self.sheet.input(id)?;
        let asked = self.sheet.inputs().get(input)?;
        let measure = self.indicator_at(input)?.measure.table()?;
        let id = asked.indicator.as_str();
        self.entries
            .asks(input)
            .then_some(At { id, input, measure })
    }

    /// What was typed into a table.
    fn typed_rows(&self, id: &str) -> TypedRows {
        let text = self.draft.figures.get(id).map_or("", String::as_str);
        let input = self.sheet.input(id);
        let keys = input.map_or_else(Vec::new, |input| self.cell_keys(input));
        TypedRows::read_under(text, &keys)
    }

    /// Reads the tables cell by cell, where that was not done.
    fn read_cells(&mut self) -> Vec<Path> {
        if self.cells.is_some() {
            return Vec::new();
        }
        self.cells = Some(Vec::new());
        self.sheet.read_tables(&self.draft, &mut self.entries);
        let mut changed = self.check_cells();
        changed.extend(self.rerun_tables());
        changed
    }

    /// Reads them again where they had been read: something else changed the draft.
    pub(super) fn read_cells_again(&mut self) {
        if self.cells.take().is_some() {
            self.read_cells();
        }
    }

    /// Runs the rules of the form that read a table.
    fn rerun_tables(&mut self) -> Vec<Path> {
        let mut changed = Vec::new();
        for table in 0..self.entries.tables.len() {
            if let Some(input) = self.entries.tables.get(table).map(|table| table.input) {
                changed.extend(self.rerun(rules::Place::Input(input)));
            }
        }
        changed
    }

    /// Checks the cells of all tables; the places at which what is found changed.
    fn check_cells(&mut self) -> Vec<Path> {
        let mut found = Vec::new();
        rules::tables(&self.sheet, &self.entries, &self.context(false), &mut found);
        let before = self.cells.replace(Vec::new()).unwrap_or_default();
        let mut counts = self.counts;
        for finding in &before {
            counts.subtract(self.counted(finding));
        }
        for finding in &found {
            counts.add(self.counted(finding));
        }
        self.counts = counts;
        let (gone, new) = unlike(&before, &found);
        let is_new = |finding: &&Finding| !gone.contains(finding);
        let is_gone = |finding: &&Finding| !new.contains(finding);
        let changed = new.iter().filter(is_new);
        let changed = changed.chain(gone.iter().filter(is_gone));
        let changed = changed.map(|finding| finding.path.clone()).collect();
        self.cells = Some(found);
        changed
    }

    /// What is found in cells and is said while typing.
    fn said_in_cells(&self) -> impl Iterator<Item = &Finding> {
        let found = self.cells.iter().flatten();
        found.filter(|finding| rules::when(finding) != When::BeforeSending)
    }

    /// What is found at a place of a table, in words.
    fn cell_findings(&self, path: &str) -> Vec<FindingView> {
        let said = self.said_in_cells();
        let there = said.filter(|finding| finding.path == *path);
        let in_words = |finding: &Finding| FindingView {
            label: message::place(&finding.path, &self.plan, self.lang),
            ..self.finding(finding)
        };
        there.map(in_words).collect()
    }

    fn entry(&self, input: usize) -> Option<&TableEntry<'static>> {
        self.entries.table(input)
    }
}

/// The place of a cell: its table's path, its row, and its key there.
fn cell_of(path: &str) -> Option<(String, usize, &str)> {
    let rest = path.strip_prefix("/figures/")?;
    let (id, rest) = rest.split_once('/')?;
    let (row, key) = rest.split_once('/')?;
    Some((["/figures/", id].concat(), row.parse().ok()?, key))
}

/// What of two lists lies between what both begin with and what both end with: one key changes few of many findings.
fn unlike<'l, T: PartialEq>(before: &'l [T], after: &'l [T]) -> (&'l [T], &'l [T]) {
    let alike = |(one, other): &(&T, &T)| one == other;
    let start = before.iter().zip(after).take_while(alike).count();
    let (before, after) = (
        before.get(start..).unwrap_or_default(),
        after.get(start..).unwrap_or_default(),
    );
    let ends = before.iter().rev().zip(after.iter().rev());
    let end = ends.take_while(alike).count();
    (
        before.get(..before.len() - end).unwrap_or_default(),
        after.get(..after.len() - end).unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests;
