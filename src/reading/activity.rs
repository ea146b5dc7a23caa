//! What is to be held, out of sentences.

use super::anniversary::anniversaries;
use super::context::{Block, Era};
use super::piece::Piece;
use super::proposal::{ActivityProposal, Grade};
use super::table::Table;
use super::token::Kind;
use super::unnamed;
use super::when::{Days, days};
use super::words::events::{Event, is_event, keeps, verb};
use super::words::roles::Role;
use crate::plan::When;
use crate::text::single_line;

/// An activity, with the tokens of its days.
pub(super) type Told = (ActivityProposal, Vec<(usize, usize)>);

/// The activities of a sentence from token `from` to `end`, with the tokens of their days.
pub(super) fn activities(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Vec<Told> {
    let piece = &block.piece;
    let all = days(piece, from, end, era);
    if let Some(told) = anniversaries(block, from, end, era) {
        return told;
    }
    if let Some(told) = by_heading(block, from, end, &all) {
        return vec![told];
    }
    // "III. THỜI GIAN: 1. Tổ chức điểm: ngày 10/11" is when something of it is held.
    let named = block.role == Role::Time && label(block, from, end).is_some_and(|(_, event)| event);
    let timed = named || block.role == Role::Time && block.run_in && !says_time(&block.heading);
    if !timed && !matches!(block.role, Role::Tasks | Role::Unknown | Role::Organisation) {
        return Vec::new();
    }
    if piece.says(from, "thoi gian") || piece.says(from, "dia diem") {
        return Vec::new();
    }
    let since = from;
    let from = after_label(block, from, end);
    let exact = all.iter().any(|days| days.exact);
    let held: Vec<&Days> = all
        .iter()
        .filter(|days| !days.due && (days.exact || !exact))
        .filter(|days| plausible(&days.when, era))
        .collect();
    let holds = (from..end).find_map(|at| verb(piece, from, at, end));
    if held.is_empty() {
        let kept = || keeps(piece, from, end);
        let found = match holds {
            _ if block.role == Role::Organisation => holds
                .filter(|(at, _)| *at < from + 4)
                .map(|(at, _)| (at, Grade::Maybe)),
            // What is held is named, or it is a task.
            Some((at, true)) if at < from + 30 && !is_task(piece, from, at) => {
                Some((at, Grade::Likely))
            }
            Some((at, _)) => Some((at, Grade::Maybe)),
            // "“Ngày đoàn viên” năm 2024." is named and nothing more.
            None if piece.is_sign(from, '“') && is_event(piece, from + 1, Event::Strong) => {
                Some((from, Grade::Likely))
            }
            None => kept().then_some((from, Grade::Maybe)),
        };
        let found = found.map(|(at, grade)| {
            (
                proposal(block, (since, from), end, at, Vec::new(), grade),
                Vec::new(),
            )
        });
        return found.into_iter().collect();
    }
    let titled = label(block, since, end);
    if block.role == Role::Organisation && holds.is_none() && titled.is_none() {
        return Vec::new();
    }
    groups(block, &held)
        .into_iter()
        .map(|group| {
            let when = group.iter().map(|days| days.when.clone()).collect();
            let grade = if timed {
                Grade::Likely
            } else if holds.is_some() || titled.as_ref().is_some_and(|(_, event)| *event) {
                Grade::Sure
            } else {
                Grade::Likely
            };
            let tokens = group.iter().map(|days| (days.at, days.to)).collect();
            let at = holds.map_or(from, |(at, _)| at);
            let first = group.first().map_or(end, |days| days.at);
            let mut told = proposal(block, (since, from), end, at, when, grade);
            unnamed::named(block, (from, first), &mut told);
            (told, tokens)
        })
        .collect()
}

/// Whether a sentence names an event and asks for something else: a share of all units ("100% cơ sở Đoàn thực hiện …"), that
/// others take part ("vận động người dân tham gia …"), or proposals ("tham mưu cơ chế, chính sách …").
fn is_task(piece: &Piece<'_>, from: usize, at: usize) -> bool {
    // "100% cơ sở Đoàn tổ chức hội thi" is held all the same.
    let share =
        piece.number(from).is_some() && piece.is_sign(from + 1, '%') && !piece.said(at, "to chuc");
    let moves = (from..at.min(from + 8)).find(|at| {
        matches!(
            piece.marked(*at, at + 2).as_str(),
            "vận động" | "kêu gọi" | "khuyến khích"
        )
    });
    let joined = moves.is_some_and(|moves| (moves..at).any(|at| piece.says(at, "tham gia")));
    let advises = (from..at + 6).any(|at| {
        piece.says(at, "co che") || piece.says(at, "chinh sach") || piece.says(at, "quy che")
    });
    let movement = piece.says(at, "phong trao");
    share || joined || advises || movement
}

/// Where a sentence begins after the words that only say what it is about: "*Tình nguyện bảo vệ môi trường:* Tổ chức …".
fn after_label(block: &Block<'_>, from: usize, end: usize) -> usize {
    let piece = &block.piece;
    (from..end.min(from + 30))
        .find(|at| piece.is_sign(*at, ':'))
        .filter(|colon| *colon + 2 < end && piece.is_capital(colon + 1))
        .map_or(from, |colon| colon + 1)
}

fn says_time(heading: &str) -> bool {
    Piece::of(heading, 0..heading.len()).says(0, "thoi gian")
}

/// "Lễ khởi động:" with "- Thời gian: 07g30 ngày 26/2/2023" or "a) Thời gian: …" below it.
fn by_heading(block: &Block<'_>, from: usize, end: usize, all: &[Days]) -> Option<Told> {
    let lettered = block.run_in && says_time(&block.heading);
    let begins = lettered || block.piece.says(from, "thoi gian");
    let title = if lettered {
        &block.above
    } else {
        &block.heading
    };
    let event = names_event(title)?;
    let first = all
        .iter()
        .find(|days| days.exact && !days.due)
        .or_else(|| all.iter().find(|days| !days.due))?;
    begins.then(|| {
        let grade = if event { Grade::Sure } else { Grade::Likely };
        let when = vec![first.when.clone()];
        let mut told = proposal(block, (from, from), end, from, when, grade);
        told.title = title.trim_end_matches([':', ' ']).to_owned();
        (told, vec![(first.at, first.to)])
    })
}

/// Whether the words name an event, and how surely.
fn names_event(words: &str) -> Option<bool> {
    let piece = Piece::of(words, 0..words.len());
    let near = || 0..piece.len().min(8);
    if near().any(|at| is_event(&piece, at, Event::Strong)) {
        return Some(true);
    }
    near()
        .any(|at| is_event(&piece, at, Event::Weak))
        .then_some(false)
}

/// What a sentence is called by the words before its colon, or by the heading that runs on into it: "Tuần lễ Áo dài: từ
/// ngày …"; and whether they name an event.
fn label(block: &Block<'_>, from: usize, end: usize) -> Option<(String, bool)> {
    let piece = &block.piece;
    let colon =
        (from..end.min(from + 16)).find(|at| piece.is_sign(*at, ':') && !piece.is_quoted(*at));
    let own = colon
        .filter(|colon| *colon > from)
        .map(|colon| piece.written(from, colon));
    let words = own.or((block.run_in && from == block.body).then_some(block.heading.as_str()))?;
    let words = single_line(words).replace('*', "");
    let words = words
        .trim_matches(['.', ';', ',', ':', ' ', '-'])
        .to_owned();
    if words.is_empty() || says_time(&words) {
        return None;
    }
    // "Giải bóng đá nam: vòng loại từ …" names one with its first word.
    let piece = Piece::of(&words, 0..words.len());
    let event = names_event(&words) == Some(true)
        || (own.is_none() && (0..2).any(|at| is_event(&piece, at, Event::Weak)));
    Some((words, event))
}

/// Words with which a sentence says when, and no longer what.
static WHEN: Table<()> = Table::of(&[
    ("=từ", ()),
    ("=ngày", ()),
    ("=các ngày", ()),
    ("=vào", ()),
    ("=lúc", ()),
    ("=trong", ()),
    ("dự kiến", ()),
    ("thời gian", ()),
    ("=sáng", ()),
    ("=chiều", ()),
    ("=tối", ()),
    ("=đầu", ()),
    ("=giữa", ()),
    ("=cuối", ()),
    ("=tháng", ()),
    ("=quý", ()),
    ("chủ nhật", ()),
    ("thứ hai", ()),
    ("thứ ba", ()),
    ("thứ tư", ()),
    ("thứ năm", ()),
    ("thứ sáu", ()),
    ("thứ bảy", ()),
]);

/// Whether what begins at a token says when.
pub(super) fn tells_when(piece: &Piece<'_>, at: usize) -> bool {
    let dated = |at: usize| matches!(piece.kind(at), Some(Kind::Date(_) | Kind::Time(_)));
    let number = |at: usize| piece.kind(at) == Some(Kind::Number);
    let counted = |at: usize| {
        dated(at) || (piece.word(at) == "thang" && number(at + 1)) || piece.reads(at, "quý")
    };
    let near = if matches!(piece.word(at), "tu" | "vao" | "luc") {
        at + 1..at + 6
    } else {
        at..at + 4
    };
    dated(at)
        || (number(at) && (at + 1..at + 4).any(dated))
        || (WHEN.at(piece, at).is_some() && near.into_iter().any(counted))
}

/// Days of one event stand side by side; between those of two stand words.
fn groups<'d>(block: &Block<'_>, held: &[&'d Days]) -> Vec<Vec<&'d Days>> {
    let mut found: Vec<Vec<&Days>> = Vec::new();
    for days in held {
        let last = found.last().and_then(|group| group.last());
        let beside = last.is_some_and(|last| days.at.saturating_sub(last.to) <= 3);
        match found.last_mut().filter(|_| beside) {
            Some(group) => group.push(days),
            None => found.push(vec![days]),
        }
    }
    // A day that is said again below its span is part of the same event.
    if found.len() > 3 {
        let piece = &block.piece;
        found.sort_by_key(|group| group.first().map_or(piece.len(), |days| days.at));
    }
    found
}

/// Whether an event of this plan can be held then: days long before it are of something else.
fn plausible(when: &When, era: &Era) -> bool {
    let year = when.from.year();
    era.first_year().is_none_or(|first| year >= first - 1)
        && era
            .period
            .is_none_or(|period| year <= period.to().year() + 1)
}

/// What is proposed for the sentence from token `since`, or `from` after its label, to `end`; `at` is the token after the
/// verb that says that it is held.
pub(super) fn proposal(
    block: &Block<'_>,
    (since, from): (usize, usize),
    end: usize,
    at: usize,
    dates: Vec<When>,
    grade: Grade,
) -> ActivityProposal {
    let piece = &block.piece;
    let range = piece.span(since, end);
    let start = if at > from && at < from + 16 && at + 2 < end {
        at
    } else {
        from
    };
    let label = label(block, since, end);
    // Days in front: the title stands after them.
    let start = if tells_when(piece, start) && label.is_none() {
        after_when(piece, start, end)
    } else {
        start
    };
    let own = single_line(piece.written(start, title_end(block, start, end))).replace('*', "");
    // "Đội hình “Hành quân xanh”" with one paragraph below it that says who and when.
    let headed = !dates.is_empty()
        && at == from
        && !block.place.bullet
        && !block.place.numbered
        && names_event(&block.heading) == Some(true);
    let title = match &label {
        Some((words, event)) if *event || tells_when(piece, start) => words.as_str(),
        None if headed => block.heading.as_str(),
        _ => own.as_str(),
    };
    let mut title = title.trim_matches(['.', ';', ',', ':', ' ', '-']);
    // What only led on to the day.
    while let Some(rest) = [" hoàn thành", " vào", " từ", " trong", " lúc", " tổ chức"]
        .iter()
        .find_map(|joint| title.strip_suffix(joint))
    {
        title = rest.trim_end_matches([',', ' ', ':']);
    }
    let mut letters = title.chars();
    let title = letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    });
    ActivityProposal {
        title,
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        dates,
        level: block.level.clone(),
        grade,
        reasons: Vec::new(),
    }
}

/// Where a sentence that begins with days goes on: "Từ ngày 20/02 đến 10/3, các chi hội treo cờ".
fn after_when(piece: &Piece<'_>, from: usize, end: usize) -> usize {
    let comma = (from..end.min(from + 16))
        .find(|at| matches!(piece.kind(*at), Some(Kind::Sign(',' | ':'))));
    comma
        .map(|comma| comma + 1)
        .filter(|next| next + 1 < end && !tells_when(piece, *next) && piece.is_word(*next))
        .unwrap_or(from)
}

/// The title ends before its day.
fn title_end(block: &Block<'_>, from: usize, end: usize) -> usize {
    let piece = &block.piece;
    (from + 3..end)
        .find(|at| {
            let aside = piece.is_sign(*at, '(') && !piece.is_quoted(*at);
            let day = piece.says(*at, "du kien") || tells_when(piece, *at);
            aside || (day && !piece.is_quoted(*at) && !piece.said(*at, "ky niem"))
        })
        .unwrap_or(end)
}
