//! Days that are only remembered or cited, and on which nothing is held.

use super::piece::Piece;
use super::table::Table;
use super::token::Kind;

/// Words that make a day one to be remembered, and not one on which something is held.
static REMEMBERED: Table<()> = Table::of(&[
    ("kỷ niệm", ()),
    ("chào mừng", ()),
    ("chào mừng ngày", ()),
    ("=mừng", ()),
    ("ngày thành lập", ()),
    ("ngày truyền thống", ()),
    ("ngày sinh", ()),
    ("ngày mất", ()),
]);

/// Whether it is the day of a document that is cited: "số 31-NQ/TW ngày 30/12/2022".
pub(super) fn cited(piece: &Piece<'_>, at: usize) -> bool {
    let number = if piece.said(at, "ngay") {
        at.checked_sub(2)
    } else {
        at.checked_sub(1)
    };
    let number = number.map(|last| {
        if piece.is_sign(last, ',') {
            last.saturating_sub(1)
        } else {
            last
        }
    });
    number.is_some_and(|number| piece.kind(number) == Some(Kind::DocumentNumber))
}

/// "chào mừng ngày 20/11", "Ngày Quốc tế Phụ nữ 08/3", "(26/3/1931 - 26/3/2023)".
pub(super) fn remembered(piece: &Piece<'_>, from: usize, at: usize) -> bool {
    let close = at.saturating_sub(3).max(from);
    if (close..at).any(|at| REMEMBERED.at(piece, at).is_some()) {
        return true;
    }
    let Some(Kind::Date(first)) = piece.kind(at) else {
        return false;
    };
    let next = piece
        .is_sign(at + 1, '-')
        .then(|| piece.kind(at + 2))
        .flatten();
    if let Some(Kind::Date(last)) = next {
        let years = |day: usize| piece.dates.get(day).and_then(|date| date.year);
        if years(first)
            .zip(years(last))
            .is_some_and(|(first, last)| last - first >= 2)
        {
            return true;
        }
    }
    let back = at.checked_sub(2).filter(|_| {
        at.checked_sub(1)
            .is_some_and(|sign| piece.is_sign(sign, '-'))
    });
    if let Some(Kind::Date(before)) = back.and_then(|before| piece.kind(before)) {
        let year = |day: usize| piece.dates.get(day).and_then(|date| date.year);
        if year(before)
            .zip(year(first))
            .is_some_and(|(before, last)| last - before >= 2)
        {
            return true;
        }
    }
    // "Ngày Pháp luật (09/11)": the day of a name, not of an event.
    let aside = at.checked_sub(1).filter(|sign| piece.is_sign(*sign, '('));
    if let Some(aside) = aside.filter(|_| piece.is_sign(at + 1, ')')) {
        let yearless = piece
            .dates
            .get(first)
            .is_some_and(|date| date.year.is_none());
        let words = (aside.saturating_sub(9).max(from)..aside)
            .rev()
            .take_while(|at| piece.is_word(*at));
        if yearless && words.into_iter().any(|at| piece.word(at) == "ngay") {
            return true;
        }
    }
    // "Ngày" with a name between it and the day.
    let named = (at.saturating_sub(10).max(from)..at)
        .rev()
        .take_while(|at| piece.is_word(*at));
    let mut named = named.skip_while(|at| piece.word(*at) != "ngay");
    named.next().is_some_and(|ngay| {
        ngay + 2 < at && piece.is_capital(ngay + 1) && !piece.is_sign(ngay + 1, '(')
    })
}
