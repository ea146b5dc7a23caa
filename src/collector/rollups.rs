//! The roll-ups of plans, each as far as it has come.
//!
//! Reports are never changed or taken away, so a roll-up is kept between requests and only takes in what
//! came since it was last asked for. Only where the office has decided about one is it begun anew.
//!
//! Whoever looks at a roll-up has it as it was at one moment, and holds up nobody: what is taken in meanwhile is taken
//! into another that shares all that has not changed.

use super::apart::apart;
use super::catalogue::Edition;
use super::store::{Reported, Stand, Store};
use crate::calendar::Instant;
use crate::office::{FieldReason, reviewed, status};
use crate::plan::Plan;
use crate::rollup::{Came, RollUp};
use crate::text::Lang;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

/// How many roll-ups are kept. One of 1,200 units takes tens of megabytes, and every unit above others can have
/// an office; few are asked for in one morning. The one not asked for longest goes first, and is rolled up from
/// what is stored when it is asked for again.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(31);

/// A plan's identity, and the unit whose office asks; none for the office of all.
pub(super) type Asked = (String, Option<String>);

/// The roll-ups that have been asked for.
#[derive(Debug)]
pub struct RollUps(Mutex<LruCache<Asked, Arc<Place>>>);

/// One roll-up: as it is now, and whose turn it is to take in more.
#[derive(Debug, Default)]
struct Place {
    now: Mutex<Option<Arc<Held>>>,
    turn: tokio::sync::Mutex<()>,
}

impl Default for RollUps {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(KEPT)))
    }
}

impl RollUps {
    /// The roll-up with all that has come. `plan` gives the plan with the units that are asked about, where it is
    /// not rolled up yet.
    pub(super) async fn newest(
        &self,
        store: &Store,
        edition: &Arc<Edition>,
        asked: Asked,
        plan: impl FnOnce() -> Arc<Plan>,
    ) -> Result<Arc<Held>, sqlx::Error> {
        let place = self.place(asked);
        let _turn = place.turn.lock().await;
        place.catch_up(store, edition, plan).await
    }

    /// The roll-up of all units of a plan as far as it has come: where another request is taking in more, what that
    /// one began with.
    pub(super) async fn at_hand(
        &self,
        store: &Store,
        edition: &Arc<Edition>,
    ) -> Result<Arc<Held>, sqlx::Error> {
        let place = self.place((edition.plan.id.as_str().to_owned(), None));
        let all = || Arc::clone(&edition.plan);
        if let Ok(_turn) = place.turn.try_lock() {
            return place.catch_up(store, edition, all).await;
        }
        if let Some(held) = place.held(edition) {
            return Ok(held);
        }
        let _turn = place.turn.lock().await;
        place.catch_up(store, edition, all).await
    }

    fn place(&self, asked: Asked) -> Arc<Place> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(places.get_or_insert_mut(asked, Arc::default))
    }
}

impl Place {
    /// What is rolled up of this version of the plan.
    fn held(&self, edition: &Arc<Edition>) -> Option<Arc<Held>> {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.clone()
            .filter(|held| Arc::ptr_eq(&held.edition, edition))
    }

    /// Takes in what came since. Only whose turn it is calls it.
    async fn catch_up(
        &self,
        store: &Store,
        edition: &Arc<Edition>,
        plan: impl FnOnce() -> Arc<Plan>,
    ) -> Result<Arc<Held>, sqlx::Error> {
        let mut held = match self.held(edition) {
            Some(held) => held,
            None => {
                let (edition, plan) = (Arc::clone(edition), plan());
                computed(move || Arc::new(Held::of(edition, plan))).await?
            }
        };
        held = caught_up(held, store).await?;
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *now = Some(Arc::clone(&held));
        Ok(held)
    }
}

/// The roll-up of one version of a plan.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub edition: Arc<Edition>,
    /// The plan with no other units than the office's own.
    pub plan: Arc<Plan>,
    pub rollup: RollUp<Arc<Plan>>,
    /// How many reports were taken in.
    pub rows: i64,
    /// The number of the newest of them.
    pub newest: i64,
    /// When the latest of them came.
    pub latest: i64,
    /// How far the decisions about them had come.
    pub stand: Stand,
}

/// How many reports are read at a time, and of how many characters together: what is in memory of them is bounded by
/// both, since one may be as long as a thousand others.
pub(super) const PAGE: i64 = 200;
pub(super) const MOST: i64 = 8 * 1024 * 1024;

/// Computes apart, as what the database did not give.
async fn computed<T: Send + 'static>(
    task: impl FnOnce() -> T + Send + 'static,
) -> Result<T, sqlx::Error> {
    apart(task).await.map_err(sqlx::Error::Io)
}

/// With what came since.
async fn caught_up(mut held: Arc<Held>, store: &Store) -> Result<Arc<Held>, sqlx::Error> {
    let plan = held.edition.plan.id.as_str().to_owned();
    // Asked for before the reports: a decision made in between is taken in anew the next time.
    let stand = store.stand(&plan).await?;
    if stand != held.stand {
        held = begun_anew(held, stand).await?;
    }
    held = with_stored(held, store, i64::MAX).await?;
    // Of two collectors on one database, the one with the lower number can be the later to commit.
    let stored = store.count_to(&plan, held.newest).await?;
    if stored != held.rows {
        held = begun_anew(held, stand).await?;
        held = with_stored(held, store, i64::MAX).await?;
    }
    Ok(held)
}

async fn begun_anew(held: Arc<Held>, stand: Stand) -> Result<Arc<Held>, sqlx::Error> {
    computed(move || {
        let (edition, plan) = (Arc::clone(&held.edition), Arc::clone(&held.plan));
        let anew = Held {
            stand,
            ..Held::of(edition, plan)
        };
        Arc::new(anew)
    })
    .await
}

/// The same roll-up at a moment that is past: begun anew with what had come and been decided by then.
async fn until(held: &Arc<Held>, store: &Store, moment: Instant) -> Result<Arc<Held>, sqlx::Error> {
    let anew = begun_anew(Arc::clone(held), Stand::default()).await?;
    with_stored(anew, store, moment.unix_seconds()).await
}

/// The same as it is, or as it was at a moment that is past.
pub(super) async fn as_of(
    held: Arc<Held>,
    store: &Store,
    moment: Option<Instant>,
) -> Result<Arc<Held>, sqlx::Error> {
    // What came or was decided by a clock that was ahead is told as of now like all else: now is not past.
    let is_past = |moment: &Instant| moment.unix_seconds() < held.latest.max(held.stand.latest);
    match moment.filter(is_past) {
        Some(moment) => until(&held, store, moment).await,
        None => Ok(held),
    }
}

/// From what an answer follows: what is told, what was rolled up, for whom, when, and in which words.
pub(super) fn about(
    told: &str,
    held: &Held,
    office: Option<&str>,
    now: Instant,
    lang: Lang,
) -> String {
    format!(
        "{told} {} {} {} {} {} {} {lang:?}",
        held.edition.whole.tag,
        office.unwrap_or_default(),
        held.rows,
        held.newest,
        held.stand.decisions,
        now.unix_seconds(),
    )
}

/// With what is stored beyond the newest, page by page, and came not after `until`.
async fn with_stored(
    mut held: Arc<Held>,
    store: &Store,
    until: i64,
) -> Result<Arc<Held>, sqlx::Error> {
    loop {
        let plan = held.edition.plan.id.as_str();
        let page = store.reports_after(plan, held.newest, until, PAGE, MOST);
        let page = page.await?;
        if page.is_empty() {
            return Ok(held);
        }
        held = computed(move || {
            let mut more = Arc::unwrap_or_clone(held);
            for report in &page {
                more.rows += 1;
                more.newest = report.seq;
                if report.received_at <= until {
                    more.add(report);
                }
            }
            Arc::new(more)
        })
        .await?;
    }
}

impl Held {
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
        // What is in the database was written from fields.
        let given = report
            .fields
            .as_deref()
            .map(serde_json::from_str::<Vec<FieldReason>>);
        let points = match given {
            Some(Ok(given)) => reviewed(&self.plan, &given),
            _ => Vec::new(),
        };
        let came = Came {
            id: &report.id,
            received_at,
            prepared_at: report.prepared_at.and_then(Instant::from_unix_seconds),
            revision: report.revision,
            status: status(report.outcome.as_deref()),
            points: &points,
        };
        if self
            .rollup
            .add_json(&came, report.report.as_bytes())
            .is_err()
        {
            tracing::warn!("a stored report cannot be read and is left out of the progress");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RollUps;
    use crate::collector::{Catalogue, Database, Store};
    use std::sync::Arc;
    use std::time::Duration;

    #[tokio::test]
    async fn a_form_is_answered_from_what_is_at_hand_while_an_office_takes_in_more() {
        let name = format!("phieu-at-hand-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        let plan = include_str!("../../tests/collector/plan.json");
        std::fs::write(folder.join("plans/trees.json"), plan).unwrap();
        let store = Store::open(&Database::File(folder.join("phieu.sqlite"))).await;
        let store = store.unwrap();
        let catalogue = Catalogue::read(&folder.join("plans"), &store).await;
        let catalogue = catalogue.unwrap();
        let edition = catalogue.edition("trees").unwrap();
        let rollups = RollUps::default();
        let first = rollups.at_hand(&store, edition).await.unwrap();
        // An office's request takes in more, and is not done.
        let place = rollups.place(("trees".to_owned(), None));
        let turn = place.turn.lock().await;
        let asked = rollups.at_hand(&store, edition);
        let meanwhile = tokio::time::timeout(Duration::from_secs(20), asked).await;
        let meanwhile = meanwhile.expect("it does not wait for the office");
        assert!(Arc::ptr_eq(&first, &meanwhile.unwrap()));
        drop(turn);
        store.close().await;
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
