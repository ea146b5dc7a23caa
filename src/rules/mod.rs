//! The check: draft or report in, findings out. One rule a file, with what it does and why.
//!
//! Nothing of a plan is written here: what is asked, which ranges hold, what must agree, all comes from
//! the plan. A [`Sheet`] is a form compiled for one duty, unit and period; each of its checks knows what
//! it reads, so that a change runs only those that it can concern. The whole check runs them all: what
//! the form says while typing and what the collector says on arrival cannot differ.

mod active;
mod activities;
mod claimed;
mod dates;
mod declared;
mod duplicate;
mod earlier;
mod engine;
mod evidence;
mod fields;
mod late;
mod length;
mod lists;
mod phone;
mod range;
mod required;
mod share;
mod tally;
mod understood;

pub use claimed::check_claims;
pub use engine::{
    ActivityEntry, AlsoClaimed, Checked, Context, Entries, Half, Input, Past, Place, Sheet, Told,
    ToldList, check_draft, check_lines, check_report,
};

#[cfg(test)]
mod tests;
