//! Words before a day that say that nothing is held on it: anniversaries, deadlines, documents, days that are left out.

use super::says;

const WORDS: &[&str] = &[
    "ky niem",
    "thanh lap",
    "mung",
    "sinh nhat",
    "y nghia",
    "lich su",
    "truyen thong",
    "huong toi",
    "huong ung",
    "dip",
    "nhan ngay",
    "nhan cac ngay",
    "nhan ky niem",
    "tri an",
    "ngay thanh",
    "truoc",
    "cham nhat",
    "han",
    "bao cao",
    "gui",
    "dang ky",
    "so",
    "ket luan",
    "nghi quyet",
    "cuoc hop",
    "tru ngay",
    "tru cac ngay",
    "ngoai tru",
    "khong to chuc",
];

/// Endings of the numbers of documents.
const NUMBERS: &[&str] = &["-kh", "-cv", "-hd"];

/// "Nghỉ các ngày …", which a meeting without its marks looks like.
const OFF: &[&str] = &[
    "nghi ngay",
    "nghi cac",
    "nghi vao",
    "nghi le",
    "nghi tet",
    "nghi hoc",
    "nghi lam",
];

/// Whether a plain clause before a day says that the day is of something else than what is held.
pub(in crate::lint) fn is_of_something_else(clause: &str) -> bool {
    let is_off = || {
        let others = clause.replace("hoi nghi", "").replace("de nghi", "");
        OFF.iter().any(|words| says(&others, words))
    };
    WORDS.iter().any(|words| says(clause, words))
        || NUMBERS.iter().any(|words| clause.contains(words))
        || is_off()
}

#[cfg(test)]
mod tests {
    use super::is_of_something_else;

    #[test]
    fn what_is_held_on_a_day_and_what_is_not() {
        for (clause, expected) in [
            ("ra quan ngay ", false),
            ("hoi nghi cac ngay ", false),
            ("cong nhan va thanh nien ra quan ngay ", false),
            ("don vi phoi hop to chuc ngay ", false),
            ("tuyen truyen y nghia cac ngay ", true),
            ("tham hoi nhan cac ngay ", true),
            ("trong thang, tru cac ngay ", true),
            ("nghi cac ngay ", true),
            ("theo ke hoach 12-kh/qd ngay ", true),
        ] {
            assert_eq!(is_of_something_else(clause), expected, "{clause}");
        }
    }
}
