//! Things beside each other: offices and motto, recipients and signature, the cells of a table.

use super::flow::{glue, is_item};
use super::row::{Item, Row, joined};
use super::side;

/// A part of a document, in order.
pub(super) enum Part {
    /// A line of running text.
    Line(Row),
    /// A line that is one by itself: a row of a table, a line of a header.
    Whole(String),
}

/// The room between two columns, from where the one ends to where the next begins.
type Gutter = (i64, i64);

/// So many rows in which one cell alone is filled, as far as is looked for what belongs together.
const FAR: usize = 40;

/// The most rooms between columns in one row: no table on paper has as many, and each row of a block is held against all of them.
const ROOMS: usize = 60;

/// All pages as parts. A table may go on on the next page.
pub(super) fn parts(pages: Vec<Vec<Row>>) -> Vec<Part> {
    let mut found = Vec::new();
    let mut open: Vec<Gutter> = Vec::new();
    for (page, rows) in pages.into_iter().enumerate() {
        let carried = std::mem::take(&mut open);
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            let gutters = match begins(row) {
                own if own.is_empty() && at == 0 => carried.clone(),
                own => own,
            };
            let block = Block::of(&rows, at, gutters);
            match block {
                Some(mut block) => {
                    let above = block.above(&rows, at, page == 0);
                    let above = above.min(lines_at_end(&found));
                    found.truncate(found.len() - above);
                    let all = rows.get(at - above..block.end).unwrap_or_default();
                    at = block.end;
                    let is_table = block.write(all, &mut found);
                    if is_table && at == rows.len() {
                        open = block.gutters;
                    }
                }
                None => {
                    found.push(Part::Line(row.clone()));
                    at += 1;
                }
            }
        }
    }
    found
}

fn lines_at_end(parts: &[Part]) -> usize {
    let lines = parts.iter().rev();
    lines
        .take_while(|part| matches!(part, Part::Line(_)))
        .count()
}

/// The rooms in a row, each at least `least` hundredths of the size of its letters.
fn rooms(row: &Row, least: i64) -> Vec<Gutter> {
    let mut found = Vec::new();
    let mut right: Option<i64> = None;
    for item in &row.items {
        if let Some(right) = right.filter(|right| (item.x - right) * 100 >= row.size * least) {
            found.push((right, item.x));
        }
        right = Some(right.map_or(item.right, |right| right.max(item.right)));
    }
    found
}

/// The rooms of a row that has columns; none where it is running text or an item of a list.
fn begins(row: &Row) -> Vec<Gutter> {
    let wide = rooms(row, 150);
    let Some((left, _)) = wide.first() else {
        return Vec::new();
    };
    // Of a line that is stretched to the edge every room is as wide as any other.
    let all = rooms(row, 12).into_iter().map(|(from, to)| to - from);
    let narrowest = all.clone().min().unwrap_or(0);
    if wide.len() > 2 && all.max().unwrap_or(0) * 4 <= narrowest * 5 {
        return Vec::new();
    }
    let first: Vec<Item> = (row.items.iter().take_while(|item| item.x < *left))
        .cloned()
        .collect();
    let words = joined(&first);
    let only_sign = is_item(&[&words, " a"].concat()) && words.chars().count() <= 6;
    if wide.len() == 1 && only_sign {
        return Vec::new();
    }
    let all = rooms(row, 50);
    if all.len() > ROOMS {
        return Vec::new();
    }
    all
}

/// Rows with columns.
struct Block {
    gutters: Vec<Gutter>,
    end: usize,
}

impl Block {
    /// The rows from `at` that leave room for the same columns.
    fn of(rows: &[Row], at: usize, mut gutters: Vec<Gutter>) -> Option<Self> {
        if gutters.is_empty() {
            return None;
        }
        let mut end = at;
        let mut full = 0_usize;
        let first = rows.get(at)?;
        let mut last = first.y;
        let is_one = |full: usize, gutters: &[Gutter]| {
            let mut all = gutters.iter();
            let wide = all.any(|(from, to)| to - from >= first.size * 3);
            full > 1 || (full == 1 && (gutters.len() > 1 || wide))
        };
        for (n, row) in rows.iter().enumerate().skip(at) {
            let left = left_of(&gutters, row);
            let down = row.y - last;
            // Only cells of the first rows may span several columns.
            let breaks = left.len() < gutters.len() && full > 1;
            // What may be none is looked at no farther, lest each of its rows look through all that follow.
            let is_far = n > end + FAR || (n > at + FAR && !is_one(full, &left));
            if left.is_empty() || breaks || down > row.size * 4 || is_far {
                break;
            }
            let columns = columns(row, &left);
            let filled = columns.iter().filter(|cell| !cell.is_empty()).count();
            let beyond = columns.first().is_some_and(|cell| cell.is_empty());
            // What stands in one cell alone is of the block where more follows, or where it goes on with that cell.
            if filled > 1
                || (beyond && down * 10 <= row.size * if left.len() == 1 { 20 } else { 14 })
            {
                end = n + 1;
            } else if left.len() < gutters.len() {
                break;
            }
            full += usize::from(filled > 1);
            last = row.y;
            gutters = left;
        }
        let all = rows.get(at..end)?;
        if !is_one(full, &gutters) {
            return None;
        }
        let mut block = Self { gutters, end };
        if block.is_sides(all) {
            block.widest();
            // The left side may be the longer one.
            let mut above = all.last().map_or(0, |row| row.y);
            let rest = rows.get(end..).unwrap_or_default().iter();
            let more = rest.take_while(|row| {
                let near = row.y - above <= row.size * 2;
                above = row.y;
                near && block.takes_below(row, all)
            });
            let more = more.count();
            block.end += more;
        }
        Some(block)
    }

    /// Keeps the widest room alone.
    fn widest(&mut self) {
        let widest = self.gutters.iter().max_by_key(|(from, to)| to - from);
        self.gutters = widest.copied().into_iter().collect();
    }

    /// Whether a row below goes on with the left side: an item of its list, or in the middle below its lines.
    fn takes_below(&self, row: &Row, rows: &[Row]) -> bool {
        let middle = |items: &[Item]| {
            let (first, last) = (items.first()?, items.last()?);
            Some(first.x.midpoint(last.right))
        };
        let own = middle(&row.items);
        let fits = self
            .gutters
            .iter()
            .all(|(from, to)| row.right() < from.midpoint(*to));
        let below = rows.iter().rev().take(FAR).any(|above| {
            let left = columns(above, &self.gutters)
                .first()
                .copied()
                .and_then(middle);
            left.zip(own)
                .is_some_and(|(left, own)| (left - own).abs() <= row.size / 2)
        });
        fits && (below || row.text().starts_with(['-', '+', '–']))
    }

    /// How many rows above are of the block too: high cells of a table's first row, all that stands above a header.
    fn above(&mut self, rows: &[Row], at: usize, is_first: bool) -> usize {
        let own = rows.get(at..self.end).unwrap_or_default();
        let sides = self.is_sides(own);
        let mut gutters = self.gutters.clone();
        let mut count = 0;
        let mut below = own.first().map_or(0, |row| row.y);
        let above = rows.get(..at).unwrap_or_default().iter().rev();
        for row in above.take(FAR) {
            let left = left_of(&gutters, row);
            let inner = gutters.get(1).is_some_and(|(_, to)| row.x() >= *to);
            let near = below - row.y <= row.size * 3;
            if left.len() < gutters.len() || !near || !(inner || sides) {
                break;
            }
            (gutters, below) = (left, row.y);
            count += 1;
        }
        if sides && !(is_first && count == at) {
            return 0;
        }
        self.gutters = gutters;
        count
    }

    /// Whether it places offices beside a motto, or recipients beside a signature.
    fn is_sides(&self, rows: &[Row]) -> bool {
        self.gutters.len() <= 2 && rows.iter().any(|row| side::places_row(&row.text()))
    }

    /// Writes its rows; whether it is a table.
    fn write(&self, rows: &[Row], out: &mut Vec<Part>) -> bool {
        if self.is_sides(rows) {
            for side in 0..=self.gutters.len() {
                let lines = rows.iter().filter_map(|row| {
                    let items = columns(row, &self.gutters).get(side).copied()?;
                    let width = items.last()?.right - items.first()?.x;
                    Some((joined(items), width))
                });
                out.extend(side::lines(lines.collect()).map(Part::Whole));
            }
            return false;
        }
        let mut cells: Vec<String> = Vec::new();
        let starts = starts(rows, &self.gutters);
        for (row, starts) in rows.iter().zip(starts) {
            if starts {
                put(&cells, out);
                cells = vec![String::new(); self.gutters.len() + 1];
            }
            for (cell, items) in cells.iter_mut().zip(columns(row, &self.gutters)) {
                let words = joined(items);
                if cell.is_empty() {
                    *cell = words;
                } else if !words.is_empty() {
                    glue(cell, &words);
                }
            }
        }
        put(&cells, out);
        true
    }
}

/// Puts a row of a table out; a blank first cell keeps its place.
fn put(cells: &[String], out: &mut Vec<Part>) {
    if cells.iter().all(String::is_empty) {
        return;
    }
    let mut line = cells.join("\t");
    if line.starts_with('\t') {
        line.insert(0, '–');
    }
    out.push(Part::Whole(line.trim_end().to_owned()));
}

/// Which rows of print begin a row of the table.
fn starts(rows: &[Row], gutters: &[Gutter]) -> Vec<bool> {
    let size = rows.iter().map(|row| row.size).max().unwrap_or(1);
    let downs: Vec<i64> = rows
        .windows(2)
        .map(|two| match two {
            [a, b] => b.y - a.y,
            _ => 0,
        })
        .collect();
    let pitch = downs.iter().copied().min().unwrap_or(0).max(size * 19 / 20);
    let is_far = |down: &i64| *down * 10 >= pitch * 13;
    let single = pitch * 20 > size * 29;
    let parted = downs.iter().any(is_far);
    let mut begun = false;
    let first = rows.iter().map(|row| {
        let own = columns(row, gutters)
            .first()
            .is_some_and(|cell| !cell.is_empty());
        let starts = own && begun;
        begun |= own;
        starts
    });
    let first: Vec<bool> = first.collect();
    let next = downs.iter().zip(first.iter().skip(1));
    let next = next.map(|(down, first)| single || if parted { is_far(down) } else { *first });
    std::iter::once(true).chain(next).collect()
}

/// What a row leaves of rooms.
fn left_of(gutters: &[Gutter], row: &Row) -> Vec<Gutter> {
    let left = gutters.iter().filter_map(|gutter| narrowed(*gutter, row));
    left.collect()
}

/// What a row leaves of a room; none where it is too little.
fn narrowed((from, to): Gutter, row: &Row) -> Option<Gutter> {
    let mut best: Option<Gutter> = None;
    let mut left = from;
    for item in row
        .items
        .iter()
        .filter(|item| item.right > from && item.x < to)
    {
        if item.x - left > best.map_or(0, |(from, to)| to - from) {
            best = Some((left, item.x));
        }
        left = left.max(item.right);
    }
    if to - left > best.map_or(0, |(from, to)| to - from) {
        best = Some((left, to));
    }
    best.filter(|(from, to)| (to - from) * 100 >= row.size * 35)
}

/// The pieces of a row by columns.
fn columns<'a>(row: &'a Row, gutters: &[Gutter]) -> Vec<&'a [Item]> {
    let mut found = Vec::new();
    let mut rest = row.items.as_slice();
    for (from, to) in gutters {
        let middle = from.midpoint(*to);
        let count = rest.iter().take_while(|item| item.x < middle).count();
        let (own, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        found.push(own);
        rest = others;
    }
    found.push(rest);
    found
}
