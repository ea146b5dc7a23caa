//! Targets that do not say whether their number is the least, the most or exact.
//!
//! Why: the plan reads "at least", which is usual; where "đúng" or "không quá" is meant the verdict would
//! be wrong. A hundred percent needs no such word, nor does what is merely done.
//! Example: "Giúp đỡ 500 thanh thiếu nhi" beside "cảm hóa ít nhất 30 thanh thiếu niên".

use super::view::View;
use super::words::{
    Ends, Number, clause_after, clause_before, counts_units, dates, in_words, numbers,
};
use super::{Lint, LintFinding, Slice};
use crate::plan::{Comparison, Target, Threshold};
use crate::text::{Both, clean};

/// What says how a number is meant; "xây dựng" is not "đúng", so marks count.
const PHRASES: &[&str] = &[
    "ít nhất",
    "tối thiểu",
    "không quá",
    "không dưới",
    "không vượt",
    "tối đa",
    "đạt tỷ lệ",
];

/// The same, right before the number.
const WORDS: &[&str] = &["trên", "hơn", "đúng", "đạt", "dưới", "từ", "quá"];

use crate::finding::Severity;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NO_COMPARISON],
};

static TARGET_NO_COMPARISON: Lint = Lint {
    code: "target.noComparison",
    about: "Targets do not say whether their number is the least, the most or exact.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "{count} chỉ tiêu không nói con số là ít nhất, nhiều nhất hay đúng bằng; kế hoạch hiểu là ít nhất.",
        en: "{count} targets do not say whether the number is the least, the most or exact; the plan reads the least.",
    },
    mend: Both {
        vi: "Ghi “ít nhất”, “không quá” hoặc “đúng” trước con số.",
        en: "Write “ít nhất”, “không quá” or “đúng” before the number.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    view.remark(out, is_bare, &TARGET_NO_COMPARISON);
}

fn is_bare(target: &Target) -> bool {
    let Some(quote) = &target.source.quote else {
        return false;
    };
    // Of another comparison the plan reads no least number.
    if target.changes() || target.up_to.is_some() || target.comparison != Comparison::AtLeast {
        return false;
    }
    let (value, percent) = match target.value {
        Threshold::Count(value) | Threshold::Money(value) => (value, false),
        Threshold::BasisPoints(share) if share.points() < 10_000 => (i64::from(share), true),
        Threshold::BasisPoints(_)
        | Threshold::Quantity(_)
        | Threshold::Ratio(_)
        | Threshold::Done => return false,
    };
    let text = clean(quote).to_lowercase();
    if usize::try_from(value) == Ok(dates(&text).len()) {
        // As many as there are days listed.
        return false;
    }
    let (written, worded) = (numbers(&text), in_words(&text));
    let mut here = written
        .iter()
        .filter(|n| n.value == value && n.percent == percent)
        .peekable();
    here.peek().is_some()
        && here.all(|number| {
            let before = text
                .get(..start(&text, &worded, number))
                .unwrap_or_default();
            let after = text.get(number.end..).unwrap_or_default();
            let after = after.trim_start_matches([')', ' ']);
            !says_before(before) && !says_after(after) && !counts_units(after)
        })
}

/// Where a number begins that may be written in words first: "ít nhất hai (02)".
fn start(text: &str, worded: &[Number], number: &Number) -> usize {
    let is_it = |word: &&Number| {
        let between = text.get(word.end..number.start);
        word.value == number.value && between.is_some_and(|between| between.trim() == "(")
    };
    worded.iter().find(is_it).unwrap_or(number).start
}

fn says_before(text: &str) -> bool {
    let clause = clause_before(text, Ends::Comma);
    let mut words: Vec<&str> = clause.split_whitespace().rev().take(3).collect();
    words.reverse();
    let last = words.last().is_some_and(|word| WORDS.contains(word));
    let words = words.join(" ");
    last || PHRASES.iter().any(|phrase| words.contains(phrase))
}

/// "Trở lên" may follow the number and its noun.
fn says_after(text: &str) -> bool {
    let clause = clause_after(text, Ends::Comma);
    let words: Vec<&str> = clause.split_whitespace().take(6).collect();
    let words = words.join(" ");
    words.contains("trở lên") || words.contains("trở xuống")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn least_most_or_exact() {
        for (quote, value, bare) in [
            ("Giúp đỡ 500 thanh thiếu nhi", json!({"count": 500}), true),
            (
                "cảm hóa ít nhất 30 thanh thiếu niên",
                json!({"count": 30}),
                false,
            ),
            (
                "cho 8.000 thanh thiếu nhi; cho ít nhất 15.000 lượt",
                json!({"count": 8000}),
                true,
            ),
            (
                "cho 8.000 thanh thiếu nhi; cho ít nhất 15.000 lượt",
                json!({"count": 15000}),
                false,
            ),
            ("10 công trình trở lên", json!({"count": 10}), false),
            (
                "Công nhận Đoàn 11 phường thực hiện tốt",
                json!({"count": 11}),
                false,
            ),
            ("Xây dựng 10 địa chỉ xanh", json!({"count": 10}), true),
            ("Đạt 10 chi đoàn", json!({"count": 10}), false),
            ("Trồng không quá 100 cây", json!({"count": 100}), false),
            ("Tổ chức ít nhất hai (02) lớp", json!({"count": 2}), false),
            (
                "Tổ chức ít nhất hai mươi lăm (25) lớp",
                json!({"count": 25}),
                false,
            ),
            ("Tổ chức hai (02) lớp", json!({"count": 2}), true),
            ("Không để xảy ra quá 05 vụ", json!({"count": 5}), false),
            ("Sinh hoạt quá trình 05 buổi", json!({"count": 5}), true),
            ("Có 05 vụ trở xuống", json!({"count": 5}), false),
        ] {
            let plan = target(quote, json!({"value": value}));
            let found = codes(&plan, "target.noComparison");
            assert_eq!(!found.is_empty(), bare, "{quote}");
        }
        for (comparison, bare) in [("atLeast", true), ("atMost", false), ("exactly", false)] {
            let stored = json!({"value": {"count": 500}, "comparison": comparison});
            let found = codes(
                &target("Giúp đỡ 500 thanh thiếu nhi", stored),
                "target.noComparison",
            );
            assert_eq!(!found.is_empty(), bare, "{comparison}");
        }
    }
}
