//! What is wrong with a plan's JSON and how to mend it, in English.
use std::fmt;

use super::PlanProblem;

impl fmt::Display for PlanProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Misread(problem) => problem.fmt(f),
            Self::RepeatedId { part, id } => write!(f, "another {part} already has the id \"{id}\"; give each its own"),
            Self::UnknownId { part, id, .. } => {
                write!(f, "the plan has no {part} \"{id}\"; add it or correct the reference")
            }
            Self::ParentCycle { unit } => {
                write!(f, "the unit \"{unit}\" stands above itself; correct one of the parents")
            }
            Self::MergedIntoItself { unit } => {
                write!(f, "the unit \"{unit}\" merges into itself; name the other one")
            }
            Self::Empty => f.write_str("the list is empty; it needs at least one entry"),
            Self::TooFew { least, found } => write!(f, "the list has {found} entries; it needs at least {least}"),
            Self::NotAColumn => f.write_str(
                "a cell of a table holds neither a table nor several answers; ask for one answer a cell",
            ),
            Self::ReservedId { id } => write!(
                f,
                "a report's files have \"{id}\", by which they are known from the rows of a table; give this column another id"
            ),
            Self::ReadAlike => {
                f.write_str("this answer reads like another's id or label; word them apart, or take one out")
            }
            Self::TooMany { most, found } => write!(f, "the list has {found} entries; at most {most} are taken"),
            Self::Blank => f.write_str("the text is blank; say something"),
            Self::TooLong { most, found } => write!(f, "the text has {found} characters; at most {most} are taken"),
            Self::OutOfRange { least, most, found } => write!(f, "{found} must lie between {least} and {most}"),
            Self::WrongMeasure { indicator, needs } => {
                write!(f, "\"{indicator}\" is not measured as {needs}; name another indicator or change its measure")
            }
            Self::OtherUnit { indicator } => write!(
                f,
                "\"{indicator}\" has another unit or other decimals than the first figure of this rule; their numbers do not add up"
            ),
            Self::EndBeforeStart => f.write_str("the last day lies before the first; exchange or correct them"),
            Self::TooManyColumns { most, found } => {
                write!(f, "the tables have {found} columns together, at most {most} are taken; leave some out")
            }
            Self::TooManyPeriods { most } => {
                write!(f, "this makes more than {most} periods; choose a longer cycle or fewer days")
            }
            Self::TooManyReports { units, periods, most } => write!(
                f,
                "{units} units and {periods} periods make more than {most} reports; choose longer cycles or divide the plan"
            ),
            Self::TooManyOpened { units, most, fits } => write!(
                f,
                "{units} units that open up to {most} reports each make more than can be kept; let each open {fits} at most"
            ),
            Self::TooManyValues { units, periods, spans } => write!(
                f,
                "{units} units, {periods} periods and {spans} spans of targets are too many to compute; choose longer ones or divide the plan"
            ),
            Self::RepeatedPeriod => f.write_str("this period is listed twice; keep one, or correct its days"),
            Self::HourOfPeriod => f.write_str(
                "only what a unit opens by itself has an hour; take \"at\" out",
            ),
            Self::TwoDeadlines => f.write_str(
                "a deadline is counted in hours or in days; take \"hoursAfter\" or \"deadline\" out",
            ),
            Self::GathersOnDemand => f.write_str(
                "what a unit opens by itself gathers nothing; take \"gathers\" out, or give the duty periods",
            ),
            Self::SecondActivityList => f.write_str("a form holds one list of activities; take this one out"),
            Self::AskedBefore { indicator } => write!(
                f,
                "\"{indicator}\" is not asked before this in the same form; move this behind it, or name another question"
            ),
            Self::UponNumber { indicator } => write!(
                f,
                "\"{indicator}\" is answered by a number; say \"atLeast\", \"atMost\" or both, and take \"is\" out"
            ),
            Self::UponAnswers { indicator } => write!(
                f,
                "\"{indicator}\" is answered by no number; say the answers in \"is\", and take \"atLeast\" and \"atMost\" out"
            ),
            Self::BoundOfOtherKind { indicator, own } => write!(
                f,
                "\"{indicator}\" is answered by {own}; say this bound as \"{}\"",
                own.members().join("\" or \"")
            ),
            Self::BoundsUnlike => f.write_str(
                "\"atLeast\" and \"atMost\" are said in two ways; say both as \"basisPoints\" or both as \"ratio\"",
            ),
            Self::ActivitiesUponAnswer => f.write_str(
                "the list of activities depends on no answer; put what depends on one into a section of its own",
            ),
            Self::DoneByNumber => f.write_str(
                "what is done or not has neither a range nor a number that it rests on; take this out, or count something",
            ),
            Self::RangeUnlike => f.write_str(
                "a range is of the same kind as its value, and its value is what is to be reached at least",
            ),
            Self::GroupedTwice { target } => write!(
                f,
                "the target \"{target}\" stands in a group of targets already; name another, or take it out here"
            ),
            Self::GroupUnlike { target } => write!(
                f,
                "the target \"{target}\" has other units, another scope or another cadence than the first of the group; make them the same, or take it out"
            ),
            Self::NotScored => f.write_str(
                "points are a quantity of as many decimal places as their table has, with the most that can be given",
            ),
            Self::EvidenceWithoutActivities => f.write_str(
                "evidence is given with activities, but this form has no list of them; add one or ask no evidence",
            ),
        }
    }
}
