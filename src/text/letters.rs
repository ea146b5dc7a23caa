//! The letters of Vietnamese: twelve vowels, five tones, and how they are put together from their marks.

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const CIRCUMFLEX: char = '\u{302}';
const TILDE: char = '\u{303}';
const BREVE: char = '\u{306}';
const HOOK: char = '\u{309}';
const HORN: char = '\u{31B}';
const DOT: char = '\u{323}';

/// A vowel with its tones: level, huyền, sắc, hỏi, ngã, nặng.
type Row = [char; 6];

#[rustfmt::skip]
const VOWELS: [Row; 24] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'], ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'], ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'], ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'], ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'], ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'], ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'], ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'], ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
    ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ'], ['Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ'], ['Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ'],
    ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ'], ['Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ'], ['I', 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị'],
    ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ'], ['Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ'], ['Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ'],
    ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ'], ['Ư', 'Ừ', 'Ứ', 'Ử', 'Ữ', 'Ự'], ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ'],
];

/// The plain letter of each row of [`VOWELS`], in lower case.
const PLAIN: [char; 12] = ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'];

/// Whether `c` is a mark that [`compose`] may join to a vowel.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        GRAVE | ACUTE | CIRCUMFLEX | TILDE | BREVE | HOOK | HORN | DOT | '\u{340}' | '\u{341}'
    )
}

/// Whether `c` is any combining diacritical mark.
pub(super) const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The one letter for `letter` followed by `mark`; `None` if Vietnamese has no such letter.
///
/// The marks may come in any order: `e` with acute and then circumflex is `ế`, as the reader of the text sees it, although
/// Unicode's own composition would leave the circumflex apart.
pub(super) fn compose(letter: char, mark: char) -> Option<char> {
    let (row, tone) = place(letter)?;
    let (row, tone) = match mark {
        CIRCUMFLEX | BREVE | HORN => (row + shape(row % 12, mark)?, tone),
        _ if tone > 0 => return None,
        GRAVE | '\u{340}' => (row, 1),
        ACUTE | '\u{341}' => (row, 2),
        HOOK => (row, 3),
        TILDE => (row, 4),
        DOT => (row, 5),
        _ => return None,
    };
    VOWELS.get(row)?.get(tone).copied()
}

/// How many rows below the plain vowel the one with this shape stands.
const fn shape(vowel: usize, mark: char) -> Option<usize> {
    match (vowel, mark) {
        (0, BREVE) | (3 | 6, CIRCUMFLEX) | (9, HORN) => Some(1),
        (0, CIRCUMFLEX) | (6, HORN) => Some(2),
        _ => None,
    }
}

fn place(letter: char) -> Option<(usize, usize)> {
    VOWELS
        .iter()
        .enumerate()
        .find_map(|(row, tones)| Some((row, tones.iter().position(|c| *c == letter)?)))
}

/// The letter without marks and in lower case; any other character unchanged.
///
/// The Icelandic `ð`, which old fonts show for `đ`, counts as `d` too.
pub(super) fn plain(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        _ => place(c)
            .and_then(|(row, _)| PLAIN.get(row % 12))
            .copied()
            .unwrap_or(c),
    }
}

/// The letter in lower case; any other character unchanged.
pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'Đ' | 'ð' | 'Ð' => 'đ',
        _ => place(c)
            .and_then(|(row, tone)| VOWELS.get(row % 12)?.get(tone).copied())
            .unwrap_or(c),
    }
}

/// The letter as a capital; one that is none of Vietnamese unchanged.
fn upper(c: char) -> char {
    match c {
        'đ' => 'Đ',
        _ => place(c)
            .and_then(|(row, tone)| VOWELS.get(row % 12 + 12)?.get(tone).copied())
            .unwrap_or(c.to_ascii_uppercase()),
    }
}

/// The text with a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let mut out = String::with_capacity(text.len());
    out.extend(letters.next().map(upper));
    out.push_str(letters.as_str());
    out
}

/// The text with a small letter at its beginning; one that begins with an abbreviation, "ĐH", unchanged.
pub(crate) fn small(text: &str) -> String {
    let mut letters = text.chars();
    if letters.clone().nth(1).is_some_and(|c| lower(c) != c) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    out.extend(letters.next().map(lower));
    out.push_str(letters.as_str());
    out
}

/// Both letters with the tone on the first, where the second bears it: `o` and `à` become `ò` and `a`.
pub(super) fn tone_first(first: char, second: char) -> Option<(char, char)> {
    let ((first, level), (second, tone)) = (place(first)?, place(second)?);
    let row = |row: usize| VOWELS.get(row);
    (level == 0 && tone > 0).then_some(())?;
    Some((*row(first)?.get(tone)?, *row(second)?.first()?))
}

/// Whether `c` is a Vietnamese letter that ASCII lacks.
pub(super) fn is_marked_letter(c: char) -> bool {
    !c.is_ascii() && plain(c).is_ascii()
}

#[cfg(test)]
pub(super) mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{VOWELS, capital, compose, is_mark, plain};

    /// Every Vietnamese vowel with every tone, both cases.
    pub(in crate::text) fn all_vowels() -> impl Iterator<Item = char> {
        VOWELS.into_iter().flatten()
    }

    #[test]
    fn the_table_holds_what_unicode_says() {
        for vowel in all_vowels() {
            let mut parts = vowel.nfd();
            let base = parts.next().unwrap();
            assert_eq!(plain(vowel), base.to_ascii_lowercase(), "{vowel}");
            let marks: Vec<char> = parts.collect();
            assert!(marks.iter().all(|mark| is_mark(*mark)), "{vowel}");
            let composed = marks
                .iter()
                .try_fold(base, |letter, mark| compose(letter, *mark));
            assert_eq!(composed, Some(vowel));
        }
        assert_eq!(all_vowels().count(), 144);
    }

    #[test]
    fn marks_join_in_any_order() {
        for vowel in all_vowels() {
            let parts: Vec<char> = vowel.nfd().collect();
            if let [base, first, second] = parts[..] {
                let swapped = compose(base, second).and_then(|letter| compose(letter, first));
                assert_eq!(swapped, Some(vowel));
            }
        }
    }

    #[test]
    fn a_letter_takes_one_tone_and_one_shape() {
        for (letter, mark) in [
            ('á', '\u{300}'),
            ('â', '\u{306}'),
            ('i', '\u{302}'),
            ('n', '\u{303}'),
            ('đ', '\u{301}'),
        ] {
            assert_eq!(compose(letter, mark), None, "{letter}");
        }
    }

    #[test]
    fn dd_is_d() {
        assert_eq!(
            ['đ', 'Đ', 'ð', 'Ð', 'ñ', 'Q'].map(plain),
            ['d', 'd', 'd', 'd', 'ñ', 'q']
        );
    }

    #[test]
    fn a_text_begins_with_a_capital_of_vietnamese() {
        for (text, begun) in [
            ("tuần 1", "Tuần 1"),
            ("ở cơ sở", "Ở cơ sở"),
            ("đăng ký", "Đăng ký"),
            ("Ức", "Ức"),
            ("06 tháng", "06 tháng"),
            ("", ""),
        ] {
            assert_eq!(capital(text), begun);
        }
    }
}
