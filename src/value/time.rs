//! A time of day.

#[cfg(feature = "schema")]
use super::Bounds;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind,
};
#[cfg(feature = "sample")]
use super::{Invented, Value};
use crate::calendar::Time;
use crate::finding::{Expected, Kind};
use crate::text::{self, Lang, TimeTextError, parse_time};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeMeasure;

impl ValueKind for TimeMeasure {
    fn expected(&self) -> Expected {
        Expected::Time
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_time(text).map(Answer::Time))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Text(text) = raw else {
            return None;
        };
        Some(Reading::Value(Answer::Time(Time::parse_iso(&text).ok()?)))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, text: &str, lang: Lang) -> Option<String> {
        Some(clock(Time::parse_iso(text).ok()?, lang))
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        const { &Control::short("time", "text") }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Alone
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
        serde_json::json!({ "$ref": "#/$defs/TimeOfDay" })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Among(vec![Value::Text("08:00".into())])
    }
}

/// A time: "07g30", in English "07:30".
#[must_use]
pub fn clock(time: Time, lang: Lang) -> String {
    match lang {
        Lang::Vi => text::format_time(time),
        Lang::En => time.to_iso(),
    }
}

impl From<TimeTextError> for Kind {
    fn from(error: TimeTextError) -> Self {
        match error {
            TimeTextError::NotATime | TimeTextError::TooLong => Self::TimeNotATime,
            TimeTextError::NoSuchHour | TimeTextError::NoSuchMinute => Self::TimeImpossible,
            TimeTextError::PartOfDay => Self::TimePartOfDay,
        }
    }
}
