//! Comments say why, without history and without what was measured once.

use super::{File, assert_none, files, numbered};

/// Words that tell what was, instead of why it is.
const HISTORY: [&str; 5] = [
    "formerly",
    "previously",
    "since issue",
    "issue #",
    "nowadays",
];

/// Units of what was measured; a share in per cent may be an example. A bound is a constant with a name, which a
/// comment can name.
const UNITS: [&str; 6] = ["KB", "KiB", "MB", "MiB", "µs", "ms"];

/// The comment of a line, in Rust, JavaScript and style sheets.
fn comment(line: &str) -> Option<&str> {
    let trimmed = line.trim_start();
    if let Some(rest) = ["//", "/*", "* "]
        .iter()
        .find_map(|start| trimmed.strip_prefix(start))
    {
        return Some(rest);
    }
    line.split_once(" // ").map(|(_, rest)| rest)
}

/// The unit of the first figure that bears one, outside of code and examples in quotes.
fn figure(comment: &str) -> Option<&'static str> {
    let plain: String = comment.split(['`', '"', '“', '”']).step_by(2).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let is_number = pair[0].ends_with(|letter: char| letter.is_ascii_digit());
        let unit = pair[1].trim_end_matches([',', '.', ';', ':', ')']);
        UNITS.into_iter().find(|each| is_number && *each == unit)
    })
}

fn stale_prose(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in numbered(text) {
        let Some(comment) = comment(line) else {
            continue;
        };
        let small = comment.to_lowercase();
        for word in HISTORY.iter().filter(|word| small.contains(**word)) {
            breaches.push(format!(
                "{path}:{number}: “{word}” tells history; say why it is so, or write a decision"
            ));
        }
        if let Some(unit) = figure(comment) {
            breaches.push(format!(
                "{path}:{number}: a figure in {unit} grows stale; docs/measured.md and docs/decisions have figures"
            ));
        }
    }
    breaches
}

/// The code that people run.
fn is_code(file: &File) -> bool {
    let ours = ["src/", "www/src/", "www/wasm/src/"];
    let code = [".rs", ".js", ".css"];
    ours.iter().any(|start| file.path.starts_with(start))
        && code.iter().any(|end| file.path.ends_with(end))
}

#[test]
fn comments_tell_neither_history_nor_figures() {
    assert_none(
        files()
            .iter()
            .filter(|file| is_code(file))
            .flat_map(|file| stale_prose(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn history_and_figures_are_seen() {
    for (line, breaches) in [
        ("/// Formerly a map.", 1),
        ("// in the form's wasm that was 18 KB of the code", 1),
        ("let a = 1; // it costs 0.9 ms, at most", 1),
        (" * the library weighs 1.2 KB in the first load", 1),
        ("// Example: \"98,5 %\" is read as `9850`.", 0),
        ("/// More than 256 bytes.", 0),
        ("let share = \"100 % of it\";", 0),
    ] {
        assert_eq!(stale_prose("src/a.rs", line).len(), breaches, "{line}");
    }
}
