//! How a figure is answered, out of the words of a table.

use super::super::cells::figure::THING;
use super::super::ids;
use crate::plan::{Combine, Id, Measure};
use crate::text::fold;
use crate::value::correcting;
use crate::value::{CountMeasure, QuantityMeasure};

/// What people call a kind of answer; without marks, as the cell begins.
const KINDS: &[(&str, &[&str])] = &[
    (
        "count",
        &[
            "so dem",
            "so luong",
            "so nguyen",
            "dem",
            "count",
            "so dem duoc",
        ],
    ),
    ("share", &["ty le", "ti le", "phan tram", "share", "%"]),
    ("money", &["so tien", "tien", "kinh phi", "money"]),
    (
        "quantity",
        &[
            "so do",
            "do dai",
            "dien tich",
            "khoi luong",
            "so thap phan",
            "quantity",
        ],
    ),
    (
        "done",
        &[
            "co lam hay chua",
            "co hay chua",
            "co khong",
            "co chua",
            "da lam",
            "done",
            "da thuc hien",
        ],
    ),
    (
        "text",
        &[
            "cau chu",
            "chu",
            "van ban",
            "mo ta",
            "thuyet minh",
            "noi dung",
            "text",
            "doan van",
        ],
    ),
    ("choice", &["chon", "lua chon", "danh sach", "choice"]),
    ("date", &["ngay", "date"]),
    ("link", &["duong dan", "link", "lien ket", "minh chung"]),
    ("phone", &["so dien thoai", "dien thoai", "phone", "sdt"]),
    ("email", &["thu dien tu", "email", "e mail", "hop thu"]),
    ("time", &["gio", "time"]),
    ("ratio", &["ty le co the vuot", "ratio"]),
    ("table", &["bang", "table"]),
    ("file", &["tep", "file", "anh", "ban quet"]),
];

/// Units of measure that have decimals.
const MEASURED: &[&str] = &[
    "km",
    "m",
    "m2",
    "m3",
    "ha",
    "kg",
    "tan",
    "ta",
    "lit",
    "gio",
    "met",
    "met vuong",
    "met khoi",
    "hecta",
    "cay so",
];

/// The kind that words name.
pub(super) fn named(words: &str) -> Option<&'static str> {
    if words.trim() == "%" {
        return Some("share");
    }
    let folded = fold(words);
    let fits = |name: &str| {
        folded
            .strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    // "Số" alone is a number like any other.
    if matches!(&*folded, "so" | "number") {
        return Some("count");
    }
    let all = KINDS
        .iter()
        .flat_map(|(kind, names)| names.iter().map(|name| (*kind, *name)));
    let found = all
        .filter(|(_, name)| fits(name))
        .max_by_key(|(_, name)| name.len());
    found.map(|(kind, _)| kind)
}

/// The kind that a unit implies: "%", "triệu đồng", "km"; what is counted otherwise.
pub(super) fn implied(counted: &str) -> &'static str {
    let plain = counted.trim();
    let folded = fold(plain);
    if plain.contains('%') || folded.starts_with("ty le") || folded == "phan tram" {
        "share"
    } else if matches!(
        &*folded,
        "dong" | "vnd" | "trieu dong" | "ty dong" | "nghin dong" | "trieu" | "ngan dong"
    ) {
        "money"
    } else if MEASURED.contains(&&*folded) || matches!(plain, "m²" | "m³") {
        "quantity"
    } else {
        "count"
    }
}

/// A measure of that kind: of what `counted` says, under that label.
pub(super) fn measure(
    kind: &str,
    counted: &str,
    label: &str,
    before: Option<&Measure>,
) -> Option<Measure> {
    let noun = counted.trim();
    let blank = CountMeasure {
        noun: if noun.is_empty() { THING } else { noun }.to_owned(),
    };
    let blank: Measure = blank.into();
    if let Some(before) = before
        && before.control().kind == kind
    {
        let mut same = before.clone();
        let part = if kind == "quantity" { "unit" } else { "noun" };
        let is_said = matches!(kind, "count" | "quantity") && !noun.is_empty();
        if is_said {
            // What it has no such part of stays as it is.
            let _ = correcting::set(&mut same, part, noun, answer_id);
        }
        return Some(same);
    }
    if kind == "quantity" {
        let quantity = QuantityMeasure {
            unit: if noun.is_empty() { "km" } else { noun }.to_owned(),
            decimals: 1,
        };
        return Some(quantity.into());
    }
    // The unit of a share is the per cent sign, which counts nobody.
    if kind == "share" {
        return Some(correcting::share(label, "người"));
    }
    correcting::of_kind(kind, &blank, label, answer_id)
}

fn answer_id(label: &str, is_taken: &dyn Fn(&str) -> bool) -> Id {
    ids::made(label, "tra-loi", is_taken)
}

/// How periods combine, in words.
pub(super) fn combine(words: &str) -> Option<Combine> {
    let folded = fold(words);
    let begins = |all: &[&str]| all.iter().any(|one| folded.starts_with(one));
    if begins(&["luy ke", "tu dau", "cumulative"]) {
        Some(Combine::Cumulative)
    } else if begins(&[
        "so hien co",
        "hien co",
        "so moi nhat",
        "moi nhat",
        "latest",
        "hien tai",
    ]) {
        Some(Combine::Latest)
    } else if begins(&["so cao nhat", "cao nhat", "lon nhat", "maximum"]) {
        Some(Combine::Maximum)
    } else if begins(&["cong", "sum", "tong"]) {
        Some(Combine::Sum)
    } else {
        None
    }
}

/// Whether it must be answered; none where the words say neither.
pub(super) fn required(words: &str) -> Option<bool> {
    let plain = words.trim();
    if matches!(plain, "*" | "✓" | "✔" | "☑") {
        return Some(true);
    }
    match &*fold(plain) {
        "x" | "co" | "bat buoc" | "1" | "dung" | "true" | "yes" | "phai" | "v" => Some(true),
        "" | "khong" | "0" | "khong bat buoc" | "sai" | "false" | "no" | "tuy chon" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{combine, implied, measure, named, required};
    use crate::plan::Combine;

    #[test]
    fn kinds_are_read_as_people_call_them() {
        for (words, kind) in [
            ("Số", Some("count")),
            ("số đếm được", Some("count")),
            ("Số lượng", Some("count")),
            ("%", Some("share")),
            ("Tỉ lệ %", Some("share")),
            ("tỷ lệ phần trăm", Some("share")),
            ("Số tiền", Some("money")),
            ("số đo", Some("quantity")),
            ("Có/Không", Some("done")),
            ("có làm hay chưa", Some("done")),
            ("câu chữ", Some("text")),
            ("Văn bản", Some("text")),
            ("chọn trong danh sách", Some("choice")),
            ("Ngày", Some("date")),
            ("đường dẫn", Some("link")),
            ("Số điện thoại", Some("phone")),
            ("Email", Some("email")),
            ("màu sắc", None),
        ] {
            assert_eq!(named(words), kind, "{words}");
            if let Some(kind) = kind {
                let made = measure(kind, "", "Số liệu", None).unwrap();
                assert_eq!(made.control().kind, kind, "{words}");
            }
        }
        for (counted, kind) in [
            ("%", "share"),
            ("triệu đồng", "money"),
            ("km", "quantity"),
            ("m²", "quantity"),
            ("người", "count"),
            ("hoạt động", "count"),
            ("", "count"),
        ] {
            assert_eq!(implied(counted), kind, "{counted}");
        }
    }

    #[test]
    fn what_is_required_and_how_periods_combine() {
        for (words, is) in [
            ("x", Some(true)),
            ("X", Some(true)),
            ("Bắt buộc", Some(true)),
            ("Không", Some(false)),
            ("", Some(false)),
            ("tùy", None),
        ] {
            assert_eq!(required(words), is, "{words}");
        }
        for (words, is) in [
            ("cộng các kỳ", Some(Combine::Sum)),
            ("Số hiện có", Some(Combine::Latest)),
            ("Lũy kế", Some(Combine::Cumulative)),
            ("số cao nhất trong các kỳ", Some(Combine::Maximum)),
            ("chia đều", None),
        ] {
            assert_eq!(combine(words), is, "{words}");
        }
    }
}
