//! A workbook or CSV file with units or figures: which column says what, what is wrong in which cell, what of it is in
//! the plan already, and all of it taken in one step. And the same as a workbook again.
//!
//! Telephone numbers that stand beside units are the office's own: they are kept beside the plan, never in it.

mod columns;
mod figures;
mod grouped;
mod headings;
mod kinds;
mod likeness;
mod listed;
mod matching;
mod numbers;
mod opened;
mod out;
mod referred;
mod taking;
mod told;
mod view;

pub(super) use listed::units_of;
pub(super) use matching::matched;
pub(super) use opened::opened;
pub(super) use out::tables;
pub(super) use taking::add;
pub(super) use view::view;

pub use told::CellFinding;
pub use view::{MatchGroup, MatchRow, SheetChoices, SheetColumn, SheetView};

#[cfg(test)]
mod tests;
