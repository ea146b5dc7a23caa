//! Choosing the reporting unit.

use crate::plan::{Plan, Unit};
use crate::text::matches;
use serde::Serialize;

/// The units of one sector that fit a search.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitGroup {
    /// The sector's name; the level's where a unit has no sector.
    pub sector: String,
    /// The units, in the plan's order.
    pub units: Vec<UnitView>,
}

/// A unit as people choose it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitView {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The units that owe a report and fit `query`, grouped by sector in the plan's order. Names and
/// aliases are searched without marks or case; an empty query fits all.
#[must_use]
pub fn unit_groups(plan: &Plan, query: &str) -> Vec<UnitGroup> {
    let mut groups: Vec<UnitGroup> = Vec::new();
    for unit in plan
        .units
        .iter()
        .filter(|unit| owes(plan, unit) && fits(unit, query))
    {
        let sector = sector_name(plan, unit);
        let view = UnitView {
            id: unit.id.to_string(),
            name: unit.name.clone(),
        };
        match groups.iter_mut().find(|group| group.sector == sector) {
            Some(group) => group.units.push(view),
            None => groups.push(UnitGroup {
                sector: sector.to_owned(),
                units: vec![view],
            }),
        }
    }
    groups
}

/// Whether a unit can be chosen at all.
pub(super) fn owes(plan: &Plan, unit: &Unit) -> bool {
    plan.duties.iter().any(|duty| duty.by.chooses(unit))
}

fn fits(unit: &Unit, query: &str) -> bool {
    matches(&unit.name, query) || unit.aliases.iter().any(|alias| matches(alias, query))
}

fn sector_name<'a>(plan: &'a Plan, unit: &Unit) -> &'a str {
    let of = |groups: &'a [crate::plan::Group], id: &crate::plan::Id| {
        groups
            .iter()
            .find(|group| group.id == *id)
            .map(|group| group.name.as_str())
    };
    unit.sector
        .as_ref()
        .and_then(|id| of(&plan.sectors, id))
        .or_else(|| of(&plan.levels, &unit.level))
        .unwrap_or_default()
}
