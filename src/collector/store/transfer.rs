//! All that there is: read out in one piece, put back, and copied while the collector runs.

use super::decisions::Decision;
use super::engine::{Change, make_private, within, writing};
use super::opened::Store;
use super::rows::Occasion;
use crate::encoding::hex;
use sqlx::FromRow;
use std::path::{Path, PathBuf};

/// How many submissions are read at once, and of how many characters together.
const PAGE: i64 = 500;
const MOST: i64 = 8 * 1024 * 1024;

/// A submission as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Kept {
    /// Its place in the order of arrival; another one after it was put back elsewhere.
    pub seq: i64,
    /// Its identity.
    pub id: String,
    /// The plan's identity.
    pub plan: String,
    /// The version of the plan that it was written for.
    pub plan_version: i64,
    /// The duty's identity.
    pub duty: String,
    /// The unit's identity.
    pub unit: String,
    /// The period's first day, as ISO date.
    pub period_from: String,
    /// The period's last day, as ISO date.
    pub period_to: String,
    /// 1 for the first, one more for each amendment.
    pub revision: i64,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// The hash of its canonical JSON.
    pub hash: String,
    /// Its canonical JSON.
    pub report: String,
    /// The receipt's JSON.
    pub receipt: String,
    /// By what its sender was known.
    pub sent_by: String,
    /// When "send" was pressed, by the device's clock, in seconds since 1970; none where nobody wrote it down.
    pub prepared_at: Option<i64>,
}

/// A plan's text as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct KeptPlan {
    /// Its identity.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// The hash of its text.
    pub hash: String,
    /// Its text.
    pub json: String,
}

/// A personal code's hash as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct KeptKey {
    /// The part by which it is found.
    pub selector: String,
    /// The plan's identity.
    pub plan: String,
    /// The unit's identity.
    pub unit: String,
    /// `unit` or `office`.
    pub role: String,
    /// The hash of the whole code.
    pub hash: String,
    /// When it was made, in seconds since 1970.
    pub made_at: i64,
    /// When another took its place.
    pub ended_at: Option<i64>,
}

/// A view of the whole database as it was at one moment, whatever is written meanwhile.
#[derive(Debug)]
pub struct Snapshot {
    change: Change,
    after: i64,
}

/// The putting back of what was read out; dropped without [`Restoring::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Restoring {
    change: Change,
}

impl Store {
    /// A view of the whole database as it is now.
    ///
    /// # Errors
    /// The database fails.
    pub async fn snapshot(&self) -> Result<Snapshot, sqlx::Error> {
        let change = self.pools.snapshot().await?;
        Ok(Snapshot { change, after: 0 })
    }

    /// Begins to put back what was read out.
    ///
    /// # Errors
    /// The database fails.
    pub async fn restoring(&self) -> Result<Restoring, sqlx::Error> {
        let change = self.pools.begin().await?;
        Ok(Restoring { change })
    }

    /// Copies the database into a new file while it is in use: whole, as it is at one moment.
    ///
    /// # Errors
    /// The file is there already or cannot be written; the database is a server's, which has its own
    /// ways (`pg_dump`).
    pub async fn backup(&self, to: &Path) -> Result<(), sqlx::Error> {
        if matches!(self.pools, super::engine::Pools::Postgres(_)) {
            let said = "a PostgreSQL database is copied by its own tools: pg_dump, or its continuous archiving";
            return Err(sqlx::Error::Configuration(said.into()));
        }
        if to.exists() {
            let said = format!("{} is there already", to.display());
            return Err(sqlx::Error::Configuration(said.into()));
        }
        // Under another name until it is whole, so that no half copy is ever taken for one.
        let part = Part::beside(to)?;
        let name = part.path.to_string_lossy().into_owned();
        writing!(&self.pools, pool => sqlx::query("vacuum into $1")
            .bind(name)
            .execute(pool)
            .await
            .map(|_| ()))?;
        std::fs::OpenOptions::new()
            .write(true)
            .open(&part.path)?
            .sync_all()?;
        std::fs::rename(&part.path, to)?;
        Ok(())
    }
}

/// A copy that is not whole yet; taken away where it does not become so.
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

impl Snapshot {
    /// The plans' texts, the oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plans(&mut self) -> Result<Vec<KeptPlan>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select id, version, hash, json from plan order by seq",
        )
        .fetch_all(connection)
        .await)
    }

    /// The codes' hashes, the oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keys(&mut self) -> Result<Vec<KeptKey>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select selector, plan, unit, role, hash, made_at, ended_at from access_key order by seq",
        )
        .fetch_all(connection)
        .await)
    }

    /// The next submissions in order of arrival, with the decisions about them; none at the end.
    ///
    /// # Errors
    /// The database fails.
    pub async fn next(&mut self) -> Result<(Vec<Kept>, Vec<Decision>), sqlx::Error> {
        let after = self.after;
        let page: Vec<Kept> = within!(&mut self.change, connection => sqlx::query_as(
            "select * from (\
             select page.*, sum(length(report)) over (order by seq) - length(report) as ahead from (\
             select * from submission where seq > $1 order by seq limit $2) as page) as sized \
             where ahead < $3 order by seq",
        )
        .bind(after)
        .bind(PAGE)
        .bind(MOST)
        .fetch_all(connection)
        .await)?;
        let Some(last) = page.last().map(|kept| kept.seq) else {
            return Ok((page, Vec::new()));
        };
        self.after = last;
        let decisions = within!(&mut self.change, connection => sqlx::query_as(
            "select d.* from decision d join submission s on s.id = d.submission \
             where s.seq > $1 and s.seq <= $2 order by d.seq",
        )
        .bind(after)
        .bind(last)
        .fetch_all(connection)
        .await)?;
        Ok((page, decisions))
    }
}

impl Restoring {
    /// Puts a plan's text back, if it is not there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plan(&mut self, plan: &KeptPlan) -> Result<(), sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into plan (id, version, hash, json) values ($1, $2, $3, $4) on conflict do nothing",
        )
        .bind(&plan.id)
        .bind(plan.version)
        .bind(&plan.hash)
        .bind(&plan.json)
        .execute(connection)
        .await
        .map(|_| ()))
    }

    /// Puts a code's hash back, if neither it nor another of the same unit is in use.
    ///
    /// # Errors
    /// The database fails.
    pub async fn key(&mut self, key: &KeptKey) -> Result<(), sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into access_key (selector, plan, unit, role, hash, made_at, ended_at) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        )
        .bind(&key.selector)
        .bind(&key.plan)
        .bind(&key.unit)
        .bind(&key.role)
        .bind(&key.hash)
        .bind(key.made_at)
        .bind(key.ended_at)
        .execute(connection)
        .await
        .map(|_| ()))
    }

    /// The hashes of the texts of a version of a plan that are there already.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plan_hashes(
        &mut self,
        id: &str,
        version: i64,
    ) -> Result<Vec<String>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select hash from plan where id = $1 and version = $2",
        )
        .bind(id)
        .bind(version)
        .fetch_all(connection)
        .await)
    }

    /// The highest revision of a report that is there already, and when it came.
    ///
    /// # Errors
    /// The database fails.
    pub async fn last(
        &mut self,
        occasion: Occasion<'_>,
    ) -> Result<Option<(i64, i64)>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select revision, received_at from submission where plan = $1 and unit = $2 and duty = $3 \
             and period_from = $4 and period_to = $5 order by revision desc limit 1",
        )
        .bind(occasion.plan)
        .bind(occasion.unit)
        .bind(occasion.duty)
        .bind(occasion.from)
        .bind(occasion.to)
        .fetch_optional(connection)
        .await)
    }

    /// The hash of a submission that is there already.
    ///
    /// # Errors
    /// The database fails.
    pub async fn hash_of(&mut self, id: &str) -> Result<Option<String>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select hash from submission where id = $1",
        )
        .bind(id)
        .fetch_optional(connection)
        .await)
    }

    /// Puts a submission back that is not there.
    ///
    /// # Errors
    /// Another one has its revision; the database fails.
    pub async fn submission(&mut self, kept: &Kept) -> Result<(), sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into submission (id, plan, plan_version, duty, unit, period_from, period_to, revision, \
             received_at, hash, report, receipt, sent_by, prepared_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(&kept.id)
        .bind(&kept.plan)
        .bind(kept.plan_version)
        .bind(&kept.duty)
        .bind(&kept.unit)
        .bind(&kept.period_from)
        .bind(&kept.period_to)
        .bind(kept.revision)
        .bind(kept.received_at)
        .bind(&kept.hash)
        .bind(&kept.report)
        .bind(&kept.receipt)
        .bind(&kept.sent_by)
        .bind(kept.prepared_at)
        .execute(connection)
        .await
        .map(|_| ()))
    }

    /// Puts a decision back, if it is not there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn decision(&mut self, new: &Decision) -> Result<(), sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into decision (submission, outcome, reason, fields, decided_at, decided_by) \
             select $1, $2, $3, $4, $5, $6 where not exists (select 1 from decision where submission = $1 \
             and outcome = $2 and reason = $3 and fields = $4 and decided_at = $5 and decided_by = $6)",
        )
        .bind(&new.submission)
        .bind(&new.outcome)
        .bind(&new.reason)
        .bind(&new.fields)
        .bind(new.decided_at)
        .bind(&new.decided_by)
        .execute(connection)
        .await
        .map(|_| ()))
    }

    /// Keeps all that was put back.
    ///
    /// # Errors
    /// The database fails; nothing is kept then.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.change.commit().await
    }
}
