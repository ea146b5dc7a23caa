//! Which of a unit's reports ask a figure, and how they stand inside a window.

use super::combine::Window;
use crate::calendar::{Date, Period};
use crate::plan::Combine;
use crate::punctuality::Standing;

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
