//! The check: draft or report in, findings out. One rule a file, with what it does and why.
//!
//! Nothing of a plan is written here: what is asked, which ranges hold, what must agree, all comes from
//! the plan. A [`Sheet`] is a form compiled for one duty, unit and period; each of its checks knows what
//! it reads, so that a change runs only those that it can concern. The whole check runs them all: what
//! the form says while typing and what the collector says on arrival cannot differ.

mod active;
mod activities;
mod build;
mod bulk;
mod check;
mod claimed;
mod compiled;
mod context;
mod dates;
mod declared;
mod duplicate;
mod earlier;
mod entries;
mod evidence;
mod fields;
mod input;
mod late;
mod length;
mod lists;
mod past;
mod phone;
mod range;
mod read_draft;
mod read_report;
mod required;
mod share;
mod sheet;
mod tally;
mod told;
mod understood;
mod whole;

pub use bulk::check_lines;
pub use check::Place;
pub use claimed::check_claims;
pub use context::{AlsoClaimed, Context};
pub use entries::{ActivityEntry, Entries};
pub use input::{Half, Input};
pub use past::Past;
pub use sheet::Sheet;
pub use told::{Told, ToldList};
pub use whole::{Checked, check_draft, check_report};

#[cfg(test)]
mod tests;
