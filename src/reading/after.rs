//! Deadlines that are counted from an event: "chậm nhất 01 ngày sau hội nghị", "trước 15g00 ngày diễn ra đại hội".

use super::on_demand::arises;
use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::when::hour;
use super::words::events::{Event, is_event};
use crate::calendar::Time;
use crate::plan::{Bound, RelativeDeadline};
use std::ops::Range;

/// A deadline that is counted from an event.
#[derive(Clone, Debug)]
pub(super) struct After {
    /// How many days after it; fewer than none before it. None where nothing is said that can be counted.
    pub days: Option<i16>,
    /// Whether working days are counted.
    pub working: bool,
    pub time: Option<Time>,
    pub bound: Bound,
    /// Whether it is counted from the event's first day, and not from its last.
    pub first: bool,
    /// The words that name the event; none where the sentence only says that it is over.
    pub named: Range<usize>,
    /// The first of all these words, and the one past the last.
    pub at: usize,
    pub to: usize,
}

impl After {
    /// The deadline after an event of so many days.
    pub fn deadline(&self, length: i16) -> Option<RelativeDeadline> {
        // Plans count from the last day.
        let back = if self.first { length.max(1) - 1 } else { 0 };
        if self.working && back > 0 {
            return None;
        }
        let days = self.days?.checked_sub(back)?;
        Some(RelativeDeadline {
            days_after: (!self.working).then_some(days),
            working_days_after: self.working.then_some(days),
            day_of_month: None,
            months_after: 0,
            time: self.time,
            bound: self.bound,
        })
    }
}

/// Words after which a deadline is counted, and whether it comes before them.
static MARKS: Table<bool> = Table::of(&[
    ("=sau", false),
    ("=kể từ", false),
    ("=tính từ", false),
    ("=từ khi", false),
    ("=trước", true),
]);

/// Words with "sau" and "trước" that say nothing of an event.
static OTHERS: Table<()> = Table::of(&[
    ("=sau đây", ()),
    ("=sau này", ()),
    ("=sau đó", ()),
    ("=sau đại học", ()),
    ("=trước mắt", ()),
    ("=trước đó", ()),
    ("=như sau", ()),
    ("=tháng sau", ()),
    ("=tuần sau", ()),
    ("=quý sau", ()),
    ("=năm sau", ()),
    ("=năm trước", ()),
    ("=kỳ trước", ()),
]);

/// What an office does itself: whoever counts from it does not report.
static OFFICE: Table<()> = Table::of(&[
    ("=nhận", ()),
    ("=nhận được", ()),
    ("hết hạn", ()),
    ("ban hành", ()),
    ("=ký", ()),
    ("phê duyệt", ()),
]);

/// Words between a mark and the name of the event.
static LEADS: Table<()> = Table::of(&[
    ("=khi", ()),
    ("=ngày", ()),
    ("=từ", ()),
    ("=so với", ()),
    ("thời điểm", ()),
    ("kết thúc", ()),
    ("bế mạc", ()),
    ("hoàn thành", ()),
    ("khai mạc", ()),
    ("bắt đầu", ()),
    ("tổ chức", ()),
    ("diễn ra", ()),
]);

/// Words with which a sentence goes on after the name of an event.
static STOPS: Table<()> = Table::of(&[
    ("=gửi", ()),
    ("=gởi", ()),
    ("=nộp", ()),
    ("=về", ()),
    ("kết thúc", ()),
    ("bế mạc", ()),
    ("khai mạc", ()),
    ("diễn ra", ()),
    ("đề nghị", ()),
    ("yêu cầu", ()),
    ("báo cáo", ()),
    ("chậm nhất", ()),
    ("muộn nhất", ()),
    ("không quá", ()),
    ("=trong", ()),
    ("=tại", ()),
    ("=bằng", ()),
    ("=để", ()),
    ("=theo", ()),
]);

/// Words in front of a count.
static WITHIN: Table<()> = Table::of(&[
    ("chậm nhất", ()),
    ("muộn nhất", ()),
    ("không quá", ()),
    ("=trong", ()),
    ("=trong vòng", ()),
    ("trong thời gian", ()),
    ("trong thời hạn", ()),
    ("thời hạn", ()),
    ("=ngay", ()),
    ("=sau", ()),
]);

/// How many tokens the name of an event has at most.
const LONGEST_NAME: usize = 14;
/// How far behind the name of an event its count may stand.
const FAR: usize = 24;

/// All that is counted from events between two tokens.
pub(super) fn afters(piece: &Piece<'_>, from: usize, end: usize) -> Vec<After> {
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        let after = on_the_day(piece, from, at, end).or_else(|| marked(piece, from, at, end));
        match after {
            Some(after) => {
                at = after.to.max(at + 1);
                found.push(after);
            }
            None => at += 1,
        }
    }
    // "Khi có vụ việc phát sinh, báo cáo trong vòng 24 giờ": nothing marks from when it is counted.
    if found.is_empty() && arises(piece, from, end) {
        for at in from..end {
            let within = opening(piece, from, at);
            if let Some(count) = count_at(piece, at).filter(|_| within < at) {
                found.push(count.after(within..at + count.len, at..at));
            }
        }
    }
    found
}

/// "trước 15g00 ngày diễn ra đại hội", "ngay trong ngày tổ chức Ngày hội", "trước 17g00 ngày hôm sau".
fn on_the_day(piece: &Piece<'_>, from: usize, at: usize, end: usize) -> Option<After> {
    let time = hour(piece, at);
    if time.is_none() && !piece.is(at, "trong") {
        return None;
    }
    let mut day = at + 1;
    while time.is_some() && (piece.is_one(day, &["của", "trong"]) || piece.is_sign(day, ',')) {
        day += 1;
    }
    if !piece.is(day, "ngày") || day >= end {
        return None;
    }
    let next = day + 1;
    let later = ["hom sau", "tiep theo", "ke tiep", "lien ke"];
    let (days, named) = if let Some(words) = later.iter().find(|words| piece.says(next, words)) {
        let to = next + words.split(' ').count();
        (1, to..to)
    } else if ["to chuc", "dien ra", "khai mac", "hop"]
        .iter()
        .any(|words| piece.says(next, words))
    {
        (0, name_of(piece, next, end))
    } else {
        return None;
    };
    let bound = if time.is_some()
        && at
            .checked_sub(1)
            .is_some_and(|last| piece.is(last, "trước"))
    {
        Bound::Before
    } else {
        Bound::By
    };
    let front = if bound == Bound::Before {
        at - 1
    } else {
        opening(piece, from, at)
    };
    Some(After {
        days: Some(days),
        working: false,
        time,
        bound,
        // On which day of several nobody says.
        first: days == 0,
        at: front,
        to: named.end.max(next),
        named,
    })
}

/// "01 ngày sau hội nghị", "sau hội thi 05 ngày", "trước ngày khai mạc đại hội 10 ngày", "ngay sau hoạt động".
fn marked(piece: &Piece<'_>, from: usize, at: usize, end: usize) -> Option<After> {
    let (len, before) = MARKS.at(piece, at)?;
    let last = at.checked_sub(1).filter(|last| *last >= from);
    let left = (at.saturating_sub(7).max(from)..at).find_map(|start| {
        count_at(piece, start)
            .filter(|count| start + count.len == at)
            .map(|count| (start, count))
    });
    // "Tuần sau" is a week, "01 tuần sau" a count.
    let in_other = last.is_some_and(|last| left.is_none() && OTHERS.at(piece, last).is_some());
    if piece.is_quoted(at) || OTHERS.at(piece, at).is_some() || in_other {
        return None;
    }
    let mut next = at + len;
    let right = count_at(piece, next).filter(|count| next + count.len <= end);
    if let Some(count) = right.as_ref().filter(|_| left.is_none()) {
        next += count.len;
        if let Some((len, _)) = MARKS.at(piece, next) {
            next += len;
        }
    }
    if is_office(piece, next) {
        return None;
    }
    let named = name_of(piece, next, end);
    if is_span(piece, &named) {
        return None;
    }
    let (front, count, to) = match (left, right) {
        (Some((start, count)), _) => (start, Some(count), named.end),
        (None, Some(count)) => (at, Some(count), named.end),
        (None, None) => {
            let far = if *before {
                named.end + 1
            } else {
                named.end + FAR
            };
            let behind = (named.end..end.min(far))
                .find_map(|at| count_at(piece, at).map(|count| (at, count)));
            let beside = behind.filter(|(start, _)| {
                *start == named.end || opening(piece, named.end, *start) < *start
            });
            match beside {
                Some((start, count)) => (at, Some(count), start + count.len),
                None => (at, None, named.end),
            }
        }
    };
    if *before && count.is_none() {
        return None;
    }
    let at = opening(piece, from, front);
    let mut after = match count {
        Some(count) => count.after(at..to, named),
        None => Count {
            days: None,
            working: false,
            len: 0,
        }
        .after(at..to, named),
    };
    if *before {
        after.days = after.days.map(|days| -days);
        after.first = true;
    }
    Some(after)
}

/// Where the words in front of a count begin: "chậm nhất", "trong vòng".
fn opening(piece: &Piece<'_>, from: usize, at: usize) -> usize {
    let mut front = at;
    while let Some((start, ())) = WITHIN
        .before(piece, front)
        .filter(|(start, ())| *start >= from)
    {
        front = start;
    }
    front
}

/// Whether what follows is an office's own doing: "sau khi nhận báo cáo".
fn is_office(piece: &Piece<'_>, at: usize) -> bool {
    let mut at = at;
    while let Some((len, ())) = LEADS.at(piece, at) {
        at += len;
    }
    OFFICE.at(piece, at).is_some()
}

/// "sau khi kết thúc tháng 05 ngày" counts from a span of the calendar.
fn is_span(piece: &Piece<'_>, named: &Range<usize>) -> bool {
    let spans = piece.is_one(named.start, &["tháng", "quý", "tuần", "năm", "kỳ"]);
    let said = !named.is_empty() && spans;
    said && !piece.is_capital(named.start + 1) && !is_event(piece, named.start, Event::Strong)
}

/// The name of an event, after what leads to it; empty where there is none.
pub(super) fn name_of(piece: &Piece<'_>, from: usize, end: usize) -> Range<usize> {
    let mut from = from;
    while let Some((len, ())) = LEADS
        .at(piece, from)
        .filter(|_| !is_event(piece, from, Event::Weak))
    {
        from += len;
    }
    let from = from.min(end);
    let to = (from..end.min(from + LONGEST_NAME)).find(|at| {
        let sign = match piece.kind(*at) {
            // A term is of two years: "nhiệm kỳ 2025 - 2030".
            Some(Kind::Sign('-' | '–')) if *at > from => {
                piece.number(*at - 1).is_none() || piece.number(*at + 1).is_none()
            }
            Some(Kind::Sign(sign)) => !matches!(sign, '“' | '”' | '"' | '«' | '»'),
            Some(Kind::Word) => false,
            Some(Kind::Number) => count_at(piece, *at).is_some(),
            _ => true,
        };
        sign || STOPS.at(piece, *at).is_some() && !piece.is_quoted(*at)
    });
    from..to.unwrap_or_else(|| end.min(from + LONGEST_NAME))
}

/// So many days.
#[derive(Clone, Copy)]
struct Count {
    days: Option<i16>,
    working: bool,
    /// How many tokens say it.
    len: usize,
}

impl Count {
    fn after(&self, words: Range<usize>, named: Range<usize>) -> After {
        After {
            days: self.days,
            working: self.working,
            time: None,
            bound: Bound::By,
            first: false,
            named,
            at: words.start,
            to: words.end,
        }
    }
}

/// The most days that are counted from an event.
const MOST_DAYS: u32 = 90;

/// "02 ngày", "03 ngày làm việc", "07 (bảy) ngày", "01 tuần", "24 giờ": hours that are no days cannot be counted.
fn count_at(piece: &Piece<'_>, at: usize) -> Option<Count> {
    let number = piece
        .small(at)
        .filter(|number| (1..=MOST_DAYS).contains(number))?;
    let last = at.checked_sub(1).map(|last| piece.letters(last));
    if matches!(last, Some("ngày" | "tháng" | "lần" | "/" | "-")) {
        return None;
    }
    let mut unit = at + 1;
    if piece.is_sign(unit, '(') {
        unit = (unit..unit + 4).find(|at| piece.is_sign(*at, ')'))? + 1;
    }
    let (times, len) = match piece.letters(unit) {
        "ngày" => (Some(number), 1),
        "tuần" => (Some(number * 7), 1),
        "giờ" | "h" | "tiếng" => ((number % 24 == 0).then_some(number / 24), 1),
        _ => return None,
    };
    let working = piece.says(unit + 1, "lam viec");
    let len = unit + len + if working { 2 } else { 0 } - at;
    let days = times.and_then(|days| i16::try_from(days).ok());
    Some(Count { days, working, len })
}
