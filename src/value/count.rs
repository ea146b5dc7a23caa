//! A whole number of something.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind, exact_number,
};
use crate::finding::{Expected, Kind};
use crate::read::record;
use crate::text::{Lang, MAX_EXACT, NumberError, parse_count_with_noun, parse_integer_with_noun};
use serde::Serialize;

/// A whole number of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountMeasure {
    /// The noun counted: "người", "lượt", "cây", "hoạt động". Người (persons) and lượt
    /// (attendances) are different nouns and are never added.
    pub noun: String,
}

record!(CountMeasure { noun; });

impl ValueKind for CountMeasure {
    fn expected(&self) -> Expected {
        Expected::Integer
    }

    fn typed(&self, text: &str, asked: &Asked) -> Reading<Answer<'static>> {
        let read = if asked.signed {
            parse_integer_with_noun
        } else {
            parse_count_with_noun
        };
        Reading::of(read(text, &self.noun).map(Answer::Number))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Number(number) = raw else {
            return None;
        };
        Some(Reading::of(exact_number(number).map(Answer::Number)))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Noun(&self.noun)
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        const { &Control::short("count", "numeric") }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Range
    }

    fn carry(&self) -> Carry {
        Carry::WhereLatest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Count
    }

    fn verify(&self, parts: &mut impl Parts) {
        parts.name("noun", &self.noun);
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let mut schema = bounds.integer();
        schema["description"] = self.noun.as_str().into();
        schema
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Number { step: 1 }
    }
}

impl From<NumberError> for Kind {
    fn from(error: NumberError) -> Self {
        match error {
            // A text far too long to be a number is none.
            NumberError::NotANumber | NumberError::TooLong => Self::NumberNotANumber,
            NumberError::Ambiguous { readings } => Self::NumberAmbiguous { readings },
            NumberError::Grouping => Self::NumberGrouping,
            NumberError::NotWhole | NumberError::TooExact => Self::NumberNotWhole,
            NumberError::Negative => Self::NumberNegative,
            NumberError::TooLarge => Self::NumberTooLarge { most: MAX_EXACT },
        }
    }
}
