//! Which cell of a block goes to which cell of a table.

mod head;
mod numbers;

use crate::text::{fold, fold_case, is_blank, single_line, unguarded};
use crate::value::{Column, RollUp, Slot, TableMeasure};
use head::{Head, NUMBERS};
use numbers::Written;

/// A block of cells that was copied somewhere.
pub(super) struct Copied<'b> {
    pub(super) rows: &'b [Vec<String>],
    /// Whether numbers are known to be written with a full stop before decimal places.
    pub(super) is_stop: bool,
    /// Whether the first row says what stands below; none where that is to be seen.
    pub(super) head: Option<bool>,
    /// The cell of a row into which it is pasted, by its place.
    pub(super) from: usize,
}

/// The rows of a block as a table takes them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Whether the first row says what stands below.
    pub(super) head: bool,
    /// The rows below it, each with what goes to which cell; nothing of one that says nothing or is not taken.
    pub(super) rows: Vec<Vec<Put>>,
    /// What is not taken, or not as it was written, and what is not given.
    pub(super) left: Vec<Left>,
}

/// A text and the place of its cell in a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Put {
    pub(super) slot: usize,
    /// What would stand there.
    pub(super) text: String,
    /// What was copied, where that is written otherwise.
    pub(super) copied: Option<String>,
}

/// What a person has to know of a block. Rows and columns are those of the block, from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// A column of which nothing is taken.
    Column {
        column: usize,
        /// What stands over it; empty for nothing.
        heading: String,
        /// The rows in which it says something.
        rows: Vec<usize>,
        why: Why,
    },
    /// A column whose heading is not quite that of the table's.
    Alike { heading: String, label: String },
    /// The block has none for this column, which every row must have.
    NotGiven(String),
    /// A row adds the others up.
    Sum { row: usize, said: String },
    /// Numbers were written with a full stop before decimal places; one of them, and how it is written here.
    Stops { copied: String, written: String },
}

/// Why nothing of a column is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The table has no column of this name.
    NotAsked,
    /// Another column of the block is taken for what this one names.
    Again,
    /// Nothing stands over it.
    Untitled,
    /// The table has no more columns there.
    TooWide,
    /// It numbers the rows, which the table does by itself.
    Numbers,
}

/// A column of a block, and the cell of a row that takes it.
#[derive(Clone, Copy, Debug)]
struct Taken {
    from: usize,
    slot: usize,
    /// Whether it takes both halves of a share.
    both: bool,
}

/// Holds a block against a table: by what stands over its columns, where that names some of the table's, else one beside the
/// other from where it is pasted. `reads` says whether something is understood of a text in a cell.
pub(super) fn placed(
    copied: &Copied<'_>,
    table: &TableMeasure,
    slots: &[Slot<'_>],
    reads: &dyn Fn(usize, &str) -> bool,
) -> Placed {
    let first = copied.rows.first().map_or(&[][..], Vec::as_slice);
    let head = match copied.head {
        Some(false) => None,
        said => Head::of(first, slots, said.is_some()),
    };
    let mut placed = Placed {
        head: head.is_some(),
        ..Placed::default()
    };
    let skipped = usize::from(placed.head);
    let body = copied.rows.get(skipped..).unwrap_or_default();
    let (taken, units) = match head {
        Some(head) => {
            placed.say(first, &head, body, table, slots);
            let units = head.taken.iter().map(|one| head::unit(first, *one, slots));
            let units: Vec<_> = units.collect();
            (head.taken, units)
        }
        None => (placed.beside(copied, body, slots, table), Vec::new()),
    };
    let adds_up = |one: &Taken| slots.get(one.slot).is_some_and(Slot::adds_up);
    let numbers = taken.iter().filter(|one| adds_up(one));
    let numbers = numbers.flat_map(|one| body.iter().filter_map(|row| row.get(one.from)));
    let is_stop = copied.is_stop || numbers::are_stops(numbers);
    for (place, row) in body.iter().enumerate() {
        let row_number = place + skipped + 1;
        if let Some(said) = sum_of(row, &taken, slots) {
            placed.rows.push(Vec::new());
            placed.left.push(Left::Sum {
                row: row_number,
                said,
            });
            continue;
        }
        let mut puts = Vec::new();
        for (at, one) in taken.iter().enumerate() {
            let cell = row.get(one.from).map_or("", |cell| unguarded(cell.trim()));
            let Some(slot) = slots.get(one.slot).filter(|_| !is_blank(cell)) else {
                continue;
            };
            let written = Written {
                is_stop: is_stop && slot.adds_up(),
                unit: units.get(at).and_then(Option::as_deref),
            };
            // A share in one cell has both halves.
            let halves = cell.split_once('/').filter(|_| one.both);
            let parts = match halves {
                Some((part, whole)) => vec![(one.slot, part), (one.slot + 1, whole)],
                None => vec![(one.slot, cell)],
            };
            for (slot, cell) in parts {
                if let Some(of) = slots.get(slot) {
                    let cell = cell.trim();
                    let text = written.text(cell, |text| reads(slot, text));
                    placed.put(&mut puts, (slot, of), cell, text, written.is_stop);
                }
            }
        }
        placed.rows.push(puts);
    }
    placed
}

impl Placed {
    fn put(
        &mut self,
        puts: &mut Vec<Put>,
        (place, slot): (usize, &Slot<'_>),
        cell: &str,
        text: String,
        is_stop: bool,
    ) {
        let said = |left: &Left| matches!(left, Left::Stops { .. });
        let (text, is_answer) = slot.fitted(text);
        let is_changed = text != cell && !is_answer;
        if is_changed && is_stop && !self.left.iter().any(said) {
            self.left.push(Left::Stops {
                copied: cell.to_owned(),
                written: text.clone(),
            });
        }
        puts.push(Put {
            slot: place,
            text,
            copied: is_changed.then(|| cell.to_owned()),
        });
    }

    /// Says what of the columns of a block finds none of the table, and the other way round.
    fn say(
        &mut self,
        first: &[String],
        head: &Head,
        body: &[Vec<String>],
        table: &TableMeasure,
        slots: &[Slot<'_>],
    ) {
        let width = body.iter().map(Vec::len).max().unwrap_or(0);
        for column in 0..width.max(first.len()) {
            let heading = first.get(column).map_or("", |heading| heading.trim());
            let one = head.taken.iter().find(|one| one.from == column);
            if let Some(one) = one {
                if head.alike.contains(&column)
                    && let Some(slot) = slots.get(one.slot)
                {
                    self.left.push(Left::Alike {
                        heading: heading.to_owned(),
                        label: slot.heading(one.both),
                    });
                }
                continue;
            }
            let why = match heading {
                "" => Why::Untitled,
                _ if NUMBERS.contains(&&*fold(heading)) => Why::Numbers,
                _ if head.names(heading, slots) => Why::Again,
                _ => Why::NotAsked,
            };
            self.leave(column, heading, body, 2, why);
        }
        let mut slot = 0;
        for column in &table.columns {
            let next = slot + width_of(column);
            let is_given = |one: &Taken| (slot..next).contains(&one.slot);
            if column.required && !head.taken.iter().any(is_given) {
                self.left.push(Left::NotGiven(column.label.clone()));
            }
            slot = next;
        }
    }

    /// Says of a column that nothing of it is taken, where it says something.
    fn leave(
        &mut self,
        column: usize,
        heading: &str,
        body: &[Vec<String>],
        first: usize,
        why: Why,
    ) {
        let says = |row: &Vec<String>| row.get(column).is_some_and(|cell| !is_blank(cell));
        let rows = (first..).zip(body).filter(|(_, row)| says(row));
        let rows: Vec<usize> = rows.map(|(number, _)| number).collect();
        if !rows.is_empty() {
            self.left.push(Left::Column {
                column: column + 1,
                heading: heading.to_owned(),
                rows,
                why,
            });
        }
    }

    /// The columns of a block beside each other; the first is passed over where it numbers the rows, and no number is asked
    /// where it would go or there is one column too many.
    fn beside(
        &mut self,
        copied: &Copied<'_>,
        body: &[Vec<String>],
        slots: &[Slot<'_>],
        table: &TableMeasure,
    ) -> Vec<Taken> {
        let width = body.iter().map(Vec::len).max().unwrap_or(0);
        let is_numbered = body.len() > 1
            && body.iter().enumerate().all(|(place, row)| {
                let first = row.first().map_or("", |cell| cell.trim());
                first.trim_end_matches('.') == (place + 1).to_string()
            });
        let room = slots.len().saturating_sub(copied.from);
        let is_asked = width <= room && slots.get(copied.from).is_some_and(Slot::adds_up);
        let skipped = usize::from(is_numbered && width > 1 && !is_asked);
        if skipped > 0 {
            self.leave(0, "", body, 1, Why::Numbers);
        }
        let count = width - skipped;
        let mut taken = Vec::new();
        // Each half in a column of its own, where so many stand there.
        let apart = count >= room && slots.len() > table.columns.len();
        let mut slot = copied.from;
        for from in skipped..width {
            let Some(of) = slots.get(slot) else {
                self.leave(from, "", body, 1, Why::TooWide);
                continue;
            };
            let both = !apart && of.half.is_some_and(|(_, is_first)| is_first);
            taken.push(Taken { from, slot, both });
            slot += 1 + usize::from(both);
        }
        taken
    }
}

impl Slot<'_> {
    /// What a column is called that goes to it, or to both halves.
    fn heading(&self, both: bool) -> String {
        if both {
            self.column.label.clone()
        } else {
            self.name()
        }
    }

    /// A text as the control of the cell can show it, and whether it is an answer of a list: by its identity, whatever its case
    /// was; in one line where the control has no more.
    fn fitted(&self, text: String) -> (String, bool) {
        let measure = &self.column.measure;
        if let RollUp::Answers(answers) = measure.roll_up() {
            let said = fold_case(&text);
            let mut alike = answers.iter().filter(|one| fold_case(&one.label) == said);
            if let (Some(one), None) = (alike.next(), alike.next()) {
                return (one.id.as_str().to_owned(), true);
            }
        }
        if measure.control().lines || !text.contains('\n') {
            return (text, false);
        }
        (single_line(&text).into_owned(), false)
    }
}

fn width_of(column: &Column) -> usize {
    column.measure.halves().map_or(1, |_| 2)
}

/// What rows that add others up begin with, with their marks: `Tống` is a name.
const SUMS: [&str; 7] = [
    "cộng",
    "tổng",
    "tổng cộng",
    "tổng số",
    "cộng chung",
    "total",
    "sum",
];

/// What a row says that adds the others up: it begins with such a word, and nothing but numbers follows.
fn sum_of(row: &[String], taken: &[Taken], slots: &[Slot<'_>]) -> Option<String> {
    let mut said = row.iter().enumerate().filter(|(_, cell)| !is_blank(cell));
    let (_, first) = said.next()?;
    let is_number = |place: usize| {
        let of = taken.iter().find(|one| one.from == place);
        of.is_none_or(|one| slots.get(one.slot).is_some_and(Slot::adds_up))
    };
    let has_digit = |cell: &String| cell.contains(|c: char| c.is_ascii_digit());
    let mut more = said.peekable();
    let follows = more.peek().is_some();
    let is_sum = SUMS.contains(&&*fold_case(first)) && follows;
    (is_sum && more.all(|(place, cell)| is_number(place) && has_digit(cell)))
        .then(|| first.trim().to_owned())
}

#[cfg(test)]
mod tests;
