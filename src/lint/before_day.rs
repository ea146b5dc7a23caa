//! "Trước ngày …" with no hour.
//!
//! Why: by the letter the day itself is too late, but many read "trước ngày 19/3" as "chậm nhất ngày
//! 19/3", and half of the units are late by one day.
//! Example: "hạn chót là trước ngày 19/3/2023" is found; "trước 17g00 ngày 24/02" is not.

use super::quoted_bound::other_bound;
use super::view::View;
use super::words::dates;
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::calendar::Date;
use crate::finding::Severity;
use crate::plan::{Bound, Deadline, Schedule};
use crate::schedule::listed_periods;
use crate::text::{Both, fold, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_BEFORE_DAY],
};

static DEADLINE_BEFORE_DAY: Lint = Lint {
    code: "deadline.beforeDay",
    about: "\"Trước ngày\" with no hour: is the day itself still in time?",
    severities: &[Severity::Warning],
    gaps: &[("date", &["19/4/2023"]), ("before", &["18/4/2023"])],
    says: Both {
        vi: "“Trước ngày {date}” có thể hiểu là hết ngày {before} hoặc hết ngày {date}.",
        en: "“Trước ngày {date}” can be read as the end of {before} or the end of {date}.",
    },
    mend: Both {
        vi: "Ghi giờ và ngày cuối còn kịp, ví dụ “chậm nhất 17g00 ngày …”.",
        en: "Name the last hour and day that are in time, for example “chậm nhất 17g00 ngày …”.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        for (at, stated) in duty.schedules.iter().enumerate() {
            let quote = stated.source.quote.as_deref().unwrap_or_default();
            let text = plain(quote);
            if !fold(quote).contains("truoc ngay ") {
                continue;
            }
            let made = listed_periods(view.plan, &stated.schedule);
            let found = made.iter().enumerate().find_map(|(at, listed)| {
                let deadline = listed.deadline.filter(|d| d.time.is_none() && is_of(&text, *d))?;
                Some((at, deadline))
            });
            // Where the plan says the other of the two, that is what is said.
            let Some((listed, deadline)) =
                found.filter(|_| other_bound(&text, &made).is_none())
            else {
                continue;
            };
            let stated_path = path.clone().then("schedules").at(at);
            let mut said = DEADLINE_BEFORE_DAY.with("date", deadline.date);
            if let Some(before) = deadline.date.add_days(-1) {
                said = said.with("before", before);
            }
            // What the same duty says elsewhere of the same day stands beside it.
            let others = duty.schedules.iter().enumerate().filter(|(i, _)| *i != at);
            let statements = [(at, stated)]
                .into_iter()
                .chain(others)
                .map(|(at, stated)| {
                    let reading = Reading::Deadlines(listed_periods(view.plan, &stated.schedule));
                    Stated::new(
                        path.clone().then("schedules").at(at),
                        &stated.source,
                        Some(reading),
                    )
                });
            let mut finding = LintFinding::new(Severity::Warning, stated_path.clone(), said)
                .stating(statements.collect::<Vec<_>>());
            // Only where the document says so itself elsewhere is the day known to be in time.
            let others = duty.schedules.iter().enumerate().filter(|(i, _)| *i != at);
            let by = Deadline {
                bound: Bound::By,
                ..deadline
            };
            let is_said = others
                .flat_map(|(_, other)| listed_periods(view.plan, &other.schedule))
                .any(|other| other.deadline == Some(by));
            if matches!(stated.schedule, Schedule::Listed(_)) && is_said {
                let listed = stated_path.then("schedule").then("listed").at(listed);
                let bound = listed.then("deadline").then("bound");
                finding = finding.mended(bound, PatchValue::Word("by".to_owned()));
            }
            out.push(finding);
        }
    }
}

/// Whether no other day is what "trước ngày" is said of: "đăng ký trước ngày 01/3, gửi chậm nhất ngày 10/3".
fn is_of(text: &str, due: Deadline) -> bool {
    let before = "truoc ngay ";
    let days = dates(text);
    let said = text.match_indices(before).filter_map(|(at, _)| {
        let day = days.iter().find(|day| day.start == at + before.len())?;
        Some((day.day, day.month))
    });
    let is_due = |day: Date| said.clone().any(|said| said == (day.day(), day.month()));
    let eve = due.date.add_days(1).filter(|_| due.bound == Bound::By);
    is_due(due.date) || eve.is_some_and(is_due) || said.clone().next().is_none()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn a_day_with_no_hour() {
        for (quote, deadline, expected) in [
            (
                "hạn chót là trước ngày 19/3/2023 (Chủ nhật)",
                json!({"date": "2023-03-19", "bound": "before"}),
                "warning deadline.beforeDay",
            ),
            (
                "hạn chót là trước ngày 19/3/2023",
                json!({"date": "2023-03-18"}),
                "warning deadline.beforeDay",
            ),
            (
                "trước 17g00 ngày 24/02/2023",
                json!({"date": "2023-02-24", "time": "17:00", "bound": "before"}),
                "",
            ),
            (
                "đăng ký trước ngày 01/3/2023 và gửi báo cáo chậm nhất ngày 19/3/2023",
                json!({"date": "2023-03-19"}),
                "",
            ),
            (
                "hạn chót là ngày 19/3/2023",
                json!({"date": "2023-03-19"}),
                "",
            ),
        ] {
            let mut one = duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-17"}, "deadline": deadline}]}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(codes(&plan, "deadline.beforeDay"), expected, "{quote}");
        }
    }
}
