//! What is asked and measured.

use super::{Id, Source};
use crate::read::{choice, record, words};
use serde::Serialize;

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
    pub measure: Measure,
    /// How the figures of several periods become one.
    #[serde(default, skip_serializing_if = "Combine::is_sum")]
    pub combine: Combine,
    /// The smallest value that can be; 0 where nothing is said. Below it is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// The largest value that can be; above it is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
    /// The largest value that is plausible for one unit in one report; above it is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plausible: Option<i64>,
    /// What in the list of activities this figure counts, so that the two can be held together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// Where the document asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What kind of value answers an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Measure {
    /// A whole number of something.
    Count {
        /// The noun counted: "người", "lượt", "cây", "hoạt động". Người (persons) and lượt
        /// (attendances) are different nouns and are never added.
        noun: String,
    },
    /// An amount of money in whole đồng.
    Money,
    /// A part of a whole, both asked as whole numbers, so that shares of many units add up truly.
    Share {
        /// What the part is, for example "đoàn viên được học tập nghị quyết".
        part: String,
        /// What the whole is, for example "tổng số đoàn viên".
        whole: String,
        /// The noun of both.
        noun: String,
    },
    /// Done or not (có / không).
    Done,
    /// Words.
    Text {
        /// The most characters (Unicode scalar values) taken.
        max: u32,
        /// Whether it may have several lines.
        #[serde(default)]
        lines: bool,
    },
    /// A civil date.
    Date,
    /// A time of day.
    Time,
    /// A Vietnamese phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address (http or https).
    Link,
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

record!(Indicator { id, label, measure; hint, combine, least, most, plausible, tally, source });
choice!(Measure
    words { Money, Done, Date, Time, Phone, Email, Link }
    values {}
    records { Count { noun; }, Share { part, whole, noun; }, Text { max; lines } }
    else Self::Done
);
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
