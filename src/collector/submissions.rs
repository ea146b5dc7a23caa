//! Taking a report in: once, checked, for good.

use super::access::Identity;
use super::body;
use super::catalogue::Edition;
use super::decision::status;
use super::in_words::in_words;
use super::language::Language;
use super::outdated::outdated;
use super::problem::Problem;
use super::reply::fresh_text;
use super::state::Collector;
use super::store::{Intake, NewSubmission, Stored, Subject, was_overtaken};
use super::trouble::Trouble;
use crate::finding::{Finding, Kind, Path as Place, Severity};
use crate::plan::Plan;
use crate::report::{Amends, Receipt, Report, Submission};
use crate::rules::{Context, Past, check_report};
use crate::schedule::{self, Instance, Status};
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use std::sync::Arc;

/// `PUT /api/submissions/{uuid}`: 201 with the receipt the first time; 200 with the same receipt when
/// the same report comes again, where it says what it amends under whichever identity; 409 for another
/// report under the same identity, where the office has accepted the report that this one would amend, or
/// where this one says that it was made from another than it would amend; 422 with findings.
///
/// Another report of a duty, unit and period that were reported before, under a new identity, is an
/// amendment and becomes a new revision; what came before stays.
pub async fn put(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let id = submission_id(id, language)?;
    let submission: Submission = body::read(&headers, body, language)?;
    if !identity.sends_for(&submission.report.plan, &submission.report.unit) {
        return Err(language.problem(Trouble::NotYours));
    }
    if submission.id.to_ascii_lowercase() != id {
        return Err(language.problem(Trouble::OtherIdentity));
    }
    let submission = Submission { id, ..submission };
    let edition = edition_of(&collector, &submission.report, language)?;
    take_in(&collector, &edition, &submission, &identity, language).await
}

/// `GET /api/submissions/{uuid}/receipt`: the receipt again, for the unit and its offices; where the
/// collector is open to all, for whoever has the identity, which the sending device made from random
/// bits. It holds no figures.
pub async fn receipt(
    identity: Identity,
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
    let stored = stored
        .filter(|stored| may_read(&identity, &collector, stored))
        .ok_or_else(|| language.problem(Trouble::UnknownSubmission))?;
    Ok(fresh_text(StatusCode::OK, stored.receipt, language))
}

/// Whether it is the unit that sent a report, an office above it, or anyone where all is open.
pub(super) fn may_read(identity: &Identity, collector: &Collector, stored: &Stored) -> bool {
    if identity.sends_for(&stored.plan, &stored.unit) {
        return true;
    }
    let edition = collector.catalogue().any(&stored.plan, stored.plan_version);
    edition.is_some_and(|edition| identity.oversees(&edition.plan, &stored.unit))
}

/// How often a report is taken in anew where another collector was there first.
const ATTEMPTS: u32 = 5;

async fn take_in(
    collector: &Collector,
    edition: &Edition,
    submission: &Submission,
    identity: &Identity,
    language: Language,
) -> Result<Response, Problem> {
    let report = &submission.report;
    let plan = &edition.plan;
    if plan.unit(&report.unit).is_none() || plan.duty(&report.duty).is_none() {
        // Nothing can be known of it, and what no plan names goes to no database.
        let context = Context {
            now: Some(collector.now()),
            sending: true,
            ..Context::default()
        };
        return Err(refused(
            &check_report(plan, report, &context),
            edition,
            language,
        ));
    }
    for _ in 1..ATTEMPTS {
        match attempt(collector, edition, submission, identity, language).await {
            Err(Refusal::Database(error)) if was_overtaken(&error) => {}
            outcome => return outcome.map_err(|refusal| refusal.into_problem(language)),
        }
    }
    let last = attempt(collector, edition, submission, identity, language).await;
    last.map_err(|refusal| refusal.into_problem(language))
}

/// Why a report was not taken in.
enum Refusal {
    Database(sqlx::Error),
    Told(Problem),
}

impl Refusal {
    fn into_problem(self, language: Language) -> Problem {
        match self {
            Self::Database(error) => Problem::database(&error, language),
            Self::Told(problem) => problem,
        }
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Told(problem)
    }
}

async fn attempt(
    collector: &Collector,
    edition: &Edition,
    submission: &Submission,
    identity: &Identity,
    language: Language,
) -> Result<Response, Refusal> {
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

    let mut intake = collector.store().begin(&report.plan, &report.unit).await?;
    if let Some(stored) = intake.submission(&submission.id).await? {
        return if stored.hash == hash {
            Ok(fresh_text(StatusCode::OK, stored.receipt, language))
        } else {
            Err(language.problem(Trouble::OtherContent).into())
        };
    }
    let standing = intake.standing(subject).await?;
    let mut findings = submission.problems();
    // What is no submission amends nothing, and is refused below with all that is wrong with it.
    if let Some(standing) = standing.as_ref().filter(|_| findings.is_empty()) {
        // A page that does not say what it amends takes only a receipt of its own id for one.
        if standing.hash == hash && submission.amends != Amends::Unsaid {
            let receipt = standing.receipt.clone();
            return Ok(fresh_text(StatusCode::OK, receipt, language));
        }
        if status(standing.outcome.as_deref()) == Status::Accepted {
            return Err(language.problem(Trouble::Locked).into());
        }
        if !submission.amends.fits(Some(&standing.id)) {
            return Err(outdated(&edition.plan, report, standing, identity, language).into());
        }
    }
    let revision = standing.map_or(1, |standing| standing.revision.saturating_add(1));
    let received_at = collector.now();
    let earlier = earlier(&mut intake, subject).await?;
    let context = Context {
        now: Some(received_at),
        earlier: &earlier,
        sending: true,
        ..Context::default()
    };
    findings.extend(check_report(&edition.plan, report, &context));
    if findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        return Err(refused(&findings, edition, language).into());
    }

    let receipt = Receipt::issue(
        submission,
        owed(&edition.plan, report).as_ref(),
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
        prepared_at: submission.prepared_at.unix_seconds(),
        received_at: received_at.unix_seconds(),
        hash: &hash,
        report: &canonical,
        receipt: &receipt,
        sent_by: identity.name(),
    };
    intake.store(new).await?;
    tracing::info!(
        plan = report.plan,
        duty = report.duty,
        unit = report.unit,
        revision,
        "received a report"
    );
    Ok(fresh_text(StatusCode::CREATED, receipt, language))
}

/// What the unit has reported of periods that are over, of which the rules choose what is earlier. One that this version
/// can no longer read is passed over: it cannot be held against anything.
async fn earlier(intake: &mut Intake, subject: Subject<'_>) -> Result<Past, sqlx::Error> {
    let texts = intake.earlier(subject).await?;
    let read = texts
        .iter()
        .filter_map(|text| Report::parse(text.as_bytes()).ok());
    Ok(read.collect::<Vec<_>>().into())
}

/// The duty instance that the report answers.
fn owed(plan: &Plan, report: &Report) -> Option<Instance> {
    let (duty, unit) = (plan.duty(&report.duty)?, plan.unit(&report.unit)?);
    let instances = schedule::instances_of(plan, duty, unit);
    instances
        .into_iter()
        .find(|instance| instance.is_of(&report.duty, report.period))
}

/// The identity in the address, in lower case, so that it is one identity however it is written.
pub(super) fn submission_id(
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

pub(super) fn refused(findings: &[Finding], edition: &Edition, language: Language) -> Problem {
    match serde_json::to_value(in_words(findings, &edition.plan, language)) {
        Ok(findings) => language.problem(Trouble::Findings(findings)),
        Err(error) => Problem::internal(&error, language),
    }
}
