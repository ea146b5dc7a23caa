//! The plan that a composition makes.

use super::cells::scoring;
use super::state::{Composition, Row};
use super::{forms, growth};
use crate::plan::Plan;

/// The plan as it stands, whether or not it is whole.
pub(super) fn plan(made: &Composition) -> Plan {
    let mut plan = Plan::clone(&made.base);
    plan.units = within(&made.units);
    plan.indicators = made.figures().cloned().collect();
    plan.targets = within(&made.targets);
    plan.activities = within(&made.activities);
    plan.duties = within(&made.duties);
    let asked = |id| plan.duties.iter().any(|duty| duty.template == id);
    plan.templates = made
        .forms
        .iter()
        .filter(|form| asked(form.template.id.clone()))
        .map(|form| forms::built(made, form))
        .collect();
    scoring::prune(&mut plan);
    growth::prune(&mut plan, &made.targets);
    plan
}

fn within<T: Clone>(rows: &[Row<T>]) -> Vec<T> {
    let rows = rows.iter().filter(|row| row.is_in());
    rows.map(|row| row.item.clone()).collect()
}
