//! What tables come to: none at all is how many rows there are, what a long period says is held against the shorter ones, and many
//! columns of many tables are added up as quickly as few.

use crate::calendar::Instant;
use crate::plan::Plan;
use crate::progress::{ProgressView, progress};
use crate::report::Report;
use crate::rollup::{Came, RollUp};
use crate::schedule::Status;
use crate::text::Lang;
use serde_json::{Value, json};

/// Two weeks and a closing report that ask the same tables, each of so many columns in đồng.
fn plan(tables: usize, columns: usize) -> Plan {
    let column = |place: usize| json!({"id": format!("c{place}"), "label": format!("Cột {place}"), "measure": "money"});
    let columns: Vec<Value> = (0..columns).map(column).collect();
    let indicator = |place: usize| {
        json!({"id": format!("t{place}"), "label": "Công trình",
            "measure": {"table": {"row": "công trình", "columns": columns.clone()}}})
    };
    let indicators: Vec<Value> = (0..tables).map(indicator).collect();
    let field = |one: &Value| json!({"indicator": one["id"]});
    let fields: Vec<Value> = indicators.iter().map(field).collect();
    let source = json!({"section": "1"});
    let duty = |id: &str, periods: Value| {
        json!({"id": id, "name": id, "kind": "k", "applies": "s", "template": "f", "source": source,
            "schedules": [{"id": "s", "source": source, "schedule": {"listed": periods}}]})
    };
    let days = |from: &str, to: &str| json!({"period": {"from": from, "to": to}});
    let whole = json!({
        "format": 1, "id": "works", "version": 1, "title": "Công trình", "period": {"from": "2026-06-01", "to": "2026-06-14"},
        "levels": [{"id": "base", "name": "Cơ sở"}], "units": [{"id": "a", "name": "A", "level": "base"}],
        "indicators": indicators,
        "templates": [{"id": "f", "source": source, "sections": [{"id": "s", "title": "S", "fields": fields}]}],
        "duties": [
            duty("week", json!([days("2026-06-01", "2026-06-07"), days("2026-06-08", "2026-06-14")])),
            duty("closing", json!([days("2026-06-01", "2026-06-14")])),
        ],
    });
    Plan::parse(&whole.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn came(plan: &Plan, reports: &[(&str, &str, &str, Value)]) -> ProgressView {
    let mut rollup = RollUp::new(plan);
    for (duty, from, to, figures) in reports {
        let report: Report = serde_json::from_value(json!({
            "format": 1, "plan": "works", "planVersion": 1, "duty": duty, "unit": "a",
            "period": {"from": from, "to": to}, "figures": figures,
        }))
        .unwrap();
        let came = Came {
            id: duty,
            received_at: Instant::parse_iso("2026-06-15T08:00:00+07:00").unwrap(),
            prepared_at: None,
            revision: 1,
            status: Status::Received,
            points: &[],
        };
        rollup.add(&came, &report);
    }
    let now = Instant::parse_iso("2026-06-16T08:00:00+07:00").unwrap();
    progress(plan, &rollup.at(now), Lang::Vi)
}

const WEEK: (&str, &str, &str) = ("week", "2026-06-01", "2026-06-07");
const SECOND: (&str, &str, &str) = ("week", "2026-06-08", "2026-06-14");
const CLOSING: (&str, &str, &str) = ("closing", "2026-06-01", "2026-06-14");

fn of(
    (duty, from, to): (&'static str, &'static str, &'static str),
    rows: &[i64],
) -> (&'static str, &'static str, &'static str, Value) {
    let rows: Vec<Value> = rows.iter().map(|dong| json!({"c0": dong})).collect();
    (duty, from, to, json!({"t0": rows}))
}

#[test]
fn a_table_without_rows_says_that_there_are_none() {
    let view = came(&plan(1, 1), &[of(WEEK, &[])]);
    let rows = view.totals.iter().find(|one| one.rows).unwrap();
    assert_eq!((&*rows.sum.value_text, rows.sum.known), ("0 công trình", 1));
    let value = view.totals.iter().find(|one| one.column.is_some()).unwrap();
    assert_eq!(value.sum.known, 0, "no row says what it is worth");
    let view = came(&plan(1, 1), &[]);
    assert_eq!(view.totals[0].sum.known, 0, "nothing was said");
}

#[test]
fn what_a_closing_report_lists_is_held_against_what_the_weeks_list() {
    let weeks = [of(WEEK, &[5_000_000, 2_000_000]), of(SECOND, &[1_000_000])];
    let all = |closing: &[i64]| {
        let reports = [weeks[0].clone(), weeks[1].clone(), of(CLOSING, closing)];
        let view = came(&plan(1, 1), &reports);
        let found = view.discrepancies.iter();
        found
            .map(|one| {
                (
                    one.label.clone(),
                    one.value_text.clone(),
                    one.parts_text.clone(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(all(&[5_000_000, 2_000_000, 1_000_000]), []);
    let said = |label: &str, value: &str, parts: &str| {
        (label.to_owned(), value.to_owned(), parts.to_owned())
    };
    assert_eq!(
        all(&[5_000_000, 2_000_000]),
        [
            said("Công trình: số công trình", "2 công trình", "3 công trình"),
            said("Công trình: Cột 0", "7 triệu đồng", "8 triệu đồng"),
        ]
    );
}

#[test]
fn many_columns_of_many_tables_are_added_up() {
    let (tables, columns) = (200, 20);
    let plan = plan(tables, columns);
    let row: Value = (0..columns)
        .map(|place| (format!("c{place}"), json!(place + 1)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let figures: Value = (0..tables)
        .map(|place| (format!("t{place}"), json!([row, row])))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let (duty, from, to) = WEEK;
    let view = came(&plan, &[(duty, from, to, figures)]);
    assert_eq!(view.totals.len(), tables * (columns + 1));
    let last = view.totals.last().unwrap();
    assert_eq!(
        (&*last.indicator, &*last.sum.value_text),
        ("t199", "40 đồng")
    );
    let mut more = serde_json::to_value(&plan).unwrap();
    let mut another = more["indicators"][0].clone();
    another["id"] = json!("more");
    more["indicators"].as_array_mut().unwrap().push(another);
    let errors = Plan::parse(&more.to_string()).unwrap_err();
    let said: Vec<_> = errors
        .iter()
        .map(|one| crate::message::plan_error(one, Lang::Vi))
        .collect();
    assert!(
        said.len() == 1 && said[0].contains("tất cả 4.020 cột, chỉ nhận đến 4.000"),
        "{said:?}"
    );
}
