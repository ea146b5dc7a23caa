//! Words for what every figure comes to, and for what units say in words.

use super::either;
use super::fill::fill;
use super::rollup::count;
use crate::plan::Combine;
use crate::text::Lang;

/// How the periods of a figure become one: "Cộng các kỳ".
#[must_use]
pub fn combined(combine: Combine, lang: Lang) -> &'static str {
    match combine {
        Combine::Sum => either(lang, "Cộng các kỳ", "Periods added up"),
        Combine::Latest => either(
            lang,
            "Số hiện có mới nhất của từng đơn vị",
            "Each unit's latest",
        ),
        Combine::Cumulative => either(
            lang,
            "Lũy kế mới nhất của từng đơn vị",
            "Each unit's latest running total",
        ),
        Combine::Maximum => either(lang, "Số cao nhất của từng đơn vị", "Each unit's highest"),
    }
}

/// What is asked by the number of a table's rows: "số công trình".
#[must_use]
pub fn rows(row: &str, lang: Lang) -> String {
    let sentence = either(lang, "số {row}", "number of {row}");
    fill(sentence, &[("row", row)])
}

/// What of a table is meant: "Công trình thanh niên: Giá trị".
#[must_use]
pub fn of_table(table: &str, part: &str) -> String {
    [table, ": ", part].concat()
}

/// Of how many units a figure is known: "12 trên 36 đơn vị đã có số liệu".
#[must_use]
pub fn known(known: usize, all: usize, lang: Lang) -> String {
    fill(
        either(
            lang,
            "{known} trên {all} đơn vị đã có số liệu",
            "{known} of {all} units have given it",
        ),
        &[("known", &count(known)), ("all", &count(all))],
    )
}

/// That answers in words are not shown: "Còn 40 câu trả lời khác"; none where all are.
#[must_use]
pub fn more_told(more: usize, lang: Lang) -> Option<String> {
    let sentence = either(
        lang,
        "Còn {more} câu trả lời cũ hơn; xin mở từng báo cáo để đọc.",
        "{more} older answers are not listed; open each report to read them.",
    );
    (more > 0).then(|| fill(sentence, &[("more", &count(more))]))
}
