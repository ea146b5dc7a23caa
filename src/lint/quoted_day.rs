//! An activity on another day than its words, or on none although they name one.
//!
//! Why: people come on the day of the document.
//! Example: "Tổ chức ngày 19/3/2023", stored as 9 March, or without a day.

use super::view::View;
use super::words::{dates, hours, ranges};
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::calendar::{Date, Period};
use crate::finding::{Path, Severity};
use crate::plan::{Activity, Certainty, When};
use crate::text::{Both, format_time, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &ACTIVITY_OTHER_DAY,
        &ACTIVITY_OTHER_LAST_DAY,
        &ACTIVITY_OTHER_HOUR,
        &ACTIVITY_DAY_MISSED,
    ],
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

static ACTIVITY_OTHER_LAST_DAY: Lint = Lint {
    code: "activity.otherLastDay",
    about: "An activity ends on another day than its words.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["12/3/2023"]), ("stored", &["20/3/2023"])],
    says: Both {
        vi: "Câu được trích ghi đến ngày {written}, nhưng hoạt động trong kế hoạch kết thúc ngày {stored}.",
        en: "The words quoted go on to {written}, but the plan's activity ends on {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày cuối của hoạt động theo văn bản.",
        en: "Correct the activity's last day by the document.",
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
        let text = plain(quote);
        let path = Path::top("activities").at(at);
        out.extend(other_hour(activity, &text, &path));
        let written = held(&text, view.plan.period);
        let Some(first) = written.first() else {
            continue;
        };
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
            Some(_) => {
                out.extend(other_last_day(activity, &text, &path, view.plan.period));
                continue;
            }
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

/// In seconds.
const HALF_A_DAY: u32 = 43_200;

/// The one hour that is written, where the only days of the activity begin at another.
fn other_hour(activity: &Activity, text: &str, path: &Path) -> Option<LintFinding> {
    let ([only], [when]) = (&hours(text)[..], &activity.when[..]) else {
        return None;
    };
    let stored = when.time.filter(|time| *time != only.time)?;
    // "7 giờ rưỡi" is half past, and an hour by which something is to be sent or done is no beginning.
    let before = text.get(..only.start).unwrap_or_default();
    let clause = before
        .rsplit([',', ';', '.', '('])
        .next()
        .unwrap_or_default();
    let ends = ["truoc", "den", "cham nhat", "han", "ket thuc", "be mac"];
    let is_end = ends.iter().any(|words| clause.contains(words));
    let after = text.get(only.start..).unwrap_or_default();
    let is_half = ["ruoi", "kem"].iter().any(|word| {
        let near: Vec<&str> = after.split_whitespace().take(4).collect();
        near.iter().any(|one| one.trim_matches(',') == *word)
    });
    let afternoon =
        is_afternoon(after) && only.time.seconds_of_day() + HALF_A_DAY == stored.seconds_of_day();
    if is_end || is_half || afternoon {
        return None;
    }
    let said = ACTIVITY_OTHER_HOUR
        .with("written", format_time(only.time))
        .with("stored", format_time(stored));
    let place = path.clone().then("when").at(0).then("time");
    Some(
        LintFinding::new(Severity::Warning, path.clone(), said)
            .stating([Stated::new(path.clone(), &activity.source, None)])
            .mended(place, PatchValue::Word(only.time.to_iso())),
    )
}

/// "2 giờ chiều" is fourteen hours.
fn is_afternoon(after: &str) -> bool {
    let near: Vec<&str> = after.split_whitespace().take(4).collect();
    near.iter()
        .any(|word| ["chieu", "toi"].contains(&word.trim_matches(',')))
}

/// The last day that is written, where the only days of the activity begin on the first and end on another.
fn other_last_day(
    activity: &Activity,
    text: &str,
    path: &Path,
    within: Period,
) -> Option<LintFinding> {
    let ([range], [when]) = (&ranges(text, within)[..], &activity.when[..]) else {
        return None;
    };
    let days = range.days()?;
    let last = when.to.unwrap_or(when.from);
    let is_other = when.from == days.from() && last != days.to();
    let is_plain = when.correction.is_none() && when.repeats.is_none() && dates(text).len() == 2;
    if !is_other || !is_plain || when.certainty == Certainty::Unsure {
        return None;
    }
    let said = ACTIVITY_OTHER_LAST_DAY
        .with("written", days.to())
        .with("stored", last);
    let reading = Reading::Days(when.from, last);
    let place = path.clone().then("when").at(0).then("to");
    Some(
        LintFinding::new(Severity::Warning, path.clone(), said)
            .stating([Stated::new(path.clone(), &activity.source, Some(reading))])
            .mended(place, PatchValue::Day(days.to())),
    )
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

    fn of(quote: &str, when: serde_json::Value, code: &str) -> String {
        let plan = plan(json!({"activities": [
            {"id": "a", "title": "Hội trại", "when": when, "source": {"section": "IV", "quote": quote}}]}));
        codes(&plan, code)
    }

    #[test]
    fn the_hour_of_the_words() {
        let other = "warning activity.otherHour";
        for (quote, time, expected) in [
            ("Khai mạc lúc 07g30 ngày 19/3/2023", "17:30", other),
            ("Khai mạc lúc 07g30 ngày 19/3/2023", "07:30", ""),
            ("Khai mạc lúc 7 giờ rưỡi ngày 19/3/2023", "07:30", ""),
            ("Khai mạc lúc 2 giờ chiều ngày 19/3/2023", "14:00", ""),
            (
                "Tập trung 06g30, khai mạc 07g30 ngày 19/3/2023",
                "07:00",
                "",
            ),
            ("Ngày 19/3/2023, đăng ký trước 17g00", "07:30", ""),
        ] {
            let when = json!([{"from": "2023-03-19", "time": time}]);
            assert_eq!(
                of(quote, when, "activity.otherHour"),
                expected,
                "{quote} {time}"
            );
        }
    }

    #[test]
    fn the_last_day_of_the_words() {
        let other = "warning activity.otherLastDay";
        let quote = "Tổ chức từ ngày 05/3 đến ngày 12/3/2023";
        for (when, expected) in [
            (json!([{"from": "2023-03-05", "to": "2023-03-20"}]), other),
            (json!([{"from": "2023-03-05"}]), other),
            (json!([{"from": "2023-03-05", "to": "2023-03-12"}]), ""),
            // One of them, and days of which the words are unsure.
            (json!([{"from": "2023-03-07"}]), ""),
            (json!([{"from": "2023-03-05", "certainty": "unsure"}]), ""),
        ] {
            assert_eq!(
                of(quote, when.clone(), "activity.otherLastDay"),
                expected,
                "{when}"
            );
        }
    }

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
