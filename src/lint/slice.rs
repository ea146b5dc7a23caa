//! What a lint is made of: what it finds and why stands at the head of its file; here is the shape that all
//! share.

use super::LintFinding;
use super::view::View;
use crate::calendar::{Date, Period, Weekday};
use crate::finding::Severity;
use crate::plan::{Comparison, Deadline, Share};
use crate::text::Both;

/// One mistake that a plan can have, and what is said of it.
#[derive(Debug)]
pub struct Lint {
    /// Its stable, dotted code.
    pub code: &'static str,
    /// What it means, as the page of codes says it.
    pub about: &'static str,
    /// How bad it can be. The plan decides: a mistake in what applies is worse.
    pub severities: &'static [Severity],
    /// The gaps of its sentences, each with the words that an example puts there: the same in both languages, or in
    /// Vietnamese and in English.
    pub gaps: &'static [(&'static str, &'static [&'static str])],
    /// What is wrong.
    pub says: Both,
    /// How to mend it.
    pub mend: Both,
}

/// A file of the lint: how it looks at a plan, and the mistakes that it may name.
pub(super) struct Slice {
    pub check: fn(&View<'_>, &mut Vec<LintFinding>),
    pub lints: &'static [&'static Lint],
}

/// A mistake with the words for its gaps.
#[derive(Clone, Debug)]
pub struct Said {
    /// Which mistake.
    pub lint: &'static Lint,
    /// The words, by their gaps.
    pub words: Vec<(&'static str, Word)>,
}

/// What stands in a gap. A day, a number or a deadline is worded where the sentence is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Words as they stand in the plan.
    Text(String),
    /// A day.
    Day(Date),
    /// A day with its day of the week.
    LongDay(Date),
    /// A day of the week.
    Weekday(Weekday),
    /// Days from the first to the last.
    Days(Period),
    /// A deadline.
    Deadline(Deadline),
    /// A number.
    Number(i64),
    /// A share.
    Share(Share),
    /// A comparison.
    Comparison(Comparison),
}

impl Lint {
    pub(super) fn with(&'static self, gap: &'static str, word: impl Into<Word>) -> Said {
        Said::from(self).with(gap, word)
    }

    /// Whether a number of things is all that is said.
    pub(super) fn counting(&'static self, count: usize) -> Said {
        self.with("count", count)
    }
}

impl Said {
    pub(super) fn with(mut self, gap: &'static str, word: impl Into<Word>) -> Self {
        self.words.push((gap, word.into()));
        self
    }
}

impl From<&'static Lint> for Said {
    fn from(lint: &'static Lint) -> Self {
        Self {
            lint,
            words: Vec::new(),
        }
    }
}

// One code is one mistake, wherever its record lies.
impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.lint.code == other.lint.code && self.words == other.words
    }
}

impl Eq for Said {}

impl From<String> for Word {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<Date> for Word {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Weekday> for Word {
    fn from(day: Weekday) -> Self {
        Self::Weekday(day)
    }
}

impl From<Period> for Word {
    fn from(days: Period) -> Self {
        Self::Days(days)
    }
}

impl From<Deadline> for Word {
    fn from(deadline: Deadline) -> Self {
        Self::Deadline(deadline)
    }
}

impl From<Comparison> for Word {
    fn from(comparison: Comparison) -> Self {
        Self::Comparison(comparison)
    }
}

impl From<i64> for Word {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
