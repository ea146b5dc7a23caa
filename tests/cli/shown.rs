//! What stands in a file steers no terminal: every command writes it out.

use crate::support::{err, fed, folder, out, path, phieu};
use serde_json::{Value, json};

const REAL: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";
const UNIT: &str = "phuong-tay-thanh";

/// A plan whose every name and sentence would clear a screen, colour it and turn its letters around.
fn steering() -> String {
    fn steer(value: &mut Value) {
        const SAID: [&str; 6] = ["title", "name", "label", "text", "quote", "noun"];
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    match member {
                        Value::String(said) if SAID.contains(&name.as_str()) => {
                            said.push_str(" \u{1b}[2J\u{9b}31m\u{202e}\u{7f}");
                        }
                        _ => steer(member),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(steer),
            _ => {}
        }
    }
    let mut plan: Value = serde_json::from_slice(&std::fs::read(path(REAL)).unwrap()).unwrap();
    steer(&mut plan);
    plan.to_string()
}

#[test]
fn nothing_that_a_plan_says_steers_the_terminal_that_shows_it() {
    let folder = folder("shown");
    let plan = steering();
    let file = folder.join("plan.json");
    std::fs::write(&file, &plan).unwrap();
    let file = file.to_str().unwrap();
    let lines = folder.join("lines.ndjson");
    let samples = fed(&["sample", "-", "--seed", "3"], &plan);
    std::fs::write(&lines, &samples.stdout).unwrap();
    let report = json!({"format": 1, "plan": "trees\u{9b}", "\u{202e}": 1}).to_string();
    let report_file = folder.join("report.json");
    std::fs::write(&report_file, report).unwrap();
    let (lines, report) = (lines.to_str().unwrap(), report_file.to_str().unwrap());
    let mut commands = vec![
        vec!["sample", file],
        vec!["sample", file, "--reports", "3"],
        vec!["check", file],
        vec!["check", file, "--json"],
        vec!["check", file, report],
        vec!["check", file, report, "--json"],
        vec!["lint", file],
        vec!["lint", file, "--json"],
        vec!["duties", file, "--unit", UNIT],
        vec!["duties", file, "--unit", UNIT, "--json"],
        vec!["duties", file, "--unit", UNIT, "--ics"],
        vec!["duties", file, "--unit", "khong-co"],
        vec!["publish", file],
        vec!["schema", "report", file, "--duty", "weekly"],
        vec!["schema", "report", file, "--duty", "none"],
        vec!["blank", file, "--duty", "weekly"],
        vec!["progress", file, lines],
        vec!["progress", file, lines, "--json"],
    ];
    let database = folder.join("phieu.sqlite");
    if cfg!(feature = "collector") {
        commands.push(vec!["keys", file, "--database", database.to_str().unwrap()]);
    }
    for command in commands {
        let shown = phieu(&command);
        let text = out(&shown) + &err(&shown);
        let acts = |letter: char| matches!(letter, '\u{1b}' | '\u{9b}' | '\u{202e}' | '\u{7f}');
        let raw = text.find(acts).map(|at| text[..at].len());
        assert!(
            raw.is_none(),
            "{command:?} at {raw:?}: {}",
            text.escape_debug()
        );
        assert!(!text.contains("Usage:"), "{command:?}: {text}");
    }
}
