//! The kinds of value are known in `src/value` alone: every other floor asks a measure, so that a new kind is forgotten
//! nowhere.

use super::{assert_none, modules, numbered};

const HOME: &str = "src/value/";

fn kinds_named(path: &str, text: &str) -> Vec<String> {
    if path.starts_with(HOME) || !path.starts_with("src/") {
        return Vec::new();
    }
    numbered(text)
        .filter(|(_, line)| names_a_kind(line))
        .map(|(number, _)| {
            format!("{path}:{number}: names a kind of value; let `ValueKind` in src/value answer")
        })
        .collect()
}

fn names_a_kind(line: &str) -> bool {
    let after = line.split("Measure::").skip(1);
    after
        .into_iter()
        .any(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
}

#[test]
fn no_floor_but_its_own_names_a_kind_of_value() {
    let breaches = modules()
        .into_iter()
        .flat_map(|file| kinds_named(&file.path, &file.text));
    assert_none(breaches.collect());
}

#[test]
fn a_kind_that_is_named_is_seen() {
    let text = "matches!(indicator.measure, Measure::Money(_))";
    assert_eq!(kinds_named("src/rollup/frame.rs", text).len(), 1);
    assert_eq!(kinds_named("src/value/mod.rs", text).len(), 0);
    assert_eq!(
        kinds_named("src/a.rs", "Measure::read(node, reader)").len(),
        0
    );
}
