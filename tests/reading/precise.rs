//! How much of what is proposed is right: what is called sure above all, and duties, headings, milestones, units and the documents
//! that are cited.

use super::key::{Case, deadlines, first_days, is_stated, overlap, quote};
use super::measure::Part;
use phieu::text::fold;
use serde_json::Value;
use std::fmt::Write;
use std::fs;

/// What is measured.
const MEASURES: [&str; 10] = [
    "heading precision",
    "duty precision",
    "sure duties right",
    "sure activities right",
    "milestones",
    "milestone precision",
    "units",
    "unit precision",
    "bases",
    "base precision",
];

/// The documents with the plans made of them, each with the least percentage of each measure.
const SHIPPED: [(&str, &str, [usize; 10]); 4] = [
    (
        "phu-nhuan-2022-2027",
        "phu-nhuan-chuong-trinh-hanh-dong-2022-2027",
        [95, 100, 100, 100, 100, 100, 50, 100, 100, 100],
    ),
    (
        "tan-phu-2023",
        "tan-phu-thang-thanh-nien-2023",
        [100, 100, 100, 100, 100, 100, 50, 100, 100, 100],
    ),
    (
        "soc-trang-2024",
        "soc-trang-chuong-trinh-2024",
        [100, 100, 100, 100, 100, 100, 0, 100, 90, 100],
    ),
    (
        "tan-phu-2024",
        "tan-phu-van-minh-do-thi-2024",
        [88, 100, 100, 100, 100, 100, 100, 100, 100, 100],
    ),
];

/// The same of all short plans together; they name no documents and no units in their keys.
const SHORT: [usize; 6] = [93, 100, 100, 100, 100, 100];

/// All short plans.
const PLANS: [&str; 13] = [
    "phu-nu",
    "nong-dan",
    "cong-doan",
    "mat-tran",
    "phu-nu-phuong",
    "lien-doi",
    "thi-dua",
    "nong-dan-huyen",
    "doan-phuong",
    "cuu-chien-binh",
    "khuyen-hoc",
    "hoi-sinh-vien",
    "chu-thap-do",
];

fn text(item: &Value, name: &str) -> String {
    fold(item[name].as_str().unwrap_or_default())
}

fn near<'k>(keys: &[&'k Value], read: &Value) -> Vec<&'k Value> {
    let own = quote(read);
    let of = keys.iter().filter(|key| overlap(&own, &quote(key)));
    of.copied().collect()
}

fn headings(case: &Case, out: &mut String) -> Part {
    let mut part = Part::default();
    let own = &case.key["headings"];
    let list = if own.is_array() {
        own
    } else {
        &case.key["document"]["headings"]
    };
    let known: Vec<String> = list
        .as_array()
        .into_iter()
        .flatten()
        .map(|heading| {
            fold(
                heading[1]
                    .as_str()
                    .or(heading["text"].as_str())
                    .unwrap_or_default(),
            )
        })
        .collect();
    for read in case.list(&case.reading, "outline") {
        let right = known.contains(&text(read, "title"));
        part.count(right);
        if !right {
            let _ = writeln!(
                out,
                "  false heading: {} {}",
                read["section"], read["title"]
            );
        }
    }
    part
}

fn duties(case: &Case, out: &mut String) -> [Part; 2] {
    let (mut open, mut sure) = (Part::default(), Part::default());
    let mut keys = case.list(&case.key, "duties");
    keys.retain(|key| is_stated(key));
    for read in case.list(&case.reading, "duties") {
        let near = near(&keys, read);
        if read["grade"] != "maybe" {
            open.count(!near.is_empty());
            if near.is_empty() {
                let _ = writeln!(out, "  false duty ({}): {}", read["grade"], read["quote"]);
            }
        }
        if read["grade"] == "sure" {
            let due: Vec<Value> = near.iter().flat_map(|key| deadlines(key)).collect();
            let right = !near.is_empty() && deadlines(read).iter().all(|one| due.contains(one));
            sure.count(right);
            if !right {
                let _ = writeln!(
                    out,
                    "  sure duty wrong: {} | {}",
                    read["name"], read["quote"]
                );
            }
        }
    }
    [open, sure]
}

/// An activity is right where its sentence is one in the key and no day is another than one of that; the key may leave out days
/// that are only repeated.
fn activities(case: &Case, out: &mut String) -> Part {
    let mut sure = Part::default();
    let mut keys = case.list(&case.key, "activities");
    keys.extend(case.list(&case.key, "milestones"));
    for read in case.list(&case.reading, "activities") {
        if read["grade"] != "sure" {
            continue;
        }
        let near = near(&keys, read);
        let days: Vec<String> = near.iter().flat_map(|key| first_days(key)).collect();
        let fits = |day: &String| days.is_empty() || days.contains(day);
        let right = !near.is_empty() && first_days(read).iter().all(fits);
        sure.count(right);
        if !right {
            let own = first_days(read);
            let _ = writeln!(
                out,
                "  sure activity wrong: {own:?} for {days:?} | {}",
                read["quote"]
            );
        }
    }
    sure
}

fn day(of: &Value) -> &Value {
    let own = &of["from"];
    if own.is_string() {
        own
    } else {
        &of["when"]["from"]
    }
}

fn milestones(case: &Case, out: &mut String) -> [Part; 2] {
    let (mut found, mut precise) = (Part::default(), Part::default());
    let (keys, read) = (
        case.list(&case.key, "milestones"),
        case.list(&case.reading, "milestones"),
    );
    let is_one =
        |key: &Value, read: &Value| day(key) == day(read) && overlap(&quote(key), &quote(read));
    for key in &keys {
        let right = read.iter().any(|read| is_one(key, read));
        found.count(right);
        if !right {
            let _ = writeln!(out, "  milestone missed: {key}");
        }
    }
    for read in &read {
        let right = keys.iter().any(|key| is_one(key, read));
        precise.count(right);
        if !right {
            let _ = writeln!(out, "  false milestone: {} {}", day(read), read["quote"]);
        }
    }
    [found, precise]
}

/// Units that the document itself names: most plans have a roster that no document lists.
fn units(case: &Case, out: &mut String) -> [Part; 2] {
    let (mut found, mut precise) = (Part::default(), Part::default());
    let document = fold(case.reading["text"].as_str().unwrap_or_default());
    let names = |list: &str| -> Vec<String> {
        let all = case.list(&case.key, list).into_iter();
        all.flat_map(|one| {
            let aliases = one["aliases"].as_array().into_iter().flatten();
            let aliases = aliases.filter_map(|alias| alias.as_str().map(fold));
            aliases.chain([text(one, "name")]).collect::<Vec<_>>()
        })
        .collect()
    };
    let read: Vec<String> = case
        .list(&case.reading, "units")
        .into_iter()
        .map(|one| text(one, "name"))
        .collect();
    let own = names("units");
    for key in case.list(&case.key, "units") {
        let name = text(key, "name");
        if document.contains(&name) {
            let right = read
                .iter()
                .any(|read| read.contains(&name) || name.contains(read));
            found.count(right);
            if !right {
                let _ = writeln!(out, "  unit missed: {name}");
            }
        }
    }
    let groups = [names("levels"), names("sectors")].concat();
    for read in &read {
        let fits = |name: &String| read.contains(name) || name.contains(read);
        let right = own.iter().any(fits) || groups.iter().any(fits);
        precise.count(right);
        if !right {
            let _ = writeln!(out, "  false unit: {read}");
        }
    }
    [found, precise]
}

/// The documents that are cited with a number, or before the first heading.
fn bases(case: &Case, out: &mut String) -> [Part; 2] {
    let (mut found, mut precise) = (Part::default(), Part::default());
    let list = |of: &Value| {
        of["document"]["bases"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    };
    let (keys, read) = (list(&case.key), list(&case.reading));
    let bare = |one: &Value| fold(one["number"].as_str().unwrap_or_default());
    let issuer = |key: &Value, read: &Value| {
        let (key, read) = (text(key, "issuer"), text(read, "issuer"));
        key == read || !read.is_empty() && (key.contains(&read) || read.contains(&key))
    };
    let is_one = |key: &Value, read: &Value| {
        if bare(key).is_empty() || bare(read).is_empty() {
            bare(key) == bare(read) && overlap(&quote(key), &quote(read))
        } else {
            bare(key) == bare(read) && key["date"] == read["date"]
        }
    };
    for key in &keys {
        let opens = matches!(&*text(&key["source"], "section"), "can cu" | "mo dau");
        if bare(key).is_empty() && !opens {
            continue;
        }
        let right = read
            .iter()
            .any(|read| is_one(key, read) && (opens || bare(key).is_empty() || issuer(key, read)));
        found.count(right);
        if !right {
            let _ = writeln!(out, "  basis missed: {key}");
        }
    }
    for read in &read {
        let right = keys.iter().any(|key| is_one(key, read));
        precise.count(right);
        if !right {
            let _ = writeln!(out, "  false basis: {read}");
        }
    }
    [found, precise]
}

fn measured(case: &Case) -> Vec<Part> {
    let mut out = String::new();
    let mut parts = vec![headings(case, &mut out)];
    parts.extend(duties(case, &mut out));
    parts.push(activities(case, &mut out));
    parts.extend(milestones(case, &mut out));
    parts.extend(units(case, &mut out));
    parts.extend(bases(case, &mut out));
    if std::env::var("CONFUSED").is_ok() {
        println!("== {}\n{out}", case.name);
    }
    parts
}

fn held(name: &str, parts: &[Part], least: &[usize]) -> Vec<String> {
    println!("== {name}");
    let mut low = Vec::new();
    for ((what, part), least) in MEASURES.iter().zip(parts).zip(least) {
        println!("{what}: {}/{} ({} %)", part.right, part.of, part.percent());
        if part.percent() < *least {
            low.push(format!(
                "{name}: {what} {} %, at least {least} %",
                part.percent()
            ));
        }
    }
    low
}

#[test]
fn what_the_shipped_documents_are_read_for_is_right() {
    let mut low = Vec::new();
    for (name, plan, least) in SHIPPED {
        let plan = fs::read_to_string(format!("www/plans/{plan}.json")).unwrap();
        let document = fs::read_to_string(format!("tests/documents/{name}.txt")).unwrap();
        let case = Case::of(name, &document, serde_json::from_str(&plan).unwrap());
        low.extend(held(name, &measured(&case), &least));
    }
    assert!(low.is_empty(), "{low:#?}");
}

#[test]
fn what_short_plans_are_read_for_is_right() {
    let mut all = [Part::default(); 6];
    for name in PLANS {
        let document = fs::read_to_string(format!("tests/reading/{name}.txt")).unwrap();
        let key = fs::read_to_string(format!("tests/reading/{name}.key.json")).unwrap();
        let case = Case::of(name, &document, serde_json::from_str(&key).unwrap());
        for (all, part) in all.iter_mut().zip(measured(&case)) {
            all.right += part.right;
            all.of += part.of;
        }
    }
    let low = held("short plans", &all, &SHORT);
    assert!(low.is_empty(), "{low:#?}");
}
