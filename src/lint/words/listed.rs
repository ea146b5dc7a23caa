//! Days that a text lists: "các ngày 05, 12 và 19/5", "thứ Hai và thứ Năm hằng tuần".

use super::dates::{Written, dates, digits};
use crate::calendar::{Date, Period, Weekday};
use crate::text::strip_weekday;

/// Days that are listed side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Listed {
    /// Where the list begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its days, in the order of the text.
    pub days: Vec<Date>,
}

/// What joins a day of a list to the next, the longer before what it begins with.
const JOINTS: [&str; 7] = [
    ", va ngay ",
    ", ngay ",
    " va ngay ",
    ", va ",
    ", ",
    " va ",
    "; ",
];

/// The lists of days of a plain text. A day that stands without its month is of the month that follows.
pub(in crate::lint) fn listed_days(text: &str, within: Period) -> Vec<Listed> {
    let all = dates(text);
    let mut found: Vec<Listed> = Vec::new();
    let mut at = 0;
    while let Some(day) = all.get(at) {
        let mut list = days_before(text, day);
        list.push((day.day, day.month));
        let start = first_of(text, day);
        let mut last = day;
        while let Some(next) = all
            .get(at + 1)
            .filter(|next| joins(text, last.end, first_of(text, next)))
        {
            list.extend(days_before(text, next));
            list.push((next.day, next.month));
            last = next;
            at += 1;
        }
        at += 1;
        // A year that only the last day has is that of all.
        let days = list.iter().map(|(day, month)| {
            let year = last.year;
            match year {
                Some(year) => Date::new(year, *month, *day).ok(),
                None => dated(*day, *month, within),
            }
        });
        let days: Option<Vec<Date>> = days.collect();
        if let Some(days) = days.filter(|days| days.len() > 1) {
            let ordered = days
                .windows(2)
                .all(|two| matches!(two, [one, next] if one < next));
            if ordered {
                found.push(Listed {
                    start,
                    end: last.end,
                    days,
                });
            }
        }
    }
    found
}

fn dated(day: u8, month: u8, within: Period) -> Option<Date> {
    let written = Written {
        start: 0,
        end: 0,
        day,
        month,
        year: None,
    };
    written.date(within)
}

fn joins(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| JOINTS.contains(&between))
}

/// Where the days begin that stand before a date without their month.
fn first_of(text: &str, day: &Written) -> usize {
    let mut start = day.start;
    while let Some(before) = number_before(text, start) {
        start = before;
    }
    start
}

/// The number of a day before a place, with what joins it: "05, ", "12 va ".
fn number_before(text: &str, start: usize) -> Option<usize> {
    let head = text.get(..start)?;
    let head = JOINTS.iter().find_map(|joint| head.strip_suffix(joint))?;
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let at = head.len() - digits;
    let before = head.get(..at)?;
    let is_part = before.ends_with(['/', '.', ',', '-']) || before.ends_with(char::is_alphanumeric);
    let named = before.ends_with("ngay ") || JOINTS.iter().any(|joint| before.ends_with(joint));
    ((1..=2).contains(&digits) && !is_part && named).then_some(at)
}

/// The days that stand before a date without their month.
fn days_before(text: &str, day: &Written) -> Vec<(u8, u8)> {
    let mut found = Vec::new();
    let mut start = day.start;
    while let Some(before) = number_before(text, start) {
        if let Ok(number) = digits(text, before).parse() {
            found.push((number, day.month));
        }
        start = before;
    }
    found.reverse();
    // "Trồng 100 cây, ngày 5/3": only what is called a day is one.
    let named = text
        .get(..start)
        .is_some_and(|head| head.ends_with("ngay "));
    if named { found } else { Vec::new() }
}

/// The days of the week that a plain text lists before "hằng tuần", where it lists more than one.
pub(in crate::lint) fn listed_weekdays(text: &str) -> Vec<Weekday> {
    let weekly = ["hang tuan", "moi tuan", "trong tuan"];
    let Some(end) = weekly.iter().find_map(|words| text.find(words)) else {
        return Vec::new();
    };
    let mut head = text.get(..end).unwrap_or_default().trim_end();
    let mut found = Vec::new();
    loop {
        let at = head
            .rmatch_indices(' ')
            .map(|(at, _)| at + 1)
            .take(2)
            .chain([0]);
        let read = at.filter_map(|at| match strip_weekday(head.get(at..)?) {
            Some((day, "")) => Some((day, at)),
            _ => None,
        });
        let Some((day, at)) = read.last() else { break };
        found.push(day);
        let before = head.get(..at).unwrap_or_default();
        let joined = [", va ", ", ", " va "]
            .iter()
            .find_map(|joint| before.strip_suffix(joint));
        let Some(next) = joined else { break };
        head = next;
    }
    found.reverse();
    if found.len() > 1 { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::{listed_days, listed_weekdays};
    use crate::calendar::{Date, Period};

    #[test]
    fn days_side_by_side() {
        let day = |month, day| Date::new(2025, month, day).unwrap();
        let year = Period::new(day(1, 1), day(12, 31)).unwrap();
        for (text, expected) in [
            ("vao cac ngay 10, 17 va 24/5.", "10/5 17/5 24/5"),
            ("cac ngay 15/3, 15/6 va 15/9/2025", "15/3 15/6 15/9"),
            ("ngay 20/3, 14/6, 05/10 va 12/12.", "20/3 14/6 5/10 12/12"),
            ("ngay 05/3, ngay 12/3", "5/3 12/3"),
            ("ngay 10 va 11/5, ngay 17/5", "10/5 11/5 17/5"),
            ("trong 100 cay, ngay 05/3", ""),
            ("tu ngay 02 den ngay 08/6/2025", ""),
            ("ngay 24/5", ""),
            ("tang 10, 12/5", ""),
            ("ngay 20/5 va 10/5", ""),
        ] {
            let found: Vec<String> = listed_days(text, year)
                .iter()
                .flat_map(|list| &list.days)
                .map(|date| format!("{}/{}", date.day(), date.month()))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn days_of_the_week_side_by_side() {
        for (text, expected) in [
            ("vao thu hai va thu nam hang tuan", 2),
            ("toi thu ba, thu nam va thu bay hang tuan", 3),
            ("thu sau hang tuan", 0),
            ("thu hai va thu nam", 0),
        ] {
            assert_eq!(listed_weekdays(text).len(), expected, "{text}");
        }
    }
}
