//! Deadlines that are not the same for all, or not those that were published first.

use super::{Deadline, Id, Selector, Source};
use crate::calendar::Period;
use crate::read::record;
use serde::Serialize;

/// Units whose deadlines another statement of the duty names: "cấp quận trước ngày 20, cơ sở trước ngày 15". The periods
/// stay those of the statement that applies; where the other names none of a period, so does its deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeadlineFor {
    /// The units.
    pub units: Selector,
    /// The statement whose deadlines hold for them.
    pub applies: Id,
}

/// A deadline that was put off (gia hạn), for all units or for some. The deadline as published stays, and is shown
/// beside it. Never makes a report late: an earlier deadline than the published one is none, and what has no deadline
/// gets none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Extension {
    /// Every period of the duty inside these days has it.
    pub within: Period,
    /// The units that have it; all where it is left out.
    #[serde(default, skip_serializing_if = "Selector::is_all")]
    pub units: Selector,
    /// Until when; of several the latest.
    pub deadline: Deadline,
    /// Why, in one line for the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where it says so.
    pub source: Source,
}

record!(DeadlineFor { units, applies; });
record!(Extension { within, deadline, source; units, why });
