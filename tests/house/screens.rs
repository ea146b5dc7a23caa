//! A screen is one folder: the screen, its words in both languages, its style where it has one; and its browser test
//! bears its name.

use super::{assert_none, paths};
use std::collections::BTreeSet;

const SCREENS: &str = "www/src/screens/";

/// What a screen has to have, by its name.
fn parts_of(name: &str) -> [String; 4] {
    [
        format!("{SCREENS}{name}/screen.js"),
        format!("{SCREENS}{name}/vi.js"),
        format!("{SCREENS}{name}/en.js"),
        format!("tests/browser/{name}.test.mjs"),
    ]
}

fn lacking(paths: &[String]) -> Vec<String> {
    let is_there = |path: &String| paths.contains(path);
    let folders = paths
        .iter()
        .filter_map(|path| path.strip_prefix(SCREENS)?.split_once('/'));
    let names: BTreeSet<&str> = folders.map(|(name, _)| name).collect();
    let wanted = names.into_iter().flat_map(parts_of);
    wanted
        .filter(|path| !is_there(path))
        .map(|path| format!("{path}: a screen has one"))
        .collect()
}

#[test]
fn a_screen_is_one_folder_and_its_browser_test_bears_its_name() {
    assert_none(lacking(&paths()));
}

#[test]
fn a_screen_without_words_or_test_is_seen() {
    let mut paths = parts_of("plan").to_vec();
    assert!(lacking(&paths).is_empty());
    paths.truncate(1);
    assert_eq!(lacking(&paths).len(), 3);
}
