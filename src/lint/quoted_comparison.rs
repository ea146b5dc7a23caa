//! A target that compares otherwise than its words.
//!
//! Why: "không quá 5" read as at least 5 praises whoever has fifty. "Trên 90" read as at least 90 is off by one.
//! Example: "Tỷ lệ nợ quá hạn dưới 1 %" stored as at least 1 %.

use super::view::{View, stated, values};
use super::{Lint, LintFinding, PatchValue, Slice};
use crate::finding::Severity;
use crate::plan::{Comparison, Target};
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_OTHER_COMPARISON],
};

static TARGET_OTHER_COMPARISON: Lint = Lint {
    code: "target.otherComparison",
    about: "A target compares otherwise than its words: at most is stored as at least, more than as at least.",
    severities: &[Severity::Warning, Severity::Info],
    gaps: &[
        ("written", &["không quá"]),
        ("stored", &["ít nhất", "at least"]),
    ],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng chỉ tiêu trong kế hoạch là “{stored}”.",
        en: "The words quoted say “{written}”, but the plan's target is “{stored}”.",
    },
    mend: Both {
        vi: "Sửa cách so sánh của chỉ tiêu theo văn bản.",
        en: "Correct the target's comparison by the document.",
    },
};

/// What stands before a number, the longer before what it contains. Marks count: "hơn" is not "hôn".
const BEFORE: &[(&str, Comparison)] = &[
    ("không vượt quá", Comparison::AtMost),
    ("không nhiều hơn", Comparison::AtMost),
    ("không ít hơn", Comparison::AtLeast),
    ("không thấp hơn", Comparison::AtLeast),
    ("không cao hơn", Comparison::AtMost),
    ("không vượt", Comparison::AtMost),
    ("không quá", Comparison::AtMost),
    ("không để quá", Comparison::AtMost),
    ("không có quá", Comparison::AtMost),
    ("không dưới", Comparison::AtLeast),
    ("không hơn", Comparison::AtMost),
    ("không trên", Comparison::AtMost),
    ("giảm xuống còn", Comparison::AtMost),
    ("giảm xuống", Comparison::AtMost),
    ("giảm còn", Comparison::AtMost),
    ("hạ xuống còn", Comparison::AtMost),
    ("xuống còn", Comparison::AtMost),
    ("chỉ còn", Comparison::AtMost),
    ("không được quá", Comparison::AtMost),
    ("vượt quá", Comparison::MoreThan),
    ("vượt mức", Comparison::MoreThan),
    ("vượt", Comparison::MoreThan),
    ("chí ít", Comparison::AtLeast),
    ("nhiều nhất", Comparison::AtMost),
    ("tối đa", Comparison::AtMost),
    ("ít nhất", Comparison::AtLeast),
    ("tối thiểu", Comparison::AtLeast),
    ("ít hơn", Comparison::LessThan),
    ("thấp hơn", Comparison::LessThan),
    ("nhiều hơn", Comparison::MoreThan),
    ("dưới", Comparison::LessThan),
    ("trên", Comparison::MoreThan),
    ("hơn", Comparison::MoreThan),
    ("đúng", Comparison::Exactly),
];

/// Words before "đúng" with which it says how something is done, and not how many: "theo đúng 03 bước".
const AS_TOLD: [&str; 6] = ["theo", "thực hiện", "chấp hành", "làm", "tuân thủ", "không"];

/// What stands after a number.
const AFTER: &[(&str, Comparison)] = &[
    ("trở lên", Comparison::AtLeast),
    ("trở xuống", Comparison::AtMost),
];

/// Signs before a number.
const SIGNS: &[(&str, Comparison)] = &[
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("<", Comparison::LessThan),
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let Some((written, meant)) = said(view, target) else {
            continue;
        };
        if meant == target.comparison {
            continue;
        }
        // Less than and at most look the same way; which of them is off by one.
        let severity = if is_upward(meant) == is_upward(target.comparison) {
            Severity::Info
        } else {
            Severity::Warning
        };
        let said = TARGET_OTHER_COMPARISON
            .with("written", written.to_owned())
            .with("stored", target.comparison);
        out.push(
            LintFinding::new(severity, path.clone(), said)
                .stating([stated(&path, target)])
                .mended(
                    path.then("comparison"),
                    PatchValue::Word(key(meant).to_owned()),
                ),
        );
    }
}

/// What its words say right before the target's number, wherever it stands.
fn said(view: &View<'_>, target: &Target) -> Option<(&'static str, Comparison)> {
    // "Giảm ít nhất 10%" is at most 90%, and a range has two comparisons.
    if target.changes() || target.up_to.is_some() {
        return None;
    }
    let text = clean(target.source.quote.as_deref()?).to_lowercase();
    let mut here = values(view, target, &text).into_iter().map(|number| {
        let before = before(text.get(..number.start).unwrap_or_default());
        let after = after(text.get(number.end..).unwrap_or_default());
        match (before, after) {
            // "Trên 300 … trở lên" says two things, and which is meant cannot be said.
            (Some(one), Some(other)) if one.1 != other.1 => None,
            (before, after) => before.or(after),
        }
    });
    let first = here.next()?;
    // The number stands twice, under two comparisons: which is meant cannot be said.
    here.all(|other| other == first).then_some(first)?
}

/// "100 cây trở lên": in the same clause, before any other number.
fn after(text: &str) -> Option<(&'static str, Comparison)> {
    let clause = text.split(|c: char| ",;.()".contains(c) || c.is_ascii_digit());
    let clause = clause.into_iter().next().unwrap_or_default();
    let near: Vec<&str> = clause.split_whitespace().take(7).collect();
    let near = near.join(" ");
    let found = AFTER.iter().copied();
    found.into_iter().find(|(words, _)| near.contains(words))
}

fn before(text: &str) -> Option<(&'static str, Comparison)> {
    let text = text.trim_end();
    if let Some(sign) = SIGNS.iter().copied().find(|(sign, _)| text.ends_with(sign)) {
        return Some(sign);
    }
    // "Trên dưới 100" is about a hundred.
    if text.ends_with("trên dưới") {
        return None;
    }
    // "Đạt", "từ" and "là" may come between.
    let text = ["đạt", "từ", "là", "được"]
        .iter()
        .find_map(|word| text.strip_suffix(word)?.strip_suffix(' '))
        .unwrap_or(text);
    let is_word = |at: usize| {
        let head = text.get(..at).unwrap_or_default();
        !head.ends_with(char::is_alphanumeric)
    };
    BEFORE.iter().copied().find(|(words, compares)| {
        text.strip_suffix(words).is_some_and(|head| {
            let as_told = || AS_TOLD.iter().any(|word| head.trim_end().ends_with(word));
            is_word(head.len()) && (*compares != Comparison::Exactly || !as_told())
        })
    })
}

/// Whether more is better.
fn is_upward(comparison: Comparison) -> Option<bool> {
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => Some(true),
        Comparison::AtMost | Comparison::LessThan => Some(false),
        Comparison::Exactly | Comparison::NotEqual => None,
    }
}

/// How a plan writes it.
const fn key(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "atLeast",
        Comparison::AtMost => "atMost",
        Comparison::Exactly => "exactly",
        Comparison::MoreThan => "moreThan",
        Comparison::LessThan => "lessThan",
        Comparison::NotEqual => "notEqual",
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, measured, target};
    use serde_json::json;

    #[test]
    fn the_comparison_of_a_quantity() {
        for (quote, comparison, expected) in [
            (
                "Còn dưới 2,5 km đường đất",
                "atLeast",
                "warning target.otherComparison",
            ),
            (
                "Còn không quá 2.500 m đường đất",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Sửa ít nhất 2,5 km đường", "atLeast", ""),
            ("Sửa dưới 3 km đường", "atLeast", ""),
        ] {
            let plan = measured(quote, json!({"comparison": comparison}));
            assert_eq!(codes(&plan, "target.otherComparison"), expected, "{quote}");
        }
    }

    #[test]
    fn the_comparison_of_the_words() {
        for (quote, comparison, expected) in [
            (
                "Trồng không quá 100 cây",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Trồng không quá 100 cây", "atMost", ""),
            (
                "Có dưới 100 vụ việc",
                "atLeast",
                "warning target.otherComparison",
            ),
            (
                "Có dưới 100 vụ việc",
                "atMost",
                "info target.otherComparison",
            ),
            (
                "Trồng trên 100 cây",
                "atLeast",
                "info target.otherComparison",
            ),
            ("Trồng trên 100 cây", "moreThan", ""),
            ("Vượt 100 cây", "atLeast", "info target.otherComparison"),
            ("Vượt 100 cây", "moreThan", ""),
            (
                "Giảm xuống còn 100 vụ",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Giảm còn dưới 100 vụ", "lessThan", ""),
            ("Không vượt quá 100 vụ", "atMost", ""),
            ("Trồng không dưới 100 cây", "atLeast", ""),
            (
                "Trồng không dưới 100 cây",
                "atMost",
                "warning target.otherComparison",
            ),
            (
                "Trồng ít nhất 100 cây",
                "exactly",
                "warning target.otherComparison",
            ),
            (
                "Trồng tối đa đạt 100 cây",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Trồng 100 cây trở lên", "atLeast", ""),
            (
                "Trồng đúng 100 cây",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Trồng đúng 100 cây", "exactly", ""),
            ("Thực hiện theo đúng 100 nội dung", "atLeast", ""),
            ("Trồng cây đúng tiêu chuẩn, 100 cây", "atLeast", ""),
            (
                "Trồng 100 cây trở lên",
                "atMost",
                "warning target.otherComparison",
            ),
            (
                "Không để quá 100 cây chết",
                "atLeast",
                "warning target.otherComparison",
            ),
            ("Trồng trên dưới 100 cây", "atLeast", ""),
            ("Trồng trên 100 cây trở lên", "atLeast", ""),
            ("Trồng 100 cây, từ 5 tuyến đường trở xuống", "atLeast", ""),
            // Another number's word, and a word in another sense.
            (
                "Dưới sự chỉ đạo của Thành Đoàn, trồng 100 cây",
                "atLeast",
                "",
            ),
            ("Trồng trên 50 tuyến đường 100 cây", "atLeast", ""),
            (
                "Trồng trên 100 cây, ít nhất 100 cây bóng mát",
                "atLeast",
                "",
            ),
        ] {
            let plan = target(quote, json!({"comparison": comparison}));
            assert_eq!(
                codes(&plan, "target.otherComparison"),
                expected,
                "{quote} {comparison}"
            );
        }
    }
}
