//! A link from one document to another leads somewhere.

use super::{assert_none, files, numbered};
use std::collections::BTreeSet;

/// The folders in which documents of others stand, or texts that are no documents of the house.
const NOT_OURS: [&str; 2] = ["tests/documents/", "tests/snapshots/"];

/// The targets of a line's links, `[words](target)`, without what leads out of the house.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
        .filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
}

/// Where a target leads, seen from the document that holds it; none where that is outside the house.
fn place(document: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The name by which a heading is linked to, as GitHub and docs.rs make it.
fn anchor(heading: &str) -> String {
    heading
        .trim_start_matches('#')
        .trim()
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

fn broken_links<'text>(
    path: &str,
    text: &str,
    paths: &BTreeSet<String>,
    text_of: impl Fn(&str) -> Option<&'text str>,
) -> Vec<String> {
    let mut breaches = Vec::new();
    let mut is_code = false;
    for (number, line) in numbered(text) {
        is_code ^= line.trim_start().starts_with("```");
        if is_code {
            continue;
        }
        for target in targets(line) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let place = if file.is_empty() {
                Some(path.to_owned())
            } else {
                place(path, file)
            };
            let leads = place.is_some_and(|place| {
                let is_there = paths.contains(&place);
                let has_heading = |text: &str| {
                    let headings = text.lines().filter(|line| line.starts_with('#'));
                    headings.into_iter().any(|line| anchor(line) == heading)
                };
                is_there && (heading.is_empty() || text_of(&place).is_some_and(has_heading))
            });
            if !leads {
                breaches.push(format!(
                    "{path}:{number}: the link to `{target}` leads nowhere"
                ));
            }
        }
    }
    breaches
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let files = files();
    // A link may lead to a picture, which is no text, and to a folder.
    let mut paths: BTreeSet<String> = super::paths().into_iter().collect();
    let folders: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            path.match_indices('/')
                .map(|(end, _)| path[..end].to_owned())
        })
        .collect();
    paths.extend(folders);
    let text_of = |path: &str| {
        let found = files.iter().find(|file| file.path == path);
        found.map(|file| file.text.as_str())
    };
    let documents = files.iter().filter(|file| {
        file.path.ends_with(".md") && !NOT_OURS.iter().any(|folder| file.path.starts_with(folder))
    });
    assert_none(
        documents
            .flat_map(|file| broken_links(&file.path, &file.text, &paths, text_of))
            .collect(),
    );
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let paths: BTreeSet<String> = ["README.md", "docs", "docs/a.md", "docs/b.md"]
        .map(str::to_owned)
        .into();
    let text_of = |path: &str| (path == "docs/a.md").then_some("# Title\n\n## Let people in\n");
    let cases = [
        ("README.md", "[a](docs/a.md) and [b](docs/b.md)", 0),
        ("README.md", "[a](docs)", 0),
        ("README.md", "[a](a.md)", 1),
        ("docs/b.md", "[a](a.md), [c](c.md)", 1),
        ("docs/b.md", "[a](../README.md)", 0),
        ("docs/b.md", "[a](../../README.md)", 1),
        ("docs/b.md", "[a](a.md#let-people-in)", 0),
        ("docs/b.md", "[a](a.md#let-no-one-in)", 1),
        ("docs/b.md", "[a](https://portal.example/a.md)", 0),
        ("docs/b.md", "```\n[a](c.md)\n```\n", 0),
    ];
    for (path, text, breaches) in cases {
        assert_eq!(
            broken_links(path, text, &paths, text_of).len(),
            breaches,
            "{path}: {text}"
        );
    }
}
