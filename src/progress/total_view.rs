//! What a page shows of every figure, and of what units say in words.

use super::view::PartialView;
use crate::calendar::Period;
use crate::plan::Combine;
use crate::punctuality::Standing;
use serde::Serialize;

/// What one figure comes to over all units that are asked for it, whether a target is set on it or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TotalView {
    /// The indicator's identity.
    pub indicator: String,
    /// Whether it is how many rows a table has.
    pub rows: bool,
    /// The column that is added up, where it is one of a table; `null` where it is not.
    pub column: Option<String>,
    /// Its label; of a table with what of it: "Công trình thanh niên: Giá trị".
    pub label: String,
    /// How the periods of each unit become one; the units then add up.
    pub combine: Combine,
    /// In words: "Cộng các kỳ".
    pub combine_text: &'static str,
    /// What it comes to.
    pub sum: SumView,
    /// By sector; units without one come last, and sectors in which nobody is asked are left out.
    pub by_sector: Vec<SectorSumView>,
    /// By unit, in the plan's order, those that are asked; empty where the plan has too many units and figures to list.
    pub by_unit: Vec<UnitSumView>,
}

/// What a figure comes to over some units.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SumView {
    /// A sum, for a share the hundredths of a percent of `part` in `whole`, for done or not how many did it; `null` where
    /// nobody has reported it.
    pub value: Option<i64>,
    /// `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one.
    pub value_figure: Option<String>,
    /// The part, for a share.
    pub part: Option<i64>,
    /// The whole, for a share.
    pub whole: Option<i64>,
    /// In words: "1.200 cây", "trên 300 người".
    pub value_text: String,
    /// Whether it contains numbers that are none exactly; the words say so.
    pub estimated: bool,
    /// How many units are asked.
    pub units: usize,
    /// Of how many of them it is known.
    pub known: usize,
    /// In words: "12 trên 36 đơn vị đã có số liệu".
    pub known_text: String,
    /// How whole it is.
    pub partial: PartialView,
}

/// A figure within one sector.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SectorSumView {
    /// The sector's identity; `null` for units without one.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// What the figure comes to.
    pub sum: SumView,
}

/// A figure of one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitSumView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: Option<String>,
    /// Its figure; `null` where it has reported none.
    pub value: Option<i64>,
    /// `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one.
    pub value_figure: Option<String>,
    /// In words.
    pub value_text: String,
    /// How its reports with this figure stand.
    pub standing: Standing,
    /// In words.
    pub standing_text: &'static str,
}

/// What units say in words to one question (thuyết minh).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NarrativesView {
    /// The indicator's identity.
    pub indicator: String,
    /// The question.
    pub label: String,
    /// The answers, those of the latest periods first.
    pub answers: Vec<NarrativeView>,
    /// How many older ones are not listed.
    pub more: usize,
    /// In words; `null` where all are.
    pub more_text: Option<String>,
}

/// What one unit says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NarrativeView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// Its sector.
    pub sector: Option<String>,
    /// Which duty for which period this is, whoever owes it; as in the matrix' columns.
    pub key: String,
    /// The duty.
    pub duty: String,
    /// The days of its report; of one that the unit opened by itself with the hour.
    pub period: Period,
    /// The duty's name and the period's: "Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023".
    pub when_text: String,
    /// The submission that says so.
    pub submission: String,
    /// What it says. Where it is too long, only its beginning, with "…" after it.
    pub text: String,
    /// Whether it says more.
    pub cut: bool,
}
