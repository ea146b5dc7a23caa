//! The database, open: whether it takes what is written, and what has been received.

use super::super::apart::apart;
use super::engine::{Database, Pools, reading, writing};
use super::rows::{Arrival, Stored};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many bytes are written to learn whether there is room for reports again.
const MUCH: usize = 1024 * 1024;

/// The database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) pools: Pools,
    pub(super) starved: Arc<AtomicBool>,
}

impl Store {
    /// Opens the database, makes it where it is a file that is not there, and brings its tables up to
    /// date.
    ///
    /// # Errors
    /// It cannot be made or reached, or is none; a newer collector has changed its tables.
    pub async fn open(database: &Database) -> Result<Self, sqlx::Error> {
        Ok(Self::of(Pools::open(database).await?))
    }

    /// Opens a database that is there without changing its tables, to copy it as it is.
    ///
    /// # Errors
    /// It cannot be reached.
    pub async fn open_as_it_is(database: &Database) -> Result<Self, sqlx::Error> {
        Ok(Self::of(Pools::open_as_it_is(database).await?))
    }

    pub(super) fn of(pools: Pools) -> Self {
        let starved = Arc::default();
        Self { pools, starved }
    }

    /// Whether its tables are those of this collector.
    ///
    /// # Errors
    /// The database fails.
    pub async fn is_current(&self) -> Result<bool, sqlx::Error> {
        self.pools.is_current().await
    }

    /// Closes all connections, when those that are busy have finished.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// Whether the database takes what is written: it writes `now`, in seconds since 1970, where nothing else stands.
    /// A database can answer every question and take no report, as where the disk is full. Since a report was refused
    /// for want of room, as much is written as a report may need: a few letters find room where no report does.
    ///
    /// # Errors
    /// It does not.
    pub async fn pulse(&self, now: i64) -> Result<(), sqlx::Error> {
        let was_starved = self.starved.load(Ordering::Relaxed);
        let sizes: &[usize] = if was_starved { &[MUCH, 0] } else { &[0] };
        for size in sizes {
            let filler = vec![0_u8; *size];
            writing!(&self.pools, pool => sqlx::query(
                "insert into pulse (id, at, filler) values (1, $1, $2) \
                 on conflict (id) do update set at = excluded.at, filler = excluded.filler",
            )
            .bind(now)
            .bind(filler)
            .execute(pool)
            .await
            .map(|_| ()))?;
        }
        if was_starved {
            self.starved.store(false, Ordering::Relaxed);
        }
        Ok(())
    }

    /// The report of that identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn submission(&self, id: &str) -> Result<Option<Stored>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(Stored::OF)
            .bind(id)
            .fetch_optional(pool)
            .await)
    }

    /// What a unit has sent of a plan, one row a report, in order of arrival.
    ///
    /// # Errors
    /// The database fails.
    pub async fn arrivals_of(&self, plan: &str, unit: &str) -> Result<Vec<Arrival>, sqlx::Error> {
        // With "+", SQLite looks a unit's few reports up and sorts them; without, it would read all of
        // the plan's for the sake of their order.
        reading!(&self.pools, pool => sqlx::query_as(
            "select id, unit, duty, period_from, period_to, revision, received_at, first_received_at, \
             first_prepared_at, outcome from current_submission where plan = $1 and unit = $2 order by +seq",
        )
        .bind(plan)
        .bind(unit)
        .fetch_all(pool)
        .await)
    }

    /// What all units have sent of a plan, one row a report, unit by unit.
    ///
    /// # Errors
    /// The database fails.
    pub async fn arrivals(&self, plan: &str) -> Result<Vec<Arrival>, sqlx::Error> {
        let (pools, plan) = (self.pools.clone(), plan.to_owned());
        let here = tokio::runtime::Handle::current();
        // What comes row after row without a pause would hold up the thread, and with it whoever reports.
        // What is asked, and in which order, is what one index holds: no report is touched.
        let read = apart(move || {
            here.block_on(async move {
                reading!(&pools, pool => sqlx::query_as(
                    "select id, unit, duty, period_from, period_to, revision, received_at, first_received_at, \
                     first_prepared_at, outcome from current_submission where plan = $1 \
                     order by unit, duty, period_from, period_to",
                )
                .bind(&plan)
                .fetch_all(pool)
                .await)
            })
        });
        read.await.map_err(sqlx::Error::Io)?
    }
}
