//! What a unit owes at a moment, the most urgent first.

use super::{Occasion, Sent, State, occasions, state};
use crate::calendar::Instant;
use crate::order::sort;
use crate::plan::Plan;
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
/// Of several reports sent for one duty and period, the latest received counts.
///
/// # Errors
/// [`UnknownUnit`] when the plan has no unit of that identity.
pub fn duties(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    now: Instant,
) -> Result<Vec<(Occasion, State)>, UnknownUnit> {
    let Some(unit) = plan.unit(unit) else {
        return Err(UnknownUnit {
            unit: unit.to_owned(),
        });
    };
    let mut owed: Vec<(Occasion, State)> = occasions(plan, unit)
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
