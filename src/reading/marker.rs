//! What a line begins with: the number of a heading or item, or a dash.

use crate::text::{fold, plain_letter};

/// How a part of the document is numbered, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Series {
    /// "Phần thứ nhất", "Chương II".
    Part,
    /// "A."
    Upper,
    /// "I."
    Roman,
    /// "Điều 1."
    Article,
    /// "1."
    Arabic,
    /// "1.1."
    Dotted,
    /// "a)", "đ)"
    Lower,
    /// "(1)"
    Bracketed,
}

/// A number in front of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub series: Series,
    /// Its place in its series, 1 for the first; of "1.2.3" the last number.
    pub ordinal: u32,
    /// As it is printed, without the sign after it: "I", "1.2", "(3)", "Phần thứ nhất".
    pub label: String,
    /// How many bytes of the line it takes, with what stands before and after it.
    pub len: usize,
}

/// How many bytes a dash or dot takes in front of a line, with the blanks around it; 0 where there is none.
pub(super) fn bullet(line: &str) -> usize {
    let start = blanks(line);
    let rest = line.get(start..).unwrap_or_default();
    let Some(sign) = rest.chars().next() else {
        return 0;
    };
    let after = rest.get(sign.len_utf8()..).unwrap_or_default();
    let is_bullet = match sign {
        '-' | '–' | '—' | '+' | '*' => {
            after.starts_with(char::is_whitespace)
                || (sign != '*' && after.starts_with(|c: char| c.is_alphabetic() || c == '*'))
        }
        '•' | '·' | '●' | '▪' | '■' | '◦' | '‣' | '\u{F0B7}' | '\u{F0A7}' | '✓' | '➢' => {
            true
        }
        _ => false,
    };
    if is_bullet {
        start + sign.len_utf8() + blanks(after)
    } else {
        0
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The number in front of a line.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let start = line.len()
        - line
            .trim_start_matches([' ', '\t', '*', '#', '\u{A0}'])
            .len();
    let rest = line.get(start..)?;
    let found = part(rest)
        .or_else(|| article(rest))
        .or_else(|| bracketed(rest))
        .or_else(|| digits(rest))
        .or_else(|| letters(rest))?;
    let after = rest.get(found.len..)?;
    let gap = after.len() - after.trim_start_matches([' ', '\t', '*', '\u{A0}']).len();
    Some(Marker {
        len: start + found.len + gap,
        ..found
    })
}

const ORDINALS: [&str; 10] = [
    "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi",
];

/// "Phần thứ nhất", "PHẦN II.", "Chương 1:".
fn part(rest: &str) -> Option<Marker> {
    let mut words = rest.split_inclusive([' ', '\u{A0}']);
    let first = words.next()?;
    if !matches!(fold(first).as_str(), "phan" | "chuong") || !first.starts_with(char::is_uppercase)
    {
        return None;
    }
    let mut len = first.len();
    let mut second = words.next()?;
    let counted = fold(second) == "thu";
    if counted {
        len += second.len();
        second = words.next()?;
    }
    // A line break may follow at once, and what follows it is the title.
    let second = second.split('\n').next()?;
    let bare = second.trim_end_matches([' ', '.', ':', '-', '–', '*', '\u{A0}']);
    let ordinal = if counted {
        let place = ORDINALS.iter().position(|word| *word == fold(bare))?;
        u32::try_from(place).ok()? + 1
    } else {
        roman(bare)
            .or_else(|| bare.parse().ok())
            .or_else(|| upper(bare))?
    };
    let label = rest.get(..len + bare.len())?.trim().to_owned();
    Some(Marker {
        series: Series::Part,
        ordinal,
        label,
        len: len + second.len(),
    })
}

/// "Điều 1.", "Điều 12:".
fn article(rest: &str) -> Option<Marker> {
    let (first, tail) = rest.split_once([' ', '\u{A0}'])?;
    if fold(first) != "dieu" || !first.starts_with(['Đ', 'D']) {
        return None;
    }
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = tail.get(..digits).filter(|_| digits < 4)?.parse().ok()?;
    let after = tail.get(digits..)?;
    let sign = after.starts_with(['.', ':']) || after.is_empty();
    let len = rest.len() - after.len();
    sign.then(|| Marker {
        series: Series::Article,
        ordinal,
        label: rest.get(..len).unwrap_or_default().to_owned(),
        len: len + usize::from(!after.is_empty()),
    })
}

/// "(1)", "(a)".
fn bracketed(rest: &str) -> Option<Marker> {
    let inside = rest.strip_prefix('(')?.split(')').next()?;
    let ordinal = inside.parse().ok().or_else(|| lower(inside))?;
    let len = inside.len() + 2;
    (inside.len() <= 2 && rest.len() > len).then(|| Marker {
        series: Series::Bracketed,
        ordinal,
        label: format!("({inside})"),
        len,
    })
}

/// "1.", "1)", "1/", "1 -", "1.2.", "1.2".
fn digits(rest: &str) -> Option<Marker> {
    let mut label = 0;
    let mut parts = 0;
    let mut ordinal = 0;
    loop {
        let tail = rest.get(label..)?;
        let tail = if parts == 0 {
            tail
        } else {
            tail.strip_prefix('.')?
        };
        let len = tail.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 || len > 2 {
            break;
        }
        ordinal = tail.get(..len)?.parse().ok()?;
        label = rest.len() - tail.len() + len;
        parts += 1;
        if !rest.get(label..)?.starts_with('.') {
            break;
        }
    }
    let after = rest.get(label..)?;
    // "10.000 cây", "1,5 km": a number and no numbering.
    if parts == 0 || after.starts_with(|c: char| c.is_ascii_digit() || c == ',') {
        return None;
    }
    if after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let sign =
        sign(after).or_else(|| (parts > 1 && after.starts_with([' ', '\t'])).then_some(1))?;
    Some(Marker {
        series: if parts > 1 {
            Series::Dotted
        } else {
            Series::Arabic
        },
        ordinal,
        label: rest.get(..label)?.to_owned(),
        len: label + sign,
    })
}

/// The sign after a number and a letter: ".", ")", "/", ":", or a dash with a space or a capital after it.
fn sign(after: &str) -> Option<usize> {
    let first = after.chars().next()?;
    let tail = after.get(first.len_utf8()..)?;
    let opens = |tail: &str| {
        let tail = tail.trim_start_matches('*');
        tail.is_empty()
            || tail.starts_with(|c: char| c.is_whitespace() || c.is_uppercase() || c == '“')
    };
    match first {
        '.' | ')' | '/' => {
            let more = tail
                .chars()
                .next()
                .filter(|c| matches!(c, '-' | '/' | ')' | '.'));
            let len = more.map_or(0, char::len_utf8);
            opens(tail.get(len..)?).then_some(1 + len)
        }
        ':' => opens(tail).then_some(1),
        '-' | '–' => opens(tail).then_some(first.len_utf8()),
        ' ' => {
            let dash = tail.chars().next().filter(|c| matches!(c, '-' | '–'))?;
            let title = tail.get(dash.len_utf8()..)?.trim_start();
            title
                .starts_with(char::is_uppercase)
                .then_some(1 + dash.len_utf8())
        }
        _ => None,
    }
}

/// "I.", "A.", "a)".
fn letters(rest: &str) -> Option<Marker> {
    let len = rest.find(|c: char| !c.is_alphabetic())?;
    let word = rest.get(..len)?;
    let sign = sign(rest.get(len..)?)?;
    let (series, ordinal) = if let Some(ordinal) = roman(word) {
        (Series::Roman, ordinal)
    } else if let Some(ordinal) = upper(word) {
        (Series::Upper, ordinal)
    } else {
        (Series::Lower, lower(word)?)
    };
    Some(Marker {
        series,
        ordinal,
        label: word.to_owned(),
        len: len + sign,
    })
}

/// A Roman number up to 39 in capitals.
fn roman(word: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut last = 0;
    if word.is_empty() || word.len() > 7 {
        return None;
    }
    for letter in word.chars().rev() {
        let value = match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        if value < last {
            total = total.checked_sub(value)?;
        } else {
            total += value;
        }
        last = value;
    }
    Some(total)
}

/// The letters in the order in which sections are lettered.
const ALPHABET: &str = "abcdđeghiklmnopqrstuvxy";

fn lower(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    // Some letter "f" between e and g.
    let letter = if letter == 'f' { 'g' } else { letter };
    let place = ALPHABET.chars().position(|each| each == letter)?;
    u32::try_from(place).ok().map(|place| place + 1)
}

fn upper(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    if !letter.is_uppercase() {
        return None;
    }
    let small = if letter == 'Đ' {
        'đ'
    } else {
        plain_letter(letter)?
    };
    lower(small.to_string().as_str())
}

/// What a letter that is also a Roman number is as a letter: "C", "D", "I", "V", "X".
pub(super) fn as_upper(label: &str) -> Option<u32> {
    upper(label)
}

#[cfg(test)]
mod tests {
    use super::{Series, bullet, marker};

    #[test]
    fn numbers_in_front_of_lines() {
        use Series::{Arabic, Bracketed, Dotted, Lower, Part, Roman, Upper};
        for (line, expected) in [
            ("I. MỤC ĐÍCH", Some((Roman, 1, "I", "MỤC ĐÍCH"))),
            ("II- CHỈ TIÊU", Some((Roman, 2, "II", "CHỈ TIÊU"))),
            ("IV/ TỔ CHỨC", Some((Roman, 4, "IV", "TỔ CHỨC"))),
            ("1 - Mục đích", Some((Arabic, 1, "1", "Mục đích"))),
            ("1) Chăm lo", Some((Arabic, 1, "1", "Chăm lo"))),
            ("1.1. Cấp quận:", Some((Dotted, 1, "1.1", "Cấp quận:"))),
            ("2.3 Cơ sở", Some((Dotted, 3, "2.3", "Cơ sở"))),
            ("**1.** Mục", Some((Arabic, 1, "1", "Mục"))),
            ("a) Cấp huyện", Some((Lower, 1, "a", "Cấp huyện"))),
            ("đ. Tổ chức", Some((Lower, 5, "đ", "Tổ chức"))),
            ("Đ. TỔ CHỨC", Some((Upper, 5, "Đ", "TỔ CHỨC"))),
            ("(10) Trồng cây", Some((Bracketed, 10, "(10)", "Trồng cây"))),
            ("Phần thứ hai", Some((Part, 2, "Phần thứ hai", ""))),
            ("PHẦN I: MỤC TIÊU", Some((Part, 1, "PHẦN I", "MỤC TIÊU"))),
            (
                "Điều 2. Điểm trừ",
                Some((Series::Article, 2, "Điều 2", "Điểm trừ")),
            ),
            ("Điều 5 Luật Thanh niên", None),
            ("10.000 cây xanh", None),
            ("1,5 km đường", None),
            ("19/3 ra quân", None),
            ("03 lớp tập huấn", None),
            ("Phần thi thứ nhất", None),
            ("TP. Hồ Chí Minh", None),
            ("- Tổ chức", None),
        ] {
            let read = marker(line);
            let read = read.as_ref().map(|marker| {
                let title = &line[marker.len..];
                (marker.series, marker.ordinal, marker.label.as_str(), title)
            });
            assert_eq!(read, expected, "{line}");
        }
    }

    #[test]
    fn dashes_and_dots() {
        for (line, rest) in [
            ("- Tổ chức", "Tổ chức"),
            ("  + Thăm", "Thăm"),
            ("–Thăm", "Thăm"),
            ("• Thăm", "Thăm"),
            ("**Đậm**", "**Đậm**"),
            ("Thăm", "Thăm"),
        ] {
            assert_eq!(&line[bullet(line)..], rest, "{line}");
        }
    }
}
