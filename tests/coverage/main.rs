//! Every number, date and "ít nhất" of the issued documents belongs to an item of their plans.
//!
//! `tests/documents` holds the texts as published, with persons' names and their phone numbers as `[…]`.
//! A figure counts as kept where it stands inside a quote (or another passage that the plan keeps in the
//! document's own words), or in the document's short list of exceptions, `NAME.exceptions.json`, each
//! with its reason. Nor may a longer run of words be left out, with or without figures: so no task is
//! forgotten. A percentage or an "ít nhất" must stand in a target, an activity, a duty or a slogan; a task
//! sets no figure. What is not kept is printed with its line.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans and the documents as they are shipped"
)]

mod flat;

use flat::{Flat, demands, numbers_a_point, places, plain, spans, tokens};
use phieu::plan::Plan;
use serde_json::Value;
use std::fs;

/// The documents by name, and their plans.
const DOCUMENTS: &[(&str, &str)] = &[
    ("tan-phu-2023", "tan-phu-thang-thanh-nien-2023"),
    (
        "phu-nhuan-2022-2027",
        "phu-nhuan-chuong-trinh-hanh-dong-2022-2027",
    ),
    ("tan-phu-2024", "tan-phu-van-minh-do-thi-2024"),
    ("soc-trang-2024", "soc-trang-chuong-trinh-2024"),
];

/// The most exceptions that still are a short list.
const EXCEPTIONS: usize = 12;

/// The parts of a plan that can set what a percentage or an "ít nhất" demands.
const SETTING: &[&str] = &[
    "/targets/",
    "/activities/",
    "/duties/",
    "/document/slogans/",
];

/// The longest run of words that may be left out of a line: a formula or a name, but no demand.
const LEFT_OUT: usize = 18;

/// A passage that the plan keeps, where it keeps it, and whether it claims to be a quote.
struct Passage {
    pointer: String,
    text: String,
    quoted: bool,
}

/// All that a plan keeps in the document's own words: quotes, and of the document itself its header and
/// the statements that are kept whole.
fn passages(plan: &Plan) -> Vec<Passage> {
    let mut kept = Vec::new();
    let json = serde_json::to_value(plan).unwrap();
    collect(&json, "", &mut kept);
    let issued = plan
        .document
        .as_ref()
        .and_then(|document| document.issued)
        .map(|day| {
            format!(
                "ngày {:02} tháng {:02} năm {}",
                day.day(),
                day.month(),
                day.year()
            )
        });
    kept.extend(issued.map(|text| Passage {
        pointer: "/document/issued".to_owned(),
        text,
        quoted: false,
    }));
    kept
}

fn collect(value: &Value, pointer: &str, kept: &mut Vec<Passage>) {
    match value {
        Value::String(text) => {
            let quoted = pointer.ends_with("/quote");
            let own_words = pointer == "/title" || pointer.starts_with("/document/");
            if quoted || own_words && !pointer.ends_with("/section") {
                kept.push(Passage {
                    pointer: pointer.to_owned(),
                    text: plain(text),
                    quoted,
                });
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &format!("{pointer}/{index}"), kept);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                collect(member, &format!("{pointer}/{key}"), kept);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

struct Exception {
    text: String,
    reason: String,
}

/// A figure of a text that the plan does not keep, or an exception or quote that is not true.
fn breaches(text: &str, passages: &[Passage], exceptions: &[Exception]) -> Vec<String> {
    let flat = Flat::of(text);
    let mut found = Vec::new();
    let mut covered: Vec<(usize, usize)> = Vec::new();
    for passage in passages {
        let before = covered.len();
        covered.extend(spans(&flat.text, &passage.text));
        if covered.len() == before && passage.quoted {
            let (pointer, quote) = (&passage.pointer, &passage.text);
            found.push(format!(
                "{pointer}: not in the document as published: {quote}"
            ));
        }
    }
    found.extend(left_out(&flat, &covered, exceptions));
    let inside = |spans: &[(usize, usize)], start: usize, end: usize| {
        spans.iter().any(|(from, to)| *from <= start && end <= *to)
    };
    let set: Vec<_> = passages
        .iter()
        .filter(|passage| SETTING.iter().any(|part| passage.pointer.starts_with(part)))
        .flat_map(|passage| spans(&flat.text, &passage.text))
        .collect();
    let mut left: Vec<_> = tokens(&flat);
    left.retain(|(start, end)| {
        let demands = demands(&flat.text[*start..*end]);
        !inside(if demands { &set } else { &covered }, *start, *end)
    });
    for exception in exceptions {
        let fragment = plain(&exception.text);
        let spans: Vec<_> = spans(&flat.text, &fragment).collect();
        let before = left.len();
        left.retain(|(start, end)| !inside(&spans, *start, *end));
        if left.len() == before {
            found.push(format!("no such exception is needed: {fragment}"));
        }
        if exception.reason.trim().is_empty() {
            found.push(format!("an exception without a reason: {fragment}"));
        }
    }
    for (start, end) in left {
        let line = flat.line(start);
        let from = flat.text[..start].rfind(['.', ';']).map_or(0, |at| at + 1);
        let to = flat.text[end..]
            .find(['.', ';'])
            .map_or(flat.text.len(), |at| end + at);
        found.push(format!(
            "line {line}: \"{}\" in \"{}\"",
            &flat.text[start..end],
            flat.text[from.min(start)..to].trim()
        ));
    }
    found
}

/// The longest run of words in each line that neither the plan keeps nor an exception names. Headings are
/// not looked at: they begin with a number and do not end as a sentence does.
fn left_out(flat: &Flat, covered: &[(usize, usize)], exceptions: &[Exception]) -> Vec<String> {
    let mut kept = vec![false; flat.text.len()];
    let named = exceptions.iter().flat_map(|exception| {
        let fragment = plain(&exception.text);
        spans(&flat.text, &fragment).collect::<Vec<_>>()
    });
    for (start, end) in covered.iter().copied().chain(named) {
        kept[start..end].fill(true);
    }
    let ends = flat.lines.iter().skip(1).map(|(start, _)| *start);
    let mut found = Vec::new();
    for ((start, line), end) in flat.lines.iter().zip(ends.chain([flat.text.len()])) {
        let text = flat.text[*start..end].trim_end();
        let first = text.split(' ').next().unwrap_or_default();
        let roman = first.bytes().all(|b| b"IVX.ABCD".contains(&b));
        if (roman || numbers_a_point(first)) && !text.ends_with(['.', ';']) {
            continue;
        }
        let mut longest: &[&str] = &[];
        let mut at = *start;
        let words: Vec<_> = text.split(' ').collect();
        let mut run = 0;
        for (index, word) in words.iter().enumerate() {
            run = if kept[at] { 0 } else { run + 1 };
            if run > longest.len() {
                longest = &words[index + 1 - run..=index];
            }
            at += word.len() + 1;
        }
        if longest.len() > LEFT_OUT {
            found.push(format!("line {line}: left out: {}", longest.join(" ")));
        }
    }
    found
}

fn exceptions(name: &str) -> Vec<Exception> {
    let path = format!("tests/documents/{name}.exceptions.json");
    let Ok(text) = fs::read_to_string(path) else {
        return Vec::new();
    };
    let all: Vec<Value> = serde_json::from_str(&text).unwrap();
    all.iter()
        .map(|one| Exception {
            text: one["text"].as_str().unwrap().to_owned(),
            reason: one["reason"].as_str().unwrap().to_owned(),
        })
        .collect()
}

#[test]
fn every_figure_of_the_documents_belongs_to_an_item() {
    let mut found = Vec::new();
    for (name, plan) in DOCUMENTS {
        let text = fs::read_to_string(format!("tests/documents/{name}.txt")).unwrap();
        let json = fs::read_to_string(format!("www/plans/{plan}.json")).unwrap();
        let plan = Plan::parse(&json).unwrap_or_else(|errors| panic!("{name}: {}", errors[0]));
        let exceptions = exceptions(name);
        if exceptions.len() > EXCEPTIONS {
            found.push(format!("{name}: {} exceptions", exceptions.len()));
        }
        let breaches = breaches(&text, &passages(&plan), &exceptions);
        found.extend(breaches.iter().map(|breach| format!("{name}: {breach}")));
    }
    assert!(
        found.is_empty(),
        "{} to mend\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn the_documents_name_no_person_and_no_phone() {
    for entry in fs::read_dir("tests/documents").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let signed = text.trim_end().lines().last();
        assert_eq!(signed, Some("[…]"), "{}", path.display());
        for mark in [
            "Đ/c ",
            "SĐT: ",
            "trực tiếp đồng chí ",
            "trực tiếp **đồng chí ",
        ] {
            for at in places(&text, mark) {
                let after = &text[at + mark.len()..];
                assert!(after.starts_with("[…]"), "{}: {mark}", path.display());
            }
        }
    }
}

/// What the tool finds in small texts.
#[test]
fn what_is_not_kept_is_said_with_its_line() {
    let quote = |text: &str| Passage {
        pointer: "/targets/0/source/quote".to_owned(),
        text: plain(text),
        quoted: true,
    };
    let text =
        "1. Trồng mới ít nhất **100**\ncây xanh.\n\n2.1.1 Mỗi tuần 2.500 lượt; B2 trở lên.\n";
    for (quotes, excepted, expected) in [
        (
            vec!["ít nhất 100 cây xanh", "2.500 lượt; B2 trở lên"],
            vec![],
            vec![],
        ),
        // A quote that breaks off inside a figure does not keep it.
        (
            vec!["ít nhất 10", "2.500 lượt; B2 trở lên"],
            vec![],
            vec!["line 1: \"100\" in \"Trồng mới ít nhất 100 cây xanh\""],
        ),
        (
            vec!["ít nhất 100 cây xanh", "2.500 lượt"],
            vec!["B2"],
            vec!["line 4: \"trở lên\" in \"B2 trở lên\""],
        ),
        (
            vec!["ít nhất 100 cây xanh", "2.500 lượt; B2 trở lên", "300 cây"],
            vec!["2.500"],
            vec![
                "/targets/0/source/quote: not in the document as published: 300 cây",
                "no such exception is needed: 2.500",
            ],
        ),
    ] {
        let quotes: Vec<_> = quotes.into_iter().map(quote).collect();
        let excepted: Vec<_> = excepted
            .into_iter()
            .map(|text| Exception {
                text: text.to_owned(),
                reason: "a name".to_owned(),
            })
            .collect();
        assert_eq!(breaches(text, &quotes, &excepted), expected);
    }
    // A task keeps a date and no percentage.
    let task = |text: &str| Passage {
        pointer: "/document/tasks/0/text".to_owned(),
        text: plain(text),
        quoted: false,
    };
    let text = "Ngày 26/3: 100% chi đoàn.";
    assert_eq!(
        breaches(text, &[task(text)], &[]),
        ["line 1: \"100%\" in \"Ngày 26/3: 100% chi đoàn\""]
    );
    assert!(breaches(text, &[task(text), quote("100% chi đoàn")], &[]).is_empty());
    let task = format!("{}.", ["lời"; LEFT_OUT + 1].join(" "));
    assert_eq!(
        breaches(&format!("II. NỘI DUNG\n- {task}"), &[], &[]),
        [format!("line 2: left out: - {task}")]
    );
    assert!(breaches(&task, &[quote(&task)], &[]).is_empty());
}
