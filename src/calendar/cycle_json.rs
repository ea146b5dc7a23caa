//! The JSON of a [`Cycle`].
//!
//! One flat object rather than serde's tagged enum: that one ignores unknown fields of a variant without content, and it
//! cannot say which field a cycle is missing.

use crate::read::{Node, Read, Reader, object, record, words};
use serde::{Deserialize, Serialize};

use super::cycle::Cycle;
use super::date::Date;
use super::month_day::{DayOfMonth, MonthDay};
use super::weekday::Weekday;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Every {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Semester,
    Year,
    SchoolYear,
    Days,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct CycleJson {
    every: Every,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends: Option<Weekday>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_on: Option<DayOfMonth>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_from: Option<MonthDay>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second_from: Option<MonthDay>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<MonthDay>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<MonthDay>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    days: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    starts: Option<Date>,
}

object!(CycleJson);

/// The most days of a period that is counted in days: a longer one is a year.
const MOST_DAYS: u16 = 366;

impl CycleJson {
    const fn new(every: Every) -> Self {
        Self {
            every,
            ends: None,
            ends_on: None,
            first_from: None,
            second_from: None,
            from: None,
            until: None,
            days: None,
            starts: None,
        }
    }

    /// Which members it has, as the bits of [`MEMBERS`].
    fn has(&self) -> u8 {
        let has = [
            self.ends.is_some(),
            self.ends_on.is_some(),
            self.first_from.is_some(),
            self.second_from.is_some(),
            self.from.is_some(),
            self.until.is_some(),
            self.days.is_some(),
            self.starts.is_some(),
        ];
        (0..)
            .zip(has)
            .fold(0, |bits, (at, has)| bits | u8::from(has) << at)
    }

    /// The cycle, where it has what its kind needs.
    fn cycle(self) -> Option<Cycle> {
        let Self { from, until, .. } = self;
        let months = |count, whole| {
            let first = MonthDay::FIRST;
            let from = from.unwrap_or(first);
            if from == first && until.is_none() {
                return whole;
            }
            Cycle::Months { count, from, until }
        };
        Some(match self.every {
            Every::Day => Cycle::Day,
            Every::Week => Cycle::Week { ends: self.ends? },
            Every::Month => Cycle::Month {
                ends_on: self.ends_on,
            },
            Every::Quarter => months(3, Cycle::Quarter),
            Every::HalfYear => months(6, Cycle::HalfYear),
            Every::Year => months(12, Cycle::Year),
            Every::Semester => Cycle::Semester {
                first_from: self.first_from?,
                second_from: self
                    .second_from
                    .filter(|day| self.first_from != Some(*day))?,
                until,
            },
            Every::SchoolYear => Cycle::SchoolYear { from: from?, until },
            Every::Days => Cycle::Days {
                count: self.days.filter(|days| (2..=MOST_DAYS).contains(days))?,
                starts: self.starts?,
            },
        })
    }
}

impl From<Cycle> for CycleJson {
    fn from(cycle: Cycle) -> Self {
        match cycle {
            Cycle::Day => Self::new(Every::Day),
            Cycle::Week { ends } => Self {
                ends: Some(ends),
                ..Self::new(Every::Week)
            },
            Cycle::Month { ends_on } => Self {
                ends_on,
                ..Self::new(Every::Month)
            },
            Cycle::Quarter => Self::new(Every::Quarter),
            Cycle::HalfYear => Self::new(Every::HalfYear),
            Cycle::Year => Self::new(Every::Year),
            Cycle::Months { count, from, until } => Self {
                from: Some(from).filter(|from| *from != MonthDay::FIRST),
                until,
                ..Self::new(match count {
                    3 => Every::Quarter,
                    6 => Every::HalfYear,
                    _ => Every::Year,
                })
            },
            Cycle::Semester {
                first_from,
                second_from,
                until,
            } => Self {
                first_from: Some(first_from),
                second_from: Some(second_from),
                until,
                ..Self::new(Every::Semester)
            },
            Cycle::SchoolYear { from, until } => Self {
                from: Some(from),
                until,
                ..Self::new(Every::SchoolYear)
            },
            Cycle::Days { count, starts } => Self {
                days: Some(count),
                starts: Some(starts),
                ..Self::new(Every::Days)
            },
        }
    }
}

/// Why a JSON object is not a cycle.
pub(super) struct CycleJsonError(String);

impl core::fmt::Display for CycleJsonError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<CycleJson> for Cycle {
    type Error = CycleJsonError;

    fn try_from(json: CycleJson) -> Result<Self, CycleJsonError> {
        let (must, may) = fits(json.every);
        let has = json.has();
        if has & must == must && has & !(must | may) == 0 {
            json.cycle()
        } else {
            None
        }
        .ok_or_else(|| CycleJsonError(needs(must, may)))
    }
}

/// What a cycle can have besides its kind, with what it means.
const MEMBERS: [&str; 8] = [
    "\"ends\" (the last day of the week)",
    "\"endsOn\" (the last day of its window)",
    "\"firstFrom\"",
    "\"secondFrom\" (another day)",
    "\"from\" (its first day)",
    "\"until\" (its last day)",
    "\"days\" (2 to 366)",
    "\"starts\"",
];

/// The members that a kind must have, and those that it may, as the bits of [`MEMBERS`].
const fn fits(every: Every) -> (u8, u8) {
    match every {
        Every::Day => (0, 0),
        Every::Week => (0b1, 0),
        Every::Month => (0, 0b10),
        Every::Quarter => (0, 0b1_0000),
        Every::HalfYear | Every::Year => (0, 0b11_0000),
        Every::Semester => (0b1100, 0b10_0000),
        Every::SchoolYear => (0b1_0000, 0b10_0000),
        Every::Days => (0b1100_0000, 0),
    }
}

/// "a cycle of this kind needs "firstFrom", "secondFrom", may have "until", and has no other field".
fn needs(must: u8, may: u8) -> String {
    let mut out = String::from("a cycle of this kind ");
    for (bits, verb) in [(must, "needs "), (may, "may have ")] {
        let members = (0..).zip(MEMBERS).filter(|(at, _)| bits >> *at & 1 == 1);
        for (count, (_, member)) in members.enumerate() {
            out.push_str(if count == 0 { verb } else { "" });
            out.push_str(member);
            out.push_str(", ");
        }
    }
    out.push_str("and has no other field");
    out
}

words!(Every {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Semester,
    Year,
    SchoolYear,
    Days
});
record!(CycleJson { every; ends, ends_on, first_from, second_from, from, until, days, starts });

impl Read for Cycle {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        Self::try_from(CycleJson::read(node, reader)).unwrap_or_else(|error| {
            if reader.count() == before {
                reader.refuse_value(node, &error.0);
            }
            Self::Day
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Cycle;

    #[test]
    fn a_refused_cycle_says_what_it_needs() {
        for (json, reason) in [
            (r#"{"every":"week"}"#, "needs \"ends\""),
            (
                r#"{"every":"week","ends":"friday","endsOn":5}"#,
                "no other field",
            ),
            (r#"{"every":"day","ends":"friday"}"#, "no other field"),
            (r#"{"every":"quarter","until":"03-15"}"#, "no other field"),
            (r#"{"every":"month","from":"09-05"}"#, "may have \"endsOn\""),
            (r#"{"every":"days","days":14}"#, "needs \"days\""),
            (
                r#"{"every":"days","days":1,"starts":"2024-01-06"}"#,
                "2 to 366",
            ),
            (
                r#"{"every":"semester","firstFrom":"09-05"}"#,
                "\"secondFrom\"",
            ),
            (
                r#"{"every":"semester","firstFrom":"09-05","secondFrom":"09-05"}"#,
                "another day",
            ),
            (r#"{"every":"schoolYear"}"#, "needs \"from\""),
            (r#"{"every":"month","endsOn":32}"#, "1 to 31"),
            (r#"{"every":"week","end":"friday"}"#, "unknown field `end`"),
            (r#"{"every":"fortnight"}"#, "unknown variant"),
            ("{}", "missing field `every`"),
        ] {
            let error = serde_json::from_str::<Cycle>(json).unwrap_err().to_string();
            assert!(error.contains(reason), "{json}: {error}");
        }
    }

    #[test]
    fn absent_fields_are_not_written() {
        for json in [
            r#"{"every":"week","ends":"friday"}"#,
            r#"{"every":"quarter","from":"12-15"}"#,
            r#"{"every":"year","until":"09-30"}"#,
            r#"{"every":"schoolYear","from":"09-05","until":"05-31"}"#,
            r#"{"every":"days","days":14,"starts":"2024-01-06"}"#,
        ] {
            let cycle: Cycle = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&cycle).unwrap(), json);
        }
        let calendar: Cycle = serde_json::from_str(r#"{"every":"year","from":"01-01"}"#).unwrap();
        assert_eq!(calendar, Cycle::Year);
    }
}
