//! What a target comes to for those whom it binds, where that depends on a number of theirs, or lies between two.

use super::{Comparison, Id, Plan, Target, Threshold, Unit};
use crate::read::{record, words};
use crate::text::exact;
use serde::Serialize;

/// On which number of each unit the value of a target rests, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Base {
    /// An attribute of the plan, of which each unit has a number.
    pub attribute: Id,
    /// How the value is taken of it.
    #[serde(default, skip_serializing_if = "By::is_each")]
    pub by: By,
}

/// How a value is taken of a number of the unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// So many for each one of it ("mỗi đoàn viên 02 cây"), or so much of it ("50 % cử tri").
    #[default]
    Each,
    /// By how much it changes from it: a share or ratio of it ("110/100": tăng 10 %), or so many more, fewer where the value
    /// is below zero ("giảm 3 vụ"). For a quantity the number is in the steps in which that is asked.
    Change,
}

impl By {
    /// Whether it is what holds where a plan says nothing.
    #[must_use]
    pub fn is_each(&self) -> bool {
        *self == Self::Each
    }
}

/// What is to be reached, and of a range also what is not to be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What the figure is compared with, as the target says.
    pub value: Threshold,
    /// The upper end of a range, inclusive.
    pub up_to: Option<Threshold>,
}

/// Hundredths of a percent in a whole.
const WHOLE: i128 = 10_000;

impl Target {
    /// The attribute on which its value rests; none where it is the same for all.
    #[must_use]
    pub fn rests_on(&self) -> Option<&Id> {
        self.of.as_ref().map(|base| &base.attribute)
    }

    /// Whether its value is the same for all, and no range.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.of.is_none() && self.up_to.is_none()
    }

    /// Whether its value is a change against a number of the unit.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.of.as_ref().is_some_and(|base| base.by == By::Change)
    }

    /// What is to be reached by those whose numbers come to `number` together; none where it rests on a number that is not
    /// known. A part of one is rounded so that whoever reaches the goal reaches the exact one.
    #[must_use]
    pub fn goal(&self, number: Option<i128>) -> Option<Goal> {
        let Some(Base { by, .. }) = self.of.as_deref() else {
            let (value, up_to) = (self.value, self.up_to);
            return Some(Goal { value, up_to });
        };
        let number = number?;
        let up = !matches!(self.comparison, Comparison::AtMost | Comparison::MoreThan);
        let most = |most| resolved(most, *by, number, false);
        Some(Goal {
            value: resolved(self.value, *by, number, up),
            up_to: self.up_to.map(most),
        })
    }

    /// The number on which it rests as the plan states it of a unit.
    #[must_use]
    pub fn number_of(&self, unit: &Unit) -> Option<i64> {
        unit.number(self.rests_on()?)
    }

    /// The figure in which units tell the number on which it rests; none where they are not asked for it.
    #[must_use]
    pub fn asked_in<'p>(&self, plan: &'p Plan) -> Option<&'p Id> {
        let id = self.rests_on()?;
        let attribute = plan.attributes.iter().find(|one| one.id == *id)?;
        attribute.asked.as_ref()
    }
}

fn resolved(value: Threshold, by: By, number: i128, up: bool) -> Threshold {
    let part_of = |part: i128, whole: i128| {
        let product = part.saturating_mul(number);
        let rest = i128::from(up && product.rem_euclid(whole) > 0);
        product.div_euclid(whole).saturating_add(rest)
    };
    let comes_to = match (value, by) {
        (Threshold::Done, _) => return Threshold::Done,
        (Threshold::BasisPoints(share), _) => part_of(share.into(), WHOLE),
        (Threshold::Ratio(ratio), _) => part_of(ratio.part().into(), ratio.whole().into()),
        (Threshold::Count(so) | Threshold::Money(so) | Threshold::Quantity(so), By::Each) => {
            number.saturating_mul(so.into())
        }
        (Threshold::Count(so) | Threshold::Money(so) | Threshold::Quantity(so), By::Change) => {
            number.saturating_add(so.into())
        }
    };
    Threshold::Count(exact(comes_to))
}

record!(Base { attribute; by });
words!(By { Each, Change });

#[cfg(test)]
mod tests {
    use super::Goal;
    use crate::plan::{Target, Threshold};
    use crate::read::from_str;
    use serde_json::{Value, json};

    fn goal(parts: Value, number: Option<i128>) -> Option<(i64, Option<i64>)> {
        let mut whole = json!({"id": "t", "text": "t", "indicator": "i", "scope": "each",
            "source": {"section": "1"}});
        if let (Value::Object(whole), Value::Object(parts)) = (&mut whole, parts) {
            whole.extend(parts);
        }
        let target: Target = from_str(&whole.to_string()).unwrap();
        let number_of = |one: Threshold| match one {
            Threshold::Count(number) => number,
            other => panic!("{other:?}"),
        };
        let Goal { value, up_to } = target.goal(number)?;
        Some((number_of(value), up_to.map(number_of)))
    }

    #[test]
    fn a_goal_is_worked_out_from_the_number_of_the_unit() {
        let each = json!({"attribute": "n"});
        let change = json!({"attribute": "n", "by": "change"});
        for (value, of, comparison, number, comes_to) in [
            // Two trees for each of 85 members.
            (json!({"count": 2}), &each, "atLeast", 85, 170),
            // 50 % of 85 voters are 42,5: reached by 43, kept by 42, passed by 43, stayed below by 42.
            (json!({"basisPoints": "50 %"}), &each, "atLeast", 85, 43),
            (json!({"basisPoints": "50 %"}), &each, "atMost", 85, 42),
            (json!({"basisPoints": "50 %"}), &each, "moreThan", 85, 42),
            (json!({"basisPoints": "50 %"}), &each, "lessThan", 85, 43),
            (json!({"ratio": "2/3"}), &each, "atLeast", 99, 66),
            // 10 % more than 137 are 150,7; 10 % fewer than 27 are 24,3.
            (json!({"ratio": "110/100"}), &change, "atLeast", 137, 151),
            (json!({"ratio": "90/100"}), &change, "atMost", 27, 24),
            (json!({"count": 5}), &change, "atLeast", 12, 17),
            (json!({"count": -3}), &change, "atMost", 12, 9),
        ] {
            let parts = json!({"value": value, "of": of, "comparison": comparison});
            assert_eq!(
                goal(parts.clone(), Some(number)),
                Some((comes_to, None)),
                "{parts}"
            );
            assert_eq!(goal(parts, None), None);
        }
    }

    #[test]
    fn a_range_has_two_ends_and_what_rests_on_nothing_is_as_it_is_stated() {
        let range = json!({"value": {"count": 25}, "upTo": {"count": 35}});
        assert_eq!(goal(range, None), Some((25, Some(35))));
        let of = json!({"value": {"basisPoints": "25 %"}, "upTo": {"basisPoints": "35 %"}, "of": {"attribute": "n"}});
        assert_eq!(goal(of, Some(81)), Some((21, Some(28))));
    }
}
