//! A quantity that is measured: km, ha, tấn, giờ, điểm.

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
use crate::text::{Lang, MAX_DECIMALS, NumberError, parse_quantity};
use serde::Serialize;

/// A quantity in a unit, with so many decimal places. In reports, in the indicator's bounds and in targets it is a whole
/// number of its smallest step: with unit km and one decimal place 8,5 km is 85.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuantityMeasure {
    /// The unit: "km", "ha", "tấn", "giờ", "điểm". What is typed in another of the same kind (m, m², kg, phút) is turned
    /// into it.
    pub unit: String,
    /// How many decimal places are taken, 0 to 6. What was reported is read by it: it stays as it is in every version of a
    /// plan.
    #[cfg_attr(feature = "schema", schemars(range(max = MAX_DECIMALS)))]
    pub decimals: u8,
}

record!(QuantityMeasure { unit, decimals; });

impl ValueKind for QuantityMeasure {
    fn expected(&self) -> Expected {
        Expected::Integer
    }

    #[inline(never)]
    fn typed(&self, text: &str, asked: &Asked) -> Reading<Answer<'static>> {
        let read = parse_quantity(text, &self.unit, self.decimals, asked.signed);
        Reading::of(read.map(Answer::Number).map_err(|error| match error {
            NumberError::NotANumber | NumberError::TooLong => Kind::QuantityNotAQuantity,
            NumberError::TooExact => Kind::QuantityTooExact {
                decimals: self.decimals,
            },
            error => error.into(),
        }))
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
        Counted::Unit {
            unit: &self.unit,
            decimals: self.decimals,
        }
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        // Not a keyboard of numbers: many have no comma, and people write "8500 m".
        const { &Control::short("quantity", "text") }
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
        RollUp::Quantity
    }

    fn verify(&self, parts: &mut impl Parts) {
        parts.name("unit", &self.unit);
        let decimals = i64::from(self.decimals);
        parts.number("decimals", decimals, 0, MAX_DECIMALS.into());
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let mut schema = bounds.integer();
        let step = super::Measure::from(self.clone()).quantity(1);
        schema["description"] = ["so many times ", &step].concat().into();
        schema
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Number { step: 1 }
    }
}
