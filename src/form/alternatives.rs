//! What a unit reaches of groups of targets, where one of several is enough: said at each of their figures, after the first fields.

use super::{Form, progress};
use crate::message;
use crate::plan::{Alternatives, Goal, Target, Threshold, Unit};
use crate::report::Value;
use crate::text::Mark;
use crate::value::RollUp;

/// Hundredths of a percent in a whole.
const WHOLE: i64 = 10_000;

impl Form {
    /// How the group stands of which a target is one, by what the unit reported before and what is typed now.
    pub(super) fn group_line(&self, group: &Alternatives, unit: &Unit) -> String {
        let plan = &*self.plan;
        let is_known = |target: &Target| target.per.is_plan() && group.is_of_units(plan);
        let all = || group.targets(plan).map(|(_, target)| target);
        let reached = all().all(is_known).then(|| {
            let reached = all().filter(|target| self.reaches(target, unit));
            reached.count()
        });
        message::group_reached(group, reached, self.lang)
    }

    fn reaches(&self, target: &Target, unit: &Unit) -> bool {
        let indicator = self.plan.indicator(target.indicator.as_str());
        let goal = target.goal(self.number_of(target, unit).map(Into::into));
        let Some((indicator, goal)) = indicator.zip(goal) else {
            return false;
        };
        let id = indicator.id.as_str();
        match indicator.measure.roll_up() {
            RollUp::Deed => {
                let before = self.earlier.before(&self.sheet);
                let before = before.map(|report| report.figures.get(id));
                let now = self.figure(id);
                let is_done = |value: &Value| *value == Value::Done(true);
                now.iter().any(is_done) || before.flatten().any(is_done)
            }
            RollUp::Share => {
                let half = |name: &str| self.figure(&[id, name].concat())?.told();
                let now = half("/part").zip(half("/whole"));
                let now = now.map(|((part, _), (whole, _))| (part, whole));
                let told = now.or_else(|| self.share_before(id));
                told.is_some_and(|(part, whole)| meets_of(target, goal, part, whole))
            }
            _ => {
                let before = self.before(indicator).map(|(all, _)| all);
                let now = self.figure(id);
                if before.is_none() && now.is_none() {
                    return false;
                }
                let told = progress::together(indicator, before, now.as_ref());
                told.is_some_and(|(number, is)| {
                    // "Gần 10" are not 10.
                    let short = i64::from(is == Some(Mark::Below));
                    meets(target, goal, number.saturating_sub(short))
                })
            }
        }
    }

    /// The share that the unit reported last.
    fn share_before(&self, id: &str) -> Option<(i64, i64)> {
        let before = self.earlier.before(&self.sheet);
        let mut told = before.filter_map(|report| match report.figures.get(id) {
            Some(Value::Share { part, whole }) => Some((*part, *whole)),
            _ => None,
        });
        told.next_back()
    }
}

fn meets(target: &Target, goal: Goal, number: i64) -> bool {
    let of = |value: Threshold| match value {
        Threshold::Count(of) | Threshold::Money(of) | Threshold::Quantity(of) => Some(of),
        Threshold::BasisPoints(_) | Threshold::Ratio(_) | Threshold::Done => None,
    };
    let within = |most| of(most).is_some_and(|most| number <= most);
    of(goal.value).is_some_and(|value| target.comparison.holds(number, value))
        && goal.up_to.is_none_or(within)
}

fn meets_of(target: &Target, goal: Goal, part: i64, whole: i64) -> bool {
    // Both sides of "part of whole against so much of all", without dividing.
    let sides = |value: Threshold| {
        let (share, of) = match value {
            Threshold::BasisPoints(share) => (i64::from(share), WHOLE),
            Threshold::Ratio(ratio) => (ratio.part(), ratio.whole()),
            _ => return None,
        };
        let (part, whole) = (i128::from(part), i128::from(whole));
        Some((part * i128::from(of), i128::from(share) * whole))
    };
    let holds = |value| sides(value).is_some_and(|(is, to)| target.comparison.holds(is, to));
    let within = |most| sides(most).is_some_and(|(is, to)| is <= to);
    whole > 0 && holds(goal.value) && goal.up_to.is_none_or(within)
}

#[cfg(test)]
mod tests {
    use crate::calendar::Instant;
    use crate::form::{Form, Request};
    use crate::plan::{Plan, publish};
    use crate::rules::Past;
    use crate::text::Lang;
    use std::rc::Rc;

    fn form() -> Form {
        let table = include_str!("../../tests/wide/some-of-several.later.json");
        let table: serde_json::Value = serde_json::from_str(table).unwrap();
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let request = Request {
            unit: "phuong-1".into(),
            duty: "closing".into(),
            period: plan.period,
            earlier: Past::default(),
            now: Instant::parse_iso("2026-03-20T08:00:00+07:00").unwrap(),
            lang: Lang::Vi,
        };
        Form::open(&Rc::new(publish(&plan)), request, None).unwrap()
    }

    #[test]
    fn who_reaches_one_of_two_is_not_told_that_it_lacks_the_other() {
        for (typed, path, says) in [
            (&[][..], "/figures/contest", "đã đạt 0, còn thiếu 1"),
            (&[("forum", "1")], "/figures/contest", "đã đạt 1, đủ"),
            (
                &[("forum", "1"), ("contest", "2")],
                "/figures/forum",
                "đã đạt 2, đủ",
            ),
            (
                &[("blood", "Có")],
                "/figures/trees",
                "đã đạt 1, còn thiếu 1",
            ),
            (
                &[("blood", "Có"), ("trees", "99")],
                "/figures/trees",
                "đã đạt 1, còn thiếu 1",
            ),
            (
                &[("blood", "Có"), ("trees", "100")],
                "/figures/fund",
                "đã đạt 2, đủ",
            ),
        ] {
            let mut form = form();
            for (key, text) in typed {
                let change = form.set(&["/figures/", key].concat(), (*text).to_owned());
                let remains = change.remains.iter().filter_map(|one| one.remains.as_ref());
                assert_eq!(remains.count(), 0, "{typed:?}");
            }
            let view = form.view();
            let fields = view.sections.iter().flat_map(|section| &section.fields);
            assert!(fields.into_iter().all(|field| field.remains.is_none()));
            let lines = form.parts().figures;
            let mut lines = lines.iter().filter(|line| line.path == path);
            let line =
                lines.find(|line| line.text.contains("còn thiếu") || line.text.contains("đủ"));
            let line = line.map(|line| &*line.text).unwrap_or_default();
            assert!(line.ends_with(says), "{typed:?}: {line}");
        }
    }
}
