//! All that has come of a plan, as a roll-up takes it in.

use super::engine::reading;
use super::opened::Store;
use sqlx::FromRow;

/// A stored report.
#[derive(Clone, Debug, FromRow)]
pub struct Reported {
    /// Its number: who comes later has a higher one.
    pub seq: i64,
    /// Its identity.
    pub id: String,
    /// The unit's identity.
    pub unit: String,
    /// 1 for the first, one more for each amendment.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// When "send" was pressed, by the device's clock; none where nobody wrote it down.
    pub prepared_at: Option<i64>,
    /// Its canonical JSON.
    pub report: String,
    /// What the office decided last about this revision.
    pub outcome: Option<String>,
    /// What it said of single answers as it accepted this revision, as JSON.
    pub fields: Option<String>,
}

/// The revision of a report that holds, with its receipt.
#[derive(Clone, Debug, FromRow)]
pub struct Holding {
    /// Its identity.
    pub id: String,
    /// Its canonical JSON.
    pub report: String,
    /// The receipt's JSON.
    pub receipt: String,
}

/// How far the decisions about a plan's reports have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Stand {
    /// How many there are.
    pub decisions: i64,
    /// When the latest was made, in seconds since 1970; 0 where there is none.
    pub latest: i64,
}

impl Store {
    /// The reports of a plan, every revision, beyond the number `newest`, in order; at most `limit`, and of more than
    /// `most` characters only those that begin within it, one at least. Each with what was decided about it not after
    /// `until`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn reports_after(
        &self,
        plan: &str,
        newest: i64,
        until: i64,
        limit: i64,
        most: i64,
    ) -> Result<Vec<Reported>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select seq, id, unit, revision, received_at, prepared_at, report, outcome, fields from (\
             select page.*, sum(length(report) + coalesce(length(fields), 0)) over (order by seq) \
             - length(report) - coalesce(length(fields), 0) as ahead from (\
             select s.seq, s.id, s.unit, s.revision, s.received_at, s.prepared_at, s.report, \
             (select d.outcome from decision d where d.submission = s.id and d.decided_at <= $3 \
             order by d.seq desc limit 1) as outcome, \
             (select case when d.outcome = 'accepted' then d.fields end from decision d where d.submission = s.id \
             and d.decided_at <= $3 order by d.seq desc limit 1) as fields \
             from submission s where s.plan = $1 and s.seq > $2 order by s.seq limit $4) as page) as sized \
             where ahead < $5 order by seq",
        )
        .bind(plan)
        .bind(newest)
        .bind(until)
        .bind(limit)
        .bind(most)
        .fetch_all(pool)
        .await)
    }

    /// What holds of a unit's reports, in order of arrival; of more than `most` characters the newest.
    ///
    /// # Errors
    /// The database fails.
    pub async fn holding_of(
        &self,
        plan: &str,
        unit: &str,
        most: i64,
    ) -> Result<Vec<Holding>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select id, report, receipt from (\
             select id, seq, report, receipt, \
             sum(length(report) + length(receipt)) over (order by seq desc) as size \
             from current_submission where plan = $1 and unit = $2) as sized \
             where size <= $3 order by +seq",
        )
        .bind(plan)
        .bind(unit)
        .bind(most)
        .fetch_all(pool)
        .await)
    }

    /// Whether any report of a plan has come.
    ///
    /// # Errors
    /// The database fails.
    pub async fn has_reports(&self, plan: &str) -> Result<bool, sqlx::Error> {
        let found: i64 = reading!(&self.pools, pool => sqlx::query_scalar(
            "select count(*) from (select 1 from submission where plan = $1 limit 1) as one",
        )
        .bind(plan)
        .fetch_one(pool)
        .await)?;
        Ok(found > 0)
    }

    /// How many reports of a plan have come up to the number `newest`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn count_to(&self, plan: &str, newest: i64) -> Result<i64, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select count(*) from submission where plan = $1 and seq <= $2",
        )
        .bind(plan)
        .bind(newest)
        .fetch_one(pool)
        .await)
    }

    /// How far the decisions about a plan's reports have come.
    ///
    /// # Errors
    /// The database fails.
    pub async fn stand(&self, plan: &str) -> Result<Stand, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select count(*) as decisions, coalesce(max(d.decided_at), 0) as latest \
             from decision d join submission s on s.id = d.submission where s.plan = $1",
        )
        .bind(plan)
        .fetch_one(pool)
        .await)
    }
}
