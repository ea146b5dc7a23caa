//! What a suite of tests needs first is a goal that make really works through.

use super::{assert_none, files};

/// The goals of make that a suite needs first, as `tests/run.mjs` lists them.
fn goals_needed(suites: &str) -> Vec<&str> {
    suites
        .split("needs: [")
        .skip(1)
        .filter_map(|rest| rest.split_once(']'))
        .flat_map(|(list, _)| list.split(','))
        .map(|name| name.trim().trim_matches('\''))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The goals that make always works through. Any other name that is also a file or folder of the house
/// counts as built already, and nothing happens.
fn phony_goals(makefile: &str) -> Vec<&str> {
    makefile
        .lines()
        .filter_map(|line| line.strip_prefix(".PHONY:"))
        .flat_map(str::split_whitespace)
        .collect()
}

fn goals_not_built(suites: &str, makefile: &str) -> Vec<String> {
    let phony = phony_goals(makefile);
    goals_needed(suites)
        .into_iter()
        .filter(|goal| !phony.contains(goal))
        .map(|goal| {
            format!("tests/run.mjs needs `make {goal}`, and the Makefile has no such .PHONY")
        })
        .collect()
}

#[test]
fn make_builds_all_that_a_suite_needs() {
    let files = files();
    let text = |path: &str| {
        let found = files.iter().find(|file| file.path == path);
        found.expect("the house has this file").text.as_str()
    };
    let suites = text("tests/run.mjs");
    assert!(
        goals_needed(suites).len() > 3,
        "the suites say what they need"
    );
    assert_none(goals_not_built(suites, text("Makefile")));
}

#[test]
fn a_goal_that_make_takes_for_a_folder_is_seen() {
    let suites = "{ needs: ['tools', 'build'] }, { needs: [] }";
    let cases = [
        (".PHONY: build\ntools: a", 1),
        (".PHONY: build tools", 0),
        ("", 2),
    ];
    for (makefile, breaches) in cases {
        assert_eq!(
            goals_not_built(suites, makefile).len(),
            breaches,
            "{makefile}"
        );
    }
}
