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

/// What a duty asks, and how days off change it.
#[derive(Clone, Debug)]
struct Asked {
    all: Value,
    /// What the second unit's level has otherwise.
    area: Option<Value>,
    moved: Option<&'static str>,
    working: Value,
}

/// A plan with one duty.
fn plan(
    Asked {
        all,
        area,
        moved,
        working,
    }: &Asked,
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
        "working": working,
        "levels": [{"id": "base", "name": "Cơ sở"}, {"id": "area", "name": "Cụm"}],
        "units": [old, new], "indicators": [],
        "milestones": [{"id": "congress", "text": "Đại hội", "when": held(60, 62), "source": source}],
        "activities": [{"id": "forum", "title": "Diễn đàn", "source": source,
            "when": [held(20, 20), held(150, 153), held(340, 340)]}],
        "duties": [{"id": "report", "name": "Báo cáo", "kind": "report", "applies": "stated",
            "schedules": schedules, "extensions": extensions, "moved": moved, "template": "form", "source": source}],
        "templates": [{"id": "form", "sections": [{"id": "s", "title": "S"}], "source": source}]
    });
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

/// From what periods come.
#[derive(Clone, Debug)]
enum Kind {
    /// A cycle, and the months that it leaves out.
    Recurring(Value, Vec<u8>),
    /// The first day of each, and how many more it has.
    Listed(Vec<(i64, i64)>),
    Event(&'static str),
    /// What arises, or an event that each unit holds on a day of its own.
    OnDemand(Option<&'static str>),
}

fn any_kind() -> impl Strategy<Value = Kind> {
    let cycle = prop_oneof![
        Just(json!({"every": "month"})),
        Just(json!({"every": "month", "endsOn": 14})),
        Just(json!({"every": "week", "ends": "friday"})),
        Just(json!({"every": "quarter", "from": "12-15"})),
        Just(json!({"every": "halfYear"})),
        Just(json!({"every": "halfYear", "from": "12-15", "until": "06-14"})),
        Just(json!({"every": "year"})),
        Just(json!({"every": "year", "from": "11-16"})),
        Just(json!({"every": "schoolYear", "from": "09-05", "until": "05-31"})),
        Just(json!({"every": "days", "days": 14, "starts": "2025-01-06"})),
        Just(
            json!({"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15", "until": "05-31"})
        ),
    ];
    let pauses = prop_oneof![Just(vec![]), Just(vec![2]), Just(vec![6, 7, 8])];
    let listed = prop::collection::btree_set((0..300_i64, 0..60_i64), 1..6);
    prop_oneof![
        (cycle, pauses).prop_map(|(cycle, pauses)| Kind::Recurring(cycle, pauses)),
        listed.prop_map(|all| Kind::Listed(all.into_iter().collect())),
        Just(Kind::Event("congress")),
        Just(Kind::Event("forum")),
        Just(Kind::OnDemand(None)),
        Just(Kind::OnDemand(Some("Hội nghị"))),
    ]
}

/// By when: so many days or working days after, until the end of the day or before an hour of it; or, where a unit opens it, so
/// many hours after.
#[derive(Clone, Debug)]
struct Due {
    days: i64,
    working: bool,
    hour: bool,
    hours: Option<u16>,
}

fn any_due() -> impl Strategy<Value = Option<Due>> {
    let hours = prop::option::of(1..=720_u16);
    let due = (-20..30_i64, any::<bool>(), any::<bool>(), hours);
    let due = due.prop_map(|(days, working, hour, hours)| Due {
        days,
        working,
        hour,
        hours,
    });
    prop::option::weighted(0.9, due)
}

fn schedule(kind: &Kind, due: Option<&Due>) -> Value {
    let relative = |least: i64| {
        let due = due?;
        let member = if due.working {
            "workingDaysAfter"
        } else {
            "daysAfter"
        };
        let mut deadline = json!({member: due.days.max(least)});
        if due.hour {
            deadline["time"] = json!("17:00");
            deadline["bound"] = json!("before");
        }
        Some(deadline)
    };
    match kind {
        Kind::Recurring(cycle, pauses) => {
            json!({"recurring": {"cycle": cycle, "skipMonths": pauses, "deadline": relative(-20)}})
        }
        Kind::Event(of) => json!({"event": {"of": of, "deadline": relative(-20)}}),
        Kind::OnDemand(event) => match due.and_then(|due| due.hours) {
            Some(hours) => json!({"onDemand": {"event": event, "hoursAfter": hours}}),
            None => json!({"onDemand": {"event": event, "deadline": relative(0)}}),
        },
        Kind::Listed(all) => {
            let one = |(from, more): &(i64, i64)| {
                let date = due.map(|due| json!({"date": day(from + more + due.days.max(-more))}));
                json!({"period": {"from": day(*from), "to": day(from + more)}, "deadline": date})
            };
            json!({"listed": all.iter().map(one).collect::<Vec<_>>()})
        }
    }
}

/// What is due of all, and perhaps otherwise of a level, where days off put it off, or forward, or do nothing to it.
fn any_asked() -> impl Strategy<Value = Asked> {
    let dues = (any_due(), prop::option::of(any_due()));
    let moved = prop_oneof![Just(None), Just(Some("before")), Just(Some("after"))];
    let span = |from: i64, days: i64| json!({"from": day(from), "to": day(from + days)});
    let holidays = json!({
        "holidays": [span(0, 0), span(24, 8), span(119, 1), span(243, 2)], "madeUp": [span(115, 0)]});
    let working = prop_oneof![Just(json!({})), Just(holidays)];
    (any_kind(), dues, moved, working).prop_map(|(kind, (all, area), moved, working)| {
        let area = area.map(|due| schedule(&kind, due.as_ref()));
        Asked {
            all: schedule(&kind, all.as_ref()),
            area,
            moved,
            working,
        }
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
        asked in any_asked(), extensions in prop::collection::vec(any_extension(), 0..4),
        ends in prop::option::of(0..365_i64), begins in prop::option::of(0..365_i64),
        opened in any_opened(), seconds in 0..40_000_000_i64,
    ) {
        let plain = plan(&asked, &[], None, None);
        let lenient = plan(&asked, &extensions, ends, begins);
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
        asked in any_asked(), ends in 0..365_i64, begins in 0..365_i64,
        opened in any_opened(), seconds in 0..40_000_000_i64,
    ) {
        let plan = plan(&asked, &[], Some(ends), Some(begins));
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

    #[test]
    fn what_a_unit_opens_is_not_late_at_once(asked in any_asked(), opened in any_opened()) {
        let plan = plan(&asked, &[], None, None);
        for unit in ["old", "new"] {
            for one in owed(&plan, unit, &opened) {
                let Some(at) = one.period.at() else {
                    continue;
                };
                let at = Instant::at(one.period.from(), at, plan.offset);
                prop_assert!(!is_late(one.cutoff, at), "{:?}", one);
            }
        }
    }
}
