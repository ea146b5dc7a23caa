//! A plan of which some cannot be read says in one round also what does not fit together, and nothing that is none.

use super::{errors, set, small};
use crate::plan::{Plan, PlanProblem};
use serde_json::{Value, json};

#[test]
fn what_cannot_be_read_hides_nothing_that_does_not_fit() {
    let level = ("/units/1/level", json!("ward"));
    let form = ("/duties/0/template", json!("daily"));
    for (wrong, expected) in [
        (
            vec![("/version", json!("x")), level.clone(), form.clone()],
            vec!["/version", "/units/1/level", "/duties/0/template"],
        ),
        // Beside it in the same part.
        (
            vec![("/units/1/name", json!(5)), level.clone()],
            vec!["/units/1/level", "/units/1/name"],
        ),
        (
            vec![("/title", json!("")), ("/period/from", json!("2023-02-30"))],
            vec!["/period/from", "/title"],
        ),
        (
            vec![
                ("/levels/-", json!({"id": "base", "name": "Khác"})),
                ("/surprise", json!(1)),
            ],
            vec!["/levels/2/id", "/surprise"],
        ),
        // Which part was meant nobody knows.
        (
            vec![
                ("/levels/0/id", json!("Cấp quận")),
                level.clone(),
                form.clone(),
            ],
            vec!["/duties/0/template", "/levels/0/id"],
        ),
        (
            vec![("/levels", json!({})), level.clone(), form.clone()],
            vec!["/duties/0/template", "/levels"],
        ),
        (
            vec![("/templates/0", json!(3)), level, form],
            vec!["/templates/0", "/units/1/level"],
        ),
    ] {
        let mut plan = small();
        for (pointer, value) in &wrong {
            set(&mut plan, pointer, value.clone());
        }
        let mut told: Vec<String> = errors(&plan).into_iter().map(|one| one.0).collect();
        told.sort();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(told, expected, "{wrong:?}");
    }
}

/// Every place of a plan, with what stands there.
fn places(at: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match at {
        Value::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                places(item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                places(value, &format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// A right plan in which one place is broken has that one mistake, wherever it is.
#[test]
fn one_broken_place_is_told_as_itself_and_nothing_else_is_found() {
    let real = include_str!("../../../../www/plans/tan-phu-thang-thanh-nien-2023.json");
    for (plan, every) in [(small(), 1), (serde_json::from_str(real).unwrap(), 601)] {
        let mut all = Vec::new();
        places(&plan, "", &mut all);
        for pointer in all.iter().step_by(every).skip(1) {
            let (above, name) = pointer.rsplit_once('/').unwrap();
            let mut another = plan.clone();
            *another.pointer_mut(pointer).unwrap() = json!({"?": 0});
            let mut damaged = vec![another];
            if let Some(map) = plan.pointer(above).unwrap().as_object() {
                let mut lost = map.clone();
                let value = lost.remove(name).unwrap();
                lost.insert(format!("{name}s"), value);
                let mut another = plan.clone();
                *another.pointer_mut(above).unwrap() = lost.into();
                damaged.push(another);
            }
            for damaged in damaged {
                let found = Plan::parse(&damaged.to_string()).unwrap_err();
                for one in found {
                    let is_read = matches!(one.problem, PlanProblem::Misread(_));
                    assert!(is_read, "{pointer}: {one}");
                }
            }
        }
    }
}
