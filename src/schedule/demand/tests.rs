//! When a unit can open a report by itself, and by when it is due.

use super::super::{State, duties_beside, occasion_of, to_be_opened};
use crate::calendar::{Date, Instant, Period};
use crate::plan::{Moved, Plan, PlanError};
use serde_json::{Value, json};

fn read(schedule: &Value) -> Result<Plan, Vec<PlanError>> {
    let plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "An toàn hè", "offset": "+07:00",
        "period": {"from": "2026-06-01", "to": "2026-08-31"},
        "levels": [{"id": "base", "name": "Cơ sở"}],
        "units": [{"id": "u", "name": "Xã", "level": "base", "source": {"section": "I"}}],
        "indicators": [{"id": "what", "label": "Vụ việc", "measure": {"text": {"max": 100}}}], "targets": [],
        "templates": [{"id": "t", "sections": [{"id": "s", "title": "Vụ việc", "fields": [{"indicator": "what"}]}], "source": {"section": "V"}}],
        "duties": [{
            "id": "d", "name": "Báo cáo vụ việc", "kind": "on-demand", "applies": "s", "template": "t",
            "source": {"section": "V"},
            "schedules": [{"id": "s", "source": {"section": "V"}, "schedule": {"onDemand": schedule}}],
        }],
    });
    Plan::parse(&plan.to_string())
}

fn plan(schedule: &Value) -> Plan {
    read(schedule).unwrap_or_else(|errors| panic!("{errors:?}"))
}

#[test]
fn what_is_opened_is_due_afterwards() {
    for (deadline, at, expected) in [
        (
            json!({"daysAfter": 0, "time": "17:00"}),
            8,
            "2026-06-14T17:00:01+07:00",
        ),
        // At that hour of the next day, where it is past when the report is opened.
        (
            json!({"daysAfter": 0, "time": "17:00"}),
            18,
            "2026-06-15T17:00:01+07:00",
        ),
        (
            json!({"daysAfter": 0, "bound": "before"}),
            8,
            "2026-06-15T00:00:00+07:00",
        ),
        (json!({"daysAfter": 0}), 23, "2026-06-15T00:00:00+07:00"),
        (
            json!({"daysAfter": 1, "time": "08:00"}),
            9,
            "2026-06-15T08:00:01+07:00",
        ),
        (
            json!({"workingDaysAfter": 1}),
            9,
            "2026-06-16T00:00:00+07:00",
        ),
    ] {
        let plan = plan(&json!({"deadline": deadline}));
        let period = Period::opened(Date::parse_iso("2026-06-14").unwrap(), at * 3_600);
        let one = occasion_of(&plan, &plan.duties[0], &plan.units[0], period).unwrap();
        let cutoff = Instant::parse_iso(expected).unwrap();
        assert_eq!(one.cutoff, Some(cutoff), "{deadline} {at}");
    }
}

#[test]
fn what_happened_on_the_last_evening_is_reported_while_it_is_in_time() {
    for (deadline, now, expected) in [
        (
            json!(null),
            "2026-08-31T22:00:00+07:00",
            Some("2026-08-31 22:00"),
        ),
        (
            json!(null),
            "2026-09-01T07:30:00+07:00",
            Some("2026-08-31 23:59:59"),
        ),
        (json!(null), "2026-09-02T00:00:00+07:00", None),
        (
            json!({"daysAfter": 2}),
            "2026-09-02T23:00:00+07:00",
            Some("2026-08-31 23:59:59"),
        ),
        (json!({"daysAfter": 2}), "2026-09-03T00:00:00+07:00", None),
        (
            json!({"daysAfter": 0, "time": "17:00"}),
            "2026-09-01T16:00:00+07:00",
            Some("2026-08-31 23:59:59"),
        ),
        (json!(null), "2026-05-31T22:00:00+07:00", None),
    ] {
        let plan = plan(&json!({"deadline": deadline}));
        let now = Instant::parse_iso(now).unwrap();
        let all = duties_beside(&plan, "u", &[], Some(""), now).unwrap();
        let offered: Vec<String> = all
            .iter()
            .filter(|(_, state)| *state == State::Open)
            .map(|(one, _)| {
                let at = one.period.at().unwrap();
                [one.period.from().to_iso(), at.to_iso()].join(" ")
            })
            .collect();
        assert_eq!(
            offered.join(", "),
            expected.unwrap_or_default(),
            "{deadline} {now}"
        );
        let can = to_be_opened(&plan, &plan.units[0], now);
        assert_eq!(
            can.len(),
            usize::from(expected.is_some()),
            "{deadline} {now}"
        );
    }
}

#[test]
fn a_deadline_before_the_report_is_opened_is_refused() {
    for (deadline, pointer) in [
        (json!({"daysAfter": -1}), "daysAfter"),
        (json!({"workingDaysAfter": -1}), "workingDaysAfter"),
        (json!({"dayOfMonth": 5}), "monthsAfter"),
        (json!({"dayOfMonth": 5, "monthsAfter": 1}), ""),
        (json!({"daysAfter": 0}), ""),
    ] {
        let errors = read(&json!({"deadline": deadline}))
            .err()
            .unwrap_or_default();
        let at = errors
            .first()
            .and_then(|error| error.pointer.rsplit('/').next());
        assert_eq!(at.unwrap_or_default(), pointer, "{deadline} {errors:?}");
    }
}

#[test]
fn hours_are_counted_from_the_second_of_opening() {
    for (hours, second, expected) in [
        (2, 8 * 3600 + 5 * 60, "2026-06-14T10:05:01+07:00"),
        (24, 8 * 3600 + 12, "2026-06-15T08:00:13+07:00"),
        (1, 23 * 3600 + 30 * 60, "2026-06-15T00:30:01+07:00"),
        (720, 0, "2026-07-14T00:00:01+07:00"),
    ] {
        let plan = plan(&json!({"hoursAfter": hours}));
        let day = Date::new(2026, 6, 14).unwrap();
        let period = Period::opened(day, second);
        let occasion = occasion_of(&plan, &plan.duties[0], &plan.units[0], period).unwrap();
        let cutoff = occasion.cutoff.unwrap();
        assert_eq!(
            cutoff,
            Instant::parse_iso(expected).unwrap(),
            "{hours} {second}"
        );
    }
}

#[test]
fn a_deadline_is_in_hours_or_in_days() {
    for (schedule, expected) in [
        (json!({"hoursAfter": 24}), None),
        (json!({"hoursAfter": 0}), Some("plan.outOfRange")),
        (json!({"hoursAfter": 721}), Some("plan.outOfRange")),
        (
            json!({"hoursAfter": 2, "deadline": {"daysAfter": 1}}),
            Some("plan.twoDeadlines"),
        ),
    ] {
        let code = read(&schedule).err().map(|errors| errors[0].problem.code());
        assert_eq!(code, expected, "{schedule}");
    }
}

/// 14 June 2026 is a Sunday: the working day before it is past when the report is opened, and hours run on days off too.
#[test]
fn a_day_off_moves_days_behind_the_opening_and_no_hours() {
    for (schedule, moved, expected) in [
        (
            json!({"hoursAfter": 2}),
            Moved::Before,
            "2026-06-14T10:00:01+07:00",
        ),
        (
            json!({"hoursAfter": 2}),
            Moved::After,
            "2026-06-14T10:00:01+07:00",
        ),
        (
            json!({"deadline": {"daysAfter": 0}}),
            Moved::After,
            "2026-06-16T00:00:00+07:00",
        ),
        (
            json!({"deadline": {"daysAfter": 0}}),
            Moved::Before,
            "2026-06-15T00:00:00+07:00",
        ),
        (
            json!({"deadline": {"daysAfter": 6}}),
            Moved::Before,
            "2026-06-20T00:00:00+07:00",
        ),
    ] {
        let mut plan = plan(&schedule);
        plan.duties[0].moved = Some(moved);
        let period = Period::opened(Date::new(2026, 6, 14).unwrap(), 8 * 3600);
        let one = occasion_of(&plan, &plan.duties[0], &plan.units[0], period).unwrap();
        let cutoff = Instant::parse_iso(expected).unwrap();
        assert_eq!(one.cutoff, Some(cutoff), "{schedule} {moved:?}");
        let is_moved = one.moved.is_some();
        assert!(schedule["hoursAfter"].is_null() || !is_moved, "{schedule}");
    }
}

/// An event is reported on however late, and its report is due from its own day and hour on.
#[test]
fn an_event_has_its_own_day_and_is_late_from_there() {
    for (rule, expected) in [
        (
            json!({"deadline": {"daysAfter": 1}}),
            "2026-06-16T00:00:00+07:00",
        ),
        (
            json!({"deadline": {"daysAfter": 0, "time": "17:00"}}),
            "2026-06-15T17:00:01+07:00",
        ),
        (json!({"hoursAfter": 24}), "2026-06-15T19:30:01+07:00"),
    ] {
        let mut rule = rule.clone();
        rule["event"] = json!("Đại hội");
        let plan = plan(&rule);
        let evening = Period::opened(Date::new(2026, 6, 14).unwrap(), 19 * 3600 + 1800);
        let one = occasion_of(&plan, &plan.duties[0], &plan.units[0], evening).unwrap();
        let cutoff = Instant::parse_iso(expected).unwrap();
        assert_eq!(
            (one.cutoff, one.label.as_deref()),
            (Some(cutoff), Some("Đại hội")),
            "{rule}"
        );
        for (now, is_offered) in [
            ("2026-05-31T08:00:00+07:00", false),
            ("2026-06-01T08:00:00+07:00", true),
            ("2026-10-01T08:00:00+07:00", true),
        ] {
            let now = Instant::parse_iso(now).unwrap();
            let offered = to_be_opened(&plan, &plan.units[0], now);
            assert_eq!(!offered.is_empty(), is_offered, "{now:?}");
        }
    }
}

/// The offer stands for the days on which the unit was there, whatever is so today.
#[test]
fn an_event_of_an_earlier_day_is_offered_to_a_unit_that_has_ended() {
    let plan = plan(&json!({"deadline": {"daysAfter": 1}, "event": "Đại hội"}));
    let now = Instant::parse_iso("2026-06-11T08:00:00+07:00").unwrap();
    for (from, to, is_offered) in [
        (None, Some(10), true),
        (Some(11), None, true),
        (Some(12), None, false),
    ] {
        let day = |day: u8| Date::new(2026, 6, day).unwrap();
        let mut unit = plan.units[0].clone();
        unit.from = from.map(day);
        unit.to = to.map(day);
        let offered = to_be_opened(&plan, &unit, now);
        assert_eq!(!offered.is_empty(), is_offered, "{from:?} {to:?}");
    }
}

/// Who shows the label without the duty's name says what was held.
#[test]
fn an_event_is_the_label_of_its_report_whatever_the_duty_is_called() {
    for duty in ["Biên bản", "Biên bản đại hội"] {
        let mut plan = plan(&json!({"event": "Đại hội"}));
        duty.clone_into(&mut plan.duties[0].name);
        let evening = Period::opened(Date::new(2026, 6, 14).unwrap(), 19 * 3600);
        let one = occasion_of(&plan, &plan.duties[0], &plan.units[0], evening).unwrap();
        assert_eq!(one.label.as_deref(), Some("Đại hội"), "{duty}");
    }
}
