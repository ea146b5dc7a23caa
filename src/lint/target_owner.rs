//! Targets that the document gives to nobody.
//!
//! Why: a number for all together, with no unit named, is everybody's and so nobody's; the office cannot
//! say who is behind. A unit is named by the words of the target or by a heading above it ("Cấp quận");
//! units that the plan reads into it do not count.
//! Example: "Trồng mới ít nhất 100 cây xanh."

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::plan::{Id, Scope, Selector, Statement, Target};
use crate::text::{Both, fold};
use std::collections::BTreeSet;

/// What names who is to do it.
const UNITS: &[&str] = &[
    "cap quan",
    "cap huyen",
    "cap tinh",
    "cap co so",
    "co so",
    "quan doan",
    "huyen doan",
    "tinh doan",
    "thi doan",
    "doan phuong",
    "doan xa",
    "hoi lien hiep",
    "hoi dong doi",
    "nha thieu nhi",
];

use crate::finding::Severity;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NO_OWNER],
};

static TARGET_NO_OWNER: Lint = Lint {
    code: "target.noOwner",
    about: "Targets do not say who is to reach them.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "{count} chỉ tiêu không giao cho đơn vị cụ thể nào.",
        en: "{count} targets name no unit that is to reach them.",
    },
    mend: Both {
        vi: "Giao từng chỉ tiêu cho đơn vị cụ thể, hoặc phân bổ con số cho các đơn vị.",
        en: "Give each target to units, or divide the number among them.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let headings = document.map_or(&[][..], |document| &document.headings);
    // Of these each unit has its own part of what all are to reach together: "mỗi xã giảm ít nhất 03 vụ, toàn huyện giảm 10 %".
    let of_each = view.targets().map(|(_, one)| one);
    let of_each = of_each.filter(|one| one.scope == Scope::Each);
    let divided: BTreeSet<&Id> = of_each.map(|one| &one.indicator).collect();
    let lacks =
        |target: &Target| is_unowned(target, headings) && !divided.contains(&target.indicator);
    view.remark(out, lacks, &TARGET_NO_OWNER);
}

/// Whether a number for all together is given to nobody by the document.
pub(super) fn is_unowned(target: &Target, headings: &[Statement]) -> bool {
    let (Scope::Whole, Some(quote)) = (target.scope, &target.source.quote) else {
        return false;
    };
    if target.units == Selector::default() {
        return true;
    }
    let above = headings
        .iter()
        .filter(|heading| stands_under(&target.source.section, &heading.source.section));
    let mut texts = above
        .map(|heading| heading.text.as_str())
        .chain([quote.as_str()]);
    // Without headings it cannot be known what stands above.
    !headings.is_empty() && !texts.any(names_unit)
}

fn names_unit(text: &str) -> bool {
    let text = fold(text);
    UNITS.iter().any(|unit| text.contains(unit))
}

/// Whether a section is that of a heading, or part of it: "III.1(5)" of "III.1" and "III".
fn stands_under(section: &str, heading: &str) -> bool {
    section
        .strip_prefix(heading)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan, target};
    use crate::plan::Plan;
    use serde_json::json;

    #[test]
    fn who_is_to_reach_it() {
        for (change, expected) in [
            (json!({"scope": "whole"}), "info target.noOwner"),
            (json!({"scope": "whole", "units": {"levels": ["base"]}}), ""),
            (json!({"scope": "each"}), ""),
        ] {
            let plan = target("Trồng mới ít nhất 100 cây xanh.", change.clone());
            assert_eq!(codes(&plan, "target.noOwner"), expected, "{change}");
        }
    }

    #[test]
    fn what_each_unit_has_its_part_of_is_given_to_all() {
        let lacks = "info target.noOwner";
        for (indicator, scope, expected) in [
            ("trees", "each", ""),
            ("trees", "whole", lacks),
            ("members", "each", lacks),
        ] {
            let one = target("Trồng mới ít nhất 100 cây xanh.", json!({"scope": "whole"}));
            let mut json = serde_json::to_value(&one).unwrap();
            let own = json!({"id": "own", "text": "Mỗi cơ sở", "indicator": indicator, "value": {"count": 10},
                "scope": scope, "units": {"levels": ["base"]}, "source": {"section": "III"}});
            json["targets"].as_array_mut().unwrap().push(own);
            let plan = Plan::read(&json.to_string()).unwrap();
            assert_eq!(
                codes(&plan, "target.noOwner"),
                expected,
                "{indicator} {scope}"
            );
        }
    }

    #[test]
    fn a_heading_names_the_unit() {
        for (quote, heading, section, expected) in [
            ("Trồng 100 cây", "Cấp quận", "III.1", ""),
            ("Trồng 100 cây", "Chỉ tiêu", "III.1", "info target.noOwner"),
            ("Trồng 100 cây", "Cấp quận", "III.12", "info target.noOwner"),
            ("Quận Đoàn trồng 100 cây", "Chỉ tiêu", "III.1", ""),
        ] {
            let mut one = target(
                quote,
                json!({"units": {"levels": ["base"]}, "source": {"section": section, "quote": quote}}),
            );
            let headings = json!([{"text": heading, "source": {"section": "III.1"}}]);
            one.document = plan(json!({"document": {"headings": headings}})).document;
            assert_eq!(
                codes(&one, "target.noOwner"),
                expected,
                "{quote} {heading} {section}"
            );
        }
    }
}
