//! How much of a body is taken, and what the bodies of all requests may hold of the memory.

use super::room::Room;
use crate::report::{
    MAX_ACTIVITIES, MAX_EXPLANATION, MAX_EXPLANATIONS, MAX_FIGURES, MAX_LINKS, MAX_LIST,
    MAX_PARTNERS, MAX_TEXT,
};

/// The largest body taken, in bytes of its letters, however they are written ([`super::unescaped`]). A report at every bound
/// of the rules stays below it.
pub const LARGEST: usize = 6 * 1024 * 1024;

/// The most bytes of a letter.
const LETTER: usize = 4;

/// What stands around the texts, in bytes: the names of members, and where an explanation belongs.
const AROUND: usize = MAX_ACTIVITIES * (500 + 3 * (MAX_LINKS + MAX_PARTNERS))
    + (MAX_EXPLANATIONS + MAX_FIGURES) * 200;

/// The texts of a list and of explanations are bounded by the rules, those of figures by the plan: room for ten of the longest
/// that a plan can ask for.
#[expect(clippy::cast_possible_truncation, reason = "these are small")]
const TEXTS: usize =
    MAX_LIST + MAX_EXPLANATIONS * MAX_EXPLANATION as usize + 10 * MAX_TEXT as usize;

const _: () = assert!(LARGEST > TEXTS * LETTER + AROUND);

/// How much all bodies that are being read and answered may hold of the memory, in bytes.
const MOST: usize = 128 * 1024 * 1024;

/// How much of it those from one place may hold: a school behind one address whose classes all report at once needs less.
const MOST_OF_ONE: usize = MOST / 4;

/// The room that all bodies have.
#[must_use]
pub fn room() -> Room {
    Room::new(MOST, MOST_OF_ONE)
}
