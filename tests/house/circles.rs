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

/// The paths that a text names from a module beside or above it, each with the folder in which its first name is. The
/// braces of a `use` are opened.
fn named(module: &str, text: &str) -> Vec<(String, Vec<String>)> {
    let starts = ["super::", "crate::collector::"];
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = starts.iter().filter_map(|start| rest.find(start)).min() {
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
        let mut paths = Vec::new();
        rest = opened(rest, &mut Vec::new(), &mut paths);
        found.extend(paths.into_iter().map(|path| (folder.to_owned(), path)));
    }
    found
}

/// Reads one path, or as many as its braces hold, and returns what comes after.
fn opened<'text>(
    text: &'text str,
    before: &mut Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> &'text str {
    let depth = before.len();
    let mut rest = text.trim_start();
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner.trim_start();
            while !rest.is_empty() && !rest.starts_with('}') {
                rest = opened(rest, before, paths);
                // What an item is called here does not matter.
                let next = rest.find([',', '}']).unwrap_or(rest.len());
                rest = rest[next..].trim_start_matches(',').trim_start();
            }
            rest = rest.strip_prefix('}').unwrap_or(rest);
            break;
        }
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '*';
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        before.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => {
                paths.push(before.clone());
                break;
            }
        }
    }
    before.truncate(depth);
    rest
}

/// The code of each module, as one text, without its own tests.
fn code(file: &File) -> String {
    let lines = code_of(&file.path, &file.text);
    lines.iter().map(|(_, line)| format!("{line}\n")).collect()
}

/// What the root of a folder hands on of its parts: the name under which it does, and the part.
fn handed_on(module: &str, text: &str) -> BTreeMap<String, String> {
    let mut handed = BTreeMap::new();
    for start in ["pub use ", "pub(super) use "] {
        for piece in text.split(start).skip(1) {
            let mut paths = Vec::new();
            opened(piece, &mut Vec::new(), &mut paths);
            for path in paths {
                let (Some(name), [part, _, ..]) = (path.last(), path.as_slice()) else {
                    continue;
                };
                handed.insert(name.clone(), inside(module, part));
            }
        }
    }
    handed
}

fn inside(folder: &str, name: &str) -> String {
    [folder, name].join("/").trim_matches('/').to_owned()
}

/// What each module uses of the others. Who takes from a folder's root what that hands on of a part uses the part.
/// A root has nothing of its own, so nothing leads through it unseen.
fn uses(files: &[File]) -> BTreeMap<&str, Vec<String>> {
    let texts: BTreeMap<&str, String> = files
        .iter()
        .filter_map(|file| Some((module_of(&file.path)?, code(file))))
        .collect();
    let handed: BTreeMap<&str, BTreeMap<String, String>> = texts
        .iter()
        .map(|(module, text)| (*module, handed_on(module, text)))
        .collect();
    let leads_to = |folder: &str, path: &[String]| {
        let mut at = folder.to_owned();
        for name in path {
            let part = inside(&at, name);
            if texts.contains_key(part.as_str()) {
                at = part;
            } else if let Some(part) = handed.get(at.as_str()).and_then(|handed| handed.get(name)) {
                at.clone_from(part);
                break;
            } else {
                break;
            }
        }
        at
    };
    let mut uses = BTreeMap::new();
    for (module, text) in &texts {
        let found = named(module, text);
        let mut used: Vec<String> = found
            .iter()
            .map(|(folder, path)| leads_to(folder, path))
            .filter(|used| used != module && texts.contains_key(used.as_str()))
            .collect();
        used.sort();
        used.dedup();
        uses.insert(*module, used);
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

/// The lines with which the root of a folder does more than name its parts and hand on what they hold.
fn own(file: &File) -> Vec<String> {
    let text = code(file);
    text.split_inclusive(';')
        .map(|item| {
            let lines = item.lines().map(str::trim);
            lines
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|item| {
            let names = ["mod ", "pub mod ", "pub use ", "pub(super) use "];
            !item.is_empty() && !names.iter().any(|name| item.starts_with(name))
        })
        .map(|item| format!("{}: {item}", file.path))
        .collect()
}

#[test]
fn the_root_of_a_folder_has_nothing_of_its_own() {
    let modules = modules();
    let roots = modules
        .iter()
        .filter(|file| module_of(&file.path).is_some() && file.path.ends_with("/mod.rs"));
    assert_none(roots.flat_map(own).collect());
    let root = File {
        path: format!("{FOLDER}access/mod.rs"),
        text: "//! Who.\n\nmod code;\n\npub use code::{\n    Code,\n};\n".to_owned(),
    };
    assert!(own(&root).is_empty(), "{:?}", own(&root));
    let text = format!("{}\npub struct Access;", root.text);
    assert_eq!(own(&File { text, ..root }).len(), 1);
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
    assert_eq!(
        circle(&uses(&files)),
        [
            "src/collector/a.rs",
            "src/collector/access/code.rs",
            "src/collector/b.rs"
        ]
    );
    let through_root = [
        file(
            "access/mod",
            "mod code;\nmod other;\npub use code::{Code,\n    Key};",
        ),
        file(
            "access/code",
            "use super::super::{\n    c::C,\n    state::State,\n};",
        ),
        file("access/other", "use super::Code;"),
        file("state", "use super::access::{Key as Other};"),
        file("c", "fn f() {}"),
    ];
    assert_eq!(
        circle(&uses(&through_root)),
        ["src/collector/access/code.rs", "src/collector/state.rs"]
    );
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
