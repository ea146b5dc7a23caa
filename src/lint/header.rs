//! A plan without a number or a day of issue.
//!
//! Why: reports and other plans cite it by both ("Thực hiện Kế hoạch số … ngày …"), and without the day
//! nobody can say which events came before it.
//! Example: a text that begins with "KẾ HOẠCH".

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DOCUMENT_NO_NUMBER, &DOCUMENT_NO_ISSUE_DATE],
};

static DOCUMENT_NO_NUMBER: Lint = Lint {
    code: "document.noNumber",
    about: "The plan bears no number.",
    severities: &[Severity::Info],
    gaps: &[],
    says: Both {
        vi: "Kế hoạch không có số, ký hiệu.",
        en: "The plan has no number.",
    },
    mend: Both {
        vi: "Bổ sung số, ký hiệu của văn bản.",
        en: "Add the document's number.",
    },
};

static DOCUMENT_NO_ISSUE_DATE: Lint = Lint {
    code: "document.noIssueDate",
    about: "The plan bears no day of issue.",
    severities: &[Severity::Info],
    gaps: &[],
    says: Both {
        vi: "Kế hoạch không có ngày ban hành.",
        en: "The plan has no day of issue.",
    },
    mend: Both {
        vi: "Bổ sung ngày ban hành.",
        en: "Add the day of issue.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let number = document.and_then(|document| document.number.as_ref());
    let issued = document.and_then(|document| document.issued);
    for (missing, lint) in [
        (number.is_none(), &DOCUMENT_NO_NUMBER),
        (issued.is_none(), &DOCUMENT_NO_ISSUE_DATE),
    ] {
        if missing {
            out.push(LintFinding::new(
                Severity::Info,
                Path::top("document"),
                lint,
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
