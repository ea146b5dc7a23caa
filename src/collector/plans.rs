//! The plans, and what a unit has sent of one.

use super::access::Identity;
use super::catalogue::Edition;
use super::decision::told;
use super::language::Language;
use super::problem::Problem;
use super::reply::{fresh, kept};
use super::state::Collector;
use super::store::Arrival;
use super::trouble::Trouble;
use crate::calendar::{Date, Instant, Period};
use crate::office::{self, DecisionView};
use crate::plan::Id;
use crate::read::from_object;
use crate::schedule::Sent;
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

/// `GET /api/health`: whether the collector and its database answer and take what is written, and what its clock
/// shows.
pub async fn health(
    State(collector): State<Collector>,
    language: Language,
) -> Result<Response, Problem> {
    collector
        .check_pulse()
        .await
        .map_err(|error| Problem::database(&error, language))?;
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
    identity: Identity,
    State(collector): State<Collector>,
    language: Language,
) -> Result<Response, Problem> {
    let entries: Vec<_> = collector
        .catalogue()
        .current()
        .map(|edition| &edition.plan)
        .filter(|plan| identity.sees_plan(plan.id.as_str()))
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
#[serde(remote = "Self")]
pub struct Form {
    full: Option<String>,
    version: Option<u32>,
}

from_object!(Form);

/// `GET /api/plans/{id}`: a plan as the form loads it; `?full` in full; `?version=` an older version.
pub async fn one(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    form: Result<Query<Form>, QueryRejection>,
    asked: HeaderMap,
    language: Language,
) -> Result<Response, Problem> {
    let Query(form) = form.map_err(|_| language.problem(Trouble::Parameter("version")))?;
    let current = edition(&collector, id, |id| identity.sees_plan(id), language)?;
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

/// The query of what is asked of one unit.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct Of {
    /// The unit's identity.
    pub(super) unit: String,
}

from_object!(Of);

/// What [`status`] answers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Standing {
    now: Instant,
    sent: Vec<Sent>,
    decisions: Vec<Decided>,
}

/// A decision, and of which duty and period.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Decided {
    duty: String,
    period: Option<Period>,
    #[serde(flatten)]
    told: DecisionView,
}

/// `GET /api/plans/{id}/status?unit=…`: what a unit has sent, without figures: the duties' periods
/// with the moment at which the first report of each came, what the office decided about them, and the
/// office's hour, for devices whose own clock is wrong.
/// Reasons are for the unit and its offices: where anyone may ask, they are asked for by the
/// submission's identity, as receipts are.
pub async fn status(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<Of>, QueryRejection>,
    language: Language,
) -> Result<Response, Problem> {
    let Query(of) = of.map_err(|_| language.problem(Trouble::Parameter("unit")))?;
    let edition = edition(&collector, id, |id| identity.sees_plan(id), language)?;
    if !identity.reads(&edition.plan, &of.unit) {
        return Err(language.problem(Trouble::NotYours));
    }
    let unit = edition
        .plan
        .unit(&of.unit)
        .ok_or_else(|| language.problem(Trouble::UnknownUnit))?;
    let arrivals = collector
        .store()
        .arrivals_of(edition.plan.id.as_str(), unit.id.as_str())
        .await;
    let arrivals = arrivals.map_err(|error| Problem::database(&error, language))?;
    let decisions = match identity {
        Identity::Anyone => Vec::new(),
        Identity::Known { .. } => collector
            .store()
            .decisions_of(edition.plan.id.as_str(), unit.id.as_str())
            .await
            .map_err(|error| Problem::database(&error, language))?,
    };
    let decided = decisions.into_iter().filter_map(|decision| {
        let arrival = arrivals
            .iter()
            .find(|arrival| arrival.id == decision.submission)?;
        Some(Decided {
            duty: arrival.duty.clone(),
            period: sent(arrival).map(|sent| sent.period),
            told: told(decision, edition.plan.offset, language),
        })
    });
    let standing = Standing {
        now: collector.now(),
        decisions: decided.collect(),
        sent: arrivals.iter().filter_map(sent).collect(),
    };
    fresh(StatusCode::OK, &standing, language)
}

/// The current version of the plan that the address names, for whom `sees` it.
pub(super) fn edition(
    collector: &Collector,
    id: Result<Path<String>, PathRejection>,
    sees: impl Fn(&str) -> bool,
    language: Language,
) -> Result<&Arc<Edition>, Problem> {
    let Path(id) = id.map_err(|_| language.problem(Trouble::UnknownPlan))?;
    if !sees(&id) {
        return Err(language.problem(Trouble::NotYours));
    }
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
        status: office::status(arrival.outcome.as_deref()),
    })
}
