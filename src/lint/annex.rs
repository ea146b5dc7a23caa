//! An annex or form that the document refers to and the plan does not have.
//!
//! Why: what stands there (the list of events, the form of the report) is asked of nobody until somebody
//! finds the paper.
//! Example: "(Có phụ lục kèm theo)", "báo cáo kết quả (theo mẫu)".

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, fold};

/// What refers to an annex, and how it is written.
const REFERENCES: &[(&str, &str)] = &[
    ("phu luc", "phụ lục"),
    ("theo mau", "theo mẫu"),
    ("mau dinh kem", "mẫu đính kèm"),
    ("kem theo", "kèm theo"),
];

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ANNEX_ABSENT],
};

static ANNEX_ABSENT: Lint = Lint {
    code: "annex.absent",
    about: "An annex or form is referred to that the plan does not have.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["Phụ lục 2"])],
    says: Both {
        vi: "Văn bản dẫn “{written}”, nhưng nội dung đó không có trong kế hoạch.",
        en: "The document refers to “{written}”, which the plan does not have.",
    },
    mend: Both {
        vi: "Bổ sung phụ lục hoặc mẫu được dẫn, rồi nhập nội dung vào kế hoạch.",
        en: "Supply what is referred to, and enter it into the plan.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
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
        let said = ANNEX_ABSENT.with("written", (*written).to_owned());
        out.push(
            LintFinding::new(Severity::Warning, words.path.clone(), said)
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
