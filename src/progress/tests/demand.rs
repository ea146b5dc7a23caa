//! Reports that units open by themselves: each counts, and nobody is missing.

use crate::calendar::Instant;
use crate::plan::Plan;
use crate::progress::progress;
use crate::punctuality::Standing;
use crate::report::Report;
use crate::rollup::{Came, RollUp};
use crate::schedule::Status;
use crate::text::Lang;
use serde_json::{Value, json};

fn plan() -> Plan {
    let json = include_str!("../../../tests/browser/fixtures/demand/an-toan-he.json");
    Plan::parse(json).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn report(unit: &str, duty: &str, period: Value, figures: Value) -> Report {
    serde_json::from_value(json!({
        "format": 1, "plan": "an-toan-he", "planVersion": 1, "duty": duty, "unit": unit, "period": period,
        "figures": figures,
    }))
    .unwrap()
}

fn add(rollup: &mut RollUp<&Plan>, report: &Report, came: &str, revision: u32) {
    let came = Came {
        id: came,
        received_at: Instant::parse_iso(&[came, ":00Z"].concat()).unwrap(),
        prepared_at: None,
        revision,
        status: Status::Received,
        points: &[],
    };
    rollup.add(&came, report);
}

fn incident(unit: &str, day: &str, at: &str, children: i64) -> Report {
    let period = json!({"from": day, "to": day, "at": at});
    report(
        unit,
        "incident",
        period,
        json!({"children": children, "what": at}),
    )
}

const AT: &str = "2026-07-20T08:00:00+07:00";

#[test]
fn each_counts_also_two_of_one_day_and_nobody_is_missing() {
    let plan = plan();
    let mut rollup = RollUp::new(&plan);
    for (unit, day, at, children, came) in [
        ("xa-1", "2026-06-14", "08:05:12", 2, "2026-06-14T02:00"),
        ("xa-1", "2026-06-14", "16:40", 1, "2026-06-15T02:00"),
        ("xa-2", "2026-07-03", "09:00", 1, "2026-07-05T02:00"),
    ] {
        add(&mut rollup, &incident(unit, day, at, children), came, 1);
    }
    let whole = json!({"from": "2026-06-01", "to": "2026-06-30"});
    let month = report("xa-1", "month", whole.clone(), json!({"classes": 3}));
    add(&mut rollup, &month, "2026-07-01T02:00", 1);
    // What has no hour, or lies outside, is none of them.
    let day = json!({"from": "2026-06-14", "to": "2026-06-14"});
    let none = report("xa-1", "incident", day, json!({"children": 9}));
    add(&mut rollup, &none, "2026-07-02T02:00", 1);
    add(
        &mut rollup,
        &incident("xa-1", "2026-05-31", "08:00", 9),
        "2026-07-02T02:00",
        1,
    );
    let now = Instant::parse_iso(AT).unwrap();
    let found = rollup.at(now);
    assert_eq!((found.reports, found.strays), (4, 2));
    let column = found
        .columns
        .iter()
        .position(|one| one.occasion.duty == *"incident");
    let column = column.unwrap();
    let standing = |unit: usize| found.cells[unit][column].unwrap().standing;
    assert_eq!(
        [standing(0), standing(1), standing(2)],
        [Standing::Sent, Standing::Late, Standing::NotAsked]
    );
    let view = progress(&plan, &found, Lang::Vi);
    let children = view.totals.iter().find(|one| one.indicator == "children");
    assert_eq!(children.unwrap().sum.value_text, "4 trẻ em");
    assert_eq!(view.targets[0].value_text, "4 trẻ em");
    assert!(view.discrepancies.is_empty(), "{:?}", view.discrepancies);
    let told: Vec<_> = view.narratives[0]
        .answers
        .iter()
        .map(|one| &*one.text)
        .collect();
    assert_eq!(told, ["09:00", "16:40", "08:05:12"]);
    let last = &view.narratives[0].answers[2];
    assert!(last.when_text.contains("08g05:12"), "{}", last.when_text);
    let of_duty = view
        .matrix
        .columns
        .iter()
        .find(|one| one.duty == "incident");
    let tally = &of_duty.unwrap().tally;
    assert_eq!(
        (tally.on_time, tally.late),
        (2, 1),
        "each is counted, not each unit"
    );
}

#[test]
fn one_that_is_amended_holds_once() {
    let plan = plan();
    let mut rollup = RollUp::new(&plan);
    for (children, came, revision) in [(2, "2026-06-14T02:00", 1), (3, "2026-06-14T09:00", 2)] {
        let one = incident("xa-1", "2026-06-14", "08:05:12", children);
        add(&mut rollup, &one, came, revision);
    }
    let found = rollup.at(Instant::parse_iso(AT).unwrap());
    assert_eq!(found.reports, 1);
    let view = progress(&plan, &found, Lang::Vi);
    assert_eq!(view.targets[0].value_text, "3 trẻ em");
}
