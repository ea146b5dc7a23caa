//! The report: what was understood.

use super::bounds::{MAX_ACTIVITIES, MAX_EXPLANATIONS, MAX_FIGURES};
use super::document::document;
use super::members::{Counted, Words};
use super::{Explanation, FORMAT, Figures, ReportActivity, Value};
use crate::calendar::Period;
use crate::encoding::digest;
use crate::finding::Finding;
use validator::Validate;

// Its words and figures are its own, or borrowed from the bytes of many reports.
document! {
    /// A report (báo cáo): a draft that parsed. Only the check makes one; one that came by wire is checked
    /// again before it is believed.
    #[cfg_attr(feature = "schema", schemars(rename = "Report"))]
    pub struct Report<T: Words = String, F: Counted = Figures<Value>> of T {
        /// The figures by indicator.
        #[cfg_attr(
            feature = "schema",
            schemars(with = "std::collections::BTreeMap<String, Value>")
        )]
        figures: F,
        // How long their texts may be is said of what is read there, as in a draft: by a rule.
        /// The activities listed.
        activities: ReportActivity<T>,
    }
}

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
