//! Putting back what an export wrote: nothing is believed that its own receipt, hash or number contradicts.

use super::access::Role;
use super::books::{Books, CLOCK, Entered, Entry, failed, is_name, require};
use super::files::{put_depot, put_file};
use super::steps_back::put_step;
use super::store::{Decision, Kept, KeptKey, KeptPlan, Store};
use super::transfer::{Came, DecisionLine, KeyLine, Line, PlanLine, TransferError, read_line};
use crate::calendar::Instant;
use crate::encoding::{digest, is_digest};
use crate::office::{Outcome, Verdict, status};
use crate::plan::Plan;
use crate::report::{Receipt, Report};
use std::io::BufRead;

/// What an export is believed beyond what it proves, because whoever imports it knows where it comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Believed {
    /// Its plans, which decide what is taken in, and its codes, which decide who is let in.
    pub whole: bool,
    /// Its hours, though they go against the order of what happened: the clock by which they were written was wrong, and
    /// was set right meanwhile.
    pub clock_set_right: bool,
}

/// What was put back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Submissions that were not there.
    pub new: u64,
    /// Submissions that were.
    pub known: u64,
    /// New ones of a plan that is not there, with whose deadlines nothing could be compared.
    pub unplanned: u64,
    /// Versions of plans in the lines: taken where they were asked for, else left out.
    pub plans: u64,
    /// Steps of published plans in the lines: taken where they were asked for, else left out.
    pub steps: u64,
    /// Codes in the lines: taken where they were asked for, else left out.
    pub keys: u64,
    /// Files of which the lines tell: taken where they were asked for, else left out. Their bytes are in their folder.
    pub files: u64,
}

/// Puts back what [`super::export()`] wrote, all of it or, where a line is wrong, nothing. What is there already
/// stays as it is, and a line that says otherwise of it is wrong. Nothing happened later than `now`, and nothing before
/// what it answers, unless the lines are `believed`.
///
/// # Errors
/// [`TransferError`].
pub async fn import(
    store: &Store,
    lines: impl BufRead,
    believed: Believed,
    now: Instant,
) -> Result<Restored, TransferError> {
    let mut books = Books::new(store.restoring().await?, now, believed.clock_set_right);
    let mut restored = Restored::default();
    for (number, line) in (1..).zip(lines.lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let refused = |why: String| TransferError::Line(number, why);
        match read_line(&line).map_err(refused)? {
            Line::Plan { plan } => {
                restored.plans += 1;
                if believed.whole {
                    put_plan(&mut books, plan).await.map_err(refused)?;
                }
            }
            Line::Step { step } => {
                restored.steps += 1;
                if believed.whole {
                    put_step(&mut books, step).await.map_err(refused)?;
                }
            }
            Line::Key { key } => {
                restored.keys += 1;
                if believed.whole {
                    put_key(&mut books, key).await.map_err(refused)?;
                }
            }
            Line::Depot { depot } => {
                if believed.whole {
                    put_depot(&mut books, depot).await.map_err(refused)?;
                }
            }
            Line::File { file } => {
                restored.files += 1;
                if believed.whole {
                    put_file(&mut books, file).await.map_err(refused)?;
                }
            }
            Line::Came(line) => {
                let entry = entry(*line).map_err(refused)?;
                match books.enter(entry).await.map_err(refused)? {
                    Entered::Known => restored.known += 1,
                    Entered::New { compared } => {
                        restored.new += 1;
                        restored.unplanned += u64::from(!compared);
                    }
                }
            }
        }
    }
    books.restoring.commit().await?;
    Ok(restored)
}

/// A plan's text is taken if it is that plan in that version, and the only text that this version ever had: by it
/// reports are checked.
async fn put_plan(books: &mut Books, line: PlanLine) -> Result<(), String> {
    require(
        line.hash == digest(line.text.as_bytes()),
        "the plan's hash is not that of its text",
    )?;
    let plan = Plan::parse(&line.text).map_err(|errors| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        format!("the plan cannot be read: {first}")
    })?;
    let is_it = plan.id.as_str() == line.id && i64::from(plan.version) == line.version;
    require(is_it, "the text is of another plan or version")?;
    let hashes = books.restoring.plan_hashes(&line.id, line.version).await;
    let others = hashes
        .map_err(failed)?
        .iter()
        .any(|hash| *hash != line.hash);
    require(!others, "another text of this version of the plan is kept")?;
    let plan = KeptPlan {
        id: line.id,
        version: line.version,
        hash: line.hash,
        json: line.text,
    };
    books.restoring.plan(&plan).await.map_err(failed)
}

async fn put_key(books: &mut Books, line: KeyLine) -> Result<(), String> {
    let is_one = Role::named(&line.role).is_some()
        && line.selector.len() == 6
        && line
            .selector
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric())
        && is_digest(&line.hash);
    require(is_one, "this is no code's hash")?;
    let newest = line.made_at.max(line.ended_at.unwrap_or(line.made_at));
    require(
        books.is_past(newest),
        &format!("the code is of later than the clock here shows{CLOCK}"),
    )?;
    let key = KeptKey {
        selector: line.selector,
        plan: line.plan,
        unit: line.unit,
        role: line.role,
        hash: line.hash,
        made_at: line.made_at,
        ended_at: line.ended_at,
    };
    books.restoring.key(&key).await.map_err(failed)
}

/// What a line says, where all in it agrees.
fn entry(line: Came) -> Result<Entry, String> {
    let (report, receipt) = agreeing(&line)?;
    let id = line.submission.id;
    let (period_from, period_to) = report.period.to_texts();
    let decisions = line.decisions.into_iter().map(|one| decided(&id, one));
    let decisions = decisions.collect::<Result<Vec<_>, _>>()?;
    let kept = Kept {
        seq: 0,
        id,
        plan: report.plan.clone(),
        plan_version: report.plan_version.into(),
        duty: report.duty.clone(),
        unit: report.unit.clone(),
        period_from,
        period_to,
        revision: line.revision.into(),
        received_at: line.received_at.unix_seconds(),
        hash: receipt.hash.clone(),
        report: line.submission.report.get().to_owned(),
        receipt: line.receipt.get().to_owned(),
        sent_by: line.sent_by,
        prepared_at: Some(line.submission.prepared_at.unix_seconds()),
    };
    Ok(Entry {
        kept,
        report,
        receipt,
        decisions,
    })
}

/// The report and the receipt of a line, where they and all else in it agree.
fn agreeing(line: &Came) -> Result<(Report, Receipt), String> {
    let raw = line.submission.report.get();
    let report =
        Report::parse(raw.as_bytes()).map_err(|_| "the report cannot be read".to_owned())?;
    let receipt: Receipt = serde_json::from_str(line.receipt.get())
        .map_err(|error| format!("the receipt cannot be read: {error}"))?;
    let is_its = receipt.submission == line.submission.id
        && receipt.hash == report.hash()
        && (&receipt.plan, receipt.plan_version) == (&report.plan, report.plan_version)
        && (&receipt.duty, &receipt.unit) == (&report.duty, &report.unit)
        && receipt.period == report.period;
    require(is_its, "the receipt is not of this report")?;
    require(
        raw.as_bytes() == report.canonical(),
        "the report does not stand as it was hashed",
    )?;
    require(
        receipt.received_at == line.received_at,
        "it came at another time than the receipt says",
    )?;
    require(
        receipt.prepared_at == line.submission.prepared_at,
        "it was sent at another time than the receipt says",
    )?;
    require(
        receipt.revision == line.revision && line.revision > 0,
        "it is another revision than the receipt says",
    )?;
    require(receipt.is_consistent(), "the receipt contradicts itself")?;
    require(is_name(&line.sent_by), "the sender's name is none")?;
    let last = line.decisions.last().map(|one| one.outcome.as_str());
    require(
        status(last) == line.status,
        "its status is not that of its last decision",
    )?;
    Ok((report, receipt))
}

fn decided(id: &str, line: DecisionLine) -> Result<Decision, String> {
    let outcome = Outcome::named(&line.outcome);
    let fields = serde_json::from_str(line.fields.get())
        .map_err(|error| format!("the fields of a decision cannot be read: {error}"))?;
    let verdict = outcome.map(|outcome| Verdict {
        outcome,
        reason: line.reason.clone(),
        fields,
    });
    let is_one = verdict.is_some_and(|verdict| verdict.is_usable()) && is_name(&line.decided_by);
    let is_moment = Instant::from_unix_seconds(line.decided_at).is_some();
    require(
        is_one && is_moment,
        "this decision is none that an office can make",
    )?;
    Ok(Decision {
        submission: id.to_owned(),
        outcome: line.outcome,
        reason: line.reason,
        fields: line.fields.get().to_owned(),
        decided_at: line.decided_at,
        decided_by: line.decided_by,
    })
}
