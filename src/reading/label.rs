//! Labels in front of sentences: "Thành phần: 120 chị".

use super::piece::Piece;
use super::words::roles::{Role, role};
use super::words::traps::Trap;

/// What a label in front of a sentence says of its numbers: "Thành phần: 120 chị", "Kinh phí: 6.000.000 đồng".
pub(super) fn labelled(piece: &Piece<'_>, from: usize, at: usize) -> Option<Trap> {
    let colon = (from..at.min(from + 9)).find(|at| piece.is_sign(*at, ':'))?;
    let range = piece.span(from, colon);
    match role(&Piece::of(piece.text, range)) {
        Role::Rules => Some(Trap::Condition),
        Role::Time | Role::Contact => Some(Trap::Unsaid),
        Role::Situation => Some(Trap::State),
        _ => None,
    }
}
