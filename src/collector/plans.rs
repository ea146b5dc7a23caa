//! The plans, and what a unit has sent of one.

use super::access::Identity;
use super::catalogue::{Edition, Served};
use super::decision::told;
use super::language::Language;
use super::reply::{fresh, fresh_text, kept, public};
use super::state::Collector;
use super::store::Arrival;
use super::trouble::Trouble;
use crate::calendar::{Instant, Period};
use crate::office::{self, DecisionView, PlanState};
use crate::plan::{Id, Plan};
use crate::read::from_object;
use crate::schedule::Sent;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Health {
    status: &'static str,
    version: &'static str,
    now: Instant,
    wrong_files: usize,
}

/// `GET /api/health`: whether the collector and its database answer and take what is written, what its clock
/// shows, and how many files of its plans are not served as they stand.
pub async fn health(State(collector): State<Collector>) -> Result<Response, Trouble> {
    collector.check_pulse().await?;
    let health = Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        now: collector.now(),
        wrong_files: collector.catalogue().wrong_files().len(),
    };
    fresh(StatusCode::OK, &health)
}

/// Sees to it that each request finds the plans as they are: what was put into the folder, and what another collector
/// on the same database has taken up.
pub async fn seen(State(collector): State<Collector>, request: Request, next: Next) -> Response {
    collector.look().await;
    next.run(request).await
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a Id,
    version: u32,
    title: &'a str,
    period: Period,
}

/// `GET /api/plans`: the plans of which reports are taken in; without a code those that are shown to everyone.
pub async fn list(
    identity: Result<Identity, Trouble>,
    State(collector): State<Collector>,
    asked: HeaderMap,
) -> Result<Response, Trouble> {
    let access = collector.access();
    let catalogue = collector.catalogue();
    let listed = |sees: &dyn Fn(&str) -> bool| {
        let plans = catalogue.current().map(|edition| &edition.plan);
        let open = plans.filter(|plan| catalogue.state(plan.id.as_str()) == PlanState::Open);
        let seen = open.filter(|plan| sees(plan.id.as_str()));
        let entries: Vec<_> = seen.map(|plan| Entry::of(plan)).collect();
        serde_json::to_string(&entries)
    };
    match identity {
        Ok(identity) => {
            let entries = listed(&|id| identity.sees_plan(id))?;
            Ok(fresh_text(StatusCode::OK, entries))
        }
        // Not an empty list, which would say that there are none.
        Err(Trouble::TokenMissing) if access.shows_any() => {
            let entries = listed(&|id| access.shows(id))?;
            public(&Served::new(entries), &asked)
        }
        Err(trouble) => Err(trouble),
    }
}

impl<'a> Entry<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self {
            id: &plan.id,
            version: plan.version,
            title: &plan.title,
            period: plan.period,
        }
    }
}

/// The query of [`one`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct Form {
    full: Option<String>,
    version: Option<u32>,
}

from_object!(Form);

/// `GET /api/plans/{id}`: a plan as the form loads it, for everyone; `?full` in full; `?version=` an older version.
///
/// What the form loads of an issued plan names offices and roles, no people, and holds nothing that a unit has sent: a
/// page that shows the form has it before anybody has entered a code. The whole plan, with what only an office reads, is
/// for those who are known.
pub async fn one(
    identity: Result<Identity, Trouble>,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    form: Result<Query<Form>, QueryRejection>,
    asked: HeaderMap,
) -> Result<Response, Trouble> {
    let Query(form) = form.map_err(|_| Trouble::Parameter("version"))?;
    let identity = match identity {
        Err(Trouble::TokenMissing) if form.full.is_none() => None,
        known => Some(known?),
    };
    let current = edition(&collector, id, |id| shows(identity.as_ref(), id))?;
    let edition = match form.version {
        None => current,
        Some(version) => collector
            .version(current.plan.id.as_str(), version)
            .await?
            .ok_or(Trouble::UnknownVersion)?,
    };
    if form.full.is_some() {
        kept(&edition.whole, &asked)
    } else {
        public(&edition.light, &asked)
    }
}

/// Whether someone may see what everyone may see of a plan; whoever is known, of those that are theirs alone.
fn shows(identity: Option<&Identity>, plan: &str) -> bool {
    identity.is_none_or(|identity| identity.sees_plan(plan))
}

/// The query of [`first`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct OfDuty {
    duty: String,
}

from_object!(OfDuty);

/// `GET /api/plans/{id}/first?duty=…`: the first screen of the forms of a duty, in words, which a page shows before the core
/// is there; for everyone, as the light plan is, from which it is made.
pub async fn first(
    identity: Result<Identity, Trouble>,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<OfDuty>, QueryRejection>,
    Language(lang): Language,
    asked: HeaderMap,
) -> Result<Response, Trouble> {
    let Query(OfDuty { duty }) = of.map_err(|_| Trouble::Parameter("duty"))?;
    let identity = match identity {
        Err(Trouble::TokenMissing) => None,
        known => Some(known?),
    };
    let edition = edition(&collector, id, |id| shows(identity.as_ref(), id))?;
    let made = tokio::task::spawn_blocking(move || edition.first(&duty, lang)).await;
    let made = made.map_err(|error| Trouble::internal(&error))?;
    let mut response = public(&made.ok_or(Trouble::Parameter("duty"))?, &asked)?;
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from(ACCEPT_LANGUAGE));
    Ok(response)
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
) -> Result<Arc<Edition>, Trouble> {
    let Path(id) = id.map_err(|_| Trouble::UnknownPlan)?;
    if !sees(&id) {
        return Err(Trouble::NotYours);
    }
    collector.edition(&id).ok_or(Trouble::UnknownPlan)
}

/// An arrival as the schedule takes it. What counts is when the first report came: a unit that mends
/// a figure after the deadline was on time all the same, and must not be put off mending it.
pub(super) fn sent(arrival: &Arrival) -> Option<Sent> {
    Some(Sent {
        duty: Id::new(arrival.duty.as_str()).ok()?,
        period: Period::of_texts(&arrival.period_from, &arrival.period_to)?,
        received_at: Instant::from_unix_seconds(arrival.first_received_at)?,
        status: office::status(arrival.outcome.as_deref()),
    })
}
