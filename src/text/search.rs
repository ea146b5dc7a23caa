//! Search without marks or case.

use super::letters;
use super::normalize::clean;

/// The text for comparison: words without marks and in lower case, one space between them, no punctuation.
///
/// `Phường Tây Thạnh` becomes `phuong tay thanh`; `hoà` and `hòa` are the same, and so are `Đ` and `d`.
#[must_use]
pub fn fold(text: &str) -> String {
    words(&plain(text))
}

/// The text for comparison where marks tell: like [`fold`], but with the marks, and the tone where one place is as
/// right as the other on the first of the two letters: `Phường Hoà Thạnh` becomes `phường hòa thạnh`.
#[must_use]
pub fn fold_case(text: &str) -> String {
    let lower: String = clean(text).chars().map(letters::lower).collect();
    let mut out = String::with_capacity(lower.len());
    for word in words(&lower).split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut before = word.chars();
        let last = (before.next_back(), before.next_back());
        if let (Some(second), Some(first @ ('o' | 'u'))) = last
            && matches!(letters::plain(second), 'a' | 'e' | 'y')
            && let Some((first, second)) = letters::tone_first(first, second)
        {
            out.push_str(before.as_str());
            out.extend([first, second]);
        } else {
            out.push_str(word);
        }
    }
    out
}

fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether every word of `needle` begins some word of `haystack`, marks and case aside: `tay thanh` and `t thanh` find
/// `Phường Tây Thạnh`. A blank needle finds everything.
#[must_use]
pub fn matches(haystack: &str, needle: &str) -> bool {
    let haystack = fold(haystack);
    fold(needle)
        .split(' ')
        .all(|wanted| haystack.split(' ').any(|word| word.starts_with(wanted)))
}

/// What stands before and after the first place of `word` in a text. What the library has for it weighs two kilobytes in the
/// wasm.
pub(crate) fn around<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let mut places = text.as_bytes().windows(word.len().max(1));
    let start = places.position(|here| here == word.as_bytes())?;
    Some((text.get(..start)?, text.get(start + word.len()..)?))
}

/// What follows the first place of `word` in a text.
pub(crate) fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    around(text, word).map(|(_, behind)| behind)
}

/// The text cleaned, without marks and in lower case, its punctuation and spaces kept.
#[must_use]
pub fn plain(text: &str) -> String {
    clean(text)
        .chars()
        .filter(|c| !letters::is_combining(*c))
        .map(letters::plain)
        .collect()
}

/// Letters and digits of any script, so that a name in another one can be found too.
/// One letter as [`plain`] writes it; nothing for a mark, which the letter before it has taken in. Whoever has to know
/// where each letter stood prepares a text letter by letter.
#[must_use]
pub fn plain_letter(c: char) -> Option<char> {
    (!letters::is_combining(c)).then(|| letters::plain(c))
}

const fn is_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => {
            false
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, fold_case, matches};

    #[test]
    fn marks_case_and_punctuation_do_not_count() {
        for (text, folded) in [
            ("Phường Tây Thạnh", "phuong tay thanh"),
            ("PHÚ THỌ HÒA", "phu tho hoa"),
            ("Phú Thọ Hoà", "phu tho hoa"),
            ("Đoàn 11 phường", "doan 11 phuong"),
            (
                "“Ngày Đoàn viên – Ngày làm việc tốt”",
                "ngay doan vien ngay lam viec tot",
            ),
            ("Ea H'leo", "ea h leo"),
            ("  ", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn marks_count_where_case_alone_is_folded() {
        for (text, folded) in [
            ("Phường Hoà Thạnh", "phường hòa thạnh"),
            ("PHÚ THỌ HÒA", "phú thọ hòa"),
            ("Uỷ ban, Ủy ban", "ủy ban ủy ban"),
            ("Lê Trọng Tấn – Tân Bình", "lê trọng tấn tân bình"),
            ("ĐỒNG KHỞI (Ta\u{302}n Phú)", "đồng khởi tân phú"),
            ("Ea H'leo", "ea h leo"),
            ("", ""),
        ] {
            assert_eq!(fold_case(text), folded);
        }
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        for (haystack, needle, found) in [
            ("Phường Tây Thạnh", "tay thanh", true),
            ("Phường Tây Thạnh", "TÂY THẠNH", true),
            ("Phường Tây Thạnh", "Ta\u{302}y", true),
            ("Phường Tây Thạnh", "thanh tay", true),
            ("Phường Tây Thạnh", "t th", true),
            ("Phường Tây Thạnh", "p. tay", true),
            ("Phường Tây Thạnh", "", true),
            ("", "", true),
            ("", "tay", false),
            ("Phường Tây Thạnh", "anh", false),
            ("Phường Tây Thạnh", "son ky", false),
            ("Phường Hòa Thạnh", "hoà", true),
            ("Công an quận", "cong doan", false),
        ] {
            assert_eq!(matches(haystack, needle), found, "{needle} in {haystack}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
        }

        #[test]
        fn folding_case_keeps_what_folding_keeps(text in any::<String>()) {
            let once = fold_case(&text);
            prop_assert_eq!(&fold_case(&once), &once);
            prop_assert_eq!(fold(&once), fold(&text));
        }

        #[test]
        fn every_text_finds_itself(text in any::<String>()) {
            prop_assert!(matches(&text, &text));
        }
    }
}
