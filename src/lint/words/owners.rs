//! Those who report, as documents name one of them: "cơ sở Đoàn", "Hội LHPN", "xã".

/// What stands for one of those who report.
const UNITS: &[&str] = &[
    "cơ sở",
    "đơn vị",
    "chi đoàn",
    "phường",
    "xã",
    "quận",
    "huyện",
    "tỉnh",
    "trường",
    "liên đội",
    "chi hội",
    "địa phương",
    "thị trấn",
    "công đoàn cơ sở",
    "công đoàn",
    "chi bộ",
    "chi đội",
    "cấp bộ đoàn",
    "đoàn phường",
    "đoàn xã",
    "đoàn trường",
    "thành đoàn",
    "quận đoàn",
    "huyện đoàn",
    "đoàn cơ sở",
    "đoàn thị trấn",
    "đoàn khối",
    "cơ sở hội",
    "hội cơ sở",
    "hội lhpn",
    "hội lhpn cơ sở",
    "hội liên hiệp phụ nữ",
    "hội phụ nữ",
    "hội nông dân",
    "hội cựu chiến binh",
    "hội ccb",
    "hội chữ thập đỏ",
    "hội liên hiệp thanh niên",
    "hội lhtn",
    "hội người cao tuổi",
    "hội khuyến học",
    "xã đoàn",
    "phường đoàn",
    "tỉnh đoàn",
    "liên chi đoàn",
    "đoàn viện",
    "đảng bộ",
    "cơ quan",
    "trạm y tế",
];

/// What is smaller than most who report: a number for each of them is none for all together, and whose it is the office knows.
const PARTS: &[&str] = &[
    "khu phố",
    "khu dân cư",
    "tổ dân phố",
    "thôn",
    "ấp",
    "khóm",
    "cụm",
    "tổ hội",
    "phân đoàn",
    "tổ phụ nữ",
    "tổ công đoàn",
    "xóm",
    "buôn",
];

/// What begins like one of those and is none.
const OTHERS: &[&str] = &[
    "trường hợp",
    "đơn vị máu",
    "đơn vị sản phẩm",
    "đơn vị tính",
    "xã hội",
];

/// One of those who report, at the front of some words; the longer name before what it begins with.
pub(in crate::lint) fn unit_of(words: &str) -> Option<&'static str> {
    let begins = |unit: &&str| {
        words
            .strip_prefix(*unit)
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    let names = UNITS.iter().chain(PARTS).filter(|unit| begins(unit));
    let unit = names.max_by_key(|unit| unit.len())?;
    (!OTHERS.iter().any(begins)).then_some(unit)
}

/// Whether some words end with what is smaller than most who report.
pub(in crate::lint) fn is_part_of_a_unit(words: &str) -> bool {
    PARTS.iter().any(|part| words.ends_with(part))
}

#[cfg(test)]
mod tests {
    use super::unit_of;

    #[test]
    fn who_reports() {
        for (text, expected) in [
            ("cơ sở đoàn trồng", Some("cơ sở")),
            ("hội lhpn cơ sở", Some("hội lhpn cơ sở")),
            ("khu phố 3", Some("khu phố")),
            ("trường hợp khó khăn", None),
            ("xã hội", None),
            ("đoàn viên", None),
        ] {
            assert_eq!(unit_of(text), expected, "{text}");
        }
    }
}
