//! The model of a plan as a person says it, record by record. A new member of the model is a line here; `tests/plans` finds the
//! one that is missing.

mod document;
mod duty;
mod form;
mod measure;
mod shared;
mod target;
mod time;
mod words;

pub(super) use document::{ACTIVITY, PLAN, UNIT};
pub(super) use duty::DUTY;
pub(super) use target::{INDICATOR, TARGET};

use super::kind::Record;

/// What rows are made of; all other records are parts of these.
pub(super) const ROOTS: &[&Record] = &[&PLAN, &UNIT, &TARGET, &INDICATOR, &DUTY, &ACTIVITY];
