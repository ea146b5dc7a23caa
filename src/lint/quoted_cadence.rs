//! A target for a whole plan whose words repeat it.
//!
//! Why: "mỗi tháng 02 buổi" stored once is reached in January.
//! Example: "Mỗi quý tổ chức ít nhất 01 hoạt động", stored as one for the year.

use super::view::{View, stated, value_of, values};
use super::words::{Ends, Number, clauses, has_own_number};
use super::{Lint, LintFinding, PatchValue, Slice};
use crate::finding::Severity;
use crate::plan::{Cadence, Target};
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_OTHER_CADENCE],
};

static TARGET_OTHER_CADENCE: Lint = Lint {
    code: "target.otherCadence",
    about: "A target that its words repeat every week, month, quarter or year is stored otherwise.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["mỗi tháng"]), ("value", &["2"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng kế hoạch tính {value} cho một khoảng thời gian khác.",
        en: "The words quoted say “{written}”, but the plan counts {value} for another span of time.",
    },
    mend: Both {
        vi: "Sửa nhịp của chỉ tiêu theo văn bản.",
        en: "Correct the target's cadence by the document.",
    },
};

/// How often something comes.
type Often = (
    &'static [&'static str],
    Option<(Cadence, &'static str)>,
    i64,
);

/// The words, what they say, how a plan writes it, and the days beyond which it comes more than once. What no plan can
/// write has no key.
const WORDS: &[Often] = &[
    (
        &["mỗi ngày", "hằng ngày", "hàng ngày", "từng ngày", "/ngày"],
        Some((Cadence::Day, "day")),
        2,
    ),
    (
        &[
            "mỗi tuần",
            "hằng tuần",
            "hàng tuần",
            "từng tuần",
            "/tuần",
            "1 tuần/lần",
            "một tuần một lần",
        ],
        Some((Cadence::Week, "week")),
        13,
    ),
    (
        &[
            "2 tuần một lần",
            "2 tuần 1 lần",
            "2 tuần/lần",
            "hai tuần một lần",
            "mỗi 2 tuần",
        ],
        None,
        27,
    ),
    (
        &[
            "mỗi tháng",
            "hằng tháng",
            "hàng tháng",
            "từng tháng",
            "/tháng",
            "1 tháng/lần",
            "một tháng một lần",
        ],
        Some((Cadence::Month, "month")),
        45,
    ),
    (
        &[
            "2 tháng một lần",
            "2 tháng 1 lần",
            "2 tháng/lần",
            "hai tháng một lần",
            "mỗi 2 tháng",
            "4 tháng một lần",
            "4 tháng 1 lần",
            "4 tháng/lần",
        ],
        None,
        90,
    ),
    (
        &[
            "mỗi quý",
            "hằng quý",
            "hàng quý",
            "từng quý",
            "/quý",
            "3 tháng một lần",
            "3 tháng 1 lần",
            "3 tháng/lần",
            "ba tháng một lần",
            "mỗi 3 tháng",
        ],
        Some((Cadence::Quarter, "quarter")),
        130,
    ),
    (
        &[
            "6 tháng một lần",
            "6 tháng 1 lần",
            "6 tháng/lần",
            "sáu tháng một lần",
            "mỗi 6 tháng",
            "mỗi nửa năm",
            "mỗi học kỳ",
            "/học kỳ",
        ],
        Some((Cadence::HalfYear, "halfYear")),
        250,
    ),
    (
        &["mỗi năm học", "/năm học"],
        Some((Cadence::SchoolYear, "schoolYear")),
        500,
    ),
    (
        &["mỗi năm", "hằng năm", "hàng năm", "từng năm", "/năm"],
        Some((Cadence::Year, "year")),
        500,
    ),
];

/// What says that a number is for all of a year or a plan.
const WHOLE: &[&str] = &[
    "trong năm",
    "cả năm",
    "trong cả năm",
    "cả nhiệm kỳ",
    "toàn khóa",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let days = view.plan.period.len_days();
    for (path, target) in view.targets() {
        let Some((written, key)) = disagrees(view, target, days) else {
            continue;
        };
        let Some(value) = value_of(view, target) else {
            continue;
        };
        let said = TARGET_OTHER_CADENCE
            .with("written", written.to_owned())
            .with("value", value);
        let finding = LintFinding::new(Severity::Warning, path.clone(), said)
            .stating([stated(&path, target)]);
        out.push(match key {
            Some(key) => finding.mended(path.then("per"), PatchValue::Word(key.to_owned())),
            None => finding,
        });
    }
}

fn disagrees(
    view: &View<'_>,
    target: &Target,
    days: i64,
) -> Option<(&'static str, Option<&'static str>)> {
    let text = without_names(&clean(target.source.quote.as_deref()?).to_lowercase());
    // What was multiplied into a total is another number than the one written.
    let (clause, number) = clauses(&text, Ends::Sentence).find_map(|clause| {
        let mut here = values(view, target, clause).into_iter();
        Some((clause, here.find(|number| !number.percent)?))
    })?;
    let said = |clause: &str| {
        let of = |words: &[&'static str]| words.iter().copied().find(|words| stands(clause, words));
        let read = WORDS
            .iter()
            .filter_map(|(words, cadence, longer)| Some((of(words)?, *cadence, *longer)));
        read.collect::<Vec<_>>()
    };
    let here = said(clause);
    let Some(&(written, cadence, longer)) = here.first() else {
        return for_all(target, clause).filter(|_| said(&text).is_empty());
    };
    let is_year = |per: Cadence| matches!(per, Cadence::Year | Cadence::SchoolYear);
    // "Hằng tháng …, ít nhất 10 buổi trong năm": the number is the year's, and so it is stored.
    let is_of_all = WHOLE.iter().any(|words| stands(clause, words));
    if is_of_all && (target.per.is_plan() || is_year(target.per)) {
        return None;
    }
    let is_other = match (target.per, cadence) {
        (Cadence::Plan, _) => days > longer,
        // A year of the school is a year.
        (per, Some((cadence, _))) if is_year(per) => !is_year(cadence),
        (per, cadence) => cadence.is_none_or(|(cadence, _)| per != cadence),
    };
    // Two of them: "mỗi tháng …, mỗi năm …" is two targets in one sentence.
    let is_alone = here
        .iter()
        .skip(1)
        .all(|(other, ..)| written.starts_with(other));
    (is_other && is_alone && is_its_own(clause, written, number))
        .then_some((written, cadence.map(|(_, key)| key)))
}

/// Whether some words say how often the number itself is meant: not "100 cây trong năm, mỗi quý 25 cây", nor "hằng tuần đăng
/// tin, trồng 100 cây".
fn is_its_own(clause: &str, written: &str, number: Number) -> bool {
    let Some(at) = clause.find(written) else {
        return false;
    };
    let behind = clause.get(at + written.len()..).unwrap_or_default();
    if at > number.start {
        return !has_own_number(behind);
    }
    let between = clause
        .get(at + written.len()..number.start)
        .unwrap_or_default();
    // What stands up to the comma says what is done so often.
    let (head, tail) = between
        .split_at_checked(between.find(',').unwrap_or(0))
        .unwrap_or_default();
    tail.is_empty() || head.trim().is_empty()
}

/// "Trong năm", where the plan counts the number anew each month.
fn for_all(target: &Target, clause: &str) -> Option<(&'static str, Option<&'static str>)> {
    let is_shorter = matches!(
        target.per,
        Cadence::HalfYear | Cadence::Quarter | Cadence::Month | Cadence::Week | Cadence::Day
    );
    let written = WHOLE.iter().copied().find(|words| stands(clause, words))?;
    is_shorter.then_some((written, Some("plan")))
}

/// The text without what stands in quotation marks: "“Mỗi ngày một tin tốt”" is a name.
fn without_names(text: &str) -> String {
    let mut is_name = false;
    text.chars()
        .filter(|c| {
            match c {
                '“' => is_name = true,
                '”' => is_name = false,
                '"' => is_name = !is_name,
                _ => {}
            }
            !is_name
        })
        .collect()
}

fn stands(clause: &str, words: &str) -> bool {
    clause.match_indices(words).any(|(at, _)| {
        let head = clause.get(..at).unwrap_or_default();
        let tail = clause.get(at + words.len()..).unwrap_or_default();
        // "06 tháng một lần".
        let head = head
            .strip_suffix('0')
            .filter(|_| words.starts_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(head);
        let begins = words.starts_with('/') || !head.ends_with(char::is_alphanumeric);
        // "Hằng năm 2024" and "01/năm 2024" are of one year.
        let next: String = tail.trim_start().chars().take(4).collect();
        let is_year = words.ends_with("năm") && next.len() == 4 && next.parse::<u16>().is_ok();
        // "Mỗi ngày hội" is each of the festivals.
        let is_feast = words.ends_with("ngày")
            && [" hội", " lễ", " chủ nhật", " làm việc"]
                .iter()
                .any(|next| tail.starts_with(next));
        begins && !is_year && !is_feast && !tail.starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use crate::plan::Plan;
    use serde_json::json;

    fn over_a_year(mut plan: Plan) -> Plan {
        let last = crate::calendar::Date::parse_iso("2023-12-31").unwrap();
        plan.period = crate::calendar::Period::new(plan.period.from(), last).unwrap();
        plan
    }

    #[test]
    fn how_often_the_words_say() {
        for (quote, per, expected) in [
            (
                "Mỗi tháng trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            ("Trồng 100 cây/tháng", "plan", "warning target.otherCadence"),
            ("Mỗi tháng trồng 100 cây", "month", ""),
            ("Mỗi ngày hội trồng 100 cây", "plan", ""),
            (
                "Ra quân hằng tháng với ít nhất 100 cây trong năm",
                "year",
                "",
            ),
            (
                "Mỗi tháng trồng 100 cây",
                "quarter",
                "warning target.otherCadence",
            ),
            (
                "Mỗi quý trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            (
                "6 tháng một lần, trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            (
                "06 tháng một lần trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            ("Mỗi học kỳ trồng 100 cây", "halfYear", ""),
            ("Trong 6 tháng đầu năm trồng 100 cây", "plan", ""),
            (
                "03 tháng một lần trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            (
                "2 tháng/lần trồng 100 cây",
                "month",
                "warning target.otherCadence",
            ),
            (
                "Từng tháng trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            (
                "Mỗi ngày trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            ("“Mỗi ngày một tin tốt” trồng 100 cây", "plan", ""),
            ("3 tháng một lần trồng 100 cây", "quarter", ""),
            ("Trồng 100 cây trong năm, mỗi quý 25 cây", "plan", ""),
            ("Hằng tuần đăng tin, trồng 100 cây", "plan", ""),
            (
                "Hằng tuần, trồng 100 cây",
                "plan",
                "warning target.otherCadence",
            ),
            (
                "Trong năm trồng 100 cây",
                "month",
                "warning target.otherCadence",
            ),
            ("Trong năm, mỗi tháng trồng 100 cây", "month", ""),
            ("Trong năm trồng 100 cây", "year", ""),
            // The plan is of one year.
            ("Hằng năm trồng 100 cây", "plan", ""),
            ("Mỗi năm học trồng 100 cây", "year", ""),
            // It was multiplied, or the words are about something else.
            ("Mỗi tháng trồng 10 cây", "plan", ""),
            ("Mỗi tháng sinh hoạt một lần; trồng 100 cây", "plan", ""),
            ("Mỗi tháng 100 cây, mỗi quý một lần tổng kết", "plan", ""),
        ] {
            let plan = over_a_year(target(quote, json!({"per": per})));
            assert_eq!(
                codes(&plan, "target.otherCadence"),
                expected,
                "{quote} {per}"
            );
        }
    }
}
