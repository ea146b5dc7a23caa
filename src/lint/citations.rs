//! One document that is cited under two numbers.
//!
//! Why: who looks it up finds nothing under one of them. Two citations are of one document when date,
//! issuer and subject are the same.
//! Example: 19-KH/ĐTN-BMT.ANQP.ĐBDC and 19-KH/TĐTN-BMT.ANQP.ĐBDC, both of 09/02/2023.

use super::view::View;
use super::words::Phrase;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::plan::Citation;
use crate::text::{Both, fold};

/// From how many shared words in a hundred two subjects are one.
const ALIKE: usize = 80;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CITATION_TWO_NUMBERS],
};

static CITATION_TWO_NUMBERS: Lint = Lint {
    code: "citation.twoNumbers",
    about: "One document is cited under two numbers.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Một văn bản được viện dẫn với hai số, ký hiệu khác nhau.",
        en: "One document is cited under two numbers.",
    },
    mend: Both {
        vi: "Đối chiếu văn bản gốc và dùng một số, ký hiệu.",
        en: "Look the document up and use its one number.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let Some(document) = &view.plan.document else {
        return;
    };
    for (at, one) in document.bases.iter().enumerate() {
        for (other_at, other) in document.bases.iter().enumerate().skip(at + 1) {
            if !is_one(one, other) {
                continue;
            }
            let path = |at: usize| Path::top("document").then("bases").at(at);
            let stated = |at: usize, basis: &Citation| {
                let number = basis.number.clone().map(Reading::Words);
                Stated::new(path(at), &basis.source, number)
            };
            out.push(
                LintFinding::new(Severity::Warning, path(other_at), &CITATION_TWO_NUMBERS)
                    .stating([stated(at, one), stated(other_at, other)]),
            );
        }
    }
}

fn is_one(one: &Citation, other: &Citation) -> bool {
    let (Some(number), Some(other_number)) = (&one.number, &other.number) else {
        return false;
    };
    let same = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => fold(one) == fold(other),
        _ => true,
    };
    fold(number) != fold(other_number)
        && one.date.is_some()
        && one.date == other.date
        && same(&one.issuer, &other.issuer)
        && Phrase::of(&one.about).likeness(&Phrase::of(&other.about)) >= ALIKE
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn one_document_two_numbers() {
        for (number, date, about, expected) in [
            (
                "19-KH/TĐTN",
                "2023-02-09",
                "Tổ chức Tháng Thanh niên",
                "warning citation.twoNumbers",
            ),
            ("19-KH/ĐTN", "2023-02-09", "Tổ chức Tháng Thanh niên", ""),
            ("19-KH / ĐTN", "2023-02-09", "Tổ chức Tháng Thanh niên", ""),
            ("20-KH/ĐTN", "2023-02-10", "Tổ chức Tháng Thanh niên", ""),
            ("20-KH/ĐTN", "2023-02-09", "Trồng cây", ""),
        ] {
            let cited = |number: &str, date: &str, about: &str| json!({"number": number, "date": date, "about": about, "source": {"section": "Căn cứ"}});
            let bases = json!([
                cited("19-KH/ĐTN", "2023-02-09", "Tổ chức Tháng Thanh niên"),
                cited(number, date, about)
            ]);
            let plan = plan(json!({"document": {"bases": bases}}));
            assert_eq!(
                codes(&plan, "citation."),
                expected,
                "{number} {date} {about}"
            );
        }
    }
}
