//! A number in the words of a target that no target and no figure of the plan bears.
//!
//! Why: what nobody asks for nobody reports; at the end of the year the document promised it all the same.
//! Example: "Trồng 100 cây và 20 bồn hoa", with one target of 100 trees.

use super::view::{View, stated};
use super::words::{
    Ends, Number, before_last, behind_first, clauses, dates, is_of, numbers, says, states_a_value,
};
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Target, Threshold};
use crate::text::{Both, clean, fold, fold_case, plain, plain_letter};
use lists::{BETWEEN, DEEDS, ENDS, NO_THING, OF_ONE};
use std::collections::{BTreeMap, BTreeSet};

mod lists;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&NUMBER_UNBORNE],
};

static NUMBER_UNBORNE: Lint = Lint {
    code: "number.unborne",
    about: "The words of targets state numbers of something else that no target and no figure bears.",
    severities: &[Severity::Info],
    gaps: &[("written", &["20 bồn hoa”, “50 suất quà"])],
    says: Both {
        vi: "Câu được trích còn ghi “{written}”, nhưng kế hoạch không có chỉ tiêu, số liệu nào cho phần này.",
        en: "The words quoted also say “{written}”, which no target and no figure of the plan bears.",
    },
    mend: Both {
        vi: "Thêm chỉ tiêu hoặc số liệu cho nội dung này, nếu đơn vị phải báo cáo.",
        en: "Add a target or a figure for it where units are to report it.",
    },
};

/// One sentence is mended at once: all of its numbers are told together, with each target that quotes it.
fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let mut quoting: BTreeMap<&str, Vec<(Path, &Target)>> = BTreeMap::new();
    for (path, target) in view.targets() {
        if let Some(quote) = &target.source.quote {
            quoting.entry(quote).or_default().push((path, target));
        }
    }
    let borne = Borne::of(view);
    for (quote, targets) in quoting {
        let text = plain(quote);
        let mut all: Vec<String> = Vec::new();
        for (_, target) in &targets {
            all.extend(unborne(&borne, view, target, quote, &text));
        }
        let mut seen = BTreeSet::new();
        all.retain(|one| seen.insert(one.clone()));
        let Some((path, _)) = targets.first().filter(|_| !all.is_empty()) else {
            continue;
        };
        if all.len() > MOST {
            all.truncate(MOST);
            all.push("…".to_owned());
        }
        let said = NUMBER_UNBORNE.with("written", all.join("”, “"));
        let statements = targets.iter().map(|(path, target)| stated(path, target));
        let found = LintFinding::new(Severity::Info, path.clone(), said);
        out.push(found.stating(statements.collect::<Vec<_>>()));
    }
}

/// How many numbers of one sentence are told.
const MOST: usize = 5;

/// How many words of a number and what it counts are told.
const TOLD: usize = 12;

/// The letters of a number and of all that it counts, more than are told: what is longer is cut.
const LONGEST: usize = 200;

/// A sentence without its marks, and its letters with them, as many.
struct Sentence<'t> {
    text: &'t str,
    /// Where each of its letters begins, and where the last ends.
    starts: Vec<usize>,
    marked: Vec<char>,
}

impl<'t> Sentence<'t> {
    /// A sentence of a text, where both are without marks, beside the quote that has them.
    fn of(quote: &str, text: &str, sentence: &'t str) -> Option<Self> {
        let before = text.get(..text.find(sentence)?)?.chars().count();
        let letters = clean(quote);
        let letters = letters.chars().filter(|c| plain_letter(*c).is_some());
        let starts = sentence.char_indices().map(|(at, _)| at);
        let starts: Vec<usize> = starts.chain([sentence.len()]).collect();
        let marked = letters.skip(before).take(starts.len() - 1);
        Some(Self {
            text: sentence,
            starts,
            marked: marked.collect(),
        })
    }

    /// The words at a place with their marks.
    fn words(&self, from: usize, to: usize) -> Option<Vec<String>> {
        let letter = |at: usize| self.starts.binary_search(&at).ok();
        let letters = self.marked.get(letter(from)?..letter(to)?)?;
        let letters: String = letters.iter().collect();
        Some(letters.split_whitespace().map(str::to_owned).collect())
    }
}

/// A number with all that it counts, as the text has it.
fn told(digits: &[String], counted: &[String]) -> String {
    let all: Vec<&str> = digits.iter().chain(counted).map(String::as_str).collect();
    let few = all.get(..TOLD.min(all.len())).unwrap_or_default().join(" ");
    few + if all.len() > TOLD { "…" } else { "" }
}

/// The numbers behind the target's own, of other things, that nothing bears.
fn unborne(
    borne: &Borne,
    view: &View<'_>,
    target: &Target,
    quote: &str,
    text: &str,
) -> Vec<String> {
    behind_own(borne, view, target, quote, text).unwrap_or_default()
}

fn behind_own(
    borne: &Borne,
    view: &View<'_>,
    target: &Target,
    quote: &str,
    text: &str,
) -> Option<Vec<String>> {
    let Threshold::Count(value) = target.value else {
        return None;
    };
    let measure = &view.plan.indicator(target.indicator.as_str())?.measure;
    let noun = plain(measure.noun()?);
    if target.of.is_some() || target.up_to.is_some() {
        return None;
    }
    let sentence = clauses(text, Ends::Sentence).find(|clause| {
        let mut all = numbers(clause).into_iter();
        all.any(|one| {
            let after = clause.get(one.end..).unwrap_or_default();
            one.value == value && !one.percent && is_of(after, &noun)
        })
    })?;
    if sentence.contains('/') || !dates(sentence).is_empty() {
        return None;
    }
    let all = numbers(sentence);
    let own = all.iter().position(|one| one.value == value)?;
    let sentence = Sentence::of(quote, text, sentence)?;
    let marked = fold_case(&sentence.marked.iter().collect::<String>());
    if OF_ONE.iter().any(|words| says(&marked, words)) {
        return None;
    }
    let unborne = all.iter().skip(own + 1).filter_map(|number| {
        let counted = thing(&sentence, *number, &noun)?;
        let kind = plain(
            &counted
                .iter()
                .take(2)
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
        );
        let digits = sentence.words(number.start, number.end)?;
        (!borne.has(number.value, &kind)).then(|| told(&digits, &counted))
    });
    Some(unborne.collect())
}

/// What a number counts, where a deed or "và" stands before it: its words with their marks.
fn thing(sentence: &Sentence<'_>, number: Number, noun: &str) -> Option<Vec<String>> {
    let text = sentence.text;
    let after = text.get(number.end..)?.trim_start();
    if number.percent || is_of(after, noun) || !states_a_value(text, number) {
        return None;
    }
    let is_sign = |c: char| !(c.is_alphanumeric() || c == ' ');
    let mut letters = after.char_indices().enumerate();
    let end = letters.find(|(n, (_, c))| *n == LONGEST || is_sign(*c));
    let end = end.map_or(after.len(), |(_, (at, _))| at);
    let start = text.len() - after.len();
    let mut counted = sentence.words(start, start + end)?;
    let marked = fold_case(&counted.join(" "));
    if NO_THING
        .iter()
        .any(|word| behind_first(&marked, word).is_some())
    {
        return None;
    }
    let ends = |word: &String| ENDS.contains(&word.to_lowercase().as_str());
    counted.truncate(
        counted
            .iter()
            .position(ends)
            .unwrap_or(counted.len())
            .min(TOLD),
    );
    let mut head = text.get(..number.start)?.trim_end();
    while let Some(rest) = BETWEEN.iter().find_map(|word| before_last(head, word)) {
        head = rest;
    }
    let is_done = DEEDS.iter().any(|deed| {
        before_last(head, deed)
            .is_some_and(|rest| rest.ends_with(',') || before_last(rest, "va").is_some())
    });
    let is_listed = before_last(head, "va").is_some();
    (!counted.is_empty() && (is_done || is_listed)).then_some(counted)
}

/// What the plan bears: the numbers of its targets, and what its activities and figures are called, for comparison.
struct Borne {
    values: BTreeSet<i64>,
    titles: Vec<String>,
    names: Vec<String>,
}

impl Borne {
    fn of(view: &View<'_>) -> Self {
        let plan = view.plan;
        let thresholds = plan
            .targets
            .iter()
            .flat_map(|one| [Some(one.value), one.up_to]);
        let values = thresholds
            .flatten()
            .filter_map(|threshold| match threshold {
                Threshold::Count(own) | Threshold::Money(own) => Some(own),
                _ => None,
            });
        let indicators = plan.indicators.iter();
        let names = indicators.flat_map(|one| [Some(one.label.as_str()), one.measure.noun()]);
        Self {
            values: values.collect(),
            titles: plan.activities.iter().map(|one| fold(&one.title)).collect(),
            names: names.flatten().map(fold).collect(),
        }
    }

    /// Whether a target has that number, or a figure or an activity is of that thing.
    fn has(&self, value: i64, thing: &str) -> bool {
        let first = thing.split(' ').next().unwrap_or_default();
        let names =
            |name: &String| name.contains(thing) || name.split(' ').any(|word| word == first);
        self.values.contains(&value)
            || self.titles.iter().any(|title| title.contains(thing))
            || self.names.iter().any(names)
    }
}

#[cfg(test)]
mod tests;
