//! Tasks without a number that words mark as asked of every unit: done at once by all on a day, regularly, or in response to a
//! campaign that is named.

use super::proposal::TargetProposal;
use super::target::Reader;
use super::task::{DONE, ONCE_EACH};
use super::token::Kind;
use super::words::aims::VERBS;
use super::words::bounds::cadence_at;
use super::words::nouns::{Noun, noun_at};
use super::words::roles::Role;
use crate::plan::{Cadence, Scope, Threshold};
use crate::text::single_line;

/// Words before or after "định kỳ" with which it says how a body works, and not what is to be reached.
const OF_BODIES: [&str; 9] = [
    "bao cao",
    "hop",
    "giao ban",
    "suc khoe",
    "kiem tra",
    "giam sat",
    "theo quy dinh",
    "theo dieu le",
    "truc",
];

/// How many tokens around "định kỳ" say what is regular.
const NEAR: usize = 4;

impl Reader<'_, '_> {
    /// What is marked so.
    pub(super) fn marked(&self) -> Vec<TargetProposal> {
        if !matches!(self.block.role, Role::Tasks | Role::Targets | Role::Unknown) {
            return Vec::new();
        }
        let mut found = self.responds();
        found.extend(self.regular());
        if found.is_empty() {
            found.extend(self.together());
        }
        found
    }

    /// "Các cơ sở Hội đồng loạt ra quân vào các ngày: 12/01; 20/4": so often by each. Without a day nobody can say whether all
    /// did it at once.
    fn together(&self) -> Option<TargetProposal> {
        let piece = &self.block.piece;
        let near = self.from..self.end.min(self.from + 8);
        near.clone().find(|at| piece.says(*at, "dong loat"))?;
        let mut depth = 0_usize;
        let mut days = 0_i64;
        for at in self.from..self.end {
            match piece.kind(at) {
                Some(Kind::Sign('(')) => depth += 1,
                Some(Kind::Sign(')')) => depth = depth.saturating_sub(1),
                // "từ ngày 12 đến ngày 15/3" is one time.
                Some(Kind::Date(_)) if depth == 0 => {
                    let ends =
                        piece.said(at, "den") || piece.said(at, "den ngay") || piece.said(at, "-");
                    days += i64::from(!ends);
                }
                _ => {}
            }
        }
        let value = match days {
            0 => return None,
            1 => Threshold::Done,
            many => Threshold::Count(many),
        };
        let why = if days > 1 {
            "Việc đồng loạt vào nhiều ngày: tính mỗi ngày một lần."
        } else {
            DONE
        };
        Some(self.task(value, Scope::Each, Cadence::Plan, why))
    }

    /// "Duy trì định kỳ … vào thứ Bảy tuần đầu tiên của tháng": once in each.
    fn regular(&self) -> Option<TargetProposal> {
        let piece = &self.block.piece;
        let at =
            (self.from..self.end).find(|at| piece.says(*at, "dinh ky") && !piece.is_quoted(*at))?;
        let around = at.saturating_sub(NEAR).max(self.from)..self.end.min(at + NEAR);
        let of_body = around
            .clone()
            .any(|at| OF_BODIES.iter().any(|words| piece.says(at, words)));
        let verb = (self.from..self.end).any(|at| VERBS.at(piece, at).is_some());
        let held = verb || piece.says(self.from, "sinh hoat");
        let span = self.regularly()?;
        let counted = matches!(span, Cadence::Week | Cadence::Month | Cadence::Quarter);
        if of_body || !held || !counted {
            return None;
        }
        let scope = if self.is_base() || self.names_units() {
            Scope::Each
        } else {
            self.each_before(self.from).unwrap_or(Scope::Whole)
        };
        Some(self.task(Threshold::Count(1), scope, span, ONCE_EACH))
    }

    /// How often, also by "Chủ nhật tuần thứ hai của tháng".
    fn regularly(&self) -> Option<Cadence> {
        let piece = &self.block.piece;
        let said = (self.from..self.end).find_map(|at| cadence_at(piece, at));
        if let Some((_, span)) = said {
            return Some(span);
        }
        (self.from..self.end).find_map(|at| {
            let of = matches!(piece.word(at), "cua" | "trong");
            let span = match piece.letters(at + 1) {
                "tháng" => Cadence::Month,
                "quý" => Cadence::Quarter,
                _ => return None,
            };
            let numbered = piece.kind(at + 2) == Some(Kind::Number);
            let day = (at.saturating_sub(6).max(self.from)..at).any(|at| {
                piece.word(at) == "tuan" || piece.says(at, "chu nhat") || piece.word(at) == "thu"
            });
            (of && day && !numbered).then_some(span)
        })
    }

    /// "các chi hội": units that are many.
    fn names_units(&self) -> bool {
        let piece = &self.block.piece;
        (self.from..self.end).any(|at| {
            piece.is(at, "các")
                && noun_at(piece, at + 1)
                    .is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group))
        })
    }

    /// "Tổ chức các hoạt động hưởng ứng chương trình “A”, “B”": one of each is done or not.
    fn responds(&self) -> Vec<TargetProposal> {
        let piece = &self.block.piece;
        let mut found = Vec::new();
        let answers = (self.from..self.end).find(|at| {
            piece.says(*at, "hoat dong huong ung")
                && (at.saturating_sub(3).max(self.from)..*at).any(|at| piece.says(at, "to chuc"))
        });
        let Some(verb) = answers.map(|at| at + 2) else {
            return found;
        };
        let scope = if self.is_base() {
            Scope::Each
        } else {
            self.each_before(self.from).unwrap_or(Scope::Whole)
        };
        let is_name =
            |at: usize| piece.is_sign(at, '“') || piece.is_capital(at) && piece.is_capital(at + 1);
        let Some(first) = (verb + 2..self.end.min(verb + 6)).find(|at| is_name(*at)) else {
            return found;
        };
        let mut at = first;
        loop {
            let to = if piece.is_sign(at, '“') {
                let close = (at + 1..self.end).find(|at| !piece.is_quoted(*at));
                close.map_or(self.end, |close| close + 1)
            } else {
                (at..self.end)
                    .find(|at| !piece.is_word(*at) || !piece.is_capital(*at))
                    .unwrap_or(self.end)
            };
            let mut task = self.task(Threshold::Done, scope, Cadence::Plan, DONE);
            let named = [piece.written(verb, first), " ", piece.written(at, to)].concat();
            task.text = super::paper::capital(&single_line(&named)).replace('*', "");
            found.push(task);
            let next = to + 1;
            let more = piece.is_sign(to, ',') || piece.word(to) == "va";
            if !(more && next < self.end && piece.is_sign(next, '“')) {
                return found;
            }
            at = next;
        }
    }
}
