//! What is told to whoever would replace a report without knowing it.

use super::access::Identity;
use super::language::Language;
use super::problem::Problem;
use super::store::Standing;
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::form::{Difference, differences};
use crate::message;
use crate::plan::Plan;
use crate::report::Report;
use serde::Serialize;
use serde_json::Value;

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

/// The problem of a `report` that was not made from `standing`, with both sides in words.
///
/// Figures are not public, and a submission's identity opens its receipt and what the office says of it.
/// So where the collector is open to all, who brings no code is told when the other came and no more, and
/// replaces it by leaving `amends` out, having read that.
pub(super) fn outdated(
    plan: &Plan,
    report: &Report,
    standing: &Standing,
    identity: &Identity,
    language: Language,
) -> Problem {
    let received_at = Instant::from_unix_seconds(standing.received_at);
    let received = received_at
        .map(|at| message::moment(at, plan.offset, language.0))
        .unwrap_or_default();
    let is_open = *identity != Identity::Anyone && identity.reads(plan, &report.unit);
    // One that this version can no longer read is told as it was written, without a comparison.
    let other = Report::parse(standing.report.as_bytes()).ok();
    let members = Members {
        differences: other
            .filter(|_| is_open)
            .map(|other| differences(plan, &other, report, language.0)),
        standing: Holds {
            revision: standing.revision,
            received_at,
            received_text: received.clone(),
            open: is_open.then(|| Open::of(standing)),
        },
    };
    match serde_json::to_value(&members) {
        Ok(members) => language.problem(Trouble::Outdated {
            revision: standing.revision,
            received,
            members,
        }),
        Err(error) => Problem::internal(&error, language),
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
