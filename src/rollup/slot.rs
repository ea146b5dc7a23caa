//! The one report that holds for a unit and an occasion.

use super::narratives::Told;
use super::packed::Packed;
use crate::calendar::{Instant, Period};
use crate::claims::Claim;
use crate::report::ReviewedPoints;
use crate::schedule::Status;

/// When a report came, and as which revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came<'a> {
    /// The submission's identity.
    pub id: &'a str,
    /// When it came.
    pub received_at: Instant,
    /// When "send" was pressed, by the device's clock; none where nobody wrote it down.
    pub prepared_at: Option<Instant>,
    /// 1 for the first report of its duty, unit and period, one more for each that amends it; 0 where
    /// nobody counted.
    pub revision: u32,
    /// What the office has done with it.
    pub status: Status,
    /// What it gave in the place of the unit's own points.
    pub points: &'a [ReviewedPoints],
}

/// A report that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting<'r> {
    /// The place of its unit in the plan.
    pub unit: usize,
    /// The place of its duty.
    pub duty: usize,
    /// The period of which it tells.
    pub period: Period,
    /// The submission that brought it.
    pub submission: &'r str,
}

/// What is kept of a report: of several for one unit and occasion only the one that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub column: usize,
    /// The days of its report: those of the column, but where units open reports by themselves.
    pub period: Period,
    pub id: Box<str>,
    pub received_at: Instant,
    /// When the first report came: lateness follows that one, so that nobody is late for mending.
    pub first_received_at: Instant,
    /// When "send" was pressed for that one.
    pub first_prepared_at: Option<Instant>,
    pub revision: u32,
    pub status: Status,
    pub figures: Packed,
    /// What the office gave in the place of the unit's own points.
    pub reviewed: Packed,
    pub claims: Box<[Claim]>,
    /// What it says in words, by indicator.
    pub told: Box<[Told]>,
}

impl Slot {
    /// What its report claims, each with the submission that says so; nothing where the report does not count.
    pub fn claimed(&self) -> impl Iterator<Item = (&str, &Claim)> {
        let claims = self.counts().then_some(&self.claims);
        claims.into_iter().flatten().map(|claim| (&*self.id, claim))
    }

    pub fn new(
        (column, period): (usize, Period),
        came: &Came<'_>,
        figures: Packed,
        claims: Vec<Claim>,
    ) -> Self {
        Self {
            column,
            period,
            id: came.id.into(),
            received_at: came.received_at,
            first_received_at: came.received_at,
            first_prepared_at: came.prepared_at,
            revision: came.revision,
            status: came.status,
            figures,
            reviewed: Packed::default(),
            claims: claims.into_boxed_slice(),
            told: Box::default(),
        }
    }

    /// Takes another report of the same unit and occasion in: the higher revision holds, of the same
    /// the one received later, of those the one with the greater identity, so that the order in which
    /// they are met does not matter. Of one and the same submission the later word of the office holds.
    /// No collector takes other content under the same identity; in a file that a hand has put together the greater
    /// holds.
    pub fn meet(&mut self, other: Self) {
        let first = self.first().min(other.first());
        if other.precedence() > self.precedence() {
            *self = other;
        }
        (self.first_received_at, self.first_prepared_at) = first;
    }

    fn first(&self) -> (Instant, Option<Instant>) {
        (self.first_received_at, self.first_prepared_at)
    }

    fn precedence(&self) -> impl Ord + '_ {
        let status = match self.status {
            Status::Received => 0,
            Status::Returned => 1,
            Status::Accepted => 2,
        };
        (
            (self.revision, self.received_at, &self.id, status),
            (&self.figures, &self.reviewed, &self.claims, &self.told),
        )
    }

    /// Whether its figures count: what was given back has to be sent again.
    pub fn counts(&self) -> bool {
        self.status != Status::Returned
    }

    pub fn amends(&self) -> bool {
        self.revision > 1 || self.received_at > self.first_received_at
    }
}
