//! The draft: what was typed.

use super::bounds::{MAX_ACTIVITIES, MAX_EXPLANATIONS, MAX_FIGURES};
use super::shape::too_many;
use super::{DraftActivity, Explanation, FORMAT};
use crate::calendar::Period;
use crate::finding::Finding;
use crate::plan::Plan;
use crate::read::record;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use validator::{Validate, ValidationError};

/// A draft (bản nháp): raw text, right or wrong, always kept; pinned to the plan's version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(
    clippy::duplicated_attributes,
    reason = "validator takes one attribute for each function"
)]
#[validate(schema(function = "figures_bounded", skip_on_field_errors = false))]
#[validate(schema(function = "activities_bounded", skip_on_field_errors = false))]
#[validate(schema(function = "explanations_bounded", skip_on_field_errors = false))]
pub struct Draft {
    /// The version of the JSON format: [`FORMAT`].
    #[validate(range(min = FORMAT, max = FORMAT, code = "report.format"))]
    pub format: u32,
    /// The plan's identity.
    pub plan: String,
    /// The plan's version.
    pub plan_version: u32,
    /// The duty.
    pub duty: String,
    /// The unit that reports.
    pub unit: String,
    /// The days that the report covers.
    pub period: Period,
    /// What was typed, by indicator; the halves of a share under `ID/part` and `ID/whole`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<String, String>,
    /// The activities listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(nested)]
    pub activities: Vec<DraftActivity>,
    /// Explanations of warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(nested)]
    pub explanations: Vec<Explanation>,
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
            figures: BTreeMap::new(),
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
}

fn figures_bounded(draft: &Draft) -> Result<(), ValidationError> {
    too_many("figures.tooMany", draft.figures.len(), MAX_FIGURES)
}

fn activities_bounded(draft: &Draft) -> Result<(), ValidationError> {
    too_many("activities.tooMany", draft.activities.len(), MAX_ACTIVITIES)
}

fn explanations_bounded(draft: &Draft) -> Result<(), ValidationError> {
    too_many(
        "explanations.tooMany",
        draft.explanations.len(),
        MAX_EXPLANATIONS,
    )
}

record!(Draft {
    format, plan, plan_version, duty, unit, period;
    figures, activities, explanations
});
