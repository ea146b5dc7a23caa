//! Days lie where the form asks for them: an activity in the report's period or in the plan's, its last
//! day not before its first, and a date among the figures preferably within the plan.
//!
//! Why: an activity outside the period belongs to another report, where it would be counted twice.
//! Example: in the report for 26/2 to 3/3, an activity on 4/3 is an error; one from 25/2 to 26/2 is not,
//! for it reaches into the period.

use super::engine::{Check, Code, Found, Over, Param, Rule, View, When, Worded, doc};
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path};
use crate::plan::Span;
use crate::text::Both;
use crate::value::{Answer, Held};

pub(super) const RULE: Rule = Rule {
    codes: &[&END_BEFORE_START],
    checks: &[
        Check {
            over: Over::Each(|input| input.measure.held() == Held::WithinPlan),
            run: check_figure,
        },
        Check {
            over: Over::List,
            run: check_activities,
        },
    ],
};

static END_BEFORE_START: Code = Code {
    code: "date.endBeforeStart",
    about: doc("The last day is before the first."),
    params: &[Param::new(
        "start",
        Worded::Day,
        "The first day entered.",
        "2023-03-19",
    )],
    says: Both {
        vi: "Ngày kết thúc trước ngày bắt đầu ({start}). Hãy sửa một trong hai ngày.",
        en: "The end date is before the start date ({start}). Correct one of them.",
    },
    when: When::AtOnce,
};

fn check_activities(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let plan = view.sheet.plan_period();
    let within = view
        .sheet
        .list()
        .map(|list| list.within)
        .unwrap_or_default();
    for (index, activity) in view.entries.activities.iter().enumerate() {
        let Some(&start) = activity.date.value() else {
            continue;
        };
        let end = activity.until.value().copied().unwrap_or(start);
        let Ok(days) = Period::new(start, end) else {
            let path = Path::activity_part(index, "until");
            out.error(path, END_BEFORE_START.with("start", start));
            continue;
        };
        let period = view.sheet.period();
        let kind = match within {
            Span::Period if !days.overlaps(period) => Kind::DateOutsidePeriod {
                from: period.from(),
                to: period.to(),
            },
            Span::Plan if !days.overlaps(plan) => Kind::DateOutsidePlan {
                from: plan.from(),
                to: plan.to(),
            },
            Span::Period | Span::Plan => continue,
        };
        out.error(Path::activity_part(index, "date"), kind);
    }
}

/// A date among the figures may have its reasons to lie outside the plan, so this is a warning.
fn check_figure(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let plan = view.sheet.plan_period();
    if let Some(Answer::Date(date)) = view.answer()
        && !plan.contains(*date)
    {
        let kind = Kind::DateOutsidePlan {
            from: plan.from(),
            to: plan.to(),
        };
        out.warning(view.path(), kind);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::{activities, figures};

    #[test]
    fn an_activity_lies_in_the_period_or_reaches_into_it() {
        let title = ("title", "Trồng cây");
        activities(&[
            (&[&[title, ("date", "26/2")]], &[]),
            (&[&[title, ("date", "3/3")]], &[]),
            (
                &[&[title, ("date", "4/3")]],
                &["/activities/0/date date.outsidePeriod"],
            ),
            (&[&[title, ("date", "20/2/2023"), ("until", "26/2")]], &[]),
            (
                &[&[title, ("date", "2/3"), ("until", "1/3")]],
                &["/activities/0/until date.endBeforeStart"],
            ),
        ]);
    }

    #[test]
    fn a_date_outside_the_plan_may_have_its_reasons() {
        figures(&[
            (&[("day", "31/3/2023")], &[]),
            (&[("day", "1/4/2023")], &["/figures/day date.outsidePlan"]),
        ]);
    }
}
