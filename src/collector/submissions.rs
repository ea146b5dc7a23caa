//! What is asked of submissions: to take one in, and for its receipt.

use super::access::Identity;
use super::body::Body;
use super::catalogue::Edition;
use super::language::Language;
use super::reply::fresh_text;
use super::state::Collector;
use super::store::Stored;
use super::taking::take_in;
use super::trouble::Trouble;
use crate::encoding::is_uuid;
use crate::finding::{Finding, Kind, Path as Place};
use crate::report::{Report, Submission};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// `PUT /api/submissions/{uuid}`.
///
/// - 201 with the receipt, the first time.
/// - 200 with the same receipt, when the same report comes again. Where it says what it amends, that holds under
///   whichever identity.
/// - 409 for another report under the same identity; where the office has accepted the report that this one would
///   amend; where this one says that it was made from another than it would amend.
/// - 422 with findings.
///
/// Another report of a duty, unit and period that were reported before, under a new identity, is an
/// amendment and becomes a new revision; what came before stays.
pub async fn put(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let id = submission_id(id)?;
    let body = body?;
    let submission: Submission = body.json()?;
    if !identity.sends_for(&submission.report.plan, &submission.report.unit) {
        return Err(Trouble::NotYours);
    }
    if submission.id.to_ascii_lowercase() != id {
        return Err(Trouble::OtherIdentity);
    }
    let submission = Submission { id, ..submission };
    let edition = edition_of(&collector, &submission.report).await?;
    take_in(&collector, &edition, submission, &identity, lang).await
}

/// `GET /api/submissions/{uuid}/receipt`: the receipt again, for the unit and its offices; where the
/// collector is open to all, for whoever has the identity, which the sending device made from random
/// bits. It holds no figures.
pub async fn receipt(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Response, Trouble> {
    let id = submission_id(id)?;
    let stored = readable(&identity, &collector, &id).await?;
    Ok(fresh_text(StatusCode::OK, stored.receipt))
}

/// The report of that identity, for the unit that sent it, an office above it, or anyone where all is open.
pub(super) async fn readable(
    identity: &Identity,
    collector: &Collector,
    id: &str,
) -> Result<Stored, Trouble> {
    let stored = collector.store().submission(id).await?;
    let stored = stored.ok_or(Trouble::UnknownSubmission)?;
    if identity.sends_for(&stored.plan, &stored.unit) {
        return Ok(stored);
    }
    let edition = collector.any(&stored.plan, stored.plan_version).await?;
    match edition {
        Some(edition) if identity.oversees(&edition.plan, &stored.unit) => Ok(stored),
        _ => Err(Trouble::UnknownSubmission),
    }
}

/// The identity in the address, in lower case, so that it is one identity however it is written.
pub(super) fn submission_id(id: Result<Path<String>, PathRejection>) -> Result<String, Trouble> {
    let Path(id) = id.map_err(|_| Trouble::NotAUuid)?;
    if is_uuid(&id) {
        Ok(id.to_ascii_lowercase())
    } else {
        Err(Trouble::NotAUuid)
    }
}

/// The version of the plan that the report was written for. The current version speaks where that
/// one is not known here.
async fn edition_of(collector: &Collector, report: &Report) -> Result<Arc<Edition>, Trouble> {
    let current = collector.edition(&report.plan);
    let current = current.ok_or(Trouble::NotCollected)?;
    let asked = collector.version(&report.plan, report.plan_version).await?;
    if let Some(edition) = asked {
        return Ok(edition);
    }
    let kind = Kind::ReportPlanVersion {
        expected: current.plan.version,
        actual: report.plan_version,
    };
    Err(Trouble::Findings(
        vec![Finding::error(Place::top("planVersion"), kind)],
        Arc::clone(&current.plan),
    ))
}
