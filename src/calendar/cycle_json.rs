//! The JSON of a [`Cycle`].
//!
//! One flat object rather than serde's tagged enum: that one ignores unknown fields of a variant without content, and it
//! cannot say which field a cycle is missing.

use crate::read::{Node, Read, Reader, object, record, words};
use serde::{Deserialize, Serialize};

use super::cycle::Cycle;
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
}

object!(CycleJson);

impl CycleJson {
    const fn new(every: Every) -> Self {
        Self {
            every,
            ends: None,
            ends_on: None,
            first_from: None,
            second_from: None,
            from: None,
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
            Cycle::Semester {
                first_from,
                second_from,
            } => Self {
                first_from: Some(first_from),
                second_from: Some(second_from),
                ..Self::new(Every::Semester)
            },
            Cycle::Year => Self::new(Every::Year),
            Cycle::SchoolYear { from } => Self {
                from: Some(from),
                ..Self::new(Every::SchoolYear)
            },
        }
    }
}

/// Why a JSON object is not a cycle.
#[derive(Clone, Copy)]
pub(super) struct CycleJsonError(&'static str);

impl core::fmt::Display for CycleJsonError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0)
    }
}

impl TryFrom<CycleJson> for Cycle {
    type Error = CycleJsonError;

    fn try_from(json: CycleJson) -> Result<Self, CycleJsonError> {
        let CycleJson {
            every,
            ends,
            ends_on,
            first_from,
            second_from,
            from,
        } = json;
        let nothing = ends.is_none()
            && ends_on.is_none()
            && first_from.is_none()
            && second_from.is_none()
            && from.is_none();
        match (every, ends, ends_on, first_from, second_from, from) {
            (Every::Day, ..) if nothing => Ok(Self::Day),
            (Every::Quarter, ..) if nothing => Ok(Self::Quarter),
            (Every::HalfYear, ..) if nothing => Ok(Self::HalfYear),
            (Every::Year, ..) if nothing => Ok(Self::Year),
            (Every::Week, Some(ends), None, None, None, None) => Ok(Self::Week { ends }),
            (Every::Month, None, ends_on, None, None, None) => Ok(Self::Month { ends_on }),
            (Every::Semester, None, None, Some(first_from), Some(second_from), None)
                if first_from != second_from =>
            {
                Ok(Self::Semester {
                    first_from,
                    second_from,
                })
            }
            (Every::SchoolYear, None, None, None, None, Some(from)) => {
                Ok(Self::SchoolYear { from })
            }
            _ => Err(CycleJsonError(needs(every))),
        }
    }
}

const fn needs(every: Every) -> &'static str {
    match every {
        Every::Day => "a cycle of \"day\" has no other field",
        Every::Week => {
            "a cycle of \"week\" needs \"ends\", the last day of the week, and no other field"
        }
        Every::Month => {
            "a cycle of \"month\" may have \"endsOn\", the last day of its window, and no other field"
        }
        Every::Quarter => "a cycle of \"quarter\" has no other field",
        Every::HalfYear => "a cycle of \"halfYear\" has no other field",
        Every::Semester => {
            "a cycle of \"semester\" needs \"firstFrom\" and \"secondFrom\", two different days, and no other field"
        }
        Every::Year => "a cycle of \"year\" has no other field",
        Every::SchoolYear => {
            "a cycle of \"schoolYear\" needs \"from\", its first day, and no other field"
        }
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
    SchoolYear
});
record!(CycleJson { every; ends, ends_on, first_from, second_from, from });

impl Read for Cycle {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        Self::try_from(CycleJson::read(node, reader)).unwrap_or_else(|error| {
            if reader.count() == before {
                reader.refuse_value(node, error.0);
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
            (r#"{"every":"quarter","from":"09-05"}"#, "no other field"),
            (
                r#"{"every":"semester","firstFrom":"09-05"}"#,
                "\"secondFrom\"",
            ),
            (
                r#"{"every":"semester","firstFrom":"09-05","secondFrom":"09-05"}"#,
                "two different days",
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
        let json = r#"{"every":"week","ends":"friday"}"#;
        let cycle: Cycle = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&cycle).unwrap(), json);
    }
}
