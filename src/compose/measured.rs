//! Figures that are measured: what units are asked, of a target that the document sets in km, ha, tấn.

use super::cells::{Set, figure, target};
use super::state::Composition;
use crate::plan::{Bar, BarWhen, Combine, Id, Indicator, Measure, Plan, Template, Threshold};
use crate::reading::TargetProposal;
use crate::text::{Both, MAX_EXACT};
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

/// Why a value does not fit into other decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It has more of them.
    TooExact,
    /// With more of them it passes what a report can hold.
    TooLarge,
}

impl Misfit {
    /// What is said of it, where `fewer` says of a value that has more decimal places which one is to be corrected.
    pub(super) const fn said(self, fewer: &'static Both) -> &'static Both {
        match self {
            Self::TooExact => fewer,
            Self::TooLarge => &TOO_LARGE,
        }
    }
}

/// A value in the steps of its figure, which has other decimal places than before.
pub(super) fn rescaled(
    value: Threshold,
    before: &Measure,
    after: &Measure,
) -> Result<Threshold, Misfit> {
    let (
        Threshold::Quantity(steps),
        Counted::Unit { decimals: from, .. },
        Counted::Unit { decimals: to, .. },
    ) = (value, before.counted(), after.counted())
    else {
        return Ok(value);
    };
    let by = 10_i64.checked_pow(u32::from(from.abs_diff(to)));
    let by = by.ok_or(Misfit::TooLarge)?;
    if to >= from {
        let more = steps.checked_mul(by);
        let held = more.filter(|steps| steps.unsigned_abs() <= MAX_EXACT.unsigned_abs());
        held.map(Threshold::Quantity).ok_or(Misfit::TooLarge)
    } else if steps % by == 0 {
        Ok(Threshold::Quantity(steps / by))
    } else {
        Err(Misfit::TooExact)
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
    vi: "Một mẫu báo cáo có phần “Chỉ hỏi khi” dựa vào số liệu này, với mức có nhiều chữ số sau dấu phẩy hơn. Hãy sửa mức đó trong mẫu báo cáo trước.",
    en: "A form asks something only upon a number of this figure that has more decimal places. Correct that number in the form first.",
};
static FEWER_OF_BAR: Both = Both {
    vi: "Ô “Không xét” của bảng điểm có điều kiện dựa vào số liệu này, với mức có nhiều chữ số sau dấu phẩy hơn. Hãy sửa mức đó trong ô ấy trước.",
    en: "“What rules a band out” of a table of points names a number of this figure that has more decimal places. Correct that number there first.",
};
static FEWER_OF_FIGURE: Both = Both {
    vi: "Số ở ô “Nhỏ nhất có thể”, “Lớn nhất có thể” hoặc “Lớn hơn số này thì hỏi lại” của số liệu này có nhiều chữ số sau dấu phẩy hơn. Hãy sửa số đó trong “Chi tiết khác” trước.",
    en: "“The smallest that can be”, “The largest that can be” or “Above this it is asked again” of this figure has more decimal places. Correct it among the figure's details first.",
};
static TOO_LARGE: Both = Both {
    vi: "Số này quá lớn để thêm chữ số sau dấu phẩy.",
    en: "This number is too large to get more decimal places.",
};

/// Keeps what is said of a figure that has other decimal places than before: its own bounds, how much all targets on it ask, from
/// and to which numbers of it a form asks something, and which of them rule a band out. Where one does not fit into them, says which
/// is to be corrected.
pub(super) fn keep_all(made: &mut Composition, figure: &mut Indicator, before: &Measure) -> Set {
    let measure = Arc::clone(&figure.measure);
    for bound in [&mut figure.least, &mut figure.most, &mut figure.plausible] {
        let Some(steps) = bound else { continue };
        let kept = rescaled(Threshold::Quantity(*steps), before, &measure);
        if let Threshold::Quantity(kept) = kept.map_err(|why| why.said(&FEWER_OF_FIGURE))? {
            *steps = kept;
        }
    }
    let mut targets = (*made.targets).clone();
    for row in &mut targets {
        if row.item.indicator == figure.id {
            let kept = target::rescale(&mut row.item, before, &measure);
            kept.map_err(|why| why.said(&FEWER_OF_TARGET))?;
        }
    }
    let mut forms = (*made.forms).clone();
    for form in &mut forms {
        rescale(&mut form.template, &figure.id, before, &measure)
            .map_err(|why| why.said(&FEWER_OF_FORM))?;
    }
    let mut base = Plan::clone(&made.base);
    let bands = base.scorings.iter_mut().flat_map(|one| &mut one.bands);
    for bar in bands.flat_map(|band| &mut band.bars) {
        rescale_bar(bar, &figure.id, before, &measure).map_err(|why| why.said(&FEWER_OF_BAR))?;
    }
    made.base = Arc::new(base);
    made.targets = Arc::new(targets);
    made.forms = Arc::new(forms);
    Ok(())
}

/// Keeps which number of a figure rules a band out.
fn rescale_bar(
    bar: &mut Bar,
    figure: &Id,
    before: &Measure,
    after: &Measure,
) -> Result<(), Misfit> {
    let BarWhen::Figure {
        indicator, value, ..
    } = &mut bar.when
    else {
        return Ok(());
    };
    if indicator == figure
        && let Threshold::Quantity(kept) = rescaled(Threshold::Quantity(*value), before, after)?
    {
        *value = kept;
    }
    Ok(())
}

/// Keeps from and to which numbers of a figure a form asks something, which has other decimal places than before.
fn rescale(
    form: &mut Template,
    figure: &Id,
    before: &Measure,
    after: &Measure,
) -> Result<(), Misfit> {
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
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::cells::scoring::BARS;
    use super::super::words::{LEAST, MOST, PLAUSIBLE};
    use super::{FEWER_OF_BAR, FEWER_OF_FIGURE, FEWER_OF_FORM, Misfit, TOO_LARGE, rescaled};
    use crate::plan::Threshold::Quantity;
    use crate::text::MAX_EXACT;
    use crate::value::{Measure, QuantityMeasure};

    fn km(decimals: u8) -> Measure {
        let unit = "km".to_owned();
        QuantityMeasure { unit, decimals }.into()
    }

    #[test]
    fn a_value_keeps_what_it_says_or_tells_why_it_cannot() {
        for (steps, from, to, expected) in [
            (85, 1, 2, Ok(850)),
            (850, 2, 1, Ok(85)),
            (85, 1, 0, Err(Misfit::TooExact)),
            (MAX_EXACT, 0, 0, Ok(MAX_EXACT)),
            (MAX_EXACT, 0, 1, Err(Misfit::TooLarge)),
            (MAX_EXACT, 0, 4, Err(Misfit::TooLarge)),
            (-MAX_EXACT, 0, 4, Err(Misfit::TooLarge)),
        ] {
            let kept = rescaled(Quantity(steps), &km(from), &km(to));
            assert_eq!(kept, expected.map(Quantity), "{steps} {from} {to}");
        }
        assert_eq!(Misfit::TooLarge.said(&FEWER_OF_FORM), &TOO_LARGE);
    }

    #[test]
    fn the_refusal_quotes_the_cells_by_their_names() {
        for (said, cell) in [
            (&FEWER_OF_FIGURE, LEAST),
            (&FEWER_OF_FIGURE, MOST),
            (&FEWER_OF_FIGURE, PLAUSIBLE),
            (&FEWER_OF_BAR, BARS),
        ] {
            assert!(said.vi.contains(&format!("“{}”", cell.vi)));
            assert!(said.en.contains(&format!("“{}”", cell.en)));
        }
    }
}
