//! No file of the collector leads back to itself through those that it uses.

use super::{File, assert_none, code_of, modules};
use std::collections::BTreeMap;

const FOLDER: &str = "src/collector/";

/// "src/collector/access/code.rs" is the module "access/code"; "src/collector/access/mod.rs" is "access".
fn module_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix(FOLDER)?.strip_suffix(".rs")?;
    match name {
        "mod" => None,
        _ => Some(name.strip_suffix("/mod").unwrap_or(name)),
    }
}

fn folder_of(module: &str) -> &str {
    module.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The first name after each `super::super::…` or `crate::collector::` of a line, with the folder that it is in.
fn names<'text>(module: &'text str, line: &'text str) -> Vec<(&'text str, &'text str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest
        .find("super::")
        .into_iter()
        .chain(rest.find("crate::collector::"))
        .min()
    {
        rest = &rest[at..];
        let mut folder = "";
        if let Some(after) = rest.strip_prefix("crate::collector::") {
            rest = after;
        } else {
            let mut from = module;
            while let Some(after) = rest.strip_prefix("super::") {
                from = folder_of(from);
                rest = after;
            }
            folder = from;
        }
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        found.push((folder, &rest[..end]));
    }
    found
}

/// What each module uses of the others beside and above it. The root of a folder only names its parts.
fn uses(files: &[File]) -> BTreeMap<&str, Vec<String>> {
    let all: Vec<&str> = files
        .iter()
        .filter_map(|file| module_of(&file.path))
        .collect();
    let mut uses = BTreeMap::new();
    for file in files {
        let Some(module) = module_of(&file.path) else {
            continue;
        };
        let code = code_of(&file.path, &file.text);
        let named = code.iter().flat_map(|(_, line)| names(module, line));
        let mut used: Vec<String> = named
            .map(|(folder, name)| [folder, name].join("/").trim_matches('/').to_owned())
            .filter(|used| used != module && all.contains(&used.as_str()))
            .collect();
        used.sort();
        used.dedup();
        uses.insert(module, used);
    }
    uses
}

/// Modules that lie on a circle: those that are left when all that use nothing more are taken away, again and again,
/// and then those that nothing uses.
fn circle(uses: &BTreeMap<&str, Vec<String>>) -> Vec<String> {
    let mut left: Vec<&str> = uses.keys().copied().collect();
    loop {
        let uses_one =
            |module: &str, of: &[&str]| uses[module].iter().any(|used| of.contains(&used.as_str()));
        let is_used = |module: &str, of: &[&str]| {
            of.iter()
                .any(|other| uses[other].iter().any(|used| used == module))
        };
        let next: Vec<&str> = left
            .iter()
            .copied()
            .filter(|module| uses_one(module, &left) && is_used(module, &left))
            .collect();
        if next.len() == left.len() {
            return next
                .iter()
                .map(|module| format!("{FOLDER}{module}.rs"))
                .collect();
        }
        left = next;
    }
}

#[test]
fn no_circle_is_in_the_collector() {
    let modules = modules();
    let uses = uses(&modules);
    assert!(uses.values().flatten().count() > 50, "the uses are read");
    assert_none(circle(&uses));
}

#[test]
fn a_circle_is_seen() {
    let file = |name: &str, text: &str| File {
        path: format!("{FOLDER}{name}.rs"),
        text: text.to_owned(),
    };
    let files = [
        file("mod", "mod a;"),
        file("a", "use super::b::B;"),
        file("b", "fn f() { super::access::code::make() }"),
        file("access/mod", "mod code;"),
        file("access/code", "use super::super::a::A;"),
        file("c", "use super::a::A;\n#[cfg(test)]\nmod tests {}"),
    ];
    // A folder's root stands for what is inside it only by name.
    let through_root = circle(&uses(&files));
    assert!(through_root.is_empty(), "{through_root:?}");
    let direct = [
        file("a", "use super::b::B;"),
        file("b", "use crate::collector::a::A;"),
        file("c", "use super::a::A;"),
    ];
    assert_eq!(
        circle(&uses(&direct)),
        ["src/collector/a.rs", "src/collector/b.rs"]
    );
}
