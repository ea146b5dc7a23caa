//! Lists of anniversaries: what is remembered this year, each with its day.

use super::activity::{Told, proposal};
use super::context::{Block, Era};
use super::proposal::Grade;
use super::token::Kind;
use super::words::roles::Role;
use crate::calendar::Date;
use crate::plan::{Certainty, When};

/// A list of anniversaries, each with its first day and that of this year: "Kỷ niệm 70 năm … (7/5/1954 - 7/5/2024); …".
pub(super) fn anniversaries(
    block: &Block<'_>,
    from: usize,
    end: usize,
    era: &Era,
) -> Option<Vec<Told>> {
    let piece = &block.piece;
    let period = era.period?;
    let year = |at: usize| match piece.kind(at) {
        Some(Kind::Date(day)) => piece
            .dates
            .get(day)
            .and_then(|date| Some((date.year?, date.month, date.day))),
        _ => None,
    };
    let pairs: Vec<(usize, Date)> = (from..end)
        .filter_map(|at| {
            let (first, ..) = year(at).filter(|_| piece.is_sign(at + 1, '-'))?;
            let (last, month, day) = year(at + 2)?;
            let date = Date::new(last, month, day).ok()?;
            (last - first >= 2 && period.contains(date)).then_some((at, date))
        })
        .collect();
    let listed = pairs.len() >= 2
        || (pairs.len() == 1 && (piece.says(from, "ky niem") || piece.small(from).is_some()));
    if !listed || !matches!(block.role, Role::Tasks | Role::Unknown) {
        return None;
    }
    let mut start = from;
    let mut found = Vec::new();
    for (at, date) in pairs {
        let named = (start..at).rev().find(|at| piece.says(*at, "ky niem"));
        let begins = named.unwrap_or_else(|| {
            (start..at)
                .find(|at| piece.small(*at).is_some())
                .unwrap_or(start)
        });
        let when = When {
            from: date,
            to: None,
            time: None,
            certainty: Certainty::Exact,
            repeats: None,
            correction: None,
        };
        let close = (at + 3).min(end) + usize::from(piece.is_sign(at + 3, ')'));
        found.push((
            proposal(
                block,
                (begins, begins),
                close,
                begins,
                vec![when],
                Grade::Likely,
            ),
            vec![(at, at + 3)],
        ));
        start = close;
    }
    Some(found)
}
