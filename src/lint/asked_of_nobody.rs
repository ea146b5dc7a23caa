//! What a form asks of nobody: no unit that owes it is meant, or no report is of the days.
//!
//! Why: what is never shown is never answered, and nobody misses it; mostly a group was renamed, or a day mistyped.
//! Example: a section only for schools in a form that wards alone owe; a field only from a day after the last report.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::calendar::Period;
use crate::finding::{Path, Severity};
use crate::plan::{Only, Plan, Section, Template, Unit};
use crate::schedule::occasions_of;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ASKED_OF_NOBODY],
};

static ASKED_OF_NOBODY: Lint = Lint {
    code: "form.askedOfNobody",
    about: "A field or section is only for units that do not owe the form, or from a day after its last report.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Không báo cáo nào theo mẫu này hỏi nội dung này: không đơn vị phải báo cáo hoặc kỳ báo cáo nào được chọn.",
        en: "No report of this form asks this: it chooses no unit that owes one, or no period.",
    },
    mend: Both {
        vi: "Sửa đơn vị hoặc ngày áp dụng, hoặc bỏ nội dung này khỏi mẫu.",
        en: "Correct the units or the day, or take it out of the form.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, template) in view.plan.templates.iter().enumerate() {
        let owing = owing(view.plan, template);
        // Of a form that nobody owes at all it is said elsewhere.
        if owing.is_empty() {
            continue;
        }
        let is_asked = |of: Option<&Only>, only: Option<&Only>| {
            let concerns = |only: Option<&Only>, (unit, last): &(&Unit, Period)| {
                only.is_none_or(|only| only.concerns(unit, *last))
            };
            owing
                .iter()
                .any(|one| concerns(of, one) && concerns(only, one))
        };
        let sections = Path::top("templates").at(at).then("sections");
        for (at, section) in template.sections.iter().enumerate() {
            let path = sections.clone().at(at);
            let of = section.only.as_deref();
            if of.is_some() && !is_asked(of, None) {
                out.push(LintFinding::new(Severity::Warning, path, &ASKED_OF_NOBODY));
                continue;
            }
            for (at, field) in section.fields.iter().enumerate() {
                let only = field.only.as_deref();
                if only.is_some() && !is_asked(of, only) {
                    let path = path.clone().then("fields").at(at);
                    out.push(LintFinding::new(Severity::Warning, path, &ASKED_OF_NOBODY));
                }
            }
        }
    }
}

/// The units that owe the form, each with its last period.
fn owing<'p>(plan: &'p Plan, template: &Template) -> Vec<(&'p Unit, Period)> {
    let mut owing = Vec::new();
    let has = |section: &Section| {
        section.only.is_some() || section.fields.iter().any(|field| field.only.is_some())
    };
    if !template.sections.iter().any(has) {
        return owing;
    }
    let duties = plan.duties.iter();
    for duty in duties.filter(|duty| duty.template == template.id) {
        for unit in &plan.units {
            let occasions = occasions_of(plan, duty, unit).into_iter();
            let rule = duty.on_demand().filter(|_| duty.by.chooses(unit));
            let last = occasions
                .map(|occasion| occasion.period)
                .chain(rule.map(|rule| rule.days(plan)))
                .max_by_key(|one| one.to());
            owing.extend(last.map(|last| (unit, last)));
        }
    }
    owing
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    #[test]
    fn what_is_for_nobody_who_owes_the_form() {
        let field = |only: Value| {
            json!([{"id": "form", "source": {"section": "V"}, "sections": [
            {"id": "s", "title": "Số liệu", "fields": [{"indicator": "trees", "only": only}]}]}])
        };
        for (only, expected) in [
            (json!({"units": {"units": ["a"]}}), ""),
            (
                json!({"units": {"levels": ["district"]}}),
                "warning form.askedOfNobody",
            ),
            (json!({"from": "2023-03-31"}), ""),
            (json!({"from": "2023-04-01"}), "warning form.askedOfNobody"),
        ] {
            let mut asked = duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-31"}}]}));
            asked["by"] = json!({"levels": ["base"]});
            let plan = plan(json!({"templates": field(only.clone()), "duties": [asked]}));
            assert_eq!(codes(&plan, "form.askedOfNobody"), expected, "{only}");
        }
    }
}
