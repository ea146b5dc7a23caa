//! Characters that steer what stands around them: controls, and those that turn the direction of letters.
//!
//! Why: names and titles of a plan stand on every page, list and printed sheet, where such a character turns a name
//! around or hides a part of it. They come from copying out of other programs.
//! Example: a unit "Đoàn phường\u{202E} 3". A quote may break its lines.

use super::view::View;
use super::{LintFinding, LintKind};
use crate::finding::{Path, Severity};
use crate::text::first_active;
use serde_json::Value;

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    // A plan that was read can be written.
    if let Ok(plan) = serde_json::to_value(view.plan) {
        walk(&plan, &Path::whole(), out);
    }
}

/// A plan's nesting is that of its types.
fn walk(value: &Value, path: &Path, out: &mut Vec<LintFinding>) {
    match value {
        Value::String(text) => {
            if let Some((place, character)) = first_active(text, true) {
                let kind = LintKind::TextActiveCharacter {
                    character: format!("U+{:04X}", u32::from(character)),
                    place,
                };
                out.push(LintFinding::new(Severity::Warning, path.clone(), kind));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &path.clone().at(index), out);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                walk(member, &path.clone().then(name), out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, plan, quoting};
    use serde_json::json;

    #[test]
    fn each_text_of_a_plan() {
        for (text, expected) in [
            ("Đoàn phường 3", false),
            ("Đoàn phường\u{202E} 3", true),
            ("\u{1B}[31mĐoàn", true),
            ("dòng một\ndòng hai", false),
            ("👩\u{200D}🌾", false),
        ] {
            let units = json!({"units": [{"id": "quan", "name": text, "level": "district"}]});
            for plan in [quoting(text), plan(units)] {
                let found = found(&plan, "text.activeCharacter");
                assert_eq!(!found.is_empty(), expected, "{text:?}");
            }
        }
    }
}
