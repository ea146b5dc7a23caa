//! A plan made by an officer out of an issued document: proposals are confirmed, corrected or discarded, what is missing
//! is added, and what results is a plan that [`crate::plan::Plan::parse`] reads, or sentences that say what it lacks.
//!
//! Nobody sees an identity or a word of JSON: identities are made from titles once and stay, every choice of the model has
//! its words here, and what was typed and cannot be understood is kept as it was typed.

mod act;
mod adding;
mod against;
mod back;
mod calendar;
mod cells;
mod composer;
mod details;
mod duties;
mod findings;
mod follows;
mod forms;
mod gallery;
mod groups;
mod growth;
mod headings;
mod ids;
mod label;
mod letters;
mod levels;
mod made;
mod measured;
mod mends;
mod moved;
mod of_document;
mod paper;
mod place;
mod printed;
mod proposed;
mod renamed;
mod required;
mod roster;
mod sheets;
mod shift;
mod state;
mod taken;
mod undecided;
mod view;
mod words;

pub use act::{Act, Action};
pub use against::{AgainstView, Answered, TouchView};
pub use back::{JsonFault, JsonView};
pub use calendar::DeadlineView;
pub use cells::{Cell, Picked};
pub use composer::Composer;
pub use details::{DetailGroup, DetailPart, Offer, Saying, sayings};
pub use findings::ComposeFinding;
pub use forms::{AskedView, AskingView};
pub use gallery::PieceView;
pub use headings::HeadingView;
pub use letters::{BookPart, LetterView, LettersView, UnitCode};
pub use mends::Remedy;
pub use moved::{LeftView, MovingView, NewName};
pub use paper::{PaperLine, PaperPiece};
pub use place::Place;
pub use printed::{PrintedField, PrintedPeriod, PrintedReport, PrintedSection, PrintedView};
pub use renamed::Renamed;
pub use sheets::{CellFinding, MatchGroup, MatchRow, SheetChoices, SheetColumn, SheetView};
pub use state::{
    Composition, Decided, FORMAT, Found, Heading, List, Marked, PhoneOf, Rest, Row, Typed,
};
pub use view::{CompositionView, HeadView, PlanRow, RestView};

#[cfg(test)]
mod tests;
