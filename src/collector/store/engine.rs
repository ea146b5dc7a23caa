//! The two engines: SQLite inside the collector, PostgreSQL beside it.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Executor, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// How long a request waits for the database before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(10);

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

    async fn sqlite(path: &Path) -> Result<Self, sqlx::Error> {
        keep_private(path)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt is proof of arrival, so it is given only once the report is safe on the disk.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true);
        let pool = |connections| {
            SqlitePoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
        };
        let writer = pool(1).connect_with(options.clone()).await?;
        sqlx::migrate!("src/collector/migrations/sqlite")
            .run(&writer)
            .await?;
        let readers = pool(4).connect_with(options).await?;
        Ok(Self::Sqlite { readers, writer })
    }

    async fn postgres(url: &str) -> Result<Self, sqlx::Error> {
        let options = PgConnectOptions::from_str(url)?.application_name("phieu");
        let pool = PgPoolOptions::new()
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
            .connect_with(options)
            .await?;
        sqlx::migrate!("src/collector/migrations/postgres")
            .run(&pool)
            .await?;
        Ok(Self::Postgres(pool))
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

/// Makes the file, where there is none, readable by its owner alone: it holds people's phone numbers.
/// SQLite gives the files beside it the same rights.
pub(super) fn keep_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
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
