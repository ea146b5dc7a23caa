//! Numbers written in words, and numbers written twice.

use super::amount::Amount;
use super::figure::{Read, is_dong};
use super::piece::Piece;
use super::table::Table;
use super::words::bounds::comparison;
use super::words::nouns::{Noun, noun_after};
use crate::text::{DIGITS, is_plain, parse_count, spelled};

/// What a number in words begins with.
static BEGINS: Table<i64> = Table::of(&DIGITS);

/// The number that some words make, and the token past the last of them.
fn words(piece: &Piece<'_>, at: usize, end: usize) -> Option<(i64, usize)> {
    if BEGINS.at(piece, at).is_none() && !piece.is(at, "mười") {
        return None;
    }
    let is = |n: usize, word: &str| {
        let at = at + n;
        at < end && piece.is(at, word) && piece.is_word(at) && !piece.is_quoted(at)
    };
    spelled(&is).map(|(value, len)| (value, at + len))
}

/// "hai mươi lăm đoàn viên", "ba (03) căn nhà", "ít nhất một buổi", "năm trăm triệu đồng". One word that may be another
/// ("năm", "ba") is a number only where something says so.
pub(super) fn in_words(piece: &Piece<'_>, at: usize, end: usize) -> Option<Read> {
    let (count, last) = words(piece, at, end)?;
    // "thứ hai mươi", "lần thứ ba": which one, and no number of anything.
    if at
        .checked_sub(1)
        .is_some_and(|last| piece.is_one(last, &["thứ", "lần", "tháng", "khóa"]))
    {
        return None;
    }
    let digits = piece
        .number(last + 1)
        .filter(|_| piece.is_sign(last, '(') && piece.is_sign(last + 2, ')'));
    let again = digits.and_then(|digits| parse_count(digits).ok()) == Some(count);
    let to = if again { last + 3 } else { last };
    let plain = again || is_plain(last - at, piece.letters(at));
    if plain && piece.says(to, "phan tram") {
        let points = u32::try_from(count.checked_mul(100)?).ok()?;
        return Some(Read {
            amount: Amount::Share(points),
            to: to + 2,
            range: false,
            up_to: None,
            noun_at: to + 2,
        });
    }
    if plain && is_dong(piece, to) {
        return Some(Read {
            amount: Amount::Money(count),
            to: to + 1,
            range: false,
            up_to: None,
            noun_at: to + 1,
        });
    }
    if !plain {
        comparison(piece, at, to)?;
    }
    let noun = noun_after(piece, to, end)?;
    (noun.known && noun.kind != Noun::Time).then_some(Read {
        amount: Amount::Count(count),
        to,
        range: false,
        up_to: None,
        noun_at: to,
    })
}

/// The token after a number that ends before `to`, past its words in brackets: "03 (ba)".
pub(super) fn repeated(piece: &Piece<'_>, at: usize, to: usize, end: usize) -> usize {
    let said = || {
        let count = parse_count(piece.number(at)?).ok()?;
        let (value, close) = words(piece, to + 1, end).filter(|_| piece.is_sign(to, '('))?;
        (value == count && piece.is_sign(close, ')')).then_some(close + 1)
    };
    said().unwrap_or(to)
}
