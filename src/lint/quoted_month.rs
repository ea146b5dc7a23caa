//! An activity in another month than its words, where they name no day.
//!
//! Why: units keep the month free that the document names.
//! Example: "Tổ chức trong tháng 9/2024", stored as 16 October, or with no day at all.

use super::view::View;
use super::words::{WrittenMonth, dates, months, quarters};
use super::{Lint, LintFinding, Reading, Slice, Stated, Word};
use crate::calendar::{Date, Period};
use crate::finding::Severity;
use crate::plan::{Activity, Certainty};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_OTHER_MONTH, &ACTIVITY_MONTH_MISSED],
};

static ACTIVITY_MONTH_MISSED: Lint = Lint {
    code: "activity.monthMissed",
    about: "An activity has no days in the plan although its words name a month or a quarter.",
    severities: &[Severity::Info],
    gaps: &[("written", &["tháng 9/2024"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng hoạt động trong kế hoạch không có ngày.",
        en: "The words quoted say “{written}”, but the plan has no day for the activity.",
    },
    mend: Both {
        vi: "Ghi khoảng thời gian của hoạt động theo văn bản.",
        en: "Give the activity its days by the document.",
    },
};

static ACTIVITY_OTHER_MONTH: Lint = Lint {
    code: "activity.otherMonth",
    about: "An activity is in another month than its words.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["tháng 9/2024"]), ("stored", &["16/10/2024"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng hoạt động trong kế hoạch là ngày {stored}.",
        en: "The words quoted say “{written}”, but the plan has the activity on {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày của hoạt động theo văn bản.",
        en: "Correct the activity's day by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, activity, text) in view.quoting_activities() {
        let month = held(&text, view.plan.period).map(|(month, days)| (named(month), days));
        let Some((written, days)) = month.or_else(|| in_quarter(&text, view.plan.period)) else {
            continue;
        };
        let Some(first) = activity.when.first() else {
            let said = ACTIVITY_MONTH_MISSED.with("written", Word::Text(written));
            let stated = Stated::new(path.clone(), &activity.source, None);
            out.push(LintFinding::new(Severity::Info, path, said).stating([stated]));
            continue;
        };
        if agrees(activity, days) {
            continue;
        }
        let said = ACTIVITY_OTHER_MONTH
            .with("written", Word::Text(written))
            .with("stored", first.from);
        let reading = Some(Reading::Day(first.from));
        let stated = Stated::new(path.clone(), &activity.source, reading);
        out.push(LintFinding::new(Severity::Warning, path, said).stating([stated]));
    }
}

/// The first month in which, by the words, something is held, and the days from the first to the last of such months.
/// None where a day is named too, or only from when on or until when.
fn held(text: &str, within: Period) -> Option<(WrittenMonth, Period)> {
    let all = months(text);
    let word_before = |month: &WrittenMonth| {
        let before = text.get(..month.start).unwrap_or_default();
        let word = before.split_whitespace().next_back().unwrap_or_default();
        word.trim_end_matches(':').trim_start_matches('(')
    };
    let first = *all.first()?;
    let last = *all.last()?;
    let opens = word_before(&first) == "tu";
    let closes = ["den", "het"].contains(&word_before(&last));
    let spans = opens && (closes || first.start == last.start && first != last);
    let within_it = |month: &WrittenMonth| {
        ["trong", "vao", "kien", "gian", "cuoi", "dau", "giua"].contains(&word_before(month))
    };
    if !dates(text).is_empty() || !(spans || all.iter().all(within_it)) {
        return None;
    }
    let (from, to) = (first.days(within)?, last.days(within)?);
    Some((first, Period::new(from.from(), to.to()).ok()?))
}

/// The one quarter in which, by the words, something is held, and its days. None where they name a month or a day too.
fn in_quarter(text: &str, within: Period) -> Option<(String, Period)> {
    let [quarter] = quarters(text)[..] else {
        return None;
    };
    let before = text.get(..quarter.start)?;
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_end_matches(':').trim_start_matches('(');
    let is_held = [
        "trong", "vao", "kien", "gian", "chuc", "hien", "cuoi", "dau", "khai",
    ]
    .contains(&word);
    if !is_held || !dates(text).is_empty() || !months(text).is_empty() {
        return None;
    }
    let first = quarter.days(within).or_else(|| {
        // Where the plan begins in the middle of a quarter, its first month may lie outside.
        let month = quarter.month + 2;
        WrittenMonth { month, ..quarter }.days(within)
    })?;
    let from = Date::new(first.from().year(), quarter.month, 1).ok()?;
    let days = Period::new(from, from.add_months(3)?.add_days(-1)?).ok()?;
    let which = ["I", "II", "III", "IV"].get(usize::from(quarter.month / 3))?;
    let year = quarter.year.map(|year| ["/", &year.to_string()].concat());
    Some((["quý ", which, &year.unwrap_or_default()].concat(), days))
}

/// Whether it is, as published or as corrected, on some of the days, or on days of which the plan is not sure.
fn agrees(activity: &Activity, days: Period) -> bool {
    activity.when.iter().any(|when| {
        let published = (when.from, when.to.unwrap_or(when.from));
        when.certainty == Certainty::Unsure
            || [published, when.applies()]
                .into_iter()
                .any(|(from, to)| Period::new(from, to).is_ok_and(|held| held.overlaps(days)))
    })
}

/// As people write it.
fn named(month: WrittenMonth) -> String {
    let year = month.year.map(|year| ["/", &year.to_string()].concat());
    [
        "tháng ",
        &month.month.to_string(),
        &year.unwrap_or_default(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn a_month_that_the_plan_has_not() {
        let found = "info activity.monthMissed";
        for (quote, expected) in [
            ("Hội trại tổ chức trong tháng 3/2023", found),
            ("Hội trại dự kiến quý I/2023", found),
            ("Hội trại vào Tháng Thanh niên", ""),
            ("Hội trại sau tháng 3/2023", ""),
        ] {
            let plan = plan(json!({"activities": [
                {"id": "a", "title": "Hội trại", "when": [], "source": {"section": "IV", "quote": quote}}]}));
            assert_eq!(codes(&plan, "activity."), expected, "{quote}");
        }
    }

    #[test]
    fn the_month_of_the_words() {
        let other = "warning activity.otherMonth";
        for (quote, from, to, expected) in [
            ("Tổ chức trong tháng 3/2023", "2023-04-16", None, other),
            ("Tổ chức trong tháng 3/2023", "2023-03-16", None, ""),
            ("Tổ chức trong tháng 3", "2023-04-16", None, other),
            ("Thời gian: dự kiến tháng 3/2023", "2023-04-16", None, other),
            (
                "Từ tháng 3 đến hết tháng 4/2023",
                "2023-05-01",
                Some("2023-05-09"),
                other,
            ),
            (
                "Từ tháng 3 đến hết tháng 4/2023",
                "2023-04-01",
                Some("2023-05-09"),
                "",
            ),
            (
                "Tổ chức quý II/2023",
                "2023-07-01",
                Some("2023-09-30"),
                other,
            ),
            ("Thực hiện trong quý 2 năm 2023", "2023-05-01", None, ""),
            ("Dự kiến quý II", "2023-07-09", None, other),
            ("Báo cáo quý II/2023", "2023-07-09", None, ""),
            // From when on, a day, and the months of other things.
            ("Thực hiện từ tháng 3/2023", "2023-04-16", None, ""),
            ("Hoàn thành trước tháng 3/2023", "2023-02-16", None, ""),
            (
                "Ngày 16/4, sau Tháng Thanh niên trong tháng 3",
                "2023-04-16",
                None,
                "",
            ),
            ("Sinh hoạt chủ điểm tháng 3", "2023-04-16", None, ""),
            ("Nghị quyết tháng 3/2023", "2023-04-16", None, ""),
        ] {
            let mut when = json!([{"from": from}]);
            if let Some(to) = to {
                when[0]["to"] = json!(to);
            }
            let plan = plan(json!({
                "period": {"from": "2023-01-01", "to": "2023-12-31"},
                "activities": [{
                    "id": "a", "title": "Hội thi", "when": when,
                    "source": {"section": "IV", "quote": quote}}]}));
            let found = codes(&plan, "activity.otherMonth");
            assert_eq!(found, expected, "{quote} {from}");
        }
    }
}
