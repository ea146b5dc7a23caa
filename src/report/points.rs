//! Points that an office gives in the place of a unit's own.

use crate::read::object;
use serde::{Deserialize, Serialize};

/// What an office gives for one answer as it accepts a report (điểm thẩm định).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct ReviewedPoints {
    /// The indicator that the unit answered with its own points.
    pub indicator: String,
    /// The points, in the indicator's smallest steps.
    pub points: i64,
}

object!(ReviewedPoints);
