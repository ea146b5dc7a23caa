//! Who has sent what is due.

use super::combine::Window;
use crate::calendar::{Date, Period};
use crate::plan::Combine;
use serde::Serialize;

/// How a duty instance of a unit stands, or all of its reports that matter for a figure: the worst holds.
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

/// Of duty instances, how they stand: `on_time + late + missing == expected`.
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
    /// Counts one duty instance.
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

/// A duty instance of one unit, as far as it matters for a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    pub column: usize,
    pub period: Period,
    pub standing: Standing,
    /// The last day of which its report tells, where it has one that counts.
    pub told: Option<Date>,
}

/// How a unit's reports that ask a figure stand inside a window, and whether more is to come. What a
/// longer report takes in, or of a running total a later one, is not missing.
pub(super) fn standing(
    dues: &[Due],
    asks: impl Fn(usize) -> bool,
    combine: Combine,
    window: Window,
) -> (Standing, bool) {
    let running = matches!(combine, Combine::Latest | Combine::Cumulative);
    let asked = || dues.iter().filter(|due| asks(due.column));
    let told_by = |missing: &Due, other: &Due| {
        other.told.is_some_and(|told| {
            let later = running && (window.whole || window.period.contains(told));
            told >= missing.period.to() && (later || other.period.encloses(missing.period))
        })
    };
    let mut worst = Standing::NotAsked;
    let mut awaited = false;
    for due in asked().filter(|due| window.holds(due.period)) {
        if due.standing == Standing::Missing && asked().any(|other| told_by(due, other)) {
            continue;
        }
        awaited |= due.standing == Standing::Pending;
        worst = worst.max(due.standing);
    }
    (worst, awaited)
}
