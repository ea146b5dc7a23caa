//! What the reports of shorter periods say together of a number that is asked for all of their days.

use super::input::Input;
use super::past::Past;
use super::sheet::Sheet;
use crate::plan::Combine;
use crate::text::{Mark, exact};
use crate::value::total_of;

/// What they say (tổng các kỳ bên trong).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The numbers that count, in the order of their days: all where periods add up, else the one that holds.
    pub terms: Vec<i64>,
    /// What they come to.
    pub sum: i64,
}

impl Past {
    /// What all of them say at an input, one number each, and in which way it is none exactly; none where none of them says
    /// anything, or one of them no exact number where none else is taken.
    pub(crate) fn told_by(&self, asked: &Input) -> Option<Vec<(i64, Option<Mark>)>> {
        let mut told = Vec::new();
        for report in self.iter() {
            if let Some(number) = asked.number_in(report) {
                let is = asked.mark_in(report);
                if is.is_some() && !asked.estimates {
                    return None;
                }
                told.push((number, is));
            }
        }
        (!told.is_empty()).then_some(told)
    }

    /// What the reports inside the sheet's period say together at an input; none where none of them tells anything, or one of
    /// them no exact number.
    pub(crate) fn parts(&self, sheet: &Sheet, asked: &Input) -> Option<Parts> {
        let inside = self.inside(sheet, &|report| asked.number_in(report).is_some());
        let mut terms = Vec::with_capacity(inside.len());
        for report in inside {
            terms.push(asked.exact_in(report)?);
        }
        let last = *terms.last()?;
        let (terms, sum) = match asked.combine {
            Combine::Sum => {
                let sum = exact(total_of(&terms));
                (terms, sum)
            }
            Combine::Latest | Combine::Cumulative => (vec![last], last),
            Combine::Maximum => {
                let most = terms.into_iter().fold(last, i64::max);
                (vec![most], most)
            }
        };
        Some(Parts { terms, sum })
    }
}
