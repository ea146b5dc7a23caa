//! The database: one SQLite file, append-only.

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{FromRow, Sqlite, SqlitePool, Transaction};
use std::path::Path;
use std::time::Duration;

/// The embedded database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
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
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// The hash of its canonical JSON.
    pub hash: &'a str,
    /// Its canonical JSON.
    pub report: &'a str,
    /// The receipt's JSON.
    pub receipt: &'a str,
}

/// A stored report with its receipt.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    /// Its identity.
    pub id: String,
    /// 1 for the first, one more for each amendment.
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
    pub revision: u32,
    /// When that revision came, in seconds since 1970.
    pub received_at: i64,
    /// When the first one came.
    pub first_received_at: i64,
}

impl Store {
    /// Opens the file, makes it where there is none (readable by its owner alone), and brings its
    /// tables up to date.
    ///
    /// # Errors
    /// The file cannot be made or is no database; a newer collector has changed its tables.
    pub async fn open(path: &Path) -> Result<Self, sqlx::Error> {
        keep_private(path)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt is proof of arrival, so it is given only once the report is safe on the disk.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true);
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options)
            .await?;
        sqlx::migrate!("src/collector/migrations")
            .run(&pool)
            .await?;
        Ok(Self { pool })
    }

    /// Closes all connections, when those that are busy have finished.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        sqlx::query("select 1")
            .execute(&self.pool)
            .await
            .map(|_| ())
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
        sqlx::query(
            "insert into plan (id, version, hash, json) values (?, ?, ?, ?) on conflict do nothing",
        )
        .bind(id)
        .bind(version)
        .bind(hash)
        .bind(json)
        .execute(&self.pool)
        .await?;
        let texts: i64 =
            sqlx::query_scalar("select count(*) from plan where id = ? and version = ?")
                .bind(id)
                .bind(version)
                .fetch_one(&self.pool)
                .await?;
        Ok(texts == 1)
    }

    /// The texts of all plans ever served, the newest last.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_plans(&self) -> Result<Vec<String>, sqlx::Error> {
        sqlx::query_scalar("select json from plan order by seq")
            .fetch_all(&self.pool)
            .await
    }

    /// The report of that identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn submission(&self, id: &str) -> Result<Option<Stored>, sqlx::Error> {
        sqlx::query_as("select id, revision, hash, report, receipt from submission where id = ?")
            .bind(id)
            .fetch_optional(&self.pool)
            .await
    }

    /// What a unit has sent of a plan, one row a report, in order of arrival.
    ///
    /// # Errors
    /// The database fails.
    pub async fn arrivals_of(&self, plan: &str, unit: &str) -> Result<Vec<Arrival>, sqlx::Error> {
        sqlx::query_as("select * from current_submission where plan = ? and unit = ? order by seq")
            .bind(plan)
            .bind(unit)
            .fetch_all(&self.pool)
            .await
    }

    /// What all units have sent of a plan, one row a report, in order of arrival.
    ///
    /// # Errors
    /// The database fails.
    pub async fn arrivals(&self, plan: &str) -> Result<Vec<Arrival>, sqlx::Error> {
        sqlx::query_as("select * from current_submission where plan = ? order by seq")
            .bind(plan)
            .fetch_all(&self.pool)
            .await
    }

    /// Begins to take in a report. Only one is taken in at a time, so that looking for earlier ones,
    /// checking and storing are one step; dropped without `Intake::store` it leaves no trace.
    ///
    /// # Errors
    /// The database fails, or is busy for longer than five seconds.
    pub async fn begin(&self) -> Result<Intake, sqlx::Error> {
        Ok(Intake {
            transaction: self.pool.begin_with("begin immediate").await?,
        })
    }
}

/// The taking in of one report.
#[derive(Debug)]
pub struct Intake {
    transaction: Transaction<'static, Sqlite>,
}

impl Intake {
    /// The report of that identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn submission(&mut self, id: &str) -> Result<Option<Stored>, sqlx::Error> {
        sqlx::query_as("select id, revision, hash, report, receipt from submission where id = ?")
            .bind(id)
            .fetch_optional(&mut *self.transaction)
            .await
    }

    /// How many revisions of a report there are.
    ///
    /// # Errors
    /// The database fails.
    pub async fn revisions(&mut self, subject: Subject<'_>) -> Result<u32, sqlx::Error> {
        sqlx::query_scalar(
            "select coalesce(max(revision), 0) from submission \
             where plan = ? and unit = ? and duty = ? and period_from = ? and period_to = ?",
        )
        .bind(subject.plan)
        .bind(subject.unit)
        .bind(subject.duty)
        .bind(subject.from)
        .bind(subject.to)
        .fetch_one(&mut *self.transaction)
        .await
    }

    /// The reports that the same unit sent of periods that began before, older periods first, each
    /// as canonical JSON.
    ///
    /// # Errors
    /// The database fails.
    pub async fn earlier(&mut self, subject: Subject<'_>) -> Result<Vec<String>, sqlx::Error> {
        sqlx::query_scalar(
            "select report from current_submission where plan = ? and unit = ? and period_from < ? \
             order by period_to, period_from, seq",
        )
        .bind(subject.plan)
        .bind(subject.unit)
        .bind(subject.from)
        .fetch_all(&mut *self.transaction)
        .await
    }

    /// Stores the report for good.
    ///
    /// # Errors
    /// The database fails; nothing is stored then.
    pub async fn store(mut self, new: NewSubmission<'_>) -> Result<(), sqlx::Error> {
        sqlx::query(
            "insert into submission (id, plan, plan_version, duty, unit, period_from, period_to, revision, \
             received_at, hash, report, receipt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(new.id)
        .bind(new.subject.plan)
        .bind(new.plan_version)
        .bind(new.subject.duty)
        .bind(new.subject.unit)
        .bind(new.subject.from)
        .bind(new.subject.to)
        .bind(new.revision)
        .bind(new.received_at)
        .bind(new.hash)
        .bind(new.report)
        .bind(new.receipt)
        .execute(&mut *self.transaction)
        .await?;
        self.transaction.commit().await
    }
}

/// Makes the file, where there is none, readable by its owner alone: it holds people's phone numbers.
/// SQLite gives the files beside it the same rights.
fn keep_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
