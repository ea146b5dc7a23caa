//! Days that come back every month or every year.

use crate::read::{Node, Read, Reader};
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::digits;
use super::iso_string::iso_string;

/// A day of the month, 1 to 31 (ngày trong tháng). In JSON a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8")]
pub struct DayOfMonth(u8);

/// The number is not 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfMonthError;

impl core::fmt::Display for DayOfMonthError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a day of the month must be 1 to 31")
    }
}

impl core::error::Error for DayOfMonthError {}

impl TryFrom<u8> for DayOfMonth {
    type Error = DayOfMonthError;

    fn try_from(day: u8) -> Result<Self, DayOfMonthError> {
        Self::new(day)
    }
}

impl DayOfMonth {
    /// The day of the month with this number.
    ///
    /// # Errors
    /// [`DayOfMonthError`]: 0, or above 31.
    pub const fn new(day: u8) -> Result<Self, DayOfMonthError> {
        if 1 <= day && day <= 31 {
            Ok(Self(day))
        } else {
            Err(DayOfMonthError)
        }
    }

    /// The number, 1 to 31.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// A day that comes every year (ngày trong năm), such as the start of the school year.
///
/// 29 February is refused, since three years in four do not have it. In JSON the string `"09-05"`, month first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

/// Why a month and a day are not a [`MonthDay`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum MonthDayError {
    /// The text is not of the form `MM-DD`.
    Format,
    /// Not every year has such a day.
    NotEveryYear,
}

impl MonthDayError {
    const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::NotEveryYear => "every year must have the day: not 02-29, 02-30 or 04-31",
        }
    }
}

impl MonthDay {
    /// 1 January.
    pub(super) const FIRST: Self = Self { month: 1, day: 1 };

    /// The day with this month (1 to 12) and day (1 to 31).
    ///
    /// # Errors
    /// [`MonthDayError::NotEveryYear`]: no such day, or 29 February.
    pub fn new(month: u8, day: u8) -> Result<Self, MonthDayError> {
        // 2023 is any year without a 29 February.
        match Date::new(2023, month, day) {
            Ok(_) => Ok(Self { month, day }),
            Err(_) => Err(MonthDayError::NotEveryYear),
        }
    }

    /// Reads `09-05`, month first.
    ///
    /// # Errors
    /// [`MonthDayError::Format`] for any other form, and those of [`MonthDay::new`].
    pub fn parse_iso(text: &str) -> Result<Self, MonthDayError> {
        let (month, day) = split_iso(text).ok_or(MonthDayError::Format)?;
        Self::new(month, day)
    }

    /// The day as `09-05`, month first.
    #[must_use]
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(5);
        digits::push(&mut out, u32::from(self.month), 2);
        out.push('-');
        digits::push(&mut out, u32::from(self.day), 2);
        out
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day in that year; `None` outside 1900 to 2199.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

fn split_iso(text: &str) -> Option<(u8, u8)> {
    let (month, rest) = digits::take(text, 2)?;
    let (day, rest) = digits::take(rest.strip_prefix('-')?, 2)?;
    if !rest.is_empty() {
        return None;
    }
    Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

iso_string!(
    MonthDay,
    MonthDay::FIRST,
    "a day of the year must be written MM-DD, for example \"09-05\" for 5 September"
);

impl Read for DayOfMonth {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let day = u8::read(node, reader);
        Self::new(day).unwrap_or_else(|_| {
            if reader.count() == before {
                reader.refuse_value(node, "a day of the month must be 1 to 31");
            }
            Self(1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{DayOfMonth, MonthDay, MonthDayError};

    #[test]
    fn a_day_of_the_year_exists_every_year() {
        for (text, expected) in [
            ("09-05", Ok(())),
            ("12-31", Ok(())),
            ("02-29", Err(MonthDayError::NotEveryYear)),
            ("04-31", Err(MonthDayError::NotEveryYear)),
            ("13-01", Err(MonthDayError::NotEveryYear)),
            ("9-5", Err(MonthDayError::Format)),
            ("05/09", Err(MonthDayError::Format)),
            ("09-05-", Err(MonthDayError::Format)),
        ] {
            assert_eq!(MonthDay::parse_iso(text).map(|_| ()), expected, "{text}");
        }
    }

    #[test]
    fn json_comes_back_the_same() {
        let start: MonthDay = serde_json::from_str("\"09-05\"").unwrap();
        assert_eq!((start.month(), start.day()), (9, 5));
        assert_eq!(serde_json::to_string(&start).unwrap(), "\"09-05\"");
    }

    #[test]
    fn a_day_of_the_month_is_1_to_31() {
        for (json, accepted) in [
            ("1", true),
            ("31", true),
            ("0", false),
            ("32", false),
            ("-1", false),
            ("300", false),
        ] {
            assert_eq!(
                serde_json::from_str::<DayOfMonth>(json).is_ok(),
                accepted,
                "{json}"
            );
        }
    }
}
