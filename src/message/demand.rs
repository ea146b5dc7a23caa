//! Reports that a unit opens by itself, in words.

use super::fill::fill;
use super::time::days;
use super::{clock, either};
use crate::calendar::{Date, Period, Time};
use crate::plan::{Bound, OnDemand, RelativeDeadline};
use crate::text::{Lang, format_count, format_date, small};
use std::borrow::Cow;

/// When one was opened, to the second, so that no two read alike: "08g05:12 ngày 14/6/2026".
#[cold]
#[inline(never)]
pub(super) fn opened(period: Period, lang: Lang) -> String {
    let at = period.at().unwrap_or(Time::MIDNIGHT);
    let between = either(lang, " ngày ", ", ");
    [&*clock(at, lang), between, &format_date(period.from())].concat()
}

/// When such a report is opened: "Mở khi có việc phát sinh; mỗi việc một báo cáo"; of an event "Mở sau hội nghị; mỗi lần một báo
/// cáo".
#[must_use]
pub fn opened_when_needed(rule: &OnDemand, lang: Lang) -> Cow<'static, str> {
    match &rule.event {
        Some(event) => Cow::Owned(fill(
            either(
                lang,
                "Mở sau {event}; mỗi lần một báo cáo",
                "Opened after {event}; one report each time",
            ),
            &[("event", &small(event))],
        )),
        None => Cow::Borrowed(either(
            lang,
            "Mở khi có việc phát sinh; mỗi việc một báo cáo",
            "Opened whenever there is something to report; one report each",
        )),
    }
}

/// What is asked of an event before its report is opened: "Hội nghị: ngày nào, lúc mấy giờ?".
#[must_use]
pub fn event_asked(event: &str, lang: Lang) -> String {
    let rest = either(
        lang,
        ": ngày nào, lúc mấy giờ?",
        ": on which day, at what hour?",
    );
    [event, rest].concat()
}

/// What a form on paper asks of an event: "Đại hội: ngày …… giờ ……".
#[must_use]
pub fn event_on_paper(event: &str, lang: Lang) -> String {
    let rest = either(lang, ": ngày …… giờ ……", ": day …… hour ……");
    [event, rest].concat()
}

/// That a unit does not owe the report of an event of that day.
#[must_use]
pub fn event_not_owed(lang: Lang) -> &'static str {
    either(
        lang,
        "Đơn vị không phải gửi báo cáo này cho ngày này.",
        "The unit does not owe this report for this day.",
    )
}

/// Why an event of that day has no report: it lies outside the days of the duty, or the day has not come.
#[must_use]
pub fn event_elsewhen(day: Date, within: Period, today: Date, lang: Lang) -> Option<String> {
    if !within.contains(day) {
        let sentence = either(
            lang,
            "Báo cáo này chỉ nhận ngày {days}. Hãy sửa ngày.",
            "This report takes days {days} only. Correct the day.",
        );
        return Some(fill(
            sentence,
            &[("days", &days(within.from(), within.to(), lang))],
        ));
    }
    (day > today).then(|| {
        let sentence = either(
            lang,
            "Chưa đến ngày này. Hãy sửa ngày, hoặc mở báo cáo sau khi đã diễn ra.",
            "This day has not come. Correct it, or open the report once it has been held.",
        );
        sentence.to_owned()
    })
}

/// That the hour of an event of today has not come.
#[must_use]
pub fn event_not_yet(lang: Lang) -> &'static str {
    either(
        lang,
        "Chưa đến giờ này. Hãy sửa giờ, hoặc mở báo cáo sau khi đã diễn ra.",
        "This hour has not come. Correct it, or open the report once it has been held.",
    )
}

/// What reports that a unit opens by itself are called together, where it has begun none: "Tự mở khi có phát sinh".
#[must_use]
pub fn opened_apart(lang: Lang) -> &'static str {
    either(lang, "Tự mở khi có phát sinh", "To be opened when needed")
}

/// That a unit can open no more of them: "Đã mở đủ số báo cáo".
#[must_use]
pub fn opened_enough(lang: Lang) -> &'static str {
    either(lang, "Đã mở đủ số báo cáo", "As many as can be opened")
}

/// How many of them a unit can open, and what to do where that is too few: "Mỗi đơn vị mở nhiều nhất 100 báo cáo loại này. …".
#[must_use]
pub fn most_on_demand(most: usize, lang: Lang) -> String {
    let most = format_count(i64::try_from(most).unwrap_or(i64::MAX));
    let sentence = either(
        lang,
        "Mỗi đơn vị mở nhiều nhất {most} báo cáo loại này. Nếu cần thêm, mở lại báo cáo gần nhất để bổ sung, hoặc liên hệ văn phòng.",
        "A unit opens {most} reports of this kind at most. If more is to be told, open the latest to add to it, or ask the office.",
    );
    fill(sentence, &[("most", &most)])
}

/// By when such a report is due, counted from when it is opened: "trong 24 giờ sau khi mở", "chậm nhất 1 ngày sau", "trước 17g00
/// cùng ngày"; nothing where the plan says nothing.
#[must_use]
pub fn due_on_demand(rule: &OnDemand, lang: Lang) -> Option<String> {
    match rule.hours_after {
        Some(hours) => {
            let event = rule.event.as_deref().map(small);
            let sentence = match event {
                Some(_) => either(
                    lang,
                    "trong {count} giờ sau {event}",
                    "within {count} hours of {event}",
                ),
                None => either(
                    lang,
                    "trong {count} giờ sau khi mở",
                    "within {count} hours of being opened",
                ),
            };
            let event = event.unwrap_or_default();
            Some(fill(
                sentence,
                &[("count", &hours.to_string()), ("event", &event)],
            ))
        }
        None => rule.deadline.map(|due| {
            let days = due
                .working_days_after
                .map_or(due.days_after.unwrap_or(0), |_| 1);
            let is_after = due.day_of_month.is_none() && days != 0;
            let event = rule.event.as_deref().filter(|_| is_after).map(small);
            let after = event.map_or_else(String::new, |event| [" ", &event].concat());
            due_in_days(&due, lang) + &after
        }),
    }
}

fn due_in_days(due: &RelativeDeadline, lang: Lang) -> String {
    let before = due.bound == Bound::Before;
    let mut out = String::from(match before {
        true => either(lang, "trước ", "before "),
        false => either(lang, "chậm nhất ", "by "),
    });
    if let Some(time) = due.time {
        out.push_str(&clock(time, lang));
        out.push_str(either(lang, " ", " on "));
    }
    let day = match (due.day_of_month, due.working_days_after, due.days_after) {
        (Some(day), ..) => {
            // The month in which it is opened is none: a day of it may be past.
            let month = match due.months_after {
                1 => either(
                    lang,
                    "ngày {count} tháng sau",
                    "day {count} of the next month",
                ),
                _ => either(
                    lang,
                    "ngày {count}, {months} tháng sau",
                    "day {count}, {months} months later",
                ),
            };
            let months = due.months_after.to_string();
            fill(
                month,
                &[("count", &day.get().to_string()), ("months", &months)],
            )
        }
        (None, None | Some(0), None | Some(0)) => {
            either(lang, "cùng ngày", "the same day").to_owned()
        }
        (None, Some(count), _) => fill(
            either(
                lang,
                "{count} ngày làm việc sau",
                "{count} working days after",
            ),
            &[("count", &count.to_string())],
        ),
        (None, None, count) => fill(
            either(lang, "{count} ngày sau", "{count} days after"),
            &[("count", &count.unwrap_or_default().to_string())],
        ),
    };
    out.push_str(&day);
    out
}

/// How many have come, and of how many units: "Đã nhận 5 báo cáo của 3 đơn vị".
#[must_use]
pub fn came_on_demand(reports: usize, units: usize, lang: Lang) -> String {
    let count = |number: usize| format_count(i64::try_from(number).unwrap_or(i64::MAX));
    let (reports, units) = (count(reports), count(units));
    match lang {
        Lang::Vi => ["Đã nhận ", &*reports, " báo cáo của ", &units, " đơn vị"].concat(),
        Lang::En => [&*reports, " reports received from ", &units, " units"].concat(),
    }
}

/// After what such reports are opened, before the days: "khi có phát sinh"; of an event "sau hội nghị".
#[must_use]
pub fn when_opened(rule: &OnDemand, lang: Lang) -> String {
    match &rule.event {
        Some(event) => [either(lang, "sau ", "after "), &small(event)].concat(),
        None => either(
            lang,
            "khi có phát sinh",
            "whenever there is something to report",
        )
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::due_on_demand;
    use crate::plan::OnDemand;
    use crate::read::from_str;
    use crate::text::Lang::Vi;

    #[test]
    fn by_when_what_is_opened_is_due() {
        for (rule, expected) in [
            ("{}", None),
            (
                r#"{"deadline": {"daysAfter": 0, "time": "17:00", "bound": "before"}}"#,
                Some("trước 17g00 cùng ngày"),
            ),
            (
                r#"{"deadline": {"daysAfter": 1}}"#,
                Some("chậm nhất 1 ngày sau"),
            ),
            (
                r#"{"deadline": {"workingDaysAfter": 3}}"#,
                Some("chậm nhất 3 ngày làm việc sau"),
            ),
            (
                r#"{"deadline": {"dayOfMonth": 5, "monthsAfter": 1}}"#,
                Some("chậm nhất ngày 5 tháng sau"),
            ),
            (
                r#"{"deadline": {"dayOfMonth": 5, "monthsAfter": 2}}"#,
                Some("chậm nhất ngày 5, 2 tháng sau"),
            ),
            (r#"{"hoursAfter": 24}"#, Some("trong 24 giờ sau khi mở")),
            (
                r#"{"hoursAfter": 24, "event": "Hội nghị"}"#,
                Some("trong 24 giờ sau hội nghị"),
            ),
            (
                r#"{"hoursAfter": 24, "event": "ĐH chi đoàn"}"#,
                Some("trong 24 giờ sau ĐH chi đoàn"),
            ),
            (
                r#"{"deadline": {"daysAfter": 1}, "event": "Hội nghị"}"#,
                Some("chậm nhất 1 ngày sau hội nghị"),
            ),
        ] {
            let read: OnDemand = from_str(rule).unwrap();
            assert_eq!(due_on_demand(&read, Vi).as_deref(), expected, "{rule}");
        }
    }
}
