//! Points in words.

use super::either;
use crate::text::{self, Lang};

/// So many points: "8,5 điểm". `points` are steps of so many decimal places.
#[must_use]
pub fn points(points: i64, decimals: u8, lang: Lang) -> String {
    [
        &*text::format_typed(points, decimals),
        either(lang, " điểm", " points"),
    ]
    .concat()
}

/// The most points that can be given: "Tối đa 10 điểm".
#[must_use]
pub fn most_points(most: &str, lang: Lang) -> String {
    [either(lang, "Tối đa ", "At most "), most].concat()
}

/// What a unit gave itself of what it could: "Tự chấm: 86,5 trên 95 điểm".
#[must_use]
pub fn own_points(own: i64, most: i64, decimals: u8, lang: Lang) -> String {
    of(
        either(lang, "Tự chấm: ", "Own points: "),
        own,
        most,
        decimals,
        lang,
    )
}

/// What it comes to after the office's review: "Thẩm định: 84 trên 95 điểm".
#[must_use]
pub fn reviewed_points(reviewed: i64, most: i64, decimals: u8, lang: Lang) -> String {
    let head = either(lang, "Thẩm định: ", "Reviewed points: ");
    of(head, reviewed, most, decimals, lang)
}

fn of(head: &str, some: i64, most: i64, decimals: u8, lang: Lang) -> String {
    let some = text::format_typed(some, decimals);
    let between = either(lang, " trên ", " of ");
    [head, &some, between, &points(most, decimals, lang)].concat()
}

/// How many criteria are scored: "18 trên 20 tiêu chí có điểm".
#[must_use]
pub fn scored(known: usize, of: usize, lang: Lang) -> String {
    let (known, of) = (known.to_string(), of.to_string());
    let words = either(lang, " tiêu chí có điểm", " criteria have points");
    [&*known, either(lang, " trên ", " of "), &of, words].concat()
}

/// A band with its least points: "Xuất sắc, từ 90 điểm".
#[must_use]
pub fn band(name: &str, from: i64, decimals: u8, lang: Lang) -> String {
    let from = points(from, decimals, lang);
    [name, either(lang, ", từ ", ", from "), &from].concat()
}

/// That a band is ruled out, and why: "Không xét Xuất sắc: Có báo cáo gửi trễ hạn".
#[must_use]
pub fn barred(name: &str, why: &str, lang: Lang) -> String {
    [
        either(lang, "Không xét ", "Not considered for "),
        name,
        ": ",
        why,
    ]
    .concat()
}

/// That the points reach no band.
#[must_use]
pub fn no_band(lang: Lang) -> &'static str {
    either(lang, "Chưa đạt mức nào", "No band reached")
}
