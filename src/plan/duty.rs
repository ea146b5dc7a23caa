//! What must be sent, by whom, for which periods and by when.

use super::{Id, Selector, Source};
use crate::calendar::{Cycle, Date, DayOfMonth, Instant, Offset, Period, Time};
use crate::read::{Node, Read, Reader, choice, record, words};
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

/// Periods by a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recurrence {
    /// The cycle of the periods.
    pub cycle: Cycle,
    /// The days between which periods are made; the plan's own where it is left out. The first and
    /// the last period may be partial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Period>,
    /// What a period is called before its number, for example "Tuần".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By when, counted from each period's last day; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<RelativeDeadline>,
}

/// A deadline (hạn gửi) as published: a day, perhaps an hour, and whether that moment is still in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Deadline {
    /// The day.
    pub date: Date,
    /// The hour, where one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Whether the day or hour itself is still in time.
    #[serde(default, skip_serializing_if = "Bound::is_by")]
    pub bound: Bound,
}

/// A deadline counted from the last day of its period: so many days after it (`daysAfter`), or a day of
/// its month or of a later one (`dayOfMonth`, "ngày 25 hằng tháng"). It has one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RelativeDeadline {
    /// Days after the period's last day; 0 is the last day itself, -1 the day before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_after: Option<i16>,
    /// A day of the month. Where a month is shorter, its last day stands for it; "trước ngày 30" then
    /// leaves the whole of February.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_of_month: Option<DayOfMonth>,
    /// How many months after that of the period's last day `dayOfMonth` lies: 0 is the same, 1 "tháng sau".
    #[serde(default, skip_serializing_if = "is_same_month")]
    pub months_after: u8,
    /// The hour, where one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Whether the day or hour itself is still in time.
    #[serde(default, skip_serializing_if = "Bound::is_by")]
    pub bound: Bound,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_same_month(months: &u8) -> bool {
    *months == 0
}

impl RelativeDeadline {
    /// The deadline of a period whose last day is `last`; none past the calendar's end.
    #[must_use]
    pub fn after(&self, last: Date) -> Option<Deadline> {
        let (time, mut bound) = (self.time, self.bound);
        let date = match self.day_of_month {
            None => last.add_days(i64::from(self.days_after?))?,
            Some(day) => {
                let first = Date::new_clamped(last.year(), last.month(), 1)?;
                let month = first.add_months(self.months_after.into())?;
                let date = Date::new_clamped(month.year(), month.month(), day.get())?;
                // The named day would come after the month's end, so no day of the month is too late.
                if date.day() < day.get() && time.is_none() {
                    bound = Bound::By;
                }
                date
            }
        };
        Some(Deadline { date, time, bound })
    }
}

impl Read for RelativeDeadline {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let may = &[
            "days_after",
            "day_of_month",
            "months_after",
            "time",
            "bound",
        ];
        let [days_after, day_of_month, months_after, time, bound] = reader.object(node, &[], may);
        let deadline = Self {
            days_after: Read::read(days_after, reader),
            day_of_month: Read::read(day_of_month, reader),
            months_after: Read::read(months_after, reader),
            time: Read::read(time, reader),
            bound: Read::read(bound, reader),
        };
        let one = match (deadline.days_after, deadline.day_of_month) {
            (Some(_), None) => deadline.months_after == 0,
            (None, Some(_)) => true,
            _ => false,
        };
        if !one && reader.count() == before {
            let needs =
                "a deadline needs \"daysAfter\", or \"dayOfMonth\" and perhaps \"monthsAfter\"";
            reader.refuse_value(node, needs);
        }
        deadline
    }
}

/// Whether the named day or hour itself is still in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// "Hạn chót là", "chậm nhất": the day runs to its end, the hour itself is still in time.
    #[default]
    By,
    /// "Trước 17g00", "trước ngày": strictly before the hour, or before the day begins.
    Before,
}

impl Bound {
    /// Whether it is the bound that holds where a plan says nothing.
    #[must_use]
    pub fn is_by(&self) -> bool {
        *self == Self::By
    }
}

impl Deadline {
    /// The first instant that is too late, at the plan's offset. What arrives before it is on time.
    #[must_use]
    pub fn cutoff(&self, offset: Offset) -> Instant {
        match (self.time, self.bound) {
            (Some(time), Bound::Before) => Instant::at(self.date, time, offset),
            // The named second itself is still in time, so lateness begins with the next.
            (Some(time), Bound::By) => Instant::at(self.date, time, offset).plus_seconds(1),
            (None, Bound::Before) => Instant::at(self.date, Time::MIDNIGHT, offset),
            (None, Bound::By) => Instant::at(self.date, Time::END_OF_DAY, offset),
        }
    }
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
    by, to, channels, why, waivers;
    due_soon_hours = two_days()
});
record!(Channel { name; address });
record!(StatedSchedule { id, schedule, source; });
choice!(Schedule
    words {}
    values { Listed, Recurring }
    records {}
    else Self::Listed(Vec::new())
);
record!(ListedPeriod { period; label, opens, deadline });
record!(Recurrence { cycle; within, label, deadline });
record!(Deadline { date; time, bound });
words!(Bound { By, Before });
record!(Waiver { within, why, source; taken_in_by });

#[cfg(test)]
mod tests;
