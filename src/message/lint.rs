//! What the lint found, in words: what is wrong, the statements that disagree with the reading that the
//! plan gives each, and how to mend it.

use super::fill::fill;
use super::target::comparison;
use super::{either, goal, time, words};
use crate::finding::{Path, Severity};
use crate::lint::{Lint, LintFinding, PatchValue, Reading, Said, Stated, Word};
use crate::plan::{ListedPeriod, Plan};
use crate::text::{self, Both, Lang};
use serde::Serialize;
use std::collections::BTreeMap;

/// A finding about a plan, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LintView {
    /// How bad it is.
    pub severity: Severity,
    /// The same in a word.
    pub severity_text: String,
    /// The stable, dotted code.
    pub code: String,
    /// Where in the plan, as a JSON Pointer.
    pub path: Path,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: String,
    /// The statements that disagree, side by side.
    pub statements: Vec<StatedView>,
    /// The mend as a change of the plan, where it is mechanical.
    pub patch: Option<PatchView>,
}

/// A statement of the document, and the reading that the plan gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StatedView {
    /// Where it stands in the plan, as a JSON Pointer.
    pub path: Path,
    /// Where it stands in the document; empty where the document has no place for it.
    pub section: String,
    /// Its words.
    pub quote: Option<String>,
    /// How the plan reads it.
    pub reading: Option<String>,
}

/// A change of the plan: put `value` at `path`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PatchView {
    /// Where, as a JSON Pointer.
    pub path: Path,
    /// What to put there.
    pub value: PatchJson,
}

/// The value of a change: a text, or a record of texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum PatchJson {
    /// A text.
    Text(String),
    /// A record.
    Record(BTreeMap<String, String>),
}

/// Findings of the lint in words. `plan` is the one that they are about.
#[must_use]
pub fn lint_views(findings: &[LintFinding], plan: &Plan, lang: Lang) -> Vec<LintView> {
    findings
        .iter()
        .map(|finding| view(finding, plan, lang))
        .collect()
}

fn view(finding: &LintFinding, plan: &Plan, lang: Lang) -> LintView {
    let stated = |stated: &Stated| StatedView {
        path: stated.path.clone(),
        section: stated.section.clone(),
        quote: stated.quote.clone(),
        reading: stated
            .reading
            .as_ref()
            .map(|reading| self::reading(reading, plan, lang)),
    };
    let patch = finding.patch.as_ref().map(|patch| PatchView {
        path: patch.path.clone(),
        value: match &patch.value {
            PatchValue::Day(day) => PatchJson::Text(day.to_iso()),
            PatchValue::Word(word) => PatchJson::Text(word.clone()),
            PatchValue::Held(day) => {
                PatchJson::Record(BTreeMap::from([("from".to_owned(), day.to_iso())]))
            }
            // What goes into the plan is in the plan's language.
            PatchValue::Correction(day) => PatchJson::Record(BTreeMap::from([
                ("from".to_owned(), day.to_iso()),
                (
                    "why".to_owned(),
                    sentence(&finding.lint().says, &finding.said, Lang::Vi),
                ),
            ])),
        },
    });
    LintView {
        severity: finding.severity,
        severity_text: words::severity(finding.severity, lang).to_owned(),
        code: finding.code().to_owned(),
        path: finding.path.clone(),
        message: sentence(&finding.lint().says, &finding.said, lang),
        mend: sentence(&finding.lint().mend, &finding.said, lang),
        statements: finding.statements.iter().map(stated).collect(),
        patch,
    }
}

/// How many periods are said one by one.
const FEW: usize = 6;

fn reading(reading: &Reading, plan: &Plan, lang: Lang) -> String {
    match reading {
        Reading::Day(day) => text::format_date_with_weekday(*day, lang),
        Reading::Days(from, to) => time::days(*from, *to, lang),
        Reading::Words(words) => words.clone(),
        Reading::Target(id) => plan
            .targets
            .iter()
            .find(|target| target.id == *id)
            .and_then(|target| {
                let indicator = plan.indicator(target.indicator.as_str())?;
                let mut said = goal::target(target, indicator, &plan.attributes, lang);
                if let Some(why) = &target.why {
                    said.push_str(". ");
                    said.push_str(why);
                }
                Some(said)
            })
            .unwrap_or_default(),
        Reading::Deadlines(listed) => {
            let mut said: Vec<String> = listed
                .iter()
                .take(FEW)
                .map(|listed| deadline(listed, lang))
                .collect();
            if let Some(more) = listed.len().checked_sub(FEW).filter(|more| *more > 0) {
                let more = [("more", &*more.to_string())];
                let sentence = either(lang, "và {more} kỳ nữa", "and {more} more periods");
                said.push(fill(sentence, &more));
            }
            said.join("; ")
        }
    }
}

/// "Tuần 1, từ 26/2 đến hết 3/3/2023: hết ngày thứ Bảy 4/3/2023".
fn deadline(listed: &ListedPeriod, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(label) = &listed.label {
        out.push_str(label);
        out.push_str(", ");
    }
    out.push_str(&time::period(&listed.period, lang));
    out.push_str(": ");
    match &listed.deadline {
        Some(deadline) => out.push_str(&time::deadline(deadline, lang)),
        None => out.push_str(either(lang, "không có hạn gửi", "no deadline")),
    }
    out
}

/// A sentence with the words in its gaps.
fn sentence(of: &Both, said: &Said, lang: Lang) -> String {
    let words: Vec<(&str, String)> = said
        .words
        .iter()
        .map(|(gap, is)| (*gap, word(is, lang)))
        .collect();
    let words: Vec<(&str, &str)> = words.iter().map(|(gap, is)| (*gap, is.as_str())).collect();
    fill(of.of(lang), &words)
}

fn word(word: &Word, lang: Lang) -> String {
    match word {
        Word::Text(text) => text.clone(),
        Word::Day(day) => text::format_date(*day),
        Word::LongDay(day) => text::format_date_with_weekday(*day, lang),
        Word::Weekday(day) => text::weekday_name(*day, lang).to_owned(),
        Word::Days(days) => time::period(days, lang),
        Word::Deadline(deadline) => time::deadline(deadline, lang),
        Word::Number(number) => text::format_count(*number),
        Word::Comparison(how) => comparison(*how, lang).trim().to_owned(),
        Word::Share(share) => {
            text::format_percent(u16::try_from(share.points()).unwrap_or(u16::MAX))
        }
    }
}

/// A lint in words as its example has them, for whoever explains it without a plan.
#[must_use]
pub fn lint_example(lint: &Lint, lang: Lang) -> (String, String) {
    let said = |words: &[&'static str]| match lang {
        Lang::Vi => words.first().copied(),
        Lang::En => words.last().copied(),
    };
    let words: Vec<(&str, &str)> = lint
        .gaps
        .iter()
        .map(|(gap, words)| (*gap, said(words).unwrap_or_default()))
        .collect();
    (
        fill(lint.says.of(lang), &words),
        fill(lint.mend.of(lang), &words),
    )
}

#[cfg(test)]
mod tests;
