//! What can be wrong with the JSON of a plan, and how to mend it.

use super::{Id, locate};
use std::fmt;

/// One thing that is wrong with the JSON of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The place as a JSON Pointer, for example `/duties/2/template`; empty for the whole plan.
    pub pointer: String,
    /// The line on which that place begins, from 1; 0 where no text was given.
    pub line: usize,
    /// The character within the line, from 1; 0 where no text was given.
    pub column: usize,
    /// What is wrong.
    pub problem: PlanProblem,
}

/// What is wrong; its [`fmt::Display`] says in English how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// The text is not JSON.
    NotJson {
        /// What the JSON reader says.
        detail: String,
    },
    /// The text ends in the middle.
    EndsEarly,
    /// An object lacks a field.
    MissingField {
        /// Its name.
        field: String,
    },
    /// An object has a field that this format does not know.
    UnknownField {
        /// Its name.
        field: String,
        /// The fields it could have, as the reader lists them.
        expected: String,
    },
    /// An object has a field twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// A word that is not one of those that can stand here.
    UnknownWord {
        /// The word.
        found: String,
        /// The words that can, as the reader lists them.
        expected: String,
    },
    /// A value of another type.
    WrongType {
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// A value of the right type that cannot be, for example the date 2023-02-30.
    WrongValue {
        /// What the reader says.
        detail: String,
    },
    /// A format that this version of Phiếu does not read.
    Format {
        /// The format found.
        found: u32,
    },
    /// Two parts of one kind bear the same identity.
    RepeatedId {
        /// The kind of part.
        part: PlanPart,
        /// The identity.
        id: Id,
    },
    /// A reference to a part that the plan does not have.
    UnknownId {
        /// The kind of part.
        part: PlanPart,
        /// The identity referred to.
        id: Id,
    },
    /// A unit that stands above itself.
    ParentCycle {
        /// The unit.
        unit: Id,
    },
    /// A list that must not be empty is.
    Empty,
    /// A list has too many entries.
    TooMany {
        /// How many it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// A text that must say something is blank.
    Blank,
    /// A text is too long.
    TooLong {
        /// How many characters it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// A number lies outside what can be.
    OutOfRange {
        /// The smallest that can be.
        least: i64,
        /// The largest that can be.
        most: i64,
        /// The number found.
        found: i64,
    },
    /// An indicator is read as something that it does not measure.
    WrongMeasure {
        /// The indicator.
        indicator: Id,
        /// What is read from it.
        needs: Reads,
    },
    /// A span of days ends before it begins.
    EndBeforeStart,
    /// A rule of recurrence makes more periods than a duty can have.
    TooManyPeriods {
        /// How many it may make.
        most: usize,
    },
    /// The schedule that applies lists one period twice, so that two reports could not be told apart.
    RepeatedPeriod,
    /// A form has a second list of activities.
    SecondActivityList,
    /// A form asks for evidence, which stands with activities, but has no list of activities.
    EvidenceWithoutActivities,
}

/// The kinds of parts that bear an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// A level of the organisation.
    Level,
    /// A sector of the organisation.
    Sector,
    /// A unit.
    Unit,
    /// An indicator.
    Indicator,
    /// A target.
    Target,
    /// An activity.
    Activity,
    /// A form.
    Template,
    /// A section of a form.
    Section,
    /// A field of a form, known by its indicator.
    Field,
    /// A reporting duty.
    Duty,
    /// A stated schedule of a duty.
    Schedule,
    /// A declared rule.
    Rule,
    /// A milestone.
    Milestone,
}

/// What a target, tally or declared rule reads from an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A count.
    Count,
    /// An amount of money.
    Money,
    /// A count or an amount of money.
    Figure,
    /// A share.
    Share,
    /// Done or not done.
    Done,
}

impl PlanError {
    /// What the JSON reader refused, with the place where it stopped.
    pub(super) fn unreadable(json: &str, error: &serde_json::Error) -> Self {
        let problem = PlanProblem::of(error);
        let stopped = locate::Stopped {
            line: error.line(),
            column: error.column(),
        };
        let (pointer, line, column) = match &problem {
            PlanProblem::NotJson { .. } | PlanProblem::EndsEarly => {
                locate::unfinished(json, stopped)
            }
            PlanProblem::MissingField { .. } => locate::object(json, stopped),
            PlanProblem::WrongType { found, .. } if found == "map" || found == "sequence" => {
                locate::unread(json, stopped)
            }
            _ => locate::refused(json, stopped),
        };
        Self {
            pointer,
            line,
            column,
            problem,
        }
    }
}

impl PlanProblem {
    /// Reads serde's sentence back into its parts, so that they can be said in Vietnamese too.
    fn of(error: &serde_json::Error) -> Self {
        let sentence = error.to_string();
        let detail = match sentence.rfind(" at line ") {
            Some(end) => sentence.get(..end).unwrap_or(&sentence),
            None => &sentence,
        };
        match error.classify() {
            serde_json::error::Category::Eof => return Self::EndsEarly,
            serde_json::error::Category::Data => {}
            _ => {
                return Self::NotJson {
                    detail: detail.to_owned(),
                };
            }
        }
        let quoted = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
        let expected = |rest: &str| {
            let list = rest.split_once(", expected ").map_or("", |parts| parts.1);
            list.strip_prefix("one of ").unwrap_or(list).to_owned()
        };
        if let Some(rest) = detail.strip_prefix("missing field ") {
            Self::MissingField {
                field: quoted(rest),
            }
        } else if let Some(rest) = detail.strip_prefix("unknown field ") {
            Self::UnknownField {
                field: quoted(rest),
                expected: expected(rest),
            }
        } else if let Some(rest) = detail.strip_prefix("duplicate field ") {
            Self::RepeatedField {
                field: quoted(rest),
            }
        } else if let Some(rest) = detail.strip_prefix("unknown variant ") {
            Self::UnknownWord {
                found: quoted(rest),
                expected: expected(rest),
            }
        } else if let Some((found, expected)) = detail
            .strip_prefix("invalid type: ")
            .and_then(|rest| rest.rsplit_once(", expected "))
        {
            Self::WrongType {
                found: found.to_owned(),
                expected: expected.to_owned(),
            }
        } else {
            Self::WrongValue {
                detail: detail.to_owned(),
            }
        }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.pointer.is_empty() {
            "the plan"
        } else {
            &self.pointer
        })?;
        if self.line > 0 {
            write!(f, " (line {}, column {})", self.line, self.column)?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for PlanError {}

impl fmt::Display for PlanProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { detail } => write!(f, "this is not JSON: {detail}"),
            Self::EndsEarly => f.write_str("the text ends here in the middle; is the file complete?"),
            Self::MissingField { field } => write!(f, "the field \"{field}\" is missing; add it"),
            Self::UnknownField { field, expected } => {
                write!(f, "there is no field \"{field}\" here; correct its name or take it out (known: {expected})")
            }
            Self::RepeatedField { field } => write!(f, "the field \"{field}\" stands here twice; keep one"),
            Self::UnknownWord { found, expected } => {
                write!(f, "\"{found}\" cannot stand here; write one of: {expected}")
            }
            Self::WrongType { found, expected } => write!(f, "here stands {found}; write {expected}"),
            Self::WrongValue { detail } => f.write_str(detail),
            Self::Format { found } => {
                write!(f, "format {found} is not known; this version reads format {}", super::FORMAT)
            }
            Self::RepeatedId { part, id } => write!(f, "another {part} already has the id \"{id}\"; give each its own"),
            Self::UnknownId { part, id } => {
                write!(f, "the plan has no {part} \"{id}\"; add it or correct the reference")
            }
            Self::ParentCycle { unit } => {
                write!(f, "the unit \"{unit}\" stands above itself; correct one of the parents")
            }
            Self::Empty => f.write_str("the list is empty; it needs at least one entry"),
            Self::TooMany { most, found } => write!(f, "the list has {found} entries; at most {most} are taken"),
            Self::Blank => f.write_str("the text is blank; say something"),
            Self::TooLong { most, found } => write!(f, "the text has {found} characters; at most {most} are taken"),
            Self::OutOfRange { least, most, found } => write!(f, "{found} must lie between {least} and {most}"),
            Self::WrongMeasure { indicator, needs } => {
                write!(f, "\"{indicator}\" is not measured as {needs}; name another indicator or change its measure")
            }
            Self::EndBeforeStart => f.write_str("the last day lies before the first; exchange or correct them"),
            Self::TooManyPeriods { most } => {
                write!(f, "this makes more than {most} periods; choose a longer cycle or fewer days")
            }
            Self::RepeatedPeriod => f.write_str("this period is listed twice; keep one, or correct its days"),
            Self::SecondActivityList => f.write_str("a form holds one list of activities; take this one out"),
            Self::EvidenceWithoutActivities => f.write_str(
                "evidence is given with activities, but this form has no list of them; add one or ask no evidence",
            ),
        }
    }
}

impl fmt::Display for PlanPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Level => "level",
            Self::Sector => "sector",
            Self::Unit => "unit",
            Self::Indicator => "indicator",
            Self::Target => "target",
            Self::Activity => "activity",
            Self::Template => "form",
            Self::Section => "section",
            Self::Field => "field",
            Self::Duty => "duty",
            Self::Schedule => "schedule",
            Self::Rule => "rule",
            Self::Milestone => "milestone",
        })
    }
}

impl fmt::Display for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Count => "a count",
            Self::Money => "money",
            Self::Figure => "a count or money",
            Self::Share => "a share",
            Self::Done => "done or not done",
        })
    }
}
