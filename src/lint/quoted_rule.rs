//! A rule of another day of the month or of the week than the words of its statement.
//!
//! Why: a rule makes every deadline of the plan; one slip in it is a slip in all of them.
//! Example: "trước ngày 25 hằng tháng" stored as the 20th, "thứ Sáu hằng tuần" as Thursday.

use super::view::View;
use super::words::{Ends, bound_before, clause_after, clause_before};
use super::{Lint, LintFinding, Slice};
use crate::calendar::{Cycle, Weekday};
use crate::finding::Severity;
use crate::plan::{Bound, Recurrence, RelativeDeadline, Schedule, StatedSchedule};
use crate::schedule::listed_periods;
use crate::text::{Both, strip_weekday};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_OTHER_MONTH_DAY, &DEADLINE_OTHER_WEEKDAY],
};

static DEADLINE_OTHER_MONTH_DAY: Lint = Lint {
    code: "deadline.otherMonthDay",
    about: "A deadline of every month or quarter is on another day of the month than its words say.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["25"]), ("stored", &["20"])],
    says: Both {
        vi: "Câu được trích ghi ngày {written} của tháng, nhưng hạn trong kế hoạch là ngày {stored}.",
        en: "The words quoted say day {written} of the month, but the plan's deadline is on day {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày của hạn theo văn bản.",
        en: "Correct the deadline's day by the document.",
    },
};

static DEADLINE_OTHER_WEEKDAY: Lint = Lint {
    code: "deadline.otherWeekday",
    about: "A deadline of every week is on another day of the week than its words say.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["thứ Sáu", "Friday"]),
        ("stored", &["thứ Năm", "Thursday"]),
    ],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng hạn trong kế hoạch là {stored}.",
        en: "The words quoted say {written}, but the plan's deadline is on {stored}.",
    },
    mend: Both {
        vi: "Sửa thứ của hạn theo văn bản.",
        en: "Correct the deadline's day of the week by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let Schedule::Recurring(rule) = &one.stated.schedule else {
            continue;
        };
        let due = rule.deadline;
        let found = [
            due.and_then(|due| other_day(&one.text, rule, due, &due_days(view, one.stated, due))),
            other_weekday(&one.text, rule),
        ];
        out.extend(found.into_iter().flatten().map(|said| {
            LintFinding::new(Severity::Warning, one.path.clone(), said)
                .stating([one.as_stated(None)])
        }));
    }
}

/// What says that something is due, in the clause before a day.
fn is_due(before: &str) -> bool {
    let clause = clause_before(before, Ends::Bracket);
    let due = [
        "truoc",
        "cham nhat",
        "muon nhat",
        "han ",
        "vao",
        "gui",
        "nop",
        "dinh ky",
    ];
    let else_what = ["tinh den", "tinh tu", "so lieu", "tu ngay"];
    due.iter().any(|words| clause.contains(words))
        && !else_what.iter().any(|words| clause.contains(words))
}

/// "Ngày 25 hằng tháng, các đơn vị gửi báo cáo": the day stands first, and the sentence is of what is sent.
fn is_first(head: &str, after: &str) -> bool {
    let sentence = clause_after(after, Ends::Sentence);
    let sent = ["gui", "nop", "bao cao"];
    clause_before(head, Ends::Sentence).trim().is_empty()
        && (sentence.split_whitespace().count() <= 3
            || sent.iter().any(|words| sentence.contains(words)))
}

/// The days of the month on which a rule has its deadlines; none where it counts working days.
fn due_days(view: &View<'_>, stated: &StatedSchedule, due: RelativeDeadline) -> Vec<u8> {
    if let Some(day) = due.day_of_month {
        return vec![day.get()];
    }
    let made = due
        .days_after
        .map(|_| listed_periods(view.plan, &stated.schedule));
    let deadlines = made.into_iter().flatten().filter_map(|one| one.deadline);
    deadlines.map(|deadline| deadline.date.day()).collect()
}

/// The one day of the month that is written as a deadline, where the rule has another.
fn other_day(
    text: &str,
    rule: &Recurrence,
    due: RelativeDeadline,
    stored: &[u8],
) -> Option<super::Said> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).unwrap_or_default();
        c.is_ascii_digit() && !before.ends_with(|c: char| c.is_alphanumeric() || "/.,-".contains(c))
    });
    let mut written = starts.filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let day: i64 = digits.parse().ok()?;
        let after = rest.get(digits.len()..)?.trim_start_matches([' ', ',']);
        let before = text.get(..at)?.trim_end();
        // "Ngày 25", "mùng 5"; "trước 25 hằng tháng" needs no such word.
        let head = ["ngay mung", "ngay mong", "mung", "mong", "ngay"]
            .iter()
            .find_map(|word| before.strip_suffix(word));
        let is_day = head.is_some() || bound_before(before).is_some();
        let head = head.unwrap_or(before);
        let monthly = [
            "hang thang",
            "moi thang",
            "tung thang",
            "hang quy",
            "moi quy",
            "cua thang",
            "cua moi thang",
            "thang sau",
            "thang ke tiep",
            "thang tiep theo",
            "thang cuoi",
            "thang dau",
            "trong thang",
        ];
        // "Báo cáo tháng vào ngày 18, quý vào ngày 15 của tháng cuối quý" is of two rules.
        let clause = clause_after(after, Ends::Bracket);
        let is_monthly = matches!(rule.cycle, Cycle::Month { .. });
        let is_other_cycle =
            is_monthly && clause.split_whitespace().take(5).any(|word| word == "quy");
        let monthly = monthly.iter().any(|words| after.starts_with(words)) && !is_other_cycle;
        (is_day && monthly && (is_due(head) || is_first(head, after))).then_some((day, head.len()))
    });
    let (day, at) = written.next()?;
    if written.any(|(other, _)| other != day) {
        return None;
    }
    // "Trước ngày 25" is by the end of the 24th.
    let before = text.get(..at)?.trim_end().ends_with("truoc");
    let eve = i64::from(before && due.bound == Bound::By && due.time.is_none());
    let mut stored = stored.iter().map(|stored| i64::from(*stored));
    let other = stored.find(|stored| day != *stored && day != stored + eve)?;
    let said = DEADLINE_OTHER_MONTH_DAY
        .with("written", day)
        .with("stored", other);
    Some(said)
}

/// The one day of the week that is written, where the rule has another.
fn other_weekday(text: &str, rule: &Recurrence) -> Option<super::Said> {
    let (Cycle::Week { ends }, Some(due)) = (rule.cycle, rule.deadline) else {
        return None;
    };
    let stored = (0..due.days_after?.rem_euclid(7)).fold(ends, |day, _| next(day));
    let starts = text.match_indices(' ').map(|(at, _)| at + 1);
    let mut written = [0].into_iter().chain(starts).filter_map(|at| {
        let before = text.get(..at)?;
        let (day, rest) = strip_weekday(text.get(at..)?)?;
        let weekly = [
            "hang tuan",
            "moi tuan",
            "cua tuan",
            "trong tuan",
            "tuan sau",
            "tuan ke tiep",
        ];
        let weekly = weekly.iter().any(|words| rest.starts_with(words));
        let is_which = before.trim_end().ends_with("lan");
        (!is_which).then_some((day, weekly && is_due(before), at))
    });
    let (day, due_then, at) = written.next()?;
    // Days of the week that are no deadline say from when to when.
    if !due_then || written.next().is_some() {
        return None;
    }
    let before = text.get(..at)?.trim_end().ends_with("truoc");
    let is_eve = before && due.bound == Bound::By && due.time.is_none() && next(stored) == day;
    let said = DEADLINE_OTHER_WEEKDAY
        .with("written", day)
        .with("stored", stored);
    (day != stored && !is_eve).then_some(said)
}

fn next(day: Weekday) -> Weekday {
    let all = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let after = all.iter().cycle().skip_while(|one| **one != day).nth(1);
    after.copied().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn of(quote: &str, cycle: Value, deadline: Value) -> String {
        let mut one = duty(json!({"recurring": {"cycle": cycle, "deadline": deadline}}));
        one["schedules"][0]["source"]["quote"] = json!(quote);
        let plan = plan(json!({"duties": [one]}));
        let all = ["deadline.otherMonthDay", "deadline.otherWeekday"];
        all.map(|code| codes(&plan, code)).concat()
    }

    #[test]
    fn the_day_of_the_month() {
        let other = "warning deadline.otherMonthDay";
        for (quote, day, bound, expected) in [
            ("Gửi báo cáo trước ngày 25 hằng tháng", 20, "before", other),
            ("Gửi báo cáo trước ngày 25 hằng tháng", 25, "before", ""),
            ("Gửi báo cáo trước ngày 25 hằng tháng", 24, "by", ""),
            ("Gửi chậm nhất ngày 05 tháng sau", 15, "by", other),
            ("Ngày 25 của tháng", 20, "by", other),
            (
                "Báo cáo tháng gửi vào ngày 18, báo cáo quý gửi vào ngày 15 của tháng cuối quý",
                18,
                "by",
                "",
            ),
            ("Ngày 25 hằng tháng các đơn vị gửi báo cáo", 20, "by", other),
            ("Gửi báo cáo trước 25 hằng tháng", 20, "before", other),
            ("Gửi chậm nhất mùng 5 hằng tháng", 20, "by", other),
            (
                "Ngày 25 hằng tháng sinh hoạt chi đoàn tại khu phố",
                20,
                "by",
                "",
            ),
            (
                "Số liệu tính đến ngày 20 hằng tháng, gửi trước ngày 25 hằng tháng",
                25,
                "before",
                "",
            ),
            ("Số liệu tính đến ngày 20 hằng tháng", 25, "before", ""),
            (
                "Gửi trước ngày 25 hằng tháng, tháng 12 gửi trước ngày 20 của tháng",
                25,
                "before",
                "",
            ),
        ] {
            let due = json!({"dayOfMonth": day, "bound": bound});
            assert_eq!(
                of(quote, json!({"every": "month"}), due),
                expected,
                "{quote} {day}"
            );
        }
    }

    #[test]
    fn the_day_of_the_month_by_days_before_its_end() {
        let other = "warning deadline.otherMonthDay";
        for (quote, due, expected) in [
            (
                "Gửi trước ngày 20 hằng tháng",
                json!({"daysAfter": -5}),
                other,
            ),
            (
                "Gửi chậm nhất ngày 05 tháng sau",
                json!({"daysAfter": 5}),
                "",
            ),
            (
                "Gửi chậm nhất ngày 05 tháng sau",
                json!({"daysAfter": 3}),
                other,
            ),
            ("Gửi trước ngày 05 tháng sau", json!({"daysAfter": 4}), ""),
            (
                "Gửi chậm nhất ngày 05 tháng sau",
                json!({"workingDaysAfter": 3}),
                "",
            ),
        ] {
            let found = of(quote, json!({"every": "month"}), due.clone());
            assert_eq!(found, expected, "{quote} {due}");
        }
    }

    #[test]
    fn the_day_of_the_week() {
        let other = "warning deadline.otherWeekday";
        for (quote, ends, after, bound, expected) in [
            (
                "Gửi trước 16g00 thứ Sáu hằng tuần",
                "thursday",
                0,
                "before",
                other,
            ),
            (
                "Gửi trước 16g00 thứ Sáu hằng tuần",
                "friday",
                0,
                "before",
                "",
            ),
            ("Gửi trước thứ Sáu hằng tuần", "thursday", 0, "by", ""),
            ("Gửi chậm nhất thứ Hai tuần sau", "sunday", 1, "by", ""),
            ("Gửi chậm nhất thứ Ba tuần sau", "sunday", 1, "by", other),
            ("Tính từ thứ Bảy đến hết thứ Sáu", "friday", 0, "by", ""),
            ("Họp lần thứ sáu trong tuần", "monday", 0, "by", ""),
        ] {
            let due = json!({"daysAfter": after, "bound": bound});
            let cycle = json!({"every": "week", "ends": ends});
            assert_eq!(of(quote, cycle, due), expected, "{quote} {ends}");
        }
    }
}
