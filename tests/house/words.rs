//! The table of the project's words, `docs/words.md`, names what there is.

use super::{File, assert_none, files};

const TABLE: &str = "docs/words.md";
const GONE: &str = "## Gone";

/// What stands in which column.
const COLUMNS: [&str; 7] = [
    "Vietnamese",
    "English",
    "Rust",
    "JSON",
    "SQL",
    "page",
    "also, to go",
];

/// The files in which names of each kind are looked for.
struct House<'files> {
    files: &'files [File],
}

impl<'files> House<'files> {
    fn texts(&self, start: &str, end: &str) -> impl Iterator<Item = &'files File> {
        let (start, end) = (start.to_owned(), end.to_owned());
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(&start) && file.path.ends_with(&end))
    }

    /// A type, macro or function of a module: `plan::Plan`, `schedule::key`; or a name anywhere in the core.
    fn has_rust(&self, name: &str) -> bool {
        let Some((module, item)) = name.split_once("::") else {
            return self
                .texts("src/", ".rs")
                .any(|file| has_word(&file.text, name));
        };
        let kinds = ["struct", "enum", "type", "trait", "fn"];
        self.texts(&format!("src/{module}"), ".rs").any(|file| {
            let defined = kinds.map(|kind| format!("{kind} {item}"));
            defined.iter().any(|text| has_word(&file.text, text))
        })
    }

    /// A type or member of the contract.
    fn has_json(&self, name: &str) -> bool {
        self.texts("www/src/contract.ts", "").any(|file| {
            let is_type = name.starts_with(|letter: char| letter.is_uppercase());
            let defined = if is_type {
                [format!("interface {name}"), format!("type {name}")]
            } else {
                [format!("{name}:"), format!("{name}?:")]
            };
            defined.iter().any(|text| has_word(&file.text, text))
                || (!is_type && has_word(&file.text, &format!("\"{name}\"")))
        })
    }

    /// A table, or a table's column.
    fn has_sql(&self, name: &str) -> bool {
        let (table, column) = name.split_once('.').unwrap_or((name, ""));
        let made = format!("create table {table} (");
        let added = format!("alter table {table} add column {column}");
        self.texts("src/collector/migrations/sqlite/", ".sql")
            .any(|file| {
                let body = file.text.split(&made).nth(1);
                let body = body.and_then(|rest| rest.split(';').next());
                body.is_some_and(|body| has_word(body, column))
                    || (!column.is_empty() && has_word(&file.text, &added))
            })
    }

    /// A file, an element or a name of the page.
    fn has_page(&self, name: &str) -> bool {
        if name.ends_with(".js") {
            return self
                .files
                .iter()
                .any(|file| file.path == format!("www/src/{name}"));
        }
        self.texts("www/src/", ".js")
            .any(|file| has_word(&file.text, name))
    }

    fn has(&self, column: &str, name: &str) -> bool {
        match column {
            "Rust" => self.has_rust(name),
            "JSON" => self.has_json(name),
            "SQL" => self.has_sql(name),
            "page" => self.has_page(name),
            _ => self.has_rust(name) || self.has_json(name) || self.has_page(name),
        }
    }
}

/// Whether a text holds a name as a whole word.
fn has_word(text: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let ends_open = !name.ends_with(is_part);
        !before.is_some_and(is_part) && (ends_open || !after.is_some_and(is_part))
    })
}

/// The names in a cell.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// The cells of a row.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let inside = line.strip_prefix('|').unwrap_or(line);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.split('|').map(str::trim).collect()
}

fn is_row(line: &str) -> bool {
    line.starts_with("| ")
}

/// Names that the tables give and the house does not have, and ideas without a name in one of the two languages.
fn names_of_nothing(table: &str, house: &House<'_>) -> Vec<String> {
    let mut breaches = Vec::new();
    let table = table.split(GONE).next().unwrap_or(table);
    for line in table.lines().filter(|line| is_row(line)) {
        let cells = cells(line);
        if cells == COLUMNS {
            continue;
        }
        if cells.len() != COLUMNS.len() || cells[0].is_empty() || cells[1].is_empty() {
            breaches.push(format!("{TABLE}: a row needs {COLUMNS:?}: {line}"));
            continue;
        }
        for (column, cell) in COLUMNS.iter().zip(cells).skip(2) {
            let gone = names(cell).filter(|name| !house.has(column, name));
            breaches.extend(gone.map(|name| match *column {
                "also, to go" => format!("{TABLE}: `{name}` has gone; move it under “Gone”"),
                _ => format!("{TABLE}: `{name}` ({column}) stands nowhere; name what there is"),
            }));
        }
    }
    breaches
}

/// Names that have gone and stand in the code again.
fn names_come_back(table: &str, house: &House<'_>) -> Vec<String> {
    let section = table.split(GONE).nth(1).unwrap_or_default();
    let rows = section.lines().filter(|line| is_row(line)).map(cells);
    let mut breaches = Vec::new();
    for row in rows.filter(|row| row.len() == 2 && row[0] != "gone") {
        for name in names(row[0]) {
            let code = house
                .texts("src/", ".rs")
                .chain(house.texts("www/src/", ".js"));
            for file in code.filter(|file| has_word(&file.text, name)) {
                let (path, say) = (&file.path, row[1]);
                breaches.push(format!("{path}: `{name}` has gone; say {say}"));
            }
        }
    }
    breaches
}

#[test]
fn every_word_of_the_table_names_something_and_none_comes_back() {
    let files = files();
    let house = House { files: &files };
    let table = files.iter().find(|file| file.path == TABLE);
    let table = &table.expect("the house has a table of words").text;
    let rows = table.lines().filter(|line| is_row(line)).count();
    assert!(rows > 30, "{rows} rows");
    let mut breaches = names_of_nothing(table, &house);
    breaches.extend(names_come_back(table, &house));
    assert_none(breaches);
}

#[test]
fn a_word_that_names_nothing_is_seen() {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let files = [
        file("src/plan/mod.rs", "pub struct Plan {}\npub fn key() {}"),
        file(
            "www/src/contract.ts",
            "export interface Plan {\n  planVersion: number;\n}",
        ),
        file(
            "src/collector/migrations/sqlite/1.sql",
            "create table plan (\n  version integer\n);\nalter table plan add column sent_by text;",
        ),
        file("www/src/store/plan.js", "define('phieu-plan')"),
    ];
    let house = House { files: &files };
    let cases = [
        (
            "`plan::Plan` `plan::key`|`Plan` `planVersion`|`plan` `plan.version` `plan.sent_by`|`store/plan.js` `phieu-plan`|",
            0,
        ),
        (
            "`plan::Planned`|`Pla`|`pla` `plan.ver`|`store/no.js` `phieu-pla`|`Odd`",
            7,
        ),
        ("`report::Plan`|—|—|—|", 1),
        ("—|—|—|—|`plan::Plan`", 0),
    ];
    for (cells, breaches) in cases {
        let row = format!("| kế hoạch | plan |{cells}|");
        assert_eq!(names_of_nothing(&row, &house).len(), breaches, "{row}");
    }
    assert_eq!(
        names_of_nothing("| kế hoạch | | — | — | — | — | |", &house).len(),
        1
    );
    let gone = |name: &str| format!("{GONE}\n\n| gone | say |\n|---|---|\n| `{name}` | plan |\n");
    assert_eq!(names_come_back(&gone("Plan"), &house).len(), 1);
    assert!(names_come_back(&gone("Scheme"), &house).is_empty());
}
