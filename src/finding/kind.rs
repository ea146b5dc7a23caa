//! What a finding can say: the list of what is said of typed text and of a report's shape, and what a rule declares.

use super::{Expected, Said};
use crate::calendar::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Declares the kinds once: the variant, its stable code, and its doc, which the page of codes reprints.
macro_rules! kinds {
    ($( $(#[doc = $doc:literal])+ $code:literal $name:ident $({ $( $(#[doc = $field_doc:literal])+ $field:ident: $type:ty, )+ })?; )+) => {
        /// What is wrong. Every kind has a stable dotted code; in JSON it is `code` and `params`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "code", content = "params", rename_all_fields = "camelCase")]
        pub enum Kind {
            $( $(#[doc = $doc])+ #[serde(rename = $code)] $name $({ $( $(#[doc = $field_doc])+ $field: $type, )+ })?, )+
            /// What a rule says; its code stands beside the rule.
            #[serde(untagged)]
            #[cfg_attr(feature = "schema", schemars(skip))]
            Said(Said),
        }

        impl Kind {
            /// The codes of this list with what they mean, in its order.
            pub const ALL: &[(&str, &str)] = &[ $( ($code, concat!($($doc),+)), )+ ];

            /// The code.
            #[must_use]
            pub fn code(&self) -> &str {
                match self { Self::Said(said) => &said.code, listed => listed.listed().unwrap_or_default() }
            }

            /// The code, for whoever keeps it longer than the finding.
            #[must_use]
            pub fn own_code(&self) -> Cow<'static, str> {
                match self {
                    Self::Said(said) => said.code.clone(),
                    listed => Cow::Borrowed(listed.listed().unwrap_or_default()),
                }
            }

            const fn listed(&self) -> Option<&'static str> {
                match self { $( Self::$name { .. } => Some($code), )+ Self::Said(_) => None }
            }
        }
    };
}

impl From<Said> for Kind {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
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

    /// A number is given as more, less or about so much, and the plan asks for it exactly.
    "estimate.notTaken" EstimateNotTaken {
        /// The number without what marks it, as it was typed.
        number: String,
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

    /// The text is not a quantity in the unit that is asked, or in one that turns into it.
    "quantity.notAQuantity" QuantityNotAQuantity;
    /// The quantity has more decimal places than are asked, as it was typed or in the unit that is asked.
    "quantity.tooExact" QuantityTooExact {
        /// The most decimal places.
        decimals: u8,
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

    /// The text is not a time of day.
    "time.notATime" TimeNotATime;
    /// There is no such hour or minute, for example 25g00.
    "time.impossible" TimeImpossible;
    /// The part of the day that is named does not settle the hour, for example "12g đêm" or "19h sáng".
    "time.partOfDay" TimePartOfDay;

    /// What was entered is none of the answers that the plan lists, or an answer that it lists no more.
    "answer.notListed" AnswerNotListed {
        /// The first of the answers that can be chosen, as the form shows them.
        answers: Vec<String>,
    };
    /// What stands there names no file: its hash, bytes, kind and name.
    "file.notAFile" FileNotAFile;
    /// A file is of a kind that is not asked.
    "file.kind" FileKind {
        /// The kinds that are taken, as the plan names them.
        kinds: Vec<String>,
    };
    /// A file is larger than the plan takes.
    "file.tooLarge" FileTooLarge {
        /// The most megabytes of one file.
        megabytes: i64,
    };
    /// There are more files than the plan takes.
    "file.tooMany" FileTooMany {
        /// How many at most.
        most: i64,
        /// How many there are.
        count: i64,
    };
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

    /// More activities are listed than one report takes.
    "activities.tooMany" ActivitiesTooMany {
        /// How many at most.
        most: u32,
        /// How many there are.
        count: u32,
    };
    /// Activities are listed, and this form does not ask for any.
    "activities.notAsked" ActivitiesNotAsked;

    /// The report has more figures than any form asks.
    "figures.tooMany" FiguresTooMany {
        /// How many at most.
        most: u32,
        /// How many there are.
        count: u32,
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
    /// A table does not have this column.
    "report.unknownColumn" ReportUnknownColumn {
        /// The column's key.
        column: String,
        /// The first row with something there, counted from 0.
        row: u32,
    };
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
