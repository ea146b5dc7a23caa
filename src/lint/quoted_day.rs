//! An activity on another day than its words, or on none although they name one.
//!
//! Why: people come on the day of the document.
//! Example: "Tổ chức ngày 19/3/2023", stored as 9 March, or without a day.

use super::view::View;
use super::words::dates;
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::calendar::{Date, Period};
use crate::finding::{Path, Severity};
use crate::plan::{Activity, Certainty, When};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_OTHER_DAY, &ACTIVITY_DAY_MISSED],
};

static ACTIVITY_OTHER_DAY: Lint = Lint {
    code: "activity.otherDay",
    about: "An activity is on another day than its words.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["19/3/2023"]), ("stored", &["9/3/2023"])],
    says: Both {
        vi: "Câu được trích ghi ngày {written}, nhưng hoạt động trong kế hoạch là ngày {stored}.",
        en: "The words quoted say {written}, but the plan has the activity on {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày của hoạt động theo văn bản.",
        en: "Correct the activity's day by the document.",
    },
};

static ACTIVITY_DAY_MISSED: Lint = Lint {
    code: "activity.dayMissed",
    about: "An activity has no day in the plan although its words name one.",
    severities: &[Severity::Info],
    gaps: &[("written", &["19/3/2023"])],
    says: Both {
        vi: "Câu được trích ghi ngày {written}, nhưng hoạt động trong kế hoạch không có ngày.",
        en: "The words quoted say {written}, but the plan has no day for the activity.",
    },
    mend: Both {
        vi: "Ghi ngày của hoạt động theo văn bản.",
        en: "Give the activity its day by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, activity) in view.plan.activities.iter().enumerate() {
        let Some(quote) = &activity.source.quote else {
            continue;
        };
        let written = held(&plain(quote), view.plan.period);
        let Some(first) = written.first() else {
            continue;
        };
        let path = Path::top("activities").at(at);
        let (severity, said, reading) = match activity.when.first() {
            None => (
                Severity::Info,
                ACTIVITY_DAY_MISSED.with("written", *first),
                None,
            ),
            Some(when) if !agrees(activity, &written) => (
                Severity::Warning,
                ACTIVITY_OTHER_DAY
                    .with("written", *first)
                    .with("stored", when.from),
                Some(Reading::Day(when.from)),
            ),
            Some(_) => continue,
        };
        let mut finding = LintFinding::new(severity, path.clone(), said).stating([Stated::new(
            path.clone(),
            &activity.source,
            reading,
        )]);
        // Only where the words name one day, and the plan has one or none, is it clear what the day is.
        if written.iter().all(|day| day == first) {
            let place = path.then("when").at(0);
            finding = match &activity.when[..] {
                [] => finding.mended(place, PatchValue::Held(*first)),
                [one] if one.to.is_none() => {
                    finding.mended(place.then("from"), PatchValue::Day(*first))
                }
                _ => finding,
            };
        }
        out.push(finding);
    }
}

/// The days within the plan on which, by the words, something is held: "ngày 19/3", "từ 19/3 đến 26/3", and no
/// anniversary, deadline or date of a document.
fn held(text: &str, within: Period) -> Vec<Date> {
    let of_something_else = [
        "ky niem",
        "thanh lap",
        "chao mung",
        "so ",
        "-kh",
        "-cv",
        "-hd",
        "truoc ",
        "cham nhat",
        "han ",
        "bao cao",
        "gui ",
        "dang ky",
        "mung ",
        "sinh nhat",
        "ngay thanh",
        "ket luan",
        "nghi quyet",
        "huong toi",
    ];
    dates(text)
        .iter()
        .filter(|day| {
            let before = text.get(..day.start).unwrap_or_default();
            let clause = before.rsplit([',', ';', '.']).next().unwrap_or_default();
            let word = before.split_whitespace().next_back().unwrap_or_default();
            ["ngay", "tu", "den", "vao", "-"].contains(&word)
                && !of_something_else.iter().any(|words| clause.contains(words))
        })
        .filter_map(|day| day.date(within))
        .filter(|day| within.contains(*day))
        .collect()
}

/// Whether one of its days, as published or as corrected, is written, or lies between days that are.
fn agrees(activity: &Activity, written: &[Date]) -> bool {
    let first = written.iter().min();
    let last = written.iter().max();
    activity.when.iter().any(|when: &When| {
        let published = [Some(when.from), when.to];
        let (from, to) = when.applies();
        let days = published.into_iter().flatten().chain([from, to]);
        when.certainty == Certainty::Unsure
            || days.into_iter().any(|day| {
                written.contains(&day)
                    || first.is_some_and(|f| *f <= day) && last.is_some_and(|l| day <= *l)
            })
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn the_day_of_the_words() {
        let on = |day: &str| json!([{"from": day}]);
        for (quote, when, expected) in [
            ("Tổ chức ngày 19/3/2023 tại quận", on("2023-03-19"), ""),
            (
                "Tổ chức ngày 19/3/2023 tại quận",
                on("2023-03-09"),
                "warning activity.otherDay",
            ),
            (
                "Tổ chức ngày 19/3/2023 tại quận",
                json!([]),
                "info activity.dayMissed",
            ),
            ("Từ ngày 01/3 đến 10/3/2023", on("2023-03-05"), ""),
            ("Các ngày 05/3, ngày 12/3", on("2023-03-12"), ""),
            // Days of something else.
            ("Chào mừng kỷ niệm ngày 26/3/2023", on("2023-03-19"), ""),
            (
                "Kỷ niệm Ngày thành lập (26/3/1931 - 26/3/2023)",
                json!([]),
                "",
            ),
            (
                "Thực hiện Kế hoạch số 12-KH/TĐTN ngày 03/3/2023",
                on("2023-03-19"),
                "",
            ),
            ("Đăng ký trước ngày 10/3/2023", json!([]), ""),
            ("Trong tháng 3/2023", json!([]), ""),
        ] {
            let plan = plan(json!({"activities": [
                {"id": "a", "title": "Hội trại", "when": when, "source": {"section": "IV", "quote": quote}}]}));
            let found = codes(&plan, "activity.otherDay") + &codes(&plan, "activity.dayMissed");
            assert_eq!(found, expected, "{quote}");
        }
    }
}
