//! Typing into a table, and adding and taking out its rows.

use super::{TableChange, TableView, cell_of};
use crate::finding::Path;
use crate::form::Form;
use crate::rules;
use crate::text::TypedRows;
use std::cmp::Ordering;

impl Form {
    /// Takes `text` as typed into the cell at `path` (`/figures/ID/ROW/COLUMN`), right or wrong, and says what changed; none
    /// where there is no such cell.
    pub fn set_cell(&mut self, path: &str, text: String) -> Option<TableChange> {
        let (table, row, key) = cell_of(path)?;
        let at = self.table_at(&table)?;
        let (id, input) = (at.id.to_owned(), at.input);
        self.sheet.of_rows(input)?.input(key)?;
        self.read_cells();
        let mut typed = self.typed_rows(&id);
        typed.rows.get(row)?;
        let is_news = typed.cell(row, key) != text;
        typed.set(row, key, text);
        let changed = self.keep_rows(&id, input, &typed);
        let mut paths = changed;
        if is_news {
            paths.extend(self.outdate(path));
        }
        let at = self.table_at(&table)?;
        let start = [&*table, "/"].concat();
        let mut rows = vec![row];
        for path in &paths {
            let rest = path.as_str().strip_prefix(&*start);
            let place = rest.and_then(|rest| rest.split('/').next()?.parse().ok());
            if let Some(place) = place.filter(|place| !rows.contains(place)) {
                rows.push(place);
            }
        }
        Some(TableChange {
            rows: rows
                .into_iter()
                .filter(|row| *row < typed.rows.len())
                .map(|row| self.row(at, &table, &typed, row))
                .collect(),
            sums: self.sums(at),
            findings: self.cell_findings(&table),
            change: self.changed_at(None, &paths),
        })
    }

    /// Puts a row at `index`, blank or as a row was that was taken out (`taken`); nothing happens where the table is full.
    pub fn put_row(&mut self, path: &str, index: usize, taken: &str) -> Option<TableView> {
        let at = self.table_at(path)?;
        let (id, input, most) = (at.id.to_owned(), at.input, at.measure.most_rows());
        let keys = self.cell_keys(input);
        let mut changed = self.read_cells();
        let mut typed = self.typed_rows(&id);
        if typed.rows.len() < most {
            if typed.keys.is_empty() {
                typed.keys = keys;
            }
            let index = index.min(typed.rows.len());
            typed.rows.insert(index, Vec::new());
            let taken = TypedRows::read(taken);
            for key in &taken.keys {
                typed.set(index, key, taken.cell(0, key).to_owned());
            }
            self.move_rows(path, |row| Some(row + usize::from(row >= index)));
            changed = self.keep_rows(&id, input, &typed);
        }
        self.table_view(path, &changed)
    }

    /// Takes the row at `index` out, with its explanations; what it said comes with the view.
    pub fn take_row(&mut self, path: &str, index: usize) -> Option<TableView> {
        let at = self.table_at(path)?;
        let (id, input) = (at.id.to_owned(), at.input);
        let mut changed = self.read_cells();
        let mut typed = self.typed_rows(&id);
        let mut taken = None;
        if index < typed.rows.len() {
            let rows = vec![typed.rows.remove(index)];
            let keys = typed.keys.clone();
            taken = Some(TypedRows { keys, rows }.write());
            self.move_rows(path, |row| match row.cmp(&index) {
                Ordering::Less => Some(row),
                Ordering::Equal => None,
                Ordering::Greater => Some(row - 1),
            });
            changed = self.keep_rows(&id, input, &typed);
        }
        let view = self.table_view(path, &changed)?;
        Some(TableView { taken, ..view })
    }

    /// Takes the text of all rows as they were typed.
    pub(super) fn keep_rows(&mut self, id: &str, input: usize, typed: &TypedRows) -> Vec<Path> {
        let text = typed.write();
        self.carried.retain(|carried| *carried != input);
        if text.is_empty() {
            self.draft.figures.remove(id);
        } else {
            self.draft.figures.insert(id.to_owned(), text);
        }
        // What was read of the table when nothing stood in it was blank.
        self.entries = {
            let mut entries = self.sheet.read(&self.draft);
            self.sheet.read_tables(&self.draft, &mut entries);
            entries
        };
        let mut changed = self.check_cells();
        changed.extend(self.rerun(rules::Place::Input(input)));
        changed
    }

    /// The keys of a row's cells.
    pub(super) fn cell_keys(&self, input: usize) -> Vec<String> {
        let rows = self.sheet.of_rows(input);
        let inputs = rows.iter().flat_map(|rows| rows.inputs());
        inputs.map(|cell| cell.key().to_owned()).collect()
    }

    /// Moves explanations, and what was told, along with their rows; those of a row that is gone go.
    pub(super) fn move_rows(&mut self, table: &str, to: impl Fn(usize) -> Option<usize>) {
        let start = [table, "/"].concat();
        let stays = |path: &mut Path| {
            let Some(rest) = path.as_str().strip_prefix(&*start) else {
                return true;
            };
            let end = rest.find('/').unwrap_or(rest.len());
            let (row, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let Ok(row) = row.parse() else {
                return true;
            };
            let Some(row) = to(row) else {
                return false;
            };
            *path = Path::from(&*[&*start, &row.to_string(), rest].concat());
            true
        };
        let explained = &mut self.draft.explanations;
        explained.retain_mut(|line| stays(&mut line.path));
        self.told.retain_mut(|told| stays(&mut told.path));
    }
}
