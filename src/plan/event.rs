//! Periods that follow from a day which the plan itself sets down.

use super::{Id, Plan, RelativeDeadline, When};
use crate::calendar::Period;
use crate::read::record;
use serde::Serialize;

/// A report on something that the plan sets down (sự kiện): "01 ngày sau hội nghị". There is one for each time that it is
/// held, over the days that apply, and its deadline is counted from the last of them. As long as no day is set, none is
/// owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// The activity or the milestone of the plan.
    pub of: Id,
    /// What the report is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By when, counted from the last day; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<RelativeDeadline>,
}

impl Event {
    /// The days of each time that it is held.
    #[must_use]
    pub fn periods(&self, plan: &Plan) -> Vec<Period> {
        let mut periods = Vec::new();
        for when in self.held(plan) {
            let (from, to) = when.applies();
            if let Ok(period) = Period::new(from, to) {
                periods.push(period);
            }
        }
        periods
    }

    fn held<'p>(&self, plan: &'p Plan) -> &'p [When] {
        for milestone in &plan.milestones {
            if milestone.id == self.of {
                return std::slice::from_ref(&milestone.when);
            }
        }
        match plan.activity(self.of.as_str()) {
            Some(activity) => &activity.when,
            None => &[],
        }
    }
}

record!(Event { of; label, deadline });
