//! What each kind of value comes to, worked out another way: quantities, ratios, tables; and an estimate stays one. That everything
//! comes to the same in any order is shown of whole plans (`src/sample/tests/rolled.rs`).

use super::{at, plan_of, report};
use crate::plan::Plan;
use crate::report::{Amends, Arrival, FORMAT, Submission, Value};
use crate::rollup::{Amount, RollUp, TablePart, Total};
use crate::schedule::Status;
use crate::text::{MAX_EXACT, Mark};
use crate::value::{Estimate, Figures};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const MARKS: [Mark; 3] = [Mark::Above, Mark::Below, Mark::About];

fn rolled<'p>(plan: &'p Plan, arrivals: &[Arrival]) -> RollUp<&'p Plan> {
    let mut rollup = RollUp::new(plan);
    for one in arrivals {
        rollup.add_arrival(one);
    }
    rollup
}

/// What a report of a week says of `x`.
type Told = (usize, usize, i64, Option<usize>);

/// A unit, a week, a number, and the mark that it bears.
fn told() -> impl Strategy<Value = Vec<Told>> {
    let number = prop_oneof![0_i64..50, Just(MAX_EXACT), Just(MAX_EXACT - 1)];
    let one = (0_usize..4, 1_usize..5, number, prop::option::of(0_usize..3));
    prop::collection::vec(one, 0..16)
}

fn mark(is: Option<usize>) -> Option<Mark> {
    is.map(|place| MARKS[place])
}

/// The last that is told of each unit and week, as the roll-up takes it: the later one amends the earlier.
fn last(all: &[Told]) -> Vec<Told> {
    let of = |one: &Told| (one.0, one.1);
    let is_last =
        |(at, one): &(usize, &Told)| all.iter().skip(at + 1).all(|later| of(later) != of(one));
    let kept = all.iter().enumerate().filter(is_last);
    kept.map(|(_, one)| *one).collect()
}

fn arrivals(all: &[Told], value: impl Fn(&Told) -> Value) -> Vec<Arrival> {
    let one = |(number, told): (u32, &Told)| {
        let received_at = at("2023-04-05T08:00").plus_seconds(number.into());
        Arrival {
            received_at,
            revision: number + 1,
            status: Status::Received,
            points: Vec::new(),
            submission: Submission {
                format: FORMAT,
                id: format!("00000000-0000-4000-8000-{number:012}"),
                prepared_at: received_at,
                amends: Amends::Unsaid,
                report: report(["a", "b", "c", "d"][told.0], told.1, Some(value(told))),
            },
        }
    };
    (0..).zip(all).map(one).collect()
}

/// The total of `x`, or of that part of it.
fn total(plan: &Plan, arrivals: &[Arrival], part: Option<TablePart>) -> Option<Amount> {
    let rollup = rolled(plan, arrivals);
    let progress = rollup.at(at("2023-04-10T00:00"));
    let is_it = |total: &&Total| total.part == part;
    progress.totals.iter().find(is_it).unwrap().all.amount
}

fn asking(measure: Json, combine: &str) -> Plan {
    let asked = json!({"measure": measure, "combine": combine, "estimates": true});
    plan_of(asked, json!({}), json!({"targets": []}))
}

proptest! {
    #[test]
    fn a_sum_is_an_estimate_if_and_only_if_something_in_it_is(all in told(), kind in 0_usize..3) {
        let measures = [
            json!({"count": {"noun": "cây"}}),
            json!("money"),
            json!({"quantity": {"unit": "ha", "decimals": 2}}),
        ];
        let plan = asking(measures[kind].clone(), "sum");
        let sent = arrivals(&all, |one| Value::telling(one.2, mark(one.3)));
        let kept = last(&all);
        let number: i128 = kept.iter().map(|one| i128::from(one.2)).sum();
        let is = kept.iter().fold(None, |is, one| Mark::join(is, mark(one.3)));
        let expected = is.map_or(Amount::Number(number), |is| Amount::Estimate(number, is));
        let expected = (!kept.is_empty()).then_some(expected);
        prop_assert_eq!(total(&plan, &sent, None), expected);
    }

    #[test]
    fn an_estimate_is_never_made_exact(
        all in told(), combine in prop::sample::select(vec!["sum", "latest", "cumulative", "maximum"]), is in 0_usize..3,
    ) {
        let plan = asking(json!({"count": {"noun": "cây"}}), combine);
        let marked = arrivals(&all, |one| Value::telling(one.2, mark(Some(is))));
        let bare = arrivals(&all, |one| Value::telling(one.2, None));
        let (marked, bare) = (total(&plan, &marked, None), total(&plan, &bare, None));
        // The number is the same, and it bears the mark that all of it bears.
        prop_assert_eq!(marked.and_then(|one| one.told()).map(|one| one.0), bare.and_then(|one| one.told()).map(|one| one.0));
        prop_assert_eq!(marked.and_then(|one| one.told()).map(|one| one.1), bare.map(|_| mark(Some(is))));
        prop_assert_eq!(bare.and_then(|one| one.told()).and_then(|one| one.1), None);
    }

    #[test]
    fn a_ratio_is_the_sum_of_its_parts_in_the_sum_of_its_wholes(all in told()) {
        let measure = json!({"ratio": {"part": "đã thu", "whole": "phải thu"}});
        let asked = json!({"measure": measure});
        let plan = plan_of(asked, json!({}), json!({"targets": []}));
        let whole = |one: &Told| one.3.map_or(0, |whole| [1, 53_781_000, MAX_EXACT][whole]);
        let sent = arrivals(&all, |one| Value::Share { part: one.2, whole: whole(one) });
        let kept = last(&all);
        let sum = |of: &dyn Fn(&Told) -> i64| -> i128 { kept.iter().map(|one| i128::from(of(one))).sum() };
        let expected = Amount::Share { part: sum(&|one| one.2), whole: sum(&whole) };
        prop_assert_eq!(total(&plan, &sent, None), (!kept.is_empty()).then_some(expected));
    }

    #[test]
    fn a_column_is_the_sum_of_its_cells_over_all_rows(all in told(), rows in 0_usize..4) {
        let column = |id: &str, measure: Json| json!({"id": id, "label": id, "measure": measure, "estimates": true});
        let share = json!({"share": {"part": "tán thành", "whole": "có mặt", "noun": "người"}});
        let plain = |id: &str, measure: Json| json!({"id": id, "label": id, "measure": measure});
        let columns = json!([
            column("length", json!({"quantity": {"unit": "km", "decimals": 1}})),
            plain("votes", share),
            plain("handed", json!("done")),
        ]);
        let asked = json!({"measure": {"table": {"row": "công trình", "columns": columns}}});
        let plan = plan_of(asked, json!({}), json!({"targets": []}));
        let filled = |one: &Told| (0..=rows).filter(move |row| (one.2 + i64::try_from(*row).unwrap_or(0)) % 3 > 0).count();
        let sent = arrivals(&all, |one| {
            let row = |row: usize| -> Figures<Value> {
                let mut cells = Figures::new();
                if (one.2 + i64::try_from(row).unwrap()) % 3 > 0 {
                    cells.insert("length".to_owned(), Value::telling(one.2, mark(one.3)));
                }
                cells.insert("votes".to_owned(), Value::Share { part: 1, whole: one.2 });
                cells.insert("handed".to_owned(), Value::Done(row.is_multiple_of(2)));
                cells
            };
            Value::Table((0..=rows).map(row).collect())
        });
        let kept = last(&all);
        let is_small = kept.iter().all(|one| one.2 < MAX_EXACT / 8);
        let each = i128::try_from(rows + 1).unwrap();
        let of = |number: i128| (!kept.is_empty()).then_some(number * i128::try_from(kept.len()).unwrap());
        prop_assert_eq!(total(&plan, &sent, Some(TablePart::Rows)), of(each).map(Amount::Number));
        let handed = total(&plan, &sent, Some(TablePart::Column(2)));
        prop_assert_eq!(handed.and_then(Amount::number).map(i128::from), of(each - each / 2));
        let whole: i128 = kept.iter().map(|one| i128::from(one.2) * each).sum();
        let votes = of(each).map(|part| Amount::Share { part, whole });
        if is_small {
            prop_assert_eq!(total(&plan, &sent, Some(TablePart::Column(1))), votes);
        }
        let told: Vec<&Told> = kept.iter().filter(|one| filled(one) > 0).collect();
        let number: i128 = told.iter().map(|one| i128::from(one.2) * i128::try_from(filled(one)).unwrap()).sum();
        let is = told.iter().fold(None, |is, one| Mark::join(is, mark(one.3)));
        let length = is.map_or(Amount::Number(number), |is| Amount::Estimate(number, is));
        let said = total(&plan, &sent, Some(TablePart::Column(0)));
        // One report's cells come to a number that JavaScript holds.
        if is_small {
            prop_assert_eq!(said, (!told.is_empty()).then_some(length));
        }
        prop_assert_eq!(said.and_then(Amount::told).and_then(|told| told.1), is);
    }
}

#[test]
fn the_law_of_estimates_is_one_of_the_last_word_too() {
    // What was told before as an estimate is replaced by what is told exactly.
    let plan = asking(json!({"count": {"noun": "cây"}}), "latest");
    let estimate = Value::Estimate(Estimate {
        number: 30,
        is: Mark::Above,
    });
    for (weeks, expected) in [
        ([1, 2], Amount::Number(40)),
        ([2, 1], Amount::Estimate(30, Mark::Above)),
    ] {
        let all = [(0, weeks[0], 30, Some(0)), (0, weeks[1], 40, None)];
        let sent = arrivals(&all, |one| match one.3 {
            Some(_) => estimate.clone(),
            None => Value::Number(one.2),
        });
        assert_eq!(total(&plan, &sent, None), Some(expected));
    }
}
