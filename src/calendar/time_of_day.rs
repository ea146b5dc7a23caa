//! Times of day.

use serde::Serialize;

use super::digits;
use super::iso_string::iso_string;

/// A time of day (giờ trong ngày) to the minute, from 00:00 to 24:00.
///
/// 24:00 is the end of the day, as in "trước 24g00 ngày 31/3": the same instant as 00:00 of the next day, but it belongs
/// to the day that was named. In JSON it is the string `"17:00"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    minutes: u16,
}

/// Why an hour and a minute are not a [`Time`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum TimeError {
    /// The text is not of the form `HH:MM`.
    Format,
    /// The hour is above 24, or it is 24 with minutes.
    NoSuchHour,
    /// The minute is above 59.
    NoSuchMinute,
}

impl TimeError {
    pub(super) const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::NoSuchHour => {
                "the hour must be 00 to 23, or the time 24:00 for the end of the day"
            }
            Self::NoSuchMinute => "the minute must be 00 to 59",
        }
    }
}

impl Time {
    /// 00:00, the start of the day.
    pub const MIDNIGHT: Self = Self { minutes: 0 };
    /// 24:00, the end of the day.
    pub const END_OF_DAY: Self = Self { minutes: 24 * 60 };

    /// The time with this hour (0 to 24) and minute (0 to 59).
    ///
    /// # Errors
    /// - [`TimeError::NoSuchMinute`]: minute 60 or more;
    /// - [`TimeError::NoSuchHour`]: hour 25 or more, or 24 with any minute but 0.
    pub const fn new(hour: u8, minute: u8) -> Result<Self, TimeError> {
        if minute > 59 {
            return Err(TimeError::NoSuchMinute);
        }
        let minutes = hour as u16 * 60 + minute as u16;
        if minutes > Self::END_OF_DAY.minutes {
            return Err(TimeError::NoSuchHour);
        }
        Ok(Self { minutes })
    }

    /// Reads `17:00`: two digits, a colon and two digits.
    ///
    /// # Errors
    /// [`TimeError::Format`] for any other form, and those of [`Time::new`].
    pub fn parse_iso(text: &str) -> Result<Self, TimeError> {
        let (hour, minute) = split_iso(text).ok_or(TimeError::Format)?;
        Self::new(hour, minute)
    }

    /// The time as `17:00`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(5);
        digits::push(&mut out, u32::from(self.hour()), 2);
        out.push(':');
        digits::push(&mut out, u32::from(self.minute()), 2);
        out
    }

    /// The hour, 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u8 {
        (self.minutes / 60) as u8
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        (self.minutes % 60) as u8
    }

    /// Minutes since the start of the day, 0 to 1440.
    #[must_use]
    pub const fn minutes_of_day(self) -> u16 {
        self.minutes
    }
}

fn split_iso(text: &str) -> Option<(u8, u8)> {
    let (hour, rest) = digits::take(text, 2)?;
    let (minute, rest) = digits::take(rest.strip_prefix(':')?, 2)?;
    if !rest.is_empty() {
        return None;
    }
    Some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?))
}

iso_string!(
    Time,
    Time::MIDNIGHT,
    "a time of day must be written HH:MM, for example \"17:00\""
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Time, TimeError};

    #[test]
    fn times_run_from_0000_to_2400() {
        for (text, expected) in [
            ("00:00", Ok(0)),
            ("07:30", Ok(450)),
            ("17:00", Ok(1020)),
            ("23:59", Ok(1439)),
            ("24:00", Ok(1440)),
            ("24:01", Err(TimeError::NoSuchHour)),
            ("25:00", Err(TimeError::NoSuchHour)),
            ("07:60", Err(TimeError::NoSuchMinute)),
            ("7:30", Err(TimeError::Format)),
            ("07:30:00", Err(TimeError::Format)),
            ("07g30", Err(TimeError::Format)),
            ("", Err(TimeError::Format)),
        ] {
            assert_eq!(
                Time::parse_iso(text).map(Time::minutes_of_day),
                expected,
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn json_comes_back_the_same(hour in 0..24_u8, minute in 0..60_u8) {
            let time = Time::new(hour, minute).unwrap();
            prop_assert_eq!((time.hour(), time.minute()), (hour, minute));
            let json = serde_json::to_string(&time).unwrap();
            prop_assert_eq!(serde_json::from_str::<Time>(&json).unwrap(), time);
        }

        #[test]
        fn no_hour_minute_or_text_panics(hour: u8, minute: u8, text in any::<String>()) {
            let _ = Time::new(hour, minute);
            let _ = Time::parse_iso(&text);
        }
    }
}
