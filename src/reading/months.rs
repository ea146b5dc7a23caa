//! Months and quarters as days: their first and their last.

use super::context::Era;
use super::piece::Piece;
use super::token::Kind;
use super::when::{DUE, Days, certainty, joint};
use crate::calendar::Date;
use crate::plan::When;

/// "tháng 3/2023", "tháng 6 năm 2025", "trong tháng 5", "tháng 3 - 5/2025".
pub(super) fn month(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    end: usize,
    era: &Era,
) -> Option<Days> {
    if piece.word(at) != "thang"
        || at > from
            && at.checked_sub(1).is_some_and(|last| {
                piece.kind(last) == Some(Kind::Number) && !piece.said(last, "tuan")
            })
    {
        return None;
    }
    let first = month_number(piece, at + 1)?;
    let mut to = at + 2;
    let mut last = first;
    let next = joint(piece, to).map(|next| {
        if piece.word(next) == "thang" {
            next + 1
        } else {
            next
        }
    });
    if let Some((next, number)) = next.and_then(|next| Some((next, month_number(piece, next)?))) {
        last = number;
        to = next + 1;
    }
    let mut year = year_at(piece, to);
    to += if year.is_some() { 2 } else { 0 };
    // "tháng 9/2024 đến tháng 5/2025"
    let mut last_year = None;
    let again = joint(piece, to).filter(|next| year.is_some() && piece.word(*next) == "thang");
    if let Some((next, number)) =
        again.and_then(|next| Some((next + 1, month_number(piece, next + 1)?)))
        && let Some(closing) = year_at(piece, next + 1)
    {
        last = number;
        last_year = Some(closing);
        to = next + 3;
    }
    // "tháng 10 đến tháng 3/2025" begins in the year before.
    if last_year.is_none() && last < first {
        last_year = year;
        year = year.map(|year| year - 1);
    }
    let inside = ["trong", "vao", "du kien", "dau", "cuoi", "giua", "tu"]
        .iter()
        .any(|word| piece.said(at, word));
    let aside = at
        .checked_sub(1)
        .is_some_and(|last| piece.is_sign(last, '('));
    let alone = at == from && (piece.is_sign(to, ':') || piece.is_sign(to, '-'));
    if year.is_none() && !(inside || aside || alone) || to > end {
        return None;
    }
    let start = era.day(year, first, 1)?;
    let closing = last_year.unwrap_or(start.year() + i32::from(last < first));
    let close = Date::new(closing, last, 1).ok()?.end_of_month();
    if close < start {
        return None;
    }
    Some(Days {
        at,
        to,
        when: whole(piece, from, at, start, close),
        exact: false,
        due: (at.saturating_sub(4).max(from)..at).any(|at| DUE.at(piece, at).is_some()),
    })
}

fn month_number(piece: &Piece<'_>, at: usize) -> Option<u8> {
    let month = piece.small(at).filter(|month| (1..=12).contains(month))?;
    u8::try_from(month).ok()
}

/// The year after a month or quarter: "/2023", "năm 2025".
fn year_at(piece: &Piece<'_>, at: usize) -> Option<i32> {
    let joined = piece.is_sign(at, '/') || piece.word(at) == "nam" || piece.is_sign(at, '-');
    let year = piece
        .small(at + 1)
        .filter(|year| (1900..=2199).contains(year) && joined)?;
    i32::try_from(year).ok()
}

/// "quý II", "quý III/2025".
pub(super) fn quarter(piece: &Piece<'_>, at: usize, end: usize, era: &Era) -> Option<Days> {
    if !piece.reads(at, "quý") {
        return None;
    }
    let number = match piece.word(at + 1) {
        "i" | "1" | "01" => 1,
        "ii" | "2" | "02" => 4,
        "iii" | "3" | "03" => 7,
        "iv" | "4" | "04" => 10,
        _ => return None,
    };
    let year = year_at(piece, at + 2);
    let to = at + 2 + if year.is_some() { 2 } else { 0 };
    let start = era.day(year, number, 1)?;
    let close = start.add_months(2)?.end_of_month();
    (to <= end).then(|| Days {
        at,
        to,
        when: whole(piece, at.saturating_sub(8), at, start, close),
        exact: false,
        due: false,
    })
}

fn whole(piece: &Piece<'_>, from: usize, at: usize, start: Date, close: Date) -> When {
    When {
        from: start,
        to: Some(close),
        time: None,
        certainty: certainty(piece, from, at),
        repeats: None,
        correction: None,
    }
}
