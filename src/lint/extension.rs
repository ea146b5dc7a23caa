//! An extension that puts no deadline off.
//!
//! Why: the units are told of more time and have none, for an extension never moves a deadline forward.
//! Example: "gia hạn đến hết ngày 10/3", of a report that is due on 15 March.

use super::view::View;
use super::{Lint, LintFinding, Slice, Stated};
use crate::finding::Severity;
use crate::plan::{Duty, Extension, Plan};
use crate::schedule::{is_late, listed_periods};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_NOT_EXTENDED],
};

static DEADLINE_NOT_EXTENDED: Lint = Lint {
    code: "deadline.notExtended",
    about: "An extension puts no deadline off.",
    severities: &[Severity::Warning],
    gaps: &[(
        "deadline",
        &[
            "hết ngày thứ Sáu 10/3/2023",
            "by the end of Friday 10/3/2023",
        ],
    )],
    says: Both {
        vi: "Gia hạn ({deadline}) không lùi hạn nào: hạn đã nêu không sớm hơn, hoặc không có kỳ nào trong những ngày ấy.",
        en: "The extension ({deadline}) puts no deadline off: none is earlier, or no period lies within its days.",
    },
    mend: Both {
        vi: "Sửa hạn mới, hoặc những ngày mà việc gia hạn áp dụng.",
        en: "Correct the new deadline, or the days to which the extension applies.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        for (at, extension) in duty.extensions.iter().enumerate() {
            if puts_off(view.plan, duty, extension) {
                continue;
            }
            let path = path.clone().then("extensions").at(at);
            let said = DEADLINE_NOT_EXTENDED.with("deadline", extension.deadline);
            let stated = Stated::new(path.clone(), &extension.source, None);
            out.push(LintFinding::new(Severity::Warning, path, said).stating([stated]));
        }
    }
}

/// Whether a deadline that holds for some unit is earlier.
fn puts_off(plan: &Plan, duty: &Duty, extension: &Extension) -> bool {
    let until = extension.deadline.cutoff(plan.offset);
    let holds = duty
        .schedules
        .iter()
        .filter(|stated| stated.id == duty.applies || stated.units.is_some());
    holds
        .flat_map(|stated| listed_periods(plan, &stated.schedule))
        .filter(|listed| extension.within.encloses(listed.period))
        .filter_map(|listed| Some(listed.deadline?.cutoff(plan.offset)))
        .any(|cutoff| cutoff != until && is_late(Some(cutoff), until))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn an_extension_that_is_none() {
        for (within, until, expected) in [
            (["2023-03-01", "2023-03-10"], "2023-03-16", ""),
            (
                ["2023-03-01", "2023-03-10"],
                "2023-03-15",
                "warning deadline.notExtended",
            ),
            (
                ["2023-03-02", "2023-03-10"],
                "2023-03-16",
                "warning deadline.notExtended",
            ),
        ] {
            let mut one = duty(json!({"listed": [
                {"period": {"from": "2023-03-01", "to": "2023-03-10"}, "deadline": {"date": "2023-03-15"}}]}));
            one["extensions"] = json!([{"within": {"from": within[0], "to": within[1]},
                "deadline": {"date": until}, "source": {"section": "CV 12"}}]);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "deadline.notExtended"),
                expected,
                "{within:?} {until}"
            );
        }
    }
}
