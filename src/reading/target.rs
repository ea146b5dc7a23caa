//! Targets out of sentences.

use super::amount::Amount;
use super::change::{explains, turned};
use super::context::{Block, Lead};
use super::figure::{Figure, figures};
use super::label::labelled;
use super::lead::over;
use super::measured::{IN_DOUBT, RATE, measure};
use super::proposal::{Grade, TargetProposal};
use super::token::Kind;
use super::words::aims::{FOUNDS, VERBS};
use super::words::bounds::aims;
use super::words::nouns::{Found, Noun};
use super::words::roles::Role;
use super::words::traps::Trap;
use crate::plan::{Cadence, Comparison, Scope, Share, Threshold};
use crate::text::single_line;

pub(super) const RANGE: &str = "Văn bản nêu một khoảng: ít nhất là số nhỏ, nhiều nhất là số lớn.";

/// The targets of one sentence, from token `from` to `end`, and what of its numbers is none.
pub(super) fn targets(
    block: &Block<'_>,
    carried: Lead,
    (from, end): (usize, usize),
    small: bool,
) -> (Vec<TargetProposal>, Vec<(Figure, Option<Trap>)>) {
    let numbers = figures(&block.piece, from, end);
    let reader = Reader {
        block,
        lead: over(carried, block.lead),
        from,
        end,
        small,
        numbers: &numbers,
    };
    let mut found = Vec::new();
    let mut left = Vec::new();
    // What "100% cơ sở" or "11 phường" says of the numbers after it.
    let mut scope = reader.each_before(from);
    let mut consumed = None;
    for (n, figure) in numbers.iter().enumerate() {
        let refused = figure
            .trap
            .filter(|trap| *trap != Trap::State || !reader.all_have(figure.at))
            .or_else(|| reader.refused(figure, scope.is_some()));
        if consumed == Some(n) {
            continue;
        }
        let before = n.checked_sub(1).and_then(|before| numbers.get(before));
        if before.is_some_and(|before| explains(&block.piece, figure, before)) {
            left.push((*figure, Some(Trap::State)));
            continue;
        }
        if let Some(trap) = refused.filter(|trap| *trap != Trap::Owners) {
            left.push((*figure, Some(trap)));
            continue;
        }
        let next = numbers
            .iter()
            .skip(n + 1)
            .find(|next| next.trap != Some(Trap::Condition))
            .filter(|next| reader.belongs(figure, next) && !reader.is_object(figure));
        if let (Some(_), Some(units)) = (next, reader.unit_scope(figure)) {
            scope = Some(units);
            continue;
        }
        if let Some(trap) = refused {
            left.push((*figure, Some(trap)));
            continue;
        }
        left.push((*figure, None));
        let scope = scope
            .or_else(|| reader.per_unit(figure))
            .or_else(|| reader.each_of(figure));
        found.extend(reader.read(figure, n, scope));
        consumed = None;
    }
    let settled = |trap: Option<Trap>| trap.is_some_and(Trap::is_settled);
    if found.is_empty()
        && left
            .iter()
            .all(|(_, trap)| settled(*trap) || *trap == Some(Trap::Owners))
    {
        found.extend(reader.marked());
    }
    if found.is_empty() && numbers.iter().all(|figure| settled(figure.trap)) {
        found.extend(reader.done());
    }
    (found, left)
}

pub(super) struct Reader<'r, 'a> {
    pub block: &'r Block<'a>,
    /// What the lines above and the sentence before say of its numbers.
    pub lead: Lead,
    pub from: usize,
    pub end: usize,
    /// Whether groups (chi hội, chi đoàn) are what reports.
    pub small: bool,
    pub numbers: &'r [Figure],
}

impl Reader<'_, '_> {
    /// Why a number that no trap holds is no target here.
    fn refused(&self, figure: &Figure, scoped: bool) -> Option<Trap> {
        let piece = &self.block.piece;
        let noun = figure.noun.filter(|noun| noun.known);
        if let Some(trap) = labelled(piece, self.from, figure.at) {
            return Some(trap);
        }
        match self.block.role {
            Role::Situation => return Some(Trap::State),
            Role::Rules => return Some(Trap::Condition),
            Role::Contact | Role::Time | Role::Timeline => return Some(Trap::Unsaid),
            _ => {}
        }
        let bound = figure.comparison.is_some();
        let aimed = aims(piece, self.from, figure.at);
        let share = matches!(figure.amount, Amount::Share(_));
        let units = noun.is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group));
        let near = (self.from..figure.at).any(|at| VERBS.at(piece, at).is_some());
        // "Hội nghị có 120 đại biểu": who is there, not what is reached.
        if noun.is_some_and(|noun| piece.says(noun.from, "dai bieu"))
            && self.block.role != Role::Targets
        {
            return Some(Trap::Composition);
        }
        let founding = (figure.at.saturating_sub(4).max(self.from)..figure.at)
            .any(|at| FOUNDS.at(piece, at).is_some());
        let aimed_at = piece.said(figure.at, "chi tieu");
        if units
            && !share
            && !bound
            && !aimed_at
            && !self.all_have(figure.at)
            && !(founding && (self.block.role == Role::Targets || near))
        {
            return Some(Trap::Owners);
        }
        if self.block.role == Role::Targets {
            let says = noun.is_some()
                || bound
                || share
                || near
                || matches!(figure.amount, Amount::Money(_));
            return (!says).then_some(Trap::Unsaid);
        }
        if matches!(self.block.role, Role::Purpose | Role::Reporting) {
            return (!(aimed && (share || noun.is_some()))).then_some(Trap::Unsaid);
        }
        if share {
            return None;
        }
        // "Mỗi chi đoàn đóng góp 05 chậu hoa": a noun that no table knows.
        if scoped && figure.noun.is_some() && !units {
            return None;
        }
        let counts = (noun.is_some() || matches!(figure.amount, Amount::Money(_)))
            && (near || scoped || aimed);
        let least = matches!(figure.comparison, Some(Comparison::AtLeast))
            && noun.is_some()
            && !figure.range
            && !piece.said(figure.at, "tu");
        let has = piece.reads(self.from, "có") && noun.is_some();
        let ranged = figure.range
            && noun.is_some()
            && (self.from..figure.at).any(|at| piece.reads(at, "có"));
        let marked =
            bound && figure.noun.is_some() && (near || scoped || aimed) || least || has || ranged;
        (!(counts || marked)).then_some(Trap::Unsaid)
    }

    /// The targets that a number sets: one, or one for each of those whom it names.
    fn read(&self, figure: &Figure, n: usize, scope: Option<Scope>) -> Vec<TargetProposal> {
        let piece = &self.block.piece;
        let span = self.cadence(figure, n);
        let comparison = figure.comparison.unwrap_or_default();
        let mut reasons = Vec::new();
        if figure.range {
            reasons.push(RANGE.to_owned());
        }
        if figure.broken {
            reasons.push("Số lẻ: kế hoạch đếm số nguyên, hãy đổi sang đơn vị nhỏ hơn.".to_owned());
        }
        if figure.change {
            reasons.push("Số là mức tăng hoặc giảm: cần số trước đó của từng đơn vị.".to_owned());
        }
        if figure.doubtful {
            reasons.push(IN_DOUBT.to_owned());
        }
        let rate = matches!(figure.amount, Amount::Quantity { unit, .. } if unit.contains('/'));
        if rate {
            reasons.push(RATE.to_owned());
        }
        let known = figure.noun.is_some_and(|noun| noun.known);
        let money = matches!(figure.amount, Amount::Money(_));
        // "70% đoàn viên tham gia ít nhất 02 hoạt động": what each of them does, which no number of all says.
        let of_people = n
            .checked_sub(1)
            .and_then(|last| self.numbers.get(last))
            .is_some_and(|last| {
                matches!(last.amount, Amount::Share(_))
                    && matches!(figure.amount, Amount::Count(_))
                    && last
                        .noun
                        .is_some_and(|noun| noun.known && noun.kind == Noun::Person)
                    && self.clause(figure.at) <= last.at
            });
        if of_people {
            reasons.push("Số của mỗi người trong tỷ lệ đứng trước: xem lại cách tính.".to_owned());
        }
        let grade = if figure.change || figure.broken || of_people || rate {
            Grade::Maybe
        } else if figure.range || figure.doubtful {
            Grade::Likely
        } else if known || money {
            let aimed = aims(piece, self.from, figure.at) || figure.comparison.is_some();
            let place = self.block.role == Role::Targets;
            let share = matches!(figure.amount, Amount::Share(_));
            // Who comes to an event on a day is seldom what is to be reached.
            let comes = !place
                && figure.noun.is_some_and(|noun| noun.kind == Noun::Person)
                && piece.said(figure.at, "cho")
                && (self.from..self.end).any(|at| matches!(piece.kind(at), Some(Kind::Date(_))));
            if comes {
                Grade::Maybe
            } else if place || aimed || share || scope.is_some() {
                Grade::Sure
            } else {
                Grade::Likely
            }
        } else if matches!(figure.amount, Amount::Share(_)) {
            Grade::Likely
        } else {
            Grade::Maybe
        };
        let shared = |value, scope, noun: String, comparison| {
            self.proposal(
                figure,
                n,
                value,
                comparison,
                scope,
                span,
                noun,
                grade,
                reasons.clone(),
            )
        };
        let noun = figure.noun;
        let words = |noun: Option<Found>| {
            noun.map_or_else(String::new, |noun| {
                single_line(piece.written(noun.from, noun.to)).into_owned()
            })
        };
        if let Some((value, comparison)) = turned(piece, (self.from, self.end), figure) {
            let before = noun
                .is_none_or(|noun| !noun.known)
                .then(|| self.population_before(figure.at))
                .flatten();
            let scope = scope.unwrap_or(Scope::Whole);
            let mut proposal = shared(value, scope, words(before.or(noun)), comparison);
            proposal.change = true;
            return vec![proposal];
        }
        let mut found = match figure.amount {
            Amount::Share(points) => self.of_share(points, figure, &shared, &words),
            Amount::Money(dong) => vec![shared(
                Threshold::Money(dong),
                scope.unwrap_or(Scope::Whole),
                "đồng".to_owned(),
                comparison,
            )],
            Amount::Count(_) | Amount::Quantity { .. } if scope == Some(Scope::EachMember) => self
                .members()
                .into_iter()
                .map(|noun| {
                    shared(
                        Threshold::BasisPoints(Share::of(10_000)),
                        Scope::EachMember,
                        words(Some(noun)),
                        Comparison::AtLeast,
                    )
                })
                .collect(),
            Amount::Quantity { steps, .. } => vec![shared(
                Threshold::Quantity(steps),
                scope.unwrap_or(Scope::Whole),
                words(noun),
                comparison,
            )],
            Amount::Count(count) => {
                vec![shared(
                    Threshold::Count(count),
                    scope.unwrap_or(Scope::Whole),
                    words(noun),
                    comparison,
                )]
            }
        };
        for one in &mut found {
            one.up_to = figure.up_to.and_then(|most| most.above(one.value));
        }
        found
    }

    #[allow(clippy::too_many_arguments, reason = "what a proposal has")]
    pub(super) fn proposal(
        &self,
        figure: &Figure,
        n: usize,
        value: Threshold,
        comparison: Comparison,
        scope: Scope,
        per: Cadence,
        noun: String,
        grade: Grade,
        reasons: Vec<String>,
    ) -> TargetProposal {
        let piece = &self.block.piece;
        let range = piece.span(self.from, self.end);
        let from = if n == 0 {
            self.from
        } else {
            self.clause(figure.at)
        };
        let next = self.numbers.get(n + 1).map(|next| self.clause(next.at));
        // Without a sign between two numbers both are of one statement.
        let to = next.filter(|next| *next > figure.at).unwrap_or(self.end);
        let text = single_line(piece.written(from, to)).replace('*', "");
        let text = text.trim_end_matches(['.', ';', ',', ' ']);
        // "30 sinh viên cấp tỉnh và": the word that leads to the next.
        let text = text.strip_suffix(" và").unwrap_or(text);
        TargetProposal {
            text: text.trim_end_matches([',', ' ']).to_owned(),
            quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
            section: self.block.place.section.clone(),
            start: range.start,
            end: range.end,
            measure: match (figure.amount, value) {
                (Amount::Quantity { decimals, unit, .. }, Threshold::Quantity(_)) => {
                    Some(measure(unit, decimals))
                }
                _ => None,
            },
            value,
            up_to: None,
            change: false,
            comparison,
            scope,
            per,
            noun,
            grade,
            reasons,
        }
    }

    /// Where the clause begins in which a number stands.
    pub(super) fn clause(&self, at: usize) -> usize {
        let piece = &self.block.piece;
        (self.from..at)
            .rev()
            .find(|at| piece.is_sign(*at, ',') || piece.word(*at) == "va")
            .map_or(self.from, |at| at + 1)
    }
}
