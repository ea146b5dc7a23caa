//! What a form asks that is no number: tables, files; and its sections.

use super::{acts, composer, everywhere, json_of, labels, open, sets, unfolded, whole};
use crate::compose::{Act, Composer, List};
use crate::text::Lang;
use serde_json::json;

/// A figure of its own, of that kind.
fn figure(composer: &mut Composer, kind: &str) -> String {
    acts(
        composer,
        Act::Add,
        (List::Figures, ""),
        "",
        "Danh sách khen thưởng",
    );
    let rows = composer.view().rows;
    let added = rows.iter().rev().find(|row| row.list == "figures").unwrap();
    let id = added.id.clone();
    sets(composer, (List::Figures, &id), "kind", kind);
    id
}

#[test]
fn a_rule_adds_up_a_column_of_a_table_and_counts_its_rows() {
    let mut composer = composer();
    let plan = (List::Head, "");
    let at = |rest: &str| ["/rules/0/", rest].concat();
    acts(&mut composer, Act::Grow, plan, "/rules", "");
    let of = |composer: &Composer, name: &str| {
        let groups = unfolded(composer, plan.0, plan.1);
        let mut cells = groups.into_iter().flat_map(|group| group.cells);
        let cell = cells.find(|cell| cell.name == name).expect(name);
        let choices = cell.choices.into_iter();
        choices
            .map(|one| (one.value, one.label))
            .collect::<Vec<_>>()
    };
    let id = figure(&mut composer, "table");
    let table = (List::Figures, &*id);
    let columns = "/measure/table/columns";
    sets(
        &mut composer,
        table,
        "/measure/table/columns/0/label",
        "Tên",
    );
    acts(&mut composer, Act::Grow, table, columns, "");
    sets(
        &mut composer,
        table,
        "/measure/table/columns/1/label",
        "Số tiền",
    );
    sets(
        &mut composer,
        table,
        "/measure/table/columns/1/measure",
        "money",
    );
    sets(&mut composer, plan, &at("left/0"), "column");
    let table = at("left/0/column/table");
    let tables = of(&composer, &table);
    assert!(
        tables
            .iter()
            .any(|(_, label)| label == "Danh sách khen thưởng")
    );
    sets(&mut composer, plan, &table, &id);
    let column = at("left/0/column/column");
    let named = of(&composer, &column);
    let own = named.iter().find(|(_, label)| label == "Số tiền");
    assert!(named.iter().all(|(_, label)| label != "Tên"), "{named:?}");
    sets(&mut composer, plan, &column, &own.expect("the column").0);
    sets(&mut composer, plan, &at("right/0"), "rows");
    sets(&mut composer, plan, &at("right/0/rows"), &id);
    let plan = json_of(&composer);
    let rule = &plan["rules"][0];
    let column = &rule["left"][0]["column"];
    let figure = plan["indicators"].as_array().unwrap().last().unwrap();
    assert_eq!(column["table"], figure["id"]);
    assert_eq!(
        column["column"],
        figure["measure"]["table"]["columns"][1]["id"]
    );
    assert_eq!(rule["right"][0]["rows"], figure["id"]);
}

#[test]
fn a_table_has_columns_of_any_kind_in_words() {
    let mut composer = composer();
    let id = figure(&mut composer, "table");
    let of = (List::Figures, &*id);
    let table = "/measure/table";
    sets(&mut composer, of, &[table, "/row"].concat(), "cá nhân");
    acts(
        &mut composer,
        Act::Grow,
        of,
        &[table, "/columns"].concat(),
        "",
    );
    let second = |name: &str| [table, "/columns/1/", name].concat();
    sets(&mut composer, of, &second("label"), "Số tiền thưởng");
    sets(&mut composer, of, &second("measure"), "money");
    sets(&mut composer, of, &second("required"), "yes");
    acts(
        &mut composer,
        Act::Grow,
        of,
        &[table, "/columns"].concat(),
        "",
    );
    let third = |name: &str| [table, "/columns/2/", name].concat();
    sets(&mut composer, of, &third("label"), "Số giờ");
    sets(&mut composer, of, &third("measure"), "quantity");
    sets(&mut composer, of, &third("measure/quantity/unit"), "giờ");
    sets(&mut composer, of, &[table, "/most"].concat(), "50");
    let key = [table, "/key"].concat();
    let groups = everywhere(&composer, of.0, of.1, &open(&["", table]));
    let cells = groups.iter().flat_map(|group| &group.cells);
    let cell = cells.clone().find(|cell| cell.name == key).unwrap();
    let said: Vec<&str> = cell.choices.iter().map(|one| &*one.label).collect();
    assert_eq!(said[1..], ["Tên", "Số tiền thưởng", "Số giờ"]);
    let first = cell.choices[1].value.clone();
    sets(&mut composer, of, &key, &first);
    assert!(
        labels(&groups).contains(&"Cột 2: Số tiền thưởng"),
        "{:?}",
        labels(&groups)
    );
    let plan = json_of(&composer);
    let figure = plan["indicators"].as_array().unwrap().last().unwrap();
    let table = &figure["measure"]["table"];
    assert_eq!(
        (&table["row"], &table["most"]),
        (&json!("cá nhân"), &json!(50))
    );
    assert_eq!(table["key"], table["columns"][0]["id"]);
    assert_eq!(table["columns"][1]["measure"], "money");
    assert_eq!(
        table["columns"][2]["measure"],
        json!({"quantity": {"unit": "giờ", "decimals": 1}})
    );
    whole(&composer);
}

#[test]
fn files_say_what_is_taken() {
    let mut composer = composer();
    let id = figure(&mut composer, "file");
    let of = (List::Figures, &*id);
    for (cell, text) in [
        ("kinds", "pdf\nẢnh"),
        ("most", "3"),
        ("megabytes", "20"),
        ("signed", "yes"),
    ] {
        sets(&mut composer, of, &["/measure/file/", cell].concat(), text);
    }
    let plan = json_of(&composer);
    let figure = plan["indicators"].as_array().unwrap().last().unwrap();
    assert_eq!(
        figure["measure"]["file"],
        json!({"kinds": ["pdf", "image"], "most": 3, "megabytes": 20, "signed": true})
    );
    whole(&composer);
}

#[test]
fn a_new_section_waits_until_a_figure_is_moved_into_it() {
    let mut composer = composer();
    let plan = json_of(&composer);
    let duty = plan["duties"][0]["id"].as_str().unwrap().to_owned();
    let of = (List::Duties, &*duty);
    let sections = "/template/sections";
    let count = |composer: &Composer| {
        let plan = json_of(composer);
        let form = plan["duties"][0]["template"].clone();
        let forms = plan["templates"].as_array().unwrap().clone();
        let form = forms.into_iter().find(|one| one["id"] == form).unwrap();
        form["sections"].as_array().unwrap().clone()
    };
    let before = count(&composer);
    acts(&mut composer, Act::Grow, of, sections, "");
    let last = before.len();
    sets(
        &mut composer,
        of,
        &format!("{sections}/{last}/title"),
        "Khen thưởng",
    );
    assert_eq!(count(&composer), before, "it asks nothing yet");
    // To the front, where the first figure of the next goes up into it.
    for at in (1..=last).rev() {
        acts(
            &mut composer,
            Act::Raise,
            of,
            &format!("{sections}/{at}"),
            "",
        );
    }
    let with = before
        .iter()
        .position(|one| one["fields"].as_array().is_some_and(|all| !all.is_empty()));
    let with = with.unwrap();
    for at in 0..with {
        acts(
            &mut composer,
            Act::Raise,
            of,
            &format!("{sections}/{}", at + 1),
            "",
        );
    }
    acts(
        &mut composer,
        Act::Raise,
        of,
        &format!("{sections}/{}/fields/0", with + 1),
        "",
    );
    let after = count(&composer);
    let own = after
        .iter()
        .find(|one| one["title"] == "Khen thưởng")
        .unwrap();
    assert_eq!(own["fields"].as_array().unwrap().len(), 1);
    assert!(!own["id"].as_str().unwrap().is_empty());
    whole(&composer);
}

/// What is asked upon another question begins with something that can be answered to it, and anew with another question.
#[test]
fn a_condition_asks_for_answers_or_for_bounds_as_its_question_is_answered() {
    let json = include_str!("../../../../tests/cases/plans/bounds.json");
    let mut composer = Composer::open(json, Lang::Vi).unwrap();
    let of = (List::Duties, "weekly");
    let answer = "/template/sections/0/fields/5/only/answer";
    let at = |name: &str| [answer, "/", name].concat();
    let cells = |composer: &Composer| {
        let groups = unfolded(composer, of.0, of.1).into_iter();
        let cells = groups.flat_map(|group| group.cells);
        let own = cells.filter_map(|cell| {
            let name = cell.name.strip_prefix(answer)?.to_owned();
            (name != "/indicator").then(|| [&*name, " ", &cell.text].concat())
        });
        own.collect::<Vec<_>>()
    };
    let stands = |composer: &Composer| {
        let plan = json_of(composer);
        plan["templates"][0]["sections"][0]["fields"][5]["only"]["answer"].clone()
    };
    assert_eq!(cells(&composer), ["/atLeast 1", "/atMost "]);
    for (question, cell, text, expected) in [
        ("cases", "atLeast", "3 vụ", json!({"atLeast": {"count": 3}})),
        (
            "cases",
            "atMost",
            "5",
            json!({"atLeast": {"count": 3}, "atMost": {"count": 5}}),
        ),
        ("cases", "atLeast", "", json!({"atMost": {"count": 5}})),
        (
            "length",
            "atLeast",
            "8,5 km",
            json!({"atLeast": {"quantity": 85}}),
        ),
        (
            "raised",
            "atLeast",
            "02 tỷ đồng",
            json!({"atLeast": {"money": 2_000_000_000_i64}}),
        ),
        (
            "present",
            "atLeast",
            "50",
            json!({"atLeast": {"basisPoints": "50%"}}),
        ),
        (
            "growth",
            "atLeast",
            "105/100",
            json!({"atLeast": {"ratio": "105/100"}}),
        ),
    ] {
        sets(&mut composer, of, &at("indicator"), question);
        sets(&mut composer, of, &at(cell), text);
        let mut answer = expected.clone();
        answer["indicator"] = json!(question);
        assert_eq!(stands(&composer), answer, "{question} {text}");
    }
    // With another decimal place the bound is as long as before.
    sets(&mut composer, of, &at("indicator"), "length");
    sets(&mut composer, of, &at("atLeast"), "8,5 km");
    sets(&mut composer, (List::Figures, "length"), "decimals", "2");
    assert_eq!(stands(&composer)["atLeast"], json!({"quantity": 850}));
    // Of figures that are asked before, the first that is answered from a list.
    let id = figure(&mut composer, "done");
    sets(&mut composer, of, &at("indicator"), &id);
    let answer = json!({"indicator": id, "is": ["done"]});
    assert_eq!(stands(&composer), answer);
    assert_eq!(cells(&composer), ["/is Có"]);
}
