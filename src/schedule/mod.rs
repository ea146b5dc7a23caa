//! What a unit owes: every reporting duty of the plan, period by period, with its deadline and, at a
//! given moment, its state.
//!
//! Nothing here reads a clock: the moment is passed in, and so is what was sent before.

mod demand;
mod key;
mod label;
mod lateness;
mod leniency;
mod occasion;
mod owed;
mod state;

pub(crate) use demand::rule_of;
pub use demand::{opened_by_all, to_be_opened};
pub use key::{key, key_of_all};
pub use lateness::{Timeliness, delayed, is_late, was_held_up};
pub use leniency::is_own;
pub use occasion::{
    Occasion, listed_periods, occasion_of, occasions, occasions_of, occasions_of_all,
};
pub use owed::{UnknownUnit, duties, duties_beside};
pub use state::{Sent, State, Status, state};
