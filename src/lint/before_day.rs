//! "Trước ngày …" with no hour.
//!
//! Why: by the letter the day itself is too late, but many read "trước ngày 19/3" as "chậm nhất ngày
//! 19/3", and half of the units are late by one day.
//! Example: "hạn chót là trước ngày 19/3/2023" is found; "trước 17g00 ngày 24/02" is not.

use super::quoted_bound::other_bound;
use super::view::View;
use super::words::dates;
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::finding::Severity;
use crate::plan::{Bound, Deadline, Schedule, StatedSchedule};
use crate::schedule::listed_periods;
use crate::text::{Both, fold};

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
    for one in view.quoting() {
        if !fold(one.quote).contains("truoc ngay ") {
            continue;
        }
        let made = listed_periods(view.plan, &one.stated.schedule);
        let found = made.iter().enumerate().find_map(|(at, listed)| {
            let deadline = listed
                .deadline
                .filter(|due| due.time.is_none() && is_of(&one.text, *due))?;
            Some((at, deadline))
        });
        // Where the plan says the other of the two, that is what is said.
        let Some((listed, deadline)) = found.filter(|_| other_bound(&one.text, &made).is_none())
        else {
            continue;
        };
        let mut said = DEADLINE_BEFORE_DAY.with("date", deadline.date);
        if let Some(before) = deadline.date.add_days(-1) {
            said = said.with("before", before);
        }
        // What the same duty says elsewhere of the same day stands beside it.
        let deadlines = |stated: &StatedSchedule| listed_periods(view.plan, &stated.schedule);
        let others = one.others().map(|(place, other)| {
            Stated::new(
                place,
                &other.source,
                Some(Reading::Deadlines(deadlines(other))),
            )
        });
        let own = one.as_stated(Some(Reading::Deadlines(made.clone())));
        let statements: Vec<Stated> = [own].into_iter().chain(others).collect();
        let mut finding =
            LintFinding::new(Severity::Warning, one.path.clone(), said).stating(statements);
        // Only where the document says so itself elsewhere is the day known to be in time.
        let by = Deadline {
            bound: Bound::By,
            ..deadline
        };
        let is_said = one
            .others()
            .flat_map(|(_, other)| deadlines(other))
            .any(|other| other.deadline == Some(by));
        if matches!(one.stated.schedule, Schedule::Listed(_)) && is_said {
            let listed = one.path.then("schedule").then("listed").at(listed);
            let bound = listed.then("deadline").then("bound");
            finding = finding.mended(bound, PatchValue::Word("by".to_owned()));
        }
        out.push(finding);
    }
}

/// Whether no other day is what "trước ngày" is said of: "đăng ký trước ngày 01/3, gửi chậm nhất ngày 10/3". A plan that has the eve
/// as the last day tells its units no day that can be read in two ways.
fn is_of(text: &str, due: Deadline) -> bool {
    let before = "truoc ngay ";
    let days = dates(text);
    let said = text.match_indices(before).filter_map(|(at, _)| {
        let day = days.iter().find(|day| day.start == at + before.len())?;
        Some((day.day, day.month))
    });
    let mut of_due = said.clone();
    let is_due = of_due.any(|said| said == (due.date.day(), due.date.month()));
    is_due || said.clone().next().is_none()
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
                "",
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
