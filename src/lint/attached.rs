//! What a document holds of forms and annexes, and whether it is one itself.

use super::view::View;
use crate::plan::Template;
use crate::text::{fold, fold_case};

/// How the parts of a document are called that are forms themselves, or hold them, without marks.
pub(super) const ATTACHED: &[&str] = &["mau", "bieu", "phu luc"];

/// What stands behind "biểu" in words that name no form: "biểu dương", "biểu ngữ".
const NO_FORM: &[&str] = &[
    "dương", "diễn", "quyết", "hiện", "thị", "tượng", "trưng", "đạt", "cảm", "ngữ", "đồ",
];

/// How the forms and annexes are called that the plan has taken in, without marks: "phu luc 2", "mau so 1".
pub(super) fn parts(view: &View<'_>) -> Vec<String> {
    let forms = view.plan.templates.iter().flat_map(heads);
    let sections = view.texts.iter().map(|words| words.section);
    let all = forms.chain(sections).chain(titles(view));
    all.filter(|head| is_part(head)).map(fold).collect()
}

/// Whether the document has the form: as a part of its own, under its own title, or as the document itself.
pub(super) fn holds(view: &View<'_>, form: &Template) -> bool {
    heads(form).chain(titles(view)).any(is_part)
}

/// What stands over a form in the document.
fn heads(form: &Template) -> impl Iterator<Item = &str> {
    let quote = form.source.quote.as_deref();
    [Some(form.source.section.as_ref()), quote]
        .into_iter()
        .flatten()
}

/// What the document calls itself.
fn titles<'a>(view: &View<'a>) -> impl Iterator<Item = &'a str> {
    let kind = view.plan.document.as_ref().map(|own| own.kind.as_str());
    kind.into_iter().chain([view.plan.title.as_str()])
}

/// Whether what stands under that head is a form or an annex: "Mẫu số 01", "Mẫu01-ĐTN", "BIỂU TỔNG HỢP", "Phụ lục II".
fn is_part(head: &str) -> bool {
    let head = fold_case(head);
    let mut words = head.split(|c: char| c == ' ' || c.is_ascii_digit());
    match (words.next(), words.next()) {
        (Some("mẫu"), _) | (Some("phụ"), Some("lục")) => true,
        (Some("biểu"), next) => next.is_none_or(|next| !NO_FORM.contains(&next)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_part;

    #[test]
    fn what_stands_over_a_form() {
        for (head, expected) in [
            ("Mẫu số 01", true),
            ("MẪU BÁO CÁO QUÝ", true),
            ("Biểu 2", true),
            ("Biểu mẫu báo cáo tháng", true),
            ("Biểu", true),
            ("Mẫu01-ĐTN", true),
            ("Biểu02/TH", true),
            ("PHỤ LỤC1", true),
            ("PHỤ LỤC II", true),
            ("Biểu dương gương người tốt", false),
            ("Biểu diễn văn nghệ", false),
            ("Biểu ngữ, khẩu hiệu", false),
            ("Biểu đồ kết quả", false),
            ("Máu và sức khỏe", false),
            ("Phụ trách đội", false),
            ("Các đơn vị báo cáo (theo mẫu)", false),
            ("V.1", false),
        ] {
            assert_eq!(is_part(head), expected, "{head}");
        }
    }
}
