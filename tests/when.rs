//! What is owed when, as tables worked by hand: windows, working days, extensions, events, mergers. And what holds of
//! all plans that ship: their occasions keep their keys.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the tables and the plans from their files"
)]

use phieu::calendar::{Instant, Offset};
use phieu::form::{self, DutyView};
use phieu::office::{Arrived, Overview};
use phieu::plan::{Id, Plan, publish};
use phieu::punctuality::Standing;
use phieu::report::{FORMAT, Figures, Report};
use phieu::rollup::{Came, RollUp};
use phieu::schedule::{Occasion, Sent, State, Status, duties, key_of_all, occasions};
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

fn empty(plan: &Plan, unit: &str, occasion: &Occasion) -> Report {
    Report {
        format: FORMAT,
        plan: plan.id.as_str().into(),
        plan_version: plan.version,
        duty: occasion.duty.as_str().into(),
        unit: unit.into(),
        period: occasion.period,
        figures: Figures::default(),
        activities: Vec::new(),
        explanations: Vec::new(),
    }
}

/// The unit's own list, the roll-up and the office's view give each occasion the same state, before and after all has
/// been sent at the moment of a case.
#[test]
fn the_office_and_the_roll_up_see_what_the_unit_sees() {
    for (name, text) in files("tests/when") {
        let table: Value = serde_json::from_str(&text).unwrap();
        let plan = parsed(&name, &table["plan"].to_string());
        let moments = table["cases"].as_array().unwrap().iter();
        for at in moments.map(|case| Instant::parse_iso(case["at"].as_str().unwrap()).unwrap()) {
            for is_sent in [false, true] {
                let mut rollup = RollUp::new(&plan);
                let mut arrived = Vec::new();
                for unit in plan.units.iter().filter(|_| is_sent) {
                    for one in occasions(&plan, unit) {
                        let came = Came {
                            id: "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f",
                            received_at: at,
                            prepared_at: None,
                            revision: 1,
                            status: Status::Received,
                            points: &[],
                        };
                        rollup.add(&came, &empty(&plan, unit.id.as_str(), &one));
                        arrived.push(Arrived {
                            unit: unit.id.as_str(),
                            sent: Sent {
                                duty: one.duty,
                                period: one.period,
                                received_at: at,
                                status: Status::Received,
                            },
                            submission: "s",
                            revision: 1,
                            revised_at: None,
                            prepared_at: None,
                        });
                    }
                }
                let progress = rollup.at(at);
                assert_eq!(progress.strays, 0, "{name}");
                let overview = Overview::new(&plan, &arrived, at, Lang::Vi, |_| true);
                assert_eq!(overview.strays.len(), 0, "{name}");
                for (unit, cells) in plan.units.iter().zip(&progress.cells) {
                    let sent = arrived.iter().filter(|one| one.unit == unit.id.as_str());
                    let sent: Vec<Sent> = sent.map(|one| one.sent.clone()).collect();
                    for (occasion, state) in duties(&plan, unit.id.as_str(), &sent, at).unwrap() {
                        let is_of =
                            |duty: &Id, period| *duty == occasion.duty && period == occasion.period;
                        let place = progress.columns.iter().position(|column| {
                            is_of(&column.occasion.duty, column.occasion.period)
                        });
                        let cell = cells[place.unwrap()].as_ref();
                        let seen = overview
                            .duties
                            .iter()
                            .find(|row| is_of(row.duty, row.period));
                        let seen = seen.unwrap().units.iter().find(|row| *row.unit == unit.id);
                        let told = format!("{name}: {} {:?} at {at}", unit.id, occasion.period);
                        assert_eq!(cell.map(|cell| cell.state), Some(state), "{told}");
                        assert_eq!(seen.map(|seen| seen.state), Some(state), "{told}");
                        assert_eq!(seen.unwrap().late, state == State::SentLate, "{told}");
                        let owes_not = state == State::Waived;
                        assert_eq!(
                            cell.unwrap().standing == Standing::NotAsked,
                            owes_not,
                            "{told}"
                        );
                    }
                }
            }
        }
    }
}

/// What one unit has otherwise than the others stands beside it, and the head of its row is of all.
#[test]
fn the_office_reads_a_deadline_that_is_one_units_own() {
    let text = include_str!("when/deadlines.json");
    let table: Value = serde_json::from_str(text).unwrap();
    let plan = parsed("deadlines", &table["plan"].to_string());
    let at = Instant::parse_iso("2024-04-12T08:00:00+07:00").unwrap();
    let overview = Overview::new(&plan, &[], at, Lang::Vi, |_| true);
    let march = &overview.duties[0];
    let all = "gia hạn đến hết ngày thứ Tư 10/4/2024, hạn cũ hết ngày thứ Tư 3/4/2024";
    assert_eq!(march.deadline_text.as_deref(), Some(all));
    let own: Vec<_> = march
        .units
        .iter()
        .map(|unit| (unit.state, unit.deadline_text.as_deref()))
        .collect();
    let district =
        "gia hạn đến hết ngày thứ Tư 10/4/2024, hạn cũ chậm nhất 23g59:59, thứ Sáu 5/4/2024";
    let island = "gia hạn đến chậm nhất 17g00, thứ Hai 15/4/2024, hạn cũ hết ngày thứ Tư 3/4/2024";
    assert_eq!(
        own,
        [
            (State::Late, Some(district)),
            (State::Late, None),
            (State::Open, Some(island))
        ]
    );
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
