//! What can be wrong with the JSON of a plan, and how to mend it.

mod names;
mod sentences;

use super::Id;
use crate::order::sort;
use crate::read::{Misread, Problem, Text};
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
    /// The text is not JSON, or not that of a plan.
    Misread(Problem),
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
        /// Those that the plan has; of many the likest.
        known: Vec<Id>,
    },
    /// A unit that stands above itself.
    ParentCycle {
        /// The unit.
        unit: Id,
    },
    /// A unit that is said to have merged into itself.
    MergedIntoItself {
        /// The unit.
        unit: Id,
    },
    /// A list that must not be empty is.
    Empty,
    /// A list has too few entries.
    TooFew {
        /// How many it needs.
        least: usize,
        /// How many it has.
        found: usize,
    },
    /// A column of a kind that no cell can hold: a table, or several answers.
    NotAColumn,
    /// A column of a table is called as a file's member is, so that a row could not be told from a file.
    ReservedId {
        /// The identity.
        id: Id,
    },
    /// Two answers to choose from read alike.
    ReadAlike,
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
    /// A rule adds up what is measured in different units, or what is measured and what is counted.
    OtherUnit {
        /// The indicator that is measured otherwise than the first of the rule.
        indicator: Id,
    },
    /// A span of days ends before it begins.
    EndBeforeStart,
    /// A rule of recurrence makes more periods than a duty can have.
    TooManyPeriods {
        /// How many it may make.
        most: usize,
    },
    /// All tables together have more columns than can be added up.
    TooManyColumns {
        /// How many they may have.
        most: usize,
        /// How many they have.
        found: usize,
    },
    /// Units and periods together make more reports than a plan can ask.
    TooManyReports {
        /// The units.
        units: usize,
        /// The periods of all duties.
        periods: usize,
        /// How many reports there may be.
        most: usize,
    },
    /// So many reports on demand for each unit make more reports than a plan can ask.
    TooManyOpened {
        /// The units.
        units: usize,
        /// How many each of them can open.
        most: usize,
        /// How many it could, so that all fit.
        fits: usize,
    },
    /// Targets, their spans and the units make more values than can be computed.
    TooManyValues {
        /// The units.
        units: usize,
        /// The periods of all duties.
        periods: usize,
        /// The spans of all targets.
        spans: usize,
    },
    /// The schedule that applies lists one period twice, so that two reports could not be told apart.
    RepeatedPeriod,
    /// A period that stands in the plan has an hour, which those alone have that a unit opens by itself: no report could be of it.
    HourOfPeriod,
    /// A deadline in hours beside one in days.
    TwoDeadlines,
    /// Reports that a unit opens by itself gather those of the units below: nobody could say which of theirs each takes in.
    GathersOnDemand,
    /// A form has a second list of activities.
    SecondActivityList,
    /// What is asked upon an answer stands in the form before the question, or the form does not ask that at all.
    AskedBefore {
        /// The question.
        indicator: Id,
    },
    /// What is asked upon a number names answers, or no bound.
    UponNumber {
        /// The question.
        indicator: Id,
    },
    /// What is asked upon an answer of another kind names a bound.
    UponAnswers {
        /// The question.
        indicator: Id,
    },
    /// What is asked upon a number names a bound of another kind than that number's.
    BoundOfOtherKind {
        /// The question.
        indicator: Id,
        /// What the question is answered by.
        own: Reads,
    },
    /// Of both bounds of a share one is a percentage and the other so many of so many.
    BoundsUnlike,
    /// A section with the list of activities depends on an answer.
    ActivitiesUponAnswer,
    /// A target of which something is done or not has a range, or rests on a number.
    DoneByNumber,
    /// A range of another kind than its value, or not with the least that is to be reached.
    RangeUnlike,
    /// A target stands twice in groups of targets: what it comes to would count twice.
    GroupedTwice {
        /// The target.
        target: Id,
    },
    /// A target of a group is for other units, for whom or for which spans otherwise than the first: they cannot be counted together.
    GroupUnlike {
        /// The target.
        target: Id,
    },
    /// Points are answered by what has other decimal places, or no most.
    NotScored,
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
    /// An answer to choose from.
    Answer,
    /// Something known of units as a number.
    Attribute,
    /// A table of points.
    Scoring,
    /// A criterion of such a table.
    Criterion,
    /// A band of such a table.
    Band,
    /// A column of a table.
    Column,
    /// A group of targets.
    Alternatives,
}

/// What a target, tally or declared rule reads from an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A count.
    Count,
    /// An amount of money.
    Money,
    /// A count, an amount of money or a quantity.
    Figure,
    /// A quantity.
    Quantity,
    /// A share.
    Share,
    /// Done or not done.
    Done,
    /// An answer of a list, done or not done, or a number.
    Answer,
    /// A table.
    Rows,
}

impl PlanError {
    /// Gives each error the line and column at which its pointer's place begins, and sorts them so.
    pub(super) fn place(text: &Text<'_>, errors: &mut [Self]) {
        let pointers: Vec<&str> = errors.iter().map(|error| &*error.pointer).collect();
        let places = text.places(&pointers);
        for (error, place) in errors.iter_mut().zip(places) {
            (error.line, error.column) = place;
        }
        sort(errors, |a, b| {
            (a.line, a.column, &a.pointer).cmp(&(b.line, b.column, &b.pointer))
        });
    }
}

impl From<Misread> for PlanError {
    fn from(misread: Misread) -> Self {
        Self {
            pointer: misread.pointer,
            line: misread.line,
            column: misread.column,
            problem: PlanProblem::Misread(misread.problem),
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

impl PlanProblem {
    /// The kind of mistake, for programs: stable, and the same in every language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Misread(_) => "plan.misread",
            Self::RepeatedId { .. } => "plan.repeatedId",
            Self::UnknownId { .. } => "plan.unknownId",
            Self::ParentCycle { .. } => "plan.parentCycle",
            Self::Empty => "plan.empty",
            Self::TooFew { .. } => "plan.tooFew",
            Self::NotAColumn => "plan.notAColumn",
            Self::ReservedId { .. } => "plan.reservedId",
            Self::ReadAlike => "plan.readAlike",
            Self::TooMany { .. } => "plan.tooMany",
            Self::Blank => "plan.blank",
            Self::TooLong { .. } => "plan.tooLong",
            Self::OutOfRange { .. } => "plan.outOfRange",
            Self::WrongMeasure { .. } => "plan.wrongMeasure",
            Self::OtherUnit { .. } => "plan.otherUnit",
            Self::EndBeforeStart => "plan.endBeforeStart",
            Self::TooManyPeriods { .. } => "plan.tooManyPeriods",
            Self::TooManyColumns { .. } => "plan.tooManyColumns",
            Self::TooManyReports { .. } => "plan.tooManyReports",
            Self::TooManyOpened { .. } => "plan.tooManyOpened",
            Self::TooManyValues { .. } => "plan.tooManyValues",
            Self::GroupedTwice { .. } => "plan.groupedTwice",
            Self::GroupUnlike { .. } => "plan.groupUnlike",
            Self::RepeatedPeriod => "plan.repeatedPeriod",
            Self::HourOfPeriod => "plan.hourOfPeriod",
            Self::TwoDeadlines => "plan.twoDeadlines",
            Self::GathersOnDemand => "plan.gathersOnDemand",
            Self::SecondActivityList => "plan.secondActivityList",
            Self::EvidenceWithoutActivities => "plan.evidenceWithoutActivities",
            Self::MergedIntoItself { .. } => "plan.mergedIntoItself",
            Self::AskedBefore { .. } => "plan.askedBefore",
            Self::UponNumber { .. } => "plan.uponNumber",
            Self::UponAnswers { .. } => "plan.uponAnswers",
            Self::BoundOfOtherKind { .. } => "plan.boundOfOtherKind",
            Self::BoundsUnlike => "plan.boundsUnlike",
            Self::ActivitiesUponAnswer => "plan.activitiesUponAnswer",
            Self::DoneByNumber => "plan.doneByNumber",
            Self::RangeUnlike => "plan.rangeUnlike",
            Self::NotScored => "plan.notScored",
        }
    }
}
