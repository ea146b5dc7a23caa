//! A closing report that is due before the last events that it covers.
//!
//! Why: what is held after the deadline is in no closing report. Events count for the units that owe
//! the report, and where their day is stated.
//! Example: a closing report due before 19/3 for a month whose "Ngày Đoàn viên" is on 26/3.

use super::early_deadline::is_early;
use super::view::{View, states};
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::calendar::{Instant, Time};
use crate::finding::{Path, Severity};
use crate::schedule::{is_late, listed_periods};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CLOSING_BEFORE_LAST_EVENTS],
};

static CLOSING_BEFORE_LAST_EVENTS: Lint = Lint {
    code: "closing.beforeLastEvents",
    about: "The closing report is due before the plan's last events.",
    severities: &[Severity::Warning],
    gaps: &[
        (
            "deadline",
            &[
                "trước 09g00 thứ Sáu 3/3/2023",
                "before 09:00 on Friday 3/3/2023",
            ],
        ),
        ("count", &["3"]),
    ],
    says: Both {
        vi: "Phải gửi ({deadline}) khi còn {count} hoạt động chưa kết thúc.",
        en: "The closing report is due ({deadline}) while {count} activities are still to come or to end.",
    },
    mend: Both {
        vi: "Dời hạn gửi sang sau hoạt động cuối cùng, hoặc yêu cầu một báo cáo bổ sung.",
        en: "Move the deadline after the last activity, or ask for a supplement.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties().filter(|(_, duty)| !view.is_calendar(duty)) {
        let Some(at) = duty.schedules.iter().position(|s| s.id == duty.applies) else {
            continue;
        };
        let Some(stated) = duty.schedules.get(at) else {
            continue;
        };
        let early = listed_periods(view.plan, &stated.schedule)
            .into_iter()
            .filter(|listed| listed.period.to() == view.plan.period.to())
            .find(|listed| is_early(view.plan, listed));
        let Some((listed, deadline)) =
            early.and_then(|listed| Some((listed.clone(), listed.deadline?)))
        else {
            continue;
        };
        let cutoff = deadline.cutoff(view.plan.offset);
        let after = view
            .plan
            .activities
            .iter()
            .enumerate()
            .filter_map(|(at, activity)| {
                let sure = activity.when.iter().filter(|when| states(activity, when));
                let when = sure.max_by_key(|when| when.applies().1)?;
                let (first, last) = when.applies();
                let begins =
                    Instant::at(last, when.time.unwrap_or(Time::MIDNIGHT), view.plan.offset);
                let later = listed.period.contains(last)
                    && is_late(Some(cutoff), begins)
                    && view.share_units(&duty.by, &activity.units);
                let path = Path::top("activities").at(at);
                let reading = if first == last {
                    Reading::Day(last)
                } else {
                    Reading::Days(first, last)
                };
                later.then(|| Stated::new(path, &activity.source, Some(reading)))
            });
        let after: Vec<Stated> = after.collect();
        if after.is_empty() {
            continue;
        }
        let said = CLOSING_BEFORE_LAST_EVENTS
            .with("deadline", deadline)
            .with("count", after.len());
        let schedule = path.clone().then("schedules").at(at);
        let reading = Reading::Deadlines(vec![listed]);
        out.push(
            LintFinding::new(Severity::Warning, path, said)
                .stating([Stated::new(schedule, &stated.source, Some(reading))])
                .stating(after),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn events_after_the_closing_report() {
        for (deadline, day, units, expected) in [
            (
                "2023-03-19",
                "2023-03-26",
                json!({}),
                "warning closing.beforeLastEvents",
            ),
            ("2023-03-19", "2023-03-18", json!({}), ""),
            ("2023-03-31", "2023-03-31", json!({}), ""),
            ("2023-04-05", "2023-03-31", json!({}), ""),
            (
                "2023-03-19",
                "2023-03-26",
                json!({"levels": ["district"]}),
                "",
            ),
        ] {
            let mut closing = duty(
                json!({"listed": [{"period": {"from": "2023-02-26", "to": "2023-03-31"},
                "deadline": {"date": deadline}}]}),
            );
            closing["by"] = json!({"levels": ["base"]});
            let plan = plan(
                json!({"duties": [closing], "activities": [{"id": "a", "title": "Ngày Đoàn viên",
                "when": [{"from": day}], "units": units, "source": {"section": "IV"}}]}),
            );
            assert_eq!(codes(&plan, "closing.before"), expected, "{deadline} {day}");
        }
    }
}
