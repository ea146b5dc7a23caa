//! What became of an input, and what was understood of it.

use super::File;
use super::figures::Figures;
use super::json::{Estimate, Value};
use crate::calendar::{Date, Period, Time};
use crate::finding::{Expected, Kind};
use crate::text::MAX_EXACT;
use std::borrow::Cow;
use std::sync::Arc;

/// What became of one input: blank, impossible, or understood. Implausible is for the rules to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// Nothing was entered.
    Blank,
    /// What was entered cannot be read, and why; whoever says it shares it.
    Wrong(Arc<Kind>),
    /// What was understood.
    Value(T),
}

impl<T> Reading<T> {
    /// What was understood, if anything was.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::Wrong(_) => None,
        }
    }

    /// Whether nothing was entered.
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Why what was entered cannot be read.
    pub const fn wrong(&self) -> Option<&Arc<Kind>> {
        match self {
            Self::Wrong(kind) => Some(kind),
            Self::Blank | Self::Value(_) => None,
        }
    }

    pub(crate) fn of<E: Into<Kind>>(result: Result<T, E>) -> Self {
        match result {
            Ok(value) => Self::Value(value),
            Err(error) => Self::refused(error.into()),
        }
    }

    /// The value of a report is of another type than is asked.
    pub(crate) fn wrong_type(expected: Expected) -> Self {
        Self::refused(Kind::ReportWrongType { expected })
    }

    /// What was entered cannot be read.
    pub(crate) fn refused(kind: Kind) -> Self {
        Self::Wrong(Arc::new(kind))
    }
}

/// An answer that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// A count, đồng, or one half of a share.
    Number(i64),
    /// A number that is none exactly.
    Estimate(Estimate),
    /// Done or not.
    Done(bool),
    /// Words, an e-mail address, a link, or an answer of a list by its identity.
    Text(Cow<'a, str>),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A phone number.
    Phone {
        /// In the form "+84…".
        number: Cow<'a, str>,
        /// Whether an operator is known by its prefix.
        known_prefix: bool,
    },
    /// Several answers of a list, by their identities.
    List(Vec<Cow<'a, str>>),
    /// Files.
    Files(Vec<File>),
    /// Rows of a table, which are read cell by cell elsewhere.
    Table,
}

impl Answer<'_> {
    /// The answer as a report carries it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        match self {
            Self::Number(number) => Value::Number(*number),
            Self::Estimate(estimate) => Value::Estimate(*estimate),
            Self::Done(done) => Value::Done(*done),
            Self::Text(text) => Value::Text(text.to_string()),
            Self::Date(date) => Value::Text(date.to_string()),
            Self::Time(time) => Value::Text(time.to_string()),
            Self::Phone { number, .. } => Value::Text(number.to_string()),
            Self::List(items) => Value::List(items.iter().map(ToString::to_string).collect()),
            Self::Files(files) => Value::Files(files.clone()),
            Self::Table => Value::Table(Vec::new()),
        }
    }
}

/// What a reader of typed text knows of what is asked, beside its kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// The plan's days, which settle a year that is not written.
    pub plan: Period,
    /// Whether a number can be below zero.
    pub signed: bool,
}

/// A value as it stands in the JSON, borrowed where that can be.
#[derive(Clone, Debug)]
pub(crate) enum Raw<'a> {
    Number(i64),
    Estimate(Estimate),
    Done(bool),
    Share {
        part: i64,
        whole: i64,
    },
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Files(Vec<File>),
    /// Rows, each with its answers by column.
    Table(Vec<RawRow<'a>>),
}

/// A row of a table as it stands in the JSON.
pub(crate) type RawRow<'a> = Vec<(Cow<'a, str>, Raw<'a>)>;

impl<'a> From<&'a Value> for Raw<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(*number),
            Value::Estimate(estimate) => Self::Estimate(*estimate),
            Value::Done(done) => Self::Done(*done),
            Value::Share { part, whole } => Self::Share {
                part: *part,
                whole: *whole,
            },
            Value::Text(text) => Self::Text(Cow::Borrowed(text)),
            Value::List(items) => {
                Self::List(items.iter().map(|item| Cow::Borrowed(&**item)).collect())
            }
            Value::Files(files) => Self::Files(files.clone()),
            Value::Table(rows) => {
                let row = |row: &'a Figures<Value>| {
                    let cells = row.iter();
                    cells
                        .map(|(key, value)| (Cow::Borrowed(key), Self::from(value)))
                        .collect()
                };
                Self::Table(rows.iter().map(row).collect())
            }
        }
    }
}

/// The number, where it is kept exactly.
pub(crate) fn exact_number(number: i64) -> Result<i64, Kind> {
    if number.unsigned_abs() <= MAX_EXACT.unsigned_abs() {
        Ok(number)
    } else {
        Err(Kind::NumberTooLarge { most: MAX_EXACT })
    }
}

/// The text where it is written as what was understood of it is kept. A report is not read generously as
/// typed text is: its bytes are what is kept, compared and handed on.
pub(crate) fn canonical<E: Into<Kind>>(
    understood: Result<String, E>,
    text: Cow<'_, str>,
    expected: Expected,
) -> Result<Cow<'_, str>, Kind> {
    match understood {
        Ok(understood) if understood == *text => Ok(text),
        Ok(_) => Err(Kind::ReportWrongType { expected }),
        Err(error) => Err(error.into()),
    }
}
