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
