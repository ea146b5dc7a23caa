//! What a rule may say, as it is declared beside the rule.

use crate::finding::{Said, Word};
use crate::text::Both;

/// One thing that a rule may say.
#[derive(Debug)]
pub struct Code {
    /// Its stable, dotted code.
    pub code: &'static str,
    /// What it means, as the page of codes says it.
    pub about: Doc,
    /// Its parameters, in the order of its JSON; each is a gap of the sentences.
    pub params: &'static [Param],
    /// What is wrong and how to mend it.
    pub says: Both,
    /// When a form says it.
    pub when: When,
}

/// When a form says a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// As soon as it is found.
    AtOnce,
    /// As something that only listing activities can mend: people fill in the figures first.
    WithActivities,
    /// Before sending, and not while typing.
    BeforeSending,
}

/// A parameter, and how it is worded in the gap of its name.
#[derive(Debug)]
pub struct Param {
    /// Its name in JSON.
    pub name: &'static str,
    /// How it is worded.
    pub worded: Worded,
    /// What it is.
    pub about: Doc,
    /// One that could be, as JSON writes it.
    pub example: Doc,
}

/// How a parameter is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worded {
    /// A number.
    Count,
    /// A number of what is asked at the finding's place: "500 cây".
    Quantity,
    /// The place in a list, which JSON counts from 0 and people from 1.
    Place,
    /// Seconds, as hours and minutes.
    Duration,
    /// A day.
    Day,
    /// A moment, which the sentence leaves out.
    Moment,
    /// The name of the unit whose identity it is.
    Unit,
    /// The label of the indicator whose identity it is.
    Question,
    /// An addition as people write it, said behind the sentence with its total.
    Addition,
    /// The plan's own sentence of the rule whose identity it is, in place of the whole sentence.
    Rule,
}

/// Words that only the page of codes and the schema print; a module for browsers does not carry them.
#[derive(Clone, Copy, Debug)]
pub struct Doc {
    #[cfg(not(target_arch = "wasm32"))]
    words: &'static str,
}

/// Words that only the page of codes and the schema print.
#[must_use]
#[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "see `Doc`"))]
pub const fn doc(words: &'static str) -> Doc {
    Doc {
        #[cfg(not(target_arch = "wasm32"))]
        words,
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Doc {
    /// The words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        self.words
    }
}

impl Param {
    /// A parameter with what it is and how JSON would write one.
    #[must_use]
    pub const fn new(
        name: &'static str,
        worded: Worded,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            worded,
            about: doc(about),
            example: doc(example),
        }
    }
}

impl Code {
    /// It, with the first of its parameters.
    pub fn with(&'static self, name: &'static str, word: impl Into<Word>) -> Said {
        Said::new(self.code).with(name, word)
    }

    /// It, with parameters that could be.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn example(&'static self) -> Said {
        use crate::calendar::{Date, Instant};
        self.params.iter().fold(self.into(), |said, param| {
            let text = param.example.words();
            let day = Date::parse_iso(text).ok().map(Word::Day);
            let moment = Instant::parse_iso(text).ok().map(Word::Moment);
            let number = text.parse().ok().map(Word::Number);
            let word = day.or(moment).or(number);
            said.with(param.name, word.unwrap_or_else(|| text.to_owned().into()))
        })
    }
}

impl From<&'static Code> for Said {
    fn from(code: &'static Code) -> Self {
        Self::new(code.code)
    }
}

impl From<&'static Code> for crate::finding::Kind {
    fn from(code: &'static Code) -> Self {
        Self::Said(code.into())
    }
}
