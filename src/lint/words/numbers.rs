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
        let percent = after.trim_start().starts_with('%');
        let value = if percent {
            end = text.len() - after.trim_start().len() + 1;
            parse_percent(&[digits, "%"].concat()).ok().map(i64::from)
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

/// Whether what follows a number says that it counts units: "11 phường", with or without marks.
pub(in crate::lint) fn counts_units(after: &str) -> bool {
    let after = fold(after);
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
        let read = spelled(&|n, word| at(next + n) == word && joined(n));
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
        let plain = |(value, len): &(i64, usize)| is_plain(*len, at(next)) || again(*value, *len);
        let Some((value, len)) = read.filter(plain) else {
            next += 1;
            continue;
        };
        let before = next.checked_sub(1).map_or("", at);
        let is_which =
            ["thứ", "lần", "khóa", "khoá", "số", "ngày", "tháng", "năm"].contains(&before);
        let is_time = ["năm", "tháng", "tuần", "ngày", "giờ", "phút", "quý", "tuổi"]
            .contains(&at(next + len));
        let percent = at(next + len) == "phần" && at(next + len + 1) == "trăm";
        let start = words.get(next).map_or(0, |(start, _)| *start);
        let end = words
            .get(next + len - 1)
            .map_or(start, |(at, word)| at + word.len());
        if !is_which && !is_time {
            let value = if percent {
                value.saturating_mul(100)
            } else {
                value
            };
            found.push(Number {
                start,
                end,
                value,
                percent,
            });
        }
        next += len;
    }
    found
}

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

/// "02 ty dong", "500 trieu", "10 nghìn".
fn money(digits: &str, after: &str) -> Option<i64> {
    let unit = after.split_whitespace().next()?;
    let unit = unit.trim_matches(|c: char| !c.is_alphabetic());
    let is_unit = matches!(
        unit,
        "ty" | "trieu" | "dong" | "nghin" | "ngan" | "tỷ" | "triệu" | "đồng" | "nghìn" | "ngàn"
    );
    is_unit
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
        ] {
            let found: Vec<String> = numbers(text)
                .iter()
                .map(|number| format!("{}{}", number.value, if number.percent { "%" } else { "" }))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
