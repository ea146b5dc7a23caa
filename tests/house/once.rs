//! What is written down once and used by all.

use super::{assert_none, modules, numbered};

/// Marks of an implementation, each with the one file that may bear it and what the others use.
const ONCE: [(&str, &str, &str); 4] = [
    ("\"~1\"", "src/read/pointer.rs", "Path::then"),
    ("is_ascii_hexdigit", "src/encoding.rs", "encoding::is_uuid"),
    ("0123456789ABC", "src/encoding.rs", "encoding::base32_digit"),
    ("8 | 13 | 18 | 23", "src/encoding.rs", "encoding::is_uuid"),
];

fn second_times(path: &str, text: &str) -> Vec<String> {
    let others = ONCE.iter().filter(|(_, home, _)| *home != path);
    others
        .flat_map(|(mark, home, instead)| {
            let lines = numbered(text).filter(move |(_, line)| line.contains(mark));
            lines
                .map(move |(number, _)| format!("{path}:{number}: {home} does this; use {instead}"))
        })
        .collect()
}

#[test]
fn what_stands_once_stands_once() {
    let modules = modules();
    for (mark, home, _) in ONCE {
        let home = modules.iter().find(|file| file.path == home);
        assert!(home.is_some_and(|file| file.text.contains(mark)), "{mark}");
    }
    let breaches = modules
        .iter()
        .flat_map(|file| second_times(&file.path, &file.text));
    assert_none(breaches.collect());
}

#[test]
fn a_second_time_is_seen() {
    let text = "let is_hex = byte.is_ascii_hexdigit();";
    assert_eq!(second_times("src/a.rs", text).len(), 1);
    assert_eq!(second_times("src/encoding.rs", text).len(), 0);
}
