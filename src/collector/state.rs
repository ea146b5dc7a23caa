//! What every request may use.

use super::access::Access;
use super::answers::Answers;
use super::bodies;
use super::catalogue::{Catalogue, CatalogueError, Edition, Live};
use super::clock::Clock;
use super::files::Depot;
use super::rollups::RollUps;
use super::room::Room;
use super::store::Store;
use super::turns::Turns;
use super::views::Views;
use crate::calendar::Instant;
use std::sync::Arc;
use std::time::Duration;

/// The collector (nơi nhận báo cáo): its plans, its database, its clock and who may do what.
/// Clones share them.
#[derive(Clone, Debug)]
pub struct Collector {
    parts: Arc<Parts>,
}

#[derive(Debug)]
struct Parts {
    live: Live,
    store: Store,
    clock: Clock,
    access: Access,
    depot: Option<Depot>,
    megabytes_of_one: i64,
    rollups: RollUps,
    views: Views,
    turns: Turns,
    bodies: Room,
    answers: Answers,
    pulse: tokio::sync::Mutex<Option<std::time::Instant>>,
}

/// How many megabytes the files of one unit may have together in one plan, where nothing else is said: a report a month of
/// a year with a scan and some pictures each.
const MEGABYTES_OF_ONE: u32 = 500;

/// How long a database that took what was written is believed to take more: whoever asks for its health, and however
/// often, makes it write no more than that.
const PULSE: Duration = Duration::from_secs(1);

impl Collector {
    /// Puts a collector together that keeps no files.
    #[must_use]
    pub fn new(catalogue: Catalogue, store: Store, clock: Clock, access: Access) -> Self {
        Self::with_files(catalogue, store, clock, access, None)
    }

    /// Puts a collector together that keeps files there, of one unit in one plan so many megabytes at most; 500 where nothing
    /// is said.
    #[must_use]
    pub fn with_files(
        catalogue: Catalogue,
        store: Store,
        clock: Clock,
        access: Access,
        files: Option<(Depot, Option<u32>)>,
    ) -> Self {
        let answers = Answers::default();
        let (depot, megabytes) = files.unzip();
        Self {
            parts: Arc::new(Parts {
                live: Live::new(catalogue),
                store,
                clock,
                access,
                depot,
                megabytes_of_one: megabytes.flatten().unwrap_or(MEGABYTES_OF_ONE).into(),
                rollups: RollUps::default(),
                views: Views::new(answers.clone()),
                turns: Turns::default(),
                bodies: bodies::room(),
                answers,
                pulse: tokio::sync::Mutex::default(),
            }),
        }
    }

    /// Its plans, as they were last seen.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.parts.live.now()
    }

    /// Sees whether its plans have changed, where nobody has within the last second.
    pub(super) async fn look(&self) {
        self.parts.live.look(self.store()).await;
    }

    /// Sees whether its plans have changed, now. Returns how many files were read for it.
    ///
    /// # Errors
    /// The folder of the plans or the database cannot be read; then all stays as it was.
    pub async fn look_now(&self) -> Result<usize, CatalogueError> {
        self.parts.live.look_now(self.store()).await
    }

    /// The current version of a plan.
    pub(super) fn edition(&self, id: &str) -> Option<Arc<Edition>> {
        self.catalogue().edition(id).cloned()
    }

    /// One version of a plan, if it was ever served.
    ///
    /// # Errors
    /// The database fails.
    pub(super) async fn version(
        &self,
        id: &str,
        version: u32,
    ) -> Result<Option<Arc<Edition>>, sqlx::Error> {
        self.parts.live.version(self.store(), id, version).await
    }

    /// That version of a plan, or the current one where it is not there.
    ///
    /// # Errors
    /// The database fails.
    pub(super) async fn any(
        &self,
        id: &str,
        version: u32,
    ) -> Result<Option<Arc<Edition>>, sqlx::Error> {
        let version = self.version(id, version).await?;
        Ok(version.or_else(|| self.edition(id)))
    }

    /// Its database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.parts.store
    }

    /// What its clock shows.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.parts.clock.now()
    }

    /// Whether the database takes what is written.
    ///
    /// # Errors
    /// It does not.
    pub(super) async fn check_pulse(&self) -> Result<(), sqlx::Error> {
        let mut last = self.parts.pulse.lock().await;
        if last.is_none_or(|last| last.elapsed() >= PULSE) {
            *last = None;
            self.store().pulse(self.now().unix_seconds()).await?;
            *last = Some(std::time::Instant::now());
        }
        Ok(())
    }

    /// Where files are kept, if any are.
    #[must_use]
    pub(super) fn depot(&self) -> Option<&Depot> {
        self.parts.depot.as_ref()
    }

    /// How many megabytes the files of one unit may have together in one plan.
    #[must_use]
    pub(super) fn megabytes_of_one(&self) -> i64 {
        self.parts.megabytes_of_one
    }

    /// What has been rolled up so far.
    #[must_use]
    pub(super) fn rollups(&self) -> &RollUps {
        &self.parts.rollups
    }

    /// Whose turn it is to be taken in.
    #[must_use]
    pub(super) fn turns(&self) -> &Turns {
        &self.parts.turns
    }

    /// What the bodies of requests hold.
    #[must_use]
    pub(super) fn bodies(&self) -> &Room {
        &self.parts.bodies
    }

    /// What answers hold.
    #[must_use]
    pub(super) fn answers(&self) -> &Answers {
        &self.parts.answers
    }

    /// What offices look at.
    #[must_use]
    pub(super) fn views(&self) -> &Views {
        &self.parts.views
    }

    /// Who may do what.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.parts.access
    }
}
