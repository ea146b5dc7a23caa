//! A deadline of another day or hour than the words of its statement.
//!
//! Why: a wrong deadline is worse than none; units that keep to the document are told that they are late.
//! Example: "trước 17g00 ngày 19/3/2023", stored as 19 April or as 16g00.

use super::view::View;
use super::words::{Ends, bound_before, clause_before, dates, hours, says_due};
use super::{Lint, LintFinding, PatchValue, Reading, Slice};
use crate::calendar::{Date, Period, Time};
use crate::finding::{Path, Severity};
use crate::plan::{Bound, Deadline, ListedPeriod, Schedule};
use crate::schedule::listed_periods;
use crate::text::{Both, format_time};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_OTHER_DAY, &DEADLINE_OTHER_HOUR],
};

static DEADLINE_OTHER_DAY: Lint = Lint {
    code: "deadline.otherDay",
    about: "A deadline is of another day than the words of its statement.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["19/3/2023"]), ("stored", &["19/4/2023"])],
    says: Both {
        vi: "Câu được trích ghi ngày {written}, nhưng hạn trong kế hoạch là ngày {stored}.",
        en: "The words quoted say {written}, but the plan's deadline is {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày của hạn theo văn bản.",
        en: "Correct the deadline's day by the document.",
    },
};

static DEADLINE_OTHER_HOUR: Lint = Lint {
    code: "deadline.otherHour",
    about: "A deadline is of another hour than the words of its statement.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["17g00"]),
        (
            "deadline",
            &["hết ngày 19/3/2023", "by the end of 19/3/2023"],
        ),
    ],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng hạn trong kế hoạch là {deadline}.",
        en: "The words quoted say {written}, but the plan's deadline is {deadline}.",
    },
    mend: Both {
        vi: "Sửa giờ của hạn theo văn bản.",
        en: "Correct the deadline's hour by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let text = &one.text;
        let made = as_written(text, listed_periods(view.plan, &one.stated.schedule));
        let listed = matches!(one.stated.schedule, Schedule::Listed(_));
        let found = [
            listed
                .then(|| other_day(text, &made, view.plan.period))
                .flatten(),
            other_hour(text, &made),
        ];
        for (said, at, patch) in found.into_iter().flatten() {
            let statement = one.as_stated(Some(Reading::Deadlines(made.clone())));
            let mut finding =
                LintFinding::new(Severity::Warning, one.path.clone(), said).stating([statement]);
            if let Some((member, value)) = patch.filter(|_| listed) {
                finding = finding.mended(of(&one.path, at).then(member), value);
            }
            out.push(finding);
        }
    }
}

/// Where the words say 24 hours, the end of that day as they say it: a plan may have midnight of the next, or no hour.
pub(super) fn as_written(text: &str, mut made: Vec<ListedPeriod>) -> Vec<ListedPeriod> {
    if hours(text).iter().all(|hour| hour.time != Time::END_OF_DAY) {
        return made;
    }
    for deadline in made.iter_mut().filter_map(|one| one.deadline.as_mut()) {
        match deadline.time.map(Time::seconds_of_day) {
            Some(0) => deadline.date = deadline.date.add_days(-1).unwrap_or(deadline.date),
            None if deadline.bound == Bound::By => {}
            _ => continue,
        }
        deadline.time = Some(Time::END_OF_DAY);
    }
    made
}

/// What is said, of which period, and what would mend its deadline.
type Found = (super::Said, usize, Option<(&'static str, PatchValue)>);

/// A listed deadline.
pub(super) fn of(path: &Path, at: usize) -> Path {
    path.clone()
        .then("schedule")
        .then("listed")
        .at(at)
        .then("deadline")
}

/// A day that is written and no deadline's, beside a deadline that is nowhere written.
fn other_day(text: &str, made: &[ListedPeriod], within: Period) -> Option<Found> {
    let written: Vec<(usize, Date)> = dates(text)
        .iter()
        .filter_map(|day| Some((day.start, day.date(within)?)))
        .collect();
    // Without a year it is the day of any year of the plan.
    let bare: Vec<(u8, u8)> = dates(text)
        .iter()
        .filter(|day| day.year.is_none())
        .map(|day| (day.day, day.month))
        .collect();
    let is_written = |day: Date| {
        written.iter().any(|(_, date)| *date == day) || bare.contains(&(day.day(), day.month()))
    };
    let is_any_eve = |due: Deadline| {
        written.iter().any(|(start, day)| {
            let before = text.get(..*start).unwrap_or_default();
            is_eve(due, *day, before)
        })
    };
    let (at, stored) = made.iter().enumerate().find_map(|(at, listed)| {
        let due = listed.deadline?;
        (!is_written(due.date) && !is_any_eve(due)).then_some((at, due.date))
    })?;
    let is_known = |day: Date| {
        made.iter().any(|listed| {
            let days = [listed.period.from(), listed.period.to()];
            days.contains(&day)
                || listed.opens == Some(day)
                || listed.deadline.is_some_and(|due| due.date == day)
        })
    };
    let mut unknown = written.iter().filter(|(start, day)| {
        !is_known(*day) && (is_due(text, *start) || is_sent_on(text, *start))
    });
    let (_, day) = unknown.next()?;
    let only = unknown.next().is_none();
    let said = DEADLINE_OTHER_DAY
        .with("written", *day)
        .with("stored", stored);
    Some((said, at, only.then_some(("date", PatchValue::Day(*day)))))
}

/// "Trước ngày 20" is by the end of the 19th: whether a deadline is the eve of a day with these words before it.
pub(super) fn is_eve(due: Deadline, day: Date, before: &str) -> bool {
    let is_day_before = due.date.add_days(1) == Some(day);
    let is_by = due.bound == Bound::By && due.time.is_none();
    is_by && is_day_before && bound_before(before) == Some(Bound::Before)
}

/// Whether a deadline of another day than its words is told of here.
pub(super) fn tells_of_a_day(view: &View<'_>, text: &str, schedule: &Schedule) -> bool {
    let made = as_written(text, listed_periods(view.plan, schedule));
    let listed = matches!(schedule, Schedule::Listed(_));
    listed && other_day(text, &made, view.plan.period).is_some()
}

/// Whether what stands right before says that something is due then.
pub(super) fn is_due(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let before = before.trim_end().trim_end_matches("ngay").trim_end();
    // "Trước 17g00 ngày 19/3", "chậm nhất là thứ sáu ngày 19/3".
    let words: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    let near = words.iter().rev().copied().collect::<Vec<_>>().join(" ");
    let clause = clause_before(&near, Ends::Bracket);
    says_due(clause)
}

/// "Gửi về văn phòng trong ngày 15/11": the one day of the words, on which something is sent and nothing held.
fn is_sent_on(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let is_on = ["vao ngay", "trong ngay", "vao", "la ngay"]
        .iter()
        .any(|words| before.trim_end().ends_with(words));
    let sent = ["gui", "nop", "chuyen", " ve "];
    let held = [
        "to chuc",
        "dien ra",
        "ra quan",
        "hoat dong",
        "hoi nghi",
        "hop ",
        "khai mac",
        "le ",
        "dot ",
        "hoi thi",
        "hoi trai",
        "so lieu",
        "tinh den",
        "den ngay",
        "-kh",
        "-cv",
        "dai hoi",
        "tap huan",
    ];
    let has = |words: &[&str]| words.iter().any(|words| before.contains(words));
    is_on && has(&sent) && !has(&held) && dates(text).len() == 1
}

/// The only hour that is written, where a deadline is of another.
fn other_hour(text: &str, made: &[ListedPeriod]) -> Option<Found> {
    let [only] = hours(text)[..] else {
        return None;
    };
    if !is_due(text, only.start) {
        return None;
    }
    // "Báo cáo nhanh trước 10g00 ngày 27/3, báo cáo tổng kết trước ngày 05/4": the hour is of its own day.
    let its = dates(text).into_iter().find(|day| {
        let between = text.get(only.start..day.start).unwrap_or_default();
        day.start > only.start && between.split_whitespace().count() <= 5 && !between.contains(',')
    });
    let is_of = |day: Date| {
        its.as_ref()
            .is_none_or(|its| (its.day, its.month) == (day.day(), day.month()))
    };
    let (at, deadline) = made.iter().enumerate().find_map(|(at, listed)| {
        let deadline = listed.deadline.filter(|due| is_of(due.date))?;
        (!deadline.time.is_some_and(|time| only.means(time))).then_some((at, deadline))
    })?;
    let written = format_time(only.time);
    let said = DEADLINE_OTHER_HOUR
        .with("written", written)
        .with("deadline", deadline);
    Some((
        said,
        at,
        Some(("time", PatchValue::Word(only.time.to_iso()))),
    ))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn the_deadline_of_the_words() {
        let nine = "trước 17g00 ngày 19/3/2023";
        for (quote, deadline, expected) in [
            (
                nine,
                json!({"date": "2023-03-19", "time": "17:00", "bound": "before"}),
                "",
            ),
            (
                nine,
                json!({"date": "2023-03-29", "time": "17:00", "bound": "before"}),
                "warning deadline.otherDay",
            ),
            (
                nine,
                json!({"date": "2023-03-19", "time": "16:00", "bound": "before"}),
                "warning deadline.otherHour",
            ),
            (
                nine,
                json!({"date": "2023-03-19", "bound": "before"}),
                "warning deadline.otherHour",
            ),
            (
                "chậm nhất ngày 19/3/2022",
                json!({"date": "2023-03-19"}),
                "warning deadline.otherDay",
            ),
            (
                "trước 4 giờ chiều ngày 19/3/2023",
                json!({"date": "2023-03-19", "time": "16:00", "bound": "before"}),
                "",
            ),
            (
                "trước 24 giờ ngày 19/3/2023",
                json!({"date": "2023-03-20", "time": "00:00", "bound": "before"}),
                "",
            ),
            (
                "nộp báo cáo về Quận Đoàn trong ngày 15/3/2022",
                json!({"date": "2023-03-15"}),
                "warning deadline.otherDay",
            ),
            (
                "Gửi báo cáo vào ngày 10/3/2023",
                json!({"date": "2023-03-12"}),
                "warning deadline.otherDay",
            ),
            ("trước ngày 20/3/2023", json!({"date": "2023-03-19"}), ""),
            (
                "Gửi kết quả ra quân vào ngày 10/3/2023",
                json!({"date": "2023-03-12"}),
                "",
            ),
            // The days of the period, of a meeting, of a document that is cited.
            (
                "Kỳ từ ngày 26/02 đến ngày 17/3/2023, gửi khi kết thúc",
                json!({"date": "2023-03-19"}),
                "",
            ),
            (
                "họp lúc 8g00 ngày 20/3/2023",
                json!({"date": "2023-03-19"}),
                "",
            ),
            (
                "theo Công văn ngày 01/3/2023, hạn chót là ngày 19/3/2023",
                json!({"date": "2023-03-19"}),
                "",
            ),
        ] {
            let mut one = duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-17"}, "deadline": deadline}]}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "deadline.other"),
                expected,
                "{quote} {deadline}"
            );
        }
    }

    #[test]
    fn an_hour_of_one_day() {
        let quote =
            "Gửi báo cáo nhanh trước 10g00 ngày 10/3/2023, báo cáo tổng kết trước ngày 19/3/2023";
        for (time, expected) in [("10:00", ""), ("11:00", "warning deadline.otherHour")] {
            let one = |deadline: serde_json::Value| json!({"period": {"from": "2023-02-26", "to": "2023-03-09"}, "deadline": deadline});
            let listed = json!([
                one(json!({"date": "2023-03-10", "time": time, "bound": "before"})),
                one(json!({"date": "2023-03-19", "bound": "before"})),
            ]);
            let mut one = duty(json!({"listed": listed}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let found = codes(&plan(json!({"duties": [one]})), "deadline.other");
            assert_eq!(found, expected, "{time}");
        }
    }

    #[test]
    fn one_day_of_many() {
        let listed = |days: [&str; 2]| {
            let mut one = duty(json!({"listed": days.map(|day| json!({
                "period": {"from": "2023-02-26", "to": "2023-03-10"}, "deadline": {"date": day, "bound": "before"}}))}));
            one["schedules"][0]["source"]["quote"] =
                json!("Báo cáo trước ngày 12/3, trước ngày 19/3/2023");
            codes(&plan(json!({"duties": [one]})), "deadline.other")
        };
        assert_eq!(listed(["2023-03-12", "2023-03-19"]), "");
        assert_eq!(
            listed(["2023-03-12", "2023-03-18"]),
            "warning deadline.otherDay"
        );
    }
}
