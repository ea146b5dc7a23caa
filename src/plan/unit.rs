//! Who reports: levels, sectors, units, and selectors that choose among them.

use super::{Id, Source};
use crate::calendar::Date;
use crate::read::record;
use serde::Serialize;

/// A level (cấp) or a sector (khối, khu vực) of the organisation. Both are data: the district level
/// went on 1 July 2025, and older plans still have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// Its identity within the plan.
    pub id: Id,
    /// Its name as people say it, for example "Cơ sở Đoàn" or "Khu vực trường học".
    pub name: String,
}

/// A unit (đơn vị, cơ sở Đoàn): who owes reports, or whom reports go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Unit {
    /// Its identity; stays when the name changes.
    pub id: Id,
    /// Its name as the organisation writes it, for example "Đoàn phường Tây Thạnh".
    pub name: String,
    /// Other names under which people search for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its level.
    pub level: Id,
    /// Its sector, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Id>,
    /// The unit above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// The first day on which it exists, where it was founded inside the plan's period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it exists, where it was merged or dissolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The unit into which it was merged (sáp nhập vào), after the last day on which it exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<Id>,
    /// Where the document names it; none for plausible data that stands in for the office's roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Unit {
    /// Whether the unit exists on any day from `from` to `to`.
    #[must_use]
    pub fn exists_within(&self, from: Date, to: Date) -> bool {
        self.from.is_none_or(|first| first <= to) && self.to.is_none_or(|last| last >= from)
    }
}

/// Chooses units (đối tượng thực hiện). An empty list asks nothing; a unit is chosen when it fits
/// every list that is not empty and is not excepted. The empty selector chooses every unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Selector {
    /// Levels to choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Id>,
    /// Sectors to choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Id>,
    /// Single units to choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Id>,
    /// Units left out again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Id>,
}

impl Selector {
    /// Whether it chooses every unit.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether `unit` is chosen.
    #[must_use]
    pub fn chooses(&self, unit: &Unit) -> bool {
        let fits = |list: &[Id], id: Option<&Id>| {
            list.is_empty() || id.is_some_and(|id| list.contains(id))
        };
        fits(&self.levels, Some(&unit.level))
            && fits(&self.sectors, unit.sector.as_ref())
            && fits(&self.units, Some(&unit.id))
            && !self.except.contains(&unit.id)
    }
}

record!(Group { id, name; });
record!(Unit { id, name, level; aliases, sector, parent, from, to, merged_into, source });
record!(Selector { ; levels, sectors, units, except });
