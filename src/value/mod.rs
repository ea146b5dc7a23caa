//! The kinds of value: what can answer an indicator. A kind a file: its JSON in the plan, how typed text and a
//! report's JSON are read, its words and its control, its schema, its sample, whether and how it adds up.
//!
//! The other floors ask a [`Measure`], and know no kind by name. What a kind must answer is `kind::ValueKind`, which
//! has no answer of its own: the compiler names each that is missing.

mod addition;
mod answer;
mod choosing;
mod column;
#[cfg(feature = "reading")]
pub(crate) mod correcting;
mod figures;
mod file_ref;
mod in_line;
mod json;
mod kind;
mod listed;
mod measure;

pub(crate) use self::done::{deed, done, done_id};
pub(crate) use self::file::{MOST_DAYS, MOST_FILES, MOST_MEGABYTES};
#[cfg(feature = "schema")]
pub(crate) use self::link::PATTERN as LINK;
pub(crate) use self::table::{MOST_ROWS, Slot};
pub(crate) use self::time::clock;
pub use addition::{addition, bare, total_of};
pub use answer::{Answer, Reading};
pub(crate) use answer::{Asked, Raw, RawRow, canonical, exact_number};
pub(crate) use choosing::standing;
pub use column::Column;
pub use figures::Figures;
pub(crate) use figures::stand_once;
pub use file_ref::{File, FileKind, Sniffed, file_name, sniffed};
pub(crate) use json::HASH;
pub use json::{Estimate, Value};
#[cfg(feature = "schema")]
pub(crate) use kind::Bounds;
#[cfg(feature = "sample")]
pub(crate) use kind::Invented;
pub(crate) use kind::{Carry, Held, Parts, ValueKind};
pub use kind::{Choice, Control, Counted, Halves, RollUp};
pub use listed::ListedAnswer;
pub(crate) use listed::MOST_LISTED;

measure::kinds! {
    words {
        Money money::MoneyMeasure,
        Done done::DoneMeasure,
        Date date::DateMeasure,
        Time time::TimeMeasure,
        Phone phone::PhoneMeasure,
        Email email::EmailMeasure,
        Link link::LinkMeasure,
    }
    records {
        Count count::CountMeasure,
        Share share::ShareMeasure,
        Text text::TextMeasure,
        Choice choice::ChoiceMeasure,
        Quantity quantity::QuantityMeasure,
        Ratio ratio::RatioMeasure,
        File file::FileMeasure,
        Table table::TableMeasure,
    }
}
