//! A civil date.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind,
};
use crate::calendar::Date;
use crate::finding::{Expected, Kind};
use crate::text::{self, DateTextError, Lang, parse_date};

/// A civil date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateMeasure;

impl ValueKind for DateMeasure {
    fn expected(&self) -> Expected {
        Expected::Date
    }

    #[inline(never)]
    fn typed(&self, text: &str, asked: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_date(text, Some(asked.plan)).map(Answer::Date))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Text(text) = raw else {
            return None;
        };
        Some(Reading::Value(Answer::Date(Date::parse_iso(&text).ok()?)))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, text: &str, lang: Lang) -> Option<String> {
        let date = Date::parse_iso(text).ok()?;
        Some(text::format_date_with_weekday(date, lang))
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        const { &Control::short("date", "text") }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::WithinPlan
    }

    fn carry(&self) -> Carry {
        Carry::Ends
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Never
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, _: Bounds) -> serde_json::Value {
        serde_json::json!({ "$ref": "#/$defs/CivilDate" })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::LastDay
    }
}

impl From<DateTextError> for Kind {
    fn from(error: DateTextError) -> Self {
        match error {
            DateTextError::NotADate | DateTextError::TooLong => Self::DateNotADate,
            DateTextError::NoSuchDay { month, last_day } => {
                Self::DateImpossible { month, last_day }
            }
            DateTextError::NoSuchMonth => Self::DateNoSuchMonth,
            DateTextError::Swapped { day, month, year } => Self::DateSwapped { day, month, year },
            DateTextError::ShortYear { year } => Self::DateShortYear { year },
            DateTextError::YearOutOfRange => Self::DateYearOutOfRange {
                first: Date::FIRST_YEAR,
                last: Date::LAST_YEAR,
            },
            DateTextError::YearMissing => Self::DateYearMissing,
            DateTextError::NotInPeriod { from, to } => Self::DateOutsidePlan { from, to },
            DateTextError::OtherWeekday { weekday } => Self::DateOtherWeekday { weekday },
        }
    }
}
