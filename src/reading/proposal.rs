//! What is proposed, as JSON writes it: the contract with the page that makes plans.

use crate::calendar::Period;
use crate::plan::{Cadence, Channel, Comparison, Document, Scope, StatedSchedule, Threshold, When};
use crate::text::Both;
use crate::value::Measure;
use serde::Serialize;

/// The version of the JSON.
pub const FORMAT: u32 = 1;

/// How far a proposal can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Grade {
    /// A person only looks at it.
    Sure,
    /// A person decides.
    Likely,
    /// A person looks whether there is anything in it.
    Maybe,
}

impl Grade {
    /// What it is called, wherever it is shown.
    #[must_use]
    pub const fn words(self) -> Both {
        match self {
            Self::Sure => Both {
                vi: "chắc chắn",
                en: "sure",
            },
            Self::Likely => Both {
                vi: "khá chắc",
                en: "likely",
            },
            Self::Maybe => Both {
                vi: "có thể",
                en: "maybe",
            },
        }
    }
}

/// What was read in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The version of the JSON: [`FORMAT`].
    pub format: u32,
    /// The text that was read; all offsets are bytes of it.
    pub text: String,
    /// What the document calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The document's header, headings and statements, as a plan has them.
    pub document: Document,
    /// The days that the plan covers, where the document says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Its headings.
    pub outline: Vec<OutlineEntry>,
    /// What is to be reached.
    pub targets: Vec<TargetProposal>,
    /// What is to be sent.
    pub duties: Vec<DutyProposal>,
    /// What is to be held.
    pub activities: Vec<ActivityProposal>,
    /// The offices and units that it names.
    pub units: Vec<UnitProposal>,
    /// The plan's own steps.
    pub milestones: Vec<MilestoneProposal>,
    /// Sentences with a number, a day or a report that nothing above uses.
    pub unused: Vec<Unused>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutlineEntry {
    /// The number as it is printed; empty where there is none.
    pub number: String,
    pub title: String,
    /// Its place among all numbers, as sources name it: `III.1`.
    pub section: String,
    /// 1 for the outermost.
    pub level: usize,
    pub start: usize,
    pub end: usize,
}

/// A target (chỉ tiêu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct TargetProposal {
    pub text: String,
    pub quote: String,
    pub section: String,
    pub start: usize,
    pub end: usize,
    pub value: Threshold,
    /// In what a quantity is measured, as the indicator of a plan writes it: 25 is 2,5 km where that is km with one decimal
    /// place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Threshold>,
    /// Whether the value is a change against what was before: "tăng 10 %".
    pub change: bool,
    pub comparison: Comparison,
    pub scope: Scope,
    pub per: Cadence,
    /// What is counted, in the document's words.
    pub noun: String,
    pub grade: Grade,
    /// Why it is read so, where it can be read in more than one way.
    pub reasons: Vec<String>,
}

/// A duty (chế độ báo cáo).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct DutyProposal {
    pub name: String,
    pub quote: String,
    pub section: String,
    pub start: usize,
    pub end: usize,
    /// Who owes it, in the document's words; empty where it does not say.
    pub by: String,
    /// Every statement of its periods and deadlines. An event is named by its place among the proposals, counted from one:
    /// `activity-3` is the third of `activities`, `milestone-1` the first of `milestones`.
    pub schedules: Vec<StatedSchedule>,
    pub channels: Vec<Channel>,
    pub grade: Grade,
    pub reasons: Vec<String>,
}

/// An activity (hoạt động).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActivityProposal {
    pub title: String,
    pub quote: String,
    pub section: String,
    pub start: usize,
    pub end: usize,
    pub dates: Vec<When>,
    /// The level that holds it, in the document's words; empty where it does not say.
    pub level: String,
    pub grade: Grade,
    pub reasons: Vec<String>,
}

/// An office or unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct UnitProposal {
    pub name: String,
    pub level: String,
    pub quote: String,
    pub start: usize,
    pub end: usize,
}

/// A milestone (mốc tiến độ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct MilestoneProposal {
    pub text: String,
    pub when: When,
    pub quote: String,
    pub start: usize,
    pub end: usize,
}

/// A sentence that is not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub struct Unused {
    pub quote: String,
    pub start: usize,
    pub end: usize,
    pub why: String,
}
