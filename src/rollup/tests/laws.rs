//! Laws that hold for any reports in any order.

use super::{at, number, plan_of, report, share};
use crate::plan::Plan;
use crate::punctuality::Standing;
use crate::report::{Amends, Arrival, FORMAT, Submission, Value};
use crate::rollup::{Amount, Progress, RollUp};
use crate::schedule::Status;
use proptest::prelude::*;
use serde_json::json;

const UNITS: [&str; 4] = ["a", "b", "c", "d"];
const OVER: &str = "2023-04-10T00:00";

fn plan(combine: &str, shares: bool) -> Plan {
    let measure = if shares {
        json!({"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}})
    } else {
        json!({"count": {"noun": "cây"}})
    };
    let value = if shares {
        json!({"basisPoints": 5000})
    } else {
        json!({"count": 30})
    };
    let target = |id: &str, scope: &str, per: &str| {
        json!({"id": id, "text": id, "indicator": "x", "value": value, "scope": scope, "per": per,
               "source": {"section": "1"}})
    };
    let targets = json!([
        target("all", "whole", "plan"),
        target("each", "each", "plan"),
        target("weekly", "whole", "week"),
        target("monthly", "each", "month"),
    ]);
    plan_of(
        json!({"measure": measure, "combine": combine}),
        json!({}),
        json!({"targets": targets}),
    )
}

/// A report of any unit and week, come at any time, as any revision; few values, so that ties are met.
#[derive(Clone, Debug)]
struct Sent {
    unit: usize,
    week: usize,
    value: Option<(i64, i64)>,
    hours: i64,
    revision: u32,
    status: Status,
}

fn some() -> impl Strategy<Value = Sent> {
    let status = prop_oneof![
        4 => Just(Status::Received),
        1 => Just(Status::Returned),
        1 => Just(Status::Accepted)
    ];
    let value = prop::option::weighted(0.8, (0_i64..20, 0_i64..20));
    (0_usize..4, 0_usize..5, value, 0_i64..900, 0_u32..3, status).prop_map(
        |(unit, week, value, hours, revision, status)| Sent {
            unit,
            // Only the first unit owes the closing report.
            week: if unit == 0 { week } else { week.max(1) },
            value,
            hours,
            revision,
            status,
        },
    )
}

fn arrival(number_of: usize, one: &Sent, shares: bool) -> Arrival {
    let value = one.value.map(|(a, b)| -> Value {
        if shares {
            share(a.min(b), a.max(b))
        } else {
            number(a)
        }
    });
    let received_at = at("2023-03-06T00:00").plus_seconds(one.hours * 3_600);
    Arrival {
        received_at,
        revision: one.revision,
        status: one.status,
        points: Vec::new(),
        submission: Submission {
            format: FORMAT,
            id: format!("00000000-0000-4000-8000-{number_of:012}"),
            prepared_at: received_at,
            amends: Amends::Unsaid,
            report: report(UNITS[one.unit], one.week, value),
        },
    }
}

fn arrivals(all: &[Sent], shares: bool) -> Vec<Arrival> {
    all.iter()
        .enumerate()
        .map(|(at, one)| arrival(at, one, shares))
        .collect()
}

fn rolled<'p>(plan: &'p Plan, arrivals: &[Arrival]) -> RollUp<&'p Plan> {
    let mut rollup = RollUp::new(plan);
    for arrival in arrivals {
        rollup.add_arrival(arrival);
    }
    rollup
}

/// All that a roll-up says.
fn said(rollup: &RollUp<&Plan>, now: &str) -> String {
    format!("{:?}", rollup.at(at(now)))
}

fn combines() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["sum", "latest", "cumulative", "maximum"])
}

fn reports() -> impl Strategy<Value = Vec<Sent>> {
    prop::collection::vec(some(), 0..30)
}

/// The one that holds among those of the same unit and week.
fn holding(arrivals: &[Arrival]) -> Vec<Arrival> {
    let subject = |one: &Arrival| {
        let report = &one.submission.report;
        (report.unit.clone(), report.duty.clone(), report.period)
    };
    let key = |one: &Arrival| (one.revision, one.received_at, one.submission.id.clone());
    let holds = |one: &&Arrival| {
        let same = arrivals
            .iter()
            .filter(|other| subject(other) == subject(one));
        same.map(key).max() == Some(key(one))
    };
    arrivals.iter().filter(holds).cloned().collect()
}

fn values(progress: &Progress<'_>) -> Vec<(Option<i64>, Option<Amount>)> {
    let reaches = progress.targets.iter().flat_map(|target| &target.spans);
    reaches
        .map(|(_, reach)| (reach.value, reach.amount))
        .collect()
}

proptest! {
    #[test]
    fn order_does_not_matter(
        (all, shuffled) in reports().prop_flat_map(|all| {
            let places: Vec<usize> = (0..all.len()).collect();
            (Just(all), Just(places).prop_shuffle())
        }),
        combine in combines(),
        shares: bool,
    ) {
        let plan = plan(combine, shares);
        let arrivals = arrivals(&all, shares);
        let other: Vec<Arrival> = shuffled.iter().map(|place| arrivals[*place].clone()).collect();
        for now in ["2023-03-01T00:00", "2023-03-21T09:00", OVER] {
            prop_assert_eq!(said(&rolled(&plan, &arrivals), now), said(&rolled(&plan, &other), now));
        }
    }

    #[test]
    fn sending_again_changes_nothing(all in reports(), combine in combines()) {
        let plan = plan(combine, false);
        let arrivals = arrivals(&all, false);
        let twice = [arrivals.clone(), arrivals.clone()].concat();
        prop_assert_eq!(said(&rolled(&plan, &arrivals), OVER), said(&rolled(&plan, &twice), OVER));
    }

    #[test]
    fn amending_equals_replacing(all in reports(), combine in combines(), shares: bool) {
        let plan = plan(combine, shares);
        let arrivals = arrivals(&all, shares);
        let (one, other) = (rolled(&plan, &arrivals), rolled(&plan, &holding(&arrivals)));
        prop_assert_eq!(values(&one.at(at(OVER))), values(&other.at(at(OVER))));
    }

    #[test]
    fn merging_equals_adding_all(all in reports(), cut in 0_usize..30, combine in combines()) {
        let plan = plan(combine, false);
        let arrivals = arrivals(&all, false);
        let (left, right) = arrivals.split_at(cut.min(arrivals.len()));
        let mut merged = rolled(&plan, left);
        prop_assert!(merged.merge(rolled(&plan, right)).is_ok());
        prop_assert_eq!(said(&merged, OVER), said(&rolled(&plan, &arrivals), OVER));
    }

    #[test]
    fn a_total_is_what_a_target_for_all_units_reaches(all in reports(), combine in combines(), shares: bool) {
        let plan = plan(combine, shares);
        let arrivals = arrivals(&all, shares);
        for now in ["2023-03-01T00:00", "2023-03-21T09:00", OVER] {
            let rollup = rolled(&plan, &arrivals);
            let progress = rollup.at(at(now));
            let (total, (_, reach)) = (&progress.totals[0], &progress.targets[0].spans[0]);
            let all = &total.all;
            prop_assert_eq!((all.amount, all.known), (reach.amount, reach.known));
            prop_assert_eq!(all.partial, reach.partial);
            let sectors = total.sectors.iter().filter_map(|one| one.amount).reduce(Amount::plus);
            prop_assert_eq!(all.amount, sectors, "the sectors add up");
            let units = total.units.iter().filter_map(|one| one.amount).reduce(Amount::plus);
            prop_assert_eq!(all.amount, units, "and the units");
        }
    }

    #[test]
    fn lines_equal_reports(all in reports(), shares: bool) {
        let plan = plan("sum", shares);
        let arrivals = arrivals(&all, shares);
        let lines: Vec<String> = arrivals.iter().map(|one| serde_json::to_string(one).unwrap()).collect();
        let mut from_lines = RollUp::new(&plan);
        let intake = from_lines.add_lines(lines.join("\n").as_bytes());
        prop_assert_eq!((intake.lines, intake.arrivals), (arrivals.len(), arrivals.len()));
        prop_assert_eq!(said(&from_lines, OVER), said(&rolled(&plan, &arrivals), OVER));
    }

    #[test]
    fn parts_equal_the_whole(all in reports(), combine in combines(), shares: bool) {
        let plan = plan(combine, shares);
        let rollup = rolled(&plan, &arrivals(&all, shares));
        for target in rollup.at(at(OVER)).targets {
            let whole = target.reach().unwrap();
            let sum = |parts: Vec<Option<Amount>>| parts.into_iter().flatten().reduce(Amount::plus);
            let units = target.units.iter().map(|unit| unit.reach.amount).collect();
            let sectors = target.sectors.iter().map(|sector| sector.amount).collect();
            prop_assert_eq!(sum(units), whole.amount);
            prop_assert_eq!(sum(sectors), whole.amount);
            let reached = target.units.iter().filter(|unit| unit.reach.reached > 0).count();
            prop_assert_eq!(reached, whole.reached);
            prop_assert_eq!(target.sectors.iter().map(|one| one.units).sum::<usize>(), whole.units);
        }
    }

    #[test]
    fn partial_never_hides(all in reports(), hours in 0_i64..1_000, combine in combines()) {
        let plan = plan(combine, false);
        let rollup = rolled(&plan, &arrivals(&all, false));
        let progress = rollup.at(at("2023-03-01T00:00").plus_seconds(hours * 3_600));
        for column in &progress.columns {
            let tally = column.tally;
            prop_assert_eq!(tally.on_time + tally.late + tally.missing, tally.expected);
        }
        let owed = progress.cells.iter().flatten().flatten();
        let counted: usize = progress
            .columns
            .iter()
            .map(|column| column.tally.expected + column.tally.pending)
            .sum();
        prop_assert_eq!(owed.clone().count(), counted, "nothing here is waived");
        let lacking = owed.filter(|cell| cell.standing == Standing::Missing).count();
        prop_assert_eq!(lacking > 0, progress.partial.missing > 0);
        for target in &progress.targets {
            for (_, reach) in &target.spans {
                let partial = reach.partial;
                prop_assert_eq!(partial.sent + partial.late + partial.missing, partial.units);
                // What nobody reported is no value; it is never zero.
                prop_assert_eq!(reach.amount.is_some(), reach.known > 0);
            }
        }
    }
}
