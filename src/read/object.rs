//! A JSON object is read from an object alone.
//!
//! Serde's derived readers of structs also take a list of the values in the order of the members. Nobody
//! writes such JSON, and no schema of ours allows it; a period given so would be believed by the reader
//! that is derived and refused by the one that reads by tables. So a struct derives its reader with
//! `#[serde(remote = "Self")]`, which makes a function of it and no implementation, and the macros below
//! make the implementation, in which a struct is asked for as a map. Deserialisers refuse a list there.

use serde::de::{Deserializer, Visitor};

/// A deserialiser that gives a struct from a map alone.
pub(crate) struct Object<D>(pub D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Object<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The reader of a struct that derives `Deserialize` with `#[serde(remote = "Self")]`.
macro_rules! from_object {
    ($type:ident $(<$life:lifetime>)?) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $type $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::read::Object(deserializer))
            }
        }
    };
}

/// Reader and writer of a struct that derives both with `#[serde(remote = "Self")]`.
macro_rules! object {
    ($type:ident) => {
        $crate::read::from_object!($type);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }
    };
}

pub(crate) use {from_object, object};
