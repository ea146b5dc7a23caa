//! The lines of one side of a header or of a signature: offices, a motto, recipients.

use super::flow::{glue, is_item};
use crate::reading::source::page::places;
use crate::text::fold;

/// What the name of an office begins with: it goes on with no line above.
const OFFICES: [&str; 30] = [
    "ban",
    "bch",
    "btv",
    "hoi",
    "doan",
    "dang",
    "ubnd",
    "uy ban",
    "cong doan",
    "phong",
    "truong",
    "so",
    "lien",
    "thanh doan",
    "tinh doan",
    "quan doan",
    "huyen doan",
    "xa doan",
    "phuong doan",
    "chi",
    "mat tran",
    "trung tam",
    "trung uong",
    "to",
    "thanh uy",
    "quan uy",
    "cong hoa",
    "bo",
    "khoi",
    "lien doan",
];

/// Whom a paper is signed for: below it stands who signs.
const FOR: [&str; 6] = ["tm ", "t m ", "kt ", "tl ", "tuq ", "thay mat"];

/// Whether a row says what stands in a header or above a signature; "Số lượng" says what a column counts.
pub(super) fn places_row(line: &str) -> bool {
    let counts = line
        .strip_prefix("Số ")
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    places(line) && !counts
}

/// The lines of a side with their widths, what its width broke joined.
pub(super) fn lines(all: Vec<(String, i64)>) -> impl Iterator<Item = String> {
    let widest = all.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let mut found: Vec<String> = Vec::new();
    let mut last = 0;
    for (words, width) in all {
        let full = last * 10 >= widest * 7;
        match found
            .last_mut()
            .filter(|before| full && goes_on(before, &words))
        {
            Some(before) => glue(before, &words),
            None => found.push(words),
        }
        last = width;
    }
    found.into_iter()
}

fn goes_on(before: &str, words: &str) -> bool {
    let ended = before.ends_with(['.', ';', ':', '*']);
    if ended || is_item(words) || !words.starts_with(char::is_alphanumeric) {
        return false;
    }
    let capital = |line: &str| !line.chars().any(char::is_lowercase);
    if capital(before) != capital(words) {
        return words.starts_with(|c: char| c.is_ascii_digit()) && !capital(before);
    }
    if !capital(words) {
        let small = words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        return small || is_item(before);
    }
    let (before, words) = (fold(before), fold(words) + " ");
    let office = |name: &&str| {
        words
            .strip_prefix(*name)
            .is_some_and(|rest| rest.starts_with([' ', '.']))
    };
    let signs = FOR.iter().any(|sign| before.starts_with(sign));
    !signs && !OFFICES.iter().any(office)
}
