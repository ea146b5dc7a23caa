//! What a unit owes, in words.

use crate::calendar::Instant;
use crate::message;
use crate::plan::{Channel, Plan};
use crate::schedule::{self, Occasion, Sent, State};
use crate::text::Lang;
use serde::Serialize;

/// An occasion (phiếu cần nộp) as a page lists it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DutyView {
    /// Which duty of which unit for which period this is: the one text to keep and compare it by.
    pub key: String,
    /// The duty.
    pub duty: String,
    /// The kind of report.
    pub kind: String,
    /// The duty's name, for example "Báo cáo tuần".
    pub name: String,
    /// The period's name, for example "Tuần 1".
    pub label: Option<String>,
    /// The period.
    pub period: crate::calendar::Period,
    /// The period in words.
    pub period_text: String,
    /// The deadline in words; none where the plan names none.
    pub deadline_text: Option<String>,
    /// The first instant that is too late, in milliseconds since 1970; none where there is no deadline.
    pub cutoff: Option<i64>,
    /// What remains until the deadline, or how late it is, in words; none once it is sent or waived.
    pub remaining_text: Option<String>,
    /// Its state.
    pub state: State,
    /// Its state in words.
    pub state_text: String,
    /// Why it need not be sent, where it is waived.
    pub why: Option<String>,
    /// How the document wants it sent.
    pub channels: Vec<Channel>,
}

/// What the unit owes at `now`, the most pressing first; none where the plan has no such unit.
#[must_use]
pub fn duties(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    now: Instant,
    lang: Lang,
) -> Option<Vec<DutyView>> {
    let owed = schedule::duties(plan, unit, sent, now).ok()?;
    Some(
        owed.iter()
            .filter_map(|(occasion, state)| view(plan, unit, (occasion, *state), now, lang))
            .collect(),
    )
}

fn view(
    plan: &Plan,
    unit: &str,
    (occasion, state): (&Occasion, State),
    now: Instant,
    lang: Lang,
) -> Option<DutyView> {
    let duty = plan.duty(occasion.duty.as_str())?;
    let waiver = occasion.waived.and_then(|index| duty.waivers.get(index));
    let pressing = matches!(
        state,
        State::NotYetOpen | State::Open | State::DueSoon | State::Late | State::Returned
    );
    Some(DutyView {
        key: schedule::key(plan.id.as_str(), unit, duty.id.as_str(), occasion.period),
        duty: duty.id.to_string(),
        kind: duty.kind.to_string(),
        name: duty.name.clone(),
        label: occasion.label.clone(),
        period: occasion.period,
        period_text: message::period(&occasion.period, lang),
        deadline_text: occasion
            .deadline
            .as_ref()
            .map(|deadline| message::deadline(deadline, lang)),
        cutoff: occasion.cutoff.map(Instant::unix_millis),
        remaining_text: occasion
            .cutoff
            .filter(|_| pressing)
            .map(|cutoff| message::remaining(cutoff, now, lang)),
        state,
        state_text: message::state(state, lang).to_owned(),
        why: waiver.map(|waiver| waiver.why.clone()),
        channels: duty.channels.clone(),
    })
}
