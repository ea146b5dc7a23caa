//! The rows of a table of all reports that count, as a file for an office.

use super::apart::apart;
use super::asking::Office;
use super::language::Language;
use super::office::{At, moment};
use super::plans::edition;
use super::progress::held;
use super::rollups::{self, MOST, PAGE};
use super::state::Collector;
use super::trouble::Trouble;
use super::views::{Asking, minute};
use crate::office::RowsFile;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use std::sync::Arc;

/// `GET /api/office/plans/{id}/tables/{indicator}`: the rows of a table of all reports that count, now or at `?now=`, a row a
/// line, as CSV. An office of some units is given the rows of those.
pub async fn rows(
    office: Office,
    State(collector): State<Collector>,
    path: Result<Path<(String, String)>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    head: HeaderMap,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let asked_of = moment(at)?;
    let now = asked_of.unwrap_or_else(|| minute(collector.now()));
    let Path((id, indicator)) = path.map_err(|_| Trouble::UnknownPlan)?;
    let edition = edition(&collector, Ok(Path(id)), |id| office.sees_plan(id))?;
    let asked = edition.plan.indicator(&indicator);
    if asked.is_none_or(|asked| asked.measure.table().is_none()) {
        return Err(Trouble::NoSuchPlace);
    }
    let held = held(&collector, &edition, &office).await?;
    let store = collector.store();
    let about = rollups::about(
        &format!("rows {indicator}"),
        &held,
        office.unit(),
        now,
        lang,
    );
    let asking = Asking {
        from: office.from(),
        head: &head,
    };
    let mut response = collector
        .views()
        .answer(about, asking, async || {
            let held = rollups::as_of(held, store, asked_of).await?;
            let mut file = RowsFile::of(Arc::clone(&held.plan), &held.rollup, &indicator, lang);
            let plan = held.plan.id.as_str();
            let mut newest = 0;
            while newest < held.newest {
                let page = store.reports_after(plan, newest, i64::MAX, PAGE, MOST);
                let page = page.await?;
                let Some(last) = page.last() else { break };
                newest = last.seq;
                let taken = apart(move || {
                    for report in &page {
                        if let Some(file) = &mut file {
                            file.take_json(&report.id, report.report.as_bytes());
                        }
                    }
                    file
                });
                file = taken.await.map_err(|error| Trouble::internal(&error))?;
            }
            Ok(move || Ok(file.map_or_else(Vec::new, |file| file.write().into_bytes())))
        })
        .await?;
    if response.status() == StatusCode::OK {
        let csv = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
        response.headers_mut().insert(CONTENT_TYPE, csv);
    }
    Ok(response)
}
