//! A day of every month that some months do not have.
//!
//! Why: in February each unit picks another day for "ngày 30 hằng tháng".
//! Example: "Báo cáo tháng gửi trước ngày 30 hằng tháng".

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_NOT_EVERY_MONTH],
};

static DATE_NOT_EVERY_MONTH: Lint = Lint {
    code: "date.notEveryMonth",
    about: "A day of every month that some months do not have.",
    severities: &[Severity::Info],
    gaps: &[("day", &["30"])],
    says: Both {
        vi: "Không phải tháng nào cũng có ngày {day}; ở tháng ngắn hơn, kế hoạch lấy ngày cuối tháng.",
        en: "Not every month has a day {day}; in a shorter month the plan takes its last day.",
    },
    mend: Both {
        vi: "Ghi “ngày cuối tháng”, hoặc một ngày không quá 28.",
        en: "Write the last day of the month, or a day up to 28.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        if let Some(day) = missing(&plain(words.text)) {
            let said = DATE_NOT_EVERY_MONTH.with("day", day);
            out.push(
                LintFinding::new(Severity::Info, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
    }
}

/// What says what holds in a shorter month.
const SHORTER: &[&str] = &[
    "thang 2 ",
    "thang 02 ",
    "thang hai ",
    "(thang 2:",
    "ngay cuoi",
    "cuoi thang",
    "cuoi cung",
    "thang thieu",
    "thang ngan",
    "thang khong co",
    "khong co ngay",
    "28 hoac 29",
];

/// The day, where one of the three last is named of every month.
fn missing(text: &str) -> Option<i64> {
    text.match_indices("ngay ").find_map(|(at, found)| {
        let rest = text.get(at + found.len()..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let day: i64 = digits.parse().ok()?;
        let after = rest.get(digits.len()..)?.trim_start_matches([' ', ',']);
        let monthly = ["hang thang", "moi thang", "cua thang", "trong thang"];
        let monthly = monthly.iter().any(|words| {
            after
                .strip_prefix(words)
                // "Ngày 30 của tháng 4" is one day.
                .is_some_and(|tail| !tail.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        });
        // "Riêng tháng 2 là ngày 28": the shorter month is spoken of.
        let is_settled = SHORTER.iter().any(|words| text.contains(words));
        (monthly && (29..=31).contains(&day) && !is_settled).then_some(day)
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, quoting};

    #[test]
    fn of_every_month() {
        for (quote, is_missing) in [
            ("Gửi trước ngày 30 hằng tháng", true),
            ("Gửi vào ngày 31, hàng tháng", true),
            ("Gửi trước ngày 28 hằng tháng", false),
            ("Gửi trước ngày 30 của tháng 4", false),
            ("Gửi trước ngày 30/4", false),
            ("Gửi ngày 30 hằng tháng (riêng tháng 2 là ngày 28)", false),
            (
                "Gửi ngày 31 hằng tháng hoặc ngày cuối cùng của tháng",
                false,
            ),
            ("Họp ngày 30 hằng tháng; đợt 1 từ tháng 3", true),
        ] {
            let found = codes(&quoting(quote), "date.notEveryMonth");
            assert_eq!(!found.is_empty(), is_missing, "{quote}");
        }
    }
}
