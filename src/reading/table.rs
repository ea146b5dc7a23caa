//! Tables of words: what the language is a list of.

use super::piece::Piece;
use crate::text::{fold, fold_case};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Phrases with what each means. A phrase is found without its marks; where it begins with "=" with them, for words of
/// one syllable that mean something else with other marks ("mỗi", "mới").
pub(super) struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    index: OnceLock<Index>,
}

/// The rows by their first words, and a sieve that lets few other words pass.
struct Index {
    sieve: [u64; 4],
    entries: BTreeMap<String, Vec<Entry>>,
}

/// Where a word falls in the sieve: by its first and last letter and its length.
fn hole(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let first = bytes.first().copied().unwrap_or_default();
    let last = bytes.last().copied().unwrap_or_default();
    let mixed = first
        .wrapping_mul(31)
        .wrapping_add(last.wrapping_mul(7))
        .wrapping_add(
            u8::try_from(bytes.len())
                .unwrap_or(u8::MAX)
                .wrapping_mul(59),
        );
    (usize::from(mixed >> 6), 1 << (mixed & 63))
}

/// A phrase made ready: its words without marks, itself with marks where they count, and its row.
struct Entry {
    words: Vec<String>,
    marked: Option<String>,
    row: usize,
}

impl<T> Table<T> {
    pub const fn of(rows: &'static [(&'static str, T)]) -> Self {
        Self {
            rows,
            index: OnceLock::new(),
        }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
            for (row, (phrase, _)) in self.rows.iter().enumerate() {
                let bare = phrase.trim_start_matches('=');
                let words: Vec<String> = fold(bare).split(' ').map(str::to_owned).collect();
                let marked = (bare.len() < phrase.len()).then(|| fold_case(bare));
                let first = words.first().cloned().unwrap_or_default();
                index
                    .entry(first)
                    .or_default()
                    .push(Entry { words, marked, row });
            }
            let mut sieve = [0; 4];
            for (word, entries) in &mut index {
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
                let (place, bit) = hole(word);
                if let Some(holes) = sieve.get_mut(place) {
                    *holes |= bit;
                }
            }
            Index {
                sieve,
                entries: index,
            }
        })
    }

    /// The longest phrase that begins at a token: how many tokens it takes, and what it means.
    pub fn at(&self, piece: &Piece<'_>, at: usize) -> Option<(usize, &'static T)> {
        let word = piece.word(at);
        let index = self.index();
        let (place, bit) = hole(word);
        if index.sieve.get(place).is_none_or(|holes| holes & bit == 0) {
            return None;
        }
        let entries = index.entries.get(word)?;
        let entry = entries.iter().find(|entry| {
            let words = entry.words.iter().enumerate();
            let same = words.skip(1).all(|(n, word)| piece.word(at + n) == word);
            same && entry
                .marked
                .as_ref()
                .is_none_or(|marked| match entry.words.len() {
                    1 => piece.letters(at) == marked,
                    len => piece.marked(at, at + len) == *marked,
                })
        })?;
        let (_, means) = self.rows.get(entry.row)?;
        Some((entry.words.len(), means))
    }

    /// The first phrase that begins in a range of tokens: where, how many tokens, and what it means.
    pub fn first(
        &self,
        piece: &Piece<'_>,
        range: std::ops::Range<usize>,
    ) -> Option<(usize, usize, &'static T)> {
        range
            .into_iter()
            .find_map(|at| self.at(piece, at).map(|(len, means)| (at, len, means)))
    }

    /// Whether a phrase begins in a range of tokens.
    pub fn any(&self, piece: &Piece<'_>, range: std::ops::Range<usize>) -> bool {
        self.first(piece, range).is_some()
    }

    /// The phrase that ends right before a token: where it begins, and what it means.
    pub fn before(&self, piece: &Piece<'_>, end: usize) -> Option<(usize, &'static T)> {
        (end.saturating_sub(6)..end).find_map(|at| {
            self.at(piece, at)
                .filter(|(len, _)| at + len == end)
                .map(|(_, means)| (at, means))
        })
    }
}
