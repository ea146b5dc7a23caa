//! Dates as documents write them: 26/02/2023, 26/2, 26-2-2023, ngày 26 tháng 02 năm 2023.

use crate::calendar::{Date, Period};

/// A date as written, possible or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    pub day: u8,
    pub month: u8,
    pub year: Option<i32>,
}

/// A year that has a 29 February; the next has none.
const LEAP: i32 = 2000;

impl Written {
    /// The date; where no year is written, that of the plan's year in which it lies inside the plan.
    pub fn date(&self, within: Period) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day).ok();
        }
        (within.from().year()..=within.to().year())
            .filter_map(|year| Date::new(year, self.month, self.day).ok())
            .find(|date| within.contains(*date))
    }

    /// Whether no calendar has it.
    pub fn is_impossible(&self) -> bool {
        let year = match self.year {
            // Where no year is written 29/2 may be meant of a leap year.
            None => LEAP,
            // An anniversary's year lies before the first that a plan may have: the day and the month decide.
            Some(year) if (1000..Date::FIRST_YEAR).contains(&year) => {
                let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
                LEAP + i32::from(!is_leap)
            }
            Some(year) => year,
        };
        Date::new(year, self.month, self.day).is_err()
    }
}

/// All dates in a plain text, in order. Without a year, only "26/2" and "ngay 26 thang 2" count, for 3-4 and 1.2 are rather
/// ranges and numbers of sections, and "5 thang 3 lan" is no date.
pub(crate) fn dates(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(offset) = rest.find(|c: char| c.is_ascii_digit()) else {
            break;
        };
        let start = at + offset;
        let before = text.get(..start).unwrap_or_default();
        let read = in_words(text, start).or_else(|| in_digits(text, start));
        match read.filter(|_| !before.ends_with(['/', '.', ','])) {
            Some(date) => {
                at = date.end;
                found.push(date);
            }
            None => at = start + digits(text, start).len().max(1),
        }
    }
    found
}

/// "26/2/2023", "26-2-2023", "26.2.2023", "26/2".
fn in_digits(text: &str, start: usize) -> Option<Written> {
    let day = digits(text, start);
    let mut end = start + day.len();
    let separator = text.get(end..)?.chars().next()?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    end += 1;
    let month = digits(text, end);
    end += month.len();
    let year = text
        .get(end..)
        .filter(|rest| rest.starts_with(separator))
        .map(|_| digits(text, end + 1))
        .filter(|year| year.len() == 4);
    if let Some(year) = year {
        end += 1 + year.len();
    }
    let next = text.get(end..)?.chars().next();
    let ends = !next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '/');
    if !ends || (year.is_none() && separator != '/') {
        return None;
    }
    written(start, end, day, month, year)
}

/// "26 thang 02 nam 2023", as after "ngày".
fn in_words(text: &str, start: usize) -> Option<Written> {
    let day = digits(text, start);
    let rest = text.get(start + day.len()..)?.strip_prefix(" thang ")?;
    let month_at = text.len() - rest.len();
    let month = digits(text, month_at);
    let end = month_at + month.len();
    let after = text.get(end..)?;
    let year = after.strip_prefix(" nam ").map(|rest| {
        let at = text.len() - rest.len();
        (at, digits(text, at))
    });
    let Some((year_at, year)) = year.filter(|(_, year)| year.len() == 4) else {
        let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        let ends = match after.strip_prefix(['.', ',']) {
            Some(rest) => !goes_on(rest),
            None => !goes_on(after) && !after.starts_with(['/', '-']),
        };
        let is_day = text.get(..start)?.ends_with("ngay ");
        return (ends && is_day)
            .then(|| written(start, end, day, month, None))
            .flatten();
    };
    written(start, year_at + year.len(), day, month, Some(year))
}

fn written(
    start: usize,
    end: usize,
    day: &str,
    month: &str,
    year: Option<&str>,
) -> Option<Written> {
    let short = |part: &str| (1..=2).contains(&part.len());
    if !short(day) || !short(month) {
        return None;
    }
    Some(Written {
        start,
        end,
        day: day.parse().ok()?,
        month: month.parse().ok()?,
        year: match year {
            Some(year) => Some(year.parse().ok()?),
            None => None,
        },
    })
}

/// The digits from `start` on.
pub(super) fn digits(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest.get(..len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_are_found_among_other_numbers() {
        for (text, expected) in [
            ("07g30 ngay 26/2/2023 (chu nhat)", "26/2/2023"),
            ("ngay 19/3 va 27/3.", "19/3 27/3"),
            ("26/3/1931 - 26/3/2023", "26/3/1931 26/3/2023"),
            ("tinh tu ngay 04/3 den het ngay 10/3/2023", "4/3 10/3/2023"),
            ("ngay 15 thang 02 nam 2023", "15/2/2023"),
            ("ngay 31/02/2023", "31/2/2023"),
            ("ngay 19 thang 3, tu 5 thang 3 lan", "19/3"),
            ("ngay 19 thang 3.000 cay, ngay 30 thang cuoi", ""),
            ("ngay 19 thang 3 nam nay", "19/3"),
            ("26-2-2023 va 26.2.2023", "26/2/2023 26/2/2023"),
            ("thang 3/2023", ""),
            ("so 61/nq-hdnd, 31-nq/tw, 19-kh, 905/4 au co", ""),
            ("10.000 buoc, 4.1.1, 1+1, 24 gio", ""),
            ("2022 - 2027", ""),
            ("09/02 - 23/02/2023", "9/2 23/2/2023"),
        ] {
            let found: Vec<String> = dates(text)
                .iter()
                .map(|date| match date.year {
                    Some(year) => format!("{}/{}/{year}", date.day, date.month),
                    None => format!("{}/{}", date.day, date.month),
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
