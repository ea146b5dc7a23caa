//! What every request may use.

use super::access::Access;
use super::catalogue::Catalogue;
use super::clock::Clock;
use super::progress::RollUps;
use super::store::Store;
use crate::calendar::Instant;
use std::sync::Arc;

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
}

impl Collector {
    /// Puts a collector together.
    #[must_use]
    pub fn new(catalogue: Catalogue, store: Store, clock: Clock, access: Access) -> Self {
        Self {
            parts: Arc::new(Parts {
                catalogue,
                store,
                clock,
                access,
                rollups: RollUps::default(),
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

    /// What has been rolled up so far.
    #[must_use]
    pub(super) fn rollups(&self) -> &RollUps {
        &self.parts.rollups
    }

    /// Who may do what.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.parts.access
    }
}
