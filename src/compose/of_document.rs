//! What the lint says of the document itself, whether a plan has taken its sentences up or not: a day that no month has, a
//! range that ends before it begins, parts that come to another sum.

use super::findings::{ComposeFinding, Found};
use super::paper::{self, Mark};
use super::place::shortened;
use super::state::List;
use crate::finding::Severity;
use crate::lint::{LintFinding, lint_sentences};
use crate::message::lint_views;
use std::ops::Range;

/// The findings of the document's paragraphs, but those that are told of the plan's own quotes.
pub(super) fn found_in_document(found: &mut Found<'_>, told: &[LintFinding]) {
    let (made, lang) = (found.made, found.lang);
    let paragraphs = paragraphs(&made.text);
    let texts: Vec<&str> = paragraphs
        .iter()
        .filter_map(|range| made.text.get(range.clone()))
        .collect();
    let all = lint_sentences(&made.base, &texts);
    let all: Vec<_> = all
        .into_iter()
        .filter(|(at, finding)| {
            let text = texts.get(*at).copied().unwrap_or_default();
            !told.iter().any(|told| is_of(told, finding, text))
        })
        .collect();
    if all.is_empty() {
        return;
    }
    let marks = paper::marks(made);
    let (places, all): (Vec<usize>, Vec<LintFinding>) = all.into_iter().unzip();
    let views = lint_views(&all, &made.base, lang);
    for (at, view) in places.into_iter().zip(views) {
        let Some((range, text)) = paragraphs.get(at).zip(texts.get(at)) else {
            continue;
        };
        let row = row_in(&marks, range);
        let (list, id) = row.clone().unwrap_or((List::Head, String::new()));
        // The plan can be published as it is: what the document says is the office's own to mend.
        let is = match view.severity {
            Severity::Error => Severity::Warning,
            is => is,
        };
        let mut said = found.of((list, &id, None), is, "", view.message);
        said.place.title = shortened(text.trim());
        if row.is_none() {
            // The words themselves, as the page names those that became nothing.
            said.place.list = "text".to_owned();
            said.place.id = range.start.to_string();
        }
        found.say(ComposeFinding {
            kind: view.code,
            mend: Some(view.mend),
            ..said
        });
    }
}

/// Whether a finding of a paragraph is told of one of its sentences already.
fn is_of(told: &LintFinding, finding: &LintFinding, text: &str) -> bool {
    let mut quotes = told.statements.iter().filter_map(|one| one.quote.as_ref());
    told.code() == finding.code() && quotes.any(|quote| text.contains(quote.as_str()))
}

/// Where the paragraphs stand that have any words.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            found.push(from..from + line.trim_end().len());
        }
        from += line.len();
    }
    found
}

/// The row that a paragraph became, or what is left of it; none where it is a heading or a purpose.
fn row_in(marks: &[Mark], paragraph: &Range<usize>) -> Option<(List, String)> {
    let mut of = marks
        .iter()
        .filter(|mark| mark.start < paragraph.end && paragraph.start < mark.end)
        .filter_map(|mark| mark.of.split_once('/'));
    of.find_map(|(list, id)| {
        let lists = [List::Targets, List::Duties, List::Activities, List::Unused];
        let list = lists.into_iter().find(|one| paper::name(*one) == list)?;
        Some((list, id.to_owned()))
    })
}
