//! What is told of published plans.

use super::super::steps::StepView;
use crate::calendar::Period;
use crate::message::LintView;
use serde::Serialize;

/// What is answered to an office that has published a plan, or changed how it stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Published<'a> {
    pub(super) plan: &'a str,
    pub(super) title: &'a str,
    #[serde(flatten)]
    pub(super) step: StepView,
    /// The address of the plan's light form, under the interface's own.
    pub(super) address: String,
    /// What lint finds in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) findings: Option<Vec<LintView>>,
}

/// A plan in the office's list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Listed<'a> {
    pub(super) id: &'a str,
    pub(super) version: u32,
    pub(super) title: &'a str,
    pub(super) period: Period,
    /// Where the plan has its home: `folder` or `published`.
    pub(super) home: &'static str,
    /// How it stands, where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<StepView>,
    /// Its file, where that is its home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
}
