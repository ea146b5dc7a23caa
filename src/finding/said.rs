//! What a rule says: a code that is declared beside the rule, with the words that it is told with.

use super::Kind;
use crate::calendar::{Date, Instant};
use crate::read::object;
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A code with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Said {
    /// Its stable, dotted code; what it means and how it is worded is declared beside its rule.
    #[serde(deserialize_with = "of_a_rule")]
    pub code: Cow<'static, str>,
    /// Its parameters.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

object!(Said);

/// Parameters by their names, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(Cow<'static, str>, Word)>);

/// What a parameter holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Word {
    /// A number.
    Number(i64),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Instant),
    /// An identity.
    Text(Cow<'static, str>),
}

impl Said {
    /// A code without parameters.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self {
            code: Cow::Borrowed(code),
            params: Params(Vec::new()),
        }
    }

    /// It, with one more parameter.
    #[must_use]
    pub fn with(self, name: &'static str, word: impl Into<Word>) -> Self {
        self.with_word(name, word.into())
    }

    // Compiled once, whatever the word is made of.
    #[inline(never)]
    fn with_word(mut self, name: &'static str, word: Word) -> Self {
        self.params.0.push((Cow::Borrowed(name), word));
        self
    }
}

impl Params {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a parameter holds.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Word> {
        let found = self.0.iter().find(|(there, _)| there == name);
        found.map(|(_, word)| word)
    }
}

/// What the list of kinds has a member for is written as that member, or not at all.
fn of_a_rule<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    let code = String::deserialize(deserializer)?;
    if Kind::ALL.iter().any(|(listed, _)| *listed == code) {
        return Err(D::Error::custom(format_args!("other parameters of {code}")));
    }
    Ok(Cow::Owned(code))
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(self.0.len()))?;
        for (name, word) in &self.0 {
            out.serialize_entry(name, word)?;
        }
        out.end()
    }
}

impl<'de> Deserialize<'de> for Params {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Params;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of parameters")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Params, M::Error> {
                let mut params = Vec::new();
                while let Some((name, word)) = map.next_entry::<String, Word>()? {
                    params.push((Cow::Owned(name), word));
                }
                Ok(Params(params))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

impl From<i64> for Word {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Word {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Date> for Word {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Instant> for Word {
    fn from(moment: Instant) -> Self {
        Self::Moment(moment)
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, Word};
    use crate::calendar::{Date, Instant};
    use crate::finding::{Finding, Path};
    use std::borrow::Cow;

    #[test]
    fn what_a_rule_says_is_read_back_as_it_was_written() {
        let day = Date::parse_iso("2023-03-19").expect("a day");
        let moment = Instant::parse_iso("2023-03-05T00:00:00+07:00").expect("a moment");
        let said = Said::new("figure.sum")
            .with("tally", 4_i64)
            .with("start", day)
            .with("deadline", moment)
            .with("unit", Word::Text(Cow::Borrowed("ward-1")));
        let finding = Finding::info(Path::figure("trees"), said);
        let json = r#"{"severity":"info","path":"/figures/trees","code":"figure.sum","params":{"tally":4,"start":"2023-03-19","deadline":"2023-03-04T17:00:00Z","unit":"ward-1"}}"#;
        assert_eq!(serde_json::to_string(&finding).expect("written"), json);
        assert_eq!(
            serde_json::from_str::<Finding>(json).expect("read"),
            finding
        );
        let bare = r#"{"severity":"error","path":"","code":"figure.evidence"}"#;
        let finding = Finding::error(Path::whole(), Said::new("figure.evidence"));
        assert_eq!(serde_json::to_string(&finding).expect("written"), bare);
        assert_eq!(
            serde_json::from_str::<Finding>(bare).expect("read"),
            finding
        );
    }

    #[test]
    fn what_the_list_has_is_read_with_its_own_parameters_or_not_at_all() {
        for json in [
            r#"{"severity":"error","path":"","code":"number.tooHigh"}"#,
            r#"{"severity":"error","path":"","code":"number.tooHigh","params":{"most":"x"}}"#,
            r#"{"severity":"error","path":""}"#,
        ] {
            assert!(serde_json::from_str::<Finding>(json).is_err(), "{json}");
        }
    }
}
