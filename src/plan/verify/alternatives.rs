//! Groups of targets: each names targets that can be counted together, and as many of them as can be reached.

use super::{Check, INDICATORS, PROSE, Place};
use crate::plan::{Alternatives, Id, Plan, PlanPart, PlanProblem, Target};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let groups = Place::ROOT.key("alternatives");
    check.most(&groups, plan.alternatives.len(), INDICATORS);
    let ids = plan.alternatives.iter().map(|group| &group.id);
    check.unique(&groups, "id", PlanPart::Alternatives, ids);
    let targets: BTreeMap<&Id, &Target> = plan.targets.iter().map(|one| (&one.id, one)).collect();
    let mut grouped = BTreeSet::new();
    for (index, group) in plan.alternatives.iter().enumerate() {
        let place = groups.index(index);
        // Progress shows both in one list, where each is known by its identity.
        if targets.contains_key(&group.id) {
            let (part, id) = (PlanPart::Target, group.id.clone());
            check.report(&place.key("id"), PlanProblem::RepeatedId { part, id });
        }
        check.text(&place.key("text"), &group.text, PROSE);
        self::group(check, &place, group, &targets, &mut grouped);
    }
}

fn group<'p>(
    check: &mut Check<'_>,
    place: &Place<'_>,
    group: &'p Alternatives,
    targets: &BTreeMap<&Id, &'p Target>,
    grouped: &mut BTreeSet<&'p Id>,
) {
    let of = place.key("of");
    let found = group.of.len();
    if found < 2 {
        check.report(&of, PlanProblem::TooFew { least: 2, found });
    }
    check.most(&of, found, Alternatives::MOST.into());
    let most = i64::try_from(found.max(1)).unwrap_or(i64::MAX);
    check.range(&place.key("least"), group.least.into(), 1, most);
    let mut first = None;
    for (index, id) in group.of.iter().enumerate() {
        let item = of.index(index);
        let Some(target) = targets.get(id) else {
            check.reference(&item, PlanPart::Target, id);
            continue;
        };
        if !grouped.insert(id) {
            let target = id.clone();
            check.report(&item, PlanProblem::GroupedTwice { target });
        }
        let first = *first.get_or_insert(target);
        let is_alike =
            first.units == target.units && first.scope == target.scope && first.per == target.per;
        if !is_alike {
            let target = id.clone();
            check.report(&item, PlanProblem::GroupUnlike { target });
        }
    }
}
