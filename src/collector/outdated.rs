//! What is told to whoever would replace a report without knowing it.

use super::access::Identity;
use super::store::Standing;
use crate::calendar::Instant;
use crate::form::{Difference, differences};
use crate::message;
use crate::plan::Plan;
use crate::report::Report;
use crate::text::Lang;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// The members of the problem.
#[derive(Serialize)]
struct Members {
    standing: Holds,
    /// Where the two differ, in words: `was` of the one that holds, `is` of the one just sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    differences: Option<Vec<Difference>>,
}

/// The revision that holds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Holds {
    revision: u32,
    received_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    received_text: String,
    #[serde(flatten)]
    open: Option<Open>,
}

/// What is told of it to those who may read it.
#[derive(Serialize)]
struct Open {
    submission: String,
    report: Value,
    receipt: Value,
}

/// A report that was not made from the revision that it would replace.
#[derive(Debug)]
pub struct Outdated {
    plan: Arc<Plan>,
    report: Report,
    standing: Standing,
    is_open: bool,
}

impl Outdated {
    /// That `report` was not made from `standing`.
    ///
    /// Figures are not public, and a submission's identity opens its receipt and what the office says of it.
    /// So where the collector is open to all, who brings no code is told when the other came and no more, and
    /// replaces it by leaving `amends` out, having read that.
    pub(super) fn new(
        plan: &Arc<Plan>,
        report: &Report,
        standing: Standing,
        identity: &Identity,
    ) -> Self {
        Self {
            is_open: *identity != Identity::Anyone && identity.reads(plan, &report.unit),
            plan: Arc::clone(plan),
            report: report.clone(),
            standing,
        }
    }

    /// Which revision holds.
    pub(super) fn revision(&self) -> u32 {
        self.standing.revision
    }

    fn received_at(&self) -> Option<Instant> {
        Instant::from_unix_seconds(self.standing.received_at)
    }

    /// When that one came, in words.
    pub(super) fn received(&self, lang: Lang) -> String {
        self.received_at()
            .map(|at| message::moment(at, self.plan.offset, lang))
            .unwrap_or_default()
    }

    /// What holds and how the two differ, as far as the sender may know it.
    pub(super) fn members(&self, lang: Lang) -> Value {
        // One that this version can no longer read is told as it was written, without a comparison.
        let other = Report::parse(self.standing.report.as_bytes()).ok();
        let members = Members {
            differences: other
                .filter(|_| self.is_open)
                .map(|other| differences(&self.plan, &other, &self.report, lang)),
            standing: Holds {
                revision: self.revision(),
                received_at: self.received_at(),
                received_text: self.received(lang),
                open: self.is_open.then(|| Open::of(&self.standing)),
            },
        };
        // What was read from JSON can be written as JSON.
        serde_json::to_value(&members).unwrap_or_default()
    }
}

impl Open {
    fn of(standing: &Standing) -> Self {
        // What is in the database was written as JSON.
        let read = |text: &str| serde_json::from_str(text).unwrap_or_default();
        Self {
            submission: standing.id.clone(),
            report: read(&standing.report),
            receipt: read(&standing.receipt),
        }
    }
}
