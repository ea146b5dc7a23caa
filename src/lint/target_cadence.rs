//! In a plan of several years, targets with no year and no share for each year.
//!
//! Why: whether a unit is on its way can only be said when it is clear how much is due by when. The plan
//! reads such a number as one for its whole period.
//! Example: "Phát triển mới 10.000 đoàn viên" for five years, beside "hàng năm 70 đoàn viên ưu tú".

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::plan::{Target, Threshold};
use crate::text::{Both, fold};

/// Longer than any one year or school year with its reports.
const LONG: i64 = 500;

/// What says when.
const CADENCES: &[&str] = &[
    "hang nam",
    "hang quy",
    "hang thang",
    "moi nam",
    "moi quy",
    "nhiem ky",
    "trong nam",
    "den nam",
    "lan nam",
    "toan khoa",
    "tung nam",
    "thuong xuyen",
    "moi ngay",
    "cuoi nam",
    "su kien lon",
];

use crate::finding::Severity;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NO_CADENCE],
};

static TARGET_NO_CADENCE: Lint = Lint {
    code: "target.noCadence",
    about: "In a plan of several years, targets do not say by when, or how much each year.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "Kế hoạch kéo dài nhiều năm nhưng {count} chỉ tiêu không nêu đạt vào năm nào hoặc mỗi năm bao nhiêu; kế hoạch hiểu là cho cả thời gian.",
        en: "The plan runs for several years, but {count} targets do not say by which year or how much a year; the plan reads them for its whole time.",
    },
    mend: Both {
        vi: "Nêu năm phải đạt hoặc lộ trình từng năm.",
        en: "Name the year, or the step of each year.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    if view.plan.period.len_days() < LONG {
        return;
    }
    view.remark(out, is_open, &TARGET_NO_CADENCE);
}

fn is_open(target: &Target) -> bool {
    let Some(quote) = &target.source.quote else {
        return false;
    };
    let words = fold(quote);
    target.per.is_plan()
        && target.value != Threshold::Done
        && !CADENCES.iter().any(|cadence| words.contains(cadence))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use crate::plan::Plan;
    use serde_json::json;

    fn over_years(mut plan: Plan) -> Plan {
        let last = crate::calendar::Date::parse_iso("2027-12-31").unwrap();
        plan.period = crate::calendar::Period::new(plan.period.from(), last).unwrap();
        plan
    }

    #[test]
    fn by_when() {
        for (quote, per, expected) in [
            (
                "Phát triển mới 10.000 đoàn viên.",
                "plan",
                "info target.noCadence",
            ),
            ("Hàng năm, 70 đoàn viên ưu tú được kết nạp", "year", ""),
            ("Trong nhiệm kỳ, phát triển 10.000 đoàn viên", "plan", ""),
        ] {
            let plan = target(quote, json!({"value": {"count": 10000}, "per": per}));
            assert_eq!(
                codes(&plan, "target.noCadence"),
                "",
                "within a month: {quote}"
            );
            assert_eq!(
                codes(&over_years(plan), "target.noCadence"),
                expected,
                "{quote}"
            );
        }
    }
}
