//! The list of activities: adding from the plan's calendar, copying, removing, reordering.

use super::Form;
use super::place::{Place, activity_index};
use super::render::planned;
use super::view::DaysView;
use crate::calendar::Period;
use crate::finding::Path;
use crate::message;
use crate::plan::{Activity, ActivityPart, Span, When};
use crate::report::{DraftActivity, MAX_ACTIVITIES};
use crate::text;
use crate::value::Choice;
use std::rc::Rc;

/// So many days are offered to choose from; more are picked from a calendar.
const FEW_DAYS: i64 = 7;

impl Form {
    /// Adds an activity at the end: the plan's own of that identity, else a copy of the one at
    /// `copy_of` without its date, else a blank one. Nothing happens when the list is full.
    pub fn add_activity(&mut self, planned: Option<&str>, copy_of: Option<usize>) {
        if self.draft.activities.len() >= MAX_ACTIVITIES {
            return;
        }
        let asked = self.days_asked();
        let planned = planned
            .and_then(|id| self.plan.activity(id))
            .map(|activity| as_typed(activity, asked));
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
        let (period, asked) = (self.draft.period, self.days_asked());
        let plan = Rc::clone(&self.plan);
        let unit = plan.unit(&self.draft.unit);
        for activity in planned(&plan, unit) {
            let id = activity.id.as_str();
            let held = is_held_in(activity, period);
            let listed = |there: &DraftActivity| there.planned == id;
            let full = self.draft.activities.len() >= MAX_ACTIVITIES;
            if held && !full && !self.draft.activities.iter().any(listed) {
                self.push(as_typed(activity, asked));
            }
        }
        self.read_all();
    }

    /// The days of which the list tells: the report's period, or all of the plan's.
    pub(super) fn days_asked(&self) -> Period {
        match self.sheet.list().map(|list| list.within) {
            Some(Span::Plan) => self.plan.period,
            Some(Span::Period) | None => self.draft.period,
        }
    }

    /// The days among which the answer at `path` lies, where it is a day of an activity; to choose from where they are few,
    /// as its first day is.
    #[must_use]
    pub fn days(&self, path: &str) -> Option<DaysView> {
        let Place::Activity(_, part @ (ActivityPart::Date | ActivityPart::Until)) =
            Place::of(path)?
        else {
            return None;
        };
        let within = self.days_asked();
        let is_few = part == ActivityPart::Date && within.len_days() <= FEW_DAYS;
        let count = if is_few { within.len_days() } else { 0 };
        let days = (0..count).filter_map(|after| within.from().add_days(after));
        Some(DaysView {
            within,
            choices: days
                .map(|day| Choice {
                    value: text::format_date(day),
                    label: message::day_of_week(day, self.lang),
                    chosen: false,
                })
                .collect(),
        })
    }

    pub(super) fn push(&mut self, activity: DraftActivity) {
        self.outdate_list();
        self.draft.activities.push(activity);
        self.keys.push(self.next_key);
        self.next_key = self.next_key.wrapping_add(1);
    }

    /// Removes the activity at `index` with its explanations; nothing happens where there is none.
    pub fn remove_activity(&mut self, index: usize) {
        if index < self.draft.activities.len() {
            self.take_out(index);
            self.read_all();
        }
    }

    /// The same where it is read again later; there is one.
    pub(super) fn take_out(&mut self, index: usize) {
        self.draft.activities.remove(index);
        self.keys.remove(index);
        self.renumber(|at| match at.cmp(&index) {
            std::cmp::Ordering::Less => Some(at),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(at - 1),
        });
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

    /// Lets go what was explained and told of the activity at `index`, which is another one now.
    pub(super) fn forget_at(&mut self, index: usize) {
        self.renumber(|at| (at != index).then_some(at));
    }

    /// Moves explanations, and what was told, along with their activities; those of a removed one go.
    fn renumber(&mut self, new_index: impl Fn(usize) -> Option<usize>) {
        let stays = |path: &mut Path| {
            let Some((at, rest)) = activity_index(path.as_str()) else {
                return true;
            };
            let Some(to) = new_index(at) else {
                return false;
            };
            let moved = [Path::activity(to).as_str(), rest].concat();
            *path = Path::from(moved.as_str());
            true
        };
        let explained = &mut self.draft.explanations;
        explained.retain_mut(|line| stays(&mut line.path));
        self.told.retain_mut(|told| stays(&mut told.path));
        self.outdate_list();
    }
}

/// Whether the plan has it held in the period.
pub(super) fn is_held_in(activity: &Activity, period: Period) -> bool {
    let mut spans = activity.when.iter();
    spans.any(|when| in_period(when, period).is_some())
}

/// The days of it that lie in the period.
fn in_period(when: &When, period: Period) -> Option<Period> {
    let (from, to) = when.applies();
    Period::new(from, to).ok()?.intersect(period)
}

/// What the plan says of an activity, as if typed: of its days those of which the list tells. Where there are none, the
/// days are left for the person to say.
fn as_typed(activity: &Activity, asked: Period) -> DraftActivity {
    let mut spans = activity.when.iter();
    let found = spans.find_map(|when| Some((when, in_period(when, asked)?)));
    let (when, days) = found.unzip();
    let [from, to] = [days.map(|days| days.from()), days.map(|days| days.to())];
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

#[cfg(test)]
mod tests {
    use super::as_typed;
    use crate::calendar::{Date, Period};
    use crate::plan::Activity;
    use crate::read::from_str;

    #[test]
    fn what_the_plan_says_is_listed_for_the_days_of_which_the_list_tells() {
        let days = |from, to| {
            let day = |text| Date::parse_iso(text).expect("a day");
            Period::new(day(from), day(to)).expect("a period")
        };
        let week = days("2023-02-26", "2023-03-03");
        let month = days("2023-02-26", "2023-03-31");
        for (when, asked, date, until) in [
            (
                r#"{"from":"2023-02-26","to":"2023-03-31"}"#,
                week,
                "26/2/2023",
                "3/3/2023",
            ),
            (
                r#"{"from":"2023-02-20","to":"2023-02-28"}"#,
                week,
                "26/2/2023",
                "28/2/2023",
            ),
            (
                r#"{"from":"2023-03-03","to":"2023-03-31"}"#,
                week,
                "3/3/2023",
                "",
            ),
            (r#"{"from":"2023-03-01"}"#, week, "1/3/2023", ""),
            (r#"{"from":"2023-03-19"}"#, week, "", ""),
            (
                r#"{"from":"2023-02-26","to":"2023-03-31"}"#,
                month,
                "26/2/2023",
                "31/3/2023",
            ),
        ] {
            let json = [
                r#"{"id":"green","title":"Ngày Chủ nhật xanh","source":{"section":"II"},"when":["#,
                when,
                "]}",
            ];
            let activity: Activity = from_str(&json.concat()).expect("an activity");
            let listed = as_typed(&activity, asked);
            assert_eq!((&*listed.date, &*listed.until), (date, until), "{when}");
        }
    }
}
