//! The sentence of a finding.
//!
//! The sentences stand in the files beside this one, both languages together, so that whoever changes one
//! sees the other. Here each kind is given its sentence and the words for its gaps; the match has no arm
//! for "all others", so that a kind without a sentence does not compile.

mod activities;
mod dates;
mod files;
mod gaps;
mod numbers;
mod report;
mod texts;
mod wire;

use super::time;
use crate::finding::{Expected, Finding, Kind, Path, Said, Word};
use crate::plan::{Measure, Plan};
use crate::rules::{self, Worded};
use crate::text::{self, Both, Lang};
use crate::value::FileKind;
use gaps::Gaps;

/// What is wrong, what is expected and how to mend it, in one or two short sentences. `plan` is the one
/// that was checked against; it gives nouns, names and the sentences of its declared rules.
#[must_use]
pub fn sentence(finding: &Finding, plan: &Plan, lang: Lang) -> String {
    let mut gaps = Gaps::new(plan, lang, measure(&finding.path, plan));
    let sentence = match &*finding.kind {
        Kind::Said(said) => return of_rule(said, gaps),
        Kind::Required => &texts::REQUIRED,
        Kind::TextTooLong { max, length } => {
            gaps.number("max", *max).number("length", *length);
            &texts::TOO_LONG
        }
        Kind::TextActiveCharacter { character, place } => {
            gaps.word("character", character.clone())
                .number("place", *place);
            &wire::ACTIVE_CHARACTER
        }

        Kind::NumberNotANumber => &numbers::NOT_A_NUMBER,
        Kind::NumberAmbiguous { readings } => {
            gaps.choice("readings", readings);
            match &**readings {
                [_] if !gaps.is_of_steps() => &numbers::UNCLEAR,
                _ => &numbers::AMBIGUOUS,
            }
        }
        Kind::NumberGrouping => &numbers::GROUPING,
        Kind::NumberNotWhole => &numbers::NOT_WHOLE,
        Kind::NumberNegative => &numbers::NEGATIVE,
        Kind::NumberTooLarge { most } => {
            gaps.quantity("most", *most);
            &numbers::TOO_LARGE
        }
        Kind::NumberTooSmall { least } => {
            gaps.quantity("least", *least);
            &numbers::TOO_SMALL
        }
        Kind::NumberTooHigh { most } => {
            gaps.quantity("most", *most);
            &numbers::TOO_HIGH
        }
        Kind::NumberImplausible { plausible } => {
            gaps.quantity("plausible", *plausible);
            &numbers::IMPLAUSIBLE
        }

        Kind::EstimateNotTaken { number } => {
            gaps.word("number", number.clone());
            &numbers::ESTIMATE
        }

        Kind::MoneyNotAnAmount => &numbers::NOT_AN_AMOUNT,
        Kind::MoneyAmbiguous { readings } => {
            gaps.choice("readings", readings);
            either_of(
                readings,
                &numbers::AMOUNT_UNCLEAR,
                &numbers::AMOUNT_AMBIGUOUS,
            )
        }
        Kind::MoneyUnitMissing => &numbers::UNIT_MISSING,
        Kind::MoneyNotWhole => &numbers::AMOUNT_NOT_WHOLE,
        Kind::MoneyNegative => &numbers::AMOUNT_NEGATIVE,
        Kind::MoneyTooLarge { most } => {
            gaps.dong("most", *most);
            &numbers::TOO_LARGE
        }
        Kind::MoneyTooSmall { least } => {
            gaps.dong("least", *least);
            &numbers::TOO_SMALL
        }
        Kind::MoneyTooHigh { most } => {
            gaps.dong("most", *most);
            &numbers::TOO_HIGH
        }
        Kind::MoneyImplausible { plausible } => {
            gaps.dong("plausible", *plausible);
            &numbers::IMPLAUSIBLE
        }

        Kind::QuantityNotAQuantity => {
            gaps.noun("unit");
            &numbers::NOT_A_QUANTITY
        }
        Kind::QuantityTooExact { decimals } => {
            gaps.noun("unit").number("decimals", *decimals);
            &numbers::TOO_EXACT
        }

        Kind::DateNotADate => {
            gaps.example();
            &dates::NOT_A_DATE
        }
        Kind::DateImpossible { month, last_day } => {
            gaps.number("month", *month).number("last", *last_day);
            &dates::IMPOSSIBLE
        }
        Kind::DateNoSuchMonth => {
            gaps.example();
            &dates::NO_SUCH_MONTH
        }
        Kind::DateSwapped { day, month, year } => {
            gaps.number("day", *day)
                .number("month", *month)
                .word("date", date(*day, *month, *year));
            &dates::SWAPPED
        }
        Kind::DateYearMissing => {
            gaps.example();
            &dates::YEAR_MISSING
        }
        Kind::DateShortYear { year } => {
            gaps.word("year", year.to_string());
            &dates::SHORT_YEAR
        }
        Kind::DateOtherWeekday { weekday } => {
            gaps.word("weekday", text::weekday_name(*weekday, lang).to_owned());
            &dates::OTHER_WEEKDAY
        }
        Kind::DateYearOutOfRange { first, last } => {
            gaps.word("first", first.to_string())
                .word("last", last.to_string());
            &dates::YEAR_OUT_OF_RANGE
        }
        Kind::DateOutsidePeriod { from, to } => {
            gaps.word("period", time::days(*from, *to, lang));
            &dates::OUTSIDE_PERIOD
        }
        Kind::DateOutsidePlan { from, to } => {
            gaps.word("period", time::days(*from, *to, lang));
            &dates::OUTSIDE_PLAN
        }
        Kind::TimeNotATime => &dates::NOT_A_TIME,
        Kind::TimeImpossible => &dates::TIME_IMPOSSIBLE,
        Kind::TimePartOfDay => &dates::PART_OF_DAY,

        Kind::AnswerNotListed { answers } => {
            gaps.choice("answers", answers);
            &texts::NOT_LISTED
        }
        Kind::FileNotAFile => &files::NOT_A_FILE,
        Kind::FileKind { kinds } => {
            let mut words = Vec::new();
            for kind in kinds {
                words.push(
                    FileKind::named(kind)
                        .map_or(&**kind, |kind| kind.in_words(lang))
                        .to_owned(),
                );
            }
            gaps.choice("kinds", &words);
            &files::KIND
        }
        Kind::FileTooLarge { megabytes } => {
            gaps.number("megabytes", *megabytes);
            &files::TOO_LARGE
        }
        Kind::FileTooMany { most, count } => {
            gaps.number("most", *most).number("count", *count);
            &files::TOO_MANY
        }
        Kind::DoneNotYesOrNo => &texts::NOT_YES_OR_NO,
        Kind::PhoneNotAPhone => &texts::NOT_A_PHONE,
        Kind::PhoneNoLeadingZero => &texts::PHONE_NO_LEADING_ZERO,
        Kind::PhoneLength { digits, expected } => {
            gaps.number("digits", *digits).number("expected", *expected);
            &texts::PHONE_LENGTH
        }
        Kind::PhoneShape => &texts::PHONE_SHAPE,
        Kind::PhoneOldMobile => &texts::PHONE_OLD_MOBILE,
        Kind::EmailNoAt => &texts::EMAIL_NO_AT,
        Kind::EmailSeveralAts => &texts::EMAIL_SEVERAL_ATS,
        Kind::EmailMarks => &texts::EMAIL_MARKS,
        Kind::EmailSpace => &texts::EMAIL_SPACE,
        Kind::EmailLocal => &texts::EMAIL_LOCAL,
        Kind::EmailDomain => &texts::EMAIL_DOMAIN,
        Kind::LinkNoScheme => &texts::LINK_NO_SCHEME,
        Kind::LinkScheme => &texts::LINK_SCHEME,
        Kind::LinkHost => &texts::LINK_HOST,
        Kind::LinkCredentials => &texts::LINK_CREDENTIALS,
        Kind::LinkSpace => &texts::LINK_SPACE,
        Kind::LinkCharacter => &texts::LINK_CHARACTER,
        Kind::LinkTooLong { most } => {
            gaps.number("most", *most);
            &texts::LINK_TOO_LONG
        }

        Kind::ActivitiesTooMany { most, count } => {
            gaps.limit(*most, *count);
            &activities::TOO_MANY
        }
        Kind::ActivitiesNotAsked => &activities::NOT_ASKED,
        Kind::FiguresTooMany { most, count } => {
            gaps.limit(*most, *count);
            &wire::FIGURES_TOO_MANY
        }

        Kind::ReportOtherPlan => &wire::OTHER_PLAN,
        Kind::ReportPlanVersion { expected, actual } => {
            gaps.number("expected", *expected).number("actual", *actual);
            &wire::PLAN_VERSION
        }
        Kind::ReportUnknownDuty => &report::UNKNOWN_DUTY,
        Kind::ReportUnknownUnit => &report::UNKNOWN_UNIT,
        Kind::ReportNotOwed => &report::NOT_OWED,
        Kind::ReportUnknownPeriod => &report::UNKNOWN_PERIOD,
        Kind::ReportWaived { taken_in_by } => {
            match taken_in_by.as_deref().and_then(|duty| plan.duty(duty)) {
                Some(duty) => {
                    gaps.word("duty", duty.name.clone());
                    &report::WAIVED_TAKEN_IN
                }
                None => &report::WAIVED,
            }
        }
        Kind::ReportUnknownFigure => &report::UNKNOWN_FIGURE,
        Kind::ReportUnknownColumn { column, row } => {
            gaps.word("column", column.clone())
                .number("row", row.saturating_add(1));
            &wire::UNKNOWN_COLUMN
        }
        Kind::ReportWrongType { expected } => {
            gaps.word("expected", json_type(*expected).of(lang).to_owned());
            &wire::WRONG_TYPE
        }
        Kind::ReportFormat { expected } => {
            gaps.number("expected", *expected);
            &wire::FORMAT
        }
        Kind::ReportMalformed { line, column } => {
            gaps.word("line", line.to_string())
                .word("column", column.to_string());
            &wire::MALFORMED
        }
        Kind::SubmissionId => &wire::SUBMISSION_ID,
        Kind::SubmissionAmends => &wire::SUBMISSION_AMENDS,
        Kind::ExplanationMissing { warning: _ } => &wire::EXPLANATION_MISSING,
        Kind::ExplanationsTooMany { most, count } => {
            gaps.limit(*most, *count);
            &wire::EXPLANATIONS_TOO_MANY
        }
    };
    gaps.fill(sentence)
}

/// The sentence of a code that is declared beside its rule.
fn of_rule(said: &Said, mut gaps: Gaps<'_>) -> String {
    let Some(code) = rules::code(&said.code) else {
        return gaps.fill(&report::OF_ANOTHER_VERSION);
    };
    for param in code.params {
        let name = param.name;
        match (param.worded, said.params.get(name)) {
            (Worded::Quantity, Some(Word::Number(number))) => gaps.quantity(name, *number),
            (Worded::Place, Some(Word::Number(place))) => {
                gaps.number(name, place.saturating_add(1))
            }
            (Worded::Duration, Some(Word::Number(seconds))) => gaps.duration(name, *seconds),
            (_, Some(Word::Number(number))) => gaps.number(name, *number),
            (_, Some(Word::Day(day))) => gaps.word(name, text::format_date(*day)),
            (Worded::Unit, Some(Word::Text(unit))) => gaps.unit(name, unit),
            (Worded::Question, Some(Word::Text(id))) => gaps.question(name, id),
            (Worded::Rule, Some(Word::Text(rule))) => match gaps.own_sentence(rule) {
                Some(mut own) => {
                    own.push_str(&gaps.arithmetic(&said.params));
                    return own;
                }
                None => &mut gaps,
            },
            _ => &mut gaps,
        };
    }
    gaps.fill(&code.says)
}

/// The sentence for one reading or for several.
fn either_of<'w>(readings: &[String], one: &'w Both, several: &'w Both) -> &'w Both {
    if readings.len() == 1 { one } else { several }
}

/// A date as it is to be typed, its year perhaps left to the plan.
fn date(day: u8, month: u8, year: Option<i32>) -> String {
    let mut numbers = vec![day.to_string(), month.to_string()];
    numbers.extend(year.map(|year| year.to_string()));
    text::join(&numbers, "/")
}

/// What kind of value is asked at a place of a draft or report: of a table what its column asks.
fn measure<'a>(path: &Path, plan: &'a Plan) -> Option<&'a Measure> {
    let mut segments = path.segments();
    if segments.next() != Some("figures") {
        return None;
    }
    let measure = &*plan.indicator(segments.next()?)?.measure;
    let of_cell = measure.table().and_then(|_| of_cell(measure, path));
    Some(of_cell.unwrap_or(measure))
}

/// What the column of a cell asks. Few paths lead to one.
#[inline(never)]
fn of_cell<'a>(measure: &'a Measure, path: &Path) -> Option<&'a Measure> {
    let column = path.segments().nth(3)?;
    let (_, column) = measure.table()?.column(column)?;
    Some(&column.measure)
}

fn json_type(expected: Expected) -> &'static Both {
    match expected {
        Expected::Integer => &wire::INTEGER,
        Expected::Share => &wire::SHARE,
        Expected::Boolean => &wire::BOOLEAN,
        Expected::Text => &wire::TEXT,
        Expected::Date => &wire::DATE,
        Expected::Time => &wire::TIME,
        Expected::Phone => &wire::PHONE,
        Expected::Email => &wire::EMAIL,
        Expected::Link => &wire::LINK,
        Expected::Listed => &wire::LISTED,
        Expected::Files => &wire::FILES,
        Expected::Rows => &wire::ROWS,
    }
}
