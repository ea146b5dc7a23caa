//! How much of a key is found, how much of what is proposed is right.

use super::key::{Case, deadlines, fields, first_days, is_stated, overlap, quote, tied};
use super::wording::words;
use phieu::text::fold;
use serde_json::Value;
use std::fmt::Write;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    pub right: usize,
    pub of: usize,
}

impl Part {
    pub fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    /// In hundredths; all of nothing is all.
    pub fn percent(self) -> usize {
        (self.right * 100).checked_div(self.of).unwrap_or(100)
    }
}

/// What is measured, in the order of the goals.
pub const MEASURES: [&str; 13] = [
    "headings",
    "header fields",
    "written numbers",
    "all fields of targets",
    "target precision",
    "target precision with maybe",
    "sure targets right",
    "duties",
    "deadlines",
    "sure deadlines right",
    "addresses",
    "activities",
    "activity precision",
];
/// And of the days of activities.
pub const DAYS: [&str; 2] = ["first days", "days not invented"];
/// What only keys written for it say: the plan's days (none where the document says none), and words as they are to
/// stand in a plan.
pub const WORDS: [&str; 3] = ["period", "activity titles", "duty names"];

/// The measures of one document, and what was missed or proposed by mistake.
pub struct Measured {
    pub parts: Vec<(&'static str, Part)>,
    pub confused: String,
}

pub fn measure(case: &Case) -> Measured {
    let mut confused = String::new();
    let mut parts = Vec::new();
    let mut push = |part| parts.push(part);
    push(headings(case, &mut confused));
    push(header(case, &mut confused));
    targets(case, &mut confused, &mut push);
    duties(case, &mut confused, &mut push);
    activities(case, &mut confused, &mut push);
    words(case, &mut confused, &mut push);
    let names = MEASURES.iter().chain(&DAYS).chain(&WORDS).copied();
    Measured {
        parts: names.zip(parts).collect(),
        confused,
    }
}

/// Prints the measures of a case, and what was confused where `CONFUSED` asks for it.
pub fn told(case: &Case) -> Vec<(&'static str, Part)> {
    let Measured { parts, confused } = measure(case);
    println!("== {}", case.name);
    for (what, part) in &parts {
        println!("{what}: {}/{} ({} %)", part.right, part.of, part.percent());
    }
    if std::env::var("CONFUSED").is_ok() {
        println!("{confused}");
    }
    parts
}

fn headings(case: &Case, confused: &mut String) -> Part {
    let mut part = Part::default();
    let list = if case.key["headings"].is_array() {
        &case.key["headings"]
    } else {
        &case.key["document"]["headings"]
    };
    let read = case.list(&case.reading, "outline");
    for heading in list.as_array().into_iter().flatten() {
        let (section, title) = if heading.is_array() {
            (heading[0].as_str(), heading[1].as_str())
        } else {
            (
                heading["source"]["section"].as_str(),
                heading["text"].as_str(),
            )
        };
        let (section, title) = (section.unwrap_or_default(), title.unwrap_or_default());
        let found = read.iter().any(|entry| {
            let own = entry["section"].as_str().unwrap_or_default();
            let numbered = own == section || heading.is_array() && (own.ends_with(section));
            fold(entry["title"].as_str().unwrap_or_default()) == fold(title) && numbered
        });
        part.count(found);
        if !found {
            let _ = writeln!(confused, "  heading missed: {section} {title}");
        }
    }
    part
}

fn header(case: &Case, confused: &mut String) -> Part {
    let mut part = Part::default();
    let (key, read) = (&case.key["document"], &case.reading["document"]);
    for name in [
        "kind",
        "superior",
        "issuer",
        "number",
        "place",
        "issued",
        "signedFor",
        "signerRole",
    ] {
        let text = |of: &Value| fold(of[name].as_str().unwrap_or_default());
        let (wanted, got) = (text(key), text(read));
        let issuer = name == "issuer"
            && !got.is_empty()
            && !wanted.is_empty()
            && (got.contains(&wanted) || wanted.contains(&got));
        if wanted.is_empty() && got.is_empty() {
            continue;
        }
        let right = wanted == got || issuer;
        part.count(right);
        if !right {
            let _ = writeln!(confused, "  header {name}: {got} for {wanted}");
        }
    }
    part
}

fn noun_fits(key: &Value, read: &Value) -> bool {
    let noun = fold(key["noun"].as_str().unwrap_or_default());
    let got = fold(read["noun"].as_str().unwrap_or_default());
    noun.is_empty() || (!got.is_empty() && (noun.starts_with(&got) || got.starts_with(&noun)))
}

/// Whether the words write the target's own number: "duy trì định kỳ chương trình “30 phút …”" writes another.
fn has_number(target: &Value) -> bool {
    let value = ["count", "money", "basisPoints"]
        .iter()
        .find_map(|kind| fields(target).0[*kind].as_i64());
    let own = quote(target);
    let written = own.split(' ').any(|word| {
        word.trim_start_matches('0').parse().ok() == value
            || word.parse::<i64>().ok().map(|percent| percent * 100) == value
    });
    value.is_some() && (written || own.contains(|c: char| c.is_ascii_digit()) && value > Some(1))
}

fn targets(case: &Case, confused: &mut String, push: &mut dyn FnMut(Part)) {
    let (mut written, mut whole) = (Part::default(), Part::default());
    let keys = case.list(&case.key, "targets");
    let read = case.list(&case.reading, "targets");
    for key in &keys {
        let own = quote(key);
        let near: Vec<&&Value> = read
            .iter()
            .filter(|read| overlap(&own, &quote(read)))
            .collect();
        if has_number(key) {
            let found = near.iter().any(|read| {
                fields(read).0 == fields(key).0
                    || read["value"] == "done"
                    || key["scope"] == "eachMember"
            });
            written.count(found);
            if !found {
                let _ = writeln!(
                    confused,
                    "  number missed: {} | {}",
                    key["value"],
                    key["text"].as_str().unwrap_or(&own)
                );
            }
        }
        let right = near
            .iter()
            .any(|read| fields(read) == fields(key) && noun_fits(key, read));
        whole.count(right);
        if !right {
            let all: Vec<String> = near
                .iter()
                .map(|read| format!("{:?} {}", fields(read), read["noun"]))
                .collect();
            let _ = writeln!(
                confused,
                "  target {:?} {} | {}\n    read {}",
                fields(key),
                key["noun"],
                key["text"].as_str().unwrap_or(&own),
                all.join("; ")
            );
        }
    }
    push(written);
    push(whole);
    let (mut open, mut all, mut sure) = (Part::default(), Part::default(), Part::default());
    for read in &read {
        let own = quote(read);
        let near: Vec<&&Value> = keys
            .iter()
            .filter(|key| overlap(&own, &quote(key)))
            .collect();
        all.count(!near.is_empty());
        if read["grade"] != "maybe" {
            open.count(!near.is_empty());
        }
        if near.is_empty() {
            let _ = writeln!(
                confused,
                "  false target ({}): {} {} | {}",
                read["grade"], read["value"], read["noun"], read["quote"]
            );
        }
        if read["grade"] == "sure" {
            let right = near
                .iter()
                .any(|key| fields(read) == fields(key) && noun_fits(key, read));
            sure.count(right);
            if !right && !near.is_empty() {
                let _ = writeln!(
                    confused,
                    "  sure and wrong: {:?} {} | {}",
                    fields(read),
                    read["noun"],
                    read["text"]
                );
            }
        }
    }
    push(open);
    push(all);
    push(sure);
}

fn duties(case: &Case, confused: &mut String, push: &mut dyn FnMut(Part)) {
    let (mut found, mut due, mut address) = (Part::default(), Part::default(), Part::default());
    let mut keys = case.list(&case.key, "duties");
    keys.retain(|key| is_stated(key));
    let read = case.list(&case.reading, "duties");
    for key in &keys {
        let own = quote(key);
        let near: Vec<&&Value> = read
            .iter()
            .filter(|read| overlap(&own, &quote(read)))
            .collect();
        found.count(!near.is_empty());
        if near.is_empty() {
            let _ = writeln!(confused, "  duty missed: {} | {own}", key["name"]);
        }
        for deadline in deadlines(key) {
            let right = near.iter().any(|read| deadlines(read).contains(&deadline));
            due.count(right);
            if !right {
                let all: Vec<Value> = near.iter().flat_map(|read| deadlines(read)).collect();
                let _ = writeln!(
                    confused,
                    "  deadline missed: {} {deadline} for {all:?}",
                    key["name"]
                );
            }
        }
        if let Some(right) = tied(&case.reading, &near, key) {
            due.count(right);
        }
        for channel in key["channels"].as_array().into_iter().flatten() {
            let Some(wanted) = channel["address"].as_str().or_else(|| channel.as_str()) else {
                continue;
            };
            let right = near.iter().any(|read| {
                case.list(read, "channels")
                    .iter()
                    .any(|channel| channel["address"] == wanted)
            });
            address.count(right);
            if !right {
                let _ = writeln!(confused, "  address missed: {} {wanted}", key["name"]);
            }
        }
    }
    let mut sure = Part::default();
    for read in &read {
        let own = quote(read);
        let near: Vec<&&Value> = keys
            .iter()
            .filter(|key| overlap(&own, &quote(key)))
            .collect();
        if near.is_empty() {
            let _ = writeln!(
                confused,
                "  false duty ({}): {} | {}",
                read["grade"], read["name"], read["quote"]
            );
        }
        for deadline in deadlines(read) {
            let right = keys.iter().any(|key| deadlines(key).contains(&deadline));
            if read["grade"] == "sure" {
                sure.count(right);
                if !right {
                    let _ = writeln!(
                        confused,
                        "  sure deadline wrong: {deadline} | {}",
                        read["quote"]
                    );
                }
            }
        }
    }
    push(found);
    push(due);
    push(sure);
    push(address);
}

fn activities(case: &Case, confused: &mut String, push: &mut dyn FnMut(Part)) {
    let (mut found, mut day) = (Part::default(), Part::default());
    let keys = case.list(&case.key, "activities");
    let read = case.list(&case.reading, "activities");
    for key in &keys {
        let own = quote(key);
        let near: Vec<&&Value> = read
            .iter()
            .filter(|read| overlap(&own, &quote(read)))
            .collect();
        found.count(!near.is_empty());
        if near.is_empty() {
            let _ = writeln!(confused, "  activity missed: {own}");
        }
        let stated = case.list(
            key,
            if key["when"].is_array() {
                "when"
            } else {
                "dates"
            },
        );
        let unsure = stated
            .iter()
            .any(|when| when["certainty"] == "unsure" || when["repeats"].is_object());
        if let Some(first) = first_days(key).first().filter(|_| !unsure) {
            let right = near.iter().any(|read| first_days(read).contains(first));
            day.count(right);
            if !right {
                let all: Vec<String> = near.iter().flat_map(|read| first_days(read)).collect();
                let _ = writeln!(confused, "  day missed: {first} for {all:?} | {own}");
            }
        }
    }
    let (mut precise, mut invented) = (Part::default(), Part::default());
    let steps = case.list(&case.key, "milestones");
    let known: Vec<String> = keys
        .iter()
        .chain(&steps)
        .flat_map(|key| first_days(key))
        .collect();
    for read in &read {
        let own = quote(read);
        let right = keys.iter().any(|key| overlap(&own, &quote(key)));
        if read["grade"] != "maybe" {
            precise.count(right);
        }
        if !right {
            let _ = writeln!(
                confused,
                "  false activity ({}): {}",
                read["grade"], read["quote"]
            );
        }
        for first in first_days(read) {
            let right = known.contains(&first);
            invented.count(right);
            if !right {
                let _ = writeln!(confused, "  day invented: {first} | {}", read["quote"]);
            }
        }
    }
    push(found);
    push(precise);
    push(day);
    push(invented);
}
