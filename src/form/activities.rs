//! The list of activities: adding from the plan's calendar, copying, removing, reordering.

use super::Form;
use super::place::activity_index;
use super::render::planned;
use crate::calendar::Period;
use crate::finding::Path;
use crate::plan::{Activity, When};
use crate::report::{DraftActivity, MAX_ACTIVITIES};
use crate::text;
use std::rc::Rc;

impl Form {
    /// Adds an activity at the end: the plan's own of that identity, else a copy of the one at
    /// `copy_of` without its date, else a blank one. Nothing happens when the list is full.
    pub fn add_activity(&mut self, planned: Option<&str>, copy_of: Option<usize>) {
        if self.draft.activities.len() >= MAX_ACTIVITIES {
            return;
        }
        let period = self.draft.period;
        let planned = planned
            .and_then(|id| self.plan.activity(id))
            .map(|activity| as_typed(activity, period));
        let copied = copy_of
            .and_then(|index| self.draft.activities.get(index))
            .map(|original| DraftActivity {
                date: String::new(),
                until: String::new(),
                ..original.clone()
            });
        self.push(planned.or(copied).unwrap_or_default());
        self.read_all();
    }

    /// Adds every activity that the plan has this unit hold inside the period and that is not listed yet
    /// (làm như kế hoạch), with its days and its place.
    pub fn add_all_planned(&mut self) {
        let period = self.draft.period;
        let plan = Rc::clone(&self.plan);
        let unit = plan.unit(&self.draft.unit);
        for activity in planned(&plan, unit) {
            let id = activity.id.as_str();
            let held = activity.when.iter().any(|when| falls_in(when, period));
            let listed = |there: &DraftActivity| there.planned == id;
            let full = self.draft.activities.len() >= MAX_ACTIVITIES;
            if held && !full && !self.draft.activities.iter().any(listed) {
                self.push(as_typed(activity, period));
            }
        }
        self.read_all();
    }

    pub(super) fn push(&mut self, activity: DraftActivity) {
        self.draft.activities.push(activity);
        self.keys.push(self.next_key);
        self.next_key = self.next_key.wrapping_add(1);
    }

    /// Removes the activity at `index` with its explanations; nothing happens where there is none.
    pub fn remove_activity(&mut self, index: usize) {
        if index >= self.draft.activities.len() {
            return;
        }
        self.draft.activities.remove(index);
        self.keys.remove(index);
        self.renumber(|at| match at.cmp(&index) {
            std::cmp::Ordering::Less => Some(at),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(at - 1),
        });
        self.read_all();
    }

    /// Moves the activity at `from` to `to`; nothing happens where either is outside the list.
    pub fn move_activity(&mut self, from: usize, to: usize) {
        let count = self.draft.activities.len();
        if from >= count || to >= count {
            return;
        }
        let activity = self.draft.activities.remove(from);
        self.draft.activities.insert(to, activity);
        let key = self.keys.remove(from);
        self.keys.insert(to, key);
        self.renumber(|at| {
            Some(if at == from {
                to
            } else if from < at && at <= to {
                at - 1
            } else if to <= at && at < from {
                at + 1
            } else {
                at
            })
        });
        self.read_all();
    }

    /// Moves explanations along with their activities; those of a removed one go.
    fn renumber(&mut self, new_index: impl Fn(usize) -> Option<usize>) {
        self.draft.explanations.retain_mut(|explanation| {
            let Some((at, rest)) = activity_index(explanation.path.as_str()) else {
                return true;
            };
            let Some(to) = new_index(at) else {
                return false;
            };
            let path = [Path::activity(to).as_str(), rest].concat();
            explanation.path = Path::from(path.as_str());
            true
        });
    }
}

fn falls_in(when: &When, period: Period) -> bool {
    let (from, to) = when.applies();
    from <= period.to() && period.from() <= to
}

/// What the plan says of an activity, as if typed: of its days those in the period, where there are any.
fn as_typed(activity: &Activity, period: Period) -> DraftActivity {
    let mut days = activity.when.iter();
    let when = days
        .find(|when| falls_in(when, period))
        .or(activity.when.first());
    let (from, to) = when.map(|when| when.applies()).unzip();
    DraftActivity {
        planned: activity.id.to_string(),
        title: activity.title.clone(),
        date: from.map(text::format_date).unwrap_or_default(),
        until: to
            .filter(|to| Some(*to) != from)
            .map(text::format_date)
            .unwrap_or_default(),
        time: when
            .and_then(|when| when.time)
            .map(text::format_time)
            .unwrap_or_default(),
        place: activity.place.clone().unwrap_or_default(),
        ..DraftActivity::default()
    }
}
