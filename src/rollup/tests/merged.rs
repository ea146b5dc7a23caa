//! Units that merge inside the plan's time: both tell, and nothing is counted twice or missed.

use super::{add, at, number, plan_of, progress, report};
use crate::punctuality::Standing;
use crate::report::Value;
use crate::rollup::{Amount, RollUp};
use crate::value::Figures;
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

/// The rows of a week's table, each with its value where it says one.
fn works(values: &[Option<i64>]) -> Value {
    let row = |value: &Option<i64>| {
        let name = ("name".to_owned(), Value::Text("Công trình".to_owned()));
        let value = value.map(|value| ("value".to_owned(), number(value)));
        Figures::from_iter([Some(name), value].into_iter().flatten())
    };
    Value::Table(values.iter().map(row).collect())
}

#[test]
fn what_a_table_comes_to_passes_on_as_well_and_is_of_one_report() {
    let mut plan = merging("latest");
    let table = json!({"table": {"row": "công trình", "columns": [
        {"id": "name", "label": "Tên", "measure": {"text": {"max": 50}}},
        {"id": "value", "label": "Giá trị", "measure": "money"}
    ]}});
    plan.indicators[0].measure = crate::read::from_str::<crate::value::Measure>(&table.to_string())
        .unwrap()
        .into();
    plan.targets.clear();
    for (reports, rows, value) in [
        // What A had is among what B has.
        (
            vec![
                ("a", 2, works(&[Some(10)])),
                ("b", 3, works(&[Some(10), Some(30)])),
            ],
            2,
            40,
        ),
        // B says nothing of a value any more: an earlier report is no answer to it.
        (
            vec![
                ("b", 2, works(&[Some(60), Some(1)])),
                ("b", 3, works(&[None])),
            ],
            1,
            0,
        ),
    ] {
        let mut rollup = RollUp::new(&plan);
        for (unit, week, value) in reports {
            add(&mut rollup, &report(unit, week, Some(value)), None, 1);
        }
        let found = rollup.at(at("2023-03-28T12:00"));
        let sums: Vec<_> = found.totals.iter().map(|one| one.all.amount).collect();
        assert_eq!(sums, [rows, value].map(|one| Some(Amount::Number(one))));
    }
}
