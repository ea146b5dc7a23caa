//! Characters that steer what stands around them: controls, and those that turn the direction of letters.
//!
//! Why: names and titles of a plan stand on every page, list and printed sheet, where such a character turns a name
//! around or hides a part of it. They come from copying out of other programs.
//! Example: a unit "Đoàn phường\u{202E} 3". A quote may break its lines, a name may not.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::{Both, first_active};
use serde_json::Value;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TEXT_ACTIVE_CHARACTER, &TEXT_BROKEN_NAME],
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

static TEXT_BROKEN_NAME: Lint = Lint {
    code: "text.brokenName",
    about: "A name holds a line break or a tab.",
    severities: &[Severity::Warning],
    gaps: &[("place", &["9"])],
    says: Both {
        vi: "Tên này có dấu xuống dòng hoặc dấu tab ở ký tự thứ {place}; tên chỉ nằm trên một dòng.",
        en: "Character {place} of this name is a line break or a tab; a name stands in one line.",
    },
    mend: Both {
        vi: "Thay dấu đó bằng một dấu cách.",
        en: "Put a space in its place.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    // A plan that was read can be written.
    if let Ok(plan) = serde_json::to_value(view.plan) {
        walk(&plan, &Path::whole(), true, out);
    }
}

/// The members that hold what something is called: they stand in one line wherever they are shown.
const NAMES: &[&str] = &[
    "name", "title", "label", "event", "noun", "unit", "part", "whole", "row", "aliases", "issuer",
    "office", "place",
];

/// Whether a character parts the words around it, so that they would be joined without it.
const fn parts_words(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A plan's nesting is that of its types. Where a text may have `lines` it may break them.
fn walk(value: &Value, path: &Path, lines: bool, out: &mut Vec<LintFinding>) {
    match value {
        Value::String(text) => {
            if let Some((place, character)) = first_active(text, lines) {
                let said = if !lines && parts_words(character) {
                    TEXT_BROKEN_NAME.with("place", place)
                } else {
                    TEXT_ACTIVE_CHARACTER
                        .with("place", place)
                        .with("character", format!("U+{:04X}", u32::from(character)))
                };
                out.push(LintFinding::new(Severity::Warning, path.clone(), said));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &path.clone().at(index), lines, out);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let lines = !NAMES.contains(&name.as_str());
                walk(member, &path.clone().then(name), lines, out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{duty, found, plan, quoting};
    use serde_json::json;

    #[test]
    fn a_name_stands_in_one_line() {
        for text in ["Đại hội\nchi đoàn", "Đại hội\tchi đoàn", "Đại hội chi đoàn"]
        {
            let mut one = duty(json!({"onDemand": {"event": text}}));
            one["schedules"][0]["source"]["quote"] = json!("dòng một\ndòng hai");
            let units = json!([{"id": "quan", "name": text, "level": "district"}]);
            let plan = plan(json!({"duties": [one], "units": units}));
            assert!(found(&plan, "text.activeCharacter").is_empty(), "{text:?}");
            let found = found(&plan, "text.brokenName");
            let places: Vec<String> = found.iter().map(|one| one.path.to_string()).collect();
            let expected = [
                "/duties/0/schedules/0/schedule/onDemand/event",
                "/units/0/name",
            ];
            let expected = if text.contains("i chi") {
                &[]
            } else {
                &expected[..]
            };
            assert_eq!(places, expected, "{text:?}");
        }
    }

    #[test]
    fn every_member_in_one_line() {
        let name = "một\nhai";
        let measure = json!({"share": {"part": name, "whole": name, "noun": "người"}});
        let quantity = json!({"quantity": {"unit": name, "decimals": 1}});
        let plan = plan(json!({
            "units": [{"id": "quan", "name": "Quận Đoàn", "level": "district", "aliases": [name]}],
            "indicators": [
                {"id": "trees", "label": "Số cây", "measure": {"count": {"noun": "cây"}}},
                {"id": "share", "label": "Tỷ lệ", "measure": measure},
                {"id": "km", "label": "Đường", "measure": quantity}],
            "activities": [{"id": "a", "title": "Hội trại", "place": name, "when": [],
                "source": {"section": "IV"}}],
        }));
        let found = found(&plan, "text.brokenName");
        let places: Vec<String> = found.iter().map(|one| one.path.to_string()).collect();
        let expected = [
            "/activities/0/place",
            "/indicators/1/measure/share/part",
            "/indicators/1/measure/share/whole",
            "/indicators/2/measure/quantity/unit",
            "/units/0/aliases/0",
        ];
        assert_eq!(places, expected);
    }

    #[test]
    fn each_text_of_a_plan() {
        for (text, expected) in [
            ("Đoàn phường 3", false),
            ("Đoàn phường\u{202E} 3", true),
            ("\u{1B}[31mĐoàn", true),
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
