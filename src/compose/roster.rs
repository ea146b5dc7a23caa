//! The units as an office has them: lines, or cells copied from a workbook or a CSV file.

use super::groups::{bare, base, group_of};
use super::ids;
use super::state::{Composition, Row};
use crate::plan::{Group, Id, Unit};
use crate::text::{fold, single_line};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most units that are taken at once, as many as a plan may have.
const MOST: usize = 20_000;

/// Which column says what; by default the name, then the sector, then the level.
struct Columns {
    name: usize,
    sector: Option<usize>,
    level: Option<usize>,
}

/// Adds the units that the text names, one a line: "Tên", or "Tên TAB khối TAB cấp"; a first line of titles says which is
/// which. A number before the name is none of it, and a name that is there already is not added again. Gives how many
/// were added.
pub(super) fn paste(made: &mut Composition, text: &str) -> usize {
    let separator = separator(text);
    let mut columns = Columns {
        name: 0,
        sector: Some(1),
        level: Some(2),
    };
    let mut known: BTreeSet<String> = made.units.iter().map(|row| bare(&row.item.name)).collect();
    let mut taken: BTreeSet<String> = made
        .units
        .iter()
        .map(|row| row.item.id.as_str().to_owned())
        .collect();
    let mut added = 0;
    for (at, line) in text.lines().enumerate() {
        let mut cells = split(line, separator);
        if at == 0
            && let Some(found) = titles(&cells)
        {
            columns = found;
            continue;
        }
        // A running number in a column of its own.
        let is_number = |cell: &String| {
            !cell.is_empty()
                && cell
                    .chars()
                    .all(|sign| sign.is_ascii_digit() || sign == '.')
        };
        if columns.name == 0 && cells.len() > 1 && cells.first().is_some_and(is_number) {
            cells.remove(0);
        }
        let cell = |at: usize| cells.get(at).map(|cell| &**cell).unwrap_or_default();
        let name = without_number(cell(columns.name)).to_owned();
        if name.is_empty() || made.units.len() >= MOST || !known.insert(bare(&name)) {
            continue;
        }
        let sector = columns.sector.map(cell).filter(|cell| !cell.is_empty());
        let sector = sector.map(|words| words.to_owned());
        let level = columns.level.map(cell).filter(|cell| !cell.is_empty());
        let level = level.map(|words| words.to_owned());
        let plan = Arc::make_mut(&mut made.base);
        let sector = sector.and_then(|words| group(&mut plan.sectors, &words, "khoi"));
        let level = match level {
            Some(words) => group(&mut plan.levels, &words, "cap"),
            None => base(plan).cloned(),
        };
        let Some(level) = level else { continue };
        let id = ids::made(&name, "don-vi", |id| taken.contains(id));
        taken.insert(id.as_str().to_owned());
        Arc::make_mut(&mut made.units).push(Row::own(Unit {
            id,
            name,
            aliases: Vec::new(),
            level,
            sector,
            parent: None,
            from: None,
            to: None,
            merged_into: None,
            numbers: Vec::new(),
            source: None,
        }));
        added += 1;
    }
    added
}

/// The level or sector of that name, made where there is none.
fn group(groups: &mut Vec<Group>, words: &str, spare: &str) -> Option<Id> {
    let words = single_line(words);
    if let Some(known) = group_of(groups, &words) {
        return Some(known.id.clone());
    }
    // As many as a plan may have.
    if groups.len() >= 200 {
        return None;
    }
    let id = ids::made(&words, spare, |id| {
        groups.iter().any(|group| group.id == *id)
    });
    groups.push(Group {
        id: id.clone(),
        name: words.into_owned(),
    });
    Some(id)
}

fn separator(text: &str) -> char {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    ['\t', ';', ',']
        .into_iter()
        .find(|sign| {
            first.contains(*sign)
                && (*sign != ','
                    || text
                        .lines()
                        .all(|line| line.trim().is_empty() || line.contains(',')))
        })
        .unwrap_or('\t')
}

/// The cells of a line; in quotes a separator is text.
fn split(line: &str, separator: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for sign in line.chars() {
        if sign == '"' {
            quoted = !quoted;
        } else if sign == separator && !quoted {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(sign);
        }
    }
    cells
        .iter()
        .map(|cell| single_line(cell).trim().to_owned())
        .collect()
}

/// The columns, where a line holds their titles.
fn titles(cells: &[String]) -> Option<Columns> {
    let folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
    let has = |words: &[&str]| {
        folded.iter().position(|cell| {
            words
                .iter()
                .any(|word| cell == word || cell.starts_with(word))
        })
    };
    let name = has(&["ten don vi", "don vi", "co so doan", "ten"])?;
    let sector = has(&["khoi", "khu vuc", "linh vuc"]);
    let level = has(&["cap"]);
    // A lone name that begins so is a unit.
    let is_titles = cells.len() > 1
        || folded
            .iter()
            .all(|cell| matches!(&**cell, "ten don vi" | "don vi" | "ten"));
    (is_titles
        && (sector.is_some()
            || level.is_some()
            || cells.len() > 1 && has(&["stt", "tt"]).is_some()
            || cells.len() == 1))
        .then_some(Columns {
            name,
            sector,
            level,
        })
}

/// "12. Đoàn phường Tây Thạnh" without its number or dash.
fn without_number(name: &str) -> &str {
    let bare = name.trim_start_matches(['-', '–', '•', '+', '*', ' ']);
    let digits = bare.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_number = digits.len() < bare.len() && digits.starts_with(['.', ')', '/']);
    let rest = if is_number {
        digits.trim_start_matches(['.', ')', '/'])
    } else {
        bare
    };
    rest.trim().trim_end_matches([';', '.']).trim()
}
