//! What a unit had before it merged into another, which tells of it since.
//!
//! Of how things stand ("hiện có") both would be counted: the members of the former unit are among those of the new one.

use super::combine::Contribution;
use super::parts::Part;
use crate::calendar::Date;
use crate::plan::{Combine, Plan, Unit};

/// By figure (each indicator, then each part of a table), the first day after the merger of which the unit into which this one merged tells how things stand; none
/// where it tells of none, or where figures add up. `figures` are those of the unit at a place.
pub(super) fn told_since(
    plan: &Plan,
    parts: &[Part],
    unit: &Unit,
    figures: impl Fn(usize) -> Vec<Vec<Contribution>>,
) -> Vec<Option<Date>> {
    let (Some(into), Some(last)) = (&unit.merged_into, unit.to) else {
        return Vec::new();
    };
    let Some(place) = plan.units.iter().position(|one| one.id == *into) else {
        return Vec::new();
    };
    let since = |told: &[Contribution]| {
        let days = told.iter().map(Contribution::until);
        days.filter(|day| *day > last).min()
    };
    let indicators = (0..plan.indicators.len()).chain(parts.iter().map(|part| part.indicator));
    let is_stock = |indicator: usize| {
        let asked = plan.indicators.get(indicator);
        asked.is_some_and(|one| one.combine == Combine::Latest)
    };
    indicators
        .zip(figures(place))
        .map(|(indicator, told)| since(&told).filter(|_| is_stock(indicator)))
        .collect()
}
