//! What every request may use.

use super::access::Access;
use super::answers::Answers;
use super::bodies;
use super::catalogue::Catalogue;
use super::clock::Clock;
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
    catalogue: Catalogue,
    store: Store,
    clock: Clock,
    access: Access,
    rollups: RollUps,
    views: Views,
    turns: Turns,
    bodies: Room,
    answers: Answers,
    pulse: tokio::sync::Mutex<Option<std::time::Instant>>,
}

/// How long a database that took what was written is believed to take more: whoever asks for its health, and however
/// often, makes it write no more than that.
const PULSE: Duration = Duration::from_secs(1);

impl Collector {
    /// Puts a collector together.
    #[must_use]
    pub fn new(catalogue: Catalogue, store: Store, clock: Clock, access: Access) -> Self {
        let answers = Answers::default();
        Self {
            parts: Arc::new(Parts {
                catalogue,
                store,
                clock,
                access,
                rollups: RollUps::default(),
                views: Views::new(answers.clone()),
                turns: Turns::default(),
                bodies: bodies::room(),
                answers,
                pulse: tokio::sync::Mutex::default(),
            }),
        }
    }

    /// Its plans.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.parts.catalogue
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
