//! Which of the numbers of a sentence can be what is to be reached.

use super::numbers::{Number, counts_units, numbers};

/// Whether the value is written of the same things elsewhere: "04 buổi trong năm, mỗi quý 01 buổi".
pub(in crate::lint) fn is_another_of_them(text: &str, only: Number, value: i64) -> bool {
    let counted = |number: &Number| {
        let after = text.get(number.end..).unwrap_or_default();
        after.split_whitespace().next()
    };
    let things = counted(&only);
    let mut same = numbers(text).into_iter().filter(|number| {
        number.percent == only.percent && number.value == value && counted(number) == things
    });
    things.is_some() && same.next().is_some()
}

/// Whether a number can be what is to be reached: no year, no number of a document or a place, no count of units.
pub(in crate::lint) fn states_a_value(text: &str, number: Number) -> bool {
    let before = text.get(..number.start).unwrap_or_default();
    let after = text.get(number.end..).unwrap_or_default();
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let is_named = [
        "so", "nam", "quy", "thang", "khoa", "lan", "lop", "dot", "muc", "diem", "phan", "ngay",
        "tuan", "cap", "giai",
    ]
    .contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_joined = before.ends_with(|c: char| c.is_alphanumeric() || "/-.(".contains(c))
        || after.starts_with(|c: char| c.is_alphanumeric() || "/-:".contains(c));
    let is_time = [
        "ngay", "thang", "nam", "tuan", "quy", "gio", "phut", "buoi/", "tuoi",
    ]
    .iter()
    .any(|unit| after.trim_start().starts_with(unit));
    !is_named && !is_joined && !is_time && !counts_units(after.trim_start())
}

/// Whether what follows a number is a noun: "100 cây xanh" counts "cây".
pub(in crate::lint) fn is_of(after: &str, noun: &str) -> bool {
    let rest = after.trim_start().strip_prefix(noun);
    !noun.is_empty() && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether some words go on with a number that is no share and no year: "mỗi xã ít nhất 10 cây".
pub(in crate::lint) fn has_own_number(words: &str) -> bool {
    let is_year = |value: i64| (1900..=2199).contains(&value);
    let mut all = numbers(words).into_iter();
    all.any(|one| !one.percent && !is_year(one.value))
}

/// Whether a value is one of some numbers, two of them multiplied ("5 đợt, mỗi đợt 20 cây") or all of them added up.
pub(in crate::lint) fn is_made_of(all: &[Number], value: i64) -> bool {
    let counts: Vec<i64> = all
        .iter()
        .filter(|one| !one.percent)
        .map(|one| one.value)
        .collect();
    let times = |one: &i64| {
        counts
            .iter()
            .any(|other| one.checked_mul(*other) == Some(value))
    };
    let sum = counts
        .iter()
        .try_fold(0_i64, |sum, one| sum.checked_add(*one));
    counts.contains(&value) || counts.iter().any(times) || sum == Some(value)
}

#[cfg(test)]
mod tests {
    use super::{is_made_of, is_of, numbers, states_a_value};

    #[test]
    fn what_can_be_reached() {
        for (text, expected) in [
            ("trong 100 cay xanh", "100"),
            ("nam 2023, quy 3 va 05 hoat dong", "5"),
            ("so 12-kh, 11 phuong, 03 ngay", ""),
        ] {
            let found: Vec<String> = numbers(text)
                .into_iter()
                .filter(|number| states_a_value(text, *number))
                .map(|number| number.value.to_string())
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn of_what_and_from_what() {
        assert!(is_of(" cay xanh", "cay") && !is_of(" cayenne", "cay") && !is_of(" cay", ""));
        let all = numbers("5 dot, 20 cay, 3 doi");
        for (value, is_made) in [(20, true), (100, true), (28, true), (30, false)] {
            assert_eq!(is_made_of(&all, value), is_made, "{value}");
        }
    }
}
