//! An annex or form that the document refers to and the plan does not have.
//!
//! Why: what stands there (the list of events, the form of the report) is asked of nobody until somebody
//! finds the paper.
//! Example: "(Có phụ lục kèm theo)", "báo cáo kết quả (theo mẫu)".

use super::view::View;
use super::{LintFinding, LintKind};
use crate::finding::Severity;
use crate::text::fold;

/// What refers to an annex, and how it is written.
const REFERENCES: &[(&str, &str)] = &[
    ("phu luc", "phụ lục"),
    ("theo mau", "theo mẫu"),
    ("mau dinh kem", "mẫu đính kèm"),
    ("kem theo", "kèm theo"),
];

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for words in &view.texts {
        let text = fold(words.text);
        let Some((_, written)) = REFERENCES.iter().find(|(word, _)| text.contains(word)) else {
            continue;
        };
        // A longer and a shorter quote of one sentence refer to one annex.
        if seen.contains(&(words.section, written)) {
            continue;
        }
        seen.push((words.section, written));
        let kind = LintKind::AnnexAbsent {
            written: (*written).to_owned(),
        };
        out.push(
            LintFinding::new(Severity::Warning, words.path.clone(), kind)
                .stating([words.stated(None)]),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, quoting};

    #[test]
    fn what_is_referred_to() {
        for (quote, absent) in [
            ("dự kiến tổ chức trong năm 2024 (Có phụ lục kèm theo)", true),
            ("báo cáo kết quả thực hiện (theo mẫu) bằng văn bản", true),
            ("xây dựng giá trị hình mẫu thanh niên", false),
        ] {
            assert_eq!(
                !found(&quoting(quote), "annex.absent").is_empty(),
                absent,
                "{quote}"
            );
        }
    }
}
