//! Characters that steer what stands around them: controls, and those that turn the direction of letters.
//!
//! Why: names and titles of a plan stand on every page, list and printed sheet, where such a character turns a name
//! around or hides a part of it. They come from copying out of other programs.
//! Example: a unit "Đoàn phường\u{202E} 3". A quote may break its lines.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::{Both, first_active};
use serde_json::Value;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TEXT_ACTIVE_CHARACTER],
};

static TEXT_ACTIVE_CHARACTER: Lint = Lint {
    code: "text.activeCharacter",
    about: "A text holds a character that steers what stands around it: a control character or one that changes the direction of letters.",
    severities: &[Severity::Warning],
    gaps: &[("place", &["12"]), ("character", &["U+202E"])],
    says: Both {
        vi: "Ký tự thứ {place} ở đây là ký tự điều khiển {character}, làm sai lệch cách hiển thị.",
        en: "Character {place} here is the control character {character}, which changes how the rest is shown.",
    },
    mend: Both {
        vi: "Xóa ký tự này khỏi tệp kế hoạch, hoặc xóa hết đoạn này rồi gõ lại.",
        en: "Delete it from the plan's file, or delete this text and type it again.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
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
                let said = TEXT_ACTIVE_CHARACTER
                    .with("place", place)
                    .with("character", format!("U+{:04X}", u32::from(character)));
                out.push(LintFinding::new(Severity::Warning, path.clone(), said));
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
