//! A submission that has come.

use super::ReviewedPoints;
use super::Submission;
use crate::calendar::Instant;
use crate::finding::Finding;
use crate::read::object;
use crate::schedule::Status;
use serde::{Deserialize, Serialize};

/// An arrival (lượt nhận): a submission, when it came, and what the office has done with it. One a line
/// (NDJSON), arrivals are how reports are handed to a roll-up, by the collector's export as by
/// `phieu sample`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct Arrival {
    /// When it came, by the collector's clock.
    pub received_at: Instant,
    /// 1 for the first report of its duty, unit and period, one more for each that amends it; 0 where
    /// nobody counted, and then the latest received holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub revision: u32,
    /// What the office has done with it.
    #[serde(default, skip_serializing_if = "is_received")]
    pub status: Status,
    /// What the office gave in the place of the unit's own points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<ReviewedPoints>,
    /// What came.
    pub submission: Submission,
}

object!(Arrival);

impl Arrival {
    /// Reads an arrival from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column, as for [`super::Report::parse`].
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_received(status: &Status) -> bool {
    *status == Status::Received
}
