//! The sentence of a finding.
//!
//! The sentences stand in the files beside this one, both languages together, so that whoever changes one
//! sees the other. Here each kind is given its sentence and the words for its gaps; the match has no arm
//! for "all others", so that a kind without a sentence does not compile.

mod activities;
mod dates;
mod gaps;
mod numbers;
mod report;
mod texts;

use super::{either, time};
use crate::finding::{Expected, Finding, Kind, Path, Said, Word};
use crate::plan::{Indicator, Plan};
use crate::rules::{self, Worded};
use crate::text::{self, Lang};
use gaps::Gaps;

/// A sentence in both languages, with gaps such as `{most}`.
#[derive(Clone, Copy)]
struct Words {
    vi: &'static str,
    en: &'static str,
}

impl Words {
    fn of(self, lang: Lang) -> &'static str {
        either(lang, self.vi, self.en)
    }
}

/// What is wrong, what is expected and how to mend it, in one or two short sentences. `plan` is the one
/// that was checked against; it gives nouns, names and the sentences of its declared rules.
#[must_use]
pub fn sentence(finding: &Finding, plan: &Plan, lang: Lang) -> String {
    let gaps = Gaps::new(plan, lang, indicator(&finding.path, plan));
    match &finding.kind {
        Kind::Said(said) => of_rule(said, gaps),
        Kind::Required => gaps.fill(texts::REQUIRED),
        Kind::TextTooLong { max, length } => gaps
            .number("max", *max)
            .number("length", *length)
            .fill(texts::TOO_LONG),
        Kind::TextActiveCharacter { character, place } => gaps
            .word("character", character.clone())
            .number("place", *place)
            .fill(texts::ACTIVE_CHARACTER),

        Kind::NumberNotANumber => gaps.fill(numbers::NOT_A_NUMBER),
        Kind::NumberAmbiguous { readings } => gaps.choice("readings", readings).fill(either_of(
            readings,
            numbers::UNCLEAR,
            numbers::AMBIGUOUS,
        )),
        Kind::NumberGrouping => gaps.fill(numbers::GROUPING),
        Kind::NumberNotWhole => gaps.fill(numbers::NOT_WHOLE),
        Kind::NumberNegative => gaps.fill(numbers::NEGATIVE),
        Kind::NumberTooLarge { most } => gaps.number("most", *most).fill(numbers::TOO_LARGE),
        Kind::NumberTooSmall { least } => gaps.quantity("least", *least).fill(numbers::TOO_SMALL),
        Kind::NumberTooHigh { most } => gaps.quantity("most", *most).fill(numbers::TOO_HIGH),
        Kind::NumberImplausible { plausible } => gaps
            .quantity("plausible", *plausible)
            .fill(numbers::IMPLAUSIBLE),

        Kind::MoneyNotAnAmount => gaps.fill(numbers::NOT_AN_AMOUNT),
        Kind::MoneyAmbiguous { readings } => gaps.choice("readings", readings).fill(either_of(
            readings,
            numbers::AMOUNT_UNCLEAR,
            numbers::AMOUNT_AMBIGUOUS,
        )),
        Kind::MoneyUnitMissing => gaps.fill(numbers::UNIT_MISSING),
        Kind::MoneyNotWhole => gaps.fill(numbers::AMOUNT_NOT_WHOLE),
        Kind::MoneyNegative => gaps.fill(numbers::AMOUNT_NEGATIVE),
        Kind::MoneyTooLarge { most } => gaps.dong("most", *most).fill(numbers::TOO_LARGE),
        Kind::MoneyTooSmall { least } => gaps.dong("least", *least).fill(numbers::TOO_SMALL),
        Kind::MoneyTooHigh { most } => gaps.dong("most", *most).fill(numbers::TOO_HIGH),
        Kind::MoneyImplausible { plausible } => gaps
            .dong("plausible", *plausible)
            .fill(numbers::IMPLAUSIBLE),

        Kind::DateNotADate => gaps.example().fill(dates::NOT_A_DATE),
        Kind::DateImpossible { month, last_day } => gaps
            .number("month", *month)
            .number("last", *last_day)
            .fill(dates::IMPOSSIBLE),
        Kind::DateNoSuchMonth => gaps.example().fill(dates::NO_SUCH_MONTH),
        Kind::DateSwapped { day, month, year } => gaps
            .number("day", *day)
            .number("month", *month)
            .word("date", date(*day, *month, *year))
            .fill(dates::SWAPPED),
        Kind::DateYearMissing => gaps.example().fill(dates::YEAR_MISSING),
        Kind::DateShortYear { year } => gaps.word("year", year.to_string()).fill(dates::SHORT_YEAR),
        Kind::DateOtherWeekday { weekday } => gaps
            .word("weekday", text::weekday_name(*weekday, lang).to_owned())
            .fill(dates::OTHER_WEEKDAY),
        Kind::DateYearOutOfRange { first, last } => gaps
            .word("first", first.to_string())
            .word("last", last.to_string())
            .fill(dates::YEAR_OUT_OF_RANGE),
        Kind::DateOutsidePeriod { from, to } => gaps
            .word("period", time::days(*from, *to, lang))
            .fill(dates::OUTSIDE_PERIOD),
        Kind::DateOutsidePlan { from, to } => gaps
            .word("period", time::days(*from, *to, lang))
            .fill(dates::OUTSIDE_PLAN),
        Kind::TimeNotATime => gaps.fill(dates::NOT_A_TIME),
        Kind::TimeImpossible => gaps.fill(dates::TIME_IMPOSSIBLE),
        Kind::TimePartOfDay => gaps.fill(dates::PART_OF_DAY),

        Kind::DoneNotYesOrNo => gaps.fill(texts::NOT_YES_OR_NO),
        Kind::PhoneNotAPhone => gaps.fill(texts::NOT_A_PHONE),
        Kind::PhoneNoLeadingZero => gaps.fill(texts::PHONE_NO_LEADING_ZERO),
        Kind::PhoneLength { digits, expected } => gaps
            .number("digits", *digits)
            .number("expected", *expected)
            .fill(texts::PHONE_LENGTH),
        Kind::PhoneShape => gaps.fill(texts::PHONE_SHAPE),
        Kind::PhoneOldMobile => gaps.fill(texts::PHONE_OLD_MOBILE),
        Kind::EmailNoAt => gaps.fill(texts::EMAIL_NO_AT),
        Kind::EmailSeveralAts => gaps.fill(texts::EMAIL_SEVERAL_ATS),
        Kind::EmailMarks => gaps.fill(texts::EMAIL_MARKS),
        Kind::EmailSpace => gaps.fill(texts::EMAIL_SPACE),
        Kind::EmailLocal => gaps.fill(texts::EMAIL_LOCAL),
        Kind::EmailDomain => gaps.fill(texts::EMAIL_DOMAIN),
        Kind::LinkNoScheme => gaps.fill(texts::LINK_NO_SCHEME),
        Kind::LinkScheme => gaps.fill(texts::LINK_SCHEME),
        Kind::LinkHost => gaps.fill(texts::LINK_HOST),
        Kind::LinkCredentials => gaps.fill(texts::LINK_CREDENTIALS),
        Kind::LinkSpace => gaps.fill(texts::LINK_SPACE),
        Kind::LinkCharacter => gaps.fill(texts::LINK_CHARACTER),
        Kind::LinkTooLong { most } => gaps.number("most", *most).fill(texts::LINK_TOO_LONG),

        Kind::ActivitiesTooMany { most, count } => {
            gaps.limit(*most, *count).fill(activities::TOO_MANY)
        }
        Kind::ActivitiesNotAsked => gaps.fill(activities::NOT_ASKED),
        Kind::FiguresTooMany { most, count } => {
            gaps.limit(*most, *count).fill(activities::FIGURES_TOO_MANY)
        }

        Kind::ReportOtherPlan => gaps.fill(report::OTHER_PLAN),
        Kind::ReportPlanVersion { expected, actual } => gaps
            .number("expected", *expected)
            .number("actual", *actual)
            .fill(report::PLAN_VERSION),
        Kind::ReportUnknownDuty => gaps.fill(report::UNKNOWN_DUTY),
        Kind::ReportUnknownUnit => gaps.fill(report::UNKNOWN_UNIT),
        Kind::ReportNotOwed => gaps.fill(report::NOT_OWED),
        Kind::ReportUnknownPeriod => gaps.fill(report::UNKNOWN_PERIOD),
        Kind::ReportWaived { taken_in_by } => {
            match taken_in_by.as_deref().and_then(|duty| plan.duty(duty)) {
                Some(duty) => gaps
                    .word("duty", duty.name.clone())
                    .fill(report::WAIVED_TAKEN_IN),
                None => gaps.fill(report::WAIVED),
            }
        }
        Kind::ReportUnknownFigure => gaps.fill(report::UNKNOWN_FIGURE),
        Kind::ReportWrongType { expected } => gaps
            .word("expected", json_type(*expected).of(lang).to_owned())
            .fill(report::WRONG_TYPE),
        Kind::ReportFormat { expected } => gaps.number("expected", *expected).fill(report::FORMAT),
        Kind::ReportMalformed { line, column } => gaps
            .word("line", line.to_string())
            .word("column", column.to_string())
            .fill(report::MALFORMED),
        Kind::SubmissionId => gaps.fill(report::SUBMISSION_ID),
        Kind::SubmissionAmends => gaps.fill(report::SUBMISSION_AMENDS),
        Kind::ExplanationMissing { warning: _ } => gaps.fill(report::EXPLANATION_MISSING),
        Kind::ExplanationsTooMany { most, count } => gaps
            .limit(*most, *count)
            .fill(report::EXPLANATIONS_TOO_MANY),
    }
}

/// The sentence of a code that is declared beside its rule.
fn of_rule(said: &Said, mut gaps: Gaps<'_>) -> String {
    let Some(code) = rules::code(&said.code) else {
        return gaps.fill(report::OF_ANOTHER_VERSION);
    };
    for param in code.params {
        let name = param.name;
        gaps = match (param.worded, said.params.get(name)) {
            (Worded::Quantity, Some(Word::Number(number))) => gaps.quantity(name, *number),
            (Worded::Place, Some(Word::Number(place))) => {
                gaps.number(name, place.saturating_add(1))
            }
            (Worded::Duration, Some(Word::Number(seconds))) => gaps.duration(name, *seconds),
            (_, Some(Word::Number(number))) => gaps.number(name, *number),
            (_, Some(Word::Day(day))) => gaps.word(name, text::format_date(*day)),
            (Worded::Unit, Some(Word::Text(unit))) => gaps.unit(name, unit),
            (Worded::Rule, Some(Word::Text(rule))) => match gaps.own_sentence(rule) {
                Some(own) => return own,
                None => gaps,
            },
            _ => gaps,
        };
    }
    gaps.fill(Words {
        vi: code.says.vi,
        en: code.says.en,
    })
}

/// The sentence for one reading or for several.
fn either_of(readings: &[String], one: Words, several: Words) -> Words {
    if readings.len() == 1 { one } else { several }
}

/// A date as it is to be typed, its year perhaps left to the plan.
fn date(day: u8, month: u8, year: Option<i32>) -> String {
    let numbers = [i32::from(day), i32::from(month)].into_iter().chain(year);
    let mut out = String::new();
    for number in numbers {
        if !out.is_empty() {
            out.push('/');
        }
        out.push_str(&number.to_string());
    }
    out
}

/// The indicator at a place of a draft or report.
fn indicator<'a>(path: &Path, plan: &'a Plan) -> Option<&'a Indicator> {
    let mut segments = path.segments();
    (segments.next() == Some("figures"))
        .then(|| segments.next())
        .flatten()
        .and_then(|id| plan.indicator(id))
}

fn json_type(expected: Expected) -> Words {
    match expected {
        Expected::Integer => report::INTEGER,
        Expected::Share => report::SHARE,
        Expected::Boolean => report::BOOLEAN,
        Expected::Text => report::TEXT,
        Expected::Date => report::DATE,
        Expected::Time => report::TIME,
        Expected::Phone => report::PHONE,
        Expected::Email => report::EMAIL,
        Expected::Link => report::LINK,
    }
}
