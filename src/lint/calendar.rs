//! A calendar of activities that is due after the first of them.
//!
//! Why: the office plans by the calendar; what is already over cannot be planned.
//! Example: calendar due before 20/5/2024, first "Ngày Chủ nhật xanh" on 17/3/2024.

use super::view::{View, states};
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::calendar::{Instant, Time};
use crate::finding::{Path, Severity};
use crate::schedule::{is_late, listed_periods};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CALENDAR_AFTER_FIRST_EVENT],
};

static CALENDAR_AFTER_FIRST_EVENT: Lint = Lint {
    code: "calendar.afterFirstEvent",
    about: "The calendar of activities is due after the first of them.",
    severities: &[Severity::Warning],
    gaps: &[
        (
            "deadline",
            &[
                "trước 09g00 thứ Sáu 3/3/2023",
                "before 09:00 on Friday 3/3/2023",
            ],
        ),
        ("first", &["26/2/2023"]),
    ],
    says: Both {
        vi: "Lịch hoạt động phải gửi ({deadline}) sau khi hoạt động đầu tiên đã diễn ra ({first}).",
        en: "The calendar of activities is due ({deadline}) after the first activity ({first}).",
    },
    mend: Both {
        vi: "Dời hạn gửi lịch lên trước hoạt động đầu tiên, hoặc nói rõ lịch chỉ gồm hoạt động từ ngày nào.",
        en: "Move the deadline before the first activity, or say from which day on the calendar is asked.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties().filter(|(_, duty)| view.is_calendar(duty)) {
        let Some(stated) = duty.schedule() else {
            continue;
        };
        let made = listed_periods(view.plan, &stated.schedule);
        let Some((listed, deadline)) = made
            .iter()
            .find_map(|listed| Some((listed, listed.deadline?)))
        else {
            continue;
        };
        let cutoff = deadline.cutoff(view.plan.offset);
        let mut early: Vec<_> = view
            .plan
            .activities
            .iter()
            .enumerate()
            .filter(|(_, activity)| view.share_units(&duty.by, &activity.units))
            .filter_map(|(at, activity)| {
                let stated = activity.when.iter().filter(|when| states(activity, when));
                let days = stated.map(|when| (when.applies().0, when.time));
                let (day, time) = days.min()?;
                let begins = time.unwrap_or(Time::END_OF_DAY);
                let early = !is_late(Some(cutoff), Instant::at(day, begins, view.plan.offset));
                early.then_some((day, at, activity))
            })
            .collect();
        early.sort_by_key(|(day, at, _)| (*day, *at));
        let Some((first, ..)) = early.first() else {
            continue;
        };
        let said = CALENDAR_AFTER_FIRST_EVENT
            .with("deadline", deadline)
            .with("first", *first);
        let reading = Reading::Deadlines(vec![listed.clone()]);
        let events = early.iter().map(|(day, at, activity)| {
            let path = Path::top("activities").at(*at);
            Stated::new(path, &activity.source, Some(Reading::Day(*day)))
        });
        out.push(
            LintFinding::new(Severity::Warning, path.clone(), said)
                .stating([Stated::new(path, &stated.source, Some(reading))])
                .stating(events.collect::<Vec<_>>()),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn due_after_the_first_event() {
        for (due, first, within, expected) in [
            (
                "2023-03-20",
                "2023-03-05",
                "plan",
                "warning calendar.afterFirstEvent",
            ),
            ("2023-02-24", "2023-02-26", "plan", ""),
            ("2023-03-20", "2023-03-05", "period", ""),
        ] {
            let calendar = duty(
                json!({"listed": [{"period": {"from": "2023-02-26", "to": "2023-03-31"},
                "deadline": {"date": due}}]}),
            );
            let plan = plan(json!({
                "duties": [calendar],
                "templates": [{"id": "form", "source": {"section": "V"}, "sections": [
                    {"id": "s", "title": "Lịch", "activities": {"within": within}}]}],
                "activities": [{"id": "a", "title": "Hoạt động", "when": [{"from": first}],
                    "source": {"section": "IV"}}]}));
            assert_eq!(
                codes(&plan, "calendar."),
                expected,
                "{due} {first} {within}"
            );
        }
    }
}
