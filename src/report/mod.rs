//! What travels: the draft as typed, the report as understood, the submission that carries it, and the
//! receipt that proves it arrived.
//!
//! Their JSON is a public contract: camelCase, unknown members refused, an explicit `format`.

mod activity;
mod arrival;
mod bounds;
mod claims;
mod document;
mod draft;
mod explanation;
mod members;
mod points;
mod receipt;
mod shape;
mod submission;
mod typed;

pub(crate) use crate::value::stand_once;
pub use crate::value::{Figures, Value};
pub use activity::{DraftActivity, PartValue, ReportActivity};
pub use arrival::Arrival;
pub use bounds::{
    MAX_ACTIVITIES, MAX_EXPLANATION, MAX_EXPLANATIONS, MAX_FIGURES, MAX_LINE, MAX_LINKS, MAX_LIST,
    MAX_NOTE, MAX_PARTNERS, MAX_TEXT,
};
pub use claims::Claims;
pub use draft::Draft;
pub use explanation::Explanation;
pub use members::{Counted, Words};
pub(crate) use members::{Members, Most};
pub use points::ReviewedPoints;
pub use receipt::Receipt;
pub use shape::shape;
pub use submission::{Amends, Submission};
pub use typed::Report;

/// The version of the JSON format of drafts, reports, submissions and receipts.
pub const FORMAT: u32 = 1;

#[cfg(test)]
mod tests;
