//! What is to be held, out of sentences.

use super::anniversary::anniversaries;
use super::context::{Block, Era};
use super::piece::Piece;
use super::proposal::{ActivityProposal, Grade};
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
    if !matches!(block.role, Role::Tasks | Role::Unknown | Role::Organisation) {
        return Vec::new();
    }
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
            Some((at, _)) if at < from + 7 => Some((at, Grade::Likely)),
            Some((at, true)) if at < from + 30 => Some((at, Grade::Likely)),
            Some((at, _)) => Some((at, Grade::Maybe)),
            None => kept().then_some((from, Grade::Maybe)),
        };
        let found = found.map(|(at, grade)| {
            (
                proposal(block, from, end, at, Vec::new(), grade),
                Vec::new(),
            )
        });
        return found.into_iter().collect();
    }
    if block.role == Role::Organisation && holds.is_none() {
        return Vec::new();
    }
    groups(block, &held)
        .into_iter()
        .map(|group| {
            let when = group.iter().map(|days| days.when.clone()).collect();
            let grade = if holds.is_some() {
                Grade::Sure
            } else {
                Grade::Likely
            };
            let tokens = group.iter().map(|days| (days.at, days.to)).collect();
            let at = holds.map_or(from, |(at, _)| at);
            (proposal(block, from, end, at, when, grade), tokens)
        })
        .collect()
}

/// Where a sentence begins after the words that only say what it is about: "*Tình nguyện bảo vệ môi trường:* Tổ chức …".
fn after_label(block: &Block<'_>, from: usize, end: usize) -> usize {
    let piece = &block.piece;
    (from..end.min(from + 30))
        .find(|at| piece.is_sign(*at, ':'))
        .filter(|colon| *colon + 2 < end && piece.is_capital(colon + 1))
        .map_or(from, |colon| colon + 1)
}

/// "Lễ khởi động:" with "- Thời gian: 07g30 ngày 26/2/2023" below it.
fn by_heading(block: &Block<'_>, from: usize, end: usize, all: &[Days]) -> Option<Told> {
    let begins = block.piece.says(from, "thoi gian") && block.place.bullet;
    let heading = Piece::of(&block.heading, 0..block.heading.len());
    let event = (0..heading.len().min(8)).any(|at| is_event(&heading, at, Event::Strong));
    let first = all.iter().find(|days| days.exact && !days.due)?;
    (begins && event).then(|| {
        let mut told = proposal(
            block,
            from,
            end,
            from,
            vec![first.when.clone()],
            Grade::Sure,
        );
        told.title = block.heading.trim_end_matches([':', ' ']).to_owned();
        (told, vec![(first.at, first.to)])
    })
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

pub(super) fn proposal(
    block: &Block<'_>,
    from: usize,
    end: usize,
    at: usize,
    dates: Vec<When>,
    grade: Grade,
) -> ActivityProposal {
    let piece = &block.piece;
    let range = piece.span(from, end);
    let start = if at > from && at < from + 16 && at + 2 < end {
        at
    } else {
        from
    };
    let title = single_line(piece.written(start, title_end(block, start, end))).replace('*', "");
    let title = title.trim_matches(['.', ';', ',', ':', ' ', '-']);
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

/// The title ends before its day.
fn title_end(block: &Block<'_>, from: usize, end: usize) -> usize {
    let piece = &block.piece;
    (from + 3..end)
        .find(|at| {
            let aside = piece.is_sign(*at, '(') && !piece.is_quoted(*at);
            let day = [
                "vao ngay",
                "tu ngay",
                "vao luc",
                "trong thang",
                "du kien",
                "trong quy",
            ]
            .iter()
            .any(|words| piece.says(*at, words));
            aside || day
        })
        .unwrap_or(end)
}
