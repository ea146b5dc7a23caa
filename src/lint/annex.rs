//! An annex or form that the document refers to and the plan does not have.
//!
//! Why: what stands there (the list of events, the form of the report) is asked of nobody until somebody
//! finds the paper.
//! Example: "(Có phụ lục kèm theo)", "báo cáo kết quả (theo mẫu)".

use super::attached::{ATTACHED, parts};
use super::view::View;
use super::words::{Ends, clause_after};
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
    let parts = parts(view);
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for words in &view.texts {
        let text = fold(words.text);
        let referred = REFERENCES
            .iter()
            .find(|(word, _)| is_of_this(view, &text, word) && !is_there(&text, word, &parts));
        let Some((_, written)) = referred else {
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

/// What documents are called, without marks; what begins with another's name stands before it.
const DOCUMENTS: &[&str] = &[
    "ke hoach lien tich",
    "chuong trinh",
    "nghi quyet",
    "quyet dinh",
    "huong dan",
    "thong tri",
    "thong bao",
    "nghi dinh",
    "cong dien",
    "cong van",
    "thong tu",
    "to trinh",
    "ke hoach",
    "quy che",
    "dieu le",
    "chi thi",
    "de an",
    "luat",
];

/// What may stand between an annex and the document to which it is annexed.
const ANNEXED: &[&str] = &[
    "so", "ban", "hanh", "kem", "dinh", "theo", "tai", "cua", "trong", "o", "duoc", "gui", "quy",
    "bao", "cao", "mau", "bieu", "phu", "luc",
];

/// Whether a text refers so to what is annexed to this plan, and not only to another document by its number: "mẫu kèm theo Công văn
/// số 33". Each kind of document has numbers of its own.
fn is_of_this(view: &View<'_>, text: &str, word: &str) -> bool {
    let own = view.plan.document.as_ref();
    let own = own.and_then(|own| Some((fold(&own.kind), fold(own.number.as_deref()?))));
    text.match_indices(word).any(|(at, _)| {
        let rest = text.get(at + word.len()..).unwrap_or_default();
        cited(clause_after(rest, Ends::Comma)).is_none_or(|(name, number)| {
            let own = own.as_ref();
            own.is_some_and(|(kind, own)| kind == name && is_same(own, number))
        })
    })
}

/// The kind and the number of the document that stands right behind an annex. A bare number is none: "kế hoạch 2024", "chương trình
/// 15 hoạt động".
fn cited(rest: &str) -> Option<(&str, &str)> {
    let mut rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    loop {
        let named = |name: &&'static str| Some((*name, rest.strip_prefix(name)?));
        if let Some((name, behind)) = DOCUMENTS.iter().find_map(named) {
            let mut words = behind.split_whitespace();
            let first = words.next()?;
            let is_said = first.trim_end_matches(':') == "so";
            let number = if is_said { words.next()? } else { first };
            let number = number.trim_end_matches(|c: char| !c.is_alphanumeric());
            let is_year = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
            let is_signed = words.find(|word| !is_year(word)).is_some_and(is_sign);
            let is_number = number.starts_with(|c: char| c.is_ascii_digit());
            return (is_number && (is_said || is_signed)).then_some((name, number));
        }
        let (word, behind) = rest.split_once(' ')?;
        let is_number = word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
        if !is_number && !ANNEXED.contains(&word) {
            return None;
        }
        rest = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
}

/// Whether a word behind a number is a sign of offices, "QĐ" or "KH": no word of the language is without a vowel.
fn is_sign(word: &str) -> bool {
    !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Whether both are one number: "33" and "33-KH/ĐTN".
fn is_same(own: &str, number: &str) -> bool {
    let digits = |text: &str| {
        let text = text.trim_start_matches('0');
        let end = text.find(|c: char| !c.is_ascii_digit());
        text.get(..end.unwrap_or(text.len())).map(str::to_owned)
    };
    digits(own) == digits(number)
}

/// Whether what a text refers to is among the parts: the annex of its number, a form, or any of them where it says no more.
fn is_there(text: &str, word: &str, parts: &[String]) -> bool {
    let kinds: &[&str] = match word {
        "phu luc" => &["phu luc"],
        _ => ATTACHED,
    };
    let mut of_kind = parts
        .iter()
        .filter(|part| kinds.iter().any(|kind| part.starts_with(kind)));
    let number = text.split_once(word).and_then(|(_, rest)| number(rest));
    match number {
        Some(number) => of_kind.any(|part| {
            let mut own = part.split(' ');
            own.any(|own| own.trim_start_matches('0') == number)
        }),
        None => of_kind.next().is_some(),
    }
}

/// The number of an annex or form right behind its name: "so 02", "ii".
fn number(rest: &str) -> Option<&str> {
    let mut words = rest
        .split(' ')
        .filter(|word| !word.is_empty() && *word != "so");
    let word = words.next()?.trim_start_matches('0');
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    let is_roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    (is_number || is_roman).then_some(word)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, found, plan};
    use serde_json::json;

    #[test]
    fn what_is_referred_to() {
        for (quote, absent) in [
            ("dự kiến tổ chức trong năm 2024 (Có phụ lục kèm theo)", true),
            ("báo cáo kết quả thực hiện (theo mẫu) bằng văn bản", true),
            ("xây dựng giá trị hình mẫu thanh niên", false),
            // Annexed to another document, not to the plan.
            ("Báo cáo theo mẫu kèm theo Công văn số 33", false),
            ("Báo cáo (mẫu kèm theo Công văn số 33-CV/ĐTN)", false),
            (
                "Báo cáo theo mẫu số 02 ban hành kèm theo Quyết định số 12/QĐ-ĐTN",
                false,
            ),
            ("Số liệu theo Phụ lục II của Hướng dẫn số 5-HD/TWĐTN", false),
            ("Báo cáo theo mẫu kèm theo Quyết định 12/QĐ-ĐTN", false),
            ("Báo cáo theo mẫu kèm theo Đề án số 5", false),
            (
                "Báo cáo theo mẫu kèm theo Kế hoạch liên tịch số 07-KHLT",
                false,
            ),
            // Of the plan's number, and another document.
            ("Báo cáo (mẫu kèm theo Công văn số 07-CV/ĐTN)", false),
            ("Báo cáo theo mẫu kèm theo Kế hoạch số 07-KH/ĐTN này", true),
            // No numbers of documents.
            ("Báo cáo theo mẫu kèm theo kế hoạch 2024", true),
            ("Báo cáo theo mẫu kèm theo kế hoạch 2024-2025", true),
            ("Số liệu kèm theo Chương trình 15 hoạt động", true),
            ("Báo cáo theo mẫu kèm theo Kế hoạch này", true),
            ("Thực hiện Công văn số 33, báo cáo theo mẫu", true),
            (
                "Theo mẫu kèm theo Công văn số 33 và phụ lục của kế hoạch",
                true,
            ),
        ] {
            let task = json!({"text": quote, "source": {"section": "IV"}});
            let document = json!({"kind": "Kế hoạch", "number": "07-KH/ĐTN", "tasks": [task]});
            let plan = plan(json!({"document": document}));
            let all = found(&plan, "annex.absent");
            assert_eq!(!all.is_empty(), absent, "{quote}");
        }
    }

    #[test]
    fn what_the_plan_has_taken_in_is_there() {
        for (form, quote, absent) in [
            (
                json!({"section": "Mẫu"}),
                "Báo cáo kết quả (theo mẫu)",
                false,
            ),
            (
                json!({"section": "Mẫu số 01"}),
                "Báo cáo theo mẫu 1 đính kèm",
                false,
            ),
            (json!({"section": "Mẫu 2"}), "Báo cáo theo mẫu số 01", true),
            (
                json!({"section": "Phụ lục 2"}),
                "Báo cáo kết quả (theo mẫu)",
                false,
            ),
            (
                json!({"section": "Phụ lục 2"}),
                "Số liệu theo Phụ lục 2",
                false,
            ),
            (
                json!({"section": "Phụ lục II"}),
                "Số liệu theo phụ lục II",
                false,
            ),
            (
                json!({"section": "Phụ lục 2"}),
                "Số liệu theo Phụ lục 3",
                true,
            ),
            (
                json!({"section": "Biểu 1"}),
                "Biểu tổng hợp kèm theo",
                false,
            ),
            (
                json!({"section": "V.1", "quote": "MẪU BÁO CÁO THÁNG"}),
                "Báo cáo (theo mẫu)",
                false,
            ),
            (
                json!({"section": "V.1", "quote": "Các đơn vị báo cáo (theo mẫu)"}),
                "Báo cáo (theo mẫu)",
                true,
            ),
            (
                json!({"section": "Ngoài văn bản"}),
                "Báo cáo (theo mẫu)",
                true,
            ),
            (
                json!({"section": "Biểu dương, khen thưởng"}),
                "Báo cáo (theo mẫu)",
                true,
            ),
        ] {
            let plan = plan(json!({
                "templates": [{"id": "form", "source": form, "sections": []}],
                "document": {"tasks": [{"text": quote, "source": {"section": "IV"}}]},
            }));
            let expected = if absent { "warning annex.absent" } else { "" };
            assert_eq!(codes(&plan, "annex."), expected, "{form} {quote}");
        }
    }

    #[test]
    fn a_document_that_is_a_form_refers_to_itself() {
        for (kind, title, quote, absent) in [
            ("Kế hoạch", "Tháng Thanh niên", "Báo cáo (theo mẫu)", true),
            ("Biểu mẫu", "Báo cáo tháng", "Báo cáo (theo mẫu)", false),
            (
                "Công văn",
                "Biểu mẫu báo cáo quý",
                "Báo cáo (theo mẫu)",
                false,
            ),
            ("Biểu mẫu", "Báo cáo tháng", "Số liệu theo Phụ lục 2", true),
        ] {
            let task = json!({"text": quote, "source": {"section": "IV"}});
            let document = json!({"kind": kind, "tasks": [task]});
            let plan = plan(json!({"title": title, "document": document}));
            let all = found(&plan, "annex.absent");
            assert_eq!(!all.is_empty(), absent, "{kind} {title}: {quote}");
        }
    }
}
