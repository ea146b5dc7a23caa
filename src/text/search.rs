//! Search without marks or case.

use super::letters;
use super::normalize::clean;

/// The text for comparison: words without marks and in lower case, one space between them, no punctuation.
///
/// `Phường Tây Thạnh` becomes `phuong tay thanh`; `hoà` and `hòa` are the same, and so are `Đ` and `d`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in plain(text)
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
    {
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

/// The text cleaned, without marks and in lower case, its punctuation and spaces kept.
pub(super) fn plain(text: &str) -> String {
    clean(text)
        .chars()
        .filter(|c| !letters::is_combining(*c))
        .map(letters::plain)
        .collect()
}

/// Letters and digits of any script, so that a name in another one can be found too.
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

    use super::{fold, matches};

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
        fn every_text_finds_itself(text in any::<String>()) {
            prop_assert!(matches(&text, &text));
        }
    }
}
