//! Groups of targets in words: so many of several.

use super::either;
use super::fill::fill;
use super::target::{begun, cadence};
use crate::plan::{Alternatives, Plan};
use crate::text::{Lang, format_count};

/// What a group asks of whom, and for which span: "Chỉ tiêu mỗi đơn vị: ít nhất 1 trong 2 chỉ tiêu của nhóm".
#[must_use]
pub fn group_of_targets(plan: &Plan, group: &Alternatives, lang: Lang) -> String {
    let first = group.targets(plan).next().map(|(_, target)| target);
    let mut out = first.map_or_else(String::new, |first| begun(first, lang));
    out.push_str(either(lang, "ít nhất ", "at least "));
    out.push_str(&so_many(group, lang));
    out.push_str(either(lang, " của nhóm", " of the group"));
    out.push_str(first.map_or("", |first| cadence(first.per, lang)));
    out
}

/// That a target is one of several: "Là một trong 2 chỉ tiêu của nhóm “…”, cần đạt ít nhất 1; tình trạng xét theo nhóm."
#[must_use]
pub fn in_group(group: &Alternatives, lang: Lang) -> String {
    let sentence = either(
        lang,
        "Là một trong {all} chỉ tiêu của nhóm “{text}”, cần đạt ít nhất {least}; tình trạng xét theo nhóm.",
        "One of the {all} targets of the group “{text}”, of which {least} at least are to be reached; how it stands, the group says.",
    );
    fill(
        sentence,
        &[
            ("text", &*group.text),
            ("least", &count(group.least.into())),
            ("all", &count(group.of.len())),
        ],
    )
}

/// What a unit is told at one of several targets: "Nhóm “…”: cần đạt ít nhất 1 trong 2 chỉ tiêu; đơn vị đã đạt 1, đủ." `reached` is
/// how many of them it reaches, where that is known.
#[must_use]
pub fn group_reached(group: &Alternatives, reached: Option<usize>, lang: Lang) -> String {
    let lacks = reached.map(|reached| usize::from(group.least).saturating_sub(reached));
    let sentence = match lacks {
        None => either(
            lang,
            "Nhóm “{text}”: cần đạt ít nhất {least} trong {all} chỉ tiêu",
            "Group “{text}”: at least {least} of {all} targets are to be reached",
        ),
        Some(0) => either(
            lang,
            "Nhóm “{text}”: cần đạt ít nhất {least} trong {all} chỉ tiêu; đã đạt {reached}, đủ",
            "Group “{text}”: at least {least} of {all} targets are to be reached; {reached} are, which is enough",
        ),
        Some(_) => either(
            lang,
            "Nhóm “{text}”: cần đạt ít nhất {least} trong {all} chỉ tiêu; đã đạt {reached}, còn thiếu {lacks}",
            "Group “{text}”: at least {least} of {all} targets are to be reached; {reached} are, still to go: {lacks}",
        ),
    };
    let lacking = lacks.map_or_else(String::new, count);
    fill(
        sentence,
        &[
            ("text", &*group.text),
            ("least", &count(group.least.into())),
            ("all", &count(group.of.len())),
            ("reached", &count(reached.unwrap_or_default())),
            ("lacks", &lacking),
        ],
    )
}

/// Targets, of several: "1 trong 2 chỉ tiêu".
#[must_use]
pub fn targets(number: i64, of: Option<i64>, lang: Lang) -> String {
    let of = of.map(format_count);
    let number = format_count(number);
    match of {
        None => [&*number, " ", target_noun(lang)].concat(),
        Some(of) => {
            let between = either(lang, " trong ", " of ");
            [&*number, between, &of, " ", target_noun(lang)].concat()
        }
    }
}

/// What targets are called when they are counted.
#[must_use]
pub fn target_noun(lang: Lang) -> &'static str {
    either(lang, "chỉ tiêu", "targets")
}

/// "1 trong 2 chỉ tiêu".
fn so_many(group: &Alternatives, lang: Lang) -> String {
    targets(group.least.into(), i64::try_from(group.of.len()).ok(), lang)
}

fn count(number: usize) -> String {
    format_count(i64::try_from(number).unwrap_or(i64::MAX))
}
