//! An activity in another month than its words, where they name no day.
//!
//! Why: units keep the month free that the document names.
//! Example: "Tổ chức trong tháng 9/2024", stored as 16 October.

use super::view::View;
use super::words::{WrittenMonth, dates, months};
use super::{Lint, LintFinding, Reading, Slice, Stated, Word};
use crate::calendar::Period;
use crate::finding::{Path, Severity};
use crate::plan::{Activity, Certainty};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_OTHER_MONTH],
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
    for (at, activity) in view.plan.activities.iter().enumerate() {
        let (Some(quote), Some(first)) = (&activity.source.quote, activity.when.first()) else {
            continue;
        };
        let text = plain(quote);
        let Some((month, days)) = held(&text, view.plan.period) else {
            continue;
        };
        if agrees(activity, days) {
            continue;
        }
        let path = Path::top("activities").at(at);
        let said = ACTIVITY_OTHER_MONTH
            .with("written", Word::Text(named(month)))
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
