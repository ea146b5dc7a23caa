//! What the office sees of a plan: per duty and period, who has sent, who is late, who is missing.

use super::group::{BarPart, OfficeGroup, OfficeGroupView, bar, groups};
use super::reminder::{ReminderView, reminder};
use crate::calendar::{Instant, Period};
use crate::message::{self, rollup};
use crate::plan::{Duty, Id, Plan, Unit};
use crate::schedule::{
    self, Occasion, Sent, State, Timeliness, delayed, is_late, occasions_of_all,
};
use crate::text::Lang;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The whole view.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Overview<'a> {
    /// The plan.
    pub plan: &'a Id,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: &'a str,
    /// The moment of which it tells.
    pub now: Instant,
    /// The duties in the plan's order, each period in order.
    pub duties: Vec<DutyOverview<'a>>,
    /// Reports that no duty asks for any more, since another version of the plan changed its units,
    /// duties or periods. They are kept, and the office still reads them.
    pub strays: Vec<StrayReport<'a>>,
}

/// A report that the plan does not ask for, as it stands now.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StrayReport<'a> {
    /// The unit's identity.
    pub unit: &'a str,
    /// The unit's name; its identity where the plan no longer has it.
    pub name: &'a str,
    /// The duty's identity.
    pub duty: Id,
    /// The duty's name; its identity where the plan no longer has it.
    pub duty_name: String,
    /// The days that it covers.
    pub period: Period,
    /// In words.
    pub period_text: String,
    /// When the first revision came.
    pub received_at: Instant,
    /// In words, on the plan's clock.
    pub received_text: String,
    /// Which revision holds.
    pub revision: u32,
    /// Its identity.
    pub submission: &'a str,
}

/// A report that has come, without its figures: the revision that holds, and when the first one came.
#[derive(Clone, Debug)]
pub struct Arrived<'a> {
    /// The unit's identity.
    pub unit: &'a str,
    /// What it answers, when the first revision came, and what the office did with it.
    pub sent: Sent,
    /// The identity of the revision that holds.
    pub submission: &'a str,
    /// Which one it is.
    pub revision: u32,
    /// When it came.
    pub revised_at: Option<Instant>,
    /// When "send" was pressed for the first one, by the device's clock; none where nobody wrote it down.
    pub prepared_at: Option<Instant>,
}

/// One duty in one period.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DutyOverview<'a> {
    /// Which duty for which period this is, whoever owes it.
    pub key: String,
    /// The duty.
    pub duty: &'a Id,
    /// Its kind.
    pub kind: &'a Id,
    /// Its name.
    pub name: &'a str,
    /// What the period is called.
    pub label: Option<String>,
    /// Both names: "Báo cáo tuần · Tuần 1".
    pub title: String,
    /// The days that it covers.
    pub period: Period,
    /// In words.
    pub period_text: String,
    /// The first instant that is too late; none where there is no deadline.
    #[serde(rename = "deadline")]
    pub cutoff: Option<Instant>,
    /// The deadline in words.
    pub deadline_text: Option<String>,
    /// That there is none, in words; none where there is one.
    pub no_deadline_text: Option<Cow<'static, str>>,
    /// The units that owe it.
    pub units: Vec<UnitOverview<'a>>,
    /// The same units as the office turns to them.
    pub groups: Vec<OfficeGroupView>,
    /// How far it is, as a bar over all units, from left to right.
    pub bar: Vec<BarPart>,
    /// Of how many units there is a report to read: "Đã nhận 12 trên 40 đơn vị".
    pub sent_text: String,
    /// How many are late and have sent nothing: "3 quá hạn"; none where none is.
    pub late_text: Option<String>,
    /// What to remind those of who have not sent it, ready to be copied; none where nobody is to be reminded.
    pub reminder: Option<ReminderView>,
    /// Whether its deadline is near and a unit has sent nothing.
    pub is_next: bool,
    /// Whether units open these reports by themselves: each that came stands in `units`, and nobody is missing.
    pub is_on_demand: bool,
    /// How many units are in each state; a state in which none is is left out.
    pub counts: BTreeMap<String, u32>,
}

/// One unit that owes it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitOverview<'a> {
    /// The unit.
    pub unit: &'a Id,
    /// Its name.
    pub name: &'a str,
    /// Its sector.
    pub sector: Option<&'a Id>,
    /// The sector's name.
    pub sector_name: Option<&'a str>,
    /// How it stands.
    pub state: State,
    /// In words.
    pub state_text: String,
    /// Among which the office counts it.
    pub group: OfficeGroup,
    /// Whether the first report came after the deadline, whatever was decided about it since.
    pub late: bool,
    /// When it was opened, of a report that units open by themselves: "08g05:12 ngày 14/3/2026"; else none.
    pub opened_text: Option<String>,
    /// Its deadline in words, where it is not that of all.
    pub deadline_text: Option<String>,
    /// When the first report came.
    pub received_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    pub received_text: Option<String>,
    /// That it came late although "send" was pressed in time, in words; none where it did not.
    pub delayed_text: Option<&'static str>,
    /// When the revision that holds came.
    pub revised_at: Option<Instant>,
    /// Which revision holds.
    pub revision: Option<u32>,
    /// The revision that holds.
    pub submission: Option<&'a str>,
}

impl<'a> Overview<'a> {
    /// The view of `plan` at `now`, from what has come, in the language asked, of those units that
    /// the office oversees.
    #[must_use]
    pub fn new(
        plan: &'a Plan,
        arrivals: &[Arrived<'a>],
        now: Instant,
        lang: Lang,
        oversees: impl Fn(&str) -> bool,
    ) -> Self {
        let mut by_unit: BTreeMap<&str, Vec<&Arrived<'a>>> = BTreeMap::new();
        for arrival in arrivals {
            by_unit.entry(arrival.unit).or_default().push(arrival);
        }
        let mut rows: BTreeMap<(usize, Period), DutyOverview<'a>> = BTreeMap::new();
        for (place, duty) in plan.duties.iter().enumerate() {
            if let Some(whole) = schedule::opened_by_all(plan, duty) {
                let row = DutyOverview::on_demand(plan, duty, &whole, lang);
                rows.insert((place, whole.period), row);
            }
        }
        let mut strays = Vec::new();
        for unit in plan.units.iter().filter(|unit| oversees(unit.id.as_str())) {
            let mut came = by_unit.remove(unit.id.as_str()).unwrap_or_default();
            let sent: Vec<Sent> = came.iter().map(|one| one.sent.clone()).collect();
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
                let all_of_it = duty.on_demand().map(|rule| rule.days(plan));
                let of = (place, all_of_it.unwrap_or(occasion.period));
                let row = rows.entry(of).or_insert_with(|| {
                    let mut all = occasions_of_all(plan, duty).into_iter();
                    let shared = all.find(|one| one.period == occasion.period);
                    DutyOverview::new(plan, duty, shared.as_ref().unwrap_or(occasion), lang)
                });
                let arrival = came.iter().find(|one| is_of(occasion, &one.sent));
                row.add(plan, unit, (occasion, *state), arrival.copied(), lang);
            }
            came.retain(|one| {
                let mut asked = owed.iter().map(|(occasion, _)| occasion);
                !asked.any(|asked| is_of(asked, &one.sent))
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
            duties: rows
                .into_values()
                .map(|row| {
                    let duty = plan.duty(row.duty.as_str());
                    let office = duty.and_then(|duty| plan.receiver(duty));
                    row.grouped(office, now, lang)
                })
                .collect(),
            strays,
        }
    }
}

fn is_of(asked: &Occasion, sent: &Sent) -> bool {
    asked.is_of(sent.duty.as_str(), sent.period)
}

impl<'a> StrayReport<'a> {
    fn new(plan: &'a Plan, arrival: &Arrived<'a>, lang: Lang) -> Self {
        let (unit, sent) = (arrival.unit, &arrival.sent);
        let duty = plan.duty(sent.duty.as_str());
        Self {
            unit,
            name: plan.unit(unit).map_or(unit, |unit| &unit.name),
            duty: sent.duty.clone(),
            duty_name: duty.map_or_else(|| sent.duty.as_str().to_owned(), |duty| duty.name.clone()),
            period: sent.period,
            period_text: message::period(&sent.period, lang),
            received_at: sent.received_at,
            received_text: message::moment(sent.received_at, plan.offset, lang),
            revision: arrival.revision,
            submission: arrival.submission,
        }
    }
}

impl<'a> DutyOverview<'a> {
    /// The one row of reports that units open by themselves.
    fn on_demand(plan: &Plan, duty: &'a Duty, whole: &Occasion, lang: Lang) -> Self {
        Self {
            no_deadline_text: duty
                .on_demand()
                .map(|rule| message::opened_when_needed(rule, lang)),
            is_on_demand: true,
            ..Self::new(plan, duty, whole, lang)
        }
    }

    fn new(plan: &Plan, duty: &'a Duty, occasion: &Occasion, lang: Lang) -> Self {
        Self {
            key: schedule::key_of_all(plan.id.as_str(), duty.id.as_str(), occasion.period),
            duty: &duty.id,
            kind: &duty.kind,
            name: &duty.name,
            label: occasion.label.clone(),
            title: message::occasion(&duty.name, occasion.label.as_deref()),
            period: occasion.period,
            period_text: message::period(&occasion.period, lang),
            cutoff: occasion.cutoff,
            deadline_text: message::due(occasion, lang),
            no_deadline_text: occasion
                .deadline
                .is_none()
                .then(|| message::timeliness(Timeliness::NoDeadline, lang).into()),
            units: Vec::new(),
            groups: Vec::new(),
            bar: Vec::new(),
            sent_text: String::new(),
            late_text: None,
            reminder: None,
            is_next: false,
            is_on_demand: false,
            counts: BTreeMap::new(),
        }
    }

    /// The row, now that all of its units are there.
    fn grouped(mut self, office: Option<&str>, now: Instant, lang: Lang) -> Self {
        let of = self.units.iter().map(|unit| unit.group);
        self.groups = groups(of, lang);
        self.bar = bar(&self.groups);
        let count = |counts: &dyn Fn(OfficeGroup) -> bool| {
            let counted = self.groups.iter().filter(|view| counts(view.group));
            counted.map(|view| view.units.len()).sum::<usize>()
        };
        let late = count(&|group| group == OfficeGroup::Late);
        self.sent_text = if self.is_on_demand {
            let units: BTreeSet<&Id> = self.units.iter().map(|one| one.unit).collect();
            message::came_on_demand(self.units.len(), units.len(), lang)
        } else {
            rollup::came(count(&OfficeGroup::is_sent), self.units.len(), lang)
        };
        self.late_text = (late > 0).then(|| rollup::overdue(late, lang));
        self.is_next = self.units.iter().any(|unit| unit.state == State::DueSoon);
        self.reminder = reminder(&self, office, now, lang);
        self
    }

    fn add(
        &mut self,
        plan: &'a Plan,
        unit: &'a Unit,
        (occasion, state): (&Occasion, State),
        arrival: Option<&Arrived<'a>>,
        lang: Lang,
    ) {
        let sector = unit.sector.as_ref();
        let named = plan.sectors.iter().find(|group| Some(&group.id) == sector);
        let received_at = arrival.map(|arrival| arrival.sent.received_at);
        let prepared_at = arrival.and_then(|arrival| arrival.prepared_at);
        let late = received_at.is_some_and(|at| is_late(occasion.cutoff, at));
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
            group: OfficeGroup::of(state, late),
            late,
            opened_text: occasion
                .period
                .is_opened()
                .then(|| message::period(&occasion.period, lang)),
            deadline_text: message::due(occasion, lang)
                .filter(|own| self.deadline_text.as_ref() != Some(own)),
            received_at,
            received_text: received_at.map(|at| message::moment(at, plan.offset, lang)),
            delayed_text: was_delayed.then(|| message::delayed(lang)),
            revised_at: arrival.and_then(|arrival| arrival.revised_at),
            revision: arrival.map(|arrival| arrival.revision),
            submission: arrival.map(|arrival| arrival.submission),
        });
        let name = serde_json::to_value(state).ok();
        if let Some(name) = name.as_ref().and_then(serde_json::Value::as_str) {
            *self.counts.entry(name.to_owned()).or_default() += 1;
        }
    }
}
