//! What the office sees of a plan: per duty and period, who has sent, who is late, who is missing.

use super::plans::sent;
use super::store::Arrival;
use crate::calendar::{Instant, Period};
use crate::message;
use crate::plan::{Duty, Id, Plan, Unit};
use crate::schedule::{self, Occasion, Sent, State, delayed, is_late};
use crate::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// The whole view.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview<'a> {
    plan: &'a Id,
    version: u32,
    title: &'a str,
    now: Instant,
    duties: Vec<DutyOverview<'a>>,
    /// Reports that no duty asks for any more, since another version of the plan changed its units,
    /// duties or periods. They are kept, and the office still reads them.
    strays: Vec<StrayReport<'a>>,
}

/// A report that the plan does not ask for, as it stands now.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StrayReport<'a> {
    unit: &'a str,
    /// The unit's name; its identity where the plan no longer has it.
    name: &'a str,
    duty: &'a str,
    /// The duty's name; its identity where the plan no longer has it.
    duty_name: &'a str,
    period: Period,
    period_text: String,
    received_at: Option<Instant>,
    received_text: Option<String>,
    revision: u32,
    submission: &'a str,
}

/// One duty in one period.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DutyOverview<'a> {
    /// Which duty for which period this is, whoever owes it.
    key: String,
    duty: &'a Id,
    kind: &'a Id,
    name: &'a str,
    label: Option<String>,
    period: Period,
    period_text: String,
    #[serde(rename = "deadline")]
    cutoff: Option<Instant>,
    deadline_text: Option<String>,
    units: Vec<UnitOverview<'a>>,
    /// How many units are in each state; a state in which none is is left out.
    counts: BTreeMap<String, u32>,
}

/// One unit that owes it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct UnitOverview<'a> {
    unit: &'a Id,
    name: &'a str,
    sector: Option<&'a Id>,
    sector_name: Option<&'a str>,
    state: State,
    state_text: String,
    /// Whether the first report came after the deadline, whatever was decided about it since.
    late: bool,
    /// When the first report came.
    received_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    received_text: Option<String>,
    /// That it came late although "send" was pressed in time, in words; none where it did not.
    delayed_text: Option<&'static str>,
    /// When the revision that holds came.
    revised_at: Option<Instant>,
    revision: Option<u32>,
    /// The revision that holds.
    submission: Option<&'a str>,
}

impl<'a> Overview<'a> {
    /// The view of `plan` at `now`, from what has come, in the language asked, of those units that
    /// the office oversees.
    #[must_use]
    pub fn new(
        plan: &'a Plan,
        arrivals: &'a [Arrival],
        now: Instant,
        lang: Lang,
        oversees: impl Fn(&str) -> bool,
    ) -> Self {
        let mut by_unit: BTreeMap<&str, Vec<(&Arrival, Sent)>> = BTreeMap::new();
        for arrival in arrivals {
            if let Some(sent) = sent(arrival) {
                by_unit
                    .entry(&arrival.unit)
                    .or_default()
                    .push((arrival, sent));
            }
        }
        let mut rows: BTreeMap<(usize, Period), DutyOverview<'a>> = BTreeMap::new();
        let mut strays = Vec::new();
        for unit in plan.units.iter().filter(|unit| oversees(unit.id.as_str())) {
            let mut came = by_unit.remove(unit.id.as_str()).unwrap_or_default();
            let sent: Vec<Sent> = came.iter().map(|(_, sent)| sent.clone()).collect();
            let Ok(owed) = schedule::duties(plan, unit.id.as_str(), &sent, now) else {
                continue;
            };
            for (occasion, state) in &owed {
                let Some(place) = plan.duties.iter().position(|duty| duty.id == occasion.duty)
                else {
                    continue;
                };
                let Some(duty) = plan.duties.get(place) else {
                    continue;
                };
                let row = rows
                    .entry((place, occasion.period))
                    .or_insert_with(|| DutyOverview::new(plan, duty, occasion, lang));
                let arrival = came.iter().find(|(_, sent)| is_of(occasion, sent));
                row.add(
                    plan,
                    unit,
                    (occasion, *state),
                    arrival.map(|(arrival, _)| *arrival),
                    lang,
                );
            }
            came.retain(|(_, sent)| {
                let mut asked = owed.iter().map(|(occasion, _)| occasion);
                !asked.any(|asked| is_of(asked, sent))
            });
            strays.extend(came.iter().map(|came| StrayReport::new(plan, came, lang)));
        }
        let gone = by_unit
            .iter()
            .filter(|(unit, _)| plan.unit(unit).is_none() && oversees(unit));
        strays.extend(
            gone.flat_map(|(_, came)| came)
                .map(|came| StrayReport::new(plan, came, lang)),
        );
        Self {
            plan: &plan.id,
            version: plan.version,
            title: &plan.title,
            now,
            duties: rows.into_values().collect(),
            strays,
        }
    }
}

fn is_of(asked: &Occasion, sent: &Sent) -> bool {
    asked.is_of(sent.duty.as_str(), sent.period)
}

impl<'a> StrayReport<'a> {
    fn new(plan: &'a Plan, (arrival, sent): &(&'a Arrival, Sent), lang: Lang) -> Self {
        let received_at = Instant::from_unix_seconds(arrival.first_received_at);
        Self {
            unit: &arrival.unit,
            name: plan
                .unit(&arrival.unit)
                .map_or(&arrival.unit, |unit| &unit.name),
            duty: &arrival.duty,
            duty_name: plan
                .duty(&arrival.duty)
                .map_or(&arrival.duty, |duty| &duty.name),
            period: sent.period,
            period_text: message::period(&sent.period, lang),
            received_at,
            received_text: received_at.map(|at| message::moment(at, plan.offset, lang)),
            revision: arrival.revision,
            submission: &arrival.id,
        }
    }
}

impl<'a> DutyOverview<'a> {
    fn new(plan: &Plan, duty: &'a Duty, occasion: &Occasion, lang: Lang) -> Self {
        Self {
            key: schedule::key_of_all(plan.id.as_str(), duty.id.as_str(), occasion.period),
            duty: &duty.id,
            kind: &duty.kind,
            name: &duty.name,
            label: occasion.label.clone(),
            period: occasion.period,
            period_text: message::period(&occasion.period, lang),
            cutoff: occasion.cutoff,
            deadline_text: occasion
                .deadline
                .as_ref()
                .map(|deadline| message::deadline(deadline, lang)),
            units: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    fn add(
        &mut self,
        plan: &'a Plan,
        unit: &'a Unit,
        (occasion, state): (&Occasion, State),
        arrival: Option<&'a Arrival>,
        lang: Lang,
    ) {
        let sector = unit.sector.as_ref();
        let named = plan.sectors.iter().find(|group| Some(&group.id) == sector);
        let moment = |seconds: i64| Instant::from_unix_seconds(seconds);
        let received_at = arrival.and_then(|arrival| moment(arrival.first_received_at));
        let prepared_at = arrival.and_then(|arrival| moment(arrival.first_prepared_at?));
        let was_delayed = prepared_at
            .zip(received_at)
            .is_some_and(|(prepared, received)| delayed(occasion, prepared, received));
        self.units.push(UnitOverview {
            unit: &unit.id,
            name: &unit.name,
            sector,
            sector_name: named.map(|group| group.name.as_str()),
            state,
            state_text: message::state(state, lang).to_owned(),
            late: received_at.is_some_and(|at| is_late(self.cutoff, at)),
            received_at,
            received_text: received_at.map(|at| message::moment(at, plan.offset, lang)),
            delayed_text: was_delayed.then(|| message::delayed(lang)),
            revised_at: arrival.and_then(|arrival| moment(arrival.received_at)),
            revision: arrival.map(|arrival| arrival.revision),
            submission: arrival.map(|arrival| arrival.id.as_str()),
        });
        let name = serde_json::to_value(state).ok();
        if let Some(name) = name.as_ref().and_then(serde_json::Value::as_str) {
            *self.counts.entry(name.to_owned()).or_default() += 1;
        }
    }
}
