//! Who may use whom. The floors stand in one place, the table of ARCHITECTURE.md.

use super::{File, assert_none, files, modules, numbered};

const HEADING: &str = "## The floors";
const LONGEST_ARCHITECTURE: usize = 120;

fn architecture() -> String {
    let files = files();
    let found = files
        .into_iter()
        .find(|file| file.path == "ARCHITECTURE.md");
    found.expect("the house has an ARCHITECTURE.md").text
}

/// The floors of `src/`, lowest first: the second column of the table under the heading. A module may use what stands
/// on a row before its own, nothing beside it and nothing after it.
fn floors_of(architecture: &str) -> Vec<Vec<&str>> {
    let section = architecture.split(HEADING).nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    section
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').nth(2))
        .map(|cell| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>())
        .filter(|modules| !modules.is_empty())
        .collect()
}

/// "src/text/number.rs" is part of "text", "src/bin/phieu/cli/check.rs" of "cli"; "src/lib.rs" of none, for it only names
/// the others.
fn module_of(path: &str) -> Option<&str> {
    let program = path.strip_prefix("src/bin/phieu/");
    let inside = program.or_else(|| path.strip_prefix("src/"))?;
    let first = inside.split('/').next()?;
    let module = first.strip_suffix(".rs").unwrap_or(first);
    (module != "lib").then_some(module)
}

/// The modules that a line of code names: after `crate::` or, in the native program, `phieu::`.
fn modules_used(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or(line);
    ["crate::", "phieu::"]
        .iter()
        .flat_map(|prefix| code.split(prefix).skip(1))
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group
                .split('}')
                .next()
                .unwrap_or(group)
                .split(',')
                .collect(),
            None => vec![rest],
        })
        .map(|rest| first_word(rest.trim()))
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .collect()
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    &text[..end.unwrap_or(text.len())]
}

fn upward_uses(floors: &[Vec<&str>], path: &str, text: &str) -> Vec<String> {
    let floor_of = |module: &str| floors.iter().position(|floor| floor.contains(&module));
    let Some(module) = module_of(path) else {
        return Vec::new();
    };
    let Some(floor) = floor_of(module) else {
        return vec![format!(
            "{path}: the module `{module}` has no floor; name it in the table of ARCHITECTURE.md"
        )];
    };
    let allowed = |used: &str| used == module || floor_of(used).is_some_and(|below| below < floor);
    numbered(text)
        .flat_map(|(number, line)| {
            modules_used(line)
                .into_iter()
                .map(move |used| (number, used))
        })
        .filter(|(_, used)| !allowed(used))
        .map(|(number, used)| {
            format!(
                "{path}:{number}: `{module}` uses `{used}`, which stands on no floor before its own (ARCHITECTURE.md)"
            )
        })
        .collect()
}

/// Modules that the table names and `src/` has not, and those that it names twice.
fn floors_of_nothing(floors: &[Vec<&str>], modules: &[File]) -> Vec<String> {
    let named: Vec<&str> = floors.iter().flatten().copied().collect();
    let times = |name: &str| named.iter().filter(|other| **other == name).count();
    let exists = |name: &str| {
        modules
            .iter()
            .any(|file| module_of(&file.path) == Some(name))
    };
    named
        .iter()
        .filter(|name| times(name) > 1 || !exists(name))
        .map(|name| format!("ARCHITECTURE.md: `{name}` is no module of src/, or stands twice"))
        .collect()
}

#[test]
fn a_module_uses_only_what_stands_below_it() {
    let architecture = architecture();
    let floors = floors_of(&architecture);
    assert_none(
        modules()
            .iter()
            .flat_map(|file| upward_uses(&floors, &file.path, &file.text))
            .collect(),
    );
}

#[test]
fn every_floor_is_a_module() {
    let architecture = architecture();
    let floors = floors_of(&architecture);
    assert!(
        floors.len() > 10,
        "the table of floors stands under “{HEADING}”"
    );
    assert_none(floors_of_nothing(&floors, &modules()));
}

#[test]
fn the_architecture_is_read_at_once() {
    let lines = architecture().lines().count();
    assert!(
        lines <= LONGEST_ARCHITECTURE,
        "ARCHITECTURE.md has {lines} lines of {LONGEST_ARCHITECTURE}; a reason goes to docs/decisions, one a file, and \
         what operators need to docs/operations.md"
    );
}

const TABLE: &str = "## The floors\n\nUses `what` stands above.\n\n| floor | module | what |\n|---|---|---|\n\
    | low | `calendar` | `Date` |\n| | `plan` | |\n| | `rules` | |\n| | `message` | |\n| | `form` | |\n\
    | faces | `cli` `collector` | |\n| | `main` | |\n\n## Next\n\n| a | `odd` |\n";

#[test]
fn the_table_of_floors_is_read() {
    let floors = floors_of(TABLE);
    assert_eq!(floors.len(), 7);
    assert_eq!(floors[0], ["calendar"]);
    assert_eq!(floors[5], ["cli", "collector"]);
    assert!(floors_of("## Something else").is_empty());
}

#[test]
fn an_upward_or_sideways_use_is_seen() {
    let floors = floors_of(TABLE);
    let cases = [
        ("src/plan/mod.rs", "use crate::calendar::Date;", 0),
        ("src/plan/mod.rs", "use crate::plan::unit::Unit;", 0),
        ("src/plan/mod.rs", "use crate::form::Form;", 1),
        ("src/plan/mod.rs", "    let a = crate::rules::check();", 1),
        (
            "src/plan/mod.rs",
            "use crate::{calendar::Date, rules, form::Form};",
            2,
        ),
        ("src/plan/mod.rs", "// as crate::rules does", 0),
        ("src/form/view.rs", "use crate::message::sentence;", 0),
        ("src/message/mod.rs", "use crate::form::FormView;", 1),
        ("src/form.rs", "use crate::rules::Sheet;", 0),
        ("src/bin/phieu/main.rs", "use phieu::collector::serve;", 0),
        ("src/collector/mod.rs", "use crate::cli::Args;", 1),
        ("src/lib.rs", "pub use crate::form::Form;", 0),
        ("src/odd.rs", "", 1),
    ];
    for (path, text, breaches) in cases {
        assert_eq!(
            upward_uses(&floors, path, text).len(),
            breaches,
            "{path}: {text}"
        );
    }
}

#[test]
fn a_floor_that_is_no_module_is_seen() {
    let modules = ["calendar/mod.rs", "plan/mod.rs", "order.rs"].map(|path| File {
        path: format!("src/{path}"),
        text: String::new(),
    });
    let cases: [(&[&str], usize); 4] = [
        (&["calendar", "plan"], 0),
        (&["order"], 0),
        (&["gone"], 1),
        (&["plan", "plan"], 2),
    ];
    for (names, breaches) in cases {
        let floors: Vec<Vec<&str>> = names.iter().map(|name| vec![*name]).collect();
        assert_eq!(
            floors_of_nothing(&floors, &modules).len(),
            breaches,
            "{names:?}"
        );
    }
}
