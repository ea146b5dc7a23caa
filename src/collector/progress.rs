//! A plan's progress as the office sees it, rolled up from all that has come.

use super::access::Office;
use super::catalogue::Edition;
use super::language::Language;
use super::office::{At, moment};
use super::plans::edition;
use super::problem::Problem;
use super::rollups::{self, Held};
use super::state::Collector;
use super::views::minute;
use crate::calendar::Instant;
use crate::plan::Plan;
use crate::progress;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// `GET /api/office/plans/{id}/progress`: targets, matrix, completeness, now or at `?now=`. Of a moment in
/// the past it tells what had come by then. An office of some units is told what those reach.
pub async fn progress(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    asked: HeaderMap,
    language: Language,
) -> Result<Response, Problem> {
    let now = moment(at, language)?.unwrap_or_else(|| minute(collector.now()));
    let edition = edition(&collector, id, |id| office.sees_plan(id), language)?;
    let failed = |error: sqlx::Error| Problem::database(&error, language);
    let key = (
        edition.plan.id.as_str().to_owned(),
        office.unit().map(str::to_owned),
    );
    let own = || own_units(edition, &office);
    let (rollups, store) = (collector.rollups(), collector.store());
    let held = rollups.newest(store, edition, key, own).await;
    let held = held.map_err(failed)?;
    let about = about(&held, &office, now, language);
    collector
        .views()
        .answer(about, &asked, language, async || {
            let is_past = now.unix_seconds() < held.latest.max(held.stand.latest);
            let held = if is_past {
                rollups::until(&held, store, now).await.map_err(failed)?
            } else {
                held
            };
            Ok(move || {
                let view = progress::progress(&held.plan, &held.rollup.at(now), language.0);
                serde_json::to_vec(&view)
            })
        })
        .await
}

/// From what the answer follows: what was rolled up, for whom, when, and in which words.
fn about(held: &Held, office: &Office, now: Instant, language: Language) -> String {
    format!(
        "progress {} {} {} {} {} {} {}",
        held.edition.whole.tag,
        office.unit().unwrap_or_default(),
        held.rows,
        held.newest,
        held.stand.decisions,
        now.unix_seconds(),
        language.code(),
    )
}

/// The plan with no other units than the office's own.
fn own_units(edition: &Edition, office: &Office) -> Arc<Plan> {
    let mut plan = Plan::clone(&edition.plan);
    plan.units
        .retain(|unit| office.oversees(&edition.plan, unit.id.as_str()));
    Arc::new(plan)
}
