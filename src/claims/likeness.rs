//! How alike two Vietnamese titles are, marks, case and order of words aside.

use crate::text::fold;

/// Words that stand in most titles and tell nothing of which activity it is.
const COMMON: &[&str] = &[
    "to", "chuc", "hoat", "dong", "chuong", "trinh", "ngay", "buoi", "le", "tham", "gia", "ra",
    "quan", "va", "cac", "tai", "cho", "cua", "voi", "trong", "ve", "den", "nam", "thang",
    "phuong", "doan",
];

/// A text taken apart for comparison. Words are kept as hashes, in order: the claims of a day are compared
/// with each other, and a word that takes another's place is no worse than one left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    words: Vec<u64>,
    /// Pairs of neighbours, which keep "sạch xanh" apart from "xanh sạch".
    pairs: Vec<u64>,
    numbers: Vec<u64>,
}

impl Words {
    pub fn of_title(title: &str) -> Self {
        let folded = fold(title);
        let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let telling = |word: &&str| !COMMON.contains(word) && !is_number(word);
        let words = set(all
            .iter()
            .copied()
            .filter(telling)
            .map(|word| hash(&[word])));
        let numbers = all.iter().copied().filter(is_number);
        Self {
            words: if words.is_empty() {
                set(all.iter().map(|word| hash(&[word])))
            } else {
                words
            },
            pairs: set(all.windows(2).map(hash)),
            numbers: set(numbers.map(|word| hash(&[word.trim_start_matches('0')]))),
        }
    }

    /// Likeness in hundredths of a percent: of the telling words and of the pairs of neighbours, how many
    /// are in both, each counted from both sides. The second Sunday is not the third: where both name
    /// numbers and no number is in both, nothing is alike.
    pub fn likeness(&self, other: &Self) -> u32 {
        if self.is_numbered_apart(other) {
            return 0;
        }
        let words = dice(&self.words, &other.words);
        let pairs = dice(&self.pairs, &other.pairs);
        (words * 2 + pairs) / 3
    }

    fn is_numbered_apart(&self, other: &Self) -> bool {
        !self.numbers.is_empty()
            && !other.numbers.is_empty()
            && both(&self.numbers, &other.numbers) == 0
    }
}

/// Whether a word is written in digits.
pub(super) fn is_number(word: &&str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hashes in order, each once.
pub(super) fn set(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut all: Vec<u64> = hashes.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// FNV-1a.
pub(super) fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How many are in both of two ordered lists.
pub(super) fn both(one: &[u64], other: &[u64]) -> usize {
    let mut other = other.iter().peekable();
    let mut count = 0;
    for hash in one {
        while other.next_if(|there| *there < hash).is_some() {}
        count += usize::from(other.next_if_eq(&hash).is_some());
    }
    count
}

fn dice(one: &[u64], other: &[u64]) -> u32 {
    let all = one.len() + other.len();
    (both(one, other) * 20_000)
        .checked_div(all)
        .and_then(|share| u32::try_from(share).ok())
        .unwrap_or(10_000)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn titles_of_one_activity_are_alike_and_those_of_two_are_not() {
        for (one, other, alike) in [
            (
                "Ngày Chủ nhật xanh lần thứ 148",
                "NGÀY CHỦ NHẬT XANH LẦN THỨ 148",
                true,
            ),
            (
                "Ngày Chủ nhật xanh lần thứ 148",
                "Ra quân Ngày Chủ nhật xanh lần thứ 148",
                true,
            ),
            (
                "Ngày Chủ nhật xanh lần thứ 148",
                "Ngày Chủ nhật xanh lần thứ 152",
                false,
            ),
            (
                "Hiến máu tình nguyện đợt 1",
                "Hiến máu tình nguyện đợt 02",
                false,
            ),
            (
                "Hiến máu tình nguyện",
                "Ngày hội hiến máu tình nguyện",
                true,
            ),
            (
                "Trao học bổng cho học sinh nghèo",
                "Trao học bổng học sinh nghèo hiếu học",
                true,
            ),
            ("Trồng cây xanh", "Trồng cây xanh tuyến hẻm 42", true),
            ("Trồng cây xanh", "Hiến máu tình nguyện", false),
            (
                "Thăm Mẹ Việt Nam Anh hùng",
                "Thăm, tặng quà Mẹ Việt Nam anh hùng",
                true,
            ),
            (
                "Tuyên truyền phòng cháy, chữa cháy",
                "Tập huấn phòng cháy chữa cháy",
                true,
            ),
            (
                "Tuyên truyền pháp luật",
                "Tuyên truyền an toàn giao thông",
                false,
            ),
            ("Hội thao", "Hội diễn văn nghệ", false),
            ("", "Trồng cây", false),
        ] {
            let likeness = Words::of_title(one).likeness(&Words::of_title(other));
            assert_eq!(
                likeness >= super::super::duplicate::ALIKE,
                alike,
                "{one} | {other}: {likeness}"
            );
        }
    }
}
