//! Names by which the parts of a plan refer to each other.

use crate::read::{Node, Read, Reader};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

/// The identity (mã) of a plan or of one of its parts: 1 to 64 characters of `a` to `z`, `0` to `9`
/// and hyphens, with a letter or digit at both ends. Stable across versions of a plan; names and
/// titles are not keys, because units merge and titles are written in several ways.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(Box<str>);

impl Id {
    /// The longest identity, in characters.
    pub const MAX: usize = 64;

    /// Checks `text` as an identity.
    ///
    /// # Errors
    /// [`IdError`] when it is empty, longer than [`Id::MAX`], begins or ends with a hyphen, or holds
    /// a character other than `a`–`z`, `0`–`9` and `-`.
    pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
        let text = text.into();
        let bytes = text.as_bytes();
        let edge = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
        let fits = bytes.len() <= Self::MAX
            && edge(bytes.first())
            && edge(bytes.last())
            && bytes
                .iter()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-');
        if fits {
            Ok(Self(text.into_boxed_str()))
        } else {
            Err(IdError)
        }
    }

    /// In place of an identity, where none is known.
    pub(crate) fn blank() -> Self {
        Self(Box::default())
    }

    /// The identity as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is no identity; its sentence says what one looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 1 to 64 of a-z, 0-9 and '-', for example \"weekly-report\"")
    }
}

impl std::error::Error for IdError {}

impl TryFrom<String> for Id {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0.into_string()
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl Read for Id {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let before = reader.count();
        let text = reader.text(node, "a string");
        Self::new(text).unwrap_or_else(|error| {
            if reader.count() == before {
                reader.refuse_value(node, &error.to_string());
            }
            Self::blank()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn an_identity_is_short_plain_and_hyphenated() {
        for good in [
            "weekly",
            "phuong-tay-thanh",
            "t3",
            "a",
            "2023-q1",
            &"x".repeat(64),
        ] {
            assert!(Id::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "-a",
            "a-",
            "Weekly",
            "tây-thạnh",
            "a b",
            "a/b",
            "__proto__",
            &"x".repeat(65),
        ] {
            assert!(Id::new(bad).is_err(), "{bad}");
        }
    }
}
