//! The units that a table lists, row by row.

use super::super::groups::bare;
use super::super::state::List;
use super::columns::{Layout, phone, phone_without_zero};
use super::headings::Role;
use super::numbers::{Counted, numbers};
use super::told::{self, Findings, short};
use crate::plan::UnitNumber;
use crate::sheet::{HeldKind, Line, Sheet, column_name};
use crate::text::{Lang, fold, fold_case, single_line};
use std::collections::BTreeMap;

/// The longest name, in characters.
const LONGEST: usize = 200;

/// One unit of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct UnitLine {
    /// The cell of its name.
    pub cell: String,
    /// Its name, on one line and without a number in front.
    pub name: String,
    /// The identity that it has in the plan, where the workbook went out from here.
    pub code: Option<String>,
    /// The name that it had.
    pub was: Option<String>,
    /// Its sector, with its cell.
    pub sector: Option<(String, String)>,
    /// Its level, with its cell.
    pub level: Option<(String, String)>,
    /// Its telephone number, in the form to keep.
    pub phone: Option<String>,
    /// Other names; none where the table has no such column.
    pub aliases: Option<Vec<String>>,
    /// Its numbers, of those attributes of which the table has a column.
    pub numbers: Vec<UnitNumber>,
}

/// Reads the units of a table, with the numbers that stand in `counted` columns.
pub(super) fn lines(
    sheet: &Sheet,
    layout: &Layout,
    counted: &[Counted],
    out: &mut Findings,
) -> Vec<UnitLine> {
    let Some(name) = layout.column(Role::Name) else {
        out.say(&told::NO_NAME_COLUMN, "", &[]);
        return Vec::new();
    };
    let mut reader = Rows {
        layout,
        counted,
        name,
        numbered: numbered(sheet, layout, name),
        sector: None,
        level: None,
        seen: BTreeMap::new(),
        zeroes: (0, String::new()),
        lines: Vec::new(),
    };
    for line in sheet
        .rows
        .iter()
        .skip(layout.head.map_or(0, |head| head + 1))
    {
        reader.row(line, out);
    }
    let (count, cell) = reader.zeroes;
    if count > 0 {
        let count = count.to_string();
        out.say(&told::DROPPED_ZERO, &cell, &[("count", &count)]);
    }
    reader.lines
}

/// Whether the rows bear running numbers, so that one without is something else.
fn numbered(sheet: &Sheet, layout: &Layout, name: usize) -> bool {
    let Some(column) = layout.column(Role::Number) else {
        return false;
    };
    let rows = sheet
        .rows
        .iter()
        .skip(layout.head.map_or(0, |head| head + 1));
    let named: Vec<&Line> = rows.filter(|line| line.cell(name).is_some()).collect();
    let with = named
        .iter()
        .filter(|line| line.cell(column).is_some())
        .count();
    with * 10 >= named.len() * 8
}

struct Rows<'a> {
    layout: &'a Layout,
    counted: &'a [Counted],
    name: usize,
    numbered: bool,
    /// What a row above says of all that follow: "I. KHỐI PHƯỜNG".
    sector: Option<(String, String)>,
    level: Option<(String, String)>,
    /// The names so far, each with its cell.
    seen: BTreeMap<String, String>,
    /// How many telephone numbers came without their zero, and where the first stands.
    zeroes: (usize, String),
    lines: Vec<UnitLine>,
}

impl Rows<'_> {
    fn row(&mut self, line: &Line, out: &mut Findings) {
        let row = line.number.to_string();
        let place = |column: usize| [&column_name(column), &*row].concat();
        let number = self
            .layout
            .column(Role::Number)
            .and_then(|at| line.cell(at));
        let alone = line.cells.iter().filter(|held| !held.is_blank()).count()
            <= 1 + usize::from(number.is_some());
        let Some(held) = line.cell(self.name) else {
            // A heading of rows may stand in the column of numbers.
            let mut others = line.cells.iter().filter(|held| !held.is_blank());
            let first = others.next();
            match first
                .filter(|_| alone)
                .and_then(|held| heading(None, &held.text))
            {
                Some(heading) => self.below(heading, place(0)),
                None if self.has_more(line) => {
                    out.say(&told::NO_NAME, &place(self.name), &[("row", &row)]);
                }
                None => {}
            }
            return;
        };
        let cell = place(self.name);
        let text = single_line(&held.text);
        let name = without_number(&text).to_owned();
        if alone && let Some(heading) = heading(number.map(|held| &*held.text), &name) {
            return self.below(heading, cell);
        }
        if is_total(&name) {
            return out.say(&told::TOTAL, &cell, &[("row", &row)]);
        }
        let said = short(&name);
        if self.numbered && number.is_none() {
            return out.say(&told::UNNUMBERED, &cell, &[("row", &row), ("text", &said)]);
        }
        match held.kind {
            HeldKind::Formula => return out.say(&told::FORMULA, &cell, &[]),
            HeldKind::Mistake => return out.say(&told::MISTAKE, &cell, &[("text", &said)]),
            HeldKind::Text | HeldKind::Number => {}
        }
        if !name.chars().any(char::is_alphabetic) {
            let said = short(&text);
            return out.say(&told::NO_LETTERS, &cell, &[("text", &said)]);
        }
        if name.chars().count() > LONGEST {
            let most = LONGEST.to_string();
            return out.say(&told::TOO_LONG, &cell, &[("most", &most)]);
        }
        if let Some(other) = self.seen.get(&fold_case(&name)) {
            return out.say(&told::TWICE, &cell, &[("text", &said), ("other", other)]);
        }
        self.seen.insert(fold_case(&name), cell.clone());
        let mut words = |role: Role| {
            let column = self.layout.column(role)?;
            let held = line.cell(column)?;
            let cell = place(column);
            match held.kind {
                HeldKind::Formula => out.say(&told::FORMULA, &cell, &[]),
                HeldKind::Mistake => {
                    out.say(&told::MISTAKE, &cell, &[("text", &short(&held.text))])
                }
                HeldKind::Text | HeldKind::Number => {
                    return Some((single_line(&held.text).into_owned(), cell));
                }
            }
            None
        };
        let sector = words(Role::Sector).or_else(|| self.sector.clone());
        let level = words(Role::Level).or_else(|| self.level.clone());
        let code = words(Role::Code).map(|(code, _)| code);
        let was = words(Role::Was).map(|(was, _)| without_number(&was).to_owned());
        let aliases = self.layout.column(Role::Aliases).map(|column| {
            let text = line
                .cell(column)
                .map(|held| held.text.to_string())
                .unwrap_or_default();
            let names = text
                .split(['\n', ';'])
                .map(|name| single_line(name).into_owned());
            names.filter(|name| !name.is_empty()).collect()
        });
        let phone = self.phone(line, &row, out);
        self.lines.push(UnitLine {
            cell,
            name,
            code,
            was,
            sector,
            level,
            phone,
            aliases,
            numbers: numbers(line, self.counted, out),
        });
    }

    /// Whether a row without a name says something of one all the same.
    fn has_more(&self, line: &Line) -> bool {
        let telling = [Role::Number, Role::Phone, Role::Sector, Role::Level];
        let mut columns = telling.iter().filter_map(|role| self.layout.column(*role));
        self.numbered && columns.any(|column| line.cell(column).is_some())
    }

    fn below(&mut self, (role, words): (Role, String), cell: String) {
        match role {
            Role::Level => self.level = Some((words, cell)),
            _ => self.sector = Some((words, cell)),
        }
    }

    fn phone(&mut self, line: &Line, row: &str, out: &mut Findings) -> Option<String> {
        let column = self.layout.column(Role::Phone)?;
        let held = line.cell(column)?;
        let cell = [&column_name(column), row].concat();
        if let Some(found) = phone(&held.text) {
            return Some(found);
        }
        match phone_without_zero(&held.text, held.kind) {
            Some(found) => {
                if self.zeroes.0 == 0 {
                    self.zeroes.1 = cell;
                }
                self.zeroes.0 += 1;
                Some(found)
            }
            None => {
                out.say(&told::NO_PHONE, &cell, &[("text", &short(&held.text))]);
                None
            }
        }
    }
}

/// What a row says of those below it: "I | Khối phường", "KHỐI TRƯỜNG HỌC", "Cụm 2".
fn heading(number: Option<&str>, words: &str) -> Option<(Role, String)> {
    let words = without_number(words);
    let is_roman = number.is_some_and(|text| {
        let text = text.trim().trim_end_matches(['.', ')']);
        !text.is_empty()
            && text
                .chars()
                .all(|sign| matches!(sign, 'I' | 'V' | 'X' | 'A'..='F'))
    });
    let folded = bare(words);
    let begins = |all: &[&str]| all.iter().any(|one| folded.starts_with(one));
    let is_short = folded.split(' ').count() <= 8;
    if !is_short || folded.is_empty() {
        return None;
    }
    if begins(&["cap "]) {
        return Some((Role::Level, sentence_case(words)));
    }
    (is_roman || number.is_none() && begins(&["khoi ", "khu vuc ", "cum ", "linh vuc "]))
        .then(|| (Role::Sector, sentence_case(words)))
}

/// "KHỐI TRƯỜNG HỌC" as people write it in a sentence; what is not all capitals stays.
fn sentence_case(words: &str) -> String {
    let words = words.trim_end_matches([':', '.', ' ']);
    if words.chars().any(char::is_lowercase) || !words.contains(' ') {
        return words.to_owned();
    }
    crate::text::capital(&words.to_lowercase())
}

fn is_total(name: &str) -> bool {
    let folded = fold(name);
    folded == "cong"
        || ["tong cong", "tong so", "tong", "cong "]
            .iter()
            .any(|one| folded.starts_with(one))
}

/// "12. Đoàn phường Tây Thạnh" without its number or dash.
pub(super) fn without_number(name: &str) -> &str {
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

/// The units of cells or lines that a person pastes: what is wrong with one of them keeps the others from nothing.
pub(in super::super) fn units_of(sheet: &Sheet) -> Vec<UnitLine> {
    let layout = super::columns::layout(sheet, List::Units, &[]);
    lines(sheet, &layout, &[], &mut Findings::new(Lang::Vi))
}
