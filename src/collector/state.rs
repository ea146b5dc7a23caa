//! What every request may use.

use super::catalogue::Catalogue;
use super::clock::Clock;
use super::store::Store;
use super::token::Token;
use crate::calendar::Instant;
use std::sync::Arc;

/// The collector (nơi nhận báo cáo): its plans, its database, its clock and the office's token.
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
    token: Token,
}

impl Collector {
    /// Puts a collector together.
    #[must_use]
    pub fn new(catalogue: Catalogue, store: Store, clock: Clock, token: Token) -> Self {
        Self {
            parts: Arc::new(Parts {
                catalogue,
                store,
                clock,
                token,
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

    /// The office's token.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.parts.token
    }
}
