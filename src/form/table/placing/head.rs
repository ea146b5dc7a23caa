//! What stands over the columns of a block, held against the columns of a table.

use super::Taken;
use crate::order::sort;
use crate::text::{fold, is_blank};
use crate::value::Slot;

/// What stands over the numbers of rows.
pub(super) const NUMBERS: [&str; 5] = ["stt", "tt", "so tt", "so thu tu", "no"];

/// What stands over many a column, and means no part of another name.
const GENERAL: &str = "don vi";

/// A first row that says what stands below.
pub(super) struct Head {
    /// The columns that name some of the table's.
    pub(super) taken: Vec<Taken>,
    /// Those of them that name it with more or fewer words.
    pub(super) alike: Vec<usize>,
}

impl Head {
    /// What a first row names; none where it is no head. Where a person says that it is one, it is.
    pub(super) fn of(first: &[String], slots: &[Slot<'_>], is_said: bool) -> Option<Self> {
        let names: Vec<String> = first.iter().map(|cell| name_of(cell)).collect();
        let mut head = Self {
            taken: Vec::new(),
            alike: Vec::new(),
        };
        // First whoever says the very words, then what else people call it, then who says more or fewer of them.
        head.take(&names, slots, same);
        head.take_also(&names, slots);
        let very = head.taken.len();
        head.take(&names, slots, alike);
        head.alike = head.taken.iter().skip(very).map(|one| one.from).collect();
        let is_number = |cell: &&String| NUMBERS.contains(&&*fold(cell));
        let has_numbers = first.iter().any(|cell| is_number(&cell));
        let said = first
            .iter()
            .filter(|cell| !is_blank(cell) && !is_number(cell));
        let said = said.count();
        let is_named = |place: usize| head.taken.iter().take(very).any(|one| one.from == place);
        let cells = first.iter().enumerate();
        let is_answer = cells
            .into_iter()
            .any(|(place, cell)| begins_with_digit(cell) && !is_named(place));
        // More or fewer of a question's words may also stand in an answer.
        let named = head.taken.len();
        let is_head = !is_answer
            && named > 0
            && (very * 2 >= said.max(1) && very > 0 || has_numbers || named == said && said > 1);
        sort(&mut head.taken, |one, other| one.slot.cmp(&other.slot));
        (is_head || is_said).then_some(head)
    }

    fn take(&mut self, names: &[String], slots: &[Slot<'_>], is_alike: fn(&str, &str) -> bool) {
        for (place, slot) in slots.iter().enumerate() {
            for (from, name) in names.iter().enumerate() {
                let Some(both) = slot.is_meant(name, is_alike) else {
                    continue;
                };
                if !name.is_empty() {
                    self.give(from, place, both);
                }
            }
        }
    }

    /// Takes what people call the slots otherwise, by how surely it means them.
    fn take_also(&mut self, names: &[String], slots: &[Slot<'_>]) {
        for (place, slot) in slots.iter().enumerate() {
            for also in slot.also {
                if let Some(from) = names.iter().position(|name| name == also) {
                    self.give(from, place, false);
                }
            }
        }
    }

    fn give(&mut self, from: usize, slot: usize, both: bool) {
        let is_given = |one: &Taken| one.slot == slot || one.both && one.slot + 1 == slot;
        let is_taken = |one: &Taken| one.from == from;
        if !self.taken.iter().any(|one| is_given(one) || is_taken(one)) {
            self.taken.push(Taken { from, slot, both });
        }
    }

    /// Whether a heading names a column of the table, which another has taken.
    pub(super) fn names(&self, heading: &str, slots: &[Slot<'_>]) -> bool {
        let name = name_of(heading);
        slots
            .iter()
            .any(|slot| slot.is_meant(&name, same).is_some() || slot.also.contains(&&*name))
    }
}

impl Slot<'_> {
    /// Whether a name is that of its cell, and if so, whether that of both halves of a share.
    fn is_meant(&self, name: &str, is_alike: fn(&str, &str) -> bool) -> Option<bool> {
        let label = name_of(&self.column.label);
        let Some((half, is_first)) = self.half else {
            return is_alike(name, &label).then_some(false);
        };
        if name == fold(&self.name()) || is_alike(name, &name_of(half)) {
            return Some(false);
        }
        (is_first && is_alike(name, &label)).then_some(true)
    }
}

fn begins_with_digit(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    first.is_some_and(|first| first.is_ascii_digit())
}

/// A heading as two are compared: without marks, case, and what stands in brackets.
fn name_of(text: &str) -> String {
    let name = fold(text.split('(').next().unwrap_or_default());
    if name.is_empty() { fold(text) } else { name }
}

fn same(one: &str, other: &str) -> bool {
    one == other
}

/// Whether all words of one stand in the other.
fn alike(one: &str, other: &str) -> bool {
    let within = |one: &str, other: &str| {
        one.split(' ')
            .all(|word| other.split(' ').any(|there| there == word))
    };
    let is_none = |name: &str| name.is_empty() || name == GENERAL;
    !is_none(one) && !is_none(other) && (within(one, other) || within(other, one))
}

/// What a heading says in brackets of the numbers below it: "Giá trị (triệu đồng)".
pub(super) fn unit(first: &[String], of: Taken, slots: &[Slot<'_>]) -> Option<String> {
    let slot = slots.get(of.slot).filter(|slot| slot.adds_up())?;
    let heading = first.get(of.from)?;
    let (_, said) = heading.split_once('(')?;
    let said = said.split(')').next().unwrap_or_default().trim();
    let said = said.strip_prefix("ĐVT:").unwrap_or(said).trim();
    // What is called so by the plan itself is no unit of the block's.
    let is_own = heading.trim() == slot.column.label;
    (!is_own && !said.is_empty()).then(|| said.to_owned())
}
