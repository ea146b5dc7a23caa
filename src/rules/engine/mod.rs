//! What runs the rules: it reads a draft or report, binds each rule to what it reads of a form, and runs those that a
//! change can concern. It knows no rule by name.

mod build;
mod bulk;
pub(super) mod check;
pub(super) mod compiled;
pub(super) mod context;
pub(super) mod entries;
pub(super) mod input;
mod past;
mod read_draft;
mod read_report;
pub(super) mod sheet;
mod told;
mod whole;

pub use bulk::check_lines;
pub use check::Place;
pub use context::{AlsoClaimed, Context};
pub use entries::{ActivityEntry, Entries};
pub use input::{Half, Input};
pub use past::Past;
pub use sheet::Sheet;
pub use told::{Told, ToldList};
pub use whole::{Checked, check_draft, check_report};
