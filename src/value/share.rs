//! A part of a whole.

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

/// A part of a whole, both asked as whole numbers, so that shares of many units add up truly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareMeasure {
    /// What the part is, for example "đoàn viên được học tập nghị quyết".
    pub part: String,
    /// What the whole is, for example "tổng số đoàn viên".
    pub whole: String,
    /// The noun of both.
    pub noun: String,
}

record!(ShareMeasure { part, whole, noun; });

impl ValueKind for ShareMeasure {
    fn expected(&self) -> Expected {
        Expected::Share
    }

    #[inline(never)]
    fn typed(&self, _: &str, _: &Asked) -> Reading<Answer<'static>> {
        // Its halves are read, each as a count.
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
            passes: false,
        })
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
        const { &Control::short("share", "numeric") }
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
        parts.name("noun", &self.noun);
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        bounds.halves(&self.part, &self.whole, &self.noun)
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Share {
            whole: &self.whole,
            step: 1,
        }
    }
}
