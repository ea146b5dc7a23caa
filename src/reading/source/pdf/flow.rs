//! Lines into paragraphs: what the width of the page broke is one again.

use super::beside::Part;
use super::row::Row;
use crate::reading::marker::{bullet, marker};
use std::collections::BTreeMap;

/// The text of all parts, a paragraph or a row of a table a line.
pub(super) fn text(parts: &[Part]) -> String {
    let edge = Edge::of(parts);
    let mut out = String::new();
    let mut open: Option<Open<'_>> = None;
    for part in parts {
        match part {
            Part::Line(row) => {
                let words = row.text();
                let goes_on = open
                    .as_ref()
                    .is_some_and(|open| edge.goes_on(open, row, &words));
                if goes_on {
                    glue(&mut out, &words);
                } else {
                    line(&mut out);
                    out.push_str(&words);
                }
                let first = open
                    .as_ref()
                    .filter(|_| goes_on)
                    .map_or(row.x(), |open| open.first);
                let begins = !goes_on && is_item(&words);
                open = Some(Open {
                    row,
                    words,
                    first,
                    begins,
                });
            }
            Part::Whole(words) => {
                line(&mut out);
                out.push_str(words);
                open = None;
            }
        }
    }
    line(&mut out);
    out
}

fn line(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

/// Joins what a line broke: a blank stood there, but where a sign does that parts nothing.
pub(super) fn glue(out: &mut String, words: &str) {
    if out.ends_with('\u{AD}') {
        out.pop();
    } else {
        let mut end = out.chars().rev();
        let sign = end
            .next()
            .is_some_and(|c| matches!(c, '-' | '–' | '/' | '@' | '_'));
        let tight = sign && end.next().is_some_and(char::is_alphanumeric);
        if !(tight && words.starts_with(char::is_alphanumeric)) {
            out.push(' ');
        }
    }
    out.push_str(words);
}

/// Whether a line begins with a number or a dash of its own.
pub(super) fn is_item(line: &str) -> bool {
    bullet(line) > 0 || marker(line).is_some()
}

/// The line that was read last.
struct Open<'a> {
    row: &'a Row,
    words: String,
    /// Where the first line of its paragraph begins.
    first: i64,
    /// Whether it began with a number or dash.
    begins: bool,
}

/// How the lines of the document stand.
struct Edge {
    /// Where lines begin, and where full lines end.
    left: i64,
    right: i64,
    /// From one line of a paragraph down to the next, in hundredths of the size of the letters.
    pitch: i64,
}

impl Edge {
    fn of(parts: &[Part]) -> Self {
        let mut ends: BTreeMap<i64, usize> = BTreeMap::new();
        let mut left = i64::MAX;
        let mut pitches: BTreeMap<i64, usize> = BTreeMap::new();
        let mut last: Option<&Row> = None;
        for part in parts {
            let Part::Line(row) = part else {
                last = None;
                continue;
            };
            *ends.entry(row.right() / 20).or_default() += 1;
            left = left.min(row.x());
            let apart = last.filter(|last| last.size == row.size && row.y > last.y);
            if let Some(last) = apart {
                let pitch = (row.y - last.y) * 100 / row.size.max(1);
                *pitches.entry(pitch / 5).or_default() += 1;
            }
            last = Some(row);
        }
        // Full lines end where several do, and none beyond.
        let lines: usize = ends.values().sum();
        let several = 1 + lines / 40;
        let mut beyond = ends.iter().rev();
        let right = beyond.find(|(_, count)| **count >= several);
        let right = right
            .or_else(|| ends.last_key_value())
            .map_or(0, |(end, _)| *end);
        let pitch = pitches.iter().max_by_key(|(_, count)| **count);
        Self {
            left,
            right: right * 20 + 20,
            pitch: pitch.map_or(0, |(pitch, _)| *pitch * 5 + 5),
        }
    }

    fn is_middle(&self, row: &Row) -> bool {
        let (before, behind) = (row.x() - self.left, self.right - row.right());
        before > row.size && (before - behind).abs() <= row.size
    }

    /// Whether a row goes on with the paragraph whose last line is open.
    fn goes_on(&self, open: &Open<'_>, row: &Row, words: &str) -> bool {
        let (last, before) = (open.row, open.words.trim_end());
        let size = row.size.max(1);
        // More room than between lines parts paragraphs; from page to page nothing is known of it.
        let down = (row.y - last.y) * 100;
        let apart = down > 0 && self.pitch > 0 && down > size * self.pitch * 13 / 10;
        if apart || (row.size - last.size).abs() * 12 >= size {
            return false;
        }
        let end = before.chars().next_back();
        let ended = end.is_some_and(|c| matches!(c, '.' | ';' | ':' | '!' | '?' | '”' | ')'));
        // The next word had no room.
        let letters = count(words).max(1);
        let word = words.split_whitespace().next().map_or(1, count);
        let room = (row.right() - row.x()) * word / letters;
        let need = size / 4 + room * 9 / 10 + size / 4;
        let middle = self.is_middle(last);
        let full = if middle && self.is_middle(row) {
            last.right() - last.x() + need > self.right - self.left
        } else {
            last.right() + need > self.right
        };
        if is_item(words) {
            // A dash or number that a sentence happens to bring to the front of a line.
            let outward = row.x() + size / 2 < open.first;
            let by_chance = outward || between(before, words) || counts(before);
            return full && !ended && by_chance;
        }
        let small = !ended && words.starts_with(char::is_lowercase);
        // A first line stands farther in than what follows, a line of a list farther out.
        let inward = row.x() - last.x() > size * 3 / 5;
        // A title stands in the middle, and what follows it does not.
        let ends_title = middle && !self.is_middle(row);
        small || (full && !ends_title && (!inward || open.begins))
    }
}

fn count(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::from(u16::MAX))
}

/// Whether a dash stands between two numbers: "2021" and "- 2025".
fn between(before: &str, words: &str) -> bool {
    let after = words.get(bullet(words)..).unwrap_or_default();
    let digit = |c: char| c.is_ascii_digit();
    bullet(words) > 0 && before.ends_with(digit) && after.starts_with(digit)
}

/// Whether a line ends with a word behind which a number comes: "ngày", "Điều", "lần thứ".
fn counts(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    [
        "thứ", "ngày", "tháng", "năm", "số", "đến", "từ", "và", "nhất", "đợt", "quý", "lần",
        "trên", "khoản", "điểm", "mục", "phần", "kỳ", "khóa", "ít", "đạt", "-", "–",
    ]
    .iter()
    .any(|word| crate::text::fold_case(last) == **word)
}
