//! The tables that the tests of single plans compare. What holds for every plan is in `plans.rs`.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plan as it is shipped"
)]

use phieu::calendar::Instant;
use phieu::plan::{Plan, Target};
use phieu::schedule::{duties, occasions};

/// The plan of that name in `www/plans`.
pub fn plan(name: &str) -> Plan {
    let json = std::fs::read_to_string(format!("www/plans/{name}.json")).unwrap();
    Plan::parse(&json).unwrap_or_else(|errors| {
        let all: String = errors.iter().map(|error| format!("{error}\n")).collect();
        panic!("{all}")
    })
}

/// The targets in order: identity, value, for whom, how often, how many units are bound.
pub fn targets(plan: &Plan) -> Vec<String> {
    let bound = |target: &Target| {
        let chosen = plan.units.iter().filter(|unit| target.units.chooses(unit));
        chosen.count()
    };
    let line = |target: &Target| {
        format!(
            "{}: {:?} {:?} {:?} {:?} {}",
            target.id,
            target.comparison,
            target.value,
            target.scope,
            target.per,
            bound(target)
        )
    };
    plan.targets.iter().map(line).collect()
}

/// What a unit owes at a moment, as `duty label: state`, in the order in which it is shown.
pub fn owed(plan: &Plan, unit: &str, now: &str) -> Vec<String> {
    let now = Instant::parse_iso(&format!("{now}+07:00")).unwrap();
    let owed = duties(plan, unit, &[], now).unwrap();
    owed.iter()
        .map(|(occasion, state)| {
            let label = occasion.label.as_deref().unwrap_or("-");
            format!("{} {label}: {:?}", occasion.duty, state)
        })
        .collect()
}

/// The periods that a unit owes, as `duty from..to`, in the plan's order.
pub fn periods(plan: &Plan, unit: &str) -> Vec<String> {
    let unit = plan.unit(unit).unwrap();
    occasions(plan, unit)
        .iter()
        .map(|occasion| {
            let (from, to) = (occasion.period.from(), occasion.period.to());
            format!("{} {}..{}", occasion.duty, from.to_iso(), to.to_iso())
        })
        .collect()
}
