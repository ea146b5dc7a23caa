//! The document that calls itself by another name than its title.
//!
//! Why: whoever is told to report on the "chương trình hoạt động" looks for a document that does not exist, or reports
//! on another. Only a name of four syllables that differs in one, and ends the phrase ("chương trình hoạt động hè" is
//! another document's name), is taken for the document's own.
//! Source: Phú Nhuận's term programme, whose title is "Chương trình hành động", section C.2.

use super::super::view::{View, Words};
use super::super::{LintFinding, Reading, Stated};
use super::NAME_SEVERAL_WAYS;
use crate::finding::{Path, Severity};
use crate::text::fold;

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let Some(document) = &view.plan.document else {
        return;
    };
    let kind = fold(&document.kind);
    let [first, second, third, fourth] = kind.split(' ').collect::<Vec<_>>()[..] else {
        return;
    };
    let own = |words: &Words<'_>| {
        let words: Vec<&str> = words.text.split_whitespace().collect();
        words.windows(4).enumerate().find_map(|(at, name)| {
            let [one, two, three, four] = [0, 1, 2, 3].map(|at| fold(name[at]));
            let ends = at + 4 == words.len() || name[3].ends_with([',', '.', ';', ':', ')']);
            (ends && one == first && two == second && four == fourth && three != third)
                .then(|| name.join(" "))
        })
    };
    let Some((words, other)) = view
        .texts
        .iter()
        .find_map(|words| Some((words, own(words)?)))
    else {
        return;
    };
    let other = other.trim_end_matches(|c: char| c.is_ascii_punctuation());
    let title = Stated {
        path: Path::top("document").then("kind"),
        section: String::new(),
        quote: None,
        reading: Some(Reading::Words(document.kind.clone())),
    };
    out.push(
        LintFinding::new(Severity::Info, words.path.clone(), &NAME_SEVERAL_WAYS)
            .stating([title, words.stated(Some(Reading::Words(other.to_owned())))]),
    );
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn the_documents_own_name() {
        for (kind, text, expected) in [
            (
                "Chương trình hành động",
                "Báo cáo kết quả thực hiện chương trình hoạt động, gắn với báo cáo năm.",
                "info name.severalWays",
            ),
            (
                "Chương trình hành động",
                "Thực hiện Chương trình hành động.",
                "",
            ),
            (
                "Chương trình hành động",
                "Thực hiện chương trình hoạt động hè.",
                "",
            ),
            ("Chương trình hành động", "Thực hiện chương trình", ""),
            ("Kế hoạch", "Thực hiện kế hoạch năm.", ""),
        ] {
            let plan = plan(json!({"document": {"kind": kind,
                "tasks": [{"text": text, "source": {"section": "IV"}}]}}));
            assert_eq!(codes(&plan, "name."), expected, "{kind}: {text}");
        }
    }
}
