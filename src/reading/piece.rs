//! A piece of the document with its tokens: what every recogniser reads.

use super::flat::Flat;
use super::token::{Kind, Token, tokens};
use crate::lint::words::Written;
use crate::text::fold_case;
use std::cell::OnceCell;
use std::ops::Range;

/// How many tokens a name between quotation marks has at most; a mark that nothing closes quotes nothing.
const NAME: usize = 60;

/// Which tokens stand between quotation marks. Straight marks, which open and close alike, arrive as opening ones.
fn quoted(tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    let mut open: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        let begins = matches!(token.kind, Kind::Sign('“' | '«'));
        let ends = matches!(token.kind, Kind::Sign('”' | '»')) || (begins && open.is_some());
        if let Some(from) = open.filter(|_| ends) {
            if at - from <= NAME {
                inside
                    .iter_mut()
                    .take(at)
                    .skip(from)
                    .for_each(|each| *each = true);
                open = None;
            } else {
                open = begins.then_some(at);
            }
        } else if begins {
            open = Some(at);
        }
    }
    inside
}

/// A line or paragraph, taken apart into tokens.
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub flat: Flat,
    pub tokens: Vec<Token>,
    pub dates: Vec<Written>,
    /// Which tokens stand between quotation marks.
    quoted: Vec<bool>,
    /// Letters of tokens with their marks, in lower case, once they were asked for.
    letters: Vec<OnceCell<String>>,
}

impl<'a> Piece<'a> {
    pub fn of(text: &'a str, range: Range<usize>) -> Self {
        let flat = Flat::of(text, range);
        let (tokens, dates) = tokens(text, &flat);
        let quoted = quoted(&tokens);
        Self {
            letters: vec![OnceCell::new(); tokens.len()],
            text,
            flat,
            tokens,
            dates,
            quoted,
        }
    }

    /// The letters of a token with their marks, in lower case; nothing past the end.
    pub fn letters(&self, at: usize) -> &str {
        let (Some(token), Some(known)) = (self.tokens.get(at), self.letters.get(at)) else {
            return "";
        };
        // A word that takes no more bytes in the document than without marks has none.
        let bytes = self.flat.place(token.to) - self.flat.place(token.from);
        if token.kind == Kind::Word && bytes == token.to - token.from {
            return self.word(at);
        }
        known.get_or_init(|| self.flat.marked(self.text, token.from, token.to))
    }

    /// Whether a token is this word, which is in lower case with its marks.
    pub fn is(&self, at: usize, word: &str) -> bool {
        // Most words are others, which their letters without marks tell.
        let bare = self.word(at).as_bytes();
        let first = word.as_bytes().first().filter(|first| first.is_ascii());
        if first.is_some_and(|first| bare.first() != Some(first)) {
            return false;
        }
        let mut bare = bare.iter().map(|letter| char::from(*letter));
        let alike = word
            .chars()
            .all(|own| bare.next().is_some_and(|c| own == c || !own.is_ascii()));
        if !alike || bare.next().is_some() {
            return false;
        }
        let own = self.letters(at);
        own == word || own == fold_case(word)
    }

    /// Whether a token is one of these words.
    pub fn is_one(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether a token stands between quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The letters of a token without marks; nothing past the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|token| self.flat.plain.get(token.from..token.to))
            .unwrap_or_default()
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.kind(at) == Some(Kind::Sign(sign))
    }

    /// The letters of some tokens with their marks, in lower case.
    pub fn marked(&self, from: usize, to: usize) -> String {
        match (
            self.tokens.get(from),
            to.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) => self.flat.marked(self.text, first.from, last.to),
            _ => String::new(),
        }
    }

    /// Whether the tokens from `at` on are these words, marks included.
    pub fn reads(&self, at: usize, words: &str) -> bool {
        words
            .split(' ')
            .enumerate()
            .all(|(n, word)| self.is(at + n, word))
    }

    /// Where some tokens stand in the document.
    pub fn span(&self, from: usize, to: usize) -> Range<usize> {
        match (
            self.tokens.get(from),
            to.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if first.from <= last.to => {
                self.flat.span(self.text, first.from, last.to)
            }
            _ => 0..0,
        }
    }

    /// What stands there in the document, as it stands.
    pub fn written(&self, from: usize, to: usize) -> &'a str {
        self.text.get(self.span(from, to)).unwrap_or_default()
    }

    /// Whether a token begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.written(at, at + 1).starts_with(char::is_uppercase)
    }

    /// Whether nothing stands between two tokens, not even a space.
    pub fn touches(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(next)) => one.to == next.from,
            _ => false,
        }
    }

    /// A number as it is written.
    pub fn number(&self, at: usize) -> Option<&str> {
        (self.kind(at) == Some(Kind::Number)).then(|| self.word(at))
    }

    /// A small whole number.
    pub fn small(&self, at: usize) -> Option<u32> {
        self.number(at)
            .filter(|digits| digits.len() <= 4)?
            .parse()
            .ok()
    }

    /// Whether the tokens from `at` on are these words, without marks.
    pub fn says(&self, at: usize, words: &str) -> bool {
        // Most words are others, which their first letters tell.
        words.starts_with(self.word(at))
            && words
                .split(' ')
                .enumerate()
                .all(|(n, word)| self.word(at + n) == word)
    }

    /// Whether the tokens that end before `at` are these words, without marks.
    pub fn said(&self, at: usize, words: &str) -> bool {
        // Most words are others, which the last one tells.
        let ends = at
            .checked_sub(1)
            .is_some_and(|last| words.ends_with(self.word(last)));
        ends && at
            .checked_sub(words.split(' ').count())
            .is_some_and(|from| self.says(from, words))
    }
}
