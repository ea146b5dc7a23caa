//! The value of a figure as a report carries it.

use super::File;
use super::answer::Raw;
use super::figures::Figures;
use crate::read::{Json, Node, Read, Reader, record};
use crate::text::Mark;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The value of one figure (giá trị). In JSON the bare value: `100`, `true`, `"2023-03-01"`,
/// `{"part":30,"whole":40}`. Which one is asked follows from the indicator's measure: a count and
/// money are numbers, a date is text as "2023-03-01", a time as "07:30", a phone number as
/// "+84912345678".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Value {
    /// A whole number: a count, đồng, or the steps of a quantity.
    Number(i64),
    /// Done or not.
    Done(bool),
    /// A share, as part and whole.
    Share {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// A number that is none exactly, where the plan takes such.
    Estimate(Estimate),
    /// Words, a date, a time, a phone number, an address, an answer of a list.
    Text(String),
    /// Several answers of a list.
    List(Vec<String>),
    /// Files, by what they are.
    Files(Vec<File>),
    /// Rows of a table, each with its answers by column; none of them is a table.
    Table(
        #[cfg_attr(
            feature = "schema",
            schemars(with = "Vec<std::collections::BTreeMap<String, Value>>")
        )]
        Vec<Figures<Value>>,
    ),
}

/// A number that is none exactly (số ước lượng): in JSON `{"number":300,"is":"above"}` for "trên 300".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct Estimate {
    /// The number that was named.
    pub number: i64,
    /// In which way it is none exactly.
    pub is: Mark,
}

record!(Estimate { number, is; });

impl Value {
    /// A number, or in which way it is none exactly.
    #[must_use]
    pub fn telling(number: i64, is: Option<Mark>) -> Self {
        is.map_or(Self::Number(number), |is| {
            Self::Estimate(Estimate { number, is })
        })
    }

    /// The number of a count, money or quantity that is given, and in which way it is none exactly, where it is none.
    #[must_use]
    pub fn told(&self) -> Option<(i64, Option<Mark>)> {
        match self {
            Self::Number(number) => Some((*number, None)),
            Self::Estimate(Estimate { number, is }) => Some((*number, Some(*is))),
            Self::Done(_)
            | Self::Share { .. }
            | Self::Text(_)
            | Self::List(_)
            | Self::Files(_)
            | Self::Table(_) => None,
        }
    }

    /// The exact number of a count, money or quantity.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Done(_)
            | Self::Share { .. }
            | Self::Estimate(_)
            | Self::Text(_)
            | Self::List(_)
            | Self::Files(_)
            | Self::Table(_) => None,
        }
    }
}

// By hand: the derived one for untagged enumerations buffers every value and says only "did not match".
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

const EXPECTED: &str = "a whole number, true or false, text, a list of texts, files or rows, {\"part\":…,\"whole\":…}, or {\"number\":…,\"is\":…}";

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_bool<E: Error>(self, done: bool) -> Result<Value, E> {
        Ok(Value::Done(done))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number)
            .map(Value::Number)
            .map_err(|_| E::custom("the number is too large"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let (mut list, mut files, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(item) = items.next_element()? {
            match item {
                Item::Text(text) => list.push(text),
                Item::File(file) => files.push(file),
                Item::Row(row) => rows.push(row),
            }
        }
        match (list.is_empty(), files.is_empty(), rows.is_empty()) {
            (_, true, true) => Ok(Value::List(list)),
            (true, false, true) => Ok(Value::Files(files)),
            (true, true, false) => Ok(Value::Table(rows)),
            _ => Err(A::Error::custom(MIXED)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (mut part, mut whole, mut number, mut is) = (None, None, None, None);
        while let Some(key) = map.next_key::<Half>()? {
            let half = match key {
                Half::Part => &mut part,
                Half::Whole => &mut whole,
                Half::Number => &mut number,
                Half::Is => {
                    if is.replace(map.next_value()?).is_some() {
                        return Err(A::Error::custom("what an estimate is stands twice"));
                    }
                    continue;
                }
                Half::Other => {
                    map.next_value::<IgnoredAny>()?;
                    return Err(A::Error::custom(
                        "a share has a part and a whole, and nothing else",
                    ));
                }
            };
            if half.replace(map.next_value()?).is_some() {
                return Err(A::Error::custom("the same half of a share stands twice"));
            }
        }
        match (part, whole, number, is) {
            (Some(part), Some(whole), None, None) => Ok(Value::Share { part, whole }),
            (None, None, Some(number), Some(is)) => Ok(Value::Estimate(Estimate { number, is })),
            (None, _, None, None) => Err(A::Error::missing_field("part")),
            (_, None, None, None) => Err(A::Error::missing_field("whole")),
            (None, None, None, _) => Err(A::Error::missing_field("number")),
            (None, None, _, None) => Err(A::Error::missing_field("is")),
            _ => Err(A::Error::custom("a share is no estimate")),
        }
    }
}

const MIXED: &str = "a list is of texts, of files or of rows, and of one of them alone";

/// The member by which a file is known from a row.
pub(crate) const HASH: &str = "hash";
const NO_FILE: &str = "a file has a hash, a name, bytes and a kind, and nothing else";

/// What a list holds.
enum Item {
    Text(String),
    File(File),
    Row(Figures<Value>),
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyItem;

        impl<'de> Visitor<'de> for AnyItem {
            type Value = Item;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, a file, or a row")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Item, E> {
                Ok(Item::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Item, A::Error> {
                let row = serde::de::value::MapAccessDeserializer::new(map);
                let row: Figures<Value> = Figures::deserialize(row)?;
                // No column bears the name by which a file is known.
                if row.get(HASH).is_none() {
                    return Ok(Item::Row(row));
                }
                let file = File::of_members(|key| row.get(key).map(Raw::from), row.len());
                file.map(Item::File)
                    .ok_or_else(|| A::Error::custom(NO_FILE))
            }
        }

        deserializer.deserialize_any(AnyItem)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Half {
    Part,
    Whole,
    Number,
    Is,
    #[serde(other)]
    Other,
}

impl Read for Value {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        match &node.value {
            Json::Whole(number) => Self::Number(*number),
            Json::Flag(done) => Self::Done(*done),
            Json::Text(text) => Self::Text(text.clone().into_owned()),
            Json::List(items) if items.iter().any(|item| !item.member(HASH).is_absent()) => {
                Self::Files(Read::read(node, reader))
            }
            Json::List(items) if matches!(items.first(), Some(item) if matches!(item.value, Json::Object(_))) => {
                Self::Table(Read::read(node, reader))
            }
            Json::List(_) => Self::List(Read::read(node, reader)),
            Json::Object(members) if members.iter().any(|(key, _)| *key == "number") => {
                Self::Estimate(Read::read(node, reader))
            }
            Json::Object(_) => {
                let [part, whole] = reader.object(node, &["part", "whole"], &[]);
                let (part, whole) = (Read::read(part, reader), Read::read(whole, reader));
                Self::Share { part, whole }
            }
            _ => {
                reader.refuse_type(node, EXPECTED);
                Self::Done(false)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Figures, Value};
    use crate::text::Mark;
    use crate::value::{File, FileKind};

    #[test]
    fn a_value_is_the_bare_json_value() {
        let good = [
            ("100", Value::Number(100)),
            ("-1", Value::Number(-1)),
            ("true", Value::Done(true)),
            (
                r#"{"part":30,"whole":40}"#,
                Value::Share {
                    part: 30,
                    whole: 40,
                },
            ),
            (
                r#"{"number":300,"is":"above"}"#,
                Value::Estimate(Estimate {
                    number: 300,
                    is: Mark::Above,
                }),
            ),
            (r#""7g30""#, Value::Text("7g30".into())),
            (r#"["a","b"]"#, Value::List(vec!["a".into(), "b".into()])),
            ("[]", Value::List(vec![])),
            (
                r#"[{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"}]"#,
                Value::Files(vec![File {
                    hash: "0a".into(),
                    name: "a.pdf".into(),
                    bytes: 1,
                    kind: FileKind::Pdf,
                }]),
            ),
            (
                r#"[{"name":"a","value":5},{}]"#,
                Value::Table(vec![
                    [
                        ("name".to_owned(), Value::Text("a".into())),
                        ("value".to_owned(), Value::Number(5)),
                    ]
                    .into(),
                    Figures::new(),
                ]),
            ),
        ];
        for (json, value) in good {
            assert_eq!(serde_json::from_str::<Value>(json).expect(json), value);
            assert_eq!(crate::read::from_str::<Value>(json).expect(json), value);
            assert_eq!(serde_json::to_string(&value).expect(json), json);
        }
        let bad = [
            "1.5",
            "1e3",
            "1e999",
            "9223372036854775808",
            "null",
            "[1]",
            r#"["a",["b"]]"#,
            r#"["a",{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"}]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"},"a"]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1,"kind":"exe"}]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1.5,"kind":"pdf"}]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1}]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf","x":1}]"#,
            r#"[{"hash":"0a","hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"}]"#,
            r#"["a",{"name":"a"}]"#,
            r#"[{"name":"a"},"a"]"#,
            r#"[{"name":"a","name":"b"}]"#,
            r#"[{"name":null}]"#,
            r#"[{"name":"a"},{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"}]"#,
            r#"[{"hash":"0a","name":"a.pdf","bytes":1,"kind":"pdf"},{"name":"a"}]"#,
            "{}",
            r#"{"part":1}"#,
            r#"{"part":1,"whole":2,"x":3}"#,
            r#"{"part":1,"part":1,"whole":2}"#,
            r#"{"part":"1","whole":2}"#,
            r#"{"number":1}"#,
            r#"{"is":"above"}"#,
            r#"{"number":1,"is":"some"}"#,
            r#"{"number":1,"is":"above","is":"above"}"#,
            r#"{"number":1,"is":"above","part":1}"#,
            r#"{"part":1,"whole":2,"is":"above"}"#,
        ];
        for json in bad {
            assert!(serde_json::from_str::<Value>(json).is_err(), "{json}");
            assert!(crate::read::from_str::<Value>(json).is_err(), "{json}");
        }
    }
}
