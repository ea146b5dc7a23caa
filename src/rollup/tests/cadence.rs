//! Targets of a week, a month, a year; and what cannot be measured.

use super::{add, at, number, plan_of, plan_with, progress, report};
use crate::plan::Plan;
use crate::rollup::{Obstacle, RollUp, TargetState};
use TargetState::{Behind, Incomplete, Missed, NotStarted, Reached};
use serde_json::json;

const HALF: &str = "2023-03-20T00:00";

#[test]
fn a_cadence_has_its_spans_and_the_one_that_runs_counts() {
    let weekly = |combine: &str| {
        plan_with(
            json!({"combine": combine}),
            json!({"scope": "each", "value": {"count": 1}, "per": "week"}),
        )
    };
    let reports = [
        ("a", 1, number(1)),
        ("b", 1, number(0)),
        ("a", 2, number(3)),
        ("b", 2, number(1)),
        ("c", 2, number(1)),
        ("d", 2, number(1)),
    ];
    let spans = |plan: &Plan, now: &str| {
        progress(plan, &reports, now, |progress| {
            let target = &progress.targets[0];
            let spans = target.spans.iter();
            let said: Vec<_> = spans.map(|(_, reach)| (reach.value, reach.state)).collect();
            (target.current + 1, said)
        })
    };
    let later = [(None, NotStarted), (None, NotStarted)];
    // The first week's reports are due to the end of the 13th; on the 14th two are missing.
    let first = [(Some(1), Incomplete), (Some(4), Reached)];
    assert_eq!(
        spans(&weekly("sum"), "2023-03-14T00:00"),
        (2, [first, later].concat())
    );
    assert_eq!(spans(&weekly("maximum"), "2023-03-01T00:00").0, 1);
    // A running total of 1, then 3, grew by 2; of 0, then 1, by 1.
    assert_eq!(
        spans(&weekly("cumulative"), "2023-03-14T00:00").1[..2],
        first
    );
    let monthly = plan_with(json!({}), json!({"value": {"count": 10}, "per": "month"}));
    let months = progress(&monthly, &reports, "2023-04-10T00:00", |progress| {
        let spans = progress.targets[0].spans.iter();
        spans
            .map(|(period, reach)| (period.to().to_iso(), reach.value))
            .collect::<Vec<_>>()
    });
    // The fourth week ends in April and belongs there; nobody reported it.
    let expected = [("2023-03-31", Some(7)), ("2023-04-02", None)];
    assert_eq!(months, expected.map(|(day, value)| (day.to_owned(), value)));
    let daily = plan_with(json!({}), json!({"value": {"count": 10}, "per": "day"}));
    let obstacle = progress(&daily, &reports, HALF, |progress| {
        progress.targets[0].obstacle
    });
    assert_eq!(
        obstacle,
        Some(Obstacle::PeriodsTooLong),
        "no report tells of a single day"
    );
}

/// Trees or rubbish in the week's report: a unit reaches the group in a week by one of them.
#[test]
fn a_group_of_targets_is_judged_in_each_span() {
    let source = json!({"section": "1"});
    let tree = |id: &str, indicator: &str, scope: &str| {
        json!({"id": id, "text": id, "indicator": indicator, "value": {"count": 2}, "scope": scope, "per": "week",
               "source": source})
    };
    let group = |scope: &str| {
        plan_of(
            json!({}),
            json!({}),
            json!({
                "indicators": [
                    {"id": "x", "label": "Cây", "measure": {"count": {"noun": "cây"}}},
                    {"id": "y", "label": "Rác", "measure": {"count": {"noun": "kg rác"}}},
                ],
                "targets": [tree("trees", "x", scope), tree("rubbish", "y", scope)],
                "alternatives": [{"id": "one", "text": "Cây hoặc rác", "of": ["trees", "rubbish"], "source": source}],
                "templates": [{"id": "f", "source": source, "sections": [
                    {"id": "s", "title": "Số liệu", "fields": [{"indicator": "x"}, {"indicator": "y"}]}
                ]}],
            }),
        )
    };
    // In the first week three of four reach one of the two, in the second nobody; the third is not over.
    let told = [
        ("a", 1, 2, 0),
        ("b", 1, 0, 3),
        ("c", 1, 2, 2),
        ("d", 1, 1, 1),
        ("a", 2, 1, 0),
        ("b", 2, 0, 0),
        ("c", 2, 0, 1),
        ("d", 2, 0, 0),
        ("a", 3, 0, 4),
    ];
    let judged = |plan: &Plan| {
        let mut rollup = RollUp::new(plan);
        for (unit, week, trees, rubbish) in told {
            let mut report = report(unit, week, Some(number(trees)));
            report.figures.insert("y".to_owned(), number(rubbish));
            add(&mut rollup, &report, None, 1);
        }
        let progress = rollup.at(at("2023-03-24T00:00"));
        let group = &progress.alternatives[0];
        let spans = group
            .spans
            .iter()
            .map(|(_, reach)| (reach.value, reach.state));
        (
            group.current + 1,
            group.units.len(),
            spans.collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        judged(&group("each")),
        (
            3,
            4,
            vec![
                (Some(3), Missed),
                (Some(0), Missed),
                (Some(1), Behind),
                (None, NotStarted)
            ]
        )
    );
    assert_eq!(
        judged(&group("whole")),
        (
            3,
            0,
            vec![
                (Some(2), Reached),
                (Some(0), Missed),
                (Some(1), Reached),
                (None, NotStarted)
            ]
        )
    );
}

#[test]
fn yearly_steps_of_a_term_are_those_of_the_yearly_reports() {
    let source = json!({"section": "1"});
    let yearly = json!({"recurring": {"cycle": {"every": "year"}, "deadline": {"daysAfter": 10}}});
    let duty = json!([{"id": "yearly", "name": "Báo cáo năm", "kind": "year", "template": "f", "source": source,
                       "applies": "s", "schedules": [{"id": "s", "source": source, "schedule": yearly}]}]);
    let plan = plan_of(
        json!({}),
        json!({"value": {"count": 70}, "per": "year"}),
        json!({"period": {"from": "2023-01-01", "to": "2027-12-31"}, "duties": duty}),
    );
    let spans = progress(&plan, &[], "2025-07-01T00:00", |progress| {
        let target = &progress.targets[0];
        (
            target.spans.len(),
            target.current,
            target.spans[0].1.state,
            target.spans[0].1.partial.missing,
        )
    });
    assert_eq!(spans, (5, 2, Incomplete, 4));
}

#[test]
fn what_no_form_asks_is_not_measured() {
    let plan = plan_of(json!({}), json!({"units": {"units": ["d"]}}), json!({}));
    let asked = |plan: &Plan| progress(plan, &[], HALF, |progress| progress.targets[0].obstacle);
    assert_eq!(asked(&plan), None);
    let mut silent = plan.clone();
    silent.templates[0].sections[0].fields.clear();
    assert_eq!(asked(&silent), Some(Obstacle::NotAsked));
}
