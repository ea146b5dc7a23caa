//! A plan's progress as the office sees it, rolled up from all that has come.

use super::asking::Office;
use super::catalogue::Edition;
use super::language::Language;
use super::office::{At, moment};
use super::plans::edition;
use super::rollups;
use super::state::Collector;
use super::trouble::Trouble;
use super::views::{Asking, minute};
use crate::form::word;
use crate::office::summary;
use crate::plan::Plan;
use crate::progress;
use crate::text::Lang;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// What is told of a plan's progress.
#[derive(Clone, Copy, Debug)]
enum Told {
    /// Targets, matrix, completeness.
    View,
    /// What the office reports of it to the level above, as the parts of a Word file.
    Paper,
}

/// `GET /api/office/plans/{id}/progress`: targets, matrix, completeness, now or at `?now=`. Of a moment in
/// the past it tells what had come by then. An office of some units is told what those reach.
pub async fn progress(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    head: HeaderMap,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    told(Told::View, (office, collector, id, at), &head, lang).await
}

/// `GET /api/office/plans/{id}/paper`: the same as the office reports it to the level above, as the parts of a Word file:
/// pairs of name and text, in the order in which they are packed. It is in Vietnamese.
pub async fn paper(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    head: HeaderMap,
) -> Result<Response, Trouble> {
    told(Told::Paper, (office, collector, id, at), &head, Lang::Vi).await
}

/// Who asks, of which plan, of which moment.
type Asked = (
    Office,
    Collector,
    Result<Path<String>, PathRejection>,
    Result<Query<At>, QueryRejection>,
);

async fn told(
    told: Told,
    (office, collector, id, at): Asked,
    head: &HeaderMap,
    lang: Lang,
) -> Result<Response, Trouble> {
    let asked_of = moment(at)?;
    let now = asked_of.unwrap_or_else(|| minute(collector.now()));
    let edition = edition(&collector, id, |id| office.sees_plan(id))?;
    let held = held(&collector, &edition, &office).await?;
    let store = collector.store();
    let told_of = format!("progress {told:?}");
    let about = rollups::about(&told_of, &held, office.unit(), now, lang);
    let asking = Asking {
        from: office.from(),
        head,
    };
    collector
        .views()
        .answer(about, asking, async || {
            let held = rollups::as_of(held, store, asked_of).await?;
            Ok(move || {
                let view = progress::progress(&held.plan, &held.rollup.at(now), lang);
                match told {
                    Told::View => serde_json::to_vec(&view),
                    Told::Paper => serde_json::to_vec(&word(&summary(&held.plan, &view, now))),
                }
            })
        })
        .await
}

/// What has come by now, rolled up; for an office of some units, of those alone.
pub(super) async fn held(
    collector: &Collector,
    edition: &Arc<Edition>,
    office: &Office,
) -> Result<Arc<rollups::Held>, Trouble> {
    let key = (
        edition.plan.id.as_str().to_owned(),
        office.unit().map(str::to_owned),
    );
    let own = || own_units(edition, office);
    let rollups = collector.rollups();
    Ok(rollups.newest(collector.store(), edition, key, own).await?)
}

/// The plan with no other units than the office's own.
fn own_units(edition: &Edition, office: &Office) -> Arc<Plan> {
    let mut plan = Plan::clone(&edition.plan);
    plan.units
        .retain(|unit| office.oversees(&edition.plan, unit.id.as_str()));
    Arc::new(plan)
}
