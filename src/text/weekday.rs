//! Names of the days of the week.

use super::lang::Lang;
use crate::calendar::Weekday;

/// The name of the day inside a sentence: "thứ Bảy", "Chủ nhật", "Saturday".
#[must_use]
pub const fn weekday_name(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Monday, Lang::Vi) => "thứ Hai",
        (Weekday::Tuesday, Lang::Vi) => "thứ Ba",
        (Weekday::Wednesday, Lang::Vi) => "thứ Tư",
        (Weekday::Thursday, Lang::Vi) => "thứ Năm",
        (Weekday::Friday, Lang::Vi) => "thứ Sáu",
        (Weekday::Saturday, Lang::Vi) => "thứ Bảy",
        (Weekday::Sunday, Lang::Vi) => "Chủ nhật",
        (Weekday::Monday, Lang::En) => "Monday",
        (Weekday::Tuesday, Lang::En) => "Tuesday",
        (Weekday::Wednesday, Lang::En) => "Wednesday",
        (Weekday::Thursday, Lang::En) => "Thursday",
        (Weekday::Friday, Lang::En) => "Friday",
        (Weekday::Saturday, Lang::En) => "Saturday",
        (Weekday::Sunday, Lang::En) => "Sunday",
    }
}

/// The name of the day in short: "T7", "CN", "Sat".
#[must_use]
pub const fn weekday_short(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Monday, Lang::Vi) => "T2",
        (Weekday::Tuesday, Lang::Vi) => "T3",
        (Weekday::Wednesday, Lang::Vi) => "T4",
        (Weekday::Thursday, Lang::Vi) => "T5",
        (Weekday::Friday, Lang::Vi) => "T6",
        (Weekday::Saturday, Lang::Vi) => "T7",
        (Weekday::Sunday, Lang::Vi) => "CN",
        (Weekday::Monday, Lang::En) => "Mon",
        (Weekday::Tuesday, Lang::En) => "Tue",
        (Weekday::Wednesday, Lang::En) => "Wed",
        (Weekday::Thursday, Lang::En) => "Thu",
        (Weekday::Friday, Lang::En) => "Fri",
        (Weekday::Saturday, Lang::En) => "Sat",
        (Weekday::Sunday, Lang::En) => "Sun",
    }
}

/// How a prepared text may name each day, Monday first.
const SPELLINGS: [&[&str]; 7] = [
    &["thu hai", "thu 2", "t2"],
    &["thu ba", "thu 3", "t3"],
    &["thu tu", "thu 4", "t4"],
    &["thu nam", "thu 5", "t5"],
    &["thu sau", "thu 6", "t6"],
    &["thu bay", "thu 7", "t7"],
    &["chu nhat", "cn"],
];

/// Takes a day of the week from the front of a text that [`plain`](super::plain) prepared, with the spaces
/// and commas after it.
#[must_use]
pub fn strip_weekday(text: &str) -> Option<(Weekday, &str)> {
    Weekday::ALL
        .into_iter()
        .zip(SPELLINGS)
        .find_map(|(day, spellings)| {
            let rest = spellings
                .iter()
                .find_map(|spelling| text.strip_prefix(spelling))?;
            let tail = rest.trim_start_matches([' ', ',']);
            (tail.len() < rest.len() || rest.is_empty()).then_some((day, tail))
        })
}

#[cfg(test)]
mod tests {
    use super::{Lang, Weekday, strip_weekday, weekday_name};
    use crate::text::short;

    #[test]
    fn a_name_is_read_back() {
        for day in Weekday::ALL {
            let name = short(weekday_name(day, Lang::Vi)).unwrap();
            assert_eq!(strip_weekday(&name), Some((day, "")));
        }
    }

    #[test]
    fn a_name_ends_before_the_date() {
        for (text, expected) in [
            ("chu nhat, 26/3", Some((Weekday::Sunday, "26/3"))),
            ("thu 7 25/3", Some((Weekday::Saturday, "25/3"))),
            ("t7 25/3", Some((Weekday::Saturday, "25/3"))),
            ("thu 725/3", None),
            ("thuong", None),
            ("26/3", None),
        ] {
            assert_eq!(strip_weekday(text), expected, "{text}");
        }
    }
}
