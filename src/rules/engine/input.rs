//! The inputs of a sheet: one for each field, two for a share or ratio.

use crate::finding::Path;
use crate::plan::{Combine, Field, Id, Indicator, Measure, OnAnswer, Tally};
use crate::report::{Report, Value};
use crate::text::{Mark, exact};
use crate::value::{Column, Estimate};
use std::sync::Arc;

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
    pub measure: Arc<Measure>,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether a number above zero needs an activity with a link as evidence.
    pub evidence: bool,
    /// The smallest number that can be; 0 where the plan says nothing.
    pub least: Option<i64>,
    /// The largest number that can be.
    pub most: Option<i64>,
    /// The largest number that is plausible.
    pub plausible: Option<i64>,
    /// How the numbers of several periods become one.
    pub combine: Combine,
    /// What in the list of activities it counts.
    pub tally: Option<Tally>,
    /// Whether a number that is none exactly is taken.
    pub estimates: bool,
    /// Whether it is a part that may be above its whole.
    pub passes: bool,
    /// The answers upon which it is asked, each with the input that is to give it, which stands before.
    pub upon: Vec<(usize, OnAnswer)>,
    /// Where it stands in drafts, reports and findings.
    pub path: Path,
}

impl Input {
    /// The inputs of one field: one, or part and whole of a share.
    pub(super) fn of(
        field: &Field,
        indicator: &Indicator,
        upon: &[(usize, OnAnswer)],
    ) -> Vec<Self> {
        let id = indicator.id.as_str();
        let one = |half, measure, path| Self {
            indicator: indicator.id.clone(),
            half,
            measure,
            required: field.required,
            evidence: field.evidence,
            least: indicator.least,
            most: indicator.most,
            plausible: indicator.plausible,
            combine: indicator.combine,
            tally: indicator.tally,
            passes: false,
            estimates: indicator.estimates && half.is_none(),
            upon: upon.to_vec(),
            path,
        };
        match indicator.measure.halves() {
            Some(halves) => {
                let half: Arc<Measure> = Arc::new(halves.measure());
                let part = one(Some(Half::Part), Arc::clone(&half), Path::part(id));
                let whole = one(Some(Half::Whole), half, Path::whole_of(id));
                let passes = halves.passes;
                vec![Self { passes, ..part }, whole]
            }
            None => vec![one(None, Arc::clone(&indicator.measure), Path::figure(id))],
        }
    }

    /// The inputs of a column's cell in a row.
    pub(super) fn of_column(column: &Column) -> Vec<Self> {
        let indicator = Indicator {
            id: column.id.clone(),
            label: String::new(),
            hint: None,
            measure: Arc::clone(&column.measure),
            combine: Combine::Sum,
            least: column.least,
            most: column.most,
            plausible: column.plausible,
            estimates: column.estimates,
            tally: None,
            source: None,
        };
        Self::alone(&indicator, column.required)
    }

    /// The inputs of an indicator that is asked beside nothing else.
    pub(super) fn alone(indicator: &Indicator, required: bool) -> Vec<Self> {
        let field = Field {
            indicator: indicator.id.clone(),
            required,
            evidence: false,
            only: None,
        };
        Self::of(&field, indicator, &[])
    }

    /// Its key among a draft's figures: `trees`, `members/part`.
    #[must_use]
    pub fn key(&self) -> &str {
        self.path
            .as_str()
            .strip_prefix("/figures/")
            .unwrap_or_default()
    }

    /// The number that a report holds there. An earlier one was not checked by whoever hands it in: what it says is held to
    /// the exact numbers.
    pub(in crate::rules) fn number_in(&self, report: &Report) -> Option<i64> {
        let number = match (report.figures.get(self.indicator.as_str())?, self.half) {
            (Value::Number(number) | Value::Estimate(Estimate { number, .. }), None) => number,
            (Value::Share { part, .. }, Some(Half::Part)) => part,
            (Value::Share { whole, .. }, Some(Half::Whole)) => whole,
            _ => return None,
        };
        Some(exact(*number))
    }

    /// In which way it is none exactly, where it is none.
    pub(in crate::rules) fn mark_in(&self, report: &Report) -> Option<Mark> {
        match report.figures.get(self.indicator.as_str())? {
            Value::Estimate(Estimate { is, .. }) => Some(*is),
            _ => None,
        }
    }

    /// The number where the report says it exactly.
    pub(in crate::rules) fn exact_in(&self, report: &Report) -> Option<i64> {
        let is_exact = self.mark_in(report).is_none();
        is_exact.then(|| self.number_in(report))?
    }
}
