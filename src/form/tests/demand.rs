//! What a unit opens by itself, in the list of what it owes and among what it has sent.

use crate::calendar::{Date, Instant, Period};
use crate::form;
use crate::form::tests::report_of;
use crate::message;
use crate::plan::Plan;
use crate::report::{Report, Value};
use crate::rules::Past;
use crate::schedule::{Sent, State, Status, duties, key, occasion_of, occasions};
use crate::text::Lang;

fn plan() -> Plan {
    let json = include_str!("../../../tests/browser/fixtures/demand/an-toan-he.json");
    Plan::parse(json).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn at(text: &str) -> Instant {
    Instant::parse_iso(text).unwrap()
}

fn opened(day: &str, seconds: u32) -> Period {
    Period::opened(Date::parse_iso(day).unwrap(), seconds)
}

#[test]
fn a_unit_opens_as_many_as_happen_and_owes_none_that_it_has_not_begun() {
    let plan = plan();
    let now = at("2026-07-03T08:05:12+07:00");
    let unit = plan.unit("xa-1").unwrap();
    assert!(
        occasions(&plan, unit)
            .iter()
            .all(|one| one.duty == *"month")
    );
    let (first, second) = (opened("2026-06-14", 100), opened("2026-06-14", 101));
    let sent = Sent {
        duty: plan.duties[0].id.clone(),
        period: first,
        received_at: at("2026-06-14T09:00:00+07:00"),
        status: Status::Received,
    };
    let begun = [
        &key("an-toan-he", "xa-1", "incident", second),
        "x|y",
        &key("an-toan-he", "xa-2", "incident", second),
    ];
    let begun = begun.join("\n");
    let sent = [sent];
    let views = form::duties_beside(&plan, "xa-1", &sent, &begun, now, Lang::Vi).unwrap();
    let of: Vec<_> = views.iter().filter(|one| one.duty == "incident").collect();
    let states: Vec<_> = of
        .iter()
        .map(|one| (one.state, one.offer_text.is_some(), one.is_owed))
        .collect();
    assert_eq!(
        states,
        [
            (State::Late, false, true),
            (State::Open, true, false),
            (State::Sent, false, false)
        ]
    );
    assert_eq!(
        of[0].deadline_text.as_deref(),
        Some("hết ngày thứ Hai 15/6/2026")
    );
    assert_eq!(of[1].period, opened("2026-07-03", 29_112));
    assert_eq!(
        of[1].offer_text.as_deref().unwrap_or_default(),
        "Mở khi có việc phát sinh; mỗi việc một báo cáo"
    );
    assert_eq!(of[2].period_text, "00g01:40 ngày 14/6/2026");
    // What nothing is owed of stands apart from what is to be sent.
    let is_open = |one: &&form::DutyView| one.group_text == message::state(State::Open, Lang::Vi);
    assert!(views.iter().filter(is_open).all(|one| one.is_owed));
    let mut groups: Vec<_> = views.iter().map(|one| one.group_text).collect();
    groups.dedup();
    let times = groups.len();
    groups.sort_unstable();
    groups.dedup();
    assert_eq!(groups.len(), times, "no group comes twice");
    // The office asks for what has come alone.
    let office = duties(&plan, "xa-1", &sent, now).unwrap();
    let office = office.iter().filter(|(one, _)| one.duty == *"incident");
    assert_eq!(office.count(), 1);
}

#[test]
fn two_that_are_opened_in_one_second_are_two() {
    let plan = plan();
    let night = at("2026-07-03T23:59:58+07:00");
    let mut begun: Vec<String> = Vec::new();
    for expected in [86_398, 86_399, 0, 1] {
        let keys = begun.join("\n");
        let views = form::duties_beside(&plan, "xa-1", &[], &keys, night, Lang::Vi).unwrap();
        let new = views
            .iter()
            .find(|one| one.offer_text.is_some())
            .expect("one to open");
        assert_eq!(new.period, opened("2026-07-03", expected));
        assert_eq!(new.key, "an-toan-he|xa-1|incident|2026-06-01|2026-08-31");
        begun.push(key("an-toan-he", "xa-1", "incident", new.period));
    }
    // One that was sent from elsewhere, too.
    let sent = [Sent {
        duty: plan.duties[0].id.clone(),
        period: opened("2026-07-03", 86_398),
        received_at: night,
        status: Status::Received,
    }];
    let views = form::duties_beside(&plan, "xa-1", &sent, "", night, Lang::Vi).unwrap();
    let new = views
        .iter()
        .find(|one| one.offer_text.is_some())
        .expect("one to open");
    assert_eq!(new.period, opened("2026-07-03", 86_399));
    let none = form::duties(
        &plan,
        "xa-1",
        &[],
        at("2026-05-03T08:00:00+07:00"),
        Lang::Vi,
    )
    .unwrap();
    assert!(
        none.iter().all(|one| one.offer_text.is_none()),
        "its days have not begun"
    );
}

#[test]
fn one_is_of_a_day_and_hour_within_the_days_of_its_duty() {
    let plan = plan();
    let (duty, unit) = (&plan.duties[0], plan.unit("xa-1").unwrap());
    let day = Date::parse_iso("2026-06-14").unwrap();
    for (period, is) in [
        (opened("2026-06-14", 0), true),
        (opened("2026-08-31", 86_399), true),
        (opened("2026-05-31", 86_399), false),
        (Period::day(day), false),
        (plan.period, false),
    ] {
        let one = occasion_of(&plan, duty, unit, period);
        assert_eq!(one.is_some(), is, "{period:?}");
    }
}

#[test]
fn two_that_were_sent_of_one_day_are_both_known_and_one_that_is_amended_is_known_once() {
    let plan = plan();
    let report = |seconds: u32, children: i64| Report {
        duty: "incident".to_owned(),
        unit: "xa-1".to_owned(),
        period: opened("2026-06-14", seconds),
        figures: [("children".to_owned(), Value::Number(children))].into(),
        ..report_of(&plan, 0)
    };
    let told = |past: &Past| {
        let of = past.iter().map(|one| one.figures.get("children").cloned());
        of.collect::<Vec<_>>()
    };
    let past = Past::from(vec![report(1, 2), report(2, 1), report(1, 3), report(2, 4)]);
    let number = |number| Some(Value::Number(number));
    assert_eq!(told(&past), [number(3), number(4)]);
}

#[test]
fn a_unit_that_has_opened_as_many_as_it_can_is_told_so_and_offered_none() {
    let json = include_str!("../../../tests/browser/fixtures/demand/an-toan-he.json");
    let mut json: serde_json::Value = serde_json::from_str(json).unwrap();
    json["duties"][0]["schedules"][0]["schedule"]["onDemand"]["most"] = 2.into();
    let plan = Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let now = at("2026-07-03T08:05:12+07:00");
    let offered = |begun: &[String]| {
        let views = form::duties_beside(&plan, "xa-1", &[], &begun.join("\n"), now, Lang::Vi);
        let all = "an-toan-he|xa-1|incident|2026-06-01|2026-08-31";
        let mut views = views.unwrap().into_iter();
        views.find(|one| one.key == all).expect("what is no report")
    };
    let mut begun: Vec<String> = Vec::new();
    for seconds in [100, 101] {
        let view = offered(&begun);
        assert!(view.offer_text.is_some() && view.why.is_none(), "{seconds}");
        let one = opened("2026-06-14", seconds);
        begun.push(key("an-toan-he", "xa-1", "incident", one));
    }
    let view = offered(&begun);
    assert_eq!((view.offer_text.as_deref(), view.is_owed), (None, false));
    assert_eq!(view.stands_text, "Đã mở đủ số báo cáo");
    assert_eq!(view.group_text, "Tự mở khi có phát sinh");
    let why = view.why.unwrap_or_default();
    assert!(
        why.starts_with("Mỗi đơn vị mở nhiều nhất 2 báo cáo loại này."),
        "{why}"
    );
}

#[test]
fn the_offer_of_an_event_says_by_when_where_the_plan_does() {
    let json = include_str!("../../../tests/browser/fixtures/demand/an-toan-he.json");
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    for (rule, expected) in [
        (serde_json::json!({"event": "Hội nghị"}), None),
        (
            serde_json::json!({"event": "Hội nghị", "deadline": {"daysAfter": 1}}),
            Some("chậm nhất 1 ngày sau hội nghị"),
        ),
        (
            serde_json::json!({"event": "Hội nghị", "hoursAfter": 24}),
            Some("trong 24 giờ sau hội nghị"),
        ),
        // Nothing is counted from before it is opened.
        (serde_json::json!({"hoursAfter": 24}), None),
    ] {
        let mut json = json.clone();
        json["duties"][0]["schedules"][0]["schedule"]["onDemand"] = rule.clone();
        let plan = Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
        let now = at("2026-07-03T08:05:12+07:00");
        let views = form::duties_beside(&plan, "xa-1", &[], "", now, Lang::Vi).unwrap();
        let offer = views.iter().find(|one| one.offer_text.is_some()).unwrap();
        assert_eq!(offer.deadline_text.as_deref(), expected, "{rule}");
    }
}
