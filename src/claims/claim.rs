//! One activity as a report lists it.

use crate::calendar::{Date, Period};

/// An activity that a report lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Claim {
    pub from: Date,
    pub to: Date,
    pub title: Box<str>,
    pub place: Option<Box<str>>,
    pub participants: Option<i64>,
    /// The activity of the plan that it is.
    pub planned: Option<Box<str>>,
}

impl Claim {
    pub fn period(&self) -> Period {
        Period::new(self.from, self.to).unwrap_or(Period::day(self.from))
    }
}
