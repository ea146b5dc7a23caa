//! Times of day.

use serde::Serialize;

use super::short;
use crate::calendar::{Time, TimeError};

/// Why a text is not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum TimeTextError {
    /// It is not written as a time: `17`, `730`, `7h5`, `7h30-9h`.
    NotATime,
    /// The hour is above 24, or it is 24 with minutes: `25:00`.
    NoSuchHour,
    /// The minute is above 59: `7h60`.
    NoSuchMinute,
    /// A part of the day is named: `7h30 tối`, `7:30 PM`. The 24 hours of the day are asked for: `19g30`.
    PartOfDay,
    /// The text is far too long to be a time.
    TooLong,
}

/// The words for a part of the day, prepared: sáng, trưa, chiều, tối, đêm, khuya, and the clocks' am, pm, SA and CH.
const PARTS_OF_DAY: [&str; 10] = [
    "sang", "trua", "chieu", "toi", "dem", "khuya", "am", "pm", "sa", "ch",
];

/// Reads a time of day, by 24 hours.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `07g30`, `7g30`, `7h30`, `07:30`, `7 : 30` | `25:00`, `24h30` | no such hour |
/// | `17g`, `17h`, `17 giờ` | `7h60` | no such minute |
/// | `17 giờ 30`, `7 giờ 5 phút`, `7h30p` | `7h30 tối`, `7:30 PM` | part of the day |
/// | `24h00`: the end of the day | `17`, `730`, `7h5`, `7.30`, `7h30-9h` | not a time |
/// | `07:30:00`, as spreadsheets write it | `07:30:15` | not a time |
///
/// # Errors
/// Those of [`TimeTextError`], as above; [`TimeTextError::TooLong`] for more than 256 bytes.
pub fn parse_time(text: &str) -> Result<Time, TimeTextError> {
    let text = short(text).ok_or(TimeTextError::TooLong)?;
    let (hour, minute) = match read(&text) {
        Some(time) => time,
        None => {
            return Err(without_part_of_day(&text)
                .map_or(TimeTextError::NotATime, |_| TimeTextError::PartOfDay));
        }
    };
    Time::new(hour, minute).map_err(|error| match error {
        TimeError::Format => TimeTextError::NotATime,
        TimeError::NoSuchHour => TimeTextError::NoSuchHour,
        TimeError::NoSuchMinute => TimeTextError::NoSuchMinute,
    })
}

/// The time as the organisation writes it: `07g30`.
#[must_use]
pub fn format_time(time: Time) -> String {
    time.to_iso().replace(':', "g")
}

/// Hour and minute of a prepared text, whether or not the day has them.
fn read(text: &str) -> Option<(u8, u8)> {
    let (hour, rest) = take_digits(text)?;
    let rest = rest.trim_start_matches(' ');
    let (rest, bare_hour) = match rest.strip_prefix(':') {
        Some(rest) => (rest, false),
        None => (
            ["gio", "g", "h"]
                .into_iter()
                .find_map(|word| rest.strip_prefix(word))?,
            true,
        ),
    };
    let rest = rest.trim_start_matches(' ');
    if rest.is_empty() {
        return bare_hour.then_some((hour, 0));
    }
    let (minute, tail) = take_digits(rest)?;
    let padded = rest.len() - tail.len() == 2;
    match tail.trim_start_matches(' ') {
        // One digit may be a minute or the tens of it, unless "phút" follows.
        "" if padded => Some((hour, minute)),
        ":00" if padded && !bare_hour => Some((hour, minute)),
        "phut" | "ph" | "p" => Some((hour, minute)),
        _ => None,
    }
}

/// The time of a text that goes on to name a part of the day.
fn without_part_of_day(text: &str) -> Option<(u8, u8)> {
    PARTS_OF_DAY.into_iter().find_map(|part| {
        let time = text.strip_suffix(part)?.trim_end_matches(' ');
        read(time).or_else(|| Some((take_digits(time).filter(|(_, rest)| rest.is_empty())?.0, 0)))
    })
}

/// Takes one or two digits from the front.
fn take_digits(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.strip_suffix(rest)?;
    ((1..=2).contains(&digits.len())).then(|| Some((digits.parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TimeTextError, format_time, parse_time};
    use crate::calendar::Time;

    #[test]
    fn accepted() {
        for (text, hour, minute) in [
            ("07g30", 7, 30),
            ("7g30", 7, 30),
            ("7h30", 7, 30),
            ("7H30", 7, 30),
            ("07:30", 7, 30),
            ("7 : 30", 7, 30),
            ("07:30:00", 7, 30),
            ("17g", 17, 0),
            ("17h", 17, 0),
            ("17h00", 17, 0),
            ("17 giờ", 17, 0),
            ("17 giờ 30", 17, 30),
            ("17 gio\u{31B}\u{300} 30 phu\u{301}t", 17, 30),
            ("7 giờ 5 phút", 7, 5),
            ("7h30p", 7, 30),
            ("0h00", 0, 0),
            ("24h00", 24, 0),
            ("24g", 24, 0),
        ] {
            assert_eq!(
                parse_time(text),
                Ok(Time::new(hour, minute).unwrap()),
                "{text}"
            );
        }
        assert_eq!(parse_time("24h00"), Ok(Time::END_OF_DAY));
    }

    #[test]
    fn refused() {
        for (text, error) in [
            ("25:00", TimeTextError::NoSuchHour),
            ("24h30", TimeTextError::NoSuchHour),
            ("99g", TimeTextError::NoSuchHour),
            ("7h60", TimeTextError::NoSuchMinute),
            ("7h30 tối", TimeTextError::PartOfDay),
            ("7 giờ tối", TimeTextError::PartOfDay),
            ("7 giờ sáng", TimeTextError::PartOfDay),
            ("7:30 PM", TimeTextError::PartOfDay),
            ("7pm", TimeTextError::PartOfDay),
            ("07:30 SA", TimeTextError::PartOfDay),
            ("sáng", TimeTextError::NotATime),
            ("17", TimeTextError::NotATime),
            ("730", TimeTextError::NotATime),
            ("7:", TimeTextError::NotATime),
            ("7:5", TimeTextError::NotATime),
            ("7h5", TimeTextError::NotATime),
            ("7.30", TimeTextError::NotATime),
            ("007:30", TimeTextError::NotATime),
            ("07:30:15", TimeTextError::NotATime),
            ("7h30:00", TimeTextError::NotATime),
            ("7:5:00", TimeTextError::NotATime),
            ("7h30-9h", TimeTextError::NotATime),
            ("7 giờ rưỡi", TimeTextError::NotATime),
            ("-7h30", TimeTextError::NotATime),
            ("", TimeTextError::NotATime),
            (&"7".repeat(257), TimeTextError::TooLong),
        ] {
            assert_eq!(parse_time(text), Err(error), "{text}");
        }
    }

    #[test]
    fn times_are_written_as_the_organisation_writes_them() {
        for (hour, minute, text) in [(7, 30, "07g30"), (17, 0, "17g00"), (24, 0, "24g00")] {
            assert_eq!(format_time(Time::new(hour, minute).unwrap()), text);
        }
    }

    proptest! {
        #[test]
        fn times_come_back_the_same(hour in 0..24_u8, minute in 0..60_u8) {
            let time = Time::new(hour, minute).unwrap();
            prop_assert_eq!(parse_time(&format_time(time)), Ok(time));
            prop_assert_eq!(parse_time(&time.to_iso()), Ok(time));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[0-9]{0,3} ?(g|h|giờ|:)?[0-9]{0,3}(phút| tối|:00)?") {
            let _ = parse_time(&text);
            let _ = parse_time(&near);
        }
    }
}
