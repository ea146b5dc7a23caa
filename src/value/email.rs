//! An e-mail address.

#[cfg(feature = "schema")]
use super::Bounds;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind, canonical,
};
#[cfg(feature = "sample")]
use super::{Invented, Value};
use crate::finding::{Expected, Kind};
use crate::text::{EmailError, Lang, parse_email};
use std::borrow::Cow;

/// An e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EmailMeasure;

impl ValueKind for EmailMeasure {
    fn expected(&self) -> Expected {
        Expected::Email
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_email(text).map(|text| Answer::Text(Cow::Owned(text))))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Text(text) = raw else {
            return None;
        };
        let canonical = canonical(parse_email(&text), text, Expected::Email);
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
        const {
            &Control {
                autocomplete: "email",
                ..Control::line("email", "email")
            }
        }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::Stands
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Never
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, _: Bounds) -> serde_json::Value {
        // Its domain in small letters.
        serde_json::json!({ "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+([a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$" })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Among(vec![Value::Text("don-vi@example.org".into())])
    }
}

impl From<EmailError> for Kind {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::NoAt => Self::EmailNoAt,
            EmailError::SeveralAts => Self::EmailSeveralAts,
            EmailError::Space => Self::EmailSpace,
            EmailError::VietnameseLetter => Self::EmailMarks,
            // An address that is too long in all is too long before the "@" or is no address.
            EmailError::Local | EmailError::TooLong => Self::EmailLocal,
            EmailError::Domain => Self::EmailDomain,
        }
    }
}
