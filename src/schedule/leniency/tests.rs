//! What a unit has otherwise than all never makes it late.

use crate::calendar::{Date, Instant};
use crate::plan::Plan;
use crate::schedule::{Occasion, State, is_late, occasions, state};
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(count: i64) -> Date {
    let first = Date::parse_iso("2025-01-01").unwrap();
    first.add_days(count).unwrap()
}

fn plan(schedule: &Value, extensions: &[Value], ends: Option<i64>, begins: Option<i64>) -> Plan {
    let mut old = json!({"id": "old", "name": "Đơn vị cũ", "level": "base"});
    if let Some(ends) = ends {
        old["to"] = json!(day(ends));
        old["mergedInto"] = json!("new");
    }
    let mut new = json!({"id": "new", "name": "Đơn vị mới", "level": "base"});
    if let Some(begins) = begins {
        new["from"] = json!(day(begins));
    }
    let plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "P", "period": {"from": "2025-01-01", "to": "2025-12-31"},
        "levels": [{"id": "base", "name": "Cơ sở"}], "units": [old, new], "indicators": [],
        "duties": [{"id": "report", "name": "Báo cáo", "kind": "report", "applies": "stated",
            "schedules": [{"id": "stated", "schedule": schedule, "source": {"section": "V"}}],
            "extensions": extensions, "moved": "before", "template": "form", "source": {"section": "V"}}],
        "templates": [{"id": "form", "sections": [{"id": "s", "title": "S"}], "source": {"section": "V"}}]
    });
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn any_schedule() -> impl Strategy<Value = Value> {
    let cycle = prop_oneof![
        Just(json!({"every": "month"})),
        Just(json!({"every": "quarter", "from": "12-15"})),
        Just(json!({"every": "days", "days": 14, "starts": "2025-01-06"})),
        Just(
            json!({"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15", "until": "05-31"})
        ),
    ];
    let deadline = prop_oneof![
        Just(Value::Null),
        (-40..20_i64).prop_map(|days| json!({"daysAfter": days})),
        (-5..10_i64)
            .prop_map(|days| json!({"workingDaysAfter": days, "time": "17:00", "bound": "before"})),
    ];
    (cycle, deadline)
        .prop_map(|(cycle, deadline)| json!({"recurring": {"cycle": cycle, "deadline": deadline}}))
}

fn any_extension() -> impl Strategy<Value = Value> {
    let units = prop_oneof![
        Just(json!({})),
        Just(json!({"units": ["old"]})),
        Just(json!({"units": ["new"]}))
    ];
    (0..365_i64, 0..200_i64, -30..430_i64, units).prop_map(|(from, length, until, units)| {
        json!({"within": {"from": day(from), "to": day(from + length)}, "units": units,
            "deadline": {"date": day(until)}, "source": {"section": "CV"}})
    })
}

fn owed(plan: &Plan, unit: &str) -> Vec<Occasion> {
    occasions(plan, plan.unit(unit).unwrap())
}

proptest! {
    #[test]
    fn an_extension_or_a_merger_never_makes_a_report_late_that_was_not(
        schedule in any_schedule(), extensions in prop::collection::vec(any_extension(), 0..4),
        ends in prop::option::of(0..365_i64), begins in prop::option::of(0..365_i64),
        seconds in 0..40_000_000_i64,
    ) {
        let plain = plan(&schedule, &[], None, None);
        let lenient = plan(&schedule, &extensions, ends, begins);
        let at = Instant::parse_iso("2024-12-01T00:00:00+07:00").unwrap().plus_seconds(seconds);
        for unit in ["old", "new"] {
            let before = owed(&plain, unit);
            for one in owed(&lenient, unit) {
                let same = before.iter().find(|other| other.period == one.period);
                let same = same.expect("no period that was not there");
                prop_assert!(!is_late(one.cutoff, at) || is_late(same.cutoff, at));
                let late = |of: &Occasion| state(of, 48, None, at) == State::Late;
                prop_assert!(!late(&one) || late(same));
                // The deadline as published stays beside the one that holds.
                let published = one.original.or(one.deadline).map(|deadline| deadline.date);
                let moved = same.moved.or(same.deadline.map(|deadline| deadline.date));
                prop_assert!(published == moved || published == same.deadline.map(|deadline| deadline.date));
            }
        }
    }

    #[test]
    fn nobody_is_late_for_what_was_due_when_it_did_not_exist(
        schedule in any_schedule(), ends in 0..365_i64, begins in 0..365_i64, seconds in 0..40_000_000_i64,
    ) {
        let plan = plan(&schedule, &[], Some(ends), Some(begins));
        let at = Instant::parse_iso("2024-12-01T00:00:00+07:00").unwrap().plus_seconds(seconds);
        let late = |unit| owed(&plan, unit).into_iter().filter(|one| state(one, 48, None, at) == State::Late).collect::<Vec<_>>();
        for one in late("old") {
            let last = one.cutoff.unwrap().plus_seconds(-1).civil(plan.offset).0;
            prop_assert!(last <= day(ends));
        }
        for one in late("new") {
            let last = one.cutoff.unwrap().plus_seconds(-1).civil(plan.offset).0;
            prop_assert!(last >= day(begins) && one.period.to() >= day(begins));
        }
    }
}
