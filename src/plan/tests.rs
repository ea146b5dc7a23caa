//! Where an error of reading is said to stand. Each case is a text, the pointer, the line, the
//! column and a piece of the sentence.

use crate::plan::Plan;

const HEAD: &str = r#"{"format":1,"id":"p","version":1,"title":"Kế hoạch","period":{"from":"2023-02-26","to":"2023-03-31"},"#;

#[test]
fn an_unreadable_plan_names_the_place_and_the_mend() {
    for (tail, pointer, line, column, says) in [
        (
            "\"levels\":[{\"id\":\"a\",\"name\":\"A\"} {",
            "/levels/0",
            2,
            33,
            "not JSON",
        ),
        (
            "\"levels\":[{\"id\":\"a\",\"nam",
            "/levels/0",
            2,
            24,
            "ends here in the middle",
        ),
        (
            "\"levels\":[{\"id\":\"a\",\"name\":",
            "/levels/0/name",
            2,
            27,
            "ends here",
        ),
        (
            "\"levels\":[\n{\"id\":\"a\"}]}",
            "/levels/0",
            3,
            1,
            "\"name\" is missing; add it",
        ),
        (
            "\"levels\":[\n{\"id\":\"a\",\"nane\":\"A\"}]}",
            "/levels/0/nane",
            3,
            11,
            "no field \"nane\" here",
        ),
        (
            "\"levels\":[{\"id\":\"a\",\"id\":\"b\"}]}",
            "/levels/0/id",
            2,
            21,
            "stands here twice",
        ),
        (
            "\"levels\":[{\"id\":\"Đoàn\",\"name\":\"A\"}]}",
            "/levels/0/id",
            2,
            17,
            "1 to 64 of a-z",
        ),
        (
            "\"levels\":[{\"name\":\"A\",\"id\":\"Đoàn\"}]}",
            "/levels/0/id",
            2,
            28,
            "1 to 64 of a-z",
        ),
        (
            "\"levels\":[{\"name\":\"Quận Đoàn\",\"id\":5}]}",
            "/levels/0/id",
            2,
            36,
            "here stands integer `5`",
        ),
        (
            "\"levels\":[{\"id\":{},\"name\":\"A\"}]}",
            "/levels/0/id",
            2,
            17,
            "here stands map",
        ),
        ("\"levels\":[5]}", "/levels/0", 2, 11, "here stands integer"),
        (
            "\"levels\":[{\"id\":\"a\",\"name\":\"A\"},[]]}",
            "/levels/1",
            2,
            33,
            "here stands sequence",
        ),
        ("\"levels\":{}}", "/levels", 2, 10, "here stands map"),
        ("\"offset\":\"+99:00\",\"levels\":[]}", "/offset", 2, 10, ""),
        (
            "\"levels\":[],\"units\":[{\"id\":\"u\",\"name\":\"U\",\"level\":\"l\",\"from\":\"2023-02-30\"}]}",
            "/units/0/from",
            2,
            62,
            "no such day",
        ),
        (
            "\"levels\":[],\"duties\":[{\"by\":{\"levels\":[\"a\",\"B\",\"c\"]}}]}",
            "/duties/0/by/levels/1",
            2,
            44,
            "1 to 64",
        ),
        (
            "\"levels\":[],\"duties\":[{\"by\":{\"levels\":[\"a\",\"b\",\"C\"]}}]}",
            "/duties/0/by/levels/2",
            2,
            48,
            "1 to 64",
        ),
        (
            "\"levels\":[],\"indicators\":[{\"id\":\"i\",\"label\":\"I\",\"measure\":\"mony\"}]}",
            "/indicators/0/measure",
            2,
            59,
            "\"mony\" cannot stand here",
        ),
        (
            "\"levels\":[],\"indicators\":[{\"id\":\"i\",\"label\":\"I\",\"measure\":{\"cuont\":{}}}]}",
            "/indicators/0/measure/cuont",
            2,
            60,
            "cannot stand here; write one of",
        ),
        (
            "\"levels\":[],\"indicators\":[{\"id\":\"i\",\"label\":\"I\",\"measure\":{\"count\":{}}}]}",
            "/indicators/0/measure/count",
            2,
            68,
            "\"noun\" is missing",
        ),
        (
            "\"periodSource\":{\"section\":\"II\"},\"period\":{\"from\":\"2023-02-26\",\"to\":\"2023-02-25\"}}",
            "/period",
            2,
            33,
            "twice",
        ),
        ("\"a/b~c\":1}", "/a~1b~0c", 2, 1, "no field \"a/b~c\""),
    ] {
        let errors = Plan::parse(&format!("{HEAD}\n{tail}")).unwrap_err();
        // Each text lacks the rest of a plan too, which is said besides.
        assert!(
            errors.iter().any(|error| {
                (error.pointer.as_str(), error.line, error.column) == (pointer, line, column)
                    && error.to_string().contains(says)
            }),
            "{tail}: {errors:#?}"
        );
    }
}

#[test]
fn a_period_that_ends_before_it_begins_is_placed_at_its_end() {
    let text =
        "{\"format\":1,\n\"period\": {\"from\":\"2023-03-31\",\"to\":\"2023-02-26\"},\"id\":\"p\"}";
    let error = Plan::parse(text).unwrap_err().remove(0);
    assert_eq!(
        (error.pointer.as_str(), error.line, error.column),
        ("/period/to", 2, 37),
        "{error}"
    );
}

#[test]
fn text_that_is_no_plan_at_all_gives_an_error_too() {
    for (text, says) in [
        ("", "ends here"),
        ("null", "here stands null"),
        ("[1,2", "ends here"),
        ("\u{feff}{}", "not JSON"),
        ("{} {}", "not JSON"),
        ("<html>", "not JSON"),
        ("\"", "ends here"),
        ("{\"a\\", "ends here"),
    ] {
        let errors = Plan::parse(text).unwrap_err();
        assert!(
            errors[0].to_string().contains(says),
            "{text}: {}",
            errors[0]
        );
    }
}

/// All mistakes come at once: what stands in the text in its order, then what is missing.
#[test]
fn all_mistakes_of_shape_come_at_once() {
    let text = r#"{"format":"1","id":"p","versoin":1,"title":"T","period":{"from":"2023-02-30","to":"2023-03-31"},
"levels":[{"id":"a","name":"A"},{"id":"B","name":5}],"units":[],"indicators":[{"id":"i","measure":{"text":{"max":-1}}}],
"templates":[],"duties":[],"sectors":null}"#;
    let errors = Plan::parse(text).unwrap_err();
    let places: Vec<_> = errors
        .iter()
        .map(|error| (error.pointer.as_str(), error.line, error.column))
        .collect();
    assert_eq!(
        places,
        [
            ("/format", 1, 11),
            ("/versoin", 1, 24),
            ("/period/from", 1, 65),
            ("/levels/1/id", 2, 39),
            ("/levels/1/name", 2, 50),
            ("/units", 2, 62),
            ("/indicators/0/measure/text/max", 2, 114),
            ("/sectors", 3, 38),
            ("", 1, 1),
            ("/indicators/0", 2, 79),
        ],
        "{errors:#?}"
    );
}

proptest::proptest! {
    #[test]
    fn no_text_and_no_damage_panics(text in "[\\[\\]{}:,\"a\\\\ 1\n\u{0103}]{0,60}", cut in 0..200_usize) {
        let _ = Plan::parse(&text);
        let whole = format!("{HEAD}\"levels\":[{{\"id\":\"a\",\"name\":\"Đoàn\"}}],{text}");
        let end = (0..=cut.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        let _ = Plan::parse(&whole[..end]);
    }

    #[test]
    fn reading_is_never_recursive_without_bound(depth in 1..20_000_usize) {
        let text = format!("{HEAD}\"levels\":{}", "[".repeat(depth));
        proptest::prop_assert!(Plan::parse(&text).is_err());
    }
}
