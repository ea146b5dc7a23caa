//! What does not fit in what a plan knows of units as numbers.

use super::{errors, set, small};
use serde_json::{Value, json};

fn plan() -> Value {
    let mut plan = small();
    set(
        &mut plan,
        "/attributes",
        json!([{"id": "voters", "name": "cử tri"}]),
    );
    let numbers = json!([{"attribute": "voters", "number": 85}]);
    set(&mut plan, "/units/0/numbers", numbers);
    let ranges = json!([{"attribute": "voters", "least": 25, "most": 35}]);
    set(&mut plan, "/targets/0/units", json!({"ranges": ranges}));
    plan
}

#[test]
fn a_number_that_fits_nowhere_is_named_with_its_place_and_its_mend() {
    assert_eq!(errors(&plan()), []);
    for (pointer, value, place, says) in [
        (
            "/attributes/-",
            json!({"id": "voters", "name": "cử tri"}),
            "/attributes/1/id",
            "another attribute already has the id \"voters\"",
        ),
        (
            "/attributes/0/asked",
            json!("none"),
            "/attributes/0/asked",
            "the plan has no indicator \"none\"",
        ),
        (
            "/attributes/0/name",
            json!(" "),
            "/attributes/0/name",
            "blank",
        ),
        (
            "/units/0/numbers/-",
            json!({"attribute": "none", "number": 1}),
            "/units/0/numbers/1/attribute",
            "no attribute \"none\"",
        ),
        (
            "/units/0/numbers/-",
            json!({"attribute": "voters", "number": 1}),
            "/units/0/numbers/1/attribute",
            "another attribute already has the id \"voters\"",
        ),
        (
            "/units/0/numbers/0/number",
            json!(9_007_199_254_740_992_i64),
            "/units/0/numbers/0/number",
            "must lie between",
        ),
        (
            "/targets/0/units/ranges/0/attribute",
            json!("none"),
            "/targets/0/units/ranges/0/attribute",
            "no attribute \"none\"",
        ),
        (
            "/targets/0/units/ranges/0/most",
            json!(24),
            "/targets/0/units/ranges/0/most",
            "24 must lie between 25",
        ),
    ] {
        let mut changed = plan();
        set(&mut changed, pointer, value);
        let found = errors(&changed);
        assert_eq!(found.len(), 1, "{pointer}: {found:?}");
        assert_eq!(found[0].0, place);
        assert!(found[0].1.contains(says), "{}", found[0].1);
    }
}

#[test]
fn a_target_rests_on_what_the_plan_knows_and_a_range_is_of_one_kind() {
    let of = |attribute: &str| json!({"attribute": attribute});
    let half = json!({"basisPoints": "50 %"});
    for (changes, place, says) in [
        (json!({"of": of("voters")}), "", ""),
        (json!({"of": of("voters"), "value": half}), "", ""),
        (json!({"upTo": {"count": 120}}), "", ""),
        (
            json!({"of": of("none")}),
            "/of/attribute",
            "no attribute \"none\"",
        ),
        (
            json!({"value": half}),
            "/indicator",
            "not measured as a share",
        ),
        (
            json!({"upTo": {"count": 99}}),
            "/upTo",
            "99 must lie between 100",
        ),
        (json!({"upTo": {"money": 120}}), "/upTo", "of the same kind"),
        (
            json!({"upTo": {"count": 120}, "comparison": "atMost"}),
            "/comparison",
            "reached at least",
        ),
    ] {
        let mut changed = plan();
        for (key, value) in changes.as_object().unwrap() {
            set(&mut changed, &format!("/targets/0/{key}"), value.clone());
        }
        let found = errors(&changed);
        if place.is_empty() {
            assert_eq!(found, [], "{changes}");
            continue;
        }
        assert_eq!(found.len(), 1, "{changes}: {found:?}");
        assert_eq!(found[0].0, format!("/targets/0{place}"));
        assert!(found[0].1.contains(says), "{}", found[0].1);
    }
}
