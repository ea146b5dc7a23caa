//! Why a text of JSON, or a value in it, was refused.

use super::{Misread, Node};
use std::fmt;

/// Why a text of JSON, or a value in it, was refused; its [`fmt::Display`] says in English how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON.
    NotJson {
        /// What the JSON reader says.
        detail: String,
    },
    /// The text ends in the middle.
    EndsEarly,
    /// An object lacks a field.
    MissingField {
        /// Its name.
        field: String,
    },
    /// An object has a field that it cannot have.
    UnknownField {
        /// Its name.
        field: String,
        /// The fields it could have.
        expected: String,
    },
    /// An object has a field twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// A word that is not one of those that can stand here.
    UnknownWord {
        /// The word.
        found: String,
        /// The words that can.
        expected: String,
    },
    /// A value of another type.
    WrongType {
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// A value of the right type that cannot be, for example the date 2023-02-30.
    WrongValue {
        /// How it must look.
        detail: String,
    },
    /// A format that this version of Phiếu does not read.
    Format {
        /// The format found.
        found: u32,
        /// The format that it reads.
        known: u32,
    },
}

impl Problem {
    /// A value of another type.
    pub(super) fn wrong_type(node: &Node<'_>, expected: &str) -> Self {
        Self::WrongType {
            found: node.found(),
            expected: expected.to_owned(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { detail } => write!(f, "this is not JSON: {detail}"),
            Self::EndsEarly => {
                f.write_str("the text ends here in the middle; is the file complete?")
            }
            Self::MissingField { field } => write!(f, "the field \"{field}\" is missing; add it"),
            Self::UnknownField { field, expected } => {
                write!(
                    f,
                    "there is no field \"{field}\" here; correct its name or take it out (known: {expected})"
                )
            }
            Self::RepeatedField { field } => {
                write!(f, "the field \"{field}\" stands here twice; keep one")
            }
            Self::UnknownWord { found, expected } => {
                write!(f, "\"{found}\" cannot stand here; write one of: {expected}")
            }
            Self::WrongType { found, expected } => {
                write!(f, "here stands {found}; write {expected}")
            }
            Self::WrongValue { detail } => f.write_str(detail),
            Self::Format { found, known } => {
                write!(
                    f,
                    "format {found} is not known; this version reads format {known}"
                )
            }
        }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{} ", self.pointer)?;
        }
        write!(
            f,
            "(line {}, column {}): {}",
            self.line, self.column, self.problem
        )
    }
}

impl std::error::Error for Misread {}
