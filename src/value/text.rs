//! Words.

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
use crate::text::{Lang, MAX_TEXT, clean, is_blank, single_line};
use serde::Serialize;
use std::borrow::Cow;

/// Words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextMeasure {
    /// The most characters (Unicode scalar values) taken.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MAX_TEXT)))]
    pub max: u32,
    /// Whether it may have several lines.
    #[serde(default)]
    pub lines: bool,
}

record!(TextMeasure { max; lines });

impl ValueKind for TextMeasure {
    fn expected(&self) -> Expected {
        Expected::Text
    }

    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        let text = if self.lines {
            clean(text)
        } else {
            single_line(text)
        };
        Reading::Value(Answer::Text(Cow::Owned(text.into_owned())))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        match raw {
            // Only words can be blank: a report leaves out every other figure that was not answered.
            Raw::Text(text) if is_blank(&text) => Some(Reading::Blank),
            Raw::Text(text) => Some(Reading::Value(Answer::Text(text))),
            _ => None,
        }
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
        false
    }

    fn control(&self) -> &'static Control {
        if self.lines {
            const { &Control::lines("text", "text") }
        } else {
            const { &Control::line("text", "text") }
        }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Length(self.max)
    }

    fn carry(&self) -> Carry {
        if self.lines {
            Carry::OnRequest
        } else {
            Carry::Stands
        }
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Told
    }

    fn verify(&self, parts: &mut impl Parts) {
        parts.number("max", i64::from(self.max), 1, i64::from(MAX_TEXT));
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let mut schema = serde_json::json!({ "type": "string", "maxLength": self.max });
        if bounds.required {
            // Not blank.
            schema["pattern"] = "\\S".into();
        }
        schema
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Sentence(self.max)
    }
}
