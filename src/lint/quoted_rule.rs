//! A rule of another day of the month, another day of the week or another cycle than the words of its statement.
//!
//! Why: a rule makes every deadline of the plan; one slip in it is a slip in all of them.
//! Example: "trước ngày 25 hằng tháng" stored as the 20th, "thứ Sáu hằng tuần" as Thursday, "báo cáo quý" as every month.

use super::view::View;
use super::{Lint, LintFinding, Slice, Stated, Word};
use crate::calendar::{Cycle, Weekday};
use crate::finding::{Path, Severity};
use crate::plan::{Bound, Recurrence, RelativeDeadline, Schedule, Source};
use crate::text::{Both, plain, strip_weekday};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &DEADLINE_OTHER_MONTH_DAY,
        &DEADLINE_OTHER_WEEKDAY,
        &DUTY_OTHER_CYCLE,
    ],
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

static DUTY_OTHER_CYCLE: Lint = Lint {
    code: "duty.otherCycle",
    about: "A duty comes in another cycle than its words say.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["báo cáo quý"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng chế độ báo cáo trong kế hoạch có chu kỳ khác.",
        en: "The words quoted say “{written}”, but the plan's duty comes in another cycle.",
    },
    mend: Both {
        vi: "Sửa chu kỳ báo cáo theo văn bản.",
        en: "Correct the duty's cycle by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        for (at, stated) in duty.schedules.iter().enumerate() {
            let (Schedule::Recurring(rule), Some(quote)) = (&stated.schedule, &stated.source.quote)
            else {
                continue;
            };
            let text = plain(quote);
            let path = path.clone().then("schedules").at(at);
            let found = [
                rule.deadline.and_then(|due| other_day(&text, due)),
                other_weekday(&text, rule),
                other_cycle(&text, rule.cycle),
            ];
            out.extend(
                found
                    .into_iter()
                    .flatten()
                    .map(|said| finding(said, &path, &stated.source)),
            );
        }
    }
}

fn finding(said: super::Said, path: &Path, source: &Source) -> LintFinding {
    let stated = Stated::new(path.clone(), source, None);
    LintFinding::new(Severity::Warning, path.clone(), said).stating([stated])
}

/// What says that something is due, in the clause before a day.
fn is_due(before: &str) -> bool {
    let clause = before
        .rsplit([',', ';', '.', '('])
        .next()
        .unwrap_or_default();
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

/// The one day of the month that is written as a deadline, where the rule has another.
fn other_day(text: &str, due: RelativeDeadline) -> Option<super::Said> {
    let stored = i64::from(due.day_of_month?.get());
    let mut written = text.match_indices("ngay ").filter_map(|(at, found)| {
        let rest = text.get(at + found.len()..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let day: i64 = digits.parse().ok()?;
        let after = rest.get(digits.len()..)?.trim_start();
        let monthly = [
            "hang thang",
            "moi thang",
            "hang quy",
            "moi quy",
            "cua thang",
            "thang sau",
            "thang ke tiep",
            "thang cuoi",
            "thang dau",
            "trong thang",
        ];
        let monthly = monthly.iter().any(|words| after.starts_with(words));
        (monthly && is_due(text.get(..at)?)).then_some((day, at))
    });
    let (day, at) = written.next()?;
    if written.any(|(other, _)| other != day) {
        return None;
    }
    // "Trước ngày 25" is by the end of the 24th.
    let before = text.get(..at)?.trim_end().ends_with("truoc");
    let is_eve = before && due.bound == Bound::By && due.time.is_none() && stored + 1 == day;
    let said = DEADLINE_OTHER_MONTH_DAY
        .with("written", day)
        .with("stored", stored);
    (day != stored && !is_eve).then_some(said)
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

/// How often something comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Often {
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// What names a cycle, and how it is written.
const CYCLES: &[(&str, &str, Often)] = &[
    ("bao cao tuan", "báo cáo tuần", Often::Week),
    ("hang tuan", "hằng tuần", Often::Week),
    ("bao cao thang", "báo cáo tháng", Often::Month),
    ("hang thang", "hằng tháng", Often::Month),
    ("bao cao quy", "báo cáo quý", Often::Quarter),
    ("hang quy", "hằng quý", Often::Quarter),
    ("bao cao 6 thang", "báo cáo 6 tháng", Often::HalfYear),
    ("bao cao 06 thang", "báo cáo 06 tháng", Often::HalfYear),
    ("6 thang mot lan", "6 tháng một lần", Often::HalfYear),
    ("bao cao nam", "báo cáo năm", Often::Year),
    ("hang nam", "hằng năm", Often::Year),
];

/// The one cycle that is written, where the rule has another.
fn other_cycle(text: &str, cycle: Cycle) -> Option<super::Said> {
    let stored = match cycle {
        Cycle::Week { .. } => Often::Week,
        Cycle::Month { .. } => Often::Month,
        Cycle::Quarter | Cycle::Months { count: 3, .. } => Often::Quarter,
        Cycle::HalfYear | Cycle::Months { count: 6, .. } => Often::HalfYear,
        Cycle::Year | Cycle::Months { count: 12, .. } => Often::Year,
        _ => return None,
    };
    let mut said = CYCLES.iter().filter(|(words, ..)| {
        text.match_indices(words).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            let after = text
                .get(at + words.len()..)
                .unwrap_or_default()
                .trim_start();
            // "Báo cáo tháng 3" is of one month, "báo cáo năm học" of a school year, "sáu tháng đầu năm" of one half.
            let is_one = after.starts_with(|c: char| {
                c.is_ascii_digit() || c.is_alphanumeric() && "ivx".contains(c)
            }) && after
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .is_some_and(is_number);
            let is_other = after.starts_with("hoc") || after.starts_with("dau nam");
            !before.ends_with(char::is_alphanumeric) && !is_one && !is_other
        })
    });
    let (_, written, often) = said.next()?;
    // Two cycles in one sentence are two duties, or one within the other; "quý, năm" goes on with words of its own.
    let more = [
        "thang, quy",
        "quy, nam",
        "tuan, thang",
        "thang, nam",
        "va nam",
        "va quy",
    ];
    if said.any(|(_, _, other)| other != often) || more.iter().any(|words| text.contains(words)) {
        return None;
    }
    let said = DUTY_OTHER_CYCLE.with("written", Word::Text((*written).to_owned()));
    (*often != stored).then_some(said)
}

/// "3", "iv": which one.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit()) || matches!(word, "i" | "ii" | "iii" | "iv")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn of(quote: &str, cycle: Value, deadline: Value) -> String {
        let mut one = duty(json!({"recurring": {"cycle": cycle, "deadline": deadline}}));
        one["schedules"][0]["source"]["quote"] = json!(quote);
        let plan = plan(json!({"duties": [one]}));
        let all = [
            "deadline.otherMonthDay",
            "deadline.otherWeekday",
            "duty.otherCycle",
        ];
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

    #[test]
    fn the_cycle() {
        let other = "warning duty.otherCycle";
        for (quote, every, expected) in [
            ("Báo cáo quý gửi về văn phòng", "month", other),
            ("Báo cáo quý gửi về văn phòng", "quarter", ""),
            ("Hằng tháng, các đơn vị gửi báo cáo", "quarter", other),
            ("Báo cáo tháng 3 gửi về văn phòng", "quarter", ""),
            ("Báo cáo năm học gửi về văn phòng", "month", ""),
            ("Báo cáo tháng, quý, năm gửi về văn phòng", "quarter", ""),
            (
                "Hằng tháng tổng hợp, báo cáo quý gửi về văn phòng",
                "month",
                "",
            ),
            ("Báo cáo kết quả về văn phòng", "month", ""),
        ] {
            assert_eq!(
                of(quote, json!({"every": every}), json!(null)),
                expected,
                "{quote} {every}"
            );
        }
    }
}
