//! What must be sent, by whom, for which periods and by when.

use super::{
    Deadline, Event, Extension, Id, Moved, Plan, RelativeDeadline, Selector, Source, Unit,
};
use crate::calendar::{Cycle, Date, Period};
use crate::read::{choice, record, words};
use serde::Serialize;

/// A reporting duty (chế độ báo cáo).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Duty {
    /// Its identity.
    pub id: Id,
    /// Its name, for example "Báo cáo tuần".
    pub name: String,
    /// The kind of report, as the office groups them ("weekly", "closing"); a label, not a rule.
    pub kind: Id,
    /// The units that owe it.
    #[serde(default)]
    pub by: Selector,
    /// Whether the report of a unit above others tells of these too (báo cáo gộp): its figures are those of all of them
    /// together, its own work among them. Where levels add up, what the units below sent is not added to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gathers: bool,
    /// The office that receives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How the document wants it sent (link, mailbox, official letter), as published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// What the document says of periods and deadlines; every statement is kept, also where two
    /// contradict each other.
    pub schedules: Vec<StatedSchedule>,
    /// The statement that applies.
    pub applies: Id,
    /// Why that one applies, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where a deadline goes that falls on a day off; it stays where nothing is said, and where it is counted in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
    /// Deadlines that were put off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// The form that it asks for.
    pub template: Id,
    /// Periods for which it need not be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// From how many hours before the deadline it counts as due soon.
    #[serde(default = "two_days", skip_serializing_if = "is_two_days")]
    pub due_soon_hours: u16,
    /// Where it stands.
    pub source: Source,
}

fn two_days() -> u16 {
    48
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_two_days(hours: &u16) -> bool {
    *hours == two_days()
}

impl Duty {
    /// The schedule that applies; none only where [`Duty::applies`] names no statement, which a
    /// parsed plan rules out.
    #[must_use]
    pub fn schedule(&self) -> Option<&StatedSchedule> {
        self.schedules
            .iter()
            .find(|stated| stated.id == self.applies)
    }

    /// Whether some statement of it is of reports that a unit opens by itself.
    #[must_use]
    pub fn may_be_opened(&self) -> bool {
        let is_it = |stated: &StatedSchedule| matches!(stated.schedule, Schedule::OnDemand(_));
        self.schedules.iter().any(is_it)
    }

    /// The rule of the reports that a unit opens by itself, where they are such.
    #[must_use]
    #[inline(never)]
    pub fn on_demand(&self) -> Option<&OnDemand> {
        match &self.schedule()?.schedule {
            Schedule::OnDemand(rule) => Some(rule),
            _ => None,
        }
    }

    /// The statement whose deadlines hold for `unit` in place of those of [`Self::schedule`]; none where these do.
    #[must_use]
    pub fn deadlines_of(&self, unit: &Unit) -> Option<&StatedSchedule> {
        let holds = |units: &Selector| units.chooses(unit);
        self.schedules
            .iter()
            .find(|stated| stated.units.as_ref().is_some_and(holds))
    }
}

/// How a report is to be sent, as the document says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Channel {
    /// What it is, for example "Biểu mẫu trực tuyến" or "Văn bản chính thức".
    pub name: String,
    /// Its address: a link or an office's mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Which way it is; where it is left out, what the address says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ChannelKind>,
}

/// A way to send a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChannelKind {
    /// Through a form or a system on the web, as a report goes from here.
    Online,
    /// To a mailbox.
    Mailbox,
    /// On paper, signed and stamped (văn bản chính thức, công văn).
    Paper,
}

impl Channel {
    /// Which way it is, as it says itself or as its address says; none where neither tells.
    #[must_use]
    pub fn way(&self) -> Option<ChannelKind> {
        let by_address = |address: &str| {
            if address.starts_with("http") {
                ChannelKind::Online
            } else {
                ChannelKind::Mailbox
            }
        };
        self.kind
            .or_else(|| self.address.as_deref().map(by_address))
    }
}

/// One thing the document says of a duty's periods and deadlines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StatedSchedule {
    /// Its identity within the duty.
    pub id: Id,
    /// What it says, as data.
    pub schedule: Schedule,
    /// The units for which its deadlines hold, whichever statement applies to all: "cấp huyện trước ngày 20". The periods
    /// stay those of the statement that applies; where this one names no deadline of a period, so does its deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Selector>,
    /// Where it says so.
    pub source: Source,
}

/// Periods with their deadlines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Schedule {
    /// Periods listed one by one.
    Listed(Vec<ListedPeriod>),
    /// Periods by a rule.
    Recurring(Recurrence),
    /// The days of something that the plan sets down.
    Event(Event),
    /// Whenever there is something to report: the unit opens each by itself.
    OnDemand(OnDemand),
}

/// Reports that a unit opens by itself ("báo cáo ngay khi phát sinh", "đột xuất", "khi có yêu cầu"): as many as happen, each with its
/// own day and hour. None is ever missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnDemand {
    /// The days on which one can be opened; the plan's own where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Period>,
    /// By when, counted from the day on which it was opened, or on which the event was; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<RelativeDeadline>,
    /// By when, in hours after the moment at which it was opened, or of the event, 1 to 720, in place of `deadline`: "trong vòng 24
    /// giờ". They run on days off too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = OnDemand::HOURS)))]
    pub hours_after: Option<u16>,
    /// How many a unit can open at most, 1 to 2000; 500 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = OnDemand::MOST)))]
    pub most: Option<u16>,
    /// What each unit holds on a day of its own ("Hội nghị"): whoever opens a report says its day and hour, from which the
    /// deadline is counted; from the opening where it is left out. `within` are then the days on which it can be held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl OnDemand {
    /// How many a unit can open at most, whatever a plan says: a person does not reach it, a script does.
    pub(crate) const MOST: u16 = 2_000;
    /// The latest that hours are counted: thirty days.
    pub(crate) const HOURS: u16 = 720;
    /// How many where a plan says nothing: hundreds of units can open as many under several duties.
    const UNSAID: u16 = 500;

    /// How many a unit can open.
    #[must_use]
    pub fn most(&self) -> usize {
        self.most.unwrap_or(Self::UNSAID).into()
    }

    /// The days on which one can be opened.
    #[must_use]
    pub fn days(&self, plan: &Plan) -> Period {
        self.within.unwrap_or(plan.period)
    }
}

/// One listed period of a duty (kỳ báo cáo).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListedPeriod {
    /// Its name, for example "Tuần 1".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The days it covers.
    pub period: Period,
    /// The day from which it can be sent; the period's first day where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// By when; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
}

impl ListedPeriod {
    /// A period that is made, with the deadline that is counted from its last day.
    #[must_use]
    pub fn made(
        plan: &Plan,
        period: Period,
        label: Option<String>,
        deadline: Option<RelativeDeadline>,
    ) -> Self {
        Self {
            label,
            period,
            opens: None,
            deadline: deadline.and_then(|deadline| deadline.after(period.to(), &plan.working)),
        }
    }
}

/// Periods by a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recurrence {
    /// The cycle of the periods.
    pub cycle: Cycle,
    /// The days between which periods are made; the plan's own where it is left out. The first and
    /// the last period may be partial. Of a plan that runs for more than half a year, what its end cuts off of a period that is
    /// called by a later year is left to that year's plan, unless these days say otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Period>,
    /// The months (1 to 12) for which no report is asked ("trừ tháng 6, 7, 8"): a period that ends in one is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(length(max = 11), inner(range(min = 1, max = 12)))
    )]
    pub skip_months: Vec<u8>,
    /// What a period is called before its number, for example "Tuần".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By when, counted from each period's last day; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<RelativeDeadline>,
}

/// A period for which the duty need not be sent (miễn báo cáo), because another report takes it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Waiver {
    /// Every period of the duty inside these days is waived.
    pub within: Period,
    /// The duty whose report takes it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_in_by: Option<Id>,
    /// Why, in one line for the unit.
    pub why: String,
    /// Where it says so.
    pub source: Source,
}

record!(Duty {
    id, name, kind, schedules, applies, template, source;
    by, gathers, to, channels, why, waivers, moved, extensions;
    due_soon_hours = two_days()
});
record!(Channel { name; address, kind });
words!(ChannelKind {
    Online,
    Mailbox,
    Paper
});
record!(StatedSchedule { id, schedule, source; units });
choice!(Schedule
    words {}
    values { Listed, Recurring, Event, OnDemand }
    records {}
    else Self::Listed(Vec::new())
);
record!(ListedPeriod { period; label, opens, deadline });
// Few plans have it.
record!(#[inline(never)] OnDemand {; within, deadline, hours_after, most, event });
record!(Recurrence { cycle; within, skip_months, label, deadline });
record!(Waiver { within, why, source; taken_in_by });
