//! Periods of civil dates.

use crate::read::{Node, Read, Reader, object, record};
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::time_of_day::Time;

/// A window of civil dates (kỳ báo cáo), both ends inclusive, at least one day long.
///
/// A report that a unit opens by itself has one day and the hour at which it was opened, so that two of one day are two.
///
/// In JSON `{"from": "2023-02-26", "to": "2023-03-03"}`, with an hour `{"from": "2023-03-03", "to": "2023-03-03", "at":
/// "08:05:12"}`; an unknown field or a `to` before `from` is an error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Period {
    from: Date,
    /// The last day; of a report that a unit opens by itself a day beyond all others, which says the hour ([`Date::beyond`]).
    until: Date,
}

/// Why two dates are not a [`Period`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PeriodError {
    /// The last day lies before the first.
    EndBeforeStart,
    /// An hour is named, and more than one day.
    HourOfSeveralDays,
}

impl core::fmt::Display for PeriodError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::EndBeforeStart => {
                "a period must not end before it starts: \"to\" lies before \"from\""
            }
            Self::HourOfSeveralDays => "with \"at\", \"to\" is \"from\"",
        })
    }
}

impl core::error::Error for PeriodError {}

/// The JSON of a period without an hour.
#[derive(Serialize)]
struct Days {
    from: Date,
    to: Date,
}

/// The JSON of a period before it is checked.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
struct Ends {
    from: Date,
    to: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Time>,
}

object!(Ends);

impl TryFrom<Ends> for Period {
    type Error = PeriodError;

    fn try_from(ends: Ends) -> Result<Self, PeriodError> {
        match ends.at {
            None => Self::new(ends.from, ends.to),
            Some(at) => Self::opened_within(ends.from, ends.to, at),
        }
    }
}

impl Period {
    /// The period from `from` to the end of `to`.
    ///
    /// # Errors
    /// [`PeriodError::EndBeforeStart`]: `to` lies before `from`.
    pub fn new(from: Date, to: Date) -> Result<Self, PeriodError> {
        if to < from {
            Err(PeriodError::EndBeforeStart)
        } else {
            Ok(Self { from, until: to })
        }
    }

    /// The period of one day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self {
            from: date,
            until: date,
        }
    }

    /// The day and hour that a clock shows so many seconds after midnight: the period of a report that is opened then.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn opened(date: Date, seconds: u32) -> Self {
        Self {
            from: date,
            until: Date::beyond(Time::of_day(seconds).seconds_of_day()),
        }
    }

    #[cold]
    #[inline(never)]
    fn opened_within(from: Date, to: Date, at: Time) -> Result<Self, PeriodError> {
        if from == to {
            Ok(Self::opened(from, at.seconds_of_day()))
        } else {
            Err(PeriodError::HourOfSeveralDays)
        }
    }

    /// The smallest period that holds both dates, in whichever order they come.
    pub(super) fn spanning(a: Date, b: Date) -> Self {
        Self {
            from: a.min(b),
            until: a.max(b),
        }
    }

    /// The first day.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day; it belongs to the period.
    #[must_use]
    #[inline(never)]
    pub fn to(self) -> Date {
        if self.is_opened() {
            self.from
        } else {
            self.until
        }
    }

    /// Whether it is of a report that a unit opens by itself.
    #[must_use]
    pub fn is_opened(self) -> bool {
        self.until > Date::MAX
    }

    /// The hour at which it was opened, of a report that a unit opens by itself.
    #[must_use]
    pub fn at(self) -> Option<Time> {
        self.is_opened().then(|| self.hour())
    }

    #[cold]
    #[inline(never)]
    fn hour(self) -> Time {
        Time::of_day(self.until.number_beyond())
    }

    /// Its last day as text, by which it is kept; an hour stands behind it: `2023-03-03T08:05:12`.
    #[must_use]
    pub fn to_text(self) -> String {
        if self.is_opened() {
            self.opened_text()
        } else {
            self.until.to_iso()
        }
    }

    /// Its first and its last day as text.
    #[must_use]
    pub fn to_texts(self) -> (String, String) {
        (self.from.to_iso(), self.to_text())
    }

    #[cold]
    #[inline(never)]
    fn opened_text(self) -> String {
        [&*self.from.to_iso(), "T", &self.hour().to_iso()].concat()
    }

    /// The period of [`Self::to_texts`]; none where the texts are no such days.
    #[must_use]
    pub fn of_texts(from: &str, to: &str) -> Option<Self> {
        let from = Date::parse_iso(from).ok()?;
        let Some((day, at)) = to.split_once('T') else {
            return Self::new(from, Date::parse_iso(to).ok()?).ok();
        };
        let (day, at) = (Date::parse_iso(day).ok()?, Time::parse_iso(at).ok()?);
        Self::opened_within(from, day, at).ok()
    }

    /// Whether `date` lies in the period.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to()
    }

    /// Whether all of `other` lies in the period.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.from <= other.from && other.to() <= self.to()
    }

    /// How many days the period has: 1 or more.
    #[must_use]
    pub fn len_days(self) -> i64 {
        self.from.days_until(self.to()) + 1
    }

    /// Whether the two periods share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Whether reports of the two periods may tell of the same: they share a day, and are not both of those that a unit opens by
    /// itself, of which each tells of something else.
    #[must_use]
    pub fn tells_with(self, other: Self) -> bool {
        !(self.is_opened() && other.is_opened()) && self.overlaps(other)
    }

    /// The days that the two periods share; `None` if there are none.
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to().min(other.to())).ok()
    }
}

impl core::fmt::Debug for Period {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (from, to) = self.to_texts();
        write!(f, "{from} to {to}")
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_opened() {
            return serialized_opened(*self, serializer);
        }
        let (from, to) = (self.from, self.until);
        Days { from, to }.serialize(serializer)
    }
}

#[cold]
#[inline(never)]
fn serialized_opened<S: serde::Serializer>(one: Period, serializer: S) -> Result<S::Ok, S::Error> {
    let (from, to, at) = (one.from, one.to(), Some(one.hour()));
    Serialize::serialize(&Ends { from, to, at }, serializer)
}

record!(Days { from, to; });
record!(#[inline(never)] Ends { from, to; at });

impl Read for Period {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        if !node.member("at").is_absent() {
            return read_opened(node, reader);
        }
        let before = reader.count();
        let Days { from, to } = Days::read(node, reader);
        Self::new(from, to).unwrap_or_else(|error| {
            if reader.count() == before {
                reader.refuse_value(node.member("to"), &error.to_string());
            }
            Self::day(from)
        })
    }
}

#[cold]
#[inline(never)]
fn read_opened(node: &Node<'_>, reader: &mut Reader) -> Period {
    let before = reader.count();
    let ends = Ends::read(node, reader);
    let from = ends.from;
    Period::try_from(ends).unwrap_or_else(|error| {
        if reader.count() == before {
            reader.refuse_value(node.member("to"), &error.to_string());
        }
        Period::day(from)
    })
}

#[cfg(test)]
mod tests;
