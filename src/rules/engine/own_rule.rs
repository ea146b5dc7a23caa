//! A rule that the plan declares, bound to the inputs of a form.

use super::check::Place;
use super::compiled::Compiled;
use super::input::Half;
use crate::finding::{Path, Severity};
use crate::plan::{Blanks, Comparison, DeclaredRule, Id, RuleSeverity, Template, Term};

/// A plan's own rule on a form that asks all that it reads.
#[derive(Debug)]
pub(in crate::rules) struct OwnRule {
    pub id: Id,
    pub left: Vec<Bound>,
    pub comparison: Comparison,
    pub right: Vec<Bound>,
    pub severity: Severity,
    pub blanks: Blanks,
    /// Where what it finds stands: at the first of what it reads.
    pub path: Path,
}

/// A term of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) enum Bound {
    Input(usize),
    /// A column of the table at an input, by its place.
    Column(usize, usize),
    /// How many rows the table at an input has.
    Rows(usize),
    /// Whether the answer at an input says that something was done.
    Answered(usize),
    Number(i64),
    Activities,
    Participants,
}

impl OwnRule {
    /// Binds a rule to a form; none where the rule is not for this form, or the form does not ask all that
    /// the rule reads.
    pub(super) fn of(
        rule: &DeclaredRule,
        template: &Template,
        compiled: &Compiled,
    ) -> Option<Self> {
        if !rule.templates.is_empty() && !rule.templates.contains(&template.id) {
            return None;
        }
        let side = |terms: &[Term]| {
            terms
                .iter()
                .map(|term| bound(term, compiled))
                .collect::<Option<Vec<_>>>()
        };
        let (left, right) = (side(&rule.left)?, side(&rule.right)?);
        let path_of = |term: &Bound| match term {
            Bound::Input(input)
            | Bound::Column(input, _)
            | Bound::Rows(input)
            | Bound::Answered(input) => compiled.inputs.get(*input).map(|input| input.path.clone()),
            Bound::Activities | Bound::Participants => Some(Path::activities()),
            Bound::Number(_) => None,
        };
        // What adds up a table is said where the figure stands that it is held against.
        let is_figure = |term: &&Bound| matches!(term, Bound::Input(_));
        let all = || left.iter().chain(&right);
        let path = all().find(is_figure).and_then(path_of);
        let path = path.or_else(|| all().find_map(path_of));
        Some(Self {
            id: rule.id.clone(),
            left,
            comparison: rule.comparison,
            right,
            severity: match rule.severity {
                RuleSeverity::Error => Severity::Error,
                RuleSeverity::Warning => Severity::Warning,
                RuleSeverity::Info => Severity::Info,
            },
            blanks: rule.blanks,
            path: path.unwrap_or_else(Path::whole),
        })
    }

    pub fn terms(&self) -> impl Iterator<Item = &Bound> {
        self.left.iter().chain(&self.right)
    }

    /// Names every place that it reads.
    pub(super) fn reads(&self, mut place: impl FnMut(Place)) {
        for term in self.terms() {
            match term {
                Bound::Input(input)
                | Bound::Column(input, _)
                | Bound::Rows(input)
                | Bound::Answered(input) => {
                    place(Place::Input(*input));
                }
                Bound::Activities | Bound::Participants => place(Place::Activities),
                Bound::Number(_) => {}
            }
        }
    }
}

fn bound(term: &Term, compiled: &Compiled) -> Option<Bound> {
    let input = |id: &Id, half| {
        let first = compiled.indicator(id.as_str())?;
        let mut both = [first, first + 1].into_iter();
        both.find(|at| {
            compiled
                .inputs
                .get(*at)
                .is_some_and(|input| input.indicator == *id && input.half == half)
        })
    };
    Some(match term {
        Term::Figure(id) => Bound::Input(input(id, None)?),
        Term::Part(id) => Bound::Input(input(id, Some(Half::Part))?),
        Term::Whole(id) => Bound::Input(input(id, Some(Half::Whole))?),
        Term::Column(of) => {
            let at = input(&of.table, None)?;
            let table = compiled.inputs.get(at)?.measure.table()?;
            Bound::Column(at, table.column(of.column.as_str())?.0)
        }
        Term::Rows(id) => Bound::Rows(input(id, None)?),
        Term::Answered(id) => Bound::Answered(compiled.indicator(id.as_str())?),
        Term::Number(number) => Bound::Number(*number),
        Term::Activities | Term::Participants => {
            compiled.list.as_ref()?;
            if matches!(term, Term::Activities) {
                Bound::Activities
            } else {
                Bound::Participants
            }
        }
    })
}
