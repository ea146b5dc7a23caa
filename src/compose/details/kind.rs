//! What a member of the model is, as far as a person says it: the description from which cells come.

use super::super::cells::Picked;
use super::super::words::{Choice, picked};
use super::names::Of;
use crate::text::{Both, Lang};

/// A record of the model.
pub(super) struct Record {
    /// Its name in the contract.
    pub name: &'static str,
    /// What can be said of it, in the order in which it is asked.
    pub members: &'static [Member],
    /// Its JSON where it begins, where that is more than what it must have.
    pub begin: Option<&'static str>,
}

/// One member of a record.
pub(super) struct Member {
    /// Its name in JSON.
    pub key: &'static str,
    /// What it is called.
    pub label: Both,
    /// How it is said.
    pub kind: Kind,
    /// Whether the record is none without it.
    pub must: bool,
    /// A line under it.
    pub hint: Option<Both>,
    /// Other members of the record in whose place it stands.
    pub instead: &'static [&'static str],
    /// The words of the member that decides ([`Kind::Forms`]) with which it is asked; with all where there are none.
    pub with: &'static [&'static str],
}

/// How something is said.
pub(super) enum Kind {
    /// By a cell of its own, of that name, beside the details.
    Said(&'static str),
    /// By rows of the page or by what the page does: a list of the plan, a version.
    Rows,
    /// By nobody: an identity, made once.
    Made,
    /// By nobody here: what it is a part of is called by it.
    Named(Of),
    /// In a line.
    Text,
    /// In one or more lines.
    Prose,
    /// A text a line.
    Texts,
    /// By a whole number between these.
    Whole(i64, i64),
    /// By whole numbers between these, with commas.
    Wholes(i64, i64),
    /// By yes or no; no where nothing is said.
    Flag,
    /// By a day.
    Day,
    /// By an hour.
    Hour,
    /// By a day that comes every year: "5/9".
    MonthDay,
    /// By one of these words; the first where nothing is said.
    Words(&'static dyn Words),
    /// By one of these words, or by none.
    MaybeWords(Both, &'static dyn Words),
    /// By one of these words, which decides what else is asked.
    Forms(&'static [Shape]),
    /// By the name of something in the plan.
    One(Of),
    /// By names of things in the plan, one a line.
    Many(Of),
    /// By a value as the target's figure has it.
    Threshold,
    /// By a value as the question has it that stands beside it.
    Bound,
    /// By a number as the figure has it.
    Steps,
    /// By cells beside those around it.
    Beside(&'static Record),
    /// By cells apart.
    Within(&'static Record),
    /// By one of several things, each with what it is.
    Either(&'static [Variant]),
    /// By a cell of its own, of that name, which of these it is; and here what that has besides.
    Has(&'static str, &'static [Variant]),
    /// By any number of these; whether a person can add and drop them here.
    List(&'static Kind, bool),
}

/// A word that decides what else a record has.
pub(super) struct Shape {
    /// The word in JSON.
    pub word: &'static str,
    /// What it is called.
    pub label: Both,
    /// The JSON of the record where it is chosen.
    pub begin: &'static str,
}

/// One of several things that a member can be.
pub(super) struct Variant {
    /// Its name in JSON.
    pub key: &'static str,
    /// What it is called.
    pub label: Both,
    /// What it is; a bare word where there is nothing else.
    pub kind: Option<Kind>,
}

/// Words from which one is chosen.
pub(super) trait Words: Sync {
    /// All of them in order, with the one of that name in JSON chosen.
    fn picked(&self, now: &str, lang: Lang) -> Vec<Picked>;
}

impl<T: PartialEq + Copy + Sync> Words for &'static [Choice<T>] {
    fn picked(&self, now: &str, lang: Lang) -> Vec<Picked> {
        let mut choices = self.iter();
        match choices.find(|(_, name, _)| *name == now) {
            Some((is, ..)) => picked(self, is, lang),
            None => {
                let none = self.iter();
                none.map(|(_, name, says)| Picked::new(name, says.of(lang), false))
                    .collect()
            }
        }
    }
}

pub(super) const fn both(vi: &'static str, en: &'static str) -> Both {
    Both { vi, en }
}

/// What a record must have.
pub(super) const fn must(key: &'static str, label: Both, kind: Kind) -> Member {
    Member {
        must: true,
        ..may(key, label, kind)
    }
}

/// What a record may have.
pub(super) const fn may(key: &'static str, label: Both, kind: Kind) -> Member {
    Member {
        key,
        label,
        kind,
        must: false,
        hint: None,
        instead: &[],
        with: &[],
    }
}

/// What a cell of its own says.
pub(super) const fn said(key: &'static str, cell: &'static str) -> Member {
    may(key, both("", ""), Kind::Said(cell))
}

/// What rows or buttons of the page say.
pub(super) const fn rows(key: &'static str) -> Member {
    may(key, both("", ""), Kind::Rows)
}

/// An identity.
pub(super) const MADE: Member = must("id", both("", ""), Kind::Made);

impl Member {
    pub(super) const fn hint(mut self, vi: &'static str, en: &'static str) -> Self {
        self.hint = Some(both(vi, en));
        self
    }

    pub(super) const fn instead(mut self, of: &'static [&'static str]) -> Self {
        self.instead = of;
        self
    }

    pub(super) const fn with(mut self, words: &'static [&'static str]) -> Self {
        self.with = words;
        self
    }
}

impl Record {
    /// Whether it can stand without saying anything.
    pub(super) fn may_be_empty(&self) -> bool {
        self.begin.is_none() && self.members.iter().all(|member| !member.must)
    }

    pub(super) fn member(&self, key: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.key == key)
    }
}

/// How a member of the model is said by whoever makes a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The record, as the contract names it: `Duty`.
    pub record: &'static str,
    /// The member, as the contract names it: `waivers`.
    pub member: &'static str,
    /// The cell that says it, where it is no detail: its name, or nothing where rows or buttons of the page say it.
    pub cell: Option<&'static str>,
    /// The words that can be chosen, as the contract names them, where it is chosen.
    pub words: Vec<String>,
    /// Between which whole numbers it is said, both included.
    pub between: Option<(i64, i64)>,
}

/// All members of the model that whoever makes a plan can say, each record once.
#[must_use]
pub fn sayings() -> Vec<Saying> {
    let mut all = Vec::new();
    let mut seen = Vec::new();
    for root in super::model::ROOTS {
        of_record(root, &mut seen, &mut all);
    }
    all
}

fn of_record(record: &Record, seen: &mut Vec<&'static str>, all: &mut Vec<Saying>) {
    if seen.contains(&record.name) {
        return;
    }
    seen.push(record.name);
    for member in record.members {
        all.push(Saying {
            record: record.name,
            member: member.key,
            cell: match member.kind {
                Kind::Said(cell) | Kind::Has(cell, _) => Some(cell),
                Kind::Rows => Some(""),
                _ => None,
            },
            words: words_of(&member.kind),
            between: match member.kind {
                Kind::Whole(least, most) | Kind::Wholes(least, most) => Some((least, most)),
                _ => None,
            },
        });
    }
    for member in record.members {
        inner(&member.kind, seen, all);
    }
}

fn inner(kind: &Kind, seen: &mut Vec<&'static str>, all: &mut Vec<Saying>) {
    match kind {
        Kind::Beside(record) | Kind::Within(record) => of_record(record, seen, all),
        Kind::List(of, _) => inner(of, seen, all),
        Kind::Either(variants) | Kind::Has(_, variants) => {
            for variant in *variants {
                if let Some(kind) = &variant.kind {
                    inner(kind, seen, all);
                }
            }
        }
        _ => {}
    }
}

fn words_of(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Words(words) | Kind::MaybeWords(_, words) => {
            let all = words.picked("", Lang::Vi).into_iter();
            all.map(|one| one.value).collect()
        }
        Kind::Forms(shapes) => shapes.iter().map(|one| one.word.to_owned()).collect(),
        Kind::Either(all) => all.iter().map(|one| one.key.to_owned()).collect(),
        Kind::List(of, _) => words_of(of),
        _ => Vec::new(),
    }
}
