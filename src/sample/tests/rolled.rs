//! What units send of any plan comes to the same in whatever order, and however it is split: quantities, ratios, estimates,
//! choices, tables, points, groups of targets, numbers asked once, levels that gather.

use crate::calendar::{Instant, Time};
use crate::plan::Plan;
use crate::report::{Arrival, Figures, ReviewedPoints, Value};
use crate::rollup::RollUp;
use crate::sample::Sample;
use crate::schedule::Status;
use crate::text::{MAX_EXACT, Mark};
use fastrand::Rng;
use proptest::prelude::*;
use serde_json::Value as Json;
use std::sync::LazyLock;

/// Plans as wide as the documents, each with what its units believably send, some of it amended.
#[allow(
    clippy::disallowed_methods,
    reason = "this test reads every plan of the folder, so that none is left out"
)]
static PLANS: LazyLock<Vec<(String, Plan, Vec<Arrival>)>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wide");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|is| is == "json"));
    paths.sort();
    assert!(paths.len() >= 13);
    let read = |path: std::path::PathBuf| {
        let table: Json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let sent = Sample::new(&plan, 5).endless(None).take(90).collect();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, plan, sent)
    };
    paths.into_iter().map(read).collect()
});

const MARKS: [Mark; 3] = [Mark::Above, Mark::Below, Mark::About];

/// Makes of what a unit sent something else of the same kinds: few numbers and moments, so that ties are met, and estimates.
fn changed(arrival: &mut Arrival, plan: &Plan, rng: &mut Rng) {
    arrival.revision = rng.u32(0..3);
    let statuses = [Status::Received, Status::Accepted, Status::Returned];
    arrival.status = rng.choice(statuses).unwrap();
    arrival.received_at = arrival.received_at.plus_seconds(rng.i64(-3..4) * 86_400);
    let figures = &mut arrival.submission.report.figures;
    *figures = other(figures, rng);
    let own = plan
        .indicators
        .iter()
        .filter(|_| rng.u8(0..6) == 0)
        .collect::<Vec<_>>();
    let own = own.into_iter().map(|indicator| ReviewedPoints {
        indicator: indicator.id.as_str().to_owned(),
        points: rng.i64(0..60),
    });
    arrival.points = own.collect();
}

fn other(figures: &Figures<Value>, rng: &mut Rng) -> Figures<Value> {
    let all = figures.iter();
    all.map(|(key, value)| (key.to_owned(), another(value, rng)))
        .collect()
}

fn another(value: &Value, rng: &mut Rng) -> Value {
    match value {
        Value::Number(number) if rng.bool() => {
            let number = rng.choice([0, 1, 7, *number, MAX_EXACT]).unwrap();
            let is = rng.choice(MARKS).filter(|_| rng.bool());
            Value::telling(number, is)
        }
        Value::Share { .. } if rng.bool() => Value::Share {
            part: rng.i64(0..20),
            whole: rng.choice([0, 3, 17, MAX_EXACT]).unwrap(),
        },
        Value::Table(rows) => Value::Table(rows.iter().map(|row| other(row, rng)).collect()),
        same => same.clone(),
    }
}

fn rolled<'p>(plan: &'p Plan, arrivals: &[Arrival]) -> RollUp<&'p Plan> {
    let mut rollup = RollUp::new(plan);
    for one in arrivals {
        rollup.add_arrival(one);
    }
    rollup
}

/// All that is said at the middle of the plan and after its end.
fn said(rollup: &RollUp<&Plan>, plan: &Plan) -> String {
    let days = plan.period.len_days();
    let moment = |after: i64| {
        let day = plan.period.from().add_days(after).unwrap();
        rollup.at(Instant::at(day, Time::END_OF_DAY, plan.offset))
    };
    format!("{:?} {:?}", moment(days / 2), moment(days + 40))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_comes_to_the_same_in_any_order_and_however_it_is_split(
        which: prop::sample::Index, seed: u64, count in 1_usize..90, cuts in prop::collection::vec(0_usize..90, 1..4),
    ) {
        let (name, plan, sent) = which.get(&PLANS);
        let mut rng = Rng::with_seed(seed);
        let mut all: Vec<Arrival> = sent.iter().take(count).cloned().collect();
        for one in &mut all {
            changed(one, plan, &mut rng);
        }
        let expected = said(&rolled(plan, &all), plan);

        let mut other = all.clone();
        rng.shuffle(&mut other);
        prop_assert_eq!(&said(&rolled(plan, &other), plan), &expected, "{} in another order", name);

        let mut parts: Vec<Vec<Arrival>> = vec![Vec::new(); cuts.len() + 1];
        for one in other {
            let part = rng.usize(0..parts.len());
            parts[part].push(one);
        }
        let mut merged = RollUp::new(plan);
        for part in &parts {
            prop_assert!(merged.merge(rolled(plan, part)).is_ok());
        }
        prop_assert_eq!(&said(&merged, plan), &expected, "{} merged", name);
    }
}
