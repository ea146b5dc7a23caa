//! An amount of money.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind, exact_number,
};
use crate::finding::{Expected, Kind};
use crate::text::{Lang, MAX_EXACT, MoneyError, NumberError, parse_dong};

/// An amount of money in whole đồng.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MoneyMeasure;

impl ValueKind for MoneyMeasure {
    fn expected(&self) -> Expected {
        Expected::Integer
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_dong(text).map(Answer::Number))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Number(number) = raw else {
            return None;
        };
        let exact = exact_number(number).map_err(|_| Kind::MoneyTooLarge { most: MAX_EXACT });
        Some(Reading::of(exact.map(Answer::Number)))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Dong
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        // Not a numeric keyboard: people write "1,5 tỷ".
        const { &Control::short("money", "text") }
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
        RollUp::Money
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let mut schema = bounds.integer();
        schema["description"] = "đồng".into();
        schema
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Number { step: 100_000 }
    }
}

impl From<MoneyError> for Kind {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::NotAnAmount => Self::MoneyNotAnAmount,
            MoneyError::UnitMissing => Self::MoneyUnitMissing,
            MoneyError::Number { error } => match error {
                NumberError::NotANumber | NumberError::TooLong => Self::MoneyNotAnAmount,
                NumberError::Ambiguous { readings } => Self::MoneyAmbiguous { readings },
                NumberError::Grouping => Self::NumberGrouping,
                NumberError::NotWhole | NumberError::TooExact => Self::MoneyNotWhole,
                NumberError::Negative => Self::MoneyNegative,
                NumberError::TooLarge => Self::MoneyTooLarge { most: MAX_EXACT },
            },
        }
    }
}
