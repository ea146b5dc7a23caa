//! A report that is due before the days that it covers are over.
//!
//! Why: nobody can report on Friday morning what is held on Friday afternoon; figures are guessed, or
//! the last days are in no report. What is due before its period begins, or lists what is planned, is a
//! plan or a calendar and is left alone.
//! Example: a week that runs to the end of Friday, due "trước 09g00 thứ Sáu".

use super::view::View;
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated, Word};
use crate::calendar::{Instant, Time};
use crate::finding::{Path, Severity};
use crate::plan::{Bound, Deadline, ListedPeriod, Plan, Schedule, StatedSchedule};
use crate::schedule::{is_late, listed_periods};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_BEFORE_PERIOD_ENDS],
};

static DEADLINE_BEFORE_PERIOD_ENDS: Lint = Lint {
    code: "deadline.beforePeriodEnds",
    about: "A report is due before the period that it covers has ended.",
    severities: &[Severity::Info, Severity::Warning],
    gaps: &[
        (
            "deadline",
            &[
                "trước 09g00 thứ Sáu 3/3/2023",
                "before 09:00 on Friday 3/3/2023",
            ],
        ),
        ("last", &["thứ Sáu 3/3/2023", "Friday 3/3/2023"]),
    ],
    says: Both {
        vi: "Hạn gửi ({deadline}) đến trước khi kỳ báo cáo kết thúc (hết ngày {last}).",
        en: "The report is due ({deadline}) before its period has ended ({last}).",
    },
    mend: Both {
        vi: "Dời hạn gửi sang sau ngày cuối của kỳ, hoặc nói rõ những ngày còn lại tính vào kỳ nào.",
        en: "Move the deadline after the last day of the period, or say in which period the remaining days count.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties().filter(|(_, duty)| !view.is_calendar(duty)) {
        let mut statements = Vec::new();
        let mut worst: Option<(Severity, Deadline, ListedPeriod)> = None;
        let mut patch = None;
        for (at, stated) in duty.schedules.iter().enumerate() {
            let stated_path = path.clone().then("schedules").at(at);
            let early: Vec<ListedPeriod> = listed_periods(view.plan, &stated.schedule)
                .into_iter()
                .filter(|listed| is_early(view.plan, listed) && !ends_on_that_day(stated, listed))
                .collect();
            let Some((first, deadline)) = early
                .first()
                .and_then(|first| Some((first.clone(), first.deadline?)))
            else {
                continue;
            };
            let applies = stated.id == duty.applies;
            let severity = if applies && deadline.date < first.period.to() {
                Severity::Warning
            } else {
                Severity::Info
            };
            if applies {
                patch = mend(&stated_path, &stated.schedule, &first);
            }
            if worst.as_ref().is_none_or(|(known, ..)| severity < *known) {
                worst = Some((severity, deadline, first));
            }
            let reading = Reading::Deadlines(early);
            statements.push(Stated::new(stated_path, &stated.source, Some(reading)));
        }
        if let Some((severity, deadline, listed)) = worst {
            let said = DEADLINE_BEFORE_PERIOD_ENDS
                .with("deadline", deadline)
                .with("last", Word::LongDay(listed.period.to()));
            let mut finding = LintFinding::new(severity, path, said).stating(statements);
            if let Some((path, value)) = patch {
                finding = finding.mended(path, value);
            }
            out.push(finding);
        }
    }
}

/// Whether the deadline comes after the period has begun, and the period's last second is too late.
pub(super) fn is_early(plan: &Plan, listed: &ListedPeriod) -> bool {
    let end = Instant::at(listed.period.to(), Time::END_OF_DAY, plan.offset);
    listed.deadline.is_some_and(|deadline| {
        let cutoff = Some(deadline.cutoff(plan.offset));
        deadline.date >= listed.period.from() && is_late(cutoff, end.plus_seconds(-1))
    })
}

/// Whether the report is of an event and due on its last day: an event is over before its day is.
fn ends_on_that_day(stated: &StatedSchedule, listed: &ListedPeriod) -> bool {
    let is_event = matches!(stated.schedule, Schedule::Event(_));
    is_event
        && listed
            .deadline
            .is_some_and(|deadline| deadline.date == listed.period.to())
}

/// The first day that is late enough, where the period is listed and no hour is named.
fn mend(stated: &Path, schedule: &Schedule, early: &ListedPeriod) -> Option<(Path, PatchValue)> {
    let Schedule::Listed(listed) = schedule else {
        return None;
    };
    let at = listed.iter().position(|listed| listed == early)?;
    let deadline = early.deadline.filter(|deadline| deadline.time.is_none())?;
    let last = early.period.to();
    let day = match deadline.bound {
        Bound::By => last,
        Bound::Before => last.add_days(1)?,
    };
    let path = stated.clone().then("schedule").then("listed").at(at);
    Some((path.then("deadline").then("date"), PatchValue::Day(day)))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn before_the_period_is_over() {
        for (deadline, expected) in [
            (
                json!({"date": "2023-03-03", "time": "09:00", "bound": "before"}),
                "info",
            ),
            (json!({"date": "2023-03-02"}), "warning"),
            (json!({"date": "2023-03-03", "bound": "before"}), "info"),
            (json!({"date": "2023-03-03"}), ""),
            (json!({"date": "2023-03-04", "time": "09:00"}), ""),
            // A plan of activities, sent in before they begin.
            (json!({"date": "2023-02-24", "time": "17:00"}), ""),
        ] {
            let plan = plan(json!({"duties": [duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-03"}, "deadline": deadline}]}))]}));
            let found = codes(&plan, "deadline.beforePeriodEnds");
            let severity = found.split(' ').next().unwrap_or_default();
            assert_eq!(severity, expected, "{deadline}");
        }
    }

    #[test]
    fn an_event_is_over_before_its_day_is() {
        for (days, deadline, expected) in [
            (
                1,
                json!({"daysAfter": 0, "time": "18:00", "bound": "before"}),
                "",
            ),
            (
                2,
                json!({"daysAfter": 0, "time": "18:00", "bound": "before"}),
                "",
            ),
            (1, json!({"daysAfter": 1}), ""),
            (2, json!({"daysAfter": 0, "bound": "before"}), ""),
        ] {
            let to = if days == 1 {
                "2023-03-14"
            } else {
                "2023-03-15"
            };
            let plan = plan(json!({
                "milestones": [{"id": "congress", "text": "Đại hội", "source": {"section": "IV"},
                    "when": {"from": "2023-03-14", "to": to}}],
                "duties": [duty(json!({"event": {"of": "congress", "deadline": deadline}}))]}));
            assert_eq!(
                codes(&plan, "deadline.beforePeriodEnds"),
                expected,
                "{days} {deadline}"
            );
        }
    }
}
