//! Putting back what was read out, as one step.

use super::decisions::Decision;
use super::engine::{Change, within};
use super::files::{KeptFile, put_back};
use super::intake::Standing;
use super::opened::Store;
use super::published::Step;
use super::rows::Occasion;
use super::transfer::{Kept, KeptKey, KeptPlan};

/// The putting back of what was read out; dropped without [`Restoring::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Restoring {
    change: Change,
}

impl Store {
    /// Begins to put back what was read out.
    ///
    /// # Errors
    /// The database fails.
    pub async fn restoring(&self) -> Result<Restoring, sqlx::Error> {
        let change = self.pools.begin().await?;
        Ok(Restoring { change })
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

    /// The last step of a plan that is here.
    ///
    /// # Errors
    /// The database fails.
    pub async fn head(&mut self, plan: &str) -> Result<Option<Step>, sqlx::Error> {
        Step::last(&mut self.change, plan).await
    }

    /// One step of a plan, where it is here.
    ///
    /// # Errors
    /// The database fails.
    pub async fn step(&mut self, plan: &str, number: u32) -> Result<Option<Step>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select plan, step, version, state, hash, done_at, done_by, office from publication \
             where plan = $1 and step = $2",
        )
        .bind(plan)
        .bind(i64::from(number))
        .fetch_optional(connection)
        .await)
    }

    /// Puts a step back that is not there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn put_step(&mut self, step: &Step) -> Result<(), sqlx::Error> {
        step.put(&mut self.change).await
    }

    /// Puts back what is known of a file, if it is not known; what is known of it then.
    ///
    /// # Errors
    /// The database fails.
    pub async fn file(&mut self, file: &KeptFile) -> Result<KeptFile, sqlx::Error> {
        put_back(&mut self.change, file).await
    }

    /// Puts back the mark of the folder of files, if none is known; the one that is known then.
    ///
    /// # Errors
    /// The database fails.
    pub async fn depot(&mut self, mark: &str) -> Result<String, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into depot (id, mark) values (1, $1) on conflict do nothing",
        )
        .bind(mark)
        .execute(connection)
        .await
        .map(|_| ()))?;
        within!(&mut self.change, connection => sqlx::query_scalar("select mark from depot where id = 1")
            .fetch_one(connection)
            .await)
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

    /// The texts that a version of a plan ever had here.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plan_texts(&mut self, id: &str, version: i64) -> Result<Vec<String>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select json from plan where id = $1 and version = $2 order by seq",
        )
        .bind(id)
        .bind(version)
        .fetch_all(connection)
        .await)
    }

    /// The revision of a report that holds here.
    ///
    /// # Errors
    /// The database fails.
    pub async fn last(&mut self, occasion: Occasion<'_>) -> Result<Option<Standing>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(Standing::OF)
            .bind(occasion.plan)
            .bind(occasion.unit)
            .bind(occasion.duty)
            .bind(occasion.from)
            .bind(occasion.to)
            .fetch_optional(connection)
            .await)
    }

    /// The submission of that identity, where it is here already.
    ///
    /// # Errors
    /// The database fails.
    pub async fn known(&mut self, id: &str) -> Result<Option<Kept>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select * from submission where id = $1",
        )
        .bind(id)
        .fetch_optional(connection)
        .await)
    }

    /// What was decided here about a submission, in order.
    ///
    /// # Errors
    /// The database fails.
    pub async fn decisions(&mut self, id: &str) -> Result<Vec<Decision>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select * from decision where submission = $1 order by seq",
        )
        .bind(id)
        .fetch_all(connection)
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

    /// Puts a decision back that is not there.
    ///
    /// # Errors
    /// The database fails.
    pub async fn decision(&mut self, new: &Decision) -> Result<(), sqlx::Error> {
        new.put(&mut self.change).await
    }

    /// Keeps all that was put back.
    ///
    /// # Errors
    /// The database fails; nothing is kept then.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.change.commit().await
    }
}
