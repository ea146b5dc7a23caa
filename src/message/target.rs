//! Targets in words.

use super::{either, rollup};
use crate::plan::{
    Attribute, By, Cadence, Comparison, Indicator, Measure, Plan, Scope, Share, Target, Threshold,
    Unit,
};
use crate::text::{self, Lang};
use crate::value::{Counted as Steps, Halves};

/// A target with its scope and cadence: "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây",
/// "Chỉ tiêu mỗi đơn vị: ít nhất 1 hoạt động mỗi tuần", "Chỉ tiêu mỗi đơn vị: 100% tổng số đoàn viên".
/// `indicator` is the one that the target names; it gives the noun. Of `attributes`, those of the plan, a target that rests on
/// one takes the name: "Chỉ tiêu mỗi đơn vị: ít nhất 50% số cử tri".
#[must_use]
pub fn target(
    target: &Target,
    indicator: &Indicator,
    attributes: &[Attribute],
    lang: Lang,
) -> String {
    if (target.value, target.scope) == (Threshold::Done, Scope::Each) {
        let all = either(
            lang,
            "Mỗi đơn vị đều phải tổ chức",
            "Every unit has to carry it out",
        );
        return [all, cadence(target.per, lang)].concat();
    }
    let mut out = String::from(either(lang, "Chỉ tiêu ", "Target "));
    scope(&mut out, target.scope, lang);
    out.push_str(": ");
    let base = target.of.as_deref();
    let name = |base: &crate::plan::Base| {
        let known = attributes.iter().find(|one| one.id == base.attribute);
        known.map(|one| &*one.name).unwrap_or_default()
    };
    match base {
        Some(base) if base.by == By::Change => {
            changed(&mut out, target, &indicator.measure, lang);
            out.push_str(name(base));
        }
        _ => {
            stated(&mut out, target, &indicator.measure, lang);
            if let Some(base) = base {
                out.push_str(match target.value {
                    Threshold::BasisPoints(_) | Threshold::Ratio(_) => {
                        either(lang, " số ", " of the ")
                    }
                    _ => either(lang, " cho mỗi ", " for each "),
                });
                out.push_str(name(base));
            }
        }
    }
    out.push_str(cadence(target.per, lang));
    out
}

/// The same as it binds one unit: where it rests on a number of the unit, with what that comes to for it.
#[must_use]
pub fn target_of(
    plan: &Plan,
    target: &Target,
    indicator: &Indicator,
    unit: &Unit,
    lang: Lang,
) -> String {
    let mut out = self::target(target, indicator, &plan.attributes, lang);
    let Some(base) = target
        .of
        .as_deref()
        .filter(|_| target.scope != Scope::Whole)
    else {
        return out;
    };
    let Some((goal, number)) = target.goal_of(unit).zip(unit.number(&base.attribute)) else {
        out.push_str(either(
            lang,
            "; chưa biết con số này của đơn vị",
            "; this number of the unit is not known",
        ));
        return out;
    };
    out.push_str(either(lang, "; đơn vị có ", "; the unit has "));
    // A number of which the figure is a part or a change is counted as the figure is.
    let alike = target.changes()
        || matches!(
            target.value,
            Threshold::BasisPoints(_) | Threshold::Ratio(_)
        );
    out.push_str(&match indicator.measure.counted() {
        Steps::Dong | Steps::Unit { .. } if alike => indicator.measure.quantity(number),
        _ => text::format_count(number),
    });
    out.push_str(either(lang, ", tức ", ", which comes to "));
    if goal.up_to.is_none() {
        out.push_str(comparison(target.comparison, lang));
    }
    out.push_str(&between(goal.value, goal.up_to, &indicator.measure, lang));
    out
}

/// The comparison and the value, or both ends of a range.
fn stated(out: &mut String, target: &Target, measure: &Measure, lang: Lang) {
    let all = target.value == Threshold::BasisPoints(Share::of(ALL));
    // "Ít nhất 100%" says no more than "100%", and a thing done is neither at least nor at most done.
    let is_plain = target.value == Threshold::Done
        || target.up_to.is_some()
        || all && target.comparison == Comparison::AtLeast;
    if !is_plain {
        out.push_str(comparison(target.comparison, lang));
    }
    out.push_str(&between(target.value, target.up_to, measure, lang));
}

/// A value; of a range "từ 25 đến 35 hội viên".
fn between(value: Threshold, up_to: Option<Threshold>, measure: &Measure, lang: Lang) -> String {
    let said = |value: Threshold| {
        let mut out = String::new();
        threshold(&mut out, value, measure, lang);
        out
    };
    let Some(most) = up_to else {
        return said(value);
    };
    // One noun is enough for both ends.
    let least = match value {
        Threshold::Count(number) | Threshold::Quantity(number) => measure.beside(number),
        Threshold::BasisPoints(share) => percent(share.points()),
        other => said(other),
    };
    let (from, to) = (either(lang, "từ ", "from "), either(lang, " đến ", " to "));
    [from, &least, to, &said(most)].concat()
}

/// A change against a number of the unit: "tăng ít nhất 10% so với số ", "giảm ít nhất 3 vụ so với số ".
fn changed(out: &mut String, target: &Target, measure: &Measure, lang: Lang) {
    let (by, less) = match target.value {
        Threshold::Count(so) | Threshold::Money(so) | Threshold::Quantity(so) => {
            (measure.quantity(so.saturating_abs()), so < 0)
        }
        Threshold::BasisPoints(share) => of_whole(i64::from(share), i64::from(ALL)),
        Threshold::Ratio(ratio) => of_whole(ratio.part(), ratio.whole()),
        Threshold::Done => (String::new(), false),
    };
    // To be at most 90% of it is to fall by at least 10%.
    let against = |meant: Comparison| match meant {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::LessThan => Comparison::MoreThan,
        same @ (Comparison::Exactly | Comparison::NotEqual) => same,
    };
    let (verb, meant) = if less {
        (
            either(lang, "giảm ", "a fall of "),
            against(target.comparison),
        )
    } else {
        (either(lang, "tăng ", "a growth of "), target.comparison)
    };
    out.push_str(verb);
    out.push_str(comparison(meant, lang));
    out.push_str(&by);
    out.push_str(either(lang, " so với số ", " against the "));
}

/// By how much a part of a whole is more or less than all of it: "10%" where hundredths of a percent say it exactly.
fn of_whole(part: i64, whole: i64) -> (String, bool) {
    let change = i128::from(part) - i128::from(whole);
    let by = change.saturating_abs();
    let points = by.saturating_mul(ALL.into());
    let (of, rest) = (
        points.checked_div(whole.into()),
        points.checked_rem(whole.into()),
    );
    let said = match (of, rest) {
        (Some(points), Some(0)) => rollup::percent(text::exact(points)),
        _ => [&*by.to_string(), "/", &whole.to_string()].concat(),
    };
    (said, change < 0)
}

/// Hundredths of a percent in a whole, which is also the most that a plan may ask.
const ALL: u32 = 10_000;

fn percent(basis_points: u32) -> String {
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

fn threshold(out: &mut String, value: Threshold, measure: &Measure, lang: Lang) {
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

fn cadence(cadence: Cadence, lang: Lang) -> &'static str {
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
    use super::target;
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
