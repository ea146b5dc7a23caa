//! A document that asks for a report whenever something happens, where no duty of the plan is of that kind.
//!
//! Why: a unit to which something happens between two reports finds nothing to fill in, and telephones instead.
//! Example: "báo cáo đột xuất khi có vụ việc phát sinh", and weekly reports alone.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::{Both, fold};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&NOT_ON_DEMAND],
};

static NOT_ON_DEMAND: Lint = Lint {
    code: "duty.noneOnDemand",
    about: "The document asks for a report whenever something happens, and no duty of the plan is one that units open by themselves.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Văn bản yêu cầu báo cáo khi có việc phát sinh, nhưng kế hoạch không có báo cáo nào đơn vị tự mở được.",
        en: "The document asks for reports whenever something happens, but units can open none by themselves.",
    },
    mend: Both {
        vi: "Thêm một báo cáo có kỳ “khi có phát sinh”.",
        en: "Add a report on demand.",
    },
};

/// How documents ask for it, without marks.
const WORDS: [&str; 6] = [
    "bao cao dot xuat",
    "bao cao ngay khi",
    "bao cao khi co phat sinh",
    "ngay khi phat sinh",
    "dot xuat khi",
    "bao cao khi co yeu cau",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    if view.duties().any(|(_, duty)| duty.on_demand().is_some()) {
        return;
    }
    let asks = view.texts.iter().filter(|words| {
        let plain = fold(words.text);
        WORDS.iter().any(|asked| plain.contains(asked))
    });
    let asks: Vec<_> = asks.map(|words| words.stated(None)).collect();
    if !asks.is_empty() {
        let finding = LintFinding::new(Severity::Warning, Path::top("duties"), &NOT_ON_DEMAND);
        out.push(finding.stating(asks));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn what_is_asked_whenever_it_happens_can_be_opened_by_units() {
        let quote = "Các đơn vị báo cáo đột xuất khi có vụ việc phát sinh.";
        for (schedule, quote, expected) in [
            (json!({"listed": []}), quote, "warning duty.noneOnDemand"),
            (json!({"listed": []}), "Báo cáo tuần.", ""),
            (json!({"onDemand": {}}), quote, ""),
        ] {
            let mut one = duty(schedule.clone());
            one["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(codes(&plan, "duty.noneOnDemand"), expected, "{schedule}");
        }
    }
}
