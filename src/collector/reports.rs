//! What a unit has sent, as it sent it, for the unit's next device.

use super::access::Identity;
use super::plans::{Of, edition};
use super::reply::fresh_text;
use super::state::Collector;
use super::store::Holding;
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::read::from_object;
use crate::report::FORMAT;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The most characters of reports and receipts that are answered, the newest first: at the largest that
/// is taken in still four reports, at the usual size all of several years.
const MOST: i64 = 12 * 1024 * 1024;

/// A report with its receipt, as the sending device keeps them.
#[derive(Serialize)]
struct Kept {
    receipt: Box<RawValue>,
    submission: Sent,
}

/// A submission whose report is JSON already.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sent {
    format: u32,
    id: String,
    prepared_at: Instant,
    report: Box<RawValue>,
}

/// What is read of a receipt.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
struct Prepared {
    prepared_at: Instant,
}

from_object!(Prepared);

/// `GET /api/plans/{id}/reports?unit=…`: the revision that holds of each duty and period of a unit, with
/// its receipt, in order of arrival, for the unit and its offices.
///
/// Figures are not public: where the collector is open to all, who brings no code is answered 401, not an
/// empty list, which would say that nothing was sent. A page without a code does not ask.
pub async fn reports(
    identity: Identity,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    of: Result<Query<Of>, QueryRejection>,
) -> Result<Response, Trouble> {
    if identity == Identity::Anyone {
        return Err(Trouble::TokenMissing);
    }
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, id, |id| identity.sees_plan(id))?;
    let plan = &edition.plan;
    if !identity.reads(plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    let unit = plan.unit(&of.unit).ok_or(Trouble::UnknownUnit)?;
    let (store, answers) = (collector.store(), collector.answers());
    let made = answers.made(async || {
        let holding = store
            .holding_of(plan.id.as_str(), unit.id.as_str(), MOST)
            .await?;
        Ok(move || {
            let kept: Result<Vec<Kept>, _> = holding.into_iter().map(Kept::of).collect();
            Ok(serde_json::to_string(&kept?)?)
        })
    });
    Ok(fresh_text(StatusCode::OK, made.await?))
}

impl Kept {
    fn of(holding: Holding) -> serde_json::Result<Self> {
        let Prepared { prepared_at } = serde_json::from_str(&holding.receipt)?;
        Ok(Self {
            receipt: RawValue::from_string(holding.receipt)?,
            submission: Sent {
                format: FORMAT,
                id: holding.id,
                prepared_at,
                report: RawValue::from_string(holding.report)?,
            },
        })
    }
}
