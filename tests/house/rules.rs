//! A rule is known in its own file and in one line of the registry: what runs the rules names none, nor does any other
//! floor, so that a rule that goes leaves no mention.

use super::{assert_none, modules, numbered};

const REGISTRY: &str = "src/rules/mod.rs";

/// The rules of the registry: each stands alone in a line of it.
fn rules(registry: &str) -> Vec<&str> {
    let lines = registry.lines().skip_while(|line| *line != "slices! {");
    let names = lines.skip(1).take_while(|line| *line != "}");
    names
        .map(|line| line.trim().trim_end_matches(','))
        .collect()
}

/// Where a file outside the rules' own names one of them as a module.
fn named(path: &str, text: &str, rules: &[&str]) -> Vec<String> {
    let is_engine = path.starts_with("src/rules/engine/");
    if !path.starts_with("src/") || path.starts_with("src/rules/") && !is_engine {
        return Vec::new();
    }
    let names_one = |line: &str| {
        let mut named = line.split("rules::").skip(1).map(|rest| {
            let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_');
            &rest[..end.unwrap_or(rest.len())]
        });
        named.any(|name| rules.contains(&name))
    };
    numbered(text)
        .filter(|(_, line)| names_one(line))
        .map(|(number, _)| {
            format!("{path}:{number}: names a rule; let it declare what is asked of it")
        })
        .collect()
}

#[test]
fn what_runs_the_rules_names_none() {
    let modules = modules();
    let registry = modules.iter().find(|file| file.path == REGISTRY);
    let registry = registry.map_or("", |file| file.text.as_str());
    let rules = rules(registry);
    assert!(rules.len() > 10, "{rules:?}");
    let breaches = modules
        .iter()
        .flat_map(|file| named(&file.path, &file.text, &rules));
    assert_none(breaches.collect());
}

#[test]
fn a_rule_that_is_named_is_seen() {
    let rules = rules("slices! {\n    range,\n    late,\n}\n");
    assert_eq!(rules, ["range", "late"]);
    let text = "use crate::rules::range::Range;\nuse crate::rules::ranges;";
    assert_eq!(named("src/rules/engine/check.rs", text, &rules).len(), 1);
    assert_eq!(named("src/form/mod.rs", text, &rules).len(), 1);
    assert_eq!(named("src/rules/late.rs", text, &rules).len(), 0);
}
