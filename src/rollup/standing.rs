//! Who has sent what is due.

use super::combine::Window;
use crate::calendar::{Date, Period};
use crate::plan::Combine;
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

impl Partial {
    pub(super) fn count(&mut self, (standing, awaited): (Standing, bool)) {
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
    pub(super) fn is_whole(self) -> bool {
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

/// An occasion of one unit, as far as it matters for a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    pub column: usize,
    pub period: Period,
    pub standing: Standing,
    /// The last day of which its report tells, where it has one that counts.
    pub told: Option<Date>,
}

/// A unit's reports that ask one figure.
pub(super) struct Asked {
    /// By the last day of their period.
    dues: Vec<Due>,
    /// Those that came, each with the last day of which it tells.
    told: Vec<(Period, Date)>,
}

impl Asked {
    /// Of all that is due, what asks the figure.
    pub fn of(dues: &[Due], asks: impl Fn(usize) -> bool) -> Self {
        let asked = dues.iter().filter(|due| asks(due.column));
        let mut dues: Vec<Due> = asked.copied().collect();
        dues.sort_by_key(|due| due.period.to());
        let told = dues.iter().filter_map(|due| Some((due.period, due.told?)));
        Self {
            told: told.collect(),
            dues,
        }
    }

    /// Whether nothing asks it.
    pub fn is_empty(&self) -> bool {
        self.dues.is_empty()
    }

    /// How they stand inside a window, and whether more is to come. What a longer report takes in, or of a
    /// running total a later one, is not missing.
    pub fn standing(&self, combine: Combine, window: Window) -> (Standing, bool) {
        let running = matches!(combine, Combine::Latest | Combine::Cumulative);
        let is_told = |missing: Period| {
            self.told.iter().any(|(period, told)| {
                let later = running && (window.whole || window.period.contains(*told));
                *told >= missing.to() && (later || period.encloses(missing))
            })
        };
        let mut worst = Standing::NotAsked;
        let mut awaited = false;
        for due in self
            .ending_in(window)
            .iter()
            .filter(|due| window.holds(due.period))
        {
            if due.standing == Standing::Missing && is_told(due.period) {
                continue;
            }
            awaited |= due.standing == Standing::Pending;
            worst = worst.max(due.standing);
        }
        (worst, awaited)
    }

    /// Those that may belong to a window: a plan with a span for each day must not look at all for each.
    fn ending_in(&self, window: Window) -> &[Due] {
        if window.whole {
            return &self.dues;
        }
        let from = self
            .dues
            .partition_point(|due| due.period.to() < window.period.from());
        let to = self
            .dues
            .partition_point(|due| due.period.to() <= window.period.to());
        self.dues.get(from..to).unwrap_or_default()
    }
}
