//! What a report asks: sections, fields, and the list of activities.

use super::{ActivityPart, Id, Only, Source, Unit};
use crate::calendar::Period;
use crate::read::{record, words};
use serde::Serialize;

/// The form of a report (mẫu báo cáo). Several duties can share one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Template {
    /// Its identity.
    pub id: Id,
    /// Its sections in order.
    pub sections: Vec<Section>,
    /// Where the document asks for it; "ngoài văn bản" where the office made it.
    pub source: Source,
}

/// A section (mục) of a form: fields, or the list of activities, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Section {
    /// Its identity within the form.
    pub id: Id,
    /// Its heading.
    pub title: String,
    /// A line under the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Its fields in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The list of activities, where this section holds it. A form has at most one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<ActivityList>,
    /// For whom, from when and upon which answer it is asked; always where it is left out. The list of activities depends on no
    /// answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Box<Only>>,
}

impl Section {
    /// Whether it is asked of that unit in a report of that period, as far as no answer decides.
    #[must_use]
    pub fn concerns(&self, unit: &Unit, period: Period) -> bool {
        concerns(self.only.as_deref(), unit, period)
    }
}

/// A field (ô nhập) of a form: an indicator, and whether it must be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Field {
    /// The indicator asked. A form asks each at most once.
    pub indicator: Id,
    /// Whether a report cannot be sent without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Whether a figure above zero needs at least one activity with a link as evidence (minh chứng).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub evidence: bool,
    /// For whom, from when and upon which answer it is asked; always where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Box<Only>>,
}

impl Field {
    /// Whether it is asked of that unit in a report of that period, as far as no answer and not its section decide.
    #[must_use]
    pub fn concerns(&self, unit: &Unit, period: Period) -> bool {
        concerns(self.only.as_deref(), unit, period)
    }
}

fn concerns(only: Option<&Only>, unit: &Unit, period: Period) -> bool {
    only.is_none_or(|only| only.concerns(unit, period))
}

/// What a form asks of each activity listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityList {
    /// How many activities at least.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least: u16,
    /// What is asked of each besides its title and first day, which always are, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ActivityField>,
    /// The days on which an activity may lie.
    #[serde(default, skip_serializing_if = "Span::is_period")]
    pub within: Span,
    /// Whether each activity needs at least one link as evidence (minh chứng).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub evidence: bool,
}

/// One thing asked of an activity, and whether it must be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityField {
    /// What is asked.
    pub part: ActivityPart,
    /// Whether a report cannot be sent without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
}

/// The days on which an activity of a report may lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Span {
    /// The report's period: what was held.
    #[default]
    Period,
    /// The plan's period: what is planned.
    Plan,
}

impl Span {
    /// Whether it is the report's period, which is what holds where a plan says nothing.
    #[must_use]
    pub fn is_period(&self) -> bool {
        *self == Self::Period
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_zero(number: &u16) -> bool {
    *number == 0
}

record!(Template { id, sections, source; });
record!(Section { id, title; hint, fields, activities, only });
record!(Field { indicator; required, evidence, only });
record!(ActivityList { ; least, parts, within, evidence });
record!(ActivityField { part; required });
words!(Span { Period, Plan });
