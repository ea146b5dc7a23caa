//! Taking one report in, as one step.

use super::engine::{Change, reading, within};
use super::failing::Failing;
use super::opened::Store;
use super::rows::{NewSubmission, Occasion, Stored};
use sqlx::FromRow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The revision of a report that holds.
#[derive(Clone, Debug, FromRow)]
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

impl Standing {
    pub(super) const OF: &str = "select id, revision, received_at, hash, report, receipt, outcome from current_submission \
        where plan = $1 and unit = $2 and duty = $3 and period_from = $4 and period_to = $5";
}

/// How things stand with a unit and a report of it, as one question.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct State {
    /// How many reports of the unit there are, whatever they are of.
    pub count: i64,
    /// Whether something was received under the identity.
    pub is_known: bool,
    /// Whether the office has accepted the report as it stands.
    pub is_accepted: bool,
}

impl State {
    const OF: &str = "select (select count(*) from submission where plan = $1 and unit = $2) as count, \
        exists (select 1 from submission where id = $6) as is_known, \
        exists (select 1 from current_submission where plan = $1 and unit = $2 and duty = $3 \
        and period_from = $4 and period_to = $5 and outcome = 'accepted') as is_accepted";
}

/// Asks for a [`State`], before a transaction as inside it.
macro_rules! state {
    ($executor:expr, $occasion:expr, $id:expr) => {
        sqlx::query_as(State::OF)
            .bind($occasion.plan)
            .bind($occasion.unit)
            .bind($occasion.duty)
            .bind($occasion.from)
            .bind($occasion.to)
            .bind($id)
            .fetch_one($executor)
            .await
    };
}

/// A page of what a unit has sent: see [`Store::earlier`].
const EARLIER: &str = "select seq, report from (\
    select page.*, sum(length(report)) over (order by seq desc) - length(report) as ahead from (\
    select seq, report from current_submission where plan = $1 and unit = $2 and period_to < $3 \
    and seq < $4 order by seq desc limit $5) as page) as sized where ahead < $6 order by seq desc";

/// How often something came.
#[derive(Debug, FromRow)]
pub struct Often {
    /// How often in all.
    pub count: i64,
    /// How many of them came since the hour asked about.
    pub recent: i64,
    /// When the first of these came, in seconds since 1970; 0 where there is none.
    pub oldest: i64,
}

impl Store {
    /// How things stand with the unit of an occasion, its report and a submission's identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn state(&self, occasion: Occasion<'_>, id: &str) -> Result<State, sqlx::Error> {
        reading!(&self.pools, pool => state!(pool, occasion, id))
    }

    /// The revision of a report that holds.
    ///
    /// # Errors
    /// The database fails.
    pub async fn standing(&self, occasion: Occasion<'_>) -> Result<Option<Standing>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(Standing::OF)
            .bind(occasion.plan)
            .bind(occasion.unit)
            .bind(occasion.duty)
            .bind(occasion.from)
            .bind(occasion.to)
            .fetch_optional(pool)
            .await)
    }

    /// How often a report was amended since the office last returned it, and since `hour`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn revised(&self, occasion: Occasion<'_>, hour: i64) -> Result<Often, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select count(*) as count, \
             count(case when received_at > $6 then 1 end) as recent, \
             coalesce(min(case when received_at > $6 then received_at end), 0) as oldest \
             from submission where plan = $1 and unit = $2 and duty = $3 and period_from = $4 and period_to = $5 \
             and revision > coalesce((select max(s.revision) from submission s \
             join decision d on d.submission = s.id where s.plan = $1 and s.unit = $2 and s.duty = $3 \
             and s.period_from = $4 and s.period_to = $5 and d.outcome = 'returned'), 0)",
        )
        .bind(occasion.plan)
        .bind(occasion.unit)
        .bind(occasion.duty)
        .bind(occasion.from)
        .bind(occasion.to)
        .bind(hour)
        .fetch_one(pool)
        .await)
    }

    /// How many reports the unit of an occasion sent under its duty, each counted once, and since `hour`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn opened(&self, occasion: Occasion<'_>, hour: i64) -> Result<Often, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select count(*) as count, \
             count(case when received_at > $4 then 1 end) as recent, \
             coalesce(min(case when received_at > $4 then received_at end), 0) as oldest \
             from submission where plan = $1 and unit = $2 and duty = $3 and revision = 1",
        )
        .bind(occasion.plan)
        .bind(occasion.unit)
        .bind(occasion.duty)
        .bind(hour)
        .fetch_one(pool)
        .await)
    }

    /// Reports that the same unit sent, whatever duty asked them, of periods that ended before this one begins, as
    /// canonical JSON with the number of each: the newest first, below the number `before`, at most `limit`, and of more
    /// than `most` characters only those that begin within it, one at least. No other can be an earlier one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn earlier(
        &self,
        occasion: Occasion<'_>,
        before: i64,
        limit: usize,
        most: usize,
    ) -> Result<Vec<(i64, String)>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(EARLIER)
        .bind(occasion.plan)
        .bind(occasion.unit)
        .bind(occasion.from)
        .bind(before)
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(pool)
        .await)
    }
}

/// The taking in of one report.
#[derive(Debug)]
pub struct Intake {
    pub(super) change: Change,
    /// Whether the last report could not be stored for want of room.
    starved: Arc<AtomicBool>,
}

impl Store {
    /// Begins to take in a report of a unit. Those of one unit are taken in one after the other, by
    /// however many collectors: looking for earlier ones, checking and storing are one step. What is dropped
    /// without `Intake::store` leaves no trace.
    ///
    /// # Errors
    /// The database fails, or is busy for too long.
    pub async fn begin(&self, plan: &str, unit: &str) -> Result<Intake, sqlx::Error> {
        let mut change = self.pools.begin().await?;
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
        Ok(Intake {
            change,
            starved: Arc::clone(&self.starved),
        })
    }
}

impl Intake {
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

    /// How things stand with the unit of an occasion, its report and a submission's identity.
    ///
    /// # Errors
    /// The database fails.
    pub async fn state(&mut self, occasion: Occasion<'_>, id: &str) -> Result<State, sqlx::Error> {
        within!(&mut self.change, connection => state!(connection, occasion, id))
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
        .bind(new.occasion.plan)
        .bind(i64::from(new.plan_version))
        .bind(new.occasion.duty)
        .bind(new.occasion.unit)
        .bind(new.occasion.from)
        .bind(new.occasion.to)
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

#[cfg(test)]
mod tests {
    use super::{EARLIER, Standing, State};
    use crate::collector::store::engine::SQLITE;
    use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

    /// Every report asks these; one that passes over what all units have sent slows down as the year goes on.
    #[tokio::test]
    async fn what_is_asked_of_a_unit_is_found_without_passing_over_the_others() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        SQLITE.run(&mut connection).await.unwrap();
        for (sql, expected) in [(EARLIER, 1), (Standing::OF, 1), (State::OF, 3)] {
            let asked = AssertSqlSafe(format!("explain query plan {sql}"));
            let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(asked)
                .fetch_all(&mut connection)
                .await
                .unwrap();
            // A decision is found by the one report that it is of.
            let looks = [
                "SEARCH s ",
                "SCAN s ",
                "SEARCH submission ",
                "SCAN submission ",
            ];
            let is_look = |step: &&str| looks.iter().any(|look| step.starts_with(look));
            let looked: Vec<_> = steps
                .iter()
                .map(|(.., step)| step.as_str())
                .filter(is_look)
                .collect();
            assert_eq!(looked.len(), expected, "{sql}: {steps:?}");
            let is_narrow = |look: &&str| look.contains("unit=?") || look.contains("(id=?)");
            assert!(looked.iter().all(is_narrow), "{sql}: {steps:?}");
        }
    }
}
