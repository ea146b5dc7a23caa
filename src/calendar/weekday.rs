//! Days of the week.

use crate::read::words;
use serde::{Deserialize, Serialize};

/// A day of the week (thứ trong tuần). In JSON its English name in lower case: `"friday"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Thứ hai.
    Monday,
    /// Thứ ba.
    Tuesday,
    /// Thứ tư.
    Wednesday,
    /// Thứ năm.
    Thursday,
    /// Thứ sáu.
    Friday,
    /// Thứ bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

impl Weekday {
    /// The seven days, Monday first as in ISO 8601.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The ISO 8601 number of the day: 1 for Monday, 7 for Sunday.
    #[must_use]
    pub const fn iso_number(self) -> u8 {
        self as u8 + 1
    }

    /// How many days after `self` the next `other` falls: 0 for the same day, 6 at most.
    #[must_use]
    pub const fn days_until(self, other: Self) -> u8 {
        (other as u8 + 7 - self as u8) % 7
    }
}

words!(Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday
});

#[cfg(test)]
mod tests {
    use super::Weekday::{self, Friday, Monday, Saturday, Sunday};

    #[test]
    fn the_next_such_day_is_at_most_six_days_away() {
        for (from, to, days) in [
            (Friday, Friday, 0),
            (Saturday, Friday, 6),
            (Sunday, Friday, 5),
            (Monday, Sunday, 6),
        ] {
            assert_eq!(from.days_until(to), days, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn names_are_english_in_json() {
        for (day, json) in [(Monday, "\"monday\""), (Sunday, "\"sunday\"")] {
            assert_eq!(serde_json::to_string(&day).ok().as_deref(), Some(json));
            assert_eq!(serde_json::from_str::<Weekday>(json).ok(), Some(day));
        }
        assert!(serde_json::from_str::<Weekday>("\"Friday\"").is_err());
    }

    #[test]
    fn numbers_run_from_monday() {
        for (index, day) in (1..).zip(Weekday::ALL) {
            assert_eq!(day.iso_number(), index);
        }
    }
}
