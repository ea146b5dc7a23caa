//! A number of which it is not clear whether each unit or all of them together are to reach it.
//!
//! Why: "Đoàn 11 phường có ít nhất 01 hoạt động" is eleven activities or one. "Mỗi", "từng" and "100%"
//! make it clear; without them the plan takes one reading and says so.
//! Example: "Đoàn 11 phường phối hợp cảm hóa, giúp đỡ được ít nhất 01 thanh niên hoàn lương".

use super::target_owner::is_unowned;
use super::view::{View, stated};
use super::words::{counts_units, numbers};
use super::{Lint, LintFinding, Slice, Stated};
use crate::finding::Severity;
use crate::plan::{Plan, Scope, Target, Threshold};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_AMBIGUOUS_SCOPE],
};

static TARGET_AMBIGUOUS_SCOPE: Lint = Lint {
    code: "target.ambiguousScope",
    about: "It is not clear whether a number holds for each unit or for all of them together.",
    severities: &[Severity::Warning],
    gaps: &[("value", &["1"]), ("total", &["11"]), ("units", &["11"])],
    says: Both {
        vi: "Không rõ mỗi đơn vị phải đạt {value} (cộng lại {total}) hay cả {units} đơn vị cùng đạt {value}.",
        en: "It is not clear whether each unit is to reach {value} ({total} together) or all {units} together {value}.",
    },
    mend: Both {
        vi: "Ghi “mỗi đơn vị” hoặc “tổng cộng”.",
        en: "Write “mỗi đơn vị” (each) or “tổng cộng” (together).",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let headings = document.map_or(&[][..], |document| &document.headings);
    for (path, target) in view.targets() {
        let (Threshold::Count(value), Some(quote)) = (target.value, &target.source.quote) else {
            continue;
        };
        // "Mỗi đoàn viên": what rests on a number of the unit is each unit's own.
        if target.of.is_some() {
            continue;
        }
        let text = plain(quote);
        let unclear = text
            .split([';', ','])
            .any(|clause| is_unclear(clause, value))
            || is_unclear(&text, value) && !text.contains([';']);
        let units = bound(view.plan, target);
        // One for a whole province, or one in each district: nobody is named.
        let one = value == 1 && is_unowned(target, headings) && says_one(&text);
        if (unclear || one) && units > 1 {
            let together = i64::try_from(units)
                .unwrap_or(i64::MAX)
                .saturating_mul(value);
            let said = TARGET_AMBIGUOUS_SCOPE
                .with("units", units)
                .with("value", value)
                .with("total", together);
            out.push(
                LintFinding::new(Severity::Warning, path.clone(), said)
                    .stating([stated(&path, target)])
                    .stating(totals(view, target)),
            );
        }
    }
}

fn says_one(text: &str) -> bool {
    ["it nhat 01 ", "it nhat 1 ", "it nhat mot "]
        .iter()
        .any(|words| text.contains(words))
}

/// The totals of the same figure, which speak for one of the readings.
fn totals(view: &View<'_>, target: &Target) -> Vec<Stated> {
    view.targets()
        .filter(|(_, other)| {
            other.id != target.id
                && other.indicator == target.indicator
                && other.scope == Scope::Whole
        })
        .map(|(path, other)| stated(&path, other))
        .collect()
}

/// Whether the words name several units and a number, and neither "each" nor "together".
fn is_unclear(clause: &str, value: i64) -> bool {
    let Some((before, _)) = clause.split_once("it nhat") else {
        return false;
    };
    let several = ["cap co so", "cac co so", "cac phuong", "cac don vi"];
    let counted = numbers(before).iter().any(|number| {
        let after = before.get(number.end..).unwrap_or_default();
        number.value > 1 && !number.percent && counts_units(after)
    });
    let clear = ["moi ", "tung ", "100%", "tong cong", "tat ca ", "cung nhau"];
    let stated = numbers(clause).iter().any(|number| number.value == value);
    stated
        && (counted || several.iter().any(|name| before.contains(name)))
        && !clear.iter().any(|word| clause.contains(word))
}

fn bound(plan: &Plan, target: &Target) -> usize {
    let units = plan.units.iter();
    units.filter(|unit| target.units.chooses(unit)).count()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn each_or_together() {
        for (quote, unclear) in [
            (
                "Chỉ đạo Đoàn 11 phường có ít nhất 01 hoạt động hỗ trợ",
                true,
            ),
            (
                "Đoàn 11 phường phối hợp cảm hóa, giúp đỡ được ít nhất 01 thanh niên",
                true,
            ),
            (
                "Mỗi Đoàn phường trong 11 phường có ít nhất 01 hoạt động",
                false,
            ),
            (
                "cấp quận ít nhất 02 lần/năm, cấp cơ sở ít nhất 01 lần/năm",
                true,
            ),
            ("100% cơ sở Đoàn tổ chức ít nhất 01 hoạt động", false),
            ("Trồng mới ít nhất 01 cây", false),
        ] {
            let plan = target(quote, json!({"value": {"count": 1}, "scope": "each"}));
            assert_eq!(
                !codes(&plan, "target.ambiguousScope").is_empty(),
                unclear,
                "{quote}"
            );
        }
    }

    #[test]
    fn one_for_all_or_one_for_each() {
        for (quote, scope, unclear) in [
            ("có ít nhất 01 ấp khó khăn được hỗ trợ", "whole", true),
            ("có ít nhất 30 thanh niên được hỗ trợ", "whole", false),
            ("mỗi cơ sở hỗ trợ ít nhất 01 ấp", "each", false),
        ] {
            let value = if quote.contains("30") { 30 } else { 1 };
            let plan = target(quote, json!({"value": {"count": value}, "scope": scope}));
            let found = codes(&plan, "target.ambiguousScope");
            assert_eq!(!found.is_empty(), unclear, "{quote}");
        }
    }
}
