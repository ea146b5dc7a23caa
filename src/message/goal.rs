//! Targets that are ranges, or rest on a number of each unit, in words. The first fields of a form say none of these: they
//! come with what a form loads after them.

use super::either;
use super::fill::fill;
use super::rollup;
use super::target::{ALL, begun, cadence, comparison, percent, plain_target, threshold};
use crate::plan::{
    Attribute, Base, By, Comparison, Indicator, Measure, Plan, Scope, Share, Target, Threshold,
};
use crate::text::{self, Lang};
use crate::value::Counted as Steps;

/// A target with its scope and cadence, as [`plain_target`]; of `attributes`, those of the plan, a target that rests on one takes
/// the name: "Chỉ tiêu mỗi đơn vị: ít nhất 50% số cử tri", "Chỉ tiêu mỗi đơn vị: từ 25 đến 35 hội viên".
#[must_use]
pub fn target(
    target: &Target,
    indicator: &Indicator,
    attributes: &[Attribute],
    lang: Lang,
) -> String {
    if target.is_plain() {
        return plain_target(target, indicator, lang);
    }
    let mut out = begun(target, lang);
    let name = |base: &Base| {
        let known = attributes.iter().find(|one| one.id == base.attribute);
        known.map(|one| &*one.name).unwrap_or_default()
    };
    match target.of.as_deref() {
        Some(base) if base.by == By::Change => {
            changed(&mut out, target, &indicator.measure, lang);
            out.push_str(name(base));
        }
        base => {
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

/// The same as it binds one unit: where it rests on a number of the unit, with what that comes to for it; while the number is not
/// known, with what makes it known.
#[must_use]
pub fn target_of(
    plan: &Plan,
    target: &Target,
    indicator: &Indicator,
    number: Option<i64>,
    lang: Lang,
) -> String {
    let mut out = self::target(target, indicator, &plan.attributes, lang);
    if target.of.is_none() || target.scope == Scope::Whole {
        return out;
    }
    let goal = target.goal(number.map(Into::into));
    let Some((goal, number)) = goal.zip(number) else {
        let asked = target
            .asked_in(plan)
            .and_then(|id| plan.indicator(id.as_str()));
        match asked {
            None => out.push_str(either(
                lang,
                "; chưa biết con số này của đơn vị",
                "; this number of the unit is not known",
            )),
            Some(asked) => out.push_str(&fill(
                either(
                    lang,
                    "; được tính khi đơn vị đã báo “{label}”",
                    "; worked out once the unit has told “{label}”",
                ),
                &[("label", &asked.label)],
            )),
        }
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

/// A value; of a range "từ 25 đến 35 hội viên", of one whose ends are one number "đúng 25 hội viên".
fn between(value: Threshold, up_to: Option<Threshold>, measure: &Measure, lang: Lang) -> String {
    let said = |value: Threshold| {
        let mut out = String::new();
        threshold(&mut out, value, measure, lang);
        out
    };
    let Some(most) = up_to else {
        return said(value);
    };
    if most == value {
        return [comparison(Comparison::Exactly, lang), &said(value)].concat();
    }
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
pub(crate) fn of_whole(part: i64, whole: i64) -> (String, bool) {
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
