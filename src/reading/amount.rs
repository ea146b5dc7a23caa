//! How much a number of a sentence says.

use super::measured::finer;
use crate::plan::{Share, Threshold};

/// How much a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Count(i64),
    Money(i64),
    /// In hundredths of a percent.
    Share(u32),
    /// So many steps of a unit, each of so many decimal places.
    Quantity {
        steps: i64,
        decimals: u8,
        unit: &'static str,
    },
}

impl Amount {
    /// The upper end of a range that begins with a value of the same kind.
    pub fn above(self, value: Threshold) -> Option<Threshold> {
        match (self, value) {
            (Self::Count(most), Threshold::Count(least)) if most > least => {
                Some(Threshold::Count(most))
            }
            (Self::Money(most), Threshold::Money(least)) if most > least => {
                Some(Threshold::Money(most))
            }
            (Self::Share(most), Threshold::BasisPoints(least)) if most > least.points() => {
                Some(Threshold::BasisPoints(Share::of(most)))
            }
            (Self::Quantity { steps: most, .. }, Threshold::Quantity(least)) if most > least => {
                Some(Threshold::Quantity(most))
            }
            _ => None,
        }
    }

    /// What is counted in a unit is a quantity.
    pub fn in_unit(self, unit: Option<&'static str>) -> Self {
        match (self, unit) {
            (Self::Count(steps), Some(unit)) => Self::Quantity {
                steps,
                decimals: 0,
                unit,
            },
            (amount, _) => amount,
        }
    }

    /// Two ends of a range in steps of the same size.
    pub fn alike(self, other: Self) -> (Self, Self) {
        let (
            Self::Quantity {
                steps,
                decimals,
                unit,
            },
            Self::Quantity {
                steps: last,
                decimals: places,
                unit: other_unit,
            },
        ) = (self, other)
        else {
            return (self, other);
        };
        let most = decimals.max(places);
        let of = |steps, from, unit| {
            finer(steps, from, most).map(|steps| Self::Quantity {
                steps,
                decimals: most,
                unit,
            })
        };
        of(steps, decimals, unit)
            .zip(of(last, places, other_unit))
            .unwrap_or((self, other))
    }
}
