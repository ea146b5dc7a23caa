//! An activity on another day than its words, or on none although they name one.
//!
//! Why: people come on the day of the document.
//! Example: "Tổ chức ngày 19/3/2023", stored as 9 March, or without a day.

use super::listed_days::only_list;
use super::view::View;
use super::well_known::is_well_known;
use super::words::{Ends, Written, clause_before, dates, is_of_something_else, ranges};
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::calendar::{Date, Period};
use crate::finding::{Path, Severity};
use crate::plan::{Activity, Certainty, When};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &ACTIVITY_OTHER_DAY,
        &ACTIVITY_OTHER_LAST_DAY,
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

pub(super) static ACTIVITY_DAY_MISSED: Lint = Lint {
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
    for (path, activity, text) in view.quoting_activities() {
        let written = written(view, activity, &text);
        let Some(first) = written.first() else {
            continue;
        };
        let (severity, said, reading) = match activity.when.first() {
            None => (
                Severity::Info,
                ACTIVITY_DAY_MISSED.with("written", *first),
                None,
            ),
            // Of days of which the plan has one another rule tells.
            Some(when) if !agrees(activity, &written) && !lists(view, &text, when.from) => (
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

/// The days on which, by its words, an activity is held.
fn written(view: &View<'_>, activity: &Activity, text: &str) -> Vec<Date> {
    let mut days = held(text, view.plan.period);
    if days.is_empty() {
        days = in_another_year(activity, text, view.plan.period);
    }
    days
}

/// Whether a day that an activity lacks, or has in place of that of its words, is told of here.
pub(super) fn tells(view: &View<'_>, activity: &Activity, text: &str) -> bool {
    let all = written(view, activity, text);
    let is_other = |when: &When| !agrees(activity, &all) && !lists(view, text, when.from);
    !all.is_empty() && activity.when.first().is_none_or(is_other)
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
    let in_range = |day: &Written| range.start <= day.start && day.end <= range.end;
    let is_plain =
        when.correction.is_none() && when.repeats.is_none() && dates(text).iter().all(in_range);
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

/// The days within the plan on which, by the words, something is held: "ngày 19/3", "từ 19/3 đến 26/3".
fn held(text: &str, within: Period) -> Vec<Date> {
    let joined = ranges(text, within);
    let days = spoken_of(text).into_iter().flat_map(|day| {
        let range = joined.iter().find(|range| range.end == day.end);
        [range.map(|range| range.from), day.date(within)]
    });
    days.flatten().filter(|day| within.contains(*day)).collect()
}

/// Whether that day is one of those that the words list side by side: "ngày 20, 21/3".
fn lists(view: &View<'_>, text: &str, day: Date) -> bool {
    only_list(view, text).is_some_and(|list| list.days.contains(&day))
}

/// How many years a slip of the pen is off.
const YEARS: i32 = 2;

/// The days outside the plan that the words write with their year, where the activity is on the same day of another year.
fn in_another_year(activity: &Activity, text: &str, within: Period) -> Vec<Date> {
    let days = spoken_of(text).into_iter().filter_map(|day| {
        day.year?;
        day.date(within)
    });
    days.filter(|day| {
        activity.when.iter().any(|when| {
            let is_slip = (day.year() - when.from.year()).abs() <= YEARS;
            is_slip && (day.day(), day.month()) == (when.from.day(), when.from.month())
        })
    })
    .collect()
}

/// The days on which, by the words, something is held, and no anniversary, deadline or date of a document.
fn spoken_of(text: &str) -> Vec<Written> {
    let mut all = dates(text);
    all.retain(|day| {
        let before = text.get(..day.start).unwrap_or_default();
        let clause = clause_before(before, Ends::Comma);
        let word = before.split_whitespace().next_back().unwrap_or_default();
        let is_said = ["ngay", "tu", "den", "vao", "-"].contains(&word);
        (is_said || in_brackets(text, day)) && !is_of_something_else(clause)
    });
    all
}

/// "Hội trại (26/3)": alone in brackets, behind something that bears no name of a day as "Ngày Quốc tế …" does.
fn in_brackets(text: &str, day: &Written) -> bool {
    let head = text
        .get(..day.start)
        .and_then(|head| head.strip_suffix('('));
    let is_alone = text
        .get(day.end..)
        .is_some_and(|rest| rest.starts_with(')'));
    let clause = head.map(|head| clause_before(head, Ends::Comma));
    let names_a_day = [
        "ngay",
        "tuan le",
        "truyen thong",
        "quoc te",
        "quoc khanh",
        "nam thu",
        "giai",
        "gio ",
        "chien thang",
        "khoi nghia",
        "cach mang",
        "tri an",
        "liet si",
        "tet ",
        "dip ",
        "huong ung",
    ];
    let is_of_it = |clause: &str| !names_a_day.iter().any(|words| clause.contains(words));
    let is_named = day.year.is_none() && is_well_known(day.day, day.month);
    is_alone && !is_named && clause.is_some_and(is_of_it)
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
        let quote = "Tổ chức từ ngày 24 đến 26/3/2023";
        for (to, expected) in [("2023-03-27", other), ("2023-03-26", "")] {
            let when = json!([{"from": "2023-03-24", "to": to}]);
            assert_eq!(
                of(quote, when.clone(), "activity.otherLastDay"),
                expected,
                "{to}"
            );
            assert_eq!(of(quote, when, "activity.otherDay"), "", "{to}");
        }
    }

    #[test]
    fn another_year_than_the_words() {
        let other = "warning activity.otherDay";
        for (quote, expected) in [
            ("Lễ ra quân ngày 19/3/2022", other),
            ("Lễ ra quân vào ngày 19 tháng 3 năm 2024", other),
            ("Lễ ra quân ngày 19/3/2023", ""),
            ("Lễ kỷ niệm ngày 19/3/1931", ""),
            ("Kỷ niệm 1 năm ngày 19/3/2022", ""),
            ("Thực hiện Kế hoạch số 5-KH/ĐTN ngày 19/3/2022", ""),
        ] {
            let when = json!([{"from": "2023-03-19"}]);
            assert_eq!(of(quote, when, "activity.otherDay"), expected, "{quote}");
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
            ("Hội trại thanh niên (26/3)", on("2023-03-26"), ""),
            (
                "Hội trại thanh niên (26/3)",
                on("2023-03-19"),
                "warning activity.otherDay",
            ),
            (
                "Hội trại thanh niên (26/3)",
                json!([]),
                "info activity.dayMissed",
            ),
            ("Hưởng ứng Ngày Quốc tế Phụ nữ (08/3)", json!([]), ""),
            ("Kỷ niệm 92 năm thành lập Đoàn (26/3)", json!([]), ""),
            ("Trao giải thưởng Lý Tự Trọng (26/3)", json!([]), ""),
            // Anniversaries, on another day than their own.
            ("Hưởng ứng Giờ Trái đất (25/3)", on("2023-03-24"), ""),
            ("Chiến thắng Gạc Ma (14/3)", on("2023-03-12"), ""),
            ("Hành trình Điện Biên Phủ (07/5)", json!([]), ""),
            ("Thương binh - Liệt sĩ (27/7)", json!([]), ""),
            ("Tri ân thầy cô (20/11)", json!([]), ""),
            ("Dâng hoa Bác Hồ (19/5)", json!([]), ""),
            ("Cách mạng tháng Tám (19/8)", json!([]), ""),
            ("Giỗ Tổ Hùng Vương (10/3)", on("2023-03-09"), ""),
            ("Tết Thiếu nhi (01/6)", json!([]), ""),
            ("Dâng hương khởi nghĩa Nam Kỳ (15/3)", on("2023-03-12"), ""),
            // With its year it is the day on which it is held.
            (
                "Dâng hoa tại tượng đài (14/3/2023)",
                on("2023-03-12"),
                "warning activity.otherDay",
            ),
            // Of the days of a list that the plan has in part another rule tells.
            ("Ra quân ngày 20, 21/3", on("2023-03-20"), ""),
            ("Các ngày 05/3, ngày 12/3", on("2023-03-12"), ""),
            // Days of something else.
            ("Chào mừng kỷ niệm ngày 26/3/2023", on("2023-03-19"), ""),
            (
                "Kỷ niệm Ngày thành lập (26/3/1931 - 26/3/2023)",
                json!([]),
                "",
            ),
            (
                "Theo Kế hoạch số 12-KH/TĐTN ngày 03/3/2023",
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
