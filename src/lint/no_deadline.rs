//! A duty for which the document names no deadline.
//!
//! Why: without one nobody is late, and the office waits. What is waived needs none.
//! Example: "báo cáo định kỳ hàng tháng" with no day.

use super::view::View;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::Severity;
use crate::schedule::listed_periods;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DUTY_NO_DEADLINE],
};

static DUTY_NO_DEADLINE: Lint = Lint {
    code: "duty.noDeadline",
    about: "A duty has no deadline.",
    severities: &[Severity::Warning],
    gaps: &[("duty", &["Báo cáo tuần"])],
    says: Both {
        vi: "“{duty}” không có hạn gửi.",
        en: "“{duty}” has no deadline.",
    },
    mend: Both {
        vi: "Ấn định hạn gửi cho từng kỳ.",
        en: "Set a deadline for each period.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        let Some(stated) = duty.schedule() else {
            continue;
        };
        let mut open = listed_periods(view.plan, &stated.schedule);
        open.retain(|listed| {
            let waived = duty
                .waivers
                .iter()
                .any(|w| w.within.encloses(listed.period));
            listed.deadline.is_none() && !waived
        });
        if !open.is_empty() {
            let reading = Reading::Deadlines(open);
            out.push(
                LintFinding::new(
                    Severity::Warning,
                    path.clone(),
                    DUTY_NO_DEADLINE.with("duty", duty.name.clone()),
                )
                .stating([Stated::new(path, &stated.source, Some(reading))]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn a_report_without_a_deadline() {
        let march = json!({"from": "2023-03-01", "to": "2023-03-31"});
        for (listed, waived, expected) in [
            (json!({"period": march}), false, "warning duty.noDeadline"),
            (json!({"period": march}), true, ""),
            (
                json!({"period": march, "deadline": {"date": "2023-04-02"}}),
                false,
                "",
            ),
        ] {
            let mut one = duty(json!({"listed": [listed]}));
            if waived {
                one["waivers"] =
                    json!([{"within": march, "why": "lồng ghép", "source": {"section": "V"}}]);
            }
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(
                codes(&plan, "duty.noDeadline"),
                expected,
                "{listed} {waived}"
            );
        }
    }
}
