//! The figures that a table lists, row by row.

use super::columns::Layout;
use super::headings::Role;
use super::kinds;
use super::listed::without_number;
use super::told::{self, Findings, short};
use crate::plan::Combine;
use crate::sheet::{Held, HeldKind, Line, Sheet, column_name};
use crate::text::{fold_case, single_line};
use std::collections::BTreeMap;

/// The longest label, in characters.
const LONGEST: usize = 400;

/// One figure of a table. What its cells do not say stays as it is in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct FigureLine {
    /// The cell of its words.
    pub cell: String,
    /// What is asked.
    pub label: String,
    /// The identity that it has in the plan, where the workbook went out from here.
    pub code: Option<String>,
    /// How it is answered.
    pub kind: Option<&'static str>,
    /// What is counted, or the unit of what is measured.
    pub counted: String,
    /// How periods combine.
    pub combine: Option<Combine>,
    /// Whether it must be answered.
    pub required: Option<bool>,
    /// The line under it.
    pub hint: Option<String>,
    /// The heading of rows below which it stands.
    pub section: Option<String>,
}

/// Reads the figures of a table.
pub(in super::super) fn figures(
    sheet: &Sheet,
    layout: &Layout,
    out: &mut Findings,
) -> Vec<FigureLine> {
    let Some(name) = layout.column(Role::Name) else {
        out.say(&told::NO_LABEL_COLUMN, "", &[]);
        return Vec::new();
    };
    let mut lines: Vec<FigureLine> = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut section = None;
    for line in sheet
        .rows
        .iter()
        .skip(layout.head.map_or(0, |head| head + 1))
    {
        let Some(held) = line.cell(name) else {
            continue;
        };
        let cell = [&column_name(name), &*line.number.to_string()].concat();
        let text = single_line(&held.text);
        let label = without_number(&text).trim_end_matches(':').to_owned();
        if heads(line, layout, held) {
            section = Some(label);
            continue;
        }
        let said = short(&label);
        match held.kind {
            HeldKind::Formula => {
                out.say(&told::FORMULA, &cell, &[]);
                continue;
            }
            HeldKind::Mistake => {
                out.say(&told::MISTAKE, &cell, &[("text", &said)]);
                continue;
            }
            HeldKind::Text | HeldKind::Number => {}
        }
        if !label.chars().any(char::is_alphabetic) {
            out.say(&told::NO_LETTERS, &cell, &[("text", &said)]);
            continue;
        }
        if label.chars().count() > LONGEST {
            let most = LONGEST.to_string();
            out.say(&told::TOO_LONG, &cell, &[("most", &most)]);
            continue;
        }
        if let Some(other) = seen.get(&fold_case(&label)) {
            out.say(&told::TWICE, &cell, &[("text", &said), ("other", other)]);
            continue;
        }
        seen.insert(fold_case(&label), cell.clone());
        let mut figure = read(line, layout, out);
        (figure.cell, figure.label, figure.section) = (cell, label, section.clone());
        lines.push(figure);
    }
    lines
}

/// Whether a row heads those below it: "I. XÂY DỰNG ĐOÀN", with nothing in its other columns.
fn heads(line: &Line, layout: &Layout, name: &Held) -> bool {
    let number = layout.column(Role::Number).and_then(|at| line.cell(at));
    let filled = line.cells.iter().filter(|held| !held.is_blank()).count();
    let is_roman = |text: &str| {
        let text = text.trim().trim_end_matches(['.', ')']);
        !text.is_empty()
            && text
                .chars()
                .all(|sign| matches!(sign, 'I' | 'V' | 'X' | 'A'..='F'))
    };
    let own = number.map_or_else(
        || name.text.split('.').next().unwrap_or_default(),
        |number| &number.text,
    );
    let is_loud = !name.text.chars().any(char::is_lowercase);
    let tells = [Role::Kind, Role::Counted];
    let has_columns = tells.iter().any(|role| layout.column(*role).is_some());
    filled <= 1 + usize::from(number.is_some()) && (is_roman(own) || has_columns && is_loud)
}

fn read(line: &Line, layout: &Layout, out: &mut Findings) -> FigureLine {
    let mut words = |role: Role| {
        let column = layout.column(role)?;
        let held = line.cell(column)?;
        let cell = [&column_name(column), &*line.number.to_string()].concat();
        match held.kind {
            HeldKind::Formula => out.say(&told::FORMULA, &cell, &[]),
            HeldKind::Mistake => out.say(&told::MISTAKE, &cell, &[("text", &short(&held.text))]),
            HeldKind::Text | HeldKind::Number => {
                return Some((single_line(&held.text).into_owned(), cell));
            }
        }
        None
    };
    let code = words(Role::Code).map(|(code, _)| code);
    let counted = words(Role::Counted)
        .map(|(words, _)| words)
        .unwrap_or_default();
    let hint = words(Role::Hint).map(|(hint, _)| hint);
    let (kind, combine, required) = (
        words(Role::Kind),
        words(Role::Combine),
        words(Role::Required),
    );
    // A blank cell of that column says that it need not be answered.
    let mut figure = FigureLine {
        code,
        hint,
        required: layout.column(Role::Required).map(|_| false),
        ..FigureLine::default()
    };
    if let Some((words, cell)) = kind {
        figure.kind = kinds::named(&words);
        if figure.kind.is_none() {
            out.say(&told::UNKNOWN_KIND, &cell, &[("text", &short(&words))]);
        }
    }
    if let Some((words, cell)) = combine {
        figure.combine = kinds::combine(&words);
        if figure.combine.is_none() {
            out.say(&told::UNKNOWN_COMBINE, &cell, &[("text", &short(&words))]);
        }
    }
    if let Some((words, cell)) = required {
        figure.required = kinds::required(&words);
        if figure.required.is_none() {
            out.say(&told::UNKNOWN_REQUIRED, &cell, &[("text", &short(&words))]);
        }
    }
    figure.counted = counted;
    figure
}
