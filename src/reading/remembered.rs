//! Days that are only remembered or cited, and on which nothing is held.

use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::words::events::verb;

/// How many words stand at most between the number of a document and its day, with who issued it.
const OFFICE: usize = 18;

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
        || issued_by(piece, at)
}

/// "số 12-KH/TĐTN của Ban Thường vụ Tỉnh Đoàn ngày 20/12/2024": the office stands between.
fn issued_by(piece: &Piece<'_>, at: usize) -> bool {
    let Some(Kind::Date(day)) = piece.kind(at) else {
        return false;
    };
    let is_whole = piece.dates.get(day).is_some_and(|date| date.year.is_some());
    let number = (at.saturating_sub(OFFICE)..at)
        .rev()
        .take_while(|at| {
            !matches!(
                piece.kind(*at),
                Some(Kind::Sign(';' | ':' | '.') | Kind::Date(_))
            )
        })
        .find(|at| piece.kind(*at) == Some(Kind::DocumentNumber));
    // "… của Tỉnh Đoàn ra quân ngày 20/3/2025": what is held then.
    is_whole
        && piece.said(at, "ngay")
        && number.is_some_and(|number| {
            let office = number + 2..at;
            let held = office
                .clone()
                .any(|held| verb(piece, office.start, held, at).is_some());
            piece.is(number + 1, "của") && !held
        })
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

#[cfg(test)]
mod tests {
    use super::{Piece, cited};
    use crate::reading::token::Kind;

    #[test]
    fn the_day_of_a_document_is_no_day_of_an_event() {
        for (text, is_cited) in [
            ("Kế hoạch số 12-KH/TĐTN ngày 20/12/2024", true),
            ("Kế hoạch số 12-KH/TĐTN, ngày 20/12/2024", true),
            (
                "Kế hoạch số 12-KH/TĐTN của Ban Thường vụ Tỉnh Đoàn ngày 20/12/2024",
                true,
            ),
            (
                "Theo Kế hoạch số 12-KH/TĐTN của Tỉnh Đoàn ra quân ngày 20/3",
                false,
            ),
            ("Theo Kế hoạch số 12-KH/TĐTN, ra quân ngày 20/3/2025", false),
            ("Ra quân ngày 20/3/2025", false),
        ] {
            let piece = Piece::of(text, 0..text.len());
            let day = (0..piece.len()).find(|at| matches!(piece.kind(*at), Some(Kind::Date(_))));
            assert_eq!(
                day.is_some_and(|day| cited(&piece, day)),
                is_cited,
                "{text}"
            );
        }
    }
}
