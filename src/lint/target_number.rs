//! Targets that state no number, or whose number the plan had to make up.
//!
//! Why: "đẩy mạnh các hoạt động" is reached by one activity or by a hundred. The plan reads "done" or "at
//! least 1" into such words; the office should say whether that is what it meant.
//! Example: "100% cơ sở Đoàn đẩy mạnh tuyên truyền", read as at least 1 activity each.

use super::quoted_number::other_number;
use super::view::View;
use super::words::{dates, in_words, is_made_of, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{Scope, Target, Threshold};
use crate::text::{clean, plain};

use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_NO_NUMBER],
};

static TARGET_NO_NUMBER: Lint = Lint {
    code: "target.noNumber",
    about: "The words of targets state no number, or none that the plan has: what it asks is a reading.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "Câu được trích của {count} chỉ tiêu không nêu mức ghi trong kế hoạch; mức ấy là cách hiểu.",
        en: "The words quoted for {count} targets do not state what the plan asks; that is a reading.",
    },
    mend: Both {
        vi: "Nêu mức phải đạt trong văn bản, hoặc xác nhận cách hiểu này.",
        en: "State it in the document, or confirm this reading.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    // Where the words state another number, that is said of the target itself.
    let is_made_up =
        |target: &Target| is_made_up(target) && other_number(view, target, 1).is_none();
    view.remark(out, is_made_up, &TARGET_NO_NUMBER);
}

fn is_made_up(target: &Target) -> bool {
    let Some(quote) = &target.source.quote else {
        return false;
    };
    if target.changes() {
        return false;
    }
    let text = plain(quote);
    let mut written = numbers(&text);
    written.extend(in_words(&clean(quote).to_lowercase()));
    let has = |value: i64, percent: bool| {
        written
            .iter()
            .any(|n| n.value == value && n.percent == percent)
    };
    match target.value {
        Threshold::Count(1) if is_in_words(&text, target) => false,
        // "Mỗi đoàn viên … 02 hoạt động": the share of the members is all of them.
        Threshold::BasisPoints(_) if target.scope == Scope::EachMember => false,
        // "Vào các ngày: 17/3; 26/5": the days are counted.
        Threshold::Count(count) => {
            // "50 cây bàng, 50 cây phượng", "2 lần, mỗi lần 50 cây".
            !is_made_of(&written, count) && usize::try_from(count) != Ok(dates(&text).len())
        }
        Threshold::Money(dong) => !has(dong, false),
        // A unit may be written as another, and a fraction in words.
        Threshold::Quantity(_) | Threshold::Ratio(_) => false,
        Threshold::BasisPoints(share) => !has(i64::from(share), true),
        // "100% cơ sở Đoàn tổ chức …" says of how many, and a work that is named is done or not; but of
        // activities that are "organised" it matters how many.
        Threshold::Done => {
            target.scope == Scope::Whole && target.number.is_some() && text.contains("to chuc ")
        }
    }
}

/// "Mỗi đơn vị một …", "hằng tuần": one in words.
fn is_in_words(text: &str, target: &Target) -> bool {
    let often = [
        "hang ",
        "moi tuan",
        "moi thang",
        "moi quy",
        "moi nam",
        "dinh ky",
    ];
    let repeats = !target.per.is_plan() && often.iter().any(|word| text.contains(word));
    repeats || text.contains("mot ")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn the_number_stands_in_the_words() {
        for (quote, value, per, made_up) in [
            (
                "Trồng mới ít nhất 100 cây xanh.",
                json!({"count": 100}),
                "plan",
                false,
            ),
            (
                "100% cơ sở Đoàn đẩy mạnh tuyên truyền.",
                json!({"count": 1}),
                "plan",
                true,
            ),
            (
                "Mỗi cơ sở một công trình",
                json!({"count": 1}),
                "plan",
                false,
            ),
            (
                "Tổ chức triển khai học tập Nghị quyết",
                json!("done"),
                "plan",
                true,
            ),
            (
                "vào các ngày: 17/3/2023; 26/3/2023",
                json!({"count": 2}),
                "plan",
                false,
            ),
            ("Ra quân hàng tuần", json!({"count": 1}), "week", false),
            ("Có sản phẩm trong năm", json!({"count": 1}), "year", true),
            ("hỗ trợ 100 thanh niên", json!({"count": 200}), "plan", true),
            (
                "Vận động 01 tỷ 200 triệu đồng",
                json!({"money": 1_200_000_000_i64}),
                "plan",
                false,
            ),
            (
                "Trồng 60 cây bàng và 40 cây phượng",
                json!({"count": 100}),
                "plan",
                false,
            ),
            (
                "Ít nhất một nửa số đoàn viên",
                json!({"basisPoints": "50 %"}),
                "plan",
                false,
            ),
        ] {
            let plan = target(quote, json!({"value": value, "per": per, "number": "(1)"}));
            assert_eq!(
                !codes(&plan, "target.noNumber").is_empty(),
                made_up,
                "{quote}"
            );
        }
    }
}
