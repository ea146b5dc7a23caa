//! The plans that ship, and the documents from which they were made.

use super::{action, paste, rows, set};
use crate::compose::{Act, Action, Composer, List};
use crate::plan::Plan;
use crate::reading::{Grade, read};
use crate::text::Lang::Vi;

#[test]
#[allow(clippy::disallowed_methods, reason = "the plans that ship are files")]
fn every_plan_that_ships_is_taken_apart_and_made_again_as_it_was() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/plans");
    for entry in std::fs::read_dir(folder).unwrap() {
        let json = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let composer = Composer::open(&json, Vi).unwrap();
        let plan = Plan::parse(&json).unwrap();
        assert_eq!(composer.plan(), plan);
        assert!(composer.findings().1);
        for list in ["units", "targets", "duties", "activities"] {
            let of = |list| match list {
                "units" => List::Units,
                "targets" => List::Targets,
                "duties" => List::Duties,
                _ => List::Activities,
            };
            for row in rows(&composer, list) {
                for cell in composer.cells(of(list), &row.id) {
                    let mut tried = composer.clone();
                    set(&mut tried, of(list), &row.id, &cell.name, &cell.text);
                    assert_eq!(
                        tried.plan(),
                        plan,
                        "{list} {} {} {}",
                        row.id,
                        cell.name,
                        cell.text
                    );
                }
            }
        }
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the documents are files")]
fn every_document_becomes_a_plan_by_confirming_what_is_sure() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut composer = Composer::of_reading(read(&text), Vi);
        for (list, name) in [
            (List::Targets, "targets"),
            (List::Duties, "duties"),
            (List::Activities, "activities"),
        ] {
            let all = rows(&composer, name).into_iter();
            let sure = all
                .filter(|row| row.grade != Some(Grade::Maybe))
                .map(|row| row.id);
            let ids: Vec<String> = sure.collect();
            let ids: Vec<&str> = ids.iter().map(|id| &**id).collect();
            composer.act(&action(Act::Confirm, list, &ids)).unwrap();
        }
        paste(&mut composer, "Đoàn phường Một\nĐoàn phường Hai").unwrap();
        if composer.plan().duties.is_empty() {
            let add = Action {
                text: Some("Báo cáo kết quả".to_owned()),
                ..action(Act::Add, List::Duties, &[])
            };
            composer.act(&add).unwrap();
        }
        // What no document says: the days of a term of office, and the units of the levels above.
        if composer
            .findings()
            .0
            .iter()
            .any(|one| one.pointer == "/period")
        {
            set(&mut composer, List::Head, "", "from", "1/1/2022");
            set(&mut composer, List::Head, "", "to", "31/12/2027");
        }
        for row in rows(&composer, "duties") {
            set(&mut composer, List::Duties, &row.id, "by", "all");
        }
        let (findings, whole) = composer.findings();
        let wrong: Vec<_> = findings
            .iter()
            .filter(|one| one.severity == crate::finding::Severity::Error)
            .map(|one| (&one.pointer, &one.message))
            .collect();
        assert!(whole, "{}: {wrong:?}", path.display());
        let lines = composer.paper();
        let marked = lines
            .iter()
            .flat_map(|line| &line.pieces)
            .filter(|piece| !piece.of.is_empty());
        assert!(marked.count() > 20);
    }
}
