//! One report as an office reads it.

use super::{DecisionView, PointsView, points};
use crate::calendar::Instant;
use crate::finding::Finding;
use crate::form::{self, Review};
use crate::message;
use crate::plan::Plan;
use crate::report::{Receipt, Report};
use crate::schedule::Status;
use crate::text::Lang;
use serde::Serialize;

/// A report with its receipt and findings, in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReceivedView<'a> {
    /// The proof that it came.
    pub receipt: &'a Receipt,
    /// When it came, in words, on the plan's clock.
    pub received_text: String,
    /// Whether it came in time: "Đúng hạn".
    pub timeliness_text: &'static str,
    /// When "send" was pressed, by the device's clock, in words.
    pub prepared_text: String,
    /// That it came late although "send" was pressed in time, in words; none where it did not.
    pub delayed_text: Option<String>,
    /// The report.
    pub report: &'a Report,
    /// The same in words.
    pub review: Review,
    /// What was noticed when it came.
    pub findings: Vec<FindingInWords<'a>>,
    /// Its tables of points, with what the office gave last; empty where it answers none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<PointsView>,
    /// How this revision stands.
    pub status: Status,
    /// All revisions of the report, the first one first.
    pub history: Vec<RevisionView>,
}

impl<'a> ReceivedView<'a> {
    /// The view of `report`, of which `history` tells all revisions.
    #[must_use]
    pub fn new(
        plan: &Plan,
        receipt: &'a Receipt,
        report: &'a Report,
        history: Vec<RevisionView>,
        lang: Lang,
    ) -> Self {
        let this = history
            .iter()
            .find(|revision| revision.submission == receipt.submission);
        let last = this.and_then(|revision| revision.decisions.last());
        let prepared_text = message::moment(receipt.prepared_at, plan.offset, lang);
        Self {
            receipt,
            received_text: message::moment(receipt.received_at, plan.offset, lang),
            timeliness_text: message::timeliness(receipt.timeliness, lang),
            delayed_text: receipt
                .delayed
                .then(|| message::held_up(&prepared_text, lang)),
            prepared_text,
            report,
            points: points(
                plan,
                report,
                last.map_or(&[], |decision| &decision.fields),
                lang,
            ),
            review: form::review(plan, report, &receipt.findings, lang),
            findings: in_words(&receipt.findings, plan, lang),
            status: last.map_or(Status::Received, |decision| decision.outcome),
            history,
        }
    }
}

/// One revision of a report, and what was decided about it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RevisionView {
    /// Its identity.
    pub submission: String,
    /// Which one it is, from 1.
    pub revision: u32,
    /// When it came.
    pub received_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    pub received_text: Option<String>,
    /// By what the sender was known.
    pub sent_by: String,
    /// The SHA-256 of its canonical JSON.
    pub hash: String,
    /// What was decided about it, the first decision first.
    pub decisions: Vec<DecisionView>,
}

/// A finding and what it says, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct FindingInWords<'a> {
    /// The finding.
    #[serde(flatten)]
    pub finding: &'a Finding,
    /// Its sentence.
    pub message: String,
}

/// All `findings` of a report of `plan`, in their order.
#[must_use]
pub fn in_words<'a>(findings: &'a [Finding], plan: &Plan, lang: Lang) -> Vec<FindingInWords<'a>> {
    findings
        .iter()
        .map(|finding| FindingInWords {
            finding,
            message: message::sentence(finding, plan, lang),
        })
        .collect()
}
