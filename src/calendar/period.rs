//! Periods of civil dates.

use crate::read::{Node, Read, Reader, from_object, record};
use serde::{Deserialize, Serialize};

use super::date::Date;

/// A window of civil dates (kỳ báo cáo), both ends inclusive, at least one day long.
///
/// In JSON `{"from": "2023-02-26", "to": "2023-03-03"}`; an unknown field or a `to` before `from` is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Period {
    from: Date,
    to: Date,
}

/// Why two dates are not a [`Period`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PeriodError {
    /// The last day lies before the first.
    EndBeforeStart,
}

impl core::fmt::Display for PeriodError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a period must not end before it starts: \"to\" lies before \"from\"")
    }
}

impl core::error::Error for PeriodError {}

/// The JSON of a period before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
struct Ends {
    from: Date,
    to: Date,
}

from_object!(Ends);

impl TryFrom<Ends> for Period {
    type Error = PeriodError;

    fn try_from(ends: Ends) -> Result<Self, PeriodError> {
        Self::new(ends.from, ends.to)
    }
}

impl Period {
    /// The period from `from` to the end of `to`.
    ///
    /// # Errors
    /// [`PeriodError::EndBeforeStart`]: `to` lies before `from`.
    pub fn new(from: Date, to: Date) -> Result<Self, PeriodError> {
        if to < from {
            Err(PeriodError::EndBeforeStart)
        } else {
            Ok(Self { from, to })
        }
    }

    /// The period of one day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self {
            from: date,
            to: date,
        }
    }

    /// The smallest period that holds both dates, in whichever order they come.
    pub(super) fn spanning(a: Date, b: Date) -> Self {
        Self {
            from: a.min(b),
            to: a.max(b),
        }
    }

    /// The first day.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day; it belongs to the period.
    #[must_use]
    pub const fn to(self) -> Date {
        self.to
    }

    /// Whether `date` lies in the period.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// Whether all of `other` lies in the period.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// How many days the period has: 1 or more.
    #[must_use]
    pub fn len_days(self) -> i64 {
        self.from.days_until(self.to) + 1
    }

    /// Whether the two periods share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.intersect(other).is_some()
    }

    /// The days that the two periods share; `None` if there are none.
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to)).ok()
    }
}

record!(Ends { from, to; });

impl Read for Period {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let Ends { from, to } = Ends::read(node, reader);
        Self::new(from, to).unwrap_or_else(|error| {
            if reader.count() == before {
                reader.refuse_value(node.member("to"), &error.to_string());
            }
            Self::day(from)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Period, PeriodError};
    use crate::calendar::Date;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period::new(date(from), date(to)).unwrap()
    }

    #[test]
    fn both_ends_belong_to_the_period() {
        let week = period("2023-02-26", "2023-03-03");
        assert_eq!(week.len_days(), 6);
        for (day, inside) in [
            ("2023-02-25", false),
            ("2023-02-26", true),
            ("2023-03-03", true),
            ("2023-03-04", false),
        ] {
            assert_eq!(week.contains(date(day)), inside, "{day}");
        }
        assert_eq!(Period::day(date("2023-02-26")).len_days(), 1);
    }

    #[test]
    fn a_period_does_not_end_before_it_starts() {
        assert_eq!(
            Period::new(date("2023-03-03"), date("2023-02-26")),
            Err(PeriodError::EndBeforeStart)
        );
    }

    #[test]
    fn periods_share_days_or_they_do_not() {
        let month = period("2023-02-26", "2023-03-31");
        for (other, shared) in [
            (period("2023-02-01", "2023-02-25"), None),
            (
                period("2023-02-01", "2023-02-26"),
                Some(period("2023-02-26", "2023-02-26")),
            ),
            (
                period("2023-03-25", "2023-04-07"),
                Some(period("2023-03-25", "2023-03-31")),
            ),
            (
                period("2023-03-04", "2023-03-10"),
                Some(period("2023-03-04", "2023-03-10")),
            ),
        ] {
            assert_eq!(month.intersect(other), shared);
            assert_eq!(month.overlaps(other), shared.is_some());
            assert_eq!(month.encloses(other), shared == Some(other));
        }
    }

    #[test]
    fn json_is_checked_on_the_way_in() {
        let json = r#"{"from":"2023-02-26","to":"2023-03-03"}"#;
        let week = period("2023-02-26", "2023-03-03");
        assert_eq!(serde_json::from_str::<Period>(json).unwrap(), week);
        assert_eq!(serde_json::to_string(&week).unwrap(), json);
        for (json, reason) in [
            (
                r#"{"from":"2023-03-03","to":"2023-02-26"}"#,
                "before it starts",
            ),
            (r#"{"from":"2023-03-03"}"#, "missing field `to`"),
            (
                r#"{"from":"2023-02-26","to":"2023-03-03","note":""}"#,
                "unknown field `note`",
            ),
        ] {
            let error = serde_json::from_str::<Period>(json)
                .unwrap_err()
                .to_string();
            assert!(error.contains(reason), "{error}");
        }
    }

    proptest! {
        #[test]
        fn shared_days_are_the_same_from_either_side(starts in [0..2000_i64, 0..2000_i64], lengths in [0..400_i64, 0..400_i64]) {
            let base = date("2023-01-01");
            let [a, b] = [0, 1].map(|i: usize| {
                let from = base.add_days(starts[i]).unwrap();
                Period::new(from, from.add_days(lengths[i]).unwrap()).unwrap()
            });
            prop_assert_eq!(a.intersect(b), b.intersect(a));
            if let Some(shared) = a.intersect(b) {
                prop_assert!(a.encloses(shared) && b.encloses(shared));
            }
        }
    }
}
