//! Words beside a number that contradict each other.
//!
//! Why: "ít nhất trên 90 %" is at least 90 or more than 90, and "không quá 5 trở lên" is nothing at all.
//! Example: "Đạt ít nhất trên 90%".

use super::view::View;
use super::words::{Ends, clause_after, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&WORDS_CONTRARY],
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
        if let Some(written) = contrary(&clean(words.text).to_lowercase()) {
            let said = WORDS_CONTRARY.with("written", written);
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
        let onward = near.join(" ").contains("trở lên");
        // "Ít nhất 5 … trở lên" says one thing twice.
        let up = onward && before.iter().any(|group| [2, 3].contains(group));
        let two = before.iter().any(|group| Some(group) != before.first());
        (two || up).then(|| {
            let onward = if up { " … trở lên" } else { "" };
            [written, onward].concat()
        })
    })
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
    fn how_a_number_is_meant() {
        for (quote, is_contrary) in [
            ("Đạt ít nhất trên 90% đoàn viên", true),
            ("Tối thiểu khoảng 50 cây", true),
            ("Không quá 5 đồng chí trở lên", true),
            ("Đúng khoảng 30 người", true),
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
