//! What an office does with files: it sees which a unit has sent, and can take one away. What it was, and who took it away
//! when, stays.

use super::super::asking::Office;
use super::super::language::Language;
use super::super::plans::{Of as Unit, edition};
use super::super::reply::fresh;
use super::super::state::Collector;
use super::super::store::KeptFile;
use super::super::trouble::Trouble;
use super::FileTrouble;
use crate::calendar::Instant;
use crate::message;
use crate::plan::Plan;
use crate::text::Lang;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

/// A file as an office sees it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileView {
    hash: String,
    kind: String,
    bytes: i64,
    sent_by: String,
    received_at: Option<Instant>,
    deleted_at: Option<Instant>,
    deleted_by: Option<String>,
    /// When and by whom it was taken away, in words.
    deleted_text: Option<String>,
}

impl FileView {
    fn of(kept: KeptFile, plan: &Plan, lang: Lang) -> Self {
        let deleted_at = kept.deleted_at.and_then(Instant::from_unix_seconds);
        Self {
            deleted_text: deleted_at.map(|at| {
                let moment = message::moment(at, plan.offset, lang);
                let by = kept.deleted_by.as_deref().unwrap_or_default();
                match lang {
                    Lang::Vi => format!("Đã xóa lúc {moment} ({by})"),
                    Lang::En => format!("Deleted {moment} ({by})"),
                }
            }),
            hash: kept.hash,
            kind: kept.kind,
            bytes: kept.bytes,
            sent_by: kept.sent_by,
            received_at: kept.whole_at.and_then(Instant::from_unix_seconds),
            deleted_at,
            deleted_by: kept.deleted_by,
        }
    }
}

/// `GET /api/office/plans/{plan}/files?unit=…`: the files of a unit, the oldest first, with those that were taken away.
pub async fn list(
    office: Office,
    State(collector): State<Collector>,
    plan: Result<Path<String>, PathRejection>,
    of: Result<Query<Unit>, QueryRejection>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, plan, |_| true)?;
    if !office.oversees(&edition.plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    let plan = &*edition.plan;
    let files = collector.store().files_of(plan.id.as_str(), &of.unit);
    let views = files.await?.into_iter();
    let files: Vec<FileView> = views.map(|kept| FileView::of(kept, plan, lang)).collect();
    fresh(StatusCode::OK, &files)
}

/// `DELETE /api/office/plans/{plan}/files/{hash}?unit=…`: takes the bytes of a file away. Done again, the answer is the same.
pub async fn delete(
    office: Office,
    State(collector): State<Collector>,
    path: Result<Path<(String, String)>, PathRejection>,
    of: Result<Query<Unit>, QueryRejection>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let Path((plan, hash)) = path.map_err(|_| Trouble::UnknownPlan)?;
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, Ok(Path(plan)), |_| true)?;
    if !office.oversees(&edition.plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    let (store, plan) = (collector.store(), edition.plan.id.as_str());
    let depot = collector.depot().ok_or(Trouble::NoSuchPlace)?;
    let hash = hash.to_ascii_lowercase();
    let now = collector.now().unix_seconds();
    let by = (now, office.name());
    // First it is said to be gone, and then it is: where a collector is killed in between, nothing is served, and the next
    // sweep takes it away.
    let kept = store.delete_file(plan, &of.unit, &hash, by).await?;
    let kept = kept.ok_or(FileTrouble::Unknown)?;
    depot.remove(store, &kept).await?;
    tracing::info!(
        plan,
        unit = of.unit,
        by = office.name(),
        "a file was deleted"
    );
    fresh(StatusCode::OK, &FileView::of(kept, &edition.plan, lang))
}
