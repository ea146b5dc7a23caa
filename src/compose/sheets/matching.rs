//! Which units of a table the plan has already.

use super::super::state::{Decided, Row};
use super::likeness::{is_slip, spoken};
use super::listed::UnitLine;
use crate::plan::Unit;
use crate::text::fold_case;
use std::collections::BTreeMap;

/// How a unit of a table stands to those of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Match {
    /// It is that one.
    Same(usize),
    /// It is that one under another name.
    Renamed(usize),
    /// The plan has none such.
    New,
}

/// How a table stands to the units of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Matched {
    /// For each unit of the table.
    pub lines: Vec<Match>,
    /// The units of the plan that the table has not.
    pub gone: Vec<usize>,
}

/// Looks for each unit of a table in the plan: by its identity, by its name or another one that it has, by the name that
/// it had, as it is said out, and last but for one letter. What fits two units is none of them. `apart` holds the cells
/// of those that a person said are others.
pub(in super::super) fn matched(
    lines: &[UnitLine],
    units: &[Row<Unit>],
    apart: &[String],
) -> Matched {
    let mut found: Vec<Option<Match>> = vec![None; lines.len()];
    let mut taken = vec![false; units.len()];
    let mut by = |is_renamed: bool,
                  of_unit: &dyn Fn(&Unit) -> Vec<String>,
                  of_line: &dyn Fn(&UnitLine) -> Option<String>| {
        let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (at, row) in units
            .iter()
            .enumerate()
            .filter(|(at, _)| taken.get(*at) == Some(&false))
        {
            for key in of_unit(&row.item) {
                let alone = known.entry(key).or_insert(Some(at));
                if *alone != Some(at) {
                    *alone = None;
                }
            }
        }
        let keys: Vec<Option<String>> = lines
            .iter()
            .zip(&found)
            .map(|(line, found)| match found {
                None if !(is_renamed && apart.contains(&line.cell)) => of_line(line),
                _ => None,
            })
            .collect();
        let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
        for key in keys.iter().flatten() {
            *asked.entry(key).or_default() += 1;
        }
        for ((line, key), found) in lines.iter().zip(&keys).zip(&mut found) {
            let Some(key) = key else { continue };
            let unit = known.get(key).copied().flatten();
            let Some((at, row)) = unit.and_then(|at| Some((at, units.get(at)?))) else {
                continue;
            };
            if asked.get(&**key) != Some(&1) {
                continue;
            }
            let is_same = fold_case(&row.item.name) == fold_case(&line.name);
            *found = Some(if is_same {
                Match::Same(at)
            } else {
                Match::Renamed(at)
            });
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
    };
    by(true, &|unit| vec![unit.id.as_str().to_owned()], &|line| {
        line.code.clone()
    });
    by(false, &|unit| vec![fold_case(&unit.name)], &|line| {
        Some(fold_case(&line.name))
    });
    by(true, &|unit| vec![fold_case(&unit.name)], &|line| {
        line.was.as_deref().map(fold_case)
    });
    let names = |unit: &Unit| unit.aliases.iter().map(|name| fold_case(name)).collect();
    by(true, &names, &|line| Some(fold_case(&line.name)));
    by(true, &|unit| vec![spoken(&unit.name)], &|line| {
        Some(spoken(&line.name))
    });
    slips(lines, units, apart, &mut found, &mut taken);
    let gone = units
        .iter()
        .enumerate()
        .filter(|(at, row)| row.standing == Decided::Confirmed && taken.get(*at) == Some(&false));
    Matched {
        gone: gone.map(|(at, _)| at).collect(),
        lines: found
            .into_iter()
            .map(|one| one.unwrap_or(Match::New))
            .collect(),
    }
}

/// The most pairs of names that are compared letter by letter.
const MOST_PAIRS: usize = 250_000;

/// Names that differ by a slip, where it can be but one.
fn slips(
    lines: &[UnitLine],
    units: &[Row<Unit>],
    apart: &[String],
    found: &mut [Option<Match>],
    taken: &mut [bool],
) {
    let open = |taken: &[bool]| -> Vec<(usize, String)> {
        let free = units
            .iter()
            .enumerate()
            .filter(|(at, _)| taken.get(*at) == Some(&false));
        free.map(|(at, row)| (at, spoken(&row.item.name))).collect()
    };
    let units = open(taken);
    let asking: Vec<(usize, String)> = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| found.get(*at) == Some(&None) && !apart.contains(&line.cell))
        .map(|(at, line)| (at, spoken(&line.name)))
        .collect();
    if units.len().saturating_mul(asking.len()) > MOST_PAIRS {
        return;
    }
    for (line, name) in &asking {
        let mut near = units.iter().filter(|(_, other)| is_slip(name, other));
        let (Some((unit, other)), None) = (near.next(), near.next()) else {
            continue;
        };
        if asking
            .iter()
            .filter(|(_, name)| is_slip(name, other))
            .count()
            != 1
        {
            continue;
        }
        if let (Some(found), Some(taken)) = (found.get_mut(*line), taken.get_mut(*unit)) {
            *found = Some(Match::Renamed(*unit));
            *taken = true;
        }
    }
}
