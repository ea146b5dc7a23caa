//! Whether two names are of one unit, though they are written otherwise.

use crate::text::fold;

/// A name as it is said out: abbreviations in full, and without what the organisation calls itself.
pub(super) fn spoken(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        let full: &[&str] = match word {
            "p" => &["phuong"],
            "x" => &["xa"],
            "tp" => &["thanh", "pho"],
            "thpt" => &["trung", "hoc", "pho", "thong"],
            "thcs" => &["trung", "hoc", "co", "so"],
            "ubnd" => &["uy", "ban", "nhan", "dan"],
            "bv" => &["benh", "vien"],
            "dh" => &["dai", "hoc"],
            "cd" => &["cao", "dang"],
            "cty" => &["cong", "ty"],
            "bch" => &["ban", "chap", "hanh"],
            other => &[other],
        };
        words.extend(full);
    }
    let mut text = words.join(" ");
    for own in [
        "thanh nien cong san ho chi minh ",
        "tncs ho chi minh ",
        "tncs hcm ",
        "tn cong san ho chi minh ",
        "ban chap hanh ",
    ] {
        text = text.replace(own, "");
    }
    text
}

/// Whether one letter tells them apart in one long word: a slip, and no other number or letter of a row of units.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    if one.len() != other.len() {
        return false;
    }
    let mut apart = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (apart.next(), apart.next()) else {
        return false;
    };
    let long = |word: &str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    long(one) && long(other) && one_letter(one.as_bytes(), other.as_bytes())
}

/// Whether one letter is another, too many, missing, or has changed places with the next.
fn one_letter(one: &[u8], other: &[u8]) -> bool {
    let (long, short) = if one.len() >= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let front = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let rest =
        |bytes: &[u8], from: usize| bytes.get(from..).map(<[u8]>::to_vec).unwrap_or_default();
    if long.len() == short.len() + 1 {
        return rest(long, front + 1) == rest(short, front);
    }
    if long.len() != short.len() {
        return false;
    }
    let is_swapped =
        long.get(front) == short.get(front + 1) && long.get(front + 1) == short.get(front);
    rest(long, front + 1) == rest(short, front + 1)
        || is_swapped && rest(long, front + 2) == rest(short, front + 2)
}

#[cfg(test)]
mod tests {
    use super::{is_slip, spoken};

    #[test]
    fn names_of_one_unit() {
        for (one, other, same) in [
            ("Đoàn phường Tây Thạnh", "Đoàn P. Tây Thạnh", true),
            (
                "Đoàn TNCS Hồ Chí Minh phường Tây Thạnh",
                "Đoàn phường Tây Thạnh",
                true,
            ),
            ("BCH Đoàn xã An Hòa", "Đoàn xã An Hoà", true),
            (
                "Đoàn trường THPT Trần Phú",
                "Đoàn trường trung học phổ thông Trần Phú",
                true,
            ),
            ("Chi đoàn khu phố 1", "Chi đoàn khu phố 11", false),
            (
                "Đoàn trường THPT Trần Phú",
                "Đoàn trường THCS Trần Phú",
                false,
            ),
        ] {
            assert_eq!(spoken(one) == spoken(other), same, "{one} / {other}");
        }
        for (one, other, slip) in [
            ("Đoàn phường Tây Thạnh", "Đoàn phường Tây Thanhj", true),
            ("Đoàn phường Tây Thạnh", "Đoàn phưởng Tây Thạnh", false),
            ("Đoàn phường Tây Thạnh", "Đoàn phườn Tây Thạnh", true),
            ("Đoàn phường Hiệp Tân", "Đoàn phường Heipj Tân", false),
            ("Đoàn phường Hiệp Tân", "Đoàn phường Hipệ Tân", true),
            ("Chi đoàn khu phố 1", "Chi đoàn khu phố 2", false),
            ("Chi đoàn 10A1", "Chi đoàn 10A2", false),
            ("Đoàn phường Tân Quý", "Đoàn phường Tân Sơn", false),
        ] {
            assert_eq!(
                is_slip(&spoken(one), &spoken(other)),
                slip,
                "{one} / {other}"
            );
        }
    }
}
