//! The noun that a number counts.

use super::super::piece::Piece;
use super::super::table::Table;
use super::counted::NOUNS;
pub(in crate::reading) use super::counted::Noun;

use Noun::{Home, Person};

/// A noun that was found.
#[derive(Clone, Copy, Debug)]
pub(in crate::reading) struct Found {
    /// Its first token, and the one past its last.
    pub from: usize,
    pub to: usize,
    pub kind: Noun,
    /// Whether it stands in the table; else it is the words that follow.
    pub known: bool,
}

/// Words between a number and what it counts.
static FILLERS: Table<()> = Table::of(&[
    ("=số", ()),
    ("tổng số", ()),
    ("trên tổng số", ()),
    ("trong tổng số", ()),
    ("=các", ()),
    ("=toàn thể", ()),
    ("=những", ()),
    ("=trong", ()),
    ("trở lên", ()),
    ("trở xuống", ()),
]);

/// Words that end a noun that no table knows.
static ENDS: Table<()> = Table::of(&[
    ("được", ()),
    ("=có", ()),
    ("=và", ()),
    ("=cho", ()),
    ("=tại", ()),
    ("=ở", ()),
    ("=của", ()),
    ("=để", ()),
    ("=về", ()),
    ("=trên", ()),
    ("=từ", ()),
    ("=đến", ()),
    ("=với", ()),
    ("=trở lên", ()),
    ("=tham gia", ()),
    ("=tổ chức", ()),
    ("=thực hiện", ()),
    ("=đạt", ()),
    ("=là", ()),
    ("=theo", ()),
    ("=do", ()),
    ("=trong", ()),
    ("=hằng", ()),
    ("=hàng", ()),
    ("=mỗi", ()),
    ("=so", ()),
    ("=nhằm", ()),
    ("=xuống", ()),
    ("=lên", ()),
    ("=còn", ()),
]);

/// The noun in the table that begins at a token.
pub(in crate::reading) fn noun_at(piece: &Piece<'_>, at: usize) -> Option<Found> {
    let (len, kind) = NOUNS.at(piece, at)?;
    // "lượt thanh thiếu niên": turns are counted, and whose they are belongs to the noun.
    if len == 1
        && piece.word(at) == "luot"
        && let Some((more, kind)) = NOUNS.at(piece, at + 1)
        && matches!(kind, Person | Home)
    {
        return Some(Found {
            from: at,
            to: at + 1 + more,
            kind: *kind,
            known: true,
        });
    }
    Some(Found {
        from: at,
        to: at + len,
        kind: *kind,
        known: true,
    })
}

/// What a number before `at` counts: the noun that follows, or the next words.
pub(in crate::reading) fn noun_after(piece: &Piece<'_>, at: usize, end: usize) -> Option<Found> {
    let mut at = at;
    while let Some((len, ())) = FILLERS.at(piece, at).filter(|(len, ())| at + len < end) {
        at += len;
    }
    if let Some(found) = noun_at(piece, at).filter(|found| found.to <= end) {
        return Some(found);
    }
    let mut to = at;
    while to < end && to < at + 2 && piece.is_word(to) && ENDS.at(piece, to).is_none() {
        to += 1;
    }
    (to > at).then_some(Found {
        from: at,
        to,
        kind: Noun::Thing,
        known: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::piece::Piece;
    use super::noun_after;

    #[test]
    fn what_follows_a_number() {
        for (text, noun, known) in [
            ("hội viên mới.", "hội viên mới", true),
            ("số chi hội đạt", "chi hội", true),
            ("cán bộ, hội viên được", "cán bộ", true),
            ("lượt hội viên", "lượt hội viên", true),
            ("ghế đá cho khu phố", "ghế đá", false),
            ("bồn hoa được trồng", "bồn hoa", false),
        ] {
            let piece = Piece::of(text, 0..text.len());
            let found = noun_after(&piece, 0, piece.len()).unwrap();
            assert_eq!(
                (piece.written(found.from, found.to), found.known),
                (noun, known)
            );
        }
    }
}
