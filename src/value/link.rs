//! A web address (http or https).

#[cfg(feature = "schema")]
use super::Bounds;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind, canonical,
};
#[cfg(feature = "sample")]
use super::{Invented, Value};
use crate::finding::{Expected, Kind};
use crate::text::{Lang, LinkError, MAX_LINK, parse_link};
use std::borrow::Cow;

/// A web address (http or https).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkMeasure;

impl ValueKind for LinkMeasure {
    fn expected(&self) -> Expected {
        Expected::Link
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_link(text).map(|text| Answer::Text(Cow::Owned(text))))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Text(text) = raw else {
            return None;
        };
        let canonical = canonical(parse_link(&text), text, Expected::Link);
        Some(Reading::of(canonical.map(Answer::Text)))
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
        const { &Control::line("link", "url") }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::OnRequest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Never
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, _: Bounds) -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": PATTERN })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Among(vec![Value::Text("https://example.org/van-ban".into())])
    }
}

impl From<LinkError> for Kind {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NoScheme => Self::LinkNoScheme,
            LinkError::Scheme => Self::LinkScheme,
            LinkError::Host => Self::LinkHost,
            LinkError::Credentials => Self::LinkCredentials,
            LinkError::Space => Self::LinkSpace,
            LinkError::Character => Self::LinkCharacter,
            LinkError::TooLong => Self::LinkTooLong { most: MAX_LINK },
        }
    }
}

/// A link as reports carry it: scheme and host in small letters. What a host may be, the check says.
#[cfg(feature = "schema")]
pub(crate) const PATTERN: &str =
    "^https?://[^\\s/?#@A-Z\\\\<>\"{}|^`]+([/?#][^\\s\\\\<>\"{}|^`]*)?$";
