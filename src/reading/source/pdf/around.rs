//! What stands around the text of a page and is no part of it: page numbers, running heads, footnotes.

use super::row::Row;
use crate::text::fold;
use std::collections::BTreeMap;

/// How many rows at the top and at the bottom of a page may be a running head.
const OUTER: usize = 2;

/// Leaves out what stands around the pages.
pub(super) fn leave_out(pages: &mut [Vec<Row>]) {
    let body = body_size(pages);
    for rows in pages.iter_mut() {
        if rows.last().is_some_and(is_number) {
            rows.pop();
        }
        if rows.first().is_some_and(is_number) {
            rows.remove(0);
        }
        let small = rows.iter().rev();
        let small = small.take_while(|row| row.size * 100 <= body * 87).count();
        let notes = rows.split_off(rows.len() - small);
        let first = notes.iter().position(Row::is_note).unwrap_or(notes.len());
        rows.extend(notes.into_iter().take(first));
    }
    heads(pages);
}

/// The size of most letters.
fn body_size(pages: &[Vec<Row>]) -> i64 {
    let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
    for row in pages.iter().flatten() {
        *sizes.entry(row.size).or_default() += row.text().len();
    }
    let most = sizes.into_iter().max_by_key(|(_, letters)| *letters);
    most.map_or(0, |(size, _)| size)
}

/// "2", "- 2 -", "Trang 2", "2/10", at the edge of a page.
fn is_number(row: &Row) -> bool {
    let at_edge = row.y * 8 < row.height || row.y * 8 > row.height * 7;
    let text = fold(&row.text());
    let text = text.strip_prefix("trang").unwrap_or(&text);
    let text = text.replace("tren", "/");
    let bare: Vec<&str> = text
        .split(['/', '-', '–', '.', '|', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let digits = |part: &&str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    at_edge && matches!(bare.len(), 1 | 2) && bare.iter().all(digits)
}

/// Leaves out what stands at the same place of most pages. Of a table's first row the first stays.
fn heads(pages: &mut [Vec<Row>]) {
    let least = (pages.len() / 2 + 1).max(3);
    let mut seen: BTreeMap<(i64, String), usize> = BTreeMap::new();
    for row in pages.iter().flat_map(|rows| outer(rows)) {
        *seen.entry(key(row)).or_default() += 1;
    }
    let mut kept: Vec<(i64, String)> = Vec::new();
    for rows in pages {
        let len = rows.len();
        let mut at = 0;
        rows.retain(|row| {
            at += 1;
            if at > OUTER && at + OUTER <= len {
                return true;
            }
            let key = key(row);
            let again = seen.get(&key).is_some_and(|count| *count >= least);
            let first = row.items.len() > 2 && again && !kept.contains(&key);
            if first {
                kept.push(key);
            }
            first || !again
        });
    }
}

fn outer(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let len = rows.len();
    let is_outer = move |at: usize| at < OUTER || at + OUTER >= len;
    let all = rows.iter().enumerate();
    all.filter(move |(at, _)| is_outer(*at)).map(|(_, row)| row)
}

/// Where a row stands and what it says, but for numbers: those of pages count up.
fn key(row: &Row) -> (i64, String) {
    let letters = fold(&row.text());
    let letters = letters.chars().filter(|c| !c.is_ascii_digit()).collect();
    (row.y / 40, letters)
}
