//! The closed list of what a finding can say.

use super::Expected;
use crate::calendar::{Date, Instant, Weekday};
use serde::{Deserialize, Serialize};

/// Declares the kinds once: the variant, its stable code, and its doc, which the page of codes reprints.
macro_rules! kinds {
    ($( $(#[doc = $doc:literal])+ $code:literal $name:ident $({ $( $(#[doc = $field_doc:literal])+ $field:ident: $type:ty, )+ })?; )+) => {
        /// What is wrong. Every kind has a stable dotted code; in JSON it is `code` and `params`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "code", content = "params", rename_all_fields = "camelCase")]
        pub enum Kind {
            $( $(#[doc = $doc])+ #[serde(rename = $code)] $name $({ $( $(#[doc = $field_doc])+ $field: $type, )+ })?, )+
        }

        impl Kind {
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
    /// Nothing was entered where an answer is required.
    "required" Required;
    /// The text is longer than the field takes.
    "text.tooLong" TextTooLong {
        /// The most characters taken.
        max: u32,
        /// The characters entered.
        length: u32,
    };
    /// The text of a report holds a control character, or one that changes the direction of letters; forms leave it out.
    "text.activeCharacter" TextActiveCharacter {
        /// The character by its number, for example "U+202E".
        character: String,
        /// Its place in the text, counted from 1.
        place: u32,
    };
    /// The text is not a number.
    "number.notANumber" NumberNotANumber;
    /// The text can be read as more than one number, for example "12.5" or "1,234".
    "number.ambiguous" NumberAmbiguous {
        /// The readings that would be accepted, as they would have to be written to be clear.
        readings: Vec<String>,
    };
    /// Dots, spaces or commas do not part thousands and fraction as in 1.234.567,8.
    "number.grouping" NumberGrouping;
    /// A count has a fraction.
    "number.notWhole" NumberNotWhole;
    /// A count is below zero.
    "number.negative" NumberNegative;
    /// The number is too large to be kept exactly.
    "number.tooLarge" NumberTooLarge {
        /// The largest number kept exactly.
        most: i64,
    };
    /// The number is below the smallest that can be.
    "number.tooSmall" NumberTooSmall {
        /// The smallest that can be.
        least: i64,
    };
    /// The number is above the largest that can be.
    "number.tooHigh" NumberTooHigh {
        /// The largest that can be.
        most: i64,
    };
    /// The number is above what is plausible for one unit in one report.
    "number.implausible" NumberImplausible {
        /// The largest plausible number.
        plausible: i64,
    };

    /// The text is not an amount of money.
    "money.notAnAmount" MoneyNotAnAmount;
    /// The text can be read as more than one amount.
    "money.ambiguous" MoneyAmbiguous {
        /// The readings that would be accepted, as they would have to be written to be clear.
        readings: Vec<String>,
    };
    /// The last number has no unit although those before it do, for example "1 tỷ 200".
    "money.unitMissing" MoneyUnitMissing;
    /// The amount is not in whole đồng.
    "money.notWhole" MoneyNotWhole;
    /// The amount is below zero.
    "money.negative" MoneyNegative;
    /// The amount is too large to be kept exactly.
    "money.tooLarge" MoneyTooLarge {
        /// The largest amount kept exactly, in đồng.
        most: i64,
    };
    /// The amount is below the smallest that can be.
    "money.tooSmall" MoneyTooSmall {
        /// The smallest that can be, in đồng.
        least: i64,
    };
    /// The amount is above the largest that can be.
    "money.tooHigh" MoneyTooHigh {
        /// The largest that can be, in đồng.
        most: i64,
    };
    /// The amount is above what is plausible for one unit in one report.
    "money.implausible" MoneyImplausible {
        /// The largest plausible amount, in đồng.
        plausible: i64,
    };

    /// One half of a share is there and this one is blank.
    "share.incomplete" ShareIncomplete;
    /// The part is larger than the whole.
    "share.partAboveWhole" SharePartAboveWhole {
        /// The part entered.
        part: i64,
        /// The whole entered.
        whole: i64,
    };

    /// A rule that the plan declares does not hold; its sentence stands in the plan.
    "rule.breached" RuleBreached {
        /// The rule's identity.
        rule: String,
    };

    /// The text is not a date.
    "date.notADate" DateNotADate;
    /// There is no such day, for example 30/2.
    "date.impossible" DateImpossible {
        /// The month meant.
        month: u8,
        /// Its last day.
        last_day: u8,
    };
    /// There is no such month.
    "date.noSuchMonth" DateNoSuchMonth;
    /// Day and month have changed places, for example 3/26.
    "date.swapped" DateSwapped {
        /// The day that was probably meant.
        day: u8,
        /// The month that was probably meant.
        month: u8,
        /// The year, where one was written.
        year: Option<i32>,
    };
    /// The year is missing, and the plan's period leaves none or several.
    "date.yearMissing" DateYearMissing;
    /// The year has two digits, and no period settles its century.
    "date.shortYear" DateShortYear {
        /// The year that was probably meant.
        year: i32,
    };
    /// The date falls on another day of the week than the one written beside it.
    "date.otherWeekday" DateOtherWeekday {
        /// The day of the week on which the date falls.
        weekday: Weekday,
    };
    /// The year is outside the calendar, which points to a typing mistake.
    "date.yearOutOfRange" DateYearOutOfRange {
        /// The first year of the calendar.
        first: i32,
        /// The last year of the calendar.
        last: i32,
    };
    /// The day is outside the report's period.
    "date.outsidePeriod" DateOutsidePeriod {
        /// The first day of the period.
        from: Date,
        /// The last day of the period.
        to: Date,
    };
    /// The day is outside the plan's period.
    "date.outsidePlan" DateOutsidePlan {
        /// The first day of the plan.
        from: Date,
        /// The last day of the plan.
        to: Date,
    };
    /// The last day is before the first.
    "date.endBeforeStart" DateEndBeforeStart {
        /// The first day entered.
        start: Date,
    };

    /// The text is not a time of day.
    "time.notATime" TimeNotATime;
    /// There is no such hour or minute, for example 25g00.
    "time.impossible" TimeImpossible;
    /// The part of the day that is named does not settle the hour, for example "12g đêm" or "19h sáng".
    "time.partOfDay" TimePartOfDay;

    /// The text is neither yes nor no.
    "done.notYesOrNo" DoneNotYesOrNo;

    /// The text is not a phone number.
    "phone.notAPhone" PhoneNotAPhone;
    /// The phone number begins neither with 0 nor with +84.
    "phone.noLeadingZero" PhoneNoLeadingZero;
    /// The phone number has too few or too many digits for one that begins so.
    "phone.length" PhoneLength {
        /// The digits entered, with the leading 0 in place of +84.
        digits: u8,
        /// The digits that there should be.
        expected: u8,
    };
    /// No Vietnamese phone number begins so.
    "phone.shape" PhoneShape;
    /// The mobile number has the eleven digits that were given up in 2018.
    "phone.oldMobile" PhoneOldMobile;
    /// No network or province is known by this prefix.
    "phone.unknownPrefix" PhoneUnknownPrefix;

    /// The e-mail address has no "@".
    "email.noAt" EmailNoAt;
    /// The e-mail address has several "@", as when two addresses are written.
    "email.severalAts" EmailSeveralAts;
    /// The e-mail address has a space.
    "email.space" EmailSpace;
    /// The e-mail address has Vietnamese letters with marks.
    "email.marks" EmailMarks;
    /// What stands before the "@" cannot be.
    "email.local" EmailLocal;
    /// What stands after the "@" is not a domain.
    "email.domain" EmailDomain;

    /// The web address does not begin with https:// or http://.
    "link.noScheme" LinkNoScheme;
    /// The address is of another kind than https or http.
    "link.scheme" LinkScheme;
    /// The web address has no host, or not one of the public internet.
    "link.host" LinkHost;
    /// The web address has a user name or password in it.
    "link.credentials" LinkCredentials;
    /// The web address has a space or line break, as when two are written.
    "link.space" LinkSpace;
    /// The web address has a character that none may have.
    "link.character" LinkCharacter;
    /// The web address is too long.
    "link.tooLong" LinkTooLong {
        /// The most characters of a web address.
        most: u32,
    };
    /// An activity has too many links.
    "links.tooMany" LinksTooMany {
        /// The most links of one activity.
        most: u32,
        /// The links entered.
        count: u32,
    };
    /// An activity has too many partner units.
    "partners.tooMany" PartnersTooMany {
        /// The most partner units of one activity.
        most: u32,
        /// The partner units entered.
        count: u32,
    };

    /// Fewer activities are listed than the form asks.
    "activities.tooFew" ActivitiesTooFew {
        /// How many at least.
        least: u32,
        /// How many there are.
        count: u32,
    };
    /// More activities are listed than one report takes.
    "activities.tooMany" ActivitiesTooMany {
        /// How many at most.
        most: u32,
        /// How many there are.
        count: u32,
    };
    /// Activities are listed, and this form does not ask for any.
    "activities.notAsked" ActivitiesNotAsked;
    /// The activity is listed twice: same title, day, hour and place.
    "activity.duplicate" ActivityDuplicate {
        /// The earlier of the two, counted from 0.
        other: u32,
    };
    /// Another unit has reported what looks like the same activity: title, a day, and the place where both name one.
    "activity.claimedByOther" ActivityClaimedByOther {
        /// The other unit.
        unit: String,
    };
    /// The activity has no link as evidence, and the plan asks for one.
    "activity.evidence" ActivityEvidence;
    /// The activity claims to come from the plan's calendar, and the plan has no such activity.
    "activity.unknownPlanned" ActivityUnknownPlanned;

    /// The figure is above zero, and no activity has a link as evidence.
    "figure.evidence" FigureEvidence;
    /// The figure is zero, and the activities listed say otherwise.
    "figure.zeroWithActivities" FigureZeroWithActivities {
        /// What the activities add up to.
        tally: i64,
    };
    /// The figure is above zero, and the activities listed add up to nothing.
    "figure.withoutActivities" FigureWithoutActivities;
    /// The activities listed add up to more than the figure.
    "figure.belowActivities" FigureBelowActivities {
        /// What the activities add up to.
        tally: i64,
        /// The figure entered.
        figure: i64,
    };
    /// The activities listed add up to less than the figure: some may not be listed.
    "figure.aboveActivities" FigureAboveActivities {
        /// What the activities add up to.
        tally: i64,
        /// The figure entered.
        figure: i64,
    };
    /// The figure is far from those of earlier periods, as if a zero were missing or too many.
    "figure.farFromEarlier" FigureFarFromEarlier {
        /// The nearest of the earlier figures.
        earlier: i64,
    };
    /// The figure counts all since the plan began and is below the one reported before.
    "figure.falls" FigureFalls {
        /// The figure reported before.
        earlier: i64,
    };
    /// The report has more figures than any form asks.
    "figures.tooMany" FiguresTooMany {
        /// How many at most.
        most: u32,
        /// How many there are.
        count: u32,
    };

    /// The report is sent after its deadline.
    "report.late" ReportLate {
        /// The first instant that was too late.
        deadline: Instant,
        /// How late, in seconds.
        seconds: i64,
    };
    /// The report is of another plan.
    "report.otherPlan" ReportOtherPlan;
    /// The report is of another version of the plan.
    "report.planVersion" ReportPlanVersion {
        /// The version it is checked against.
        expected: u32,
        /// The version it was made for.
        actual: u32,
    };
    /// The plan has no such duty.
    "report.unknownDuty" ReportUnknownDuty;
    /// The plan has no such unit.
    "report.unknownUnit" ReportUnknownUnit;
    /// The unit does not owe this duty.
    "report.notOwed" ReportNotOwed;
    /// The duty has no such period.
    "report.unknownPeriod" ReportUnknownPeriod;
    /// The report need not be sent for this period.
    "report.waived" ReportWaived {
        /// The duty whose report takes it in.
        taken_in_by: Option<String>,
    };
    /// The form does not ask this figure.
    "report.unknownFigure" ReportUnknownFigure;
    /// The value is of the wrong type for what is asked.
    "report.wrongType" ReportWrongType {
        /// What is asked.
        expected: Expected,
    };
    /// The JSON format is another than this version reads.
    "report.format" ReportFormat {
        /// The format read.
        expected: u32,
    };
    /// The text is not JSON, or lacks, misspells, mistypes or repeats a member.
    "report.malformed" ReportMalformed {
        /// The line, counted from 1.
        line: u32,
        /// The column in bytes, counted from 1.
        column: u32,
    };
    /// The submission's id is not a UUID.
    "submission.id" SubmissionId;
    /// What a submission says that it amends is not a UUID.
    "submission.amends" SubmissionAmends;
    /// A warning has no line of explanation.
    "explanation.missing" ExplanationMissing {
        /// The code of the warning to explain.
        warning: String,
    };
    /// There are more explanations than one report takes.
    "explanations.tooMany" ExplanationsTooMany {
        /// How many at most.
        most: u32,
        /// How many there are.
        count: u32,
    };
}
