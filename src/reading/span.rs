//! The days that the plan covers: only what the document says.

use super::context::{Block, Era};
use super::piece::Piece;
use super::title::{Named, named_by_title};
use super::when;
use super::words::events::{Event, is_event};
use super::words::roles::Role;
use super::zone::Zone;
use crate::calendar::{Date, Period};

/// The days that the plan covers, where its part on time or its title says them, and the years in which its days without
/// a year lie.
pub(super) fn period(
    blocks: &[Block<'_>],
    issued: Option<Date>,
    title: Option<&str>,
) -> (Option<Period>, Era) {
    let named = title.and_then(named_by_title);
    let era = Era {
        period: named.map(|named| named.period),
        issued,
    };
    let told = blocks
        .iter()
        .filter(|block| block.zone == Zone::Body && !block.place.is_heading)
        .filter(|block| is_on_time(block))
        .find_map(|block| days_of(&block.piece, block.body, block.piece.len(), &era));
    let said = named.filter(Named::is_said).map(|named| named.period);
    (
        told.or(said),
        Era {
            period: told.or(era.period),
            issued,
        },
    )
}

/// Whether a paragraph says when all of the plan takes place, and not one event of it.
fn is_on_time(block: &Block<'_>) -> bool {
    let heading = Piece::of(&block.heading, 0..block.heading.len());
    let above = Piece::of(&block.above, 0..block.above.len());
    let event =
        |piece: &Piece<'_>| (0..piece.len().min(2)).any(|at| is_event(piece, at, Event::Weak));
    if event(&heading) || event(&above) || block.under_tasks {
        return false;
    }
    let piece = &block.piece;
    let begins = piece.says(block.body, "thoi gian thuc hien")
        || piece.says(block.body, "thoi gian to chuc")
        || piece.says(block.body, "thoi gian trien khai");
    let own = block.role == Role::Time
        && (!block.run_in || heading.says(0, "thoi gian"))
        && (!block.place.bullet
            || begins
            || piece.says(block.body, "thoi gian")
            || piece.says(block.body, "tu ngay"));
    let ceremony = block
        .heading
        .to_lowercase()
        .split(' ')
        .any(|word| word == "lễ")
        && !heading.says(2, "to chuc tuan le");
    (own && !ceremony)
        || (begins
            && matches!(
                block.role,
                Role::Unknown | Role::Purpose | Role::Requirements
            ))
}

/// More than one day, in one span of days or months, or the years that are named alone.
fn days_of(piece: &Piece<'_>, from: usize, end: usize, era: &Era) -> Option<Period> {
    let spans = when::days(piece, from, end, era);
    let found = spans
        .iter()
        .filter(|days| days.exact || days.when.to.is_some())
        .find_map(|days| Period::new(days.when.from, days.when.to?).ok())
        .filter(|period| period.len_days() > 1);
    if found.is_some() || !spans.is_empty() {
        return found;
    }
    let year = |at: usize| {
        let year = piece
            .small(at)
            .filter(|year| (1990..=2199).contains(year))?;
        i32::try_from(year).ok().filter(|_| piece.said(at, "nam"))
    };
    let mut years = (from..end).filter_map(year);
    let first = years.next()?;
    let last = years.next().unwrap_or(first);
    let day = |year, month, day| Date::new(year, month, day).ok();
    (years.next().is_none() && !(from..end).any(|at| piece.says(at, "nam hoc")))
        .then(|| Period::new(day(first, 1, 1)?, day(last, 12, 31)?).ok())
        .flatten()
}
