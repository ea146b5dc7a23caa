//! The closed list of what can be wrong with a plan.

use crate::calendar::{Date, Weekday};
use crate::plan::Deadline;

/// Declares the kinds once: the variant, its stable code, and its doc, which the page of codes reprints.
macro_rules! kinds {
    ($( $(#[doc = $doc:literal])+ $code:literal $name:ident $({ $( $(#[doc = $field_doc:literal])+ $field:ident: $type:ty, )+ })?; )+) => {
        /// What is wrong with a plan. Every kind has a stable dotted code.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum LintKind {
            $( $(#[doc = $doc])+ $name $({ $( $(#[doc = $field_doc])+ $field: $type, )+ })?, )+
        }

        impl LintKind {
            /// All codes with what they mean, in the order of this list.
            pub const ALL: &[(&str, &str)] = &[ $( ($code, concat!($($doc),+)), )+ ];

            /// The code.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $( Self::$name { .. } => $code, )+ }
            }
        }
    };
}

kinds! {
    /// A date is written that no calendar has, for example 31/02/2023.
    "date.impossible" DateImpossible {
        /// The date as written.
        written: String,
    };
    /// A date is of another year than the plan, and fits once the year is the plan's.
    "date.wrongYear" DateWrongYear {
        /// The date as published.
        date: Date,
        /// The date that was probably meant.
        expected: Date,
    };
    /// A date is outside the plan's period.
    "date.outsidePlan" DateOutsidePlan {
        /// The date as published.
        date: Date,
    };
    /// The day of the week written beside a date is not the one on which it falls.
    "date.otherWeekday" DateOtherWeekday {
        /// The date.
        date: Date,
        /// The day of the week as written.
        written: Weekday,
    };

    /// A report is due before the period that it covers has ended.
    "deadline.beforePeriodEnds" DeadlineBeforePeriodEnds {
        /// The deadline.
        deadline: Deadline,
        /// The last day of the period.
        last: Date,
    };
    /// The deadlines listed one by one are not those that the general rule makes.
    "deadline.ruleAgainstList" DeadlineRuleAgainstList {
        /// In how many periods they differ.
        count: usize,
    };
    /// Two statements name different deadlines for one report.
    "deadline.contradicts" DeadlineContradicts;
    /// "Trước ngày" with no hour: is the day itself still in time?
    "deadline.beforeDay" DeadlineBeforeDay {
        /// The day.
        date: Date,
    };
    /// The closing report is due before the plan's last events.
    "closing.beforeLastEvents" ClosingBeforeLastEvents {
        /// The deadline.
        deadline: Deadline,
        /// How many events come after it.
        count: usize,
    };
    /// The figures for the whole plan are asked before it ends, and never again.
    "closing.noFinalFigures" ClosingNoFinalFigures {
        /// The last day of the plan.
        last: Date,
    };
    /// The calendar of activities is due after the first of them.
    "calendar.afterFirstEvent" CalendarAfterFirstEvent {
        /// The deadline.
        deadline: Deadline,
        /// The first event.
        first: Date,
    };
    /// Events are planned for days before the plan was issued.
    "activity.beforeIssued" ActivityBeforeIssued {
        /// The day of issue, or the first day on which it can have been issued.
        issued: Date,
        /// How many events are earlier.
        count: usize,
    };

    /// The plan states no reporting duty at all.
    "duty.none" DutyNone {
        /// Whether the office has added one.
        added: bool,
    };
    /// Duties do not say who owes them.
    "duty.noOwner" DutyNoOwner {
        /// How many.
        count: usize,
    };
    /// A duty has no deadline.
    "duty.noDeadline" DutyNoDeadline;
    /// Duties do not say how the report is to be sent, or not to which address.
    "duty.noChannel" DutyNoChannel {
        /// How many.
        count: usize,
    };
    /// The document gives no form for duties; the office made one.
    "duty.noTemplate" DutyNoTemplate {
        /// How many.
        count: usize,
    };

    /// Targets do not state the number to be reached.
    "target.noNumber" TargetNoNumber {
        /// How many.
        count: usize,
    };
    /// Targets do not say whether their number is the least, the most or exact.
    "target.noComparison" TargetNoComparison {
        /// How many.
        count: usize,
    };
    /// A rate does not say of what it is a share.
    "target.noDenominator" TargetNoDenominator;
    /// A share is a bare number of at most 100, which says hundredths of a percent and may mean percent.
    "target.shareUnclear" TargetShareUnclear {
        /// The number.
        points: u32,
    };
    /// Targets do not say who is to reach them.
    "target.noOwner" TargetNoOwner {
        /// How many.
        count: usize,
    };
    /// In a plan of several years, targets do not say by when, or how much each year.
    "target.noCadence" TargetNoCadence {
        /// How many.
        count: usize,
    };
    /// No form asks the units that a target binds for the figure that shows it.
    "target.notAsked" TargetNotAsked;
    /// A target is stated in several places.
    "target.repeated" TargetRepeated;
    /// A target is stated in several places with different values.
    "target.contradicts" TargetContradicts;
    /// Two targets count some things twice.
    "target.overlaps" TargetOverlaps;
    /// It is not clear whether a number holds for each unit or for all of them together.
    "target.ambiguousScope" TargetAmbiguousScope {
        /// How many units are bound.
        units: usize,
        /// The number.
        value: i64,
    };
    /// A total is larger than what its parts ask together.
    "total.partsTooSmall" TotalPartsTooSmall {
        /// The total.
        total: i64,
        /// What the parts ask together.
        parts: i64,
    };

    /// A number of the numbering is skipped.
    "numbering.gap" NumberingGap {
        /// The number that should stand there.
        expected: String,
        /// The number that stands there.
        written: String,
    };
    /// Two headings or targets bear one number.
    "numbering.repeat" NumberingRepeat {
        /// The number that should stand there.
        expected: String,
        /// The number that stands there.
        written: String,
    };
    /// A heading is numbered in another style than those beside it, for example 4 after III.
    "numbering.style" NumberingStyle {
        /// The number that should stand there.
        expected: String,
        /// The number that stands there.
        written: String,
    };
    /// An annex or form is referred to that the plan does not have.
    "annex.absent" AnnexAbsent {
        /// What refers to it, as written.
        written: String,
    };
    /// One document is cited under two numbers.
    "citation.twoNumbers" CitationTwoNumbers;
    /// A theme or name is written in several ways.
    "name.severalWays" NameSeveralWays;
    /// Words stand twice in a row.
    "words.doubled" WordsDoubled {
        /// The words.
        written: String,
    };
    /// A text holds a character that steers what stands around it: a control character or one that changes the direction
    /// of letters.
    "text.activeCharacter" TextActiveCharacter {
        /// The character by its number, for example "U+202E".
        character: String,
        /// Its place in the text, counted from 1.
        place: usize,
    };
    /// One programme is cited with two periods.
    "citation.twoPeriods" CitationTwoPeriods;
    /// The plan bears no number.
    "document.noNumber" DocumentNoNumber;
    /// The plan bears no day of issue.
    "document.noIssueDate" DocumentNoIssueDate;
    /// The plan was issued before the days on which it was to be drafted and issued.
    "document.issuedBeforeDrafting" DocumentIssuedBeforeDrafting {
        /// The day of issue.
        issued: Date,
    };
}
