//! What is asked and measured.

use super::{Id, Source};
use crate::read::{record, words};
use crate::value::Measure;
use serde::Serialize;
use std::sync::Arc;

/// An indicator (nội dung số liệu): one thing that a report states, be it a figure, a share, money,
/// done or not, words, or a way to reach the reporter. A report holds at most one value of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// Its identity; figures in reports are keyed by it.
    pub id: Id,
    /// What is asked, as the form shows it, for example "Số cây xanh trồng mới".
    pub label: String,
    /// A line under the label: what counts and what does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// What kind of value answers it.
    pub measure: Arc<Measure>,
    /// How the figures of several periods become one.
    #[serde(default, skip_serializing_if = "Combine::is_sum")]
    pub combine: Combine,
    /// The smallest value that can be; 0 where nothing is said. Below it is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub least: Option<i64>,
    /// The largest value that can be; above it is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub most: Option<i64>,
    /// The largest value that is plausible for one unit in one report; above it is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub plausible: Option<i64>,
    /// Whether a number that is none exactly is taken too: "trên 300", "gần 1 tỷ", "khoảng 8,5 km". It is marked as such
    /// wherever it goes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub estimates: bool,
    /// What in the list of activities this figure counts, so that the two can be held together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// Where the document asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// How the figures of several periods combine (cách tổng hợp theo kỳ).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Combine {
    /// Each report states what happened in its own period; periods add up (cộng dồn).
    #[default]
    Sum,
    /// Each report states how things stand; the latest holds, and it may fall (hiện có).
    Latest,
    /// Each report states all since the plan began; the latest holds, and it may not fall (lũy kế).
    Cumulative,
    /// The largest figure holds.
    Maximum,
}

impl Combine {
    /// Whether periods add up, which is what holds where a plan says nothing.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        *self == Self::Sum
    }
}

/// What in a report's list of activities a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tally {
    /// The number of activities listed.
    Activities,
    /// The attendances (lượt) of all activities listed, added up.
    Participants,
}

record!(Indicator { id, label, measure; hint, combine, least, most, plausible, estimates, tally, source });
words!(Combine {
    Sum,
    Latest,
    Cumulative,
    Maximum
});
words!(Tally {
    Activities,
    Participants
});
