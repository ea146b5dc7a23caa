//! What a page shows of a form: plain data, already in words. A page renders it and decides nothing.

use crate::calendar::Period;
use crate::finding::Severity;
use crate::value::Choice;
use serde::Serialize;
use std::borrow::Cow;

/// A whole form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FormView {
    /// The plan's title.
    pub title: String,
    /// The duty's name, for example "Báo cáo tuần".
    pub duty_name: String,
    /// The period's name, for example "Tuần 1".
    pub label: Option<String>,
    /// The reporting unit's name.
    pub unit_name: String,
    /// The period in words.
    pub period_text: String,
    /// Its name and its days: "Tuần 1, từ 26/2 đến hết 3/3/2023".
    pub dated_text: String,
    /// The deadline in words; none where the plan names none.
    pub deadline_text: Option<String>,
    /// What remains until the deadline, or how late it is, in words.
    pub remaining_text: Option<String>,
    /// The sections in order.
    pub sections: Vec<SectionView>,
    /// Whether the unit has reported for an earlier period, from which blanks can be filled.
    pub has_earlier: bool,
    /// How many findings there are now.
    pub counts: Counts,
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SectionView {
    /// Its identity within the form.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A line under the heading.
    pub hint: Option<String>,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// The list of activities, where the section holds it.
    pub activities: Option<ListView>,
}

/// A field: one question with one input, or two for a share.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// The indicator's identity, or the name of the part of an activity.
    pub id: String,
    /// The kind of value, by its name in a plan's measures; `links` for those of an activity.
    pub kind: &'static str,
    /// The question.
    pub label: String,
    /// A line under it.
    pub hint: Option<String>,
    /// The noun that is counted.
    pub noun: Option<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether the answer may have several lines.
    pub lines: bool,
    /// The most characters taken, for words.
    pub max_length: Option<u32>,
    /// Which keyboard a phone should offer, in HTML's terms.
    pub input_mode: &'static str,
    /// What a browser may fill in by itself, in HTML's terms.
    pub autocomplete: &'static str,
    /// Whether a short input has room for the answer.
    pub short: bool,
    /// The targets that bind this unit or the whole plan, in words.
    pub targets: Vec<String>,
    /// What this unit reported for earlier periods, in words.
    pub before: Option<String>,
    /// What this unit still lacks to reach its own target, in words.
    pub remains: Option<String>,
    /// Whether several of its choices can stand together.
    pub several: bool,
    /// Whether it is asked for only by who wants to say more: a page may keep it behind "more details".
    pub more: bool,
    /// The inputs.
    pub inputs: Vec<InputView>,
}

/// The days of which a list of activities tells.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DaysView {
    /// The first and the last.
    pub within: Period,
    /// Each of them, where they are few, with its day of the week: "CN 26/2".
    pub choices: Vec<Choice>,
}

/// An input and what is known of its text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InputView {
    /// Its path.
    pub path: String,
    /// Its own label, where a field has two inputs.
    pub label: Option<String>,
    /// The text as typed.
    pub value: String,
    /// Whether the text shows nothing, so that it is no answer.
    pub blank: bool,
    /// The answers to choose from, for a question that is answered by choosing.
    pub choices: Vec<Choice>,
    /// How the text was understood, in words; none where it was not, or where that goes without saying.
    pub echo: Option<String>,
    /// What is wrong or doubtful about it.
    pub findings: Vec<FindingView>,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Where.
    pub path: String,
    /// The name of the input or list, for a summary.
    pub label: String,
    /// Its stable code, or the receiving side's own.
    pub code: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, what is expected and how to mend it.
    pub message: String,
    /// The explanation that the unit gave, where it gave one.
    pub explanation: Option<String>,
    /// Whether it is to be named among what stands in the way of sending: an error, and a warning for as long as it
    /// lacks its explanation. The error that says so stands at the same place and is not named beside it.
    pub blocks: bool,
    /// Whether it can only be met by listing activities: a page shows it once the list of activities was left, or
    /// once sending was tried, and not while the figures above the list are being filled in.
    pub waits: bool,
}

/// The list of activities.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListView {
    /// Its path.
    pub path: &'static str,
    /// How many activities at least.
    pub least: u16,
    /// Whether each needs a link as evidence.
    pub evidence: bool,
    /// Findings about the list as a whole.
    pub findings: Vec<FindingView>,
    /// The plan's activities that this unit can add.
    pub planned: Vec<PlannedView>,
    /// The activities listed.
    pub items: Vec<ActivityView>,
}

/// An activity of the plan that can be added to the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlannedView {
    /// Its identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its days in words; none where the plan does not say.
    pub date_text: Option<String>,
    /// Whether it is held in the report's period.
    pub due: bool,
    /// Whether it is in the list already.
    pub added: bool,
}

/// An activity of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ActivityView {
    /// A number that stays with it when the list is reordered.
    pub key: u32,
    /// Its place in the list, from 0.
    pub index: usize,
    /// Its title as typed, for headings; empty while there is none.
    pub title: String,
    /// What is asked of it.
    pub fields: Vec<FieldView>,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Findings that block sending, what is still to come not counted.
    pub errors: usize,
    /// Those of them that wait until the list of activities was left.
    pub waiting: usize,
    /// Findings that need a line of explanation.
    pub warnings: usize,
    /// Warnings that have none yet.
    pub unexplained: usize,
    /// Required inputs that are blank.
    pub blank: usize,
    /// Places with less than the plan wants, which blocks sending: rows, activities, things done (chỗ chưa đủ).
    pub short: usize,
}

impl Counts {
    pub(super) fn add(&mut self, more: Self) {
        self.errors += more.errors;
        self.waiting += more.waiting;
        self.warnings += more.warnings;
        self.unexplained += more.unexplained;
        self.blank += more.blank;
        self.short += more.short;
    }

    pub(super) fn subtract(&mut self, less: Self) {
        self.errors = self.errors.saturating_sub(less.errors);
        self.waiting = self.waiting.saturating_sub(less.waiting);
        self.warnings = self.warnings.saturating_sub(less.warnings);
        self.unexplained = self.unexplained.saturating_sub(less.unexplained);
        self.blank = self.blank.saturating_sub(less.blank);
        self.short = self.short.saturating_sub(less.short);
    }
}

/// What one stroke changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The inputs that changed; the one that was set comes first.
    pub inputs: Vec<InputView>,
    /// The findings of the list as a whole, where they changed.
    pub list: Option<Vec<FindingView>>,
    /// The figures whose remainder changed.
    pub remains: Vec<Remains>,
    /// Whether other fields are asked now than before, so that the whole form is to be shown anew.
    pub reshaped: bool,
    /// How many findings there are now.
    pub counts: Counts,
}

/// What the receiving side found, taken up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Heeded {
    /// What changed.
    pub change: Change,
    /// What no field of this form can show: of the report as a whole, or of what is not asked here.
    pub elsewhere: Vec<FindingView>,
}

/// What a unit still lacks on one indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Remains {
    /// The indicator.
    pub id: String,
    /// In words; none where no target of its own binds the unit.
    pub remains: Option<String>,
}

/// The deadline at a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// The deadline in words; none where the plan names none.
    pub deadline_text: Option<String>,
    /// What remains until it, or how late it is, in words.
    pub remaining_text: Option<String>,
}
