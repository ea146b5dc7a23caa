//! A phone number.

#[cfg(feature = "schema")]
use super::Bounds;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, Parts, Raw, Reading, RollUp,
    ValueKind,
};
#[cfg(feature = "sample")]
use super::{Invented, Value};
use crate::finding::{Expected, Kind};
use crate::text::{Lang, PhoneError, parse_phone};
use std::borrow::Cow;

/// A Vietnamese phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhoneMeasure;

impl ValueKind for PhoneMeasure {
    fn expected(&self) -> Expected {
        Expected::Phone
    }

    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        Reading::of(parse_phone(text).map(|phone| Answer::Phone {
            number: Cow::Owned(phone.canonical()),
            known_prefix: phone.known_prefix(),
        }))
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let Raw::Text(text) = raw else {
            return None;
        };
        Some(match parse_phone(&text) {
            Ok(phone) if phone.canonical() == *text => Reading::Value(Answer::Phone {
                number: text,
                known_prefix: phone.known_prefix(),
            }),
            Ok(_) => Reading::wrong_type(Expected::Phone),
            Err(error) => Reading::refused(error.into()),
        })
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, text: &str, _: Lang) -> Option<String> {
        // "+84912345678" as it is dialled at home, in groups: "0912 345 678".
        let digits = text.strip_prefix("+84")?;
        let (first, rest) = digits.split_at_checked(3)?;
        let (second, third) = rest.split_at_checked(3)?;
        Some(["0", first, " ", second, " ", third].concat())
    }

    fn is_echoed(&self) -> bool {
        true
    }

    fn control(&self) -> &'static Control {
        const {
            &Control {
                autocomplete: "tel",
                ..Control::short("phone", "tel")
            }
        }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Prefix
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
        // A landline or a mobile number.
        serde_json::json!({ "type": "string", "pattern": "^\\+84(2[0-9]{9}|[35789][0-9]{8})$" })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Among(vec![Value::Text("+84900000000".into())])
    }
}

impl From<PhoneError> for Kind {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::NotAPhone | PhoneError::TooLong => Self::PhoneNotAPhone,
            PhoneError::NoLeadingZero => Self::PhoneNoLeadingZero,
            PhoneError::Length { digits, expected } => Self::PhoneLength { digits, expected },
            PhoneError::Shape => Self::PhoneShape,
            PhoneError::OldMobile => Self::PhoneOldMobile,
        }
    }
}
