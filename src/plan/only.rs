//! For whom, from when and upon which answer a field or a section is asked.

use super::{Id, Selector, Threshold, Unit};
use crate::calendar::{Date, Period};
use crate::read::record;
use crate::text::Mark;
use crate::value::{Answer, Estimate, Figures, Value, done_id};
use serde::Serialize;
use std::cmp::Ordering;

/// What must hold for a field or a section to be asked (đối tượng, thời gian, điều kiện áp dụng). All of it must; what is left
/// out asks nothing. What is not asked is not shown, not required, and has no place in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Only {
    /// The units that are asked; all that owe the report where it is left out.
    #[serde(default, skip_serializing_if = "Selector::is_all")]
    pub units: Selector,
    /// The day from which it is asked: not in reports whose period ends before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The answer to another question of the same report upon which it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<OnAnswer>,
}

/// An answer to another question of the same report: one of a list, done or not, or a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnAnswer {
    /// The question: an indicator that the same form asks before, answered from a list, by done or not, or by a number.
    pub indicator: Id,
    /// The answers of which one must be given: identities of the list, or `done` and `notDone`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<Id>,
    /// The least that a number must be ("từ 1 vụ trở lên"), in place of `is`; of a share, so much of its whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Threshold>,
    /// The most that a number may be ("không quá 5 vụ"), alone or beside `atLeast`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Threshold>,
}

impl Only {
    /// Whether it is asked of that unit in a report of that period, as far as no answer decides.
    #[must_use]
    pub fn concerns(&self, unit: &Unit, period: Period) -> bool {
        self.units.chooses(unit) && self.from.is_none_or(|from| period.to() >= from)
    }

    /// Whether a report of that unit and period with those figures is asked it.
    pub(crate) fn is_asked(&self, unit: &Unit, period: Period, figures: &Figures<Value>) -> bool {
        let mut upon = self.answer.iter();
        self.concerns(unit, period) && upon.all(|answer| answer.is_met_in(figures))
    }
}

impl OnAnswer {
    /// Whether an answer is one of those; of a share it is the part, and stands beside the answer to its whole.
    pub(crate) fn is_met_by(&self, answer: &Answer<'_>, whole: Option<&Answer<'_>>) -> bool {
        let given = |id: &str| self.is.iter().any(|one| *one == *id);
        let whole = match whole {
            Some(Answer::Number(whole)) => Some(*whole),
            _ => None,
        };
        match answer {
            Answer::Text(id) => given(id),
            Answer::List(ids) => ids.iter().any(|id| given(id)),
            Answer::Done(done) => given(done_id(*done)),
            Answer::Number(number) => self.holds(*number, None, whole),
            Answer::Estimate(Estimate { number, is }) => self.holds(*number, Some(*is), None),
            _ => false,
        }
    }

    /// Whether a number lies between the bounds.
    fn holds(&self, number: i64, is: Option<Mark>, whole: Option<i64>) -> bool {
        let is_met = |bound: Option<Threshold>, stands: fn(Ordering) -> bool| {
            bound.is_none_or(|bound| bound.order(number, is, whole).is_some_and(stands))
        };
        let is_said = self.at_least.is_some() || self.at_most.is_some();
        is_said && is_met(self.at_least, Ordering::is_ge) && is_met(self.at_most, Ordering::is_le)
    }

    /// Whether one of those stands among the figures of a report.
    pub(crate) fn is_met_in(&self, figures: &Figures<Value>) -> bool {
        match figures.get(self.indicator.as_str()) {
            Some(Value::Text(id)) => self.is_met_by(&Answer::Text(id.as_str().into()), None),
            Some(Value::List(ids)) => {
                let mut each = ids.iter().map(|id| Answer::Text(id.as_str().into()));
                each.any(|id| self.is_met_by(&id, None))
            }
            Some(Value::Done(done)) => self.is_met_by(&Answer::Done(*done), None),
            Some(Value::Number(number)) => self.holds(*number, None, None),
            Some(Value::Estimate(Estimate { number, is })) => self.holds(*number, Some(*is), None),
            Some(Value::Share { part, whole }) => self.holds(*part, None, Some(*whole)),
            _ => false,
        }
    }
}

record!(Only { ; units, from, answer });
record!(OnAnswer { indicator; is, at_least, at_most });
