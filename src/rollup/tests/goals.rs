//! Targets that rest on a number of each unit, and ranges, worked by hand.

use super::{number, plan_of, progress};
use crate::plan::Plan;
use crate::rollup::{Obstacle, TargetState};
use TargetState::{Exceeded, Missed, Reached, Unmeasured};
use serde_json::{Value as Json, json};

/// The plan's time is over, and all has come.
const OVER: &str = "2023-04-10T00:00";

/// Units that have so many voters each; of whom none is given, it is not known.
fn plan(target: Json, voters: [Option<i64>; 4]) -> Plan {
    let units: Vec<Json> = ["a", "b", "c", "d"]
        .into_iter()
        .zip(voters)
        .map(|(id, voters)| {
            let numbers: Vec<Json> = voters
                .map(|number| json!({"attribute": "voters", "number": number}))
                .into_iter()
                .collect();
            json!({"id": id, "name": id.to_uppercase(), "level": "base", "numbers": numbers})
        })
        .collect();
    let attributes = json!([{"id": "voters", "name": "cử tri"}]);
    let changes = json!({"attributes": attributes, "units": units, "sectors": []});
    plan_of(json!({}), target, changes)
}

struct Found {
    value: Option<i64>,
    target: Option<i64>,
    state: TargetState,
    units: Vec<(Option<i64>, TargetState)>,
    obstacle: Option<Obstacle>,
}

/// How it stands once each unit has told of so many: all in the first week, and none in the others.
fn found(plan: &Plan, told: [i64; 4]) -> Found {
    let mut reports = Vec::new();
    for (unit, told) in ["a", "b", "c", "d"].into_iter().zip(told) {
        for week in 1..=4 {
            let value = if week == 1 { told } else { 0 };
            reports.push((unit, week, number(value)));
        }
    }
    reports.push(("a", 0, number(told[0])));
    progress(plan, &reports, OVER, |progress| {
        let target = &progress.targets[0];
        let reach = target.reach().expect("a span");
        let units = target.units.iter();
        Found {
            value: reach.value,
            target: reach.target,
            state: reach.state,
            units: units
                .map(|one| (one.reach.target, one.reach.state))
                .collect(),
            obstacle: target.obstacle,
        }
    })
}

const VOTERS: [Option<i64>; 4] = [Some(85), Some(120), Some(80), Some(200)];

fn of_voters(by: &str) -> Json {
    json!({"attribute": "voters", "by": by})
}

#[test]
fn each_unit_reaches_its_own_part_of_its_own_number() {
    let half = json!({"scope": "each", "value": {"basisPoints": "50 %"}, "of": of_voters("each")});
    let all = found(&plan(half.clone(), VOTERS), [43, 59, 40, 100]);
    // 50 % of 85 are 42,5: 43 reach it. Of 120 they are 60.
    let units = [
        (Some(43), Reached),
        (Some(60), Missed),
        (Some(40), Reached),
        (Some(100), Reached),
    ];
    assert_eq!(all.units, units);
    assert_eq!(
        (all.value, all.target, all.state),
        (Some(3), Some(4), Missed)
    );

    let unknown = found(
        &plan(half.clone(), [Some(85), None, Some(80), Some(200)]),
        [43, 59, 40, 100],
    );
    assert_eq!(unknown.units[1], (None, Unmeasured));
    assert_eq!((unknown.value, unknown.obstacle), (Some(3), None));
    let none = found(&plan(half, [None; 4]), [43, 59, 40, 100]);
    assert_eq!(
        (none.state, none.obstacle),
        (Unmeasured, Some(Obstacle::NumberUnknown))
    );
}

#[test]
fn all_together_reach_what_their_numbers_come_to_together() {
    let two = json!({"scope": "whole", "value": {"count": 2}, "of": of_voters("each")});
    // 85 + 120 + 80 + 200 = 485 voters, two for each.
    let all = found(&plan(two.clone(), VOTERS), [170, 240, 160, 400]);
    assert_eq!(
        (all.value, all.target, all.state),
        (Some(970), Some(970), Reached)
    );
    let all = found(&plan(two.clone(), VOTERS), [170, 240, 160, 399]);
    assert_eq!(all.state, Missed);
    let unknown = found(
        &plan(two.clone(), [Some(85), None, Some(80), Some(200)]),
        [170, 240, 160, 400],
    );
    assert_eq!(
        (unknown.state, unknown.obstacle),
        (Unmeasured, Some(Obstacle::NumberUnknown))
    );

    let mut each_member = two;
    each_member["scope"] = json!("eachMember");
    let all = found(&plan(each_member, VOTERS), [170, 239, 161, 400]);
    assert_eq!(
        (all.value, all.target, all.state),
        (Some(970), Some(970), Reached)
    );
    assert_eq!(all.units[1], (Some(240), Missed));
}

#[test]
fn growth_and_decrease_are_held_against_the_number_of_each_unit() {
    let grow = json!({"scope": "each", "value": {"ratio": "110/100"}, "of": of_voters("change")});
    // 10 % more than 85 are 93,5, than 120 132, than 80 88, than 200 220.
    let all = found(&plan(grow, VOTERS), [94, 131, 88, 220]);
    let goals: Vec<_> = all.units.iter().map(|(goal, _)| *goal).collect();
    assert_eq!(goals, [Some(94), Some(132), Some(88), Some(220)]);
    assert_eq!((all.value, all.state), (Some(3), Missed));

    let fall = json!({"scope": "whole", "comparison": "atMost", "value": {"ratio": "90/100"},
        "of": of_voters("change")});
    // 90 % of 485 are 436,5: 436 are 10 % fewer, 437 are not.
    for (told, state) in [(36, Reached), (37, Exceeded)] {
        let all = found(&plan(fall.clone(), VOTERS), [100, 150, 150, told]);
        assert_eq!((all.target, all.state), (Some(436), state), "{told}");
    }

    let fewer = json!({"scope": "each", "comparison": "atMost", "value": {"count": -3}, "of": of_voters("change")});
    let all = found(&plan(fewer, VOTERS), [82, 118, 77, 197]);
    assert_eq!(all.units[0], (Some(82), Reached));
    assert_eq!(all.units[1], (Some(117), Exceeded));
    assert_eq!(all.value, Some(3));
}

#[test]
fn a_range_is_reached_within_its_ends() {
    let range =
        |scope: &str| json!({"scope": scope, "value": {"count": 25}, "upTo": {"count": 35}});
    let all = found(&plan(range("each"), VOTERS), [24, 25, 35, 36]);
    let states: Vec<_> = all.units.iter().map(|(_, state)| *state).collect();
    assert_eq!(states, [Missed, Reached, Reached, Exceeded]);
    assert_eq!((all.value, all.target), (Some(2), Some(4)));
    for (told, state) in [(4, Missed), (5, Reached), (15, Reached), (16, Exceeded)] {
        let all = found(&plan(range("whole"), VOTERS), [10, 10, 0, told]);
        assert_eq!((all.value, all.state), (Some(20 + told), state));
    }
    // Of each unit's own number: 25 % to 35 % of 80 voters are 20 to 28.
    let part = json!({"scope": "each", "value": {"basisPoints": "25 %"}, "upTo": {"basisPoints": "35 %"},
        "of": of_voters("each")});
    let all = found(&plan(part, [Some(80); 4]), [19, 20, 28, 29]);
    let states: Vec<_> = all.units.iter().map(|(_, state)| *state).collect();
    assert_eq!(states, [Missed, Reached, Reached, Exceeded]);
}
