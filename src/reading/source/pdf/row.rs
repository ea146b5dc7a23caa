//! Rows: what stands on one line of a page, from the left to the right.

use super::{FARTHEST, Piece, Sheet};
use crate::order::sort;
use crate::text::clean;

/// A piece of a row.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub text: String,
    pub x: i64,
    pub right: i64,
    y: i64,
    size: i64,
    /// Whether blanks stood before and behind it.
    blank: (bool, bool),
}

/// All that stands on one line.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub items: Vec<Item>,
    pub y: i64,
    /// How large its letters are.
    pub size: i64,
    /// How high its page is.
    pub height: i64,
}

/// Blanks of this many in a row part what they stand between, as a tab does.
const PARTING: &str = "    ";

impl Row {
    pub fn x(&self) -> i64 {
        self.items.first().map_or(0, |item| item.x)
    }

    pub fn right(&self) -> i64 {
        self.items.iter().map(|item| item.right).max().unwrap_or(0)
    }

    pub fn text(&self) -> String {
        joined(&self.items)
    }

    /// Whether it begins with a small raised number, as a footnote does.
    pub fn is_note(&self) -> bool {
        self.items.first().is_some_and(|item| self.raises(item))
    }

    fn raises(&self, item: &Item) -> bool {
        let digits = item.text.chars().all(|c| c.is_ascii_digit());
        digits && item.size * 4 <= self.size * 3 && item.y * 8 < self.y * 8 - self.size
    }
}

/// The rows of a page, from the top down.
pub(super) fn rows(sheet: Sheet) -> Vec<Row> {
    let height = sheet.height.clamp(0, FARTHEST);
    let mut items: Vec<Item> = Vec::new();
    for piece in sheet.items {
        let inside = piece.x < sheet.width && piece.y < sheet.height.saturating_add(piece.size);
        if piece.upright && piece.size > 0 && inside {
            split(&piece, &mut items);
        }
    }
    sort(&mut items, |a, b| a.y.cmp(&b.y).then(a.x.cmp(&b.x)));
    let mut rows: Vec<Row> = Vec::new();
    for item in items {
        let last = rows.last_mut().filter(|row| {
            let size = row.size.max(item.size);
            (item.y - row.y).abs() * 20 <= size * 7
        });
        match last {
            Some(row) => {
                if item.size > row.size {
                    (row.y, row.size) = (item.y, item.size);
                }
                row.items.push(item);
            }
            None => rows.push(Row {
                y: item.y,
                size: item.size,
                height,
                items: vec![item],
            }),
        }
    }
    for row in &mut rows {
        sort(&mut row.items, |a, b| a.x.cmp(&b.x));
        let near = row.size / 5;
        // Bold type may be the same letters drawn twice.
        row.items
            .dedup_by(|b, a| a.text == b.text && b.x - a.x <= near && (b.y - a.y).abs() <= near);
        unraised(row);
    }
    rows
}

/// Leaves out the small raised numbers that point at footnotes; that of "m²" says what is counted.
fn unraised(row: &mut Row) {
    if row.is_note() {
        return;
    }
    let mut kept: Vec<Item> = Vec::with_capacity(row.items.len());
    for item in std::mem::take(&mut row.items) {
        let counts = kept.last().is_some_and(|last| last.text.ends_with('m'));
        if counts || !row.raises(&item) {
            kept.push(item);
        } else if let Some(last) = kept.last_mut() {
            // It leaves no room behind.
            last.right = last.right.max(item.right);
        }
    }
    row.items = kept;
}

/// A piece as the items that its many blanks part.
fn split(piece: &Piece, items: &mut Vec<Item>) {
    let (x, y) = (
        piece.x.clamp(-FARTHEST, FARTHEST),
        piece.y.clamp(-FARTHEST, FARTHEST),
    );
    let (width, size) = (piece.width.clamp(0, FARTHEST), piece.size.min(FARTHEST));
    let letters = count(&piece.text).max(1);
    let mut before = 0;
    for (n, part) in piece.text.split(PARTING).enumerate() {
        before += if n > 0 { 4 } else { 0 };
        let (start, end) = (before, before + count(part));
        before = end;
        let text = clean(part);
        if text.is_empty() {
            continue;
        }
        let ahead = count(part) - count(part.trim_start());
        let behind = count(part) - count(part.trim_end());
        let place = |at: i64| x + width * at / letters;
        items.push(Item {
            x: place(start + ahead),
            right: place(end - behind),
            y,
            size,
            blank: (ahead > 0, behind > 0),
            text: text.into_owned(),
        });
    }
}

fn count(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(FARTHEST)
}

/// The words of pieces beside each other: a blank where there is room for one.
pub(super) fn joined(items: &[Item]) -> String {
    let mut text = String::new();
    let mut last: Option<&Item> = None;
    for item in items {
        if let Some(last) = last {
            let apart = item.x - last.right;
            let roomy = apart * 100 > last.size.min(item.size) * 14;
            if roomy || ((last.blank.1 || item.blank.0) && apart > -last.size / 5) {
                text.push(' ');
            }
        }
        text.push_str(&item.text);
        last = Some(item);
    }
    // A mark may be a piece of its own behind its letter.
    clean(&text).into_owned()
}
