//! What is written for whoever runs the collector is what the program takes.

use crate::support::{out, phieu};
use std::collections::BTreeSet;

const MANUAL: &str = include_str!("../../docs/operations.md");

/// The flags at the beginning of lines.
fn flags<'text>(text: &'text str, before: &str) -> BTreeSet<&'text str> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix(before))
        .filter(|line| line.starts_with("--"))
        .filter_map(|line| line.split([' ', '`']).next())
        .collect()
}

#[test]
fn the_manual_names_every_flag_of_serve_and_no_other() {
    let help = phieu(&["serve", "--help"]);
    let help = out(&help);
    let taken = flags(&help, "");
    assert!(taken.contains("--plans"), "{help}");
    assert_eq!(flags(MANUAL, "| `"), taken);
}
