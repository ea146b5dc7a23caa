//! An hour, a month or a quarter that does not exist.
//!
//! Why: "trước 24g30" is half past midnight of which day? Each reader corrects it in his own way, as with a day that no
//! calendar has.
//! Example: "trước 24g30 ngày 30/11", "quý V/2025", "tháng 13/2025"; "24g00" and "3 tháng 15 ngày" are not found.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, clean, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TIME_IMPOSSIBLE],
};

static TIME_IMPOSSIBLE: Lint = Lint {
    code: "time.impossible",
    about: "An hour, a month or a quarter is written that does not exist, for example 24g30.",
    severities: &[Severity::Error],
    gaps: &[("written", &["24g30"])],
    says: Both {
        vi: "Không có giờ, tháng hay quý nào là “{written}”.",
        en: "There is no such hour, month or quarter as “{written}”.",
    },
    mend: Both {
        vi: "Sửa lại theo ý định của văn bản.",
        en: "Correct it to what is meant.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = plain(words.text);
        let written = hour(&text)
            .or_else(|| month(&text))
            .or_else(|| quarter(&clean(words.text)));
        if let Some(written) = written {
            let said = TIME_IMPOSSIBLE.with("written", written);
            out.push(
                LintFinding::new(Severity::Error, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
    }
}

/// "24g30", "17h75", "25 giờ 00": more than a day has, or more minutes than an hour.
fn hour(text: &str) -> Option<String> {
    let mut end = 0;
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        if start < end {
            continue;
        }
        let digits = |from: usize| {
            let rest = text.get(from..).unwrap_or_default();
            rest.bytes().take_while(u8::is_ascii_digit).count()
        };
        let whole = digits(start);
        end = start + whole;
        let before = text.get(..start)?;
        if before.ends_with(|c: char| c.is_alphanumeric() || "/.,-".contains(c)) {
            continue;
        }
        let rest = text.get(end..)?;
        let spaced = rest.trim_start_matches(' ');
        let Some(mark) = ["gio", "g", "h"]
            .into_iter()
            .find(|mark| spaced.starts_with(mark))
        else {
            continue;
        };
        let tail = spaced.get(mark.len()..)?;
        let minutes = tail.trim_start_matches(' ');
        let at = text.len() - minutes.len();
        let len = digits(at);
        let after = text.get(at + len..)?;
        if len != 2
            || after.starts_with(|c: char| {
                c.is_alphanumeric()
                    || "/.".contains(c)
                        && after
                            .get(1..)
                            .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
            })
        {
            continue;
        }
        let (hours, past): (u32, u32) = (
            text.get(start..end)?.parse().ok()?,
            text.get(at..at + len)?.parse().ok()?,
        );
        let is_one = hours <= 23 && past <= 59 || hours == 24 && past == 0;
        // "30 giờ 45 người" has two numbers.
        let apart = minutes.len() < tail.len();
        let ends = after.trim_start().is_empty()
            || [".", ",", ";", ")", " phut", " ngay"]
                .iter()
                .any(|next| after.starts_with(next));
        if !is_one && (!apart || ends) {
            return Some(text.get(start..at + len)?.to_owned());
        }
    }
    None
}

/// "tháng 13/2025", "trong tháng 14.": a span of months and days ("3 tháng 15 ngày") is none.
fn month(text: &str) -> Option<String> {
    text.match_indices("thang ").find_map(|(at, words)| {
        let before = text.get(..at)?.trim_end();
        let rest = text.get(at + words.len()..)?;
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest.get(len..)?;
        let year = after.trim_start_matches([' ', '/', '-']);
        let year = year.strip_prefix("nam ").unwrap_or(year);
        let dated =
            year.len() < after.len() && year.bytes().take_while(u8::is_ascii_digit).count() == 4;
        let number: u32 = rest.get(..len).filter(|_| len == 2)?.parse().ok()?;
        let counted = before.ends_with(|c: char| c.is_ascii_digit());
        (number > 12 && dated && !counted)
            .then(|| ["tháng ", rest.get(..len).unwrap_or_default()].concat())
    })
}

/// "quý V": a year has four.
fn quarter(text: &str) -> Option<String> {
    let never = ["V", "VI", "VII", "VIII", "5", "6", "7", "8"];
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|two| match two {
        [word, number] if matches!(*word, "quý" | "Quý" | "QUÝ" | "(quý" | "quí" | "Quí") => {
            let number = number.trim_end_matches(['.', ',', ';', ')', ':']);
            let (number, rest) = number.split_once('/').unwrap_or((number, ""));
            let year = rest.is_empty() || rest.bytes().all(|byte| byte.is_ascii_digit());
            // "Quý 5 đồng chí": only a numeral, or a number with its year.
            let told = !number.bytes().all(|byte| byte.is_ascii_digit()) || !rest.is_empty();
            (never.contains(&number) && year && told)
                .then(|| [word.trim_start_matches('('), " ", number].concat())
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, quoting};

    #[test]
    fn no_day_or_year_has_it() {
        for (quote, expected) in [
            ("gửi trước 24g30 ngày 30/11", true),
            ("lúc 17g75 ngày 12/4", true),
            ("lúc 25 giờ 00", true),
            ("trước 24g00 ngày 30/11", false),
            ("lúc 17 giờ 30 phút, 09h00", false),
            ("trong 48 giờ, 30 h", false),
            ("học 30 giờ 45 người", false),
            ("trong quý V/2025", true),
            ("Quý VI", true),
            ("trong quý IV/2025, quý vị đại biểu", false),
            ("Quý 5 đồng chí", false),
            ("trong tháng 13/2025", true),
            ("tháng 12/2025, 3 tháng 15 ngày", false),
            ("trong 3 tháng 15 năm 2025", false),
        ] {
            let found = found(&quoting(quote), "time.impossible");
            assert_eq!(!found.is_empty(), expected, "{quote}: {found:?}");
        }
    }
}
