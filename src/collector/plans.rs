//! The plans, and what a unit has sent of one.

use super::catalogue::Edition;
use super::language::Language;
use super::problem::Problem;
use super::reply::{fresh, kept};
use super::state::Collector;
use super::store::Arrival;
use super::trouble::Trouble;
use crate::calendar::{Date, Instant, Period};
use crate::plan::Id;
use crate::schedule::{Sent, Status};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    now: Instant,
}

/// `GET /api/health`: whether the collector and its database answer, and what its clock shows.
pub async fn health(
    State(collector): State<Collector>,
    language: Language,
) -> Result<Response, Problem> {
    collector
        .store()
        .ping()
        .await
        .map_err(|error| Problem::internal(&error, language))?;
    let health = Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        now: collector.now(),
    };
    fresh(StatusCode::OK, &health, language)
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a Id,
    version: u32,
    title: &'a str,
    period: Period,
}

/// `GET /api/plans`: the plans of which reports are taken in.
pub async fn list(
    State(collector): State<Collector>,
    language: Language,
) -> Result<Response, Problem> {
    let entry = |edition: &'_ Arc<Edition>| Arc::clone(edition);
    let editions: Vec<_> = collector.catalogue().current().map(entry).collect();
    let entries: Vec<_> = editions
        .iter()
        .map(|edition| &edition.plan)
        .map(|plan| Entry {
            id: &plan.id,
            version: plan.version,
            title: &plan.title,
            period: plan.period,
        })
        .collect();
    fresh(StatusCode::OK, &entries, language)
}

/// The query of [`one`].
#[derive(Deserialize)]
pub struct Form {
    full: Option<String>,
    version: Option<u32>,
}

/// `GET /api/plans/{id}`: a plan as the form loads it; `?full` in full; `?version=` an older version.
pub async fn one(
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    form: Result<Query<Form>, QueryRejection>,
    asked: HeaderMap,
    language: Language,
) -> Result<Response, Problem> {
    let Query(form) = form.map_err(|_| language.problem(Trouble::Parameter("version")))?;
    let current = edition(&collector, id, language)?;
    let edition = match form.version {
        None => current,
        Some(version) => collector
            .catalogue()
            .version(current.plan.id.as_str(), version)
            .ok_or_else(|| language.problem(Trouble::UnknownVersion))?,
    };
    kept(
        if form.full.is_some() {
            &edition.whole
        } else {
            &edition.light
        },
        &asked,
        language,
    )
}

/// The query of [`status`].
#[derive(Deserialize)]
pub struct Of {
    unit: String,
}

/// `GET /api/plans/{id}/status?unit=…`: what a unit has sent, without figures: the duties' periods
/// with the moment at which the first report of each came.
pub async fn status(
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<Of>, QueryRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let Query(of) = of.map_err(|_| language.problem(Trouble::Parameter("unit")))?;
    let edition = edition(&collector, id, language)?;
    let unit = edition
        .plan
        .unit(&of.unit)
        .ok_or_else(|| language.problem(Trouble::UnknownUnit))?;
    let arrivals = collector
        .store()
        .arrivals_of(edition.plan.id.as_str(), unit.id.as_str())
        .await;
    let arrivals = arrivals.map_err(|error| Problem::internal(&error, language))?;
    let sent: Vec<Sent> = arrivals.iter().filter_map(sent).collect();
    fresh(StatusCode::OK, &sent, language)
}

/// The current version of the plan that the address names.
pub(super) fn edition(
    collector: &Collector,
    id: Result<Path<String>, PathRejection>,
    language: Language,
) -> Result<&Arc<Edition>, Problem> {
    let Path(id) = id.map_err(|_| language.problem(Trouble::UnknownPlan))?;
    collector
        .catalogue()
        .edition(&id)
        .ok_or_else(|| language.problem(Trouble::UnknownPlan))
}

/// An arrival as the schedule takes it. What counts is when the first report came: a unit that mends
/// a figure after the deadline was on time all the same, and must not be put off mending it.
pub(super) fn sent(arrival: &Arrival) -> Option<Sent> {
    let (from, to) = (
        Date::parse_iso(&arrival.period_from).ok()?,
        Date::parse_iso(&arrival.period_to).ok()?,
    );
    Some(Sent {
        duty: Id::new(arrival.duty.as_str()).ok()?,
        period: Period::new(from, to).ok()?,
        received_at: Instant::from_unix_seconds(arrival.first_received_at)?,
        status: Status::Received,
    })
}
