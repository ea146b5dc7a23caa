//! Instants on the UTC time line.

use serde::Serialize;

use super::date::{Date, DateError};
use super::digits;
use super::iso_string::iso_string;
use super::offset::Offset;
use super::time_of_day::Time;

const SECONDS_PER_DAY: i64 = 86_400;

/// Days from 1900-01-01, the first [`Date`], to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 25_567;

/// An instant (thời điểm) to the second: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// It lies in the years that [`Date`] allows, give or take an offset. In JSON it is an RFC 3339 string: any offset is
/// read, `"2023-02-24T17:00:00+07:00"`, and UTC is written, `"2023-02-24T10:00:00Z"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: i64,
}

/// Why a text is not an [`Instant`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum InstantError {
    /// The text is not of the form `YYYY-MM-DDTHH:MM:SS+HH:MM` or `…Z`.
    Format,
    /// The date does not exist.
    Date {
        /// What is wrong with it.
        error: DateError,
    },
    /// The hour is above 23, or the minute or the second above 59.
    NoSuchTime,
}

impl InstantError {
    pub(super) const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::Date { error } => error.describe(expected),
            Self::NoSuchTime => "the time must lie in 00:00:00 to 23:59:59",
        }
    }
}

impl Instant {
    /// The instant at which a clock at `offset` shows `date` and `time`. 24:00 is 00:00 of the next day.
    #[must_use]
    pub fn at(date: Date, time: Time, offset: Offset) -> Self {
        Self::from_civil_seconds(date, i64::from(time.seconds_of_day()), offset)
    }

    fn from_civil_seconds(date: Date, seconds_of_day: i64, offset: Offset) -> Self {
        let days = Date::MIN.days_until(date) - DAYS_TO_EPOCH;
        Self {
            seconds: days * SECONDS_PER_DAY + seconds_of_day - offset.seconds(),
        }
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z; `None` outside the years 1900 to 2199 of UTC.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let days = seconds.div_euclid(SECONDS_PER_DAY);
        let first = -DAYS_TO_EPOCH;
        let last = Date::MIN.days_until(Date::MAX) - DAYS_TO_EPOCH;
        (first..=last).contains(&days).then_some(Self { seconds })
    }

    /// The instant of a clock, in seconds since 1970-01-01T00:00:00Z. A clock outside the years 1900 to 2199 of UTC is
    /// wrong, and is held at their edge rather than refused: who cannot set it must still be able to report.
    #[must_use]
    pub fn of_clock(seconds: i64) -> Self {
        Self { seconds: 0 }.plus_seconds(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// Milliseconds since 1970-01-01T00:00:00Z, within JavaScript's exact integers.
    #[must_use]
    pub const fn unix_millis(self) -> i64 {
        self.seconds * 1000
    }

    /// The instant `seconds` later, or earlier if negative, held within the years 1900 to 2199 of UTC.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let first = -DAYS_TO_EPOCH * SECONDS_PER_DAY;
        let end = (Date::MIN.days_until(Date::MAX) + 1 - DAYS_TO_EPOCH) * SECONDS_PER_DAY;
        Self {
            seconds: self.seconds.saturating_add(seconds).clamp(first, end - 1),
        }
    }

    /// What a clock at `offset` shows: the date, and the seconds since its start (0 to 86 399).
    ///
    /// Where the offset would carry the date out of the years 1900 to 2199, the date is held at the first or last day.
    #[must_use]
    pub fn civil(self, offset: Offset) -> (Date, u32) {
        let local = self.seconds + offset.seconds();
        let days = local.div_euclid(SECONDS_PER_DAY) + DAYS_TO_EPOCH;
        let date = Date::MIN
            .add_days(days)
            .unwrap_or(if days < 0 { Date::MIN } else { Date::MAX });
        (
            date,
            u32::try_from(local.rem_euclid(SECONDS_PER_DAY)).unwrap_or(0),
        )
    }

    /// How many seconds `other` lies after `self`; negative if before.
    #[must_use]
    pub const fn seconds_until(self, other: Self) -> i64 {
        other.seconds - self.seconds
    }

    /// Reads an RFC 3339 date and time such as `2023-02-24T17:00:00+07:00` or `2023-02-24T10:00:00Z`. Fractions of a
    /// second are accepted, as JavaScript writes them, and dropped.
    ///
    /// # Errors
    /// - [`InstantError::Format`]: any other form, no offset, an offset beyond −12:00 to +14:00;
    /// - [`InstantError::Date`]: no such date, or its year is outside 1900 to 2199;
    /// - [`InstantError::NoSuchTime`]: hour above 23, minute or second above 59.
    pub fn parse_iso(text: &str) -> Result<Self, InstantError> {
        let (date, rest) = text.split_at_checked(10).ok_or(InstantError::Format)?;
        let (clock, offset) = split_clock(rest).ok_or(InstantError::Format)?;
        let date = Date::parse_iso(date).map_err(|error| match error {
            DateError::Format => InstantError::Format,
            error => InstantError::Date { error },
        })?;
        let [hour, minute, second] = clock;
        if hour > 23 || minute > 59 || second > 59 {
            return Err(InstantError::NoSuchTime);
        }
        Ok(Self::from_civil_seconds(
            date,
            i64::from(hour * 3600 + minute * 60 + second),
            offset,
        ))
    }

    /// The instant in UTC as `2023-02-24T10:00:00Z`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (date, seconds) = self.civil(Offset::UTC);
        let mut out = date.to_iso();
        for (separator, value) in [
            ('T', seconds / 3600),
            (':', seconds / 60 % 60),
            (':', seconds % 60),
        ] {
            out.push(separator);
            digits::push(&mut out, value, 2);
        }
        out.push('Z');
        out
    }
}

/// Splits `T17:00:00.000+07:00` into hour, minute, second and the offset.
fn split_clock(text: &str) -> Option<([u32; 3], Offset)> {
    let (hour, rest) = digits::take(text.strip_prefix('T')?, 2)?;
    let (minute, rest) = digits::take(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = digits::take(rest.strip_prefix(':')?, 2)?;
    let zone = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if zone.len() == fraction.len() {
                return None;
            }
            zone
        }
    };
    let offset = if zone == "Z" {
        Offset::UTC
    } else {
        Offset::parse_iso(zone).ok()?
    };
    Some(([hour, minute, second], offset))
}

iso_string!(
    Instant,
    Instant { seconds: 0 },
    "an instant must be written as in RFC 3339, for example \"2023-02-24T17:00:00+07:00\""
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Instant, InstantError};
    use crate::calendar::{Date, DateError, Offset, Time};

    #[test]
    fn instants_are_read_at_any_offset_and_written_in_utc() {
        for (text, expected) in [
            ("2023-02-24T17:00:00+07:00", "2023-02-24T10:00:00Z"),
            ("2023-02-24T10:00:00Z", "2023-02-24T10:00:00Z"),
            ("2023-02-24T10:00:59.999Z", "2023-02-24T10:00:59Z"),
            ("2023-02-24T00:30:00+07:00", "2023-02-23T17:30:00Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(
                Instant::parse_iso(text).map(Instant::to_iso),
                Ok(expected.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_an_instant_is_refused() {
        let no_day = InstantError::Date {
            error: DateError::NoSuchDay { last_day: 28 },
        };
        for (text, expected) in [
            ("2023-02-24T17:00:00", InstantError::Format),
            ("2023-02-24 17:00:00Z", InstantError::Format),
            ("2023-02-24T17:00Z", InstantError::Format),
            ("2023-02-24T17:00:00.Z", InstantError::Format),
            ("2023-02-24T17:00:00+15:00", InstantError::Format),
            ("2023-02-24", InstantError::Format),
            ("2023-02-2", InstantError::Format),
            ("", InstantError::Format),
            ("2023-02-29T17:00:00Z", no_day),
            ("2023-02-24T24:00:00Z", InstantError::NoSuchTime),
            ("2023-02-24T23:60:00Z", InstantError::NoSuchTime),
            ("2023-02-24T23:59:60Z", InstantError::NoSuchTime),
        ] {
            assert_eq!(Instant::parse_iso(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn the_end_of_a_day_is_the_start_of_the_next() {
        let last = Date::new(2023, 3, 31).unwrap();
        let next = Date::new(2023, 4, 1).unwrap();
        let end = Instant::at(last, Time::END_OF_DAY, Offset::VIETNAM);
        assert_eq!(end, Instant::at(next, Time::MIDNIGHT, Offset::VIETNAM));
        assert_eq!(end.civil(Offset::VIETNAM), (next, 0));
        assert_eq!(end.to_iso(), "2023-03-31T17:00:00Z");
    }

    #[test]
    fn the_epoch_is_1970() {
        let epoch = Instant::at(Date::new(1970, 1, 1).unwrap(), Time::MIDNIGHT, Offset::UTC);
        assert_eq!(epoch.unix_seconds(), 0);
    }

    #[test]
    fn a_clock_outside_the_years_of_a_date_is_refused() {
        for (seconds, expected) in [
            (0, true),
            (-2_208_988_800, true),
            (-2_208_988_801, false),
            (7_258_118_399, true),
            (7_258_118_400, false),
            (i64::MAX, false),
            (i64::MIN, false),
        ] {
            assert_eq!(
                Instant::from_unix_seconds(seconds).is_some(),
                expected,
                "{seconds}"
            );
        }
    }

    #[test]
    fn a_wrong_clock_is_held_at_the_edge_of_the_range() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (8_835_998_400, "2199-12-31T23:59:59Z"),
            (i64::MAX, "2199-12-31T23:59:59Z"),
            (i64::MIN, "1900-01-01T00:00:00Z"),
        ] {
            assert_eq!(Instant::of_clock(seconds).to_iso(), expected, "{seconds}");
        }
    }

    #[test]
    fn adding_seconds_stays_in_the_range() {
        let noon = Instant::parse_iso("2023-02-24T12:00:00Z").unwrap();
        for (seconds, expected) in [
            (1, "2023-02-24T12:00:01Z"),
            (-43_201, "2023-02-23T23:59:59Z"),
            (i64::MAX, "2199-12-31T23:59:59Z"),
            (i64::MIN, "1900-01-01T00:00:00Z"),
        ] {
            assert_eq!(noon.plus_seconds(seconds).to_iso(), expected, "{seconds}");
        }
    }

    #[test]
    fn the_edges_of_the_range_hold() {
        for offset in [-720, 0, 840] {
            let offset = Offset::from_minutes(offset).unwrap();
            for (date, time) in [(Date::MIN, Time::MIDNIGHT), (Date::MAX, Time::END_OF_DAY)] {
                let instant = Instant::at(date, time, offset);
                let _ = (
                    instant.to_iso(),
                    instant.civil(Offset::VIETNAM),
                    instant.unix_millis(),
                );
            }
        }
    }

    proptest! {
        #[test]
        fn json_comes_back_the_same(seconds in -2_208_988_800..7_258_118_400_i64) {
            let instant = Instant::from_unix_seconds(seconds).unwrap();
            let json = serde_json::to_string(&instant).unwrap();
            prop_assert_eq!(serde_json::from_str::<Instant>(&json).unwrap(), instant);
            prop_assert_eq!(Instant::of_clock(instant.unix_millis() / 1000), instant);
        }

        #[test]
        fn a_clock_shows_what_was_set(days in 1..100_000_i64, minute in 0..1440_u16, offset in -720..=840_i16) {
            let date = Date::MIN.add_days(days).unwrap();
            let time = Time::new((minute / 60) as u8, (minute % 60) as u8).unwrap();
            let offset = Offset::from_minutes(offset).unwrap();
            let instant = Instant::at(date, time, offset);
            prop_assert_eq!(instant.civil(offset), (date, u32::from(minute) * 60));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), tail in "[0-9T:.+Z-]{0,20}") {
            let _ = Instant::parse_iso(&text);
            let mut near = "2023-02-24".to_owned();
            near.push_str(&tail);
            let _ = Instant::parse_iso(&near);
        }
    }
}
