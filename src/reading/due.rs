//! Deadlines as sentences give them.

use super::context::Era;
use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::when::hour;
use super::words::reports::{MONTH, often_at, paper_at};
use crate::calendar::{Cycle, Date, DayOfMonth, Time, Weekday};
use crate::lint::words::{DUE_WORDS, DueWord};
use crate::plan::{Bound, Deadline, RelativeDeadline};
use crate::text::strip_weekday;

/// A deadline, with the tokens that give it.
#[derive(Clone, Debug)]
pub(super) struct Due {
    /// The first of its words, and the one past its last.
    pub at: usize,
    pub to: usize,
    pub by: By,
    /// Whether a word says that it is a deadline.
    pub said: bool,
}

/// A day, or a rule.
#[derive(Clone, Debug)]
pub(super) enum By {
    Day(Deadline),
    Rule(Cycle, RelativeDeadline),
}

static WORDS: Table<DueWord> = Table::of(DUE_WORDS);

/// Words between a word of a deadline and its day.
static FILLERS: Table<()> = Table::of(&[
    ("=là", ()),
    ("=gửi", ()),
    ("=gửi về", ()),
    ("=nộp", ()),
    ("=vào", ()),
    ("=lúc", ()),
    ("ngày", ()),
    ("=đến", ()),
    ("=hết", ()),
    ("=cuối", ()),
    ("báo cáo", ()),
    ("=nhất", ()),
    ("=hồi", ()),
    ("hoặc trong", ()),
    ("=ngày làm việc", ()),
]);

/// All deadlines between two tokens.
pub(super) fn dues(piece: &Piece<'_>, from: usize, end: usize, era: &Era) -> Vec<Due> {
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        match said(piece, at, end, era).or_else(|| unsaid(piece, at, end)) {
            Some(due) => {
                at = due.to.max(at + 1);
                found.push(due);
                // "trước ngày 15/3, 15/6 và 15/9"
                while let Some(more) = found
                    .last()
                    .and_then(|last| more(piece, last, at, end, era))
                {
                    at = more.to.max(at + 1);
                    found.push(more);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// A word of a deadline, then a day or a rule.
fn said(piece: &Piece<'_>, start: usize, end: usize, era: &Era) -> Option<Due> {
    let (len, (_, bound)) = WORDS.at(piece, start)?;
    let mut bound = *bound;
    let mut at = start + len;
    let mut time = None;
    let mut weekday = None;
    // "Hạn chót nộp bài viết, hình ảnh: 17h ngày 20/3": what is due stands between.
    let colon = (at..end.min(at + 10)).find(|at| piece.is_sign(*at, ':'));
    let between = colon.filter(|colon| {
        (at..*colon).any(|at| paper_at(piece, at).is_some())
            && !(at..*colon).any(|at| matches!(piece.kind(at), Some(Kind::Date(_) | Kind::Time(_))))
    });
    at = between.map_or(at, |colon| colon + 1);
    let limit = end.min(at + 16);
    while at < limit {
        if let Some((len, (_, other))) = WORDS.at(piece, at) {
            if *other == Bound::Before {
                bound = Bound::Before;
            }
            at += len;
        } else if let Some(read) = hour(piece, at) {
            time = Some(read);
            at += 1;
        } else if let Some((day, len)) = weekday_at(piece, at) {
            weekday = Some(day);
            at += len;
        } else if matches!(piece.kind(at), Some(Kind::Date(_))) {
            let date = date(piece, at, era)?;
            let time = time.or_else(|| hour_after(piece, at + 1, limit));
            let by = By::Day(Deadline { date, time, bound });
            return Some(Due {
                at: start,
                to: at + 1,
                by,
                said: true,
            });
        } else if let Some((cycle, deadline, to)) =
            rule(piece, at, end, bound, time).or_else(|| by_name(piece, at, end, bound, time))
        {
            return Some(Due {
                at: start,
                to,
                by: By::Rule(cycle, deadline),
                said: true,
            });
        } else if let Some((date, to)) = month_end(piece, at, era) {
            let by = By::Day(Deadline { date, time, bound });
            return Some(Due {
                at: start,
                to,
                by,
                said: true,
            });
        } else if let Some((len, ())) = FILLERS.at(piece, at) {
            at += len;
        } else if matches!(
            piece.kind(at),
            Some(Kind::Sign(',' | ':' | '(' | ')' | '*' | '\'' | '’' | '′'))
        ) {
            at += 1;
        } else {
            break;
        }
        if let Some((cycle, len)) = weekday.and_then(|day| weekly(piece, at, day)) {
            let deadline = relative(Some(0), None, 0, time, bound);
            return Some(Due {
                at: start,
                to: at + len,
                by: By::Rule(cycle, deadline),
                said: true,
            });
        }
    }
    // "gửi trong ngày 26/3/2025, trước 16 giờ 00": the day stands before its hour.
    let date = time.and_then(|_| {
        (start.saturating_sub(6)..start)
            .rev()
            .take_while(|at| !matches!(piece.kind(*at), Some(Kind::Sign(';' | '.'))))
            .find(|at| matches!(piece.kind(*at), Some(Kind::Date(_))))
            .filter(|day| piece.said(*day, "trong ngay") || piece.said(*day, "vao ngay"))
            .and_then(|day| Some((day, date(piece, day, era)?)))
    });
    date.map(|(day, date)| Due {
        at: day.saturating_sub(1),
        to: at,
        by: By::Day(Deadline { date, time, bound }),
        said: true,
    })
}

/// "vào ngày 25 hằng tháng", "thứ Sáu hằng tuần": a rule is a deadline without a word that says so.
fn unsaid(piece: &Piece<'_>, at: usize, end: usize) -> Option<Due> {
    if piece.word(at) == "ngay"
        && let Some((cycle, deadline, to)) = rule(piece, at + 1, end, Bound::By, None)
            .or_else(|| by_name(piece, at + 1, end, Bound::By, None))
    {
        return Some(Due {
            at,
            to,
            by: By::Rule(cycle, deadline),
            said: false,
        });
    }
    // "trong vòng 5 ngày đầu của tháng cuối quý"
    if piece.small(at).is_some() && piece.says(at + 1, "ngay dau") {
        let next = at + 3;
        let (cycle, deadline, to) =
            month_of_rule(piece, next, end).and_then(|(cycle, months, to)| {
                let day = DayOfMonth::new(u8::try_from(piece.small(at)?).ok()?).ok()?;
                Some((
                    cycle,
                    relative(None, Some(day), months, None, Bound::By),
                    to,
                ))
            })?;
        return Some(Due {
            at,
            to,
            by: By::Rule(cycle, deadline),
            said: true,
        });
    }
    let (day, len) = weekday_at(piece, at)?;
    // "hằng tuần vào 10g00 thứ Hai": how often stands before the hour and the day.
    let before = (at.saturating_sub(6)..at)
        .rev()
        .take_while(|at| !matches!(piece.kind(*at), Some(Kind::Sign(',' | ';' | '.' | '('))))
        .find(|at| matches!(often_at(piece, *at), Some((_, Cycle::Week { .. }))))
        .filter(|often| {
            (*often..at).any(|at| piece.is_one(at, &["vào", "lúc"]) || hour(piece, at).is_some())
        });
    let (cycle, more) =
        weekly(piece, at + len, day).or_else(|| before.map(|_| (Cycle::Week { ends: day }, 0)))?;
    // "vào 16g00 thứ Sáu hằng tuần"
    let time = (at.saturating_sub(3)..at)
        .rev()
        .find_map(|at| hour(piece, at));
    let deadline = relative(Some(0), None, 0, time, Bound::By);
    Some(Due {
        at,
        to: at + len + more,
        by: By::Rule(cycle, deadline),
        said: false,
    })
}

/// Another day after the one before.
fn more(piece: &Piece<'_>, last: &Due, at: usize, end: usize, era: &Era) -> Option<Due> {
    let By::Day(deadline) = &last.by else {
        return None;
    };
    let mut next = at;
    if !(piece.is_sign(next, ',') || piece.word(next) == "va") {
        return None;
    }
    next += 1;
    while piece.word(next) == "ngay" || piece.word(next) == "va" {
        next += 1;
    }
    if next >= end || !matches!(piece.kind(next), Some(Kind::Date(_))) {
        return None;
    }
    let date = date(piece, next, era)?;
    let by = By::Day(Deadline { date, ..*deadline });
    Some(Due {
        at,
        to: next + 1,
        by,
        said: true,
    })
}

fn date(piece: &Piece<'_>, at: usize, era: &Era) -> Option<Date> {
    let Some(Kind::Date(day)) = piece.kind(at) else {
        return None;
    };
    let written = piece.dates.get(day)?;
    era.day(written.year, written.month, written.day)
}

/// "(11g00)", "lúc 17g00" after the day.
fn hour_after(piece: &Piece<'_>, at: usize, limit: usize) -> Option<Time> {
    (at..limit.min(at + 3)).find_map(|at| hour(piece, at))
}

/// "20 hằng tháng", "15 của tháng cuối quý", "05 tháng sau", "25 mỗi tháng": a day of a month.
fn rule(
    piece: &Piece<'_>,
    at: usize,
    end: usize,
    bound: Bound,
    time: Option<Time>,
) -> Option<(Cycle, RelativeDeadline, usize)> {
    let day = piece.small(at).filter(|day| (1..=31).contains(day))?;
    let day = DayOfMonth::new(u8::try_from(day).ok()?).ok()?;
    let (cycle, months, to) = month_of_rule(piece, at + 1, end)?;
    Some((cycle, relative(None, Some(day), months, time, bound), to))
}

/// "hằng tháng", "của tháng cuối quý", "tháng sau": of which month a day is, how many months after the period's last, and
/// the token past it.
fn month_of_rule(piece: &Piece<'_>, at: usize, end: usize) -> Option<(Cycle, u8, usize)> {
    let mut next = at;
    while matches!(piece.word(next), "cua" | "vao") {
        next += 1;
    }
    let after = |len: usize| next + len;
    let says = |words: &str| piece.says(next, words);
    let (cycle, months, to) = if says("thang cuoi quy")
        || says("thang cuoi cua quy")
        || says("thang cuoi moi quy")
    {
        (Cycle::Quarter, 0, after(3))
    } else if says("thang dau quy sau") || says("thang dau tien quy sau") {
        (Cycle::Quarter, 1, after(4))
    } else if says("thang sau")
        || says("thang tiep theo")
        || says("thang ke tiep")
        || says("thang lien ke")
    {
        (MONTH, 1, after(2))
    } else if let Some((len, cycle)) = often_at(piece, next).filter(|(_, cycle)| *cycle == MONTH) {
        (cycle, 0, after(len))
    } else if says("cac thang") || says("thang bao cao") || says("trong thang") {
        (MONTH, 0, after(2))
    } else {
        return None;
    };
    (to <= end).then_some((cycle, months, to))
}

/// "báo cáo tháng vào ngày 18": how often stands in the name, and only the day in the rule.
fn by_name(
    piece: &Piece<'_>,
    at: usize,
    end: usize,
    bound: Bound,
    time: Option<Time>,
) -> Option<(Cycle, RelativeDeadline, usize)> {
    let day = piece.small(at).filter(|day| (1..=31).contains(day))?;
    let day = DayOfMonth::new(u8::try_from(day).ok()?).ok()?;
    let named = (at.saturating_sub(9)..at)
        .rev()
        .take_while(|at| !piece.is_sign(*at, ';'))
        .find_map(|at| often_at(piece, at).map(|(_, cycle)| cycle));
    let next = at + 1;
    let ends = next >= end
        || matches!(piece.kind(next), Some(Kind::Sign(',' | ';' | '.' | ')')))
        || matches!(piece.word(next), "va" | "gui" | "ve" | "de");
    (named == Some(MONTH) && ends).then(|| (MONTH, relative(None, Some(day), 0, time, bound), next))
}

/// "tháng 11/2025", "hết tháng 6" as a deadline: its last day.
fn month_end(piece: &Piece<'_>, at: usize, era: &Era) -> Option<(Date, usize)> {
    if piece.word(at) != "thang" {
        return None;
    }
    let month = piece
        .small(at + 1)
        .filter(|month| (1..=12).contains(month))?;
    let joined = piece.is_sign(at + 2, '/') || piece.word(at + 2) == "nam";
    let year = piece
        .small(at + 3)
        .filter(|year| (1900..=2199).contains(year) && joined);
    let closes = piece.said(at, "het") || piece.said(at, "cuoi");
    if year.is_none() && !closes {
        return None;
    }
    let year = year.and_then(|year| i32::try_from(year).ok());
    let first = era.day(year, u8::try_from(month).ok()?, 1)?;
    let to = if year.is_some() { at + 4 } else { at + 2 };
    Some((first.end_of_month(), to))
}

fn weekday_at(piece: &Piece<'_>, at: usize) -> Option<(Weekday, usize)> {
    let first = piece.word(at);
    if first.len() > 3 || !first.starts_with(['t', 'c']) {
        return None;
    }
    let two = [first, " ", piece.word(at + 1)].concat();
    let (day, rest) = strip_weekday(&two)?;
    rest.is_empty().then_some((day, 2))
}

/// "hằng tuần" after a day of the week.
fn weekly(piece: &Piece<'_>, at: usize, day: Weekday) -> Option<(Cycle, usize)> {
    let (len, cycle) = often_at(piece, at)?;
    matches!(cycle, Cycle::Week { .. }).then_some((Cycle::Week { ends: day }, len))
}

const fn relative(
    days_after: Option<i16>,
    day_of_month: Option<DayOfMonth>,
    months_after: u8,
    time: Option<Time>,
    bound: Bound,
) -> RelativeDeadline {
    RelativeDeadline {
        days_after,
        working_days_after: None,
        day_of_month,
        months_after,
        time,
        bound,
    }
}

#[cfg(test)]
mod tests;
