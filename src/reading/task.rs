//! Tasks without a number, among what is to be reached.

use super::amount::Amount;
use super::figure::Figure;
use super::proposal::{Grade, TargetProposal};
use super::target::Reader;
use super::token::Kind;
use super::words::aims::VERBS;
use super::words::bounds::cadence_at;
use super::words::roles::Role;
use crate::plan::{Cadence, Comparison, Scope, Threshold};
use crate::text::fold;

/// Why a task without a number is read as it is.
pub(super) const ONCE_EACH: &str = "Việc định kỳ không nêu số: tính mỗi kỳ một lần.";
pub(super) const DONE: &str = "Việc không nêu số: tính là đã làm hay chưa.";

impl Reader<'_, '_> {
    /// A task without a number: done or not.
    pub(super) fn done(&self) -> Option<TargetProposal> {
        let piece = &self.block.piece;
        let days = (self.from..self.end).any(|at| matches!(piece.kind(at), Some(Kind::Date(_))));
        // "Định kỳ ra quân … hằng tuần": once in each.
        let often = ["dinh ky", "thuong xuyen"]
            .iter()
            .any(|words| piece.says(self.from, words))
            .then(|| (self.from..self.end).find_map(|at| cadence_at(piece, at)))
            .flatten();
        let spanned = (self.from..self.end.min(self.from + 6)).find_map(|at| cadence_at(piece, at));
        let spanned = spanned.or(often);
        let verb = |at: usize| VERBS.at(piece, at).is_some();
        let begins = often.is_some()
            || verb(self.from)
            || (spanned.is_some() && (self.from..self.end.min(self.from + 5)).any(verb));
        let listed = self.block.place.numbered || self.block.place.bullet;
        let place = self.block.role == Role::Targets && listed;
        let tasks = spanned.is_some() && begins && self.block.role == Role::Tasks && !days;
        let opens = piece.written(self.from, self.end).ends_with(':');
        if self.end - self.from < 4 || !(place || tasks) || opens {
            return None;
        }
        let once = often
            .filter(|(_, span)| matches!(span, Cadence::Week | Cadence::Month | Cadence::Quarter));
        let base = self.is_base();
        let scope = match self.each_before(self.from) {
            Some(Scope::Each) => Scope::Each,
            _ if once.is_some() && base => Scope::Each,
            _ => Scope::Whole,
        };
        let span = spanned.map_or(Cadence::Plan, |(_, span)| span);
        let (value, why) = if once.is_some() {
            (Threshold::Count(1), ONCE_EACH)
        } else {
            (Threshold::Done, DONE)
        };
        Some(self.task(value, scope, span, why))
    }

    /// The proposal of a whole sentence without a number.
    pub(super) fn task(
        &self,
        value: Threshold,
        scope: Scope,
        span: Cadence,
        why: &str,
    ) -> TargetProposal {
        let figure = Figure {
            at: self.from,
            to: self.from,
            amount: Amount::Count(1),
            noun: None,
            comparison: None,
            range: false,
            up_to: None,
            broken: false,
            doubtful: false,
            change: false,
            trap: None,
        };
        self.proposal(
            &figure,
            0,
            value,
            Comparison::AtLeast,
            scope,
            span,
            String::new(),
            Grade::Maybe,
            vec![why.to_owned()],
        )
    }

    /// Whether the headings above name units that are many.
    pub(super) fn is_base(&self) -> bool {
        let level = fold(&self.block.level);
        level.starts_with("co so") || level.starts_with("cac ") || level == "cap co so"
    }
}
