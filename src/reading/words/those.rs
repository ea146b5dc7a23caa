//! Numbers that say which units are meant, what a jury takes, or that are part of a name.

use super::super::piece::Piece;
use super::super::token::Kind;
use super::aims::VERBS;
use super::nouns::{Noun, noun_at};

/// Whether a number says which units are meant: "chi hội có từ 50 hội viên trở lên tổ chức …".
pub(super) fn of_those_with(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    to: usize,
    end: usize,
) -> bool {
    let up =
        (to..end.min(to + 6)).find(|at| piece.says(*at, "tro len") || piece.says(*at, "tro xuong"));
    let Some(up) = up.filter(|_| {
        ["tu", "tren", "duoi", "co", "it nhat"]
            .iter()
            .any(|word| piece.said(at, word))
    }) else {
        return false;
    };
    let has = (at.saturating_sub(4).max(from)..at).find(|at| piece.is(*at, "có"));
    let units = has.is_some_and(|has| {
        (has.saturating_sub(6).max(from)..has).any(|at| {
            noun_at(piece, at)
                .is_some_and(|noun| noun.to == has && matches!(noun.kind, Noun::Unit | Noun::Group))
        })
    });
    // What they are to do follows.
    units && (up + 2..end).any(|at| VERBS.at(piece, at).is_some())
}

/// "Ban Tổ chức chọn 20 bài vào vòng chung khảo": what a jury takes.
pub(super) fn of_a_jury(piece: &Piece<'_>, from: usize, at: usize, to: usize, end: usize) -> bool {
    let juries = ["ban to chuc", "ban giam khao", "hoi dong"];
    let takes = (from..at).any(|at| piece.is_one(at, &["chọn", "tuyển"]));
    let round = || (to..end).any(|at| piece.says(at, "vao vong") || piece.says(at, "vong chung"));
    takes && (juries.iter().any(|jury| piece.says(from, jury)) || round())
}

/// "COVID-19", "4T", "1+1".
pub(super) fn glued(piece: &Piece<'_>, at: usize, to: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|last| piece.touches(last));
    let sign = before
        && at.checked_sub(1).is_some_and(|last| {
            matches!(
                piece.kind(last),
                Some(Kind::Sign('-' | '+' | '/' | '.' | '#')) | Some(Kind::Word)
            ) && (piece.kind(last) == Some(Kind::Word)
                || last.checked_sub(1).is_some_and(|word| piece.touches(word)))
        });
    let after = piece.touches(to.saturating_sub(1))
        && match piece.kind(to) {
            Some(Kind::Word) => !matches!(
                piece.word(to),
                "km" | "km2" | "kg" | "m" | "m2" | "m3" | "m²" | "m³" | "ha" | "tr" | "trd" | "d"
            ),
            Some(Kind::Sign('+')) => true,
            _ => false,
        };
    sign || after
}
