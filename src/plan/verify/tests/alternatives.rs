//! What does not fit in a group of targets.

use super::{errors, set, small};
use serde_json::{Value, json};

fn target(id: &str, changes: &Value) -> Value {
    let mut target = json!({"id": id, "text": id, "indicator": "trees", "value": {"count": 1}, "scope": "each",
        "source": {"section": "II"}});
    if let (Value::Object(target), Value::Object(changes)) = (&mut target, changes.clone()) {
        target.extend(changes);
    }
    target
}

#[test]
fn what_does_not_fit_in_a_group_is_named_with_its_place_and_its_mend() {
    let group = |id: &str, least: u16, of: &[&str]| json!({"id": id, "text": "g", "least": least, "of": of, "source": {"section": "II"}});
    for (groups, changes, place, says) in [
        (vec![group("g", 1, &["a", "b"])], json!({}), "", ""),
        (
            vec![group("g", 1, &["a", "z"])],
            json!({}),
            "/alternatives/0/of/1",
            "the plan has no target \"z\"",
        ),
        (
            vec![group("g", 0, &["a", "b"])],
            json!({}),
            "/alternatives/0/least",
            "0 must lie between 1 and 2",
        ),
        (
            vec![group("g", 3, &["a", "b"])],
            json!({}),
            "/alternatives/0/least",
            "3 must lie between 1 and 2",
        ),
        (
            vec![group("g", 1, &["a"])],
            json!({}),
            "/alternatives/0/of",
            "the list has 1 entries; it needs at least 2",
        ),
        (
            vec![group("g", 1, &["a", "b"]), group("h", 1, &["b", "c"])],
            json!({}),
            "/alternatives/1/of/0",
            "the target \"b\" stands in a group of targets already",
        ),
        (
            vec![group("g", 1, &["a", "b", "a"])],
            json!({}),
            "/alternatives/0/of/2",
            "the target \"a\" stands in a group",
        ),
        (
            vec![group("a", 1, &["b", "c"])],
            json!({}),
            "/alternatives/0/id",
            "another target already has the id \"a\"",
        ),
        (
            vec![group("g", 1, &["a", "b"]), group("g", 1, &["c", "d"])],
            json!({}),
            "/alternatives/1/id",
            "another group of targets already has the id \"g\"",
        ),
        (
            vec![group("g", 1, &["a", "d"])],
            json!({"scope": "whole"}),
            "/alternatives/0/of/1",
            "the target \"d\" has other units, another scope or another cadence",
        ),
        (
            vec![group("g", 1, &["a", "d"])],
            json!({"per": "month"}),
            "/alternatives/0/of/1",
            "the target \"d\" has other units",
        ),
        (
            vec![group("g", 1, &["a", "d"])],
            json!({"units": {"levels": ["base"]}}),
            "/alternatives/0/of/1",
            "the target \"d\" has other units",
        ),
    ] {
        let mut plan = small();
        let mut targets: Vec<_> = ["a", "b", "c"]
            .iter()
            .map(|id| target(id, &json!({})))
            .collect();
        targets.push(target("d", &changes));
        set(&mut plan, "/targets", json!(targets));
        set(&mut plan, "/alternatives", json!(groups));
        let found = errors(&plan);
        let is = match &*found {
            [] => says.is_empty(),
            [(at, said)] => at == place && said.starts_with(says) && !says.is_empty(),
            _ => false,
        };
        assert!(is, "{groups:?}: {found:?}");
    }
}
