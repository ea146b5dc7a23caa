//! By when something must be sent: as published, and counted from a period.

use super::Working;
use crate::calendar::{CyclePeriod, Date, DayOfMonth, Instant, Offset, Time};
use crate::read::{Node, Read, Reader, record, words};
use serde::Serialize;

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

/// A deadline counted from the last day of its period: so many days after it (`daysAfter`) or so many working days
/// (`workingDaysAfter`), or a day of its month or of a later one (`dayOfMonth`, "ngày 25 hằng tháng"). It has one of
/// the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RelativeDeadline {
    /// Days after the period's last day; 0 is the last day itself, -1 the day before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_after: Option<i16>,
    /// So many working days after the period's last day; -1 is the last working day before it, and 0 it, or the next
    /// working day where it is a day off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -RelativeDeadline::WORKING_DAYS, max = RelativeDeadline::WORKING_DAYS)))]
    pub working_days_after: Option<i16>,
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
    /// The most working days between a period and its deadline.
    pub(crate) const WORKING_DAYS: i16 = 60;

    /// The deadline of a period whose last day is `last`; none past the calendar's end. Working days are counted as
    /// `working` has them.
    #[must_use]
    pub fn after(&self, last: Date, working: &Working) -> Option<Deadline> {
        let (time, mut bound) = (self.time, self.bound);
        let date = match self.day_of_month {
            None => match self.working_days_after {
                Some(count) => working.after(last, count)?,
                None => last.add_days(i64::from(self.days_after?))?,
            },
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

impl RelativeDeadline {
    /// The deadline of a period of a cycle. A day of the month is one of the month in which the whole period ends, also where the
    /// plan ends before it ("ngày 20 hằng tháng" of the month from 15/3 to 14/4 is 20/4); days are counted from the last of
    /// which the report tells.
    #[must_use]
    pub fn of(&self, made: CyclePeriod, working: &Working) -> Option<Deadline> {
        let counted = match self.day_of_month {
            Some(_) => made.whole,
            None => made.period,
        };
        self.after(counted.to(), working)
    }
}

impl Read for RelativeDeadline {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let may = &[
            "days_after",
            "working_days_after",
            "day_of_month",
            "months_after",
            "time",
            "bound",
        ];
        let [days, working_days, day_of_month, months_after, time, bound] =
            reader.object(node, &[], may);
        let deadline = Self {
            days_after: Read::read(days, reader),
            working_days_after: Read::read(working_days, reader),
            day_of_month: Read::read(day_of_month, reader),
            months_after: Read::read(months_after, reader),
            time: Read::read(time, reader),
            bound: Read::read(bound, reader),
        };
        let counted = [deadline.days_after, deadline.working_days_after];
        let counted = counted.iter().flatten().count();
        let one = match deadline.day_of_month {
            None => counted == 1 && deadline.months_after == 0,
            Some(_) => counted == 0,
        };
        if !one && reader.count() == before {
            let needs = "a deadline needs \"daysAfter\", \"workingDaysAfter\", or \"dayOfMonth\" and perhaps \"monthsAfter\"";
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

record!(Deadline { date; time, bound });
words!(Bound { By, Before });

#[cfg(test)]
mod tests;
