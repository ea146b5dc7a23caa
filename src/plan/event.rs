//! Periods that follow from a day which the plan itself sets down.

use super::{Id, ListedPeriod, Plan, RelativeDeadline, When};
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
    /// The activity of the plan; it has this or the milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Id>,
    /// The milestone of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Id>,
    /// What the report is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By when, counted from the last day; none where the document names no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<RelativeDeadline>,
}

impl Event {
    /// One period for each time that it is held.
    #[must_use]
    pub fn periods(&self, plan: &Plan) -> Vec<ListedPeriod> {
        self.held(plan)
            .iter()
            .filter_map(|when| {
                let (from, to) = when.applies();
                Some(ListedPeriod {
                    label: self.label.clone(),
                    period: Period::new(from, to).ok()?,
                    opens: None,
                    deadline: self
                        .deadline
                        .and_then(|deadline| deadline.after(to, &plan.working)),
                })
            })
            .collect()
    }

    fn held<'p>(&self, plan: &'p Plan) -> &'p [When] {
        if let Some(id) = &self.activity {
            return plan
                .activity(id.as_str())
                .map_or(&[], |activity| &activity.when);
        }
        let mut milestones = plan.milestones.iter();
        milestones
            .find(|milestone| Some(&milestone.id) == self.milestone.as_ref())
            .map_or(&[], |milestone| std::slice::from_ref(&milestone.when))
    }
}

record!(Event { ; activity, milestone, label, deadline });
