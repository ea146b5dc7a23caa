//! Who has sent what is due, and in time (đầy đủ, đúng hạn). It knows no figures.

use crate::schedule::State;
use serde::Serialize;

/// How an occasion of a unit stands, or all of its reports that matter for a figure: the worst holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Nothing is asked of it.
    NotAsked,
    /// It is not due yet.
    Pending,
    /// It was sent in time, or there is no deadline.
    Sent,
    /// It was sent late.
    Late,
    /// It is due and was not sent, or was given back and not sent again.
    Missing,
}

/// Of the units of which something is due, how they stand: `sent + late + missing == units`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Partial {
    /// Units of which something is due.
    pub units: usize,
    /// Those that sent all in time.
    pub sent: usize,
    /// Those that sent all, some of it late.
    pub late: usize,
    /// Those that lack something.
    pub missing: usize,
    /// Units of which more is to come.
    pub awaited: usize,
}

impl Standing {
    /// How an occasion in that state stands: `late` where its first report came after the deadline, `is_over` where it
    /// has no deadline and its period has passed.
    #[must_use]
    pub const fn of(state: State, late: bool, is_over: bool) -> Self {
        match state {
            State::Waived => Self::NotAsked,
            State::Late | State::Returned => Self::Missing,
            State::SentLate => Self::Late,
            State::Accepted if late => Self::Late,
            State::Sent | State::Accepted => Self::Sent,
            // Without a deadline a report is lacking once its period is over.
            State::Open if is_over => Self::Missing,
            State::NotYetOpen | State::Open | State::DueSoon => Self::Pending,
        }
    }
}

impl Partial {
    pub(crate) fn count(&mut self, (standing, awaited): (Standing, bool)) {
        self.awaited += usize::from(awaited);
        let place = match standing {
            Standing::NotAsked | Standing::Pending => return,
            Standing::Sent => &mut self.sent,
            Standing::Late => &mut self.late,
            Standing::Missing => &mut self.missing,
        };
        *place += 1;
        self.units += 1;
    }

    /// Whether all that can come has come.
    pub(crate) fn is_whole(self) -> bool {
        self.missing == 0 && self.awaited == 0
    }
}

/// Of occasions, how they stand: `on_time + late + missing == expected`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Due, or sent already.
    pub expected: usize,
    /// Sent in time, or without a deadline.
    pub on_time: usize,
    /// Sent late.
    pub late: usize,
    /// Not sent, or given back and not sent again.
    pub missing: usize,
    /// Not due yet.
    pub pending: usize,
}

impl Tally {
    /// Counts one occasion.
    pub fn count(&mut self, standing: Standing) {
        let place = match standing {
            Standing::NotAsked => return,
            Standing::Pending => &mut self.pending,
            Standing::Sent => &mut self.on_time,
            Standing::Late => &mut self.late,
            Standing::Missing => &mut self.missing,
        };
        *place += 1;
        self.expected += usize::from(standing != Standing::Pending);
    }

    /// Adds what another one counted.
    pub fn add(&mut self, other: &Self) {
        self.expected += other.expected;
        self.on_time += other.on_time;
        self.late += other.late;
        self.missing += other.missing;
        self.pending += other.pending;
    }
}

#[cfg(test)]
mod tests {
    use super::{Partial, Standing, Tally};
    use crate::schedule::State;

    #[test]
    fn what_was_accepted_came_in_time_or_late_all_the_same() {
        for (state, late, is_over, standing) in [
            (State::Accepted, false, false, Standing::Sent),
            (State::Accepted, true, false, Standing::Late),
            (State::Returned, false, false, Standing::Missing),
            (State::Open, false, false, Standing::Pending),
            (State::Open, false, true, Standing::Missing),
            (State::DueSoon, false, true, Standing::Pending),
            (State::Waived, true, true, Standing::NotAsked),
        ] {
            let found = Standing::of(state, late, is_over);
            assert_eq!(found, standing, "{state:?} {late} {is_over}");
        }
    }

    #[test]
    fn what_is_not_due_is_not_expected() {
        let all = [
            Standing::Sent,
            Standing::Late,
            Standing::Missing,
            Standing::Pending,
            Standing::NotAsked,
        ];
        let (mut tally, mut partial) = (Tally::default(), Partial::default());
        for standing in all {
            tally.count(standing);
            partial.count((standing, standing == Standing::Pending));
        }
        assert_eq!((tally.expected, tally.pending), (3, 1));
        assert_eq!((partial.units, partial.awaited), (3, 1));
        assert!(!partial.is_whole());
    }
}
