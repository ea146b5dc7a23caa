//! Names of offices that a header writes in capitals, as they are written elsewhere.

use crate::text::single_line;

/// Short words that stay in capitals.
const SHORT: [&str; 24] = [
    "TNCS", "BCH", "BTV", "TP", "LHPN", "LHTN", "UBND", "UBMTTQ", "MTTQ", "HĐND", "THCS", "THPT",
    "TH", "LĐLĐ", "CĐ", "TNTP", "HCM", "CCB", "UBMT", "BCĐ", "BTC", "TT", "HĐ", "VN",
];

/// A name in capitals as names are written: "Thành Đoàn TP. Hồ Chí Minh".
pub(super) fn titled(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let words = single_line(words);
    for (n, word) in words.split(' ').enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if n > 0 {
            out.push(' ');
        }
        let roman = !bare.is_empty() && bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if SHORT.contains(&bare) || roman || word.chars().any(char::is_lowercase) {
            out.push_str(word);
            continue;
        }
        let mut first = true;
        for c in word.chars() {
            let mark = matches!(c, '\u{300}'..='\u{36F}');
            if first || mark {
                out.push(c)
            } else {
                out.extend(c.to_lowercase())
            }
            first = first && !c.is_alphabetic();
        }
    }
    let out = out.replace('*', "");
    let mut words: Vec<String> = out.split_whitespace().map(str::to_owned).collect();
    for at in 1..words.len() {
        let (Some(before), Some(word)) = (words.get(at - 1), words.get(at)) else {
            break;
        };
        let small = word.to_lowercase();
        let pair = [&*before.to_lowercase(), " ", &*small].concat();
        let second = PAIRS.contains(&&*pair);
        let place = PLACES.contains(&&*small)
            && words
                .get(at + 1)
                .is_some_and(|next| next.to_lowercase() != "đoàn");
        let whole = word.chars().any(char::is_lowercase);
        if (second || place || JOINTS.contains(&&*small))
            && whole
            && let Some(word) = words.get_mut(at)
        {
            *word = small;
        }
    }
    words.join(" ")
}

/// Words of two syllables in names of offices, of which the second is small: "Lao động".
const PAIRS: [&str; 30] = [
    "liên đoàn",
    "lao động",
    "công đoàn",
    "thường vụ",
    "chấp hành",
    "thường trực",
    "sinh viên",
    "nông dân",
    "phụ nữ",
    "liên hiệp",
    "mặt trận",
    "tổ quốc",
    "cựu chiến",
    "chiến binh",
    "thanh niên",
    "thiếu niên",
    "nhi đồng",
    "tiên phong",
    "ủy ban",
    "nhân dân",
    "hội đồng",
    "công nghiệp",
    "chi hội",
    "chi đoàn",
    "liên đội",
    "giáo dục",
    "đào tạo",
    "kiểm tra",
    "tổ chức",
    "văn phòng",
];

/// What a place is, before its name.
const PLACES: [&str; 5] = ["tỉnh", "huyện", "xã", "phường", "thôn"];

/// Words that join others.
const JOINTS: [&str; 4] = ["các", "và", "khu", "của"];

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn names_in_capitals() {
        for (large, expected) in [
            ("THÀNH ĐOÀN TP. HỒ CHÍ MINH", "Thành Đoàn TP. Hồ Chí Minh"),
            ("BCH ĐOÀN QUẬN PHÚ NHUẬN", "BCH Đoàn Quận Phú Nhuận"),
            ("BAN THƯỜNG VỤ QUẬN ĐOÀN", "Ban Thường vụ Quận Đoàn"),
            (
                "LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH AN",
                "Liên đoàn Lao động tỉnh Bình An",
            ),
            (
                "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP",
                "Công đoàn các khu Công nghiệp",
            ),
            ("HỘI SINH VIÊN VIỆT NAM", "Hội Sinh viên Việt Nam"),
            (
                "HỘI CỰU CHIẾN BINH XÃ HÒA THUẬN",
                "Hội Cựu chiến binh xã Hòa Thuận",
            ),
            ("HUYỆN ĐOÀN SÔNG XANH", "Huyện Đoàn Sông Xanh"),
            (
                "CÔNG ĐOÀN TRƯỜNG THCS BÌNH MINH",
                "Công đoàn Trường THCS Bình Minh",
            ),
        ] {
            assert_eq!(titled(large), expected);
        }
    }
}
