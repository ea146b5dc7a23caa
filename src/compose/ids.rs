//! Identities out of titles.

use crate::plan::Id;
use crate::text::fold;

/// How long the part of an identity is that comes from a title; a number that tells it apart comes behind it.
const LONGEST: usize = 44;

/// An identity for what bears this title: its letters without marks, "trong-moi-cay-xanh", and a number where another has
/// it already. `spare` is for a title without any letter.
pub(super) fn made(title: &str, spare: &str, is_taken: impl Fn(&str) -> bool) -> Id {
    let mut stem = stem(title);
    if stem.is_empty() {
        spare.clone_into(&mut stem);
    }
    let mut number = 1_u32;
    loop {
        let text = if number == 1 {
            stem.clone()
        } else {
            [&stem, "-", &number.to_string()].concat()
        };
        // A stem is short and plain, so that it is one; a number that is none ends the search all the same.
        if !is_taken(&text)
            && let Ok(id) = Id::new(text)
        {
            return id;
        }
        number = number.saturating_add(1);
    }
}

fn stem(title: &str) -> String {
    let folded = fold(title);
    let mut stem = String::new();
    for word in folded.split(|sign: char| !sign.is_ascii_alphanumeric()) {
        let word: String = word.chars().take(LONGEST).collect();
        if word.is_empty() {
            continue;
        }
        if !stem.is_empty() && stem.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem.push_str(&word.to_ascii_lowercase());
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::made;

    #[test]
    fn an_identity_is_the_title_without_marks_and_told_apart_by_a_number() {
        let none = |_: &str| false;
        for (title, id) in [
            ("Trồng mới cây xanh", "trong-moi-cay-xanh"),
            ("Đoàn phường Tây Thạnh", "doan-phuong-tay-thanh"),
            ("  100 % cơ sở – Đoàn ", "100-co-so-doan"),
            ("…", "muc"),
        ] {
            assert_eq!(made(title, "muc", none).as_str(), id, "{title}");
        }
        let taken = |id: &str| matches!(id, "cay-xanh" | "cay-xanh-2");
        assert_eq!(made("Cây xanh", "muc", taken).as_str(), "cay-xanh-3");
        assert!(made(&"ừ ".repeat(500), "muc", none).as_str().len() <= 44);
    }
}
