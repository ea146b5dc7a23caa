//! A deadline that is counted from an event or a period in other days than its words.
//!
//! Why: "chậm nhất 05 ngày sau khi kết thúc" stored as three makes units late that keep to the document.
//! Example: "trong vòng 05 ngày sau hội thi", stored as 3 days after.

use super::view::View;
use super::words::numbers;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{RelativeDeadline, Schedule};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_OTHER_COUNT],
};

static DEADLINE_OTHER_COUNT: Lint = Lint {
    code: "deadline.otherCount",
    about: "A deadline is counted in other days than the words of its statement.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["5"]), ("stored", &["3"])],
    says: Both {
        vi: "Câu được trích ghi {written} ngày sau, nhưng hạn trong kế hoạch là {stored} ngày sau.",
        en: "The words quoted say {written} days after, but the plan's deadline is {stored} days after.",
    },
    mend: Both {
        vi: "Sửa số ngày của hạn theo văn bản.",
        en: "Correct the deadline's days by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let deadline = counted(&one.stated.schedule);
        let other = deadline.and_then(|deadline| other_count(&one.text, deadline));
        let Some((written, stored)) = other else {
            continue;
        };
        // One sentence may say what all have and what some units have otherwise.
        let is_of_another = one.others().any(|(_, other)| {
            counted(&other.schedule).and_then(days).map(i64::from) == Some(written)
        });
        if is_of_another {
            continue;
        }
        let said = DEADLINE_OTHER_COUNT
            .with("written", written)
            .with("stored", stored);
        let statement = one.as_stated(None);
        out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
    }
}

/// The deadline of a statement that is counted from something.
fn counted(schedule: &Schedule) -> Option<RelativeDeadline> {
    match schedule {
        Schedule::Event(event) => event.deadline,
        Schedule::OnDemand(rule) => rule.deadline,
        Schedule::Recurring(rule) => rule.deadline,
        Schedule::Listed(_) => None,
    }
}

/// How many days it is counted, worked on or not.
fn days(deadline: RelativeDeadline) -> Option<i16> {
    deadline.days_after.or(deadline.working_days_after)
}

/// The one count of days after something that a text has, where the deadline's is another.
fn other_count(text: &str, deadline: RelativeDeadline) -> Option<(i64, i64)> {
    let stored = days(deadline)?;
    let mut counts = numbers(text).into_iter().filter(|number| {
        let after = text.get(number.end..).unwrap_or_default().trim_start();
        !number.percent && after.starts_with("ngay") && number.value <= 90
    });
    let count = counts.next()?;
    let after = text.get(count.end..)?.trim_start().strip_prefix("ngay")?;
    let working = after.trim_start().strip_prefix("lam viec");
    let after = working.unwrap_or(after).trim_start();
    let later = [
        "sau",
        "ke tu",
        "tinh tu",
        "dau thang sau",
        "dau cua thang sau",
        "dau quy sau",
        "dau tuan sau",
        "dau tien cua thang sau",
    ]
    .iter()
    .any(|words| after.starts_with(words));
    // "trước ngày 05", "ngày 05 ngày": a day of a month, or a count before something.
    let dated = text.get(..count.start)?.trim_end().ends_with("ngay");
    let stored = i64::from(stored);
    let only = counts.next().is_none();
    (later && only && !dated && stored >= 0 && stored != count.value)
        .then_some((count.value, stored))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn the_days_after_a_period() {
        let other = "warning deadline.otherCount";
        for (quote, deadline, expected) in [
            (
                "Chậm nhất 05 ngày sau khi kết thúc tháng",
                json!({"daysAfter": 7}),
                other,
            ),
            (
                "Chậm nhất 05 ngày sau khi kết thúc tháng",
                json!({"daysAfter": 5}),
                "",
            ),
            (
                "Trong 03 ngày đầu tháng sau",
                json!({"daysAfter": 5}),
                other,
            ),
            (
                "Trong 03 ngày làm việc đầu tháng sau",
                json!({"workingDaysAfter": 3}),
                "",
            ),
            (
                "Chậm nhất 05 ngày sau khi kết thúc tháng",
                json!({"dayOfMonth": 5, "monthsAfter": 1}),
                "",
            ),
        ] {
            let rule = json!({"cycle": {"every": "month"}, "deadline": deadline});
            let mut one = duty(json!({"recurring": rule}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "deadline.otherCount"),
                expected,
                "{quote} {deadline}"
            );
        }
    }

    #[test]
    fn the_days_of_some_units_in_the_sentence_of_all() {
        let quote = "Báo cáo ngay trong ngày; các đảo chậm nhất 02 ngày sau.";
        for (islands, expected) in [(2, ""), (3, "warning deadline.otherCount")] {
            let rule = |days: i64| json!({"onDemand": {"deadline": {"daysAfter": days}}});
            let mut one = duty(rule(0));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let own = json!({"id": "islands", "units": {"units": ["a"]}, "schedule": rule(islands),
                "source": {"section": "V.4"}});
            one["schedules"].as_array_mut().unwrap().push(own);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(codes(&plan, "deadline.otherCount"), expected, "{islands}");
        }
    }

    #[test]
    fn the_days_of_the_words() {
        let quote = "Báo cáo kết quả chậm nhất 05 ngày sau khi kết thúc hội thi.";
        for (quote, deadline, expected) in [
            (quote, json!({"daysAfter": 5}), ""),
            (
                quote,
                json!({"daysAfter": 3}),
                "warning deadline.otherCount",
            ),
            (
                "gửi trong vòng 02 ngày làm việc kể từ ngày kết thúc",
                json!({"workingDaysAfter": 2}),
                "",
            ),
            (
                "gửi trong vòng 02 ngày làm việc kể từ ngày kết thúc",
                json!({"workingDaysAfter": 3}),
                "warning deadline.otherCount",
            ),
            ("gửi 10 ngày trước đại hội", json!({"daysAfter": -11}), ""),
            ("gửi trước ngày 05 sau hội thi", json!({"daysAfter": 3}), ""),
            ("gửi sau hội thi 05 ngày", json!({"daysAfter": 5}), ""),
        ] {
            let mut one = duty(json!({"onDemand": {"deadline": deadline}}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "deadline.otherCount"),
                expected,
                "{quote} {deadline}"
            );
        }
    }
}
