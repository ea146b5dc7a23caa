//! Characters that do something instead of standing there: they move a terminal's cursor, break a line, or turn the
//! letters around them.

/// Whether a character is a control character, a line break or tab among them, or changes the direction of others.
///
/// What shows nothing and steers nothing is none of them: joiners hold an emoji together, and spaces of no width part
/// the words of other scripts.
#[must_use]
pub const fn is_active(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{61C}'
            | '\u{200E}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// The first character in a text that must not be there, with its place counted from 1. Where a text may have `lines`,
/// tabs and line breaks may be there, also those of two characters that Windows writes.
#[must_use]
pub fn first_active(text: &str, lines: bool) -> Option<(usize, char)> {
    // Few letters begin with a byte with which one of them begins, so that most texts are passed over at once: some
    // bytes at a time, without stopping at each.
    let some = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |any, byte| any | may_begin_one(*byte))
    };
    if !text.as_bytes().chunks(32).any(some) {
        return None;
    }
    let mut characters = (1..).zip(text.chars()).peekable();
    while let Some((at, c)) = characters.next() {
        let breaks = match c {
            '\n' | '\t' => true,
            '\r' => matches!(characters.peek(), Some((_, '\n'))),
            _ => false,
        };
        if is_active(c) && !(lines && breaks) {
            return Some((at, c));
        }
    }
    None
}

/// Whether an active character may begin with that byte of UTF-8.
const fn may_begin_one(byte: u8) -> bool {
    matches!(byte, 0..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE2)
}

#[cfg(test)]
mod tests {
    use super::{first_active, is_active};
    use crate::text::{clean, single_line};
    use icu_properties::CodePointMapData;
    use icu_properties::props::BidiClass;
    use proptest::prelude::*;

    #[test]
    fn what_unicode_says_steers_others_is_active() {
        let class = CodePointMapData::<BidiClass>::new();
        // Marks without a width that have the class of letters stand in no list of controls.
        let marks = ['\u{61C}', '\u{200E}', '\u{200F}', '\u{2028}', '\u{2029}'];
        let steering = [
            BidiClass::LeftToRightEmbedding,
            BidiClass::LeftToRightOverride,
            BidiClass::RightToLeftEmbedding,
            BidiClass::RightToLeftOverride,
            BidiClass::PopDirectionalFormat,
            BidiClass::LeftToRightIsolate,
            BidiClass::RightToLeftIsolate,
            BidiClass::FirstStrongIsolate,
            BidiClass::PopDirectionalIsolate,
        ];
        for c in '\0'..=char::MAX {
            let steers = c.is_control() || marks.contains(&c) || steering.contains(&class.get(c));
            assert_eq!(is_active(c), steers, "{c:?}");
        }
    }

    #[test]
    fn it_is_found_with_its_place_and_lines_may_break_where_there_are_lines() {
        for (text, line, lines) in [
            ("Trồng cây", None, None),
            (
                "👩\u{200D}🌾 ❤\u{FE0F} a\u{200C}b\u{200B}c\u{FEFF}",
                None,
                None,
            ),
            ("Đợt 1\nĐợt 2", Some((6, '\n')), None),
            ("Đợt 1\r\nĐợt\t2", Some((6, '\r')), None),
            ("Đợt 1\rĐợt 2", Some((6, '\r')), Some((6, '\r'))),
            ("Đợt 1\r", Some((6, '\r')), Some((6, '\r'))),
            ("\u{1B}[2J", Some((1, '\u{1B}')), Some((1, '\u{1B}'))),
            ("a\n\u{202E}b", Some((2, '\n')), Some((3, '\u{202E}'))),
        ] {
            assert_eq!(first_active(text, false), line, "{text:?}");
            assert_eq!(first_active(text, true), lines, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_cleaned_text_holds_none(text in any::<String>(), odd in "[a\r\n\t\u{1}\u{85}\u{9B}\u{200E}\u{2028}\u{202E}\u{2066}]{0,12}") {
            for text in [text, odd] {
                prop_assert_eq!(first_active(&clean(&text), true), None);
                prop_assert_eq!(first_active(&single_line(&text), false), None);
            }
        }
    }
}
