//! Lengths of time in words.

use super::lang::Lang;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A length of time in its two largest units, rounded down: "2 ngày 3 giờ", "3 giờ 5 phút", "dưới 1 phút". The sign is
/// dropped: whether the time is still to come or has passed is for the sentence around it to say.
#[must_use]
pub fn words(seconds: i64, lang: Lang) -> String {
    let seconds = seconds.unsigned_abs();
    let (days, hours, minutes) = (seconds / DAY, seconds % DAY / HOUR, seconds % HOUR / MINUTE);
    let parts = match (days, hours) {
        (0, 0) => [(minutes, Unit::Minute), (0, Unit::Minute)],
        (0, _) => [(hours, Unit::Hour), (minutes, Unit::Minute)],
        _ => [(days, Unit::Day), (hours, Unit::Hour)],
    };
    let mut out = String::new();
    for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&count.to_string());
        out.push(' ');
        out.push_str(unit.name(count, lang));
    }
    if out.is_empty() {
        out.push_str(match lang {
            Lang::Vi => "dưới 1 phút",
            Lang::En => "less than a minute",
        });
    }
    out
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Hour,
    Minute,
}

impl Unit {
    const fn name(self, count: u64, lang: Lang) -> &'static str {
        match (self, lang, count) {
            (Self::Day, Lang::Vi, _) => "ngày",
            (Self::Hour, Lang::Vi, _) => "giờ",
            (Self::Minute, Lang::Vi, _) => "phút",
            (Self::Day, Lang::En, 1) => "day",
            (Self::Day, Lang::En, _) => "days",
            (Self::Hour, Lang::En, 1) => "hour",
            (Self::Hour, Lang::En, _) => "hours",
            (Self::Minute, Lang::En, 1) => "minute",
            (Self::Minute, Lang::En, _) => "minutes",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DAY, HOUR, MINUTE, words};
    use crate::text::Lang;

    #[test]
    fn the_two_largest_units_are_told() {
        for (seconds, vietnamese, english) in [
            (
                2 * DAY + 3 * HOUR + 59 * MINUTE,
                "2 ngày 3 giờ",
                "2 days 3 hours",
            ),
            (DAY + HOUR, "1 ngày 1 giờ", "1 day 1 hour"),
            (2 * DAY + 59 * MINUTE, "2 ngày", "2 days"),
            (3 * HOUR + 5 * MINUTE, "3 giờ 5 phút", "3 hours 5 minutes"),
            (HOUR + 59, "1 giờ", "1 hour"),
            (DAY - 1, "23 giờ 59 phút", "23 hours 59 minutes"),
            (5 * MINUTE + 59, "5 phút", "5 minutes"),
            (MINUTE, "1 phút", "1 minute"),
            (59, "dưới 1 phút", "less than a minute"),
            (0, "dưới 1 phút", "less than a minute"),
        ] {
            let seconds = i64::try_from(seconds).unwrap();
            assert_eq!(words(seconds, Lang::Vi), vietnamese);
            assert_eq!(words(-seconds, Lang::En), english);
        }
    }

    proptest! {
        #[test]
        fn no_length_panics(seconds: i64) {
            prop_assert!(!words(seconds, Lang::Vi).is_empty());
        }
    }
}
