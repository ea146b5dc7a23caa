//! What the lint finds in each plan that ships, written down in `snapshots/lint/` for people to judge
//! against the document. `PHIEU_BLESS=1 cargo test --test lint` writes those files anew; look at them.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans and writes files beside it"
)]

use phieu::lint::{lint, lints};
use phieu::message::{LintView, lint_views};
use phieu::plan::Plan;
use phieu::text::Lang;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(root().join(folder)) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

fn plans() -> Vec<Plan> {
    let read = |file: &PathBuf| Plan::parse(&fs::read_to_string(file).unwrap()).unwrap();
    let plans: Vec<Plan> = files("www/plans", "json").iter().map(read).collect();
    assert!(!plans.is_empty(), "plans ship");
    plans
}

/// A finding as the snapshot writes it: in both languages, its statements one a line.
fn written(vi: &LintView, en: &LintView) -> String {
    let mut out = format!("{} {} {}\n", vi.severity_text, vi.code, vi.path);
    for (message, mend) in [(&vi.message, &vi.mend), (&en.message, &en.mend)] {
        writeln!(out, "  {message}\n  → {mend}").unwrap();
    }
    for (stated, en) in vi.statements.iter().zip(&en.statements) {
        let quote = stated.quote.as_deref().unwrap_or("").replace('\n', " ");
        writeln!(out, "  - {} [{}] {quote}", stated.path, stated.section).unwrap();
        if let (Some(vi), Some(en)) = (&stated.reading, &en.reading) {
            writeln!(out, "      = {vi} / {en}").unwrap();
        }
    }
    if let Some(patch) = &vi.patch {
        let value = serde_json::to_string(&patch.value).unwrap();
        writeln!(out, "  {} := {value}", patch.path).unwrap();
    }
    out
}

#[test]
fn every_plan_has_the_findings_that_were_looked_at() {
    let folder = root().join("tests/snapshots/lint");
    let bless = std::env::var_os("PHIEU_BLESS").is_some();
    let mut wrong = Vec::new();
    for plan in plans() {
        let findings = lint(&plan);
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| lint_views(&findings, &plan, lang));
        let all: Vec<String> = vi.iter().zip(&en).map(|(vi, en)| written(vi, en)).collect();
        let text = all.join("\n");
        let file = folder.join(format!("{}.txt", plan.id.as_str()));
        if bless {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, text).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != text {
            wrong.push(file.display().to_string());
        }
    }
    assert!(
        wrong.is_empty(),
        "the findings have changed; PHIEU_BLESS=1 writes them, then look at them: {wrong:?}"
    );
}

#[test]
fn every_snapshot_is_of_a_plan() {
    let known: Vec<String> = plans()
        .iter()
        .map(|plan| plan.id.as_str().to_owned())
        .collect();
    for file in files("tests/snapshots/lint", "txt") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(known.contains(&name), "{name} is no plan");
    }
}

#[test]
fn sentences_have_no_open_gap_and_places_lead_somewhere() {
    for plan in plans() {
        let json = serde_json::to_value(&plan).unwrap();
        let findings = lint(&plan);
        for lang in [Lang::Vi, Lang::En] {
            for view in lint_views(&findings, &plan, lang) {
                for words in [&view.message, &view.mend] {
                    assert!(
                        !words.is_empty() && !words.contains('{'),
                        "{}: {words}",
                        view.code
                    );
                }
                let missing = view.code.starts_with("document.no") || view.code == "duty.none";
                let leads = |path: &str| json.pointer(path).is_some();
                assert!(
                    missing || leads(view.path.as_str()),
                    "{}: {}",
                    view.code,
                    view.path
                );
                for stated in &view.statements {
                    assert!(
                        leads(stated.path.as_str()),
                        "{}: {}",
                        view.code,
                        stated.path
                    );
                }
            }
        }
    }
}

#[test]
fn every_code_has_a_case() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let slices: Vec<String> = files
        .filter(|path| path.is_file())
        .map(|path| {
            // A long table of cases lies beside its lint.
            let beside = fs::read_to_string(path.with_extension("").join("tests.rs"));
            fs::read_to_string(path).unwrap() + &beside.unwrap_or_default()
        })
        .collect();
    for code in lints().map(|known| known.code) {
        let declared = format!("code: \"{code}\"");
        let slice = slices.iter().find(|slice| slice.contains(&declared));
        let (_, cases) = slice
            .and_then(|slice| slice.split_once("#[cfg(test)]"))
            .unwrap();
        assert!(cases.contains(code), "{code} stands in none of its cases");
    }
}
