//! What does not fit in a table, and in what adds up its columns.

use super::{errors, set};
use serde_json::{Value, json};

fn plan() -> Value {
    serde_json::from_str(include_str!(
        "../../../../tests/browser/fixtures/tables/tables.json"
    ))
    .unwrap()
}

#[test]
fn what_does_not_fit_in_a_table_is_named_with_its_place_and_its_mend() {
    assert_eq!(errors(&plan()), []);
    const TABLE: &str = "/indicators/1/measure/table";
    const RULE: &str = "/rules/0/right/0";
    let words = json!({"text": {"max": 2_000}});
    let within = json!({"table": {"row": "x", "columns": []}});
    let several = json!({"choice": {"several": true, "answers": [
        {"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}});
    for (at, place, value, found, says) in [
        (TABLE, "/row", json!(" "), "/row", "blank"),
        (
            TABLE,
            "/columns",
            json!([]),
            "/columns",
            "the list is empty",
        ),
        (TABLE, "/most", json!(301), "/most", "between 1 and 300"),
        (TABLE, "/most", json!(0), "/most", "between 1 and 300"),
        (TABLE, "/least", json!(21), "/least", "between 0 and 20"),
        (TABLE, "/key", json!("ten"), "/key", "no column \"ten\""),
        (
            TABLE,
            "/columns/1/id",
            json!("name"),
            "/columns/1/id",
            "\"name\"",
        ),
        (
            TABLE,
            "/columns/1/id",
            json!("hash"),
            "/columns/1/id",
            "give this column another id",
        ),
        (
            TABLE,
            "/columns/0/label",
            json!(""),
            "/columns/0/label",
            "blank",
        ),
        (
            TABLE,
            "/columns/1/most",
            json!(-1),
            "/columns/1/most",
            "between 0",
        ),
        (
            TABLE,
            "/columns/1/measure",
            within,
            "/columns/1/measure",
            "neither a table",
        ),
        (
            TABLE,
            "/columns/4/measure",
            several,
            "/columns/4/measure",
            "nor several answers",
        ),
        (
            TABLE,
            "/columns/0/estimates",
            json!(true),
            "/columns/0/estimates",
            "not measured as",
        ),
        (
            RULE,
            "/column/table",
            json!("total"),
            "/column/table",
            "not measured as a table",
        ),
        (
            RULE,
            "/column/column",
            json!("cost"),
            "/column/column",
            "no column \"cost\"",
        ),
        (
            RULE,
            "/column/column",
            json!("name"),
            "/column/column",
            "not measured as",
        ),
        (
            RULE,
            "",
            json!({"rows": "words"}),
            "/rows",
            "not measured as a table",
        ),
    ] {
        let mut wrong = plan();
        set(&mut wrong, &[at, place].concat(), value);
        let all = errors(&wrong);
        let at = [at, found].concat();
        let said = all.iter().find(|(there, _)| *there == at);
        let said = said.unwrap_or_else(|| panic!("{at}: {all:?}"));
        assert!(said.1.contains(says), "{at}: {}", said.1);
    }
    let mut wide = plan();
    set(&mut wide, &[TABLE, "/most"].concat(), json!(300));
    set(
        &mut wide,
        &[TABLE, "/columns/0/measure"].concat(),
        words.clone(),
    );
    assert_eq!(errors(&wide), []);
    set(&mut wide, &[TABLE, "/columns/2/measure"].concat(), words);
    assert_eq!(errors(&wide)[0].0, [TABLE, "/most"].concat());
}
