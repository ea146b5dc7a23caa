//! Levels that are both bound: what a unit above tells of those below is not added to what they told.

use super::{add, day, number, plan_of, progress, report};
use crate::calendar::Period;
use crate::plan::Plan;
use crate::report::Value;
use crate::rollup::RollUp;
use serde_json::{Value as Json, json};

/// A district over two areas; a and b stand below the first area, c below the second. All send weekly, and what the levels
/// above send gathers.
fn cascade(combine: &str, target: Json) -> Plan {
    let unit = |id: &str, parent: Option<&str>| match parent {
        None => json!({"id": id, "name": id, "level": "base", "sector": "school"}),
        Some(parent) => {
            json!({"id": id, "name": id, "level": "base", "sector": "ward", "parent": parent})
        }
    };
    let plan = plan_of(
        json!({"combine": combine}),
        target,
        json!({"units": [
            unit("top", None), unit("area", Some("top")), unit("other", Some("top")),
            unit("a", Some("area")), unit("b", Some("area")), unit("c", Some("other"))]}),
    );
    let mut json = serde_json::to_value(plan).unwrap();
    json["duties"][0]["gathers"] = json!(true);
    Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn told(list: &[(&'static str, usize, i64)]) -> Vec<(&'static str, usize, Value)> {
    let told = list.iter();
    told.map(|(unit, week, value)| (*unit, *week, number(*value)))
        .collect()
}

#[test]
fn nothing_counts_twice_when_both_levels_tell() {
    for (what, combine, reports, all) in [
        (
            "only those below",
            "sum",
            &[("a", 1, 4), ("b", 1, 3)][..],
            7,
        ),
        (
            "the area gathers, and did some work itself",
            "sum",
            &[("a", 1, 4), ("b", 1, 3), ("area", 1, 8)],
            8,
        ),
        (
            "the area tells of one week alone",
            "sum",
            &[("a", 1, 4), ("a", 2, 5), ("area", 1, 4)],
            9,
        ),
        (
            "beside it another area",
            "sum",
            &[("a", 1, 4), ("area", 1, 4), ("c", 1, 6)],
            10,
        ),
        (
            "the district gathers all",
            "sum",
            &[("a", 1, 4), ("area", 1, 4), ("c", 1, 6), ("top", 1, 11)],
            11,
        ),
        (
            "how things stand is told of all by whoever is above",
            "latest",
            &[("a", 1, 40), ("b", 2, 30), ("area", 1, 70), ("c", 1, 5)],
            75,
        ),
    ] {
        let plan = cascade(combine, json!({}));
        let reports = told(reports);
        let (sum, total) = progress(&plan, &reports, "2023-03-28T12:00", |progress| {
            let (_, reach) = &progress.targets[0].spans[0];
            (reach.value, progress.totals[0].all)
        });
        assert_eq!(sum, Some(all), "{what}");
        let amount = total.amount.and_then(|amount| amount.number());
        assert_eq!(amount, Some(all), "{what}");
        let units: std::collections::BTreeSet<_> = reports.iter().map(|one| one.0).collect();
        assert_eq!(total.known, units.len(), "{what}: each is known by itself");
    }
}

#[test]
fn a_target_of_those_below_alone_and_one_of_each_unit_are_told_by_themselves() {
    let reports = told(&[("a", 1, 4), ("b", 1, 3), ("area", 1, 8)]);
    let below = json!({"units": {"units": ["a", "b", "c"]}});
    let each = json!({"scope": "each", "value": {"count": 3}});
    for (target, value) in [(below, 7), (each, 3)] {
        let plan = cascade("sum", target);
        let sum = progress(&plan, &reports, "2023-03-28T12:00", |progress| {
            progress.targets[0].spans[0].1.value
        });
        assert_eq!(sum, Some(value));
    }
}

#[test]
fn what_those_below_sent_is_told_to_the_one_above_once() {
    for (what, of, reports, expected) in [
        (
            "of each its own",
            "area",
            &[("a", 1, 4), ("b", 1, 3), ("c", 1, 9), ("area", 1, 1)][..],
            &[("a", Some(4)), ("b", Some(3))][..],
        ),
        (
            "where one in between gathers, that one tells",
            "top",
            &[("a", 1, 4), ("b", 1, 3), ("area", 1, 8), ("c", 1, 9)],
            &[("area", Some(8)), ("a", None), ("b", None), ("c", Some(9))],
        ),
        ("of other days nothing", "area", &[("a", 2, 4)], &[]),
        ("nobody is below", "a", &[("b", 1, 4)], &[]),
    ] {
        let plan = cascade("sum", json!({}));
        let mut rollup = RollUp::new(&plan);
        for (unit, week, value) in told(reports) {
            add(&mut rollup, &report(unit, week, Some(value)), None, 1);
        }
        let week = Period::new(day("03-06"), day("03-12")).unwrap();
        let told = rollup.below(of, "weekly", week);
        let said: Vec<_> = told
            .iter()
            .map(|report| {
                let figure = report.figures.get("x").and_then(Value::told);
                (&*report.unit, figure.map(|(number, _)| number))
            })
            .collect();
        let mut expected = expected.to_vec();
        expected.sort_by_key(|(unit, _)| plan.units.iter().position(|one| one.id == **unit));
        assert_eq!(said, expected, "{what}");
        assert!(rollup.below(of, "closing", week).is_empty(), "{what}");
    }
}

#[test]
fn what_is_told_of_all_weeks_takes_nothing_out_of_one() {
    // The closing report of the area gathers four weeks; a target of each week adds up what that week's reports say.
    let plan = cascade("sum", json!({"per": "week", "scope": "whole"}));
    let mut json = serde_json::to_value(plan).unwrap();
    json["duties"][1]["by"] = json!({"units": ["area"]});
    json["duties"][1]["gathers"] = json!(true);
    let plan = Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let reports = told(&[("a", 1, 4), ("b", 1, 3), ("c", 1, 2), ("area", 0, 30)]);
    let (week, total) = progress(&plan, &reports, "2023-04-10T12:00", |progress| {
        let week = progress.targets[0].spans[0].1.value;
        (
            week,
            progress.totals[0].all.amount.and_then(|all| all.number()),
        )
    });
    assert_eq!((week, total), (Some(9), Some(32)));
    // Who gathers the week is told of the week's reports, not that the area told of the month.
    let mut rollup = RollUp::new(&plan);
    for (unit, week, value) in reports {
        add(&mut rollup, &report(unit, week, Some(value)), None, 1);
    }
    let week = Period::new(day("03-06"), day("03-12")).unwrap();
    let below = rollup.below("top", "weekly", week);
    let told: i64 = below
        .iter()
        .filter_map(|report| Some(report.figures.get("x")?.told()?.0))
        .sum();
    assert_eq!(told, 9);
}

#[test]
fn a_sector_adds_up_what_its_own_units_told() {
    let plan = cascade("sum", json!({}));
    let mut json = serde_json::to_value(plan).unwrap();
    json["units"][1]["sector"] = json!("school");
    let plan = Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let reports = told(&[("a", 1, 4), ("b", 1, 3), ("area", 1, 8)]);
    let sums = progress(&plan, &reports, "2023-03-28T12:00", |progress| {
        let target = progress.targets[0].sectors[0].value;
        let total = progress.totals[0].sectors[0]
            .amount
            .and_then(|all| all.number());
        (target, total, progress.targets[0].spans[0].1.value)
    });
    assert_eq!(sums, (Some(7), Some(7), Some(8)));
}
