//! The boundary in Node: what enters is held to its shape, what leaves is plain JavaScript.

use crate::border::millis;
use crate::form::Form;
use crate::plan::Plan;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const PLAN: &str = include_str!("../../../tests/cases/plans/small.json");
const WEEK: &str = r#"{"from":"2023-02-26","to":"2023-03-03"}"#;
/// 2023-03-01T08:00:00+07:00.
const NOW: f64 = 1_677_632_400_000.0;

fn plan() -> Plan {
    Plan::new(PLAN, "vi").unwrap_or_else(|thrown| panic!("{thrown:?}"))
}

fn form() -> Form {
    plan()
        .form("ward-1", "weekly", WEEK, None, "[]", NOW, "vi")
        .unwrap_or_else(|thrown| panic!("{thrown:?}"))
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

#[wasm_bindgen_test]
fn what_is_not_there_is_null_and_objects_are_plain() {
    let view = form().view();
    assert!(Object::is_extensible(&Object::from(view.clone())));
    let sections = Array::from(&get(&view, "sections"));
    let field = Array::from(&get(&sections.get(0), "fields")).get(0);
    assert!(get(&field, "before").is_null());
    // A Map would be written as {}.
    let written = JSON::stringify(&view)
        .expect("plain")
        .as_string()
        .expect("text");
    assert!(written.contains(r#""before":null"#), "{written}");
}

#[wasm_bindgen_test]
fn a_bad_argument_is_thrown_with_its_code() {
    let open =
        |unit: &str, duty: &str, period: &str, draft: Option<&str>, earlier: &str, now: f64| {
            let opened = plan().form(
                unit,
                duty,
                period,
                draft.map(str::to_owned),
                earlier,
                now,
                "vi",
            );
            opened.err().and_then(|thrown| text(&thrown, "code"))
        };
    let cases = [
        (open("ward-1", "weekly", WEEK, None, "[]", NOW), None),
        (
            open("nobody", "weekly", WEEK, None, "[]", NOW),
            Some("findings"),
        ),
        (
            open("ward-1", "nothing", WEEK, None, "[]", NOW),
            Some("findings"),
        ),
        (
            open("ward-1", "weekly", "{}", None, "[]", NOW),
            Some("argument"),
        ),
        (
            open("ward-1", "weekly", WEEK, Some("{"), "[]", NOW),
            Some("argument"),
        ),
        (
            open("ward-1", "weekly", WEEK, None, "{}", NOW),
            Some("argument"),
        ),
        (
            open("ward-1", "weekly", WEEK, None, "[]", f64::NAN),
            Some("argument"),
        ),
    ];
    for (code, expected) in cases {
        assert_eq!(code.as_deref(), expected);
    }
}

#[wasm_bindgen_test]
fn what_is_no_moment_is_refused_and_a_wrong_clock_is_not() {
    for (now, fits) in [
        (NOW, true),
        (0.0, true),
        (-1.0, true),
        (f64::NAN, false),
        (f64::INFINITY, false),
        (1e300, true),
        (-1e300, true),
    ] {
        assert_eq!(millis(now).is_ok(), fits, "{now}");
    }
}

#[wasm_bindgen_test]
fn a_plan_that_cannot_be_read_is_thrown_with_places_and_mends() {
    for broken in ["", "{", "[]", r#"{"format":1}"#] {
        let thrown = Plan::new(broken, "vi").err().expect(broken);
        assert_eq!(text(&thrown, "code").as_deref(), Some("plan"));
        let first = Array::from(&get(&thrown, "errors")).get(0);
        assert!(
            text(&first, "message").is_some_and(|message| !message.is_empty()),
            "{broken}"
        );
    }
}

#[wasm_bindgen_test]
fn what_is_typed_comes_back_as_typed_in_the_draft() {
    let mut form = form();
    for typed in [
        "8.000",
        "tám nghìn",
        "",
        "\u{202e}1",
        "a\u{301}",
        "__proto__",
        &"9".repeat(30_000),
    ] {
        let change = form.set("/figures/trees", typed.to_owned());
        let input = Array::from(&get(&change, "inputs")).get(0);
        assert_eq!(text(&input, "value").as_deref(), Some(typed));
        let draft = JSON::parse(&form.draft()).expect("JSON");
        let figures = get(&draft, "figures");
        let kept = if figures.is_object() {
            text(&figures, "trees")
        } else {
            None
        };
        assert_eq!(kept.unwrap_or_default(), typed);
    }
}
