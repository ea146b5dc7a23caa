//! Levels, sectors and units: each known once, the tree of units without a cycle.

use super::{Check, DUTIES, EXACT, NAME, Place, UNITS};
use crate::plan::{Group, Id, Plan, PlanPart, PlanProblem, Reads, Unit};
use crate::read::Problem;
use std::collections::BTreeMap;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    groups(check, "levels", PlanPart::Level, &plan.levels);
    groups(check, "sectors", PlanPart::Sector, &plan.sectors);
    let root = Place::ROOT;
    let attributes = root.key("attributes");
    check.most(&attributes, plan.attributes.len(), DUTIES);
    check.unique(
        &attributes,
        "id",
        PlanPart::Attribute,
        plan.attributes.iter().map(|attribute| &attribute.id),
    );
    for (index, attribute) in plan.attributes.iter().enumerate() {
        let name = attributes.index(index);
        check.text(&name.key("name"), &attribute.name, NAME);
        if let Some(asked) = &attribute.asked {
            check.reads(&name.key("asked"), asked, Reads::Figure);
        }
    }
    let units = root.key("units");
    check.some(&root.key("levels"), plan.levels.len());
    check.some(&units, plan.units.len());
    check.most(&units, plan.units.len(), UNITS);
    check.unique(
        &units,
        "id",
        PlanPart::Unit,
        plan.units.iter().map(|unit| &unit.id),
    );
    for (index, unit) in plan.units.iter().enumerate() {
        let place = units.index(index);
        check.text(&place.key("name"), &unit.name, NAME);
        check.reference(&place.key("level"), PlanPart::Level, &unit.level);
        if let Some(sector) = &unit.sector {
            check.reference(&place.key("sector"), PlanPart::Sector, sector);
        }
        if let Some(parent) = &unit.parent {
            check.reference(&place.key("parent"), PlanPart::Unit, parent);
        }
        if let (Some(from), Some(to)) = (unit.from, unit.to)
            && to < from
        {
            check.report(&place.key("to"), PlanProblem::EndBeforeStart);
        }
        if let Some(into) = &unit.merged_into {
            merger(check, &place, unit, into);
        }
        numbers(check, &place.key("numbers"), unit);
    }
    cycles(check, &units, &plan.units);
}

/// A unit merges into another, after a last day.
fn merger(check: &mut Check<'_>, place: &Place<'_>, unit: &Unit, into: &Id) {
    check.reference(&place.key("mergedInto"), PlanPart::Unit, into);
    if *into == unit.id {
        let unit = unit.id.clone();
        check.report(
            &place.key("mergedInto"),
            PlanProblem::MergedIntoItself { unit },
        );
    }
    if unit.to.is_none() {
        let field = "to".to_owned();
        check.report(place, PlanProblem::Misread(Problem::MissingField { field }));
    }
}

/// Numbers of attributes that the plan has, each once.
fn numbers(check: &mut Check<'_>, place: &Place<'_>, unit: &Unit) {
    let known = unit.numbers.iter().map(|one| &one.attribute);
    check.unique(place, "attribute", PlanPart::Attribute, known);
    for (index, one) in unit.numbers.iter().enumerate() {
        let item = place.index(index);
        check.reference(&item.key("attribute"), PlanPart::Attribute, &one.attribute);
        check.range(&item.key("number"), one.number, -EXACT, EXACT);
    }
}

fn groups(check: &mut Check<'_>, key: &'static str, part: PlanPart, groups: &[Group]) {
    let root = Place::ROOT;
    let list = root.key(key);
    check.most(&list, groups.len(), DUTIES);
    check.unique(&list, "id", part, groups.iter().map(|group| &group.id));
    for (index, group) in groups.iter().enumerate() {
        check.text(&list.index(index).key("name"), &group.name, NAME);
    }
}

/// Reports one unit of every ring of parents. Every unit is walked from once, so the work grows with
/// the number of units and not with the depth of the tree.
fn cycles(check: &mut Check<'_>, place: &Place<'_>, units: &[Unit]) {
    let position: BTreeMap<&Id, usize> = units
        .iter()
        .enumerate()
        .map(|(index, unit)| (&unit.id, index))
        .collect();
    let above = |index: usize| {
        let parent = units.get(index)?.parent.as_ref()?;
        position.get(parent).copied()
    };
    // In which walk a unit was seen; 0 before any.
    let mut walked = vec![0_usize; units.len()];
    for start in 0..units.len() {
        let walk = start + 1;
        let mut next = Some(start);
        while let Some(index) = next {
            match walked.get_mut(index) {
                Some(seen) if *seen == 0 => *seen = walk,
                Some(seen) if *seen == walk => {
                    if let Some(unit) = units.get(index) {
                        let unit = unit.id.clone();
                        check.report(
                            &place.index(index).key("parent"),
                            PlanProblem::ParentCycle { unit },
                        );
                    }
                    break;
                }
                _ => break,
            }
            next = above(index);
        }
    }
}
