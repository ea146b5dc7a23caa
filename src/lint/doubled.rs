//! Words that stand twice in a row.
//!
//! Why: most often something was pasted over and the words between are lost.
//! Example: "Kế hoạch về việc về việc …", "báo cáo công tác Công tác Đoàn". One word twice ("luôn luôn")
//! is Vietnamese, and a comma between makes a list.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&WORDS_DOUBLED],
};

static WORDS_DOUBLED: Lint = Lint {
    code: "words.doubled",
    about: "Words stand twice in a row.",
    severities: &[Severity::Info],
    gaps: &[("written", &["về việc"])],
    says: Both {
        vi: "Cụm từ “{written}” được viết hai lần liền nhau.",
        en: "The words “{written}” stand twice in a row.",
    },
    mend: Both {
        vi: "Bỏ một lần, và xem có mất chữ nào ở giữa không.",
        en: "Strike one, and see whether words are lost between.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let mut seen: Vec<(&str, String)> = Vec::new();
    for words in &view.texts {
        let Some(written) = doubled(words.text) else {
            continue;
        };
        // A longer and a shorter quote of one sentence have the same slip.
        let key = (words.section, written.clone());
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        out.push(
            LintFinding::new(
                Severity::Info,
                words.path.clone(),
                WORDS_DOUBLED.with("written", written),
            )
            .stating([words.stated(None)]),
        );
    }
}

/// The first two words that stand twice, as written the first time.
fn doubled(text: &str) -> Option<String> {
    let text = clean(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(4).find_map(|four| {
        let [a, b, c, d] = four else {
            return None;
        };
        let plain = [a, b, c]
            .iter()
            .all(|word| word.chars().all(char::is_alphabetic));
        let end = d.trim_end_matches(|c: char| !c.is_alphabetic());
        let same = a.to_lowercase() == c.to_lowercase() && b.to_lowercase() == end.to_lowercase();
        (plain && same && a != b).then(|| [*a, *b].join(" "))
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, quoting};

    #[test]
    fn two_words_twice() {
        for (quote, expected) in [
            ("Trên đây là Kế hoạch về việc về việc tham gia", true),
            ("gắn với báo cáo công tác Công tác Đoàn", true),
            ("đến các làng nghề, làng nghề truyền thống", false),
            ("luôn luôn sẵn sàng", false),
            ("công tác Đoàn và công tác Đội", false),
        ] {
            let found = found(&quoting(quote), "words.doubled");
            assert_eq!(!found.is_empty(), expected, "{quote}");
        }
    }
}
