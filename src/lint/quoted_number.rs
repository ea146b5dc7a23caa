//! A target whose number is not the one that its words state.
//!
//! Why: a zero too many goes unseen until nobody reaches the target; the document is what was signed.
//! Example: "Trồng ít nhất 200 cây xanh", read as 20. A number for each month or unit that was multiplied
//! is the same number.

use super::view::{View, stated};
use super::words::{Number, counts_units, dates, numbers};
use super::{Lint, LintFinding, Slice, Word};
use crate::finding::Severity;
use crate::plan::{Scope, Share, Target, Threshold};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_OTHER_NUMBER],
};

static TARGET_OTHER_NUMBER: Lint = Lint {
    code: "target.otherNumber",
    about: "A target's number is not the one that its words state.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["200"]), ("stored", &["20"])],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng chỉ tiêu trong kế hoạch là {stored}.",
        en: "The words quoted say {written}, but the plan's target is {stored}.",
    },
    mend: Both {
        vi: "Sửa giá trị của chỉ tiêu theo văn bản, hoặc trích đúng câu nêu con số này.",
        en: "Correct the target's value by the document, or quote the sentence that states this number.",
    },
};

/// How often a month, a quarter or a week comes in what a plan may span.
const TIMES: &[i64] = &[2, 3, 4, 5, 6, 9, 12, 52];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let bound = view
            .plan
            .units
            .iter()
            .filter(|unit| target.units.chooses(unit));
        let Some(written) = other_number(target, bound.count()) else {
            continue;
        };
        let (written, stored) = match target.value {
            Threshold::Count(stored) | Threshold::Money(stored) => {
                (written.value.into(), stored.into())
            }
            Threshold::BasisPoints(stored) => {
                let written = u32::try_from(written.value).unwrap_or(u32::MAX);
                (Word::Share(Share::of(written)), Word::Share(stored))
            }
            Threshold::Quantity(_) | Threshold::Ratio(_) | Threshold::Done => continue,
        };
        let said = TARGET_OTHER_NUMBER
            .with("written", written)
            .with("stored", stored);
        out.push(
            LintFinding::new(Severity::Warning, path.clone(), said)
                .stating([stated(&path, target)]),
        );
    }
}

/// The one number of that kind that the words state, where it is another than the target's.
pub(super) fn other_number(target: &Target, units: usize) -> Option<Number> {
    // "Giảm 3 vụ" is three below the number that it rests on.
    if target.changes() {
        return None;
    }
    let text = plain(target.source.quote.as_deref()?);
    let (value, percent) = match target.value {
        Threshold::Count(value) | Threshold::Money(value) => (value, false),
        // "Mỗi đoàn viên … 02 hoạt động": the share of the members is all of them.
        Threshold::BasisPoints(_) if target.scope == Scope::EachMember => return None,
        Threshold::BasisPoints(share) => (i64::from(share), true),
        Threshold::Quantity(_) | Threshold::Ratio(_) | Threshold::Done => return None,
    };
    let days = dates(&text);
    let written: Vec<Number> = numbers(&text)
        .into_iter()
        .filter(|number| number.percent == percent)
        .filter(|number| {
            !days
                .iter()
                .any(|day| day.start <= number.start && number.start < day.end)
        })
        .filter(|number| states_a_value(&text, *number))
        .collect();
    let [only] = written[..] else {
        return None;
    };
    let units = i64::try_from(units).unwrap_or(i64::MAX);
    let is_made = |times: i64| only.value.checked_mul(times) == Some(value);
    let is_same = only.value == value
        || TIMES.iter().copied().any(is_made)
        || units > 1 && is_made(units)
        || text.contains("mot ") && value == 1
        || usize::try_from(value) == Ok(days.len());
    (!is_same).then_some(only)
}

/// Whether a number can be what is to be reached: no year, no number of a document or a place, no count of units.
fn states_a_value(text: &str, number: Number) -> bool {
    let before = text.get(..number.start).unwrap_or_default();
    let after = text.get(number.end..).unwrap_or_default();
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let is_named = [
        "so", "nam", "quy", "thang", "khoa", "lan", "lop", "dot", "muc", "diem", "phan", "ngay",
        "tuan", "cap", "giai",
    ]
    .contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_joined = before.ends_with(|c: char| c.is_alphanumeric() || "/-.(".contains(c))
        || after.starts_with(|c: char| c.is_alphanumeric() || "/-:".contains(c));
    let is_time = [
        "ngay", "thang", "nam", "tuan", "quy", "gio", "phut", "buoi/",
    ]
    .iter()
    .any(|unit| after.trim_start().starts_with(unit));
    !is_named && !is_joined && !is_time && !counts_units(after.trim_start())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn the_number_of_the_words() {
        for (quote, value, is_other) in [
            ("Trồng ít nhất 200 cây xanh.", json!({"count": 20}), true),
            ("Trồng ít nhất 200 cây xanh.", json!({"count": 200}), false),
            ("Vận động 1,5 tỷ đồng", json!({"money": 150_000_000}), true),
            (
                "Vận động 1,5 tỷ đồng",
                json!({"money": 1_500_000_000}),
                false,
            ),
            // Each month, each unit.
            ("Mỗi tháng 04 buổi sinh hoạt", json!({"count": 48}), false),
            ("Mỗi cơ sở Đoàn 05 công trình", json!({"count": 15}), false),
            // Which of the two is meant cannot be said.
            (
                "Trồng 200 cây, 30 cây bóng mát",
                json!({"count": 20}),
                false,
            ),
            // What is no value.
            (
                "Tổ chức Tháng Thanh niên năm 2023 với 100 hoạt động",
                json!({"count": 100}),
                false,
            ),
            (
                "Thực hiện Kế hoạch số 12-KH/TĐTN ngày 3/2/2023",
                json!({"count": 5}),
                false,
            ),
            ("Đoàn 11 phường tổ chức hội thi", json!({"count": 1}), false),
            ("Tổ chức trong 03 ngày", json!({"count": 1}), false),
            (
                "Tổ chức 01 hội trại nhân ngày 26/3",
                json!({"count": 1}),
                false,
            ),
        ] {
            let plan = target(quote, json!({"value": value}));
            let found = codes(&plan, "target.otherNumber");
            assert_eq!(!found.is_empty(), is_other, "{quote} {value}");
        }
    }

    #[test]
    fn the_share_of_the_words() {
        for (quote, share, is_other) in [
            ("Ít nhất 70% đoàn viên học tập", 9000, true),
            ("Ít nhất 70% đoàn viên học tập", 7000, false),
            ("100% chi đoàn, 70% đoàn viên học tập", 9000, false),
        ] {
            let value = json!({"basisPoints": share});
            let plan = target(quote, json!({"indicator": "members", "value": value}));
            let found = codes(&plan, "target.otherNumber");
            assert_eq!(!found.is_empty(), is_other, "{quote} {share}");
        }
    }
}
