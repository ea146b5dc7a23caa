//! A part against a whole that it may pass.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind,
};
use crate::finding::Expected;
use crate::read::record;
use crate::text::Lang;
use serde::Serialize;

/// A part against a whole that it may pass: what was collected of what was planned. Both are asked, as counts of a noun or
/// as đồng, so that ratios of many units add up truly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatioMeasure {
    /// What the part is, for example "số tiền vận động được".
    pub part: String,
    /// What the whole is, for example "số tiền theo kế hoạch".
    pub whole: String,
    /// The noun of both; left out where both are amounts of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
}

record!(RatioMeasure { part, whole; noun });

impl ValueKind for RatioMeasure {
    fn expected(&self) -> Expected {
        Expected::Share
    }

    #[inline(never)]
    fn typed(&self, _: &str, _: &Asked) -> Reading<Answer<'static>> {
        // Its halves are read, each by itself.
        Reading::Blank
    }

    fn reported<'a>(&self, _: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        None
    }

    fn halves(&self) -> Option<Halves<'_>> {
        Some(Halves {
            part: &self.part,
            whole: &self.whole,
            counted: self.counted(),
            passes: true,
        })
    }

    fn counted(&self) -> Counted<'_> {
        self.noun.as_deref().map_or(Counted::Dong, Counted::Noun)
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        if self.noun.is_some() {
            const { &Control::short("ratio", "numeric") }
        } else {
            // As of money.
            const { &Control::short("ratio", "text") }
        }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Share
    }

    fn carry(&self) -> Carry {
        Carry::WhereLatest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Share
    }

    fn verify(&self, parts: &mut impl Parts) {
        parts.name("part", &self.part);
        parts.name("whole", &self.whole);
        if let Some(noun) = &self.noun {
            parts.name("noun", noun);
        }
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let noun = self.noun.as_deref().unwrap_or("đồng");
        bounds.halves(&self.part, &self.whole, noun)
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Share {
            whole: &self.whole,
            step: if self.noun.is_some() { 1 } else { 1_000_000 },
        }
    }
}
