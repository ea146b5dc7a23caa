//! What is between a number that was read and one that was not: a text with two readings.

use super::decimal::Decimal;
use super::number::NumberError;

/// The two readings of a text; none where it would be too large or too exact to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    /// With decimal places.
    pub decimal: Option<Decimal>,
    /// With the mark between thousands, or there by mistake.
    pub whole: Option<Decimal>,
}

impl Doubt {
    /// Whether it is below zero either way.
    pub(super) fn is_negative(self) -> bool {
        self.decimal
            .or(self.whole)
            .is_some_and(|number| number.digits() < 0)
    }
}

/// Why a text was not read as a number.
pub(super) enum Unread {
    /// It has two readings. Which of them can be typed instead, and how, depends on what is asked.
    Doubtful(Doubt),
    /// It has none.
    Wrong(NumberError),
}

impl From<NumberError> for Unread {
    fn from(error: NumberError) -> Self {
        Self::Wrong(error)
    }
}

impl Unread {
    /// As an error: `write` writes a reading as it is to be typed, and leaves out one that would be refused. Where none is
    /// left, `otherwise` is what is wrong.
    pub(super) fn said(
        self,
        otherwise: NumberError,
        write: &dyn Fn(Decimal) -> Option<String>,
    ) -> NumberError {
        match self {
            Self::Wrong(error) => error,
            Self::Doubtful(Doubt { decimal, whole }) => {
                let mut readings = Vec::new();
                for number in [decimal, whole] {
                    readings.extend(number.and_then(write));
                }
                if readings.is_empty() {
                    otherwise
                } else {
                    NumberError::Ambiguous { readings }
                }
            }
        }
    }
}
