//! The inputs of a sheet: one for each field, two for a share.

use crate::finding::Path;
use crate::plan::{Id, Indicator, Measure};
use crate::value::{CountMeasure, Halves};

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
    /// What kind of value answers it.
    pub measure: Measure,
    /// Whether a number can be below zero.
    pub signed: bool,
    /// Where it stands in drafts, reports and findings.
    pub path: Path,
}

impl Input {
    /// The inputs of one indicator: one, or part and whole of a share.
    pub(in crate::rules) fn of(indicator: &Indicator) -> Vec<Self> {
        let id = indicator.id.as_str();
        let one = |half, measure, path| Self {
            indicator: indicator.id.clone(),
            half,
            measure,
            signed: indicator.least.is_some_and(|least| least < 0),
            path,
        };
        match indicator.measure.halves() {
            Some(Halves { noun, .. }) => {
                let count = || {
                    CountMeasure {
                        noun: noun.to_owned(),
                    }
                    .into()
                };
                vec![
                    one(Some(Half::Part), count(), Path::part(id)),
                    one(Some(Half::Whole), count(), Path::whole_of(id)),
                ]
            }
            None => vec![one(None, indicator.measure.clone(), Path::figure(id))],
        }
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
