//! Figures that no form asks.
//!
//! Why: what nobody is asked nobody reports, and a target against it stays empty.
//! Example: an indicator taken over from last year's plan, whose field was struck from the form.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&FIGURE_UNASKED],
};

static FIGURE_UNASKED: Lint = Lint {
    code: "figure.unasked",
    about: "A figure is in no form and in no target.",
    severities: &[Severity::Info],
    gaps: &[("label", &["Số cây xanh trồng mới"])],
    says: Both {
        vi: "Không mẫu báo cáo nào hỏi “{label}”, và không chỉ tiêu nào dùng đến.",
        en: "No form asks “{label}”, and no target uses it.",
    },
    mend: Both {
        vi: "Thêm vào một mẫu báo cáo, hoặc bỏ khỏi kế hoạch.",
        en: "Add it to a form, or take it out of the plan.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, indicator) in view.plan.indicators.iter().enumerate() {
        let mut templates = view.plan.templates.iter();
        let is_asked = templates.any(|template| {
            let mut fields = template.sections.iter().flat_map(|section| &section.fields);
            fields.any(|field| field.indicator == indicator.id)
        });
        // Of a target that no form asks it is said there.
        let is_bound = view
            .targets()
            .any(|(_, target)| target.indicator == indicator.id);
        if !is_asked && !is_bound {
            let said = FIGURE_UNASKED.with("label", indicator.label.clone());
            out.push(LintFinding::new(
                Severity::Info,
                Path::top("indicators").at(at),
                said,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan, target};
    use serde_json::json;

    #[test]
    fn what_no_form_asks() {
        // Of the two figures of the small plan its form asks one.
        assert_eq!(
            codes(&plan(json!({})), "figure.unasked"),
            "info figure.unasked"
        );
        let bound = target(
            "70% đoàn viên",
            json!({"indicator": "members", "value": {"basisPoints": 7000}}),
        );
        assert_eq!(codes(&bound, "figure.unasked"), "");
    }
}
