//! What does not fit in a plan's windows, deadlines, extensions and mergers.

use super::{errors, set, small};
use serde_json::json;

#[test]
fn what_does_not_fit_in_time_is_named_with_its_place_and_its_mend() {
    for (pointer, value, place, says) in [
        (
            "/units/1/mergedInto",
            json!("office"),
            "/units/1",
            "\"to\" is missing",
        ),
        (
            "/units/1/mergedInto",
            json!("nobody"),
            "/units/1/mergedInto",
            "no unit \"nobody\"",
        ),
        (
            "/duties/0/schedules/0/units",
            json!({"levels": ["other"]}),
            "/duties/0/schedules/0/units/levels/0",
            "no level \"other\"",
        ),
        (
            "/duties/0/extensions",
            json!([{"within": {"from": "2023-02-26", "to": "2023-03-31"}, "units": {"units": ["nobody"]},
                "deadline": {"date": "2023-04-10"}, "source": {"section": "CV"}}]),
            "/duties/0/extensions/0/units/units/0",
            "no unit \"nobody\"",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"recurring": {"cycle": {"every": "month"}, "skipMonths": [13]}}),
            "/duties/0/schedules/0/schedule/recurring/skipMonths/0",
            "13 must lie between 1 and 12",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"recurring": {"cycle": {"every": "month"}, "deadline": {"workingDaysAfter": 61}}}),
            "/duties/0/schedules/0/schedule/recurring/deadline/workingDaysAfter",
            "61 must lie between -60 and 60",
        ),
        (
            "/duties/0/schedules/0/schedule",
            json!({"event": {"of": "none"}}),
            "/duties/0/schedules/0/schedule/event/of",
            "no activity \"none\"",
        ),
    ] {
        let mut plan = small();
        set(&mut plan, pointer, value);
        let found = errors(&plan);
        if place.is_empty() {
            assert_eq!(found, [], "{pointer}");
        } else {
            assert!(
                found
                    .iter()
                    .any(|(at, what)| at == place && what.contains(says)),
                "{pointer}: {found:?}"
            );
        }
    }
}
