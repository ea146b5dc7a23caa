//! Every decision is a file of its own, dated, with what was the case, what was decided and why.

use super::{assert_none, files};

const FOLDER: &str = "docs/decisions/";
const INDEX: &str = "docs/decisions/README.md";

/// The parts of a decision in their order, and whether each must be there.
const PARTS: [(&str, bool); 5] = [
    ("Context", true),
    ("Decision", true),
    ("Reason", true),
    ("Tried", false),
    ("Consequence", false),
];

/// What a decision lacks.
fn gaps(text: &str) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut lines = text.lines();
    let title = lines.next().and_then(|line| line.strip_prefix("# "));
    if title.is_none() {
        gaps.push("its first line is no title".to_owned());
    }
    let is_day = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        text.len() == 10 && parts.len() == 3 && parts.iter().all(digits)
    };
    let dated = lines.nth(1).and_then(|line| line.split_once(" · "));
    if !dated.is_some_and(|(day, part)| is_day(day) && !part.is_empty()) {
        gaps.push("its third line is not `2026-11-21 · part of the house`".to_owned());
    }
    let mut behind = 0;
    for (name, must) in PARTS {
        match text.find(&format!("\n**{name}.** ")) {
            Some(at) if at < behind => gaps.push(format!("“{name}” stands too early")),
            Some(at) => behind = at,
            None if must => gaps.push(format!("“{name}” is missing")),
            None => {}
        }
    }
    gaps
}

#[test]
fn every_decision_is_dated_says_why_and_is_listed() {
    let files = files();
    let index = files.iter().find(|file| file.path == INDEX);
    let index = &index.expect("decisions have an index").text;
    let decisions = files
        .iter()
        .filter(|file| file.path.starts_with(FOLDER) && file.path != INDEX);
    let mut breaches = Vec::new();
    let mut count = 0;
    for file in decisions {
        count += 1;
        let gaps = gaps(&file.text).into_iter();
        breaches.extend(gaps.map(|gap| format!("{}: {gap}", file.path)));
        let name = file.path.strip_prefix(FOLDER).unwrap_or_default();
        let mut lines = file.text.lines();
        let title = lines.next().unwrap_or_default().trim_start_matches("# ");
        let dated = lines.nth(1).unwrap_or_default();
        let day = dated.split(' ').next().unwrap_or_default();
        let line = format!("- [{title}]({name}) · {day}");
        if !index.lines().any(|listed| listed == line) {
            breaches.push(format!("{INDEX}: lacks `{line}`"));
        }
    }
    assert!(count > 50, "{count} decisions");
    assert_none(breaches);
}

#[test]
fn a_decision_that_lacks_something_is_seen() {
    let whole =
        "# A title\n\n2026-11-21 · page\n\n**Context.** A.\n\n**Decision.** B.\n\n**Reason.** C.\n";
    let cases = [
        (whole.to_owned(), 0),
        (whole.replace("# ", ""), 1),
        (whole.replace("2026-11-21", "yesterday"), 1),
        (whole.replace("**Reason.** C.", ""), 1),
        (whole.replace("Context", "Tried"), 2),
    ];
    for (text, count) in cases {
        assert_eq!(gaps(&text).len(), count, "{text}");
    }
}
