//! Taking one report in, as one step.

use super::engine::{Change, Pools, within};
use super::{Failing, NewSubmission, Stored, Subject};
use sqlx::FromRow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The revision of a report that holds.
#[derive(Debug, FromRow)]
pub struct Standing {
    /// Its identity.
    pub id: String,
    /// 1 for the first, one more for each amendment.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// The hash of its canonical JSON.
    pub hash: String,
    /// Its canonical JSON.
    pub report: String,
    /// The receipt's JSON.
    pub receipt: String,
    /// What was last decided about it: `accepted` or `returned`.
    pub outcome: Option<String>,
}

/// The taking in of one report.
#[derive(Debug)]
pub struct Intake {
    pub(super) change: Change,
    /// Whether the last report could not be stored for want of room.
    starved: Arc<AtomicBool>,
}

impl Intake {
    pub(super) async fn begin(
        pools: &Pools,
        starved: Arc<AtomicBool>,
        plan: &str,
        unit: &str,
    ) -> Result<Self, sqlx::Error> {
        let mut change = pools.begin().await?;
        if let Change::Postgres(transaction) = &mut change {
            // Found almost always; made the first time that a unit sends anything.
            let lock = "select 1 from unit_lock where plan = $1 and unit = $2 for update";
            let make = "insert into unit_lock (plan, unit) values ($1, $2) on conflict do nothing";
            for sql in [lock, make, lock] {
                let query = sqlx::query(sql).bind(plan).bind(unit);
                let done = query.execute(&mut **transaction).await?;
                if sql == lock && done.rows_affected() > 0 {
                    break;
                }
            }
        }
        Ok(Self { change, starved })
    }

    /// The report of that identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn submission(&mut self, id: &str) -> Result<Option<Stored>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(Stored::OF)
            .bind(id)
            .fetch_optional(connection)
            .await)
    }

    /// The revision of a report that holds.
    ///
    /// # Errors
    /// The database fails.
    pub async fn standing(
        &mut self,
        subject: Subject<'_>,
    ) -> Result<Option<Standing>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_as(
            "select id, revision, received_at, hash, report, receipt, outcome from current_submission \
             where plan = $1 and unit = $2 and duty = $3 and period_from = $4 and period_to = $5",
        )
        .bind(subject.plan)
        .bind(subject.unit)
        .bind(subject.duty)
        .bind(subject.from)
        .bind(subject.to)
        .fetch_optional(connection)
        .await)
    }

    /// The reports that the same unit sent, whatever duty asked them, of periods that ended before this one begins,
    /// older periods first, each as canonical JSON. No other can be an earlier one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn earlier(&mut self, subject: Subject<'_>) -> Result<Vec<String>, sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query_scalar(
            "select report from current_submission where plan = $1 and unit = $2 and period_to < $3 \
             order by period_to, period_from, seq",
        )
        .bind(subject.plan)
        .bind(subject.unit)
        .bind(subject.from)
        .fetch_all(connection)
        .await)
    }

    /// Stores the report for good.
    ///
    /// # Errors
    /// The database fails; nothing is stored then.
    pub async fn store(self, new: NewSubmission<'_>) -> Result<(), sqlx::Error> {
        let starved = Arc::clone(&self.starved);
        let stored = self.stored(new).await;
        let refused = stored.as_ref().err();
        let is_starved = refused.is_some_and(|error| Failing::of(error) == Failing::NoRoom);
        starved.store(is_starved, Ordering::Relaxed);
        stored
    }

    async fn stored(mut self, new: NewSubmission<'_>) -> Result<(), sqlx::Error> {
        within!(&mut self.change, connection => sqlx::query(
            "insert into submission (id, plan, plan_version, duty, unit, period_from, period_to, revision, \
             received_at, hash, report, receipt, sent_by, prepared_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(new.id)
        .bind(new.subject.plan)
        .bind(i64::from(new.plan_version))
        .bind(new.subject.duty)
        .bind(new.subject.unit)
        .bind(new.subject.from)
        .bind(new.subject.to)
        .bind(i64::from(new.revision))
        .bind(new.received_at)
        .bind(new.hash)
        .bind(new.report)
        .bind(new.receipt)
        .bind(new.sent_by)
        .bind(new.prepared_at)
        .execute(connection)
        .await
        .map(|_| ()))?;
        self.change.commit().await
    }
}
