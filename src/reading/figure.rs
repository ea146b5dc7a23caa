//! The numbers of a sentence: how much, of what, and what speaks against it.

use super::amount::Amount;
use super::change::changes;
use super::measured::{size, steps, unit_at};
use super::piece::Piece;
use super::spelled::{in_words, repeated};
use super::token::Kind;
use super::words::bounds::comparison;
use super::words::nouns::{Found, Noun, noun_after, noun_at};
use super::words::traps::{Trap, trap};
use crate::plan::Comparison;
use crate::text::{parse_count, parse_dong, parse_percent};

/// A number of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Its first token, and the one past its last.
    pub at: usize,
    pub to: usize,
    pub amount: Amount,
    /// What it counts.
    pub noun: Option<Found>,
    pub comparison: Option<Comparison>,
    /// Whether a second number ends a range that it begins.
    pub range: bool,
    /// That second number.
    pub up_to: Option<Amount>,
    /// Whether it is not whole, and a plan counts in whole numbers.
    pub broken: bool,
    /// Whether its point or comma may mean something else than it is read for.
    pub doubtful: bool,
    /// Whether it says by how much something grows or shrinks.
    pub change: bool,
    /// Why it is no target.
    pub trap: Option<Trap>,
}

/// All numbers of the sentence between two tokens, in order.
pub(super) fn figures(piece: &Piece<'_>, from: usize, end: usize) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        match figure(piece, from, at, end) {
            Some(figure) => {
                at = figure.to.max(at + 1);
                found.push(figure);
            }
            None => at += 1,
        }
    }
    found
}

fn figure(piece: &Piece<'_>, from: usize, at: usize, end: usize) -> Option<Figure> {
    let mut read = fraction(piece, at, end)
        .or_else(|| number(piece, at, end))
        .or_else(|| in_words(piece, at, end))?;
    // "từ 70% đến 80%", "50 triệu đồng - 70 triệu đồng": the second ends the range that the first begins.
    if let Some(last) = ranges(piece, at, &read, end) {
        let (least, most) = read.amount.alike(last.amount);
        read.amount = least;
        read.range = true;
        read.up_to = Some(most);
        read.to = last.to;
        read.noun_at = last.noun_at;
    }
    let Read {
        amount,
        to,
        range,
        up_to,
        noun_at,
    } = read;
    // "1,2 nghìn tấn", "hai tấn": counted so far.
    let counted = matches!(amount, Amount::Count(_));
    let unit = counted.then(|| unit_at(piece, noun_at)).flatten();
    let unit = unit.map(|(_, unit)| unit);
    let (amount, up_to) = (amount.in_unit(unit), up_to.map(|most| most.in_unit(unit)));
    let quantity = matches!(amount, Amount::Quantity { .. });
    let start = leaves(piece, to, end);
    let noun = noun_after(piece, noun_at, end);
    let percent = matches!(amount, Amount::Share(_));
    let price = matches!(amount, Amount::Money(_)) && piece.is_sign(to, '/');
    let trap = trap(piece, (from, end), (at, to), noun, percent)
        .or(price.then_some(Trap::Price))
        .or(start.then_some(Trap::State))
        .or_else(|| gift_price(piece, from, (at, to), amount))
        .or_else(|| {
            quantity
                .then(|| size(piece, (from, at), (noun_at, end)))
                .flatten()
        });
    let comparison = if range {
        Some(Comparison::AtLeast)
    } else {
        comparison(piece, at, to)
            .or_else(|| reached(piece, from, at))
            .map(|how| denied(piece, from, at, how))
    };
    Some(Figure {
        at,
        to,
        amount,
        noun,
        comparison,
        range,
        up_to,
        broken: matches!(amount, Amount::Count(_))
            && piece
                .number(at)
                .is_some_and(|digits| parse_count(digits).is_err()),
        doubtful: quantity
            && piece
                .number(at)
                .and_then(steps)
                .is_some_and(|(_, _, doubtful)| doubtful),
        change: changes(piece, from, at, to, end, percent),
        trap,
    })
}

/// The number that ends a range which another began, each with its unit.
fn ranges(piece: &Piece<'_>, at: usize, first: &Read, end: usize) -> Option<Read> {
    let unit = match first.amount {
        Amount::Quantity { .. } => unit_at(piece, first.noun_at).map_or(0, |(len, _)| len),
        _ => 0,
    };
    let to = first.to + unit;
    let next = joined(piece, to).filter(|next| *next < end)?;
    let opened = piece.is_sign(to, '-') || piece.said(at, "tu") || piece.said(at, "khoang");
    let last = number(piece, next, end)?;
    let same = match (first.amount, last.amount) {
        (Amount::Share(_), Amount::Share(_)) | (Amount::Money(_), Amount::Money(_)) => true,
        (Amount::Quantity { unit, .. }, Amount::Quantity { unit: other, .. }) => unit == other,
        _ => false,
    };
    (opened && same && !first.range && !piece.is_quoted(at)).then_some(last)
}

/// The token after "-", "đến" or "tới", where one joins two numbers.
fn joined(piece: &Piece<'_>, at: usize) -> Option<usize> {
    let joint = piece.is_sign(at, '-') || piece.word(at) == "den" || piece.word(at) == "toi";
    let below = piece.marked(at + 1, at + 2) == "dưới";
    joint.then_some(at + 1 + usize::from(below))
}

/// "giảm từ 1,8% xuống còn 1,2%": what the number is before, not what is to be reached.
fn leaves(piece: &Piece<'_>, to: usize, end: usize) -> bool {
    let turns = matches!(piece.word(to), "xuong" | "len" | "con");
    turns && (to + 1..end.min(to + 5)).any(|at| piece.kind(at) == Some(Kind::Number))
}

/// "giảm còn 5%": a number that something falls to is the most.
fn reached(piece: &Piece<'_>, from: usize, at: usize) -> Option<Comparison> {
    let falls = ["con", "xuong con", "xuong"]
        .iter()
        .any(|words| piece.said(at, words));
    let verb = (from..at).any(|at| piece.is_one(at, &["giảm", "hạ"]));
    (falls && verb).then_some(Comparison::AtMost)
}

/// "không có chi hội nào dưới 70%": what nobody may fall below is the least.
fn denied(piece: &Piece<'_>, from: usize, at: usize, how: Comparison) -> Comparison {
    let none = (from..at).any(|at| {
        piece.is(at, "nào") && (at.saturating_sub(6).max(from)..at).any(|at| piece.is(at, "không"))
    });
    match how {
        Comparison::LessThan if none => Comparison::AtLeast,
        Comparison::MoreThan if none => Comparison::AtMost,
        how => how,
    }
}

/// "mỗi suất 1.000.000 đồng", "tối đa 50 triệu đồng cho mỗi căn nhà": the price of what is handed out or made.
fn gift_price(
    piece: &Piece<'_>,
    from: usize,
    (at, to): (usize, usize),
    amount: Amount,
) -> Option<Trap> {
    let after = (to..to + 3).find(|at| piece.is(*at, "mỗi"));
    let priced = after
        .and_then(|each| noun_at(piece, each + 1))
        .is_some_and(|noun| {
            matches!(
                noun.kind,
                Noun::Thing | Noun::Home | Noun::Gift | Noun::Person
            )
        });
    if priced && matches!(amount, Amount::Money(_)) {
        return Some(Trap::Price);
    }
    let each = (from..at).rev().find(|at| piece.is(*at, "mỗi"))?;
    let noun = noun_at(piece, each + 1)?;
    let money = matches!(amount, Amount::Money(_));
    let thing = matches!(noun.kind, Noun::Measure | Noun::Thing | Noun::Home);
    (noun.kind == Noun::Gift || (money && thing)).then_some(Trap::Price)
}

pub(super) struct Read {
    pub amount: Amount,
    pub to: usize,
    pub range: bool,
    pub up_to: Option<Amount>,
    pub noun_at: usize,
}

/// Whether what looks like a day is so many of so many: "8/8 chi hội".
pub(super) fn is_fraction(piece: &Piece<'_>, at: usize, end: usize) -> bool {
    let to = if piece.is_sign(at + 1, '/') {
        at + 3
    } else {
        at + 1
    };
    let criteria = piece.says(to, "tieu chi") || piece.says(to, "chi tieu");
    criteria || fraction(piece, at, end).is_some()
}

/// "8/8 chi hội", "2/3 số đại biểu": not a day, where what follows is counted.
fn fraction(piece: &Piece<'_>, at: usize, end: usize) -> Option<Read> {
    let (part, whole, to) = match piece.kind(at)? {
        Kind::Date(day) => {
            let date = piece.dates.get(day).filter(|date| date.year.is_none())?;
            (u32::from(date.day), u32::from(date.month), at + 1)
        }
        Kind::Number if piece.is_sign(at + 1, '/') => {
            (piece.small(at)?, piece.small(at + 2)?, at + 3)
        }
        _ => return None,
    };
    let noun = noun_after(piece, to, end)?;
    let counted = noun.known
        && matches!(
            noun.kind,
            Noun::Unit | Noun::Group | Noun::Person | Noun::Home | Noun::Thing
        );
    let day = ["ngay", "tu", "den", "vao"]
        .iter()
        .any(|word| piece.said(at, word) && *word != "tu");
    if !counted || day || whole == 0 || part > whole {
        return None;
    }
    let points = (u64::from(part) * 10_000 + u64::from(whole) / 2) / u64::from(whole);
    Some(Read {
        amount: Amount::Share(u32::try_from(points).ok()?),
        to,
        range: false,
        up_to: None,
        noun_at: to,
    })
}

fn number(piece: &Piece<'_>, at: usize, end: usize) -> Option<Read> {
    let digits = piece.number(at)?;
    // "20 - 25 hội viên", "từ 70 đến 80%": the first number is the least.
    let second =
        joined(piece, at + 1).filter(|second| *second < end && piece.number(*second).is_some());
    let last = second.unwrap_or(at);
    // "03 (ba) căn nhà" says one number twice.
    let after = repeated(piece, last, last + 1, end);
    let range = second.is_some() && !piece.is_quoted(at);
    let other = second.filter(|_| range).and_then(|at| piece.number(at));
    if piece.is_sign(after, '%') || piece.says(after, "phan tram") {
        let to = after + if piece.is_sign(after, '%') { 1 } else { 2 };
        let points = parse_percent(&[digits, "%"].concat()).ok()?;
        return Some(Read {
            amount: Amount::Share(u32::from(points)),
            to,
            range,
            up_to: other
                .and_then(|other| parse_percent(&[other, "%"].concat()).ok())
                .map(|points| Amount::Share(u32::from(points))),
            noun_at: to,
        });
    }
    if let Some((amount, to)) = money(piece, digits, after) {
        return Some(Read {
            amount,
            to,
            range,
            up_to: other
                .and_then(|other| money(piece, other, after))
                .map(|(amount, _)| amount),
            noun_at: to,
        });
    }
    if let Some((_, unit)) = unit_at(piece, after)
        && let Some((least, places, _)) = steps(digits)
    {
        let of = |(steps, decimals, _)| Amount::Quantity {
            steps,
            decimals,
            unit,
        };
        let amount = of((least, places, false));
        let most = other.and_then(steps).map(of);
        let (amount, up_to) = most.map_or((amount, None), |most| {
            let (amount, most) = amount.alike(most);
            (amount, Some(most))
        });
        return Some(Read {
            amount,
            to: after,
            range,
            up_to,
            noun_at: after,
        });
    }
    let count = parse_count(digits).ok().or_else(|| {
        // "1,5 lần": what is counted in halves is offered rounded down.
        let whole = digits.split(',').next()?;
        parse_count(whole).ok()
    })?;
    Some(Read {
        amount: Amount::Count(count),
        to: after,
        range,
        up_to: other
            .and_then(|other| parse_count(other).ok())
            .map(Amount::Count),
        noun_at: after,
    })
}

/// "đồng", and neither "đồng chí" nor "đồng bào", who are people.
pub(super) fn is_dong(piece: &Piece<'_>, at: usize) -> bool {
    let people = piece.is_one(at + 1, &["chí", "bào", "đội", "nghiệp", "diễn"]);
    piece.is_one(at, &["đồng", "đ", "vnđ"]) && !people
}

fn money(piece: &Piece<'_>, digits: &str, at: usize) -> Option<(Amount, usize)> {
    let unit = piece.marked(at, at + 1);
    let scale = matches!(unit.as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn");
    let dong = |at: usize| is_dong(piece, at);
    let to = match (scale, scale && dong(at + 1), dong(at)) {
        (true, true, _) => at + 2,
        (true, false, _) | (false, _, true) => at + 1,
        _ => return None,
    };
    let unit = if unit == "tỉ" {
        "tỷ"
    } else {
        unit.as_str()
    };
    let written = if scale {
        [digits, " ", unit, " đồng"].concat()
    } else {
        [digits, " đồng"].concat()
    };
    // "10 nghìn cây xanh": so many thousands of what follows.
    let counted = scale
        && !dong(at + 1)
        && noun_at(piece, at + 1)
            .is_some_and(|noun| !matches!(noun.kind, Noun::Time | Noun::Measure));
    let amount = |dong| {
        if counted {
            Amount::Count(dong)
        } else {
            Amount::Money(dong)
        }
    };
    parse_dong(&written).ok().map(|dong| (amount(dong), to))
}

#[cfg(test)]
mod tests;
