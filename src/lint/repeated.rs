//! A target that is stated in several places.
//!
//! Why: one place is changed in the next draft and the other forgotten. Where the values differ already
//! nobody knows which holds.
//! Example: "100% cơ sở Đoàn tổ chức Ngày Đoàn viên" under III.1(9) and again under IV.4.2.

use super::view::{View, Words, stated};
use super::words::{Phrase, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Comparison, Target, Threshold};
use crate::text::{Both, plain};
use std::cmp::Ordering;

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
        let mut before = targets.iter().take(at).filter(|(_, other)| {
            one.indicator == other.indicator
                && one.scope == other.scope
                && one.per == other.per
                && view.share_units(&one.units, &other.units)
                && !are_alternatives(view, one, other)
        });
        let beside = before.find_map(|(path, first)| Some((path, *first, beside(first, one)?)));
        if let Some((first_path, first, beside)) = beside {
            let (severity, lint) = match beside {
                Beside::Same => (Severity::Info, &TARGET_REPEATED),
                Beside::Other => (Severity::Warning, &TARGET_CONTRADICTS),
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

/// Whether one or the other is to be reached.
fn are_alternatives(view: &View<'_>, one: &Target, other: &Target) -> bool {
    let group = view.plan.group_of(&one.id);
    group.is_some_and(|group| group.of.contains(&other.id))
}

/// How one statement of a figure stands to another.
enum Beside {
    Same,
    Other,
}

/// How two targets of one figure stand to each other; nothing where both hold together: the least in one sentence and the most in
/// the other, or so many for each member and so many for each unit.
fn beside(first: &Target, one: &Target) -> Option<Beside> {
    if first.of != one.of {
        return None;
    }
    let equal =
        first.value == one.value && first.comparison == one.comparison && first.up_to == one.up_to;
    if equal {
        return Some(Beside::Same);
    }
    let (Some((first_least, first_most)), Some((least, most))) = (bounds(first), bounds(one))
    else {
        return Some(Beside::Other);
    };
    let is_other = |first: Option<End>, one: Option<End>| matches!((first, one), (Some(first), Some(one)) if first != one);
    let is_past = |least: Option<End>, most: Option<End>| {
        least
            .zip(most)
            .is_some_and(|(least, most)| match least.number.cmp(&most.number) {
                Ordering::Greater => true,
                Ordering::Equal => !(least.taken_in && most.taken_in),
                Ordering::Less => false,
            })
    };
    let contradicts = is_other(first_least, least)
        || is_other(first_most, most)
        || is_past(first_least, most)
        || is_past(least, first_most);
    contradicts.then_some(Beside::Other)
}

/// The least or the most that a target asks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct End {
    /// In millionths, so that shares and ratios compare.
    number: i128,
    /// Whether the number itself will do.
    taken_in: bool,
}

/// The least and the most that a target asks; nothing of what is no number.
fn bounds(target: &Target) -> Option<(Option<End>, Option<End>)> {
    let end = |threshold: &Threshold, taken_in: bool| {
        number(threshold).map(|number| End { number, taken_in })
    };
    let value = |taken_in| end(&target.value, taken_in);
    if let Some(up_to) = &target.up_to {
        return Some((Some(value(true)?), Some(end(up_to, true)?)));
    }
    Some(match target.comparison {
        Comparison::AtLeast => (Some(value(true)?), None),
        Comparison::MoreThan => (Some(value(false)?), None),
        Comparison::AtMost => (None, Some(value(true)?)),
        Comparison::LessThan => (None, Some(value(false)?)),
        Comparison::Exactly => (Some(value(true)?), Some(value(true)?)),
        Comparison::NotEqual => return None,
    })
}

fn number(threshold: &Threshold) -> Option<i128> {
    const MILLION: i128 = 1_000_000;
    Some(match threshold {
        Threshold::Count(number) | Threshold::Money(number) | Threshold::Quantity(number) => {
            i128::from(*number) * MILLION
        }
        Threshold::BasisPoints(share) => i128::from(share.points()) * MILLION / 10_000,
        Threshold::Ratio(ratio) => {
            (i128::from(ratio.part()) * MILLION).checked_div(i128::from(ratio.whole()))?
        }
        Threshold::Done => return None,
    })
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
    fn what_holds_together_contradicts_nothing() {
        let least = |number: i64| json!({"value": {"count": number}});
        let most = |number: i64| json!({"value": {"count": number}, "comparison": "atMost"});
        let within = |from: i64, to: i64| json!({"value": {"count": from}, "upTo": {"count": to}});
        let more = |number: i64| json!({"value": {"count": number}, "comparison": "moreThan"});
        for (first, second, expected) in [
            (least(25), most(35), ""),
            (within(25, 35), least(25), ""),
            (within(25, 35), most(35), ""),
            (within(25, 35), least(20), "warning target.contradicts"),
            (within(25, 35), within(25, 40), "warning target.contradicts"),
            (within(25, 35), within(25, 35), "info target.repeated"),
            (least(40), most(35), "warning target.contradicts"),
            (least(35), most(35), ""),
            (more(35), most(35), "warning target.contradicts"),
            (least(35), more(35), "warning target.contradicts"),
        ] {
            let mut plan = target("Mở rộng", first.clone());
            plan.targets
                .extend(target("Nhân rộng", second.clone()).targets);
            let found = [codes(&plan, "target.rep"), codes(&plan, "target.contra")].concat();
            assert_eq!(found, expected, "{first} {second}");
        }
    }

    #[test]
    fn one_or_the_other_is_no_contradiction() {
        let mut plan = target("Trồng 100 cây", json!({}));
        let second = target("Trồng 200 cây", json!({"id": "u", "value": {"count": 200}}));
        plan.targets.extend(second.targets);
        assert_eq!(codes(&plan, "target.contra"), "warning target.contradicts");
        let group = crate::lint::tests::plan(json!({"alternatives": [
            {"id": "g", "text": "100 hoặc 200 cây", "of": ["t", "u"], "source": {"section": "III"}}]}));
        plan.alternatives = group.alternatives;
        assert_eq!(codes(&plan, "target.contra"), "");
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
