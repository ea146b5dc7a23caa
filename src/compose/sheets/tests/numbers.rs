//! Numbers of units, as a roster holds them: a heading that is the name of an attribute.

use super::{findings, groups, seen, takes, wanted};
use crate::compose::Composer;
use crate::text::Lang::Vi;
use serde_json::Value;

/// A plan that asks for growth against a number of each unit.
fn farmers() -> Composer {
    let json = include_str!("../../../../tests/wide/farmers.json");
    let table: Value = serde_json::from_str(json).unwrap();
    Composer::open(&table["plan"].to_string(), Vi).unwrap()
}

fn numbers(composer: &Composer, unit: &str) -> Vec<(String, i64)> {
    let plan = composer.plan();
    let unit = plan.units.iter().find(|one| one.name == unit).unwrap();
    let all = unit.numbers.iter();
    all.map(|one| (one.attribute.to_string(), one.number))
        .collect()
}

/// The roster of the plan's own units, with a column of that heading.
fn roster(composer: &Composer, heading: &str, cells: &[&str]) -> String {
    let plan = composer.plan();
    let rows = plan.units.iter().zip(cells).enumerate();
    let rows = rows.map(|(at, (unit, cell))| format!("{};{};{cell}\n", at + 1, unit.name));
    [format!("TT;Tên đơn vị;{heading}\n"), rows.collect()].concat()
}

#[test]
fn a_column_that_is_named_as_an_attribute_gives_units_their_numbers() {
    let mut composer = farmers();
    let plan = composer.plan();
    let (of, unit) = (plan.attributes[0].clone(), plan.units[0].name.clone());
    let before = numbers(&composer, &unit);
    let cells = ["1.234", "", "nhiều", "7"];
    let text = roster(&composer, &["Số ", &of.name].concat(), &cells);
    let view = takes(&mut composer, &text);
    let after = numbers(&composer, &unit);
    assert!(after.contains(&(of.id.to_string(), 1234)), "{after:?}");
    for other in before.iter().filter(|(id, _)| *id != *of.id.as_str()) {
        assert!(after.contains(other), "{after:?}");
    }
    let told = "Ô C4 ghi “nhiều”, không phải số nguyên nên không lấy.";
    let said = findings(&view);
    assert!(plan.units.len() < 3 || said == [("C4", told)], "{said:?}");
    let changed = view.groups.iter().find(|one| one.name == "changed");
    let row = &changed.expect("what is changed").rows[0];
    assert_eq!(row.says, ["1.234 ", &of.name].concat());
    // A blank cell leaves what was known, and the same again changes nothing.
    let second = &plan.units[1].name;
    assert_eq!(
        numbers(&composer, second).len(),
        plan.units[1].numbers.len()
    );
    let again = seen(&mut composer, &text, "{}");
    assert!(!groups(&again).contains("changed"), "{}", groups(&again));
}

#[test]
fn a_person_says_which_column_holds_which_numbers_and_which_holds_none() {
    let mut composer = farmers();
    let of = composer.plan().attributes[0].clone();
    let text = roster(&composer, "Năm trước", &["5", "6"]);
    let name = ["number:", of.id.as_str()].concat();
    let chosen = format!(r#"{{"columns": ["", "", "{name}"]}}"#);
    let view = seen(&mut composer, &text, &chosen);
    let column = view.columns.iter().find(|one| one.at == 2).unwrap();
    let is = |name: &str| {
        let mut all = column.choices.iter();
        all.any(|one| one.chosen && one.value == name)
    };
    assert!(is(&name), "{column:?}");
    composer.take_sheet(&wanted(&chosen));
    let unit = composer.plan().units[0].name.clone();
    assert!(numbers(&composer, &unit).contains(&(of.id.to_string(), 5)));
    // By its heading, and not where a person says that it is nothing.
    let text = roster(&composer, &of.name, &["8", "9"]);
    composer.open_sheet(text.as_bytes()).unwrap();
    composer.take_sheet(&wanted(r#"{"columns": ["", "", "nothing"]}"#));
    assert!(numbers(&composer, &unit).contains(&(of.id.to_string(), 5)));
}

#[test]
fn numbers_go_out_with_the_roster_and_come_back() {
    let mut composer = farmers();
    let before = composer.plan();
    let parts = composer.workbook();
    let files: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    composer.open_sheet(&crate::reading::zip(&files)).unwrap();
    let units = wanted(r#"{"list": "units"}"#);
    let view = composer.sheet(&units).unwrap();
    assert_eq!(groups(&view), format!("same {}", before.units.len()));
    composer.take_sheet(&units);
    assert_eq!(composer.plan(), before);
}

#[test]
fn a_heading_names_an_attribute_with_its_unit_and_not_a_part_of_it() {
    let name = farmers().plan().attributes[0].name.clone();
    for (heading, is_taken) in [
        (name.clone(), true),
        (["Tổng số ", &name, " (người)"].concat(), true),
        ([&name, " ( ha )"].concat(), true),
        ([&name, " (nữ)"].concat(), false),
        ([&name, " trẻ"].concat(), false),
    ] {
        let mut composer = farmers();
        let plan = composer.plan();
        let (of, unit) = (plan.attributes[0].clone(), plan.units[0].name.clone());
        let text = roster(&composer, &heading, &["1.234", "1", "1", "1"]);
        takes(&mut composer, &text);
        let after = numbers(&composer, &unit);
        let found = after.contains(&(of.id.to_string(), 1234));
        assert_eq!(found, is_taken, "{heading}");
    }
}
