//! Tables of words: what the language is a list of.

use super::piece::Piece;
use crate::text::{fold, fold_case};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Phrases with what each means. A phrase is found without its marks; where it begins with "=" with them, for words of
/// one syllable that mean something else with other marks ("mỗi", "mới").
pub(super) struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    index: OnceLock<BTreeMap<String, Vec<Entry>>>,
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

    fn index(&self) -> &BTreeMap<String, Vec<Entry>> {
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
            for entries in index.values_mut() {
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
            }
            index
        })
    }

    /// The longest phrase that begins at a token: how many tokens it takes, and what it means.
    pub fn at(&self, piece: &Piece<'_>, at: usize) -> Option<(usize, &'static T)> {
        let entries = self.index().get(piece.word(at))?;
        let entry = entries.iter().find(|entry| {
            let words = entry.words.iter().enumerate();
            let same = words.skip(1).all(|(n, word)| piece.word(at + n) == word);
            same && entry
                .marked
                .as_ref()
                .is_none_or(|marked| piece.marked(at, at + entry.words.len()) == *marked)
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
