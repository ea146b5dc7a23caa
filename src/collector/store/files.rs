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
    /// Under which name its pieces lie.
    pub place: String,
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
    /// When a report first named it, in seconds since 1970.
    pub named_at: Option<i64>,
    /// When its bytes were taken away, in seconds since 1970.
    pub deleted_at: Option<i64>,
    /// By what the office was known that took them away.
    pub deleted_by: Option<String>,
    /// Since when its bytes are being taken away, in seconds since 1970; none again once they are gone.
    pub going_at: Option<i64>,
}

impl KeptFile {
    /// Whether it is being forgotten: nobody may count on it, and it may come anew once it is.
    #[must_use]
    pub fn is_forgotten(&self) -> bool {
        self.going_at.is_some() && self.deleted_at.is_none()
    }
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

    /// The files of a unit that came whole, the oldest first. There are no more than its share.
    ///
    /// # Errors
    /// The database fails.
    pub async fn files_of(&self, plan: &str, unit: &str) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where plan = $1 and unit = $2 and whole_at is not null \
             and (going_at is null or deleted_at is not null) order by seq",
        )
        .bind(plan)
        .bind(unit)
        .fetch_all(pool)
        .await)
    }

    /// Notes that a file is coming, where it is not known and the unit's share has room; what is known of it then, none where
    /// there is no room. Those that begin at the same instant may go beyond the share by one another.
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
            "insert into file (plan, unit, hash, place, kind, bytes, begun_at, sent_by) \
             select $1, $2, $3, $4, $5, $6, $7, $8 where \
             (select coalesce(sum(bytes), 0) from file where plan = $1 and unit = $2 and deleted_at is null) + $6 <= $9 \
             and (select count(*) from file where plan = $1 and unit = $2) < $10 \
             on conflict do nothing",
        )
        .bind(&new.plan)
        .bind(&new.unit)
        .bind(&new.hash)
        .bind(&new.place)
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

    /// Notes that all of a file is there; whether it is, and is to stay.
    ///
    /// # Errors
    /// The database fails.
    pub async fn file_is_whole(&self, file: &KeptFile, now: i64) -> Result<bool, sqlx::Error> {
        // Where it was whole before, the hour of that stays.
        let count = writing!(&self.pools, pool => sqlx::query(
            "update file set whole_at = coalesce(whole_at, $2) where place = $1 and going_at is null",
        )
        .bind(&file.place)
        .bind(now)
        .execute(pool)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }

    /// Notes that a report names a file; whether such a file came whole. One that was taken away since did.
    ///
    /// # Errors
    /// The database fails.
    pub async fn name_file(&self, file: &KeptFile, now: i64) -> Result<bool, sqlx::Error> {
        // In one statement with what forgets files that nothing names: one of the two is first.
        let count = writing!(&self.pools, pool => sqlx::query(
            "update file set named_at = coalesce(named_at, $2) where place = $1 and whole_at is not null \
             and (going_at is null or deleted_at is not null)",
        )
        .bind(&file.place)
        .bind(now)
        .execute(pool)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }

    /// Notes that a file is to be forgotten, which never became whole.
    ///
    /// # Errors
    /// The database fails.
    pub async fn forget_file(&self, file: &KeptFile, now: i64) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "update file set going_at = $2 where place = $1 and whole_at is null",
        )
        .bind(&file.place)
        .bind(now)
        .execute(pool)
        .await
        .map(|_| ()))
    }

    /// Notes that files are to be forgotten that began to come before `begun` and are not whole, or have been whole since
    /// before `whole` and no report came to name.
    ///
    /// # Errors
    /// The database fails.
    pub async fn forget_files(
        &self,
        (begun, whole): (i64, i64),
        now: i64,
    ) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "update file set going_at = $3 where going_at is null and deleted_at is null and \
             ((whole_at is null and begun_at < $1) or (whole_at < $2 and named_at is null))",
        )
        .bind(begun)
        .bind(whole)
        .bind(now)
        .execute(pool)
        .await
        .map(|_| ()))
    }

    /// Notes that the bytes of a file are to be taken away, by whom and when; the first to do so is kept. What is known of it
    /// then, where there is such a file.
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
            "update file set deleted_at = $4, deleted_by = $5, going_at = $4 where plan = $1 and unit = $2 and hash = $3 \
             and whole_at is not null and deleted_at is null and going_at is null",
        )
        .bind(plan)
        .bind(unit)
        .bind(hash)
        .bind(now)
        .bind(by)
        .execute(pool)
        .await
        .map(|_| ()))?;
        let known = self.file(plan, unit, hash).await?;
        Ok(known.filter(|file| file.deleted_at.is_some()))
    }

    /// The same of all files of a plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn delete_files_of(
        &self,
        plan: &str,
        (now, by): (i64, &str),
    ) -> Result<(), sqlx::Error> {
        writing!(&self.pools, pool => sqlx::query(
            "update file set deleted_at = $2, deleted_by = $3, going_at = $2 \
             where plan = $1 and whole_at is not null and deleted_at is null and going_at is null",
        )
        .bind(plan)
        .bind(now)
        .bind(by)
        .execute(pool)
        .await
        .map(|_| ()))
    }

    /// Files whose bytes are being taken away, some of them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn going_files(&self) -> Result<Vec<KeptFile>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from file where going_at is not null order by seq limit 500",
        )
        .fetch_all(pool)
        .await)
    }

    /// Notes that the bytes of a file are gone that was to be forgotten or taken away.
    ///
    /// # Errors
    /// The database fails.
    pub async fn file_is_gone(&self, file: &KeptFile) -> Result<(), sqlx::Error> {
        for text in [
            "update file set going_at = null where place = $1 and deleted_at is not null",
            "delete from file where place = $1 and going_at is not null",
        ] {
            writing!(&self.pools, pool => sqlx::query(text)
                .bind(&file.place)
                .execute(pool)
                .await
                .map(|_| ()))?;
        }
        Ok(())
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

    /// The mark of the folder that holds the files; none where nobody has kept one yet.
    ///
    /// # Errors
    /// The database fails.
    pub async fn depot_mark(&self) -> Result<Option<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar("select mark from depot where id = 1")
            .fetch_optional(pool)
            .await)
    }

    /// Says by which mark the folder is known, where nobody has said so before.
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
        "insert into file (plan, unit, hash, place, kind, bytes, begun_at, sent_by, whole_at, named_at, deleted_at, deleted_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing",
    )
    .bind(&file.plan)
    .bind(&file.unit)
    .bind(&file.hash)
    .bind(&file.place)
    .bind(&file.kind)
    .bind(file.bytes)
    .bind(file.begun_at)
    .bind(&file.sent_by)
    .bind(file.whole_at)
    .bind(file.named_at)
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
