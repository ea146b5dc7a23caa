//! An activity at another hour than its words.
//!
//! Why: people come at the hour of the document.
//! Example: "Khai mạc lúc 07g30 ngày 19/3/2023", stored as 17g30.

use super::view::View;
use super::words::{Ends, clause_before, dates, hours};
use super::{Lint, LintFinding, PatchValue, Said, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::plan::Activity;
use crate::text::{Both, format_time};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_OTHER_HOUR, &ACTIVITY_HOUR_MISSED],
};

static ACTIVITY_HOUR_MISSED: Lint = Lint {
    code: "activity.hourMissed",
    about: "An activity has no hour in the plan although its words name one.",
    severities: &[Severity::Info],
    gaps: &[("written", &["07g30"])],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng hoạt động trong kế hoạch không có giờ.",
        en: "The words quoted say {written}, but the plan has no hour for the activity.",
    },
    mend: Both {
        vi: "Ghi giờ của hoạt động theo văn bản.",
        en: "Give the activity its hour by the document.",
    },
};

static ACTIVITY_OTHER_HOUR: Lint = Lint {
    code: "activity.otherHour",
    about: "An activity begins at another hour than its words.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["07g30"]), ("stored", &["17g30"])],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng hoạt động trong kế hoạch bắt đầu lúc {stored}.",
        en: "The words quoted say {written}, but the plan's activity begins at {stored}.",
    },
    mend: Both {
        vi: "Sửa giờ của hoạt động theo văn bản.",
        en: "Correct the activity's hour by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, activity, text) in view.quoting_activities() {
        out.extend(other_hour(activity, &text, &path));
    }
}

/// The one hour that is written, where the only days of the activity begin at another.
fn other_hour(activity: &Activity, text: &str, path: &Path) -> Option<LintFinding> {
    let ([only], [when]) = (&hours(text)[..], &activity.when[..]) else {
        return None;
    };
    if when.time.is_some_and(|time| only.means(time)) {
        return None;
    }
    // An hour by which something is to be sent or done is no beginning.
    let before = text.get(..only.start).unwrap_or_default();
    let clause = clause_before(before, Ends::Bracket);
    let ends = ["truoc", "den", "cham nhat", "han", "ket thuc", "be mac"];
    let is_end = ends.iter().any(|words| clause.contains(words));
    if is_end {
        return None;
    }
    let written = format_time(only.time);
    let (severity, said) = match when.time {
        Some(stored) => {
            let said = ACTIVITY_OTHER_HOUR.with("stored", format_time(stored));
            (Severity::Warning, said)
        }
        // Where the words are of several days, the hour may be that of one of them.
        None if when.to.is_none() && dates(text).len() < 2 && !is_span(before) => {
            (Severity::Info, Said::from(&ACTIVITY_HOUR_MISSED))
        }
        None => return None,
    };
    let said = said.with("written", written);
    let place = path.clone().then("when").at(0).then("time");
    Some(
        LintFinding::new(severity, path.clone(), said)
            .stating([Stated::new(path.clone(), &activity.source, None)])
            .mended(place, PatchValue::Word(only.time.to_iso())),
    )
}

/// Whether the words before an hour say that it is so long: "dài 2 giờ", "trong 24 giờ".
fn is_span(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    [
        "dai", "trong", "luong", "khoang", "them", "suot", "du", "moi", "hon", "gan",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn an_hour_that_the_plan_has_not() {
        let found = "info activity.hourMissed";
        for (quote, when, expected) in [
            (
                "Hội trại lúc 7g30 ngày 19/3/2023",
                json!({"from": "2023-03-19"}),
                found,
            ),
            (
                "Khai mạc 7 giờ 30 phút ngày 19/3",
                json!({"from": "2023-03-19"}),
                found,
            ),
            (
                "Chương trình dài 2 giờ ngày 19/3/2023",
                json!({"from": "2023-03-19"}),
                "",
            ),
            ("Đăng ký trước 17g00", json!({"from": "2023-03-19"}), ""),
            (
                "Từ 7g30 đến 11g30 ngày 19/3/2023",
                json!({"from": "2023-03-19"}),
                "",
            ),
            (
                "Khai mạc 7g30 ngày 19/3, bế mạc ngày 20/3",
                json!({"from": "2023-03-19", "to": "2023-03-20"}),
                "",
            ),
        ] {
            let plan = plan(json!({"activities": [
                {"id": "a", "title": "Hội trại", "when": [when], "source": {"section": "IV", "quote": quote}}]}));
            assert_eq!(codes(&plan, "activity.hour"), expected, "{quote}");
        }
    }

    #[test]
    fn the_hour_of_the_words() {
        let other = "warning activity.otherHour";
        for (quote, time, expected) in [
            ("Khai mạc lúc 07g30 ngày 19/3/2023", "17:30", other),
            ("Khai mạc lúc 07g30 ngày 19/3/2023", "07:30", ""),
            ("Khai mạc lúc 7 giờ rưỡi ngày 19/3/2023", "07:30", ""),
            ("Khai mạc lúc 7 giờ rưỡi ngày 19/3/2023", "07:00", other),
            ("Khai mạc lúc 2 giờ chiều ngày 19/3/2023", "14:00", ""),
            ("Khai mạc lúc 2 giờ chiều ngày 19/3/2023", "15:00", other),
            (
                "Tập trung 06g30, khai mạc 07g30 ngày 19/3/2023",
                "07:00",
                "",
            ),
            ("Ngày 19/3/2023, đăng ký trước 17g00", "07:30", ""),
        ] {
            let when = json!([{"from": "2023-03-19", "time": time}]);
            let plan = plan(json!({"activities": [
                {"id": "a", "title": "Hội trại", "when": when, "source": {"section": "IV", "quote": quote}}]}));
            let found = codes(&plan, "activity.otherHour");
            assert_eq!(found, expected, "{quote} {time}");
        }
    }
}
