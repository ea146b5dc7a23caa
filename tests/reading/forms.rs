//! One document in other forms: as a .docx with automatic numbers, with its letters taken apart, without blank lines, and
//! with its lines broken as a PDF viewer breaks them.

use phieu::reading::{Kind, read, read_bytes};
use phieu::text::fold;
use serde_json::Value;
use std::fs;
use unicode_normalization::UnicodeNormalization;

const SHIPPED: [&str; 4] = [
    "phu-nhuan-2022-2027",
    "tan-phu-2023",
    "soc-trang-2024",
    "tan-phu-2024",
];
const SHORT: [&str; 8] = [
    "phu-nu",
    "nong-dan",
    "cong-doan",
    "mat-tran",
    "phu-nu-phuong",
    "lien-doi",
    "thi-dua",
    "nong-dan-huyen",
];

fn all() -> Vec<(&'static str, String)> {
    let of = |folder: &str, name: &str| fs::read_to_string(format!("{folder}/{name}.txt")).unwrap();
    let shipped = SHIPPED.map(|name| (name, of("tests/documents", name)));
    let short = SHORT.map(|name| (name, of("tests/reading", name)));
    shipped.into_iter().chain(short).collect()
}

/// All that is proposed, each in a line, without places and as plain letters.
fn proposals(reading: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for list in [
        "outline",
        "targets",
        "duties",
        "activities",
        "units",
        "milestones",
    ] {
        for item in reading[list].as_array().unwrap() {
            let mut item = item.clone();
            let members = item.as_object_mut().unwrap();
            members.retain(|name, _| name != "start" && name != "end");
            found.push(format!(
                "{list} {}",
                fold(&item.to_string().replace("\\n", " "))
            ));
        }
    }
    found.sort();
    found
}

/// How many hundredths of the proposals of one text another form of it gives, of all that either gives.
fn same(text: &str, other: &Value) -> (usize, String) {
    let one = proposals(&serde_json::to_value(read(text)).unwrap());
    let other = proposals(other);
    let both = one.iter().filter(|each| other.contains(each)).count();
    let more = other.iter().filter(|each| !one.contains(each)).count();
    let lost = one.iter().filter(|each| !other.contains(each));
    let told: Vec<String> = lost.map(|each| format!("lost {each}")).take(6).collect();
    (both * 100 / (one.len() + more).max(1), told.join("\n"))
}

#[test]
fn a_docx_with_automatic_numbers_is_read_as_its_text() {
    let text = fs::read_to_string("tests/reading/phu-nu.txt").unwrap();
    let bytes = fs::read("tests/reading/phu-nu.docx").unwrap();
    let reading = read_bytes(&bytes, None).unwrap();
    let (share, told) = same(&text, &serde_json::to_value(&reading).unwrap());
    assert_eq!(share, 100, "{told}\n{}", reading.text);
    assert_eq!(read(&text).document, reading.document);
    assert!(!reading.text.contains("999"), "a footnote is no paragraph");
}

#[test]
fn the_docx_of_a_shipped_document_is_read_as_its_text() {
    let text = fs::read_to_string("tests/documents/tan-phu-2023.txt").unwrap();
    let bytes = fs::read("tests/browser/fixtures/tan-phu-2023.docx").unwrap();
    let reading = read_bytes(&bytes, None).unwrap();
    let (share, told) = same(&text, &serde_json::to_value(&reading).unwrap());
    assert_eq!(share, 100, "{told}");
    assert_eq!(read(&text).document, reading.document);
}

#[test]
fn letters_taken_apart_and_blank_lines_gone_change_nothing() {
    for (name, text) in all() {
        let apart: String = text.nfd().collect();
        let (share, told) = same(&text, &serde_json::to_value(read(&apart)).unwrap());
        assert_eq!(share, 100, "{name} in NFD: {told}");
        let close: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        let (share, told) = same(
            &text,
            &serde_json::to_value(read(&close.join("\n"))).unwrap(),
        );
        assert_eq!(share, 100, "{name} without blank lines: {told}");
    }
}

#[test]
fn a_page_gives_what_its_text_gives() {
    for (name, text) in all() {
        let escaped = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let lines = escaped.lines().filter(|line| !line.contains('\t'));
        let html: String = lines.map(|line| format!("<p>{line}</p>\n")).collect();
        let plain: Vec<&str> = text.lines().filter(|line| !line.contains('\t')).collect();
        let reading = read_bytes(html.as_bytes(), Some(Kind::Html)).unwrap();
        let (share, told) = same(&plain.join("\n"), &serde_json::to_value(reading).unwrap());
        assert_eq!(share, 100, "{name}: {told}");
    }
}

/// The text with no line wider than a page of print.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut length = 0;
        for (n, word) in line.split(' ').enumerate() {
            let letters = word.chars().count();
            if n > 0 && length + 1 + letters > width {
                out.push('\n');
                length = 0;
            } else if n > 0 {
                out.push(' ');
                length += 1;
            }
            out.push_str(word);
            length += letters;
        }
        out.push('\n');
    }
    out
}

#[test]
fn lines_broken_for_a_page_give_nearly_the_same() {
    let mut least = Vec::new();
    for (name, text) in all().into_iter().take(SHIPPED.len()) {
        let (share, told) = same(
            &text,
            &serde_json::to_value(read(&wrapped(&text, 90))).unwrap(),
        );
        println!("{name} broken: {share} %");
        if std::env::var("CONFUSED").is_ok() {
            println!("{told}");
        }
        least.push((name, share));
    }
    for (name, share) in least {
        assert!(share >= 97, "{name}: {share} %");
    }
}
