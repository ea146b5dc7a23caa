//! Whose turn it is to send.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many reports of one unit wait for one another: all that a device can have in its outbox, which sends them at once.
/// They delay nobody but their unit.
const MOST_WAITING: usize = 50;

/// Whose turn it is, unit by unit: the reports of one are taken in one after the other, and only one of them at a time
/// asks anything of the database.
#[derive(Debug, Default)]
pub struct Turns(Mutex<BTreeMap<Whose, Turn>>);

/// A plan's identity and a unit's.
type Whose = (String, String);

/// Held by the report that is being taken in.
type Turn = Arc<tokio::sync::Mutex<()>>;

impl Turns {
    /// Waits for a unit's turn; none where too many wait already.
    pub async fn of(&self, plan: &str, unit: &str) -> Option<tokio::sync::OwnedMutexGuard<()>> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Whose turn nobody waits for is forgotten.
            turns.retain(|_, turn| Arc::strong_count(turn) > 1);
            let key = (plan.to_owned(), unit.to_owned());
            let turn = turns.entry(key).or_default();
            if Arc::strong_count(turn) > MOST_WAITING {
                return None;
            }
            Arc::clone(turn)
        };
        Some(turn.lock_owned().await)
    }
}
