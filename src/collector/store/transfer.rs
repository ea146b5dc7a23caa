//! All that there is, read out in one piece.

use super::decisions::Decision;
use super::engine::{Change, within};
use super::files::{KeptFile, page};
use super::opened::Store;
use super::published::Step;
use sqlx::FromRow;

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
    after_file: i64,
}

impl Store {
    /// A view of the whole database as it is now.
    ///
    /// # Errors
    /// The database fails.
    pub async fn snapshot(&self) -> Result<Snapshot, sqlx::Error> {
        let change = self.pools.snapshot().await?;
        Ok(Snapshot {
            change,
            after: 0,
            after_file: 0,
        })
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

    /// What offices did with plans, the oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn steps(&mut self) -> Result<Vec<Step>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select plan, step, version, state, hash, done_at, done_by, office from publication \
             order by plan, step",
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

    /// The mark of the folder of files, where there are some.
    ///
    /// # Errors
    /// The database fails.
    pub async fn depot(&mut self) -> Result<Option<String>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar("select mark from depot where id = 1")
            .fetch_optional(connection)
            .await)
    }

    /// What is known of the next files; none at the end.
    ///
    /// # Errors
    /// The database fails.
    pub async fn files(&mut self) -> Result<Option<Vec<KeptFile>>, sqlx::Error> {
        page(&mut self.change, &mut self.after_file).await
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
