//! Serde, `Display` and `Debug` for the calendar types that are written as one ISO 8601 string.

/// Implements the string form of a type that has `parse_iso(&str) -> Result<Self, E>` and `to_iso(&self) -> String`.
///
/// `$blank` stands for a text that could not be read, and for none. `$expected` says in one sentence how the string must look. The refused value itself is left out of the error: it may
/// be something that a person typed.
macro_rules! iso_string {
    ($type:ty, $blank:expr, $expected:literal) => {
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.to_iso())
            }
        }

        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.to_iso())
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_iso())
            }
        }

        impl $crate::read::Read for $type {
            fn read(node: &$crate::read::Node<'_>, reader: &mut $crate::read::Reader) -> Self {
                let before = reader.count();
                let text = reader.text(node, $expected);
                <$type>::parse_iso(text).unwrap_or_else(|error| {
                    if reader.count() == before {
                        reader.refuse_value(node, error.describe($expected));
                    }
                    $blank
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;

                impl serde::de::Visitor<'_> for Text {
                    type Value = $type;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        <$type>::parse_iso(text)
                            .map_err(|error| E::custom(error.describe($expected)))
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }
    };
}

pub(super) use iso_string;
