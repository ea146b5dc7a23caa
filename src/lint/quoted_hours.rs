//! A deadline that is counted from an event or an opening in other hours than its words, or in days where they say hours.
//!
//! Why: "trong vòng 24 giờ" stored as two hours makes everybody late; stored as two days nobody hurries.
//! Example: "báo cáo trong vòng 24 giờ kể từ khi xảy ra", stored as 48 hours after.

use super::view::View;
use super::words::numbers;
use super::{Lint, LintFinding, Slice};
use crate::finding::Severity;
use crate::plan::{RelativeDeadline, Schedule};
use crate::text::Both;

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
        let days = due.and_then(days).filter(|days| *days >= 0);
        // Of several spans one may be another report's.
        let [(written, unit)] = spans(&one.text)[..] else {
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

/// The hours and days within which a text wants something: "trong vong 24 gio", "02 ngay lam viec sau".
fn spans(text: &str) -> Vec<(i64, Unit)> {
    let mut found = Vec::new();
    for number in numbers(text).iter().filter(|number| !number.percent) {
        let before = text.get(..number.start).unwrap_or_default().trim_end();
        let after = text.get(number.end..).unwrap_or_default();
        let after = unspelled(after).trim_start();
        let units = [
            ("gio", Unit::Hours),
            ("tieng", Unit::Hours),
            ("ngay", Unit::Days),
        ];
        let unit = units
            .iter()
            .find_map(|(word, unit)| Some((word_first(after, word)?, *unit)));
        let Some((rest, unit)) = unit else { continue };
        // "17 giờ ngày 05/3", "16 giờ 30", "8 giờ sáng": an hour of a day.
        let is_of_day = rest.starts_with(|c: char| c.is_ascii_digit())
            || [
                "ngay", "sang", "trua", "chieu", "toi", "dem", "thu", "cung", "hang", "moi", "ruoi",
            ]
            .iter()
            .any(|word| word_first(rest, word).is_some());
        let rest = rest.strip_prefix("dong ho").unwrap_or(rest).trim_start();
        let rest = rest.strip_prefix("lam viec").unwrap_or(rest).trim_start();
        let within = ["trong", "vong", "toi da", "thoi han", "thoi gian", "cham nhat sau"];
        let later = ["sau", "ke tu", "tinh tu", "tu khi"];
        let is_span = within.iter().any(|words| before.ends_with(words))
            || later.iter().any(|words| rest.starts_with(words));
        if is_span && (unit == Unit::Days || !is_of_day) {
            found.push((number.value, unit));
        }
    }
    found
}

/// What follows a number that is said in words too: "24 (hai mươi bốn) giờ".
fn unspelled(after: &str) -> &str {
    let inside = after.trim_start().strip_prefix('(');
    inside
        .and_then(|inside| inside.split_once(')'))
        .map_or(after, |(_, rest)| rest)
}

/// What follows a word at the beginning of a text.
fn word_first<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn the_hours_of_the_words() {
        let quote = "Báo cáo nhanh trong vòng 24 giờ kể từ khi xảy ra vụ việc.";
        let other = "warning deadline.otherHours";
        let in_days = "warning deadline.hoursAsDays";
        let in_hours = "warning deadline.daysAsHours";
        for (quote, rule, expected) in [
            (quote, json!({"hoursAfter": 24}), ""),
            (quote, json!({"hoursAfter": 48}), other),
            (quote, json!({"deadline": {"daysAfter": 1}}), ""),
            (quote, json!({"deadline": {"daysAfter": 2}}), in_days),
            (quote, json!({}), ""),
            ("Gửi trong 48 giờ sau đại hội", json!({"hoursAfter": 24, "event": "Đại hội"}), other),
            ("Gửi trong 48 (bốn mươi tám) giờ", json!({"hoursAfter": 24}), other),
            ("Gửi chậm nhất 06 giờ kể từ khi có sự việc", json!({"hoursAfter": 2}), other),
            ("Gửi trong vòng 2 giờ", json!({"deadline": {"daysAfter": 0}}), in_days),
            ("Gửi trong vòng 02 ngày", json!({"hoursAfter": 48}), ""),
            ("Gửi trong vòng 02 ngày", json!({"hoursAfter": 2}), in_hours),
            ("Gửi trong vòng 02 ngày làm việc", json!({"hoursAfter": 2}), in_hours),
            // Hours of a day, and of another report.
            ("Gửi chậm nhất 17 giờ ngày hôm sau", json!({"hoursAfter": 24}), ""),
            ("Gửi trước 16 giờ 30 cùng ngày", json!({"hoursAfter": 2}), ""),
            ("Ban đầu trong 24 giờ, đầy đủ trong 07 ngày", json!({"deadline": {"daysAfter": 7}}), ""),
            ("Gửi trong giờ hành chính", json!({"hoursAfter": 24}), ""),
        ] {
            let mut one = duty(json!({"onDemand": rule}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            let found = ["otherHours", "hoursAsDays", "daysAsHours"]
                .map(|code| codes(&plan, &["deadline.", code].concat()))
                .concat();
            assert_eq!(found, expected, "{quote} {rule}");
        }
    }

    #[test]
    fn a_rule_that_no_hours_can_be_given_is_held_to_whole_days_alone() {
        for (quote, days, expected) in [
            ("trong 48 giờ sau khi hết tháng", 2, ""),
            ("trong 48 giờ sau khi hết tháng", 5, "warning deadline.hoursAsDays"),
            ("trong 02 giờ sau khi hết tháng", 0, ""),
        ] {
            let rule = json!({"cycle": {"every": "month"}, "deadline": {"daysAfter": days}});
            let mut one = duty(json!({"recurring": rule}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(codes(&plan, "deadline.hoursAsDays"), expected, "{quote} {days}");
        }
    }
}
