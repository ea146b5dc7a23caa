//! Times of day.

use serde::Serialize;

use super::{short, unended};
use crate::calendar::{Time, TimeError};
use core::ops::Range;

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
    /// The part of the day does not settle the hour: `12g đêm`, `8h trưa`, `19h sáng`.
    PartOfDay,
    /// The text is far too long to be a time.
    TooLong,
}

/// A part of the day.
struct PartOfDay {
    /// Its words, prepared.
    words: &'static [&'static str],
    /// The hours by a clock of twelve hours that are taken as they stand.
    before_noon: Range<u8>,
    /// The hours by such a clock to which twelve are added.
    past_noon: Range<u8>,
    /// The hours that it may name by a clock of twenty-four.
    of_the_day: Range<u8>,
}

/// No hour of a clock.
const NONE: Range<u8> = 0..0;

/// Sáng, trưa, chiều, tối, đêm and khuya, and the clocks' am, pm, SA and CH. An hour that may be meant in two ways, as
/// twelve at night, stands nowhere.
const PARTS_OF_DAY: [PartOfDay; 6] = [
    PartOfDay {
        words: &["sang", "am", "sa"],
        before_noon: 0..12,
        past_noon: NONE,
        of_the_day: NONE,
    },
    PartOfDay {
        words: &["trua"],
        before_noon: 10..13,
        past_noon: 1..3,
        of_the_day: 13..15,
    },
    PartOfDay {
        words: &["chieu"],
        before_noon: 12..13,
        past_noon: 1..8,
        of_the_day: 13..20,
    },
    PartOfDay {
        words: &["toi"],
        before_noon: NONE,
        past_noon: 5..12,
        of_the_day: 17..24,
    },
    PartOfDay {
        words: &["dem", "khuya"],
        before_noon: 0..5,
        past_noon: 9..12,
        of_the_day: 21..24,
    },
    PartOfDay {
        words: &["pm", "ch"],
        before_noon: 12..13,
        past_noon: 1..12,
        of_the_day: 13..24,
    },
];

impl PartOfDay {
    /// The hour of the day that is meant by an hour of this part.
    fn hour(&self, hour: u8) -> Option<u8> {
        if self.past_noon.contains(&hour) {
            Some(hour + 12)
        } else if self.before_noon.contains(&hour) || self.of_the_day.contains(&hour) {
            Some(hour)
        } else {
            None
        }
    }
}

/// Reads a time of day, by 24 hours or by 12 with a part of the day.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `07g30`, `7g30`, `7h30`, `07:30`, `7 : 30`, `7h30.` | `25:00`, `24h30` | no such hour |
/// | `17g`, `17h`, `17 giờ` | `7h60` | no such minute |
/// | `17 giờ 30`, `7 giờ 5 phút`, `7h30p`, `7h30'`, `7 giờ rưỡi` | `12h đêm`, `8h trưa`, `19h sáng` | part of the day |
/// | `7:30 sáng`, `sáng 7h30`, `12h trưa`, `7h30 tối`, `7:30 PM` | `17`, `730`, `7h5`, `7.30`, `7h30-9h` | not a time |
/// | `7.30 sáng`, `7 rưỡi sáng` | `7 rưỡi`, `7,30 sáng` | not a time |
/// | `24h00`: the end of the day | | |
/// | `07:30:00`, as spreadsheets write it | `07:30:15` | not a time |
///
/// # Errors
/// Those of [`TimeTextError`], as above; [`TimeTextError::TooLong`] for more than 256 bytes.
pub fn parse_time(text: &str) -> Result<Time, TimeTextError> {
    let text = short(text).ok_or(TimeTextError::TooLong)?;
    let (hour, minute) = match (read(&text, false), in_part_of_day(&text)) {
        (Some(time), _) => time,
        (None, Some((part, (hour, minute)))) => {
            let hour = part.hour(hour).ok_or(TimeTextError::PartOfDay)?;
            (hour, minute)
        }
        (None, None) => return Err(TimeTextError::NotATime),
    };
    Time::new(hour, minute).map_err(|error| match error {
        TimeError::Format => TimeTextError::NotATime,
        TimeError::NoSuchHour => TimeTextError::NoSuchHour,
        TimeError::NoSuchMinute => TimeTextError::NoSuchMinute,
    })
}

/// The time as the organisation writes it: `07g30`, and `23g59:59` where it has seconds.
#[must_use]
pub fn format_time(time: Time) -> String {
    let iso = time.to_iso();
    let (hour, minute) = iso.split_at_checked(2).unwrap_or_default();
    [hour, "g", minute.get(1..).unwrap_or_default()].concat()
}

/// Hour and minute of a prepared text, whether or not the day has them. `in_part` says that a part of the day is named
/// beside it: then a bare number is an hour, and a dot parts no decimal places.
fn read(text: &str, in_part: bool) -> Option<(u8, u8)> {
    let (hour, rest) = take_digits(text)?;
    let rest = rest.trim_start_matches(' ');
    let minutes = rest
        .strip_prefix(':')
        .or_else(|| rest.strip_prefix('.').filter(|_| in_part));
    let (rest, bare_hour) = match minutes {
        Some(rest) => (rest, false),
        None => {
            let mut words = ["gio", "g", "h"].into_iter();
            let after = words.find_map(|word| rest.strip_prefix(word));
            let bare = in_part && matches!(rest, "" | "ruoi");
            (after.or(bare.then_some(rest))?, true)
        }
    };
    let rest = rest.trim_start_matches(' ');
    match rest {
        "" => return bare_hour.then_some((hour, 0)),
        "ruoi" => return bare_hour.then_some((hour, 30)),
        _ => {}
    }
    let (minute, tail) = take_digits(rest)?;
    let padded = rest.len() - tail.len() == 2;
    match tail.trim_start_matches(' ') {
        // One digit may be a minute or the tens of it, unless "phút" follows.
        "" if padded => Some((hour, minute)),
        ":00" if padded && !bare_hour => Some((hour, minute)),
        "phut" | "ph" | "p" | "'" | "’" | "′" => Some((hour, minute)),
        _ => None,
    }
}

/// Hour and minute of a text that names a part of the day before or after them, as they are written.
fn in_part_of_day(text: &str) -> Option<(&'static PartOfDay, (u8, u8))> {
    PARTS_OF_DAY.iter().find_map(|part| {
        let mut words = part.words.iter();
        let time = words.find_map(|word| text.strip_suffix(word).or(text.strip_prefix(word)))?;
        Some((
            part,
            read(unended(time).trim_start_matches([' ', ',']), true)?,
        ))
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
            ("7h30.", 7, 30),
            ("7h30;", 7, 30),
            ("7h30'", 7, 30),
            ("7h30’.", 7, 30),
            ("7h5′", 7, 5),
            ("sáng 7h30", 7, 30),
            ("Sáng, 7:30", 7, 30),
            ("chiều 2 giờ", 14, 0),
            ("tối 7h30'", 19, 30),
            ("PM 7:30", 19, 30),
            ("7.30 sáng", 7, 30),
            ("chiều 2.05", 14, 5),
            ("7 rưỡi sáng", 7, 30),
            ("sáng 7 rưỡi", 7, 30),
            ("7 sáng", 7, 0),
            ("7 giờ rưỡi", 7, 30),
            ("7:30 sáng", 7, 30),
            ("7 giờ sáng", 7, 0),
            ("07:30 SA", 7, 30),
            ("11h30 trưa", 11, 30),
            ("12h trưa", 12, 0),
            ("1 giờ trưa", 13, 0),
            ("2h chiều", 14, 0),
            ("14h chiều", 14, 0),
            ("12g30 chiều", 12, 30),
            ("7h30 tối", 19, 30),
            ("19h30 tối", 19, 30),
            ("7 giờ rưỡi tối", 19, 30),
            ("9h đêm", 21, 0),
            ("2h đêm", 2, 0),
            ("7pm", 19, 0),
            ("12:30 PM", 12, 30),
            ("02:30 CH", 14, 30),
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
            ("12h đêm", TimeTextError::PartOfDay),
            ("12:30 AM", TimeTextError::PartOfDay),
            ("8h trưa", TimeTextError::PartOfDay),
            ("19h sáng", TimeTextError::PartOfDay),
            ("7h đêm", TimeTextError::PartOfDay),
            ("25h sáng", TimeTextError::PartOfDay),
            ("7h60 sáng", TimeTextError::NoSuchMinute),
            ("sáng", TimeTextError::NotATime),
            ("sáng 19h", TimeTextError::PartOfDay),
            ("đêm 12h", TimeTextError::PartOfDay),
            ("sáng 7h30 sáng", TimeTextError::NotATime),
            ("sáng 7h30 chiều", TimeTextError::NotATime),
            ("7 rưỡi", TimeTextError::NotATime),
            ("7,30 sáng", TimeTextError::NotATime),
            ("7.3 sáng", TimeTextError::NotATime),
            ("7 30 sáng", TimeTextError::NotATime),
            ("7'30", TimeTextError::NotATime),
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
            ("7: rưỡi", TimeTextError::NotATime),
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
        fn no_text_panics(text in any::<String>(), near in "(sáng |tối )?[0-9]{0,3} ?(g|h|giờ|:|.)?[0-9]{0,3}(phút|'| tối| rưỡi| trưa|:00)?") {
            let _ = parse_time(&text);
            let _ = parse_time(&near);
        }
    }
}
