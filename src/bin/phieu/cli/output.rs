//! Writing to the standard output.

use super::{Failure, Verdict};
use phieu::text;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{ErrorKind, Write};

/// A text as a terminal may be shown it: what would move its cursor, colour it or turn its letters around stands
/// written out, as `\u{1b}`. Names and titles come from files and from the network.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_written_out) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if is_written_out(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Whether a character is to be written out; lines and tabs stand as they are.
fn is_written_out(letter: char) -> bool {
    text::is_active(letter) && !matches!(letter, '\n' | '\t')
}

/// JSON in which the same characters stand as escapes, which mean the same to whoever reads it.
#[must_use]
pub fn printable_json(json: &str) -> Cow<'_, str> {
    if !json.contains(is_written_out) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 8);
    for letter in json.chars() {
        if is_written_out(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                shown.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Writes a text and ends its last line. A reader that has seen enough (`| head`) is no failure.
///
/// # Errors
/// The standard output cannot be written to.
pub fn write(text: &str) -> Result<Verdict, Failure> {
    put(&printable(text))
}

/// Writes a file as it is, for a program or a disk: no line is ended and nothing written out.
///
/// # Errors
/// The standard output cannot be written to.
pub fn file(bytes: &[u8]) -> Result<Verdict, Failure> {
    let mut out = std::io::stdout().lock();
    written(out.write_all(bytes).and_then(|()| out.flush()))
}

/// Writes a line for whoever watches. Nobody has to: a collector does not end because its first words are not read.
#[cfg(feature = "collector")]
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", printable(line)).and_then(|()| out.flush());
}

fn put(text: &str) -> Result<Verdict, Failure> {
    let mut out = std::io::stdout().lock();
    let end = if text.ends_with('\n') || text.is_empty() {
        ""
    } else {
        "\n"
    };
    written(write!(out, "{text}{end}").and_then(|()| out.flush()))
}

fn written(done: std::io::Result<()>) -> Result<Verdict, Failure> {
    match done {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::unwritten("-", &error)),
        _ => Ok(Verdict::Right),
    }
}

/// Writes a value as indented JSON.
///
/// # Errors
/// The standard output cannot be written to.
pub fn json(value: &impl Serialize) -> Result<Verdict, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|_| no_json())?;
    json_text(&text)
}

/// A value that JSON cannot hold; none of ours is.
#[must_use]
pub fn no_json() -> Failure {
    Failure::new(
        "Không viết được thành JSON.",
        "It cannot be written as JSON.",
    )
}

/// Writes a file of that name, or to the standard output where that is `-`.
///
/// # Errors
/// It cannot be written.
pub fn file_at(path: &str, bytes: &[u8]) -> Result<Verdict, Failure> {
    if path == "-" {
        return file(bytes);
    }
    std::fs::write(path, bytes).map_err(|error| Failure::unwritten(path, &error))?;
    Ok(Verdict::Right)
}

/// Writes JSON that is text already.
///
/// # Errors
/// The standard output cannot be written to.
pub fn json_text(text: &str) -> Result<Verdict, Failure> {
    put(&printable_json(text))
}

/// Lines in columns as wide as their widest cell, the last one left ragged.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}", width = *width))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{printable, printable_json};

    #[test]
    fn what_would_act_on_a_terminal_stands_written_out() {
        for (text, shown) in [
            (
                "Đoàn phường Tây Thạnh\n\tdòng hai",
                "Đoàn phường Tây Thạnh\n\tdòng hai",
            ),
            ("\u{1b}[31mđỏ", "\\u{1b}[31mđỏ"),
            ("a\u{9b}b\r", "a\\u{9b}b\\u{d}"),
            ("100\u{202e}001", "100\\u{202e}001"),
            ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
        ] {
            assert_eq!(printable(text), shown);
        }
    }

    #[test]
    fn json_means_the_same_with_escapes() {
        let value = serde_json::json!({ "name": "a\u{202e}b\u{9b}\u{7f}\n" });
        let text = value.to_string();
        let shown = printable_json(&text);
        assert_eq!(shown, r#"{"name":"a\u202eb\u009b\u007f\n"}"#);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).unwrap(),
            value
        );
    }
}
