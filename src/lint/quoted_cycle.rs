//! A rule of another cycle than the words of its statement.
//!
//! Why: who reports once a quarter to a plan that asks every month is late eight times a year.
//! Example: "báo cáo quý" stored as every month.

use super::view::View;
use super::{Lint, LintFinding, Slice, Word};
use crate::calendar::Cycle;
use crate::finding::Severity;
use crate::plan::Schedule;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DUTY_OTHER_CYCLE],
};

static DUTY_OTHER_CYCLE: Lint = Lint {
    code: "duty.otherCycle",
    about: "A duty comes in another cycle than its words say.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["báo cáo quý"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng chế độ báo cáo trong kế hoạch có chu kỳ khác.",
        en: "The words quoted say “{written}”, but the plan's duty comes in another cycle.",
    },
    mend: Both {
        vi: "Sửa chu kỳ báo cáo theo văn bản.",
        en: "Correct the duty's cycle by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let Schedule::Recurring(rule) = &one.stated.schedule else {
            continue;
        };
        let text = &one.text;
        // "Định kỳ 06 tháng, 01 năm" of one duty is two rules: each has its own.
        let is_other_rule = |said: &super::Said| {
            one.others().any(|(_, other)| match &other.schedule {
                Schedule::Recurring(rule) => {
                    other_cycle(text, rule.cycle).is_none_or(|other| other != *said)
                }
                _ => false,
            })
        };
        let own = other_cycle(text, rule.cycle).filter(|said| !is_other_rule(said));
        let Some(said) = own.or_else(|| half_year_missed(view, text, rule.cycle)) else {
            continue;
        };
        let statement = one.as_stated(None);
        out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
    }
}

/// How often something comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Often {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// What names a cycle, and how it is written.
const CYCLES: &[(&str, &str, Often)] = &[
    ("bao cao tuan", "báo cáo tuần", Often::Week),
    ("hang tuan", "hằng tuần", Often::Week),
    ("bao cao thang", "báo cáo tháng", Often::Month),
    ("hang thang", "hằng tháng", Often::Month),
    ("bao cao quy", "báo cáo quý", Often::Quarter),
    ("hang quy", "hằng quý", Often::Quarter),
    ("bao cao 6 thang", "báo cáo 6 tháng", Often::HalfYear),
    ("bao cao 06 thang", "báo cáo 06 tháng", Often::HalfYear),
    ("6 thang mot lan", "6 tháng một lần", Often::HalfYear),
    ("dinh ky 6 thang", "định kỳ 6 tháng", Often::HalfYear),
    ("dinh ky 06 thang", "định kỳ 06 tháng", Often::HalfYear),
    ("moi tuan mot lan", "mỗi tuần một lần", Often::Week),
    ("moi thang mot lan", "mỗi tháng một lần", Often::Month),
    ("moi quy mot lan", "mỗi quý một lần", Often::Quarter),
    ("moi nam mot lan", "mỗi năm một lần", Often::Year),
    ("3 thang mot lan", "3 tháng một lần", Often::Quarter),
    ("03 thang mot lan", "03 tháng một lần", Often::Quarter),
    ("3 thang/lan", "3 tháng/lần", Often::Quarter),
    ("03 thang/lan", "03 tháng/lần", Often::Quarter),
    ("6 thang/lan", "6 tháng/lần", Often::HalfYear),
    ("06 thang/lan", "06 tháng/lần", Often::HalfYear),
    ("01 thang/lan", "01 tháng/lần", Often::Month),
    ("01 quy/lan", "01 quý/lần", Often::Quarter),
    ("tung tuan", "từng tuần", Often::Week),
    ("tung thang", "từng tháng", Often::Month),
    ("tung quy", "từng quý", Often::Quarter),
    ("bao cao nam", "báo cáo năm", Often::Year),
    ("hang nam", "hằng năm", Often::Year),
];

/// The one cycle that is written, where the rule has another.
fn other_cycle(text: &str, cycle: Cycle) -> Option<super::Said> {
    let stored = match cycle {
        Cycle::Day => Often::Day,
        Cycle::Week { .. } => Often::Week,
        Cycle::Month { .. } => Often::Month,
        Cycle::Quarter | Cycle::Months { count: 3, .. } => Often::Quarter,
        Cycle::HalfYear | Cycle::Months { count: 6, .. } => Often::HalfYear,
        Cycle::Year | Cycle::Months { count: 12, .. } => Often::Year,
        _ => return None,
    };
    let mut said = CYCLES.iter().filter(|(words, ..)| {
        text.match_indices(words).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            let after = text
                .get(at + words.len()..)
                .unwrap_or_default()
                .trim_start();
            // "Báo cáo tháng 3" is of one month, "báo cáo năm học" of a school year, "sáu tháng đầu năm" of one half.
            let is_one = after.starts_with(|c: char| {
                c.is_ascii_digit() || c.is_alphanumeric() && "ivx".contains(c)
            }) && after
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .is_some_and(is_number);
            let is_other = after.starts_with("hoc") || after.starts_with("dau nam");
            !before.ends_with(char::is_alphanumeric) && !is_one && !is_other
        })
    });
    let (_, written, often) = said.next()?;
    // Two cycles in one sentence are two duties, or one within the other; "quý, năm" goes on with words of its own.
    let more = [
        "thang, quy",
        "quy, nam",
        "tuan, thang",
        "thang, nam",
        "va nam",
        "va quy",
    ];
    if said.any(|(_, _, other)| other != often) || more.iter().any(|words| text.contains(words)) {
        return None;
    }
    let said = DUTY_OTHER_CYCLE.with("written", Word::Text((*written).to_owned()));
    (*often != stored).then_some(said)
}

/// "Báo cáo 6 tháng và năm", where the plan asks only for the year's: a cycle of half-years has both.
fn half_year_missed(view: &View<'_>, text: &str, cycle: Cycle) -> Option<super::Said> {
    let is_half = |cycle: Cycle| matches!(cycle, Cycle::HalfYear | Cycle::Months { count: 6, .. });
    let both = [
        ("6 thang va nam", "6 tháng và năm"),
        ("6 thang va ca nam", "6 tháng và cả năm"),
        ("6 thang, nam", "6 tháng, năm"),
        ("6 thang, ca nam", "6 tháng, cả năm"),
        ("6 thang va 1 nam", "6 tháng và 1 năm"),
        ("6 thang dau nam va ca nam", "6 tháng đầu năm và cả năm"),
        ("6 thang dau nam va nam", "6 tháng đầu năm và năm"),
        ("6 thang, 1 nam", "6 tháng, 1 năm"),
        ("sau thang va nam", "sáu tháng và năm"),
    ];
    let (_, written) = both.iter().find(|(words, _)| text.contains(words))?;
    let is_yearly = matches!(cycle, Cycle::Year | Cycle::Months { count: 12, .. });
    // The half-year may be a duty of its own, or listed.
    let is_alone = view.plan.duties.iter().all(|duty| {
        let mut rules = duty.schedules.iter();
        rules.all(|one| matches!(&one.schedule, Schedule::Recurring(rule) if !is_half(rule.cycle)))
    });
    let said = DUTY_OTHER_CYCLE.with("written", Word::Text((*written).to_owned()));
    (is_yearly && is_alone).then_some(said)
}

/// "3", "iv": which one.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit()) || matches!(word, "i" | "ii" | "iii" | "iv")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn two_rules_of_one_sentence() {
        let rule = |every: &str| {
            json!({"id": every.to_lowercase(), "schedule": {"recurring": {"cycle": {"every": every}, "deadline": null}},
                   "source": {"section": "V", "quote": "Định kỳ 06 tháng, 01 năm gửi báo cáo"}})
        };
        for (schedules, is_other) in [
            (json!([rule("halfYear"), rule("year")]), false),
            (json!([rule("month"), rule("year")]), true),
        ] {
            let mut one = duty(json!({"listed": []}));
            one["applies"] = schedules[0]["id"].clone();
            one["schedules"] = schedules.clone();
            let found = codes(&plan(json!({"duties": [one]})), "duty.otherCycle");
            assert_eq!(!found.is_empty(), is_other, "{schedules}");
        }
    }

    #[test]
    fn the_cycle() {
        let other = "warning duty.otherCycle";
        for (quote, every, expected) in [
            ("Báo cáo quý gửi về văn phòng", "month", other),
            ("Báo cáo quý gửi về văn phòng", "quarter", ""),
            ("Hằng tháng, các đơn vị gửi báo cáo", "quarter", other),
            ("Báo cáo tháng 3 gửi về văn phòng", "quarter", ""),
            ("Báo cáo năm học gửi về văn phòng", "month", ""),
            ("Báo cáo tháng, quý, năm gửi về văn phòng", "quarter", ""),
            (
                "Hằng tháng tổng hợp, báo cáo quý gửi về văn phòng",
                "month",
                "",
            ),
            ("Báo cáo kết quả về văn phòng", "month", ""),
            ("Định kỳ 6 tháng gửi báo cáo", "month", other),
            ("Mỗi tuần một lần gửi báo cáo nhanh", "month", other),
            ("Báo cáo 6 tháng và năm gửi về văn phòng", "year", other),
            ("Báo cáo 6 tháng và năm gửi về văn phòng", "halfYear", ""),
            ("Báo cáo 03 tháng/lần", "month", other),
            ("Báo cáo 03 tháng/lần", "quarter", ""),
            ("Gửi báo cáo từng quý", "month", other),
            ("Báo cáo “Mỗi tuần một câu chuyện đẹp”", "month", ""),
        ] {
            let cycle = json!({"cycle": {"every": every}, "deadline": null});
            let mut one = duty(json!({"recurring": cycle}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let found = codes(&plan(json!({"duties": [one]})), "duty.otherCycle");
            assert_eq!(found, expected, "{quote} {every}");
        }
    }
}
