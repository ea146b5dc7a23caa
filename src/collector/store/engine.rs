//! The two engines: SQLite inside the collector, PostgreSQL beside it.

use super::failing::is_busy;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Executor, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::fmt;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::{Duration, Instant};

/// How long a request waits for the database before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a connection that nobody used is believed to be there still.
const BELIEVED: Duration = Duration::from_secs(1);

/// How long another program may take to bring the tables up to date.
const FOR_OTHERS: Duration = Duration::from_secs(120);

pub(super) static SQLITE: Migrator = sqlx::migrate!("src/collector/migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("src/collector/migrations/postgres");

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A file of SQLite, inside the collector.
    File(PathBuf),
    /// A server that speaks PostgreSQL's protocol, by its URL; it may hold a password and is never shown.
    Server(String),
}

impl Database {
    /// The file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }
}

/// Why a text names no database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a database is a file, or a server: postgres://user@host/name")
    }
}

impl std::error::Error for DatabaseError {}

impl FromStr for Database {
    type Err = DatabaseError;

    fn from_str(text: &str) -> Result<Self, DatabaseError> {
        match text.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Server(text.to_owned())),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::File(path.into())),
            None if !text.is_empty() => Ok(Self::File(text.into())),
            _ => Err(DatabaseError),
        }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Server(_) => f.write_str("on the PostgreSQL server"),
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Connections to one of the engines.
#[derive(Clone, Debug)]
pub(super) enum Pools {
    /// SQLite has one writer at a time. A pool of one connection makes those who wait a queue, where
    /// its own waiting is a race that the unlucky lose.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction of one of the engines.
#[derive(Debug)]
pub(super) enum Change {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Reads from whichever engine it is: the same text and the same bound values for both.
macro_rules! reading {
    ($pools:expr, $pool:ident => $query:expr) => {
        match $pools {
            $crate::collector::store::engine::Pools::Sqlite { readers: $pool, .. } => $query,
            $crate::collector::store::engine::Pools::Postgres($pool) => $query,
        }
    };
}

/// Writes to whichever engine it is, without a transaction.
macro_rules! writing {
    ($pools:expr, $pool:ident => $query:expr) => {
        match $pools {
            $crate::collector::store::engine::Pools::Sqlite { writer: $pool, .. } => $query,
            $crate::collector::store::engine::Pools::Postgres($pool) => $query,
        }
    };
}

/// Reads and writes inside a transaction of whichever engine it is.
macro_rules! within {
    ($change:expr, $connection:ident => $query:expr) => {
        match $change {
            $crate::collector::store::engine::Change::Sqlite(transaction) => {
                let $connection = &mut **transaction;
                $query
            }
            $crate::collector::store::engine::Change::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $query
            }
        }
    };
}

pub(super) use {reading, within, writing};

/// How many rows wait between the thread that reads them and the one that asked: at every one too many, both wait for
/// each other.
const ROWS: usize = 1000;

impl Pools {
    /// Opens the database and brings its tables up to date. A file is made where there is none,
    /// readable by its owner alone; a server's database must be there.
    ///
    /// # Errors
    /// It cannot be made or reached; a newer collector has changed its tables.
    pub(super) async fn open(database: &Database) -> Result<Self, sqlx::Error> {
        match database {
            Database::File(path) => Self::sqlite(path).await,
            Database::Server(url) => Self::postgres(url).await,
        }
    }

    /// Opens a database that is there, and leaves its tables as they are: what copies it must not change what it
    /// copies.
    ///
    /// # Errors
    /// It cannot be reached.
    pub(super) async fn open_as_it_is(database: &Database) -> Result<Self, sqlx::Error> {
        match database {
            Database::File(path) => Self::files(path).await,
            Database::Server(url) => Self::server(url).await.map(Self::Postgres),
        }
    }

    /// Whether its tables are those of this collector, and not of an earlier one.
    ///
    /// # Errors
    /// The database fails.
    pub(super) async fn is_current(&self) -> Result<bool, sqlx::Error> {
        let newest: Option<i64> = reading!(self, pool => sqlx::query_scalar(
            "select max(version) from _sqlx_migrations",
        )
        .fetch_one(pool)
        .await)?;
        let known = SQLITE.iter().map(|migration| migration.version).max();
        Ok(newest == known)
    }

    async fn sqlite(path: &Path) -> Result<Self, sqlx::Error> {
        keep_private(path)?;
        let pools = Self::files(path).await?;
        if let Self::Sqlite { writer, .. } = &pools {
            // One transaction for all, begun as a writer: of several programs that open an older file at once, the
            // first changes its tables and the others find them changed.
            let mut change = patiently(|| writer.begin_with("begin immediate")).await?;
            SQLITE.run_direct(None, &mut *change, false).await?;
            change.commit().await?;
        }
        Ok(pools)
    }

    async fn files(path: &Path) -> Result<Self, sqlx::Error> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt is proof of arrival, so it is given only once the report is safe on the disk.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .row_buffer_size(ROWS)
            .foreign_keys(true);
        let pool = |connections| {
            SqlitePoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
                .test_before_acquire(false)
                .before_acquire(|connection, meta| Box::pin(is_there(connection, meta.idle_for)))
                .after_release(|connection, _| Box::pin(is_clean(connection)))
        };
        let writer = patiently(|| pool(1).connect_with(options.clone())).await?;
        let readers = patiently(|| pool(4).connect_with(options.clone())).await?;
        Ok(Self::Sqlite { readers, writer })
    }

    async fn postgres(url: &str) -> Result<Self, sqlx::Error> {
        let pool = Self::server(url).await?;
        POSTGRES.run(&pool).await?;
        Ok(Self::Postgres(pool))
    }

    async fn server(url: &str) -> Result<PgPool, sqlx::Error> {
        let options = PgConnectOptions::from_str(url)?.application_name("phieu");
        PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(PATIENCE)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    // Whatever the server's settings say, a receipt stands for a report on the disk.
                    connection
                        .execute("set synchronous_commit = on; set lock_timeout = '10s'")
                        .await
                        .map(|_| ())
                })
            })
            .test_before_acquire(false)
            .before_acquire(|connection, meta| Box::pin(is_there(connection, meta.idle_for)))
            .after_release(|connection, _| Box::pin(is_clean(connection)))
            .connect_with(options)
            .await
    }

    /// Begins to write. On SQLite nobody else writes until it ends.
    pub(super) async fn begin(&self) -> Result<Change, sqlx::Error> {
        match self {
            Self::Sqlite { writer, .. } => writer
                .begin_with("begin immediate")
                .await
                .map(Change::Sqlite),
            Self::Postgres(pool) => pool.begin().await.map(Change::Postgres),
        }
    }

    /// Begins to read; what others write from now on is not seen.
    pub(super) async fn snapshot(&self) -> Result<Change, sqlx::Error> {
        match self {
            Self::Sqlite { readers, .. } => readers.begin().await.map(Change::Sqlite),
            Self::Postgres(pool) => {
                let begin = "begin isolation level repeatable read read only";
                pool.begin_with(begin).await.map(Change::Postgres)
            }
        }
    }

    pub(super) async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Change {
    pub(super) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await,
            Self::Postgres(transaction) => transaction.commit().await,
        }
    }
}

/// Whether a connection that comes back can be used again. One whose transaction could not be ended, because the disk
/// was full for instance, would refuse every later one; it is dropped, and the next request gets a new one.
async fn is_clean<C: Connection>(connection: &mut C) -> Result<bool, sqlx::Error> {
    if connection.is_in_transaction() {
        // What a dropped transaction left to be rolled back is rolled back now.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

/// Whether a connection that waited is still there. One that was just in use is believed to be: a question to each before
/// it is used would double what a busy server is asked, and it was asked when it came back.
async fn is_there<C: Connection>(
    connection: &mut C,
    waited: Duration,
) -> Result<bool, sqlx::Error> {
    if waited >= BELIEVED {
        connection.ping().await?;
    }
    Ok(true)
}

/// Does something that another program on the same file may hold up, until it is done or took too long: it may be
/// bringing the tables of many reports up to date, and SQLite's own waiting does not cover every lock.
async fn patiently<T, F>(task: impl Fn() -> F) -> Result<T, sqlx::Error>
where
    F: Future<Output = Result<T, sqlx::Error>>,
{
    let begun = Instant::now();
    loop {
        match task().await {
            Err(error) if is_busy(&error) && begun.elapsed() < FOR_OTHERS => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            outcome => return outcome,
        }
    }
}

/// Makes the file, where there is none, readable by its owner alone: it holds people's phone numbers.
/// SQLite gives the files beside it the same rights.
fn keep_private(path: &Path) -> std::io::Result<()> {
    match make_private(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// Makes a file that is not there, readable by its owner alone.
pub(super) fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::Database;

    #[test]
    fn a_database_is_a_file_or_a_server() {
        let file = |path: &str| Some(Database::File(path.into()));
        let server = |url: &str| Some(Database::Server(url.into()));
        for (text, expected) in [
            ("phieu.sqlite", file("phieu.sqlite")),
            (
                "sqlite:///var/lib/phieu.sqlite",
                file("/var/lib/phieu.sqlite"),
            ),
            ("postgres://a:b@c/d", server("postgres://a:b@c/d")),
            ("postgresql://c/d", server("postgresql://c/d")),
            ("mysql://c/d", None),
            ("sqlite://", None),
            ("", None),
        ] {
            assert_eq!(text.parse().ok(), expected, "{text}");
        }
    }

    #[test]
    fn a_servers_password_is_never_shown() {
        let server: Database = "postgres://phieu:secret@host/name".parse().unwrap();
        assert!(!format!("{server} {server:?}").contains("secret"));
    }
}
