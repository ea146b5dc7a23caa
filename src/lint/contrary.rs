//! Words beside a number that contradict each other.
//!
//! Why: "ít nhất trên 90 %" is at least 90 or more than 90, and "không quá 5 trở lên" is nothing at all.
//! Example: "Đạt ít nhất trên 90%".

use super::view::View;
use super::words::{Ends, clause_after, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, clean, spelled};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&WORDS_CONTRARY, &NUMBER_TWICE],
};

static NUMBER_TWICE: Lint = Lint {
    code: "number.twoValues",
    about: "A number is written in words and in digits, and they differ.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["ba (04)"])],
    says: Both {
        vi: "“{written}”: số ghi bằng chữ và số ghi bằng chữ số khác nhau.",
        en: "“{written}”: the number in words and the number in digits differ.",
    },
    mend: Both {
        vi: "Sửa một trong hai cho khớp.",
        en: "Correct one of the two.",
    },
};

static WORDS_CONTRARY: Lint = Lint {
    code: "words.contrary",
    about: "Two words say in two ways how a number is meant.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["ít nhất trên 90%"])],
    says: Both {
        vi: "“{written}”: hai cách nói trái nhau về một con số.",
        en: "“{written}”: two words that say differently how one number is meant.",
    },
    mend: Both {
        vi: "Giữ một cách nói: “ít nhất” (tính cả số đó), “trên” (không tính số đó), “không quá” hoặc “đúng”.",
        en: "Keep one: “ít nhất” (at least), “trên” (more than), “không quá” (at most) or “đúng” (exactly).",
    },
};

/// How a number is meant: no two of them from different groups go together.
const GROUPS: &[&[&str]] = &[
    &["ít nhất", "tối thiểu", "không dưới", "không ít hơn"],
    &["trên", "hơn", "nhiều hơn"],
    &["không quá", "tối đa", "nhiều nhất", "không vượt quá"],
    &["dưới", "ít hơn"],
    &["đúng", "chính xác"],
    // "Trên dưới 100" is about a hundred, and so is "khoảng hơn 100".
    &[
        "khoảng",
        "gần",
        "ước",
        "trên dưới",
        "khoảng hơn",
        "khoảng trên",
    ],
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = clean(words.text).to_lowercase();
        let contrary = contrary(&text).map(|written| WORDS_CONTRARY.with("written", written));
        let twice = two_values(&text).map(|written| NUMBER_TWICE.with("written", written));
        for said in contrary.into_iter().chain(twice) {
            out.push(
                LintFinding::new(Severity::Warning, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
    }
}

/// The first number with two such words, and the words.
fn contrary(text: &str) -> Option<String> {
    numbers(text).iter().find_map(|number| {
        let mut head = text.get(..number.start)?.trim_end();
        let mut before: Vec<usize> = Vec::new();
        let mut from = number.start;
        while let Some((group, words)) = last_of(head) {
            head = head.strip_suffix(words)?.trim_end();
            from = head.len();
            before.push(group);
        }
        let written = text.get(from..number.end)?.trim();
        let tail = text.get(number.end..)?;
        let clause = clause_after(tail, Ends::Bracket);
        let near: Vec<&str> = clause.split_whitespace().take(4).collect();
        let near = near.join(" ");
        // Another number in between is what goes on from there: "trên 50 người từ 18 tuổi trở lên".
        let near = near.split(|c: char| c.is_ascii_digit()).next()?;
        // "Ít nhất 5 … trở lên" says one thing twice; "trên 90 % trở lên" leaves 90 % out and in.
        let of = |groups: &[usize]| before.iter().any(|group| groups.contains(group));
        let onward = [
            ("trở lên", &[1, 2, 3, 4][..]),
            ("trở xuống", &[0, 1, 3, 4][..]),
        ];
        let onward = onward
            .iter()
            .find(|(words, groups)| near.contains(words) && of(groups));
        let two = before.iter().any(|group| Some(group) != before.first());
        (two || onward.is_some()).then(|| match onward {
            Some((words, _)) => [written, " … ", words].concat(),
            None => written.to_owned(),
        })
    })
}

/// What makes the word before a bracket the name of something: "thứ ba (04)", "tháng năm (2023)".
const NAMED: &[&str] = &[
    "thứ",
    "tháng",
    "lần",
    "khóa",
    "khoá",
    "quý",
    "lớp",
    "mục",
    "phần",
    "điều",
    "khoản",
    "cấp",
    "hạng",
    "số",
    "loại",
    "phụ lục",
    "mẫu",
];

/// A number in words with another in digits beside it in brackets, either way round: "ba (04)", "04 (ba)".
fn two_values(text: &str) -> Option<String> {
    text.match_indices('(').find_map(|(at, _)| {
        let head = text.get(..at)?.trim_end();
        let inside = text.get(at + 1..)?.split(')').next()?.trim();
        let (from, spoken, typed) = match (in_full(inside), last_digits(head)) {
            (Some(spoken), Some((from, typed))) => (from, spoken, typed),
            _ => {
                let (from, spoken) = last_spoken(head)?;
                (from, spoken, in_digits(inside)?)
            }
        };
        let before = text.get(..from)?.trim_end();
        let is_named = NAMED.iter().any(|word| before.ends_with(word));
        let written = text.get(from..at + 1 + inside.len())?;
        (spoken != typed && !is_named).then(|| [written, ")"].concat())
    })
}

/// Digits of so small a number that it is no year.
fn in_digits(text: &str) -> Option<i64> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// The digits with which some words end, and where they begin.
fn last_digits(head: &str) -> Option<(usize, i64)> {
    let rest = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_part = rest.ends_with(|c: char| c.is_alphanumeric() || ".,/-".contains(c));
    let number = in_digits(head.get(rest.len()..)?)?;
    (!is_part).then_some((rest.len(), number))
}

/// The number that some words are, all of them.
fn in_full(words: &str) -> Option<i64> {
    let all: Vec<&str> = words.split(' ').collect();
    let is = |at: usize, word: &str| all.get(at).copied() == Some(word);
    let (value, len) = spelled(&is)?;
    (len == all.len()).then_some(value)
}

/// The longest number in words with which a text ends, and where it begins.
fn last_spoken(head: &str) -> Option<(usize, i64)> {
    let starts = head.char_indices().filter(|(at, c)| {
        let before = head.get(..*at).unwrap_or_default();
        c.is_alphabetic() && !before.ends_with(char::is_alphanumeric)
    });
    let near: Vec<usize> = starts.map(|(at, _)| at).collect();
    let near = near.iter().rev().take(6).rev();
    near.copied()
        .find_map(|at| Some((at, in_full(head.get(at..)?)?)))
}

fn last_of(head: &str) -> Option<(usize, &'static str)> {
    let mut found: Option<(usize, &'static str)> = None;
    for (group, words) in GROUPS.iter().enumerate() {
        for words in *words {
            let begins = head
                .strip_suffix(words)
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
            // "Không ít hơn" ends with "ít hơn", and with "hơn".
            if begins && found.is_none_or(|(_, known)| known.len() < words.len()) {
                found = Some((group, words));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, quoting};

    #[test]
    fn a_number_in_words_and_in_digits() {
        for (quote, is_other) in [
            ("Tổ chức ba (04) hoạt động", true),
            ("Tổ chức 04 (ba) hoạt động", true),
            ("Trồng hai mươi lăm (52) cây", true),
            ("Tổ chức ba (03) hoạt động", false),
            ("Trồng 25 (hai mươi lăm) cây", false),
            ("Sinh hoạt thứ ba (04) hằng tháng", false),
            ("Trong năm (2023)", false),
            ("Hỗ trợ ba (bố) mẹ, các cháu (12)", false),
            ("Nội dung thứ hai (1)", false),
            ("Tặng 20 (hai đợt) suất quà", false),
        ] {
            let found = codes(&quoting(quote), "number.twoValues");
            assert_eq!(!found.is_empty(), is_other, "{quote}");
        }
    }

    #[test]
    fn how_a_number_is_meant() {
        for (quote, is_contrary) in [
            ("Đạt ít nhất trên 90% đoàn viên", true),
            ("Tối thiểu khoảng 50 cây", true),
            ("Không quá 5 đồng chí trở lên", true),
            ("Đúng khoảng 30 người", true),
            ("Đạt trên 90% đoàn viên trở lên", true),
            ("Không quá 5 đồng chí trở xuống", false),
            ("Ít nhất 5 đồng chí trở xuống", true),
            ("Trên 50 người 18 tuổi trở lên", false),
            ("Đạt ít nhất 90% trở lên", false),
            ("Trên 90% đoàn viên", false),
            ("Không dưới 90%", false),
            ("Tối đa không quá 5 đồng chí", false),
            ("Không ít hơn 5 đồng chí", false),
            ("Hơn nữa, 5 đồng chí", false),
            ("Ở gần trên 10 nhà trường", true),
            ("Trao trên dưới 50 suất quà", false),
            ("Vận động khoảng hơn 20 triệu đồng", false),
            ("Đúng trên dưới 50 suất quà", true),
        ] {
            let found = codes(&quoting(quote), "words.contrary");
            assert_eq!(!found.is_empty(), is_contrary, "{quote}");
        }
    }
}
