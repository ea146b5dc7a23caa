//! Days as sentences give them: one, a span, a month, a quarter, with an hour, expected or sure.

use super::context::Era;
use super::figure::is_fraction;
use super::months::{month, quarter};
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

pub(super) static DUE: Table<()> = Table::of(&[
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
        if let Some(list) = listed(piece, at, end, era).filter(|_| !piece.is_quoted(at)) {
            at = list.last().map_or(at, |last| last.to).max(at + 1);
            found.extend(list);
            continue;
        }
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
    let due = (start.saturating_sub(6).max(from)..start)
        .any(|at| DUE.at(piece, at).is_some() || piece.says(at, "tu nay den"));
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

/// Days of one month that are listed before it: "các ngày 05, 06 và 07/8/2025".
fn listed(piece: &Piece<'_>, at: usize, end: usize, era: &Era) -> Option<Vec<Days>> {
    let mut days = Vec::new();
    let mut next = at;
    while let Some(day) = piece.small(next).filter(|day| (1..=31).contains(day)) {
        let parted = piece.is_sign(next + 1, ',') || matches!(piece.word(next + 1), "va" | "&");
        if !parted || days.len() > 30 {
            return None;
        }
        days.push((next, u8::try_from(day).ok()?));
        next += 2;
        while piece.word(next) == "ngay" || piece.word(next) == "va" {
            next += 1;
        }
    }
    let opened = || piece.said(at, "ngay") || piece.said(at, "cac ngay");
    if days.is_empty() || next >= end || !opened() {
        return None;
    }
    let last = written(piece, next, end, era, true)?;
    days.into_iter()
        .map(|(at, day)| {
            let from = Date::new(last.year(), last.month(), day).ok()?;
            let when = When {
                from,
                to: None,
                time: None,
                certainty: certainty(piece, at.saturating_sub(7), at),
                repeats: None,
                correction: None,
            };
            (from < last).then_some(Days {
                at,
                to: at + 1,
                when,
                exact: true,
                due: false,
            })
        })
        .collect()
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
        let opened = opened || at == from;
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
    let own = piece.dates.get(day)?;
    let mut last = written(piece, next, end, era, true)?;
    let yearless = match piece.kind(next) {
        Some(Kind::Date(next)) => piece.dates.get(next)?.year.is_none(),
        _ => false,
    };
    // "từ ngày 25/12/2024 đến 05/01": the year goes on from the first day.
    if let Some(year) = own.year.filter(|_| yearless) {
        let same = Date::new(year, last.month(), last.day()).ok()?;
        let first = Date::new(year, own.month, own.day).ok()?;
        last = if same >= first {
            same
        } else {
            Date::new(year + 1, last.month(), last.day()).ok()?
        };
    }
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
pub(super) fn joint(piece: &Piece<'_>, at: usize) -> Option<usize> {
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

pub(super) fn certainty(piece: &Piece<'_>, from: usize, at: usize) -> Certainty {
    let expected = (at.saturating_sub(7).max(from)..at).any(|at| piece.says(at, "du kien"));
    if expected {
        Certainty::Expected
    } else {
        Certainty::Exact
    }
}

/// The hour beside a day: before it, or after it with "lúc".
fn hour_near(piece: &Piece<'_>, from: usize, start: usize, to: usize, end: usize) -> Option<Time> {
    let before = (start.saturating_sub(7).max(from)..start)
        .rev()
        .take_while(|at| !matches!(piece.kind(*at), Some(Kind::Date(_) | Kind::Sign(';'))));
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
