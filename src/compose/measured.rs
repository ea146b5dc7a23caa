//! Figures that are measured: what units are asked, of a target that the document sets in km, ha, tấn.

use super::cells::figure;
use crate::plan::{Combine, Measure, Threshold};
use crate::reading::TargetProposal;

/// Units of which half of one is reported. Their figures are asked with a decimal place where the target has none.
const LARGE: &[&str] = &["km", "km²", "ha", "tấn", "tạ", "m³", "giờ"];

/// The value of a target and the upper end of its range, in the steps of its figure, and how that is measured where it is a
/// quantity.
pub(super) fn asked(proposal: &TargetProposal) -> (Threshold, Option<Threshold>, Option<Measure>) {
    match (proposal.value, &proposal.measure) {
        (Threshold::Quantity(steps), Some(Measure::Quantity(quantity))) => {
            let mut quantity = quantity.clone();
            let is_whole = quantity.decimals == 0 && LARGE.contains(&quantity.unit.as_str());
            let tenths = steps.checked_mul(10).filter(|_| is_whole);
            quantity.decimals += u8::from(tenths.is_some());
            let up_to = proposal.up_to.map(|most| match (most, tenths) {
                (Threshold::Quantity(most), Some(_)) => {
                    Threshold::Quantity(most.saturating_mul(10))
                }
                (most, _) => most,
            });
            let value = Threshold::Quantity(tenths.unwrap_or(steps));
            (value, up_to, Some(quantity.into()))
        }
        // Without a unit it is a number of something.
        (Threshold::Quantity(number), _) => (Threshold::Count(number), None, None),
        (value, _) => (value, proposal.up_to, None),
    }
}

/// How periods mostly combine; so much of each ha or person is no sum.
pub(super) fn combine_of(measure: &Measure) -> Combine {
    match measure {
        Measure::Quantity(quantity) if quantity.unit.contains('/') => Combine::Latest,
        measure => figure::combine_of(measure),
    }
}
