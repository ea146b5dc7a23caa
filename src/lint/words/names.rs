//! Names in quotation marks, and when two of them are one name written in two ways.

use crate::text::{clean, fold};

/// How many words a name needs before it is compared by its words: of two short names the longer is
/// rather another name ("Ngày Đoàn viên" and "Ngày Đoàn viên – Ngày làm việc tốt").
const WORDS: usize = 8;

/// The names in a text: what stands in “…”.
pub(in crate::lint) fn names(text: &str) -> Vec<&str> {
    text.split('“')
        .skip(1)
        .filter_map(|rest| rest.split_once('”'))
        .map(|(name, _)| name.trim_matches(['*', ' ']))
        .filter(|name| !name.is_empty())
        .collect()
}

/// How two names differ that are probably one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Difference {
    /// In marks: "chuyển đổi số", "chuyên đôi số".
    Marks,
    /// In words left out or put in.
    Words,
    /// In capitals alone.
    Capitals,
}

/// A name made ready to be compared often.
pub(in crate::lint) struct Name<'a> {
    /// As written.
    pub written: &'a str,
    words: Vec<String>,
    letters: String,
}

impl<'a> Name<'a> {
    pub fn of(written: &'a str) -> Self {
        let letters = clean(written);
        Self {
            written,
            words: fold(written).split(' ').map(str::to_owned).collect(),
            letters: letters.chars().filter(|c| c.is_alphanumeric()).collect(),
        }
    }

    /// How the two differ, where they are probably one name; nothing where they are the same, or two
    /// names.
    pub fn difference(&self, other: &Self) -> Option<Difference> {
        if self.words == other.words {
            return if self.letters == other.letters {
                None
            } else if self.letters.to_lowercase() == other.letters.to_lowercase() {
                Some(Difference::Capitals)
            } else {
                Some(Difference::Marks)
            };
        }
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        let mut rest = long.iter();
        let contained =
            short.len() >= WORDS && short.iter().all(|word| rest.any(|one| one == word));
        contained.then_some(Difference::Words)
    }
}

#[cfg(test)]
mod tests {
    use super::Difference::{self, Capitals, Marks, Words};
    use super::{Name, names};

    #[test]
    fn names_stand_in_quotation_marks() {
        for (text, expected) in [
            (
                "chương trình “Giờ thứ 9”, “Giờ trái đất”",
                "Giờ thứ 9|Giờ trái đất",
            ),
            ("“*Lớp học*” và “chưa đóng", "Lớp học"),
            ("không có tên", ""),
        ] {
            assert_eq!(names(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn one_name_written_in_two_ways() {
        let cases: [(&str, &str, Option<Difference>); 9] = [
            (
                "Tuổi trẻ tiên phong chuyển đổi số",
                "Tuổi trẻ tiên phong chuyên đôi số",
                Some(Marks),
            ),
            (
                "Năm Thanh niên tình nguyện",
                "Năm thanh niên tình nguyện",
                Some(Capitals),
            ),
            (
                "hỗ trợ thủ tục hành chính cho người dân và doanh nghiệp",
                "hỗ trợ thủ tục hành chính cho người dân, doanh nghiệp",
                Some(Words),
            ),
            (
                "Cổng thông tin Ba Má phong trào Học sinh, Sinh viên",
                "Cổng thông tin điện tử dữ liệu về Ba Má phong trào Học sinh, Sinh viên",
                Some(Words),
            ),
            ("Ngày Đoàn viên", "Ngày Đoàn viên – Ngày làm việc tốt", None),
            ("Chi đoàn tiêu biểu", "Chi đoàn khu phố tiêu biểu", None),
            (
                "Mỗi ngày một tin tốt, mỗi tuần một câu chuyện đẹp",
                "Mỗi tuần một câu chuyện đẹp, một cuốn sách hay, một tấm gương sáng",
                None,
            ),
            ("Sạch – Đẹp", "Sạch - Đẹp", None),
            ("Giờ thứ 9", "Giờ trái đất", None),
        ];
        for (one, other, expected) in cases {
            assert_eq!(
                Name::of(one).difference(&Name::of(other)),
                expected,
                "{one} / {other}"
            );
            assert_eq!(
                Name::of(other).difference(&Name::of(one)),
                expected,
                "{other} / {one}"
            );
        }
    }
}
