//! How a figure is answered, in words: what another version of a plan must not change of it.

use crate::text::{Both, Lang};
use crate::value::{Counted, Measure};

const fn both(vi: &'static str, en: &'static str) -> Both {
    Both { vi, en }
}

/// The kinds that count nothing, by the name of their control.
const UNCOUNTED: &[(&str, Both)] = &[
    ("done", both("có làm hay chưa", "done or not")),
    ("text", both("câu chữ", "words")),
    (
        "choice",
        both("một câu trả lời trong danh sách", "one answer of a list"),
    ),
    ("date", both("ngày", "a date")),
    ("time", both("giờ trong ngày", "an hour of the day")),
    ("link", both("đường dẫn", "a link")),
    ("phone", both("số điện thoại", "a phone number")),
    ("email", both("thư điện tử", "an e-mail address")),
    ("table", both("bảng nhiều dòng", "a table of rows")),
    ("file", both("tệp kèm theo", "files")),
];
const SEVERAL: Both = both(
    "nhiều câu trả lời trong danh sách",
    "several answers of a list",
);

/// "số đo bằng km, 1 chữ số sau dấu phẩy", "số đếm (cây)", "số tiền (đồng)", "tỷ lệ phần trăm (đoàn viên)".
#[must_use]
pub fn measured(measure: &Measure, lang: Lang) -> String {
    let noun = match measure.counted() {
        Counted::Unit { unit, decimals } => return of_unit(unit, decimals, lang),
        Counted::Noun(noun) => noun,
        Counted::Dong => "đồng",
        Counted::Nothing => return uncounted(measure, lang).to_owned(),
    };
    let is_money = measure.counted() == Counted::Dong;
    let kind = match (measure.halves().map(|halves| halves.passes), is_money) {
        (Some(true), _) => both("tỷ lệ có thể vượt 100 %", "a ratio that may pass 100 %"),
        (Some(false), _) => both("tỷ lệ phần trăm", "a share"),
        (None, true) => both("số tiền", "money"),
        (None, false) => both("số đếm", "a count"),
    };
    [kind.of(lang), " (", noun, ")"].concat()
}

fn of_unit(unit: &str, decimals: u8, lang: Lang) -> String {
    match (lang, decimals) {
        (Lang::Vi, 0) => format!("số đo bằng {unit}, không có chữ số sau dấu phẩy"),
        (Lang::Vi, _) => format!("số đo bằng {unit}, {decimals} chữ số sau dấu phẩy"),
        (Lang::En, 0) => format!("a quantity in {unit} without decimal places"),
        (Lang::En, 1) => format!("a quantity in {unit} with 1 decimal place"),
        (Lang::En, _) => format!("a quantity in {unit} with {decimals} decimal places"),
    }
}

fn uncounted(measure: &Measure, lang: Lang) -> &'static str {
    let control = measure.control();
    if control.several {
        return SEVERAL.of(lang);
    }
    let named = UNCOUNTED.iter().find(|(kind, _)| *kind == control.kind);
    named.map_or(control.kind, |(_, words)| words.of(lang))
}

#[cfg(test)]
mod tests {
    use super::measured;
    use crate::plan::Plan;
    use crate::text::Lang::{En, Vi};
    use crate::value::Measure;
    use std::collections::BTreeSet;

    #[test]
    fn each_kind_is_named_by_how_it_is_answered() {
        let plan = include_str!("../../tests/cases/plans/small.json");
        let plan = Plan::parse(plan).expect("a plan");
        let mut kinds = BTreeSet::new();
        for indicator in &plan.indicators {
            let (measure, kind): (&Measure, _) =
                (&indicator.measure, indicator.measure.control().kind);
            kinds.insert(kind);
            for lang in [Vi, En] {
                assert_ne!(measured(measure, lang), kind, "{kind} has no words");
            }
        }
        assert!(
            kinds.len() >= 15,
            "the small plan has every kind: {kinds:?}"
        );
    }
}
