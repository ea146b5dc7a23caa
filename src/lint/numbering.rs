//! Headings and targets whose numbers skip, repeat or change their style.
//!
//! Why: "mục B" is then two places, and a missing III makes readers look for a lost page. A style is
//! Roman, Arabic or letters; the sequence goes on through a heading of the wrong style.
//! Example: I, II, IV; A, B, B, C; I, II, III, 4, V; targets (1), (2), (4).

use super::view::{View, stated};
use super::{Lint, LintFinding, Said, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::text::Both;
use std::collections::BTreeMap;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&NUMBERING_GAP, &NUMBERING_REPEAT, &NUMBERING_STYLE],
};

static NUMBERING_GAP: Lint = Lint {
    code: "numbering.gap",
    about: "A number of the numbering is skipped.",
    severities: &[Severity::Info],
    gaps: &[("written", &["IV"]), ("expected", &["III"])],
    says: Both {
        vi: "Đánh số bị nhảy: ghi {written}, đáng lẽ là {expected}.",
        en: "The numbering skips: {written} stands where {expected} should.",
    },
    mend: Both {
        vi: "Đánh số lại, hoặc bổ sung mục bị thiếu.",
        en: "Renumber, or put in what is missing.",
    },
};

static NUMBERING_REPEAT: Lint = Lint {
    code: "numbering.repeat",
    about: "Two headings or targets bear one number.",
    severities: &[Severity::Info],
    gaps: &[("written", &["II"]), ("expected", &["III"])],
    says: Both {
        vi: "Đánh số bị lặp: ghi {written} lần nữa, đáng lẽ là {expected}.",
        en: "The numbering repeats: {written} stands again where {expected} should.",
    },
    mend: Both {
        vi: "Đánh số lại từ mục này.",
        en: "Renumber from here on.",
    },
};

static NUMBERING_STYLE: Lint = Lint {
    code: "numbering.style",
    about: "A heading is numbered in another style than those beside it, for example 4 after III.",
    severities: &[Severity::Info],
    gaps: &[("written", &["3"]), ("expected", &["III"])],
    says: Both {
        vi: "Kiểu đánh số không thống nhất: ghi {written}, đáng lẽ là {expected}.",
        en: "The numbering changes its style: {written} stands where {expected} should.",
    },
    mend: Both {
        vi: "Đánh số mục này theo kiểu của các mục cùng cấp.",
        en: "Number this heading as those beside it.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    headings(view, out);
    targets(view, out);
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Roman,
    Letter,
    Arabic,
}

fn headings(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let Some(document) = &view.plan.document else {
        return;
    };
    // The last heading under each parent: its style, number and place.
    let mut last: BTreeMap<String, (Style, u32, usize)> = BTreeMap::new();
    for (at, heading) in document.headings.iter().enumerate() {
        let section = heading.source.section.as_str();
        let (parent, own) = section.rsplit_once('.').unwrap_or(("", section));
        let before = last.get(parent).copied();
        let Some((style, number)) = read(own, before.map(|(style, ..)| style)) else {
            continue;
        };
        let (style, expected) = match before {
            Some((style, number, _)) => (style, number.saturating_add(1)),
            // The first may be anything; what it is sets the style.
            None => (style, number),
        };
        let written = read(own, Some(style)).unwrap_or((style, number));
        let said = if written.0 != style && number == expected {
            Some(numbered(&NUMBERING_STYLE, write(style, expected), own))
        } else {
            judge(number, expected, write(style, expected), own)
        };
        if let Some(said) = said {
            let stated = |at: usize| {
                let heading = document.headings.get(at)?;
                let path = Path::top("document").then("headings").at(at);
                Some(Stated {
                    path,
                    section: heading.source.section.clone(),
                    quote: heading.source.quote.clone().or(Some(heading.text.clone())),
                    reading: None,
                })
            };
            let path = Path::top("document").then("headings").at(at);
            let before = before.and_then(|(_, _, at)| stated(at));
            out.push(
                LintFinding::new(Severity::Info, path, said)
                    .stating(before)
                    .stating(stated(at)),
            );
        }
        // What stands under an earlier heading of the same number is no sibling of what follows.
        let under = [section, "."].concat();
        last.retain(|parent, _| parent != section && !parent.starts_with(&under));
        last.insert(parent.to_owned(), (style, number, at));
    }
}

/// What is wrong with `number` where `expected` should stand.
fn judge(number: u32, expected: u32, should: String, own: &str) -> Option<Said> {
    if number > expected {
        Some(numbered(&NUMBERING_GAP, should, own))
    } else if number.saturating_add(1) == expected {
        Some(numbered(&NUMBERING_REPEAT, should, own))
    } else {
        None
    }
}

fn numbered(lint: &'static Lint, expected: String, written: &str) -> Said {
    lint.with("expected", expected)
        .with("written", written.to_owned())
}

fn targets(view: &View<'_>, out: &mut Vec<LintFinding>) {
    // The last target of each way of writing a number: "(3)" and "3" are two lists.
    let mut last: BTreeMap<bool, (u32, Path, usize)> = BTreeMap::new();
    let all: Vec<_> = view.targets().collect();
    for (at, (path, target)) in all.iter().enumerate() {
        let Some(written) = &target.number else {
            continue;
        };
        let digits = written.trim_matches(['(', ')', '.', ' ']);
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        let list = written.starts_with('(');
        if let Some((before, before_path, before_at)) = last.get(&list) {
            // Several targets share a number, and a new list begins at 1.
            if number > before.saturating_add(1)
                && let Some((_, earlier)) = all.get(*before_at)
            {
                let said = numbered(
                    &NUMBERING_GAP,
                    before.saturating_add(1).to_string(),
                    written,
                );
                out.push(
                    LintFinding::new(Severity::Info, path.clone(), said)
                        .stating([stated(before_path, earlier), stated(path, target)]),
                );
            }
        }
        last.insert(list, (number, path.clone(), at));
    }
}

/// The style and value of a number, the style of its sibling first, for C is a letter or a hundred.
fn read(own: &str, sibling: Option<Style>) -> Option<(Style, u32)> {
    let own = own.trim_matches(['(', ')', ' ']);
    if let Ok(number) = own.parse() {
        return Some((Style::Arabic, number));
    }
    let letter = match own.as_bytes() {
        [byte @ b'A'..=b'Z'] => Some((Style::Letter, u32::from(byte - b'A') + 1)),
        _ => None,
    };
    let number = roman(own).map(|number| (Style::Roman, number));
    match sibling {
        Some(Style::Letter) => letter.or(number),
        Some(_) => number.or(letter),
        // A heading I opens a Roman list; A opens one of letters.
        None => number.or(letter),
    }
}

fn roman(text: &str) -> Option<u32> {
    let values = text.chars().map(|c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    });
    let values: Option<Vec<u32>> = values.collect();
    let values = values.filter(|values| (1..=7).contains(&values.len()))?;
    let mut total = 0;
    for (at, value) in values.iter().enumerate() {
        if values.get(at + 1).is_some_and(|next| next > value) {
            total -= i64::from(*value);
        } else {
            total += i64::from(*value);
        }
    }
    u32::try_from(total).ok()
}

fn write(style: Style, number: u32) -> String {
    match style {
        Style::Arabic => number.to_string(),
        Style::Letter => u8::try_from(number)
            .ok()
            .filter(|number| (1..=26).contains(number))
            .map_or_else(
                || number.to_string(),
                |number| char::from(b'A' + number - 1).to_string(),
            ),
        Style::Roman => to_roman(number),
    }
}

fn to_roman(mut number: u32) -> String {
    let mut out = String::new();
    for (value, digits) in [
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value && out.len() < 20 {
            out.push_str(digits);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{details, plan};
    use serde_json::{Value, json};

    #[test]
    fn numbers_of_headings() {
        for (sections, expected) in [
            ("A B C D", ""),
            ("A B B C D", "numbering.repeat B for C"),
            ("I II IV V", "numbering.gap IV for III"),
            (
                "I II III 4 4.1 4.1.1 4.1.2 4.2 V",
                "numbering.style 4 for IV",
            ),
            ("B B.I B.II B.IV", "numbering.gap IV for III"),
            ("I I.1 I.2 II II.1 II.2", ""),
            ("A A.1 A.2 B B.1 B B.1 B.2", "numbering.repeat B for C"),
            ("Căn cứ I II Nơi nhận", ""),
            ("VIII IX X XI", ""),
        ] {
            let headings: Vec<Value> = sections
                .split(' ')
                .map(|section| json!({"text": "Mục", "source": {"section": section}}))
                .collect();
            let plan = plan(json!({"document": {"headings": headings}}));
            assert_eq!(details(&plan, "numbering."), expected, "{sections}");
        }
    }

    #[test]
    fn numbers_of_targets() {
        for (numbers, expected) in [
            ("(1) (1) (2) (3)", ""),
            ("(1) (2) (4)", "numbering.gap (4) for 3"),
            ("1 2 3 1 2", ""),
            ("(9) (10) 2", ""),
        ] {
            let targets: Vec<Value> = numbers
                .split(' ')
                .enumerate()
                .map(|(at, number)| {
                    json!({"id": format!("t{at}"), "number": number, "text": "T", "indicator": "trees",
                           "value": {"count": 1}, "scope": "whole", "source": {"section": "III"}})
                })
                .collect();
            let plan = plan(json!({"targets": targets}));
            assert_eq!(details(&plan, "numbering."), expected, "{numbers}");
        }
    }
}
