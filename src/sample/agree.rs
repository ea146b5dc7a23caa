//! Figures made to agree with each other as the plan's rules ask.

use crate::plan::{Comparison, DeclaredRule, Id, Plan, RuleSeverity, Tally, Template, Term};
use crate::report::{Figures, ReportActivity, Value};
use crate::value::RollUp;

const ROUNDS: usize = 6;

/// Changes figures until the plan's declared rules hold, as far as that is simple: a total becomes the sum
/// of its parts, or, where it counts the activities listed, its parts are cut to fit; what may not
/// exceed something is held at it.
pub(super) fn agree(
    plan: &Plan,
    template: &Template,
    activities: &[ReportActivity],
    figures: &mut Figures<Value>,
) {
    let applies = |rule: &&DeclaredRule| {
        let forms = &rule.templates;
        rule.severity != RuleSeverity::Info && (forms.is_empty() || forms.contains(&template.id))
    };
    for _ in 0..ROUNDS {
        let mut changed = false;
        for rule in plan.rules.iter().filter(applies) {
            changed |= mend(plan, rule, activities, figures);
        }
        if !changed {
            return;
        }
    }
}

fn mend(
    plan: &Plan,
    rule: &DeclaredRule,
    activities: &[ReportActivity],
    figures: &mut Figures<Value>,
) -> bool {
    let side = |terms: &[Term], figures: &Figures<Value>| -> Option<i64> {
        let all = terms.iter().map(|term| read(term, activities, figures));
        all.sum()
    };
    let (Some(left), Some(right)) = (side(&rule.left, figures), side(&rule.right, figures)) else {
        return false;
    };
    if rule.comparison.holds(left, right) {
        return false;
    }
    let free = |term: &&Term| {
        let indicator = term.indicator().and_then(|id| plan.indicator(id.as_str()));
        indicator.is_some_and(|indicator| indicator.tally.is_none())
    };
    if let Some((least, of)) = rule.choice() {
        return do_some(plan, least, &of, figures);
    }
    let sign = match rule.comparison {
        Comparison::MoreThan => 1,
        Comparison::LessThan => -1,
        _ => 0,
    };
    let at_most = matches!(rule.comparison, Comparison::AtMost | Comparison::LessThan);
    match (&*rule.left, &*rule.right) {
        ([one], _) if at_most && free(&one) => write(one, right + sign, figures),
        (_, [total]) if free(&total) => write(total, left - sign, figures),
        ([one], _) if free(&one) => write(one, right + sign, figures),
        (parts, _) if parts.iter().all(|part| free(&part)) => cut(parts, right, figures),
        (_, parts) if parts.iter().all(|part| free(&part)) => cut(parts, left, figures),
        _ => false,
    }
}

/// Does so many of several things that can be done by a number or by yes.
fn do_some(plan: &Plan, least: i64, of: &[&Id], figures: &mut Figures<Value>) -> bool {
    let before = figures.clone();
    for (place, id) in (0..).zip(of) {
        let measure = plan.indicator(id.as_str()).map(|one| &one.measure);
        let step = measure.map_or(1, |measure| measure.invented().step());
        let value = match measure.map(|measure| measure.roll_up()) {
            Some(RollUp::Deed) => Value::Done(place < least),
            Some(RollUp::Count | RollUp::Money | RollUp::Quantity) if place < least => {
                let there = figures.get(id.as_str()).and_then(Value::number);
                Value::Number(there.unwrap_or_default().max(step))
            }
            Some(RollUp::Count | RollUp::Money | RollUp::Quantity) => Value::Number(0),
            _ => continue,
        };
        figures.insert(id.as_str().to_owned(), value);
    }
    *figures != before
}

/// Cuts parts in proportion so that they add up to `total`; the first takes what is left over.
fn cut(parts: &[Term], total: i64, figures: &mut Figures<Value>) -> bool {
    let values: Vec<i64> = parts
        .iter()
        .map(|part| read(part, &[], figures).unwrap_or(0).max(0))
        .collect();
    let sum: i64 = values.iter().sum::<i64>().max(1);
    let cut: Vec<i64> = values
        .iter()
        .map(|value| value.saturating_mul(total.max(0)) / sum)
        .collect();
    let over = total - cut.iter().sum::<i64>();
    let mut changed = false;
    for (place, (part, value)) in parts.iter().zip(cut).enumerate() {
        let extra = if place == 0 { over } else { 0 };
        changed |= write(part, value + extra, figures);
    }
    changed
}

fn read(term: &Term, activities: &[ReportActivity], figures: &Figures<Value>) -> Option<i64> {
    match term {
        Term::Number(number) => Some(*number),
        Term::Activities => i64::try_from(activities.len()).ok(),
        Term::Participants => Some(activities.iter().filter_map(|one| one.participants).sum()),
        Term::Figure(id) => figures.get(id.as_str())?.number(),
        Term::Answered(id) => Some(match figures.get(id.as_str()) {
            None => 0,
            Some(Value::Done(done)) => i64::from(*done),
            Some(value) => value.number().map_or(1, |number| i64::from(number > 0)),
        }),
        Term::Rows(id) => match figures.get(id.as_str())? {
            Value::Table(rows) => i64::try_from(rows.len()).ok(),
            _ => None,
        },
        Term::Column(of) => match figures.get(of.table.as_str())? {
            Value::Table(rows) => {
                let cells = rows.iter().map(|row| row.get(of.column.as_str()));
                Some(cells.flatten().filter_map(Value::number).sum())
            }
            _ => None,
        },
        Term::Part(id) | Term::Whole(id) => match (figures.get(id.as_str())?, term) {
            (Value::Share { part, .. }, Term::Part(_)) => Some(*part),
            (Value::Share { whole, .. }, _) => Some(*whole),
            _ => None,
        },
    }
}

fn write(term: &Term, number: i64, figures: &mut Figures<Value>) -> bool {
    let Some(id) = term.indicator() else {
        return false;
    };
    let value = match (term, figures.get(id.as_str())) {
        (Term::Figure(_), Some(Value::Number(there))) if *there != number => Value::Number(number),
        (Term::Part(_), Some(Value::Share { part, whole })) if *part != number => Value::Share {
            part: number,
            whole: (*whole).max(number),
        },
        (Term::Whole(_), Some(Value::Share { part, whole })) if *whole != number => Value::Share {
            part: (*part).min(number),
            whole: number,
        },
        _ => return false,
    };
    figures.insert(id.as_str().to_owned(), value);
    true
}

/// Whether an indicator counts what the list of activities holds.
pub(super) fn is_tally(plan: &Plan, id: &str) -> bool {
    let tally = plan.indicator(id).and_then(|one| one.tally);
    matches!(tally, Some(Tally::Activities | Tally::Participants))
}
