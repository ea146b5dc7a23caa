//! What offices did with the plans that they publish, step by step.

use super::engine::{Change, reading, within};
use super::opened::Store;
use sqlx::FromRow;

/// A step: a version published, or a plan withdrawn, archived or opened again.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Step {
    /// The plan's identity.
    pub plan: String,
    /// Which step of the plan it is, from 1, without a gap.
    #[sqlx(try_from = "i64")]
    pub step: u32,
    /// The version that stands since.
    #[sqlx(try_from = "i64")]
    pub version: u32,
    /// How the plan stands since: `open`, `withdrawn` or `archived`.
    pub state: String,
    /// The hash of the version's text.
    pub hash: String,
    /// When, in seconds since 1970.
    pub done_at: i64,
    /// By what the office was known.
    pub done_by: String,
    /// The office's name; empty where it has none.
    pub office: String,
}

/// The last step of one plan.
const HEAD: &str = "select plan, step, version, state, hash, done_at, done_by, office from publication \
    where plan = $1 order by step desc limit 1";

impl Step {
    /// Writes it down behind those before it.
    ///
    /// # Errors
    /// Another one stands in its place; the database fails.
    pub(super) async fn put(&self, change: &mut Change) -> Result<(), sqlx::Error> {
        within!(change, connection => sqlx::query(
            "insert into publication (plan, step, version, state, hash, done_at, done_by, office) \
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&self.plan)
        .bind(i64::from(self.step))
        .bind(i64::from(self.version))
        .bind(&self.state)
        .bind(&self.hash)
        .bind(self.done_at)
        .bind(&self.done_by)
        .bind(&self.office)
        .execute(connection)
        .await
        .map(|_| ()))
    }

    /// The last step of a plan, inside a transaction.
    pub(super) async fn last(change: &mut Change, plan: &str) -> Result<Option<Self>, sqlx::Error> {
        within!(change, connection => sqlx::query_as(HEAD)
            .bind(plan)
            .fetch_optional(connection)
            .await)
    }
}

impl Store {
    /// The last step of every published plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn heads(&self) -> Result<Vec<Step>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select plan, step, version, state, hash, done_at, done_by, office from publication p \
             where not exists (select 1 from publication next where next.plan = p.plan and next.step = p.step + 1)",
        )
        .fetch_all(pool)
        .await)
    }

    /// The last step of one plan; none where it is not published.
    ///
    /// # Errors
    /// The database fails.
    pub async fn head(&self, plan: &str) -> Result<Option<Step>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(HEAD)
            .bind(plan)
            .fetch_optional(pool)
            .await)
    }

    /// The steps of a plan below the number `before`, the newest first, at most `limit`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn steps(
        &self,
        plan: &str,
        before: i64,
        limit: i64,
    ) -> Result<Vec<Step>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select plan, step, version, state, hash, done_at, done_by, office from publication \
             where plan = $1 and step < $2 order by step desc limit $3",
        )
        .bind(plan)
        .bind(before)
        .bind(limit)
        .fetch_all(pool)
        .await)
    }

    /// Begins a step. What is dropped without `Publishing::keep` leaves no trace.
    ///
    /// # Errors
    /// The database fails, or is busy for too long.
    pub async fn publishing(&self) -> Result<Publishing, sqlx::Error> {
        let change = self.pools.begin().await?;
        Ok(Publishing { change })
    }
}

/// A step that is being taken.
#[derive(Debug)]
pub struct Publishing {
    change: Change,
}

impl Publishing {
    /// The last step of a plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn head(&mut self, plan: &str) -> Result<Option<Step>, sqlx::Error> {
        Step::last(&mut self.change, plan).await
    }

    /// The highest version of a plan that was ever served, from the folder too; 0 where there is none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn newest(&mut self, plan: &str) -> Result<i64, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select coalesce(max(version), 0) from plan where id = $1",
        )
        .bind(plan)
        .fetch_one(connection)
        .await)
    }

    /// How many plans are published.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plans(&mut self) -> Result<i64, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select count(*) from publication where step = 1",
        )
        .fetch_one(connection)
        .await)
    }

    /// Keeps the step for good, and with it the text of a version that is new.
    ///
    /// # Errors
    /// Another step was there first; the database fails. Nothing is kept then.
    pub async fn keep(mut self, step: &Step, text: Option<&str>) -> Result<(), sqlx::Error> {
        if let Some(text) = text {
            within!(&mut self.change, connection => sqlx::query(
                "insert into plan (id, version, hash, json) values ($1, $2, $3, $4) on conflict do nothing",
            )
            .bind(&step.plan)
            .bind(i64::from(step.version))
            .bind(&step.hash)
            .bind(text)
            .execute(connection)
            .await
            .map(|_| ()))?;
        }
        step.put(&mut self.change).await?;
        self.change.commit().await
    }
}
