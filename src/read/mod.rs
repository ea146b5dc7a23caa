//! Reads JSON into the model: the one reader of plans, drafts and what a form is given.
//!
//! The grammar, the numbers and the limit of depth are `serde_json`'s; it fills a tree of [`Node`]s.
//! From the tree each type takes its members by a table of names (`record!`, `words!`,
//! `choice!`). A table weighs less in the form's wasm than serde's derived reader. Reading goes on after a
//! mistake, so that all mistakes come at once, each with its JSON Pointer.
//!
//! A type always gives a value, a blank one where the text is wrong: what was refused stands in the
//! [`Reader`], and [`Text::read`] hands a value out only where nothing was.

mod id;
mod leaf;
mod lines;
mod names;
mod node;
mod object;
mod place;
mod pointer;
mod problem;
mod reader;
mod tables;

pub use id::{Id, IdError};
pub(crate) use lines::Lines;
pub use node::{Json, Node, Text};
pub(crate) use object::{Object, from_object, object};
pub use place::Misread;
pub(crate) use pointer::{push_index, push_key};
pub use problem::Problem;
pub(crate) use reader::MOST_MISREADS;
pub use reader::Reader;
pub(crate) use tables::{choice, record, words};

/// What can be read from a node.
pub trait Read: Sized {
    /// The value that `node` writes; a blank one, and a refusal in `reader`, where it writes none.
    /// Of [`Json::Absent`] it is what holds where nothing is said, without a refusal.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self;
}

/// Reads one value from a text of JSON.
///
/// # Errors
/// All that is wrong: see [`Text::parse`] and [`Text::read`].
pub fn from_str<T: Read>(json: &str) -> Result<T, Vec<Misread>> {
    match Text::parse(json) {
        Ok(text) => text.read(),
        Err(misread) => Err(vec![misread]),
    }
}

/// Reads one value from a text of JSON; none where it writes none, and nobody asks what is wrong with it.
pub fn from_str_or_none<T: Read>(json: &str) -> Option<T> {
    Text::parse(json).ok()?.read_or_none()
}
