//! Times of day.

use serde::Serialize;

use super::digits;
use super::iso_string::iso_string;

/// A time of day (giờ trong ngày), from 00:00 to 24:00, to the minute, or to the second where a document says so.
///
/// 24:00 is the end of the day, as in "trước 24g00 ngày 31/3": the same instant as 00:00 of the next day, but it belongs
/// to the day that was named. In JSON it is the string `"17:00"`, or `"23:59:59"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    seconds: u32,
}

/// Why an hour and a minute are not a [`Time`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum TimeError {
    /// The text is not of the form `HH:MM` or `HH:MM:SS`.
    Format,
    /// The hour is above 24, or it is 24 with minutes.
    NoSuchHour,
    /// The minute or the second is above 59.
    NoSuchMinute,
}

impl TimeError {
    pub(super) const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::NoSuchHour => {
                "the hour must be 00 to 23, or the time 24:00 for the end of the day"
            }
            Self::NoSuchMinute => "minutes and seconds must be 00 to 59",
        }
    }
}

impl Time {
    /// 00:00, the start of the day.
    pub const MIDNIGHT: Self = Self { seconds: 0 };
    /// 24:00, the end of the day.
    pub const END_OF_DAY: Self = Self { seconds: 86_400 };

    /// The time with this hour (0 to 24) and minute (0 to 59).
    ///
    /// # Errors
    /// - [`TimeError::NoSuchMinute`]: minute 60 or more;
    /// - [`TimeError::NoSuchHour`]: hour 25 or more, or 24 with any minute but 0.
    pub const fn new(hour: u8, minute: u8) -> Result<Self, TimeError> {
        Self::to_the_second(hour, minute, 0)
    }

    /// So many seconds after midnight; what is more is the end of the day.
    #[must_use]
    pub fn of_day(seconds: u32) -> Self {
        Self {
            seconds: seconds.min(Self::END_OF_DAY.seconds),
        }
    }

    const fn to_the_second(hour: u8, minute: u8, second: u8) -> Result<Self, TimeError> {
        if minute > 59 || second > 59 {
            return Err(TimeError::NoSuchMinute);
        }
        let seconds = hour as u32 * 3600 + minute as u32 * 60 + second as u32;
        if seconds > Self::END_OF_DAY.seconds {
            return Err(TimeError::NoSuchHour);
        }
        Ok(Self { seconds })
    }

    /// Reads `17:00` or `23:59:59`: two digits, a colon and two digits, perhaps once more.
    ///
    /// # Errors
    /// [`TimeError::Format`] for any other form, and those of [`Time::new`].
    pub fn parse_iso(text: &str) -> Result<Self, TimeError> {
        let (hour, minute, second) = split_iso(text).ok_or(TimeError::Format)?;
        Self::to_the_second(hour, minute, second)
    }

    /// The time as `17:00`, or as `23:59:59` where it has seconds.
    #[must_use]
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(5);
        digits::push(&mut out, u32::from(self.hour()), 2);
        out.push(':');
        digits::push(&mut out, u32::from(self.minute()), 2);
        if self.second() > 0 {
            out.push(':');
            digits::push(&mut out, u32::from(self.second()), 2);
        }
        out
    }

    /// The hour, 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u8 {
        (self.seconds / 3600) as u8
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        (self.seconds / 60 % 60) as u8
    }

    /// The second, 0 to 59.
    #[must_use]
    pub const fn second(self) -> u8 {
        (self.seconds % 60) as u8
    }

    /// Seconds since the start of the day, 0 to 86 400.
    #[must_use]
    pub const fn seconds_of_day(self) -> u32 {
        self.seconds
    }
}

fn split_iso(text: &str) -> Option<(u8, u8, u8)> {
    let (hour, rest) = digits::take(text, 2)?;
    let (minute, rest) = digits::take(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => digits::take(rest, 2)?,
        None => (0, rest),
    };
    if !rest.is_empty() {
        return None;
    }
    let part = |number: u32| u8::try_from(number).ok();
    Some((part(hour)?, part(minute)?, part(second)?))
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
            ("07:30", Ok(27_000)),
            ("17:00", Ok(61_200)),
            ("17:00:00", Ok(61_200)),
            ("23:59", Ok(86_340)),
            ("23:59:59", Ok(86_399)),
            ("24:00", Ok(86_400)),
            ("24:00:01", Err(TimeError::NoSuchHour)),
            ("07:30:60", Err(TimeError::NoSuchMinute)),
            ("07:30:5", Err(TimeError::Format)),
            ("07:30:00:", Err(TimeError::Format)),
            ("24:01", Err(TimeError::NoSuchHour)),
            ("25:00", Err(TimeError::NoSuchHour)),
            ("07:60", Err(TimeError::NoSuchMinute)),
            ("7:30", Err(TimeError::Format)),
            ("07g30", Err(TimeError::Format)),
            ("", Err(TimeError::Format)),
        ] {
            assert_eq!(
                Time::parse_iso(text).map(Time::seconds_of_day),
                expected,
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn json_comes_back_the_same(hour in 0..24_u8, minute in 0..60_u8, second in 0..60_u8) {
            let time = Time::to_the_second(hour, minute, second).unwrap();
            prop_assert_eq!((time.hour(), time.minute(), time.second()), (hour, minute, second));
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
