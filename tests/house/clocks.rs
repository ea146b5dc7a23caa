//! Two clocks never stand in one sentence: the device tells by its own clock what it did, the office by its own what it
//! did and what is due, and whoever reads both in one sentence takes the difference for a fact.

use super::{File, assert_none, files, numbered};

/// What gives the hour of the device.
const DEVICES: [&str; 2] = ["when(", "hour("];

/// What gives an hour of the office's, or what follows from one.
const OFFICES: [&str; 9] = [
    "plan.moment(",
    "momentText(",
    "punctualText(",
    "deadlineText",
    "remainingText",
    "receivedText",
    "decidedText",
    "standsText",
    "hintText",
];

/// What begins a sentence of its own in a template.
const BEGINS: [&str; 12] = [
    "<p", "<li", "<dt", "<dd", "<td", "<th", "<h2", "<h3", "<h4", "<button", "<summary", "<div",
];

/// What a gap in a file of words is called where a moment stands in it.
const MOMENTS: [&str; 2] = ["moment", "clock"];

/// The sentences of a script that name both clocks, by the line on which they begin.
fn mixed(script: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut begun, mut sentence) = (1, String::new());
    let mut end = |begun: usize, sentence: &str| {
        let names = |clock: &[&str]| clock.iter().any(|each| sentence.contains(each));
        if names(&DEVICES) && names(&OFFICES) {
            found.push(begun);
        }
    };
    for (number, line) in numbered(script) {
        let mut rest = line;
        while let Some(at) = BEGINS.iter().filter_map(|tag| rest.find(tag)).min() {
            sentence.push_str(&rest[..at]);
            end(begun, &sentence);
            sentence = rest[at..at + 2].to_owned();
            begun = number;
            rest = &rest[at + 2..];
        }
        sentence.push_str(rest);
        sentence.push('\n');
    }
    end(begun, &sentence);
    found
}

/// The sentences of a file of words that have gaps for two moments.
fn two_moments(words: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (number, line) in numbered(words) {
        let gaps = line.split_once("=>").map_or("", |(gaps, _)| gaps);
        let named = gaps.split(|c: char| !c.is_alphanumeric()).filter(|gap| {
            MOMENTS
                .iter()
                .any(|moment| gap.to_lowercase().ends_with(moment))
        });
        if named.count() > 1 {
            found.push(number);
        }
    }
    found
}

#[test]
fn no_sentence_of_the_page_tells_two_clocks() {
    let is_page = |file: &File| file.path.starts_with("www/src/") && file.path.ends_with(".js");
    let mut breaches = Vec::new();
    for File { path, text } in files().into_iter().filter(is_page) {
        for line in mixed(&text).into_iter().chain(two_moments(&text)) {
            breaches.push(format!(
                "{path}:{line}: the device's hour and the office's stand in one sentence; give each its own"
            ));
        }
    }
    assert_none(breaches);
}

#[test]
fn two_clocks_are_seen_in_one_sentence_and_not_in_two() {
    let one = "html`<p>${words.sent(when(at))} ${receipt.receivedText}</p>`";
    assert_eq!(mixed(one), [1]);
    let spread = "html`<p>${words.sent(when(at))}\n  ${desk.plan.moment(now)}</p>`";
    assert_eq!(mixed(spread), [1]);
    let two = "html`<p>${words.sent(when(at))}</p>\n<p>${receipt.receivedText}</p>`";
    assert_eq!(mixed(two), [0; 0]);
    let gaps = "late: (/** @type {string} */ moment, /** @type {string} */ officeClock) => `a`,";
    assert_eq!(two_moments(gaps), [1]);
    assert_eq!(two_moments("late: (moment, days) => `a`,"), [0; 0]);
}
