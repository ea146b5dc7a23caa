//! The four documents against the plans that were made of them by hand.

use super::key::Case;
use super::measure::told;
use std::fs;

/// A document, the plan made of it, and the least percentage of each measure, in the order of `measure`. Where a goal
/// of the project is not reached, what is reached is the least; it is raised as the rules get better.
type Document = (&'static str, &'static str, [usize; 15]);

const DOCUMENTS: [Document; 4] = [
    (
        "phu-nhuan-2022-2027",
        "phu-nhuan-chuong-trinh-hanh-dong-2022-2027",
        [
            100, 100, 100, 81, 100, 100, 100, 100, 100, 100, 100, 93, 100, 100, 100,
        ],
    ),
    (
        "tan-phu-2023",
        "tan-phu-thang-thanh-nien-2023",
        [
            100, 100, 100, 94, 100, 100, 96, 90, 91, 100, 100, 96, 98, 100, 100,
        ],
    ),
    (
        "soc-trang-2024",
        "soc-trang-chuong-trinh-2024",
        [
            100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 81, 88, 85, 100,
        ],
    ),
    (
        "tan-phu-2024",
        "tan-phu-van-minh-do-thi-2024",
        [
            100, 100, 100, 89, 100, 100, 100, 100, 100, 100, 100, 93, 100, 90, 100,
        ],
    ),
];

fn text(name: &str) -> String {
    fs::read_to_string(format!("tests/documents/{name}.txt")).unwrap()
}

#[test]
fn the_shipped_documents_are_read() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, plan, least) in DOCUMENTS.iter().filter(|(name, ..)| name.contains(&only)) {
        let plan = fs::read_to_string(format!("www/plans/{plan}.json")).unwrap();
        let case = Case::of(name, &text(name), serde_json::from_str(&plan).unwrap());
        for ((what, part), least) in told(&case).iter().zip(least) {
            assert!(
                part.percent() >= *least,
                "{name}: {what} {} %, at least {least} %",
                part.percent()
            );
        }
    }
}
