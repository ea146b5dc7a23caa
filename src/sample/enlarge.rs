//! A plan with more units than it has, for measuring.

use crate::plan::{Id, Plan, Unit};

/// The plan with so many units that report. Where it has fewer, made ones are added, each after the
/// model of one of its own (level, sector, unit above); where it has more, the last of them go. The units
/// that owe no report stay.
#[must_use]
pub fn with_units(plan: &Plan, count: usize) -> Plan {
    let mut plan = plan.clone();
    let reports = |unit: &Unit| plan.duties.iter().any(|duty| duty.by.chooses(unit));
    let reporting: Vec<Unit> = plan
        .units
        .iter()
        .filter(|unit| reports(unit))
        .cloned()
        .collect();
    // Units that a duty names one by one are not models: nobody asks a made one.
    let named = |unit: &Unit| {
        let lists = plan.duties.iter().map(|duty| &duty.by.units);
        lists.flatten().any(|id| *id == unit.id)
    };
    let models: Vec<&Unit> = reporting.iter().filter(|unit| !named(unit)).collect();
    let kept: Vec<Id> = reporting
        .iter()
        .take(count)
        .map(|unit| unit.id.clone())
        .collect();
    let gone: Vec<Id> = reporting
        .iter()
        .skip(count)
        .map(|unit| unit.id.clone())
        .collect();
    let made = models.iter().cycle().take(if models.is_empty() {
        0
    } else {
        count.saturating_sub(kept.len())
    });
    let made: Vec<Unit> = (1..)
        .zip(made)
        .filter_map(|(number, model)| made_unit(number, model))
        .collect();
    // A unit that stands above others, or that something names, cannot simply go.
    let needed = |id: &Id| {
        plan.units
            .iter()
            .any(|unit| unit.parent.as_ref() == Some(id))
            || plan.duties.iter().any(|duty| duty.by.units.contains(id))
            || plan
                .targets
                .iter()
                .any(|target| target.units.units.contains(id))
            || plan
                .targets
                .iter()
                .any(|target| target.units.except.contains(id))
            || plan
                .activities
                .iter()
                .any(|one| one.units.units.contains(id))
            || plan
                .activities
                .iter()
                .any(|one| one.units.except.contains(id))
    };
    let stays: Vec<bool> = plan
        .units
        .iter()
        .map(|unit| !gone.contains(&unit.id) || needed(&unit.id))
        .collect();
    let mut stays = stays.into_iter();
    plan.units.retain(|_| stays.next().unwrap_or(true));
    plan.units.extend(made);
    plan
}

fn made_unit(number: usize, model: &Unit) -> Option<Unit> {
    Some(Unit {
        id: Id::new(["mau-", &number.to_string()].concat()).ok()?,
        name: [&*model.name, " (mẫu ", &number.to_string(), ")"].concat(),
        aliases: Vec::new(),
        source: None,
        ..model.clone()
    })
}
