//! Quantities with their unit in running words: "2,5 km đường", "1.500 m".

use super::numbers::Number;
use crate::text::parse_quantity;

/// All quantities of a text in lower case, with or without marks, that can be written in a unit, in steps of it: 2,5 km are
/// 25 where km has one decimal place. Each with its words.
pub(in crate::lint) fn quantities(text: &str, unit: &str, decimals: u8) -> Vec<(Number, String)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).unwrap_or_default();
        c.is_ascii_digit()
            && !before.ends_with(|c: char| c.is_ascii_alphanumeric() || ".,/-".contains(c))
    });
    let read = starts.filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let len = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
        let (digits, after) = rest.split_at_checked(len)?;
        let word = after.trim_start();
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '²' && c != '³');
        let word = word.get(..end.unwrap_or(word.len()))?;
        let amount = [digits, " ", word].concat();
        let value = parse_quantity(&amount, unit, decimals, false).ok()?;
        let end = text.len() - after.trim_start().len() + word.len();
        let number = Number {
            start: at,
            end,
            value,
            percent: false,
        };
        (!word.is_empty()).then_some((number, amount))
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::quantities;

    #[test]
    fn quantities_in_running_words() {
        for (text, expected) in [
            ("sua chua 2,5 km duong", "25"),
            ("sửa 2.500 m đường, trao 20 suất quà", "25"),
            ("5 km va 1 km", "50 10"),
            ("5 cay, 3%", ""),
        ] {
            let found = quantities(text, "km", 1);
            let found: Vec<String> = found.iter().map(|(one, _)| one.value.to_string()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
