//! By how much something is to grow or shrink: "tăng 10% so với năm trước", as a plan writes it.

use super::amount::Amount;
use super::figure::Figure;
use super::piece::Piece;
use super::token::Kind;
use crate::plan::{Comparison, Ratio, Threshold};

const ALL: i64 = 10_000;

/// What it comes to against the number before, and how that compares: 10 % less is at most 90 %. None where no word says
/// which way it goes.
pub(super) fn turned(
    piece: &Piece<'_>,
    (from, end): (usize, usize),
    figure: &Figure,
) -> Option<(Threshold, Comparison)> {
    // "Giảm 05 hộ nghèo" alone is counted: those who are poor no longer.
    let counted =
        !matches!(figure.amount, Amount::Share(_)) && compared(piece, figure.to, end).is_none();
    if !figure.change || counted {
        return None;
    }
    let falls = falls(piece, from, figure.at)?;
    let signed = |number: i64| if falls { -number } else { number };
    let value = match figure.amount {
        Amount::Share(points) => {
            let points = i64::from(points);
            // Hundredths of a percent are written where there are some.
            let (by, all) = match points % 100 {
                0 => (points / 100, 100),
                _ => (points, ALL),
            };
            Threshold::Ratio(Ratio::new(all.checked_add(signed(by))?, all)?)
        }
        Amount::Count(number) => Threshold::Count(signed(number)),
        Amount::Quantity { steps, .. } => Threshold::Quantity(signed(steps)),
        Amount::Money(dong) => Threshold::Money(signed(dong)),
    };
    let said = figure.comparison.unwrap_or_default();
    Some((value, if falls { turned_round(said) } else { said }))
}

/// The nearest word before a number that says which way it goes.
fn falls(piece: &Piece<'_>, from: usize, at: usize) -> Option<bool> {
    (from..at)
        .rev()
        .take_while(|at| !matches!(piece.kind(*at), Some(Kind::Sign(';'))))
        .find_map(|at| match piece.letters(at) {
            "giảm" | "hạ" => Some(true),
            "tăng" => Some(false),
            _ => None,
        })
}

/// "Giảm ít nhất" is at most what is left.
const fn turned_round(how: Comparison) -> Comparison {
    match how {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::LessThan => Comparison::MoreThan,
        kept => kept,
    }
}

/// Words that compare with what was before.
fn compared(piece: &Piece<'_>, to: usize, end: usize) -> Option<usize> {
    let number = |at: usize| {
        piece.kind(at) == Some(Kind::Number)
            && !matches!(piece.word(at.saturating_sub(1)), "nam" | "thang" | "quy")
    };
    // What is compared behind another number is that one.
    (to..end)
        .take_while(|at| !number(*at))
        .find(|at| piece.says(*at, "so voi") || piece.says(*at, "cung ky"))
}

/// "lên 65%, tăng 3% so với năm 2024": how much of what the number before is reached by the step, and no target of its own.
pub(super) fn explains(piece: &Piece<'_>, figure: &Figure, before: &Figure) -> bool {
    let share = |of: &Figure| matches!(of.amount, Amount::Share(_));
    let clause =
        (before.to..figure.at).find(|at| piece.is_sign(*at, ',') || piece.is_sign(*at, '('));
    let only = clause.is_some_and(|sign| {
        (sign + 1..figure.at)
            .all(|at| piece.is_one(at, &["tăng", "giảm", "thêm", "ít", "nhất", "hơn", "là"]))
            && sign + 1 < figure.at
    });
    figure.change && !before.change && share(figure) == share(before) && only
}

/// Words that name the level which is reached, and no change.
const LEVELS: [&str; 8] = [
    "giảm còn",
    "tăng lên",
    "giảm xuống",
    "xuống còn",
    "giảm xuống còn",
    "nâng lên",
    "xuống dưới",
    "giảm dưới",
];

/// Whether it says by how much something grows or shrinks: "tăng 5%", "giảm 10% so với".
pub(super) fn changes(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    to: usize,
    end: usize,
    percent: bool,
) -> bool {
    let compared = compared(piece, to, end).is_some();
    let says = |at: usize, word: &str| piece.letters(at) == word;
    let near = from.max(at.saturating_sub(6))..at;
    let clause = near
        .clone()
        .rev()
        .find(|at| matches!(piece.kind(*at), Some(Kind::Sign(',' | ';'))));
    let mut near = clause.map_or(near.start, |comma| comma + 1)..at;
    let falls = near
        .clone()
        .any(|at| says(at, "giảm") && !piece.says(at + 1, "ngheo"));
    let verb = falls || near.any(|at| says(at, "tăng"));
    let is_level = |at: usize, words: &str| {
        words.split(' ').next() == Some(piece.letters(at))
            && piece.marked(at, at + words.split(' ').count()) == words
    };
    let level = || (from..at).any(|at| LEVELS.iter().any(|words| is_level(at, words)));
    compared || ((verb && percent || falls) && !level())
}
