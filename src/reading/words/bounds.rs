//! How a number binds: at least, at most, and for which span of time.

use super::super::piece::Piece;
use super::super::table::Table;
use crate::plan::{Cadence, Comparison};

use Comparison::{AtLeast, AtMost, Exactly, LessThan, MoreThan};

/// Words right before a number.
static BEFORE: Table<Comparison> = Table::of(&[
    ("ít nhất", AtLeast),
    ("ít nhất là", AtLeast),
    ("tối thiểu", AtLeast),
    ("tối thiểu là", AtLeast),
    ("không dưới", AtLeast),
    ("không ít hơn", AtLeast),
    ("không thấp hơn", AtLeast),
    ("đạt ít nhất", AtLeast),
    ("=từ", AtLeast),
    ("không quá", AtMost),
    ("không để quá", AtMost),
    ("không để xảy ra quá", AtMost),
    ("không xảy ra quá", AtMost),
    ("không có quá", AtMost),
    ("không vượt quá", AtMost),
    ("không nhiều hơn", AtMost),
    ("tối đa", AtMost),
    ("tối đa là", AtMost),
    ("nhiều nhất", AtMost),
    ("=trên", MoreThan),
    ("=hơn", MoreThan),
    ("=vượt", MoreThan),
    ("cao hơn", MoreThan),
    ("nhiều hơn", MoreThan),
    ("ít nhất trên", MoreThan),
    ("=dưới", LessThan),
    ("ít hơn", LessThan),
    ("thấp hơn", LessThan),
    ("=đúng", Exactly),
]);

/// Words right after a number.
static AFTER: Table<Comparison> = Table::of(&[("trở lên", AtLeast), ("trở xuống", AtMost)]);

/// Words that say that a number is to be reached.
static AIMS: Table<()> = Table::of(&[
    ("phấn đấu", ()),
    ("phần đấu", ()),
    ("phấn đầu", ()),
    ("đảm bảo", ()),
    ("bảo đảm", ()),
    ("chỉ tiêu", ()),
    ("mục tiêu", ()),
    ("phải đạt", ()),
    ("đạt tỷ lệ", ()),
    ("đạt từ", ()),
]);

/// How the number that begins at `from` and ends before `to` compares, where the words beside it say so.
pub(in crate::reading) fn comparison(
    piece: &Piece<'_>,
    from: usize,
    to: usize,
) -> Option<Comparison> {
    let signs = |at: usize| match piece.word(at) {
        "≥" => Some(AtLeast),
        "≤" => Some(AtMost),
        ">" if piece.is_sign(at + 1, '=') => Some(AtLeast),
        "<" if piece.is_sign(at + 1, '=') => Some(AtMost),
        ">" => Some(MoreThan),
        "<" => Some(LessThan),
        _ => None,
    };
    let sign = from.checked_sub(1).and_then(|at| match piece.word(at) {
        "=" => at.checked_sub(1).and_then(signs),
        _ => signs(at),
    });
    let before = BEFORE.before(piece, from).map(|(_, means)| *means);
    let after = (to..to + 6).find_map(|at| AFTER.at(piece, at).map(|(_, means)| *means));
    match (sign, before, after) {
        (Some(sign), _, _) => Some(sign),
        // "từ 85% trở lên", "trên 300 lao động trở lên": the number itself counts.
        (_, Some(AtLeast | MoreThan) | None, Some(after)) => Some(after),
        (_, before, _) => before,
    }
}

/// Whether words before a number say that it is to be reached.
pub(in crate::reading) fn aims(piece: &Piece<'_>, from: usize, to: usize) -> bool {
    AIMS.any(piece, from..to)
}

use Cadence::{Day, HalfYear, Month, Quarter, SchoolYear, Week, Year};

static CADENCES: Table<Cadence> = Table::of(&[
    ("hằng năm", Year),
    ("hàng năm", Year),
    ("=mỗi năm", Year),
    ("=một năm", Year),
    ("=từng năm", Year),
    ("mỗi năm học", SchoolYear),
    ("hằng quý", Quarter),
    ("hàng quý", Quarter),
    ("=mỗi quý", Quarter),
    ("=một quý", Quarter),
    ("hằng tháng", Month),
    ("hàng tháng", Month),
    ("=mỗi tháng", Month),
    ("=một tháng", Month),
    ("hằng tuần", Week),
    ("hàng tuần", Week),
    ("=mỗi tuần", Week),
    ("=một tuần", Week),
    ("hằng ngày", Day),
    ("hàng ngày", Day),
    ("=mỗi ngày", Day),
    ("mỗi 6 tháng", HalfYear),
    ("mỗi 06 tháng", HalfYear),
    ("6 tháng một lần", HalfYear),
    ("6 tháng 1 lần", HalfYear),
]);

/// The span that a word after "/" or "trong" names: "02 lần/năm", "01 buổi / quý".
static SPANS: Table<Cadence> = Table::of(&[
    ("năm", Year),
    ("năm học", SchoolYear),
    ("quý", Quarter),
    ("tháng", Month),
    ("tuần", Week),
    ("ngày", Day),
]);

/// For which span of time the figure at `at` holds: what the sentence says before it, or what follows it up to `end`.
pub(in crate::reading) fn cadence(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    end: usize,
) -> Option<Cadence> {
    let slash = (at..end.min(at + 8)).find(|at| piece.is_sign(*at, '/'));
    if let Some((_, span)) = slash.and_then(|at| SPANS.at(piece, at + 1)) {
        return Some(*span);
    }
    let said = |range: std::ops::Range<usize>| {
        let mut range = range.filter(|at| !piece.is_quoted(*at));
        range.find_map(|at| CADENCES.at(piece, at).map(|(_, span)| *span))
    };
    if let Some(span) = said(at..end).or_else(|| said(from..at)) {
        return Some(span);
    }
    let within = (from..end).any(|at| {
        piece.says(at, "trong nam")
            && !matches!(piece.kind(at + 2), Some(super::super::token::Kind::Number))
            && !piece.says(at + 2, "hoc")
    });
    within.then_some(Year)
}

/// The span that a word names: "quý" after "lần/".
pub(in crate::reading) fn span_at(piece: &Piece<'_>, at: usize) -> Option<Cadence> {
    SPANS.at(piece, at).map(|(_, span)| *span)
}

/// The cadence that begins at a token.
pub(in crate::reading) fn cadence_at(piece: &Piece<'_>, at: usize) -> Option<(usize, Cadence)> {
    let found = CADENCES.at(piece, at).filter(|_| !piece.is_quoted(at));
    found.map(|(len, span)| (len, *span))
}

#[cfg(test)]
mod tests {
    use super::super::super::piece::Piece;
    use super::super::super::token::Kind;
    use super::{cadence, comparison};

    #[test]
    fn words_beside_a_number() {
        for (text, said, span) in [
            ("ít nhất 02 buổi mỗi quý", "Some(AtLeast)", "Some(Quarter)"),
            ("không quá 2 đơn vị", "Some(AtMost)", "None"),
            ("trên 90 chi hội", "Some(MoreThan)", "None"),
            ("trên 300 lao động trở lên", "Some(AtLeast)", "None"),
            ("từ 85 hộ trở lên", "Some(AtLeast)", "None"),
            ("≥ 24", "Some(AtLeast)", "None"),
            ("hằng năm 70 đoàn viên", "None", "Some(Year)"),
            ("01 lần/ năm", "None", "Some(Year)"),
            ("đúng 01 điểm", "Some(Exactly)", "None"),
            ("hướng dẫn 01 nhóm", "None", "None"),
        ] {
            let piece = Piece::of(text, 0..text.len());
            let at = (0..piece.len())
                .find(|at| piece.kind(*at) == Some(Kind::Number))
                .unwrap();
            assert_eq!(
                format!("{:?}", comparison(&piece, at, at + 1)),
                said,
                "{text}"
            );
            let span_read = cadence(&piece, 0, at, piece.len());
            assert_eq!(format!("{span_read:?}"), span, "{text}");
        }
    }
}
