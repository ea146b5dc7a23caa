//! Tasks without a number, among what is to be reached.

use super::figure::{Amount, Figure};
use super::proposal::{Grade, TargetProposal};
use super::target::Reader;
use super::token::Kind;
use super::words::aims::VERBS;
use super::words::bounds::cadence_at;
use super::words::roles::Role;
use crate::plan::{Cadence, Comparison, Scope, Threshold};

impl Reader<'_, '_> {
    /// A task without a number: done or not.
    pub(super) fn done(&self) -> Option<TargetProposal> {
        let piece = &self.block.piece;
        let days = (self.from..self.end).any(|at| matches!(piece.kind(at), Some(Kind::Date(_))));
        let spanned = (self.from..self.end.min(self.from + 6)).find_map(|at| cadence_at(piece, at));
        let verb = |at: usize| VERBS.at(piece, at).is_some();
        let begins = verb(self.from)
            || (spanned.is_some() && (self.from..self.end.min(self.from + 5)).any(verb));
        let listed = self.block.place.numbered || self.block.place.bullet;
        let place = self.block.role == Role::Targets && listed;
        let tasks = spanned.is_some() && begins && self.block.role == Role::Tasks && !days;
        let opens = piece.written(self.from, self.end).ends_with(':');
        if self.end - self.from < 4 || !(place || tasks) || opens {
            return None;
        }
        let scope = self
            .each_before(self.from)
            .filter(|scope| *scope == Scope::Each)
            .unwrap_or(Scope::Whole);
        let figure = Figure {
            at: self.from,
            to: self.from,
            amount: Amount::Count(1),
            noun: None,
            comparison: None,
            range: false,
            broken: false,
            change: false,
            trap: None,
        };
        let span = spanned.map_or(Cadence::Plan, |(_, span)| span);
        let reasons = vec!["Việc không nêu số: tính là đã làm hay chưa.".to_owned()];
        Some(self.proposal(
            &figure,
            0,
            Threshold::Done,
            Comparison::AtLeast,
            scope,
            span,
            String::new(),
            Grade::Maybe,
            reasons,
        ))
    }
}
