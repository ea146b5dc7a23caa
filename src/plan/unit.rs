//! Who reports: levels, sectors, units, and selectors that choose among them.

use super::{Id, NumberRange, Source, UnitNumber};
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
    /// What is known of it as numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<UnitNumber>,
    /// Where the document names it; none for plausible data that stands in for the office's roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Unit {
    /// Its number of an attribute; none where it is not known.
    #[must_use]
    pub fn number(&self, attribute: &Id) -> Option<i64> {
        let known = self.numbers.iter().find(|one| one.attribute == *attribute);
        known.map(|one| one.number)
    }

    /// Whether the unit exists on any day from `from` to `to`.
    #[must_use]
    pub fn exists_within(&self, from: Date, to: Date) -> bool {
        self.from.is_none_or(|first| first <= to) && self.to.is_none_or(|last| last >= from)
    }
}

/// Chooses units (đối tượng thực hiện). An empty list asks nothing; a unit is chosen when it fits
/// every list that is not empty, lies in every range, and is not excepted. The empty selector chooses every unit.
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
    /// Ranges in which numbers of the unit must lie ("từ 100 cử tri"); a unit of which such a number is not known is not
    /// chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<NumberRange>,
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
            && self
                .ranges
                .iter()
                .all(|range| range.takes(unit.number(&range.attribute)))
            && !self.except.contains(&unit.id)
    }
}

record!(Group { id, name; });
record!(Unit { id, name, level; aliases, sector, parent, from, to, merged_into, numbers, source });
record!(Selector { ; levels, sectors, units, ranges, except });

#[cfg(test)]
mod tests {
    use super::{Selector, Unit};
    use crate::read::from_str;
    use serde_json::{Value, json};

    fn chooses(selector: Value, unit: Value) -> bool {
        let selector: Selector = from_str(&selector.to_string()).unwrap();
        let mut whole = json!({"id": "u", "name": "U", "level": "base"});
        if let (Value::Object(whole), Value::Object(more)) = (&mut whole, unit) {
            whole.extend(more);
        }
        selector.chooses(&from_str::<Unit>(&whole.to_string()).unwrap())
    }

    #[test]
    fn a_range_chooses_by_a_number_that_is_known_and_lies_in_it() {
        let of = |number: i64| json!({"numbers": [{"attribute": "voters", "number": number}]});
        let ranges = |range: Value| json!({"levels": ["base"], "ranges": [range]});
        let from = json!({"attribute": "voters", "least": 100});
        let below = json!({"attribute": "voters", "most": 99});
        let within = json!({"attribute": "voters", "least": 25, "most": 35});
        for (range, number, chosen) in [
            (&from, 100, true),
            (&from, 99, false),
            (&below, 99, true),
            (&below, 100, false),
            (&within, 25, true),
            (&within, 35, true),
            (&within, 36, false),
        ] {
            let selector = ranges(range.clone());
            assert_eq!(chooses(selector, of(number)), chosen, "{range} {number}");
        }
        assert!(!chooses(ranges(below), json!({})), "not known is not few");
        assert!(!chooses(ranges(from.clone()), json!({"level": "district"})));
        let two = json!({"ranges": [from, {"attribute": "members", "least": 1}]});
        assert!(!chooses(two, of(120)), "all ranges must hold");
    }
}
