//! What the map of a form says of its sections, and where it leads.

use super::MapState::{Left, Ready, Wrong};
use crate::calendar::{Date, Instant};
use crate::form::tests::{open, open_after, open_with, small};
use crate::form::{Form, Request};
use crate::plan::Plan;
use crate::report::{ReportActivity, Value};
use crate::text::Lang;
use std::rc::Rc;

#[test]
fn each_section_says_what_is_answered_wrong_and_left_and_where_it_begins() {
    let mut form = open();
    type Typed<'a> = &'a [(&'a str, &'a str)];
    let cases: [(Typed<'_>, &str, super::MapState, Option<&str>); 5] = [
        (&[], "0/5 ô, còn 1 ô bắt buộc", Left, Some("/figures/trees")),
        (&[("/figures/trees", "12")], "1/5 ô", Ready, None),
        (
            &[("/figures/members/part", "3")],
            "1/5 ô, 1 chỗ cần sửa",
            Wrong,
            Some("/figures/members/whole"),
        ),
        (
            &[("/figures/members/whole", "4"), ("/figures/phone", "12")],
            "2/5 ô, 1 chỗ cần sửa",
            Wrong,
            Some("/figures/phone"),
        ),
        (
            &[("/figures/phone", ""), ("/figures/trees", "400")],
            "2/5 ô, 1 chỗ cần giải thích",
            Wrong,
            Some("/figures/trees"),
        ),
    ];
    for (typed, text, state, first) in cases {
        for (path, text) in typed {
            form.set(path, (*text).to_owned());
        }
        let map = form.map(false, "");
        let line = &map.lines[0];
        assert_eq!(
            (line.text.as_str(), line.state, map.first.as_deref()),
            (text, state, first)
        );
    }
}

/// Where one goes on from the beginning, and each time from there, until it comes round again.
fn way(form: &super::Form) -> Vec<String> {
    let mut way = Vec::new();
    let mut at = String::new();
    while let Some(next) = form.map(true, &at).next
        && !way.contains(&next)
    {
        way.push(next.clone());
        at = next;
    }
    way
}

#[test]
fn the_way_leads_from_one_open_place_to_the_next() {
    let mut form = open_after(|report| {
        let phone = Value::Text("0901234567".to_owned());
        report.figures.insert("phone".to_owned(), phone);
        report.figures.insert("teams".to_owned(), Value::Number(3));
    });
    // Phone and teams stand as they were reported.
    assert_eq!(way(&form), ["/figures/trees"]);
    assert_eq!(form.map(true, "").aside, ["members", "held"]);
    form.set("/figures/teams", String::new());
    assert_eq!(way(&form), ["/figures/trees", "/figures/teams"]);
    assert_eq!(
        form.map(true, "/figures/held").next.as_deref(),
        Some("/figures/teams")
    );
    form.set("/figures/members/whole", "40".to_owned());
    let all = ["/figures/trees", "/figures/members/part", "/figures/teams"];
    assert_eq!(way(&form), all);
    let again = open_after(|report| {
        let day = Date::parse_iso("2023-03-12").expect("a day");
        let activity = ReportActivity::new("Ngày Chủ nhật xanh".to_owned(), day);
        report.activities.push(activity);
    });
    assert_eq!(way(&again), ["/figures/trees", "/activities"]);
    assert_eq!(form.map(true, "").aside, ["held"]);
    form.set("/figures/trees", "12".to_owned());
    assert_eq!(
        form.map(true, "/figures/teams").next.as_deref(),
        Some("/figures/members/part")
    );
}

#[test]
fn who_reports_for_the_first_time_is_led_to_what_must_be_answered_and_sees_all() {
    let form = open_with(small(), Vec::new(), None);
    assert_eq!(way(&form), ["/figures/trees"]);
    assert!(form.map(true, "").aside.is_empty());
}

#[test]
fn a_list_says_how_many_it_has_and_what_is_wrong_in_it() {
    let mut form = open();
    assert_eq!(form.map(false, "").lines[1].text, "0 hoạt động");
    form.add_activity(None, None);
    form.set("/activities/0/date", "31/2".into());
    let line = &form.map(true, "").lines[1];
    assert_eq!(line.state, Wrong);
    assert!(
        line.text.starts_with("1 hoạt động, 1 chỗ cần sửa"),
        "{}",
        line.text
    );
}

#[test]
fn too_little_is_left_and_too_much_is_wrong() {
    let json = include_str!("../../../tests/cases/plans/chosen.later.json");
    let plan = Rc::new(Plan::parse(json).expect("a plan"));
    let request = Request {
        unit: "phuong-1".to_owned(),
        duty: "closing".to_owned(),
        period: serde_json::from_str(r#"{"from":"2026-01-01","to":"2026-03-31"}"#)
            .expect("a period"),
        earlier: Vec::new().into(),
        now: Instant::parse_iso("2026-03-31T08:00:00+07:00").expect("a moment"),
        lang: Lang::Vi,
    };
    let mut form = Form::open(&plan, request, None).expect("a form");
    type Typed<'a> = &'a [(&'a str, &'a str)];
    // Two of four contents, where fewer are an error; one of two forms, where another number is explained.
    let cases: [(Typed<'_>, &str, super::MapState, [usize; 2]); 5] = [
        (&[], "0/8 ô, còn 2 chỗ chưa đủ", Left, [0, 1]),
        (&[("blood", "Có")], "1/8 ô, còn 2 chỗ chưa đủ", Left, [0, 1]),
        (&[("gifts", "20")], "2/8 ô, còn 1 chỗ chưa đủ", Left, [0, 0]),
        (&[("hall", "Có")], "3/8 ô", Ready, [0, 0]),
        (
            &[("online", "Có")],
            "4/8 ô, 1 chỗ cần giải thích",
            Wrong,
            [0, 0],
        ),
    ];
    for (typed, text, state, counts) in cases {
        for (id, text) in typed {
            form.set(&["/figures/", *id].concat(), (*text).to_owned());
        }
        let line = &form.map(false, "").lines[0];
        assert_eq!((line.text.as_str(), line.state), (text, state));
        let now = form.view().counts;
        assert_eq!([now.errors, now.short], counts, "{text}");
    }
}
