//! What runs the rules: it reads a draft or report, binds each rule to what it reads of a form, and runs those that a
//! change can concern. It knows no rule by name.

mod build;
mod check;
mod checks;
mod code;
mod compiled;
mod context;
mod entries;
mod input;
mod lines;
mod own_rule;
mod part;
mod parts;
mod past;
mod read_draft;
mod read_report;
mod sheet;
mod table_entry;
mod told;
mod verdict;

pub use check::Place;
pub(super) use check::{Check, Found, Over, Rule, View};
pub(super) use code::doc;
pub use code::{Code, Doc, Param, When, Worded};
pub use context::{AlsoClaimed, Context};
pub use entries::{ActivityEntry, Entries};
pub use input::{Half, Input};
pub use lines::{ManyReports, check_lines};
pub(super) use own_rule::{Bound, OwnRule};
pub use part::PartEntry;
pub use parts::Parts;
pub use past::Past;
pub use sheet::Sheet;
pub use table_entry::TableEntry;
pub use told::{Told, ToldList};
pub use verdict::{Checked, check_draft, check_report};
