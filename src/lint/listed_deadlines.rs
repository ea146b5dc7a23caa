//! Deadlines that the words list and the plan lacks.
//!
//! Why: of three deadlines in one line the one in the middle is the one that is forgotten, and on it nobody reports.
//! Example: "chậm nhất các ngày 15/3, 15/6 và 15/9", stored as 15 March and 15 September.

use super::listed_days::{only_list, told};
use super::quoted_deadline::{as_written, is_due, is_eve, tells_of_a_day};
use super::view::{Quoting, View};
use super::words::listed_weekdays;
use super::{Lint, LintFinding, Slice};
use crate::calendar::{Cycle, Date, Weekday};
use crate::finding::Severity;
use crate::plan::{Deadline, Id, Schedule};
use crate::schedule::listed_periods;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &DEADLINE_DAY_MISSED,
        &DEADLINE_DAYS_MISSED,
        &DEADLINE_WEEKDAY_MISSED,
    ],
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

static DEADLINE_DAYS_MISSED: Lint = Lint {
    code: "deadline.daysMissed",
    about: "The words of a duty list several deadlines, and the plan has none of them.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["15/3/2025, 15/6/2025"])],
    says: Both {
        vi: "Câu được trích nêu các hạn {written}, nhưng kế hoạch không có hạn nào trong số này.",
        en: "The words quoted list the deadlines {written}, but the plan has none of them.",
    },
    mend: Both {
        vi: "Sửa hạn của các kỳ báo cáo theo văn bản.",
        en: "Correct the deadlines of the periods by the document.",
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
    let all: Vec<Deadline> = view
        .plan
        .duties
        .iter()
        .flat_map(|duty| &duty.schedules)
        .flat_map(|stated| {
            let made = listed_periods(view.plan, &stated.schedule);
            match &stated.source.quote {
                Some(quote) => as_written(&plain(quote), made),
                None => made,
            }
        })
        .filter_map(|made| made.deadline)
        .collect();
    let mut seen: Vec<(&Id, &str)> = Vec::new();
    for one in view.quoting() {
        if seen.contains(&(&one.duty.id, one.quote)) {
            continue;
        }
        seen.push((&one.duty.id, one.quote));
        let said = match &one.stated.schedule {
            Schedule::Listed(_) => missed_day(view, &one, &all),
            Schedule::Recurring(_) => missed_weekday(view, one.quote, &one.text),
            Schedule::Event(_) | Schedule::OnDemand(_) => None,
        };
        if let Some(said) = said {
            let statement = one.as_stated(None);
            out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
        }
    }
}

/// A day of a list of deadlines on which nothing in the plan is due; all of them where it has none.
fn missed_day(view: &View<'_>, one: &Quoting<'_>, all: &[Deadline]) -> Option<super::Said> {
    let text = one.text.as_str();
    let list = only_list(view, text)?;
    let head = text.get(..list.start)?.trim_end();
    let head = head.strip_suffix("ngay").unwrap_or(head).trim_end();
    let head = head.strip_suffix("cac").unwrap_or(head);
    let is_met = |day: Date| {
        let mut all = all.iter();
        all.any(|due| due.date == day || is_eve(*due, day, head))
    };
    let missed = list.days.iter().find(|day| !is_met(**day))?;
    // Where a day by itself is told of as another deadline's, that one is to be corrected and none added.
    let mut same = one.duty.schedules.iter();
    let is_told = same.any(|stated| {
        let quotes = stated.source.quote.as_deref() == Some(one.quote);
        quotes && tells_of_a_day(view, text, &stated.schedule)
    });
    if is_told || !is_due(head, head.len()) {
        return None;
    }
    let has_one = list.days.iter().any(|day| is_met(*day));
    Some(if has_one {
        DEADLINE_DAY_MISSED.with("written", *missed)
    } else {
        DEADLINE_DAYS_MISSED.with("written", told(&list.days))
    })
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
    fn the_deadlines_of_a_list() {
        for (days, expected) in [
            (json!(["2023-03-05", "2023-03-12", "2023-03-19"]), ""),
            (
                json!(["2023-03-05", "2023-03-19"]),
                "warning deadline.dayMissed",
            ),
            // None of them.
            (json!(["2023-03-20"]), "warning deadline.daysMissed"),
            (
                json!(["2023-03-20", "2023-03-21"]),
                "warning deadline.daysMissed",
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
            let found = ["deadline.day", "deadline.otherDay"].map(|code| codes(&plan, code));
            assert_eq!(found.concat(), expected, "{days}");
        }
    }

    #[test]
    fn a_list_of_eves_and_of_days_that_another_rule_tells() {
        let missed = "warning deadline.dayMissed";
        let all = json!([{"date": "2023-03-04"}, {"date": "2023-03-11"}, {"date": "2023-03-18"}]);
        let due = |date: &str| json!({"date": date, "time": "00:00", "bound": "before"});
        let midnights = json!([due("2023-03-06"), due("2023-03-13"), due("2023-03-20")]);
        let other = "warning deadline.otherDay";
        for (quote, deadlines, expected) in [
            (
                "Gửi báo cáo trước các ngày 05, 12 và 19/3/2023",
                all.clone(),
                "",
            ),
            (
                "Gửi báo cáo trước các ngày 05, 12 và 19/3/2023",
                json!([all[0], all[2]]),
                missed,
            ),
            (
                "Gửi báo cáo chậm nhất các ngày 05, 12 và 19/3/2023",
                all,
                "warning deadline.daysMissed",
            ),
            ("Gửi trước 24 giờ các ngày 05, 12 và 19/3", midnights, ""),
            (
                "Gửi chậm nhất ngày 05/3 và 12/3/2023",
                json!([{"date": "2023-03-20"}]),
                other,
            ),
        ] {
            let listed: Vec<Value> = deadlines.as_array().unwrap().iter()
                .map(|due| json!({"period": {"from": "2023-02-26", "to": "2023-03-03"}, "deadline": due}))
                .collect();
            let mut one = duty(json!({"listed": listed}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            let found = ["deadline.day", "deadline.otherDay"].map(|code| codes(&plan, code));
            assert_eq!(found.concat(), expected, "{quote} {deadlines}");
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
