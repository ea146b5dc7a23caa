//! What the office decides about a report: it accepts it, or returns it with reasons.

use super::access::Identity;
use super::asking::Office;
use super::body::Body;
use super::language::Language;
use super::reply::fresh;
use super::state::Collector;
use super::store::{Decided, Decision};
use super::submissions::{readable, submission_id};
use super::trouble::Trouble;
use crate::calendar::{Instant, Offset};
use crate::office::{DecisionView, FieldReason, Verdict, read_points, status};
use crate::text::Lang;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

/// A decision in words, on a plan's clock.
pub(super) fn told(decision: Decision, offset: Offset, lang: Lang) -> DecisionView {
    let outcome = status(Some(&decision.outcome));
    let decided_at = Instant::from_unix_seconds(decision.decided_at);
    let none = DecisionView::none(decision.submission, lang);
    DecisionView {
        reason: decision.reason,
        // What is in the database was written from fields.
        fields: serde_json::from_str(&decision.fields).unwrap_or_default(),
        ..none.decided(outcome, decided_at, offset, lang)
    }
}

/// The same for an office.
pub(super) fn told_to_office(decision: Decision, offset: Offset, lang: Lang) -> DecisionView {
    DecisionView {
        decided_by: Some(decision.decided_by.clone()),
        ..told(decision, offset, lang)
    }
}

/// `POST /api/office/submissions/{uuid}/decision`: accepts or returns a report. 201 the first time, 200
/// with the same decision when it comes again; 409 where an amendment has come in the meantime.
pub async fn decide(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let id = submission_id(id)?;
    let stored = collector.store().submission(&id).await?;
    let unknown = || Trouble::UnknownSubmission;
    let stored = stored.ok_or_else(unknown)?;
    let edition = collector.any(&stored.plan, stored.plan_version).await?;
    let plan = &edition.ok_or_else(unknown)?.plan;
    if !office.oversees(plan, &stored.unit) {
        return Err(unknown());
    }
    let body = body?;
    let verdict: Verdict = body.json()?;
    let verdict = verdict.usable().ok_or(Trouble::UnusableDecision)?;
    let unread = |line: &FieldReason| line.points.is_some() && read_points(plan, line).is_none();
    if verdict.fields.iter().any(unread) {
        return Err(Trouble::UnusablePoints);
    }
    let fields = serde_json::to_string(&verdict.fields);
    let new = Decision {
        submission: id,
        outcome: verdict.outcome.name().to_owned(),
        reason: verdict.reason,
        fields: fields?,
        decided_at: collector.now().unix_seconds(),
        decided_by: office.name().to_owned(),
    };
    let intake = collector.store().begin(&stored.plan, &stored.unit).await;
    let decided = intake?.decide(&new).await?;
    let (status, decision) = match decided {
        Decided::New => (StatusCode::CREATED, new),
        Decided::Again(decision) => (StatusCode::OK, decision),
        Decided::Superseded => return Err(Trouble::Superseded),
    };
    fresh(status, &told_to_office(decision, plan.offset, lang))
}

/// `GET /api/submissions/{uuid}/decision`: how a submission stands and, where it was returned, what is
/// to be mended; for those who may read its receipt.
pub async fn of_submission(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let id = submission_id(id)?;
    let stored = readable(&identity, &collector, &id).await?;
    let edition = collector.any(&stored.plan, stored.plan_version).await?;
    let offset = edition.map_or(Offset::UTC, |edition| edition.plan.offset);
    let last = collector.store().last_decision(&id).await?;
    let view = match last {
        Some(decision) => told(decision, offset, lang),
        None => DecisionView::none(id, lang),
    };
    fresh(StatusCode::OK, &view)
}
