//! Figures that are measured: what units are asked, of a target that the document sets in km, ha, tấn.

use super::cells::{Set, figure, target};
use super::state::Composition;
use crate::plan::{Combine, Id, Indicator, Measure, Template, Threshold};
use crate::reading::TargetProposal;
use crate::text::Both;
use crate::value::{Counted, QuantityMeasure};
use std::mem::discriminant;
use std::sync::Arc;

/// Units of which half of one is reported. Their figures are asked with a decimal place where the target has none.
const LARGE: &[&str] = &["km", "km²", "ha", "tấn", "tạ", "m³", "giờ"];

/// The value of a target and the upper end of its range, in the steps of its figure, and how that is measured where it is a
/// quantity.
pub(super) fn asked(proposal: &TargetProposal) -> (Threshold, Option<Threshold>, Option<Measure>) {
    let counted = proposal.measure.as_ref().map(Measure::counted);
    match (proposal.value, counted) {
        (Threshold::Quantity(steps), Some(Counted::Unit { unit, decimals })) => {
            let is_whole = decimals == 0 && LARGE.contains(&unit);
            let tenths = steps.checked_mul(10).filter(|_| is_whole);
            let up_to = proposal.up_to.map(|most| match (most, tenths) {
                (Threshold::Quantity(most), Some(_)) => {
                    Threshold::Quantity(most.saturating_mul(10))
                }
                (most, _) => most,
            });
            let measure = QuantityMeasure {
                unit: unit.to_owned(),
                decimals: decimals + u8::from(tenths.is_some()),
            };
            let value = Threshold::Quantity(tenths.unwrap_or(steps));
            (value, up_to, Some(measure.into()))
        }
        // Without a unit it is a number of something.
        (Threshold::Quantity(number), _) => (Threshold::Count(number), None, None),
        (value, _) => (value, proposal.up_to, None),
    }
}

/// How periods mostly combine; so much of each ha or person is no sum.
pub(super) fn combine_of(measure: &Measure) -> Combine {
    match measure.counted() {
        Counted::Unit { unit, .. } if unit.contains('/') => Combine::Latest,
        _ => figure::combine_of(measure),
    }
}

/// A value in the steps of its figure, which has other decimal places than before; none where it does not fit into them.
pub(super) fn rescaled(value: Threshold, before: &Measure, after: &Measure) -> Option<Threshold> {
    let (
        Threshold::Quantity(steps),
        Counted::Unit { decimals: from, .. },
        Counted::Unit { decimals: to, .. },
    ) = (value, before.counted(), after.counted())
    else {
        return Some(value);
    };
    let by = 10_i64.checked_pow(u32::from(from.abs_diff(to)))?;
    if to >= from {
        steps.checked_mul(by).map(Threshold::Quantity)
    } else {
        (steps % by == 0).then_some(Threshold::Quantity(steps / by))
    }
}

/// Asks always what was asked upon a figure that is now of another kind: the condition on its old answers would stand where nobody
/// sees it.
pub(super) fn unasked(made: &mut Composition, figure: &Indicator, before: &Measure) {
    let after = &figure.measure;
    let is_same = discriminant(&before.roll_up()) == discriminant(&after.roll_up())
        && discriminant(&before.counted()) == discriminant(&after.counted());
    if is_same {
        return;
    }
    for form in Arc::make_mut(&mut made.forms) {
        for section in &mut form.template.sections {
            let fields = section.fields.iter_mut().map(|field| &mut field.only);
            for condition in fields.chain([&mut section.only]) {
                let Some(only) = condition else { continue };
                if only
                    .answer
                    .as_ref()
                    .is_some_and(|upon| upon.indicator == figure.id)
                {
                    only.answer = None;
                    if only.units.is_all() && only.from.is_none() {
                        *condition = None;
                    }
                }
            }
        }
    }
}

static FEWER_OF_TARGET: Both = Both {
    vi: "Một chỉ tiêu dùng số liệu này có mức nhiều chữ số sau dấu phẩy hơn. Hãy sửa mức của chỉ tiêu đó trước.",
    en: "A target on this figure has a value with more decimal places. Correct that target's value first.",
};
static FEWER_OF_FORM: Both = Both {
    vi: "Một mẫu báo cáo có phần “Chỉ hỏi khi” theo mức nhiều chữ số sau dấu phẩy hơn của số liệu này. Hãy sửa mức đó trong mẫu báo cáo trước.",
    en: "A form asks something only upon a number of this figure that has more decimal places. Correct that number in the form first.",
};
static FEWER_OF_FIGURE: Both = Both {
    vi: "Số nhỏ nhất, số lớn nhất hoặc số phải hỏi lại của số liệu này có nhiều chữ số sau dấu phẩy hơn. Hãy sửa số đó trong “Chi tiết khác” trước.",
    en: "The smallest, the largest or the asked-again number of this figure has more decimal places. Correct it among the figure's details first.",
};

/// Keeps what is said of a figure that has other decimal places than before: its own bounds, how much all targets on it ask, and
/// from and to which numbers of it a form asks something. Where one does not fit into them, says which is to be corrected.
pub(super) fn keep_all(made: &mut Composition, figure: &mut Indicator, before: &Measure) -> Set {
    let measure = Arc::clone(&figure.measure);
    for bound in [&mut figure.least, &mut figure.most, &mut figure.plausible] {
        let Some(steps) = bound else { continue };
        match rescaled(Threshold::Quantity(*steps), before, &measure) {
            Some(Threshold::Quantity(kept)) => *steps = kept,
            _ => return Err(&FEWER_OF_FIGURE),
        }
    }
    let mut targets = (*made.targets).clone();
    for row in &mut targets {
        if row.item.indicator == figure.id {
            let kept = target::rescale(&mut row.item, before, &measure);
            kept.map_err(|_| &FEWER_OF_TARGET)?;
        }
    }
    let mut forms = (*made.forms).clone();
    for form in &mut forms {
        rescale(&mut form.template, &figure.id, before, &measure).ok_or(&FEWER_OF_FORM)?;
    }
    made.targets = Arc::new(targets);
    made.forms = Arc::new(forms);
    Ok(())
}

/// Keeps from and to which numbers of a figure a form asks something, which has other decimal places than before; none where one
/// does not fit into them.
fn rescale(form: &mut Template, figure: &Id, before: &Measure, after: &Measure) -> Option<()> {
    for section in &mut form.sections {
        let fields = section.fields.iter_mut().map(|field| &mut field.only);
        let all = fields.chain([&mut section.only]).flatten();
        for upon in all.filter_map(|only| only.answer.as_mut()) {
            if upon.indicator == *figure {
                for bound in [&mut upon.at_least, &mut upon.at_most]
                    .into_iter()
                    .flatten()
                {
                    *bound = rescaled(*bound, before, after)?;
                }
            }
        }
    }
    Some(())
}
