//! Targets in words.

use super::{either, rollup};
use crate::plan::{Cadence, Comparison, Indicator, Measure, Scope, Share, Target, Threshold};
use crate::text::{self, Lang};
use crate::value::Halves;

/// A target with its scope and cadence: "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây",
/// "Chỉ tiêu mỗi đơn vị: ít nhất 1 hoạt động mỗi tuần", "Chỉ tiêu mỗi đơn vị: 100% tổng số đoàn viên".
/// `indicator` is the one that the target names; it gives the noun. Of a range, and of what rests on a number, it says only
/// the beginning: see [`super::target`].
#[must_use]
pub fn plain_target(target: &Target, indicator: &Indicator, lang: Lang) -> String {
    if (target.value, target.scope) == (Threshold::Done, Scope::Each) {
        let all = either(
            lang,
            "Mỗi đơn vị đều phải tổ chức",
            "Every unit has to carry it out",
        );
        return [all, cadence(target.per, lang)].concat();
    }
    let mut out = begun(target, lang);
    let all = target.value == Threshold::BasisPoints(Share::of(ALL));
    // "Ít nhất 100%" says no more than "100%", and a thing done is neither at least nor at most done.
    if target.value != Threshold::Done && !(all && target.comparison == Comparison::AtLeast) {
        out.push_str(comparison(target.comparison, lang));
    }
    threshold(&mut out, target.value, &indicator.measure, lang);
    out.push_str(cadence(target.per, lang));
    out
}

/// For whom it is: "Chỉ tiêu mỗi đơn vị: ".
pub(super) fn begun(target: &Target, lang: Lang) -> String {
    let mut out = String::from(either(lang, "Chỉ tiêu ", "Target "));
    scope(&mut out, target.scope, lang);
    out.push_str(": ");
    out
}

/// Hundredths of a percent in a whole, which is also the most that a plan may ask.
pub(super) const ALL: u32 = 10_000;

pub(super) fn percent(basis_points: u32) -> String {
    rollup::percent(basis_points.into())
}

fn scope(out: &mut String, scope: Scope, lang: Lang) {
    match scope {
        Scope::Whole => out.push_str(either(lang, "toàn kế hoạch", "for the whole plan")),
        Scope::Each => out.push_str(either(lang, "mỗi đơn vị", "for each unit")),
        Scope::EachMember => out.push_str(either(lang, "mỗi thành viên", "for each member")),
        Scope::ShareOfUnits(share) => {
            out.push_str(either(lang, "", "for "));
            out.push_str(&percent(share.points()));
            out.push_str(either(lang, " số đơn vị", " of the units"));
        }
    }
}

pub(super) fn threshold(out: &mut String, value: Threshold, measure: &Measure, lang: Lang) {
    let share = match value {
        Threshold::Count(number) | Threshold::Quantity(number) => {
            return out.push_str(&measure.quantity(number));
        }
        Threshold::Money(dong) => return out.push_str(&text::format_dong(dong)),
        Threshold::Done => {
            return out.push_str(either(lang, "có thực hiện", "carried out"));
        }
        Threshold::BasisPoints(share) => percent(share.points()),
        Threshold::Ratio(ratio) => ratio.in_words(),
    };
    out.push_str(&share);
    if let Some(Halves { whole, .. }) = measure.halves() {
        out.push_str(either(lang, " ", " of "));
        out.push_str(whole);
    }
}

pub(super) fn comparison(comparison: Comparison, lang: Lang) -> &'static str {
    match comparison {
        Comparison::AtLeast => either(lang, "ít nhất ", "at least "),
        Comparison::AtMost => either(lang, "không quá ", "at most "),
        Comparison::Exactly => either(lang, "đúng ", "exactly "),
        Comparison::MoreThan => either(lang, "trên ", "more than "),
        Comparison::LessThan => either(lang, "dưới ", "less than "),
        Comparison::NotEqual => either(lang, "khác ", "other than "),
    }
}

pub(super) fn cadence(cadence: Cadence, lang: Lang) -> &'static str {
    match cadence {
        Cadence::Plan => "",
        Cadence::Year => either(lang, " mỗi năm", " each year"),
        Cadence::SchoolYear => either(lang, " mỗi năm học", " each school year"),
        Cadence::HalfYear => either(lang, " mỗi 6 tháng", " each half-year"),
        Cadence::Quarter => either(lang, " mỗi quý", " each quarter"),
        Cadence::Month => either(lang, " mỗi tháng", " each month"),
        Cadence::Week => either(lang, " mỗi tuần", " each week"),
        Cadence::Day => either(lang, " mỗi ngày", " each day"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::goal::target;
    use crate::plan::{Attribute, Id, Indicator, Target};
    use crate::read::from_str;
    use crate::text::Lang::{En, Vi};
    use serde_json::{Value, json};

    fn said(measure: Value, parts: Value) -> [String; 2] {
        let indicator: Indicator =
            from_str(&json!({"id": "i", "label": "l", "measure": measure}).to_string()).unwrap();
        let mut whole =
            json!({"id": "t", "text": "t", "indicator": "i", "source": {"section": "1"}});
        if let (Value::Object(whole), Value::Object(parts)) = (&mut whole, parts) {
            whole.extend(parts);
        }
        let one: Target = from_str(&whole.to_string()).unwrap();
        let known = [Attribute {
            id: Id::new("n").unwrap(),
            name: "cử tri".to_owned(),
            asked: None,
            source: None,
        }];
        [
            target(&one, &indicator, &known, Vi),
            target(&one, &indicator, &known, En),
        ]
    }

    #[test]
    fn a_target_says_for_whom_how_much_and_how_often() {
        let trees = json!({"count": {"noun": "cây"}});
        let held = json!({"count": {"noun": "hoạt động"}});
        let members =
            json!({"share": {"part": "đã học", "whole": "tổng số đoàn viên", "noun": "người"}});
        for (measure, parts, vi, en) in [
            (
                &trees,
                json!({"value": {"count": 100}, "scope": "whole"}),
                "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây",
                "Target for the whole plan: at least 100 cây",
            ),
            (
                &held,
                json!({"value": {"count": 1}, "scope": "each", "per": "week"}),
                "Chỉ tiêu mỗi đơn vị: ít nhất 1 hoạt động mỗi tuần",
                "Target for each unit: at least 1 hoạt động each week",
            ),
            (
                &members,
                json!({"value": {"basisPoints": 10000}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: 100% tổng số đoàn viên",
                "Target for each unit: 100% of tổng số đoàn viên",
            ),
            (
                &members,
                json!({"value": {"basisPoints": 9850}, "scope": "whole", "comparison": "moreThan"}),
                "Chỉ tiêu toàn kế hoạch: trên 98,5% tổng số đoàn viên",
                "Target for the whole plan: more than 98,5% of tổng số đoàn viên",
            ),
            (
                &json!("money"),
                json!({"value": {"money": 2_000_000_000}, "scope": "whole", "per": "year"}),
                "Chỉ tiêu toàn kế hoạch: ít nhất 2.000.000.000 đồng mỗi năm",
                "Target for the whole plan: at least 2.000.000.000 đồng each year",
            ),
            (
                &json!({"quantity": {"unit": "km", "decimals": 1}}),
                json!({"value": {"quantity": 85}, "scope": "each", "comparison": "exactly"}),
                "Chỉ tiêu mỗi đơn vị: đúng 8,5 km",
                "Target for each unit: exactly 8,5 km",
            ),
            (
                &members,
                json!({"value": {"ratio": "2/3"}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: ít nhất 2/3 tổng số đoàn viên",
                "Target for each unit: at least 2/3 of tổng số đoàn viên",
            ),
            (
                &trees,
                json!({"value": {"count": 25}, "upTo": {"count": 35}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: từ 25 đến 35 cây",
                "Target for each unit: from 25 to 35 cây",
            ),
            (
                &trees,
                json!({"value": {"count": 25}, "upTo": {"count": 25}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: đúng 25 cây",
                "Target for each unit: exactly 25 cây",
            ),
            (
                &trees,
                json!({"value": {"count": 2}, "of": {"attribute": "n"}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: ít nhất 2 cây cho mỗi cử tri",
                "Target for each unit: at least 2 cây for each cử tri",
            ),
            (
                &trees,
                json!({"value": {"basisPoints": "50 %"}, "of": {"attribute": "n"}, "scope": "each"}),
                "Chỉ tiêu mỗi đơn vị: ít nhất 50% số cử tri",
                "Target for each unit: at least 50% of the cử tri",
            ),
            (
                &trees,
                json!({"value": {"ratio": "110/100"}, "of": {"attribute": "n", "by": "change"}, "scope": "whole"}),
                "Chỉ tiêu toàn kế hoạch: tăng ít nhất 10% so với số cử tri",
                "Target for the whole plan: a growth of at least 10% against the cử tri",
            ),
            (
                &trees,
                json!({"value": {"ratio": "2/3"}, "of": {"attribute": "n", "by": "change"}, "scope": "each",
                    "comparison": "atMost"}),
                "Chỉ tiêu mỗi đơn vị: giảm ít nhất 1/3 so với số cử tri",
                "Target for each unit: a fall of at least 1/3 against the cử tri",
            ),
            (
                &trees,
                json!({"value": {"count": -3}, "of": {"attribute": "n", "by": "change"}, "scope": "each",
                    "comparison": "atMost"}),
                "Chỉ tiêu mỗi đơn vị: giảm ít nhất 3 cây so với số cử tri",
                "Target for each unit: a fall of at least 3 cây against the cử tri",
            ),
            (
                &json!("done"),
                json!({"value": "done", "scope": {"shareOfUnits": 5000}}),
                "Chỉ tiêu 50% số đơn vị: có thực hiện",
                "Target for 50% of the units: carried out",
            ),
            (
                &json!("done"),
                json!({"value": "done", "scope": "each", "per": "halfYear"}),
                "Mỗi đơn vị đều phải tổ chức mỗi 6 tháng",
                "Every unit has to carry it out each half-year",
            ),
        ] {
            assert_eq!(said(measure.clone(), parts), [vi, en]);
        }
    }
}
