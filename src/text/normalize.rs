//! Cleaning of typed and pasted text.

use std::borrow::Cow;

use super::letters;

/// What becomes of one character.
enum Fate {
    Keep(char),
    Drop,
    /// A mark that joins the letter before it.
    Mark,
    /// A zero-width joiner or a variation selector: part of an emoji, and dropped elsewhere.
    Joiner,
    /// A carriage return: a line break together with a line feed that follows it.
    Return,
}

/// The text as it was meant: trimmed, Vietnamese letters composed (NFC, the marks in any order), every kind of space as a
/// plain space, every kind of line break as `\n`, full-width letters, digits and punctuation as ASCII, and without
/// characters that show nothing (zero width, text direction, byte order mark, fillers, controls).
///
/// Line breaks, runs of spaces and smart quotes stay: they are prose. Cleaning twice changes nothing more.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches([' ', '\n', '\t', '\r']);
    if text
        .chars()
        .all(|c| matches!(fate(c), Fate::Keep(kept) if kept == c))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match fate(c) {
            Fate::Keep('\n') if after_return => {}
            Fate::Keep(kept) => out.push(kept),
            Fate::Drop => {}
            Fate::Mark => push_mark(&mut out, c),
            Fate::Joiner if out.chars().next_back().is_some_and(joins) => out.push(c),
            Fate::Joiner => {}
            Fate::Return => out.push('\n'),
        }
        after_return = matches!(fate(c), Fate::Return);
    }
    Cow::Owned(out.trim_matches([' ', '\n']).to_owned())
}

/// [`clean`], with every run of spaces and line breaks as one space.
#[must_use]
pub fn single_line(text: &str) -> Cow<'_, str> {
    let cleaned = clean(text);
    if !cleaned.contains('\n') && !cleaned.as_bytes().windows(2).any(|two| two == b"  ") {
        return cleaned;
    }
    let mut out = String::with_capacity(cleaned.len());
    for word in cleaned.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// The lines that are not blank, as they stand.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !is_blank(line))
}

/// Whether nothing is left of the text once it is cleaned.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(
            fate(c),
            Fate::Keep(' ' | '\n') | Fate::Drop | Fate::Joiner | Fate::Return
        )
    })
}

const fn fate(c: char) -> Fate {
    match c {
        ' '..='~' | '\n' => Fate::Keep(c),
        '\r' => Fate::Return,
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Keep('\n'),
        // The braille blank shows nothing either, although Unicode counts it among neither of the two kinds.
        '\u{2800}' => Fate::Keep(' '),
        _ if is_space(c) => Fate::Keep(' '),
        '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' => Fate::Joiner,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Fate::Drop,
        _ if is_ignorable(c) => Fate::Drop,
        '\u{FF01}'..='\u{FF5E}' => full_width(c),
        _ if letters::is_mark(c) => Fate::Mark,
        _ => Fate::Keep(c),
    }
}

/// What Unicode calls `White_Space`, line breaks and the plain space aside.
const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// What Unicode calls `Default_Ignorable_Code_Point`: it shows nothing where no font knows better.
const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Full-width forms stand in the order of ASCII, `！` to `～` for `!` to `~`.
const fn full_width(c: char) -> Fate {
    match char::from_u32(c as u32 - 0xFEE0) {
        Some(ascii) => Fate::Keep(ascii),
        None => Fate::Keep(c),
    }
}

/// Whether a joiner may follow: pictographs and the selectors after them.
const fn joins(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

fn push_mark(out: &mut String, mark: char) {
    let last = out.pop();
    match last.and_then(|letter| letters::compose(letter, mark)) {
        Some(letter) => out.push(letter),
        None => out.extend(last.into_iter().chain([mark])),
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use icu_properties::CodePointSetData;
    use icu_properties::props::DefaultIgnorableCodePoint;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{clean, is_blank, single_line};
    use crate::text::letters::tests::all_vowels;

    #[test]
    fn pasted_text_reads_as_it_was_meant() {
        for (typed, meant) in [
            ("  Tây Thạnh\t", "Tây Thạnh"),
            ("Ta\u{302}y Tha\u{323}nh", "Tây Thạnh"),
            ("e\u{301}\u{302}", "ế"),
            ("o\u{323}\u{31B}", "ợ"),
            ("8\u{A0}000", "8 000"),
            ("8\u{202F}000", "8 000"),
            ("\u{FEFF}30\u{200B}0", "300"),
            ("\u{202A}0903\u{202C}", "0903"),
            ("a\u{200B}\u{301}", "á"),
            ("８．０００，５％", "8.000,5%"),
            (
                "dòng 1\r\ndòng 2\rdòng 3\u{2028}dòng 4",
                "dòng 1\ndòng 2\ndòng 3\ndòng 4",
            ),
            ("“Ngày Chủ nhật xanh”", "“Ngày Chủ nhật xanh”"),
            ("hai  dấu cách", "hai  dấu cách"),
            ("👩\u{200D}🌾", "👩\u{200D}🌾"),
            ("a\u{200D}b", "ab"),
            ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
            ("3\u{FE0F}0", "30"),
            ("Thạnh\u{FE0F}", "Thạnh"),
            ("Tây\u{2800}Thạnh\u{3164}", "Tây Thạnh"),
            ("\u{301}a", "\u{301}a"),
            ("", ""),
        ] {
            assert_eq!(clean(typed), meant, "{typed:?}");
        }
    }

    #[test]
    fn clean_text_is_not_copied() {
        for text in [
            "8.000",
            " Phường Tây Thạnh ",
            "“Ngày Chủ nhật xanh”\nlần thứ 148",
        ] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn one_line_has_single_spaces() {
        for (typed, line) in [
            ("26\n  tháng\t3 ", "26 tháng 3"),
            ("a  b", "a b"),
            ("a b", "a b"),
            ("\n", ""),
        ] {
            assert_eq!(single_line(typed), line);
        }
    }

    #[test]
    fn blank_is_what_shows_nothing() {
        for (text, blank) in [
            ("", true),
            (" \n\t\u{A0}\u{200B}\u{FEFF}\r", true),
            (
                "\u{3164}\u{115F}\u{FE0F}\u{2800}\u{FFA0}\u{200D}\u{E0041}",
                true,
            ),
            ("0", false),
            ("\u{301}", false),
        ] {
            assert_eq!(is_blank(text), blank, "{text:?}");
        }
    }

    #[test]
    fn what_unicode_says_shows_nothing_is_blank() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        for c in '\0'..=char::MAX {
            let shows_nothing =
                ignorable.contains(c) || c.is_whitespace() || c.is_control() || c == '\u{2800}';
            assert_eq!(is_blank(&c.to_string()), shows_nothing, "{c:?}");
            assert_eq!(clean(&c.to_string()).is_empty(), shows_nothing, "{c:?}");
        }
    }

    #[test]
    fn every_vietnamese_letter_is_composed() {
        for vowel in all_vowels() {
            let apart: String = vowel.nfd().collect();
            assert_eq!(clean(&apart), vowel.to_string());
        }
    }

    fn vietnamese() -> impl Strategy<Value = String> {
        let letters: Vec<char> = all_vowels()
            .chain("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX ".chars())
            .collect();
        proptest::collection::vec(proptest::sample::select(letters), 0..40)
            .prop_map(|text| text.into_iter().collect())
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_text_are_the_same(text in vietnamese()) {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(clean(&apart), clean(&text));
            let nfc: String = apart.nfc().collect();
            prop_assert_eq!(clean(&apart), nfc.trim());
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>(), marks in "[aeouAE\u{300}-\u{31B}\u{323}\u{200B}\u{200D}\u{FE0E}\u{FE0F}\u{2800}\u{FF01}👩 \r\n]{0,12}") {
            for text in [text, marks] {
                let once = clean(&text).into_owned();
                prop_assert_eq!(clean(&once), once.as_str());
                let line = single_line(&text).into_owned();
                prop_assert_eq!(single_line(&line), line.as_str());
                prop_assert_eq!(is_blank(&text), once.is_empty());
            }
        }
    }
}
