//! What the reports of one unit come to for one indicator in one span of days.

use super::amount::Amount;
use crate::calendar::{Date, Instant, Period};
use crate::plan::Combine;

/// One report's figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contribution {
    pub column: usize,
    pub period: Period,
    pub received_at: Instant,
    /// The day of that instant on the plan's clock.
    pub received: Date,
    pub amount: Amount,
}

/// The days of which figures are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub period: Period,
    /// Whether it is the plan's whole time, to which every report belongs.
    pub whole: bool,
}

/// What figures come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Combined {
    pub amount: Amount,
    /// Of how many days it tells, where it grows day by day; none where it does not.
    pub days: Option<i64>,
}

impl Window {
    /// Whether a report of that period belongs to it: its last day lies in it, and it is not longer.
    pub fn holds(self, period: Period) -> bool {
        self.whole
            || (self.period.contains(period.to()) && period.len_days() <= self.period.len_days())
    }

    /// Whether a figure says something of it: where periods add up by its period, else by the last day of which it tells.
    pub fn hears(self, combine: Combine, one: &Contribution) -> bool {
        match combine {
            Combine::Sum | Combine::Maximum => self.holds(one.period),
            Combine::Latest | Combine::Cumulative => {
                self.whole || self.period.contains(one.until())
            }
        }
    }
}

impl Contribution {
    /// The last day of which it can tell: a closing report that is due before its period ends tells of
    /// nothing after the day on which it came.
    pub fn until(&self) -> Date {
        self.period.to().min(self.received)
    }

    /// Whether it takes in a report of `shorter`: they share days, and that period began before this
    /// report came. Such a period counts as told even where it ends later: better a day too few than one
    /// twice.
    pub fn takes_in(&self, shorter: Period) -> bool {
        self.period.tells_with(shorter) && shorter.from() <= self.received
    }

    fn days(&self) -> i64 {
        (self.period.from().days_until(self.until()) + 1).max(0)
    }
}

/// Combines the figures as the indicator says; none where there is none.
pub(super) fn combined(combine: Combine, all: &[Contribution], window: Window) -> Option<Combined> {
    let first = all.first()?;
    let deed = matches!(first.amount, Amount::Done(_));
    match combine {
        Combine::Sum | Combine::Maximum if deed => most(all, window),
        Combine::Maximum => most(all, window),
        Combine::Sum => summed(all, window),
        Combine::Latest | Combine::Cumulative => {
            let in_time = |one: &&Contribution| window.hears(combine, one);
            let last = latest(all.iter().filter(in_time))?;
            if combine == Combine::Latest || deed {
                return Some(Combined {
                    amount: last.amount,
                    days: None,
                });
            }
            let before = |one: &&Contribution| !window.whole && one.until() < window.period.from();
            let base = latest(all.iter().filter(before));
            Some(Combined {
                amount: base.map_or(last.amount, |base| last.amount.since(base.amount)),
                days: Some((window.period.from().days_until(last.until()) + 1).max(0)),
            })
        }
    }
}

fn most(all: &[Contribution], window: Window) -> Option<Combined> {
    all.iter()
        .filter(|one| window.holds(one.period))
        .map(|one| one.amount)
        .reduce(Amount::larger)
        .map(|amount| Combined { amount, days: None })
}

fn latest<'c>(all: impl Iterator<Item = &'c Contribution>) -> Option<&'c Contribution> {
    all.max_by_key(|one| (one.until(), one.period.at(), one.received_at, one.column))
}

fn summed(all: &[Contribution], window: Window) -> Option<Combined> {
    let chosen = without_repeats(all, |one| window.holds(one.period));
    let amount = chosen.iter().map(|one| one.amount).reduce(Amount::plus)?;
    let grows = amount.told().is_some();
    Some(Combined {
        amount,
        days: grows.then(|| chosen.iter().map(|one| one.days()).sum()),
    })
}

/// The reports that hold when periods add up: the longest first, and no report that one of them takes
/// in. Of the same period the one that came last.
pub(super) fn without_repeats(
    all: &[Contribution],
    wanted: impl Fn(&Contribution) -> bool,
) -> Vec<Contribution> {
    let mut by_length: Vec<Contribution> = all.iter().filter(|one| wanted(one)).copied().collect();
    by_length.sort_by_key(|one| {
        let length = std::cmp::Reverse(one.period.len_days());
        (
            (length, one.period.is_opened()),
            one.period,
            std::cmp::Reverse(one.received_at),
            one.column,
        )
    });
    let mut chosen: Vec<Contribution> = Vec::with_capacity(by_length.len());
    let mut takers = 0;
    for one in by_length {
        let taken_in = chosen
            .iter()
            .take(takers)
            .any(|longer| longer.takes_in(one.period));
        if !taken_in {
            chosen.push(one);
            // What a unit opens by itself takes in nothing, and stands behind what is longer.
            if !one.period.is_opened() {
                takers = chosen.len();
            }
        }
    }
    chosen
}
