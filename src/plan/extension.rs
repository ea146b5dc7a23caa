//! Deadlines that are not those that were published first.

use super::{Deadline, Selector, Source};
use crate::calendar::Period;
use crate::read::record;
use serde::Serialize;

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
    /// Where it says so.
    pub source: Source,
}

record!(Extension { within, deadline, source; units });
