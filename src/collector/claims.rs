//! Which activities of a unit others have reported too, so that its form can say so before it sends.

use super::access::Identity;
use super::body::Body;
use super::plans::{Of, edition};
use super::reply::fresh;
use super::state::Collector;
use super::trouble::Trouble;
use crate::report::{Claims, shape};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;

/// One claim that another unit makes too.
#[derive(Serialize)]
struct Claimed<'p> {
    /// The place of the claim among those asked about.
    claim: usize,
    /// The other unit's identity.
    unit: &'p str,
}

/// `POST /api/plans/{id}/claims?unit=…`: of the activities in the body those that other units have reported
/// too, with the names of these units and nothing else of theirs. Who asks knows the activity already.
pub async fn claims(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<Of>, QueryRejection>,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, id, |id| identity.sees_plan(id))?;
    let plan = &edition.plan;
    if !identity.reads(plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    if plan.unit(&of.unit).is_none() {
        return Err(Trouble::UnknownUnit);
    }
    let body = body?;
    let claims = Claims {
        activities: body.json()?,
    };
    let findings = shape(&claims);
    if !findings.is_empty() {
        return Err(Trouble::Findings(findings, Arc::clone(&edition.plan)));
    }
    let held = collector.rollups().at_hand(collector.store(), &edition);
    let held = held.await?;
    let unit = of.unit;
    let found =
        tokio::task::spawn_blocking(move || held.rollup.also_claimed(&unit, &claims.activities));
    let found = found.await.map_err(|error| Trouble::internal(&error))?;
    let claimed: Vec<Claimed<'_>> = found
        .into_iter()
        .filter_map(|(claim, unit)| {
            let unit = plan.units.get(unit)?.id.as_str();
            Some(Claimed { claim, unit })
        })
        .collect();
    fresh(StatusCode::OK, &claimed)
}
