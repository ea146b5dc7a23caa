//! What does not fit in reports that a unit opens by itself, and hours where there are none.

use super::{errors, set, small};
use serde_json::json;

#[test]
fn only_what_a_unit_opens_has_an_hour_and_it_gathers_nothing() {
    let hour = json!({"from": "2023-03-01", "to": "2023-03-01", "at": "08:00"});
    let demand = json!({"onDemand": {}});
    for (pointer, value, place, says) in [
        (
            "/duties/0/schedules/0/schedule",
            json!({"listed": [{"period": hour}]}),
            "/duties/0/schedules/0/schedule/listed/0/period",
            "only what a unit opens by itself has an hour",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"onDemand": {"within": hour}}),
            "/duties/0/schedules/0/schedule/onDemand/within",
            "only what a unit opens by itself has an hour",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"onDemand": {"most": 0}}),
            "/duties/0/schedules/0/schedule/onDemand/most",
            "0 must lie between 1 and 2000",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"onDemand": {"event": " "}}),
            "/duties/0/schedules/0/schedule/onDemand/event",
            "the text is blank",
        ),
        (
            "/duties/0/gathers",
            json!(true),
            "/duties/0/gathers",
            "what a unit opens by itself gathers nothing",
        ),
    ] {
        let mut plan = small();
        set(&mut plan, "/duties/0/schedules/0/schedule", demand.clone());
        assert_eq!(errors(&plan), []);
        set(&mut plan, pointer, value);
        let found = errors(&plan);
        assert!(
            matches!(&*found, [(at, said)] if at == place && said.starts_with(says)),
            "{pointer}: {found:?}"
        );
    }
}

#[test]
fn what_all_units_can_open_is_bounded() {
    let place = "/duties/0/schedules/0/schedule/onDemand/most";
    for (units, most, says) in [
        (2_000, None, ""),
        (
            4_000,
            None,
            "4000 units that open up to 500 reports each make more than can be kept; let each open 374 at most",
        ),
        (
            1_000,
            Some(2_000),
            "1000 units that open up to 2000 reports each make more than can be kept; let each open 1499 at most",
        ),
        (1_000, Some(1_499), ""),
        (20_000, Some(70), ""),
        (
            20_000,
            Some(75),
            "20000 units that open up to 75 reports each make more than can be kept; let each open 74 at most",
        ),
    ] {
        let mut plan = small();
        let unit =
            |number: usize| json!({"id": format!("u{number}"), "name": "Đoàn", "level": "base"});
        let listed: Vec<_> = (0..units).map(unit).collect();
        for (pointer, value) in [
            ("/units", json!(listed)),
            ("/targets", json!([])),
            ("/activities", json!([])),
            ("/duties/0/by", json!({})),
            ("/duties/0/waivers", json!([])),
            ("/duties/0/schedules/0/schedule", json!({"onDemand": {}})),
        ] {
            set(&mut plan, pointer, value);
        }
        if let Some(most) = most {
            set(&mut plan, place, json!(most));
        }
        let found = errors(&plan);
        let expected: &[(String, String)] = &[(place.to_owned(), says.to_owned())];
        assert_eq!(
            found,
            if says.is_empty() { &[] } else { expected },
            "{units} {most:?}"
        );
    }
}
