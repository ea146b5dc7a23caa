//! Milestones, units, and what was not used.

use super::context::{Block, Era};
use super::figure::Figure;
use super::proposal::{MilestoneProposal, UnitProposal, Unused};
use super::remembered::cited;
use super::token::Kind;
use super::when::days;
use super::words::nouns::{Noun, noun_at};
use super::words::reports::is_sent;
use super::words::roles::Role;
use super::words::traps::Trap;
use crate::text::single_line;

/// The milestone of a sentence: a day in front, and what happens then.
pub(super) fn milestone(
    block: &Block<'_>,
    from: usize,
    end: usize,
    era: &Era,
) -> Option<(MilestoneProposal, (usize, usize))> {
    let piece = &block.piece;
    let near = end.min(from + 14);
    let found = days(piece, from, near, era).into_iter().next()?;
    let opens = found.at <= from + 3;
    let colon = (found.to..end.min(found.to + 8)).find(|at| piece.is_sign(*at, ':'));
    let timeline = block.role == Role::Timeline;
    let steps = matches!(
        block.role,
        Role::Organisation | Role::Time | Role::Reporting
    ) && opens
        && colon.is_some();
    let steps = steps && block.place.bullet;
    if !(opens && (timeline || steps)) {
        return None;
    }
    let text =
        single_line(piece.written(colon.map_or(from, |colon| colon + 1), end)).replace('*', "");
    let range = piece.span(from, end);
    let mut when = found.when;
    if (from..end).any(|at| piece.says(at, "du kien")) {
        when.certainty = crate::plan::Certainty::Expected;
    }
    let text = text.trim_matches(['.', ';', ' ', ':', '-']).to_owned();
    (!text.is_empty()).then(|| {
        let milestone = MilestoneProposal {
            text,
            when,
            quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
            start: range.start,
            end: range.end,
        };
        (milestone, (found.at, found.to))
    })
}

/// Words that begin the name of an office.
const OFFICES: [&str; 14] = [
    "van phong",
    "uy ban kiem tra",
    "nha thieu nhi",
    "ban ",
    "hoi dong doi",
    "hoi lien hiep",
    "hoi nong dan",
    "hoi cuu chien binh",
    "hoi chu thap do",
    "cong doan",
    "doan phuong",
    "doan xa",
    "trung tam",
    "to ",
];

/// What begins like a unit and is none.
const NO_UNITS: [&str; 9] = [
    "ban hanh",
    "ban thuong vu",
    "ban chap hanh",
    "ban chi dao",
    "ban to chuc",
    "ban giam khao",
    "ban thu ky",
    "thuong truc",
    "to chuc",
];

/// The office that a paragraph on who does what begins with.
pub(super) fn unit(block: &Block<'_>) -> Option<UnitProposal> {
    if !matches!(block.role, Role::Organisation | Role::Contact) || block.place.is_heading {
        return None;
    }
    let piece = &block.piece;
    let from = block.body;
    // A body that leads reports to nobody, and "Tổ chức học tập" is a verb.
    let leads = NO_UNITS.iter().any(|words| piece.says(from, words));
    let office = piece.is_capital(from)
        && !leads
        && (OFFICES.iter().any(|office| piece.says(from, office.trim()))
            || noun_at(piece, from).is_some_and(|noun| noun.kind == Noun::Unit)
            || piece.says(from, "cac")
                && noun_at(piece, from + 1)
                    .is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group)));
    let ends = [
        "chu dong",
        "co trach nhiem",
        "chiu trach nhiem",
        "phu trach",
        "tham muu",
        "phoi hop",
        "co ke hoach",
        "huong dan",
        "xay dung",
        "theo doi",
        "bao cao",
        "tong hop",
        "tu cham",
        "tu danh gia",
        "gui",
        "to chuc",
        "chu tri",
        "la",
    ];
    let end = (from + 1..piece.len().min(from + 18)).find(|at| {
        piece.is_sign(*at, ':')
            || piece.is_sign(*at, ',')
            || ends.iter().any(|words| piece.says(*at, words))
    })?;
    let range = piece.span(from, end);
    let name = single_line(piece.written(from, end)).replace('*', "");
    (office && end > from + 1).then(|| UnitProposal {
        name: name.trim_matches([':', ' ']).to_owned(),
        level: block.level.clone(),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        start: range.start,
        end: range.end,
    })
}

/// What of a sentence nothing uses: its numbers, its days, its report.
pub(super) fn unused(
    block: &Block<'_>,
    from: usize,
    end: usize,
    left: &[(Figure, Option<Trap>)],
    claimed: &[(usize, usize)],
    reported: bool,
) -> Option<Unused> {
    let piece = &block.piece;
    let mut why: Vec<String> = Vec::new();
    let is_claimed = |at: usize| claimed.iter().any(|(from, to)| (*from..*to).contains(&at));
    for (figure, trap) in left {
        // "Báo cáo 6 tháng": the span that a report covers is part of what it is called.
        let covered = |trap: Trap| reported && trap == Trap::Span;
        let reason = trap
            .filter(|trap| !trap.is_settled() && !covered(*trap) && !is_claimed(figure.at))
            .map(Trap::why);
        if let Some(reason) = reason.filter(|reason| !why.iter().any(|said| said == reason)) {
            why.push(reason.to_owned());
        }
    }
    let day = (from..end).any(|at| {
        let cited = cited(piece, at);
        matches!(piece.kind(at), Some(Kind::Date(_)))
            && !cited
            && !super::figure::is_fraction(piece, at, end)
            && !piece.is_quoted(at)
            && !is_claimed(at)
    });
    if day {
        why.push("Có ngày chưa dùng đến.".to_owned());
    }
    let sent = || block.role == Role::Reporting && (from..end).any(|at| is_sent(piece, at));
    let report = (from..end).any(|at| piece.says(at, "bao cao")) || sent();
    if report && !reported {
        why.push("Có nhắc đến báo cáo.".to_owned());
    }
    let range = piece.span(from, end);
    (!why.is_empty()).then(|| Unused {
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        start: range.start,
        end: range.end,
        why: why.join(" "),
    })
}
