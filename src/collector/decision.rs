//! What the office decides about a report: it accepts it, or returns it with reasons.

use super::access::{Identity, Office};
use super::body::read;
use super::language::Language;
use super::problem::Problem;
use super::reply::fresh;
use super::state::Collector;
use super::store::{Decided, Decision};
use super::submissions::{may_read, submission_id};
use super::trouble::Trouble;
use crate::calendar::{Instant, Offset};
use crate::message;
use crate::read::{from_object, object};
use crate::schedule::Status;
use crate::text;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};

/// The most characters of a reason.
const LONGEST_REASON: usize = 2_000;

/// The most fields that are returned with a reason each.
const MOST_FIELDS: usize = 300;

/// The most bytes of a field's path.
const LONGEST_PATH: usize = 300;

/// A decision as the office sends it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct Verdict {
    outcome: Outcome,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    fields: Vec<FieldReason>,
}

from_object!(Verdict);

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Outcome {
    /// It is taken as it is, and can no longer be amended.
    Accepted,
    /// It is given back to be mended.
    Returned,
}

impl Outcome {
    /// Its name in the database.
    const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }
}

/// What is to be mended of a field, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct FieldReason {
    /// The field, as a JSON Pointer into the report.
    path: String,
    /// What is wrong with it.
    reason: String,
}

object!(FieldReason);

/// A decision as it is told.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// The revision about which it was made.
    submission: String,
    /// `accepted`, `returned`; `received` where nothing was decided yet.
    outcome: Status,
    reason: String,
    fields: Vec<FieldReason>,
    decided_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    decided_text: Option<String>,
    /// By what the office was known; told to offices alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_by: Option<String>,
}

impl Told {
    /// A decision in words, on a plan's clock.
    #[must_use]
    pub fn new(decision: Decision, offset: Offset, language: Language) -> Self {
        let decided_at = Instant::from_unix_seconds(decision.decided_at);
        Self {
            submission: decision.submission,
            outcome: status(Some(&decision.outcome)),
            reason: decision.reason,
            // What is in the database was written from fields.
            fields: serde_json::from_str(&decision.fields).unwrap_or_default(),
            decided_at,
            decided_text: decided_at.map(|at| message::moment(at, offset, language.0)),
            decided_by: None,
        }
    }

    /// What was decided.
    #[must_use]
    pub fn outcome(&self) -> Status {
        self.outcome
    }

    /// The same for an office.
    #[must_use]
    pub fn to_office(decision: Decision, offset: Offset, language: Language) -> Self {
        let decided_by = Some(decision.decided_by.clone());
        Self {
            decided_by,
            ..Self::new(decision, offset, language)
        }
    }
}

/// How a report stands after its last decision.
#[must_use]
pub fn status(outcome: Option<&str>) -> Status {
    match outcome {
        Some("accepted") => Status::Accepted,
        Some("returned") => Status::Returned,
        _ => Status::Received,
    }
}

/// `POST /api/office/submissions/{uuid}/decision`: accepts or returns a report. 201 the first time, 200
/// with the same decision when it comes again; 409 where an amendment has come in the meantime.
pub async fn decide(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let failed = |error: sqlx::Error| Problem::database(&error, language);
    let id = submission_id(id, language)?;
    let stored = collector.store().submission(&id).await.map_err(failed)?;
    let unknown = || language.problem(Trouble::UnknownSubmission);
    let stored = stored.ok_or_else(unknown)?;
    let edition = collector.catalogue().any(&stored.plan, stored.plan_version);
    let plan = &edition.ok_or_else(unknown)?.plan;
    if !office.oversees(plan, &stored.unit) {
        return Err(unknown());
    }
    let verdict = usable(read(&headers, body, language)?);
    let verdict = verdict.ok_or_else(|| language.problem(Trouble::UnusableDecision))?;
    let fields = serde_json::to_string(&verdict.fields);
    let new = Decision {
        submission: id,
        outcome: verdict.outcome.name().to_owned(),
        reason: verdict.reason,
        fields: fields.map_err(|error| Problem::internal(&error, language))?,
        decided_at: collector.now().unix_seconds(),
        decided_by: office.name().to_owned(),
    };
    let intake = collector.store().begin(&stored.plan, &stored.unit).await;
    let decided = intake.map_err(failed)?.decide(&new).await.map_err(failed)?;
    let (status, decision) = match decided {
        Decided::New => (StatusCode::CREATED, new),
        Decided::Again(decision) => (StatusCode::OK, decision),
        Decided::Superseded => return Err(language.problem(Trouble::Superseded)),
    };
    fresh(
        status,
        &Told::to_office(decision, plan.offset, language),
        language,
    )
}

/// The decision with its texts cleaned, if it says what it must and no more than it may: who returns a
/// report says why, and who accepts one asks for nothing.
fn usable(verdict: Verdict) -> Option<Verdict> {
    let reason = text::clean(&verdict.reason).into_owned();
    let fields: Vec<FieldReason> = verdict
        .fields
        .into_iter()
        .map(|field| FieldReason {
            reason: text::clean(&field.reason).into_owned(),
            ..field
        })
        .collect();
    is_usable(verdict.outcome.name(), &reason, &fields).then_some(Verdict {
        outcome: verdict.outcome,
        reason,
        fields,
    })
}

/// Whether a decision, its texts cleaned, says what it must and no more than it may.
pub(super) fn is_usable(outcome: &str, reason: &str, fields: &[FieldReason]) -> bool {
    let short = |reason: &str| {
        reason.chars().count() <= LONGEST_REASON && text::first_active(reason, true).is_none()
    };
    let fits = |field: &FieldReason| {
        let path = &field.path;
        path.starts_with('/')
            && path.len() <= LONGEST_PATH
            && !path.contains(text::is_active)
            && !field.reason.is_empty()
            && short(&field.reason)
    };
    let says_enough = match status(Some(outcome)) {
        Status::Accepted => fields.is_empty(),
        Status::Returned => !reason.is_empty() || !fields.is_empty(),
        Status::Received => false,
    };
    says_enough && short(reason) && fields.len() <= MOST_FIELDS && fields.iter().all(fits)
}

/// `GET /api/submissions/{uuid}/decision`: how a submission stands and, where it was returned, what is
/// to be mended; for those who may read its receipt.
pub async fn of_submission(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let failed = |error: sqlx::Error| Problem::database(&error, language);
    let id = submission_id(id, language)?;
    let stored = collector.store().submission(&id).await.map_err(failed)?;
    let stored = stored
        .filter(|stored| may_read(&identity, &collector, stored))
        .ok_or_else(|| language.problem(Trouble::UnknownSubmission))?;
    let edition = collector.catalogue().any(&stored.plan, stored.plan_version);
    let offset = edition.map_or(Offset::UTC, |edition| edition.plan.offset);
    let decisions = collector.store().decisions(&id).await.map_err(failed)?;
    let told = match decisions.into_iter().next_back() {
        Some(decision) => Told::new(decision, offset, language),
        None => Told {
            submission: id,
            outcome: Status::Received,
            reason: String::new(),
            fields: Vec::new(),
            decided_at: None,
            decided_text: None,
            decided_by: None,
        },
    };
    fresh(StatusCode::OK, &told, language)
}
