//! What a unit has otherwise than all never makes it late.

use crate::calendar::{Date, Instant, Period};
use crate::plan::Plan;
use crate::schedule::{Occasion, State, is_late, occasion_of, occasions, state};
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(count: i64) -> Date {
    let first = Date::parse_iso("2025-01-01").unwrap();
    first.add_days(count).unwrap()
}

/// A plan with one duty; what is due is the same for all, or of the second unit's level as `area` says.
fn plan(
    (all, area): &(Value, Option<Value>),
    extensions: &[Value],
    ends: Option<i64>,
    begins: Option<i64>,
) -> Plan {
    let mut old = json!({"id": "old", "name": "Đơn vị cũ", "level": "base"});
    if let Some(ends) = ends {
        old["to"] = json!(day(ends));
        old["mergedInto"] = json!("new");
    }
    let mut new = json!({"id": "new", "name": "Đơn vị mới", "level": "area"});
    if let Some(begins) = begins {
        new["from"] = json!(day(begins));
    }
    let source = json!({"section": "V"});
    let mut schedules = vec![json!({"id": "stated", "schedule": all, "source": source})];
    schedules.extend(area.iter().map(|area| {
        json!({"id": "area", "units": {"levels": ["area"]}, "schedule": area, "source": source})
    }));
    let held = |from: i64, to: i64| json!({"from": day(from), "to": day(to)});
    let plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "P", "period": {"from": "2025-01-01", "to": "2025-12-31"},
        "levels": [{"id": "base", "name": "Cơ sở"}, {"id": "area", "name": "Cụm"}],
        "units": [old, new], "indicators": [],
        "milestones": [{"id": "congress", "text": "Đại hội", "when": held(60, 62), "source": source}],
        "activities": [{"id": "forum", "title": "Diễn đàn", "source": source,
            "when": [held(20, 20), held(150, 153), held(340, 340)]}],
        "duties": [{"id": "report", "name": "Báo cáo", "kind": "report", "applies": "stated",
            "schedules": schedules, "extensions": extensions, "moved": "before", "template": "form", "source": source}],
        "templates": [{"id": "form", "sections": [{"id": "s", "title": "S"}], "source": source}]
    });
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

/// From what periods come.
#[derive(Clone, Debug)]
enum Kind {
    Recurring(Value),
    /// The first day of each, and how many more it has.
    Listed(Vec<(i64, i64)>),
    Event(&'static str),
    OnDemand,
}

fn any_kind() -> impl Strategy<Value = Kind> {
    let cycle = prop_oneof![
        Just(json!({"every": "month"})),
        Just(json!({"every": "month", "endsOn": 14})),
        Just(json!({"every": "quarter", "from": "12-15"})),
        Just(json!({"every": "days", "days": 14, "starts": "2025-01-06"})),
        Just(
            json!({"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15", "until": "05-31"})
        ),
    ];
    let listed = prop::collection::btree_set((0..300_i64, 0..60_i64), 1..6);
    prop_oneof![
        cycle.prop_map(Kind::Recurring),
        listed.prop_map(|all| Kind::Listed(all.into_iter().collect())),
        Just(Kind::Event("congress")),
        Just(Kind::Event("forum")),
        Just(Kind::OnDemand),
    ]
}

/// By when: so many days or working days after, until the end of the day or before an hour of it.
type Due = Option<(i64, bool, bool)>;

fn any_due() -> impl Strategy<Value = Due> {
    prop::option::weighted(0.9, (-20..30_i64, any::<bool>(), any::<bool>()))
}

fn schedule(kind: &Kind, due: Due) -> Value {
    let relative = |least: i64| {
        let (days, working, hour) = due?;
        let member = if working {
            "workingDaysAfter"
        } else {
            "daysAfter"
        };
        let mut deadline = json!({member: days.max(least)});
        if hour {
            deadline["time"] = json!("17:00");
            deadline["bound"] = json!("before");
        }
        Some(deadline)
    };
    match kind {
        Kind::Recurring(cycle) => {
            json!({"recurring": {"cycle": cycle, "deadline": relative(-20)}})
        }
        Kind::Event(of) => json!({"event": {"of": of, "deadline": relative(-20)}}),
        Kind::OnDemand => json!({"onDemand": {"deadline": relative(0)}}),
        Kind::Listed(all) => {
            let one = |(from, more): &(i64, i64)| {
                let date =
                    due.map(|(days, ..)| json!({"date": day(from + more + days.max(-more))}));
                json!({"period": {"from": day(*from), "to": day(from + more)}, "deadline": date})
            };
            json!({"listed": all.iter().map(one).collect::<Vec<_>>()})
        }
    }
}

/// What is due of all, and perhaps otherwise of a level.
fn any_schedule() -> impl Strategy<Value = (Value, Option<Value>)> {
    let dues = (any_due(), prop::option::of(any_due()));
    (any_kind(), dues).prop_map(|(kind, (all, area))| {
        let area = area.map(|due| schedule(&kind, due));
        (schedule(&kind, all), area)
    })
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

/// All that a unit owes, and of what it opens by itself one of each of these days and hours.
fn owed(plan: &Plan, unit: &str, opened: &[(i64, u32)]) -> Vec<Occasion> {
    let unit = plan.unit(unit).unwrap();
    let one = |(count, seconds): &(i64, u32)| {
        occasion_of(
            plan,
            &plan.duties[0],
            unit,
            Period::opened(day(*count), *seconds),
        )
    };
    let mut all = occasions(plan, unit);
    all.extend(opened.iter().filter_map(one));
    all
}

fn any_opened() -> impl Strategy<Value = Vec<(i64, u32)>> {
    prop::collection::vec((0..365_i64, 0..86_400_u32), 0..4)
}

proptest! {
    #[test]
    fn an_extension_or_a_merger_never_makes_a_report_late_that_was_not(
        schedule in any_schedule(), extensions in prop::collection::vec(any_extension(), 0..4),
        ends in prop::option::of(0..365_i64), begins in prop::option::of(0..365_i64),
        opened in any_opened(), seconds in 0..40_000_000_i64,
    ) {
        let plain = plan(&schedule, &[], None, None);
        let lenient = plan(&schedule, &extensions, ends, begins);
        let at = Instant::parse_iso("2024-12-01T00:00:00+07:00").unwrap().plus_seconds(seconds);
        for unit in ["old", "new"] {
            let before = owed(&plain, unit, &opened);
            for one in owed(&lenient, unit, &opened) {
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
        schedule in any_schedule(), ends in 0..365_i64, begins in 0..365_i64,
        opened in any_opened(), seconds in 0..40_000_000_i64,
    ) {
        let plan = plan(&schedule, &[], Some(ends), Some(begins));
        let at = Instant::parse_iso("2024-12-01T00:00:00+07:00").unwrap().plus_seconds(seconds);
        let late = |unit| owed(&plan, unit, &opened).into_iter().filter(|one| state(one, 48, None, at) == State::Late).collect::<Vec<_>>();
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
