//! What a unit owes: every reporting duty of the plan, period by period, with its deadline and, at a
//! given moment, its state.
//!
//! Nothing here reads a clock: the moment is passed in, and so is what was sent before.

mod instance;
mod key;
mod label;
mod owed;
mod state;

pub use instance::{Instance, instances, instances_of, instances_of_all, occasions};
pub use key::{key, key_of_all};
pub use owed::{Owed, UnknownUnit, duties};
pub use state::{Sent, State, Status, state};
