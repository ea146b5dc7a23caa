//! A period of other days than the words of its statement.
//!
//! Why: what is held on a day between the two is in no report, or in two.
//! Example: "Báo cáo tuần 1 (tính từ ngày 26/02 đến hết ngày 03/3/2023)", stored up to 5 March.

use super::view::View;
use super::words::{Range, ranges};
use super::{Lint, LintFinding, Reading, Slice};
use crate::finding::Severity;
use crate::plan::Schedule;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&PERIOD_OTHER_DAYS],
};

static PERIOD_OTHER_DAYS: Lint = Lint {
    code: "period.otherDays",
    about: "A reporting period has other days than the words of its statement.",
    severities: &[Severity::Warning],
    gaps: &[
        (
            "written",
            &["từ 26/2 đến hết 3/3/2023", "26/2/2023 to 3/3/2023"],
        ),
        (
            "stored",
            &["từ 26/2 đến hết 5/3/2023", "26/2/2023 to 5/3/2023"],
        ),
    ],
    says: Both {
        vi: "Câu được trích tính kỳ {written}, nhưng kỳ trong kế hoạch là {stored}.",
        en: "The words quoted count the period {written}, but the plan's period is {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày đầu hoặc ngày cuối của kỳ theo văn bản.",
        en: "Correct the period's first or last day by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let Schedule::Listed(listed) = &one.stated.schedule else {
            continue;
        };
        let written: Vec<Range> = ranges(&one.text, view.plan.period)
            .into_iter()
            .filter(|range| is_counted(&one.text, range.start))
            .collect();
        // Which words are of which period is plain only where there are as many of both.
        if written.len() != listed.len() {
            continue;
        }
        let pairs = written.iter().zip(listed);
        let other = pairs
            .filter_map(|(range, listed)| Some((range.days()?, listed)))
            .find(|(days, listed)| *days != listed.period);
        let Some((days, entry)) = other else {
            continue;
        };
        let said = PERIOD_OTHER_DAYS
            .with("written", days)
            .with("stored", entry.period);
        let statement = one.as_stated(Some(Reading::Deadlines(vec![entry.clone()])));
        out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
    }
}

/// Whether the words right before days say that what is reported is counted from the first of them.
fn is_counted(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    let before = before.strip_suffix("ngay").unwrap_or(before).trim_end();
    let before = before.strip_suffix("tu").unwrap_or(before).trim_end();
    [
        "tinh",
        "so lieu",
        "ky bao cao",
        "so lieu tinh",
        "ky so lieu",
    ]
    .iter()
    .any(|words| before.ends_with(words))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn the_days_that_the_words_count() {
        let other = "warning period.otherDays";
        for (quote, last, expected) in [
            (
                "Báo cáo tuần (tính từ ngày 26/02 đến hết ngày 03/3/2023)",
                "2023-03-05",
                other,
            ),
            (
                "Báo cáo tuần (tính từ ngày 26/02 đến hết ngày 03/3/2023)",
                "2023-03-03",
                "",
            ),
            ("Số liệu từ 26/02 đến 03/3", "2023-03-10", other),
            // When it is sent, and when something is held.
            ("Gửi từ ngày 01/3 đến ngày 03/3/2023", "2023-03-05", ""),
            (
                "Báo cáo hội trại (từ ngày 01/3 đến ngày 03/3/2023)",
                "2023-03-05",
                "",
            ),
            (
                "Tuần 1 tính từ ngày 26/02 đến 03/3, tuần 2 tính từ ngày 04/3 đến 10/3",
                "2023-03-05",
                "",
            ),
        ] {
            let mut one = duty(json!({"listed": [{"period": {"from": "2023-02-26", "to": last}}]}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let found = codes(&plan(json!({"duties": [one]})), "period.");
            assert_eq!(found, expected, "{quote} {last}");
        }
    }
}
