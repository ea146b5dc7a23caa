//! A date that no calendar has.
//!
//! Why: nobody can hold or send anything on 31/02, and each reader corrects it in his own way.
//! Example: "ngày 31/02/2023" is found; "ngày 28/02/2023" is not, nor "29/02" without a year.

use super::view::View;
use super::words::dates;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_IMPOSSIBLE],
};

static DATE_IMPOSSIBLE: Lint = Lint {
    code: "date.impossible",
    about: "A date is written that no calendar has, for example 31/02/2023.",
    severities: &[Severity::Error],
    gaps: &[("written", &["31/02/2023"])],
    says: Both {
        vi: "Không có ngày {written} trong lịch.",
        en: "There is no such day as {written}.",
    },
    mend: Both {
        vi: "Sửa lại ngày theo ý định của văn bản.",
        en: "Correct the day to the one that is meant.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = plain(words.text);
        for date in dates(&text).iter().filter(|date| date.is_impossible()) {
            let written = text.get(date.start..date.end).unwrap_or_default();
            let said = DATE_IMPOSSIBLE.with("written", written.to_owned());
            out.push(
                LintFinding::new(Severity::Error, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, quoting};

    #[test]
    fn no_calendar_has_it() {
        for (quote, expected) in [
            ("vào ngày 31/02/2023", "31/02/2023"),
            ("ngày 30 tháng 02 năm 2023", "30 thang 02 nam 2023"),
            ("vào ngày 15/13/2023", "15/13/2023"),
            ("vào ngày 28/02/2023", ""),
            ("vào ngày 29/02", ""),
            // Before the first year of a plan the day and the month decide.
            ("Ngày sinh Bác Hồ (19/5/1890 - 19/5/2023)", ""),
            ("Quốc tế Lao động 01/5/1886", ""),
            ("ngày 29 tháng 02 năm 1896", ""),
            ("ngày 29/02/1890", "29/02/1890"),
            ("ngày 31/4/1885", "31/4/1885"),
            ("ngày 12/13/1789", "12/13/1789"),
            ("số 32/KH-ĐTN", ""),
        ] {
            let found = found(&quoting(quote), "date.impossible");
            assert_eq!(found.is_empty(), expected.is_empty(), "{quote}: {found:?}");
        }
    }
}
