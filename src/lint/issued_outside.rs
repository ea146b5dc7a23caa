//! A plan that was issued when it was over, or more than a year before it begins.
//!
//! Why: in January the year of last month is soon written; whoever looks for the document by its day does not find it.
//! Example: a plan for 2023 that bears "ngày 01/02/2024".

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DOCUMENT_ISSUED_AFTER_PLAN, &DOCUMENT_ISSUED_LONG_BEFORE],
};

static DOCUMENT_ISSUED_AFTER_PLAN: Lint = Lint {
    code: "document.issuedAfterPlan",
    about: "The plan was issued after its last day.",
    severities: &[Severity::Warning],
    gaps: &[("issued", &["1/2/2024"]), ("last", &["31/12/2023"])],
    says: Both {
        vi: "Kế hoạch ban hành ngày {issued}, sau khi đã kết thúc ngày {last}.",
        en: "The plan was issued on {issued}, after it had ended on {last}.",
    },
    mend: Both {
        vi: "Kiểm tra năm của ngày ban hành và thời gian thực hiện kế hoạch.",
        en: "Check the year of the day of issue, and the plan's days.",
    },
};

static DOCUMENT_ISSUED_LONG_BEFORE: Lint = Lint {
    code: "document.issuedLongBefore",
    about: "The plan was issued more than a year before its first day.",
    severities: &[Severity::Warning],
    gaps: &[("issued", &["1/12/2021"]), ("first", &["1/1/2023"])],
    says: Both {
        vi: "Kế hoạch ban hành ngày {issued}, hơn một năm trước khi bắt đầu ngày {first}.",
        en: "The plan was issued on {issued}, more than a year before it begins on {first}.",
    },
    mend: Both {
        vi: "Kiểm tra năm của ngày ban hành và thời gian thực hiện kế hoạch.",
        en: "Check the year of the day of issue, and the plan's days.",
    },
};

/// The days of the longest year.
const YEAR: i64 = 366;

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let Some(issued) = document.and_then(|document| document.issued) else {
        return;
    };
    let (first, last) = (view.plan.period.from(), view.plan.period.to());
    let said = if issued > last {
        DOCUMENT_ISSUED_AFTER_PLAN.with("last", last)
    } else if issued.days_until(first) > YEAR {
        DOCUMENT_ISSUED_LONG_BEFORE.with("first", first)
    } else {
        return;
    };
    let path = Path::top("document").then("issued");
    let said = said.with("issued", issued);
    out.push(LintFinding::new(Severity::Warning, path, said));
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn issued_in_its_time() {
        for (issued, expected) in [
            ("2023-04-01", "warning document.issuedAfterPlan"),
            ("2024-02-15", "warning document.issuedAfterPlan"),
            ("2023-03-31", ""),
            ("2023-02-15", ""),
            ("2022-02-26", ""),
            ("2022-02-15", "warning document.issuedLongBefore"),
        ] {
            let plan = plan(json!({"document": {"issued": issued}}));
            assert_eq!(codes(&plan, "document.issued"), expected, "{issued}");
        }
    }
}
