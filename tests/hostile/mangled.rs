//! What a hand or a machine has mangled: any value of a text of JSON is another, or is not there.

use crate::PLAN;
use proptest::prelude::*;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The same, and plans as wide as the documents: all that a plan can say.
pub static PLANS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wide");
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|is| is == "json"));
    paths.sort();
    let plan = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a table");
        let table: Value = serde_json::from_str(&text).expect("JSON");
        table["plan"].to_string()
    };
    let wide = paths.iter().map(plan);
    wide.chain([PLAN.to_owned()]).collect()
});

/// What a hand may leave behind in the place of a value.
fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(serde_json::json!("__proto__")),
        Just(serde_json::json!("2023-02-30")),
        Just(serde_json::json!([])),
        Just(serde_json::json!({ "constructor": { "constructor": [] } })),
    ]
}

/// One way to mangle: where (counted over all values), and what stands there instead; nothing takes it out.
pub fn mangling() -> impl Strategy<Value = Vec<(prop::sample::Index, Option<Value>)>> {
    prop::collection::vec(
        (any::<prop::sample::Index>(), prop::option::of(junk())),
        1..6,
    )
}

fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                all.push(format!("{at}/{index}"));
                places(item, &format!("{at}/{index}"), all);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let here = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                all.push(here.clone());
                places(member, &here, all);
            }
        }
        _ => {}
    }
}

pub fn mangle(json: &str, how: Vec<(prop::sample::Index, Option<Value>)>) -> String {
    let mut value: Value = serde_json::from_str(json).expect("JSON");
    for (which, instead) in how {
        let mut all = Vec::new();
        places(&value, "", &mut all);
        if all.is_empty() {
            break;
        }
        let place = which.get(&all).clone();
        match instead {
            Some(instead) => {
                if let Some(slot) = value.pointer_mut(&place) {
                    *slot = instead;
                }
            }
            None => {
                let (parent, key) = place.rsplit_once('/').expect("a pointer");
                match value.pointer_mut(parent) {
                    Some(Value::Object(members)) => {
                        members.remove(&key.replace("~1", "/").replace("~0", "~"));
                    }
                    Some(Value::Array(items)) => {
                        items.remove(key.parse().expect("an index"));
                    }
                    _ => {}
                }
            }
        }
    }
    value.to_string()
}
