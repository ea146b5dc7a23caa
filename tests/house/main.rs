//! The house's rules that a machine can see: who may use whom, how long a module may grow, and what must
//! not stand in a file. Each rule is a function from a file's text to its breaches, tried here on small
//! texts first and then on the whole house.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the house's own files"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

mod circles;
mod clocks;
mod decisions;
mod floors;
mod goals;
mod haste;
mod kinds;
mod lateness;
mod links;
mod once;
mod page;
mod paths;
mod prose;
mod readers;
mod readme;
mod rules;
mod said;
#[cfg(all(feature = "schema", feature = "reading"))]
mod sayings;
mod screens;
mod sentences;
mod words;

const LONGEST_MODULE: usize = 400;

/// What would end the process under a person's hands. In a browser that loses what was typed.
const PANICS: &[&str] = &[
    ".unwrap()",
    ".expect(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
];

/// What must not stand in any file: work left over, folders of one machine, hosts of one workplace's
/// registries. Written in two halves, so that this file does not break its own rule.
const FORBIDDEN: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/tm", "p/"),
    ("\"reso", "lved\": \"http"),
    ("sparse+", "http"),
    ("_auth", "Token"),
];

struct File {
    path: String,
    text: String,
}

/// The paths of all that is in the repository or about to be, and still there.
fn paths() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listing = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .expect("git lists the house's files");
    assert!(listing.status.success(), "the house is a git checkout");
    let names = String::from_utf8(listing.stdout).expect("file names are UTF-8");
    let is_there = |path: &&str| root.join(path).exists();
    names.lines().filter(is_there).map(str::to_owned).collect()
}

/// Every text file among them.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    paths()
        .into_iter()
        .filter_map(|path| {
            let text = fs::read_to_string(root.join(&path)).ok()?;
            Some(File { path, text })
        })
        .collect()
}

/// The core's and the natives' own modules.
fn modules() -> Vec<File> {
    let is_module = |file: &File| {
        let rust = file.path.ends_with(".rs");
        rust && (file.path.starts_with("src/") || file.path.starts_with("www/wasm/src/"))
    };
    let modules: Vec<File> = files().into_iter().filter(is_module).collect();
    assert!(modules.len() > 1, "the house has modules");
    modules
}

fn assert_none(breaches: Vec<String>) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// Lines with their numbers, as an editor counts them.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

/// A file's code without its tests, which stand last or in a file of their own; and without its comments.
fn code_of<'text>(path: &str, text: &'text str) -> Vec<(usize, &'text str)> {
    if is_test_file(path) {
        return Vec::new();
    }
    let lines: Vec<(usize, &str)> = numbered(text).collect();
    let starts_tests = |pair: &[(usize, &str)]| {
        pair[0].1.trim() == "#[cfg(test)]" && !pair[1].1.trim_end().ends_with(';')
    };
    let end = lines
        .windows(2)
        .position(starts_tests)
        .unwrap_or(lines.len());
    lines[..end]
        .iter()
        .map(|(number, line)| (*number, line.split("//").next().unwrap_or(line)))
        .collect()
}

/// A module's tests in a file of their own: `tests.rs`, or a file in a folder `tests`.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn panics(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in code_of(path, text) {
        for word in PANICS.iter().filter(|word| line.contains(**word)) {
            breaches.push(format!(
                "{path}:{number}: `{word}` can end the process; return an error instead"
            ));
        }
    }
    breaches
}

fn forbidden_words(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in numbered(text) {
        for (start, end) in FORBIDDEN {
            let word = format!("{start}{end}");
            if line.contains(&word) {
                breaches.push(format!("{path}:{number}: `{word}` must not stand here"));
            }
        }
    }
    breaches
}

#[test]
fn no_module_is_longer_than_a_person_reads_at_once() {
    let long = |file: &File| {
        let lines = file.text.lines().count();
        (lines > LONGEST_MODULE).then(|| format!("{}: {lines} lines; split it", file.path))
    };
    let scripts =
        |file: &File| file.path.starts_with("www/src/") || file.path.starts_with("tests/");
    let mut breaches: Vec<String> = modules().iter().filter_map(long).collect();
    breaches.extend(
        files()
            .iter()
            .filter(|file| scripts(file) && is_script(&file.path))
            .filter_map(long),
    );
    assert_none(breaches);
}

fn is_script(path: &str) -> bool {
    [".js", ".mjs", ".rs", ".css"]
        .iter()
        .any(|end| path.ends_with(end))
}

#[test]
fn no_module_can_end_the_process() {
    assert_none(
        modules()
            .iter()
            .flat_map(|file| panics(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn nothing_unfinished_and_nothing_of_one_machine_stands_in_a_file() {
    assert_none(
        files()
            .iter()
            .flat_map(|file| forbidden_words(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn a_panic_is_seen_outside_tests_only() {
    let cases = [
        ("src/a.rs", "let a = b.unwrap();", 1),
        ("src/a.rs", "let a = b.unwrap_or(0);", 0),
        ("src/a.rs", "// never .unwrap() here", 0),
        ("src/a.rs", "panic!(\"no\")", 1),
        ("src/a.rs", "#[cfg(test)]\nmod tests {\n a.unwrap();\n}", 0),
        ("src/a.rs", "#[cfg(test)]\nmod tests;\n\na.unwrap();", 1),
        ("src/a/tests.rs", "a.unwrap();", 0),
    ];
    for (path, text, breaches) in cases {
        assert_eq!(panics(path, text).len(), breaches, "{path}: {text}");
    }
}

#[test]
fn a_forbidden_word_is_seen() {
    let unfinished = ["// TO", "DO: later"].concat();
    let folder = ["let path = \"/ro", "ot/x\";"].concat();
    for text in [unfinished, folder] {
        assert_eq!(forbidden_words("src/a.rs", &text).len(), 1, "{text}");
    }
    assert!(forbidden_words("src/a.rs", "// all done").is_empty());
}
