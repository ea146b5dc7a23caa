//! Rules that the plan declares as data must hold: the terms of the left side, added up, stand to those
//! of the right side as the comparison says.
//!
//! Why: what must agree differs from plan to plan ("trong đó", totals, opening + in − out), and none of
//! it belongs in code.
//! Example: boys + girls exactly participants; 10 + 15 against 30 breaches it.

use super::engine::check::{Check, Place, View};
use super::engine::compiled::Compiled;
use super::engine::input::Half;
use crate::finding::{Finding, Kind, Path, Severity};
use crate::plan::{Blanks, Comparison, DeclaredRule, Id, RuleSeverity, Template, Term};
use crate::value::Reading;

/// A declared rule, bound to the inputs of a form.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    id: Id,
    left: Vec<Bound>,
    comparison: Comparison,
    right: Vec<Bound>,
    severity: Severity,
    blanks: Blanks,
    path: Path,
}

#[derive(Clone, Copy, Debug)]
enum Bound {
    Input(usize),
    Number(i64),
    Activities,
    Participants,
}

/// Binds a rule to a form; none where the rule is not for this form, or the form does not ask all that
/// the rule reads.
pub(super) fn compile(
    rule: &DeclaredRule,
    template: &Template,
    compiled: &Compiled,
) -> Option<Check> {
    if !rule.templates.is_empty() && !rule.templates.contains(&template.id) {
        return None;
    }
    let side = |terms: &[Term]| {
        terms
            .iter()
            .map(|term| bind(term, compiled))
            .collect::<Option<Vec<_>>>()
    };
    let (left, right) = (side(&rule.left)?, side(&rule.right)?);
    let path = left.iter().chain(&right).find_map(|term| match term {
        Bound::Input(input) => compiled.inputs.get(*input).map(|input| input.path.clone()),
        Bound::Activities | Bound::Participants => Some(Path::activities()),
        Bound::Number(_) => None,
    });
    Some(Check::Declared(Declared {
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
    }))
}

fn bind(term: &Term, compiled: &Compiled) -> Option<Bound> {
    let input = |id: &Id, half| {
        let (_, first) = compiled.indicator(id.as_str(), 0)?;
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

impl Declared {
    fn terms(&self) -> impl Iterator<Item = &Bound> {
        self.left.iter().chain(&self.right)
    }

    pub fn reads(&self, mut place: impl FnMut(Place)) {
        for term in self.terms() {
            match term {
                Bound::Input(input) => place(Place::Input(*input)),
                Bound::Activities | Bound::Participants => place(Place::Activities),
                Bound::Number(_) => {}
            }
        }
    }

    pub fn check(&self, view: &View<'_, '_>, out: &mut Vec<Finding>) {
        if let (Some(left), Some(right)) = self.sides(view)
            && !self.comparison.holds(left, right)
        {
            let kind = Kind::RuleBreached {
                rule: self.id.as_str().to_owned(),
            };
            out.push(Finding {
                severity: self.severity,
                path: self.path.clone(),
                kind,
            });
        }
    }

    /// Both sides; none while something that the rule waits for is blank or cannot be read.
    fn sides(&self, view: &View<'_, '_>) -> (Option<i128>, Option<i128>) {
        let blank = |term: &Bound| match term {
            Bound::Input(input) => Some(view.entries.is_blank(*input)),
            _ => None,
        };
        let mut figures = self.terms().filter_map(blank).peekable();
        let asks_figures = figures.peek().is_some();
        if self.blanks == Blanks::Zero && asks_figures && figures.all(|blank| blank) {
            return (None, None);
        }
        let side = |terms: &[Bound]| {
            terms
                .iter()
                .try_fold(0, |sum, term| Some(sum + self.value(*term, view)?))
        };
        (side(&self.left), side(&self.right))
    }

    /// Sums of 64-bit numbers in 128 bits cannot overflow: a plan has far fewer than 2^63 terms.
    fn value(&self, term: Bound, view: &View<'_, '_>) -> Option<i128> {
        let blank = || (self.blanks == Blanks::Zero).then_some(0);
        match term {
            Bound::Number(number) => Some(i128::from(number)),
            Bound::Activities => Some(view.entries.activities.len() as i128),
            Bound::Participants => {
                let open = view
                    .entries
                    .activities
                    .iter()
                    .any(|activity| activity.participants == Reading::Blank);
                if open && self.blanks == Blanks::Skip {
                    None
                } else {
                    view.entries.participants()
                }
            }
            Bound::Input(input) if view.entries.is_blank(input) => blank(),
            Bound::Input(input) => view.entries.number(input).map(i128::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn a_rule_speaks_when_all_that_it_waits_for_is_there() {
        figures(&[
            (&[("people", "30"), ("boys", "10"), ("girls", "20")], &[]),
            (
                &[("people", "30"), ("boys", "10"), ("girls", "15")],
                &["/figures/boys rule.breached"],
            ),
            (&[("people", "30"), ("boys", "10")], &[]),
            (&[("groups", "3")], &["/figures/groups rule.breached"]),
            (&[("groups", "3"), ("people", "3")], &[]),
        ]);
    }
}
