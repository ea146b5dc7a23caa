//! Numbers and rates in the words of a target.

use crate::text::{fold, is_plain, parse_count, parse_dong, parse_percent, spelled};

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Number {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends, its percent sign included.
    pub end: usize,
    /// The number; of money in đồng, of a rate in hundredths of a percent.
    pub value: i64,
    /// Whether it is a rate.
    pub percent: bool,
}

/// All numbers of a text in lower case, with or without marks: "01", "3.000", "98,5%", "02 ty dong". Parts of dates and of the numbers
/// of documents count too; who asks whether a number is there does not mind.
pub(in crate::lint) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        if start < end {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let len = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(rest.len());
        let digits = rest
            .get(..len)
            .unwrap_or_default()
            .trim_end_matches(['.', ',']);
        end = start + digits.len();
        let after = text.get(end..).unwrap_or_default();
        let sign = ["%", "phan tram", "phần trăm"]
            .into_iter()
            .find(|sign| after.trim_start().starts_with(sign));
        let percent = sign.is_some();
        let value = if let Some(sign) = sign {
            end = text.len() - after.trim_start().len() + sign.len();
            parse_percent(&[digits, "%"].concat()).ok().map(i64::from)
        } else if let Some((dong, len)) = in_several(digits, after) {
            end += len;
            Some(dong)
        } else {
            money(digits, after).or_else(|| parse_count(digits).ok())
        };
        if let Some(value) = value {
            found.push(Number {
                start,
                end,
                value,
                percent,
            });
        }
    }
    found
}

/// A number that is no whole one, as written, and what follows it: "2,5 km đường". A fraction of a percent or of money is
/// none.
pub(in crate::lint) fn fractions(text: &str) -> Vec<(usize, &str, &str)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).unwrap_or_default();
        c.is_ascii_digit() && !before.ends_with(|c: char| c.is_alphanumeric() || ".,/-".contains(c))
    });
    let read = starts.filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let whole = rest.bytes().take_while(u8::is_ascii_digit).count();
        let decimals = rest.get(whole..)?.strip_prefix(',')?;
        let len = decimals.bytes().take_while(u8::is_ascii_digit).count();
        let after = decimals.get(len..)?;
        let next = after.trim_start();
        let is_other = next.starts_with(['%', '.', ',', '/', '-'])
            || next.starts_with("phan tram")
            || next.starts_with("phần trăm")
            || is_money(next.split(|c: char| !c.is_alphabetic()).next()?);
        ((1..=2).contains(&len) && !is_other).then_some((at, rest.get(..whole + 1 + len)?, next))
    });
    read.collect()
}

/// The letters of the longest of such words, with room for marks that stand by themselves.
const LONGEST_UNIT: usize = 32;

/// Whether what follows a number says that it counts units: "11 phường", with or without marks.
pub(in crate::lint) fn counts_units(after: &str) -> bool {
    let few: String = after.chars().take(LONGEST_UNIT).collect();
    let after = fold(&few);
    ["phuong", "xa", "co so", "don vi", "huyen"]
        .iter()
        .any(|unit| after.starts_with(unit))
}

/// The numbers that a text in lower case with its marks writes in words: "hai mươi lăm", "năm trăm triệu". One word that
/// may be another ("năm", "ba") is none, nor is a span of time ("mười năm") or which one of several it is ("lần thứ mười").
pub(in crate::lint) fn in_words(text: &str) -> Vec<Number> {
    let words = words(text);
    let at = |at: usize| words.get(at).map_or("", |(_, word)| *word);
    let mut found = Vec::new();
    let mut next = 0;
    while next < words.len() {
        // A number ends where more than a space follows.
        let joined = |n: usize| {
            let run = words.get(next..=next + n).unwrap_or_default();
            run.windows(2).all(|two| match two {
                [(start, word), (then, _)] => text.get(start + word.len()..*then) == Some(" "),
                _ => false,
            })
        };
        // "Một nửa số đoàn viên" is a share of them.
        let halves = match (at(next), at(next + 1)) {
            ("một", "nửa") => 2,
            ("nửa", "số") => 1,
            _ => 0,
        };
        let is_half = halves > 0 && joined(1);
        let read = if is_half {
            Some((HALF, halves))
        } else {
            spelled(&|n, word| at(next + n) == word && joined(n))
        };
        let again = |value: i64, len: usize| {
            let end = words
                .get(next + len - 1)
                .map_or(0, |(at, word)| at + word.len());
            let rest = text.get(end..).unwrap_or_default().trim_start();
            let inside = rest
                .strip_prefix('(')
                .and_then(|rest| rest.split(')').next());
            inside.and_then(|digits| parse_count(digits).ok()) == Some(value)
        };
        // "Ba (03)" says one number twice.
        let plain = |(value, len): &(i64, usize)| {
            is_half || is_plain(*len, at(next)) || again(*value, *len)
        };
        let Some((value, len)) = read.filter(plain) else {
            next += 1;
            continue;
        };
        let before = next.checked_sub(1).map_or("", at);
        let is_which =
            ["thứ", "lần", "khóa", "khoá", "số", "ngày", "tháng", "năm"].contains(&before);
        let is_time = ["năm", "tháng", "tuần", "ngày", "giờ", "phút", "quý", "tuổi"]
            .contains(&at(next + len));
        let in_hundred = at(next + len) == "phần" && at(next + len + 1) == "trăm";
        let start = words.get(next).map_or(0, |(start, _)| *start);
        let end = words
            .get(next + len - 1)
            .map_or(start, |(at, word)| at + word.len());
        if !is_which && !is_time {
            let value = if in_hundred {
                value.saturating_mul(100)
            } else {
                value
            };
            found.push(Number {
                start,
                end,
                value,
                percent: in_hundred || is_half,
            });
        }
        next += len;
    }
    found
}

/// In hundredths of a percent.
const HALF: i64 = 5_000;

/// The words of a text, each with where it begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match from {
            None if c.is_alphanumeric() => from = Some(at),
            Some(start) if !c.is_alphanumeric() => {
                words.extend(text.get(start..at).map(|word| (start, word)));
                from = None;
            }
            _ => {}
        }
    }
    words
}

/// An amount in several words, and how far they go: "1 tỷ rưỡi", "01 ty 200 trieu".
fn in_several(digits: &str, after: &str) -> Option<(i64, usize)> {
    let mut ends = Vec::new();
    for word in words(after).into_iter().take(6) {
        let (start, word) = word;
        let is_amount = is_money(word)
            || ["ruoi", "rưỡi"].contains(&word)
            || word.bytes().all(|byte| byte.is_ascii_digit());
        if !is_amount {
            break;
        }
        ends.push(start + word.len());
    }
    let is_several = |end: &usize| {
        let words = after.get(..*end).unwrap_or_default();
        let mut rest = words.split_whitespace().skip(1);
        is_money(words.split_whitespace().next().unwrap_or_default())
            && rest.any(|word| !is_money(word))
            && !words.contains([',', '.', ';', '(', '-', '/'])
    };
    ends.into_iter().rev().filter(is_several).find_map(|end| {
        let dong = parse_dong(&[digits, after.get(..end)?].concat()).ok()?;
        Some((dong, end))
    })
}

/// Whether a word, with or without marks, is a power of ten or the currency.
fn is_money(word: &str) -> bool {
    matches!(
        word,
        "ty" | "trieu"
            | "dong"
            | "nghin"
            | "ngan"
            | "tỷ"
            | "tỉ"
            | "triệu"
            | "đồng"
            | "nghìn"
            | "ngàn"
    )
}

/// "02 ty dong", "500 trieu", "10 nghìn".
fn money(digits: &str, after: &str) -> Option<i64> {
    let unit = after.split_whitespace().next()?;
    let unit = unit.trim_matches(|c: char| !c.is_alphabetic());
    is_money(unit)
        .then(|| parse_dong(&[digits, " ", unit].concat()).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{in_words, numbers};

    #[test]
    fn numbers_in_words() {
        for (text, expected) in [
            ("ít nhất hai mươi lăm cây", "25"),
            ("năm trăm triệu đồng, mười chi đoàn", "500000000 10"),
            ("tám mươi phần trăm đoàn viên", "8000%"),
            ("một buổi, năm nay, ba mẹ", ""),
            ("mười năm qua, lần thứ mười hai", ""),
            ("hai, mươi", ""),
            ("ba (03) hàng cây, năm (2023)", "3"),
            ("một nửa số đoàn viên, nửa số chi đoàn", "5000% 5000%"),
            ("một nửa ngày, nửa đầu năm", ""),
        ] {
            let found: Vec<String> = in_words(text)
                .iter()
                .map(|number| format!("{}{}", number.value, if number.percent { "%" } else { "" }))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn numbers_and_rates() {
        for (text, expected) in [
            ("it nhat 01 san choi", "1"),
            ("3.000 thanh thieu nhi, 300 thanh nien", "3000 300"),
            ("100% can bo doan, 50 % thanh nien", "10000% 5000%"),
            ("dat 98,5%.", "9850%"),
            ("02 ty dong duoc ho tro", "2000000000"),
            ("500 nghin dong, 10 ngàn cây", "500000 10000"),
            ("702 thanh nien", "702"),
            ("khong co so nao", ""),
            ("1 ty ruoi, 01 tỷ 200 triệu đồng", "1500000000 1200000000"),
            ("2 trieu, 300 cay; 5 ty 20 cay", "2000000 300 5000000000 20"),
            ("0,5 phan tram, 30 phần trăm", "50% 3000%"),
        ] {
            let found: Vec<String> = numbers(text)
                .iter()
                .map(|number| format!("{}{}", number.value, if number.percent { "%" } else { "" }))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
