//! Every kind of target, worked by hand.

use super::cases::{case, check};
use super::{number, plan_with, progress, share};
use crate::report::Value;
use crate::rollup::{Obstacle, TargetState};
use TargetState::{
    Behind, Exceeded, Incomplete, Missed, NoData, NotStarted, OnTrack, Open, Reached, Unmeasured,
};
use serde_json::json;

/// Half of the plan's time is gone at the end of 19 March; all of it after 2 April.
const HALF: &str = "2023-03-20T00:00";
const OVER: &str = "2023-04-10T00:00";

/// All four units for the first two weeks, the same value each.
fn half(value: Value) -> Vec<(&'static str, usize, Value)> {
    weeks(&value, &[1, 2])
}

fn whole(value: Value) -> Vec<(&'static str, usize, Value)> {
    let mut all = weeks(&value, &[1, 2, 3, 4]);
    all.push(("a", 0, number(4)));
    all
}

fn weeks(value: &Value, weeks: &[usize]) -> Vec<(&'static str, usize, Value)> {
    let of = |week: &usize| ["a", "b", "c", "d"].map(|unit| (unit, *week, value.clone()));
    weeks.iter().flat_map(of).collect()
}

fn some<const N: usize>(
    reports: [(&'static str, usize, Value); N],
) -> Vec<(&'static str, usize, Value)> {
    reports.into()
}

#[test]
fn a_count_for_all_units_together() {
    let sum = || (json!({}), json!({}));
    let most = |value: i64| {
        (
            json!({}),
            json!({"comparison": "atMost", "value": {"count": value}}),
        )
    };
    let exactly = || {
        (
            json!({}),
            json!({"comparison": "exactly", "value": {"count": 16}}),
        )
    };
    check(vec![
        case(
            "before it begins",
            sum(),
            (vec![], "2023-03-01T00:00"),
            (None, Some(100), Some(0), None, NotStarted),
        ),
        case(
            "begun, nothing due",
            sum(),
            (vec![], "2023-03-07T00:00"),
            (None, Some(100), Some(3), None, NoData),
        ),
        case(
            "half, at pace",
            sum(),
            (half(number(7)), HALF),
            (Some(56), Some(100), Some(50), Some(112), OnTrack),
        ),
        case(
            "half, behind",
            sum(),
            (half(number(6)), HALF),
            (Some(48), Some(100), Some(50), Some(96), Behind),
        ),
        case(
            "one unit of four reported: the others go as it does",
            sum(),
            (some([("a", 1, number(5)), ("a", 2, number(5))]), HALF),
            (Some(10), Some(100), Some(50), Some(80), Behind),
        ),
        case(
            "zero is a figure",
            sum(),
            (half(number(0)), HALF),
            (Some(0), Some(100), Some(50), Some(0), Behind),
        ),
        case(
            "over, reports lacking",
            sum(),
            (half(number(6)), OVER),
            (Some(48), Some(100), Some(100), Some(96), Incomplete),
        ),
        case(
            "over and all there, so nothing is projected: the closing report holds for its unit",
            sum(),
            (whole(number(1)), OVER),
            (Some(16), Some(100), Some(100), None, Missed),
        ),
        case(
            "reached",
            sum(),
            (whole(number(40)), OVER),
            (Some(484), Some(100), Some(100), None, Reached),
        ),
        case(
            "a ceiling kept so far",
            most(50),
            (half(number(6)), HALF),
            (Some(48), Some(50), None, Some(96), OnTrack),
        ),
        case(
            "a ceiling kept",
            most(16),
            (whole(number(1)), OVER),
            (Some(16), Some(16), None, None, Reached),
        ),
        case(
            "a ceiling broken",
            most(47),
            (half(number(6)), HALF),
            (Some(48), Some(47), None, Some(96), Exceeded),
        ),
        case(
            "exactly",
            exactly(),
            (whole(number(1)), OVER),
            (Some(16), Some(16), Some(16), None, Reached),
        ),
        case(
            "more than exactly",
            exactly(),
            (half(number(6)), HALF),
            (Some(48), Some(16), Some(8), Some(96), Exceeded),
        ),
    ]);
}

#[test]
fn money_shares_and_deeds_for_all_units_together() {
    let money = || {
        (
            json!({"measure": "money"}),
            json!({"value": {"money": 2_000_000_000}}),
        )
    };
    let shares = |combine: &str| {
        let measure = json!({"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}});
        (
            json!({"measure": measure, "combine": combine}),
            json!({"value": {"basisPoints": 7500}}),
        )
    };
    let deed = || {
        (
            json!({"measure": "done", "combine": "maximum"}),
            json!({"value": "done"}),
        )
    };
    check(vec![
        case(
            "money",
            money(),
            (half(number(200_000_000)), HALF),
            (
                Some(1_600_000_000),
                Some(2_000_000_000),
                Some(1_000_000_000),
                Some(3_200_000_000),
                OnTrack,
            ),
        ),
        case(
            "parts and wholes are added, not shares averaged",
            shares("latest"),
            (
                some([("a", 1, share(10, 10)), ("b", 1, share(0, 90))]),
                HALF,
            ),
            (Some(1000), Some(7500), Some(3750), Some(1000), Behind),
        ),
        case(
            "the latest of each unit",
            shares("latest"),
            (
                some([
                    ("a", 2, share(9, 10)),
                    ("a", 1, share(1, 10)),
                    ("b", 1, share(60, 90)),
                ]),
                HALF,
            ),
            (Some(6900), Some(7500), Some(3750), Some(6900), OnTrack),
        ),
        case(
            "a running share grows, but not above its whole",
            shares("cumulative"),
            (
                some([("a", 2, share(45, 90)), ("b", 2, share(9, 10))]),
                HALF,
            ),
            (Some(5400), Some(7500), Some(3750), Some(10_000), OnTrack),
        ),
        case(
            "reached to the hundredth",
            shares("latest"),
            (some([("a", 1, share(3, 4))]), HALF),
            (Some(7500), Some(7500), Some(3750), Some(7500), Reached),
        ),
        case(
            "nothing of nothing is no value",
            shares("latest"),
            (some([("a", 1, share(0, 0))]), HALF),
            (None, Some(7500), Some(3750), None, NoData),
        ),
        case(
            "not done",
            deed(),
            (half(Value::Done(false)), HALF),
            (Some(0), Some(1), None, None, Open),
        ),
        case(
            "done by one",
            deed(),
            (
                some([("a", 1, Value::Done(true)), ("a", 2, Value::Done(false))]),
                HALF,
            ),
            (Some(1), Some(1), None, None, Reached),
        ),
    ]);
}

#[test]
fn each_unit_or_a_share_of_the_units() {
    let each = || (json!({}), json!({"scope": "each", "value": {"count": 10}}));
    let half_of_them = || {
        (
            json!({}),
            json!({"scope": {"shareOfUnits": 5000}, "value": {"count": 10}}),
        )
    };
    let most_of_them = || {
        (
            json!({}),
            json!({"scope": {"shareOfUnits": 5100}, "value": {"count": 10}}),
        )
    };
    let wards = || {
        (
            json!({}),
            json!({"scope": "each", "value": {"count": 10}, "units": {"sectors": ["ward"]}}),
        )
    };
    let members = || {
        (
            json!({}),
            json!({"scope": "eachMember", "value": {"count": 2}}),
        )
    };
    let mixed = || {
        some([
            ("a", 1, number(12)),
            ("b", 1, number(4)),
            ("b", 2, number(2)),
            ("c", 1, number(1)),
        ])
    };
    check(vec![
        case(
            "one reaches it; of three that reported two will, so of four two",
            each(),
            (mixed(), HALF),
            (Some(1), Some(4), Some(2), Some(2), Behind),
        ),
        case(
            "all reach it",
            each(),
            (half(number(5)), HALF),
            (Some(4), Some(4), Some(2), Some(4), Reached),
        ),
        case(
            "half of the units",
            half_of_them(),
            (mixed(), HALF),
            (Some(1), Some(2), Some(1), Some(2), OnTrack),
        ),
        case(
            "51 % of four units are three",
            most_of_them(),
            (mixed(), HALF),
            (Some(1), Some(3), Some(1), Some(2), OnTrack),
        ),
        case(
            "only the wards",
            wards(),
            (mixed(), HALF),
            (Some(1), Some(2), Some(1), Some(2), OnTrack),
        ),
        case(
            "each member: how many there are is not known",
            members(),
            (mixed(), HALF),
            (Some(19), None, None, Some(76), Unmeasured),
        ),
    ]);
    let plan = plan_with(members().0, members().1);
    let obstacle = progress(&plan, &[], HALF, |progress| progress.targets[0].obstacle);
    assert_eq!(obstacle, Some(Obstacle::MembersUnknown));
}

#[test]
fn periods_combine_as_the_indicator_says() {
    let with = |combine: &str| (json!({"combine": combine}), json!({}));
    let reports = || {
        some([
            ("a", 1, number(30)),
            ("a", 2, number(20)),
            ("b", 2, number(7)),
            ("b", 1, number(5)),
        ])
    };
    check(vec![
        case(
            "sum",
            with("sum"),
            (reports(), HALF),
            (Some(62), Some(100), Some(50), Some(248), OnTrack),
        ),
        case(
            "latest",
            with("latest"),
            (reports(), HALF),
            (Some(27), Some(100), Some(50), Some(27), Behind),
        ),
        case(
            "running total",
            with("cumulative"),
            (reports(), HALF),
            (Some(27), Some(100), Some(50), Some(108), Behind),
        ),
        case(
            "largest",
            with("maximum"),
            (reports(), HALF),
            (Some(37), Some(100), Some(50), Some(37), Behind),
        ),
    ]);
}
