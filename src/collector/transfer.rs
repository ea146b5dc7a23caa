//! All submissions as lines of JSON (NDJSON), out of one database and into another.
//!
//! A line is an arrival, as roll-ups take it, with all else that is known of it: its receipt, its sender
//! and what was decided. What was stored as JSON goes out and comes in as the same bytes.

use super::decision::status;
use super::store::{Decision, Kept, KeptKey, KeptPlan, Restoring, Store};
use crate::calendar::Instant;
use crate::read::{from_object, object};
use crate::report::{FORMAT, Receipt, Report};
use crate::schedule::Status;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;
use std::io::{BufRead, Write};

/// A line of an export.
#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Came(Box<Came>),
    Plan { plan: PlanLine },
    Key { key: KeyLine },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
struct Came {
    received_at: Instant,
    revision: u32,
    status: Status,
    submission: Sent,
    sent_by: String,
    receipt: Box<RawValue>,
    #[serde(default)]
    decisions: Vec<DecisionLine>,
}

object!(Came);

/// A submission whose report stays as it was written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
struct Sent {
    format: u32,
    id: String,
    prepared_at: Instant,
    report: Box<RawValue>,
}

object!(Sent);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
struct DecisionLine {
    outcome: String,
    reason: String,
    fields: Box<RawValue>,
    decided_at: i64,
    decided_by: String,
}

object!(DecisionLine);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
struct PlanLine {
    id: String,
    version: i64,
    hash: String,
    text: String,
}

object!(PlanLine);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
struct KeyLine {
    selector: String,
    plan: String,
    unit: String,
    role: String,
    hash: String,
    made_at: i64,
    ended_at: Option<i64>,
}

object!(KeyLine);

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
            Self::Line(number, why) => write!(f, "line {number}: {why}; nothing was put back"),
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
/// plans ever served and the hashes of personal codes, for another database to take over. Returns how
/// many submissions.
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

/// What was put back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Submissions that were not there.
    pub new: u64,
    /// Submissions that were.
    pub known: u64,
}

/// Puts back what [`export`] wrote, all of it or, where a line is wrong, nothing. What is there already
/// stays as it is.
///
/// # Errors
/// [`TransferError`].
pub async fn import(store: &Store, lines: impl BufRead) -> Result<Restored, TransferError> {
    let mut restoring = store.restoring().await?;
    let mut restored = Restored::default();
    for (number, line) in (1..).zip(lines.lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let refused = |why: String| TransferError::Line(number, why);
        match read_line(&line).map_err(refused)? {
            Line::Plan { plan } => {
                let PlanLine {
                    id,
                    version,
                    hash,
                    text,
                } = plan;
                let plan = KeptPlan {
                    id,
                    version,
                    hash,
                    json: text,
                };
                restoring.plan(&plan).await?;
            }
            Line::Key { key } => {
                let key = KeptKey {
                    selector: key.selector,
                    plan: key.plan,
                    unit: key.unit,
                    role: key.role,
                    hash: key.hash,
                    made_at: key.made_at,
                    ended_at: key.ended_at,
                };
                restoring.key(&key).await?;
            }
            Line::Came(line) => {
                if put_back(&mut restoring, *line).await.map_err(refused)? {
                    restored.new += 1;
                } else {
                    restored.known += 1;
                }
            }
        }
    }
    restoring.commit().await?;
    Ok(restored)
}

/// A value cannot be kept raw behind a choice that serde makes, so the first member decides.
fn read_line(line: &str) -> Result<Line, String> {
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
    let read = if line.starts_with("{\"plan\"") {
        serde_json::from_str(line).map(|OnePlan { plan }| Line::Plan { plan })
    } else if line.starts_with("{\"key\"") {
        serde_json::from_str(line).map(|OneKey { key }| Line::Key { key })
    } else {
        serde_json::from_str(line).map(|came| Line::Came(Box::new(came)))
    };
    read.map_err(|error| error.to_string())
}

/// Puts one submission back with its decisions. Returns whether it was not there.
async fn put_back(restoring: &mut Restoring, line: Came) -> Result<bool, String> {
    let report = Report::parse(line.submission.report.get().as_bytes())
        .map_err(|_| "the report cannot be read".to_owned())?;
    let receipt: Receipt = serde_json::from_str(line.receipt.get())
        .map_err(|error| format!("the receipt cannot be read: {error}"))?;
    let id = line.submission.id;
    if (&receipt.submission, &receipt.hash) != (&id, &report.hash()) {
        return Err("the receipt is not of this report".to_owned());
    }
    let failed = |error: sqlx::Error| format!("it cannot be stored: {error}");
    let known = restoring.hash_of(&id).await.map_err(failed)?;
    let new = known.is_none();
    if known.is_some_and(|hash| hash != receipt.hash) {
        return Err(format!("another report is stored under {id}"));
    }
    if new {
        let kept = Kept {
            seq: 0,
            id: id.clone(),
            plan: report.plan,
            plan_version: report.plan_version.into(),
            duty: report.duty,
            unit: report.unit,
            period_from: report.period.from().to_iso(),
            period_to: report.period.to().to_iso(),
            revision: line.revision.into(),
            received_at: line.received_at.unix_seconds(),
            hash: receipt.hash,
            report: line.submission.report.get().to_owned(),
            receipt: line.receipt.get().to_owned(),
            sent_by: line.sent_by,
            prepared_at: Some(line.submission.prepared_at.unix_seconds()),
        };
        restoring.submission(&kept).await.map_err(failed)?;
    }
    for decision in line.decisions {
        let decision = Decision {
            submission: id.clone(),
            outcome: decision.outcome,
            reason: decision.reason,
            fields: decision.fields.get().to_owned(),
            decided_at: decision.decided_at,
            decided_by: decision.decided_by,
        };
        restoring.decision(&decision).await.map_err(failed)?;
    }
    Ok(new)
}
