//! The pieces of a file in their order, some read ahead of the one that is at hand.

use super::super::store::{KeptFile, Store};
use super::depot::Depot;
use super::depot_error::DepotError;
use super::pieces::pieces_of;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::task::JoinHandle;

type Reading = JoinHandle<Result<Vec<u8>, DepotError>>;

/// The pieces of a file that are still to come.
pub(super) struct Ahead {
    store: Store,
    depot: Depot,
    file: Arc<KeptFile>,
    next: u32,
    count: u32,
    reading: VecDeque<Reading>,
}

impl Ahead {
    /// The first piece is the next.
    pub(super) fn of(store: &Store, depot: &Depot, file: &KeptFile) -> Self {
        Self {
            store: store.clone(),
            depot: depot.clone(),
            next: 0,
            count: pieces_of(file.bytes),
            file: Arc::new(file.clone()),
            reading: VecDeque::new(),
        }
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// [`DepotError`].
    pub(super) async fn next(&mut self) -> Option<Result<Vec<u8>, DepotError>> {
        while self.next < self.count && self.reading.len() < self.depot.place().ahead() {
            let (store, depot) = (self.store.clone(), self.depot.clone());
            let (file, number) = (Arc::clone(&self.file), self.next);
            let read = async move { depot.piece(&store, &file, number).await };
            self.reading.push_back(tokio::spawn(read));
            self.next += 1;
        }
        // Where the thread that read it is gone, nothing was read in time.
        let read = self.reading.pop_front()?.await;
        Some(read.unwrap_or(Err(DepotError::Slow)))
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.reading.iter().for_each(Reading::abort);
    }
}
