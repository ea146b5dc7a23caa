//! A deadline that is counted from an event or an opening in other hours than its words, or in days where they say hours.
//!
//! Why: "trong vòng 24 giờ" stored as two hours makes everybody late; stored as two days nobody hurries.
//! Example: "báo cáo trong vòng 24 giờ kể từ khi xảy ra", stored as 48 hours after.

use super::view::View;
use super::words::{OF_DAY, before_last, behind_first, dates, may_be_an_hour, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{RelativeDeadline, Schedule};
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &DEADLINE_OTHER_HOURS,
        &DEADLINE_HOURS_AS_DAYS,
        &DEADLINE_DAYS_AS_HOURS,
    ],
};

static DEADLINE_OTHER_HOURS: Lint = Lint {
    code: "deadline.otherHours",
    about: "A deadline is counted in other hours than the words of its statement.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["24"]), ("stored", &["48"])],
    says: Both {
        vi: "Câu được trích ghi trong {written} giờ, nhưng hạn trong kế hoạch là {stored} giờ.",
        en: "The words quoted say within {written} hours, but the plan's deadline is {stored} hours.",
    },
    mend: Both {
        vi: "Sửa số giờ của hạn theo văn bản.",
        en: "Correct the deadline's hours by the document.",
    },
};

static DEADLINE_HOURS_AS_DAYS: Lint = Lint {
    code: "deadline.hoursAsDays",
    about: "The words of a deadline say hours, and the plan counts days that are not as many.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["2"]), ("stored", &["1"])],
    says: Both {
        vi: "Câu được trích ghi trong {written} giờ, nhưng hạn trong kế hoạch tính theo ngày ({stored} ngày sau).",
        en: "The words quoted say within {written} hours, but the plan's deadline is counted in days ({stored} after).",
    },
    mend: Both {
        vi: "Sửa hạn cho đúng số giờ trong văn bản (24 giờ là 1 ngày).",
        en: "Correct the deadline to the hours of the document (24 hours are a day).",
    },
};

static DEADLINE_DAYS_AS_HOURS: Lint = Lint {
    code: "deadline.daysAsHours",
    about: "The words of a deadline say days, and the plan counts hours that are not as many.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["2"]), ("stored", &["2"])],
    says: Both {
        vi: "Câu được trích ghi trong {written} ngày, nhưng hạn trong kế hoạch tính theo giờ ({stored} giờ).",
        en: "The words quoted say within {written} days, but the plan's deadline is counted in hours ({stored}).",
    },
    mend: Both {
        vi: "Sửa hạn cho đúng số ngày trong văn bản (1 ngày là 24 giờ).",
        en: "Correct the deadline to the days of the document (a day is 24 hours).",
    },
};

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Days,
    /// Minutes, weeks, and hours of work, which no deadline counts.
    Other,
}

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for one in view.quoting() {
        let days = |due: RelativeDeadline| due.days_after.or(due.working_days_after);
        let (hours, due, is_opened) = match &one.stated.schedule {
            Schedule::OnDemand(rule) => (rule.hours_after, rule.deadline, true),
            Schedule::Event(event) => (None, event.deadline, false),
            Schedule::Recurring(rule) => (None, rule.deadline, false),
            Schedule::Listed(_) => continue,
        };
        // Beside a day, and of what arises, hours are those of another report.
        if !is_opened && speaks_of_another(&one.text) {
            continue;
        }
        let days = due.filter(|due| due.months_after == 0).and_then(days);
        let days = days.filter(|days| *days >= 0);
        let Some((written, unit)) = span(&clean(one.quote).to_lowercase()) else {
            continue;
        };
        let (said, stored) = match (unit, hours.map(i64::from), days.map(i64::from)) {
            (Unit::Hours, Some(hours), _) if hours != written => (&DEADLINE_OTHER_HOURS, hours),
            // Only what is opened can be due within hours that are no days.
            (Unit::Hours, None, Some(days))
                if days * 24 != written && (is_opened || written % 24 == 0) =>
            {
                (&DEADLINE_HOURS_AS_DAYS, days)
            }
            (Unit::Days, Some(hours), _) if written * 24 != hours => {
                (&DEADLINE_DAYS_AS_HOURS, hours)
            }
            _ => continue,
        };
        let said = said.with("written", written).with("stored", stored);
        let statement = one.as_stated(None);
        out.push(LintFinding::new(Severity::Warning, one.path, said).stating([statement]));
    }
}

/// Whether a text without marks has a day too, or speaks of what arises.
fn speaks_of_another(text: &str) -> bool {
    let arising = [
        "dot xuat",
        "phat sinh",
        "su co",
        "su viec",
        "vu viec",
        "xay ra",
        "yeu cau",
    ];
    let mut days = text.match_indices("ngay ");
    days.any(|(at, word)| {
        let after = text.get(at + word.len()..).unwrap_or_default();
        after.trim_start().starts_with(|c: char| c.is_ascii_digit())
    }) || !dates(text).is_empty()
        || arising.iter().any(|words| text.contains(words))
}

/// The hours or days within which a text wants something: "trong vòng 24 giờ", "02 ngày làm việc sau". None where it counts
/// more than once, for one of several spans may be another report's. The text has its marks: "ngay" is no "ngày".
fn span(text: &str) -> Option<(i64, Unit)> {
    if counts_in_words(text) {
        return None;
    }
    let mut counts = Vec::new();
    for number in numbers(text).iter().filter(|number| !number.percent) {
        let before = text.get(..number.start).unwrap_or_default();
        // Minutes, days of months and numbers of documents: "17g00", "16 giờ 30", "05/3", "12-KH".
        let is_part = before.ends_with(|c: char| c.is_alphanumeric() || "/.,:".contains(c));
        let before = before.trim_end();
        let after = unspelled(text.get(number.end..).unwrap_or_default()).trim_start();
        let Some((rest, unit)) = unit_first(after).filter(|_| !is_part) else {
            continue;
        };
        let ends = |words: &[&str]| words.iter().any(|word| before_last(before, word).is_some());
        let begins = |words: &[&str]| words.iter().any(|word| behind_first(rest, word).is_some());
        // "17 giờ ngày 05/3", "trước 16 giờ", "8 giờ sáng": an hour of a day.
        let is_of_day = unit == Unit::Hours
            && (rest.starts_with(|c: char| c.is_ascii_digit()) || ends(CLOCK) || begins(OF_DAY));
        let is_late = ends(&["nhất"])
            && begins(&["sau"])
            && may_be_an_hour(number.value, |words| behind_first(rest, words).is_some());
        if is_of_day || unit == Unit::Hours && is_late {
            continue;
        }
        // "24 đến 48 giờ", "24 - 48 giờ".
        let head = before.trim_end_matches(|c: char| c.is_alphabetic() || "-–~ ".contains(c));
        let joins = ["-", "–", "~"].iter().any(|sign| before.ends_with(sign))
            || ends(&["đến", "tới", "hoặc", "và"]);
        if joins && head.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let rest = behind_first(rest, "đồng hồ").unwrap_or(rest);
        let (rest, unit) = match behind_first(rest, "làm việc") {
            Some(_) if unit == Unit::Hours => (rest, Unit::Other),
            Some(rest) => (rest, unit),
            None => (rest, unit),
        };
        let is_within = WITHIN.iter().any(|words| before.ends_with(words));
        let is_later = LATER.iter().any(|words| rest.starts_with(words));
        counts.push((number.value, unit, is_within || is_later));
    }
    match counts[..] {
        [(value, unit, true)] if unit != Unit::Other => Some((value, unit)),
        _ => None,
    }
}

/// Words before an hour of a day.
const CLOCK: &[&str] = &["trước", "lúc", "đến", "tới", "vào", "hồi", "khoảng"];

/// Words before a span.
const WITHIN: &[&str] = &[
    "trong",
    "vòng",
    "tối đa",
    "thời hạn",
    "thời gian",
    "chậm nhất sau",
];

/// Words behind one.
const LATER: &[&str] = &["sau", "kể từ", "tính từ", "từ khi"];

/// Units with their marks.
const UNITS: &[(&str, Unit)] = &[
    ("giờ", Unit::Hours),
    ("tiếng", Unit::Hours),
    ("h", Unit::Hours),
    ("g", Unit::Hours),
    ("ngày", Unit::Days),
    ("phút", Unit::Other),
    ("tuần", Unit::Other),
    ("tháng", Unit::Other),
    ("quý", Unit::Other),
    ("buổi", Unit::Other),
];

/// The unit at the beginning of a text, and what follows it.
fn unit_first(text: &str) -> Option<(&str, Unit)> {
    let mut units = UNITS.iter();
    units.find_map(|(word, unit)| Some((behind_first(text, word)?, *unit)))
}

/// Whether a text counts hours or days in words: "hai giờ", "một ngày".
fn counts_in_words(text: &str) -> bool {
    let counts = [
        "nửa", "một", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín",
        "mười", "mươi",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|two| match two {
        [count, unit] => {
            let unit = unit.trim_end_matches(|c: char| !c.is_alphanumeric());
            counts.contains(count) && ["giờ", "tiếng", "ngày", "tuần"].contains(&unit)
        }
        _ => false,
    })
}

/// What follows a number that is said in words too: "24 (hai mươi bốn) giờ".
fn unspelled(after: &str) -> &str {
    let inside = after.trim_start().strip_prefix('(');
    inside
        .and_then(|inside| inside.split_once(')'))
        .map_or(after, |(_, rest)| rest)
}

#[cfg(test)]
mod tests;
