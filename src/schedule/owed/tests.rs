//! States and occasions, as tables: what is owed, by whom, and how it stands before, at and after the
//! moments that matter.

use crate::calendar::{Instant, Period};
use crate::plan::Plan;
use crate::schedule::{Sent, State, Status, duties, occasions};
use serde_json::{Value, json};

/// A plan whose one duty has the given schedule, and more of the duty's fields where given.
fn plan(schedule: &Value, more: &Value) -> Plan {
    let mut duty = json!({
        "id": "report", "name": "Báo cáo", "kind": "report", "by": {"levels": ["base"]}, "applies": "stated",
        "schedules": [{"id": "stated", "schedule": schedule, "source": {"section": "V"}}],
        "template": "form", "source": {"section": "V"}
    });
    duty.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "P", "period": {"from": "2023-02-26", "to": "2023-03-31"},
        "levels": [{"id": "district", "name": "Quận"}, {"id": "base", "name": "Cơ sở"}],
        "units": [
            {"id": "office", "name": "Quận Đoàn", "level": "district"},
            {"id": "ward", "name": "Đoàn phường", "level": "base"},
            {"id": "founded", "name": "Thành lập 11/3", "level": "base", "from": "2023-03-11"},
            {"id": "dissolved", "name": "Giải thể 10/3", "level": "base", "to": "2023-03-10"}
        ],
        "indicators": [], "duties": [duty],
        "templates": [{"id": "form", "sections": [{"id": "s", "title": "S"}], "source": {"section": "V"}}]
    });
    Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn once(deadline: &Value) -> Value {
    json!({"listed": [{"period": {"from": "2023-03-01", "to": "2023-03-10"}, "deadline": deadline}]})
}

fn weeks() -> Value {
    json!({"recurring": {"cycle": {"every": "week", "ends": "friday"}, "label": "Tuần",
        "deadline": {"daysAfter": 0, "time": "09:00", "bound": "before"}}})
}

fn at(text: &str) -> Instant {
    Instant::parse_iso(&format!("{text}+07:00")).unwrap()
}

fn state_at(plan: &Plan, sent: &[Sent], now: &str) -> State {
    duties(plan, "ward", sent, at(now)).unwrap()[0].1
}

#[test]
fn lateness_begins_with_the_cutoff_to_the_second() {
    for (deadline, in_time, late) in [
        // Trước 09g00: nine o'clock itself is too late.
        (
            json!({"date": "2023-03-10", "time": "09:00", "bound": "before"}),
            "2023-03-10T08:59:59",
            "2023-03-10T09:00:00",
        ),
        // Hạn chót là 09g00: nine o'clock itself is in time.
        (
            json!({"date": "2023-03-10", "time": "09:00"}),
            "2023-03-10T09:00:00",
            "2023-03-10T09:00:01",
        ),
        // Hạn chót là ngày 10: the day runs to its end.
        (
            json!({"date": "2023-03-10"}),
            "2023-03-10T23:59:59",
            "2023-03-11T00:00:00",
        ),
        // Trước ngày 10: the day itself is too late.
        (
            json!({"date": "2023-03-10", "bound": "before"}),
            "2023-03-09T23:59:59",
            "2023-03-10T00:00:00",
        ),
        (
            json!({"date": "2023-03-10", "time": "24:00", "bound": "before"}),
            "2023-03-10T23:59:59",
            "2023-03-11T00:00:00",
        ),
    ] {
        let plan = plan(&once(&deadline), &json!({}));
        assert_eq!(state_at(&plan, &[], in_time), State::DueSoon, "{deadline}");
        assert_eq!(state_at(&plan, &[], late), State::Late, "{deadline}");
    }
}

#[test]
fn an_instance_opens_nears_its_deadline_and_is_late() {
    let deadline = json!({"date": "2023-03-10", "time": "17:00", "bound": "before"});
    for (more, now, expected) in [
        (json!({}), "2023-02-28T23:59:59", State::NotYetOpen),
        (json!({}), "2023-03-01T00:00:00", State::Open),
        (json!({}), "2023-03-08T16:59:59", State::Open),
        (json!({}), "2023-03-08T17:00:00", State::DueSoon),
        (json!({}), "2023-03-10T16:59:59", State::DueSoon),
        (json!({}), "2023-03-10T17:00:00", State::Late),
        (
            json!({"dueSoonHours": 0}),
            "2023-03-10T16:59:59",
            State::Open,
        ),
        (
            json!({"dueSoonHours": 1}),
            "2023-03-10T16:00:00",
            State::DueSoon,
        ),
        (
            json!({"dueSoonHours": 1}),
            "2023-03-10T15:59:59",
            State::Open,
        ),
        // A deadline nearer than the time in which it is near: due soon as soon as it opens.
        (
            json!({"dueSoonHours": 1000}),
            "2023-03-01T00:00:00",
            State::DueSoon,
        ),
        (
            json!({"dueSoonHours": 1000}),
            "2023-02-28T23:59:59",
            State::NotYetOpen,
        ),
    ] {
        assert_eq!(
            state_at(&plan(&once(&deadline), &more), &[], now),
            expected,
            "{more} {now}"
        );
    }
}

#[test]
fn without_a_deadline_it_stays_open() {
    let schedule = json!({"listed": [{"period": {"from": "2023-03-01", "to": "2023-03-10"}}]});
    let plan = plan(&schedule, &json!({}));
    for (now, expected) in [
        ("2023-02-28T23:59:59", State::NotYetOpen),
        ("2023-03-01T00:00:00", State::Open),
        ("2199-12-31T00:00:00", State::Open),
    ] {
        assert_eq!(state_at(&plan, &[], now), expected, "{now}");
    }
}

#[test]
fn it_can_open_before_its_period_begins() {
    let schedule = json!({"listed": [{"period": {"from": "2023-02-26", "to": "2023-03-31"}, "opens": "2023-02-09",
        "deadline": {"date": "2023-02-24", "time": "17:00", "bound": "before"}}]});
    let plan = plan(&schedule, &json!({}));
    for (now, expected) in [
        ("2023-02-08T23:59:59", State::NotYetOpen),
        ("2023-02-09T00:00:00", State::Open),
        ("2023-02-24T17:00:00", State::Late),
    ] {
        assert_eq!(state_at(&plan, &[], now), expected, "{now}");
    }
}

#[test]
fn what_was_sent_is_sent_and_the_latest_counts() {
    let deadline = json!({"date": "2023-03-10", "time": "09:00", "bound": "before"});
    let plan = plan(&once(&deadline), &json!({}));
    let period = Period::new(
        plan.period.from().add_days(3).unwrap(),
        plan.period.from().add_days(12).unwrap(),
    )
    .unwrap();
    let sent = |when: &str, status: Status| Sent {
        duty: plan.duties[0].id.clone(),
        period,
        received_at: at(when),
        status,
    };
    for (reports, expected) in [
        (
            vec![sent("2023-03-10T08:59:59", Status::Received)],
            State::Sent,
        ),
        (
            vec![sent("2023-03-10T09:00:00", Status::Received)],
            State::SentLate,
        ),
        (
            vec![sent("2023-03-09T09:00:00", Status::Returned)],
            State::Returned,
        ),
        (
            vec![sent("2023-03-11T09:00:00", Status::Accepted)],
            State::Accepted,
        ),
        (
            vec![
                sent("2023-03-10T10:00:00", Status::Received),
                sent("2023-03-09T09:00:00", Status::Returned),
            ],
            State::SentLate,
        ),
        (
            vec![Sent {
                period: plan.period,
                ..sent("2023-03-09T09:00:00", Status::Received)
            }],
            State::Late,
        ),
    ] {
        assert_eq!(
            state_at(&plan, &reports, "2023-03-12T00:00:00"),
            expected,
            "{reports:?}"
        );
    }
}

#[test]
fn a_waived_period_is_owed_by_nobody_but_may_be_sent() {
    let waiver = |from: &str, to: &str| json!({"waivers": [{"within": {"from": from, "to": to}, "why": "lồng ghép", "source": {"section": "V"}}]});
    let deadline = json!({"date": "2023-03-10"});
    for (more, expected) in [
        (waiver("2023-03-01", "2023-03-31"), State::Waived),
        (waiver("2023-03-01", "2023-03-10"), State::Waived),
        (waiver("2023-03-02", "2023-03-31"), State::Late),
        (waiver("2023-03-01", "2023-03-09"), State::Late),
    ] {
        assert_eq!(
            state_at(&plan(&once(&deadline), &more), &[], "2023-03-31T00:00:00"),
            expected,
            "{more}"
        );
    }
    let plan = plan(&once(&deadline), &waiver("2023-03-01", "2023-03-31"));
    let sent = Sent {
        duty: plan.duties[0].id.clone(),
        period: occasions(&plan, plan.unit("ward").unwrap())[0].period,
        received_at: at("2023-03-05T09:00:00"),
        status: Status::Received,
    };
    assert_eq!(state_at(&plan, &[sent], "2023-03-31T00:00:00"), State::Sent);
}

#[test]
fn a_unit_owes_the_periods_in_which_it_exists() {
    let plan = plan(&weeks(), &json!({}));
    for (unit, expected) in [
        ("office", vec![]),
        (
            "ward",
            vec!["Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4", "Tuần 5"],
        ),
        ("founded", vec!["Tuần 3", "Tuần 4", "Tuần 5"]),
        ("dissolved", vec!["Tuần 1", "Tuần 2"]),
    ] {
        let owed = occasions(&plan, plan.unit(unit).unwrap());
        let labels: Vec<_> = owed
            .iter()
            .map(|occasion| occasion.label.clone().unwrap_or_default())
            .collect();
        assert_eq!(labels, expected, "{unit}");
    }
    assert_eq!(
        duties(&plan, "nobody", &[], at("2023-03-01T00:00:00"))
            .unwrap_err()
            .unit,
        "nobody"
    );
}

#[test]
fn the_most_urgent_comes_first() {
    let plan = plan(&weeks(), &json!({}));
    let sent = |from: &str, to: &str, status: Status| Sent {
        duty: plan.duties[0].id.clone(),
        period: serde_json::from_value(json!({"from": from, "to": to})).unwrap(),
        received_at: at("2023-03-02T00:00:00"),
        status,
    };
    let sent = [
        sent("2023-02-26", "2023-03-03", Status::Accepted),
        sent("2023-03-11", "2023-03-17", Status::Returned),
    ];
    let owed = duties(&plan, "ward", &sent, at("2023-03-23T00:00:00")).unwrap();
    let order: Vec<_> = owed
        .iter()
        .map(|(occasion, state)| (occasion.label.as_deref().unwrap(), *state))
        .collect();
    assert_eq!(
        order,
        [
            ("Tuần 2", State::Late),
            ("Tuần 3", State::Returned),
            ("Tuần 4", State::DueSoon),
            ("Tuần 5", State::NotYetOpen),
            ("Tuần 1", State::Accepted),
        ]
    );
}

#[test]
fn among_equals_what_has_no_deadline_comes_last() {
    let schedule = json!({"listed": [
        {"label": "không hạn", "period": {"from": "2023-02-26", "to": "2023-03-31"}},
        {"label": "xa", "period": {"from": "2023-02-26", "to": "2023-03-03"}, "deadline": {"date": "2023-03-30"}},
        {"label": "gần", "period": {"from": "2023-02-26", "to": "2023-03-10"}, "deadline": {"date": "2023-03-20"}}
    ]});
    let owed = duties(
        &plan(&schedule, &json!({})),
        "ward",
        &[],
        at("2023-03-01T00:00:00"),
    )
    .unwrap();
    let order: Vec<_> = owed
        .iter()
        .filter_map(|(occasion, _)| occasion.label.as_deref())
        .collect();
    assert_eq!(order, ["gần", "xa", "không hạn"]);
}
