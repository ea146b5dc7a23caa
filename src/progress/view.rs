//! What a page shows of a plan's progress: plain data, already in words, with the raw numbers that a
//! chart needs. A page renders it and decides nothing.
//!
//! Three things hold everywhere. A value that is not known is `null`, never 0. A share is in hundredths
//! of a percent, rounded down, and may exceed 10 000. A `…Text` says its number in words, and is "" or
//! `null` where there is nothing to say.

use super::groups::{CellStateView, ColumnGroupView, SectorView, TallyNames, TargetGroupView};
use super::scores::ScoresView;
use super::target_view::TargetProgressView;
use super::total_view::{NarrativesView, TotalView};
use crate::calendar::{Instant, Period};
use crate::schedule::State;
use serde::Serialize;

/// A plan's progress at a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// The plan's identity.
    pub plan: String,
    /// The plan's version.
    pub version: u32,
    /// The plan's title.
    pub title: String,
    /// The days over which the plan runs, in words.
    pub period_text: String,
    /// The moment.
    pub now: Instant,
    /// The moment in words, on the plan's clock.
    pub now_text: String,
    /// How many reports hold: at most one for each duty, unit and period.
    pub reports: usize,
    /// How many arrivals were of another plan, or of a unit, duty or period that the plan does not have;
    /// none of them counts.
    pub strays: usize,
    /// The same in words; none where there is no stray.
    pub strays_text: Option<String>,
    /// How whole all that follows is.
    pub partial: PartialView,
    /// The targets in the plan's order.
    pub targets: Vec<TargetProgressView>,
    /// The groups of targets in the plan's order, each as a target is: of "01 diễn đàn hoặc 01 hội thi" how many units
    /// reached one of them; of each unit how many it reached, and which.
    pub alternatives: Vec<TargetProgressView>,
    /// Targets and groups by state, those that the office turns to first before the others.
    pub target_groups: Vec<TargetGroupView>,
    /// Who gave which answer of a list, in the order of the plan's indicators.
    pub answers: Vec<AnswersView>,
    /// What every figure that is asked comes to, with a target or without, in the order of the plan's indicators.
    pub totals: Vec<TotalView>,
    /// The tables of points, in the plan's order; empty where the plan scores nobody.
    pub scores: Vec<ScoresView>,
    /// What units say in words, question by question, in the order of the plan's indicators.
    pub narratives: Vec<NarrativesView>,
    /// The tables that forms ask, in the order of the plan's indicators: each has a file of its rows.
    pub tables: Vec<TableNameView>,
    /// Units × occasions.
    pub matrix: MatrixView,
    /// Who has sent what is due, and in time.
    pub completeness: CompletenessView,
    /// Activities that two units seem to claim both ("tránh trùng lặp"), for a person to decide.
    pub duplicates: Vec<DuplicateView>,
    /// Figures of a long period that differ from those of the shorter periods inside it.
    pub discrepancies: Vec<DiscrepancyView>,
}

/// A table that forms ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableNameView {
    /// The indicator's identity.
    pub indicator: String,
    /// Its label.
    pub label: String,
}

/// The answers that units gave to one question with a list to choose from. Of each unit the latest holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnswersView {
    /// The indicator's identity.
    pub indicator: String,
    /// The question.
    pub label: String,
    /// How many units are asked.
    pub units: usize,
    /// How many have answered.
    pub answered: usize,
    /// In words: "12 trên 36 đơn vị đã trả lời".
    pub text: String,
    /// The answers in the list's order, those that nobody gave too.
    pub answers: Vec<AnswerView>,
}

/// One answer of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Its identity.
    pub id: String,
    /// How many units gave it. Where several can be chosen, a unit counts at each.
    pub units: usize,
    /// In words: "3 đơn vị: Trực tiếp".
    pub text: String,
}

/// How whole a value is: of the units whose reports are due by now, who sent them all in time, who sent
/// late, who lacks one. `sent + late + missing == units`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartialView {
    /// Units of which a report with this figure is due by now.
    pub units: usize,
    /// Those that sent all of them in time.
    pub sent: usize,
    /// Those that sent all, some of them late.
    pub late: usize,
    /// Those that have not sent all; what they did send is counted.
    pub missing: usize,
    /// Whether a unit's report is missing: the value is then partial, and the page must say so.
    pub partial: bool,
    /// In words: "32 trên 40 đơn vị, 3 trễ hạn, 5 thiếu".
    pub text: String,
}

/// Units × occasions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MatrixView {
    /// The occasions: the duties in the plan's order, each period in order.
    pub columns: Vec<ColumnView>,
    /// The units that owe at least one, in the plan's order.
    pub rows: Vec<RowView>,
    /// The columns by duty, in the plan's order.
    pub duties: Vec<ColumnGroupView>,
    /// The sectors of the rows.
    pub sectors: Vec<SectorView>,
    /// The states in which cells stand.
    pub states: Vec<CellStateView>,
    /// What is said of a report that the line held up, where one was.
    pub delayed_text: Option<&'static str>,
}

/// One occasion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Which duty for which period this is, whoever owes it.
    pub key: String,
    /// The duty.
    pub duty: String,
    /// Its name.
    pub duty_name: String,
    /// The period's name, for example "Tuần 1".
    pub label: Option<String>,
    /// The days.
    pub period: Period,
    /// In words.
    pub period_text: String,
    /// The period's name and its days: "Tuần 1, từ 26/2 đến hết 3/3/2023".
    pub when_text: String,
    /// The duty's name before them: "Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023".
    pub text: String,
    /// The first instant that is too late; `null` where there is no deadline.
    pub cutoff: Option<Instant>,
    /// The deadline in words.
    pub deadline_text: Option<String>,
    /// How it stands over all units that owe it.
    pub tally: TallyView,
}

/// One unit's occasions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RowView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: Option<String>,
    /// The sector's name.
    pub sector_name: Option<String>,
    /// One cell a column; `null` where the unit does not owe it.
    pub cells: Vec<Option<CellView>>,
}

/// How one occasion of one unit stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// Its state.
    pub state: State,
    /// In words.
    pub state_text: String,
    /// The submission that holds, to look into; `null` where there is none.
    pub submission: Option<String>,
    /// When the first submission came.
    pub received_at: Option<Instant>,
    /// In words, on the plan's clock.
    pub received_text: Option<String>,
    /// That the first submission came late although "send" was pressed in time, by the device's clock: "Gửi
    /// kịp hạn, đến trễ vì mất mạng". `null` where it did not. It is late all the same.
    pub delayed_text: Option<String>,
    /// Whether the submission that holds amends an earlier one.
    pub amended: bool,
}

/// Of the occasions due by now, how many were sent in time, late, and not at all.
/// `on_time + late + missing == expected`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TallyView {
    /// Due by now, or sent already.
    pub expected: usize,
    /// Sent in time, or without a deadline.
    pub on_time: usize,
    /// Sent late.
    pub late: usize,
    /// Not sent, or given back and not sent again.
    pub missing: usize,
    /// Not due yet.
    pub pending: usize,
    /// Sent, of those expected; `null` where none is.
    pub sent_bp: Option<i64>,
    /// Sent in time, of those expected; `null` where none is.
    pub on_time_bp: Option<i64>,
    /// In words: "180 trên 200 phiếu, 12 trễ hạn, 20 thiếu".
    pub text: String,
}

/// Who has sent what is due (đầy đủ, đúng hạn).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CompletenessView {
    /// What the numbers of each tally are called.
    pub names: TallyNames,
    /// Over all units and duties.
    pub all: TallyView,
    /// By unit, in the plan's order; those that owe nothing are left out.
    pub by_unit: Vec<NamedTallyView>,
    /// By sector; units without one come last.
    pub by_sector: Vec<NamedTallyView>,
    /// By duty, in the plan's order.
    pub by_duty: Vec<NamedTallyView>,
}

/// A tally of a unit, a sector or a duty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamedTallyView {
    /// Its identity; `null` for units without a sector.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub tally: TallyView,
}

/// One activity that two units seem to claim both.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DuplicateView {
    /// What one unit says.
    pub one: ClaimView,
    /// What the other says.
    pub other: ClaimView,
    /// How alike the titles are, in hundredths of a percent.
    pub likeness_bp: i64,
    /// Why the two look like one, and what to decide, in words.
    pub text: String,
}

/// An activity as one unit reports it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClaimView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// The activity's title.
    pub title: String,
    /// Its days.
    pub period: Period,
    /// In words.
    pub period_text: String,
    /// Where it was held.
    pub place: Option<String>,
    /// How many attendances.
    pub participants: Option<i64>,
    /// The submission that says so.
    pub submission: String,
}

/// A figure of a long period that differs from those of the shorter periods inside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DiscrepancyView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// The indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// The duty of the long period, which holds.
    pub duty_name: String,
    /// The long period in words.
    pub period_text: String,
    /// The submission that holds.
    pub submission: String,
    /// The figure of the long period.
    pub value: i64,
    /// In words.
    pub value_text: String,
    /// The shorter periods together.
    pub parts: i64,
    /// In words.
    pub parts_text: String,
    /// How many shorter reports they are.
    pub part_reports: usize,
    /// Both, and by how much they differ, in words.
    pub text: String,
}
