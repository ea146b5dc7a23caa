//! What a page shows of a table.

use super::At;
use crate::finding::{Path, Severity};
use crate::form::Form;
use crate::form::map::MapState;
use crate::form::render::looking;
use crate::form::view::{Change, FieldView, FindingView, InputView};
use crate::message;
use crate::text::{self, TypedRows, is_blank};
use crate::value::{
    Answer, Choice, Column, Halves, Held, Measure, Reading, RollUp, Value, standing, total_of,
};
use serde::Serialize;

/// A table of a form (bảng).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    /// Its path.
    pub path: String,
    /// What one row is: "công trình".
    pub row: String,
    /// Its columns.
    pub columns: Vec<TableColumnView>,
    /// Its rows.
    pub rows: Vec<TableRowView>,
    /// Whether it has as many rows as are taken.
    pub full: bool,
    /// What the numbers of all rows come to, by column, in words; blank where nothing adds up. Empty where no column does.
    pub sums: Vec<String>,
    /// What is wrong with the table as a whole.
    pub findings: Vec<FindingView>,
    /// The row that was taken out just now, as text that puts it back; of rows that were put in together, what takes them back.
    pub taken: Option<String>,
    /// What of the form changed with it.
    pub change: Change,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableColumnView {
    /// Its identity.
    pub id: String,
    /// Its head.
    pub label: String,
    /// A line that helps.
    pub hint: Option<String>,
    /// What its numbers count.
    pub noun: Option<String>,
    /// Whether each row must say something there.
    pub required: bool,
    /// Whether a narrow column has room for it.
    pub short: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableRowView {
    /// Its place, from 0.
    pub index: usize,
    /// What it is called: its first words, else "Công trình 3".
    pub title: String,
    /// What else it says, in one line.
    pub summary: String,
    /// What is wrong and what is left; empty where nothing is.
    pub left: String,
    /// The worst of it.
    pub state: MapState,
    /// Its cells, one field for each column.
    pub cells: Vec<FieldView>,
    /// What is wrong with the row as a whole.
    pub findings: Vec<FindingView>,
}

/// What a cell that was typed into changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableChange {
    /// What changed of the form.
    pub change: Change,
    /// The rows that changed.
    pub rows: Vec<TableRowView>,
    /// What the numbers of all rows come to now, as in the view.
    pub sums: Vec<String>,
    /// What is wrong with the table as a whole now.
    pub findings: Vec<FindingView>,
}

impl Form {
    /// The table at a path, cell by cell; none where no table is asked there.
    pub fn table(&mut self, path: &str) -> Option<TableView> {
        self.table_at(path)?;
        let changed = self.read_cells();
        self.table_view(path, &changed)
    }

    pub(super) fn table_view(&self, path: &str, changed: &[Path]) -> Option<TableView> {
        let at = self.table_at(path)?;
        let typed = self.typed_rows(at.id);
        let count = typed.rows.len();
        Some(TableView {
            path: path.to_owned(),
            row: at.measure.row.clone(),
            columns: at.measure.columns.iter().map(column).collect(),
            rows: (0..count)
                .map(|index| self.row(at, path, &typed, index))
                .collect(),
            full: count >= at.measure.most_rows(),
            sums: self.sums(at),
            findings: self.cell_findings(path),
            taken: None,
            change: self.changed_at(None, changed),
        })
    }

    /// What the numbers of each column come to, where there is more than one row.
    pub(super) fn sums(&self, at: At<'_>) -> Vec<String> {
        let adds_up = |column: &Column| column.measure.roll_up().is_number();
        let columns = &at.measure.columns;
        let entry = self.entry(at.input).filter(|entry| entry.rows.len() > 1);
        let Some(entry) = entry.filter(|_| columns.iter().any(adds_up)) else {
            return Vec::new();
        };
        let mut sums = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            let numbers = entry.numbers(place).filter(|_| adds_up(column));
            let numbers = numbers.filter(|(numbers, _)| !numbers.is_empty());
            let sum = numbers.map(|(numbers, _)| text::exact(total_of(numbers)));
            sums.push(sum.map_or_else(String::new, |sum| column.measure.quantity(sum)));
        }
        sums
    }

    pub(super) fn row(
        &self,
        at: At<'_>,
        path: &str,
        typed: &TypedRows,
        index: usize,
    ) -> TableRowView {
        let start = [path, "/", &index.to_string()].concat();
        let mut cells = Vec::new();
        let (mut said, mut missing) = (Vec::new(), Vec::new());
        let mut wrong = 0;
        let mut cell = 0;
        let entry = self.entry(at.input);
        for column in &at.measure.columns {
            let first = cell;
            let field = self.cell_field(at, column, (&*start, typed, index), first);
            cell += field.inputs.len();
            let is_wrong = |one: &FindingView| one.severity == Severity::Error;
            let inputs = &field.inputs;
            wrong += inputs
                .iter()
                .flat_map(|input| &input.findings)
                .filter(|one| is_wrong(one))
                .count();
            if inputs.iter().all(|input| input.blank) {
                if column.required {
                    missing.push(&*column.label);
                }
            } else {
                let read = entry.and_then(|entry| entry.rows.get(index)?.inputs.get(first..));
                said.push(self.cell_words(inputs, &column.measure, read.unwrap_or_default()));
            }
            cells.push(field);
        }
        let mut said = said.into_iter();
        let number = (index + 1).to_string();
        let named = at.measure.row.clone();
        TableRowView {
            index,
            title: said
                .next()
                .unwrap_or_else(|| [&*text::capital(&named), " ", &number].concat()),
            summary: text::join(&said.collect::<Vec<_>>(), " · "),
            left: message::card_left(wrong, &missing, self.lang),
            state: match (wrong, missing.is_empty()) {
                (0, true) => MapState::Ready,
                (0, false) => MapState::Left,
                _ => MapState::Wrong,
            },
            cells,
            findings: self.cell_findings(&start),
        }
    }

    /// What stands in a cell, on one line: as it was understood, where it was, else as it was typed.
    fn cell_words(
        &self,
        inputs: &[InputView],
        measure: &Measure,
        read: &[Reading<Answer<'_>>],
    ) -> String {
        let understood = match (inputs, read) {
            ([_, _], [part, whole, ..]) => match (part.value(), whole.value()) {
                (Some(Answer::Number(part)), Some(Answer::Number(whole))) => {
                    let (part, whole) = (*part, *whole);
                    Some(Value::Share { part, whole })
                }
                _ => None,
            },
            (_, [one, ..]) => one.value().map(Answer::to_value),
            _ => None,
        };
        if let Some(value) = understood {
            return message::value(&value, measure, self.lang);
        }
        let texts: Vec<_> = inputs
            .iter()
            .map(|input| text::single_line(&input.value))
            .collect();
        text::join(&texts, "/")
    }

    fn cell_field(
        &self,
        at: At<'_>,
        column: &Column,
        (start, typed, index): (&str, &TypedRows, usize),
        cell: usize,
    ) -> FieldView {
        let id = column.id.as_str();
        let measure = &column.measure;
        let halves = measure.halves();
        let entry = self.entry(at.input).and_then(|entry| entry.rows.get(index));
        let input = |key: String, label: Option<String>, place: usize| {
            let value = typed.cell(index, &key).to_owned();
            let path = [start, "/", &key].concat();
            let answer = entry.and_then(|row| row.inputs.get(place)?.value());
            let answer = answer.map(|answer| answer.to_value());
            let half = halves.map(Halves::measure);
            let measure = half.as_ref().unwrap_or(measure);
            InputView {
                blank: is_blank(&value),
                choices: self.cell_choices(measure, &column.label, &value),
                echo: answer.and_then(|one| message::echo(&one, measure, &value, self.lang)),
                findings: self.cell_findings(&path),
                label,
                path,
                value,
            }
        };
        let inputs = match halves {
            Some(halves) => vec![
                input([id, "/part"].concat(), Some(halves.part.to_owned()), cell),
                input(
                    [id, "/whole"].concat(),
                    Some(halves.whole.to_owned()),
                    cell + 1,
                ),
            ],
            None => vec![input(id.to_owned(), None, cell)],
        };
        FieldView {
            id: [start.strip_prefix("/figures/").unwrap_or_default(), "/", id].concat(),
            label: message::of_row(&column.label, index, self.lang),
            hint: column.hint.clone(),
            required: column.required,
            inputs,
            noun: measure.noun().map(str::to_owned),
            max_length: match measure.held() {
                Held::Length(most) => Some(most),
                _ => None,
            },
            input_mode: if column.estimates {
                "text"
            } else {
                measure.control().input_mode
            },
            ..looking(measure.control())
        }
    }

    /// What can be chosen in a cell, where an answer is chosen.
    fn cell_choices(&self, measure: &Measure, label: &str, text: &str) -> Vec<Choice> {
        let mut listed = measure.choices(self.lang);
        if listed.is_empty() {
            return listed;
        }
        if measure.roll_up() == RollUp::Deed {
            for (one, done) in listed.iter_mut().zip([true, false]) {
                one.label = message::deed(done, label, self.lang).to_owned();
            }
        }
        standing(listed, text, false)
    }
}

pub(super) fn column(column: &Column) -> TableColumnView {
    let control = column.measure.control();
    TableColumnView {
        id: column.id.as_str().to_owned(),
        label: column.label.clone(),
        hint: column.hint.clone(),
        noun: column.measure.noun().map(str::to_owned),
        required: column.required,
        short: control.short,
    }
}
