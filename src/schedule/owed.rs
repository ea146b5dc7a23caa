//! What a unit owes at a moment, the most urgent first.

use super::key::opened;
use super::{Occasion, Sent, State, occasion_of, occasions, state};
use crate::calendar::{Instant, Period};
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
    let mut all = occasions(plan, unit);
    for one in sent {
        let duty = plan.duty(one.duty.as_str());
        if let Some(duty) = duty.filter(|duty| duty.on_demand().is_some())
            && !all
                .iter()
                .any(|known| known.is_of(one.duty.as_str(), one.period))
        {
            all.extend(occasion_of(plan, duty, unit, one.period));
        }
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

/// The same, and beside it the reports that the unit opens by itself: those that it has begun and not sent, by the `keys` under which
/// they are kept (other keys are passed over), and of each such duty one that could be opened at `now`, which has no deadline yet.
///
/// # Errors
/// As [`duties`].
pub fn duties_beside(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    keys: &[String],
    now: Instant,
) -> Result<Vec<(Occasion, State)>, UnknownUnit> {
    let mut all = duties(plan, unit, sent, now)?;
    let (date, seconds) = now.civil(plan.offset);
    let new = Period::opened(date, seconds);
    let known = plan.unit(unit);
    let on_demand = plan.duties.iter().filter(|duty| duty.on_demand().is_some());
    for (duty, unit) in on_demand.filter_map(|duty| Some((duty, known?))) {
        let id = duty.id.as_str();
        let begun = keys
            .iter()
            .filter_map(|of| opened(of, plan.id.as_str(), unit.id.as_str()));
        let begun = begun
            .filter(|(of, _)| *of == id)
            .map(|(_, period)| (period, false));
        for (period, is_new) in begun.chain([(new, true)]) {
            if all.iter().any(|(one, _)| one.is_of(id, period)) {
                continue;
            }
            let Some(mut occasion) = occasion_of(plan, duty, unit, period) else {
                continue;
            };
            if is_new {
                (occasion.deadline, occasion.cutoff, occasion.moved) = (None, None, None);
            }
            let state = state(&occasion, duty.due_soon_hours, None, now);
            all.push((occasion, state));
        }
    }
    sort(&mut all, |a, b| order(a).cmp(&order(b)));
    Ok(all)
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
