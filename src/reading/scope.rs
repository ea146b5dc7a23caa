//! Whom a number binds: all together, each unit, each member.

use super::amount::Amount;
use super::figure::Figure;
use super::piece::Piece;
use super::proposal::TargetProposal;
use super::target::Reader;
use super::token::Kind;
use super::words::aims::FOUNDS;
use super::words::bounds::cadence;
use super::words::nouns::{Found, Noun, noun_at};
use super::words::roles::Role;
use crate::plan::{Cadence, Comparison, Scope, Share, Threshold};
use crate::text::fold;

/// What "mỗi" says between two tokens: of units, of members, of neither.
pub(super) fn each_in(piece: &Piece<'_>, from: usize, end: usize) -> Option<Scope> {
    (from..end).find_map(|at| each_at(piece, at))
}

/// What a "mỗi" says that stands there.
pub(super) fn each_at(piece: &Piece<'_>, at: usize) -> Option<Scope> {
    if !piece.is_one(at, &["mỗi", "từng"]) || piece.is_quoted(at) {
        return None;
    }
    match noun_at(piece, at + 1)?.kind {
        Noun::Unit | Noun::Group => Some(Scope::Each),
        Noun::Person => Some(Scope::EachMember),
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// What "mỗi" says before any number: of units, of members, of neither.
    pub(super) fn each_before(&self, from: usize) -> Option<Scope> {
        each_in(&self.block.piece, from, self.end).or(self.lead.scope)
    }

    /// What the subject of the clause or the heading says where no "mỗi" stands: "cấp cơ sở ít nhất 01 lần/năm".
    pub(super) fn each_of(&self, figure: &Figure) -> Option<Scope> {
        let piece = &self.block.piece;
        let counted = matches!(figure.amount, Amount::Count(_) | Amount::Quantity { .. });
        if !counted || figure.comparison.is_none() {
            return None;
        }
        let clause = self.clause(figure.at);
        let subject = (clause..figure.at).any(|at| {
            let unit = |at: usize| {
                noun_at(piece, at).is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group))
            };
            piece.says(at, "cap co so") || (at == clause && piece.word(at) == "cac" && unit(at + 1))
        });
        let level = fold(&self.block.level);
        let level = level.starts_with("co so") || level.starts_with("cac ") || level == "cap co so";
        (subject || level).then_some(Scope::Each)
    }

    /// "Toàn huyện có 05 câu lạc bộ" below a heading of targets: how many there are to be.
    pub(super) fn all_have(&self, at: usize) -> bool {
        let piece = &self.block.piece;
        let has = at.checked_sub(1).is_some_and(|last| piece.is(last, "có"));
        let is = |word: &str| (self.from..at).any(|at| piece.letters(at) == word);
        let state = is("hiện") || is("đã");
        self.block.role == Role::Targets
            && has
            && !state
            && (self.from..at).any(|at| piece.is_one(at, &["toàn", "cả"]))
    }

    /// For which span of time a number holds.
    pub(super) fn cadence(&self, figure: &Figure, n: usize) -> Cadence {
        let next = self.numbers.get(n + 1).map_or(self.end, |next| next.at);
        let own = cadence(&self.block.piece, self.from, figure.at, next);
        own.or(self.lead.per).unwrap_or_default()
    }

    /// The scope that a share or number of units gives to the number after it.
    pub(super) fn unit_scope(&self, figure: &Figure) -> Option<Scope> {
        let noun = figure.noun.filter(|noun| noun.known)?;
        if !matches!(noun.kind, Noun::Unit | Noun::Group) {
            return None;
        }
        match figure.amount {
            Amount::Share(10_000) | Amount::Count(_) => Some(Scope::Each),
            Amount::Share(points) => Some(Scope::ShareOfUnits(Share::of(points))),
            Amount::Money(_) | Amount::Quantity { .. } => None,
        }
    }

    /// "10 kg giấy vụn/chi đoàn": so much for each of those after the stroke.
    pub(super) fn per_unit(&self, figure: &Figure) -> Option<Scope> {
        let piece = &self.block.piece;
        let near = figure.to..self.end.min(figure.to + 7);
        let stroke = near
            .take_while(|at| !matches!(piece.kind(*at), Some(Kind::Sign(',' | ';' | '('))))
            .find(|at| piece.is_sign(*at, '/'))?;
        let noun = noun_at(piece, stroke + 1)?;
        let counted = matches!(figure.amount, Amount::Count(_) | Amount::Quantity { .. });
        (matches!(noun.kind, Noun::Unit | Noun::Group) && counted).then_some(Scope::Each)
    }

    /// "kiểm tra 02 chi hội, giám sát ít nhất 01 cuộc": units that something is done to, and not those that do the next.
    pub(super) fn is_object(&self, figure: &Figure) -> bool {
        let near = figure.at.saturating_sub(4).max(self.from)..figure.at;
        matches!(figure.amount, Amount::Count(_)) && FOUNDS.any(&self.block.piece, near)
    }

    /// Whether the next number says how much each of the units before it has to reach.
    pub(super) fn belongs(&self, figure: &Figure, next: &Figure) -> bool {
        let piece = &self.block.piece;
        let counted = !matches!(next.amount, Amount::Share(_));
        let same = figure
            .noun
            .zip(next.noun)
            .is_some_and(|(one, other)| one.known && other.known && one.kind == other.kind);
        let apart = (figure.to..next.at)
            .any(|at| piece.is_sign(at, ',') && piece.kind(at + 1) == Some(Kind::Number));
        let owns = matches!(figure.amount, Amount::Share(_))
            || next.comparison.is_some()
            || (figure.to..next.at).any(|at| piece.is(at, "có"));
        counted && next.trap.is_none() && !same && !apart && owns
    }

    /// What all units do: something counted, of which one is the least, or something that is done or not.
    pub(super) fn predicate(&self, noun: Option<Found>) -> (Threshold, Option<Found>) {
        let piece = &self.block.piece;
        let from = noun.map_or(self.from, |noun| noun.to);
        let next = self
            .numbers
            .iter()
            .find(|next| next.at > from)
            .map_or(self.end, |next| next.at);
        for at in from..next.min(from + 10) {
            if piece.is(at, "có") {
                let thing = noun_at(piece, at + 1).filter(|noun| noun.kind == Noun::Thing);
                return thing.map_or((Threshold::Done, None), |thing| {
                    (Threshold::Count(1), Some(thing))
                });
            }
            if piece.is(at, "các") {
                let thing = noun_at(piece, at + 1).filter(|noun| noun.kind == Noun::Thing);
                if let Some(thing) = thing {
                    return (Threshold::Count(1), Some(thing));
                }
            }
        }
        (Threshold::Done, None)
    }

    /// "100% cán bộ, hội viên được": the others of whom the same share is asked.
    pub(super) fn listed_after(&self, noun: Option<Found>) -> Vec<Found> {
        let piece = &self.block.piece;
        let mut others = Vec::new();
        let mut last = match noun.filter(|noun| noun.known && noun.kind == Noun::Person) {
            Some(noun) => noun,
            None => return others,
        };
        while piece.is_sign(last.to, ',') || piece.word(last.to) == "va" {
            let Some(next) = noun_at(piece, last.to + 1)
                .filter(|next| next.kind == Noun::Person && next.to <= self.end)
            else {
                break;
            };
            others.push(next);
            last = next;
        }
        others
    }

    /// Who each is: "mỗi đoàn viên, thanh niên".
    pub(super) fn members(&self) -> Vec<Found> {
        let piece = &self.block.piece;
        let first = (self.from..self.end).find_map(|at| {
            let each = piece.marked(at, at + 1);
            matches!(each.as_str(), "mỗi" | "từng")
                .then(|| noun_at(piece, at + 1))
                .flatten()
        });
        let mut all: Vec<Found> = first.into_iter().collect();
        all.extend(self.listed_after(first));
        all
    }

    /// What a share is of that stands before it: "tập hợp thanh niên đạt tỷ lệ 70%".
    pub(super) fn population_before(&self, at: usize) -> Option<Found> {
        let piece = &self.block.piece;
        let nouns =
            || (self.from..at).filter_map(|from| noun_at(piece, from).filter(|noun| noun.to <= at));
        let rate = (self.from..at).find(|at| piece.says(*at, "ty le"));
        nouns()
            .find(|noun| {
                matches!(
                    noun.kind,
                    Noun::Person | Noun::Home | Noun::Unit | Noun::Group
                )
            })
            .or_else(|| {
                let after = |noun: &Found| rate.is_some_and(|rate| rate < noun.from);
                nouns().find(|noun| noun.kind == Noun::Thing && after(noun))
            })
    }

    /// What a share says: of units how many of them, of people how many of all.
    pub(super) fn of_share(
        &self,
        points: u32,
        figure: &Figure,
        shared: &dyn Fn(Threshold, Scope, String, Comparison) -> TargetProposal,
        words: &dyn Fn(Option<Found>) -> String,
    ) -> Vec<TargetProposal> {
        let noun = figure.noun;
        let comparison = figure.comparison.unwrap_or_default();
        let all = points == 10_000;
        let is_unit = noun.is_some_and(|noun| match noun.kind {
            Noun::Unit => noun.known,
            Noun::Group => noun.known && self.small,
            _ => false,
        });
        if is_unit && comparison != Comparison::LessThan && comparison != Comparison::AtMost {
            let scope = if all {
                Scope::Each
            } else {
                Scope::ShareOfUnits(Share::of(points))
            };
            let (value, counted) = self.predicate(noun);
            return vec![shared(
                value,
                scope,
                counted.map_or_else(|| words(noun), |noun| words(Some(noun))),
                Comparison::AtLeast,
            )];
        }
        // "đạt tỷ lệ 70%": what the share is of stands before it.
        let before = noun
            .is_none_or(|noun| !noun.known)
            .then(|| self.population_before(figure.at))
            .flatten();
        let scope = if all { Scope::Each } else { Scope::Whole };
        let value = Threshold::BasisPoints(Share::of(points));
        let mut nouns = vec![before.or(noun)];
        if before.is_none() {
            nouns.extend(self.listed_after(noun).into_iter().map(Some));
        }
        nouns
            .into_iter()
            .map(|noun| shared(value, scope, words(noun), comparison))
            .collect()
    }
}
