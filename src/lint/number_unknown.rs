//! Units of which a number is not known by which the plan chooses.
//!
//! Why: "cơ sở từ 100 cử tri" chooses nobody whose voters nobody has counted, and nobody is told: a unit is left out of a
//! target, a field or a report by a gap in the roster.
//! Example: a target for units of 100 voters and more, in a plan that says of eleven wards how many they have, and of one
//! school not.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Id, Selector, Unit};
use crate::text::{Both, join};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&UNIT_NUMBER_UNKNOWN, &TARGET_NUMBER_UNKNOWN],
};

static UNIT_NUMBER_UNKNOWN: Lint = Lint {
    code: "unit.numberUnknown",
    about: "The plan chooses units by a number that it does not know of some of them, so that these are not chosen.",
    severities: &[Severity::Warning],
    gaps: &[
        ("name", &["cử tri"]),
        ("count", &["2"]),
        ("units", &["Đoàn trường A, Đoàn trường B"]),
    ],
    says: Both {
        vi: "Kế hoạch chọn đơn vị theo số {name} nhưng {count} đơn vị chưa có số này nên không được chọn: {units}.",
        en: "The plan chooses units by their number of {name}, which it does not know of {count} units, so that they are not chosen: {units}.",
    },
    mend: Both {
        vi: "Ghi số này cho từng đơn vị, hoặc kể tên đơn vị không thuộc diện.",
        en: "State the number of each unit, or name the units that are not meant.",
    },
};

static TARGET_NUMBER_UNKNOWN: Lint = Lint {
    code: "target.numberUnknown",
    about: "A target rests on a number of each unit that the plan does not know of some of them.",
    severities: &[Severity::Warning],
    gaps: &[
        ("name", &["cử tri"]),
        ("count", &["2"]),
        ("units", &["Đoàn trường A, Đoàn trường B"]),
    ],
    says: Both {
        vi: "Chỉ tiêu này tính theo số {name} của mỗi đơn vị nhưng {count} đơn vị chưa có số này: {units}.",
        en: "This target rests on each unit's number of {name}, which the plan does not know of {count} units: {units}.",
    },
    mend: Both {
        vi: "Ghi số này cho từng đơn vị.",
        en: "State the number of each unit.",
    },
};

/// How many of them are named.
const NAMED: usize = 3;

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, selector) in selectors(view) {
        for (at, range) in selector.ranges.iter().enumerate() {
            let others = Selector {
                ranges: Vec::new(),
                ..selector.clone()
            };
            let place = path.clone().then("ranges").at(at);
            let found = unknown(view, &others, &range.attribute, &UNIT_NUMBER_UNKNOWN, place);
            out.extend(found);
        }
    }
    for (path, target) in view.targets() {
        // What units are asked for is known once they have told it.
        let is_asked = |id: &Id| {
            let forms = view.plan.templates.iter().flat_map(|form| &form.sections);
            forms
                .flat_map(|section| &section.fields)
                .any(|field| field.indicator == *id)
        };
        let asked = target.asked_in(view.plan);
        if let Some(attribute) = target.rests_on().filter(|_| !asked.is_some_and(is_asked)) {
            let place = path.then("of");
            let found = unknown(
                view,
                &target.units,
                attribute,
                &TARGET_NUMBER_UNKNOWN,
                place,
            );
            out.extend(found);
        }
    }
}

/// That of some units that are chosen a number is not known; none where it is known of all.
fn unknown(
    view: &View<'_>,
    of: &Selector,
    attribute: &Id,
    lint: &'static Lint,
    place: Path,
) -> Option<LintFinding> {
    let is_unknown = |unit: &&Unit| of.chooses(unit) && unit.number(attribute).is_none();
    let unknown: Vec<&Unit> = view.plan.units.iter().filter(is_unknown).collect();
    let mut known = view.plan.attributes.iter();
    let attribute = known.find(|one| one.id == *attribute)?;
    if unknown.is_empty() {
        return None;
    }
    let named = unknown.iter().take(NAMED).map(|unit| unit.name.clone());
    let mut named = join(&named.collect::<Vec<_>>(), ", ");
    if unknown.len() > NAMED {
        named.push('…');
    }
    let said = lint
        .counting(unknown.len())
        .with("name", attribute.name.clone())
        .with("units", named);
    Some(LintFinding::new(Severity::Warning, place, said))
}

/// All that chooses units, with its place.
fn selectors<'p>(view: &View<'p>) -> Vec<(Path, &'p Selector)> {
    let plan = view.plan;
    let mut all = Vec::new();
    for (path, duty) in view.duties() {
        for (at, stated) in duty.schedules.iter().enumerate() {
            let path = path.clone().then("schedules").at(at).then("units");
            all.extend(stated.units.as_ref().map(|units| (path, units)));
        }
        for (at, extension) in duty.extensions.iter().enumerate() {
            let path = path.clone().then("extensions").at(at).then("units");
            all.push((path, &extension.units));
        }
        all.push((path.then("by"), &duty.by));
    }
    for (path, target) in view.targets() {
        all.push((path.then("units"), &target.units));
    }
    for (path, activity) in view.activities() {
        all.push((path.then("units"), &activity.units));
    }
    for (at, template) in plan.templates.iter().enumerate() {
        let path = Path::top("templates").at(at).then("sections");
        for (at, section) in template.sections.iter().enumerate() {
            let path = path.clone().at(at);
            let units = |path: &Path| path.clone().then("only").then("units");
            if let Some(only) = &section.only {
                all.push((units(&path), &only.units));
            }
            for (at, field) in section.fields.iter().enumerate() {
                if let Some(only) = &field.only {
                    let path = path.clone().then("fields").at(at);
                    all.push((units(&path), &only.units));
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, found, target};
    use crate::plan::{Id, Plan, UnitNumber};
    use serde_json::json;

    /// A target for wards of 100 voters and more, of which the plan knows those of the first few.
    fn known(of: usize) -> Plan {
        let units = json!({"levels": ["base"], "ranges": [{"attribute": "voters", "least": 100}]});
        let mut plan = target("Trồng 100 cây", json!({"units": units}));
        let attribute = Id::new("voters").unwrap();
        plan.attributes = vec![crate::plan::Attribute {
            id: attribute.clone(),
            name: "cử tri".to_owned(),
            asked: None,
            source: None,
        }];
        for unit in plan.units.iter_mut().skip(1).take(of) {
            let number = UnitNumber {
                attribute: attribute.clone(),
                number: 80,
            };
            unit.numbers = vec![number];
        }
        plan
    }

    #[test]
    fn units_without_the_number_are_named() {
        assert_eq!(codes(&known(3), "unit.numberUnknown"), "");
        let plan = known(1);
        let found = found(&plan, "unit.numberUnknown");
        assert_eq!(found[0].path.to_string(), "/targets/0/units/ranges/0");
        let words = format!("{:?}", found[0].said.words);
        assert!(words.contains("b, c"), "{words}");
    }
    #[test]
    fn what_a_target_rests_on_is_known_of_all_whom_it_binds() {
        let mut plan = known(2);
        plan.targets[0].units.ranges.clear();
        plan.targets[0].of = Some(Box::new(crate::plan::Base {
            attribute: plan.attributes[0].id.clone(),
            by: crate::plan::By::Each,
        }));
        let found = found(&plan, "target.numberUnknown");
        assert_eq!(found[0].path.to_string(), "/targets/0/of");
        plan.units[3].numbers = plan.units[2].numbers.clone();
        assert_eq!(codes(&plan, "target.numberUnknown"), "");
    }
}
