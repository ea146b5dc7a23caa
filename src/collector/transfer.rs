//! All submissions as lines of JSON (NDJSON), out of one database, to be put into another.
//!
//! A line is an arrival, as roll-ups take it, with all else that is known of it: its receipt, its sender
//! and what was decided. What was stored as JSON goes out and comes in as the same bytes.

use super::files::{DepotLine, FileLine};
use super::store::{Decision, Kept, KeptPlan, Step, Store};
use crate::calendar::Instant;
use crate::office::status;
use crate::read::{from_object, object};
use crate::report::{FORMAT, Receipt};
use crate::schedule::Status;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;
use std::io::Write;

/// A line of an export.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Line {
    Came(Box<Came>),
    Plan { plan: PlanLine },
    Step { step: StepLine },
    Key { key: KeyLine },
    Depot { depot: DepotLine },
    File { file: FileLine },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct Came {
    pub(super) received_at: Instant,
    pub(super) revision: u32,
    pub(super) status: Status,
    pub(super) submission: Sent,
    pub(super) sent_by: String,
    pub(super) receipt: Box<RawValue>,
    #[serde(default)]
    pub(super) decisions: Vec<DecisionLine>,
}

object!(Came);

/// A submission whose report stays as it was written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct Sent {
    pub(super) format: u32,
    pub(super) id: String,
    pub(super) prepared_at: Instant,
    pub(super) report: Box<RawValue>,
}

object!(Sent);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct DecisionLine {
    pub(super) outcome: String,
    pub(super) reason: String,
    pub(super) fields: Box<RawValue>,
    pub(super) decided_at: i64,
    pub(super) decided_by: String,
}

object!(DecisionLine);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct PlanLine {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) hash: String,
    pub(super) text: String,
}

object!(PlanLine);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct KeyLine {
    pub(super) selector: String,
    pub(super) plan: String,
    pub(super) unit: String,
    pub(super) role: String,
    pub(super) hash: String,
    pub(super) made_at: i64,
    pub(super) ended_at: Option<i64>,
}

object!(KeyLine);

/// What an office did with a plan.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct StepLine {
    pub(super) plan: String,
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) state: String,
    pub(super) hash: String,
    pub(super) done_at: i64,
    pub(super) done_by: String,
    pub(super) office: String,
}

object!(StepLine);

/// Why lines could not be written or read.
#[derive(Debug)]
pub enum TransferError {
    /// The database fails.
    Database(sqlx::Error),
    /// The lines cannot be written or read.
    Lines(std::io::Error),
    /// What is stored is not what it should be.
    Stored(String, String),
    /// A line, counted from 1, cannot be put back; nothing of the whole is.
    Line(usize, String),
}

impl fmt::Display for TransferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(error) => write!(f, "the database fails: {error}"),
            Self::Lines(error) => write!(f, "the lines cannot be written or read: {error}"),
            Self::Stored(id, why) => write!(f, "submission {id} is not stored rightly: {why}"),
            Self::Line(number, why) => write!(
                f,
                "line {number}: {why}. Nothing was put back; export anew, or leave this line out"
            ),
        }
    }
}

impl std::error::Error for TransferError {}

impl From<sqlx::Error> for TransferError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<std::io::Error> for TransferError {
    fn from(error: std::io::Error) -> Self {
        Self::Lines(error)
    }
}

/// Writes all submissions as they are at one moment, in order of arrival; with `whole`, before them all
/// plans ever served, what offices did with them, the hashes of personal codes, and what is known of files, for another
/// database to take over.
/// Returns how many submissions.
///
/// # Errors
/// [`TransferError`].
pub async fn export(
    store: &Store,
    whole: bool,
    out: &mut impl Write,
) -> Result<u64, TransferError> {
    let mut snapshot = store.snapshot().await?;
    if whole {
        for KeptPlan {
            id,
            version,
            hash,
            json: text,
        } in snapshot.plans().await?
        {
            let plan = PlanLine {
                id,
                version,
                hash,
                text,
            };
            write_line(out, &Line::Plan { plan })?;
        }
        for step in snapshot.steps().await? {
            let step = StepLine::of(step);
            write_line(out, &Line::Step { step })?;
        }
        for key in snapshot.keys().await? {
            let key = KeyLine {
                selector: key.selector,
                plan: key.plan,
                unit: key.unit,
                role: key.role,
                hash: key.hash,
                made_at: key.made_at,
                ended_at: key.ended_at,
            };
            write_line(out, &Line::Key { key })?;
        }
    }
    if whole {
        if let Some(mark) = snapshot.depot().await? {
            let depot = DepotLine { mark };
            write_line(out, &Line::Depot { depot })?;
        }
        while let Some(files) = snapshot.files().await? {
            for file in files.into_iter().filter_map(FileLine::of) {
                write_line(out, &Line::File { file })?;
            }
        }
    }
    let mut count = 0;
    loop {
        let (page, mut decisions) = snapshot.next().await?;
        if page.is_empty() {
            out.flush()?;
            return Ok(count);
        }
        for kept in page {
            let (mine, others) = decisions
                .into_iter()
                .partition(|decision: &Decision| decision.submission == kept.id);
            decisions = others;
            let id = kept.id.clone();
            let line = came(kept, mine).map_err(|why| TransferError::Stored(id, why))?;
            write_line(out, &Line::Came(Box::new(line)))?;
            count += 1;
        }
    }
}

impl StepLine {
    fn of(step: Step) -> Self {
        Self {
            plan: step.plan,
            number: step.step,
            version: step.version,
            state: step.state,
            hash: step.hash,
            done_at: step.done_at,
            done_by: step.done_by,
            office: step.office,
        }
    }
}

fn write_line(out: &mut impl Write, line: &Line) -> Result<(), TransferError> {
    serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

fn came(kept: Kept, decisions: Vec<Decision>) -> Result<Came, String> {
    let said = |error: serde_json::Error| error.to_string();
    let receipt: Receipt = serde_json::from_str(&kept.receipt).map_err(said)?;
    let outcome = decisions.last().map(|decision| decision.outcome.as_str());
    Ok(Came {
        received_at: receipt.received_at,
        revision: receipt.revision,
        status: status(outcome),
        submission: Sent {
            format: FORMAT,
            id: kept.id,
            prepared_at: receipt.prepared_at,
            report: RawValue::from_string(kept.report).map_err(said)?,
        },
        sent_by: kept.sent_by,
        receipt: RawValue::from_string(kept.receipt).map_err(said)?,
        decisions: decisions
            .into_iter()
            .map(|decision| {
                Ok(DecisionLine {
                    outcome: decision.outcome,
                    reason: decision.reason,
                    fields: RawValue::from_string(decision.fields).map_err(said)?,
                    decided_at: decision.decided_at,
                    decided_by: decision.decided_by,
                })
            })
            .collect::<Result<_, String>>()?,
    })
}

/// A value cannot be kept raw behind a choice that serde makes, so the first member decides.
pub(super) fn read_line(line: &str) -> Result<Line, String> {
    #[derive(Deserialize)]
    #[serde(remote = "Self")]
    struct OnePlan {
        plan: PlanLine,
    }

    from_object!(OnePlan);
    #[derive(Deserialize)]
    #[serde(remote = "Self")]
    struct OneKey {
        key: KeyLine,
    }

    from_object!(OneKey);
    #[derive(Deserialize)]
    #[serde(remote = "Self")]
    struct OneStep {
        step: StepLine,
    }

    from_object!(OneStep);
    #[derive(Deserialize)]
    #[serde(remote = "Self")]
    struct OneDepot {
        depot: DepotLine,
    }

    from_object!(OneDepot);
    #[derive(Deserialize)]
    #[serde(remote = "Self")]
    struct OneFile {
        file: FileLine,
    }

    from_object!(OneFile);
    let read = if line.starts_with("{\"depot\"") {
        serde_json::from_str(line).map(|OneDepot { depot }| Line::Depot { depot })
    } else if line.starts_with("{\"file\"") {
        serde_json::from_str(line).map(|OneFile { file }| Line::File { file })
    } else if line.starts_with("{\"plan\"") {
        serde_json::from_str(line).map(|OnePlan { plan }| Line::Plan { plan })
    } else if line.starts_with("{\"step\"") {
        serde_json::from_str(line).map(|OneStep { step }| Line::Step { step })
    } else if line.starts_with("{\"key\"") {
        serde_json::from_str(line).map(|OneKey { key }| Line::Key { key })
    } else {
        serde_json::from_str(line).map(|came| Line::Came(Box::new(came)))
    };
    read.map_err(|error| error.to_string())
}
