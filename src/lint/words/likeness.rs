//! How alike two statements are, by their words without marks.

use crate::text::fold;
use std::collections::BTreeSet;

/// The words of a statement, made once and compared often.
pub(in crate::lint) struct Phrase {
    words: Vec<String>,
    set: BTreeSet<String>,
}

/// Words that nearly every statement of the organisation has; they say nothing of what is shared.
const GENERIC: &[&str] = &[
    "100", "01", "1", "ban", "bo", "can", "cap", "cac", "cho", "chuc", "co", "dia", "doan", "don",
    "dong", "duoc", "duong", "hoat", "hoi", "it", "moi", "nhat", "nhi", "nien", "nguoi", "phuong",
    "so", "thanh", "tham", "gia", "to", "truyen", "tuyen", "va", "vi", "vien",
];

impl Phrase {
    pub fn of(text: &str) -> Self {
        let words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
        let set = words.iter().cloned().collect();
        Self { words, set }
    }

    /// The words that both have, of all that either has, in hundredths.
    pub fn likeness(&self, other: &Self) -> usize {
        let shared = self.set.intersection(&other.set).count();
        let all = self.set.len() + other.set.len() - shared;
        shared * 100 / all.max(1)
    }

    /// How many words the longest run has that both have, generic words left out.
    pub fn common_run(&self, other: &Self) -> usize {
        let mut longest = 0;
        // lengths[j] is how long the run is that ends at the word before and at the other's word j - 1.
        let mut lengths = vec![0; other.words.len() + 1];
        for word in &self.words {
            let mut row = vec![0; other.words.len() + 1];
            if !GENERIC.contains(&word.as_str()) {
                for (at, candidate) in other.words.iter().enumerate() {
                    if candidate == word {
                        let run = lengths.get(at).copied().unwrap_or(0) + 1;
                        longest = longest.max(run);
                        if let Some(cell) = row.get_mut(at + 1) {
                            *cell = run;
                        }
                    }
                }
            }
            lengths = row;
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

    #[test]
    fn likeness_by_words() {
        for (one, other, least, most) in [
            (
                "100% cơ sở Đoàn tổ chức Ngày Đoàn viên năm 2023 (ngày 26/3/2023).",
                "100% cơ sở Đoàn tổ chức “Ngày Đoàn viên” năm 2023 (Ngày 26/3/2023).",
                100,
                100,
            ),
            ("Trồng 100 cây xanh", "Phát triển 2.500 đoàn viên", 0, 20),
            ("", "", 100, 100),
        ] {
            let like = Phrase::of(one).likeness(&Phrase::of(other));
            assert!((least..=most).contains(&like), "{one} / {other}: {like}");
        }
    }

    #[test]
    fn runs_of_words() {
        for (one, other, run) in [
            (
                "hướng nghiệp và giới thiệu việc làm cho 15.000 lượt",
                "Giới thiệu việc làm cho 702 thanh niên",
                4,
            ),
            (
                "100% cơ sở Đoàn tuyên truyền Nghị quyết",
                "100% cơ sở Đoàn tuyên truyền, tập huấn",
                0,
            ),
            ("một hai ba", "ba hai một", 1),
            ("một", "hai", 0),
        ] {
            assert_eq!(
                Phrase::of(one).common_run(&Phrase::of(other)),
                run,
                "{one} / {other}"
            );
        }
    }
}
