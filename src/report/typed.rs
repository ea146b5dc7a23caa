//! The report: what was understood.

use super::bounds::{MAX_ACTIVITIES, MAX_EXPLANATIONS, MAX_FIGURES};
use super::shape::too_many;
use super::{Explanation, FORMAT, Figures, ReportActivity, Value};
use crate::calendar::Period;
use crate::encoding::digest;
use crate::finding::Finding;
use crate::read::{object, record};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

/// A report (báo cáo): a draft that parsed. Only the check makes one; one that came by wire is checked
/// again before it is believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[expect(
    clippy::duplicated_attributes,
    reason = "validator takes one attribute for each function"
)]
#[validate(schema(function = "figures_bounded", skip_on_field_errors = false))]
#[validate(schema(function = "activities_bounded", skip_on_field_errors = false))]
#[validate(schema(function = "explanations_bounded", skip_on_field_errors = false))]
pub struct Report {
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
    /// The figures by indicator.
    #[serde(default, skip_serializing_if = "Figures::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Value>")
    )]
    pub figures: Figures<Value>,
    /// The activities listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<ReportActivity>,
    /// Explanations of warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(nested)]
    pub explanations: Vec<Explanation>,
}

object!(Report);

impl Report {
    /// Reads a report from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column: text that is not JSON, a member missing, unknown
    /// or of the wrong type, a figure that stands twice, a number that is not whole, a date or period that
    /// cannot be.
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }

    /// Its canonical JSON: members in the order of this type, figures sorted by indicator, no spaces.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        // Only a map with keys that are not text can fail to be written, and there is none.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The SHA-256 of its canonical JSON, as 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        digest(&self.canonical())
    }
}

fn figures_bounded(report: &Report) -> Result<(), ValidationError> {
    too_many("figures.tooMany", report.figures.len(), MAX_FIGURES)
}

fn activities_bounded(report: &Report) -> Result<(), ValidationError> {
    too_many(
        "activities.tooMany",
        report.activities.len(),
        MAX_ACTIVITIES,
    )
}

fn explanations_bounded(report: &Report) -> Result<(), ValidationError> {
    too_many(
        "explanations.tooMany",
        report.explanations.len(),
        MAX_EXPLANATIONS,
    )
}

record!(Report {
    format, plan, plan_version, duty, unit, period;
    figures, activities, explanations
});
