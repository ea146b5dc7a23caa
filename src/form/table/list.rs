//! The list of activities as one table: rows that were copied elsewhere come into it together, and go out as a file. Each row is
//! an activity, and goes behind those that are listed.

mod called;
mod when;

use super::paste::{PARTED, block_of, is_one_text, notes_of};
use super::placing::{Copied, placed};
use super::view::column;
use super::{Pasted, PastedCell, PastedNote, PastedView, TableRowView, TableView};
use crate::finding::Path;
use crate::form::Form;
use crate::form::place::{Place, activity_index};
use crate::form::render::{parts, planned};
use crate::message;
use crate::plan::ActivityPart;
use crate::read::Id;
use crate::report::{DraftActivity, MAX_ACTIVITIES, MAX_TEXT};
use crate::text::{TypedRows, fold, is_blank, is_stop_decimal};
use crate::value::{
    Column, CountMeasure, DateMeasure, Measure, TableMeasure, TextMeasure, TimeMeasure,
};
use called::also;
use std::sync::Arc;

const LIST: &str = "/activities";
/// The key of the plan's own activity that a row is, beside those of its parts.
const PLANNED: &str = "planned";

/// Whether a path is that of the list, or lies in it.
pub(super) fn is_list(path: &str) -> bool {
    path == LIST || activity_index(path).is_some()
}

/// What becomes of the list.
struct Outcome {
    table: TableMeasure,
    /// Where the first of the rows stands then, in place of blank ones that end the list.
    from: usize,
    rows: Vec<DraftActivity>,
    cells: Vec<PastedCell>,
    notes: Vec<PastedNote>,
    head: bool,
}

impl Form {
    /// The list as a table, and the part in each of its columns; none where no list is asked.
    pub(super) fn list_as_table(&self) -> Option<(TableMeasure, Vec<ActivityPart>)> {
        let list = self.sheet.list()?;
        let asked = parts(list);
        let column = |&(part, required): &(ActivityPart, bool)| {
            Some(Column {
                id: Id::new(part.key()).ok()?,
                label: part.asked().label.of(self.lang).to_owned(),
                hint: None,
                measure: Arc::new(measure(part)),
                required,
                least: None,
                most: None,
                plausible: None,
                estimates: false,
            })
        };
        let table = TableMeasure {
            row: self.lang.either("hoạt động", "activities").to_owned(),
            columns: asked.iter().filter_map(column).collect(),
            least: None,
            most: None,
            key: None,
        };
        Some((table, asked.iter().map(|(part, _)| *part).collect()))
    }

    /// [`Form::pasted`], of the list.
    pub(super) fn pasted_list(&mut self, path: &str, pasted: &Pasted<'_>) -> Option<PastedView> {
        let outcome = self.list_outcome(path, pasted)?;
        let kept = (self.draft.clone(), self.told.clone());
        let keys = (self.keys.clone(), self.next_key);
        self.list_rows(&outcome);
        let view = self.list_view();
        (self.draft, self.told) = kept;
        (self.keys, self.next_key) = keys;
        self.read_all();
        let view = view?;
        let then = outcome.from..outcome.from + outcome.rows.len();
        let is_new = |row: &TableRowView| then.contains(&row.index);
        Some(PastedView {
            columns: view.columns,
            rows: view.rows.into_iter().filter(is_new).collect(),
            count: outcome.cells.len(),
            cells: outcome.cells,
            notes: outcome.notes,
            head: outcome.head,
        })
    }

    /// [`Form::take_pasted`], of the list.
    pub(super) fn take_pasted_list(
        &mut self,
        path: &str,
        pasted: &Pasted<'_>,
    ) -> Option<TableView> {
        let outcome = self.list_outcome(path, pasted)?;
        if outcome.rows.is_empty() {
            return None;
        }
        let before = self.draft.activities.len();
        self.list_rows(&outcome);
        let rows = TypedRows {
            keys: keys(),
            rows: outcome.rows.iter().map(texts).collect(),
        };
        let (from, before) = (outcome.from.to_string(), before.to_string());
        Some(TableView {
            taken: Some([from, before, rows.write()].join(PARTED)),
            ..self.list_view()?
        })
    }

    /// [`Form::take_back`], of the list: the activities that stand as they were taken.
    pub(super) fn take_back_list(&mut self, taken: &str) -> Option<TableView> {
        let mut pieces = taken.split(PARTED);
        let mut next = || pieces.next().unwrap_or_default();
        let (from, before, rows) = (next(), next(), TypedRows::read(next()));
        let (from, before): (usize, usize) = (from.parse().ok()?, before.parse().ok()?);
        for row in (0..rows.rows.len()).rev() {
            let index = from.saturating_add(row);
            let Some(there) = self.draft.activities.get_mut(index) else {
                continue;
            };
            let is_as_taken = |(key, text): (&String, String)| rows.cell(row, key) == text;
            if !keys().iter().zip(texts(there)).all(is_as_taken) {
                continue;
            }
            if index < before {
                *there = DraftActivity::default();
                self.forget_at(index);
            } else {
                self.take_out(index);
            }
        }
        self.read_all();
        self.list_view()
    }

    /// The list as a table of its activities.
    fn list_view(&self) -> Option<TableView> {
        let (table, _) = self.list_as_table()?;
        let count = self.draft.activities.len();
        Some(TableView {
            path: LIST.to_owned(),
            row: table.row,
            columns: table.columns.iter().map(column).collect(),
            rows: (0..count).filter_map(|at| self.list_row(at)).collect(),
            full: count >= MAX_ACTIVITIES,
            sums: Vec::new(),
            findings: self.list_findings(),
            taken: None,
            change: self.changed_at(None, &[]),
        })
    }

    fn list_row(&self, index: usize) -> Option<TableRowView> {
        let (list, card) = (self.sheet.list()?, self.card(index)?);
        let title = &self.draft.activities.get(index)?.title;
        let field = |(part, required)| self.part(index, part, required, list.evidence);
        Some(TableRowView {
            index,
            title: if is_blank(title) {
                message::place(&Path::activity(index), &self.plan, self.lang)
            } else {
                title.clone()
            },
            summary: card.summary,
            left: card.left,
            state: card.state,
            cells: parts(list).into_iter().map(field).collect(),
            findings: Vec::new(),
        })
    }

    fn list_outcome(&self, path: &str, pasted: &Pasted<'_>) -> Option<Outcome> {
        let (table, parts) = self.list_as_table()?;
        let block = match block_of(pasted, self.lang) {
            Ok(block) => block,
            Err(why) => {
                return Some(Outcome {
                    table,
                    from: self.draft.activities.len(),
                    rows: Vec::new(),
                    cells: Vec::new(),
                    notes: vec![why],
                    head: false,
                });
            }
        };
        let into = match Place::of(path) {
            Some(Place::Activity(_, part)) => Some(part),
            _ => None,
        };
        // Lines are titles, and for another part its text.
        let has_lines = |part: ActivityPart| part != ActivityPart::Title;
        let is_text = into.is_some_and(|part| is_one_text(&block, has_lines(part)));
        if !pasted.is_file && is_text {
            return None;
        }
        let copied = Copied {
            rows: &block.rows,
            is_stop: is_stop_decimal(pasted.html),
            head: pasted.head,
            from: 0,
        };
        let mut slots = table.slots();
        for (slot, part) in slots.iter_mut().zip(&parts) {
            slot.also = also(*part);
        }
        let all = placed(&copied, &table, &slots, &|_, _| false);
        let says = |one: &DraftActivity| texts(one).iter().any(|text| !is_blank(text));
        let listed = self.draft.activities.iter().rposition(says);
        let from = listed.map_or(0, |last| last + 1);
        let mut outcome = Outcome {
            from,
            rows: Vec::new(),
            cells: Vec::new(),
            notes: Vec::new(),
            head: all.head,
            table,
        };
        let mut over = Vec::new();
        for (source, puts) in all.rows.iter().enumerate() {
            let index = from + outcome.rows.len();
            if puts.is_empty() {
                continue;
            }
            if index >= MAX_ACTIVITIES {
                over.push(source);
                continue;
            }
            let mut activity = DraftActivity::default();
            for put in puts {
                let Some(part) = parts.get(put.slot) else {
                    continue;
                };
                *activity.part_mut(*part) = put.text.replace('\r', "");
                outcome.cells.push(PastedCell {
                    path: Place::Activity(index, *part).path(),
                    copied: put.copied.clone(),
                    replaces: None,
                });
            }
            self.part_when((index, &mut activity), &parts, &mut outcome.cells);
            activity.planned = self.planned_as(&activity.title, &outcome.rows);
            outcome.rows.push(activity);
        }
        let first = usize::from(all.head) + 1;
        let over = (block.cut, &*over, first, MAX_ACTIVITIES);
        outcome.notes = notes_of(&all, &outcome.table, over, pasted.is_file, self.lang);
        Some(outcome)
    }

    /// Parts the hour and the last day from the first, where one cell says more than that. An hour that is not asked, or asked
    /// in a cell of its own, is not taken; a last day that is not keeps the cell whole.
    fn part_when(
        &self,
        (index, activity): (usize, &mut DraftActivity),
        asked: &[ActivityPart],
        cells: &mut Vec<PastedCell>,
    ) {
        let Some(said) = when::said(&activity.date, self.days_asked()) else {
            return;
        };
        let is_free = |part: ActivityPart| asked.contains(&part) && is_blank(activity.part(part));
        if !said.until.is_empty() && !is_free(ActivityPart::Until) {
            return;
        }
        let is_free = [ActivityPart::Until, ActivityPart::Time].map(|part| (part, is_free(part)));
        for ((part, is_free), text) in is_free.into_iter().zip([said.until, said.time]) {
            if is_free && !text.is_empty() {
                *activity.part_mut(part) = text;
                cells.push(PastedCell {
                    path: Place::Activity(index, part).path(),
                    copied: None,
                    replaces: None,
                });
            }
        }
        let whole = std::mem::replace(&mut activity.date, said.date);
        let of_date = Place::Activity(index, ActivityPart::Date).path();
        if let Some(cell) = cells.iter_mut().find(|cell| cell.path == of_date) {
            cell.copied = Some(whole);
        }
    }

    /// The plan's own activity of that title, where it is not listed yet; "" for none.
    fn planned_as(&self, title: &str, more: &[DraftActivity]) -> String {
        let title = fold(title);
        let listed = || self.draft.activities.iter().chain(more);
        let mut own = planned(&self.plan, self.unit());
        let own = own.find(|one| {
            let id = one.id.as_str();
            fold(&one.title) == title && !listed().any(|there| there.planned == id)
        });
        own.map_or_else(String::new, |one| one.id.to_string())
    }

    /// Puts the rows into the list.
    fn list_rows(&mut self, outcome: &Outcome) {
        for (place, row) in outcome.rows.iter().enumerate() {
            let index = outcome.from + place;
            match self.draft.activities.get_mut(index) {
                Some(blank) => {
                    blank.clone_from(row);
                    self.forget_at(index);
                }
                None => self.push(row.clone()),
            }
        }
        self.read_all();
    }
}

/// What is asked of a part, as a column asks it.
fn measure(part: ActivityPart) -> Measure {
    let control = part.asked().control;
    match control.kind {
        "date" => DateMeasure.into(),
        "time" => TimeMeasure.into(),
        "count" => CountMeasure {
            noun: String::new(),
        }
        .into(),
        _ => TextMeasure {
            max: MAX_TEXT as u32,
            lines: control.lines,
        }
        .into(),
    }
}

/// The keys under which an activity is kept as a row.
fn keys() -> Vec<String> {
    let parts = ActivityPart::ALL.iter().map(|part| part.key());
    parts.chain([PLANNED]).map(str::to_owned).collect()
}

/// An activity as such a row.
fn texts(activity: &DraftActivity) -> Vec<String> {
    let parts = ActivityPart::ALL
        .iter()
        .map(|part| activity.part(*part).to_owned());
    parts.chain([activity.planned.clone()]).collect()
}

#[cfg(test)]
mod tests;
