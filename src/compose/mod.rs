//! A plan made by an officer out of an issued document: proposals are confirmed, corrected or discarded, what is missing
//! is added, and what results is a plan that [`crate::plan::Plan::parse`] reads, or sentences that say what it lacks.
//!
//! Nobody sees an identity or a word of JSON: identities are made from titles once and stay, every choice of the model has
//! its words here, and what was typed and cannot be understood is kept as it was typed.

mod act;
mod adding;
mod calendar;
mod cells;
mod composer;
mod duties;
mod findings;
mod forms;
mod groups;
mod ids;
mod label;
mod levels;
mod made;
mod paper;
mod proposed;
mod roster;
mod state;
mod taken;
mod view;
mod words;

pub use act::{Act, Action};
pub use calendar::DeadlineView;
pub use cells::{Cell, Picked};
pub use composer::Composer;
pub use findings::{ComposeFinding, Place};
pub use forms::{AskedView, AskingView};
pub use paper::{PaperLine, PaperPiece};
pub use state::{Composition, Decided, FORMAT, Found, Heading, List, Rest, Row, Typed};
pub use view::{CompositionView, HeadView, PlanRow, RestView};

#[cfg(test)]
mod tests;
