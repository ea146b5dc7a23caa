//! What was copied in a spreadsheet, held against the inputs of a form before any of it is taken.

mod placing;

use super::Form;
use super::place::Place;
use super::view::{FieldView, FindingView};
use crate::text::{Lang, from_stop_decimal, is_blank, is_stop_decimal, parse_block};
use placing::{Placed, Slot, Why, by_name, downwards};
use serde::Serialize;

/// A block of cells (khối ô chép từ bảng tính) as a form would take it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// What would be taken, each cell for one input, in the order in which the block has them.
    pub rows: Vec<BlockRow>,
    /// What finds no input.
    pub left: Vec<BlockLeft>,
}

/// One cell, and the input that would take it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BlockRow {
    /// The path of the input.
    pub path: String,
    /// What it asks.
    pub label: String,
    /// What the cell showed, as far as a line has room.
    pub pasted: String,
    /// What would stand in the input: the cell, its number written as it is written here.
    pub text: String,
    /// What stands in the input now; none where that is nothing, or the same.
    pub replaces: Option<String>,
    /// How the cell is understood, in words; none where it is not, or as it shows.
    pub understood: Option<String>,
    /// What would be wrong or doubtful about it.
    pub findings: Vec<FindingView>,
}

/// Cells for which there is no input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BlockLeft {
    /// What they showed, as far as a line has room; empty for what was not read.
    pub pasted: String,
    /// Why, in words.
    pub why: String,
}

/// A cell and the input that would take it.
struct Cell<'a> {
    path: &'a str,
    label: &'a str,
    text: String,
    shown: String,
}

/// The most letters of a cell that are shown of it.
const SHOWN: usize = 120;

impl Form {
    /// What would become of a block of cells that is pasted into the figure at `path`: `plain` and `html` are what the
    /// clipboard holds of it. Cells beside names of this form go to the figures of that name, others from `path` on
    /// downwards; a blank cell leaves its input as it is. Nothing of it is taken: the form stands as before. None where
    /// that is one cell alone, or where `path` is no figure of this form: it is text like any other.
    pub fn block(&mut self, path: &str, plain: &str, html: &str) -> Option<BlockView> {
        let block = parse_block(plain);
        if block.rows.iter().map(Vec::len).sum::<usize>() < 2 {
            return None;
        }
        let view = self.view();
        // Files and tables are no cells, and what stands in them is never pasted over.
        let fields = view.sections.iter().flat_map(|section| &section.fields);
        let fields = fields.filter(|field| !matches!(field.kind, "file" | "table"));
        let mut paths = Vec::new();
        let slots: Vec<_> = fields
            .map(|field| {
                let first = paths.len();
                let inputs = field.inputs.iter();
                paths.extend(inputs.map(|input| (input.path.clone(), label(field, &input.label))));
                Slot::new(&field.label, first..paths.len())
            })
            .collect();
        let start = paths.iter().position(|(each, _)| each == path)?;
        let is_foreign = is_stop_decimal(html);
        let written = |cell: &str| match is_foreign {
            true => from_stop_decimal(cell),
            false => cell.to_owned(),
        };
        let reads = |input: usize, cell: &str| {
            paths
                .get(input)
                .is_some_and(|(path, _)| self.reads(path, &written(cell)))
        };
        let Placed { taken, left } = by_name(&block.rows, &slots, reads)
            .unwrap_or_else(|| downwards(&block.rows, &slots, start));
        let mut left: Vec<_> = left
            .into_iter()
            .map(|(pasted, why)| self.left(&pasted, why))
            .collect();
        if block.cut {
            left.push(self.left("", Why::Beyond));
        }
        let taken: Vec<_> = taken
            .into_iter()
            .filter_map(|(input, cell)| {
                let (path, label) = paths.get(input)?;
                Some(Cell {
                    path,
                    label,
                    text: written(&cell),
                    shown: shown(&cell),
                })
            })
            .collect();
        Some(BlockView {
            rows: self.tried(taken),
            left,
        })
    }

    /// Whether a text says something that can be read at an input.
    fn reads(&self, path: &str, text: &str) -> bool {
        let Some(Place::Figure(key)) = Place::of(path) else {
            return false;
        };
        let input = self.sheet.input(key);
        input.is_some_and(|input| self.sheet.read_input(input, text).value().is_some())
    }

    /// What the form says of texts when they stand in their inputs; it stands as before afterwards.
    fn tried(&mut self, taken: Vec<Cell<'_>>) -> Vec<BlockRow> {
        let figures = self.draft.figures.clone();
        let told = self.told.clone();
        let carried = self.carried.clone();
        for cell in &taken {
            self.set(cell.path, cell.text.clone());
        }
        let rows = taken
            .into_iter()
            .filter_map(|cell| {
                let place = Place::of(cell.path)?;
                let mut now = self.input(place);
                // What only activities can mend has its time once these are listed.
                now.findings.retain(|finding| !finding.waits);
                let before = match place {
                    Place::Figure(key) => figures.get(key),
                    Place::Activity(..) => None,
                };
                Some(BlockRow {
                    path: now.path,
                    label: cell.label.to_owned(),
                    replaces: before
                        .filter(|before| !is_blank(before) && **before != cell.text)
                        .map(|before| shown(before)),
                    understood: self.echo_of(place, &cell.shown),
                    text: cell.text,
                    pasted: cell.shown,
                    findings: now.findings,
                })
            })
            .collect();
        self.draft.figures = figures;
        self.told = told;
        self.carried = carried;
        self.read_all();
        rows
    }

    fn left(&self, pasted: &str, why: Why) -> BlockLeft {
        BlockLeft {
            pasted: shown(pasted),
            why: in_words(why, self.lang).to_owned(),
        }
    }
}

/// What an input asks: its field's question, and its own where that has two.
fn label(field: &FieldView, own: &Option<String>) -> String {
    match own {
        Some(own) => [&field.label, ": ", own].concat(),
        None => field.label.clone(),
    }
}

/// As much of a text as a line has room for.
fn shown(text: &str) -> String {
    let mut letters = text.trim().chars();
    let mut out: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        out.push('…');
    }
    out
}

const fn in_words(why: Why, lang: Lang) -> &'static str {
    match why {
        Why::NoName => lang.either(
            "Phiếu không có ô nào mang tên này",
            "The form has no question of this name",
        ),
        Why::Again => lang.either(
            "Một dòng ở trên đã điền ô này",
            "A row above has filled in this question",
        ),
        Why::OtherColumn => lang.either("Không dùng cột này", "This column is not used"),
        Why::TooWide => lang.either(
            "Dòng này có nhiều ô hơn phiếu hỏi",
            "This row has more cells than the form asks for",
        ),
        Why::NoRoom => lang.either(
            "Phía dưới không còn ô nào để điền",
            "There is no question left below",
        ),
        Why::Beyond => beyond(lang),
    }
}

/// What is said of a block that is larger than what is read of one.
pub(super) const fn beyond(lang: Lang) -> &'static str {
    lang.either(
        "Khối ô quá lớn: phần ngoài 500 dòng, 40 cột đầu không được đọc",
        "The block is too large: what is beyond its first 500 rows and 40 columns is not read",
    )
}

#[cfg(test)]
mod tests;
