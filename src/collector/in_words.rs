//! Findings with their sentences.

use super::language::Language;
use crate::finding::Finding;
use crate::message;
use crate::plan::Plan;
use serde::Serialize;

/// A finding and what it says, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct InWords<'a> {
    /// The finding.
    #[serde(flatten)]
    pub finding: &'a Finding,
    /// Its sentence.
    pub message: String,
}

/// All `findings` of a report of `plan`, in their order.
#[must_use]
pub fn in_words<'a>(findings: &'a [Finding], plan: &Plan, language: Language) -> Vec<InWords<'a>> {
    findings
        .iter()
        .map(|finding| InWords {
            finding,
            message: message::sentence(finding, plan, language.0),
        })
        .collect()
}
