//! What figures come to when they are added up, and how that stands to a target's value.

use crate::plan::{Comparison, Measure, Threshold};
use crate::text::exact;
use crate::value::{ListedAnswer, MOST_LISTED, Raw, RollUp};
use std::borrow::Cow;

/// A figure that can be rolled up. Words, dates and addresses cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count, or đồng.
    Number(i64),
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
            (RollUp::Count | RollUp::Money, Raw::Number(number)) => Some(Self::Number(number)),
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
            Figure::Share { part, whole } => Self::Share {
                part: part.into(),
                whole: whole.into(),
            },
            Figure::Done(done) => Self::Done(done.into()),
            Figure::Chosen(_) => return None,
        })
    }

    /// Both together. Amounts of different kinds, which no one indicator has, leave the first.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Self::Number(a.saturating_add(b)),
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
        let more = match (self, other) {
            (Self::Number(a), Self::Number(b)) | (Self::Done(a), Self::Done(b)) => b > a,
            (Self::Share { part, whole }, Self::Share { part: p, whole: w }) => {
                p.saturating_mul(whole.max(1)) > part.saturating_mul(w.max(1))
            }
            _ => false,
        };
        if more { other } else { self }
    }

    /// What is added to `base` to make it: of numbers the difference; shares and deeds stay.
    pub(super) fn since(self, base: Self) -> Self {
        match (self, base) {
            (Self::Number(a), Self::Number(b)) => Self::Number(a.saturating_sub(b)),
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
            Self::Number(number) | Self::Done(number) => number,
            Self::Share { part, whole } => basis_points(part, whole)?,
        }))
    }

    /// Whether it stands to `threshold` as `comparison` says. A share of nothing reaches nothing.
    pub(super) fn meets(self, comparison: Comparison, threshold: Threshold) -> bool {
        let number = match self {
            Self::Number(number) | Self::Done(number) => number,
            Self::Share { part, .. } => part,
        };
        match (threshold, self) {
            (Threshold::Count(value) | Threshold::Money(value), _) => {
                comparison.holds(number, value.into())
            }
            (Threshold::BasisPoints(share), Self::Share { part, whole }) => {
                whole > 0
                    && comparison.holds(
                        part.saturating_mul(ALL),
                        i128::from(share).saturating_mul(whole),
                    )
            }
            (Threshold::BasisPoints(_), _) => false,
            (Threshold::Done, _) => number > 0,
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
    use crate::text::{MAX_EXACT, exact};

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
