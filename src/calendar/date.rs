//! Civil dates.

use serde::Serialize;

use super::digits;
use super::iso_string::iso_string;
use super::weekday::Weekday;

/// A civil date (ngày) of the Gregorian calendar, with no time of day and no offset.
///
/// The year lies in 1900 to 2199: plans, birthdays and anniversaries all fit, while `0223`, `20223` and `1023` are typing
/// mistakes and are caught as such. In JSON it is the ISO 8601 string `"2023-02-26"` and nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// Why a year, month and day are not a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DateError {
    /// The text is not of the form `YYYY-MM-DD`.
    Format,
    /// The year lies outside 1900 to 2199.
    YearOutOfRange,
    /// The month is not 1 to 12.
    NoSuchMonth,
    /// The month has no such day.
    NoSuchDay {
        /// The last day that the month has in that year: 28 to 31.
        last_day: u8,
    },
}

impl DateError {
    pub(super) const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::YearOutOfRange => "the year must lie in 1900 to 2199",
            Self::NoSuchMonth => "the month must be 01 to 12",
            Self::NoSuchDay { .. } => "the month has no such day",
        }
    }
}

impl Date {
    /// The first year that a date may have.
    pub const FIRST_YEAR: i32 = 1900;
    /// The last year that a date may have.
    pub const LAST_YEAR: i32 = 2199;
    /// 1 January 1900.
    pub const MIN: Self = match time::Date::from_ordinal_date(Self::FIRST_YEAR, 1) {
        Ok(date) => Self(date),
        Err(_) => Self(time::Date::MIN),
    };
    /// 31 December 2199.
    pub const MAX: Self = match time::Date::from_ordinal_date(Self::LAST_YEAR, 365) {
        Ok(date) => Self(date),
        Err(_) => Self(time::Date::MAX),
    };

    /// So many days lie beyond the last one and hold a number each, beside 0: the seconds of a day.
    const BEYOND: u32 = 86_400;
    /// So many of them lie in a year.
    const OF_YEAR: u32 = 365;

    /// The date with this year, month (1 to 12) and day (1 to 31).
    ///
    /// # Errors
    /// - [`DateError::YearOutOfRange`]: before 1900 or after 2199;
    /// - [`DateError::NoSuchMonth`]: month 0 or above 12;
    /// - [`DateError::NoSuchDay`]: day 0, 30 February, 31 April.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        if !(Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year) {
            return Err(DateError::YearOutOfRange);
        }
        let month = time::Month::try_from(month).map_err(|_| DateError::NoSuchMonth)?;
        time::Date::from_calendar_date(year, month, day)
            .map(Self)
            .map_err(|_| DateError::NoSuchDay {
                last_day: month.length(year),
            })
    }

    /// Reads `2023-02-26`: four, two and two ASCII digits with hyphens, nothing else.
    ///
    /// # Errors
    /// [`DateError::Format`] for any other form, and those of [`Date::new`].
    pub fn parse_iso(text: &str) -> Result<Self, DateError> {
        let (year, month, day) = split_iso(text).ok_or(DateError::Format)?;
        Self::new(year, month, day)
    }

    /// The date as `2023-02-26`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(10);
        digits::push(&mut out, self.year().unsigned_abs(), 4);
        out.push('-');
        digits::push(&mut out, u32::from(self.month()), 2);
        out.push('-');
        digits::push(&mut out, u32::from(self.day()), 2);
        out
    }

    /// The year, 1900 to 2199.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        match self.0.weekday() {
            time::Weekday::Monday => Weekday::Monday,
            time::Weekday::Tuesday => Weekday::Tuesday,
            time::Weekday::Wednesday => Weekday::Wednesday,
            time::Weekday::Thursday => Weekday::Thursday,
            time::Weekday::Friday => Weekday::Friday,
            time::Weekday::Saturday => Weekday::Saturday,
            time::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// The date `days` later, or earlier if negative; `None` beyond the years 1900 to 2199.
    #[must_use]
    pub fn add_days(self, days: i64) -> Option<Self> {
        let julian_day = i64::from(self.0.to_julian_day()).checked_add(days)?;
        let date = time::Date::from_julian_day(i32::try_from(julian_day).ok()?).ok()?;
        (Self::FIRST_YEAR..=Self::LAST_YEAR)
            .contains(&date.year())
            .then_some(Self(date))
    }

    /// The same day `months` later, or earlier if negative; the last day of the month where that month is shorter, so a
    /// month after 31 January is 28 or 29 February. `None` beyond the years 1900 to 2199.
    #[must_use]
    pub fn add_months(self, months: i32) -> Option<Self> {
        let counted = self.year() * 12 + i32::from(self.month()) - 1;
        let target = counted.checked_add(months)?;
        let month = u8::try_from(target.rem_euclid(12) + 1).ok()?;
        Self::new_clamped(target.div_euclid(12), month, self.day())
    }

    /// The date with this day, or with the month's last day if the month is shorter; `None` if the year or month is none.
    pub(crate) fn new_clamped(year: i32, month: u8, day: u8) -> Option<Self> {
        match Self::new(year, month, day) {
            Err(DateError::NoSuchDay { last_day }) => Self::new(year, month, last_day).ok(),
            date => date.ok(),
        }
    }

    /// How many days `other` lies after `self`; negative if before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        i64::from(other.0.to_julian_day()) - i64::from(self.0.to_julian_day())
    }

    /// The last day of this date's month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        let last_day = self.0.month().length(self.year());
        Self(self.0.replace_day(last_day).unwrap_or(self.0))
    }

    /// A day beyond all others, which holds a number up to [`Self::BEYOND`] and is shown to nobody.
    pub(super) fn beyond(number: u32) -> Self {
        let number = number.min(Self::BEYOND);
        let part = |number: u32| u16::try_from(number).unwrap_or_default();
        let (year, day) = (part(number / Self::OF_YEAR), part(number % Self::OF_YEAR));
        let day = time::Date::from_ordinal_date(Self::LAST_YEAR + 1 + i32::from(year), day + 1);
        Self(day.unwrap_or(time::Date::MAX))
    }

    /// The number that [`Self::beyond`] was given; 0 of any other day.
    pub(super) fn number_beyond(self) -> u32 {
        let year = u32::try_from(self.year() - Self::LAST_YEAR - 1).unwrap_or_default();
        year * Self::OF_YEAR + u32::from(self.0.ordinal()) - 1
    }

    /// [`Date::add_days`], held at 1900-01-01 or 2199-12-31 where it would leave the range.
    pub(super) fn saturating_add_days(self, days: i64) -> Self {
        self.add_days(days)
            .unwrap_or(if days < 0 { Self::MIN } else { Self::MAX })
    }
}

/// The numbers of `YYYY-MM-DD`, whether or not they are a date.
fn split_iso(text: &str) -> Option<(i32, u8, u8)> {
    let (year, rest) = digits::take(text, 4)?;
    let (month, rest) = digits::take(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = digits::take(rest.strip_prefix('-')?, 2)?;
    if !rest.is_empty() {
        return None;
    }
    Some((
        i32::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    ))
}

iso_string!(
    Date,
    Date::MIN,
    "a date must be written YYYY-MM-DD, for example \"2023-02-26\""
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, DateError};
    use crate::calendar::Weekday;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn only_real_days_of_1900_to_2199_are_dates() {
        for (text, expected) in [
            ("2023-02-26", Ok(())),
            ("2024-02-29", Ok(())),
            ("1900-01-01", Ok(())),
            ("2199-12-31", Ok(())),
            ("2023-02-29", Err(DateError::NoSuchDay { last_day: 28 })),
            ("1900-02-29", Err(DateError::NoSuchDay { last_day: 28 })),
            ("2024-02-30", Err(DateError::NoSuchDay { last_day: 29 })),
            ("2023-04-31", Err(DateError::NoSuchDay { last_day: 30 })),
            ("2023-01-00", Err(DateError::NoSuchDay { last_day: 31 })),
            ("2023-13-01", Err(DateError::NoSuchMonth)),
            ("2023-00-01", Err(DateError::NoSuchMonth)),
            ("1899-12-31", Err(DateError::YearOutOfRange)),
            ("2200-01-01", Err(DateError::YearOutOfRange)),
            ("2023-2-26", Err(DateError::Format)),
            ("2023-02-26 ", Err(DateError::Format)),
            ("2023/02/26", Err(DateError::Format)),
            ("+023-02-26", Err(DateError::Format)),
            ("20230226", Err(DateError::Format)),
            ("2023-02-é", Err(DateError::Format)),
            ("", Err(DateError::Format)),
        ] {
            assert_eq!(Date::parse_iso(text).map(|_| ()), expected, "{text}");
        }
    }

    #[test]
    fn weekdays_agree_with_the_printed_plans() {
        for (text, expected) in [
            ("2023-02-26", Weekday::Sunday),
            ("2023-03-19", Weekday::Sunday),
            ("2023-03-03", Weekday::Friday),
            ("1931-03-26", Weekday::Thursday),
        ] {
            assert_eq!(date(text).weekday(), expected, "{text}");
        }
    }

    #[test]
    fn a_month_later_stays_within_the_month() {
        for (from, months, expected) in [
            ("2023-01-31", 1, Some("2023-02-28")),
            ("2024-01-31", 1, Some("2024-02-29")),
            ("2023-03-26", -1, Some("2023-02-26")),
            ("2023-11-15", 2, Some("2024-01-15")),
            ("2023-01-15", -1, Some("2022-12-15")),
            ("2199-12-01", 1, None),
            ("1900-01-31", -1, None),
            ("2023-01-01", i32::MAX, None),
            ("2023-01-01", i32::MIN, None),
        ] {
            assert_eq!(
                date(from).add_months(months),
                expected.map(date),
                "{from} and {months}"
            );
        }
    }

    #[test]
    fn the_calendar_ends() {
        for (from, days, expected) in [
            (Date::MAX, 1, None),
            (Date::MIN, -1, None),
            (Date::MAX, 0, Some(Date::MAX)),
            (Date::MIN, 109_572, Some(Date::MAX)),
            (Date::MIN, i64::MAX, None),
            (Date::MAX, i64::MIN, None),
        ] {
            assert_eq!(from.add_days(days), expected, "{from} and {days}");
        }
    }

    #[test]
    fn the_end_of_the_month_knows_leap_years() {
        for (from, to) in [
            ("2023-02-26", "2023-02-28"),
            ("2024-02-01", "2024-02-29"),
            ("2023-03-31", "2023-03-31"),
        ] {
            assert_eq!(date(from).end_of_month(), date(to));
        }
    }

    #[test]
    fn a_refused_date_does_not_repeat_what_was_written() {
        for (json, reason) in [
            ("\"26/2/2023\"", "YYYY-MM-DD"),
            ("\"2023-02-30\"", "no such day"),
            ("20230226", "YYYY-MM-DD"),
        ] {
            let error = serde_json::from_str::<Date>(json).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
        }
        let error = serde_json::from_str::<Date>("\"Nguyễn Văn A\"")
            .unwrap_err()
            .to_string();
        assert!(!error.contains("Nguyễn"), "{error}");
    }

    /// Any date of the range.
    fn any_date() -> impl Strategy<Value = Date> {
        (0..=Date::MIN.days_until(Date::MAX)).prop_map(|days| Date::MIN.add_days(days).unwrap())
    }

    proptest! {
        #[test]
        fn text_and_json_come_back_the_same(date in any_date()) {
            prop_assert_eq!(Date::parse_iso(&date.to_iso()), Ok(date));
            let json = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(serde_json::from_str::<Date>(&json).unwrap(), date);
        }

        #[test]
        fn days_add_up(date in any_date(), days in any::<i64>()) {
            if let Some(later) = date.add_days(days) {
                prop_assert_eq!(date.days_until(later), days);
                prop_assert_eq!(later.add_days(-days), Some(date));
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = Date::parse_iso(&text);
        }
    }
}
