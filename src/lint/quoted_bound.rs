//! “Trước” stored with the day or the hour itself still in time, or “chậm nhất” with it too late.
//!
//! Why: half of the units are a day late, or are told so although they kept to the document.
//! Example: "trước 17g00 ngày 19/3/2023" stored with 17g00 still in time; "chậm nhất ngày 25 hằng tháng" stored as before
//! the 25th.

use super::quoted_deadline::{as_written, of};
use super::view::View;
use super::words::{bound_before, dates, hours};
use super::{Lint, LintFinding, PatchValue, Reading, Said, Slice, Word};
use crate::calendar::Time;
use crate::finding::Severity;
use crate::plan::{Bound, Deadline, ListedPeriod, Schedule};
use crate::schedule::listed_periods;
use crate::text::{Both, format_date, format_time};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_OTHER_BOUND],
};

static DEADLINE_OTHER_BOUND: Lint = Lint {
    code: "deadline.otherBound",
    about: "“Trước” is stored with the hour itself still in time, or “chậm nhất” with it too late.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["trước 17g00"]),
        (
            "deadline",
            &["chậm nhất 17g00 ngày 19/3/2023", "by 17:00 on 19/3/2023"],
        ),
    ],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng hạn trong kế hoạch là {deadline}.",
        en: "The words quoted say “{written}”, but the plan's deadline is {deadline}.",
    },
    mend: Both {
        vi: "Chọn đúng “trước” hay “chậm nhất” như văn bản.",
        en: "Choose before or by, as the document does.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let made = as_written(&one.text, listed_periods(view.plan, &one.stated.schedule));
        let Some((said, at, bound)) = other_bound(&one.text, &made) else {
            continue;
        };
        // What the document says elsewhere in that way is so on purpose.
        let stored = made.get(at).and_then(|listed| listed.deadline);
        let mut others = one
            .others()
            .flat_map(|(_, other)| listed_periods(view.plan, &other.schedule));
        if others.any(|other| other.deadline == stored) {
            continue;
        }
        let statement = one.as_stated(Some(Reading::Deadlines(made)));
        let mut finding =
            LintFinding::new(Severity::Warning, one.path.clone(), said).stating([statement]);
        let key = key(bound).to_owned();
        match one.stated.schedule {
            Schedule::Listed(_) => {
                finding = finding.mended(of(&one.path, at).then("bound"), PatchValue::Word(key));
            }
            Schedule::Recurring(_) => {
                let rule = one.path.then("schedule").then("recurring").then("deadline");
                finding = finding.mended(rule.then("bound"), PatchValue::Word(key));
            }
            _ => {}
        }
        out.push(finding);
    }
}

/// How a plan writes it.
const fn key(bound: Bound) -> &'static str {
    match bound {
        Bound::Before => "before",
        Bound::By => "by",
    }
}

/// How the words write it.
const fn word(bound: Bound) -> &'static str {
    match bound {
        Bound::Before => "trước ",
        Bound::By => "chậm nhất ",
    }
}

/// "Trước" or "chậm nhất" right before the hour or the day that a deadline has, where the deadline says the other.
pub(super) fn other_bound(text: &str, made: &[ListedPeriod]) -> Option<(Said, usize, Bound)> {
    let [only] = hours(text)[..] else {
        return hours(text)
            .is_empty()
            .then(|| by_the_day(text, made))
            .flatten();
    };
    let bound = bound_before(text.get(..only.start)?)?;
    let is_other = |deadline: &Deadline| {
        deadline.time.is_some_and(|time| only.means(time))
            && deadline.bound != bound
            && only.time != Time::END_OF_DAY
    };
    let (at, deadline) = first(made, is_other)?;
    let written = [word(bound), &format_time(only.time)].concat();
    let said = DEADLINE_OTHER_BOUND
        .with("written", Word::Text(written))
        .with("deadline", deadline);
    Some((said, at, bound))
}

fn first(made: &[ListedPeriod], is: impl Fn(&Deadline) -> bool) -> Option<(usize, Deadline)> {
    let mut all = made.iter().enumerate();
    all.find_map(|(at, listed)| Some((at, listed.deadline.filter(&is)?)))
}

/// "Chậm nhất ngày 19/3", "trước 10/3", "trước ngày 25 hằng tháng" without an hour.
fn by_the_day(text: &str, made: &[ListedPeriod]) -> Option<(Said, usize, Bound)> {
    let days = dates(text);
    let monthly = monthly(text);
    // Each day that is written with the bound before it, as the deadline has it.
    let bounds = |deadline: &Deadline| -> Vec<(Bound, String)> {
        let day = deadline.date;
        let dated = days.iter().filter(|written| {
            let year = written.year.is_none_or(|year| year == day.year());
            (written.day, written.month) == (day.day(), day.month()) && year
        });
        let dated = dated.map(|written| (written.start, format_date(day)));
        let monthly = monthly.iter().filter(|(_, own)| *own == day.day());
        let monthly = monthly.map(|(at, own)| (*at, [&own.to_string(), " hằng tháng"].concat()));
        let all = dated.chain(monthly);
        all.filter_map(|(at, written)| Some((bound_before(text.get(..at)?)?, written)))
            .collect()
    };
    let is_other = |deadline: &Deadline| {
        let said = bounds(deadline);
        let other = |(bound, _): &(Bound, String)| *bound != deadline.bound;
        deadline.time.is_none() && !said.is_empty() && said.iter().all(other)
    };
    let (at, deadline) = first(made, is_other)?;
    let (bound, day) = bounds(&deadline).into_iter().next()?;
    let written = [word(bound), "ngày ", &day].concat();
    let said = DEADLINE_OTHER_BOUND
        .with("written", Word::Text(written))
        .with("deadline", deadline);
    Some((said, at, bound))
}

/// The days of every month that are written, each with where it begins: "25 hằng tháng", "05 tháng sau".
fn monthly(text: &str) -> Vec<(usize, u8)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).unwrap_or_default();
        c.is_ascii_digit() && !before.ends_with(|c: char| c.is_alphanumeric() || "/.,-".contains(c))
    });
    let read = starts.filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest.get(len..)?.trim_start_matches([' ', ',']);
        let often = [
            "hang thang",
            "moi thang",
            "tung thang",
            "cua thang",
            "thang sau",
            "thang ke tiep",
            "thang tiep theo",
        ];
        let is_monthly = often.iter().any(|words| after.starts_with(words));
        let day = rest.get(..len)?.parse().ok()?;
        is_monthly.then_some((at, day))
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn of(quote: &str, schedule: Value, code: &str) -> String {
        let mut one = duty(schedule);
        one["schedules"][0]["source"]["quote"] = json!(quote);
        codes(&plan(json!({"duties": [one]})), code)
    }

    #[test]
    fn the_bound_of_the_words() {
        for (quote, time, is_by, is_other) in [
            ("trước 17g00 ngày 19/3/2023", "17:00", true, true),
            ("trước 17g00 ngày 19/3/2023", "17:00", false, false),
            ("chậm nhất 17g00 ngày 19/3/2023", "17:00", false, true),
            ("trễ nhất 17g00 ngày 19/3/2023", "17:00", false, true),
            ("chậm nhất ngày 19/3/2023", "", false, true),
            ("Chậm nhất 19/3 gửi báo cáo", "", false, true),
            ("hạn chót gửi báo cáo là ngày 19/3/2023", "", false, true),
            ("Trước 19/3 gửi báo cáo", "", true, true),
            ("báo cáo về Quận Đoàn trước ngày 19 tháng 3", "", true, true),
            ("Trước 19/3 gửi báo cáo", "", false, false),
            ("Chậm nhất 19/3 gửi báo cáo", "", true, false),
            // Another day, both words, and an hour that only the plan has.
            (
                "Đăng ký trước 01/3, gửi chậm nhất ngày 19/3",
                "",
                true,
                false,
            ),
            ("Trước ngày 19/3 (chậm nhất ngày 19/3)", "", true, false),
            ("trước ngày 19/3/2023", "17:00", true, false),
        ] {
            let mut deadline = json!({"date": "2023-03-19"});
            if !time.is_empty() {
                deadline["time"] = json!(time);
            }
            if !is_by {
                deadline["bound"] = json!("before");
            }
            let listed = json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-17"}, "deadline": deadline}]});
            let found = of(quote, listed, "deadline.otherBound");
            assert_eq!(!found.is_empty(), is_other, "{quote} {time} {is_by}");
        }
    }

    #[test]
    fn the_bound_of_a_rule() {
        for (quote, bound, is_other) in [
            ("Gửi trước ngày 25 hằng tháng", "by", true),
            ("Gửi trước ngày 25 hằng tháng", "before", false),
            ("Chậm nhất ngày 25 hằng tháng", "before", true),
            ("Chậm nhất 25 của tháng", "before", true),
            ("Trước mùng 25 hằng tháng", "by", true),
            ("Chậm nhất ngày 25 hằng tháng", "by", false),
            ("Số liệu đến ngày 25 hằng tháng", "before", false),
        ] {
            let rule = json!({"cycle": {"every": "month"}, "deadline": {"dayOfMonth": 25, "bound": bound}});
            let found = of(quote, json!({"recurring": rule}), "deadline.otherBound");
            assert_eq!(!found.is_empty(), is_other, "{quote} {bound}");
        }
    }

    #[test]
    fn the_day_is_not_called_unclear_where_it_is_stored_otherwise() {
        for (bound, expected) in [
            ("by", "warning deadline.otherBound"),
            ("before", "warning deadline.beforeDay"),
        ] {
            let deadline = json!({"date": "2023-03-19", "bound": bound});
            let listed = json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-17"}, "deadline": deadline}]});
            let quote = "Gửi trước ngày 19/3/2023";
            let both = ["deadline.otherBound", "deadline.beforeDay"];
            let found = both.map(|code| of(quote, listed.clone(), code));
            assert_eq!(found.concat(), expected, "{bound}");
        }
    }
}
