//! Days as sentences give them: one, a span, a month, a quarter, with an hour, expected or sure.

use super::context::Era;
use super::figure::is_fraction;
use super::piece::Piece;
use super::remembered::{cited, remembered};
use super::table::Table;
use super::token::Kind;
use crate::calendar::{Date, Time};
use crate::plan::{Certainty, When};

/// Days that some tokens give.
#[derive(Clone, Debug)]
pub(super) struct Days {
    /// The first token, and the one past the last.
    pub at: usize,
    pub to: usize,
    pub when: When,
    /// Whether days are written, not months or quarters.
    pub exact: bool,
    /// Whether the words before it say that it is the last day for something.
    pub due: bool,
}

/// Words before a day without a year that say that it is one.
static BEFORE: Table<()> = Table::of(&[
    ("ngày", ()),
    ("các ngày", ()),
    ("=từ", ()),
    ("=đến", ()),
    ("=hết", ()),
    ("=vào", ()),
    ("=dịp", ()),
    ("=sáng", ()),
    ("=chiều", ()),
    ("=tối", ()),
    ("=trước", ()),
    ("dự kiến", ()),
    ("=và", ()),
    ("=là", ()),
    ("thứ hai", ()),
    ("thứ ba", ()),
    ("thứ tư", ()),
    ("thứ năm", ()),
    ("thứ sáu", ()),
    ("thứ bảy", ()),
    ("chủ nhật", ()),
    ("chậm nhất", ()),
    ("hạn chót", ()),
    ("hạn cuối", ()),
]);

static DUE: Table<()> = Table::of(&[
    ("=trước", ()),
    ("trước ngày", ()),
    ("chậm nhất", ()),
    ("muộn nhất", ()),
    ("hạn chót", ()),
    ("hạn cuối", ()),
    ("hạn nộp", ()),
    ("hạn gửi", ()),
    ("thời hạn", ()),
    ("đến hết", ()),
    ("hết ngày", ()),
]);

/// All days between two tokens that something can be held on.
pub(super) fn days(piece: &Piece<'_>, from: usize, end: usize, era: &Era) -> Vec<Days> {
    let mut found: Vec<Days> = Vec::new();
    let mut at = from;
    while at < end {
        let read = dated(piece, from, at, end, era)
            .or_else(|| month(piece, from, at, end, era))
            .or_else(|| quarter(piece, at, end, era));
        match read {
            Some(days) if !piece.is_quoted(at) => {
                at = days.to.max(at + 1);
                found.push(days);
            }
            _ => at += 1,
        }
    }
    found
}

/// A day written in digits, and what goes on from it.
fn dated(piece: &Piece<'_>, from: usize, at: usize, end: usize, era: &Era) -> Option<Days> {
    let (start, first, last, to) = span(piece, from, at, end, era)?;
    if remembered(piece, from, start) || cited(piece, start) {
        return None;
    }
    let due = (start.saturating_sub(6).max(from)..start).any(|at| DUE.at(piece, at).is_some());
    let hour = hour_near(piece, from, start, to, end);
    let when = When {
        from: first,
        to: last.filter(|last| *last > first),
        time: hour,
        certainty: certainty(piece, from, start),
        repeats: None,
        correction: None,
    };
    Some(Days {
        at: start,
        to,
        when,
        exact: true,
        due,
    })
}

/// A first and perhaps a last day: "26/02/2023", "05 đến 08/3/2025", "28/10 đến 15/11/2024".
fn span(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    end: usize,
    era: &Era,
) -> Option<(usize, Date, Option<Date>, usize)> {
    // "05 đến 08/3/2025", "01 - 08/3": the first day takes the month of the last.
    if let Some(day) = piece.small(at).filter(|day| (1..=31).contains(day)) {
        let joint = joint(piece, at + 1)?;
        let Some(Kind::Date(_)) = piece.kind(joint).filter(|_| joint < end) else {
            return None;
        };
        let opened = at.checked_sub(1).is_some_and(|last| {
            BEFORE.before(piece, at).is_some()
                || piece.is_sign(last, '(')
                || piece.is_sign(last, ':')
        });
        let last = written(piece, joint, end, era, opened)?;
        let first = Date::new(last.year(), last.month(), u8::try_from(day).ok()?).ok()?;
        return (first < last && opened).then_some((at, first, Some(last), joint + 1));
    }
    let Some(Kind::Date(day)) = piece.kind(at) else {
        return None;
    };
    let next = joint(piece, at + 1)
        .filter(|next| *next < end && matches!(piece.kind(*next), Some(Kind::Date(_))));
    let opened = next.is_some() || is_opened(piece, from, at);
    let Some(next) = next else {
        return written(piece, at, end, era, opened).map(|date| (at, date, None, at + 1));
    };
    let last = written(piece, next, end, era, true)?;
    let own = piece.dates.get(day)?;
    let first = match own.year {
        Some(year) => Date::new(year, own.month, own.day).ok()?,
        None => {
            let same = Date::new(last.year(), own.month, own.day).ok()?;
            if same <= last {
                same
            } else {
                Date::new(last.year() - 1, own.month, own.day).ok()?
            }
        }
    };
    Some((at, first, Some(last), next + 1))
}

fn is_opened(piece: &Piece<'_>, from: usize, at: usize) -> bool {
    let sign = at > from
        && at.checked_sub(1).is_some_and(|last| {
            matches!(
                piece.kind(last),
                Some(Kind::Sign('(' | ':' | ',' | '*' | '-')) | Some(Kind::Time(_))
            )
        });
    at == from || sign || BEFORE.before(piece, at).is_some()
}

/// The token after "-" or "đến ngày", where one joins two days.
fn joint(piece: &Piece<'_>, at: usize) -> Option<usize> {
    let words = ["den het ngay", "den ngay", "den het", "den"];
    if piece.is_sign(at, '-') || piece.is_sign(at, '→') {
        return Some(if piece.word(at + 1) == "ngay" {
            at + 2
        } else {
            at + 1
        });
    }
    words
        .into_iter()
        .find(|words| piece.says(at, words))
        .map(|words| at + words.split(' ').count())
}

/// The day at a token; without a year only where the words before it say that it is one.
fn written(piece: &Piece<'_>, at: usize, end: usize, era: &Era, opened: bool) -> Option<Date> {
    let Some(Kind::Date(day)) = piece.kind(at) else {
        return None;
    };
    let date = piece.dates.get(day)?;
    if date.year.is_none() && (!opened || is_fraction(piece, at, end)) {
        return None;
    }
    era.day(date.year, date.month, date.day)
}

/// "tháng 3/2023", "tháng 6 năm 2025", "trong tháng 5", "tháng 3 - 5/2025".
fn month(piece: &Piece<'_>, from: usize, at: usize, end: usize, era: &Era) -> Option<Days> {
    if piece.word(at) != "thang"
        || at > from
            && at
                .checked_sub(1)
                .is_some_and(|last| piece.kind(last) == Some(Kind::Number))
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
    let year = year_at(piece, to);
    to += if year.is_some() { 2 } else { 0 };
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
    let close = Date::new(start.year() + i32::from(last < first), last, 1)
        .ok()?
        .end_of_month();
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
fn quarter(piece: &Piece<'_>, at: usize, end: usize, era: &Era) -> Option<Days> {
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

fn certainty(piece: &Piece<'_>, from: usize, at: usize) -> Certainty {
    let expected = (at.saturating_sub(7).max(from)..at).any(|at| piece.says(at, "du kien"));
    if expected {
        Certainty::Expected
    } else {
        Certainty::Exact
    }
}

/// The hour beside a day: before it, or after it with "lúc".
fn hour_near(piece: &Piece<'_>, from: usize, start: usize, to: usize, end: usize) -> Option<Time> {
    let before = (start.saturating_sub(5).max(from)..start).rev();
    before
        .chain(to..end.min(to + 5))
        .find_map(|at| hour(piece, at))
}

/// The hour at a token.
pub(super) fn hour(piece: &Piece<'_>, at: usize) -> Option<Time> {
    match piece.kind(at) {
        Some(Kind::Time(minutes)) => time(minutes),
        _ => None,
    }
}

fn time(minutes: u16) -> Option<Time> {
    Time::parse_iso(&format!("{:02}:{:02}", minutes / 60, minutes % 60)).ok()
}

#[cfg(test)]
mod tests;
