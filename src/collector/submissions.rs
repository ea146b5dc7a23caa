//! Taking a report in: once, checked, for good.

use super::catalogue::Edition;
use super::in_words::in_words;
use super::language::Language;
use super::problem::Problem;
use super::reply::fresh_text;
use super::router::LARGEST;
use super::state::Collector;
use super::store::{Intake, NewSubmission, Subject};
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::finding::{Finding, Kind, Path as Place, Severity};
use crate::plan::Plan;
use crate::report::{Receipt, Report, Submission};
use crate::rules::{Context, check_report};
use crate::schedule;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// `PUT /api/submissions/{uuid}`: 201 with the receipt the first time; 200 with the same receipt when
/// the same report comes again; 409 for another report under the same identity; 422 with findings.
///
/// A report of a duty, unit and period that were reported before, under a new identity, is an amendment
/// and becomes a new revision; what came before stays.
pub async fn put(
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let id = identity(id, language)?;
    let submission = read(&headers, body, language)?;
    if submission.id.to_ascii_lowercase() != id {
        return Err(language.problem(Trouble::OtherIdentity));
    }
    let submission = Submission { id, ..submission };
    let edition = edition_of(&collector, &submission.report, language)?;
    take_in(&collector, &edition, &submission, language).await
}

/// `GET /api/submissions/{uuid}/receipt`: the receipt again. Whoever has the identity, which the
/// sending device made from random bits, may read it; it holds no figures.
pub async fn receipt(
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let id = identity(id, language)?;
    let stored = collector
        .store()
        .submission(&id)
        .await
        .map_err(|error| Problem::internal(&error, language))?;
    let stored = stored.ok_or_else(|| language.problem(Trouble::UnknownSubmission))?;
    Ok(fresh_text(StatusCode::OK, stored.receipt, language))
}

async fn take_in(
    collector: &Collector,
    edition: &Edition,
    submission: &Submission,
    language: Language,
) -> Result<Response, Problem> {
    let failed = |error: sqlx::Error| Problem::internal(&error, language);
    let report = &submission.report;
    let (from, to) = (report.period.from().to_iso(), report.period.to().to_iso());
    let subject = Subject {
        plan: &report.plan,
        unit: &report.unit,
        duty: &report.duty,
        from: &from,
        to: &to,
    };
    let hash = report.hash();

    let mut intake = collector.store().begin().await.map_err(failed)?;
    if let Some(stored) = intake.submission(&submission.id).await.map_err(failed)? {
        return if stored.hash == hash {
            Ok(fresh_text(StatusCode::OK, stored.receipt, language))
        } else {
            Err(language.problem(Trouble::OtherContent))
        };
    }
    let revision = intake
        .revisions(subject)
        .await
        .map_err(failed)?
        .saturating_add(1);
    let received_at = collector.now();
    let earlier = earlier(&mut intake, subject).await.map_err(failed)?;
    let mut findings = submission.problems();
    let context = Context {
        now: Some(received_at),
        earlier: &earlier,
        sending: true,
    };
    findings.extend(check_report(&edition.plan, report, &context));
    if findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        return Err(refused(&findings, edition, language));
    }

    let receipt = Receipt::issue(
        submission,
        deadline(&edition.plan, report),
        received_at,
        revision,
        findings,
    );
    let receipt =
        serde_json::to_string(&receipt).map_err(|error| Problem::internal(&error, language))?;
    let canonical = String::from_utf8_lossy(&report.canonical()).into_owned();
    let new = NewSubmission {
        id: &submission.id,
        subject,
        plan_version: report.plan_version,
        revision,
        received_at: received_at.unix_seconds(),
        hash: &hash,
        report: &canonical,
        receipt: &receipt,
    };
    intake.store(new).await.map_err(failed)?;
    tracing::info!(
        plan = report.plan,
        duty = report.duty,
        unit = report.unit,
        revision,
        "received a report"
    );
    Ok(fresh_text(StatusCode::CREATED, receipt, language))
}

/// The unit's reports of earlier periods, against which the new one is held. One that this version
/// can no longer read is passed over: it cannot be held against anything.
async fn earlier(intake: &mut Intake, subject: Subject<'_>) -> Result<Vec<Report>, sqlx::Error> {
    let texts = intake.earlier(subject).await?;
    Ok(texts
        .iter()
        .filter_map(|text| Report::parse(text.as_bytes()).ok())
        .collect())
}

/// The first instant that is too late for the report, where the plan names a deadline.
fn deadline(plan: &Plan, report: &Report) -> Option<Instant> {
    let (duty, unit) = (plan.duty(&report.duty)?, plan.unit(&report.unit)?);
    let instances = schedule::instances_of(plan, duty, unit);
    instances
        .into_iter()
        .find(|instance| instance.period == report.period)?
        .cutoff
}

/// The identity in the address, in lower case, so that it is one identity however it is written.
pub(super) fn identity(
    id: Result<Path<String>, PathRejection>,
    language: Language,
) -> Result<String, Problem> {
    let Path(id) = id.map_err(|_| language.problem(Trouble::NotAUuid))?;
    let fits = id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if fits {
        Ok(id.to_ascii_lowercase())
    } else {
        Err(language.problem(Trouble::NotAUuid))
    }
}

fn read(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
    language: Language,
) -> Result<Submission, Problem> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") || headers.contains_key(CONTENT_ENCODING) {
        return Err(language.problem(Trouble::NotJson));
    }
    let body = body.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => language.problem(Trouble::TooLarge(LARGEST)),
        _ => language.problem(Trouble::BrokenOff),
    })?;
    let text = std::str::from_utf8(&body).map_err(|_| language.problem(Trouble::NotUtf8))?;
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        language.problem(Trouble::Malformed {
            line,
            column,
            reason: error.to_string(),
        })
    })
}

/// The version of the plan that the report was written for. The current version speaks where that
/// one is not known here.
fn edition_of(
    collector: &Collector,
    report: &Report,
    language: Language,
) -> Result<Arc<Edition>, Problem> {
    let catalogue = collector.catalogue();
    let current = catalogue
        .edition(&report.plan)
        .ok_or_else(|| language.problem(Trouble::NotCollected))?;
    if let Some(edition) = catalogue.version(&report.plan, report.plan_version) {
        return Ok(Arc::clone(edition));
    }
    let kind = Kind::ReportPlanVersion {
        expected: current.plan.version,
        actual: report.plan_version,
    };
    Err(refused(
        &[Finding::error(Place::top("planVersion"), kind)],
        current,
        language,
    ))
}

fn refused(findings: &[Finding], edition: &Edition, language: Language) -> Problem {
    match serde_json::to_value(in_words(findings, &edition.plan, language)) {
        Ok(findings) => language.problem(Trouble::Findings(findings)),
        Err(error) => Problem::internal(&error, language),
    }
}
