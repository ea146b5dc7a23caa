//! What the lint says about a plan.

use super::{Lint, Said};
use crate::calendar::Date;
use crate::finding::{Path, Severity};
use crate::plan::{Id, ListedPeriod, Source};
use std::cmp::Ordering;

/// One finding about a plan.
///
/// *Error*: what applies cannot be right, and must be mended before reports are asked. *Warning*: the
/// document contradicts itself or can be read in two ways, and the plan's reading decides. *Info*: the
/// document leaves something unsaid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintFinding {
    /// How bad it is.
    pub severity: Severity,
    /// Where in the plan.
    pub path: Path,
    /// What, with its words.
    pub said: Said,
    /// The statements that disagree, or that leave something unsaid, side by side.
    pub statements: Vec<Stated>,
    /// The mend, where it is mechanical.
    pub patch: Option<Patch>,
}

/// One statement of the document, and what the plan makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Where it stands in the plan.
    pub path: Path,
    /// Where it stands in the document.
    pub section: String,
    /// Its words.
    pub quote: Option<String>,
    /// How the plan reads it; none where it is only words.
    pub reading: Option<Reading>,
}

/// How the plan reads a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One day.
    Day(Date),
    /// Days from the first to the last.
    Days(Date, Date),
    /// Periods and their deadlines.
    Deadlines(Vec<ListedPeriod>),
    /// The target of that identity.
    Target(Id),
    /// A name or number.
    Words(String),
}

/// A mechanical mend: put `value` at `path`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// Where in the plan.
    pub path: Path,
    /// What to put there.
    pub value: PatchValue,
}

/// What a mechanical mend puts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatchValue {
    /// A day.
    Day(Date),
    /// A correction beside the published day: the day that applies.
    Correction(Date),
    /// The one day on which something is held.
    Held(Date),
    /// A word.
    Word(String),
}

impl LintFinding {
    /// A finding without statements or a mend.
    #[must_use]
    pub fn new(severity: Severity, path: Path, said: impl Into<Said>) -> Self {
        Self {
            severity,
            path,
            said: said.into(),
            statements: Vec::new(),
            patch: None,
        }
    }

    pub(super) fn stating(mut self, statements: impl IntoIterator<Item = Stated>) -> Self {
        self.statements.extend(statements);
        self
    }

    pub(super) fn mended(mut self, path: Path, value: PatchValue) -> Self {
        self.patch = Some(Patch { path, value });
        self
    }

    /// Which mistake it is.
    #[must_use]
    pub fn lint(&self) -> &'static Lint {
        self.said.lint
    }

    /// Its stable, dotted code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.said.lint.code
    }

    /// The one order of findings: by severity, then code, then place.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        (self.severity.cmp(&other.severity))
            .then_with(|| self.code().cmp(other.code()))
            .then_with(|| self.path.cmp(&other.path))
    }
}

impl Stated {
    pub(super) fn new(path: Path, source: &Source, reading: Option<Reading>) -> Self {
        Self {
            path,
            section: source.section.clone(),
            quote: source.quote.clone(),
            reading,
        }
    }
}
