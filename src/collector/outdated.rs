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
use serde_json::{Map, Value};

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
    /// Which revision holds.
    pub(super) revision: u32,
    /// When that one came, in words.
    pub(super) received: String,
    /// What holds and how the two differ, as far as the sender may know it.
    pub(super) members: Map<String, Value>,
}

impl Outdated {
    /// That `report` was not made from `standing`, of which the sender is told all where it `is_open` to him.
    pub(super) fn new(
        plan: &Plan,
        report: &Report,
        standing: &Standing,
        is_open: bool,
        lang: Lang,
    ) -> Self {
        let received_at = Instant::from_unix_seconds(standing.received_at);
        let received = received_at.map(|at| message::moment(at, plan.offset, lang));
        let received = received.unwrap_or_default();
        // One that this version can no longer read is told as it was written, without a comparison.
        let other = Report::parse(standing.report.as_bytes()).ok();
        let members = Members {
            differences: other
                .filter(|_| is_open)
                .map(|other| differences(plan, &other, report, lang)),
            standing: Holds {
                revision: standing.revision,
                received_at,
                received_text: received.clone(),
                open: is_open.then(|| Open::of(standing)),
            },
        };
        Self {
            revision: standing.revision,
            received,
            // What was read from JSON can be written as JSON.
            members: match serde_json::to_value(&members) {
                Ok(Value::Object(members)) => members,
                _ => Map::new(),
            },
        }
    }

    /// Whether a sender may be told all of a unit's report.
    ///
    /// Figures are not public, and a submission's identity opens its receipt and what the office says of it.
    /// So where the collector is open to all, who brings no code is told when the other came and no more, and
    /// replaces it by leaving `amends` out, having read that.
    pub(super) fn is_open(identity: &Identity, plan: &Plan, unit: &str) -> bool {
        *identity != Identity::Anyone && identity.reads(plan, unit)
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
