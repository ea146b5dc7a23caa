//! What is known of files, apart from their bytes.

use super::engine::{Change, reading, within, writing};
use super::opened::Store;
use sqlx::FromRow;

/// A file as it is known (tệp đính kèm).
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct KeptFile {
    /// The plan's identity.
    pub plan: String,
    /// The unit's identity.
    pub unit: String,
    /// The SHA-256 of its bytes.
    pub hash: String,
    /// Its kind, by the name in plans.
    pub kind: String,
    /// How many bytes it has.
    pub bytes: i64,
    /// When its first piece came, in seconds since 1970.
    pub begun_at: i64,
    /// By what its sender was known.
    pub sent_by: String,
    /// When all of it had come and was looked at, in seconds since 1970.
    pub whole_at: Option<i64>,
    /// When its bytes were taken away, in seconds since 1970.
    pub deleted_at: Option<i64>,
    /// By what the office was known that took them away.
    pub deleted_by: Option<String>,
}

/// How much of files one unit may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many bytes together.
    pub bytes: i64,
    /// How many files.
    pub files: i64,
}

impl Store {
    /// A file of a unit.
    ///
    /// # Errors
    /// The database fails.
    pub async fn file(
        &self,
        plan: &str,
        unit: &str,
        hash: &str,
    ) -> Result<Option<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where plan = $1 and unit = $2 and hash = $3",
        )
        .bind(plan)
        .bind(unit)
        .bind(hash)
        .fetch_optional(pool)
        .await)
    }

    /// The files of a unit that are whole, the oldest first. There are no more than its share.
    ///
    /// # Errors
    /// The database fails.
    pub async fn files_of(&self, plan: &str, unit: &str) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where plan = $1 and unit = $2 and whole_at is not null order by seq",
        )
        .bind(plan)
        .bind(unit)
        .fetch_all(pool)
        .await)
    }

    /// Notes that a file is coming, where it is not known and the unit's share has room; what is known of it then, none where
    /// there is no room.
    ///
    /// # Errors
    /// The database fails.
    pub async fn begin_file(
        &self,
        new: &KeptFile,
        share: Share,
    ) -> Result<Option<KeptFile>, sqlx::Error> {
        if let Some(known) = self.file(&new.plan, &new.unit, &new.hash).await? {
            return Ok(Some(known));
        }
        writing!(&self.pools, pool => sqlx::query(
            "insert into file (plan, unit, hash, kind, bytes, begun_at, sent_by) \
             select $1, $2, $3, $4, $5, $6, $7 where \
             (select coalesce(sum(bytes), 0) from file where plan = $1 and unit = $2 and deleted_at is null) + $5 <= $8 \
             and (select count(*) from file where plan = $1 and unit = $2) < $9 \
             on conflict do nothing",
        )
        .bind(&new.plan)
        .bind(&new.unit)
        .bind(&new.hash)
        .bind(&new.kind)
        .bind(new.bytes)
        .bind(new.begun_at)
        .bind(&new.sent_by)
        .bind(share.bytes)
        .bind(share.files)
        .execute(pool)
        .await
        .map(|_| ()))?;
        writing!(&self.pools, pool => sqlx::query_as(
            "select * from file where plan = $1 and unit = $2 and hash = $3",
        )
        .bind(&new.plan)
        .bind(&new.unit)
        .bind(&new.hash)
        .fetch_optional(pool)
        .await)
    }

    /// Notes that all of a file is there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn file_is_whole(
        &self,
        plan: &str,
        unit: &str,
        hash: &str,
        now: i64,
    ) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "update file set whole_at = $4 where plan = $1 and unit = $2 and hash = $3 and whole_at is null",
        )
        .bind(plan)
        .bind(unit)
        .bind(hash)
        .bind(now)
        .execute(pool)
        .await
        .map(|_| ()))
    }

    /// Forgets a file that never became whole.
    ///
    /// # Errors
    /// The database fails.
    pub async fn forget_file(&self, plan: &str, unit: &str, hash: &str) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "delete from file where plan = $1 and unit = $2 and hash = $3 and whole_at is null",
        )
        .bind(plan)
        .bind(unit)
        .bind(hash)
        .execute(pool)
        .await
        .map(|_| ()))
    }

    /// Notes that the bytes of a file are to be taken away, by whom and when; the first to do so is kept. Whether there is
    /// such a file.
    ///
    /// # Errors
    /// The database fails.
    pub async fn delete_file(
        &self,
        plan: &str,
        unit: &str,
        hash: &str,
        (now, by): (i64, &str),
    ) -> Result<Option<KeptFile>, sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "update file set deleted_at = $4, deleted_by = $5 \
             where plan = $1 and unit = $2 and hash = $3 and whole_at is not null and deleted_at is null",
        )
        .bind(plan)
        .bind(unit)
        .bind(hash)
        .bind(now)
        .bind(by)
        .execute(pool)
        .await
        .map(|_| ()))?;
        self.file(plan, unit, hash).await
    }

    /// Files that began to come before `begun` and are not whole, some of them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn unfinished_files(&self, begun: i64) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where whole_at is null and begun_at < $1 order by seq limit 500",
        )
        .bind(begun)
        .fetch_all(pool)
        .await)
    }

    /// Files that have been whole since before `whole` and that no report names, some of them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn unnamed_files(&self, whole: i64) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file f where deleted_at is null and whole_at < $1 and not exists (\
             select 1 from submission s where s.plan = f.plan and s.unit = f.unit \
             and s.report like '%' || f.hash || '%') order by seq limit 500",
        )
        .bind(whole)
        .fetch_all(pool)
        .await)
    }

    /// The plans of which there are files whose bytes are kept.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plans_with_files(&self) -> Result<Vec<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select distinct plan from file where deleted_at is null",
        )
        .fetch_all(pool)
        .await)
    }

    /// Files of a plan whose bytes are kept, some of them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_files(&self, plan: &str) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where plan = $1 and whole_at is not null and deleted_at is null order by seq limit 500",
        )
        .bind(plan)
        .fetch_all(pool)
        .await)
    }

    /// The mark of the folder or bucket that holds the files; none where nobody has kept one yet.
    ///
    /// # Errors
    /// The database fails.
    pub async fn depot_mark(&self) -> Result<Option<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar("select mark from depot where id = 1")
            .fetch_optional(pool)
            .await)
    }

    /// Says by which mark the folder or bucket is known, where nobody has said so before.
    ///
    /// # Errors
    /// The database fails.
    pub async fn claim_depot(&self, mark: &str) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "insert into depot (id, mark) values (1, $1) on conflict do nothing",
        )
        .bind(mark)
        .execute(pool)
        .await
        .map(|_| ()))
    }
}

/// How many files are read out at once.
const PAGE: i64 = 1_000;

/// The next files behind a place, with the place of the last; none at the end.
pub(super) async fn page(
    change: &mut Change,
    after: &mut i64,
) -> Result<Option<Vec<KeptFile>>, sqlx::Error> {
    #[derive(FromRow)]
    struct Placed {
        seq: i64,
        #[sqlx(flatten)]
        file: KeptFile,
    }
    let rows: Vec<Placed> = within!(change, connection => sqlx::query_as(
        "select * from file where seq > $1 order by seq limit $2",
    )
    .bind(*after)
    .bind(PAGE)
    .fetch_all(connection)
    .await)?;
    let Some(last) = rows.last() else {
        return Ok(None);
    };
    *after = last.seq;
    Ok(Some(rows.into_iter().map(|row| row.file).collect()))
}

/// Puts a file back that is not known; what is known of it then.
pub(super) async fn put_back(
    change: &mut Change,
    file: &KeptFile,
) -> Result<KeptFile, sqlx::Error> {
    within!(change, connection => sqlx::query(
        "insert into file (plan, unit, hash, kind, bytes, begun_at, sent_by, whole_at, deleted_at, deleted_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
    )
    .bind(&file.plan)
    .bind(&file.unit)
    .bind(&file.hash)
    .bind(&file.kind)
    .bind(file.bytes)
    .bind(file.begun_at)
    .bind(&file.sent_by)
    .bind(file.whole_at)
    .bind(file.deleted_at)
    .bind(&file.deleted_by)
    .execute(connection)
    .await
    .map(|_| ()))?;
    within!(change, connection => sqlx::query_as(
        "select * from file where plan = $1 and unit = $2 and hash = $3",
    )
    .bind(&file.plan)
    .bind(&file.unit)
    .bind(&file.hash)
    .fetch_one(connection)
    .await)
}
