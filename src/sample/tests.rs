mod rolled;

use super::{Sample, passes, with_units};
use crate::calendar::Instant;
use crate::finding::Severity;
use crate::plan::Plan;
use crate::report::{Arrival, Value};
use crate::rules::{Context, check_report};
use crate::value::RollUp;
use serde_json::json;
use std::collections::BTreeMap;

const TAN_PHU: &str = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");

fn plan() -> Plan {
    Plan::parse(TAN_PHU).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_reports_and_another_one_others() {
    let plan = plan();
    let all = |seed| {
        Sample::new(&plan, seed)
            .arrivals()
            .collect::<Vec<Arrival>>()
    };
    assert_eq!(all(7), all(7));
    assert_ne!(all(7), all(8));
}

const OTHERS: &[&str] = &[
    include_str!("../../www/plans/phu-nhuan-chuong-trinh-hanh-dong-2022-2027.json"),
    include_str!("../../www/plans/soc-trang-chuong-trinh-2024.json"),
    include_str!("../../www/plans/tan-phu-van-minh-do-thi-2024.json"),
];

#[test]
fn every_report_of_every_shipped_plan_passes_the_rules() {
    let context = Context {
        sending: true,
        ..Context::default()
    };
    for json in OTHERS.iter().chain([&TAN_PHU]) {
        let plan = Plan::parse(json).unwrap();
        all_pass(&plan, &context);
    }
}

fn all_pass(plan: &Plan, context: &Context<'_>) {
    for arrival in Sample::new(plan, 1).arrivals() {
        let findings = check_report(plan, &arrival.submission.report, context);
        let wrong = findings
            .iter()
            .find(|finding| finding.severity == Severity::Error);
        assert_eq!(wrong, None, "{:?}", arrival.submission.report);
        assert!(arrival.submission.problems().is_empty());
    }
}

#[test]
fn what_a_unit_opens_comes_after_it_was_opened() {
    for schedule in [
        json!({"onDemand": {"hoursAfter": 1}}),
        json!({"onDemand": {"hoursAfter": 24}}),
        json!({"onDemand": {"deadline": {"daysAfter": 0}}}),
        json!({"onDemand": {"deadline": {"daysAfter": 0, "time": "17:00"}}}),
        json!({"onDemand": {}}),
    ] {
        let small = include_str!("../../tests/cases/plans/small.json");
        let mut json: serde_json::Value = serde_json::from_str(small).unwrap();
        let duty = &mut json["duties"][0];
        duty["schedules"][0]["schedule"] = schedule.clone();
        duty["applies"] = duty["schedules"][0]["id"].clone();
        let plan = with_units(&Plan::parse(&json.to_string()).unwrap(), 60);
        let told: Vec<(Instant, Instant)> = Sample::new(&plan, 1)
            .arrivals()
            .filter_map(|arrival| {
                let period = arrival.submission.report.period;
                let opened = Instant::at(period.from(), period.at()?, plan.offset);
                Some((opened, arrival.submission.prepared_at))
            })
            .collect();
        assert!(told.len() > 20, "{schedule}");
        let early = told.iter().find(|(opened, sent)| sent < opened);
        assert_eq!(early, None, "{schedule}");
    }
}

#[test]
fn samples_end_where_nothing_more_comes_and_no_plan_is_without() {
    let plan = plan();
    let sample = Sample::new(&plan, 1);
    let first = sample.arrivals().map(|arrival| arrival.received_at).min();
    let first = first.expect("somebody reports");
    let until = |moment: Instant| sample.endless(Some(moment)).take(100_000).count();
    assert_eq!(until(first.plus_seconds(-1)), 0);
    assert!((1..100).contains(&until(first.plus_seconds(600))));
    // Whoever opens reports by themselves may open none: not all of them.
    let cells = include_str!("../../tests/wide/cell-congresses.later.json");
    let table: serde_json::Value = serde_json::from_str(cells).unwrap();
    let cells = Plan::parse(&table["plan"].to_string()).unwrap();
    for seed in 0..20 {
        assert_eq!(Sample::new(&cells, seed).endless(None).take(40).count(), 40);
    }
}

#[test]
fn an_event_is_told_of_with_an_hour_as_people_name_it() {
    let json = include_str!("../../tests/browser/fixtures/held/dai-hoi-chi-doan.json");
    let plan = Plan::parse(json).unwrap();
    for seed in 0..20 {
        let mut seen = BTreeMap::new();
        for arrival in Sample::new(&plan, seed).arrivals() {
            let report = arrival.submission.report;
            let at = report.period.at().expect("it has an hour");
            assert_eq!(at.seconds_of_day() % 900, 0, "{at:?}");
            // Told twice it is one report, amended.
            let times = seen.entry((report.unit, report.period)).or_insert(0);
            *times += 1;
            assert!(*times <= 2, "{seed}");
        }
    }
}

/// Plans that ask for money without a target or a value that is plausible.
const WITH_MONEY: &[&str] = &[
    include_str!("../../tests/wide/monthly-form.json"),
    include_str!("../../tests/wide/volunteer-choices.later.json"),
];

#[test]
fn money_of_which_the_plan_says_nothing_is_told_in_the_size_of_money() {
    for json in WITH_MONEY {
        let table: serde_json::Value = serde_json::from_str(json).unwrap();
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let arrivals: Vec<Arrival> = Sample::new(&plan, 1).arrivals().collect();
        let money = plan.indicators.iter().filter(|one| {
            one.measure.roll_up() == RollUp::Money
                && one.plausible.is_none()
                && !plan.targets.iter().any(|target| target.indicator == one.id)
        });
        let mut count = 0;
        for indicator in money {
            let told = arrivals.iter().filter_map(|arrival| {
                let figures = &arrival.submission.report.figures;
                figures.get(indicator.id.as_str())?.number()
            });
            let told: Vec<i64> = told.collect();
            let spent = told.iter().filter(|told| **told > 0).count();
            assert!(spent * 2 > told.len(), "{}: {told:?}", indicator.id);
            // One that is amended later falls short by a fifth.
            assert!(told.iter().all(|told| told % 20_000 == 0));
            count += 1;
        }
        assert!(count > 0);
    }
}

/// Plans that take estimates, and ratios that may pass the whole.
const WITH_ESTIMATES: &[&str] = &[
    include_str!("../../tests/wide/cascade.json"),
    include_str!("../../tests/wide/election-guide.json"),
];

#[test]
fn some_numbers_are_estimates_and_some_parts_more_than_their_wholes_where_the_plan_takes_such() {
    let [mut estimated, mut exact, mut passing, mut within] = [0; 4];
    for json in WITH_ESTIMATES {
        let table: serde_json::Value = serde_json::from_str(json).unwrap();
        let plan = with_units(&Plan::parse(&table["plan"].to_string()).unwrap(), 60);
        all_pass(&plan, &Context::default());
        for arrival in Sample::new(&plan, 1).arrivals() {
            for (id, value) in arrival.submission.report.figures.iter() {
                let indicator = plan.indicator(id).unwrap();
                match value {
                    Value::Estimate(_) => {
                        assert!(indicator.estimates, "{id}");
                        estimated += 1;
                    }
                    Value::Number(_) if indicator.estimates => exact += 1,
                    Value::Share { part, whole } if passes(&indicator.measure) => {
                        *(if part > whole {
                            &mut passing
                        } else {
                            &mut within
                        }) += 1;
                    }
                    Value::Share { part, whole } => assert!(part <= whole, "{id}"),
                    _ => {}
                }
            }
        }
    }
    for count in [estimated, exact, passing, within] {
        assert!(count > 5, "{estimated} {exact} {passing} {within}");
    }
}

#[test]
fn units_are_late_missing_amending_and_explaining() {
    let plan = with_units(&plan(), 120);
    let arrivals: Vec<Arrival> = Sample::new(&plan, 3).arrivals().collect();
    let mut heads = BTreeMap::new();
    for arrival in &arrivals {
        let report = &arrival.submission.report;
        let head = (&report.unit, &report.duty, report.period);
        *heads.entry(head).or_insert(0) += 1;
    }
    let owed: usize = plan
        .units
        .iter()
        .map(|unit| crate::schedule::occasions(&plan, unit))
        .map(|all| all.iter().filter(|one| one.waived.is_none()).count())
        .sum();
    let explained = arrivals
        .iter()
        .filter(|arrival| !arrival.submission.report.explanations.is_empty());
    assert!(
        heads.len() < owed && heads.len() * 10 > owed * 8,
        "{} of {owed}",
        heads.len()
    );
    assert!(heads.values().any(|times| *times > 1));
    assert!(explained.count() > 0);
}

#[test]
fn more_units_are_made_and_fewer_kept() {
    let plan = plan();
    for count in [5, 36, 120] {
        let changed = with_units(&plan, count);
        let json = serde_json::to_string(&changed).unwrap();
        assert_eq!(Plan::parse(&json).unwrap(), changed, "{count}");
    }
    let units = with_units(&plan, 120).units;
    assert!(units.len() >= 120 && units.len() < 130, "{}", units.len());
}
