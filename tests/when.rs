//! What is owed when, as tables worked by hand: windows, working days, extensions, events, mergers. And what holds of
//! all plans that ship: their occasions keep their keys.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the tables and the plans from their files"
)]

use phieu::calendar::{Instant, Offset};
use phieu::form::{self, DutyView};
use phieu::plan::{Plan, publish};
use phieu::schedule::{State, key_of_all, occasions};
use phieu::text::Lang;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn files(folder: &str) -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|is| is == "json"));
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("readable");
    paths.iter().map(|path| (name(path), read(path))).collect()
}

fn parsed(name: &str, json: &str) -> Plan {
    Plan::parse(json).unwrap_or_else(|errors| panic!("{name}: {}", errors[0]))
}

fn clock(millis: i64, offset: Offset) -> String {
    let instant = Instant::from_unix_seconds(millis / 1000).expect("a moment");
    let (date, seconds) = instant.civil(offset);
    let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
    format!("{date}T{hour:02}:{minute:02}:{:02}", seconds % 60)
}

fn row(view: &DutyView, offset: Offset) -> String {
    let cutoff = view.cutoff.map(|cutoff| clock(cutoff, offset));
    let said = if view.state == State::Waived {
        &view.why
    } else {
        &view.deadline_text
    };
    let state = serde_json::to_value(view.state).unwrap();
    [
        view.duty.as_str(),
        view.label.as_deref().unwrap_or_default(),
        &format!("{}..{}", view.period.from(), view.period.to()),
        cutoff.as_deref().unwrap_or_default(),
        state.as_str().unwrap(),
        said.as_deref().unwrap_or_default(),
    ]
    .join(" | ")
}

#[test]
fn each_unit_owes_what_the_table_says() {
    for (name, text) in files("tests/when") {
        let table: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let plan = parsed(&name, &table["plan"].to_string());
        let written = serde_json::to_string(&plan).unwrap();
        assert_eq!(parsed(&name, &written), plan, "{name}: as it is written");
        let light = publish(&plan);
        let light = parsed(&name, &serde_json::to_string(&light).unwrap());
        for case in table["cases"].as_array().unwrap() {
            let (unit, at) = (case["unit"].as_str().unwrap(), case["at"].as_str().unwrap());
            let now = Instant::parse_iso(at).unwrap();
            let expected: Vec<&str> = case["owed"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row.as_str().unwrap())
                .collect();
            for plan in [&plan, &light] {
                let owed = form::duties(plan, unit, &[], now, Lang::Vi).expect("the unit");
                let owed: Vec<String> = owed.iter().map(|view| row(view, plan.offset)).collect();
                assert_eq!(owed, expected, "{name}: {unit} at {at}");
            }
        }
    }
}

/// Drafts, receipts and decisions are kept by these: a report whose key has changed belongs nowhere.
#[test]
fn the_occasions_of_the_plans_that_ship_keep_their_keys() {
    let mut found = String::new();
    for (name, text) in files("www/plans") {
        let plan = parsed(&name, &text);
        let mut by_key: BTreeMap<String, (usize, String)> = BTreeMap::new();
        for unit in &plan.units {
            for one in occasions(&plan, unit) {
                let key = key_of_all(plan.id.as_str(), one.duty.as_str(), one.period);
                let cutoff = one.cutoff.map(Instant::to_iso).unwrap_or_default();
                by_key.entry(key).or_insert((0, cutoff)).0 += 1;
            }
        }
        for (key, (units, cutoff)) in by_key {
            found.push_str(&format!("{key} {units} {cutoff}\n"));
        }
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/keys.txt");
    if std::env::var_os("PHIEU_BLESS").is_some() {
        fs::write(&path, &found).expect("written");
    }
    let known = fs::read_to_string(&path).expect("the keys");
    assert_eq!(
        found, known,
        "a plan that is new comes in by PHIEU_BLESS=1; a line that is known stays"
    );
}
