//! What the language is a list of: nouns, bounds, headings, traps, reports, events.

pub(super) mod aims;
pub(super) mod bounds;
mod counted;
pub(super) mod events;
pub(super) mod nouns;
pub(super) mod reports;
pub(super) mod roles;
mod those;
pub(super) mod traps;
