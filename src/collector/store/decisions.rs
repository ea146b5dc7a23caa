//! What the office decided about reports, and the history of a report.

use super::engine::{Change, reading, within};
use super::intake::Intake;
use super::opened::Store;
use sqlx::FromRow;

/// A decision about one revision of a report.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Decision {
    /// The revision's identity.
    pub submission: String,
    /// `accepted` or `returned`.
    pub outcome: String,
    /// Why, of the whole report; may be empty.
    pub reason: String,
    /// Why, of single fields, as JSON.
    pub fields: String,
    /// When, in seconds since 1970.
    pub decided_at: i64,
    /// By what the office was known.
    pub decided_by: String,
}

impl Decision {
    /// Writes it down beside those before it.
    ///
    /// # Errors
    /// The database fails.
    pub(super) async fn put(&self, change: &mut Change) -> Result<(), sqlx::Error> {
        within!(change, connection => sqlx::query(
            "insert into decision (submission, outcome, reason, fields, decided_at, decided_by) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(&self.submission)
        .bind(&self.outcome)
        .bind(&self.reason)
        .bind(&self.fields)
        .bind(self.decided_at)
        .bind(&self.decided_by)
        .execute(connection)
        .await
        .map(|_| ()))
    }
}

/// One revision of a report, without its figures.
#[derive(Clone, Debug, FromRow)]
pub struct Revision {
    /// Its identity.
    pub id: String,
    /// 1 for the first, one more for each amendment.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// By what its sender was known.
    pub sent_by: String,
    /// The hash of its canonical JSON.
    pub hash: String,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It is kept.
    New,
    /// It is the last one come again, which stays as it is.
    Again(Decision),
    /// An amendment has come in the meantime; nothing is kept.
    Superseded,
}

impl Store {
    /// The decisions about the revisions that hold of what a unit has sent of a plan, each the last one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn decisions_of(&self, plan: &str, unit: &str) -> Result<Vec<Decision>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select d.* from current_submission s join decision d on d.submission = s.id \
             where s.plan = $1 and s.unit = $2 \
             and d.seq = (select max(seq) from decision where submission = s.id) order by d.seq",
        )
        .bind(plan)
        .bind(unit)
        .fetch_all(pool)
        .await)
    }

    /// All revisions of the report to which a submission belongs, the first one first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn revisions(&self, submission: &str) -> Result<Vec<Revision>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select o.id, o.revision, o.received_at, o.sent_by, o.hash \
             from submission s join submission o on o.plan = s.plan and o.unit = s.unit \
             and o.duty = s.duty and o.period_from = s.period_from and o.period_to = s.period_to \
             where s.id = $1 order by o.revision",
        )
        .bind(submission)
        .fetch_all(pool)
        .await)
    }

    /// The decisions about all revisions of the report to which a submission belongs, the first one first; of more than
    /// `most` characters the newest.
    ///
    /// # Errors
    /// The database fails.
    pub async fn decided(&self, submission: &str, most: i64) -> Result<Vec<Decision>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select submission, outcome, reason, fields, decided_at, decided_by from (\
             select d.*, sum(length(d.reason) + length(d.fields)) over (order by d.seq desc) as size \
             from submission s join submission o on o.plan = s.plan and o.unit = s.unit \
             and o.duty = s.duty and o.period_from = s.period_from and o.period_to = s.period_to \
             join decision d on d.submission = o.id where s.id = $1) as sized \
             where size <= $2 order by seq",
        )
        .bind(submission)
        .bind(most)
        .fetch_all(pool)
        .await)
    }

    /// The last decision about one revision.
    ///
    /// # Errors
    /// The database fails.
    pub async fn last_decision(&self, submission: &str) -> Result<Option<Decision>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select * from decision where submission = $1 order by seq desc limit 1",
        )
        .bind(submission)
        .fetch_optional(pool)
        .await)
    }
}

impl Intake {
    /// Keeps a decision about the revision that holds.
    ///
    /// # Errors
    /// The database fails; nothing is kept then.
    pub async fn decide(mut self, new: &Decision) -> Result<Decided, sqlx::Error> {
        let holds: Option<i64> = within!(&mut self.change, connection => sqlx::query_scalar(
            "select seq from current_submission where id = $1",
        )
        .bind(&new.submission)
        .fetch_optional(connection)
        .await)?;
        if holds.is_none() {
            return Ok(Decided::Superseded);
        }
        let last: Option<Decision> = within!(&mut self.change, connection => sqlx::query_as(
            "select * from decision where submission = $1 order by seq desc limit 1",
        )
        .bind(&new.submission)
        .fetch_optional(connection)
        .await)?;
        let same = |last: &Decision| {
            (&last.outcome, &last.reason, &last.fields) == (&new.outcome, &new.reason, &new.fields)
        };
        if let Some(last) = last.filter(same) {
            return Ok(Decided::Again(last));
        }
        new.put(&mut self.change).await?;
        self.change.commit().await?;
        Ok(Decided::New)
    }
}
