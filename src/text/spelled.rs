//! Numbers written in words: "hai mươi lăm", "một trăm linh hai", "mười nghìn".
//!
//! Marks tell ("năm" is five, "nam" is not; "tư" is four, "tu" is not), and one word by itself may be another word ("năm"
//! is a year, "ba" a father): whoever reads running text asks [`is_plain`] too.

/// The most words that one number takes.
const MOST: usize = 16;

/// Whether the word at a place is this one, which is in lower case with its marks.
type Is<'a> = &'a dyn Fn(usize, &str) -> bool;

/// The number with which some words begin, and how many of them it takes: "hai mươi lăm đoàn viên" is 25 and three words.
/// Of what is no number, or a number above 999 tỷ, nothing.
pub(crate) fn spelled(is: Is<'_>) -> Option<(i64, usize)> {
    let mut total: i64 = 0;
    let mut at = 0;
    let mut above = u32::MAX;
    while at < MOST {
        let Some((part, len)) = below_thousand(is, at, at > 0) else {
            break;
        };
        let next = at + len;
        let power = found(is, next, &SCALES).filter(|power| *power < above);
        // "hai nghìn ba" is no way to write 2003, and what ends has no scale.
        let Some(power) = power else {
            if at == 0 || part >= 100 || is(at, "không") || is_linked(is, at) {
                return Some((total.checked_add(part)?, next));
            }
            break;
        };
        total = total.checked_add(part.checked_mul(10_i64.checked_pow(power)?)?)?;
        above = power;
        at = next + 1;
    }
    (at > 0).then_some((total, at))
}

/// Whether so many words are a number and nothing else: one word of them may be another word.
pub(crate) fn is_plain(len: usize, first: &str) -> bool {
    len > 1 || first == "mười"
}

/// Digits in words.
pub(crate) const DIGITS: [(&str, i64); 10] = [
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// Powers of ten.
const SCALES: [(&str, u32); 5] = [
    ("nghìn", 3),
    ("ngàn", 3),
    ("triệu", 6),
    ("tỷ", 9),
    ("tỉ", 9),
];

fn found<T: Copy>(is: Is<'_>, at: usize, words: &[(&str, T)]) -> Option<T> {
    let row = words.iter().find(|(word, _)| is(at, word));
    row.map(|(_, value)| *value)
}

fn digit(is: Is<'_>, at: usize) -> Option<i64> {
    found(is, at, &DIGITS)
}

fn is_linked(is: Is<'_>, at: usize) -> bool {
    is(at, "linh") || is(at, "lẻ")
}

/// Less than a thousand; where a larger part stands before, it may begin with nothing in the hundreds.
fn below_thousand(is: Is<'_>, at: usize, inner: bool) -> Option<(i64, usize)> {
    if !is(at + 1, "trăm") {
        if inner && is_linked(is, at) {
            return digit(is, at + 1).map(|ones| (ones, 2));
        }
        return below_hundred(is, at);
    }
    let hundreds = if inner && is(at, "không") {
        0
    } else {
        digit(is, at)?
    };
    let rest = if is_linked(is, at + 2) {
        digit(is, at + 3).map(|ones| (ones, 2))
    } else {
        below_hundred(is, at + 2).filter(|(value, _)| *value >= 10)
    };
    let (rest, len) = rest.unwrap_or_default();
    Some((hundreds * 100 + rest, 2 + len))
}

fn below_hundred(is: Is<'_>, at: usize) -> Option<(i64, usize)> {
    let (tens, next) = if is(at, "mười") {
        (10, at + 1)
    } else {
        let first = digit(is, at)?;
        if first < 2 || !is(at + 1, "mươi") {
            return Some((first, 1));
        }
        (first * 10, at + 2)
    };
    let ones = match found(is, next, &[("lăm", 5), ("nhăm", 5)]) {
        Some(five) => Some(five),
        // "Mười năm" and "hai mươi năm" are years.
        None if is(next, "năm") => None,
        None if tens > 10 => found(is, next, &[("mốt", 1), ("tư", 4)]).or_else(|| digit(is, next)),
        None => digit(is, next),
    };
    Some(ones.map_or((tens, next - at), |ones| (tens + ones, next - at + 1)))
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn numbers_in_words() {
        for (text, value, len) in [
            ("một buổi", 1, 1),
            ("mười chi đoàn", 10, 1),
            ("mười lăm công trình", 15, 2),
            ("mười năm qua", 10, 1),
            ("hai mươi đoàn viên", 20, 2),
            ("hai mươi lăm đoàn viên", 25, 3),
            ("ba mươi mốt ngày", 31, 3),
            ("hai mươi năm", 20, 2),
            ("một trăm cây", 100, 2),
            ("một trăm linh hai cây", 102, 4),
            ("hai trăm năm mươi suất", 250, 4),
            ("năm trăm triệu đồng", 500_000_000, 3),
            ("một tỷ hai trăm triệu đồng", 1_200_000_000, 5),
            ("mười nghìn cây", 10_000, 2),
            ("hai nghìn không trăm linh ba", 2003, 6),
            ("ba nghìn năm trăm lượt", 3500, 4),
            ("hai ba lần", 2, 1),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let read = spelled(&|at, word| words.get(at) == Some(&word));
            assert_eq!(read, Some((value, len)), "{text}");
        }
    }

    #[test]
    fn words_that_are_no_number() {
        for text in [
            "trăm năm",
            "mươi người",
            "nghìn cây",
            "không",
            "linh hoạt",
            "",
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let read = spelled(&|at, word| words.get(at) == Some(&word));
            assert_eq!(read, None, "{text}");
        }
    }
}
