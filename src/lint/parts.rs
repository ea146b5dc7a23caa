//! A total that its parts cannot reach.
//!
//! Why: when every unit has done what is asked of it and the total is still missed, the total is asked
//! of nobody. Where the parts are an upper or exact number it is impossible.
//! Example: 20 people helped in the district, and one by each of eleven wards.

use super::view::{View, stated};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{Comparison, Scope, Target, Threshold};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TOTAL_PARTS_TOO_SMALL],
};

static TOTAL_PARTS_TOO_SMALL: Lint = Lint {
    code: "total.partsTooSmall",
    about: "A total is larger than what its parts ask together.",
    severities: &[Severity::Error, Severity::Info],
    gaps: &[("total", &["1.000"]), ("parts", &["800"])],
    says: Both {
        vi: "Tổng phải đạt là {total}, nhưng các đơn vị cộng lại chỉ được giao {parts}.",
        en: "The total is {total}, but what the units are asked adds up to {parts}.",
    },
    mend: Both {
        vi: "Tăng phần giao cho đơn vị, hoặc nêu ai thực hiện phần còn thiếu.",
        en: "Ask more of the units, or say who makes up the difference.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    // Of several of which some are enough, none need be reached.
    let alone = |scope: Scope| {
        let alone = view.targets().filter(move |(_, t)| t.scope == scope);
        alone.filter(|(_, t)| view.plan.group_of(&t.id).is_none())
    };
    for (path, whole) in alone(Scope::Whole) {
        for (part_path, part) in alone(Scope::Each) {
            let (Some(total), Some(each)) = (number(whole), number(part)) else {
                continue;
            };
            let same = whole.indicator == part.indicator && whole.per == part.per;
            let wants = !matches!(whole.comparison, Comparison::AtMost | Comparison::LessThan);
            let units = view
                .plan
                .units
                .iter()
                .filter(|unit| part.units.chooses(unit))
                .count();
            let parts = i64::try_from(units)
                .unwrap_or(i64::MAX)
                .saturating_mul(each);
            if !same || !wants || parts >= total {
                continue;
            }
            let severity = match part.comparison {
                Comparison::Exactly | Comparison::AtMost | Comparison::LessThan => Severity::Error,
                Comparison::AtLeast | Comparison::MoreThan | Comparison::NotEqual => Severity::Info,
            };
            out.push(
                LintFinding::new(
                    severity,
                    path.clone(),
                    TOTAL_PARTS_TOO_SMALL
                        .with("total", total)
                        .with("parts", parts),
                )
                .stating([stated(&path, whole), stated(&part_path, part)]),
            );
        }
    }
}

/// The number of a target; of a range, the most that it asks. None where each unit has its own.
fn number(target: &Target) -> Option<i64> {
    if target.of.is_some() {
        return None;
    }
    match target.up_to.unwrap_or(target.value) {
        Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value) => {
            Some(value)
        }
        Threshold::BasisPoints(_) | Threshold::Ratio(_) | Threshold::Done => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn parts_and_total() {
        for (total, each, comparison, expected) in [
            // Three units of the base level.
            (3, 1, "atLeast", ""),
            (20, 1, "atLeast", "info total.partsTooSmall"),
            (20, 1, "exactly", "error total.partsTooSmall"),
            (20, 7, "exactly", ""),
        ] {
            let mut plan = target(
                "Cả quận",
                json!({"value": {"count": total}, "scope": "whole"}),
            );
            let each = target(
                "Mỗi phường",
                json!({"value": {"count": each}, "scope": "each",
                "comparison": comparison, "units": {"levels": ["base"]}}),
            );
            plan.targets.extend(each.targets);
            assert_eq!(codes(&plan, "total."), expected, "{total} {comparison}");
        }
    }
}
