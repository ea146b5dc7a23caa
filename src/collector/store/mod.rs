//! The database, append-only: SQLite inside the collector, or PostgreSQL beside it. Both are asked in
//! the same words; where they differ is in `engine` and `migrations`.

mod decisions;
mod engine;
mod intake;
mod keys;
mod reports;
mod whole;

pub use decisions::{Decided, Decision};
pub use engine::{Database, DatabaseError};
pub use intake::Intake;
pub use keys::NewKey;
pub use reports::{Holding, Reported, Stand};
pub use whole::{Kept, KeptKey, KeptPlan, Restoring};

use engine::{Pools, reading, writing};
use sqlx::FromRow;

/// The database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pools: Pools,
}

/// What a report is of: the plan, the unit, the duty and the period, by which revisions are counted.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
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
    pub subject: Subject<'a>,
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
        let pools = Pools::open(database).await?;
        Ok(Self { pools })
    }

    /// Closes all connections, when those that are busy have finished.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query("select 1").execute(pool).await.map(|_| ()))
    }

    /// Keeps the text of a version of a plan beside those kept before. Returns whether it is the only
    /// text that this version ever had.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keep_plan(
        &self,
        id: &str,
        version: u32,
        hash: &str,
        json: &str,
    ) -> Result<bool, sqlx::Error> {
        let version = i64::from(version);
        writing!(&self.pools, pool => sqlx::query(
            "insert into plan (id, version, hash, json) values ($1, $2, $3, $4) on conflict do nothing",
        )
        .bind(id)
        .bind(version)
        .bind(hash)
        .bind(json)
        .execute(pool)
        .await
        .map(|_| ()))?;
        let texts: i64 = writing!(&self.pools, pool => sqlx::query_scalar(
            "select count(*) from plan where id = $1 and version = $2",
        )
        .bind(id)
        .bind(version)
        .fetch_one(pool)
        .await)?;
        Ok(texts == 1)
    }

    /// The texts of all plans ever served, the newest last.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_plans(&self) -> Result<Vec<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar("select json from plan order by seq")
            .fetch_all(pool)
            .await)
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
        // What is asked, and in which order, is what one index holds: no report is touched.
        reading!(&self.pools, pool => sqlx::query_as(
            "select id, unit, duty, period_from, period_to, revision, received_at, first_received_at, \
             first_prepared_at, outcome from current_submission where plan = $1 \
             order by unit, duty, period_from, period_to",
        )
        .bind(plan)
        .fetch_all(pool)
        .await)
    }

    /// Begins to take in a report of a unit. Those of one unit are taken in one after the other, by
    /// however many collectors, so that looking for earlier ones, checking and storing are one step;
    /// dropped without `Intake::store` it leaves no trace.
    ///
    /// # Errors
    /// The database fails, or is busy for too long.
    pub async fn begin(&self, plan: &str, unit: &str) -> Result<Intake, sqlx::Error> {
        Intake::begin(&self.pools, plan, unit).await
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

/// Whether a statement failed because too many wanted the database at once.
#[must_use]
pub fn is_busy(error: &sqlx::Error) -> bool {
    // SQLite: 5 busy, 6 locked. PostgreSQL: 53300 too many connections, 55P03 lock not to be had, 57014
    // cancelled, 40001 and 40P01 overtaken.
    let codes = ["5", "6", "53300", "55P03", "57014", "40001", "40P01"];
    match error {
        sqlx::Error::PoolTimedOut => true,
        error => error
            .as_database_error()
            .and_then(|error| error.code())
            .is_some_and(|code| codes.contains(&code.as_ref())),
    }
}
