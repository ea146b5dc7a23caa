//! Numbers and rates in the words of a target.

use crate::text::{fold, parse_count, parse_dong, parse_percent};

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

/// "02 ty dong", "500 trieu".
fn money(digits: &str, after: &str) -> Option<i64> {
    let unit = after.split_whitespace().next()?;
    let unit = unit.trim_matches(|c: char| !c.is_alphabetic());
    matches!(unit, "ty" | "trieu" | "dong" | "tỷ" | "triệu" | "đồng")
        .then(|| parse_dong(&[digits, " ", unit].concat()).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_and_rates() {
        for (text, expected) in [
            ("it nhat 01 san choi", "1"),
            ("3.000 thanh thieu nhi, 300 thanh nien", "3000 300"),
            ("100% can bo doan, 50 % thanh nien", "10000% 5000%"),
            ("dat 98,5%.", "9850%"),
            ("02 ty dong duoc ho tro", "2000000000"),
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
