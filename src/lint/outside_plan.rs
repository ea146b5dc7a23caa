//! An activity or reporting period outside the plan, or of the wrong year.
//!
//! Why: who reads 26/02/2022 in a plan for 2023 cannot know whether the year or the day is wrong.
//! Where day and month fit into the plan, most likely the year is wrong, and the mend is mechanical.
//! Example: a forum on 26/02/2022 in a plan from 26/02 to 31/3/2023.

use super::view::View;
use super::{Lint, LintFinding, Patch, PatchValue, Reading, Said, Slice, Stated};
use crate::calendar::{Date, Period};
use crate::finding::{Path, Severity};
use crate::plan::When;
use crate::schedule::listed_periods;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_WRONG_YEAR, &DATE_OUTSIDE_PLAN],
};

static DATE_WRONG_YEAR: Lint = Lint {
    code: "date.wrongYear",
    about: "A date is of another year than the plan, and fits once the year is the plan's.",
    severities: &[Severity::Error, Severity::Warning],
    gaps: &[("date", &["19/3/2022"]), ("expected", &["19/3/2023"])],
    says: Both {
        vi: "Ngày {date} sai năm so với kế hoạch; có lẽ là {expected}.",
        en: "{date} is of another year than the plan; {expected} is probably meant.",
    },
    mend: Both {
        vi: "Đính chính năm trong văn bản; trong kế hoạch ghi phần đính chính bên cạnh ngày đã công bố.",
        en: "Correct the year in the document; in the plan, put the correction beside the published day.",
    },
};

static DATE_OUTSIDE_PLAN: Lint = Lint {
    code: "date.outsidePlan",
    about: "A date is outside the plan's period.",
    severities: &[Severity::Error, Severity::Warning],
    gaps: &[
        ("date", &["19/4/2023"]),
        (
            "period",
            &["từ 26/2 đến hết 31/3/2023", "26/2/2023 to 31/3/2023"],
        ),
    ],
    says: Both {
        vi: "Ngày {date} nằm ngoài thời gian của kế hoạch ({period}).",
        en: "{date} is outside the plan's time ({period}).",
    },
    mend: Both {
        vi: "Sửa lại ngày, hoặc sửa thời gian của kế hoạch cho bao gồm ngày này.",
        en: "Correct the day, or extend the plan's time so that it holds this day.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, activity) in view.activities() {
        for (at, when) in activity.when.iter().enumerate() {
            let when_path = path.clone().then("when").at(at);
            if let Some((severity, kind, patch)) = judge(when, view.plan.period, &when_path) {
                let reading = Reading::Day(when.applies().0);
                let mut finding = LintFinding::new(severity, when_path, kind)
                    .stating([Stated::new(path.clone(), &activity.source, Some(reading))]);
                finding.statements.extend(period(view));
                finding.patch = patch;
                out.push(finding);
            }
        }
    }
    for (path, duty) in view.duties() {
        let Some(stated) = duty.schedule() else {
            continue;
        };
        let made = listed_periods(view.plan, &stated.schedule).into_iter();
        let opened = duty.on_demand().map(|rule| rule.days(view.plan));
        let mut periods = made.map(|listed| listed.period).chain(opened);
        if let Some(outside) = periods.find(|days| !days.overlaps(view.plan.period)) {
            let date = outside.from();
            let reading = Reading::Days(date, outside.to());
            let mut finding = LintFinding::new(
                Severity::Warning,
                path.clone(),
                beyond(date, view.plan.period),
            )
            .stating([Stated::new(path, &stated.source, Some(reading))]);
            finding.statements.extend(period(view));
            out.push(finding);
        }
    }
}

/// The plan's own days as a statement.
fn period(view: &View<'_>) -> Option<Stated> {
    let reading = Reading::Days(view.plan.period.from(), view.plan.period.to());
    let source = view.plan.period_source.as_ref()?;
    Some(Stated::new(Path::top("period"), source, Some(reading)))
}

fn judge(when: &When, plan: Period, path: &Path) -> Option<(Severity, Said, Option<Patch>)> {
    let day = [Some(when.from), when.to]
        .into_iter()
        .flatten()
        .find(|date| !plan.contains(*date))?;
    let severity = match &when.correction {
        Some(_) => Severity::Warning,
        None => Severity::Error,
    };
    let Some(expected) = in_other_year(day, plan) else {
        return Some((severity, beyond(day, plan), None));
    };
    let patch = when.correction.is_none().then(|| Patch {
        path: path.clone().then("correction"),
        value: PatchValue::Correction(expected),
    });
    let said = DATE_WRONG_YEAR.with("date", day).with("expected", expected);
    Some((severity, said, patch))
}

fn beyond(day: Date, plan: Period) -> Said {
    DATE_OUTSIDE_PLAN.with("date", day).with("period", plan)
}

/// The same day and month in a year in which it lies inside the plan.
fn in_other_year(date: Date, plan: Period) -> Option<Date> {
    (plan.from().year()..=plan.to().year())
        .filter_map(|year| Date::new(year, date.month(), date.day()).ok())
        .find(|date| plan.contains(*date))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn days_outside_the_plan() {
        for (when, expected) in [
            (json!({"from": "2022-03-26"}), "error date.wrongYear"),
            (
                json!({"from": "2022-03-26", "correction": {"from": "2023-03-26", "why": "in nhầm"}}),
                "warning date.wrongYear",
            ),
            (json!({"from": "2023-04-10"}), "error date.outsidePlan"),
            (
                json!({"from": "2023-03-30", "to": "2023-04-02"}),
                "error date.outsidePlan",
            ),
            (json!({"from": "2023-03-26"}), ""),
        ] {
            let plan = plan(json!({"activities": [{
                "id": "a", "title": "Hoạt động", "when": [when], "source": {"section": "IV"}}]}));
            assert_eq!(codes(&plan, "date."), expected, "{when}");
        }
    }

    #[test]
    fn days_on_which_units_open_reports_outside_the_plan() {
        for (within, expected) in [
            (
                json!({"from": "2024-06-01", "to": "2024-08-31"}),
                "warning date.outsidePlan",
            ),
            (json!({"from": "2023-03-01", "to": "2023-08-31"}), ""),
            (json!(null), ""),
        ] {
            let plan = plan(json!({"duties": [duty(json!({"onDemand": {"within": within}}))]}));
            assert_eq!(codes(&plan, "date."), expected, "{within}");
        }
    }
}
