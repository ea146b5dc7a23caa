//! An activity or reporting period outside the plan, or of the wrong year.
//!
//! Why: who reads 26/02/2022 in a plan for 2023 cannot know whether the year or the day is wrong.
//! Where day and month fit into the plan, most likely the year is wrong, and the mend is mechanical.
//! Example: a forum on 26/02/2022 in a plan from 26/02 to 31/3/2023.

use super::view::View;
use super::{LintFinding, LintKind, Patch, PatchValue, Reading, Stated};
use crate::calendar::{Date, Period};
use crate::finding::{Path, Severity};
use crate::plan::When;
use crate::schedule::occasions;

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, activity) in view.plan.activities.iter().enumerate() {
        let path = Path::top("activities").at(at);
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
        let outside = occasions(view.plan, &stated.schedule)
            .into_iter()
            .find(|occasion| !occasion.period.overlaps(view.plan.period));
        if let Some(occasion) = outside {
            let date = occasion.period.from();
            let reading = Reading::Days(date, occasion.period.to());
            let mut finding = LintFinding::new(
                Severity::Warning,
                path.clone(),
                LintKind::DateOutsidePlan { date },
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

fn judge(when: &When, plan: Period, path: &Path) -> Option<(Severity, LintKind, Option<Patch>)> {
    let outside = [Some(when.from), when.to]
        .into_iter()
        .flatten()
        .find(|date| !plan.contains(*date))?;
    let severity = match &when.correction {
        Some(_) => Severity::Warning,
        None => Severity::Error,
    };
    let Some(expected) = in_other_year(outside, plan) else {
        return Some((severity, LintKind::DateOutsidePlan { date: outside }, None));
    };
    let patch = when.correction.is_none().then(|| Patch {
        path: path.clone().then("correction"),
        value: PatchValue::Correction(expected),
    });
    let kind = LintKind::DateWrongYear {
        date: outside,
        expected,
    };
    Some((severity, kind, patch))
}

/// The same day and month in a year in which it lies inside the plan.
fn in_other_year(date: Date, plan: Period) -> Option<Date> {
    (plan.from().year()..=plan.to().year())
        .filter_map(|year| Date::new(year, date.month(), date.day()).ok())
        .find(|date| plan.contains(*date))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
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
}
