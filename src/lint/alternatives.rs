//! Targets of which some are enough, by the document's words, each of which the plan wants of everybody; and a group of which all are
//! wanted.
//!
//! Why: who does one of two alternatives stands as having missed the other, in the form, in the progress and in the report above.
//! Example: "Tổ chức 01 diễn đàn hoặc 01 hội thi" as two targets and no group; "ít nhất 2 trong 4 chỉ tiêu sau" as four targets.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::Target;
use crate::text::{Both, fold};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&UNSAID, &ALL],
};

static UNSAID: Lint = Lint {
    code: "target.alternativesUnsaid",
    about: "The document wants so many of several targets reached; the plan wants each of them.",
    severities: &[Severity::Warning],
    gaps: &[("least", &["1"]), ("count", &["2"])],
    says: Both {
        vi: "Văn bản chỉ đòi đạt {least} trong {count} chỉ tiêu, nhưng kế hoạch xét riêng từng chỉ tiêu: đơn vị đạt {least} vẫn bị coi là thiếu.",
        en: "The document wants {least} of {count} targets reached, and the plan judges each: a unit that reaches {least} stands as having missed the others.",
    },
    mend: Both {
        vi: "Thêm một nhóm chỉ tiêu (“alternatives”) nêu các chỉ tiêu này và số phải đạt.",
        en: "Add a group of targets (“alternatives”) that names these and how many are to be reached.",
    },
};

static ALL: Lint = Lint {
    code: "target.alternativesAll",
    about: "A group of targets wants all of them reached, which leaves no choice.",
    severities: &[Severity::Info],
    gaps: &[("count", &["4"])],
    says: Both {
        vi: "Nhóm đòi đạt cả {count} chỉ tiêu, không còn là lựa chọn.",
        en: "The group wants all {count} targets reached, which leaves no choice.",
    },
    mend: Both {
        vi: "Nếu đúng là cả {count}, hãy bỏ nhóm; nếu không, giảm số phải đạt.",
        en: "If all {count} are meant, leave the group out; else ask for fewer.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, group) in view.plan.alternatives.iter().enumerate() {
        let count = group.of.len();
        if usize::from(group.least) == count {
            let path = Path::top("alternatives").at(at).then("least");
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            out.push(LintFinding::new(
                Severity::Info,
                path,
                ALL.with("count", count),
            ));
        }
    }
    let mut found: Vec<Path> = Vec::new();
    let alone = view.targets();
    let alone: Vec<_> = alone
        .filter(|(_, target)| view.plan.group_of(&target.id).is_none())
        .collect();
    // Of one sentence, that several targets quote.
    for (place, (path, first)) in alone.iter().enumerate() {
        let Some(quote) = first.source.quote.as_deref().map(fold) else {
            continue;
        };
        let is_of_it = |other: &Target| {
            let quoted = other.source.quote.as_deref().map(fold);
            quoted.as_ref() == Some(&quote) && is_alike(first, other)
        };
        let count = alone.iter().filter(|(_, other)| is_of_it(other)).count();
        let is_first = !alone.iter().take(place).any(|(_, other)| is_of_it(other));
        if let (true, Some(least)) = (is_first, enough(&quote, count)) {
            out.push(unsaid(path, least, count));
            found.push(path.clone());
        }
    }
    // Of a sentence above several targets, that counts them.
    for words in &view.texts {
        let is_below = |section: &str| {
            let rest = section.strip_prefix(words.section);
            rest.is_some_and(|rest| rest.starts_with(|one: char| !one.is_alphanumeric()))
        };
        let mut of = alone
            .iter()
            .filter(|(_, target)| is_below(&target.source.section));
        let Some((path, first)) = of.clone().next().filter(|_| !words.section.is_empty()) else {
            continue;
        };
        let count = of.clone().count();
        let said = fold(words.text);
        let known = found.contains(path) || !of.all(|(_, other)| is_alike(first, other));
        if let (false, Some(least)) = (known, so_many(&said, count)) {
            out.push(unsaid(path, least, count));
            found.push(path.clone());
        }
    }
}

fn unsaid(path: &Path, least: usize, count: usize) -> LintFinding {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let said = UNSAID.with("least", number(least));
    let said = said.with("count", number(count));
    LintFinding::new(Severity::Warning, path.clone(), said)
}

/// Whether a group could name both.
fn is_alike(one: &Target, other: &Target) -> bool {
    one.units == other.units && one.scope == other.scope && one.per == other.per
}

/// How many of so many targets are enough, by a sentence from which all of them come.
fn enough(said: &str, count: usize) -> Option<usize> {
    if count < 2 {
        return None;
    }
    let words: Vec<&str> = said.split(' ').collect();
    // "01 diễn đàn hoặc 01 hội thi": a number on each side.
    let is_or = |place: usize| {
        words.get(place) == Some(&"hoac")
            && words
                .get(place + 1)
                .is_some_and(|next| number(next).is_some())
            && words.iter().take(place).any(|word| number(word).is_some())
    };
    let ors = (0..words.len()).filter(|place| is_or(*place)).count();
    if ors > 0 && ors + 1 == count {
        return Some(1);
    }
    so_many(said, count)
}

/// "Ít nhất 2 trong 4", "một trong hai", "một trong các".
fn so_many(said: &str, count: usize) -> Option<usize> {
    let words: Vec<&str> = said.split(' ').collect();
    let mut places = (1..words.len()).filter(|place| words.get(*place) == Some(&"trong"));
    places.find_map(|place| {
        let least = number(words.get(place - 1)?).filter(|least| 0 < *least && *least < count)?;
        // "Là một trong những nhiệm vụ trọng tâm" asks for nothing.
        let before = place.checked_sub(2).and_then(|at| words.get(at));
        if before == Some(&"la") {
            return None;
        }
        let mut after = words.iter().skip(place + 1);
        let next = after.next()?;
        let next = if *next == "so" { after.next()? } else { next };
        let is_of = *next == "cac" && least == 1 || number(next) == Some(count);
        is_of.then_some(least)
    })
}

/// A number in figures or as a word; "năm" is the year more often than five.
fn number(word: &str) -> Option<usize> {
    const WORDS: &[&str] = &[
        "khong", "mot", "hai", "ba", "bon", "", "sau", "bay", "tam", "chin", "muoi",
    ];
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let said = WORDS
        .iter()
        .position(|one| *one == word && !word.is_empty());
    said.filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::{Value, json};

    fn target(id: &str, section: &str, quote: &str) -> Value {
        json!({"id": id, "text": id, "indicator": "trees", "value": {"count": 1}, "scope": "each",
            "source": {"section": section, "quote": quote}})
    }

    #[test]
    fn a_sentence_of_which_one_is_enough_is_a_group() {
        let unsaid = "warning target.alternativesUnsaid";
        for (quote, count, says) in [
            ("Tổ chức 01 diễn đàn hoặc 01 hội thi", 2, unsaid),
            ("Tổ chức 01 diễn đàn, 01 hội thi", 2, ""),
            ("Tổ chức 01 diễn đàn hoặc hội thi", 2, ""),
            ("Tổ chức 01 diễn đàn hoặc 01 hội thi", 1, ""),
            (
                "Trồng 100 cây trực tiếp hoặc gián tiếp, tổ chức 02 ngày",
                2,
                "",
            ),
            (
                "Thực hiện ít nhất 2 trong 4 nội dung: a, b, c, d",
                4,
                unsaid,
            ),
            ("Thực hiện ít nhất 2 trong 4 nội dung: a, b, c, d", 3, ""),
            ("Thực hiện ít nhất hai trong số ba chỉ tiêu", 3, unsaid),
            ("Thực hiện một trong các hình thức sau", 2, unsaid),
            ("Đây là một trong các nhiệm vụ trọng tâm", 2, ""),
            ("Thực hiện ít nhất 2 trong năm", 5, ""),
        ] {
            let of = (0..count).map(|at| target(&format!("t{at}"), "II", quote));
            let of: Vec<_> = of.collect();
            let made = plan(json!({"targets": of}));
            assert_eq!(codes(&made, "target.alternatives"), says, "{quote} {count}");
            if says.is_empty() {
                continue;
            }
            let ids: Vec<_> = (0..count).map(|at| format!("t{at}")).collect();
            // The advice, followed.
            let group = json!([{"id": "g", "text": "g", "of": ids, "source": {"section": "II"}}]);
            let grouped = plan(json!({"targets": of, "alternatives": group}));
            assert_eq!(codes(&grouped, "target.alternatives"), "", "{quote}");
        }
    }

    #[test]
    fn a_sentence_above_that_counts_the_targets_below_is_a_group() {
        let said = |text: &str, sections: &[&str]| {
            let of = sections.iter().enumerate();
            let of: Vec<_> = of
                .map(|(at, section)| target(&format!("t{at}"), section, &format!("Chỉ tiêu {at}")))
                .collect();
            let statement = json!({"text": text, "source": {"section": "II"}});
            let document =
                json!({"kind": "Kế hoạch", "issuer": "Đoàn phường", "requirements": [statement]});
            codes(
                &plan(json!({"targets": of, "document": document})),
                "target.alternatives",
            )
        };
        let unsaid = "warning target.alternativesUnsaid";
        let text = "Mỗi đơn vị thực hiện ít nhất 2 trong 3 chỉ tiêu sau";
        assert_eq!(said(text, &["II.1", "II.2", "II.3"]), unsaid);
        assert_eq!(said(text, &["II.1", "II.2"]), "");
        assert_eq!(said(text, &["III.1", "III.2", "III.3"]), "");
        assert_eq!(
            said(
                "Mỗi đơn vị thực hiện 3 chỉ tiêu sau",
                &["II.1", "II.2", "II.3"]
            ),
            ""
        );
    }

    #[test]
    fn a_group_of_all_leaves_no_choice() {
        for (least, says) in [(1, ""), (2, "info target.alternativesAll")] {
            let of: Vec<_> = ["a", "b"].iter().map(|id| target(id, "II", "x")).collect();
            let group = json!([{"id": "g", "text": "g", "least": least, "of": ["a", "b"],
                "source": {"section": "II"}}]);
            let made = plan(json!({"targets": of, "alternatives": group}));
            assert_eq!(codes(&made, "target.alternatives"), says, "{least}");
        }
    }
}
