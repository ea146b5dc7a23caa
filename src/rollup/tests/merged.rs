//! Units that merge inside the plan's time: both tell, and nothing is counted twice or missed.

use super::{number, plan_of, progress};
use crate::punctuality::Standing;
use serde_json::json;

/// A merges into B after the second of four weeks.
fn merging(combine: &str) -> crate::plan::Plan {
    let unit = |id: &str| json!({"id": id, "name": id, "level": "base"});
    let mut former = unit("a");
    former["to"] = json!("2023-03-19");
    former["mergedInto"] = json!("b");
    plan_of(
        json!({"combine": combine}),
        json!({}),
        json!({"units": [former, unit("b")]}),
    )
}

#[test]
fn a_stock_passes_to_the_unit_that_takes_it_over_once_that_tells() {
    for (combine, weeks, expected) in [
        // Until B tells anew, both stand as they stood.
        ("latest", 2, 130),
        // A's 50 are among B's 135.
        ("latest", 3, 135),
        // What happened before the merger happened.
        ("sum", 2, 40 + 50 + 70 + 80),
        ("sum", 3, 40 + 50 + 70 + 80 + 135),
    ] {
        let all = [
            ("a", 1, 40),
            ("a", 2, 50),
            ("b", 1, 70),
            ("b", 2, 80),
            ("b", 3, 135),
        ];
        let came = all.into_iter().filter(|(_, week, _)| *week <= weeks);
        let reports: Vec<_> = came
            .map(|(unit, week, value)| (unit, week, number(value)))
            .collect();
        let plan = merging(combine);
        let amount = progress(&plan, &reports, "2023-03-28T12:00", |progress| {
            let (_, reach) = &progress.targets[0].spans[0];
            reach.value
        });
        assert_eq!(amount, Some(expected), "{combine}, {weeks} weeks");
    }
}

#[test]
fn a_unit_that_merged_is_not_missed_for_what_falls_due_after() {
    let plan = merging("sum");
    // Week 1 is due on Monday 13/3; week 2 on Monday 20/3, when A is no more.
    progress(&plan, &[], "2023-03-28T12:00", |progress| {
        let standing =
            |unit: usize, place: usize| progress.cells[unit][place].map(|cell| cell.standing);
        assert_eq!(standing(0, 0), Some(Standing::Missing));
        assert_eq!(standing(0, 1), Some(Standing::NotAsked));
        assert_eq!(standing(0, 2), None);
        assert_eq!(standing(1, 1), Some(Standing::Missing));
    });
}
