//! Who is not asked for a figure is not missing for it.

use super::{at, number};
use crate::calendar::Period;
use crate::plan::Plan;
use crate::report::{FORMAT, Report, Value};
use crate::rollup::{Amount, Came, RollUp};
use crate::schedule::Status;

fn add(rollup: &mut RollUp<&Plan>, unit: &str, days: [&str; 2], figures: &[(&str, Value)]) {
    let period = Period::new(super::day(days[0]), super::day(days[1])).unwrap();
    let report = Report {
        format: FORMAT,
        plan: "applies".into(),
        plan_version: 1,
        duty: "weekly".into(),
        unit: unit.into(),
        period,
        figures: figures
            .iter()
            .map(|(id, value)| ((*id).to_owned(), value.clone()))
            .collect(),
        activities: Vec::new(),
        explanations: Vec::new(),
    };
    let id = format!("{unit}-{days:?}");
    let came = Came {
        id: &id,
        received_at: at(&format!("2023-{}T12:00", days[1])),
        prepared_at: None,
        revision: 1,
        status: Status::Received,
        points: &[],
    };
    rollup.add(&came, &report);
}

#[test]
fn a_figure_is_missed_only_of_whom_it_is_asked_and_when() {
    let plan = Plan::parse(include_str!("../../../tests/cases/plans/only.json")).unwrap();
    let mut rollup = RollUp::new(&plan);
    let (first, second) = (["03-06", "03-12"], ["03-13", "03-19"]);
    let figures = [
        ("households", number(3)),
        ("form", Value::Text("truc-tuyen".into())),
    ];
    add(&mut rollup, "phuong-1", first, &figures);
    add(&mut rollup, "phuong-2", first, &[("households", number(4))]);
    add(
        &mut rollup,
        "phuong-2",
        second,
        &[("households", number(5)), ("lamps", number(2))],
    );
    // After the first week is due, before the second.
    let total = |now: &str, id: &str| {
        let progress = rollup.at(at(now));
        let place = plan.indicators.iter().position(|one| one.id == *id);
        let total = progress
            .totals
            .iter()
            .find(|one| Some(one.indicator) == place);
        let all = total.expect("it is asked").all;
        let partial = all.partial;
        (
            all.amount,
            (all.units, all.known),
            (partial.units, partial.missing),
        )
    };
    let amount = |number| Some(Amount::Number(number));
    // Two wards are asked for the households, the school is not.
    assert_eq!(
        total("2023-03-16T00:00", "households"),
        (amount(12), (2, 2), (2, 0))
    );
    // The lamps only from the second week on, of which one has told and none is due.
    assert_eq!(
        total("2023-03-16T00:00", "lamps"),
        (amount(2), (2, 1), (1, 0))
    );
    assert_eq!(
        total("2023-03-23T00:00", "lamps"),
        (amount(2), (2, 1), (2, 1))
    );
    // Upon an answer anybody may be asked: the school lacks its report.
    assert_eq!(
        total("2023-03-16T00:00", "sessions"),
        (None, (3, 0), (3, 1))
    );
}
