//! What does not fit in a table of points.

use super::{errors, set};
use serde_json::{Value, json};

fn plan() -> Value {
    let table = include_str!("../../../../tests/wide/twenty-criteria.later.json");
    let mut table: Value = serde_json::from_str(table).expect("JSON");
    table["plan"].take()
}

#[test]
fn what_does_not_fit_is_named_with_its_place_and_its_mend() {
    assert_eq!(errors(&plan()), []);
    for (pointer, value, place, says) in [
        ("/name", json!(" "), "/name", "blank"),
        (
            "/criteria/0/by",
            json!({"own": "members"}),
            "/criteria/0/by/own",
            "not measured as a quantity",
        ),
        (
            "/criteria/1/id",
            json!("c1-1"),
            "/criteria/1/id",
            "another criterion already has the id \"c1-1\"",
        ),
        (
            "/criteria/19/by/punctuality/duties/0",
            json!("none"),
            "/criteria/19/by/punctuality/duties/0",
            "no duty \"none\"",
        ),
        (
            "/criteria/19/by/punctuality/late",
            json!(-1),
            "/criteria/19/by/punctuality/late",
            "must lie between 0",
        ),
        (
            "/bands/1/from",
            json!(900),
            "/bands/1/from",
            "900 must lie between 0",
        ),
        (
            "/bands/0/bars/3/when/below/criterion",
            json!("none"),
            "/bands/0/bars/3/when/below/criterion",
            "no criterion \"none\"",
        ),
        (
            "/bands/0/bars/2/when/figure/indicator",
            json!("none"),
            "/bands/0/bars/2/when/figure/indicator",
            "no indicator \"none\"",
        ),
    ] {
        let mut changed = plan();
        let at = |rest: &str| ["/scorings/0", rest].concat();
        set(&mut changed, &at(pointer), value);
        let found = errors(&changed);
        assert_eq!(found.len(), 1, "{pointer}: {found:?}");
        assert_eq!(found[0].0, at(place));
        assert!(found[0].1.contains(says), "{}", found[0].1);
    }
}

#[test]
fn points_have_the_places_of_their_table_and_a_most() {
    for (pointer, value) in [
        ("/indicators/0/most", Value::Null),
        ("/indicators/0/most", json!(0)),
        ("/indicators/0/measure/quantity/decimals", json!(0)),
    ] {
        let mut changed = plan();
        if value.is_null() {
            changed["indicators"][0]
                .as_object_mut()
                .expect("an object")
                .remove("most");
        } else {
            set(&mut changed, pointer, value);
        }
        let found = errors(&changed);
        assert_eq!(found.len(), 1, "{pointer}: {found:?}");
        assert_eq!(found[0].0, "/scorings/0/criteria/0/by/own");
        assert!(
            found[0].1.contains("as many decimal places"),
            "{}",
            found[0].1
        );
    }
}
