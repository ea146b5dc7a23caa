//! Names as JSON writes them (camelCase), found from the names that Rust gives.

/// Whether `key` is the JSON name of what Rust calls `name`: camelCase for snake_case and CamelCase.
pub(super) fn is_camel(key: &str, name: &str) -> bool {
    let mut key = key.bytes();
    let mut upper = false;
    for (index, byte) in name.bytes().enumerate() {
        if byte == b'_' {
            upper = true;
            continue;
        }
        let wanted = if upper {
            byte.to_ascii_uppercase()
        } else if index == 0 {
            byte.to_ascii_lowercase()
        } else {
            byte
        };
        upper = false;
        if key.next() != Some(wanted) {
            return false;
        }
    }
    key.next().is_none()
}

/// The JSON name of what Rust calls `name`.
pub(super) fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for c in name.chars() {
        match c {
            '_' => {}
            _ if upper => out.push(c.to_ascii_uppercase()),
            _ if out.is_empty() => out.push(c.to_ascii_lowercase()),
            _ => out.push(c),
        }
        upper = c == '_';
    }
    out
}

/// The JSON names, for an error that says what can stand there.
pub(super) fn listed(names: &[&str], more: &[&str]) -> String {
    let mut out = String::new();
    for name in names.iter().chain(more) {
        out.push_str(if out.is_empty() { "`" } else { ", `" });
        out.push_str(&camel(name));
        out.push('`');
    }
    out
}
