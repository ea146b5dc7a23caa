//! A target whose figure no form asks of the units that it binds.
//!
//! Why: progress against it can never be shown. Where the plan has no duty at all that is said once, by
//! another rule.
//! Example: "Trồng mới 100 cây" where neither the weekly nor the closing form has a field for trees.

use super::view::{View, stated};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{Duty, Only, Target, Unit};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NOT_ASKED],
};

static TARGET_NOT_ASKED: Lint = Lint {
    code: "target.notAsked",
    about: "No form asks the units that a target binds for the figure that shows it.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Không mẫu báo cáo nào hỏi số liệu của chỉ tiêu này từ đơn vị phải thực hiện.",
        en: "No form asks the units that this target binds for its figure.",
    },
    mend: Both {
        vi: "Thêm nội dung số liệu này vào mẫu báo cáo của đơn vị thực hiện.",
        en: "Add the figure to the form of the units that are to reach it.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    if view.plan.duties.is_empty() {
        return;
    }
    for (path, target) in view.targets() {
        if !view.plan.duties.iter().any(|duty| asks(view, duty, target)) {
            out.push(
                LintFinding::new(Severity::Warning, path.clone(), &TARGET_NOT_ASKED)
                    .stating([stated(&path, target)]),
            );
        }
    }
}

fn asks(view: &View<'_>, duty: &Duty, target: &Target) -> bool {
    let Some(template) = view.plan.template(duty.template.as_str()) else {
        return false;
    };
    view.plan.units.iter().any(|unit| {
        let mut sections = template
            .sections
            .iter()
            .filter(|one| chooses(&one.only, unit));
        duty.by.chooses(unit)
            && target.units.chooses(unit)
            && sections.any(|section| {
                let mut fields = section.fields.iter();
                fields
                    .any(|field| field.indicator == target.indicator && chooses(&field.only, unit))
            })
    })
}

fn chooses(only: &Option<Box<Only>>, unit: &Unit) -> bool {
    only.as_ref().is_none_or(|only| only.units.chooses(unit))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn a_form_asks_the_bound_units() {
        for (change, expected) in [
            (json!({"indicator": "trees"}), ""),
            (
                json!({"indicator": "members", "value": {"basisPoints": 10000}}),
                "warning target.notAsked",
            ),
            (
                json!({"indicator": "trees", "units": {"levels": ["district"]}}),
                "warning target.notAsked",
            ),
        ] {
            let plan = target("Trồng 100 cây", change.clone());
            assert_eq!(codes(&plan, "target.notAsked"), expected, "{change}");
        }
    }
}
