//! One programme that is cited with two periods.
//!
//! Why: who plans by it does not know until when it runs. Two citations are of one programme when the
//! words before "giai đoạn" are the same.
//! Example: "Chương trình phát triển thanh niên quận Tân Phú giai đoạn từ nay đến năm 2025" and "… giai
//! đoạn 2021 – 2030".

use super::view::{View, Words};
use super::{Lint, LintFinding, Reading, Slice};
use crate::finding::Severity;
use crate::text::{Both, fold};

/// How many words name a programme.
const NAME: usize = 8;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CITATION_TWO_PERIODS],
};

static CITATION_TWO_PERIODS: Lint = Lint {
    code: "citation.twoPeriods",
    about: "One programme is cited with two periods.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Một chương trình được viện dẫn với hai giai đoạn khác nhau.",
        en: "One programme is cited with two periods.",
    },
    mend: Both {
        vi: "Đối chiếu văn bản gốc và ghi đúng giai đoạn.",
        en: "Look the programme up and write its one period.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let mut known: Vec<(String, String, &Words<'_>)> = Vec::new();
    for words in &view.texts {
        for (name, period) in cited(words.text) {
            match known.iter().find(|(other, ..)| *other == name) {
                Some((_, other, first)) if *other != period => {
                    let told = out.iter().any(|finding| {
                        finding.code() == CITATION_TWO_PERIODS.code && finding.path == words.path
                    });
                    if !told {
                        let reading = |period: &str| Some(Reading::Words(period.to_owned()));
                        out.push(
                            LintFinding::new(
                                Severity::Warning,
                                words.path.clone(),
                                &CITATION_TWO_PERIODS,
                            )
                            .stating([
                                first.stated(reading(other)),
                                words.stated(reading(&period)),
                            ]),
                        );
                    }
                }
                Some(_) => {}
                None => known.push((name, period, words)),
            }
        }
    }
}

/// The programmes in a text, each with its period: "2021 - 2030", or the year to which it runs.
fn cited(text: &str) -> Vec<(String, String)> {
    let folded = fold(text);
    folded
        .match_indices(" giai doan ")
        .filter_map(|(at, words)| {
            let before: Vec<&str> = folded.get(..at)?.split(' ').collect();
            let name = before.get(before.len().checked_sub(NAME)?..)?.join(" ");
            let after: Vec<&str> = folded.get(at + words.len()..)?.split(' ').take(6).collect();
            let is_year = |word: &&str| word.len() == 4 && word.starts_with("20");
            let period = match after.as_slice() {
                [from, to, ..] if is_year(from) && is_year(to) => [from, " - ", to].concat(),
                ["tu", "nay", "den", "nam", to, ..] if is_year(to) => ["đến năm ", to].concat(),
                _ => return None,
            };
            Some((name, period))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn one_programme_two_periods() {
        let first = "Chương trình phát triển thanh niên quận Tân Phú giai đoạn từ nay đến năm 2025";
        for (second, expected) in [
            (
                "Chương trình phát triển thanh niên quận Tân Phú giai đoạn 2021 – 2030",
                "warning citation.twoPeriods",
            ),
            (
                "Chương trình phát triển thanh niên thành phố giai đoạn 2021 - 2030",
                "",
            ),
            ("thực hiện giai đoạn 2021 – 2030", ""),
            (first, ""),
        ] {
            let task = |text: &str| json!({"text": text, "source": {"section": "IV"}});
            let plan = plan(json!({"document": {"tasks": [task(first), task(second)]}}));
            assert_eq!(codes(&plan, "citation."), expected, "{second}");
        }
    }
}
