//! Days that the words list and the plan lacks.
//!
//! Why: of three days in one line the one in the middle is the one that is forgotten, and on it nobody comes or reports.
//! Example: "các ngày 10, 17 và 24/5", stored as 10 and 24 May.

use super::quoted_day::{ACTIVITY_DAY_MISSED, tells};
use super::quoted_deadline::is_due;
use super::view::View;
use super::words::{Ends, Listed, clause_before, dates, listed_days, listed_weekdays};
use super::{Lint, LintFinding, Slice, Stated, Word};
use crate::calendar::{Cycle, Date, Weekday};
use crate::finding::Severity;
use crate::plan::{Certainty, Id, Schedule, When};
use crate::schedule::listed_periods;
use crate::text::{Both, format_date};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &ACTIVITY_LISTED_DAYS,
        &DEADLINE_DAY_MISSED,
        &DEADLINE_WEEKDAY_MISSED,
    ],
};

static ACTIVITY_LISTED_DAYS: Lint = Lint {
    code: "activity.listedDays",
    about: "An activity is on other days than its words list.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["10/5/2025, 17/5/2025"]),
        ("stored", &["10/5/2025"]),
    ],
    says: Both {
        vi: "Câu được trích nêu các ngày {written}, nhưng hoạt động trong kế hoạch là {stored}.",
        en: "The words quoted list {written}, but the plan has the activity on {stored}.",
    },
    mend: Both {
        vi: "Ghi đủ và đúng các ngày như văn bản.",
        en: "Give the activity the days of the document, all of them.",
    },
};

static DEADLINE_DAY_MISSED: Lint = Lint {
    code: "deadline.dayMissed",
    about: "The words of a duty list several deadlines, and the plan lacks one of them.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["15/6/2025"])],
    says: Both {
        vi: "Câu được trích nêu hạn ngày {written}, nhưng kế hoạch không có hạn này.",
        en: "The words quoted give {written} as a deadline, but the plan has none on that day.",
    },
    mend: Both {
        vi: "Thêm kỳ báo cáo có hạn này.",
        en: "Add the period with that deadline.",
    },
};

static DEADLINE_WEEKDAY_MISSED: Lint = Lint {
    code: "deadline.weekdayMissed",
    about: "The words of a duty name several days of each week, and the plan lacks one of them.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["thứ Năm", "Thursday"])],
    says: Both {
        vi: "Câu được trích nêu cả {written} hằng tuần, nhưng kế hoạch không có báo cáo vào ngày này.",
        en: "The words quoted name {written} of each week too, but the plan has no report on that day.",
    },
    mend: Both {
        vi: "Thêm một chế độ báo cáo cho ngày này trong tuần.",
        en: "Add a duty for that day of the week.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    activities(view, out);
    let all: Vec<Date> = view
        .plan
        .duties
        .iter()
        .flat_map(|duty| &duty.schedules)
        .flat_map(|stated| listed_periods(view.plan, &stated.schedule))
        .filter_map(|made| Some(made.deadline?.date))
        .collect();
    let mut seen: Vec<(&Id, &str)> = Vec::new();
    for one in view.quoting() {
        if seen.contains(&(&one.duty.id, one.quote)) {
            continue;
        }
        seen.push((&one.duty.id, one.quote));
        let said = match &one.stated.schedule {
            Schedule::Listed(_) => missed_day(view, &one.text, &all),
            Schedule::Recurring(_) => missed_weekday(view, one.quote, &one.text),
            Schedule::Event(_) | Schedule::OnDemand(_) => None,
        };
        if let Some(said) = said {
            let statement = one.as_stated(None);
            out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
        }
    }
}

/// The only list of a text, where it has no other day.
pub(super) fn only_list(view: &View<'_>, text: &str) -> Option<Listed> {
    let mut lists = listed_days(text, view.plan.period).into_iter();
    let list = lists.next().filter(|_| lists.next().is_none())?;
    let inside = |start: usize| list.start <= start && start < list.end;
    dates(text)
        .iter()
        .all(|day| inside(day.start))
        .then_some(list)
}

fn activities(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, activity, text) in view.quoting_activities() {
        let Some(list) = only_list(view, &text) else {
            continue;
        };
        // One sentence may be of several activities, each on a day of its own.
        let others = view.plan.activities.iter();
        let days: Vec<&When> = others
            .filter(|one| one.source.quote == activity.source.quote)
            .flat_map(|one| &one.when)
            .collect();
        let plain_days = days.iter().all(|when| {
            let one = when.to.is_none() && when.repeats.is_none() && when.correction.is_none();
            one && when.certainty != Certainty::Unsure
        });
        let mut stored: Vec<Date> = days.iter().map(|when| when.from).collect();
        stored.sort_unstable();
        stored.dedup();
        // Where the words name a day by itself, the rule on each day tells; and what is due on a day is not held on it.
        let held = !of_something_else(text.get(..list.start).unwrap_or_default());
        let is_told = match stored[..] {
            [] => tells(view, activity, &text),
            [day] if list.days.contains(&day) => is_one_enough(&text),
            [_] => tells(view, activity, &text),
            _ => false,
        };
        if is_told || !plain_days || stored == list.days || !held {
            continue;
        }
        let written = told(&list.days);
        let (severity, said) = if stored.is_empty() {
            let said = ACTIVITY_DAY_MISSED.with("written", written);
            (Severity::Info, said)
        } else {
            let said = ACTIVITY_LISTED_DAYS.with("written", written);
            (Severity::Warning, said.with("stored", told(&stored)))
        };
        let statement = Stated::new(path.clone(), &activity.source, None);
        out.push(LintFinding::new(severity, path, said).stating([statement]));
    }
}

/// Whether the words leave it open on which of the days it is held.
fn is_one_enough(text: &str) -> bool {
    let words = ["mot trong", " 1 trong", " 01 trong", "chon ", "hoac", "du phong"];
    words.iter().any(|words| text.contains(words))
}

/// Whether the words before a list say that nothing is held on its days.
fn of_something_else(before: &str) -> bool {
    let clause = clause_before(before, Ends::Sentence);
    let words = [
        "ky niem",
        "thanh lap",
        "mung ",
        "huong toi",
        "huong ung",
        "truoc",
        "cham nhat",
        "bao cao",
        "gui",
        "dang ky",
        "so ",
        "hop",
    ];
    words.iter().any(|words| clause.contains(words))
}

/// Days side by side, in words.
fn told(days: &[Date]) -> Word {
    let days: Vec<String> = days.iter().map(|day| format_date(*day)).collect();
    Word::Text(days.join(", "))
}

/// A day of a list of deadlines on which nothing in the plan is due; all of them where it has none.
fn missed_day(view: &View<'_>, text: &str, all: &[Date]) -> Option<super::Said> {
    let list = only_list(view, text)?;
    let head = text.get(..list.start)?.trim_end();
    let head = head.strip_suffix("ngay").unwrap_or(head).trim_end();
    let head = head.strip_suffix("cac").unwrap_or(head);
    let missed = list.days.iter().find(|day| !all.contains(day))?;
    let has_none = list.days.iter().all(|day| !all.contains(day));
    let written = if has_none {
        told(&list.days)
    } else {
        Word::Day(*missed)
    };
    is_due(head, head.len()).then(|| DEADLINE_DAY_MISSED.with("written", written))
}

/// A day of the week that the words list, on which nothing of these words is due.
fn missed_weekday(view: &View<'_>, quote: &str, text: &str) -> Option<super::Said> {
    let listed = listed_weekdays(text);
    let sends = ["gui", "nop", "bao cao"]
        .iter()
        .any(|words| text.contains(words));
    let duties = view.plan.duties.iter().flat_map(|duty| &duty.schedules);
    let of_these = duties.filter(|stated| stated.source.quote.as_deref() == Some(quote));
    let known: Vec<Weekday> = of_these
        .filter_map(|stated| match &stated.schedule {
            Schedule::Recurring(rule) => match rule.cycle {
                Cycle::Week { ends } => {
                    let after = rule
                        .deadline
                        .and_then(|due| due.days_after)
                        .unwrap_or_default();
                    Some(later(ends, after))
                }
                _ => None,
            },
            _ => None,
        })
        .collect();
    let missed = listed.iter().find(|day| !known.contains(day))?;
    (sends && !known.is_empty() && listed.iter().any(|day| known.contains(day)))
        .then(|| DEADLINE_WEEKDAY_MISSED.with("written", *missed))
}

/// The day of the week so many days later.
fn later(day: Weekday, days: i16) -> Weekday {
    let all = Weekday::ALL;
    let at = all.iter().position(|one| *one == day).unwrap_or_default();
    let at = i16::try_from(at).unwrap_or_default() + days;
    let at = usize::try_from(at.rem_euclid(7)).unwrap_or_default();
    all.get(at).copied().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    #[test]
    fn the_days_of_an_activity() {
        let quote = "Ra quân vào các ngày 05, 12 và 19/3.";
        for (quote, days, expected) in [
            (quote, json!(["2023-03-05", "2023-03-12", "2023-03-19"]), ""),
            (
                quote,
                json!(["2023-03-05", "2023-03-19"]),
                "warning activity.listedDays",
            ),
            (
                quote,
                json!(["2023-03-05", "2023-03-13", "2023-03-19"]),
                "warning activity.listedDays",
            ),
            (
                "Báo cáo trước các ngày 05, 12 và 19/3.",
                json!(["2023-03-05"]),
                "",
            ),
            ("Từ ngày 05 đến ngày 19/3.", json!(["2023-03-05"]), ""),
            (
                quote,
                json!(["2023-03-12"]),
                "warning activity.listedDays",
            ),
            (
                "Ra quân ngày 20, 21/3.",
                json!(["2023-03-20"]),
                "warning activity.listedDays",
            ),
            ("Ra quân ngày 20, 21/3.", json!(["2023-03-20", "2023-03-21"]), ""),
            // One of them is enough.
            ("Ra quân ngày 20 hoặc 21/3.", json!(["2023-03-20"]), ""),
            ("Tổ chức một trong các ngày 05, 12 và 19/3.", json!(["2023-03-12"]), ""),
            ("Tổ chức vào 1 trong 2 ngày 20, 21/3.", json!(["2023-03-20"]), ""),
            ("Tổ chức 01 trong các ngày 20, 21/3.", json!(["2023-03-20"]), ""),
            ("Các đơn vị chọn ngày 20, 21/3 để ra quân.", json!(["2023-03-21"]), ""),
            ("Ra quân ngày 20, 21/3 (ngày sau là dự phòng).", json!(["2023-03-20"]), ""),
            // Two of three are none of these.
            (
                "Tổ chức một trong các ngày 05, 12 và 19/3.",
                json!(["2023-03-05", "2023-03-12"]),
                "warning activity.listedDays",
            ),
        ] {
            let plan = of_days(quote, &days);
            assert_eq!(
                codes(&plan, "activity.listedDays"),
                expected,
                "{quote} {days}"
            );
        }
    }

    #[test]
    fn days_of_which_the_plan_has_none() {
        let missed = "info activity.dayMissed";
        let other = "warning activity.listedDays";
        for (quote, days, expected) in [
            ("Ra quân ngày 20, 21/3.", json!([]), missed),
            ("Ra quân ngày 20, 21/3.", json!(["2023-03-10"]), other),
            ("Ra quân vào các ngày 05, 12 và 19/3.", json!([]), missed),
            ("Ra quân vào các ngày 05, 12 và 19/3.", json!(["2023-03-26"]), other),
            (
                "Ra quân vào các ngày 05, 12 và 19/3.",
                json!(["2023-03-10", "2023-03-11"]),
                "warning activity.listedDays",
            ),
            // None of those of which one is enough.
            ("Tổ chức một trong các ngày 05, 12 và 19/3.", json!(["2023-03-26"]), other),
            ("Báo cáo trước các ngày 05, 12 và 19/3.", json!([]), ""),
            ("Ra quân chào mừng các ngày 08, 26/3.", json!([]), ""),
        ] {
            let plan = of_days(quote, &days);
            assert_eq!(codes(&plan, "activity."), expected, "{quote} {days}");
        }
        let all = crate::lint::tests::found(&of_days("Ra quân ngày 20, 21/3.", &json!([])), "activity.dayMissed");
        let said = format!("{:?}", all[0].said.words);
        assert!(said.contains("20/3/2023, 21/3/2023"), "{said}");
    }

    /// A plan with one activity on these days.
    fn of_days(quote: &str, days: &Value) -> crate::plan::Plan {
        let days = days.as_array().unwrap().iter();
        let when: Vec<Value> = days.map(|day| json!({"from": day})).collect();
        plan(json!({"activities": [{"id": "a", "title": "Ra quân", "when": when,
            "source": {"section": "IV", "quote": quote}}]}))
    }

    #[test]
    fn the_deadlines_of_a_list() {
        for (days, expected) in [
            (json!(["2023-03-05", "2023-03-12", "2023-03-19"]), ""),
            (
                json!(["2023-03-05", "2023-03-19"]),
                "warning deadline.dayMissed",
            ),
            // None of them.
            (json!(["2023-03-20"]), "warning deadline.dayMissed"),
            (
                json!(["2023-03-20", "2023-03-21"]),
                "warning deadline.dayMissed",
            ),
        ] {
            let listed: Vec<Value> = days
                .as_array()
                .unwrap()
                .iter()
                .map(|day| json!({"period": {"from": "2023-02-26", "to": day}, "deadline": {"date": day}}))
                .collect();
            let mut one = duty(json!({"listed": listed}));
            one["schedules"][0]["source"]["quote"] =
                json!("Gửi báo cáo chậm nhất các ngày 05, 12 và 19/3/2023");
            let plan = plan(json!({"duties": [one]}));
            let found = ["deadline.dayMissed", "deadline.otherDay"].map(|code| codes(&plan, code));
            assert_eq!(found.concat(), expected, "{days}");
        }
    }

    #[test]
    fn the_days_of_the_week() {
        let week = |ends: &str, after: i64| json!({"recurring": {"cycle": {"every": "week", "ends": ends}, "deadline": {"daysAfter": after}}});
        for (schedules, expected) in [
            (vec![week("monday", 0), week("thursday", 0)], ""),
            (vec![week("sunday", 1), week("thursday", 0)], ""),
            (vec![week("monday", 0)], "warning deadline.weekdayMissed"),
        ] {
            let mut one = duty(json!({"listed": []}));
            let stated: Vec<Value> = schedules
                .iter()
                .enumerate()
                .map(|(n, schedule)| json!({"id": format!("s{n}"), "schedule": schedule,
                    "source": {"section": "V", "quote": "Gửi báo cáo nhanh vào thứ Hai và thứ Năm hằng tuần"}}))
                .collect();
            one["schedules"] = json!(stated);
            one["applies"] = json!("s0");
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "deadline.weekdayMissed"),
                expected,
                "{schedules:?}"
            );
        }
    }
}
