//! A month or a quarter whose own days, right behind it in brackets, are in another.
//!
//! Why: one of the two is wrong, and half of the readers keep to the other.
//! Example: "trong tháng 3 (từ ngày 01/4 đến ngày 30/4/2023)".

use super::view::View;
use super::words::{WrittenMonth, dates, months, quarters, says_due};
use super::{Lint, LintFinding, Slice, Word};
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_OUTSIDE_MONTH],
};

static DATE_OUTSIDE_MONTH: Lint = Lint {
    code: "date.outsideMonth",
    about: "The days in brackets behind a month or a quarter all lie outside it.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["tháng 3", "March"]),
        (
            "days",
            &["từ ngày 01/4 đến ngày 30/4/2023", "01/4 to 30/4/2023"],
        ),
    ],
    says: Both {
        vi: "Văn bản ghi {written}, nhưng “{days}” không thuộc thời gian đó.",
        en: "The document says {written}, but “{days}” is not in it.",
    },
    mend: Both {
        vi: "Sửa tháng, quý hoặc các ngày trong ngoặc.",
        en: "Correct the month or quarter, or the days in brackets.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = plain(words.text);
        let of_months = months(&text).into_iter().map(|month| (month, 1));
        let of_quarters = quarters(&text).into_iter().map(|quarter| (quarter, 3));
        let mut all = of_months.chain(of_quarters);
        if let Some((written, days)) = all.find_map(|(month, len)| outside(&text, month, len)) {
            let said = DATE_OUTSIDE_MONTH
                .with("written", Word::Text(written))
                .with("days", Word::Text(days));
            out.push(
                LintFinding::new(Severity::Warning, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
    }
}

/// The month or quarter, and what stands in brackets right behind it, where all of it is in other months.
fn outside(text: &str, month: WrittenMonth, len: u8) -> Option<(String, String)> {
    let inside = text.get(month.end..)?.trim_start().strip_prefix('(')?;
    let (inside, _) = inside.split_at_checked(inside.find(')')?)?;
    let first = inside.split_whitespace().next()?;
    let begins = ["tu", "ngay", "cac", "dien", "thang"].contains(&first)
        || first.starts_with(|c: char| c.is_ascii_digit());
    if !begins || says_due(inside) || inside.contains("bao cao") || inside.contains("am lich") {
        return None;
    }
    let of_days = dates(inside).into_iter().map(|day| (day.month, day.year));
    let of_months = months(inside).into_iter().map(|own| (own.month, own.year));
    let mut all = of_days.chain(of_months).peekable();
    all.peek()?;
    let is_inside = |(own, year): (u8, Option<i32>)| {
        let other_year = month
            .year
            .zip(year)
            .is_some_and(|(one, other)| one != other);
        !other_year && (month.month..month.month + len).contains(&own)
    };
    let span = first == "tu" || inside.contains(" - ") || inside.contains(" den ");
    let mut inside_of_it = all.map(is_inside);
    // A span may begin before the month and end behind it.
    let is_out = if span {
        let (one, other) = (inside_of_it.next()?, inside_of_it.next_back());
        !one && !other.unwrap_or(one)
    } else {
        inside_of_it.all(|is| !is)
    };
    let name = match len {
        1 => ["tháng ", &month.month.to_string()].concat(),
        _ => ["quý ", &(month.month / 3 + 1).to_string()].concat(),
    };
    is_out.then(|| (name, inside.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, quoting};

    #[test]
    fn days_of_another_month() {
        for (quote, is_outside) in [
            (
                "Tổ chức trong tháng 3 (từ ngày 01/4 đến ngày 30/4/2023)",
                true,
            ),
            (
                "Tổ chức trong tháng 3 (từ ngày 01/3 đến ngày 31/3/2023)",
                false,
            ),
            (
                "Tổ chức trong tháng 3 (từ ngày 25/3 đến ngày 05/4/2023)",
                false,
            ),
            ("Tháng 3/2023 (ngày 12/3/2022)", true),
            ("Các hoạt động tháng 3 (ngày 19/4)", true),
            ("Quý I (từ tháng 4 đến tháng 6)", true),
            ("Quý II (từ tháng 4 đến tháng 6)", false),
            ("Quý II/2023 (tháng 7, 8, 9)", true),
            ("Tháng 5 (tháng 4 âm lịch)", false),
            ("Tháng 3 (Tháng Thanh niên)", false),
            ("Báo cáo tháng 3 (trước ngày 05/4)", false),
            ("Tổng kết tháng 3 (báo cáo ngày 05/4)", false),
            ("Trong tháng 3 (10 hoạt động)", false),
        ] {
            let found = codes(&quoting(quote), "date.outsideMonth");
            assert_eq!(!found.is_empty(), is_outside, "{quote}");
        }
    }
}
