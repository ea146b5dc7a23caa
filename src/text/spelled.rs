//! Numbers written in words: "hai mươi lăm", "một trăm linh hai", "mười nghìn".
//!
//! Marks tell ("năm" is five, "nam" is not; "tư" is four, "tu" is not), and one word by itself may be another word ("năm"
//! is a year, "ba" a father): whoever reads running text asks [`is_plain`] too.

/// The most words that one number takes.
const MOST: usize = 16;

/// The number with which some words begin, and how many of them it takes: "hai mươi lăm đoàn viên" is 25 and three words.
/// The words are in lower case with their marks. Of what is no number, or a number above 999 tỷ, nothing.
pub(crate) fn spelled<'a>(words: impl Fn(usize) -> &'a str) -> Option<(i64, usize)> {
    let mut total: i64 = 0;
    let mut at = 0;
    let mut above = u32::MAX;
    while at < MOST {
        let Some((part, len)) = below_thousand(&words, at, at > 0) else {
            break;
        };
        let power = scale(words(at + len)).filter(|power| *power < above);
        // "hai nghìn ba" is no way to write 2003, and what ends has no scale.
        let Some(power) = power else {
            if at == 0 || part >= 100 || words(at) == "không" || is_linked(words(at)) {
                return Some((total.checked_add(part)?, at + len));
            }
            break;
        };
        total = total.checked_add(part.checked_mul(10_i64.checked_pow(power)?)?)?;
        above = power;
        at += len + 1;
    }
    (at > 0).then_some((total, at))
}

/// Whether so many words are a number and nothing else: one word of them may be another word.
pub(crate) fn is_plain(len: usize, first: &str) -> bool {
    len > 1 || first == "mười"
}

fn scale(word: &str) -> Option<u32> {
    match word {
        "nghìn" | "ngàn" => Some(3),
        "triệu" => Some(6),
        "tỷ" | "tỉ" => Some(9),
        _ => None,
    }
}

fn is_linked(word: &str) -> bool {
    matches!(word, "linh" | "lẻ")
}

/// Less than a thousand; where a larger part stands before, it may begin with nothing in the hundreds.
fn below_thousand<'a>(
    words: &impl Fn(usize) -> &'a str,
    at: usize,
    inner: bool,
) -> Option<(i64, usize)> {
    let hundreds = if inner && words(at) == "không" {
        Some(0)
    } else {
        digit(words(at))
    };
    let Some(hundreds) = hundreds.filter(|_| words(at + 1) == "trăm") else {
        if inner && is_linked(words(at)) {
            return digit(words(at + 1)).map(|ones| (ones, 2));
        }
        return below_hundred(words, at);
    };
    let rest = if is_linked(words(at + 2)) {
        digit(words(at + 3)).map(|ones| (ones, 2))
    } else {
        below_hundred(words, at + 2).filter(|(value, _)| *value >= 10)
    };
    let (rest, len) = rest.unwrap_or_default();
    Some((hundreds * 100 + rest, 2 + len))
}

fn below_hundred<'a>(words: &impl Fn(usize) -> &'a str, at: usize) -> Option<(i64, usize)> {
    if words(at) == "mười" {
        let ones = match words(at + 1) {
            "lăm" | "nhăm" => Some(5),
            "năm" | "mốt" | "tư" => None,
            one => digit(one),
        };
        return Some(ones.map_or((10, 1), |ones| (10 + ones, 2)));
    }
    let first = digit(words(at))?;
    if words(at + 1) != "mươi" || first < 2 {
        return Some((first, 1));
    }
    let ones = match words(at + 2) {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" | "nhăm" => Some(5),
        "năm" => None,
        one => digit(one),
    };
    Some(ones.map_or((first * 10, 2), |ones| (first * 10 + ones, 3)))
}

fn digit(word: &str) -> Option<i64> {
    Some(match word {
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" => 4,
        "năm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
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
            let read = spelled(|at| words.get(at).copied().unwrap_or_default());
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
            let read = spelled(|at| words.get(at).copied().unwrap_or_default());
            assert_eq!(read, None, "{text}");
        }
    }
}
