//! A deadline with an hour that no words of the document name.
//!
//! Why: who sends at six in the evening of a day that the document names is told that it was too late.
//! Example: "Gửi trước ngày 10/3/2023" stored as before 17g00.

use super::view::View;
use super::words::{bound_before, dates, hours};
use super::{Lint, LintFinding, Reading, Slice};
use crate::calendar::Time;
use crate::finding::Severity;
use crate::schedule::listed_periods;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_HOUR_UNSAID],
};

static DEADLINE_HOUR_UNSAID: Lint = Lint {
    code: "deadline.hourUnsaid",
    about: "A deadline has an hour that the words of its statement do not name.",
    severities: &[Severity::Info],
    gaps: &[(
        "deadline",
        &["chậm nhất 17g00 ngày 10/3/2023", "by 17:00 on 10/3/2023"],
    )],
    says: Both {
        vi: "Câu được trích không nêu giờ, nhưng hạn trong kế hoạch là {deadline}.",
        en: "The words quoted name no hour, but the plan's deadline is {deadline}.",
    },
    mend: Both {
        vi: "Bỏ giờ của hạn, hoặc nêu giờ trong văn bản.",
        en: "Take the hour out of the deadline, or name it in the document.",
    },
};

/// Words that name an hour without its digits.
const PARTS: &[&str] = &[
    "gio hanh chinh",
    "gio lam viec",
    "buoi lam viec",
    "cuoi ngay",
    "dau gio",
    "cuoi gio",
    "het gio",
    "buoi sang",
    "buoi chieu",
    "sang ngay",
    "chieu ngay",
    "trua ngay",
    "toi ngay",
    "nua dem",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let said: Vec<_> = view
        .texts
        .iter()
        .flat_map(|words| hours(&plain(words.text)))
        .collect();
    for one in view.quoting() {
        let text = &one.text;
        let names_one = PARTS.iter().any(|words| text.contains(words));
        let names_day = dates(text).iter().any(|day| {
            let before = text.get(..day.start).unwrap_or_default();
            bound_before(before).is_some()
        });
        if names_one || !names_day || !hours(text).is_empty() {
            continue;
        }
        let made = listed_periods(view.plan, &one.stated.schedule);
        let unsaid = made
            .iter()
            .filter_map(|listed| listed.deadline)
            .find(|due| {
                due.time.is_some_and(|time| {
                    let is_end = time == Time::END_OF_DAY || time == Time::MIDNIGHT;
                    // Another statement may name the hour for all of them.
                    !is_end && !said.iter().any(|hour| hour.means(time))
                })
            });
        let Some(deadline) = unsaid else {
            continue;
        };
        let said = DEADLINE_HOUR_UNSAID.with("deadline", deadline);
        let statement = one.as_stated(Some(Reading::Deadlines(made)));
        out.push(LintFinding::new(Severity::Info, one.path, said).stating([statement]));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn an_hour_that_nobody_said() {
        let found = "info deadline.hourUnsaid";
        for (quote, time, elsewhere, expected) in [
            ("Gửi trước ngày 10/3/2023", "17:00", "Sinh hoạt", found),
            ("Chậm nhất 10/3/2023", "11:30", "Sinh hoạt", found),
            (
                "Gửi trước ngày 10/3/2023",
                "17:00",
                "Các báo cáo gửi trước 17g00",
                "",
            ),
            ("Gửi trước 17g00 ngày 10/3/2023", "17:00", "Sinh hoạt", ""),
            (
                "Chậm nhất cuối giờ làm việc ngày 10/3/2023",
                "17:00",
                "Sinh hoạt",
                "",
            ),
            ("Gửi về văn phòng", "17:00", "Sinh hoạt", ""),
        ] {
            let deadline = json!({"date": "2023-03-10", "time": time, "bound": "before"});
            let mut one = duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-08"}, "deadline": deadline}]}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let task = json!({"text": elsewhere, "source": {"section": "IV"}});
            let plan = plan(json!({"duties": [one], "document": {"tasks": [task]}}));
            assert_eq!(codes(&plan, "deadline.hourUnsaid"), expected, "{quote}");
        }
    }
}
