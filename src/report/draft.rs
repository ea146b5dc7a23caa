//! The draft: what was typed.

use super::bounds::{MAX_ACTIVITIES, MAX_EXPLANATIONS, MAX_FIGURES};
use super::document::document;
use super::members::hold;
use super::{DraftActivity, Explanation, FORMAT, Figures};
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path, sort};
use crate::plan::Plan;
use validator::Validate;

document! {
    /// A draft (bản nháp): raw text, right or wrong, always kept; pinned to the plan's version.
    pub struct Draft of String {
        /// What was typed, by indicator; the halves of a share under `ID/part` and `ID/whole`.
        #[cfg_attr(
            feature = "schema",
            schemars(with = "std::collections::BTreeMap<String, String>")
        )]
        figures: Figures<String>,
        /// The activities listed.
        #[validate(nested)]
        activities: DraftActivity,
    }
}

impl Draft {
    /// An empty draft.
    #[must_use]
    pub fn new(plan: &Plan, duty: &str, unit: &str, period: Period) -> Self {
        Self {
            format: FORMAT,
            plan: plan.id.as_str().to_owned(),
            plan_version: plan.version,
            duty: duty.to_owned(),
            unit: unit.to_owned(),
            period,
            figures: Figures::new(),
            activities: Vec::new(),
            explanations: Vec::new(),
        }
    }

    /// Reads a draft from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column: text that is not JSON, a member missing, unknown
    /// or of the wrong type, a period that ends before it begins.
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }

    /// What [`super::shape()`] says of it, without `validator`: a form checks drafts alone, and its module has no
    /// room for more.
    #[must_use]
    pub fn bounds(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.format != FORMAT {
            let kind = Kind::ReportFormat { expected: FORMAT };
            findings.push(Finding::error(Path::top("format"), kind));
        }
        hold(self, &Path::whole(), &mut findings);
        for (index, activity) in self.activities.iter().enumerate() {
            hold(activity, &Path::activity(index), &mut findings);
        }
        for (index, line) in self.explanations.iter().enumerate() {
            hold(line, &Path::top("explanations").at(index), &mut findings);
        }
        sort(&mut findings);
        findings
    }
}
