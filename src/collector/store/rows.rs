//! What is stored of a report, and what is read of it.

use sqlx::FromRow;

/// What a report is of: the plan, the unit, the duty and the period, by which revisions are counted.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The plan's identity.
    pub plan: &'a str,
    /// The unit's identity.
    pub unit: &'a str,
    /// The duty's identity.
    pub duty: &'a str,
    /// The period's first day, as ISO date.
    pub from: &'a str,
    /// The period's last day, as ISO date.
    pub to: &'a str,
}

/// A report about to be stored.
#[derive(Clone, Copy, Debug)]
pub struct NewSubmission<'a> {
    /// Its identity, made by the device that sent it.
    pub id: &'a str,
    /// What it is of.
    pub occasion: Occasion<'a>,
    /// The version of the plan that it was written for.
    pub plan_version: u32,
    /// 1 for the first, one more for each amendment.
    pub revision: u32,
    /// When "send" was pressed, by the device's clock, in seconds since 1970.
    pub prepared_at: i64,
    /// When it came, in seconds since 1970.
    pub received_at: i64,
    /// The hash of its canonical JSON.
    pub hash: &'a str,
    /// Its canonical JSON.
    pub report: &'a str,
    /// The receipt's JSON.
    pub receipt: &'a str,
    /// By what the sender was known.
    pub sent_by: &'a str,
}

/// A stored report with its receipt.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    /// Its identity.
    pub id: String,
    /// The plan's identity.
    pub plan: String,
    /// The version of the plan that it was written for.
    #[sqlx(try_from = "i64")]
    pub plan_version: u32,
    /// The unit's identity.
    pub unit: String,
    /// 1 for the first, one more for each amendment.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// The hash of its canonical JSON.
    pub hash: String,
    /// Its canonical JSON.
    pub report: String,
    /// The receipt's JSON.
    pub receipt: String,
}

/// That a report was received, without its figures.
#[derive(Clone, Debug, FromRow)]
pub struct Arrival {
    /// The identity of the revision that holds.
    pub id: String,
    /// The unit's identity.
    pub unit: String,
    /// The duty's identity.
    pub duty: String,
    /// The period's first day, as ISO date.
    pub period_from: String,
    /// The period's last day, as ISO date.
    pub period_to: String,
    /// Which revision holds.
    #[sqlx(try_from = "i64")]
    pub revision: u32,
    /// When that revision came, in seconds since 1970.
    pub received_at: i64,
    /// When the first one came.
    pub first_received_at: i64,
    /// When "send" was pressed for the first one, by the device's clock; none where nobody wrote it down.
    pub first_prepared_at: Option<i64>,
    /// What was last decided about the revision that holds: `accepted` or `returned`.
    pub outcome: Option<String>,
}

impl Stored {
    pub(super) const OF: &str = "select id, plan, plan_version, unit, revision, hash, report, receipt \
        from submission where id = $1";
}
