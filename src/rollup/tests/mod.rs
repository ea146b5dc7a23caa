//! Hand-worked examples and laws.

mod cadence;
mod cases;
mod exactness;
mod examples;
mod gathered;
mod goals;
mod laws;
mod merged;
mod only;
mod reconciled;
mod totals;

use super::{Came, Progress, RollUp};
use crate::calendar::{Date, Instant, Period};
use crate::plan::Plan;
use crate::report::{FORMAT, Report, ReportActivity, Value};
use crate::schedule::Status;
use serde_json::{Value as Json, json};

/// Four weeks from Monday 6 March 2023; three wards and a school that report each week, one ward and one
/// school a sector; the first ward also at the end.
pub(super) fn plan_with(indicator: Json, target: Json) -> Plan {
    plan_of(indicator, target, json!({}))
}

/// The same with changes to the whole.
pub(super) fn plan_of(indicator: Json, target: Json, changes: Json) -> Plan {
    let source = json!({"section": "1"});
    let mut asked = json!({"id": "x", "label": "Số liệu", "measure": {"count": {"noun": "cây"}}});
    merge(&mut asked, indicator);
    let mut aim = json!({"id": "t", "text": "Chỉ tiêu", "indicator": "x", "value": {"count": 100},
                         "scope": "whole", "source": source});
    merge(&mut aim, target);
    let week = |number: u8, from: &str, to: &str, due: &str| {
        json!({"label": format!("Tuần {number}"), "period": {"from": from, "to": to},
               "deadline": {"date": due}})
    };
    let weeks = json!([
        week(1, "2023-03-06", "2023-03-12", "2023-03-13"),
        week(2, "2023-03-13", "2023-03-19", "2023-03-20"),
        week(3, "2023-03-20", "2023-03-26", "2023-03-27"),
        week(4, "2023-03-27", "2023-04-02", "2023-04-03"),
    ]);
    let mut plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "Kế hoạch",
        "period": {"from": "2023-03-06", "to": "2023-04-02"},
        "levels": [{"id": "base", "name": "Cơ sở"}],
        "sectors": [{"id": "ward", "name": "Phường"}, {"id": "school", "name": "Trường"}],
        "units": [
            {"id": "a", "name": "A", "level": "base", "sector": "ward"},
            {"id": "b", "name": "B", "level": "base", "sector": "ward"},
            {"id": "c", "name": "C", "level": "base", "sector": "school"},
            {"id": "d", "name": "D", "level": "base"}
        ],
        "indicators": [asked],
        "targets": [aim],
        "templates": [{"id": "f", "source": source, "sections": [{
            "id": "s", "title": "Số liệu", "fields": [{"indicator": "x"}],
            "activities": {"parts": [{"part": "until"}, {"part": "place"}, {"part": "participants"}]}
        }]}],
        "duties": [
            {"id": "weekly", "name": "Báo cáo tuần", "kind": "weekly", "template": "f", "source": source,
             "applies": "s", "schedules": [{"id": "s", "source": source, "schedule": {"listed": weeks}}]},
            {"id": "closing", "name": "Báo cáo tổng kết", "kind": "closing", "template": "f", "source": source,
             "by": {"units": ["a"]}, "applies": "s", "schedules": [{"id": "s", "source": source,
             "schedule": {"listed": [{"period": {"from": "2023-03-06", "to": "2023-04-02"},
                                      "deadline": {"date": "2023-04-05"}}]}}]}
        ]
    });
    merge(&mut plan, changes);
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn merge(into: &mut Json, changes: Json) {
    if let (Json::Object(into), Json::Object(changes)) = (into, changes) {
        into.extend(changes);
    }
}

pub(super) fn at(text: &str) -> Instant {
    Instant::parse_iso(&[text, ":00+07:00"].concat()).unwrap()
}

pub(super) fn day(text: &str) -> Date {
    Date::parse_iso(&["2023-", text].concat()).unwrap()
}

const WEEKS: [[&str; 2]; 4] = [
    ["03-06", "03-12"],
    ["03-13", "03-19"],
    ["03-20", "03-26"],
    ["03-27", "04-02"],
];

/// A report of a week (1 to 4), or of the whole (0).
pub(super) fn report(unit: &str, week: usize, value: Option<Value>) -> Report {
    let [from, to] = match week {
        0 => ["03-06", "04-02"],
        week => WEEKS[week - 1],
    };
    Report {
        format: FORMAT,
        plan: "p".into(),
        plan_version: 1,
        duty: if week == 0 { "closing" } else { "weekly" }.into(),
        unit: unit.into(),
        period: Period::new(day(from), day(to)).unwrap(),
        figures: value
            .map(|value| ("x".to_owned(), value))
            .into_iter()
            .collect(),
        activities: Vec::new(),
        explanations: Vec::new(),
    }
}

pub(super) fn share(part: i64, whole: i64) -> Value {
    Value::Share { part, whole }
}

pub(super) fn number(number: i64) -> Value {
    Value::Number(number)
}

pub(super) fn held(title: &str, date: &str, place: Option<&str>) -> ReportActivity {
    ReportActivity {
        place: place.map(Into::into),
        participants: Some(10),
        ..ReportActivity::new(title.into(), day(date))
    }
}

/// Adds a report that came on its period's last day at noon, or on the day given.
pub(super) fn add(rollup: &mut RollUp<&Plan>, report: &Report, came: Option<&str>, revision: u32) {
    let noon = || [&*report.period.to().to_iso(), "T12:00"].concat();
    let received_at = at(&came.map_or_else(noon, |day| ["2023-", day, "T12:00"].concat()));
    let id = format!(
        "{}-{}-{:?}-{revision}",
        report.unit, report.duty, report.period
    );
    let came = Came {
        id: &id,
        received_at,
        prepared_at: None,
        revision,
        status: Status::Received,
        points: &[],
    };
    rollup.add(&came, report);
}

/// The progress of reports as (unit, week, value), each come on its period's last day.
pub(super) fn progress<T>(
    plan: &Plan,
    reports: &[(&str, usize, Value)],
    now: &str,
    look: impl FnOnce(&Progress<'_>) -> T,
) -> T {
    let mut rollup = RollUp::new(plan);
    for (unit, week, value) in reports {
        add(
            &mut rollup,
            &report(unit, *week, Some(value.clone())),
            None,
            1,
        );
    }
    look(&rollup.at(at(now)))
}
