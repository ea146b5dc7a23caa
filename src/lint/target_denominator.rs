//! A rate that does not say of what it is a share.
//!
//! Why: "đạt tỷ lệ 70%" of all young people living there, of those on the books, of those who worked or
//! studied there? Units report what flatters them most. A rate that is followed by its population
//! ("100% cơ sở Đoàn") is clear.
//! Example: "Tập hợp thanh niên đạt tỷ lệ 70%."

use super::view::{View, stated};
use super::words::numbers;
use super::{LintFinding, LintKind};
use crate::finding::Severity;
use crate::plan::Threshold;
use crate::text::plain;

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let (Threshold::BasisPoints(share), Some(quote)) = (target.value, &target.source.quote)
        else {
            continue;
        };
        let text = plain(quote);
        let bare = numbers(&text).into_iter().any(|number| {
            let after = text.get(number.end..).unwrap_or_default().trim_start();
            let ends = after.is_empty() || after.starts_with(['.', ';', ',']);
            number.percent && number.value == i64::from(share) && ends
        });
        if bare && text.contains("ty le") {
            out.push(
                LintFinding::new(
                    Severity::Warning,
                    path.clone(),
                    LintKind::TargetNoDenominator,
                )
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
