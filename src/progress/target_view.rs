//! What a page shows of one target.

use super::view::PartialView;
use crate::calendar::Period;
use crate::plan::{Cadence, Measure, Scope};
use crate::punctuality::Standing;
use crate::rollup::TargetState;
use serde::Serialize;
use std::sync::Arc;

/// What the numbers of a target count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Counted {
    /// The indicator's noun, named by `unitNoun`.
    Count,
    /// Whole đồng.
    Money,
    /// Smallest steps of a quantity, whose unit `unitNoun` names; `measure` says how many decimal places they have.
    Quantity,
    /// Hundredths of a percent, of `part` in `whole`.
    BasisPoints,
    /// Units that reached it.
    Units,
}

/// One target and how far it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TargetProgressView {
    /// Its identity.
    pub id: String,
    /// The number it bears in the document.
    pub number: Option<String>,
    /// What is to be reached, as the plan says it.
    pub text: String,
    /// Its threshold in words: "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây".
    pub target_text: String,
    /// The indicator's identity; blank for a group of targets.
    pub indicator: String,
    /// The indicator's label; of a group what its targets say.
    pub indicator_label: String,
    /// What kind of value answers the indicator.
    pub measure: Arc<Measure>,
    /// For whom the target holds.
    pub scope: Scope,
    /// For which span of time it holds. Where it is not the plan, `value`, `target` and what follows are
    /// those of the span `spanText` names, and `spans` has all.
    pub cadence: Cadence,
    /// The span that the numbers below are of, in words: the one in which the moment lies, the first
    /// before it, the last after it.
    pub span_text: String,
    /// What `value`, `target`, `expected`, `projection` and `lacks` count.
    pub counted: Counted,
    /// The noun they bear: "cây", "đồng", "%", "đơn vị".
    pub unit_noun: String,
    /// What has been reached; `null` where nothing was reported.
    pub value: Option<i64>,
    /// In words: "1.200 cây", "30/40 người (75%)", "12 trên 36 đơn vị".
    pub value_text: String,
    /// `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one.
    pub value_figure: Option<String>,
    /// The part, for a share.
    pub part: Option<i64>,
    /// The whole, for a share.
    pub whole: Option<i64>,
    /// What is to be reached; `null` where it cannot be said (see `note`).
    pub target: Option<i64>,
    /// In words.
    pub target_value_text: String,
    /// `target` as a number to be computed with, where it is steps.
    pub target_figure: Option<String>,
    /// How much of the target is reached.
    pub share_bp: Option<i64>,
    /// In words: "12%".
    pub share_text: String,
    /// What would be reached by now, were it reached evenly over the span; `null` for what is not
    /// reached little by little.
    pub expected: Option<i64>,
    /// In words.
    pub expected_text: String,
    /// What it comes to at the span's end, if what is not yet reported goes as what is; `null` while
    /// nothing is, and once the span is over and all has come: `state` then says how it ended.
    pub projection: Option<i64>,
    /// In words.
    pub projection_text: String,
    /// What is lacking; 0 where it is reached.
    pub lacks: Option<i64>,
    /// In words: "Còn thiếu 6 cây", "Đã đạt chỉ tiêu".
    pub lacks_text: String,
    /// How it stands.
    pub state: TargetState,
    /// In words: "Đúng tiến độ", "Đã đạt theo ước tính".
    pub state_text: String,
    /// Whether numbers that are none exactly are among what was reported; the words say so.
    pub estimated: bool,
    /// What keeps it from being computed, and what to do: no form asks the figure, the number of members
    /// is not known. Else that what was reported contains estimates.
    pub note: Option<String>,
    /// How whole the value is.
    pub partial: PartialView,
    /// For a cadence: every span of the plan's period in order; empty for a target of the whole plan.
    pub spans: Vec<SpanView>,
    /// The figures as they were reported, period by period; for a line or small columns. They are not
    /// to be added: a longer period can take in shorter ones.
    pub periods: Vec<PeriodFigureView>,
    /// The same by sector; units without one come last. Their values add up to the plan's.
    pub by_sector: Vec<GroupProgressView>,
    /// The same by bound unit, in the plan's order.
    pub by_unit: Vec<UnitProgressView>,
}

/// One span of a target's cadence: a week, a quarter, a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// The days.
    pub period: Period,
    /// In words.
    pub text: String,
    /// Whether it is the span of the target's own numbers.
    pub current: bool,
    /// What was reached in it.
    pub value: Option<i64>,
    /// In words.
    pub value_text: String,
    /// What is to be reached in it.
    pub target: Option<i64>,
    /// How much of it is reached.
    pub share_bp: Option<i64>,
    /// How it stands.
    pub state: TargetState,
    /// In words.
    pub state_text: String,
    /// How whole the value is.
    pub partial: PartialView,
}

/// What all bound units reported for one period of one duty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PeriodFigureView {
    /// Which duty for which period this is, whoever owes it; as in the matrix' columns.
    pub key: String,
    /// The duty.
    pub duty: String,
    /// Its name, with the period's where it has one: "Báo cáo tuần · Tuần 1".
    pub name: String,
    /// The days.
    pub period: Period,
    /// In words.
    pub period_text: String,
    /// How many reports hold the figure.
    pub reports: usize,
    /// All of them together: a sum, for a share the hundredths of a percent, for done or not how many
    /// did it.
    pub value: Option<i64>,
    /// In words.
    pub value_text: String,
}

/// A target within one sector.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupProgressView {
    /// The sector's identity; `null` for units without one.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// How many bound units it has.
    pub units: usize,
    /// What they reached.
    pub value: Option<i64>,
    /// In words.
    pub value_text: String,
    /// What they are to reach; `null` where the target is for all units together.
    pub target: Option<i64>,
    /// `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one.
    pub value_figure: Option<String>,
    /// `target` as a number to be computed with, where it is steps.
    pub target_figure: Option<String>,
    /// How much of it is reached; of the plan's target, where the target is for all units together.
    pub share_bp: Option<i64>,
    /// How whole the value is.
    pub partial: PartialView,
}

/// A target and one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitProgressView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: Option<String>,
    /// What it reached, in the indicator's noun (a share in hundredths of a percent, done as 1).
    pub value: Option<i64>,
    /// In words.
    pub value_text: String,
    /// What it is to reach by itself; `null` where the target is for all units together.
    pub target: Option<i64>,
    /// In words, of a range both ends: "25 – 35 hội viên"; "" where there is none.
    pub target_text: String,
    /// `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one.
    pub value_figure: Option<String>,
    /// `target` as a number to be computed with, where it is steps.
    pub target_figure: Option<String>,
    /// How much of it is reached; of the plan's target, where the target is for all units together.
    pub share_bp: Option<i64>,
    /// How it stands; `null` where the target is for all units together.
    pub state: Option<TargetState>,
    /// In words.
    pub state_text: String,
    /// How its reports with this figure stand.
    pub standing: Standing,
    /// In words.
    pub standing_text: String,
}
