//! Whether a moment is too late. Nothing else compares a moment with a cutoff.
//!
//! A published deadline has a cutoff, the first instant that is too late: 17g00 sharp is too late where the plan says
//! "trước 17g00". Without a deadline nothing is late.

use super::Occasion;
use crate::calendar::Instant;
use serde::{Deserialize, Serialize};

/// Whether a report arrived in time (đúng hạn, trễ hạn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Timeliness {
    /// Before the deadline.
    OnTime,
    /// After it.
    Late,
    /// The plan names none.
    NoDeadline,
}

impl Timeliness {
    /// The one of that name in a receipt.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "onTime" => Some(Self::OnTime),
            "late" => Some(Self::Late),
            "noDeadline" => Some(Self::NoDeadline),
            _ => None,
        }
    }

    /// What arrives before the first instant that is too late is on time.
    #[must_use]
    pub fn of(cutoff: Option<Instant>, at: Instant) -> Self {
        match cutoff {
            None => Self::NoDeadline,
            Some(_) if is_late(cutoff, at) => Self::Late,
            Some(_) => Self::OnTime,
        }
    }
}

/// Whether `at` is too late.
#[must_use]
pub fn is_late(cutoff: Option<Instant>, at: Instant) -> bool {
    cutoff.is_some_and(|cutoff| at >= cutoff)
}

/// Whether a report came late although "send" was pressed in time, by the device's clock, which nobody
/// vouches for: the line or the collector was down meanwhile. It is late all the same. Nothing follows from a clock
/// that shows a moment before the report could be sent at all: it is wrong.
#[must_use]
pub fn delayed(owed: &Occasion, prepared_at: Instant, received_at: Instant) -> bool {
    // An occasion that opens too late to be sent in time could be prepared only before it opened.
    let could_be = prepared_at >= owed.opens || is_late(owed.cutoff, owed.opens);
    could_be && was_held_up(owed.cutoff, prepared_at, received_at)
}

/// Whether the cutoff lies between the two moments.
#[must_use]
pub fn was_held_up(cutoff: Option<Instant>, prepared_at: Instant, received_at: Instant) -> bool {
    is_late(cutoff, received_at) && !is_late(cutoff, prepared_at)
}

#[cfg(test)]
mod tests {
    use super::{Timeliness, delayed, is_late, was_held_up};
    use crate::calendar::{Date, Instant, Period};
    use crate::plan::Id;
    use crate::schedule::Occasion;

    fn at(text: &str) -> Instant {
        Instant::parse_iso(text).unwrap()
    }

    #[test]
    fn lateness_begins_at_the_cutoff_itself() {
        let cutoff = Some(at("2023-03-04T00:00:00+07:00"));
        for (received, timeliness) in [
            ("2023-03-03T23:59:59+07:00", Timeliness::OnTime),
            ("2023-03-04T00:00:00+07:00", Timeliness::Late),
        ] {
            let received = at(received);
            assert_eq!(Timeliness::of(cutoff, received), timeliness, "{received:?}");
            assert_eq!(is_late(cutoff, received), timeliness == Timeliness::Late);
            assert_eq!(Timeliness::of(None, received), Timeliness::NoDeadline);
            assert!(!is_late(None, received));
        }
    }

    #[test]
    fn what_was_sent_in_time_and_came_late_was_held_up() {
        let cutoff = Some(at("2023-03-04T00:00:00+07:00"));
        let (before, after) = (
            at("2023-03-03T23:00:00+07:00"),
            at("2023-03-04T01:00:00+07:00"),
        );
        for (cutoff, prepared, received, held_up) in [
            (cutoff, before, after, true),
            (cutoff, before, before, false),
            (cutoff, after, after, false),
            (None, before, after, false),
        ] {
            assert_eq!(was_held_up(cutoff, prepared, received), held_up);
        }
    }

    #[test]
    fn nothing_follows_from_a_clock_that_shows_a_time_before_the_report_could_be_sent() {
        let deadline = Some("2023-02-26T14:00:00+07:00");
        let received = at("2023-02-28T08:00:00+07:00");
        for (opens, pressed, is_delayed) in [
            (
                "2023-02-26T00:00:00+07:00",
                "2023-02-26T00:00:00+07:00",
                true,
            ),
            (
                "2023-02-26T00:00:00+07:00",
                "2023-02-25T23:59:59+07:00",
                false,
            ),
            ("2023-02-26T00:00:00+07:00", "1970-01-01T00:00:00Z", false),
            ("2023-02-26T00:00:00+07:00", "2199-12-31T23:59:59Z", false),
            // Due before the period begins, as a registration is.
            (
                "2023-03-01T00:00:00+07:00",
                "2023-02-26T13:00:00+07:00",
                true,
            ),
        ] {
            let owed = owed(opens, deadline);
            assert_eq!(
                delayed(&owed, at(pressed), received),
                is_delayed,
                "opens {opens}, pressed {pressed}"
            );
        }
    }

    fn owed(opens: &str, cutoff: Option<&str>) -> Occasion {
        let day = |text| Date::parse_iso(text).expect("a day");
        Occasion {
            duty: Id::new("weekly").expect("an identity"),
            label: None,
            period: Period::new(day("2023-02-26"), day("2023-03-03")).expect("a period"),
            opens: at(opens),
            deadline: None,
            moved: None,
            original: None,
            cutoff: cutoff.map(at),
            released: None,
            waived: None,
        }
    }
}
