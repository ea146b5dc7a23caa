//! Which cell of a block goes to which input.

use crate::text::{behind, fold, is_blank};
use std::ops::Range;

/// A figure of the form.
pub(super) struct Slot {
    /// Its question, as names are compared.
    name: String,
    /// Its inputs, counted over the whole form.
    inputs: Range<usize>,
}

impl Slot {
    pub(super) fn new(label: &str, inputs: Range<usize>) -> Self {
        let name = name_of(label);
        Self { name, inputs }
    }
}

/// Why cells find no input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Their row names nothing that is asked.
    NoName,
    /// Another row has named it before.
    Again,
    /// They stand in another column than the figures do.
    OtherColumn,
    /// Their row has more of them than the figure has inputs.
    TooWide,
    /// Below the last input.
    NoRoom,
    /// More than is read.
    Beyond,
}

/// What of a block goes where.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Inputs, each with its cell.
    pub(super) taken: Vec<(usize, String)>,
    /// What finds none.
    pub(super) left: Vec<(String, Why)>,
}

impl Placed {
    fn take(&mut self, input: usize, cell: &str) {
        if !is_blank(cell) {
            self.taken.push((input, cell.trim().to_owned()));
        }
    }

    fn leave<'a>(&mut self, cells: impl Iterator<Item = &'a String>, why: Why) {
        let mut said = String::new();
        for cell in cells.filter(|cell| !is_blank(cell)) {
            if !said.is_empty() {
                said.push_str(" | ");
            }
            said.push_str(cell.trim());
        }
        if !said.is_empty() {
            self.left.push((said, why));
        }
    }
}

/// What a heading over figures of this period says, as names are compared.
const THIS_PERIOD: [&str; 6] = [
    "ky nay",
    "trong ky",
    "ket qua",
    "thuc hien",
    "so lieu",
    "this period",
];
/// What it says besides over those of another.
const LAST_PERIOD: [&str; 2] = ["truoc", "last"];

/// A name for comparison: without marks, case, punctuation and the number of its row.
fn name_of(text: &str) -> String {
    let folded = fold(text);
    let name = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if name.is_empty() {
        folded
    } else {
        name.to_owned()
    }
}

/// Each row to the figure that it names: the column that names most is that of the names, and of those right of it, the
/// one whose heading speaks of this period holds the figures, else the one of which most can be read (`reads`), the first
/// of several. None where no row names a figure.
pub(super) fn by_name(
    rows: &[Vec<String>],
    slots: &[Slot],
    reads: impl Fn(usize, &str) -> bool,
) -> Option<Placed> {
    let width = rows.iter().map(Vec::len).max()?;
    let named: Vec<Vec<Option<usize>>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| slot_named(cell, slots)).collect())
        .collect();
    let of = |row: usize, column: usize| named.get(row)?.get(column).copied()?;
    let names = most(0..width.checked_sub(1)?, |column| {
        (0..rows.len())
            .filter(|row| of(*row, column).is_some())
            .count()
    })?;
    let first = (0..rows.len()).find(|row| of(*row, names).is_some())?;
    let cell = |row: usize, column: usize| rows.get(row)?.get(column);
    let speaks_of_this = |column: &usize| {
        (0..first).any(|row| {
            let heading = cell(row, *column)
                .map(|cell| fold(cell))
                .unwrap_or_default();
            let says = |words: &[&str]| words.iter().any(|word| behind(&heading, word).is_some());
            says(&THIS_PERIOD) && !says(&LAST_PERIOD)
        })
    };
    let right = names + 1..width;
    let figures = right.clone().find(speaks_of_this).or_else(|| {
        most(right.clone(), |column| {
            let read = (0..rows.len()).filter(|row| {
                let slot = of(*row, names).and_then(|slot| slots.get(slot));
                slot.zip(cell(*row, column))
                    .is_some_and(|(slot, cell)| reads(slot.inputs.start, cell))
            });
            read.count()
        })
    });
    let figures = figures.unwrap_or(names + 1);
    let mut placed = Placed::default();
    let mut filled = Vec::new();
    let mut widest = 1;
    for (index, row) in rows.iter().enumerate() {
        let Some(slot) = of(index, names).filter(|slot| !filled.contains(slot)) else {
            let why = of(index, names).map_or(Why::NoName, |_| Why::Again);
            placed.leave(row.iter(), why);
            continue;
        };
        filled.push(slot);
        let inputs = slots.get(slot).map(|slot| slot.inputs.clone());
        let inputs = inputs.unwrap_or_default();
        widest = widest.max(inputs.len());
        for (input, cell) in inputs.zip(row.iter().skip(figures)) {
            placed.take(input, cell);
        }
    }
    let is_used = |column: &usize| (figures..figures + widest).contains(column);
    for column in right.filter(|column| !is_used(column)) {
        let cells = (0..rows.len()).filter(|row| of(*row, names).is_some());
        placed.leave(cells.filter_map(|row| cell(row, column)), Why::OtherColumn);
    }
    Some(placed)
}

/// The figure that a cell names.
fn slot_named(cell: &str, slots: &[Slot]) -> Option<usize> {
    let name = name_of(cell);
    let is_meant = |slot: &Slot| !name.is_empty() && slot.name == name;
    slots.iter().position(is_meant)
}

/// The column of which most is counted, the first of several; none where that is nothing.
fn most(columns: Range<usize>, count: impl Fn(usize) -> usize) -> Option<usize> {
    let mut best = (0, None);
    for column in columns {
        let counted = count(column);
        if counted > best.0 {
            best = (counted, Some(column));
        }
    }
    best.1
}

/// One column to one input after the other, from `start` on; several to the inputs of one figure, and each row to the next.
pub(super) fn downwards(rows: &[Vec<String>], slots: &[Slot], start: usize) -> Placed {
    let mut placed = Placed::default();
    let last = slots.last().map_or(0, |slot| slot.inputs.end);
    if rows.iter().all(|row| row.len() < 2) {
        for (input, row) in (start..).zip(rows) {
            match row.first() {
                Some(cell) if input < last => placed.take(input, cell),
                _ => placed.leave(row.iter(), Why::NoRoom),
            }
        }
        return placed;
    }
    let from = slots.iter().position(|slot| slot.inputs.contains(&start));
    let mut rest = slots
        .get(from.unwrap_or(slots.len())..)
        .unwrap_or_default()
        .iter();
    let offset = |slot: &Slot| start.saturating_sub(slot.inputs.start);
    let skipped = rest.as_slice().first().map_or(0, offset);
    for row in rows {
        let Some(slot) = rest.next() else {
            placed.leave(row.iter(), Why::NoRoom);
            continue;
        };
        // A block that begins in the second of two inputs goes on there.
        let inputs = slot
            .inputs
            .clone()
            .skip(skipped.min(slot.inputs.len().saturating_sub(1)));
        let mut cells = row.iter();
        for input in inputs {
            if let Some(cell) = cells.next() {
                placed.take(input, cell);
            }
        }
        placed.leave(cells, Why::TooWide);
    }
    placed
}
