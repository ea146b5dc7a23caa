//! Dates.

use serde::Serialize;

use super::join;
use super::lang::Lang;
use super::search::around;
use super::short;
use super::weekday::{strip_weekday, weekday_name};
use crate::calendar::{Date, DateError, Period, Weekday};

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DateTextError {
    /// It is not written as a date: `mai`, `26 3`, `26/3-2023`.
    NotADate,
    /// The month has no such day: `30/2`, `31/4`, `0/3`.
    NoSuchDay {
        /// The month, 1 to 12.
        month: u8,
        /// Its last day, of that year if one is known: 28 to 31.
        last_day: u8,
    },
    /// There is no such month, and the day is not one either: `45/13`.
    NoSuchMonth,
    /// Month and day have changed places: `3/26`. The other way round it is a date.
    Swapped {
        /// The day that was probably meant, 13 to 31.
        day: u8,
        /// The month that was probably meant, 1 to 12.
        month: u8,
        /// The year, where one is written.
        year: Option<i32>,
    },
    /// The year has two digits, and no period settles its century: `26/3/23`.
    ShortYear {
        /// The year that was probably meant, 2000 to 2099.
        year: i32,
    },
    /// The year lies outside 1900 to 2199: `26/3/0223`.
    YearOutOfRange,
    /// There is no year, and no period that settles it: none was given, or the day falls in it twice.
    YearMissing,
    /// There is no year, and the day does not fall in the period in any year.
    NotInPeriod {
        /// The first day of the period.
        from: Date,
        /// The last day of the period.
        to: Date,
    },
    /// The date falls on another day of the week than the one written beside it: `thứ Hai 26/3/2023`.
    OtherWeekday {
        /// The day of the week on which the date falls.
        weekday: Weekday,
    },
    /// The text is far too long to be a date.
    TooLong,
}

/// A date as written, its year perhaps missing.
struct Written {
    day: u8,
    month: u8,
    year: Option<Year>,
}

/// A year as written.
#[derive(Clone, Copy)]
enum Year {
    /// With two digits.
    Short(i32),
    Full(i32),
}

/// Reads a date, day first. A missing year is taken from `within`, if the day falls in that period exactly once; a year of
/// two digits is one of that period's century.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `26/3`, `26.3`, `26-3` within a period | `26/3` without one, or in a period of two such days | year missing |
/// | `26/03/2023`, `26-3-2023`, `26.3.2023`, `26/3.`, `26/3,` | `26/3/23` without a period | short year |
/// | `ngày 26 tháng 3 năm 2023`, `26 tháng 3` | `30/2`, `31/4` | no such day, with the last day |
/// | `26 tháng 3/2023`, `26 tháng 3, 2023` | `3/26` | swapped |
/// | `2023-03-26` | `45/13` | no such month |
/// | `Chủ nhật 26/3/2023`, `26/3/2023 (Chủ nhật)` | `thứ Hai 26/3/2023` | other weekday |
///
/// # Errors
/// Those of [`DateTextError`], as above; [`DateTextError::TooLong`] for more than 256 bytes.
pub fn parse_date(text: &str, within: Option<Period>) -> Result<Date, DateTextError> {
    let text = short(text).ok_or(DateTextError::TooLong)?;
    let (weekday, text) = split_weekday(&text);
    let date = read(text).ok_or(DateTextError::NotADate)?.settle(within)?;
    match weekday {
        Some(weekday) if weekday != date.weekday() => Err(DateTextError::OtherWeekday {
            weekday: date.weekday(),
        }),
        _ => Ok(date),
    }
}

/// The date as `26/3/2023`.
#[must_use]
pub fn format_date(date: Date) -> String {
    let numbers = [
        u32::from(date.day()),
        u32::from(date.month()),
        date.year().unsigned_abs(),
    ];
    join(&numbers.map(|number| number.to_string()), "/")
}

/// The date with its day of the week: "Chủ nhật 26/3/2023", "Sunday 26/3/2023".
#[must_use]
pub fn format_date_with_weekday(date: Date, lang: Lang) -> String {
    join(
        &[weekday_name(date.weekday(), lang), &format_date(date)],
        " ",
    )
}

impl Written {
    fn settle(self, within: Option<Period>) -> Result<Date, DateTextError> {
        let year = match (self.year, within) {
            (None, _) => None,
            (Some(Year::Full(year)), _) => Some(year),
            (Some(Year::Short(year)), Some(period)) => {
                Some(period.from().year() / 100 * 100 + year)
            }
            (Some(Year::Short(year)), None) => {
                return Err(DateTextError::ShortYear { year: 2000 + year });
            }
        };
        if self.month > 12 && (1..=12).contains(&self.day) && self.month <= 31 {
            let (day, month) = (self.month, self.day);
            let meant = Self {
                day,
                month,
                year: year.map(Year::Full),
            };
            meant.settle(within)?;
            return Err(DateTextError::Swapped { day, month, year });
        }
        match (year, within) {
            (Some(year), _) => self.in_year(year),
            (None, None) => {
                // A leap year, so that only a day of no year at all is refused as such.
                self.in_year(2024)?;
                Err(DateTextError::YearMissing)
            }
            (None, Some(period)) => self.in_period(period),
        }
    }

    fn in_year(&self, year: i32) -> Result<Date, DateTextError> {
        Date::new(year, self.month, self.day).map_err(|error| match error {
            DateError::NoSuchDay { last_day } => DateTextError::NoSuchDay {
                month: self.month,
                last_day,
            },
            DateError::NoSuchMonth => DateTextError::NoSuchMonth,
            DateError::YearOutOfRange => DateTextError::YearOutOfRange,
            DateError::Format => DateTextError::NotADate,
        })
    }

    fn in_period(&self, period: Period) -> Result<Date, DateTextError> {
        let (from, to) = (period.from(), period.to());
        let mut days = (from.year()..=to.year()).filter_map(|year| self.in_year(year).ok());
        let any = days.next();
        let mut inside = any
            .into_iter()
            .chain(days)
            .filter(|date| period.contains(*date));
        match (any, inside.next(), inside.next()) {
            // In none of the period's years is there such a day: 29 February in 2023.
            (None, ..) => self.in_year(to.year()),
            (_, None, _) => Err(DateTextError::NotInPeriod { from, to }),
            (_, Some(date), None) => Ok(date),
            (_, Some(_), Some(_)) => Err(DateTextError::YearMissing),
        }
    }
}

/// Takes a day of the week from the front, or in brackets from the end.
fn split_weekday(text: &str) -> (Option<Weekday>, &str) {
    if let Some((weekday, rest)) = strip_weekday(text) {
        return (Some(weekday), rest);
    }
    let bracketed = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match bracketed.and_then(|(date, name)| Some((strip_weekday(name.trim_matches(' '))?, date))) {
        Some(((weekday, ""), date)) => (Some(weekday), date.trim_end_matches(' ')),
        _ => (None, text),
    }
}

/// The parts of a prepared text; `None` if it is not written as a date.
fn read(text: &str) -> Option<Written> {
    let text = text.strip_prefix("ngay ").unwrap_or(text);
    let (first, second, third) = match around(text, "thang") {
        Some((day, rest)) => {
            let (month, year) = split_month_and_year(rest);
            (day, month, year)
        }
        None => {
            let separator = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
            let (first, rest) = text.split_once(separator)?;
            match rest.split_once(separator) {
                Some((second, third)) => (first, second, Some(third)),
                None => (first, rest, None),
            }
        }
    };
    let [first, second] = [first, second].map(|part| part.trim_matches(' '));
    let third = third.map(|part| part.trim_matches(' '));
    if let (4, Some(day)) = (first.len(), third) {
        return Some(Written {
            day: small(day)?,
            month: small(second)?,
            year: Some(Year::Full(year(first)?)),
        });
    }
    let (day, month) = (small(first)?, small(second)?);
    let year = match third.map(|text| (text.len(), year(text))) {
        None => None,
        Some((2, Some(short))) => Some(Year::Short(short)),
        Some((4, Some(year))) => Some(Year::Full(year)),
        Some(_) => return None,
    };
    Some(Written { day, month, year })
}

/// Splits `3 năm 2023`, `3/2023`, `3, 2023`, `3 2023` or `3`.
fn split_month_and_year(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_matches(' ');
    match text
        .find(|c: char| !c.is_ascii_digit())
        .and_then(|end| text.split_at_checked(end))
    {
        None => (text, None),
        Some((month, rest)) => {
            let rest = rest.trim_matches(' ');
            let year = rest
                .strip_prefix("nam")
                .or(rest.strip_prefix(['/', '-', '.', ',']))
                .unwrap_or(rest);
            (month, Some(year))
        }
    }
}

/// A day or a month: one or two digits.
fn small(text: &str) -> Option<u8> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// A year of any number of digits.
fn year(text: &str) -> Option<i32> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests;
