//! Rules, and their checks: a rule bound to what it reads of a form.

use super::code::Code;
use super::context::Context;
use super::entries::Entries;
use super::input::Input;
use super::own_rule::OwnRule;
use super::sheet::Sheet;
use crate::finding::{Finding, Kind, Path, Severity};
use crate::value::Answer;
use std::sync::Arc;

/// A file of the rules: what it may say, and its checks.
pub(in crate::rules) struct Rule {
    /// What it may say, where that is declared beside it.
    pub codes: &'static [&'static Code],
    pub checks: &'static [Check],
}

/// What is looked at, and how. A check reads nothing else of what can change.
pub(in crate::rules) struct Check {
    pub over: Over,
    pub run: Run,
}

/// Looks at one place of a draft or report, and adds what it finds.
pub(in crate::rules) type Run = fn(&View<'_, '_>, &mut Vec<Finding>);

/// Where a check puts what it finds.
pub(in crate::rules) trait Found {
    /// Something impossible, or missing and required: it blocks sending.
    fn error(&mut self, path: Path, kind: impl Into<Kind>) {
        self.add(Severity::Error, path, kind.into());
    }

    /// Something implausible: it needs a line of explanation to be sent.
    fn warning(&mut self, path: Path, kind: impl Into<Kind>) {
        self.add(Severity::Warning, path, kind.into());
    }

    /// Something worth knowing.
    fn info(&mut self, path: Path, kind: impl Into<Kind>) {
        self.add(Severity::Info, path, kind.into());
    }

    fn add(&mut self, severity: Severity, path: Path, kind: Kind) {
        self.share(severity, path, Arc::new(kind));
    }

    /// What was entered cannot be read, which was found when it was.
    fn unread(&mut self, path: Path, kind: &Arc<Kind>) {
        self.share(Severity::Error, path, Arc::clone(kind));
    }

    fn share(&mut self, severity: Severity, path: Path, kind: Arc<Kind>);
}

impl Found for Vec<Finding> {
    // Compiled once, not in each rule.
    #[inline(never)]
    fn share(&mut self, severity: Severity, path: Path, kind: Arc<Kind>) {
        self.push(Finding {
            severity,
            path,
            kind,
        });
    }
}

/// What of a form a check looks at, and reads.
#[derive(Clone, Copy)]
pub(in crate::rules) enum Over {
    /// Each input of which this holds, by itself.
    Each(fn(&Input) -> bool),
    /// Each input of which this holds, beside the list of activities, where the form has one.
    EachBesideList(fn(&Input) -> bool),
    /// Both inputs of each share of whose part this holds.
    Shares(fn(&Input) -> bool),
    /// All inputs of which this holds, together.
    All(fn(&Input) -> bool),
    /// The list of activities, where the form has one.
    List,
    /// Each of the plan's own rules that is for this form: the inputs that it names, and the list where it names that.
    OwnRules,
    /// The moment.
    Now,
}

/// What a check reads, and what can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An input of the sheet, by its place among [`Sheet::inputs`].
    Input(usize),
    /// The list of activities.
    Activities,
    /// The moment.
    Now,
}

/// All that a check may look at.
pub(in crate::rules) struct View<'v, 'e> {
    pub sheet: &'v Sheet,
    pub entries: &'v Entries<'e>,
    pub context: &'v Context<'v>,
    /// The place of what it is over: among the inputs, or among the plan's own rules.
    pub at: usize,
}

impl View<'_, '_> {
    /// The input that it is over; of a share the part.
    pub fn input(&self) -> Option<&Input> {
        self.sheet.inputs().get(self.at)
    }

    /// The plan's own rule that it is over.
    pub fn own_rule(&self) -> Option<&OwnRule> {
        self.sheet.compiled().own_rules.get(self.at)
    }

    /// Where the input stands that it is over.
    pub fn path(&self) -> Path {
        self.path_of(self.at)
    }

    /// Where an input stands; the whole for one that is not on the sheet, which no check names.
    pub fn path_of(&self, input: usize) -> Path {
        let input = self.sheet.inputs().get(input);
        input.map_or_else(Path::whole, |input| input.path.clone())
    }

    /// What was understood at that input.
    pub fn answer(&self) -> Option<&Answer<'_>> {
        self.entries.inputs.get(self.at)?.value()
    }

    /// The number understood there.
    pub fn number(&self) -> Option<i64> {
        self.entries.number(self.at)
    }
}
