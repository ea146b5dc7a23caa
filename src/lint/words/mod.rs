//! Recognisers: what the words of a Vietnamese document say, where the plan as data does not hold it.
//!
//! All of them read a text that [`crate::text::plain`] prepared (no marks, lower case), except where
//! spelling itself is the question.

mod bounds;
mod cited;
mod clauses;
mod dates;
mod edges;
mod elsewhere;
mod likeness;
mod listed;
mod months;
mod names;
mod numbers;
mod owners;
mod quantities;
mod ranges;
mod times;
mod values;
mod weekdays;

#[cfg(feature = "reading")]
pub(crate) use bounds::{DUE_WORDS, DueWord};
pub(super) use bounds::{bound_before, says_due};
pub(super) use cited::cited;
pub(super) use clauses::{Ends, clause_after, clause_before, clauses};
pub(crate) use dates::{Written, dates};
pub(super) use edges::{before_last, behind_first, says};
pub(super) use elsewhere::is_of_something_else;
pub(super) use likeness::Phrase;
pub(super) use listed::{Listed, listed_days, listed_weekdays};
pub(super) use months::{WrittenMonth, months, quarters};
pub(super) use names::{Difference, Name, names};
pub(super) use numbers::{Number, counts_units, fractions, in_words, numbers};
pub(super) use owners::{is_part_of_a_unit, unit_of};
pub(super) use quantities::quantities;
pub(super) use ranges::{Range, ranges};
pub(super) use times::hours;
pub(crate) use times::{OF_DAY, may_be_an_hour};
pub(super) use values::{has_own_number, is_another_of_them, is_made_of, is_of, states_a_value};
pub(crate) use weekdays::named_in;
pub(super) use weekdays::written_beside;
