//! When an activity is held, as tables of activities have it in one cell: "07g30 ngày 04/3/2023", "04 - 05/3/2023".

use crate::calendar::Period;
use crate::text::{behind, fold_case, join, parse_date, parse_time};

/// What one cell says of when an activity is held, each as it would be typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) date: String,
    /// The last day; "" for one day.
    pub(super) until: String,
    /// The hour; "" for none.
    pub(super) time: String,
}

/// What stands between an hour and a day, or before one, and says nothing by itself. With marks: "thứ Tư" is a day.
const BETWEEN: [&str; 7] = ["ngày", "lúc", "vào", "hồi", "từ", "bắt", "đầu"];
/// The most bytes of what can be read so; more are a paragraph.
const MOST: usize = 120;
/// What stands between two days.
const TO: [&str; 5] = ["đến hết", "đến", "–", "—", "-"];

/// What a cell says that is more than one day; none where it is a day or not understood whole.
pub(super) fn said(text: &str, asked: Period) -> Option<Said> {
    if text.len() > MOST || parse_date(text, Some(asked)).is_ok() {
        return None;
    }
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
    let says = |word: &&str| !word.is_empty() && !BETWEEN.contains(&&*fold_case(word));
    let words: Vec<&str> = words.filter(says).collect();
    let whole = join(&words, " ");
    let days_alone = || days(&whole, asked);
    let parted = (1..words.len()).find_map(|at| {
        let (first, rest) = words.split_at_checked(at)?;
        let (first, rest) = (join(first, " "), join(rest, " "));
        let of = |hour: &str, day: &str| {
            let time = parse_time(hour).is_ok().then(|| hour.to_owned())?;
            Some(Said {
                time,
                ..days(day, asked)?
            })
        };
        of(&first, &rest).or_else(|| of(&rest, &first))
    });
    parted.or_else(days_alone)
}

/// One day, or the first and the last of several.
fn days(text: &str, asked: Period) -> Option<Said> {
    let reads = |day: &str| parse_date(day, Some(asked)).is_ok();
    if reads(text) {
        return Some(Said {
            date: text.to_owned(),
            ..Said::default()
        });
    }
    TO.into_iter().find_map(|to| {
        let last = behind(text, to)?;
        let first = text.get(..text.len() - last.len() - to.len())?;
        let (first, last) = (first.trim(), last.trim());
        // "04 - 05/3/2023", "28/2 - 03/3/2023": what the first leaves out stands at the last.
        let ends = last.match_indices('/').map(|(at, _)| last.get(at..));
        let ends = ends.map(Option::unwrap_or_default);
        let mut firsts = [""].into_iter().chain(ends);
        let whole = |end: &str| [first, end].concat();
        let first = firsts.find(|end| reads(&whole(end))).map(whole)?;
        reads(last).then(|| Said {
            date: first,
            until: last.to_owned(),
            ..Said::default()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::calendar::{Date, Period};

    #[test]
    fn one_cell_says_the_hour_and_the_days() {
        let day = |text| Date::parse_iso(text).expect("a day");
        let asked = Period::new(day("2023-02-26"), day("2023-03-31")).expect("a period");
        for (text, told) in [
            ("07g30, 04/3/2023", Some("04/3/2023||07g30")),
            ("07g30 ngày 04/3", Some("04/3||07g30")),
            ("04/3/2023 (07 giờ 30)", Some("04/3/2023||07 giờ 30")),
            ("Lúc 7h30 thứ Bảy 4/3/2023", Some("thứ Bảy 4/3/2023||7h30")),
            ("7g30 thứ Tư 01/3/2023", Some("thứ Tư 01/3/2023||7g30")),
            ("bắt đầu từ 7g30 ngày 04/3", Some("04/3||7g30")),
            ("04/3 - 05/3/2023", Some("04/3|05/3/2023|")),
            ("04-05/3/2023", Some("04/3/2023|05/3/2023|")),
            ("từ ngày 04 đến hết ngày 05/3", Some("04/3|05/3|")),
            ("28/2 – 03/3/2023", Some("28/2|03/3/2023|")),
            ("04/3/2023", None),
            ("4-3-2023", None),
            ("tháng 3", None),
            ("07g30", None),
            ("07g30 - 10g00 ngày 04/3", None),
            ("", None),
        ] {
            let found = said(text, asked).map(|one| [one.date, one.until, one.time].join("|"));
            assert_eq!(found.as_deref(), told, "{text}");
        }
    }
}
