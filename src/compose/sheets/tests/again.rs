//! What went out comes back, and the largest roster is taken.

use super::{groups, names, seen, takes, wanted};
use crate::compose::Composer;
use crate::finding::Severity;
use crate::text::Lang::Vi;

#[test]
fn what_goes_out_as_a_workbook_comes_back_as_it_was() {
    for name in [
        "tan-phu-thang-thanh-nien-2023",
        "soc-trang-chuong-trinh-2024",
        "phu-nhuan-chuong-trinh-hanh-dong-2022-2027",
    ] {
        #[allow(clippy::disallowed_methods, reason = "the plans that ship are files")]
        let json = std::fs::read_to_string(format!(
            "{}/www/plans/{name}.json",
            env!("CARGO_MANIFEST_DIR")
        ))
        .unwrap();
        let mut composer = Composer::open(&json, Vi).unwrap();
        let before = composer.plan();
        let parts = composer.workbook();
        let files: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, text)| (&**name, &**text))
            .collect();
        let bytes = crate::reading::zip(&files);
        for list in ["{\"list\":\"units\"}", "{\"list\":\"figures\"}"] {
            composer.open_sheet(&bytes).unwrap();
            let view = composer.sheet(&wanted(list)).unwrap();
            let bad = view
                .findings
                .iter()
                .any(|one| one.severity != Severity::Info);
            assert!(!bad, "{name} {list} {:?}", view.findings);
            assert_eq!(view.groups.len(), 1, "{name} {list} {}", groups(&view));
            assert_eq!(view.groups[0].name, "same", "{name} {list}");
            composer.take_sheet(&wanted(list));
            assert_eq!(composer.plan(), before, "{name} {list}");
        }
    }
}

#[test]
fn a_roster_of_all_that_a_plan_may_have_is_taken() {
    use std::fmt::Write;
    let mut text = "TT;Tên đơn vị;Khối\n".to_owned();
    for number in 1..=20_000 {
        let _ = writeln!(text, "{number};Chi đoàn số {number};Khối {}", number % 7);
    }
    let mut composer = Composer::blank(Vi);
    let view = takes(&mut composer, &text);
    assert_eq!(view.count, 20_000);
    assert_eq!(names(&composer).len(), 20_000);
    let again = seen(&mut composer, &text, "{}");
    assert_eq!(groups(&again), "same 20000");
}
