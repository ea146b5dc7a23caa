//! The plans, and what a unit has sent of one.

use super::access::Identity;
use super::catalogue::Edition;
use super::decision::told;
use super::language::Language;
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
pub async fn health(State(collector): State<Collector>) -> Result<Response, Trouble> {
    collector.check_pulse().await?;
    let health = Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        now: collector.now(),
    };
    fresh(StatusCode::OK, &health)
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
) -> Result<Response, Trouble> {
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
    fresh(StatusCode::OK, &entries)
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
) -> Result<Response, Trouble> {
    let Query(form) = form.map_err(|_| Trouble::Parameter("version"))?;
    let current = edition(&collector, id, |id| identity.sees_plan(id))?;
    let edition = match form.version {
        None => current,
        Some(version) => collector
            .catalogue()
            .version(current.plan.id.as_str(), version)
            .ok_or(Trouble::UnknownVersion)?,
    };
    kept(
        if form.full.is_some() {
            &edition.whole
        } else {
            &edition.light
        },
        &asked,
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
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, id, |id| identity.sees_plan(id))?;
    if !identity.reads(&edition.plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    let unit = edition.plan.unit(&of.unit).ok_or(Trouble::UnknownUnit)?;
    let arrivals = collector
        .store()
        .arrivals_of(edition.plan.id.as_str(), unit.id.as_str())
        .await;
    let arrivals = arrivals?;
    let decisions = match identity {
        Identity::Anyone => Vec::new(),
        Identity::Known { .. } => {
            collector
                .store()
                .decisions_of(edition.plan.id.as_str(), unit.id.as_str())
                .await?
        }
    };
    let decided = decisions.into_iter().filter_map(|decision| {
        let arrival = arrivals
            .iter()
            .find(|arrival| arrival.id == decision.submission)?;
        Some(Decided {
            duty: arrival.duty.clone(),
            period: sent(arrival).map(|sent| sent.period),
            told: told(decision, edition.plan.offset, lang),
        })
    });
    let standing = Standing {
        now: collector.now(),
        decisions: decided.collect(),
        sent: arrivals.iter().filter_map(sent).collect(),
    };
    fresh(StatusCode::OK, &standing)
}

/// The current version of the plan that the address names, for whom `sees` it.
pub(super) fn edition(
    collector: &Collector,
    id: Result<Path<String>, PathRejection>,
    sees: impl Fn(&str) -> bool,
) -> Result<&Arc<Edition>, Trouble> {
    let Path(id) = id.map_err(|_| Trouble::UnknownPlan)?;
    if !sees(&id) {
        return Err(Trouble::NotYours);
    }
    collector
        .catalogue()
        .edition(&id)
        .ok_or(Trouble::UnknownPlan)
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
