//! A key: what a careful person reads in a document, in the JSON of plans.

use phieu::reading::read;
use phieu::text::fold;
use serde_json::Value;

/// A document with what is read in it and what should be.
pub struct Case {
    pub name: String,
    pub reading: Value,
    pub key: Value,
}

impl Case {
    pub fn of(name: &str, text: &str, key: Value) -> Self {
        let reading = serde_json::to_value(read(text)).unwrap();
        Self {
            name: name.to_owned(),
            reading,
            key,
        }
    }

    pub fn list<'a>(&self, of: &'a Value, what: &str) -> Vec<&'a Value> {
        of[what]
            .as_array()
            .map_or_else(Vec::new, |list| list.iter().collect())
    }
}

/// The words of a document that an item rests on.
pub fn quote(item: &Value) -> String {
    let quote = item["quote"]
        .as_str()
        .or_else(|| item["source"]["quote"].as_str());
    fold(quote.or_else(|| item["title"].as_str()).unwrap_or_default())
}

/// Whether two quotes are of one sentence.
pub fn overlap(one: &str, other: &str) -> bool {
    !one.is_empty()
        && !other.is_empty()
        && (one.contains(other) || other.contains(one) || shared(one, other))
}

/// Whether one ends where the other begins, or they share a long run: a key may quote the end of one sentence and all of
/// the next.
fn shared(one: &str, other: &str) -> bool {
    let words: Vec<&str> = one.split(' ').collect();
    words.windows(9).any(|run| other.contains(&run.join(" ")))
}

/// A day, a value: what is compared as it stands, what a plan may leave out put in.
pub fn fields(target: &Value) -> (Value, String, Value, String) {
    let text = |name: &str, left_out: &str| target[name].as_str().unwrap_or(left_out).to_owned();
    let mut value = target["value"].clone();
    points(&mut value);
    let mut scope = target["scope"].clone();
    points(&mut scope);
    // All of all together and all of each are one statement.
    if value["basisPoints"] == 10_000 && scope == "whole" {
        scope = "each".into();
    }
    (
        value,
        text("comparison", "atLeast"),
        scope,
        text("per", "plan"),
    )
}

fn points(value: &mut Value) {
    for name in ["basisPoints", "shareOfUnits"] {
        if let Some(text) = value[name].as_str().map(str::to_owned) {
            let digits = text.trim_end_matches(['%', ' ']).replace(',', ".");
            let percent: f64 = digits.parse().unwrap();
            value[name] = ((percent * 100.0).round() as i64).into();
        }
    }
}

/// Every deadline of a duty's statements, as JSON.
pub fn deadlines(duty: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    for stated in duty["schedules"].as_array().into_iter().flatten() {
        let schedule = if stated["schedule"].is_object() {
            &stated["schedule"]
        } else {
            stated
        };
        for entry in schedule["listed"].as_array().into_iter().flatten() {
            found.push(entry["deadline"].clone());
        }
        if schedule["recurring"].is_object() {
            found.push(schedule["recurring"]["deadline"].clone());
        }
    }
    found.retain(|deadline| !deadline.is_null());
    found
}

/// The first days of an activity, or of what is proposed for one.
pub fn first_days(activity: &Value) -> Vec<String> {
    let list = activity["dates"]
        .as_array()
        .or_else(|| activity["when"].as_array());
    let days = list.into_iter().flatten();
    days.filter_map(|when| when["from"].as_str().map(str::to_owned))
        .collect()
}
