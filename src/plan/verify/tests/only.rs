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
            "sections/1/fields/1/only",
            upon("sessions", &["x"]),
            "sections/1/fields/1/only/answer/is",
            "\"sessions\" is answered by a number; say \"atLeast\", \"atMost\" or both, and take \"is\" out",
        ),
        (
            "sections/5/fields/1/only",
            upon("why", &["x"]),
            "sections/5/fields/1/only/answer/indicator",
            "not measured as an answer of a list, done or not done, or a number",
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

/// Upon the count of all sessions, which are 3 to 40, the share of delegates, or how it was held.
#[test]
fn a_condition_on_a_number_has_bounds_that_it_can_reach() {
    for (indicator, condition, found, says) in [
        (
            "all",
            json!({"atLeast": {"count": 3}, "atMost": {"count": 40}}),
            None,
            "",
        ),
        ("all", json!({"atLeast": {"count": 0}}), None, ""),
        ("all", json!({"atMost": {"count": 3}}), None, ""),
        (
            "delegates",
            json!({"atLeast": {"basisPoints": "50 %"}, "atMost": {"basisPoints": "50 %"}}),
            None,
            "",
        ),
        ("delegates", json!({"atMost": {"ratio": "2/3"}}), None, ""),
        (
            "all",
            json!({}),
            Some(""),
            "say \"atLeast\", \"atMost\" or both",
        ),
        (
            "all",
            json!({"atLeast": {"count": 1}, "is": ["done"]}),
            Some("/is"),
            "answered by a number",
        ),
        (
            "form",
            json!({"is": ["truc-tiep"], "atLeast": {"count": 1}}),
            Some("/atLeast"),
            "\"form\" is answered by no number; say the answers in \"is\"",
        ),
        (
            "held",
            json!({"atMost": {"count": 1}}),
            Some("/atMost"),
            "answered by no number",
        ),
        (
            "all",
            json!({"atLeast": {"count": 5}, "atMost": {"count": 4}}),
            Some("/atMost"),
            "4 must lie between 5 and",
        ),
        (
            "delegates",
            json!({"atLeast": {"basisPoints": "50 %"}, "atMost": {"basisPoints": "49 %"}}),
            Some("/atMost"),
            "4900 must lie between 5000 and 10000",
        ),
        (
            "delegates",
            json!({"atLeast": {"basisPoints": "50 %"}, "atMost": {"ratio": "2/3"}}),
            Some("/atMost"),
            "say both as \"basisPoints\" or both as \"ratio\"",
        ),
        (
            "delegates",
            json!({"atLeast": {"ratio": "1/2"}, "atMost": {"basisPoints": "60 %"}}),
            Some("/atMost"),
            "\"atLeast\" and \"atMost\" are said in two ways",
        ),
        (
            "delegates",
            json!({"atLeast": {"count": 5}}),
            Some("/atLeast"),
            "\"delegates\" is answered by a share; say this bound as \"basisPoints\" or \"ratio\"",
        ),
        (
            "all",
            json!({"atMost": {"basisPoints": "50 %"}}),
            Some("/atMost"),
            "\"all\" is answered by a count; say this bound as \"count\"",
        ),
        (
            "all",
            json!({"atLeast": {"count": 41}}),
            Some("/atLeast"),
            "41 must lie between",
        ),
        (
            "all",
            json!({"atMost": {"count": 2}}),
            Some("/atMost"),
            "2 must lie between 3 and",
        ),
        (
            "all",
            json!({"atLeast": {"money": 5}}),
            Some("/atLeast"),
            "answered by a count; say this bound as \"count\"",
        ),
        (
            "all",
            json!({"atLeast": "done"}),
            Some("/atLeast"),
            "answered by a count",
        ),
        (
            "delegates",
            json!({"atLeast": {"ratio": "3/2"}}),
            Some("/atLeast/ratio"),
            "3 must lie between 0 and 2",
        ),
    ] {
        let mut plan = plan();
        let mut figures = plan["indicators"].as_array_mut().unwrap().iter_mut();
        let all = figures.find(|one| one["id"] == "all").unwrap();
        (all["least"], all["most"]) = (json!(3), json!(40));
        let mut answer = condition.clone();
        answer["indicator"] = json!(indicator);
        let place = "/templates/0/sections/5/fields/1/only";
        set(&mut plan, place, json!({"answer": answer}));
        let all = errors(&plan);
        let at = found.map(|found| [place, "/answer", found].concat());
        let pointers: Vec<&str> = all.iter().map(|one| &*one.0).collect();
        assert_eq!(
            pointers,
            Vec::from_iter(at.as_deref()),
            "{condition} {all:?}"
        );
        assert!(all.iter().all(|one| one.1.contains(says)), "{all:?}");
    }
}

#[test]
fn a_condition_is_written_as_it_was_read() {
    for answer in [
        json!({"indicator": "form", "is": ["truc-tuyen"]}),
        json!({"indicator": "all", "atLeast": {"count": 1}}),
        json!({"indicator": "delegates", "atMost": {"basisPoints": "50%"}}),
    ] {
        let read: crate::plan::OnAnswer = crate::read::from_str(&answer.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), answer);
    }
}
