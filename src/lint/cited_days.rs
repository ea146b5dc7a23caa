//! One document that is cited with two days, and one whose day the plan has otherwise than its words.
//!
//! Why: who looks it up by the wrong day finds nothing, or another document. A number begins anew each year, so that the
//! same number of another year is another document, unless day and month are the same.
//! Example: "Kế hoạch số 45-KH/TĐ ngày 15/01/2023" here, "ngày 16/01/2023" there.

use super::view::View;
use super::words::{Written, cited, dates};
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::calendar::Date;
use crate::finding::{Path, Severity};
use crate::plan::Citation;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CITATION_TWO_DAYS, &CITATION_OTHER_DAY],
};

static CITATION_TWO_DAYS: Lint = Lint {
    code: "citation.twoDays",
    about: "One document is cited with two days.",
    severities: &[Severity::Warning],
    gaps: &[
        ("number", &["45-KH/TĐ"]),
        ("one", &["15/1/2023"]),
        ("other", &["16/1/2023"]),
    ],
    says: Both {
        vi: "Văn bản số {number} được viện dẫn với hai ngày: {one} và {other}.",
        en: "Document {number} is cited with two days: {one} and {other}.",
    },
    mend: Both {
        vi: "Đối chiếu văn bản gốc và dùng một ngày.",
        en: "Look the document up and use its one day.",
    },
};

static CITATION_OTHER_DAY: Lint = Lint {
    code: "citation.otherDay",
    about: "A document that the plan is founded on has another day than the words that cite it.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["16/1/2023"]), ("stored", &["15/1/2023"])],
    says: Both {
        vi: "Câu được trích ghi ngày {written}, nhưng ngày của văn bản trong kế hoạch là {stored}.",
        en: "The words quoted say {written}, but the plan has the document of {stored}.",
    },
    mend: Both {
        vi: "Sửa ngày của văn bản được căn cứ theo câu được trích.",
        en: "Correct the document's day by the words quoted.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let document = view.plan.document.as_deref();
    let bases = document.map_or(&[][..], |document| &document.bases);
    let mut known: Vec<(String, Date, Stated)> = Vec::new();
    for (at, basis) in bases.iter().enumerate() {
        let path = Path::top("document").then("bases").at(at);
        if let Some(finding) = other_day(basis, &path) {
            out.push(finding);
        } else if let (Some(number), Some(date)) = (&basis.number, basis.date) {
            let stated = Stated::new(path, &basis.source, Some(Reading::Day(date)));
            known.push((plain(number), date, stated));
        }
    }
    for words in &view.texts {
        for one in cited(&plain(words.text)) {
            let Some(date) = one.day.date(view.plan.period) else {
                continue;
            };
            let stated = words.stated(Some(Reading::Day(date)));
            let other = known.iter().find(|(number, day, from)| {
                *number == one.number && is_slip(*day, date) && from.path != stated.path
            });
            if let Some((number, day, from)) = other {
                let said = CITATION_TWO_DAYS
                    .with("number", number.to_uppercase())
                    .with("one", *day)
                    .with("other", date);
                let finding = LintFinding::new(Severity::Warning, words.path.clone(), said);
                out.push(finding.stating([from.clone(), stated]));
                continue;
            }
            known.push((one.number, date, stated));
        }
    }
}

/// Whether two days of one number can be of one document only: of one year, or the same day of another.
fn is_slip(one: Date, other: Date) -> bool {
    let of_year = |date: Date| (date.day(), date.month());
    one != other && (one.year() == other.year() || of_year(one) == of_year(other))
}

/// The day of a basis that its own words have otherwise: theirs is the first after its number, or the only one.
fn other_day(basis: &Citation, path: &Path) -> Option<LintFinding> {
    let (stored, quote) = (basis.date?, basis.source.quote.as_deref()?);
    let text = plain(quote);
    let written = dates(&text);
    let is = |day: &Written| {
        let year = day.year.is_none_or(|year| year == stored.year());
        (day.day, day.month) == (stored.day(), stored.month()) && year
    };
    if written.iter().any(is) {
        return None;
    }
    let its = cited(&text);
    let day = match (&its[..], &written[..]) {
        ([one], _) => &one.day,
        ([], [only]) if text.get(..only.start)?.trim_end().ends_with("ngay") => only,
        _ => return None,
    };
    let date = Date::new(day.year?, day.month, day.day).ok()?;
    let said = CITATION_OTHER_DAY
        .with("written", date)
        .with("stored", stored);
    let stated = Stated::new(path.clone(), &basis.source, Some(Reading::Day(stored)));
    Some(
        LintFinding::new(Severity::Warning, path.clone(), said)
            .stating([stated])
            .mended(path.clone().then("date"), PatchValue::Day(date)),
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn one_document_with_two_days() {
        let one = "Thực hiện Kế hoạch số 45-KH/TĐ ngày 15/01/2023 của Thành Đoàn";
        let found = "warning citation.twoDays";
        for (other, expected) in [
            ("Theo Kế hoạch số 45-KH/TĐ ngày 16/01/2023", found),
            ("Theo Kế hoạch số 45-KH/TĐ ngày 15/01/2022", found),
            ("Theo Kế hoạch số 45-KH/TĐ, ngày 15 tháng 01 năm 2023", ""),
            // Each year the numbers begin anew.
            ("Theo Kế hoạch số 45-KH/TĐ ngày 20/02/2022", ""),
            ("Theo Kế hoạch số 45-KH/QĐ ngày 16/01/2023", ""),
            ("Kế hoạch số 45-KH/TĐ, ra quân ngày 16/01/2023", ""),
        ] {
            let task = |text: &str| json!({"text": text, "source": {"section": "IV"}});
            let plan = plan(json!({"document": {"tasks": [task(one), task(other)]}}));
            assert_eq!(codes(&plan, "citation."), expected, "{other}");
            let basis = json!({"about": "Kế hoạch", "number": "45-KH/TĐ", "date": "2023-01-15", "source": {"section": "0"}});
            let plan = crate::lint::tests::plan(
                json!({"document": {"bases": [basis], "tasks": [task(other)]}}),
            );
            assert_eq!(codes(&plan, "citation."), expected, "basis: {other}");
        }
    }

    #[test]
    fn a_basis_of_another_day_than_its_words() {
        let quote =
            "Căn cứ Kế hoạch số 45-KH/TĐ ngày 16/01/2023 của Thành Đoàn về kỷ niệm ngày 26/3/2023";
        let found = "warning citation.otherDay";
        for (quote, date, expected) in [
            (quote, "2023-01-15", found),
            (quote, "2022-01-16", found),
            (quote, "2023-01-16", ""),
            (
                "Căn cứ Công văn ngày 05 tháng 02 năm 2023",
                "2023-03-05",
                found,
            ),
            (
                "Căn cứ Công văn ngày 05 tháng 02 năm 2023",
                "2023-02-05",
                "",
            ),
            ("Căn cứ Công văn tháng 02/2023", "2023-02-05", ""),
            (
                "Căn cứ Kế hoạch tổ chức hội trại 24/3/2023 - 26/3/2023",
                "2023-02-05",
                "",
            ),
        ] {
            let basis = json!({"about": "Kế hoạch", "date": date, "source": {"section": "0", "quote": quote}});
            let plan = plan(json!({"document": {"bases": [basis]}}));
            assert_eq!(codes(&plan, "citation."), expected, "{quote} {date}");
        }
    }
}
