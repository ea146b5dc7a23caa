//! Days that the document counts one way and writes another: a span that ends before it begins, so many days that are more
//! or fewer, rounds that overlap or leave a day between.
//!
//! Why: who plans by the number and who plans by the days come on different days.
//! Example: "từ ngày 20/3 đến ngày 15/3/2023"; "trong 03 ngày, từ ngày 10/3 đến ngày 15/3"; "đợt 1 … đến ngày 15/3, đợt 2
//! từ ngày 17/3 …".

use super::view::{View, Words};
use super::words::{Ends, Range, clause_before, ranges};
use super::{Lint, LintFinding, Reading, Said, Slice};
use crate::calendar::Period;
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_REVERSED, &DATE_OTHER_LENGTH, &DATE_BETWEEN_ROUNDS],
};

static DATE_REVERSED: Lint = Lint {
    code: "date.reversed",
    about: "A span of days ends before it begins.",
    severities: &[Severity::Warning],
    gaps: &[("from", &["20/3/2023"]), ("to", &["15/3/2023"])],
    says: Both {
        vi: "Khoảng thời gian từ ngày {from} đến ngày {to} kết thúc trước khi bắt đầu.",
        en: "The days from {from} to {to} end before they begin.",
    },
    mend: Both {
        vi: "Sửa ngày đầu hoặc ngày cuối.",
        en: "Correct the first or the last day.",
    },
};

static DATE_OTHER_LENGTH: Lint = Lint {
    code: "date.otherLength",
    about: "So many days are written, and the days beside them are more or fewer.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["3"]),
        (
            "days",
            &["từ 10/3 đến hết 15/3/2023", "10/3/2023 to 15/3/2023"],
        ),
        ("count", &["6"]),
    ],
    says: Both {
        vi: "Văn bản ghi {written} ngày, nhưng {days} là {count} ngày.",
        en: "The document says {written} days, but {days} is {count} days.",
    },
    mend: Both {
        vi: "Sửa số ngày, hoặc sửa ngày đầu, ngày cuối.",
        en: "Correct the number of days, or the first or last day.",
    },
};

static DATE_BETWEEN_ROUNDS: Lint = Lint {
    code: "date.betweenRounds",
    about: "Two rounds that follow each other overlap, or leave a day between them that is in none.",
    severities: &[Severity::Info],
    gaps: &[
        ("one", &["đợt 1"]),
        ("last", &["15/3/2023"]),
        ("other", &["đợt 2"]),
        ("first", &["17/3/2023"]),
    ],
    says: Both {
        vi: "{one} kết thúc ngày {last}, {other} bắt đầu ngày {first}: có ngày không thuộc đợt nào, hoặc thuộc cả hai.",
        en: "{one} ends on {last} and {other} begins on {first}: a day is in none of them, or in both.",
    },
    mend: Both {
        vi: "Cho hai đợt nối liền nhau, hoặc nói rõ những ngày ở giữa.",
        en: "Let the rounds meet, or say what holds between them.",
    },
};

/// A longer pause between two rounds is meant.
const PAUSE: i64 = 4;

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for pair in view.texts.windows(2) {
        out.extend(between_lines(pair, view.plan.period));
    }
    for words in &view.texts {
        let text = plain(words.text);
        let all = ranges(&text, view.plan.period);
        let reversed = all
            .iter()
            .find(|range| range.to < range.from)
            .map(|range| DATE_REVERSED.with("from", range.from).with("to", range.to));
        let length = all.iter().find_map(|range| other_length(&text, range));
        for said in reversed.into_iter().chain(length) {
            out.push(
                LintFinding::new(Severity::Warning, words.path.clone(), said)
                    .stating([words.stated(None)]),
            );
        }
        if let Some((said, days)) = between_rounds(&text, &all) {
            let reading = Reading::Days(days.from(), days.to());
            out.push(
                LintFinding::new(Severity::Info, words.path.clone(), said)
                    .stating([words.stated(Some(reading))]),
            );
        }
    }
}

/// "trong 03 ngày, từ …", "(3 ngày, từ …", "từ … (03 ngày)".
fn other_length(text: &str, range: &Range) -> Option<Said> {
    let days = range.days()?;
    let before = text.get(..range.start)?;
    let before = before.trim_end_matches([' ', ',', '(', ':']);
    let before = before
        .strip_suffix("tu ngay")
        .or_else(|| before.strip_suffix("tu"));
    let before = before.map_or("", |head| head.trim_end_matches([' ', ',', '(', ':']));
    let ahead = before.strip_suffix("ngay").and_then(last_number);
    let behind = text
        .get(range.end..)?
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let rest = rest.get(digits.len()..)?.trim_start();
            rest.starts_with("ngay)")
                .then(|| digits.parse().ok())
                .flatten()
        });
    let written: i64 = ahead.or(behind)?;
    let count = days.len_days();
    // Three days are two nights, and some count the nights.
    (written != count && written + 1 != count).then(|| {
        DATE_OTHER_LENGTH
            .with("written", written)
            .with("days", days)
            .with("count", count)
    })
}

/// The number with which some words end.
fn last_number(words: &str) -> Option<i64> {
    let words = words.trim_end();
    let digits = words.len() - words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let start = words.len() - digits;
    let is_whole = !words.get(..start)?.ends_with(['/', '-', '.', ',']);
    words.get(start..)?.parse().ok().filter(|_| is_whole)
}

/// The last round of a line and the first of the next line of the same list.
fn between_lines(pair: &[Words<'_>], within: Period) -> Option<LintFinding> {
    let [one, other] = pair else {
        return None;
    };
    let list = |words: &Words<'_>| {
        let path = words.path.to_string();
        path.rfind('/')
            .and_then(|at| path.get(..at).map(str::to_owned))
    };
    if list(one)? != list(other)? {
        return None;
    }
    let [first, second] = [one, other].map(|words| plain(words.text));
    let mut named = named(&first, &ranges(&first, within))
        .pop()
        .into_iter()
        .collect::<Vec<_>>();
    named.extend(
        self::named(&second, &ranges(&second, within))
            .into_iter()
            .next(),
    );
    let (said, days) = apart(&named)?;
    let reading = Reading::Days(days.from(), days.to());
    let stated = [one.stated(None), other.stated(Some(reading))];
    Some(LintFinding::new(Severity::Info, other.path.clone(), said).stating(stated))
}

/// The first two rounds, one after the other, that do not meet.
fn between_rounds(text: &str, all: &[Range]) -> Option<(Said, Period)> {
    apart(&named(text, all))
}

/// The rounds of a text, each with its name, its number and its days.
fn named(text: &str, all: &[Range]) -> Vec<(&'static str, u32, Period)> {
    let named = all.iter().filter_map(|range| {
        let (name, which) = round(text, range.start)?;
        Some((name, which, range.days()?))
    });
    named.collect()
}

fn apart(named: &[(&'static str, u32, Period)]) -> Option<(Said, Period)> {
    named.windows(2).find_map(|pair| {
        let [(name, which, one), (other_name, other_which, other)] = pair else {
            return None;
        };
        let kind = |name: &str| name.split(' ').next().map(str::to_owned);
        let follows = kind(name) == kind(other_name) && *other_which == which + 1;
        let apart = one.to().days_until(other.from());
        let meets = apart == 1 || apart > PAUSE + 1;
        // A round that ends on the day on which the next begins is said so on purpose.
        let turns = apart == 0;
        (follows && !meets && !turns && one.from() < other.from()).then(|| {
            let said = DATE_BETWEEN_ROUNDS
                .with("one", written(name, *which))
                .with("last", one.to())
                .with("other", written(other_name, *other_which))
                .with("first", other.from());
            (said, *other)
        })
    })
}

/// What a round is called, as it is written.
fn written(name: &str, which: u32) -> String {
    let word = match name {
        "giai doan" => "giai đoạn",
        "tuan" => "tuần",
        "ky" => "kỳ",
        _ => "đợt",
    };
    [word, " ", &which.to_string()].concat()
}

/// The round that the words before some days name: "dot 2 (tu ngay …".
fn round(text: &str, start: usize) -> Option<(&'static str, u32)> {
    let before = text.get(..start)?;
    let clause = clause_before(before, Ends::Sentence);
    ["giai doan", "dot", "tuan", "ky"]
        .into_iter()
        .find_map(|name| {
            let (at, _) = clause.rmatch_indices(name).next()?;
            let begins = !clause.get(..at)?.ends_with(char::is_alphanumeric);
            let rest = clause.get(at + name.len()..)?.strip_prefix(' ')?;
            let number: String = rest
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            let between = rest.get(number.len()..)?;
            let roman = ["i", "ii", "iii", "iv", "v", "vi"];
            let roman = roman.iter().zip(1..).find(|(roman, _)| **roman == number);
            let near = between.split_whitespace().count() <= 5
                && !between.contains(|c: char| c.is_ascii_digit());
            let digits = number.parse().ok().filter(|_| number.len() <= 2);
            let which = digits
                .or_else(|| roman.map(|(_, which)| which))
                .filter(|_| begins && near)?;
            Some((name, which))
        })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan, quoting};
    use serde_json::json;

    #[test]
    fn days_that_end_before_they_begin() {
        for (quote, is_wrong) in [
            ("Tổ chức từ ngày 20/3 đến ngày 15/3/2023", true),
            ("Tổ chức từ ngày 10/3 đến ngày 15/3/2023", false),
            ("Nghỉ từ ngày 25/12 đến ngày 05/01", false),
            ("(26/3/1931 - 26/3/2023)", false),
        ] {
            let found = codes(&quoting(quote), "date.reversed");
            assert_eq!(!found.is_empty(), is_wrong, "{quote}");
        }
    }

    #[test]
    fn so_many_days() {
        for (quote, is_wrong) in [
            ("Trong 03 ngày, từ ngày 10/3 đến ngày 15/3/2023", true),
            ("Trong 3 ngày (từ ngày 10/3 đến ngày 12/3/2023)", false),
            ("Từ ngày 10/3 đến ngày 12/3/2023 (05 ngày)", true),
            (
                "Hội trại 3 ngày 2 đêm, từ ngày 10/3 đến ngày 12/3/2023",
                false,
            ),
            (
                "Trong 05 ngày làm việc, từ ngày 10/3 đến ngày 16/3/2023",
                false,
            ),
            ("Họp ngày 3/3, từ ngày 10/3 đến ngày 12/3/2023", false),
        ] {
            let found = codes(&quoting(quote), "date.otherLength");
            assert_eq!(!found.is_empty(), is_wrong, "{quote}");
        }
    }

    #[test]
    fn rounds_that_do_not_meet() {
        let rounds = |last: &str, first: &str| {
            let text = format!(
                "Đợt 1 từ ngày 01/3 đến ngày {last}; đợt 2 từ ngày {first} đến ngày 31/3/2023"
            );
            codes(&quoting(&text), "date.betweenRounds")
        };
        let found = "info date.betweenRounds";
        assert_eq!(rounds("15/3", "17/3"), found);
        assert_eq!(rounds("15/3", "10/3"), found);
        assert_eq!(rounds("15/3", "20/3"), found);
        assert_eq!(rounds("15/3", "21/3"), "");
        assert_eq!(rounds("15/3", "16/3"), "");
        assert_eq!(rounds("15/3", "15/3"), "");
        assert_eq!(rounds("10/3", "25/3"), "");
        let roman = "Đợt I (01/3 - 15/3/2023), đợt II (17/3 - 31/3/2023)";
        assert_eq!(codes(&quoting(roman), "date.betweenRounds"), found);
        for (first, second, expected) in [
            (
                "Đợt 1: từ ngày 01/3 đến ngày 15/3/2023",
                "Đợt 2: từ ngày 17/3 đến ngày 31/3/2023",
                found,
            ),
            (
                "Đợt 1: từ ngày 01/3 đến ngày 15/3/2023",
                "Đợt 2: từ ngày 16/3 đến ngày 31/3/2023",
                "",
            ),
            (
                "Đợt 1: từ ngày 01/3 đến ngày 15/3/2023",
                "Nghỉ từ ngày 17/3 đến ngày 31/3/2023",
                "",
            ),
        ] {
            let task = |text: &str| json!({"text": text, "source": {"section": "IV"}});
            let tasks = plan(json!({"document": {"tasks": [task(first), task(second)]}}));
            assert_eq!(codes(&tasks, "date.betweenRounds"), expected, "{second}");
        }
        let one = codes(
            &quoting("Đợt 1 từ ngày 01/3 đến ngày 15/3, nghỉ từ ngày 17/3 đến ngày 20/3/2023"),
            "date.b",
        );
        assert_eq!(one, "");
    }
}
