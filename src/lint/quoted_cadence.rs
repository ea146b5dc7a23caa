//! A target for a whole plan whose words repeat it.
//!
//! Why: "mỗi tháng 02 buổi" stored once is reached in January.
//! Example: "Mỗi quý tổ chức ít nhất 01 hoạt động", stored as one for the year.

use super::view::{View, stated};
use super::words::{Ends, clauses, numbers};
use super::{Lint, LintFinding, PatchValue, Slice};
use crate::finding::Severity;
use crate::plan::{Cadence, Target, Threshold};
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

/// The words, what they say, how a plan writes it, and the days beyond which it comes more than once.
const WORDS: &[(&[&str], Cadence, &str, i64)] = &[
    (
        &["mỗi tuần", "hằng tuần", "hàng tuần", "/tuần"],
        Cadence::Week,
        "week",
        13,
    ),
    (
        &["mỗi tháng", "hằng tháng", "hàng tháng", "/tháng"],
        Cadence::Month,
        "month",
        45,
    ),
    (
        &["mỗi quý", "hằng quý", "hàng quý", "/quý"],
        Cadence::Quarter,
        "quarter",
        130,
    ),
    (
        &[
            "6 tháng một lần",
            "6 tháng 1 lần",
            "6 tháng/lần",
            "sáu tháng một lần",
            "mỗi 6 tháng",
            "mỗi 06 tháng",
            "mỗi nửa năm",
            "mỗi học kỳ",
            "/học kỳ",
        ],
        Cadence::HalfYear,
        "halfYear",
        250,
    ),
    (
        &["mỗi năm học", "/năm học"],
        Cadence::SchoolYear,
        "schoolYear",
        500,
    ),
    (
        &["mỗi năm", "hằng năm", "hàng năm", "/năm"],
        Cadence::Year,
        "year",
        500,
    ),
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let days = view.plan.period.len_days();
    for (path, target) in view.targets() {
        let Some((written, key)) = disagrees(target, days) else {
            continue;
        };
        let (Threshold::Count(value) | Threshold::Money(value)) = target.value else {
            continue;
        };
        let said = TARGET_OTHER_CADENCE
            .with("written", written.to_owned())
            .with("value", value);
        out.push(
            LintFinding::new(Severity::Warning, path.clone(), said)
                .stating([stated(&path, target)])
                .mended(path.then("per"), PatchValue::Word(key.to_owned())),
        );
    }
}

fn disagrees(target: &Target, days: i64) -> Option<(&'static str, &'static str)> {
    let text = clean(target.source.quote.as_deref()?).to_lowercase();
    let (Threshold::Count(value) | Threshold::Money(value)) = target.value else {
        return None;
    };
    // What was multiplied into a total is another number than the one written.
    let clause = clauses(&text, Ends::Sentence).find(|clause| {
        numbers(clause)
            .iter()
            .any(|number| number.value == value && !number.percent)
    })?;
    let mut said = WORDS.iter().filter_map(|(words, cadence, key, longer)| {
        let written = words.iter().find(|words| stands(clause, words))?;
        Some((*written, *cadence, *key, *longer))
    });
    let (written, cadence, key, longer) = said.next()?;
    let is_other = match target.per {
        Cadence::Plan => days > longer,
        // A year of the school is a year.
        Cadence::SchoolYear => !matches!(cadence, Cadence::Year | Cadence::SchoolYear),
        Cadence::Year => !matches!(cadence, Cadence::Year | Cadence::SchoolYear),
        per => per != cadence,
    };
    // Two of them: "mỗi tháng …, mỗi năm …" is two targets in one sentence.
    let is_alone = said.all(|(other, ..)| written.starts_with(other));
    (is_other && is_alone).then_some((written, key))
}

fn stands(clause: &str, words: &str) -> bool {
    clause.match_indices(words).any(|(at, _)| {
        let head = clause.get(..at).unwrap_or_default();
        let tail = clause.get(at + words.len()..).unwrap_or_default();
        // "06 tháng một lần".
        let head = head
            .strip_suffix('0')
            .filter(|_| words.starts_with('6'))
            .unwrap_or(head);
        let begins = words.starts_with('/') || !head.ends_with(char::is_alphanumeric);
        // "Hằng năm 2024" and "01/năm 2024" are of one year.
        let next: String = tail.trim_start().chars().take(4).collect();
        let is_year = words.ends_with("năm") && next.len() == 4 && next.parse::<u16>().is_ok();
        begins && !is_year && !tail.starts_with(char::is_alphanumeric)
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
