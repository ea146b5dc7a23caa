//! Everything that the model can say, said in words: what a row is made of is described once, member by member, and from
//! that description come its cells, their reading and their writing. What has comfortable cells of its own
//! ([`super::cells`]) is named here and left to them.
//!
//! A row is looked at as a tree of its JSON, with what belongs to it in the place of its identity: a target with its figure, a
//! duty with its form. A cell is named by its JSON Pointer in that tree, which nobody sees.

mod begin;
mod edit;
mod kind;
mod model;
mod names;
mod part;
mod row;
mod scalar;
mod summary;
mod tree;
mod view;
mod way;

pub(super) use edit::{drop_it, grow, raise, set};
pub use kind::{Saying, sayings};
pub use part::DetailPart;
pub(super) use part::shown_in;
pub(super) use view::cell_at;
pub use view::{DetailGroup, Offer};
pub(super) use way::cell_of;

/// Whether a cell is one of these.
pub(super) fn is_detail(cell: &str) -> bool {
    cell.starts_with('/')
}

#[cfg(test)]
mod tests;
