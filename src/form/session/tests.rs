//! What is asked upon an answer comes and goes with it, and what was typed there stays.

use crate::calendar::Instant;
use crate::form::{Form, Request};
use crate::plan::Plan;
use crate::report::Draft;
use crate::rules::Past;
use crate::text::Lang;
use std::rc::Rc;

fn open(unit: &str, draft: Option<&str>) -> Form {
    let plan = Plan::parse(include_str!("../../../tests/cases/plans/only.json"));
    let plan = Rc::new(plan.unwrap_or_else(|errors| panic!("{errors:?}")));
    let request = Request {
        unit: unit.to_owned(),
        duty: "weekly".to_owned(),
        period: serde_json::from_str(r#"{"from":"2023-03-13","to":"2023-03-19"}"#)
            .expect("a period"),
        earlier: Past::default(),
        now: Instant::parse_iso("2023-03-18T21:00:00+07:00").expect("a moment"),
        lang: Lang::Vi,
    };
    let draft = draft.map(|draft| Draft::parse(draft.as_bytes()).expect("a draft"));
    Form::open(&plan, request, draft).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// The sections with their fields, and whether activities are listed.
fn asked(form: &Form) -> Vec<String> {
    let sections = form.view().sections.into_iter();
    sections
        .map(|section| {
            let fields: Vec<String> = section.fields.into_iter().map(|field| field.id).collect();
            let list = if section.activities.is_some() {
                " +"
            } else {
                ""
            };
            format!("{}: {}{list}", section.id, fields.join(" "))
        })
        .collect()
}

const GENERAL: &str = "general: form held all support";

#[test]
fn a_unit_sees_what_concerns_it() {
    let ward = [GENERAL, "wards: households lamps"];
    assert_eq!(asked(&open("phuong-1", None)), ward);
    assert_eq!(asked(&open("truong", None)), [GENERAL, "schools:  +"]);
}

#[test]
fn an_answer_brings_what_is_asked_upon_it_and_takes_it_away_again() {
    let mut form = open("phuong-1", None);
    let blank = |form: &Form| form.view().counts.blank;
    // The form of it, whether it was held, households and lamps.
    assert_eq!(blank(&form), 4);
    let change = form.set("/figures/form", "truc-tuyen".to_owned());
    assert!(change.reshaped);
    assert_eq!(
        change.counts.blank, 4,
        "the sessions are to be answered now"
    );
    assert_eq!(
        asked(&form),
        [GENERAL, "online: sessions", "wards: households lamps"]
    );
    let change = form.set("/figures/sessions", "5".to_owned());
    assert!(!change.reshaped);
    // Another answer upon which the same is asked changes nothing.
    assert!(!form.set("/figures/form", "ket-hop".to_owned()).reshaped);
    assert!(form.set("/figures/form", "truc-tiep".to_owned()).reshaped);
    assert_eq!(asked(&form).len(), 2);
    assert_eq!(blank(&form), 3);
    // What is not seen can still be told by somebody who knows its place; it is kept, and nothing more.
    let change = form.set("/figures/sessions", "nhiều".to_owned());
    assert!(!change.reshaped);
    assert_eq!((change.counts.errors, change.counts.blank), (0, 3));
    form.set("/figures/sessions", "7".to_owned());
    assert!(form.set("/figures/form", "truc-tuyen".to_owned()).reshaped);
    let online = &form.view().sections[1];
    assert_eq!(
        online.fields[0].inputs[0].value, "7",
        "what was typed is there again"
    );
}

#[test]
fn what_is_not_asked_stays_in_the_draft_over_reloads_and_does_not_travel() {
    let mut form = open("phuong-1", None);
    for (path, text) in [
        ("/figures/form", "truc-tuyen"),
        ("/figures/held", "Có"),
        ("/figures/sessions", "5"),
        ("/figures/platform", "Zoom"),
        ("/figures/delegates/part", "30"),
        ("/figures/delegates/whole", "40"),
        ("/figures/households", "3"),
        ("/figures/lamps", "0"),
        ("/figures/held", "Không"),
    ] {
        form.set(path, text.to_owned());
    }
    assert_eq!(form.view().counts.errors + form.view().counts.blank, 0);
    let kept = form.draft_json();
    let mut form = open("phuong-1", Some(&kept));
    let whole = [
        "general: form held all support",
        "online: sessions",
        "wards: households lamps",
    ];
    assert_eq!(asked(&form), whole);
    let draft = Draft::parse(kept.as_bytes()).expect("a draft");
    let checked = form
        .sheet
        .check_draft(&draft, Vec::new(), &form.context(true));
    let report = checked.report.expect("it can be sent");
    let sent: Vec<&str> = report.figures.iter().map(|(id, _)| id).collect();
    assert_eq!(sent, ["form", "held", "households", "lamps", "sessions"]);
    form.set("/figures/held", "Có".to_owned());
    assert_eq!(asked(&form)[1], "online: sessions platform");
    let platform = &form.view().sections[1].fields[1].inputs[0];
    assert_eq!(platform.value, "Zoom", "and what was typed is there again");
}

#[test]
fn a_number_brings_what_is_asked_upon_it_as_it_is_typed() {
    let mut form = open("phuong-1", None);
    let numbers = |form: &Form| {
        asked(form)
            .into_iter()
            .find(|one| one.starts_with("numbers"))
    };
    for (all, is_asked, reshaped) in [
        ("9", false, false),
        ("10", true, true),
        ("100", true, false),
        ("1", false, true),
        ("khoảng 10", true, true),
        ("dưới 10", false, true),
        ("trên 10", true, true),
        ("mười", false, true),
        ("", false, false),
        ("12", true, true),
    ] {
        let change = form.set("/figures/all", all.to_owned());
        let expected = is_asked.then(|| "numbers: why".to_owned());
        assert_eq!(
            (numbers(&form), change.reshaped),
            (expected, reshaped),
            "{all}"
        );
        if is_asked {
            form.set("/figures/why", ["Vì ", all].concat());
        }
    }
    form.set("/figures/all", "2".to_owned());
    let kept = form.draft_json();
    let mut form = open("phuong-1", Some(&kept));
    assert_eq!(numbers(&form), None);
    form.set("/figures/all", "12".to_owned());
    let sections = form.view().sections;
    let why = sections.iter().find(|one| one.id == "numbers").unwrap();
    assert_eq!(
        why.fields[0].inputs[0].value, "Vì 12",
        "what was typed is there again"
    );
}
