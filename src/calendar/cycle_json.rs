//! The JSON of a [`Cycle`].
//!
//! One flat object rather than serde's tagged enum: that one ignores unknown fields of a variant without content, and it
//! cannot say which field a cycle is missing.

use crate::read::{Node, Read, Reader, object, words};
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

    /// Its members, each with whether it is there.
    const fn has(&self) -> [(&'static str, bool); 8] {
        [
            ("ends", self.ends.is_some()),
            ("ends_on", self.ends_on.is_some()),
            ("first_from", self.first_from.is_some()),
            ("second_from", self.second_from.is_some()),
            ("from", self.from.is_some()),
            ("until", self.until.is_some()),
            ("days", self.days.is_some()),
            ("starts", self.starts.is_some()),
        ]
    }

    /// The cycle that has these members.
    fn cycle(&self) -> Option<Cycle> {
        Some(match self.every {
            Every::Day => Cycle::Day,
            Every::Week => Cycle::Week { ends: self.ends? },
            Every::Month => Cycle::Month {
                ends_on: self.ends_on,
            },
            Every::Days => Cycle::Days {
                count: self.days?,
                starts: self.starts?,
            },
            Every::Semester => of_days(self.every, [self.first_from, self.second_from, self.until]),
            _ => of_days(self.every, [self.from, self.until, None]),
        })
    }
}

/// A cycle whose members are days of the year.
fn of_days(every: Every, days: [Option<MonthDay>; 3]) -> Cycle {
    let [one, two, three] = days;
    let from = one.unwrap_or(MonthDay::FIRST);
    let is_calendar = from == MonthDay::FIRST && two.is_none();
    let count = match every {
        Every::Semester => {
            return Cycle::Semester {
                first_from: from,
                second_from: two.unwrap_or(from),
                until: three,
            };
        }
        Every::SchoolYear => return Cycle::SchoolYear { from, until: two },
        Every::Quarter if is_calendar => return Cycle::Quarter,
        Every::HalfYear if is_calendar => return Cycle::HalfYear,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        _ if is_calendar => return Cycle::Year,
        _ => 12,
    };
    Cycle::Months {
        count,
        from,
        until: two,
    }
}

impl Cycle {
    /// Whether there is no such cycle, though each of its members could be.
    fn is_none(self) -> bool {
        match self {
            Self::Semester {
                first_from,
                second_from,
                ..
            } => first_from == second_from,
            Self::Days { count, .. } => !(2..=MOST_DAYS).contains(&count),
            _ => false,
        }
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

/// Why what has the members of its kind is none all the same.
const NOT_SO: &str = "the second semester starts on another day than the first, and a cycle of \"days\" has 2 to 366";

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
        let needs = || {
            let (must, may) = json.every.members();
            let named = |names: &[&str]| names.join("\", \"");
            format!(
                "a cycle of this kind needs \"{}\", may have \"{}\", and has no other field; {NOT_SO}",
                named(must),
                named(may)
            )
        };
        let (must, may) = json.every.members();
        let fits = json.has().iter().all(|(name, has)| {
            if must.contains(name) {
                *has
            } else {
                !has || may.contains(name)
            }
        });
        let cycle = if fits { json.cycle() } else { None };
        cycle
            .filter(|cycle| !cycle.is_none())
            .ok_or_else(|| CycleJsonError(needs()))
    }
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
type Members = &'static [&'static str];

/// The members of each kind, in their order: those that it must have, and those that it may.
const MEMBERS: [(Members, Members); 9] = [
    (&["every"], &[]),
    (&["every", "ends"], &[]),
    (&["every"], &["ends_on"]),
    (&["every"], &["from"]),
    (&["every"], &["from", "until"]),
    (&["every", "first_from", "second_from"], &["until"]),
    (&["every"], &["from", "until"]),
    (&["every", "from"], &["until"]),
    (&["every", "days", "starts"], &[]),
];

impl Every {
    fn members(self) -> (Members, Members) {
        MEMBERS.get(self as usize).copied().unwrap_or_default()
    }
}

impl Read for Cycle {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let every = Every::read(node.member("every"), reader);
        let (must, may) = every.members();
        let [_, one, two, three] = reader.object(node, must, may);
        let cycle = match every {
            Every::Day => Self::Day,
            Every::Week => Self::Week {
                ends: Read::read(one, reader),
            },
            Every::Month => Self::Month {
                ends_on: Read::read(one, reader),
            },
            Every::Days => Self::Days {
                count: Read::read(one, reader),
                starts: Read::read(two, reader),
            },
            _ => of_days(
                every,
                [one, two, three].map(|node| Read::read(node, reader)),
            ),
        };
        if cycle.is_none() && reader.count() == before {
            reader.refuse_value(node, NOT_SO);
        }
        cycle
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Cycle;

    #[test]
    fn a_refused_cycle_says_what_it_needs() {
        for (json, reason) in [
            (r#"{"every":"week"}"#, "\"ends\""),
            (
                r#"{"every":"week","ends":"friday","endsOn":5}"#,
                "no other field",
            ),
            (r#"{"every":"day","ends":"friday"}"#, "no other field"),
            (r#"{"every":"quarter","until":"03-15"}"#, "no other field"),
            (
                r#"{"every":"month","from":"09-05"}"#,
                "may have \"ends_on\"",
            ),
            (r#"{"every":"days","days":14}"#, "\"starts\""),
            (
                r#"{"every":"days","days":1,"starts":"2024-01-06"}"#,
                "2 to 366",
            ),
            (
                r#"{"every":"semester","firstFrom":"09-05"}"#,
                "\"second_from\"",
            ),
            (
                r#"{"every":"semester","firstFrom":"09-05","secondFrom":"09-05"}"#,
                "another day",
            ),
            (r#"{"every":"schoolYear"}"#, "\"from\""),
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
