//! What the units below one sent, for the report in which it gathers them.

use super::access::Identity;
use super::plans::edition;
use super::reply::fresh;
use super::state::Collector;
use super::trouble::Trouble;
use crate::calendar::{Date, Period};
use crate::read::from_object;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// The query of [`below`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct OfOccasion {
    unit: String,
    duty: String,
    from: Date,
    to: Date,
}

from_object!(OfOccasion);

/// `GET /api/plans/{id}/below?unit=…&duty=…&from=…&to=…`: what the units below one sent of the days of a report that gathers
/// them: one report of each that sent anything, with the figures that add up and nothing else. For the unit and its offices.
/// An empty list where the duty gathers nothing.
///
/// Figures are not public: who brings no code is answered 401, also where anyone may report.
pub async fn below(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<OfOccasion>, QueryRejection>,
) -> Result<Response, Trouble> {
    if identity == Identity::Anyone {
        return Err(Trouble::TokenMissing);
    }
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, id, |id| identity.sees_plan(id))?;
    if !identity.reads(&edition.plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    if edition.plan.unit(&of.unit).is_none() {
        return Err(Trouble::UnknownUnit);
    }
    let period = Period::new(of.from, of.to).map_err(|_| Trouble::Parameter("to"))?;
    let held = collector.rollups().at_hand(collector.store(), &edition);
    let held = held.await?;
    let told =
        tokio::task::spawn_blocking(move || held.rollup.below(&of.unit, &of.duty, period)).await;
    fresh(
        StatusCode::OK,
        &told.map_err(|error| Trouble::internal(&error))?,
    )
}
