//! A piece of the document without marks and in lower case, in which every letter knows where it stood.

use crate::text::{fold_case, plain_letter};
use std::ops::Range;

/// What is recognised is looked for in `plain`; what is said is cut out of the document.
pub(super) struct Flat {
    /// The letters without marks, every run of blanks as one space, every dash as "-", asterisks of bold type left out.
    pub plain: String,
    /// Where each byte of `plain` stood in the document, and where the piece ends.
    at: Vec<usize>,
}

impl Flat {
    /// The piece `range` of the document `text`.
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let piece = text.get(range.clone()).unwrap_or_default();
        let mut plain = String::with_capacity(piece.len());
        let mut at = Vec::with_capacity(piece.len() + 1);
        for (offset, c) in piece.char_indices() {
            let kept = match c {
                '*' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => continue,
                '\t' => '\t',
                _ if c.is_whitespace() => ' ',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                '"' | '„' | '‟' => '“',
                '²' if plain.ends_with('m') => '2',
                '³' if plain.ends_with('m') => '3',
                // The mark of a footnote belongs to no word and to no number.
                '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' => ' ',
                _ => match plain_letter(c) {
                    Some(letter) => letter,
                    None => continue,
                },
            };
            if kept == ' ' && plain.ends_with([' ', '\t']) {
                continue;
            }
            plain.push(kept);
            at.resize(plain.len(), range.start + offset);
        }
        at.push(range.end);
        Self { plain, at }
    }

    /// Where a place of `plain` stood in the document.
    pub fn place(&self, at: usize) -> usize {
        let last = self.at.last().copied().unwrap_or_default();
        self.at.get(at).copied().unwrap_or(last)
    }

    /// The part of the document that a part of `plain` was made of, without blanks and asterisks at its ends.
    pub fn span(&self, text: &str, from: usize, to: usize) -> Range<usize> {
        let (start, end) = (self.place(from), self.place(to));
        let piece = text.get(start..end).unwrap_or_default();
        let blank = |c: char| c.is_whitespace() || c == '*';
        let ahead = piece.len() - piece.trim_start_matches(blank).len();
        let kept = piece.trim_matches(blank).len();
        start + ahead..start + ahead + kept
    }

    /// The letters of a part with their marks, in lower case.
    pub fn marked(&self, text: &str, from: usize, to: usize) -> String {
        fold_case(text.get(self.span(text, from, to)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Flat;

    #[test]
    fn every_letter_knows_its_place() {
        for (text, plain, word, written) in [
            (
                "**Phấn đấu**  100 %",
                "phan dau 100 %",
                "phan dau",
                "Phấn đấu",
            ),
            (
                "Pha\u{302}\u{301}n – đấu",
                "phan - dau",
                "phan",
                "Pha\u{302}\u{301}n",
            ),
            ("dòng\nsau", "dong sau", "dong sau", "dòng\nsau"),
            ("200 m² tranh", "200 m2 tranh", "m2", "m²"),
            ("¹Chương trình", " chuong trinh", "chuong", "Chương"),
            ("đạt 500² cây", "dat 500 cay", "500", "500"),
        ] {
            let flat = Flat::of(text, 0..text.len());
            assert_eq!(flat.plain, plain);
            let from = plain.find(word).unwrap();
            assert_eq!(&text[flat.span(text, from, from + word.len())], written);
        }
    }
}
