//! A document that the plan is founded on and that is younger than the plan.
//!
//! Why: nothing is founded on what does not exist yet; one of the two dates is of another year or day.
//! Example: a plan of 15/02/2023 "căn cứ Kế hoạch … ngày 10/02/2024".

use super::view::View;
use super::words::cited;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DOCUMENT_LATER_BASIS],
};

static DOCUMENT_LATER_BASIS: Lint = Lint {
    code: "document.laterBasis",
    about: "The plan is founded on a document that was issued after it.",
    severities: &[Severity::Warning],
    gaps: &[("issued", &["14/2/2023"]), ("basis", &["10/2/2024"])],
    says: Both {
        vi: "Kế hoạch ban hành ngày {issued} căn cứ vào một văn bản ngày {basis}, ban hành sau đó.",
        en: "The plan of {issued} is founded on a document of {basis}, which is later.",
    },
    mend: Both {
        vi: "Kiểm tra ngày ban hành của kế hoạch và ngày của văn bản được căn cứ.",
        en: "Check the plan's day of issue and the day of the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let Some(document) = view.plan.document.as_deref() else {
        return;
    };
    let Some(issued) = document.issued else {
        return;
    };
    for (at, basis) in document.bases.iter().enumerate() {
        let Some(date) = basis.date.filter(|date| *date > issued) else {
            continue;
        };
        let path = Path::top("document").then("bases").at(at);
        let said = DOCUMENT_LATER_BASIS
            .with("issued", issued)
            .with("basis", date);
        let stated = Stated::new(path.clone(), &basis.source, Some(Reading::Day(date)));
        out.push(LintFinding::new(Severity::Warning, path, said).stating([stated]));
    }
    // What a task or a duty carries out is there too before it; a basis is spoken of above.
    for words in &view.texts {
        let is_basis = words.path.to_string().starts_with("/document/bases");
        let later = cited(&plain(words.text)).into_iter().find_map(|one| {
            let date = one.day.date(view.plan.period)?;
            (date > issued).then_some(date)
        });
        if let Some(date) = later.filter(|_| !is_basis) {
            let said = DOCUMENT_LATER_BASIS
                .with("issued", issued)
                .with("basis", date);
            let stated = words.stated(Some(Reading::Day(date)));
            let finding = LintFinding::new(Severity::Warning, words.path.clone(), said);
            out.push(finding.stating([stated]));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn nor_does_it_carry_out_what_comes_later() {
        let found = "warning document.laterBasis";
        for (text, expected) in [
            (
                "Thực hiện Kế hoạch số 45-KH/TĐ ngày 15/5/2023 của Thành Đoàn",
                found,
            ),
            (
                "Triển khai Nghị quyết số 12-NQ/TW, ngày 10 tháng 10 năm 2024",
                found,
            ),
            ("Thực hiện Kế hoạch số 45-KH/TĐ ngày 15/01/2023", ""),
            (
                "Hội trại theo Kế hoạch số 45-KH/TĐ, tổ chức ngày 26/3/2023",
                "",
            ),
        ] {
            let task = json!({"text": text, "source": {"section": "IV"}});
            let plan = plan(json!({"document": {"issued": "2023-02-14", "tasks": [task]}}));
            assert_eq!(codes(&plan, "document.laterBasis"), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_founded_on_what_comes_later() {
        for (basis, expected) in [
            ("2024-02-10", "warning document.laterBasis"),
            ("2023-02-14", ""),
            ("2023-02-10", ""),
        ] {
            let plan = plan(json!({"document": {"issued": "2023-02-14",
                "bases": [{"about": "Kế hoạch", "date": basis, "source": {"section": "0"}}]}}));
            assert_eq!(codes(&plan, "document.laterBasis"), expected, "{basis}");
        }
    }
}
