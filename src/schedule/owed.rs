//! What a unit owes at a moment, the most urgent first.

use super::{Occasion, Sent, State, demand, occasions, state};
use crate::calendar::Instant;
use crate::order::sort;
use crate::plan::{Duty, Plan};
use std::fmt;

/// The plan has no unit of that identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownUnit {
    /// The identity asked for.
    pub unit: String,
}

impl fmt::Display for UnknownUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the plan has no unit \"{}\"; choose one of its units",
            self.unit
        )
    }
}

impl std::error::Error for UnknownUnit {}

/// All that the unit owes, each with its state at `now`: late first, then returned, due soon, open, not yet
/// open, sent, accepted and waived; inside each by deadline (those without one last), period and duty.
///
/// Of several reports sent for one duty and period, the latest received counts. Of those that a unit opens by itself these are the
/// ones that it sent.
///
/// # Errors
/// [`UnknownUnit`] when the plan has no unit of that identity.
pub fn duties(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    now: Instant,
) -> Result<Vec<(Occasion, State)>, UnknownUnit> {
    duties_beside(plan, unit, sent, None, now)
}

/// The same to the unit itself, which has begun what is kept under the keys `begun`, one a line: of reports that it opens by itself
/// also those, and of each such duty one that could be opened at `now`.
///
/// # Errors
/// As [`duties`].
pub fn duties_beside(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    begun: Option<&str>,
    now: Instant,
) -> Result<Vec<(Occasion, State)>, UnknownUnit> {
    let Some(unit) = plan.unit(unit) else {
        return Err(UnknownUnit {
            unit: unit.to_owned(),
        });
    };
    let mut all = occasions(plan, unit);
    if plan.duties.iter().any(Duty::may_be_opened) {
        demand::add(&mut all, (plan, unit), sent, begun, now);
    }
    let mut owed: Vec<(Occasion, State)> = all
        .into_iter()
        .map(|occasion| {
            let latest = sent
                .iter()
                .filter(|sent| occasion.is_of(sent.duty.as_str(), sent.period))
                .max_by_key(|sent| sent.received_at);
            let hours = plan
                .duty(occasion.duty.as_str())
                .map_or(0, |duty| duty.due_soon_hours);
            let state = state(&occasion, hours, latest, now);
            (occasion, state)
        })
        .collect();
    sort(&mut owed, |a, b| order(a).cmp(&order(b)));
    Ok(owed)
}

fn order((occasion, state): &(Occasion, State)) -> impl Ord + '_ {
    let no_deadline = occasion.cutoff.is_none();
    (
        urgency(*state),
        no_deadline,
        occasion.cutoff,
        occasion.period,
        &occasion.duty,
    )
}

fn urgency(state: State) -> u8 {
    match state {
        State::Late => 0,
        State::Returned => 1,
        State::DueSoon => 2,
        State::Open => 3,
        State::NotYetOpen => 4,
        State::Sent | State::SentLate => 5,
        State::Accepted => 6,
        State::Waived => 7,
    }
}

#[cfg(test)]
mod tests;
