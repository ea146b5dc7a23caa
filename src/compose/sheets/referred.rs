//! The units that a plan names elsewhere: without them it would not fit together.

use super::super::made;
use super::super::state::Composition;
use crate::plan::{Id, Selector};
use std::collections::BTreeSet;

/// Every unit that something else of the plan names; of other units only those that `stays`.
pub(super) fn referred(made: &Composition, stays: impl Fn(&Id) -> bool) -> BTreeSet<Id> {
    let plan = made::plan(made);
    let mut found = BTreeSet::new();
    let mut chosen = |selector: &Selector| {
        found.extend(selector.units.iter().chain(&selector.except).cloned());
    };
    for duty in &plan.duties {
        chosen(&duty.by);
        for stated in &duty.schedules {
            stated.units.iter().for_each(&mut chosen);
        }
        for extension in &duty.extensions {
            chosen(&extension.units);
        }
    }
    for target in &plan.targets {
        chosen(&target.units);
    }
    for activity in &plan.activities {
        chosen(&activity.units);
    }
    for section in plan.templates.iter().flat_map(|form| &form.sections) {
        let fields = section.fields.iter().map(|field| &field.only);
        for only in std::iter::once(&section.only).chain(fields).flatten() {
            chosen(&only.units);
        }
    }
    for unit in plan.units.iter().filter(|unit| stays(&unit.id)) {
        found.extend(unit.parent.iter().chain(&unit.merged_into).cloned());
    }
    found
}
