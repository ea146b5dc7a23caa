//! Done or not.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind,
};
use crate::finding::{Expected, Kind};
use crate::text::{Lang, fold};

/// Done or not (có / không).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DoneMeasure;

impl ValueKind for DoneMeasure {
    fn expected(&self) -> Expected {
        Expected::Boolean
    }

    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        match fold(text).as_str() {
            "co" | "roi" | "da" | "yes" | "true" => Reading::Value(Answer::Done(true)),
            "khong" | "chua" | "no" | "false" => Reading::Value(Answer::Done(false)),
            _ => Reading::refused(Kind::DoneNotYesOrNo),
        }
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Done(done) = raw else {
            return None;
        };
        Some(Reading::Value(Answer::Done(done)))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        // A choice shows by itself how it was understood.
        false
    }

    fn control(&self) -> &'static Control {
        const { &Control::line("done", "text") }
    }

    fn choices(&self, lang: Lang) -> Vec<Choice> {
        [true, false]
            .map(|answer| Choice {
                value: done(answer, Lang::Vi).to_owned(),
                label: done(answer, lang).to_owned(),
                chosen: false,
            })
            .into()
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::WhereLatest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Deed
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, _: Bounds) -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Deed
    }
}

/// How a plan names the answer.
pub(crate) const fn done_id(done: bool) -> &'static str {
    if done { "done" } else { "notDone" }
}

/// "Có" or "Không".
#[must_use]
pub fn done(done: bool, lang: Lang) -> &'static str {
    if done {
        lang.either("Có", "Yes")
    } else {
        lang.either("Không", "No")
    }
}
