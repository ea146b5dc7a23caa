//! A target that is stated in several places.
//!
//! Why: one place is changed in the next draft and the other forgotten. Where the values differ already
//! nobody knows which holds.
//! Example: "100% cơ sở Đoàn tổ chức Ngày Đoàn viên" under III.1(9) and again under IV.4.2.

use super::view::{View, Words, stated};
use super::words::{Phrase, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::Target;
use crate::text::{Both, plain};

/// From how many shared words in a hundred two statements are one.
const ALIKE: usize = 80;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_REPEATED, &TARGET_CONTRADICTS],
};

static TARGET_REPEATED: Lint = Lint {
    code: "target.repeated",
    about: "A target is stated in several places.",
    severities: &[Severity::Info],
    gaps: &[],
    says: Both {
        vi: "Chỉ tiêu này được nêu ở nhiều nơi.",
        en: "This target is stated in several places.",
    },
    mend: Both {
        vi: "Giữ một nơi và dẫn chiếu từ nơi kia.",
        en: "Keep one place and refer to it from the other.",
    },
};

static TARGET_CONTRADICTS: Lint = Lint {
    code: "target.contradicts",
    about: "A target is stated in several places with different values.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Cùng một chỉ tiêu được nêu ở hai nơi với hai mức khác nhau.",
        en: "One target is stated in two places with two values.",
    },
    mend: Both {
        vi: "Chọn một mức và sửa nơi kia.",
        en: "Choose one value and correct the other.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let targets: Vec<(Path, &Target)> = view.targets().collect();
    let said = said(view);
    for (at, (path, one)) in targets.iter().enumerate() {
        // Beside the first of several that say the same, not beside each of them.
        let before = targets.iter().take(at).find(|(_, other)| {
            one.indicator == other.indicator
                && one.scope == other.scope
                && one.per == other.per
                && view.share_units(&one.units, &other.units)
        });
        if let Some((first_path, first)) = before {
            let equal = one.value == first.value
                && one.comparison == first.comparison
                && one.up_to == first.up_to
                && one.of == first.of;
            let (severity, lint) = if equal {
                (Severity::Info, &TARGET_REPEATED)
            } else {
                (Severity::Warning, &TARGET_CONTRADICTS)
            };
            out.push(
                LintFinding::new(severity, path.clone(), lint)
                    .stating([stated(first_path, first), stated(path, one)]),
            );
        }
        if let Some(words) = again(&said, one) {
            out.push(
                LintFinding::new(Severity::Info, path.clone(), &TARGET_REPEATED)
                    .stating([stated(path, one), words.stated(None)]),
            );
        }
    }
}

/// What the document says with a number of activities and in tasks.
fn said<'v, 'a>(view: &'v View<'a>) -> Vec<(&'v Words<'a>, Phrase)> {
    let listed = |words: &&Words<'_>| {
        let place = words.path.segments().next().unwrap_or_default();
        ["activities", "document"].contains(&place) && !numbers(&plain(words.text)).is_empty()
    };
    let texts = view.texts.iter().filter(listed);
    texts.map(|words| (words, Phrase::of(words.text))).collect()
}

/// Where the document says the same as a target in another section.
fn again<'v, 'a>(said: &[(&'v Words<'a>, Phrase)], target: &Target) -> Option<&'v Words<'a>> {
    let phrase = Phrase::of(target.source.quote.as_ref()?);
    said.iter()
        .find(|(words, other)| {
            words.section != target.source.section && phrase.likeness(other) >= ALIKE
        })
        .map(|(words, _)| *words)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn two_targets_of_one_figure() {
        for (value, units, expected) in [
            (100, json!({}), "info target.repeated"),
            (200, json!({}), "warning target.contradicts"),
            (200, json!({"levels": ["district"]}), ""),
        ] {
            let mut plan = target(
                "Trồng mới ít nhất 100 cây xanh",
                json!({"units": {"levels": ["base"]}}),
            );
            let second = target(
                "Trồng cây",
                json!({"value": {"count": value}, "units": units}),
            );
            plan.targets.extend(second.targets);
            let found = [codes(&plan, "target.rep"), codes(&plan, "target.contra")].concat();
            assert_eq!(found, expected, "{value} {units}");
        }
    }

    #[test]
    fn a_target_said_again_of_an_activity() {
        for (section, quote, expected) in [
            (
                "IV.4.2",
                "100% cơ sở Đoàn tổ chức “Ngày Đoàn viên” năm 2023",
                "info target.repeated",
            ),
            (
                "III",
                "100% cơ sở Đoàn tổ chức “Ngày Đoàn viên” năm 2023",
                "",
            ),
            ("IV.4.2", "Tổ chức Ngày Đoàn viên", ""),
        ] {
            let mut plan = target(
                "100% cơ sở Đoàn tổ chức Ngày Đoàn viên năm 2023.",
                json!({}),
            );
            let other = crate::lint::tests::plan(json!({"activities": [
                {"id": "a", "title": "Ngày Đoàn viên", "source": {"section": section, "quote": quote}}]}));
            plan.activities = other.activities;
            assert_eq!(codes(&plan, "target.rep"), expected, "{section} {quote}");
        }
    }
}
