//! Browser tests wait for what a person comes to see.

use super::{assert_none, files, numbered};

/// What reads a page as it is at that moment.
const GLANCES: [&str; 7] = [
    ".count()",
    ".getAttribute(",
    ".innerText()",
    ".inputValue()",
    ".isHidden()",
    ".isVisible()",
    ".textContent()",
];

/// A screen follows what was done to it a moment later, and on a busy machine a longer one.
fn hasty_asserts(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in numbered(text).filter(|(_, line)| line.contains("assert")) {
        for glance in GLANCES.iter().filter(|glance| line.contains(**glance)) {
            breaches.push(format!(
                "{path}:{number}: `{glance}` judges the moment; `expect` waits for what comes"
            ));
        }
    }
    breaches
}

#[test]
fn browser_tests_wait_for_what_a_person_comes_to_see() {
    assert_none(
        files()
            .iter()
            .filter(|file| file.path.starts_with("tests/browser/"))
            .flat_map(|file| hasty_asserts(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn a_hasty_assert_is_seen() {
    let cases = [
        ("assert.equal(await rows.count(), 3)", 1),
        ("assert.ok(await input.isVisible())", 1),
        ("await expect(rows).toHaveCount(3)", 0),
        ("const all = await rows.count()", 0),
    ];
    for (text, breaches) in cases {
        assert_eq!(
            hasty_asserts("tests/browser/a.test.mjs", text).len(),
            breaches,
            "{text}"
        );
    }
}
