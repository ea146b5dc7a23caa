//! What figures come to when they are added up, and how that stands to a target's value.

use crate::plan::{Comparison, Measure, Threshold};
use crate::text::{Mark, exact};
use crate::value::{Estimate, ListedAnswer, MOST_LISTED, Raw, RollUp};
use std::borrow::Cow;

/// A figure that can be rolled up. Words, dates and addresses cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count, đồng, or the steps of a quantity.
    Number(i64),
    /// A number that is none exactly.
    Estimate(Estimate),
    /// A share.
    Share {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// Done or not.
    Done(bool),
    /// The places of the answers that were chosen of a list, a bit each.
    Chosen(u64),
}

impl Figure {
    /// The figure in a report's value; none in words, and none of another kind than is asked.
    pub(crate) fn of(raw: Raw<'_>, measure: &Measure) -> Option<Self> {
        match (measure.roll_up(), raw) {
            (RollUp::Count | RollUp::Money | RollUp::Quantity, Raw::Number(number)) => {
                Some(Self::Number(number))
            }
            (RollUp::Count | RollUp::Money | RollUp::Quantity, Raw::Estimate(estimate)) => {
                Some(Self::Estimate(estimate))
            }
            (RollUp::Share, Raw::Share { part, whole }) => Some(Self::Share { part, whole }),
            (RollUp::Deed, Raw::Done(done)) => Some(Self::Done(done)),
            (RollUp::Answers(listed), Raw::Text(id)) => chosen(listed, &[id]),
            (RollUp::Answers(listed), Raw::List(ids)) => chosen(listed, &ids),
            _ => None,
        }
    }
}

/// None where nothing is chosen, or something that is not listed.
fn chosen(listed: &[ListedAnswer], ids: &[Cow<'_, str>]) -> Option<Figure> {
    let mut places = 0_u64;
    for id in ids.iter().take(MOST_LISTED) {
        let place = listed.iter().position(|one| one.id == **id)?;
        places |= 1_u64.checked_shl(u32::try_from(place).ok()?)?;
    }
    (places != 0).then_some(Figure::Chosen(places))
}

/// What several figures come to. Wide enough that no number of reports can overflow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A sum.
    Number(i128),
    /// A sum that contains a number that is none exactly: how it is marked holds of the whole.
    Estimate(i128, Mark),
    /// The parts and the wholes, each added up: a share of many is never an average of shares.
    Share {
        /// The parts.
        part: i128,
        /// The wholes.
        whole: i128,
    },
    /// How many did it.
    Done(i128),
}

/// Hundredths of a percent in a whole.
pub(crate) const ALL: i128 = 10_000;

impl Amount {
    /// What a figure comes to by itself; none for an answer of a list, which is counted and not added.
    #[must_use]
    pub fn of(figure: Figure) -> Option<Self> {
        Some(match figure {
            Figure::Number(number) => Self::Number(number.into()),
            Figure::Estimate(Estimate { number, is }) => Self::Estimate(number.into(), is),
            Figure::Share { part, whole } => Self::Share {
                part: part.into(),
                whole: whole.into(),
            },
            Figure::Done(done) => Self::Done(done.into()),
            Figure::Chosen(_) => return None,
        })
    }

    fn telling(number: i128, is: Option<Mark>) -> Self {
        is.map_or(Self::Number(number), |is| Self::Estimate(number, is))
    }

    /// A sum, and in which way it is none exactly, where it is none. None of what is no sum.
    #[must_use]
    pub const fn told(self) -> Option<(i128, Option<Mark>)> {
        match self {
            Self::Number(number) => Some((number, None)),
            Self::Estimate(number, is) => Some((number, Some(is))),
            Self::Share { .. } | Self::Done(_) => None,
        }
    }

    /// Both together. Amounts of different kinds, which no one indicator has, leave the first.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if let (Some((a, is)), Some((b, other_is))) = (self.told(), other.told()) {
            return Self::telling(a.saturating_add(b), Mark::join(is, other_is));
        }
        match (self, other) {
            (Self::Done(a), Self::Done(b)) => Self::Done(a.saturating_add(b)),
            (Self::Share { part, whole }, Self::Share { part: p, whole: w }) => Self::Share {
                part: part.saturating_add(p),
                whole: whole.saturating_add(w),
            },
            (first, _) => first,
        }
    }

    /// The larger of the two; of shares the higher.
    pub(super) fn larger(self, other: Self) -> Self {
        if let (Some((a, is)), Some((b, other_is))) = (self.told(), other.told()) {
            return Self::telling(a.max(b), Mark::join(is, other_is));
        }
        let more = match (self, other) {
            (Self::Done(a), Self::Done(b)) => b > a,
            (Self::Share { part, whole }, Self::Share { part: p, whole: w }) => {
                p.saturating_mul(whole.max(1)) > part.saturating_mul(w.max(1))
            }
            _ => false,
        };
        if more { other } else { self }
    }

    /// What is added to `base` to make it: of numbers the difference; shares and deeds stay.
    pub(super) fn since(self, base: Self) -> Self {
        match (self.told(), base.told()) {
            (Some((a, is)), Some((b, base_is))) => Self::telling(
                a.saturating_sub(b),
                Mark::join(is, base_is.map(Mark::flipped)),
            ),
            _ => self,
        }
    }

    /// What it comes to when `days` of it come to what `of` days would.
    pub(super) fn stretched(self, days: i128, of: i128) -> Option<Self> {
        if days <= 0 {
            return None;
        }
        let grow = |number: i128| number.saturating_mul(of.max(days)) / days;
        Some(match self {
            Self::Number(number) => Self::Number(grow(number)),
            Self::Estimate(number, is) => Self::Estimate(grow(number), is),
            Self::Share { part, whole } => Self::Share {
                part: grow(part).min(whole.max(part)),
                whole,
            },
            Self::Done(_) => self,
        })
    }

    /// As one number: a sum, hundredths of a percent of a share, how many did it. None for a share of
    /// nothing. What lies beyond JavaScript's exact numbers is held at their edge.
    #[must_use]
    pub fn number(self) -> Option<i64> {
        Some(exact(match self {
            Self::Number(number) | Self::Estimate(number, _) | Self::Done(number) => number,
            Self::Share { part, whole } => basis_points(part, whole)?,
        }))
    }

    /// Whether it stands to `threshold` as `comparison` says. A share of nothing reaches nothing. What is above a number is
    /// a little more than it, and what is below a little less.
    pub(super) fn meets(self, comparison: Comparison, threshold: Threshold) -> bool {
        let (number, tilt) = match self {
            Self::Number(number) | Self::Done(number) => (number, 0),
            Self::Estimate(number, is) => (number, is.tilt().into()),
            Self::Share { part, .. } => (part, 0),
        };
        match (threshold, self) {
            (Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value), _) => {
                let twice = number.saturating_mul(2).saturating_add(tilt);
                comparison.holds(twice, i128::from(value) * 2)
            }
            (Threshold::BasisPoints(share), Self::Share { part, whole }) => {
                whole > 0
                    && comparison.holds(
                        part.saturating_mul(ALL),
                        i128::from(share).saturating_mul(whole),
                    )
            }
            (Threshold::Ratio(ratio), Self::Share { part, whole }) => {
                whole > 0
                    && comparison.holds(
                        part.saturating_mul(ratio.whole().into()),
                        i128::from(ratio.part()).saturating_mul(whole),
                    )
            }
            (Threshold::BasisPoints(_) | Threshold::Ratio(_), _) => false,
            (Threshold::Done, _) => number > 0,
        }
    }

    /// Whether what [`Amount::meets`] says is certain: of a number that is none exactly only where the threshold lies on
    /// the other side of what it may be.
    pub(super) fn is_sure(self, threshold: Threshold) -> bool {
        let (Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value)) =
            threshold
        else {
            return true;
        };
        match self {
            Self::Estimate(number, Mark::Above) => number >= value.into(),
            Self::Estimate(number, Mark::Below) => number <= value.into(),
            Self::Estimate(_, Mark::About) => false,
            Self::Number(_) | Self::Share { .. } | Self::Done(_) => true,
        }
    }
}

/// `part` in `whole` in hundredths of a percent, rounded down, so that 100 % means all; none of nothing.
pub(crate) fn basis_points(part: i128, whole: i128) -> Option<i128> {
    (whole > 0).then(|| part.saturating_mul(ALL).div_euclid(whole))
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use crate::plan::{Comparison, Share, Threshold};
    use crate::text::{MAX_EXACT, Mark, exact};

    const fn share(part: i128, whole: i128) -> Amount {
        Amount::Share { part, whole }
    }

    #[test]
    fn shares_add_up_from_their_parts_and_wholes() {
        let sum = share(30, 40).plus(share(1, 160));
        assert_eq!(sum, share(31, 200));
        assert_eq!(
            sum.number(),
            Some(1550),
            "15,5 %, not the average of 75 % and 0,6 %"
        );
        assert_eq!(share(0, 0).number(), None);
        assert_eq!(share(199, 200).plus(share(99, 100)).number(), Some(9933));
    }

    #[test]
    fn an_amount_meets_a_threshold_exactly() {
        use Comparison::{AtLeast, AtMost, MoreThan};
        for (amount, comparison, threshold, met) in [
            (Amount::Number(100), AtLeast, Threshold::Count(100), true),
            (Amount::Number(99), AtLeast, Threshold::Count(100), false),
            (Amount::Number(100), MoreThan, Threshold::Count(100), false),
            (Amount::Number(3), AtMost, Threshold::Count(3), true),
            (Amount::Number(4), AtMost, Threshold::Count(3), false),
            (
                share(1999, 2000),
                AtLeast,
                Threshold::BasisPoints(Share::of(10_000)),
                false,
            ),
            (
                share(2000, 2000),
                AtLeast,
                Threshold::BasisPoints(Share::of(10_000)),
                true,
            ),
            (
                share(197, 200),
                AtLeast,
                Threshold::BasisPoints(Share::of(9850)),
                true,
            ),
            (
                share(0, 0),
                AtLeast,
                Threshold::BasisPoints(Share::of(0)),
                false,
            ),
            (Amount::Done(0), AtLeast, Threshold::Done, false),
            (Amount::Done(2), AtLeast, Threshold::Done, true),
        ] {
            assert_eq!(
                amount.meets(comparison, threshold),
                met,
                "{amount:?} {threshold:?}"
            );
        }
    }

    #[test]
    fn a_ratio_is_held_against_a_fraction_by_cross_multiplication() {
        let two_thirds = || crate::read::from_str(r#"{"ratio":"2/3"}"#).expect("a threshold");
        for (part, whole, met) in [
            (2, 3, true),
            (666_666, 1_000_000, false),
            (666_667, 1_000_000, true),
            (62_515_000, 53_781_000, true),
            (0, 0, false),
            (i128::from(MAX_EXACT), i128::from(MAX_EXACT) / 2 * 3, true),
        ] {
            let amount = share(part, whole);
            assert_eq!(
                amount.meets(Comparison::AtLeast, two_thirds()),
                met,
                "{part}/{whole}"
            );
        }
    }

    #[test]
    fn an_estimate_reaches_a_target_for_certain_only_from_its_other_side() {
        use Comparison::{AtLeast, AtMost, Exactly, MoreThan};
        use Mark::{About, Above, Below};
        for (is, number, comparison, met, sure) in [
            (Above, 100, AtLeast, true, true),
            (Above, 100, MoreThan, true, true),
            (Above, 99, AtLeast, false, false),
            (Above, 100, AtMost, false, true),
            (Above, 99, AtMost, true, false),
            (Above, 100, Exactly, false, true),
            (Below, 100, AtLeast, false, true),
            (Below, 101, AtLeast, true, false),
            (Below, 100, AtMost, true, true),
            (About, 100, AtLeast, true, false),
            (About, 99, AtLeast, false, false),
            (About, 100, Exactly, true, false),
        ] {
            let (amount, target) = (Amount::Estimate(number, is), Threshold::Count(100));
            let found = (amount.meets(comparison, target), amount.is_sure(target));
            assert_eq!(found, (met, sure), "{is:?} {number} {comparison:?}");
        }
    }

    #[test]
    fn what_contains_an_estimate_is_one() {
        use Mark::{About, Above, Below};
        let (exact, above, below) = (
            Amount::Number(5),
            Amount::Estimate(300, Above),
            Amount::Estimate(20, Below),
        );
        assert_eq!(exact.plus(above), Amount::Estimate(305, Above));
        assert_eq!(above.plus(exact).plus(below), Amount::Estimate(325, About));
        assert_eq!(above.larger(exact), Amount::Estimate(300, Above));
        assert_eq!(above.since(exact), Amount::Estimate(295, Above));
        assert_eq!(
            Amount::Number(400).since(above),
            Amount::Estimate(100, Below)
        );
        assert_eq!(above.stretched(1, 2), Some(Amount::Estimate(600, Above)));
    }

    #[test]
    fn numbers_stay_within_what_javascript_holds() {
        assert_eq!(exact(i128::MAX), MAX_EXACT);
        assert_eq!(exact(i128::MIN), -MAX_EXACT);
        assert_eq!(
            Amount::Number(10).stretched(5, 20),
            Some(Amount::Number(40))
        );
        assert_eq!(Amount::Number(10).stretched(0, 20), None);
        assert_eq!(share(3, 10).stretched(1, 9), Some(share(10, 10)));
    }
}
