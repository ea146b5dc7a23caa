//! The page of all codes, `www/codes.md`, which `phieu codes` prints: what each says, how bad it is, and an
//! example that fails and one that passes, taken from the tables of cases and the plans that ship.
//! `PHIEU_BLESS=1 cargo test --test codes` writes it anew.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the cases and writes a file beside them"
)]

use phieu::finding::{Kind, Severity};
use phieu::lint::{LintFinding, lint, lints};
use phieu::message::{lint_example, lint_views};
use phieu::plan::Plan;
use phieu::rules;
use phieu::text::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

const PAGE: &str = include_str!("../www/codes.md");

const HEAD: &str = "\
# All codes

Written by `PHIEU_BLESS=1 cargo test --test codes`; printed by `phieu codes`. A code is stable: it is never given
another meaning. *Error* blocks sending, *warning* needs one line of explanation, *info* never blocks. Where a code
has several severities, the plan or the moment of the check decides.
";

/// What the tables have no case for, with its severity: the JSON itself is at fault, their plan sets no such bound, or
/// has a period that settles it, or the office is to be asked.
const WITHOUT_CASE: &[(&str, &str)] = &[
    ("activity.claimedByOther", "info"),
    ("date.shortYear", "error"),
    ("date.yearMissing", "error"),
    ("explanations.tooMany", "error"),
    ("figures.tooMany", "error"),
    ("money.tooSmall", "error"),
    ("report.malformed", "error"),
    ("submission.amends", "error"),
    ("submission.id", "error"),
];

/// All files of a folder with what they hold, by name.
fn files(folder: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// A case of the tables, and the file in which it stands.
struct Case {
    file: String,
    case: Value,
}

impl Case {
    fn findings(&self) -> &[Value] {
        self.case["findings"].as_array().unwrap()
    }

    /// What was typed there, short enough to be read.
    fn typed(&self, path: &str) -> Option<String> {
        let document = self.case.get("draft").or_else(|| self.case.get("report"))?;
        let typed = (!path.is_empty())
            .then(|| document.pointer(path))
            .flatten()?;
        let text = typed.to_string();
        (text.chars().count() <= 80).then(|| format!("`{text}`, "))
    }

    fn shown(&self, path: &str) -> String {
        let name = self.case["name"].as_str().unwrap();
        format!("{}“{name}”", self.typed(path).unwrap_or_default())
    }

    fn is_like(&self, other: &Self) -> bool {
        self.file == other.file && self.case["plan"] == other.case["plan"]
    }
}

/// The case that shows a code best: with the fewest findings beside it. And one of its kind where
/// something stands at the same place and is right.
fn examples<'c>(cases: &'c [Case], code: &str) -> Option<(&'c Case, &'c str, Option<&'c Case>)> {
    let of_code = |case: &'c Case| case.findings().iter().find(|found| found["code"] == code);
    let failing = cases
        .iter()
        .filter(|case| of_code(case).is_some())
        .min_by_key(|case| case.findings().len())?;
    let path = of_code(failing)?["path"].as_str()?;
    let is_right = |case: &&Case| {
        let mut there = case.findings().iter();
        case.is_like(failing) && !there.any(|found| found["path"] == path)
    };
    let says_something = |case: &&Case| path.is_empty() || case.typed(path).is_some();
    let passing = cases.iter().filter(is_right).find(says_something);
    Some((failing, path, passing))
}

/// The sentences of each code in both languages, as the snapshot of sentences has them.
fn sentences() -> BTreeMap<&'static str, [&'static str; 2]> {
    let lines: Vec<&str> = include_str!("snapshots/messages.txt").lines().collect();
    let said = |line: &'static str| &line["  vi ".len()..];
    let entries = lines.chunks_exact(3);
    entries
        .map(|entry| (entry[0], [said(entry[1]), said(entry[2])]))
        .collect()
}

fn severities<'s>(all: impl Iterator<Item = &'s str>) -> String {
    let all: BTreeSet<&str> = all.collect();
    let all: Vec<&str> = all.into_iter().collect();
    all.join(", ")
}

fn entry(page: &mut String, (code, doc): (&str, &str), severity: &str, said: [&str; 2]) {
    let [vi, en] = said;
    writeln!(page, "\n### `{code}`\n\n{} *{severity}*\n", doc.trim()).unwrap();
    writeln!(page, "- {vi}\n- {en}").unwrap();
}

fn of_reports(page: &mut String) {
    page.push_str("\n## Of drafts and reports\n");
    let mut cases = Vec::new();
    for (file, text) in files("tests/cases").into_iter().chain(files("src/rules")) {
        let list: Vec<Value> = serde_json::from_str(&text).unwrap();
        cases.extend(list.into_iter().map(|case| Case {
            file: file.clone(),
            case,
        }));
    }
    let sentences = sentences();
    let declared = rules::codes().map(|code| (code.code, code.about.words()));
    for (code, doc) in Kind::ALL.iter().copied().chain(declared) {
        let found = cases.iter().flat_map(Case::findings);
        let found = found.filter(|found| found["code"] == code);
        let severity = severities(found.filter_map(|found| found["severity"].as_str()));
        let example = examples(&cases, code);
        let without = WITHOUT_CASE.iter().find(|(there, _)| *there == code);
        assert!(example.is_some() != without.is_some(), "{code}");
        let severity = without.map_or(severity.as_str(), |(_, severity)| severity);
        entry(page, (code, doc), severity, sentences[code]);
        if let Some((failing, path, passing)) = example {
            writeln!(page, "- Fails: {}", failing.shown(path)).unwrap();
            if let Some(passing) = passing {
                writeln!(page, "- Passes: {}", passing.shown(path)).unwrap();
            }
        }
    }
}

fn of_plans(page: &mut String) {
    page.push_str(
        "\n## Of plans: `phieu lint`\n\nAn uncorrected mistake in what applies is an error.\n",
    );
    let read = |(_, text): &(String, String)| Plan::parse(text).unwrap();
    let plans: Vec<Plan> = files("www/plans").iter().map(read).collect();
    let found: Vec<Vec<LintFinding>> = plans.iter().map(lint).collect();
    for known in lints() {
        let of_it = |finding: &&LintFinding| std::ptr::eq(finding.lint(), known);
        let failing = found
            .iter()
            .zip(&plans)
            .find_map(|(all, plan)| all.iter().find(of_it).map(|finding| (finding, plan)));
        let passing = found
            .iter()
            .zip(&plans)
            .find(|(all, _)| !all.iter().any(|one| of_it(&one)));
        let severity = severities(known.severities.iter().map(|severity| match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }));
        // What a shipped plan has is said of it; what none has, as the lint's own example.
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| match failing {
            Some((finding, plan)) => {
                let views = lint_views(std::slice::from_ref(finding), plan, lang);
                format!("{} → {}", views[0].message, views[0].mend)
            }
            None => {
                let (says, mend) = lint_example(known, lang);
                format!("{says} → {mend}")
            }
        });
        entry(page, (known.code, known.about), &severity, [&vi, &en]);
        if let Some((finding, plan)) = failing {
            writeln!(page, "- Fails: `{}` {}", plan.id.as_str(), finding.path).unwrap();
        }
        if let Some((_, plan)) = passing {
            writeln!(page, "- Passes: `{}`", plan.id.as_str()).unwrap();
        }
    }
}

#[test]
fn the_page_of_codes_says_what_the_code_says() {
    let mut page = HEAD.to_owned();
    of_reports(&mut page);
    of_plans(&mut page);
    if std::env::var_os("PHIEU_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/codes.md");
        fs::write(path, &page).unwrap();
        return;
    }
    assert!(
        page == PAGE,
        "www/codes.md is stale: PHIEU_BLESS=1 cargo test --test codes writes it, then look at it"
    );
}
