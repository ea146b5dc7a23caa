//! What a file says and what the plan would become of it, before any of it is taken.

use super::super::Picked;
use super::super::renamed::Renamed;
use super::super::state::{Composition, List};
use super::grouped;
use super::headings::{Role, choices};
use super::numbers;
use super::opened::{Opened, opened};
use super::told::{CellFinding, short};
use crate::message::fill;
use crate::plan::Attribute;
use crate::read::record;
use crate::sheet::{Book, column_name};
use crate::text::{Both, Lang};
use serde::Serialize;

/// How a person wants a file to be taken, in JSON: `{"list": "units", "sheet": 0, "columns": ["", "name"], "drops": true}`.
/// What is left out is chosen here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChoices {
    /// Units or figures.
    pub list: Option<List>,
    /// Which table, from 0.
    pub sheet: Option<u16>,
    /// What each column says, by the names that [`SheetColumn::choices`] has; "" where nothing is chosen.
    pub columns: Vec<String>,
    /// Whether units that the file has not go out of the plan.
    pub drops: Option<bool>,
    /// The cells of units that are others than those that they look like.
    pub apart: Vec<String>,
}

record!(SheetChoices { ; list, sheet, columns, drops, apart });

/// A file as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// `units` or `figures`.
    pub list: List,
    /// The tables of the file, the chosen one marked; one without a name in a CSV file.
    pub sheets: Vec<Picked>,
    /// What was read, in a sentence.
    pub says: String,
    /// The columns that hold something.
    pub columns: Vec<SheetColumn>,
    /// How what was read stands to the plan.
    pub groups: Vec<MatchGroup>,
    /// What is wrong, cell by cell.
    pub findings: Vec<CellFinding>,
    /// How many rows would be taken.
    pub count: usize,
    /// Whether units that the file has not go out of the plan.
    pub drops: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SheetColumn {
    /// Its letter.
    pub name: String,
    /// Its place among all columns, from 0.
    pub at: usize,
    /// Its heading, or what stands in it first.
    pub title: String,
    /// What it can say, what it is taken to say chosen.
    pub choices: Vec<Picked>,
}

/// Rows that stand to the plan in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MatchGroup {
    /// `same`, `renamed`, `changed`, `new`, `gone`, `stays`.
    pub name: String,
    /// In words, with how many.
    pub title: String,
    /// The rows.
    pub rows: Vec<MatchRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MatchRow {
    /// Its cell; empty for what the file has not.
    pub cell: String,
    /// Its name.
    pub name: String,
    /// What else is to be said: the name that it had, another sector.
    pub says: String,
    /// What of its name is another, where the file calls a unit of the plan so.
    pub renamed: Option<Renamed>,
}

const READ_UNITS: Both = Both {
    vi: "Đọc được {count} đơn vị{from}.",
    en: "{count} units are read{from}.",
};
const READ_FIGURES: Both = Both {
    vi: "Đọc được {count} số liệu{from}.",
    en: "{count} figures are read{from}.",
};
const FROM_TO: Both = Both {
    vi: ", từ ô {first} đến ô {last}",
    en: ", from cell {first} to {last}",
};
const PHONES: Both = Both {
    vi: " {count} số điện thoại được giữ riêng trên máy này, không vào kế hoạch.",
    en: " {count} telephone numbers are kept on this device, apart from the plan.",
};
/// What was read, in words.
pub(in super::super) fn view(
    made: &Composition,
    book: &Book,
    wanted: &SheetChoices,
    lang: Lang,
) -> Option<SheetView> {
    let mut open = opened(made, book, wanted, lang)?;
    let groups = grouped::groups(made, &mut open, lang);
    let cells: Vec<&str> = match open.list {
        List::Units => open.units.iter().map(|line| &*line.cell).collect(),
        _ => open.figures.iter().map(|line| &*line.cell).collect(),
    };
    let from = match (cells.first(), cells.last()) {
        (Some(first), Some(last)) => fill(FROM_TO.of(lang), &[("first", first), ("last", last)]),
        _ => String::new(),
    };
    let count = cells.len();
    let read = if open.list == List::Units {
        READ_UNITS
    } else {
        READ_FIGURES
    };
    let mut says = fill(
        read.of(lang),
        &[("count", &count.to_string()), ("from", &from)],
    );
    let phones = open
        .units
        .iter()
        .filter(|line| line.phone.is_some())
        .count();
    if phones > 0 {
        says.push_str(&fill(PHONES.of(lang), &[("count", &phones.to_string())]));
    }
    let sheets = book.sheets.iter().enumerate();
    Some(SheetView {
        list: open.list,
        sheets: sheets
            .map(|(at, sheet)| Picked::new(&at.to_string(), &sheet.name, at == open.at))
            .collect(),
        says,
        columns: columns(&open, &made.base.attributes, lang),
        groups,
        count,
        drops: open.drops,
        findings: open.findings.sorted(),
    })
}

fn columns(open: &Opened<'_>, attributes: &[Attribute], lang: Lang) -> Vec<SheetColumn> {
    let width = open
        .sheet
        .rows
        .iter()
        .map(|line| line.cells.len())
        .max()
        .unwrap_or(0);
    let held = |at: usize| {
        let from = open.layout.head.unwrap_or(0);
        let mut below = open
            .sheet
            .rows
            .iter()
            .skip(from)
            .filter_map(move |line| line.cell(at));
        below.next()
    };
    let column = |at: usize| {
        let held = held(at)?;
        let is = open
            .layout
            .roles
            .get(at)
            .copied()
            .flatten()
            .unwrap_or(Role::Nothing);
        let counted = open.counted.iter().find(|(column, _)| *column == at);
        let counted = counted.map(|(_, id)| id);
        let picked = choices(open.list).iter().map(|(role, name, words)| {
            Picked::new(name, words.of(lang), *role == is && counted.is_none())
        });
        let of_units = attributes.iter().filter(|_| open.list == List::Units);
        let of_units = of_units
            .map(|one| Picked::new(&numbers::named(one), &one.name, counted == Some(&one.id)));
        Some(SheetColumn {
            name: column_name(at),
            at,
            title: short(&held.text),
            choices: picked.chain(of_units).collect(),
        })
    };
    (0..width).filter_map(column).collect()
}
