//! What the plan itself sets down to be held, and when.

use super::{Id, Selector, Source};
use crate::calendar::{Cycle, Date, Time};
use crate::read::{record, words};
use serde::Serialize;

/// An activity (hoạt động) of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// Its identity; activities in reports refer to it.
    pub id: Id,
    /// Its title as the document writes it.
    pub title: String,
    /// Which of a series it is, for example 148 for "Ngày Chủ nhật xanh lần thứ 148".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = u32::MAX)))]
    pub ordinal: Option<u32>,
    /// When it is held; empty where the document does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<When>,
    /// Where it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The level that holds it (cấp quận, cơ sở Đoàn).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Id>,
    /// The units that hold it or take part.
    #[serde(default)]
    pub units: Selector,
    /// Where it stands.
    pub source: Source,
}

/// One span of days on which an activity is held. What is stated, what is corrected and what is
/// unsure are three things: the published days stay, the correction stands beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct When {
    /// The first day as published.
    pub from: Date,
    /// The last day as published; the first day where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The hour at which it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// How sure the document is.
    #[serde(default, skip_serializing_if = "Certainty::is_exact")]
    pub certainty: Certainty,
    /// How it repeats between the first and the last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Cycle>,
    /// What applies instead, where the published days are a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What applies instead of days published by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// The first day that applies.
    pub from: Date,
    /// The last day that applies; the first day where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Why the published days cannot be meant.
    pub why: String,
}

impl When {
    /// The first and last day that apply: the correction's, else the published ones.
    #[must_use]
    pub fn applies(&self) -> (Date, Date) {
        let (from, to) = match &self.correction {
            Some(correction) => (correction.from, correction.to),
            None => (self.from, self.to),
        };
        (from, to.unwrap_or(from))
    }
}

/// How sure the document is of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// The day stands.
    #[default]
    Exact,
    /// The day is expected (dự kiến).
    Expected,
    /// The document can be read in more than one way.
    Unsure,
}

impl Certainty {
    /// Whether the day stands, which is what holds where a plan says nothing.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

/// A milestone (mốc tiến độ) of the plan's own making: drafting, start, review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Milestone {
    /// Its identity.
    pub id: Id,
    /// What happens.
    pub text: String,
    /// When.
    pub when: When,
    /// Where it stands.
    pub source: Source,
}

record!(Activity { id, title, source; ordinal, when, place, level, units });
record!(When { from; to, time, certainty, repeats, correction });
record!(Correction { from, why; to });
words!(Certainty {
    Exact,
    Expected,
    Unsure
});
record!(Milestone { id, text, when, source; });
