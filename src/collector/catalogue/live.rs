//! The plans while the collector runs: looked at again at most once a second, when somebody asks.

use super::edition::Edition;
use super::snapshot::{Catalogue, CatalogueError, Key};
use crate::collector::store::Store;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// How long what was seen is believed.
const PACE: Duration = Duration::from_secs(1);

/// How long a request waits for a look; then what was seen before holds.
const PATIENCE: Duration = Duration::from_secs(1);

/// How old what was seen may be for whoever asks while another looks.
const OLD: Duration = Duration::from_secs(10);

/// How many older versions stay in memory; of the others the database has the text.
const OLDER: NonZeroUsize = NonZeroUsize::MIN.saturating_add(31);

/// The plans as they were last seen.
#[derive(Debug)]
pub(in crate::collector) struct Live {
    now: RwLock<Arc<Catalogue>>,
    /// When it was last begun to look.
    last: Mutex<Instant>,
    /// Held by whoever looks; whether the last look failed.
    turn: tokio::sync::Mutex<bool>,
    older: Mutex<LruCache<Key, Arc<Edition>>>,
}

impl Live {
    /// The plans as they were seen just now.
    pub(in crate::collector) fn new(seen: Catalogue) -> Self {
        Self {
            now: RwLock::new(Arc::new(seen)),
            last: Mutex::new(Instant::now()),
            turn: tokio::sync::Mutex::new(false),
            older: Mutex::new(LruCache::new(OLDER)),
        }
    }

    /// The plans as they were last seen.
    pub(in crate::collector) fn now(&self) -> Arc<Catalogue> {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&now)
    }

    /// Looks again where the last look is a second old. What cannot be looked at stays as it was.
    pub(in crate::collector) async fn look(&self, store: &Store) {
        if self.age() < PACE {
            return;
        }
        let mut failed = match self.turn.try_lock() {
            Ok(turn) => turn,
            Err(_) if self.age() < OLD => return,
            Err(_) => self.turn.lock().await,
        };
        if self.age() < PACE {
            return;
        }
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        let looked = tokio::time::timeout(PATIENCE, self.looked(store)).await;
        let error = match looked {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some("it takes too long".to_owned()),
        };
        if let Some(error) = error.as_deref().filter(|_| !*failed) {
            tracing::warn!(
                error,
                "the plans cannot be looked at; as they were last seen they hold"
            );
        }
        *failed = error.is_some();
    }

    /// Looks again now, and returns how many files were read.
    ///
    /// # Errors
    /// The folder or the database cannot be read; all stays as it was.
    pub(in crate::collector) async fn look_now(
        &self,
        store: &Store,
    ) -> Result<usize, CatalogueError> {
        let _turn = self.turn.lock().await;
        self.looked(store).await
    }

    async fn looked(&self, store: &Store) -> Result<usize, CatalogueError> {
        let before = self.now();
        let looked = before.looked(store).await?;
        if let Some(next) = looked.next {
            tell(&before, &next);
            let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
            *now = Arc::new(next);
        }
        Ok(looked.read)
    }

    fn age(&self) -> Duration {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.elapsed()
    }

    /// One version of a plan, by which its reports are checked; none where it was never served here. One that is not at
    /// hand is read from the database.
    ///
    /// # Errors
    /// The database fails.
    pub(in crate::collector) async fn version(
        &self,
        store: &Store,
        id: &str,
        version: u32,
    ) -> Result<Option<Arc<Edition>>, sqlx::Error> {
        let now = self.now();
        let key = (id.to_owned(), version);
        if let Some(edition) = now.version(&key) {
            return Ok(Some(Arc::clone(edition)));
        }
        if !now.keeps(&key) {
            return Ok(None);
        }
        if let Some(edition) = self.older().get(&key) {
            return Ok(Some(Arc::clone(edition)));
        }
        let Some(text) = store.plan_text(id, version).await? else {
            return Ok(None);
        };
        let read = tokio::task::spawn_blocking(move || Edition::new(&text).ok()).await;
        let Some(edition) = read.ok().flatten().map(Arc::new) else {
            tracing::warn!(
                plan = id,
                version,
                "an older version of a plan can no longer be read"
            );
            return Ok(None);
        };
        self.older().put(key, Arc::clone(&edition));
        Ok(Some(edition))
    }

    fn older(&self) -> std::sync::MutexGuard<'_, LruCache<Key, Arc<Edition>>> {
        self.older.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes to the log what has changed.
fn tell(before: &Catalogue, now: &Catalogue) {
    for edition in now.current() {
        let (plan, version) = edition.key();
        let was = before.edition(&plan);
        if was.is_none_or(|was| !Arc::ptr_eq(was, edition)) {
            tracing::info!(plan, version, "a plan is served as it is now");
        }
    }
    for gone in before.current() {
        let (plan, _) = gone.key();
        if now.edition(&plan).is_none() && before.head(&plan).is_none() {
            tracing::warn!(
                plan,
                "a plan has left the folder; no more reports of it are taken in"
            );
        }
    }
    for wrong in now.wrong_files() {
        if !before.wrong_files().contains(wrong) {
            let why = wrong.to_string();
            let holds = wrong.holds;
            tracing::warn!(why, holds, "a file of the plans is not served as it stands");
        }
    }
}
