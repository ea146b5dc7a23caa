//! Words and days as they are to stand in a plan.

use super::key::{Case, overlap, quote};
use super::measure::Part;
use serde_json::Value;
use std::fmt::Write;

/// The plan's days, the titles of activities and the names of duties, where a key says them.
pub fn words(case: &Case, confused: &mut String, push: &mut dyn FnMut(Part)) {
    let mut period = Part::default();
    // A plan that ships is no such key: its words are a person's.
    let own = case.key["headings"].is_array();
    if own {
        let right = case.reading["period"] == case.key["period"];
        period.count(right);
        if !right {
            let (got, wanted) = (&case.reading["period"], &case.key["period"]);
            let _ = writeln!(confused, "  period {got} for {wanted}");
        }
    }
    push(period);
    for (list, word) in [("activities", "title"), ("duties", "name")] {
        let mut part = Part::default();
        for key in case.list(&case.key, list).iter().filter(|_| own) {
            let Some(wanted) = key[word].as_str() else {
                continue;
            };
            let near: Vec<&Value> = case
                .list(&case.reading, list)
                .into_iter()
                .filter(|read| overlap(&quote(key), &quote(read)))
                .collect();
            let right = near.iter().any(|read| read[word] == wanted);
            part.count(right);
            if !right {
                let all: Vec<&Value> = near.iter().map(|read| &read[word]).collect();
                let _ = writeln!(confused, "  {word} {all:?} for {wanted}");
            }
        }
        push(part);
    }
}
