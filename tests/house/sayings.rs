//! Everything that the model can say can be said where plans are made: each member of a plan's schema is a detail, has a cell
//! of its own or rows of the page, or stands here with the reason why nobody says it there.

use super::assert_none;
use phieu::compose::{Composer, List, Saying, sayings};
use phieu::schema;
use phieu::text::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is not said, each with its reason.
const UNSAID: &[(&str, &str, &str)] = &[
    (
        "Plan",
        "offset",
        "the country has one hour; another office's plan keeps its own",
    ),
    (
        "Period",
        "at",
        "the moment of a report that a unit opens by itself; no days of a plan have one",
    ),
    (
        "Duty",
        "kind",
        "follows from the name and the periods, and only groups reports",
    ),
    ("Measure", "table", "a cell of a table holds no table"),
    ("Measure", "file", "a cell of a table holds no files"),
];

/// What has a cell of its own with cells within: how a figure is answered.
const ELSEWHERE: &[&str] = &["Measure"];

/// Names that the schema has for what is written in one member.
const SCHEMA_NAMES: &[(&str, &str)] = &[("CycleJson", "Cycle")];

fn schema_name(record: &str) -> &str {
    let mut names = SCHEMA_NAMES.iter();
    names
        .find(|(own, _)| *own == record)
        .map_or(record, |(_, name)| name)
}

fn members(of: &Value) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if let Some(properties) = of["properties"].as_object() {
        all.extend(properties.keys().cloned());
    }
    for list in ["oneOf", "anyOf", "allOf"] {
        for one in of[list].as_array().into_iter().flatten() {
            all.extend(members(one));
        }
    }
    all
}

/// What the schema has for `CountMeasure`, the content of `count`.
fn measure<'a>(schema: &'a Value, record: &str) -> Option<&'a Value> {
    let key = record.strip_suffix("Measure")?.to_lowercase();
    let mut kinds = schema["$defs"]["Measure"]["oneOf"].as_array()?.iter();
    kinds.find_map(|one| one["properties"].get(&key))
}

/// The words of an enumeration.
fn words(of: &Value) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if let Some(word) = of["const"].as_str() {
        all.insert(word.to_owned());
    }
    all.extend(
        of["enum"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one.as_str().map(str::to_owned)),
    );
    for one in of["oneOf"].as_array().into_iter().flatten() {
        all.extend(words(one));
        // Of a choice with content the one member is its word.
        if let Some(properties) = one["properties"].as_object() {
            all.extend(properties.keys().cloned());
        }
    }
    all
}

/// The definition to which a member leads, alone or as a list of it.
fn leads(member: &Value) -> Option<&str> {
    if let Some(at) = member["$ref"].as_str() {
        return at.rsplit('/').next();
    }
    let inner = ["anyOf", "oneOf", "allOf"].into_iter();
    let mut inner = inner.flat_map(|list| member[list].as_array().into_iter().flatten());
    inner
        .find_map(leads)
        .or_else(|| member.get("items").and_then(leads))
}

#[test]
fn every_member_of_a_plan_can_be_said_where_plans_are_made() {
    let schema = schema::plan();
    let of = |record: &str| match record {
        "Plan" => &schema,
        // What a kind of answer has stands within the kinds.
        record if measure(&schema, record).is_some() => measure(&schema, record).unwrap(),
        record => &schema["$defs"][schema_name(record)],
    };
    let said = sayings();
    let mut records: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for Saying { record, member, .. } in &said {
        records.entry(record).or_default().insert(member);
    }
    let is_unsaid = |record: &str, member: &str| {
        let mut all = UNSAID.iter();
        all.any(|(of, what, _)| *of == record && *what == member)
    };
    let mut breaches = Vec::new();
    for (record, own) in &records {
        let all = members(of(record));
        if all.is_empty() {
            breaches.push(format!("{record}: the schema has no such record"));
        }
        for member in &all {
            if !own.contains(&**member) && !is_unsaid(record, member) {
                breaches.push(format!(
                    "{record}.{member}: nobody can say it; describe it in src/compose/details/model"
                ));
            }
        }
        for member in own.iter().filter(|member| !all.contains(**member)) {
            breaches.push(format!("{record}.{member}: the model has no such member"));
        }
    }
    for Saying {
        record,
        member,
        cell,
        words: chosen,
        ..
    } in &said
    {
        let Some(leads) = leads(&of(record)["properties"][member]) else {
            continue;
        };
        let inner = &schema["$defs"][leads];
        // What is a record must be described; what is chosen must have all its words.
        let own = SCHEMA_NAMES.iter().find(|(_, name)| *name == leads);
        let own = own.map_or(leads, |(own, _)| own);
        let is_known = records.contains_key(own) || ELSEWHERE.contains(&own);
        if inner["properties"].is_object() && cell.is_none() && !is_known {
            breaches.push(format!("{record}.{member}: {leads} is not described"));
        }
        if chosen.is_empty() {
            continue;
        }
        for word in words(inner) {
            let is_always = leads == "ActivityPart" && matches!(&*word, "title" | "date");
            if !chosen.contains(&word) && !is_unsaid(leads, &word) && !is_always {
                breaches.push(format!("{record}.{member}: nobody can choose {word}"));
            }
        }
    }
    for (record, member, _) in UNSAID {
        let is_said = said
            .iter()
            .any(|one| one.record == *record && one.member == *member);
        if is_said
            || !(members(of(record)).contains(*member) || words(of(record)).contains(*member))
        {
            breaches.push(format!(
                "{record}.{member}: stands among what is unsaid without being so"
            ));
        }
    }
    assert_none(breaches);
}

#[test]
fn what_is_said_in_a_cell_of_its_own_has_that_cell() {
    let plans = [
        "tests/cases/plans/small.json",
        "tests/cases/plans/measured.json",
        "tests/wide/twenty-criteria.later.json",
    ];
    let mut cells = BTreeSet::new();
    for path in plans {
        let json = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let case: Value = serde_json::from_str(&json).unwrap();
        let json = case.get("plan").map_or(json, Value::to_string);
        let composer =
            Composer::open(&json, Lang::Vi).unwrap_or_else(|why| panic!("{path}: {why:?}"));
        let mut of = |list, id: &str| {
            cells.extend(composer.cells(list, id).into_iter().map(|cell| cell.name))
        };
        of(List::Head, "");
        for row in composer.view().rows {
            let list = match &*row.list {
                "units" => List::Units,
                "targets" => List::Targets,
                "figures" => List::Figures,
                "duties" => List::Duties,
                "activities" => List::Activities,
                _ => continue,
            };
            of(list, &row.id);
        }
    }
    // Shown where there is something to choose, and asked in the part of the forms.
    for rare in ["applies", "gathers", "ask"] {
        cells.insert(rare.to_owned());
    }
    let lacking = sayings().into_iter().filter_map(|one| {
        let cell = one.cell.filter(|cell| !cell.is_empty())?;
        let is_there = cells.contains(cell);
        (!is_there).then(|| format!("{}.{}: no cell is called {cell}", one.record, one.member))
    });
    assert_none(lacking.collect());
}
