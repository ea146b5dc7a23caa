//! All that the screens say in Vietnamese, in one file, `tests/snapshots/said.txt`, for a secretary to read through: the
//! page's files of words and what stands in the core. `PHIEU_BLESS=1 cargo test --test house said` writes it anew.

use super::sentences::{Piece, holds_words, pieces};
use super::{File, code_of, files, modules};
use std::fs;
use std::path::Path;

const SNAPSHOT: &str = "tests/snapshots/said.txt";

/// What the core does not say but reads: words of documents, of typed text, of invented reports.
const READ: [&str; 7] = [
    "src/claims/",
    "src/reading/",
    "src/schema/",
    "src/lint/words/",
    "src/lint/names/",
    "src/sample/",
    "src/text/",
];

/// What of it is said all the same.
const SAID: [&str; 2] = ["src/text/duration.rs", "src/text/weekday.rs"];

/// What stands before a text that is Vietnamese whatever its letters are.
const BEFORE: [&str; 4] = ["either(", "either(lang,", "either(self.lang,", "vi:"];

/// Whether a text has a letter that Vietnamese alone has.
fn is_vietnamese(text: &str) -> bool {
    let has = |sign| "ăâđêôơư".contains(sign) || ('\u{1ea0}'..='\u{1ef9}').contains(&sign);
    text.to_lowercase()
        .chars()
        .any(|sign| has(sign) || "áàãảéèíìĩóòõúùũý".contains(sign))
}

/// The texts of a module of Rust, each with what stands before it.
fn texts(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut before, mut signs) = (String::new(), code.chars().peekable());
    while let Some(sign) = signs.next() {
        // A character in quotes is no text, and neither is what a lifetime begins.
        if sign == '\'' {
            let first = signs.next();
            let is_escaped = first == Some('\\');
            if is_escaped {
                signs.next();
            }
            if signs.peek() == Some(&'\'') || is_escaped {
                let _ = signs.by_ref().find(|sign| *sign == '\'');
            }
            continue;
        }
        if sign == '/' && signs.peek() == Some(&'/') {
            let _ = signs.by_ref().find(|sign| *sign == '\n');
            continue;
        }
        if sign != '"' {
            if !sign.is_whitespace() {
                before.push(sign);
            }
            continue;
        }
        let mut text = String::new();
        while let Some(sign) = signs.next().filter(|sign| *sign != '"') {
            if sign != '\\' {
                text.push(sign);
                continue;
            }
            match signs.next() {
                Some('n') => text.push_str(" / "),
                Some('\n') => while signs.next_if(|sign| sign.is_whitespace()).is_some() {},
                Some(other) => text.push(other),
                None => {}
            }
        }
        found.push((std::mem::take(&mut before), text));
    }
    found
}

fn of_core(file: &File) -> Vec<String> {
    let code = code_of(&file.path, &file.text).len();
    let lines: Vec<&str> = file.text.lines().take(code).collect();
    texts(&lines.join("\n"))
        .into_iter()
        .filter(|(before, text)| {
            let is_first = BEFORE.iter().any(|words| before.ends_with(words));
            !text.trim().is_empty() && (is_first || is_vietnamese(text))
        })
        .map(|(_, text)| text)
        .collect()
}

/// The texts of a file of words in Vietnamese: all of `vi.js`, and what begins with `const vi` of one with both languages.
fn of_page(file: &File) -> Vec<String> {
    let is_vi = file.path.ends_with("/vi.js");
    let mut is_within = is_vi;
    let mut lines = String::new();
    for line in file.text.lines() {
        if line.starts_with("const ") && line.ends_with('{') {
            is_within = line.to_lowercase().contains("vi = ");
        }
        lines.push_str(if is_vi || is_within { line } else { "" });
        lines.push('\n');
    }
    let mut said: Vec<String> = Vec::new();
    for piece in pieces(&lines) {
        match piece {
            Piece::Plain(_, text) => said.push(text),
            Piece::Text(_, text, [true, _]) => match said.last_mut() {
                Some(last) => last.push_str(&["…", &text].concat()),
                None => said.push(text),
            },
            Piece::Text(_, text, _) => said.push(text),
        }
    }
    said.retain(|text| !text.starts_with('.') && text != "vi" && !text.trim().is_empty());
    said
}

/// All of it, file by file.
fn all() -> String {
    let mut all = files();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    let words = all.into_iter().filter(|file| {
        file.path.starts_with("www/src/")
            && holds_words(&file.path)
            && !file.path.ends_with("en.js")
    });
    let is_said = |file: &File| {
        !READ.iter().any(|start| file.path.starts_with(start))
            || SAID.iter().any(|path| file.path == *path)
    };
    let mut core = modules();
    core.sort_by(|one, other| one.path.cmp(&other.path));
    let core = core.into_iter().filter(is_said);
    let page = words.map(|file| (of_page(&file), file.path));
    let core = core.map(|file| (of_core(&file), file.path));
    let mut out = String::new();
    for (said, path) in page.chain(core).filter(|(said, _)| !said.is_empty()) {
        out.push_str(&[&*path, "\n"].concat());
        for text in said {
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            out.push_str(&["  ", &line, "\n"].concat());
        }
    }
    out
}

#[test]
fn all_that_is_said_stands_in_one_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SNAPSHOT);
    let said = all();
    if std::env::var_os("PHIEU_BLESS").is_some() {
        fs::write(&path, &said).unwrap();
        return;
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let stale = said.lines().find(|line| !known.contains(*line));
    assert!(
        said == known,
        "what is said has changed, for instance {stale:?}: read it aloud, then PHIEU_BLESS=1 cargo test --test house said"
    );
}

/// A sentence that sends somebody to a part of a screen names it as the screen does.
#[test]
fn what_a_sentence_names_is_there() {
    let all = all();
    let named = |line: &str| {
        let places = line.split("mục “").skip(1);
        let names = places.filter_map(|rest| rest.split_once('”'));
        names.map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    let names: Vec<String> = all.lines().flat_map(named).collect();
    assert!(!names.is_empty());
    for name in names {
        let is_there = all.lines().any(|line| line.trim() == name);
        assert!(is_there, "no screen has “{name}”");
    }
}

#[test]
fn what_is_said_is_told_from_what_is_not() {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let core = file(
        "src/a.rs",
        "fn f<'a>(s: &'a str, c: char) { c == '\"'; either(lang, \"Xem\", \"See\"); g(\"Mục \\\n   này\", \"key\") } // \"chú thích\"",
    );
    assert_eq!(of_core(&core), ["Xem", "Mục này"]);
    let page = file(
        "www/src/words.js",
        "import { a } from './b.js'\nconst vi = {\n  a: 'Xem',\n  b: (n) => `Còn ${n} ô`,\n}\nconst en = {\n  a: 'See',\n}\n",
    );
    assert_eq!(of_page(&page), ["Xem", "Còn … ô"]);
}
