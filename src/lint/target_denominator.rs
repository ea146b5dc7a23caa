//! A rate that does not say of what it is a share.
//!
//! Why: "đạt tỷ lệ 70%" of all young people living there, of those on the books, of those who worked or
//! studied there? Units report what flatters them most. A rate that is followed by its population
//! ("100% cơ sở Đoàn") is clear.
//! Example: "Tập hợp thanh niên đạt tỷ lệ 70%."

use super::view::{View, stated};
use super::words::numbers;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::Threshold;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NO_DENOMINATOR],
};

static TARGET_NO_DENOMINATOR: Lint = Lint {
    code: "target.noDenominator",
    about: "A rate does not say of what it is a share.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Tỷ lệ này không nêu tính trên tổng số nào.",
        en: "This rate does not say of what total it is a share.",
    },
    mend: Both {
        vi: "Nêu tổng số làm mẫu số, ví dụ “trên tổng số thanh niên cư trú tại địa bàn”.",
        en: "Name the total, for example “trên tổng số thanh niên cư trú tại địa bàn”.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let (Threshold::BasisPoints(share), Some(quote)) = (target.value, &target.source.quote)
        else {
            continue;
        };
        // It is so much of a number that the plan names.
        if target.of.is_some() {
            continue;
        }
        let text = plain(quote);
        let bare = numbers(&text).into_iter().any(|number| {
            let after = text.get(number.end..).unwrap_or_default().trim_start();
            let ends = after.is_empty() || after.starts_with(['.', ';', ',']);
            number.percent && number.value == i64::from(share) && ends
        });
        if bare && text.contains("ty le") {
            out.push(
                LintFinding::new(Severity::Warning, path.clone(), &TARGET_NO_DENOMINATOR)
                    .stating([stated(&path, target)]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn a_share_of_what() {
        for (quote, share, bare) in [
            ("Tập hợp thanh niên đạt tỷ lệ 70%.", 7000, true),
            (
                "50% đoàn viên xếp loại xuất sắc, tỷ lệ đoàn kết tập hợp thanh niên đạt 68%.",
                6800,
                true,
            ),
            (
                "50% đoàn viên xếp loại xuất sắc, tỷ lệ đoàn kết tập hợp thanh niên đạt 68%.",
                5000,
                false,
            ),
            ("100% cơ sở Đoàn tổ chức Ngày Đoàn viên", 10000, false),
        ] {
            let plan = target(
                quote,
                json!({"value": {"basisPoints": share}, "indicator": "members"}),
            );
            assert_eq!(
                !codes(&plan, "target.noDenominator").is_empty(),
                bare,
                "{quote}"
            );
        }
    }
}
