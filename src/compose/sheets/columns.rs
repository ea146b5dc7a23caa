//! Which column of a table says what, and below which row it begins.

use super::super::state::List;
use super::headings::{Role, choices, said};
use super::kinds;
use crate::sheet::{HeldKind, Sheet};
use crate::text::{fold, parse_phone};

/// As far down headings are looked for: titles and the office's own head stand above them.
const LOOKED_AT: usize = 30;

/// How a table is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// What each column says.
    pub roles: Vec<Option<Role>>,
    /// The row of the headings, among the rows that say something.
    pub head: Option<usize>,
    /// How sure that is: the number of headings that are known.
    pub known: usize,
}

impl Layout {
    /// The column that says it.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|own| *own == Some(role))
    }
}

/// Sees how a table is laid out; what a person said of its columns, by the names of [`choices`], holds before all.
pub(super) fn layout(sheet: &Sheet, list: List, said: &[String]) -> Layout {
    let mut layout = by_headings(sheet, list).unwrap_or_else(|| by_content(sheet, list));
    for (column, name) in said.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let found = choices(list)
            .iter()
            .find(|(_, own, _)| *own == name.as_str());
        let Some((role, ..)) = found else { continue };
        // One column alone says it.
        for other in &mut layout.roles {
            if *other == Some(*role) && *role != Role::Nothing {
                *other = None;
            }
        }
        if layout.roles.len() <= column {
            layout.roles.resize(column + 1, None);
        }
        if let Some(own) = layout.roles.get_mut(column) {
            *own = Some(*role);
        }
    }
    layout
}

/// By the row that has most headings which are known, the name among them.
fn by_headings(sheet: &Sheet, list: List) -> Option<Layout> {
    let mut best: Option<Layout> = None;
    for (at, line) in sheet.rows.iter().take(LOOKED_AT).enumerate() {
        let mut roles: Vec<Option<Role>> = Vec::new();
        let mut rest: Vec<usize> = Vec::new();
        for held in &line.cells {
            let found = (!held.is_blank()).then(|| said(list, &held.text)).flatten();
            roles.push(found.map(|(role, _)| role));
            rest.push(found.map_or(0, |(_, rest)| rest));
        }
        once(&mut roles, &rest);
        let count = |of: &[Option<Role>]| {
            let known = of.iter().flatten().filter(|role| **role != Role::Nothing);
            known.count()
        };
        let known = count(&roles);
        let filled = line.cells.iter().filter(|held| !held.is_blank()).count();
        let name = roles.iter().position(|role| *role == Some(Role::Name));
        // A lone heading is one to the letter; a lone name that begins so is a unit.
        let exact = name.is_some_and(|at| rest.get(at) == Some(&0));
        let is_head =
            name.is_some() && (known >= 2 || filled == 1 && exact && is_alone(line, list));
        if is_head && best.as_ref().is_none_or(|best| best.known < known) {
            best = Some(Layout {
                roles,
                head: Some(at),
                known,
            });
        }
    }
    best
}

/// Whether the one text of a row is a heading and nothing else: "Tên đơn vị", and not "Chi đoàn".
fn is_alone(line: &crate::sheet::Line, list: List) -> bool {
    let mut texts = line.cells.iter().filter(|held| !held.is_blank());
    let text = texts
        .next()
        .map(|held| fold(&held.text))
        .unwrap_or_default();
    match list {
        List::Units => matches!(
            &*text,
            "ten don vi" | "don vi" | "ten" | "ten co so doan" | "don vi truc thuoc"
        ),
        _ => matches!(
            &*text,
            "noi dung" | "so lieu" | "chi tieu" | "noi dung bao cao" | "noi dung so lieu"
        ),
    }
}

/// Of two columns with one role the one whose heading says nothing more keeps it.
fn once(roles: &mut [Option<Role>], rest: &[usize]) {
    for at in 0..roles.len() {
        let Some(role) = roles.get(at).copied().flatten() else {
            continue;
        };
        let same = |other: &usize| roles.get(*other).copied().flatten() == Some(role);
        let all: Vec<usize> = (0..roles.len()).filter(same).collect();
        let least = |other: &&usize| rest.get(**other).copied().unwrap_or(usize::MAX);
        let best = all.iter().min_by_key(least).copied();
        for other in all {
            if Some(other) != best
                && role != Role::Nothing
                && let Some(own) = roles.get_mut(other)
            {
                *own = None;
            }
        }
    }
}

/// Without headings: running numbers, then the name, then what the cells look like.
fn by_content(sheet: &Sheet, list: List) -> Layout {
    let width = sheet
        .rows
        .iter()
        .map(|line| line.cells.len())
        .max()
        .unwrap_or(0);
    let mut roles = Vec::new();
    let mut texts = 0;
    for column in 0..width {
        let cells = || sheet.rows.iter().filter_map(move |line| line.cell(column));
        let filled = cells().count();
        let most = |fits: &dyn Fn(&str) -> bool| {
            let fitting = cells().filter(|held| fits(&held.text)).count();
            filled > 0 && fitting * 2 > filled
        };
        let is_number = |text: &str| {
            text.trim_end_matches('.')
                .trim()
                .bytes()
                .all(|byte| byte.is_ascii_digit())
        };
        let role = if filled == 0 {
            None
        } else if list == List::Units && most(&|text| phone(text).is_some()) {
            Some(Role::Phone)
        } else if most(&is_number) {
            (column == 0).then_some(Role::Number)
        } else {
            texts += 1;
            match (list, texts) {
                (_, 1) => Some(Role::Name),
                (List::Units, 2) => Some(Role::Sector),
                (List::Units, 3) => Some(Role::Level),
                (List::Units, _) => None,
                _ if most(&|text| kinds::named(text).is_some()) => Some(Role::Kind),
                (_, 2) => Some(Role::Counted),
                _ => None,
            }
        };
        roles.push(role);
    }
    Layout {
        roles,
        head: None,
        known: 0,
    }
}

/// A telephone number out of a cell, in the form to keep, and whether the workbook had dropped its zero. Of several in
/// one cell the first counts.
pub(super) fn phone(text: &str) -> Option<String> {
    let first = text
        .split([';', '/', ',', '\n', '–'])
        .find(|one| !one.trim().is_empty())?;
    parse_phone(first).ok().map(|phone| phone.canonical())
}

/// The same of a number from which the workbook took the zero in front.
pub(super) fn phone_without_zero(text: &str, kind: HeldKind) -> Option<String> {
    (kind == HeldKind::Number)
        .then(|| ["0", text.trim()].concat())
        .and_then(|text| parse_phone(&text).ok())
        .map(|phone| phone.canonical())
}
