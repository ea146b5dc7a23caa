//! What does not fit in what a plan asks of some units, from a day, or upon an answer.

use super::{errors, set};
use serde_json::{Value, json};

fn plan() -> Value {
    serde_json::from_str(include_str!("../../../../tests/cases/plans/only.json")).unwrap()
}

#[test]
fn what_is_asked_of_nobody_or_upon_nothing_is_named_with_its_place_and_its_mend() {
    assert_eq!(errors(&plan()), []);
    let upon = |indicator: &str, is: &[&str]| json!({"answer": {"indicator": indicator, "is": is}});
    for (place, value, found, says) in [
        (
            "sections/3/only",
            json!({"units": {"sectors": ["none"]}}),
            "sections/3/only/units/sectors/0",
            "no sector \"none\"",
        ),
        (
            "sections/1/fields/1/only",
            json!({"units": {"units": ["none"]}}),
            "sections/1/fields/1/only/units/units/0",
            "no unit \"none\"",
        ),
        (
            "sections/1/only",
            upon("none", &["x"]),
            "sections/1/only/answer/indicator",
            "no indicator \"none\"",
        ),
        (
            "sections/1/only",
            upon("all", &["x"]),
            "sections/1/only/answer/indicator",
            "not measured as an answer of a list, or done or not done",
        ),
        (
            "sections/1/only",
            upon("form", &["truc-tuyen", "qua-thu"]),
            "sections/1/only/answer/is/1",
            "no answer \"qua-thu\"",
        ),
        (
            "sections/1/only",
            upon("held", &["co"]),
            "sections/1/only/answer/is/0",
            "no answer \"co\"",
        ),
        (
            "sections/1/only",
            upon("form", &[]),
            "sections/1/only/answer/is",
            "the list is empty",
        ),
        (
            "sections/0/fields/0/only",
            upon("held", &["done"]),
            "sections/0/fields/0/only/answer/indicator",
            "\"held\" is not asked before this in the same form; move this behind it",
        ),
        (
            "sections/4/only",
            upon("held", &["done"]),
            "sections/4/only/answer",
            "put what depends on one into a section of its own",
        ),
    ] {
        let mut wrong = plan();
        set(&mut wrong, &format!("/templates/0/{place}"), value);
        let all = errors(&wrong);
        assert_eq!(all.len(), 1, "{place}: {all:?}");
        assert_eq!(all[0].0, format!("/templates/0/{found}"));
        assert!(all[0].1.contains(says), "{}", all[0].1);
    }
}
