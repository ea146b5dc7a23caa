//! Sentences, each with what is to be read in it and nothing else: sixty that came before the rules, thirty that came after
//! them.

use super::key::{deadlines, events, fields, fits};
use phieu::reading::read;
use phieu::text::fold;
use serde_json::Value;
use std::fs;

/// What is wrong with the reading of one sentence; nothing where all is right.
fn wrong(case: &Value) -> Vec<String> {
    let under = case["under"].as_str().unwrap();
    let sentence = case["sentence"].as_str().unwrap();
    let said = case["lines"]
        .as_str()
        .map_or_else(|| format!("- {sentence}"), str::to_owned);
    let text = format!("KẾ HOẠCH\nCông tác năm 2025\n\nI. {under}\n{said}\n");
    let reading = serde_json::to_value(read(&text)).unwrap();
    let list = |of: &Value, what: &str| of[what].as_array().cloned().unwrap_or_default();
    let mut wrong = Vec::new();
    let keys = list(case, "targets");
    let targets = list(&reading, "targets");
    let noun = |target: &Value| fold(target["noun"].as_str().unwrap_or_default());
    for key in &keys {
        let found = targets.iter().any(|read| {
            let (own, other) = (noun(key), noun(read));
            let counts = own.is_empty() || !other.is_empty();
            fields(read) == fields(key)
                && says_all(read, key)
                && counts
                && (own.starts_with(&other) || other.starts_with(&own))
        });
        if !found {
            wrong.push(format!("target {key} missed"));
        }
    }
    let said: Vec<String> = targets
        .iter()
        .map(|read| format!("{:?} {} {}", fields(read), read["noun"], read["grade"]))
        .collect();
    // Null is not judged: careful people differ.
    let judged = |what: &str| !case.get(what).is_some_and(Value::is_null);
    if judged("targets") && (targets.len() != keys.len() || !wrong.is_empty()) {
        wrong.push(format!("read {}", said.join("; ")));
    }
    if targets.len() == keys.len()
        && wrong.is_empty()
        && case["grade_at_most"].is_string()
        && targets.iter().any(|read| {
            read["grade"] == "sure" || case["grade_at_most"] == "maybe" && read["grade"] != "maybe"
        })
    {
        wrong.push("graded too high".to_owned());
    }
    let activities = list(&reading, "activities");
    for key in list(case, "activities") {
        let found = activities.iter().any(|read| read["dates"] == key["dates"]);
        if !found {
            let all: Vec<&Value> = activities.iter().map(|read| &read["dates"]).collect();
            wrong.push(format!("activity {} for {all:?}", key["dates"]));
        }
    }
    let known = list(case, "activities");
    for read in activities.iter().filter(|read| {
        let dates = read["dates"].as_array();
        dates.is_some_and(|dates| !dates.is_empty())
    }) {
        if !known.iter().any(|key| read["dates"] == key["dates"]) {
            wrong.push(format!("days invented: {}", read["dates"]));
        }
    }
    let duties = list(&reading, "duties");
    let due = list(case, "duties");
    if judged("duties") && duties.len() != due.len() {
        wrong.push(format!("{} duties for {}", duties.len(), due.len()));
    }
    for (key, read) in due.iter().zip(&duties) {
        if deadlines(key) != deadlines(read) {
            wrong.push(format!(
                "deadlines {:?} for {:?}",
                deadlines(read),
                deadlines(key)
            ));
        }
        for (key, read) in entries(key).iter().zip(entries(read)) {
            for what in ["label", "period"] {
                // What has no name says so.
                let is_alike = match (key[what].as_str(), &read[what]) {
                    (Some(""), named) => named.is_null(),
                    _ => key[what] == read[what],
                };
                if !key[what].is_null() && !is_alike {
                    wrong.push(format!("{what} {} for {}", read[what], key[what]));
                }
            }
        }
        let cycle = |schedule: &Value| schedule["recurring"]["cycle"].clone();
        let cycles: Vec<Value> = list(read, "schedules")
            .iter()
            .map(|stated| cycle(&stated["schedule"]))
            .collect();
        let wanted: Vec<Value> = list(key, "schedules").iter().map(cycle).collect();
        let asked = |schedule: &Value| schedule["onDemand"].clone();
        let on_demand: Vec<Value> = list(read, "schedules")
            .iter()
            .map(|stated| asked(&stated["schedule"]))
            .collect();
        let asked: Vec<Value> = list(key, "schedules").iter().map(asked).collect();
        if on_demand != asked {
            wrong.push(format!("on demand {on_demand:?} for {asked:?}"));
        }
        let (events, named) = (events(&reading, read), events(&reading, key));
        if !fits(&events, &named) {
            wrong.push(format!("after {events:?} for {named:?}"));
        }
        if key_grade(case).is_some_and(|grade| read["grade"] != grade) {
            wrong.push(format!("graded {}", read["grade"]));
        }
        if cycles != wanted {
            wrong.push(format!("cycles {cycles:?} for {wanted:?}"));
        }
    }
    wrong
}

/// The periods that a duty lists.
fn entries(duty: &Value) -> Vec<Value> {
    let stated = duty["schedules"].as_array().into_iter().flatten();
    let schedules = stated.map(|stated| stated.get("schedule").unwrap_or(stated));
    let listed = schedules.filter_map(|schedule| schedule["listed"].as_array());
    listed.flatten().cloned().collect()
}

/// How the key of a sentence grades its duties, where it does.
fn key_grade(case: &Value) -> Option<&str> {
    case["grade_of_duties"].as_str()
}

/// Whether a proposal says what the key says besides: up to how much, and that it is a change.
fn says_all(read: &Value, key: &Value) -> bool {
    ["upTo", "change", "measure"]
        .iter()
        .all(|name| key[name].is_null() || read[name] == key[name])
}

/// How many of the sentences of a file are read, and of how many.
fn read_of(file: &str) -> (usize, usize) {
    let path = format!("tests/reading/{file}.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut right = 0;
    for case in &cases {
        let wrong = wrong(case);
        right += usize::from(wrong.is_empty());
        if !wrong.is_empty() && std::env::var("CONFUSED").is_ok() {
            println!("{}\n  {}", case["sentence"], wrong.join("\n  "));
        }
    }
    println!("{file}: {right}/{}", cases.len());
    (right, cases.len())
}

#[test]
fn sentences_are_read() {
    let (right, of) = read_of("sentences");
    assert_eq!(right, of);
}

#[test]
fn sentences_that_no_rule_knew_are_read() {
    let (right, of) = read_of("fresh");
    assert_eq!(right, of);
}

#[test]
fn later_sentences_that_no_rule_knew_are_read() {
    // One asks something of all at once and names no day: what nobody can look up is no target.
    assert_eq!(read_of("later"), (35, 36));
}

#[test]
fn sentences_on_what_follows_an_event_are_read() {
    let (right, of) = read_of("following");
    assert_eq!(right, of);
}

#[test]
fn sentences_of_each_kind_are_read() {
    let (right, of) = read_of("kinds");
    assert_eq!(right, of);
}

#[test]
fn sentences_on_the_rounds_of_a_report_are_read() {
    let (right, of) = read_of("rounds");
    assert_eq!(right, of);
}

#[test]
fn sentences_on_what_is_measured_are_read() {
    let (right, of) = read_of("measured");
    assert_eq!(right, of);
}
