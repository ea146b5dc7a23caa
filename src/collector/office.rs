//! What only the office may read.

use super::access::Office;
use super::decision::Told;
use super::in_words::{InWords, in_words};
use super::language::Language;
use super::overview::Overview;
use super::plans::edition;
use super::problem::Problem;
use super::reply::fresh;
use super::state::Collector;
use super::submissions::submission_id;
use super::trouble::Trouble;
use super::views::minute;
use crate::calendar::Instant;
use crate::form::{self, Review};
use crate::message;
use crate::plan::Plan;
use crate::read::from_object;
use crate::report::{Receipt, Report};
use crate::schedule::Status;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The query of [`overview`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct At {
    now: Option<String>,
}

from_object!(At);

/// `GET /api/office/plans/{id}/overview`: per duty and period, every unit that owes it and its state,
/// now or at `?now=`.
pub async fn overview(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    asked: HeaderMap,
    language: Language,
) -> Result<Response, Problem> {
    let now = moment(at, language)?.unwrap_or_else(|| minute(collector.now()));
    let edition = edition(&collector, id, |id| office.sees_plan(id), language)?;
    let (id, store) = (edition.plan.id.as_str(), collector.store());
    let failed = |error: sqlx::Error| Problem::database(&error, language);
    // What is counted before the reports are read tells of no more than is read then.
    let rows = store.count_to(id, i64::MAX).await.map_err(failed)?;
    let stand = store.stand(id).await.map_err(failed)?;
    let about = format!(
        "overview {} {} {rows} {} {} {}",
        edition.whole.tag,
        office.unit().unwrap_or_default(),
        stand.decisions,
        now.unix_seconds(),
        language.code(),
    );
    let office = office.clone();
    collector
        .views()
        .answer(about, &asked, language, async || {
            let arrivals = store.arrivals(id).await.map_err(failed)?;
            let plan = Arc::clone(&edition.plan);
            Ok(move || {
                let oversees = |unit: &str| office.oversees(&plan, unit);
                let overview = Overview::new(&plan, &arrivals, now, language.0, oversees);
                serde_json::to_vec(&overview)
            })
        })
        .await
}

/// The moment that `?now=` names, if any.
pub(super) fn moment(
    at: Result<Query<At>, QueryRejection>,
    language: Language,
) -> Result<Option<Instant>, Problem> {
    let unreadable = || language.problem(Trouble::Parameter("now"));
    let Query(at) = at.map_err(|_| unreadable())?;
    // A "+" that was not escaped arrives as a space.
    let read = |text: String| Instant::parse_iso(&text.replace(' ', "+"));
    at.now.map(read).transpose().map_err(|_| unreadable())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole<'a> {
    receipt: &'a Receipt,
    /// When it came, in words, on the plan's clock.
    received_text: String,
    /// When "send" was pressed, by the device's clock, in words.
    prepared_text: String,
    report: &'a Report,
    review: Review,
    findings: Vec<InWords<'a>>,
    /// How this revision stands.
    status: Status,
    /// All revisions of the report, the first one first.
    history: Vec<Revised>,
}

/// One revision of a report, and what was decided about it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Revised {
    submission: String,
    revision: u32,
    received_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    received_text: Option<String>,
    /// By what the sender was known.
    sent_by: String,
    hash: String,
    decisions: Vec<Told>,
}

async fn history(
    collector: &Collector,
    plan: &Plan,
    submission: &str,
    language: Language,
) -> Result<Vec<Revised>, sqlx::Error> {
    let mut history = Vec::new();
    for revision in collector.store().revisions(submission).await? {
        let decisions = collector.store().decisions(&revision.id).await?;
        let told = |decision| Told::to_office(decision, plan.offset, language);
        let received_at = Instant::from_unix_seconds(revision.received_at);
        history.push(Revised {
            submission: revision.id,
            revision: revision.revision,
            received_at,
            received_text: received_at.map(|at| message::moment(at, plan.offset, language.0)),
            sent_by: revision.sent_by,
            hash: revision.hash,
            decisions: decisions.into_iter().map(told).collect(),
        });
    }
    Ok(history)
}

/// `GET /api/office/submissions/{uuid}`: one report with its receipt and findings, in words.
pub async fn submission(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let id = submission_id(id, language)?;
    let stored = collector
        .store()
        .submission(&id)
        .await
        .map_err(|error| Problem::database(&error, language))?;
    let stored = stored.ok_or_else(|| language.problem(Trouble::UnknownSubmission))?;
    let unreadable = |error: serde_json::Error| Problem::internal(&error, language);
    let receipt: Receipt = serde_json::from_str(&stored.receipt).map_err(unreadable)?;
    let report: Report = serde_json::from_str(&stored.report).map_err(unreadable)?;
    let edition = collector.catalogue().any(&report.plan, report.plan_version);
    let plan = &edition
        .ok_or_else(|| language.problem(Trouble::UnknownPlan))?
        .plan;
    if !office.oversees(plan, &stored.unit) {
        return Err(language.problem(Trouble::UnknownSubmission));
    }
    let history = history(&collector, plan, &id, language).await;
    let history = history.map_err(|error| Problem::database(&error, language))?;
    let decisions = history.iter().find(|revised| revised.submission == id);
    let last = decisions.and_then(|revised| revised.decisions.last());
    let status = last.map_or(Status::Received, Told::outcome);
    let findings = in_words(&receipt.findings, plan, language);
    fresh(
        StatusCode::OK,
        &Whole {
            receipt: &receipt,
            received_text: message::moment(receipt.received_at, plan.offset, language.0),
            prepared_text: message::moment(receipt.prepared_at, plan.offset, language.0),
            report: &report,
            review: form::review(plan, &report, &receipt.findings, language.0),
            findings,
            status,
            history,
        },
        language,
    )
}
