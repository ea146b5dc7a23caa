//! A plan that sets targets and asks for no report.
//!
//! Why: what nobody reports nobody knows. The office adds a duty of its own, marked "ngoài văn bản" as
//! not of the document; without one the plan cannot be reported on at all.
//! Example: a programme for a year whose last section is the list of recipients.

use super::view::{View, is_added, stated};
use super::{Lint, LintFinding, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DUTY_NONE, &DUTY_ADDED],
};

static DUTY_NONE: Lint = Lint {
    code: "duty.none",
    about: "The plan states no reporting duty at all.",
    severities: &[Severity::Error],
    gaps: &[],
    says: Both {
        vi: "Văn bản không quy định chế độ báo cáo nào.",
        en: "The document states no reporting duty.",
    },
    mend: Both {
        vi: "Bổ sung một chế độ báo cáo: đơn vị gửi, kỳ, hạn gửi, mẫu và nơi nhận, ghi rõ là ngoài văn bản.",
        en: "Add a reporting duty: who, for which periods, by when, in which form and to whom, marked as outside the document.",
    },
};

static DUTY_ADDED: Lint = Lint {
    code: "duty.none",
    about: "The document states no reporting duty, and the office has added one.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Văn bản không quy định chế độ báo cáo nào; chế độ báo cáo trong kế hoạch là phần bổ sung ngoài văn bản.",
        en: "The document states no reporting duty; those of the plan were added by the office.",
    },
    mend: Both {
        vi: "Ban hành chế độ báo cáo bổ sung bằng văn bản để các đơn vị thực hiện.",
        en: "Issue the added duty in writing, so that the units follow it.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    if view.duties().any(|(_, duty)| !is_added(&duty.source)) {
        return;
    }
    let added = !view.plan.duties.is_empty();
    let (severity, lint) = if added {
        (Severity::Warning, &DUTY_ADDED)
    } else {
        (Severity::Error, &DUTY_NONE)
    };
    let duties = view
        .duties()
        .map(|(path, duty)| Stated::new(path, &duty.source, None));
    let targets = view.targets().take(1);
    let finding = LintFinding::new(severity, Path::top("duties"), lint)
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
