//! The registry of the kinds: from its lines come [`Measure`](super::Measure), its JSON, and the way to each answer.

use super::Counted;
use crate::text;

/// Declares the kinds of value: those whose JSON in a plan is a word, and those that state more of themselves. A line
/// is all that adds one.
macro_rules! kinds {
    (
        words { $( $word:ident $word_file:ident::$word_type:ident, )+ }
        records { $( $record:ident $file:ident::$type:ident, )+ }
    ) => {
        $( mod $word_file; pub use self::$word_file::$word_type; )+
        $( mod $file; pub use self::$file::$type; )+

        /// What kind of value answers an indicator.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Measure {
            $( #[doc = concat!("[`", stringify!($word_type), "`].")] $word($word_type), )+
            $( #[doc = concat!("[`", stringify!($type), "`].")] $record($type), )+
        }

        $( impl From<$word_type> for Measure {
            fn from(kind: $word_type) -> Self { Self::$word(kind) }
        } )+
        $( impl From<$type> for Measure {
            fn from(kind: $type) -> Self { Self::$record(kind) }
        } )+

        impl $crate::read::Read for Measure {
            fn read(
                node: &$crate::read::Node<'_>,
                reader: &mut $crate::read::Reader,
            ) -> Self {
                let (name, content) = reader.variant(
                    node,
                    &[$( stringify!($word) ),+],
                    &[$( stringify!($record) ),+],
                );
                $( if name == stringify!($word) { return Self::$word($word_type); } )+
                $( if name == stringify!($record) {
                    return Self::$record($crate::read::Read::read(content, reader));
                } )+
                Self::Done(DoneMeasure)
            }
        }

        impl serde::Serialize for Measure {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let name = self.control().kind;
                match self {
                    $( Self::$word(_) => serializer.serialize_str(name), )+
                    $( Self::$record(kind) => {
                        serializer.serialize_newtype_variant("Measure", 0, name, kind)
                    } )+
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Measure {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Measure".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                measure::schema(vec![
                    $( (stringify!($word), false, $word_type::json_schema(generator)), )+
                    $( (stringify!($record), true, $type::json_schema(generator)), )+
                ])
            }
        }

        impl Measure {
            measure::each! { [$( $word )+ $( $record )+]
                fn expected() -> crate::finding::Expected;
                fn typed(text: &str, asked: &Asked) -> Reading<Answer<'static>>;
                fn halves() -> Option<Halves<'_>>;
                fn counted() -> Counted<'_>;
                fn in_words(text: &str, lang: crate::text::Lang) -> Option<String>;
                fn is_echoed() -> bool;
                fn control() -> &'static Control;
                fn choices(lang: crate::text::Lang) -> Vec<Choice>;
                fn held() -> Held;
                fn carry() -> Carry;
                fn roll_up() -> RollUp<'_>;
            }

            pub(crate) fn reported<'a>(&self, raw: Raw<'a>) -> Reading<Answer<'a>> {
                match self {
                    $( Self::$word(kind) => kind.reported(raw), )+
                    $( Self::$record(kind) => kind.reported(raw), )+
                }
                .unwrap_or_else(|| Reading::wrong_type(self.expected()))
            }

            pub(crate) fn verify(&self, parts: &mut impl Parts) {
                match self {
                    $( Self::$word(kind) => kind.verify(parts), )+
                    $( Self::$record(kind) => kind.verify(parts), )+
                }
            }

            #[cfg(feature = "schema")]
            pub(crate) fn schema(&self, bounds: Bounds) -> serde_json::Value {
                match self {
                    $( Self::$word(kind) => kind.schema(bounds), )+
                    $( Self::$record(kind) => kind.schema(bounds), )+
                }
            }

            #[cfg(feature = "sample")]
            pub(crate) fn invented(&self) -> Invented<'_> {
                match self {
                    $( Self::$word(kind) => kind.invented(), )+
                    $( Self::$record(kind) => kind.invented(), )+
                }
            }
        }
    };
}

impl super::Measure {
    /// What a number of it counts, where the plan names it: "người", "cây", "km".
    pub(crate) fn noun(&self) -> Option<&str> {
        match self.counted() {
            Counted::Noun(noun) | Counted::Unit { unit: noun, .. } => Some(noun),
            Counted::Nothing | Counted::Dong => None,
        }
    }

    /// A number of it: "8.000 người", "1,5 tỷ đồng", "8,5 km"; the bare number where it counts nothing.
    pub(crate) fn quantity(&self, number: i64) -> String {
        match self.counted() {
            Counted::Nothing => text::format_count(number),
            Counted::Noun(noun) => [&text::format_count(number), " ", noun].concat(),
            Counted::Dong => text::echo_dong(number),
            Counted::Unit { unit, decimals } => {
                [&text::format_typed(number, decimals), " ", unit].concat()
            }
        }
    }

    /// A number of it beside one that names what both count: "25" of "25 – 35 hội viên". Đồng are named with each.
    pub(crate) fn beside(&self, number: i64) -> String {
        match self.counted() {
            Counted::Nothing | Counted::Noun(_) => text::format_count(number),
            Counted::Unit { decimals, .. } => text::format_typed(number, decimals),
            Counted::Dong => self.quantity(number),
        }
    }

    /// A part against its whole: "30/40 người", "1,5 tỷ đồng/2 tỷ đồng".
    pub(crate) fn part_of(&self, part: i64, whole: i64) -> String {
        let part = match self.counted() {
            Counted::Nothing | Counted::Noun(_) => text::format_count(part),
            Counted::Dong | Counted::Unit { .. } => self.quantity(part),
        };
        [&*part, "/", &self.quantity(whole)].concat()
    }

    /// A number of it as a person would type it: "8000", "8,5 km".
    pub(crate) fn as_typed(&self, number: i64) -> String {
        match self.counted() {
            Counted::Unit { .. } => self.quantity(number),
            Counted::Nothing | Counted::Noun(_) | Counted::Dong => number.to_string(),
        }
    }
}

impl super::Halves<'_> {
    /// What kind of value each half is.
    pub(crate) fn measure(self) -> super::Measure {
        let noun = match self.counted {
            Counted::Dong => return super::MoneyMeasure.into(),
            Counted::Noun(noun) | Counted::Unit { unit: noun, .. } => noun.to_owned(),
            Counted::Nothing => String::new(),
        };
        super::CountMeasure { noun }.into()
    }
}

/// Hands a question to whichever kind a measure is.
macro_rules! each {
    ($all:tt $( fn $name:ident($($arg:ident: $type:ty),*) -> $answer:ty; )+) => {
        $( measure::each!(@one $all $name ($($arg),*) ($($arg: $type),*) $answer); )+
    };
    (@one [$( $kind:ident )+] $name:ident $args:tt ($($params:tt)*) $answer:ty) => {
        pub(crate) fn $name(&self, $($params)*) -> $answer {
            match self { $( Self::$kind(kind) => kind.$name $args, )+ }
        }
    };
}

pub(super) use {each, kinds};

/// The JSON Schema of a measure: each kind by its name, a word or an object of one member.
#[cfg(feature = "schema")]
pub(super) fn schema(kinds: Vec<(&str, bool, schemars::Schema)>) -> schemars::Schema {
    let one_of: Vec<_> = kinds
        .into_iter()
        .map(|(variant, is_record, own)| {
            let name = variant.to_ascii_lowercase();
            let mut own = own.to_value();
            let description = own
                .as_object_mut()
                .and_then(|own| own.remove("description"));
            let mut kind = if is_record {
                serde_json::json!({
                    "type": "object",
                    "properties": { &*name: own },
                    "required": [name],
                    "additionalProperties": false,
                })
            } else {
                serde_json::json!({ "type": "string", "const": name })
            };
            if let Some(description) = description {
                kind["description"] = description;
            }
            kind
        })
        .collect();
    schemars::json_schema!({ "description": "What kind of value answers an indicator.", "oneOf": one_of })
}
