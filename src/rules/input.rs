//! The inputs of a sheet: one for each field, two for a share.

use crate::finding::Path;
use crate::plan::{Id, Indicator, Measure};

/// Which half of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The part.
    Part,
    /// The whole.
    Whole,
}

/// One input (ô nhập) of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The indicator that it answers.
    pub indicator: Id,
    /// Which half it is, of a share.
    pub half: Option<Half>,
    /// What is asked.
    pub ask: Ask,
    /// Where it stands in drafts, reports and findings.
    pub path: Path,
}

/// What kind of answer an input takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A whole number of `noun`.
    Count {
        /// The noun, which may be typed after the number.
        noun: String,
        /// Whether it can be below zero.
        signed: bool,
    },
    /// An amount of đồng.
    Money,
    /// Done or not.
    Done,
    /// Words, on several lines or on one.
    Text {
        /// Whether line breaks are kept.
        lines: bool,
    },
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A link.
    Link,
}

impl Input {
    /// The inputs of one indicator: one, or part and whole of a share.
    pub(super) fn of(indicator: &Indicator) -> Vec<Self> {
        let id = indicator.id.as_str();
        let one = |half, ask, path| Self {
            indicator: indicator.id.clone(),
            half,
            ask,
            path,
        };
        let count = |noun: &String| Ask::Count {
            noun: noun.clone(),
            signed: indicator.least.is_some_and(|least| least < 0),
        };
        let ask = match &indicator.measure {
            Measure::Share { noun, .. } => {
                return vec![
                    one(Some(Half::Part), count(noun), Path::part(id)),
                    one(Some(Half::Whole), count(noun), Path::whole_of(id)),
                ];
            }
            Measure::Count { noun } => count(noun),
            Measure::Money => Ask::Money,
            Measure::Done => Ask::Done,
            Measure::Text { lines, .. } => Ask::Text { lines: *lines },
            Measure::Date => Ask::Date,
            Measure::Time => Ask::Time,
            Measure::Phone => Ask::Phone,
            Measure::Email => Ask::Email,
            Measure::Link => Ask::Link,
        };
        vec![one(None, ask, Path::figure(id))]
    }

    /// Its key among a draft's figures: `trees`, `members/part`.
    #[must_use]
    pub fn key(&self) -> &str {
        self.path
            .as_str()
            .strip_prefix("/figures/")
            .unwrap_or_default()
    }
}
