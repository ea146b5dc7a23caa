//! Numbers of units in a roster: members, voters, last year's figure. A column is one where its heading is the name of an attribute of
//! the plan, or where a person says so.

use super::columns::Layout;
use super::headings::Role;
use super::told::{self, Findings, short};
use crate::plan::{Attribute, Id, Unit, UnitNumber};
use crate::sheet::{HeldKind, Line, Sheet, column_name};
use crate::text::{fold, parse_integer};

/// What stands before the identity of an attribute where a person says what a column holds.
const NAMED: &str = "number:";
/// What people write before the name of what is counted; without marks.
const BEFORE: [&str; 4] = ["tong so ", "so luong ", "so ", "number of "];

/// What is counted, where it stands in brackets behind the name; without marks.
const UNITS: [&str; 5] = ["nguoi", "dong chi", "ha", "ho", "don vi"];

/// A column and the attribute of which it holds numbers.
pub(super) type Counted = (usize, Id);

/// The name under which a person chooses an attribute for a column.
pub(super) fn named(attribute: &Attribute) -> String {
    [NAMED, attribute.id.as_str()].concat()
}

/// The columns of numbers, which then say nothing else; each attribute has one. What a person `said` of a column holds before its
/// heading.
pub(super) fn counted(
    sheet: &Sheet,
    layout: &mut Layout,
    attributes: &[Attribute],
    said: &[String],
) -> Vec<Counted> {
    let head = layout.head.and_then(|at| sheet.rows.get(at));
    let chosen = |at: usize| said.get(at).filter(|name| !name.is_empty());
    let width = head.map_or(0, |line| line.cells.len()).max(said.len());
    let mut all = Vec::new();
    for attribute in attributes {
        let name = named(attribute);
        let by_person = (0..width).find(|at| chosen(*at) == Some(&name));
        let by_heading = || {
            (0..width).find(|at| {
                let held = head.and_then(|line| line.cell(*at));
                chosen(*at).is_none() && held.is_some_and(|held| is_of(&held.text, attribute))
            })
        };
        if let Some(at) = by_person.or_else(by_heading) {
            if let Some(role) = layout.roles.get_mut(at) {
                *role = Some(Role::Nothing);
            }
            all.push((at, attribute.id.clone()));
        }
    }
    all
}

/// Whether a heading is the name of an attribute: "Số đoàn viên", "Đoàn viên (người)". "Đoàn viên (nữ)" is something else.
fn is_of(heading: &str, attribute: &Attribute) -> bool {
    let name = fold(&attribute.name);
    let (named, unit) = heading.split_once('(').unwrap_or((heading, ""));
    let unit = fold(unit);
    let heading = if unit.is_empty() || UNITS.contains(&&*unit) {
        fold(named)
    } else {
        fold(heading)
    };
    let mut bare = BEFORE.iter().filter_map(|word| heading.strip_prefix(word));
    !name.is_empty() && (heading == name || bare.any(|text| text == name))
}

/// The numbers of a row; what is no whole number is said, and leaves what the plan has.
pub(super) fn numbers(line: &Line, columns: &[Counted], out: &mut Findings) -> Vec<UnitNumber> {
    let mut all = Vec::new();
    for (at, attribute) in columns {
        let Some(held) = line.cell(*at) else { continue };
        let cell = [&*column_name(*at), &line.number.to_string()].concat();
        let text = short(&held.text);
        match (held.kind, parse_integer(&held.text)) {
            (HeldKind::Formula, _) => out.say(&told::FORMULA, &cell, &[]),
            (HeldKind::Mistake, _) => out.say(&told::MISTAKE, &cell, &[("text", &text)]),
            (_, Ok(number)) => all.push(UnitNumber {
                attribute: attribute.clone(),
                number,
            }),
            (_, Err(_)) => out.say(&told::NO_COUNT, &cell, &[("text", &text)]),
        }
    }
    all
}

/// Gives a unit its numbers; those of other attributes stay.
pub(super) fn give(unit: &mut Unit, numbers: &[UnitNumber]) {
    for one in numbers {
        let mut known = unit.numbers.iter_mut();
        match known.find(|known| known.attribute == one.attribute) {
            Some(known) => known.number = one.number,
            None => unit.numbers.push(one.clone()),
        }
    }
}
