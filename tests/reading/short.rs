//! Short plans in the layouts of sister organisations.

use super::key::Case;
use super::measure::told;
use std::fs;

/// Each with the least percentage of all measures.
const SHORT: [(&str, usize); 13] = [
    ("phu-nu", 100),
    ("nong-dan", 100),
    ("cong-doan", 80),
    ("mat-tran", 60),
    ("phu-nu-phuong", 80),
    ("lien-doi", 85),
    ("thi-dua", 100),
    ("nong-dan-huyen", 90),
    ("doan-phuong", 80),
    ("cuu-chien-binh", 75),
    ("khuyen-hoc", 60),
    ("hoi-sinh-vien", 100),
    ("chu-thap-do", 100),
];

#[test]
fn plans_of_sister_organisations_are_read() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, least) in SHORT.iter().filter(|(name, _)| name.contains(&only)) {
        let text = fs::read_to_string(format!("tests/reading/{name}.txt")).unwrap();
        let key = fs::read_to_string(format!("tests/reading/{name}.key.json")).unwrap();
        let case = Case::of(name, &text, serde_json::from_str(&key).unwrap());
        for (what, part) in told(&case) {
            assert!(
                part.percent() >= *least,
                "{name}: {what} {} %",
                part.percent()
            );
        }
    }
}
