//! What only the office may read.

use super::asking::Office;
use super::decision::told_to_office;
use super::language::Language;
use super::plans::{edition, sent};
use super::reply::fresh_text;
use super::state::Collector;
use super::store::Arrival;
use super::submissions::submission_id;
use super::trouble::Trouble;
use super::views::{Asking, minute};
use crate::calendar::Instant;
use crate::message;
use crate::office::{Arrived, Overview, ReceivedView, RevisionView};
use crate::plan::Plan;
use crate::read::from_object;
use crate::report::{Receipt, Report};
use crate::text::Lang;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// The most characters of decisions about one report that are told, the newest first.
const MOST_DECIDED: i64 = 4 * 1024 * 1024;

/// The query of [`overview`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct At {
    now: Option<String>,
}

from_object!(At);

/// `GET /api/office/plans/{id}/overview`: per duty and period, every unit that owes it and its state,
/// now or at `?now=`.
pub async fn overview(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    at: Result<Query<At>, QueryRejection>,
    asked: HeaderMap,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let now = moment(at)?.unwrap_or_else(|| minute(collector.now()));
    let edition = edition(&collector, id, |id| office.sees_plan(id))?;
    let (id, store) = (edition.plan.id.as_str(), collector.store());
    // What is counted before the reports are read tells of no more than is read then.
    let rows = store.count_to(id, i64::MAX).await?;
    let stand = store.stand(id).await?;
    let about = format!(
        "overview {} {} {rows} {} {} {lang:?}",
        edition.whole.tag,
        office.unit().unwrap_or_default(),
        stand.decisions,
        now.unix_seconds(),
    );
    let asking = Asking {
        from: office.from(),
        head: &asked,
    };
    let office = office.clone();
    collector
        .views()
        .answer(about, asking, async || {
            let arrivals = store.arrivals(id).await?;
            let plan = Arc::clone(&edition.plan);
            Ok(move || {
                let oversees = |unit: &str| office.oversees(&plan, unit);
                let arrived: Vec<Arrived<'_>> = arrivals.iter().filter_map(arrived).collect();
                let overview = Overview::new(&plan, &arrived, now, lang, oversees);
                serde_json::to_vec(&overview)
            })
        })
        .await
}

/// The moment that `?now=` names, if any.
pub(super) fn moment(at: Result<Query<At>, QueryRejection>) -> Result<Option<Instant>, Trouble> {
    let unreadable = || Trouble::Parameter("now");
    let Query(at) = at.map_err(|_| unreadable())?;
    // A "+" that was not escaped arrives as a space.
    let read = |text: String| Instant::parse_iso(&text.replace(' ', "+"));
    at.now.map(read).transpose().map_err(|_| unreadable())
}

/// All revisions of the report to which a submission belongs, with what was decided about each.
async fn history(
    collector: &Collector,
    plan: &Plan,
    submission: &str,
    lang: Lang,
) -> Result<Vec<RevisionView>, sqlx::Error> {
    let store = collector.store();
    let revisions = store.revisions(submission).await?;
    let decisions = store.decided(submission, MOST_DECIDED).await?;
    let history = revisions.into_iter().map(|revision| {
        let own = decisions.iter().filter(|one| one.submission == revision.id);
        let told = own.map(|decision| told_to_office(decision.clone(), plan.offset, lang));
        let received_at = Instant::from_unix_seconds(revision.received_at);
        RevisionView {
            decisions: told.collect(),
            submission: revision.id,
            revision: revision.revision,
            received_at,
            received_text: received_at.map(|at| message::moment(at, plan.offset, lang)),
            sent_by: revision.sent_by,
            hash: revision.hash,
        }
    });
    Ok(history.collect())
}

/// `GET /api/office/submissions/{uuid}`: one report with its receipt and findings, in words.
pub async fn submission(
    office: Office,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let id = submission_id(id)?;
    let made = collector.answers().made(async || {
        let stored = collector.store().submission(&id).await?;
        let stored = stored.ok_or(Trouble::UnknownSubmission)?;
        let edition = collector.any(&stored.plan, stored.plan_version).await?;
        let plan = Arc::clone(&edition.ok_or(Trouble::UnknownPlan)?.plan);
        if !office.oversees(&plan, &stored.unit) {
            return Err(Trouble::UnknownSubmission);
        }
        let history = history(&collector, &plan, &id, lang).await?;
        Ok(move || {
            let receipt: Receipt = serde_json::from_str(&stored.receipt)?;
            let report: Report = serde_json::from_str(&stored.report)?;
            let view = ReceivedView::new(&plan, &receipt, &report, history, lang);
            Ok(serde_json::to_string(&view)?)
        })
    });
    Ok(fresh_text(StatusCode::OK, made.await?))
}

/// An arrival as the overview takes it; none where it is of no period that can be.
fn arrived(arrival: &Arrival) -> Option<Arrived<'_>> {
    Some(Arrived {
        unit: &arrival.unit,
        sent: sent(arrival)?,
        submission: &arrival.id,
        revision: arrival.revision,
        revised_at: Instant::from_unix_seconds(arrival.received_at),
        prepared_at: arrival
            .first_prepared_at
            .and_then(Instant::from_unix_seconds),
    })
}
