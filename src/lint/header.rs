//! A plan without a number or a day of issue.
//!
//! Why: reports and other plans cite it by both ("Thực hiện Kế hoạch số … ngày …"), and without the day
//! nobody can say which events came before it.
//! Example: a text that begins with "KẾ HOẠCH".

use super::view::View;
use super::{LintFinding, LintKind};
use crate::finding::{Path, Severity};

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let number = document.and_then(|document| document.number.as_ref());
    let issued = document.and_then(|document| document.issued);
    for (missing, kind) in [
        (number.is_none(), LintKind::DocumentNoNumber),
        (issued.is_none(), LintKind::DocumentNoIssueDate),
    ] {
        if missing {
            out.push(LintFinding::new(
                Severity::Info,
                Path::top("document"),
                kind,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn number_and_day() {
        for (document, expected) in [
            (
                json!({}),
                "info document.noIssueDate, info document.noNumber",
            ),
            (json!({"number": "03-Ctr/ĐTN"}), "info document.noIssueDate"),
            (json!({"number": "03-Ctr/ĐTN", "issued": "2023-02-15"}), ""),
        ] {
            let plan = plan(json!({"document": document}));
            assert_eq!(codes(&plan, "document.no"), expected, "{document}");
        }
    }
}
