//! What only the office may read.

use super::in_words::{InWords, in_words};
use super::language::Language;
use super::overview::Overview;
use super::plans::edition;
use super::problem::Problem;
use super::reply::fresh;
use super::state::Collector;
use super::submissions::identity;
use super::token::Office;
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::form::{self, Review};
use crate::message;
use crate::report::{Receipt, Report};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};

/// The query of [`overview`].
#[derive(Deserialize)]
pub struct At {
    now: Option<String>,
}

/// `GET /api/office/plans/{id}/overview`: per duty and period, every unit that owes it and its state,
/// now or at `?now=`.
pub async fn overview(
    _: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let unreadable = || language.problem(Trouble::Parameter("now"));
    let Query(at) = at.map_err(|_| unreadable())?;
    let now = match at.now {
        None => collector.now(),
        // A "+" that was not escaped arrives as a space.
        Some(text) => Instant::parse_iso(&text.replace(' ', "+")).map_err(|_| unreadable())?,
    };
    let plan = &edition(&collector, id, language)?.plan;
    let arrivals = collector.store().arrivals(plan.id.as_str()).await;
    let arrivals = arrivals.map_err(|error| Problem::internal(&error, language))?;
    fresh(
        StatusCode::OK,
        &Overview::new(plan, &arrivals, now, language.0),
        language,
    )
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole<'a> {
    receipt: &'a Receipt,
    /// When it came, in words, on the plan's clock.
    received_text: String,
    report: &'a Report,
    review: Review,
    findings: Vec<InWords<'a>>,
}

/// `GET /api/office/submissions/{uuid}`: one report with its receipt and findings, in words.
pub async fn submission(
    _: Office,
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
    let unreadable = |error: serde_json::Error| Problem::internal(&error, language);
    let receipt: Receipt = serde_json::from_str(&stored.receipt).map_err(unreadable)?;
    let report: Report = serde_json::from_str(&stored.report).map_err(unreadable)?;
    let catalogue = collector.catalogue();
    let edition = catalogue
        .version(&report.plan, report.plan_version)
        .or_else(|| catalogue.edition(&report.plan));
    let plan = &edition
        .ok_or_else(|| language.problem(Trouble::UnknownPlan))?
        .plan;
    let findings = in_words(&receipt.findings, plan, language);
    fresh(
        StatusCode::OK,
        &Whole {
            receipt: &receipt,
            received_text: message::moment(receipt.received_at, plan.offset, language.0),
            report: &report,
            review: form::review(plan, &report, language.0),
            findings,
        },
        language,
    )
}
