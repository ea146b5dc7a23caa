//! A plan's progress as the office sees it, rolled up from all that has come.
//!
//! Reports are never changed or taken away, so a roll-up is kept between requests and only takes in what
//! came since it was last asked for. Only where the office has decided about one is it begun anew.

use super::access::Office;
use super::catalogue::Edition;
use super::decision::status;
use super::hex::digest;
use super::language::Language;
use super::office::{At, moment};
use super::plans::edition;
use super::problem::Problem;
use super::reply::{fresh, is_known, unchanged};
use super::state::Collector;
use super::store::{Reported, Stand, Store};
use crate::calendar::Instant;
use crate::plan::Plan;
use crate::progress;
use crate::rollup::{Came, RollUp};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::ETAG;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::Arc;
use tokio::sync::Mutex;

/// How many roll-ups are kept. One of 1,200 units takes tens of megabytes, and every unit above others can have
/// an office; few are asked for in one morning. The one not asked for longest goes first, and is rolled up from
/// what is stored when it is asked for again.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(31);

/// A plan's identity, and the unit whose office asks; none for the office of all.
type Asked = (String, Option<String>);

/// The roll-ups that offices have asked for, each as far as it has come.
#[derive(Debug)]
pub struct RollUps(Mutex<LruCache<Asked, Held>>);

impl Default for RollUps {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(KEPT)))
    }
}

impl RollUps {
    /// Looks at the roll-up of all units of a plan, with all that has come.
    pub(super) async fn whole<T>(
        &self,
        store: &Store,
        edition: &Arc<Edition>,
        look: impl FnOnce(&RollUp<Arc<Plan>>) -> T,
    ) -> Result<T, sqlx::Error> {
        let mut held = self.0.lock().await;
        let key = (edition.plan.id.as_str().to_owned(), None);
        let all = || Arc::clone(&edition.plan);
        let held = held.get_or_insert_mut(key, || Held::of(Arc::clone(edition), all()));
        held.follow(edition, all);
        held.catch_up(store).await?;
        Ok(look(&held.rollup))
    }
}

/// The roll-up of one version of a plan.
#[derive(Debug)]
struct Held {
    edition: Arc<Edition>,
    /// The plan with no other units than the office's own.
    plan: Arc<Plan>,
    rollup: RollUp<Arc<Plan>>,
    /// How many reports were taken in.
    rows: i64,
    /// The number of the newest of them.
    newest: i64,
    /// When the latest of them came.
    latest: i64,
    /// How far the decisions about them had come.
    stand: Stand,
}

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
    let now = match moment(at, language)? {
        Some(now) => now,
        // A page that asks every few seconds is not told each time that a second has passed.
        None => minute(collector.now()),
    };
    let edition = edition(&collector, id, |id| office.sees_plan(id), language)?;
    let failed = |error: sqlx::Error| Problem::database(&error, language);
    let mut held = collector.rollups().0.lock().await;
    let key = (
        edition.plan.id.as_str().to_owned(),
        office.unit().map(str::to_owned),
    );
    let own = || own_units(edition, &office);
    let held = held.get_or_insert_mut(key, || Held::of(Arc::clone(edition), own()));
    held.follow(edition, own);
    held.catch_up(collector.store()).await.map_err(failed)?;
    let tag = held.tag(now, language)?;
    if is_known(&tag, &asked) {
        return Ok(unchanged(tag));
    }
    let earlier = if now.unix_seconds() < held.latest.max(held.stand.latest) {
        let mut earlier = held.begun_anew();
        let until = now.unix_seconds();
        earlier
            .take(collector.store(), until)
            .await
            .map_err(failed)?;
        Some(earlier)
    } else {
        None
    };
    let rollup = &earlier.as_ref().unwrap_or(held).rollup;
    let view = progress::progress(&held.plan, &rollup.at(now), language.0);
    let mut response = fresh(StatusCode::OK, &view, language)?;
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}

/// The minute in which a moment lies, begun.
fn minute(now: Instant) -> Instant {
    let seconds = now.unix_seconds();
    Instant::from_unix_seconds(seconds - seconds.rem_euclid(60)).unwrap_or(now)
}

/// The plan with no other units than the office's own.
fn own_units(edition: &Edition, office: &Office) -> Arc<Plan> {
    let mut plan = Plan::clone(&edition.plan);
    plan.units
        .retain(|unit| office.oversees(&edition.plan, unit.id.as_str()));
    Arc::new(plan)
}

impl Held {
    /// How many reports are read at a time: what is in memory of them is bounded by it.
    const PAGE: i64 = 200;

    fn of(edition: Arc<Edition>, plan: Arc<Plan>) -> Self {
        Self {
            edition,
            rollup: RollUp::new(Arc::clone(&plan)),
            plan,
            rows: 0,
            newest: 0,
            latest: i64::MIN,
            stand: Stand::default(),
        }
    }

    fn begun_anew(&self) -> Self {
        Self::of(Arc::clone(&self.edition), Arc::clone(&self.plan))
    }

    /// Begins anew where the plan has another version by now.
    fn follow(&mut self, edition: &Arc<Edition>, plan: impl FnOnce() -> Arc<Plan>) {
        if !Arc::ptr_eq(&self.edition, edition) {
            *self = Self::of(Arc::clone(edition), plan());
        }
    }

    /// Takes in what came since.
    async fn catch_up(&mut self, store: &Store) -> Result<(), sqlx::Error> {
        // Asked for before the reports: a decision made in between is taken in anew the next time.
        let stand = store.stand(self.edition.plan.id.as_str()).await?;
        if stand != self.stand {
            *self = self.begun_anew();
            self.stand = stand;
        }
        self.take(store, i64::MAX).await?;
        // Of two collectors on one database, the one with the lower number can be the later to commit.
        let stored = store
            .count_to(self.edition.plan.id.as_str(), self.newest)
            .await?;
        if stored != self.rows {
            *self = self.begun_anew();
            self.stand = stand;
            self.take(store, i64::MAX).await?;
        }
        Ok(())
    }

    /// Takes in what is stored beyond the newest, page by page, and came not after `until`.
    async fn take(&mut self, store: &Store, until: i64) -> Result<(), sqlx::Error> {
        loop {
            let plan = self.edition.plan.id.as_str();
            let page = store
                .reports_after(plan, self.newest, until, Self::PAGE)
                .await?;
            let is_last = page.len() < usize::try_from(Self::PAGE).unwrap_or(usize::MAX);
            for report in &page {
                self.rows += 1;
                self.newest = report.seq;
                if report.received_at <= until {
                    self.add(report);
                }
            }
            if is_last {
                return Ok(());
            }
        }
    }

    fn add(&mut self, report: &Reported) {
        let others = self.plan.unit(&report.unit).is_none()
            && self.edition.plan.unit(&report.unit).is_some();
        if others {
            return;
        }
        self.latest = self.latest.max(report.received_at);
        let Some(received_at) = Instant::from_unix_seconds(report.received_at) else {
            return;
        };
        let came = Came {
            id: &report.id,
            received_at,
            prepared_at: report.prepared_at.and_then(Instant::from_unix_seconds),
            revision: report.revision,
            status: status(report.outcome.as_deref()),
        };
        if self
            .rollup
            .add_json(&came, report.report.as_bytes())
            .is_err()
        {
            tracing::warn!("a stored report cannot be read and is left out of the progress");
        }
    }

    /// The tag of what would be answered: it follows from what was rolled up, when, and in which words.
    fn tag(&self, now: Instant, language: Language) -> Result<HeaderValue, Problem> {
        let text = format!(
            "{} {} {} {} {} {}",
            self.edition.whole.tag,
            self.rows,
            self.newest,
            self.stand.decisions,
            now.unix_seconds(),
            language.code(),
        );
        HeaderValue::from_str(&format!("W/\"{}\"", digest(text.as_bytes())))
            .map_err(|error| Problem::internal(&error, language))
    }
}
