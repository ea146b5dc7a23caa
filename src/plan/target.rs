//! Thresholds on indicators.

use super::{Base, Id, Ratio, Selector, Share, Source};
use crate::read::{choice, record, words};
use crate::text::Mark;
use serde::Serialize;
use std::cmp::Ordering;

/// A target (chỉ tiêu), taken apart into one population, one predicate, one value and one cadence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// Its identity.
    pub id: Id,
    /// The number it bears in the document, for example "(5)"; several targets can share one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What is to be reached, in few words.
    pub text: String,
    /// The indicator that shows it.
    pub indicator: Id,
    /// How the indicator compares with the value.
    #[serde(default, skip_serializing_if = "Comparison::is_at_least")]
    pub comparison: Comparison,
    /// The value to be reached.
    pub value: Threshold,
    /// The most that is to be reached, where it is a range ("25 đến 35"): of the same kind as the value, and not less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Threshold>,
    /// The number of each unit on which the value rests; the same value for all where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Box<Base>>,
    /// For whom the value holds.
    pub scope: Scope,
    /// For which span of time the value holds.
    #[serde(default, skip_serializing_if = "Cadence::is_plan")]
    pub per: Cadence,
    /// The units it binds.
    #[serde(default)]
    pub units: Selector,
    /// Why it is read so, where the document can be read in more than one way: "Đoàn 11 phường … ít
    /// nhất 01" is one for each ward, or one for all eleven together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where it stands.
    pub source: Source,
}

/// How a figure compares with a target's value, or the sides of a declared rule with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Comparison {
    /// Ít nhất, từ … trở lên.
    #[default]
    AtLeast,
    /// Không quá.
    AtMost,
    /// Đúng bằng.
    Exactly,
    /// Trên, hơn.
    MoreThan,
    /// Dưới.
    LessThan,
    /// Khác.
    NotEqual,
}

impl Comparison {
    /// Whether it is the comparison that holds where a plan says nothing.
    #[must_use]
    pub fn is_at_least(&self) -> bool {
        *self == Self::AtLeast
    }

    /// Whether `left` stands to `right` as the comparison says.
    #[must_use]
    pub fn holds<T: Ord>(self, left: T, right: T) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
            Self::Exactly => left == right,
            Self::MoreThan => left > right,
            Self::LessThan => left < right,
            Self::NotEqual => left != right,
        }
    }
}

/// The value of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Threshold {
    /// So many of the indicator's noun.
    Count(
        #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
         i64,
    ),
    /// So many đồng.
    Money(
        #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
         i64,
    ),
    /// So much of the whole: 9850, in hundredths of a percent, or "98,5 %".
    BasisPoints(Share),
    /// So many of the smallest steps of a quantity: 85 for 8,5 km where it is asked with one decimal place.
    Quantity(
        #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
         i64,
    ),
    /// So much of the whole, exactly: "2/3", "105/100".
    Ratio(Ratio),
    /// It is done.
    Done,
}

impl Threshold {
    /// How an answered number stands to it, or a part to its whole; none of what is of another kind. A share of nothing stands
    /// nowhere. What is above a number is a little more than it, and what is below a little less.
    pub(crate) fn order(
        self,
        number: i64,
        is: Option<Mark>,
        whole: Option<i64>,
    ) -> Option<Ordering> {
        let (part, of) = match self {
            Self::Count(value) | Self::Money(value) | Self::Quantity(value) => {
                return Some((number, is.map_or(0, Mark::tilt)).cmp(&(value, 0)));
            }
            Self::BasisPoints(share) => (share.into(), 10_000),
            Self::Ratio(ratio) => (ratio.part(), ratio.whole()),
            Self::Done => return None,
        };
        let whole = whole.filter(|whole| *whole > 0)?;
        let times = |one: i64, other: i64| i128::from(one) * i128::from(other);
        Some(times(number, of).cmp(&times(part, whole)))
    }
}

/// For whom a target's value holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Scope {
    /// For all bound units together.
    Whole,
    /// For every bound unit by itself ("mỗi cơ sở Đoàn", "100 % cơ sở Đoàn").
    Each,
    /// For so much of the bound units, each by itself: 9850, in hundredths of a percent, or "98,5 %".
    ShareOfUnits(Share),
    /// For every member of every bound unit ("mỗi đoàn viên").
    EachMember,
}

/// For which span of time a target's value holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Cadence {
    /// Once over the plan's whole period.
    #[default]
    Plan,
    /// Every year (hằng năm).
    Year,
    /// Every school year (năm học).
    SchoolYear,
    /// Every half-year.
    HalfYear,
    /// Every quarter (hằng quý).
    Quarter,
    /// Every month.
    Month,
    /// Every week.
    Week,
    /// Every day.
    Day,
}

impl Cadence {
    /// Whether it is the cadence that holds where a plan says nothing.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        *self == Self::Plan
    }
}

record!(Target { id, text, indicator, value, scope, source; number, comparison, up_to, of, per, units, why });
words!(Comparison {
    AtLeast,
    AtMost,
    Exactly,
    MoreThan,
    LessThan,
    NotEqual
});
choice!(Threshold
    words { Done }
    values { Count, Money, BasisPoints, Quantity, Ratio }
    records {}
    else Self::Done
);
choice!(Scope
    words { Whole, Each, EachMember }
    values { ShareOfUnits }
    records {}
    else Self::Whole
);
words!(Cadence {
    Plan,
    Year,
    SchoolYear,
    HalfYear,
    Quarter,
    Month,
    Week,
    Day
});
