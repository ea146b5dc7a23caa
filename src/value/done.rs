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

/// What an answer may be said of, as it is searched for: "đã tổ chức", "chưa thực hiện".
const DEEDS: [&str; 2] = ["to chuc", "thuc hien"];

/// Done or not (đã / chưa).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DoneMeasure;

impl ValueKind for DoneMeasure {
    fn expected(&self) -> Expected {
        Expected::Boolean
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        let folded = fold(text);
        let mut said = &*folded;
        for deed in DEEDS {
            said = said.strip_suffix(deed).unwrap_or(said);
        }
        match said.trim_end() {
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
                label: deed(answer, "", lang).to_owned(),
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

/// "Có" or "Không": how an answer stands in a draft.
#[must_use]
pub fn done(done: bool, lang: Lang) -> &'static str {
    if done {
        lang.either("Có", "Yes")
    } else {
        lang.either("Không", "No")
    }
}

/// The answer to a question as the organisation says it: "Đã tổ chức" or "Chưa tổ chức" where the question begins with
/// whether something was held, else "Đã thực hiện" or "Chưa thực hiện".
#[must_use]
pub fn deed(done: bool, question: &str, lang: Lang) -> &'static str {
    let question = fold(question);
    let asked = question.strip_prefix("da ").unwrap_or(&question);
    let is_held = asked.starts_with(DEEDS[0]);
    match (done, is_held) {
        (true, true) => lang.either("Đã tổ chức", "Held"),
        (false, true) => lang.either("Chưa tổ chức", "Not held"),
        (true, false) => lang.either("Đã thực hiện", "Done"),
        (false, false) => lang.either("Chưa thực hiện", "Not done"),
    }
}
