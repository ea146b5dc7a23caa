//! Sentences of a paragraph: what ends with a full stop or a semicolon.

use super::piece::Piece;
use super::table::Table;
use super::token::Kind;

/// How many tokens a sentence has at most; more are a list that nobody ended.
const LONGEST: usize = 500;

/// Words after which a dot ends nothing.
static SHORT: Table<()> = Table::of(&[
    ("TP", ()),
    ("TT", ()),
    ("Tx", ()),
    ("Q", ()),
    ("P", ()),
    ("H", ()),
    ("st", ()),
    ("vv", ()),
    ("TS", ()),
    ("ThS", ()),
    ("TM", ()),
    ("T", ()),
]);

/// The first token of each sentence from `from` on, and the one past its last.
pub(super) fn sentences(piece: &Piece<'_>, from: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = from;
    let mut depth = 0_usize;
    for at in from..piece.len() {
        match piece.kind(at) {
            Some(Kind::Sign('(')) => depth += 1,
            Some(Kind::Sign(')')) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if ends(piece, at, depth) || at - start >= LONGEST {
            push(&mut found, piece, start, at + 1);
            start = at + 1;
        }
    }
    push(&mut found, piece, start, piece.len());
    found
}

fn push(found: &mut Vec<(usize, usize)>, piece: &Piece<'_>, start: usize, end: usize) {
    let words = (start..end).any(|at| !matches!(piece.kind(at), Some(Kind::Sign(_)) | None));
    if words {
        found.push((start, end));
    }
}

fn ends(piece: &Piece<'_>, at: usize, depth: usize) -> bool {
    let Some(Kind::Sign(sign)) = piece.kind(at) else {
        return false;
    };
    if depth > 0 || piece.is_quoted(at) || piece.touches(at) && sign == '.' {
        return false;
    }
    match sign {
        // "vào các ngày: 17/3/2024; 26/5/2024": one list of days.
        ';' => !matches!(piece.kind(at + 1), Some(Kind::Date(_))),
        '!' | '?' => true,
        '.' => {
            let short = at.checked_sub(1).is_some_and(|last| {
                SHORT.at(piece, last).is_some()
                    && piece.written(last, at).len() <= 3
                    && piece.is_capital(last)
            });
            // "… quý I. (Dự kiến ngày 12/3/2023)": the day belongs to the sentence before it.
            let aside = piece.is_sign(at + 1, '(');
            let goes_on = piece.is_word(at + 1) && !piece.is_capital(at + 1);
            !short && !aside && !goes_on
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece::Piece;
    use super::sentences;

    #[test]
    fn what_ends_a_sentence() {
        for (text, expected) in [
            ("Một. Hai; ba.", "Một.|Hai;|ba."),
            (
                "Sinh hoạt quý I. (Dự kiến ngày 12/3/2023)",
                "Sinh hoạt quý I. (Dự kiến ngày 12/3/2023)",
            ),
            ("tại TP. Hồ Chí Minh. Xong", "tại TP. Hồ Chí Minh.|Xong"),
            ("Trồng 3.000 cây. Đạt 98,5%.", "Trồng 3.000 cây.|Đạt 98,5%."),
            ("Hội trại (có a; b). Xong", "Hội trại (có a; b).|Xong"),
            ("nói “Một. Hai” rồi", "nói “Một. Hai” rồi"),
        ] {
            let piece = Piece::of(text, 0..text.len());
            let said: Vec<&str> = sentences(&piece, 0)
                .iter()
                .map(|(from, end)| piece.written(*from, *end))
                .collect();
            assert_eq!(said.join("|"), expected);
        }
    }
}
