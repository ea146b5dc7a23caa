//! Days from one to another in running words: "từ ngày 26/02 đến hết ngày 03/3/2023", "05/3 - 12/3".

use super::dates::{Written, dates};
use crate::calendar::{Date, Period};

/// Two days that a text joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Range {
    /// Where the first begins in the text, in bytes.
    pub start: usize,
    /// Where the last ends.
    pub end: usize,
    /// The first day as written; it may come after the last.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Range {
    /// The days, where the first does not come after the last.
    pub fn days(&self) -> Option<Period> {
        Period::new(self.from, self.to).ok()
    }
}

/// What stands between two days that belong together.
const JOINTS: [&str; 8] = [
    "-",
    "–",
    "—",
    "den",
    "den ngay",
    "den het",
    "den het ngay",
    "toi ngay",
];

/// All ranges of a plain text, in order. A day without a year is of the year of the other, or of the plan; from December it
/// may go on into January. A first day that stands without its month is of the last day's: "từ ngày 24 đến 26/3".
pub(in crate::lint) fn ranges(text: &str, within: Period) -> Vec<Range> {
    let all = dates(text);
    let mut found = Vec::new();
    let mut before: Option<&Written> = None;
    for last in &all {
        let pair = before.and_then(|first| joined(text, first, last, within));
        found.extend(pair.or_else(|| from_day(text, last, within)));
        before = Some(last);
    }
    found
}

/// Two days with what joins them between them.
fn joined(text: &str, one: &Written, other: &Written, within: Period) -> Option<Range> {
    let between = text.get(one.end..other.start)?.trim();
    if !JOINTS.contains(&between) {
        return None;
    }
    let (from, to) = days(one, other, within)?;
    Some(Range {
        start: one.start,
        end: other.end,
        from,
        to,
    })
}

/// An earlier day of the same month before what joins it to the last: "ngày 24 - 26/3", "từ 24 đến hết ngày 26/3".
fn from_day(text: &str, last: &Written, within: Period) -> Option<Range> {
    let head = text.get(..last.start)?.trim_end();
    let head = JOINTS.iter().find_map(|joint| head.strip_suffix(joint));
    let head = head?.trim_end();
    let words = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let day: u8 = head.get(words.len()..)?.parse().ok()?;
    let is_day = ["ngay ", "tu "].iter().any(|word| words.ends_with(word));
    let to = last.date(within)?;
    let from = Date::new(to.year(), to.month(), day).ok()?;
    (is_day && from < to).then_some(Range {
        start: words.len(),
        end: last.end,
        from,
        to,
    })
}

fn days(one: &Written, other: &Written, within: Period) -> Option<(Date, Date)> {
    let in_year = |written: &Written, year: i32| Date::new(year, written.month, written.day).ok();
    // "25/12 - 05/01" is of two years.
    let turns = one.month >= other.month + 6;
    match (one.year, other.year) {
        (Some(_), Some(_)) => Some((one.date(within)?, other.date(within)?)),
        (None, Some(year)) => Some((in_year(one, year - i32::from(turns))?, other.date(within)?)),
        (Some(year), None) => Some((one.date(within)?, in_year(other, year + i32::from(turns))?)),
        (None, None) => {
            let from = one.date(within)?;
            Some((from, in_year(other, from.year() + i32::from(turns))?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ranges;
    use crate::calendar::{Date, Period};

    #[test]
    fn days_from_one_to_another() {
        let day = |text| Date::parse_iso(text).unwrap();
        let within = Period::new(day("2023-01-01"), day("2023-12-31")).unwrap();
        for (text, expected) in [
            (
                "tu ngay 26/02 den het ngay 03/3/2023",
                "2023-02-26 2023-03-03",
            ),
            ("(05/3 - 12/3)", "2023-03-05 2023-03-12"),
            ("tu ngay 25/12 den ngay 05/01", "2023-12-25 2024-01-05"),
            ("tu 25/12 den 05/01/2023", "2022-12-25 2023-01-05"),
            ("tu ngay 20/3 den ngay 15/3/2023", "2023-03-20 2023-03-15"),
            ("tu ngay 24 den 26/3/2023", "2023-03-24 2023-03-26"),
            ("ngay 24 - 26/3", "2023-03-24 2023-03-26"),
            ("tu 24 den het ngay 26/3", "2023-03-24 2023-03-26"),
            ("tu ngay 28 den 03/4", ""),
            ("muc 2 - 26/3", ""),
            ("ngay 05/3 va ngay 12/3", ""),
            ("tu ngay 05/3, den ngay 12/3 thi", ""),
        ] {
            let found: Vec<String> = ranges(text, within)
                .iter()
                .map(|range| format!("{} {}", range.from.to_iso(), range.to.to_iso()))
                .collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }
}
