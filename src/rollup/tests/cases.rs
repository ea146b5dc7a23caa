//! How a case of a target is tried.

use super::{plan_with, progress};
use crate::plan::Plan;
use crate::report::Value;
use crate::rollup::TargetState;
use serde_json::Value as Json;

/// What a target comes to: value, target, expected, projection, state.
pub(super) type Said = (
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    TargetState,
);

fn said(plan: &Plan, reports: &[(&str, usize, Value)], now: &str) -> Said {
    progress(plan, reports, now, |progress| {
        let reach = *progress.targets[0].reach().unwrap();
        (
            reach.value,
            reach.target,
            reach.expected,
            reach.projection,
            reach.state,
        )
    })
}

pub(super) struct Case {
    what: &'static str,
    indicator: Json,
    target: Json,
    reports: Vec<(&'static str, usize, Value)>,
    now: &'static str,
    said: Said,
}

pub(super) fn case(
    what: &'static str,
    (indicator, target): (Json, Json),
    (reports, now): (Vec<(&'static str, usize, Value)>, &'static str),
    said: Said,
) -> Case {
    Case {
        what,
        indicator,
        target,
        reports,
        now,
        said,
    }
}

pub(super) fn check(cases: Vec<Case>) {
    for case in cases {
        let plan = plan_with(case.indicator, case.target);
        assert_eq!(
            said(&plan, &case.reports, case.now),
            case.said,
            "{}",
            case.what
        );
    }
}
