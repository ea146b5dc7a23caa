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

/// Every deadline of a duty's statements that is not counted from an event, as JSON.
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
        for kind in ["recurring", "onDemand"] {
            if schedule[kind].is_object() {
                found.push(schedule[kind]["deadline"].clone());
            }
        }
    }
    found.retain(|deadline| !deadline.is_null());
    found
}

/// Every deadline of a duty that is counted from an event, with the words of that event: in a reading those of the proposal
/// that it names, in a key some of them.
pub fn events(reading: &Value, duty: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for stated in duty["schedules"].as_array().into_iter().flatten() {
        let stated = stated.get("schedule").unwrap_or(stated);
        let event = &stated["event"];
        let Some(of) = event["of"].as_str() else {
            continue;
        };
        let named = |kind: &str, list: &str, title: &str| {
            let at: usize = of.strip_prefix(kind)?.parse().ok()?;
            let one = &reading[list][at.checked_sub(1)?];
            Some([one[title].as_str()?, " ", one["quote"].as_str()?].concat())
        };
        let words = named("activity-", "activities", "title")
            .or_else(|| named("milestone-", "milestones", "text"));
        found.push((
            fold(&words.unwrap_or_else(|| of.to_owned())),
            event["deadline"].clone(),
        ));
    }
    found
}

/// Whether events are those of a key, in its order.
pub fn fits(read: &[(String, Value)], key: &[(String, Value)]) -> bool {
    read.len() == key.len()
        && read
            .iter()
            .zip(key)
            .all(|((of, due), (words, wanted))| of.contains(words.as_str()) && due == wanted)
}

/// Whether one of these readings of a duty ties it to the events of its key; nothing where the key names none.
pub fn tied(reading: &Value, near: &[&&Value], key: &Value) -> Option<bool> {
    let wanted = events(reading, key);
    let right = |read: &&&Value| fits(&events(reading, read), &wanted);
    (!wanted.is_empty()).then(|| near.iter().any(right))
}

/// Whether the document says it: a plan also has what the office added ("ngoài văn bản").
pub fn is_stated(item: &Value) -> bool {
    fold(item["source"]["section"].as_str().unwrap_or_default()) != "ngoai van ban"
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
