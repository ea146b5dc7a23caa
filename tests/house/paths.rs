//! A file that a document names is there.

use super::{assert_none, files, numbered};

/// What a name of a file ends with.
const ENDS: [&str; 7] = [".rs", ".js", ".mjs", ".css", ".json", ".sh", ".toml"];

/// Where documents name files of the house. The README names files of those who use it.
const DOCUMENTS: [&str; 3] = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/"];

/// It names the files of its readers' own projects, and `tests/adopt` runs them.
const EXAMPLES: &str = "docs/examples.md";

/// The files that a line names: a path, or a name alone, in backticks. A name in capitals stands for any, and what
/// begins with a slash is an address.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split('`').skip(1).step_by(2);
    code.filter(|name| {
        let is_path = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
        let is_address = name.starts_with('/');
        let is_any = name.contains("NAME") || name.contains("KIND");
        !is_any
            && !is_address
            && name.chars().all(is_path)
            && ENDS.iter().any(|end| name.ends_with(end))
    })
}

/// Files that a document names and that are neither in the house nor made by its build.
fn missing(path: &str, text: &str, paths: &[String], builds: &str) -> Vec<String> {
    let is_there = |name: &str| {
        let end = format!("/{name}");
        let is_it = |path: &String| path == name || path.ends_with(&end);
        paths.iter().any(is_it) || builds.contains(name)
    };
    numbered(text)
        .flat_map(|(number, line)| named(line).map(move |name| (number, name)))
        .filter(|(_, name)| !is_there(name))
        .map(|(number, name)| format!("{path}:{number}: there is no file `{name}`"))
        .collect()
}

#[test]
fn every_file_that_a_document_names_is_there() {
    let files = files();
    let paths = super::paths();
    let build = files.iter().find(|file| file.path == "www/build.mjs");
    let builds = &build.expect("the page has a build").text;
    let documents = files
        .iter()
        .filter(|file| DOCUMENTS.iter().any(|start| file.path.starts_with(start)))
        .filter(|file| file.path != EXAMPLES);
    assert_none(
        documents
            .flat_map(|file| missing(&file.path, &file.text, &paths, builds))
            .collect(),
    );
}

#[test]
fn a_file_that_is_not_there_is_seen() {
    let paths = ["src/rules/past.rs", "www/src/store/plan.js", "Cargo.toml"].map(str::to_owned);
    for (line, breaches) in [
        ("`rules/past.rs` and `past.rs`, `src/rules/past.rs`", 0),
        ("`store/plan.js`, `Cargo.toml`, `phieu.wasm.js`", 0),
        ("`plan/past.rs`, `ast.rs`", 2),
        (
            "`src/rules/NAME.rs`, `a * b.rs`, `/api/a.json`, past.rs, ask.rs",
            0,
        ),
    ] {
        assert_eq!(
            missing("docs/a.md", line, &paths, "'phieu.wasm.js'").len(),
            breaches,
            "{line}"
        );
    }
}
