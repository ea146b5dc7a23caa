//! The database, append-only: SQLite inside the collector, or PostgreSQL beside it. Both are asked in
//! the same words; where they differ is in `engine` and `migrations`.

mod decisions;
mod engine;
mod intake;
mod keys;
mod plans;
mod reports;
mod whole;

pub use decisions::{Decided, Decision};
pub use engine::{Database, DatabaseError};
pub use intake::{Intake, Standing};
pub use keys::NewKey;
pub use reports::{Holding, Reported, Stand};
pub use whole::{Kept, KeptKey, KeptPlan, Restoring};

use super::apart::apart;
use engine::{Pools, reading, writing};
use sqlx::FromRow;
use sqlx::sqlite::SqliteError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many bytes are written to learn whether there is room for reports again.
const MUCH: usize = 1024 * 1024;

/// The database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pools: Pools,
    starved: Arc<AtomicBool>,
}

/// What a report is of: the plan, the unit, the duty and the period, by which revisions are counted.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The plan's identity.
    pub plan: &'a str,
    /// The unit's identity.
    pub unit: &'a str,
    /// The duty's identity.
    pub duty: &'a str,
    /// The period's first day, as ISO date.
    pub from: &'a str,
    /// The period's last day, as ISO date.
    pub to: &'a str,
}

/// A report about to be stored.
#[derive(Clone, Copy, Debug)]
pub struct NewSubmission<'a> {
    /// Its identity, made by the device that sent it.
    pub id: &'a str,
    /// What it is of.
    pub occasion: Occasion<'a>,
    /// The version of the plan that it was written for.
    pub plan_version: u32,
    /// 1 for the first, one more for each amendment.
    pub revision: u32,
    /// When "send" was pressed, by the device's clock, in seconds since 1970.
    pub prepared_at: i64,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// The hash of its canonical JSON.
    pub hash: &'a str,
    /// Its canonical JSON.
    pub report: &'a str,
    /// The receipt's JSON.
    pub receipt: &'a str,
    /// By what the sender was known.
    pub sent_by: &'a str,
}

/// A stored report with its receipt.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    /// Its identity.
    pub id: String,
    /// The plan's identity.
    pub plan: String,
    /// The version of the plan that it was written for.
    #[sqlx(try_from = "i64")]
    pub plan_version: u32,
    /// The unit's identity.
    pub unit: String,
    /// 1 for the first, one more for each amendment.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// The hash of its canonical JSON.
    pub hash: String,
    /// Its canonical JSON.
    pub report: String,
    /// The receipt's JSON.
    pub receipt: String,
}

/// That a report was received, without its figures.
#[derive(Clone, Debug, FromRow)]
pub struct Arrival {
    /// The identity of the revision that holds.
    pub id: String,
    /// The unit's identity.
    pub unit: String,
    /// The duty's identity.
    pub duty: String,
    /// The period's first day, as ISO date.
    pub period_from: String,
    /// The period's last day, as ISO date.
    pub period_to: String,
    /// Which revision holds.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// When that revision came, in seconds since 1970.
    pub received_at: i64,
    /// When the first one came.
    pub first_received_at: i64,
    /// When "send" was pressed for the first one, by the device's clock; none where nobody wrote it down.
    pub first_prepared_at: Option<i64>,
    /// What was last decided about the revision that holds: `accepted` or `returned`.
    pub outcome: Option<String>,
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

    fn of(pools: Pools) -> Self {
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

    /// Begins to take in a report of a unit. Those of one unit are taken in one after the other, by
    /// however many collectors: looking for earlier ones, checking and storing are one step. What is dropped
    /// without `Intake::store` leaves no trace.
    ///
    /// # Errors
    /// The database fails, or is busy for too long.
    pub async fn begin(&self, plan: &str, unit: &str) -> Result<Intake, sqlx::Error> {
        Intake::begin(&self.pools, Arc::clone(&self.starved), plan, unit).await
    }
}

impl Stored {
    const OF: &str = "select id, plan, plan_version, unit, revision, hash, report, receipt \
        from submission where id = $1";
}

/// Whether a statement failed because another collector was there first: done again, it sees what the
/// other has stored.
#[must_use]
pub fn was_overtaken(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else {
        return false;
    };
    // 40001 serialisation failure, 40P01 deadlock: what distributed engines answer to those who lose.
    error.is_unique_violation() || matches!(error.code().as_deref(), Some("40001" | "40P01"))
}

/// Why a statement failed, as far as it matters to who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// Too many want the database at once, or it is being started again: who comes again is served.
    Busy,
    /// It has no room left, or its disk fails: somebody must see to it, and what is sent again later is not lost.
    NoRoom,
    /// Something else, which is ours to mend.
    Otherwise,
}

impl Failing {
    /// Why `error` came.
    #[must_use]
    pub fn of(error: &sqlx::Error) -> Self {
        match error {
            // The server went away under a request, or is not there.
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_) => Self::Busy,
            sqlx::Error::Database(error) => match error.code().as_deref() {
                Some(code) => error
                    .try_downcast_ref::<SqliteError>()
                    .map_or_else(|| Self::of_postgres(code), |_| Self::of_sqlite(code)),
                None => Self::Otherwise,
            },
            _ => Self::Otherwise,
        }
    }

    /// SQLite's codes are numbers, of which the last byte is the kind: 5 busy, 6 locked; 8 read only, 10 input and
    /// output, 13 full, 14 cannot be opened.
    fn of_sqlite(code: &str) -> Self {
        match code.parse::<u32>().map(|code| code & 0xFF) {
            Ok(5 | 6) => Self::Busy,
            Ok(8 | 10 | 13 | 14) => Self::NoRoom,
            _ => Self::Otherwise,
        }
    }

    /// `PostgreSQL`'s are classes of two letters. 08 connections, 57 an operator's doing, 40 overtaken, 53300 too many
    /// connections, 55P03 a lock not to be had, 25006 a server that only reads; the rest of 53 lack of room, 58 the
    /// system.
    fn of_postgres(code: &str) -> Self {
        match code {
            "53300" | "55P03" | "25006" => Self::Busy,
            _ => match code.get(..2) {
                Some("08" | "57" | "40") => Self::Busy,
                Some("53" | "58") => Self::NoRoom,
                _ => Self::Otherwise,
            },
        }
    }
}

/// Whether a statement failed because too many wanted the database at once.
#[must_use]
pub fn is_busy(error: &sqlx::Error) -> bool {
    Failing::of(error) == Failing::Busy
}

#[cfg(test)]
mod tests {
    use super::Failing;

    #[test]
    fn what_waiting_or_somebody_mends_is_told_from_what_is_ours() {
        for (code, expected) in [
            ("5", Failing::Busy),
            ("517", Failing::Busy),
            ("6", Failing::Busy),
            ("13", Failing::NoRoom),
            ("778", Failing::NoRoom),
            ("1544", Failing::NoRoom),
            ("14", Failing::NoRoom),
            ("1", Failing::Otherwise),
            ("2067", Failing::Otherwise),
        ] {
            assert_eq!(Failing::of_sqlite(code), expected, "{code}");
        }
        for (code, expected) in [
            ("57P01", Failing::Busy),
            ("57P03", Failing::Busy),
            ("57014", Failing::Busy),
            ("08006", Failing::Busy),
            ("53300", Failing::Busy),
            ("40001", Failing::Busy),
            ("53100", Failing::NoRoom),
            ("58030", Failing::NoRoom),
            ("42P01", Failing::Otherwise),
            ("23505", Failing::Otherwise),
        ] {
            assert_eq!(Failing::of_postgres(code), expected, "{code}");
        }
        for error in [
            sqlx::Error::PoolTimedOut,
            sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into()),
        ] {
            assert_eq!(Failing::of(&error), Failing::Busy);
        }
    }
}
