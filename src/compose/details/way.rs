//! The way from a row's record to one of its parts, along a pointer.

use super::super::place;
use super::super::state::List;
use super::kind::{Kind, Member, Record};
use super::model;
use crate::plan::Plan;

/// A part of a row.
pub(super) struct Part {
    /// What it is.
    pub kind: &'static Kind,
    /// The member that it is; none of an item of a list and of one of several things.
    pub member: Option<&'static Member>,
    /// The record of which it is a member.
    pub of: Option<&'static Record>,
}

/// The record of a list's rows.
pub(super) fn record(list: List) -> Option<&'static Record> {
    Some(match list {
        List::Head => &model::PLAN,
        List::Units => &model::UNIT,
        List::Targets => &model::TARGET,
        List::Figures => &model::INDICATOR,
        List::Duties => &model::DUTY,
        List::Activities => &model::ACTIVITY,
        List::Levels | List::Sectors | List::Periods | List::Unused => return None,
    })
}

/// The part to which the steps lead from a record.
pub(super) fn part(record: &'static Record, steps: &[&str]) -> Option<Part> {
    let (first, rest) = steps.split_first()?;
    let member = record.member(first)?;
    let here = Part {
        kind: &member.kind,
        member: Some(member),
        of: Some(record),
    };
    inside(here, rest)
}

fn inside(part: Part, steps: &[&str]) -> Option<Part> {
    let Some((first, rest)) = steps.split_first() else {
        return Some(part);
    };
    match part.kind {
        Kind::Beside(record) | Kind::Within(record) => self::part(record, steps),
        Kind::List(kind, _) => {
            first.parse::<usize>().ok()?;
            let (member, of) = (None, None);
            inside(Part { kind, member, of }, rest)
        }
        Kind::Either(variants) | Kind::Has(_, variants) => {
            let kind = variants.iter().find(|one| one.key == *first);
            let kind = kind?.kind.as_ref()?;
            let (member, of) = (None, None);
            inside(Part { kind, member, of }, rest)
        }
        _ => None,
    }
}

/// The detail to which a pointer into the plan leads; none where it leads to no row, or to what has a cell of its own.
pub(in super::super) fn cell_of(plan: &Plan, pointer: &str) -> Option<String> {
    let (list, _) = place::place(plan, pointer);
    let mut steps: Vec<&str> = place::steps(pointer).collect();
    let own = match *steps.first()? {
        "units" | "duties" | "activities" | "targets" => 2,
        "indicators" => match list {
            List::Targets => {
                steps.splice(..2, ["indicator"]);
                0
            }
            _ => 2,
        },
        "templates" => {
            steps.splice(..2, ["template"]);
            0
        }
        _ => 0,
    };
    steps.drain(..own.min(steps.len()));
    // What is within a cell, as the words of a value, is mended in that cell.
    while !steps.is_empty() {
        match part(record(list)?, &steps).map(|part| part.kind) {
            None => drop(steps.pop()),
            Some(Kind::Said(_) | Kind::Has(..) | Kind::Rows | Kind::Made | Kind::Named(_)) => {
                return None;
            }
            Some(_) => return Some(["/", &steps.join("/")].concat()),
        }
    }
    None
}
