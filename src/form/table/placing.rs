//! Which cell of a block goes to which cell of a table.

use crate::text::{fold, from_stop_decimal, is_blank};
use crate::value::{Column, RollUp, TableMeasure};

/// The rows of a block as a table takes them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// The texts of each row, each with the place of its cell.
    pub(super) rows: Vec<Vec<(usize, String)>>,
    /// What is not taken, or not given.
    pub(super) left: Vec<Left>,
}

/// What a person has to know of a block.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// The table has no such column.
    NotAsked(String),
    /// The block has none for this column, which every row must have.
    NotGiven(String),
    /// A row adds the others up.
    Sum(String),
    /// The block has more columns than the table from there on.
    TooWide,
}

/// A block of cells that was copied somewhere.
pub(super) struct Copied<'b> {
    pub(super) rows: &'b [Vec<String>],
    /// Whether numbers are written with a full stop before decimal places.
    pub(super) is_foreign: bool,
    /// The cell into which it is pasted, by its place in a row.
    pub(super) from: usize,
}

/// A cell that each row of a table has.
struct Slot<'t> {
    column: &'t Column,
    /// What its half of a share is called.
    half: Option<&'t str>,
}

/// What rows that add others up begin with.
const SUMS: [&str; 6] = ["cong", "tong", "tong cong", "tong so", "total", "sum"];
/// What stands over the numbers of rows.
const NUMBERS: [&str; 5] = ["stt", "tt", "so tt", "so thu tu", "no"];

/// Holds a block against a table: by what stands over its columns, where that names some of the table's, else one beside the
/// other from where it is pasted. `reads` says whether something is understood of a text in a cell.
pub(super) fn placed(
    copied: &Copied<'_>,
    table: &TableMeasure,
    reads: impl Fn(usize, &str) -> bool,
) -> Placed {
    let slots = slots_of(table);
    let mut placed = Placed::default();
    let head = copied.rows.first().map_or(&[][..], Vec::as_slice);
    let (body, taken) = match named(head, &slots, table) {
        Some(taken) => {
            placed.say(head, &taken, table);
            (copied.rows.get(1..).unwrap_or_default(), taken)
        }
        None => (copied.rows, placed.beside(copied, &slots, table)),
    };
    let units: Vec<_> = taken.iter().map(|one| unit(head, *one, &slots)).collect();
    for row in body {
        let first = row.iter().find(|cell| !is_blank(cell));
        let Some(first) = first else {
            continue;
        };
        if SUMS.contains(&&*fold(first)) {
            placed.left.push(Left::Sum(first.trim().to_owned()));
            continue;
        }
        let mut cells = Vec::new();
        for (one, unit) in taken.iter().zip(&units) {
            let cell = row.get(one.from).map_or("", |cell| cell.trim());
            if is_blank(cell) {
                continue;
            }
            let cell = match copied.is_foreign {
                true => from_stop_decimal(cell),
                false => cell.to_owned(),
            };
            // A share in one cell has both halves.
            let halves = cell.split_once('/').filter(|_| one.both);
            if let Some((part, whole)) = halves {
                cells.push((one.slot, part.trim().to_owned()));
                cells.push((one.slot + 1, whole.trim().to_owned()));
                continue;
            }
            let in_unit = unit.as_ref().map(|unit| [&*cell, " ", unit].concat());
            let is_bare = cell.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
            let in_unit = in_unit.filter(|text| is_bare && reads(one.slot, text));
            cells.push((one.slot, in_unit.unwrap_or(cell)));
        }
        placed.rows.push(cells);
    }
    placed
}

/// A column of a block, and the cell of a row that takes it.
#[derive(Clone, Copy, Debug)]
struct Taken {
    from: usize,
    slot: usize,
    /// Whether it takes both halves of a share.
    both: bool,
}

impl Placed {
    /// Says what of the columns of a block finds none of the table, and the other way round.
    fn say(&mut self, head: &[String], taken: &[Taken], table: &TableMeasure) {
        for (place, heading) in head.iter().enumerate() {
            let is_taken = taken.iter().any(|one| one.from == place);
            if !is_taken && !is_blank(heading) && !NUMBERS.contains(&&*fold(heading)) {
                self.left.push(Left::NotAsked(heading.trim().to_owned()));
            }
        }
        let mut slot = 0;
        for column in &table.columns {
            let next = slot + width(column);
            let is_given = taken.iter().any(|one| (slot..next).contains(&one.slot));
            if column.required && !is_given {
                self.left.push(Left::NotGiven(column.label.clone()));
            }
            slot = next;
        }
    }

    /// The columns of a block beside each other; the first is passed over where it numbers the rows.
    fn beside(&mut self, copied: &Copied<'_>, slots: &[Slot<'_>], table: &TableMeasure) -> Vec<Taken> {
        let width = copied.rows.iter().map(Vec::len).max().unwrap_or(0);
        let is_numbered = copied.rows.len() > 1
            && copied.rows.iter().enumerate().all(|(place, row)| {
                let first = row.first().map_or("", |cell| cell.trim());
                first.trim_end_matches('.') == (place + 1).to_string()
            });
        let skipped = usize::from(is_numbered && width > 1);
        let count = width - skipped;
        let mut taken = Vec::new();
        // Each half in a column of its own, where so many stand there.
        let apart = count >= slots.len() && slots.len() > table.columns.len();
        let mut slot = copied.from;
        for from in skipped..width {
            let Some(of) = slots.get(slot) else {
                self.left.push(Left::TooWide);
                break;
            };
            let both = of.half.is_some() && !apart && is_first(slots, slot);
            taken.push(Taken { from, slot, both });
            slot += 1 + usize::from(both);
        }
        taken
    }
}

/// Whether a half of a share is its first.
fn is_first(slots: &[Slot<'_>], slot: usize) -> bool {
    let before = slot.checked_sub(1).and_then(|before| slots.get(before));
    let Some(of) = slots.get(slot) else {
        return false;
    };
    before.is_none_or(|before| before.column.id != of.column.id)
}

fn width(column: &Column) -> usize {
    column.measure.halves().map_or(1, |_| 2)
}

fn slots_of(table: &TableMeasure) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    for column in &table.columns {
        match column.measure.halves() {
            Some(halves) => {
                for half in [halves.part, halves.whole] {
                    let half = Some(half);
                    slots.push(Slot { column, half });
                }
            }
            None => slots.push(Slot { column, half: None }),
        }
    }
    slots
}

/// The columns whose headings name columns of the table; none where the first row is no heading.
fn named(head: &[String], slots: &[Slot<'_>], table: &TableMeasure) -> Option<Vec<Taken>> {
    let names: Vec<String> = head.iter().map(|cell| name_of(cell)).collect();
    let mut taken: Vec<Taken> = Vec::new();
    let mut very = 0;
    // First whoever says the very words, then who says more or less of them.
    for is_alike in [same as fn(&str, &str) -> bool, alike] {
        very = very.max(taken.len());
        for (slot, of) in slots.iter().enumerate() {
            let second = of.half.is_some() && !is_first(slots, slot);
            let label = name_of(&of.column.label);
            let half = of.half.map(name_of);
            for (from, name) in names.iter().enumerate() {
                let both = of.half.is_some() && !second && is_alike(name, &label);
                let is_it = both
                    || (of.half.is_none() && is_alike(name, &label))
                    || half.as_ref().is_some_and(|half| is_alike(name, half));
                let is_given = taken.iter().any(|one| {
                    one.slot == slot || (one.both && one.slot + 1 == slot)
                });
                let is_taken = taken.iter().any(|one| one.from == from);
                if is_it && !is_given && !is_taken && !name.is_empty() {
                    taken.push(Taken { from, slot, both });
                }
            }
        }
    }
    let said = names.iter().filter(|name| !name.is_empty()).count();
    let numbers = head.iter().any(|cell| NUMBERS.contains(&&*fold(cell)));
    let least = said.min(table.columns.len()).max(1);
    // More or less of a question's words may also stand in an answer.
    let is_head = very >= 2 || very * 2 >= least || (numbers && !taken.is_empty());
    is_head.then_some(taken)
}

/// A heading as two are compared: without marks, case, and what stands in brackets.
fn name_of(text: &str) -> String {
    let name = text.split('(').next().unwrap_or_default();
    let name = fold(name);
    if name.is_empty() { fold(text) } else { name }
}

fn same(one: &str, other: &str) -> bool {
    one == other
}

/// Whether all words of one stand in the other.
fn alike(one: &str, other: &str) -> bool {
    let within = |one: &str, other: &str| {
        one.split(' ').all(|word| other.split(' ').any(|there| there == word))
    };
    !one.is_empty() && !other.is_empty() && (within(one, other) || within(other, one))
}

/// What a heading says in brackets of the numbers below it: "Giá trị (triệu đồng)".
fn unit(head: &[String], of: Taken, slots: &[Slot<'_>]) -> Option<String> {
    let adds_up = matches!(
        slots.get(of.slot)?.column.measure.roll_up(),
        RollUp::Count | RollUp::Money | RollUp::Quantity
    );
    let (_, said) = head.get(of.from)?.split_once('(')?;
    let said = said.split(')').next().unwrap_or_default().trim();
    let said = said.strip_prefix("ĐVT:").unwrap_or(said).trim();
    (adds_up && !said.is_empty()).then(|| said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Copied, Left, Placed, placed};
    use crate::value::{Measure, TableMeasure};
    use serde_json::json;

    fn table() -> TableMeasure {
        let table = json!({"table": {"row": "công trình", "columns": [
            {"id": "name", "label": "Tên công trình", "measure": {"text": {"max": 100}}, "required": true},
            {"id": "value", "label": "Giá trị", "measure": "money", "required": true},
            {"id": "votes", "label": "Tỷ lệ tán thành",
             "measure": {"share": {"part": "đồng ý", "whole": "có mặt", "noun": "người"}}},
        ]}});
        let measure: Measure = crate::read::from_str(&table.to_string()).unwrap();
        measure.table().unwrap().clone()
    }

    fn at(from: usize, lines: &[&str]) -> Placed {
        let rows: Vec<Vec<String>> = lines
            .iter()
            .map(|line| line.split('|').map(str::to_owned).collect())
            .collect();
        let copied = Copied {
            rows: &rows,
            is_foreign: false,
            from,
        };
        placed(&copied, &table(), |_, text| text.ends_with("triệu đồng"))
    }

    fn rows(placed: &Placed) -> Vec<String> {
        let cell = |(slot, text): &(usize, String)| format!("{slot}:{text}");
        let row = |row: &Vec<(usize, String)>| row.iter().map(cell).collect::<Vec<_>>().join(" ");
        placed.rows.iter().map(row).collect()
    }

    #[test]
    fn columns_go_where_their_headings_say_whatever_their_order() {
        let placed = at(0, &["TT|GIÁ TRỊ|Tên công trình|Ghi chú", "1|5 triệu|Cầu|x", "2||Đường|"]);
        assert_eq!(rows(&placed), ["0:Cầu 1:5 triệu", "0:Đường"]);
        assert_eq!(placed.left, [Left::NotAsked("Ghi chú".into())]);
        let placed = at(0, &["Tên|Đồng ý|Có mặt", "Cầu|30|40"]);
        assert_eq!(rows(&placed), ["0:Cầu 2:30 3:40"]);
        assert_eq!(placed.left, [Left::NotGiven("Giá trị".into())]);
        let placed = at(0, &["Tên công trình|Tỷ lệ tán thành", "Cầu|30/40", "Đường|30"]);
        assert_eq!(rows(&placed), ["0:Cầu 2:30 3:40", "0:Đường 2:30"]);
    }

    #[test]
    fn without_headings_columns_stand_beside_each_other() {
        assert_eq!(rows(&at(0, &["Cầu|5", "Đường|6"])), ["0:Cầu 1:5", "0:Đường 1:6"]);
        assert_eq!(rows(&at(0, &["1|Cầu|5", "2.|Đường|6"])), ["0:Cầu 1:5", "0:Đường 1:6"]);
        assert_eq!(rows(&at(0, &["1|2", "2|3"])), ["0:2", "0:3"]);
        assert_eq!(rows(&at(1, &["5", "6"])), ["1:5", "1:6"]);
        assert_eq!(rows(&at(0, &["Cầu|5|3/4"])), ["0:Cầu 1:5 2:3 3:4"]);
        assert_eq!(rows(&at(0, &["Cầu|5|3|4"])), ["0:Cầu 1:5 2:3 3:4"]);
        let wide = at(2, &["3/4|x|y"]);
        assert_eq!((rows(&wide), wide.left), (vec!["2:3 3:4".to_owned()], vec![Left::TooWide]));
    }

    #[test]
    fn sums_are_left_out_and_units_over_numbers_go_with_them() {
        let placed = at(
            0,
            &["Tên công trình|Giá trị (triệu đồng)", "Cầu|30", "Đường|5 tỷ", "|", "Tổng cộng|35"],
        );
        assert_eq!(rows(&placed), ["0:Cầu 1:30 triệu đồng", "0:Đường 1:5 tỷ"]);
        assert_eq!(placed.left, [Left::Sum("Tổng cộng".into())]);
    }

    #[test]
    fn an_answer_is_no_heading() {
        let placed = at(0, &["Công trình|5", "Đường|6"]);
        assert_eq!(rows(&placed), ["0:Công trình 1:5", "0:Đường 1:6"]);
        let placed = at(0, &["TT|Công trình|Trị giá", "1|Đường|6"]);
        assert_eq!(rows(&placed), ["0:Đường"]);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(at(0, &[]), Placed::default());
        assert_eq!(at(9, &["a|b"]).left, [Left::TooWide]);
    }
}
