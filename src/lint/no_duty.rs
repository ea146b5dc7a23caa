//! A plan that sets targets and asks for no report.
//!
//! Why: what nobody reports nobody knows. The office adds a duty of its own, marked "ngoài văn bản" as
//! not of the document; without one the plan cannot be reported on at all.
//! Example: a programme for a year whose last section is the list of recipients.

use super::view::{View, is_added, stated};
use super::{LintFinding, LintKind, Stated};
use crate::finding::{Path, Severity};

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    if view.duties().any(|(_, duty)| !is_added(&duty.source)) {
        return;
    }
    let added = !view.plan.duties.is_empty();
    let severity = if added {
        Severity::Warning
    } else {
        Severity::Error
    };
    let duties = view
        .duties()
        .map(|(path, duty)| Stated::new(path, &duty.source, None));
    let targets = view.targets().take(1);
    let finding = LintFinding::new(severity, Path::top("duties"), LintKind::DutyNone { added })
        .stating(
            targets
                .map(|(path, target)| stated(&path, target))
                .collect::<Vec<_>>(),
        )
        .stating(duties.collect::<Vec<_>>());
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn somebody_must_report() {
        let mut added = duty(json!({"listed": []}));
        added["source"]["section"] = json!("ngoài văn bản");
        for (duties, expected) in [
            (json!([]), "error duty.none"),
            (json!([added]), "warning duty.none"),
            (json!([duty(json!({"listed": []}))]), ""),
        ] {
            let plan = plan(json!({"duties": duties}));
            assert_eq!(codes(&plan, "duty.none"), expected, "{duties}");
        }
    }
}
