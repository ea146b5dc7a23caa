//! An activity stands once in a report.
//!
//! Why: copied rows are counted twice.
//! Example: "Trồng cây" and "trong cay" on the same day, at the same hour and place, are one activity;
//! on two days, or at two places, they are two.

use super::engine::{
    ActivityEntry, Check, Code, Found, Over, Param, Rule, View, When, Worded, doc,
};
use crate::finding::{Finding, Path};
use crate::order::sort;
use crate::text::Both;

pub(super) const RULE: Rule = Rule {
    codes: &[&DUPLICATE],
    checks: &[Check {
        over: Over::List,
        run: check,
    }],
};

static DUPLICATE: Code = Code {
    code: "activity.duplicate",
    about: doc("The activity is listed twice: same title, day, hour and place."),
    params: &[Param::new(
        "other",
        Worded::Place,
        "The earlier of the two, counted from 0.",
        "0",
    )],
    says: Both {
        vi: "Trùng với hoạt động {other}: cùng tên, ngày, giờ và địa điểm. Hãy xóa hoặc sửa một trong hai.",
        en: "Same title, date, time and place as activity {other}. Remove or correct one of them.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let activities = &view.entries.activities;
    if activities.len() < 2 {
        return;
    }
    let mut dated: Vec<(usize, &ActivityEntry<'_>)> = activities.iter().enumerate().collect();
    dated.retain(|(_, activity)| {
        activity.date.value().is_some() && activity.title.value().is_some()
    });
    // The words are folded only where day and hour agree, which is seldom.
    sort(&mut dated, |(_, a), (_, b)| {
        when(a).cmp(&when(b)).then_with(|| same_time(a, b))
    });
    for pair in dated.windows(2) {
        if let [(other, first), (index, second)] = pair
            && when(first) == when(second)
            && first.folded() == second.folded()
        {
            let other = u32::try_from(*other).unwrap_or(u32::MAX);
            out.error(
                Path::activity_part(*index, "title"),
                DUPLICATE.with("other", other),
            );
        }
    }
}

fn when<'e>(
    activity: &'e ActivityEntry<'_>,
) -> (
    Option<&'e crate::calendar::Date>,
    Option<&'e crate::calendar::Time>,
) {
    (activity.date.value(), activity.time.value())
}

fn same_time(a: &ActivityEntry<'_>, b: &ActivityEntry<'_>) -> std::cmp::Ordering {
    a.folded().cmp(b.folded())
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::activities;

    #[test]
    fn the_same_title_day_hour_and_place_is_the_same_activity() {
        let first: &[(&str, &str)] = &[("title", "Trồng cây"), ("date", "26/2")];
        let again: &[(&str, &str)] = &[("title", "TRỒNG  CÂY!"), ("date", "26/02/2023")];
        let later: &[(&str, &str)] = &[("title", "Trồng cây"), ("date", "27/2")];
        let evening: &[(&str, &str)] = &[("title", "Trồng cây"), ("date", "26/2"), ("time", "19g")];
        activities(&[
            (&[first, later, evening], &[]),
            (
                &[first, later, again],
                &["/activities/2/title activity.duplicate"],
            ),
            (
                &[first, again, again],
                &[
                    "/activities/1/title activity.duplicate",
                    "/activities/2/title activity.duplicate",
                ],
            ),
        ]);
    }
}
