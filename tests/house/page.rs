//! Who may use whom in the page. Its floors stand in one place, the second table of ARCHITECTURE.md; they hold for types
//! as for code.

use super::{File, assert_none, files, numbered};
use std::collections::{BTreeMap, BTreeSet};

const HEADING: &str = "## The floors of the page";
const SOURCE: &str = "www/src/";
/// It names the files that the build makes, and no modules.
const NAMES_FILES: &str = "here.js";
/// The element is lent piece by piece, by this file alone; a form that is only tried is the element over another desk.
const LENDS: [&str; 4] = [
    "report/element.js",
    "report/stage.js",
    "phieu.js",
    "plan/tried.js",
];

fn scripts() -> Vec<File> {
    let is_script = |path: &str| path.ends_with(".js") || path.ends_with(".ts");
    files()
        .into_iter()
        .filter(|file| is_script(&file.path))
        .filter_map(|file| {
            let path = file.path.strip_prefix(SOURCE)?.to_owned();
            Some(File { path, ..file })
        })
        .collect()
}

/// The modules in the order of the table: row by row and from left to right.
fn order_of(architecture: &str) -> Vec<&str> {
    let section = architecture.split(HEADING).nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with('|'));
    rows.flat_map(|row| row.split('`').skip(1).step_by(2))
        .collect()
}

/// "store/outbox.js" is part of "store", "clock.js" is "clock".
fn module_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.split('.').next().unwrap_or(first)
}

/// What a line imports, as a path from `www/src/`; of code alone, or of types too.
fn imports<'line>(path: &'line str, line: &'line str) -> impl Iterator<Item = String> + 'line {
    ["from '", "import('", "import '"]
        .into_iter()
        .filter(move |_| path != NAMES_FILES)
        .flat_map(|start| line.split(start).skip(1))
        .filter_map(|rest| rest.split('\'').next())
        .filter(|target| target.starts_with('.'))
        .map(|target| resolved(path, target))
}

fn resolved(path: &str, target: &str) -> String {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." if folders.last().is_some_and(|last| *last != "..") => {
                folders.pop();
            }
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

fn upward_imports(order: &[&str], path: &str, text: &str) -> Vec<String> {
    let place = |module: &str| order.iter().position(|other| *other == module);
    let module = module_of(path);
    let Some(own) = place(module) else {
        return vec![format!(
            "{SOURCE}{path}: `{module}` has no floor; name it in the page's table in ARCHITECTURE.md"
        )];
    };
    let allowed = |used: &str| {
        used == module || used == ".." || place(used).is_some_and(|before| before < own)
    };
    numbered(text)
        .flat_map(|(number, line)| imports(path, line).map(move |used| (number, used)))
        .filter(|(_, used)| !allowed(module_of_import(used)))
        .map(|(number, used)| {
            format!(
                "{SOURCE}{path}:{number}: `{module}` uses `{used}`, which does not stand before it (ARCHITECTURE.md)"
            )
        })
        .collect()
}

/// What lies outside of `www/src` is the bindings'.
fn module_of_import(used: &str) -> &str {
    if used.starts_with("..") {
        ".."
    } else {
        module_of(used)
    }
}

/// Scripts that need each other before they run.
fn circles(scripts: &[File]) -> Vec<String> {
    let is_code =
        |line: &str| line.starts_with(|letter: char| letter.is_alphabetic() || letter == '}');
    let needed: BTreeMap<&str, BTreeSet<String>> = scripts
        .iter()
        .map(|file| {
            let lines = file.text.lines().filter(|line| is_code(line));
            let used = lines.flat_map(|line| imports(&file.path, line));
            (file.path.as_str(), used.collect())
        })
        .collect();
    let reached = |from: &str| {
        let mut found: Vec<&str> = needed[from].iter().map(String::as_str).collect();
        let mut next = 0;
        while let Some(path) = found.get(next).copied() {
            next += 1;
            let used = needed.get(path).into_iter().flatten();
            let more: Vec<&str> = used
                .map(String::as_str)
                .filter(|used| !found.contains(used))
                .collect();
            found.extend(more);
        }
        found.contains(&from)
    };
    let round = needed.keys().filter(|path| reached(path));
    round
        .map(|path| format!("{SOURCE}{path}: comes back to itself through what it imports"))
        .collect()
}

fn names_the_element(path: &str, text: &str) -> Vec<String> {
    if LENDS.contains(&path) {
        return Vec::new();
    }
    numbered(text)
        .filter(|(_, line)| line.contains("PhieuReport"))
        .map(|(number, _)| {
            format!("{SOURCE}{path}:{number}: takes the whole form; name what it needs of it in a type of its own")
        })
        .collect()
}

fn architecture() -> String {
    let mut files = files().into_iter();
    let found = files.find(|file| file.path == "ARCHITECTURE.md");
    found.expect("the house has an ARCHITECTURE.md").text
}

#[test]
fn a_module_of_the_page_uses_only_what_stands_before_it() {
    let architecture = architecture();
    let order = order_of(&architecture);
    let scripts = scripts();
    let upward = |file: &File| upward_imports(&order, &file.path, &file.text);
    assert_none(scripts.iter().flat_map(upward).collect());
    let is_there = |name: &str| scripts.iter().any(|file| module_of(&file.path) == name);
    let gone = order
        .iter()
        .filter(|name| !is_there(name) && **name != "style");
    assert_none(
        gone.map(|name| format!("ARCHITECTURE.md: `{name}` is no module of {SOURCE}"))
            .collect(),
    );
}

#[test]
fn no_script_needs_itself() {
    assert_none(circles(&scripts()));
}

#[test]
fn no_part_is_handed_the_whole_form() {
    let named = |file: &File| names_the_element(&file.path, &file.text);
    assert_none(scripts().iter().flat_map(named).collect());
}

#[test]
fn an_upward_or_sideways_import_is_seen() {
    let table = format!(
        "{HEADING}\n\n| a | `clock` `json` |\n| b | `store` `part` |\n\n## Next\n\n`odd`\n"
    );
    let order = order_of(&table);
    assert_eq!(order, ["clock", "json", "store", "part"]);
    let cases = [
        ("store/outbox.js", "import { a } from '../json.js'", 0),
        ("store/outbox.js", "import { a } from './letters.js'", 0),
        ("store/outbox.js", "import { a } from '../part.js'", 1),
        (
            "store/outbox.js",
            "/** @type {import('../part.js').Part} */",
            1,
        ),
        ("clock.js", "import { a } from './json.js'", 1),
        ("store/deep/a.js", "} from '../../json.js'", 0),
        ("part.js", "import { html } from 'lit'", 0),
        ("part.js", "import init from '../pkg/phieu.js'", 0),
        ("store.js", "import { a } from './new.js'", 1),
        ("new.js", "", 1),
        ("here.js", "", 1),
        ("here.js", "const a = () => import('./store.js')", 1),
    ];
    for (path, text, breaches) in cases {
        assert_eq!(
            upward_imports(&order, path, text).len(),
            breaches,
            "{path}: {text}"
        );
    }
}

#[test]
fn a_circle_is_seen() {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let straight = [
        file("a.js", "import { b } from './b.js'"),
        file("b.js", " * @type {import('./a.js').A}"),
    ];
    assert!(circles(&straight).is_empty());
    let round = [
        file("a.js", "import { b } from './b.js'"),
        file("b.js", "export { c } from './c.js'"),
        file("c.js", "import {\n  a,\n} from './a.js'"),
    ];
    assert_eq!(circles(&round).len(), 3);
    assert_eq!(
        names_the_element("store/a.js", "import('./x.js').PhieuReport").len(),
        1
    );
}
