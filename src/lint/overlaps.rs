//! Two targets that count some things twice.
//!
//! Why: one new branch is reported under both, and two unlike words hide that it is the same. They are
//! found by the plan's own rules (one figure is part of the other) and by a phrase that both share
//! although they count different nouns. One sentence taken apart overlaps with nothing.
//! Example: "Phát triển 02 chi đoàn ngoài Nhà nước" and "Thành lập ít nhất 02 tổ chức Đoàn tại các doanh
//! nghiệp ngoài nhà nước".

use super::view::{View, stated};
use super::words::Phrase;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Comparison, Target, Term};
use crate::value::RollUp;

/// How many words in a row two targets share that speak of one thing.
const PHRASE: usize = 4;

use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_OVERLAPS],
};

static TARGET_OVERLAPS: Lint = Lint {
    code: "target.overlaps",
    about: "Two targets count some things twice.",
    severities: &[Severity::Info],
    gaps: &[],
    says: Both {
        vi: "Hai chỉ tiêu có phần trùng nhau: một kết quả có thể được tính hai lần.",
        en: "Two targets overlap: one result can count for both.",
    },
    mend: Both {
        vi: "Nói rõ kết quả của chỉ tiêu này có tính vào chỉ tiêu kia hay không.",
        en: "Say whether what counts for one counts for the other.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let targets: Vec<(Path, &Target, Phrase)> = view
        .targets()
        .map(|(path, target)| (path, target, Phrase::of(&target.text)))
        .collect();
    for (at, (path, one, words)) in targets.iter().enumerate() {
        for (other_path, other, other_words) in targets.iter().skip(at + 1) {
            let apart = one.source.quote.is_none() || one.source.quote != other.source.quote;
            if apart
                && one.indicator != other.indicator
                && (is_part(view, one, other)
                    || is_part(view, other, one)
                    || (count_unlike(view, one, other) && words.common_run(other_words) >= PHRASE))
            {
                out.push(
                    LintFinding::new(Severity::Info, other_path.clone(), &TARGET_OVERLAPS)
                        .stating([stated(path, one), stated(other_path, other)]),
                );
            }
        }
    }
}

/// Whether a rule of the plan holds that `part` cannot be more than `whole`.
fn is_part(view: &View<'_>, part: &Target, whole: &Target) -> bool {
    let figure = |terms: &[Term], target: &Target| matches!(terms, [Term::Figure(id)] if *id == target.indicator);
    view.plan.rules.iter().any(|rule| {
        let (less, more) = match rule.comparison {
            Comparison::AtMost => (&rule.left, &rule.right),
            Comparison::AtLeast => (&rule.right, &rule.left),
            _ => return false,
        };
        figure(less, part) && figure(more, whole)
    })
}

/// Whether the two count different nouns.
fn count_unlike(view: &View<'_>, one: &Target, other: &Target) -> bool {
    let noun = |target: &Target| {
        let indicator = view.plan.indicator(target.indicator.as_str())?;
        let counts = indicator.measure.roll_up() == RollUp::Count;
        counts.then(|| indicator.measure.noun()).flatten()
    };
    match (noun(one), noun(other)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn counted_twice() {
        for (other, comparison, expected) in [
            (
                "Thành lập ít nhất 02 tổ chức Đoàn",
                "atMost",
                "info target.overlaps",
            ),
            ("Thành lập ít nhất 02 tổ chức Đoàn", "notEqual", ""),
            (
                "Giới thiệu việc làm cho 702 thanh niên",
                "notEqual",
                "info target.overlaps",
            ),
        ] {
            let plan = plan(json!({
                "indicators": [
                    {"id": "trees", "label": "A", "measure": {"count": {"noun": "lượt"}}},
                    {"id": "b", "label": "B", "measure": {"count": {"noun": "người"}}}],
                "targets": [
                    {"id": "one", "text": "Tư vấn và giới thiệu việc làm cho 15.000 lượt", "indicator": "trees",
                     "value": {"count": 2}, "scope": "whole", "source": {"section": "III"}},
                    {"id": "two", "text": other, "indicator": "b",
                     "value": {"count": 2}, "scope": "whole", "source": {"section": "IV"}}],
                "rules": [{"id": "r", "left": [{"figure": "trees"}], "comparison": comparison,
                           "right": [{"figure": "b"}], "severity": "warning", "message": "Kiểm tra."}]}));
            assert_eq!(
                codes(&plan, "target.overlaps"),
                expected,
                "{other} {comparison}"
            );
        }
    }
}
