//! A struct that serde reads is read from an object alone. The derived reader would take a list of the
//! values too; so what is derived must be `remote = "Self"`, with `object!` or `from_object!` in its place.

use crate::{assert_none, code_of, modules};

fn derived_readers(path: &str, text: &str) -> Vec<String> {
    let code = code_of(path, text);
    let derives = |line: &str| line.contains("derive(") && line.contains("Deserialize");
    let mut breaches = Vec::new();
    for (at, (number, line)) in code.iter().enumerate() {
        if !derives(line) {
            continue;
        }
        let rest = code[at + 1..].iter().map(|(_, line)| line.trim());
        let mut attributes = String::new();
        let mut named = false;
        for line in rest {
            if line.contains("struct ") || line.contains("enum ") {
                named = line.contains("struct ") && line.ends_with('{');
                break;
            }
            attributes.push_str(line);
        }
        let spoken = ["remote = \"Self\"", "try_from = "];
        if named && !spoken.iter().any(|word| attributes.contains(word)) {
            breaches.push(format!(
                "{path}:{number}: a list would be taken for this struct; derive with `remote = \"Self\"` and add \
                 `object!` or `from_object!`"
            ));
        }
    }
    breaches
}

#[test]
fn no_struct_is_read_from_a_list() {
    assert_none(
        modules()
            .iter()
            .flat_map(|file| derived_readers(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn a_struct_that_a_list_would_be_taken_for_is_seen() {
    for (text, breaches) in [
        ("#[derive(Deserialize)]\nstruct A {\n", 1),
        (
            "#[derive(Debug, serde::Deserialize)]\n#[serde(default)]\npub struct A<'a> {\n",
            1,
        ),
        (
            "#[derive(Deserialize)]\n#[serde(remote = \"Self\")]\nstruct A {\n",
            0,
        ),
        (
            "#[derive(Deserialize)]\n#[serde(try_from = \"B\")]\nstruct A {\n",
            0,
        ),
        ("#[derive(Deserialize)]\nstruct A(String);\n", 0),
        ("#[derive(Deserialize)]\nenum A {\n", 0),
        ("#[derive(Serialize)]\nstruct A {\n", 0),
    ] {
        assert_eq!(derived_readers("src/a.rs", text).len(), breaches, "{text}");
    }
}
