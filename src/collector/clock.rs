//! Where the collector takes the time from.

use crate::calendar::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock (đồng hồ) that decides when a report was received. The core never looks at one.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// The machine's clock, so many seconds ahead (behind where negative): a demonstration that
    /// runs inside the days of an old plan.
    Shifted(i64),
    /// A clock that stands still until whoever holds it moves it, in seconds since 1970: for tests.
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `moment`.
    #[must_use]
    pub fn held(moment: Instant) -> Self {
        Self::Held(Arc::new(AtomicI64::new(moment.unix_seconds())))
    }

    /// A clock that shows `moment` now and runs on from there.
    #[must_use]
    pub fn running_from(moment: Instant) -> Self {
        Self::Shifted(moment.unix_seconds() - machine_seconds())
    }

    /// What the clock shows; a clock outside the years of the calendar is held at their edge.
    #[must_use]
    pub fn now(&self) -> Instant {
        let seconds = match self {
            Self::System => machine_seconds(),
            Self::Shifted(ahead) => machine_seconds().saturating_add(*ahead),
            Self::Held(seconds) => seconds.load(Ordering::Relaxed),
        };
        Instant::of_clock(seconds)
    }
}

fn machine_seconds() -> i64 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => {
            i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use crate::calendar::Instant;

    fn moment(text: &str) -> Instant {
        Instant::parse_iso(text).unwrap()
    }

    #[test]
    fn a_held_clock_stands_still() {
        let clock = Clock::held(moment("2023-02-26T14:00:00+07:00"));
        assert_eq!(clock.now().to_iso(), "2023-02-26T07:00:00Z");
        assert_eq!(clock.now(), clock.now());
    }

    #[test]
    fn a_shifted_clock_runs_on_from_its_moment() {
        let start = moment("2023-02-26T14:00:00+07:00");
        let passed = start.seconds_until(Clock::running_from(start).now());
        assert!((0..=2).contains(&passed), "{passed} seconds passed");
    }

    #[test]
    fn a_clock_beyond_the_calendar_is_held_at_its_edge() {
        assert_eq!(
            Clock::Shifted(i64::MAX).now().to_iso(),
            "2199-12-31T23:59:59Z"
        );
    }
}
