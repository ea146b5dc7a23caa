//! Reports that a unit opens by itself (báo cáo khi có phát sinh): which there are, the reports say.
//!
//! Few plans have them. What only those ask is called behind a question to the plan, and other forms do not load it.

use super::occasion::{of_listed, owed_of};
use super::{Occasion, Sent, key};
use crate::calendar::{Instant, Period};
use crate::order::sort;
use crate::plan::{Duty, ListedPeriod, Plan, Unit};

/// The seconds of a day.
const DAY: u32 = 86_400;

/// The occasion of such a report: one for every day and hour within the duty's days.
#[cold]
#[inline(never)]
pub(super) fn opened(plan: &Plan, duty: &Duty, unit: &Unit, period: Period) -> Option<Occasion> {
    let rule = duty.on_demand()?;
    if !rule.days(plan).encloses(period) || !duty.by.chooses(unit) {
        return None;
    }
    let listed = ListedPeriod::made(plan, period, None, rule.deadline);
    owed_of(plan, duty, unit, vec![listed]).pop()
}

/// All that units open under one duty, as one: the days on which they can, and no deadline; none where they open none.
#[must_use]
pub fn opened_by_all(plan: &Plan, duty: &Duty) -> Option<Occasion> {
    let period = duty.on_demand()?.days(plan);
    let listed = ListedPeriod {
        label: None,
        period,
        opens: None,
        deadline: None,
    };
    let whole = of_listed(plan, duty, vec![listed]).pop()?;
    Some(Occasion {
        waived: None,
        ..whole
    })
}

/// Adds what the unit opened: what it sent and, where the keys of what it has begun are told, one a line, those and of each duty one
/// that could be opened at `now`, which has no deadline yet.
///
/// No two are opened in the same second: the one that could be is of the next that is free.
#[cold]
#[inline(never)]
pub(super) fn add(
    all: &mut Vec<Occasion>,
    (plan, unit): (&Plan, &Unit),
    sent: &[Sent],
    begun: Option<&str>,
    now: Instant,
) {
    for duty in plan.duties.iter().filter(|duty| duty.on_demand().is_some()) {
        let id = duty.id.as_str();
        let came = sent.iter().filter(|one| one.duty == duty.id);
        let mut periods: Vec<Period> = came.map(|one| one.period).collect();
        let keys = begun.into_iter().flat_map(str::lines);
        let ours = keys.filter_map(|one| key::opened(one, plan.id.as_str(), unit.id.as_str()));
        periods.extend(ours.filter(|(of, _)| *of == id).map(|(_, period)| period));
        sort(&mut periods, Period::cmp);
        periods.dedup();
        let known = periods
            .iter()
            .filter_map(|period| opened(plan, duty, unit, *period));
        all.extend(known);
        if begun.is_some() {
            let free = opened(plan, duty, unit, next_free(plan, &periods, now));
            all.extend(free.map(|one| Occasion {
                deadline: None,
                moved: None,
                original: None,
                cutoff: None,
                ..one
            }));
        }
    }
}

/// The day and the first second from `now` on at which none of these was opened; at the end of the day one before it.
fn next_free(plan: &Plan, taken: &[Period], now: Instant) -> Period {
    let (day, seconds) = now.civil(plan.offset);
    let mut free = Period::opened(day, seconds);
    for later in 1..DAY {
        if taken.binary_search(&free).is_err() {
            break;
        }
        free = Period::opened(day, (seconds + later) % DAY);
    }
    free
}
