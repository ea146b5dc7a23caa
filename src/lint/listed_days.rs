//! Days of an activity that the words list and the plan lacks.
//!
//! Why: of three days in one line the one in the middle is the one that is forgotten, and on it nobody comes.
//! Example: "các ngày 10, 17 và 24/5", stored as 10 and 24 May.

use super::quoted_day::{ACTIVITY_DAY_MISSED, tells};
use super::view::View;
use super::words::{Ends, Listed, clause_before, dates, is_of_something_else, listed_days};
use super::{Lint, LintFinding, Slice, Stated, Word};
use crate::calendar::Date;
use crate::finding::Severity;
use crate::plan::{Certainty, When};
use crate::text::{Both, format_date};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_LISTED_DAYS],
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

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
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
        let held = !is_of_something_else(clause_before(
            text.get(..list.start).unwrap_or_default(),
            Ends::Sentence,
        ));
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

/// Whether the words leave it open on which of the days it is held.
fn is_one_enough(text: &str) -> bool {
    let words = [
        "mot trong",
        " 1 trong",
        " 01 trong",
        "chon ",
        "hoac",
        "du phong",
    ];
    words.iter().any(|words| text.contains(words))
}

/// Days side by side, in words.
pub(super) fn told(days: &[Date]) -> Word {
    let days: Vec<String> = days.iter().map(|day| format_date(*day)).collect();
    Word::Text(days.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
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
            (quote, json!(["2023-03-12"]), "warning activity.listedDays"),
            (
                "Ra quân ngày 20, 21/3.",
                json!(["2023-03-20"]),
                "warning activity.listedDays",
            ),
            (
                "Ra quân ngày 20, 21/3.",
                json!(["2023-03-20", "2023-03-21"]),
                "",
            ),
            // One of them is enough.
            ("Ra quân ngày 20 hoặc 21/3.", json!(["2023-03-20"]), ""),
            (
                "Tổ chức một trong các ngày 05, 12 và 19/3.",
                json!(["2023-03-12"]),
                "",
            ),
            (
                "Tổ chức vào 1 trong 2 ngày 20, 21/3.",
                json!(["2023-03-20"]),
                "",
            ),
            (
                "Tổ chức 01 trong các ngày 20, 21/3.",
                json!(["2023-03-20"]),
                "",
            ),
            (
                "Các đơn vị chọn ngày 20, 21/3 để ra quân.",
                json!(["2023-03-21"]),
                "",
            ),
            (
                "Ra quân ngày 20, 21/3 (ngày sau là dự phòng).",
                json!(["2023-03-20"]),
                "",
            ),
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
            (
                "Ra quân vào các ngày 05, 12 và 19/3.",
                json!(["2023-03-26"]),
                other,
            ),
            (
                "Ra quân vào các ngày 05, 12 và 19/3.",
                json!(["2023-03-10", "2023-03-11"]),
                "warning activity.listedDays",
            ),
            // None of those of which one is enough.
            (
                "Tổ chức một trong các ngày 05, 12 và 19/3.",
                json!(["2023-03-26"]),
                other,
            ),
            ("Báo cáo trước các ngày 05, 12 và 19/3.", json!([]), ""),
            ("Ra quân chào mừng các ngày 08, 26/3.", json!([]), ""),
            (
                "Tuyên truyền ý nghĩa lịch sử các ngày 08, 26/3.",
                json!([]),
                "",
            ),
            (
                "Thăm hỏi gia đình chính sách nhân các ngày 08, 26/3.",
                json!([]),
                "",
            ),
            (
                "Sinh hoạt chi đoàn tháng 3, trừ các ngày 08, 26/3.",
                json!(["2023-03-15"]),
                "",
            ),
            (
                "Không tổ chức vào các ngày 08, 26/3.",
                json!(["2023-03-15"]),
                "",
            ),
            ("Hội nghị các ngày 20, 21/3.", json!([]), missed),
            (
                "Công nhân, thanh niên ra quân các ngày 20, 21/3.",
                json!([]),
                missed,
            ),
        ] {
            let plan = of_days(quote, &days);
            assert_eq!(codes(&plan, "activity."), expected, "{quote} {days}");
        }
        let all = crate::lint::tests::found(
            &of_days("Ra quân ngày 20, 21/3.", &json!([])),
            "activity.dayMissed",
        );
        let said = format!("{:?}", all[0].said.words);
        assert!(said.contains("20/3/2023, 21/3/2023"), "{said}");
    }

    /// A plan with one activity on these days.
    fn of_days(quote: &str, days: &Value) -> crate::plan::Plan {
        let days = days.as_array().unwrap().iter();
        let when: Vec<Value> = days.map(|day| json!({"from": day})).collect();
        plan(
            json!({"activities": [{"id": "a", "title": "Ra quân", "when": when,
            "source": {"section": "IV", "quote": quote}}]}),
        )
    }
}
