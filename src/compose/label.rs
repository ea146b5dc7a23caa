//! What a figure is called, out of the words of its target.

use crate::plan::Threshold;
use crate::text::{MAX_DECIMALS, fold, parse_count, parse_percent, parse_quantity};

/// How long it may be, in characters.
const LONGEST_LABEL: usize = 180;

/// What stands before a number and says how it is meant.
const MARKERS: &[&str] = &[
    "dat it nhat",
    "it nhat",
    "toi thieu",
    "khong qua",
    "phan dau dat",
    "tren",
    "hon",
    "duoi",
    "dat",
    "tu",
];

/// Whether a text begins with these words.
fn says(text: &str, words: &str) -> bool {
    text.strip_prefix(words)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// What is asked: the target's words without its number and the words around it, which only say how much.
pub(super) fn label(text: &str, value: Threshold, noun: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_value = |word: &str| {
        let plain = word.trim_end_matches(['%', ',', ';']);
        let of_all = word.contains('%') && parse_percent(&[plain, "%"].concat()).is_ok();
        match value {
            Threshold::Count(number) => {
                parse_count(plain) == Ok(number) && !word.contains('%') || number == 1 && of_all
            }
            Threshold::Done | Threshold::BasisPoints(_) => of_all,
            Threshold::Money(_) => plain
                .chars()
                .all(|sign| sign.is_ascii_digit() || sign == '.' || sign == ','),
            Threshold::Quantity(steps) => {
                let digits = plain.trim_end_matches(char::is_alphabetic);
                digits.starts_with(|sign: char| sign.is_ascii_digit())
                    && (0..=MAX_DECIMALS)
                        .any(|places| parse_quantity(digits, "", places, false) == Ok(steps))
            }
            Threshold::Ratio(_) => false,
        }
    };
    let unit = noun.split(' ').next().unwrap_or_default();
    let is_unit = |at: usize| {
        let measured = matches!(value, Threshold::Quantity(_)) && words.get(at) == Some(&unit);
        let after = at.checked_sub(1).and_then(|last| words.get(last));
        measured && after.is_some_and(|word| is_value(word))
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        // "ít nhất 100": the marker goes with its number.
        let next: Vec<String> = words
            .iter()
            .skip(at)
            .take(4)
            .map(|word| fold(word))
            .collect();
        let next = next.join(" ");
        let marked = MARKERS.iter().find_map(|marker| {
            let count = marker.split(' ').count();
            let follows = words.get(at + count).is_some_and(|word| is_value(word));
            (follows && says(&next, marker)).then_some(count)
        });
        let behind = says(&next, "tro len") && kept.len() < at;
        if let Some(count) = marked {
            at += count;
        } else if behind {
            at += 2;
        } else {
            // "2,5 km đường": the unit stands beside the answer.
            if !is_value(word) && *word != "%" && !is_unit(at) {
                kept.push(word);
            }
            at += 1;
        }
    }
    let mut label = kept.join(" ");
    // "Đảm bảo", "Phấn đấu" say nothing of what is asked.
    for before in [
        "Đảm bảo ",
        "Bảo đảm ",
        "Phấn đấu ",
        "Phần đấu ",
        "Phân đấu ",
        "Phấn đầu ",
        "Phần đầu ",
    ] {
        if let Some(rest) = label.strip_prefix(before) {
            label = rest.to_owned();
        }
    }
    // "100 % cơ sở Đoàn tổ chức …": the unit answers for itself.
    if matches!(value, Threshold::Done | Threshold::Count(1)) {
        let owner = [
            noun,
            "cơ sở Đoàn",
            "các cơ sở Đoàn",
            "Đoàn các cấp",
            "Mỗi cơ sở Đoàn",
            "mỗi cơ sở Đoàn",
        ];
        let rest = owner
            .iter()
            .filter(|owner| !owner.is_empty())
            .find_map(|owner| label.strip_prefix(owner));
        if let Some(rest) = rest.filter(|rest| rest.trim().chars().count() > 8) {
            label = rest.trim().to_owned();
        }
    }
    if matches!(value, Threshold::Money(_)) {
        for unit in ["tỷ đồng ", "triệu đồng ", "đồng "] {
            if let Some(rest) = label.strip_prefix(unit) {
                label = ["Số tiền ", rest].concat();
            }
        }
    }
    let counted = matches!(value, Threshold::Count(_)) && !noun.is_empty();
    if counted && fold(&label).starts_with(&fold(noun)) {
        label = ["Số ", &label].concat();
    }
    let short: String = capital(label.trim()).chars().take(LONGEST_LABEL).collect();
    if short.trim().is_empty() {
        text.to_owned()
    } else {
        short
    }
}

/// With a capital.
pub(super) fn capital(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs
        .next()
        .map(|sign| sign.to_uppercase().collect::<String>());
    [&first.unwrap_or_default(), signs.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::plan::{Share, Threshold};

    #[test]
    fn a_label_is_the_target_without_how_much() {
        let all = Threshold::BasisPoints(Share::of(10_000));
        for (text, value, noun, said) in [
            (
                "Trồng mới ít nhất 100 cây xanh",
                Threshold::Count(100),
                "cây xanh",
                "Trồng mới cây xanh",
            ),
            (
                "Phấn đấu 3.000 thanh thiếu nhi được tiếp cận",
                Threshold::Count(3000),
                "thanh thiếu nhi",
                "Số thanh thiếu nhi được tiếp cận",
            ),
            (
                "100% cơ sở Đoàn tổ chức Ngày Đoàn viên năm 2023",
                Threshold::Done,
                "cơ sở Đoàn",
                "Tổ chức Ngày Đoàn viên năm 2023",
            ),
            (
                "100% cơ sở Đoàn tổ chức ít nhất 01 hoạt động hè",
                Threshold::Count(1),
                "hoạt động",
                "Tổ chức hoạt động hè",
            ),
            (
                "Đảm bảo 100% thanh niên được tuyên truyền",
                all,
                "thanh niên",
                "Thanh niên được tuyên truyền",
            ),
            (
                "02 tỷ đồng được hỗ trợ cho thanh niên",
                Threshold::Money(2_000_000_000),
                "đồng",
                "Số tiền được hỗ trợ cho thanh niên",
            ),
            (
                "Bê tông hóa ít nhất 2,5 km đường liên ấp",
                Threshold::Quantity(25),
                "km",
                "Bê tông hóa đường liên ấp",
            ),
            (
                "Thu gom 1.200kg rác thải nhựa",
                Threshold::Quantity(1200),
                "kg",
                "Thu gom rác thải nhựa",
            ),
            (
                "Có từ 05 mô hình trở lên",
                Threshold::Count(5),
                "mô hình",
                "Có mô hình",
            ),
        ] {
            assert_eq!(label(text, value, noun), said, "{text}");
        }
    }
}
