//! Parts that do not come to their total, and a share of more than all.
//!
//! Why: whoever adds up finds out, and nobody knows which of the numbers was meant.
//! Example: "500 đoàn viên mới, trong đó nam 300, nữ 250"; "120 đại biểu, gồm 30 đại biểu đương nhiên và 80 đại biểu bầu".

use super::view::View;
use super::words::{Ends, Number, clause_before, clauses, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&SUM_OTHER, &SUM_ONE_PART, &SHARE_OVER_WHOLE],
};

static SUM_OTHER: Lint = Lint {
    code: "sum.other",
    about: "The parts that a sentence names do not come to the total that it names.",
    severities: &[Severity::Warning],
    gaps: &[("total", &["500"]), ("parts", &["550"])],
    says: Both {
        vi: "Tổng ghi là {total}, nhưng các phần cộng lại là {parts}.",
        en: "The total is {total}, but its parts come to {parts}.",
    },
    mend: Both {
        vi: "Sửa tổng hoặc các phần cho khớp.",
        en: "Correct the total or its parts.",
    },
};

static SUM_ONE_PART: Lint = Lint {
    code: "sum.onePart",
    about: "One of the parts that a sentence names is more than the total that it names.",
    severities: &[Severity::Warning],
    gaps: &[("total", &["20"]), ("part", &["25"])],
    says: Both {
        vi: "Tổng ghi là {total}, nhưng riêng một phần đã là {part}.",
        en: "The total is {total}, but one of its parts alone is {part}.",
    },
    mend: Both {
        vi: "Sửa tổng hoặc phần đó cho khớp.",
        en: "Correct the total or that part.",
    },
};

static SHARE_OVER_WHOLE: Lint = Lint {
    code: "share.overWhole",
    about: "More than all of some people or units is asked.",
    severities: &[Severity::Error],
    gaps: &[("share", &["120%"])],
    says: Both {
        vi: "Không thể có {share} của một tập thể.",
        en: "There is no {share} of a group of people or units.",
    },
    mend: Both {
        vi: "Sửa tỷ lệ, hoặc nêu rõ so với kế hoạch hay với năm trước.",
        en: "Correct the share, or say that it is of the plan or of the year before.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = plain(words.text);
        let in_brackets = of_two_in_brackets(&text);
        let mut first = in_brackets;
        for sentence in clauses(&text, Ends::Sentence) {
            let other = first
                .take()
                .or_else(|| of_both(sentence))
                .or_else(|| of_these(sentence))
                .or_else(|| of_money(sentence))
                .map(|(total, parts)| SUM_OTHER.with("total", total).with("parts", parts));
            let one = || {
                let (total, part) = of_one_part(sentence)?;
                Some(SUM_ONE_PART.with("total", total).with("part", part))
            };
            let sum = other.or_else(one).map(|said| (Severity::Warning, said));
            let over = over_whole(sentence).map(|share| {
                let said = SHARE_OVER_WHOLE.with("share", [&share.to_string(), "%"].concat());
                (Severity::Error, said)
            });
            for (severity, said) in sum.into_iter().chain(over) {
                out.push(
                    LintFinding::new(severity, words.path.clone(), said)
                        .stating([words.stated(None)]),
                );
            }
        }
    }
}

/// The last number before "trong đó" or "gồm", and what follows these words.
fn total<'t>(sentence: &'t str, joints: &[&str]) -> Option<(Number, &'t str)> {
    let (at, words) = joints
        .iter()
        .find_map(|words| Some((sentence.find(words)?, words)))?;
    let head = sentence.get(..at)?;
    let mut counts = numbers(head).into_iter().filter(|number| !number.percent);
    let total = counts.next_back()?;
    // Two totals in one sentence: which of them is meant nobody can say.
    counts.next().is_none().then_some(())?;
    Some((total, sentence.get(at + words.len()..)?))
}

/// "trong đó nam 300, nữ 250": the two that make up all.
fn of_both(sentence: &str) -> Option<(i64, i64)> {
    let (total, tail) = total(sentence, &["trong do", "gom", ":"])?;
    let parts = numbers(tail);
    let [one, other] = parts.as_slice() else {
        return None;
    };
    let near = |number: &Number, word: &str| is_beside(tail, number, word);
    let both = near(one, "nam") && near(other, "nu") || near(one, "nu") && near(other, "nam");
    let same = !one.percent && !other.percent;
    let open = is_open(tail);
    let sum = one.value.checked_add(other.value)?;
    (both && same && !open && sum != total.value).then_some((total.value, sum))
}

/// "500 đoàn viên (nam: 300; nữ: 250)": wherever the mark between them would end a sentence.
fn of_two_in_brackets(text: &str) -> Option<(i64, i64)> {
    text.match_indices('(').find_map(|(at, _)| {
        let inside = text.get(at + 1..)?.split(')').next()?;
        let head = clause_before(text.get(..at)?, Ends::Comma);
        let total = numbers(head).pop().filter(|number| !number.percent)?;
        let near = head.get(total.end..)?.split_whitespace().count() <= 4;
        let parts = numbers(inside);
        let [one, other] = parts.as_slice() else {
            return None;
        };
        let both = is_beside(inside, one, "nam") && is_beside(inside, other, "nu")
            || is_beside(inside, one, "nu") && is_beside(inside, other, "nam");
        let sum = one.value.checked_add(other.value)?;
        let is_whole = !one.percent && !other.percent && !is_open(inside);
        (near && both && is_whole && sum != total.value).then_some((total.value, sum))
    })
}

/// "100 triệu đồng, trong đó ngân sách 60 triệu đồng, xã hội hóa 30 triệu đồng": from the budget and from others is all, and
/// parts of money never are more than it.
fn of_money(sentence: &str) -> Option<(i64, i64)> {
    let (total, tail) = total(sentence, &["trong do", "gom", ":"])?;
    let is_money = |text: &str, number: &Number| {
        let written = text.get(number.start..).unwrap_or_default();
        let mut near = written.split_whitespace().take(3);
        near.any(|word| {
            let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
            matches!(word, "ty" | "trieu" | "dong" | "nghin" | "ngan")
        })
    };
    let parts = numbers(tail);
    let all_money = is_money(sentence, &total) && parts.iter().all(|part| is_money(tail, part));
    let sum = parts
        .iter()
        .try_fold(0_i64, |sum, part| sum.checked_add(part.value))?;
    let own = ["ngan sach", "kinh phi cap", "kinh phi doan"];
    let others = ["xa hoi hoa", "van dong", "tai tro", "nguon khac", "doi ung"];
    let has = |words: &[&str]| words.iter().any(|words| tail.contains(words));
    let is_all = has(&own) && has(&others) || sentence.contains("gom");
    let is_other = sum > total.value || is_all && sum != total.value;
    let repeats = has(&["moi", "/", "tung", "lan luot"]);
    (parts.len() > 1 && all_money && !is_open(tail) && !repeats && is_other)
        .then_some((total.value, sum))
}

/// "100 cây, trong đó 120 cây xoài": whatever the other parts are, none of the same things is more than all. One syllable is not
/// enough to tell what is counted: "công trình" and "công lao động".
fn of_one_part(sentence: &str) -> Option<(i64, i64)> {
    let (total, tail) = total(sentence, &["trong do"])?;
    let head = sentence.strip_suffix(tail)?.strip_suffix("trong do")?;
    let own = noun(head.get(total.end..)?)?;
    let is_own = |noun: (&str, &str)| noun.0 == own.0 && (own.1.is_empty() || noun.1 == own.1);
    let again = [
        "moi",
        "tung",
        "/",
        "ca nam",
        "luy ke",
        "nam truoc",
        "ke hoach",
    ];
    let is_of_another_span = again.iter().any(|words| sentence.contains(words));
    let more = numbers(tail).into_iter().find(|part| {
        let noun = tail.get(part.end..).and_then(noun);
        !part.percent && part.value > total.value && noun.is_some_and(is_own)
    })?;
    (!is_of_another_span).then_some((total.value, more.value))
}

/// Whether a number is of that word: "nam: 300", "300 nữ".
fn is_beside(text: &str, number: &Number, word: &str) -> bool {
    let before = text.get(..number.start).unwrap_or_default();
    let after = text.get(number.end..).unwrap_or_default();
    let before = before.trim_end().trim_end_matches([':', ' ']);
    let before = before.strip_suffix("co").unwrap_or(before).trim_end();
    let is = |text: &str| {
        text.trim_start()
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let said = before
        .strip_suffix(word)
        .is_some_and(|head| !head.ends_with(char::is_alphanumeric));
    said || is(after)
}

/// Whether the parts leave a rest: "ít nhất 100 nữ".
fn is_open(tail: &str) -> bool {
    [
        "it nhat",
        "tren",
        "tu ",
        "toi thieu",
        "khoang",
        "du kien",
        "con lai",
    ]
    .iter()
    .any(|word| tail.contains(word))
}

/// "gồm 30 đại biểu đương nhiên và 80 đại biểu bầu": parts that count the same as the total.
fn of_these(sentence: &str) -> Option<(i64, i64)> {
    let (total, tail) = total(sentence, &["gom", ":"])?;
    // "Tổng số 100 cây: 60 cây xoài, 50 cây mít": a colon is of parts only after such words.
    let head = sentence.strip_suffix(tail)?;
    let said = ["tong so", "tong cong"];
    let is_total = said.iter().any(|words| head.contains(words));
    if !head.ends_with("gom") && !is_total {
        return None;
    }

    let own = head.get(total.end..)?;
    let own = own
        .trim_end_matches("gom")
        .trim_end_matches([' ', ',', '(', ':', '-']);
    let own = own.strip_suffix("bao").unwrap_or(own);
    let noun = noun(own)?;
    let parts = numbers(tail);
    let same = |number: &Number| {
        !number.percent
            && tail
                .get(number.end..)
                .and_then(self::noun)
                .is_some_and(|own| {
                    own.0 == noun.0 && (is_total || noun.1.is_empty() || own.1 == noun.1)
                })
    };
    let sum = parts
        .iter()
        .try_fold(0_i64, |sum, part| sum.checked_add(part.value))?;
    let open = [
        "it nhat",
        "tren",
        "tu ",
        "toi thieu",
        "khoang",
        "trong do",
        "moi",
    ]
    .iter()
    .any(|word| tail.contains(word));
    (parts.len() > 1 && parts.iter().all(same) && !open && sum != total.value)
        .then_some((total.value, sum))
}

/// The two words after a number.
fn noun(after: &str) -> Option<(&str, &str)> {
    let mut words = after
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    Some((words.next()?, words.next().unwrap_or_default()))
}

/// People and units of whom there are no more than all.
const ALL: [&str; 16] = [
    "doan vien",
    "hoi vien",
    "thanh nien",
    "doi vien",
    "thieu nhi",
    "hoc sinh",
    "sinh vien",
    "can bo",
    "dang vien",
    "co so",
    "chi doan",
    "chi hoi",
    "don vi",
    "ho dan",
    "ho gia dinh",
    "nguoi dan",
];

/// "120% đoàn viên", where nothing says of what else.
fn over_whole(sentence: &str) -> Option<u32> {
    let more = [
        "tang", "vuot", "so voi", "ke hoach", "chi tieu", "bang", "gap", "giao",
    ];
    if more.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    sentence.match_indices('%').find_map(|(at, _)| {
        let head = sentence.get(..at)?.trim_end();
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (before, number) = head.split_at_checked(head.len() - digits)?;
        let number: u32 = number.parse().ok()?;
        let after = sentence.get(at + 1..)?.trim_start();
        let is_whole = !before.ends_with(['.', ',']) && (101..=1_000).contains(&number);
        let of_all = ALL.iter().any(|noun| after.starts_with(noun));
        (is_whole && of_all).then_some(number)
    })
}

#[cfg(test)]
mod tests;
