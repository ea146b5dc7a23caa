//! Copying a database of SQLite while it is in use: whole, as it is at one moment.

use super::engine::{Pools, make_private, reading, writing};
use super::files::KeptFile;
use super::opened::Store;
use crate::encoding::hex;
use sqlx::FromRow;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::path::{Path, PathBuf};

/// How many files are read out at once.
const PAGE: i64 = 1_000;

/// A file with its place in the order in which they began to come.
#[derive(Debug, FromRow)]
pub struct Placed {
    /// Its place in that order.
    pub seq: i64,
    /// The file.
    #[sqlx(flatten)]
    pub file: KeptFile,
}

/// A copy that nobody takes for one until it is finished.
#[derive(Debug)]
pub struct Copying {
    part: Part,
    to: PathBuf,
}

impl Store {
    /// Copies the database into a new file while it is in use: whole, as it is at one moment.
    ///
    /// # Errors
    /// As [`Store::copy`]; the file cannot be written.
    pub async fn backup(&self, to: &Path) -> Result<(), sqlx::Error> {
        self.copy(to).await?.finish()?;
        Ok(())
    }

    /// The same, under another name until it is finished.
    ///
    /// # Errors
    /// The file is there already or cannot be written; the database is a server's, which has its own
    /// ways (`pg_dump`).
    pub async fn copy(&self, to: &Path) -> Result<Copying, sqlx::Error> {
        self.may_copy(to)?;
        let part = Part::beside(to)?;
        let name = part.path.to_string_lossy().into_owned();
        writing!(&self.pools, pool => sqlx::query("vacuum into $1")
            .bind(name)
            .execute(pool)
            .await
            .map(|_| ()))?;
        let to = to.to_owned();
        Ok(Copying { part, to })
    }

    /// Sees whether a copy can be made there.
    ///
    /// # Errors
    /// It is there already; the database is a server's.
    pub fn may_copy(&self, to: &Path) -> Result<(), sqlx::Error> {
        if matches!(self.pools, Pools::Postgres(_)) {
            let said = "a PostgreSQL database is copied by its own tools: pg_dump, or its continuous archiving";
            return Err(sqlx::Error::Configuration(said.into()));
        }
        if to.exists() {
            let said = format!("{} is there already", to.display());
            return Err(sqlx::Error::Configuration(said.into()));
        }
        Ok(())
    }

    /// Opens a database file that is there, and never writes to it.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn open_to_read(file: &Path) -> Result<Self, sqlx::Error> {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        let pool = SqlitePoolOptions::new().max_connections(2);
        let readers = pool.connect_with(options).await?;
        let writer = readers.clone();
        Ok(Self::of(Pools::Sqlite { readers, writer }))
    }

    /// The mark of the place of the files; none where there are none yet, and where the database is of an earlier collector,
    /// which knew of none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_of_files(&self) -> Result<Option<String>, sqlx::Error> {
        if let Pools::Sqlite { readers, .. } = &self.pools {
            let count: i64 =
                sqlx::query_scalar("select count(*) from sqlite_master where name = 'depot'")
                    .fetch_one(readers)
                    .await?;
            if count == 0 {
                return Ok(None);
            }
        }
        self.depot_mark().await
    }

    /// The next files behind a place whose bytes are kept; none at the end.
    ///
    /// # Errors
    /// The database fails.
    pub async fn whole_files(&self, after: i64) -> Result<Vec<Placed>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where seq > $1 and whole_at is not null and deleted_at is null and going_at is null \
             order by seq limit $2",
        )
        .bind(after)
        .bind(PAGE)
        .fetch_all(pool)
        .await)
    }

    /// Whether there is a file whose bytes are kept under that name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn has_whole_file_at(&self, place: &str) -> Result<bool, sqlx::Error> {
        let count: i64 = reading!(&self.pools, pool => sqlx::query_scalar(
            "select count(*) from file where place = $1 and whole_at is not null and deleted_at is null \
             and going_at is null",
        )
        .bind(place)
        .fetch_one(pool)
        .await)?;
        Ok(count > 0)
    }
}

impl Copying {
    /// What is in the copy.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn open(&self) -> Result<Store, sqlx::Error> {
        Store::open_to_read(&self.part.path).await
    }

    /// Gives the copy its name, once the disk has all of it.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finish(self) -> std::io::Result<()> {
        std::fs::OpenOptions::new()
            .write(true)
            .open(&self.part.path)?
            .sync_all()?;
        std::fs::rename(&self.part.path, &self.to)
    }
}

/// A copy that is not whole yet; taken away where it does not become so.
#[derive(Debug)]
struct Part {
    path: PathBuf,
}

impl Part {
    /// Makes a file that was not there, and follows no link: neither a part that a killed copy left behind nor one that
    /// somebody laid there is written to.
    fn beside(to: &Path) -> std::io::Result<Self> {
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(|error| std::io::Error::other(error.to_string()))?;
        let mut path = to.as_os_str().to_owned();
        path.push(format!(".{}.part", hex(&random)));
        let path = PathBuf::from(path);
        make_private(&path)?;
        Ok(Self { path })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // It has another name by now where all went well.
        let _ = std::fs::remove_file(&self.path);
    }
}
