//! Deadlines, periods and what remains of the time, in words.

use super::demand::opened;
use super::either;
use crate::calendar::{Date, Instant, Offset, Period, Time};
use crate::plan::{Bound, Deadline, Plan, Unit};
use crate::schedule::{Occasion, is_late};
use crate::text::{self, Lang};
use crate::value::clock;

/// A deadline: "trước 14g00, Chủ nhật 26/2/2023", "chậm nhất 17g00, thứ Sáu 24/2/2023",
/// "hết ngày thứ Bảy 4/3/2023", "trước ngày Chủ nhật 19/3/2023".
#[must_use]
pub fn deadline(deadline: &Deadline, lang: Lang) -> String {
    let before = deadline.bound == Bound::Before;
    let mut out = String::from(match (deadline.time.is_some(), before) {
        (true, true) => either(lang, "trước ", "before "),
        (true, false) => either(lang, "chậm nhất ", "by "),
        (false, true) => either(lang, "trước ngày ", "before "),
        (false, false) => either(lang, "hết ngày ", "by the end of "),
    });
    if let Some(time) = deadline.time {
        out.push_str(&clock(time, lang));
        out.push_str(", ");
    }
    out.push_str(&text::format_date_with_weekday(deadline.date, lang));
    out
}

/// By when an occasion is due: its deadline as published, the working day to which it moves, and where it was put off
/// the one that held before: "gia hạn đến hết ngày thứ Tư 8/3/2023, hạn cũ hết ngày thứ Bảy 4/3/2023".
#[must_use]
pub fn due(occasion: &Occasion, lang: Lang) -> Option<String> {
    let mut out = deadline(&occasion.deadline?, lang);
    if let Some(moved) = occasion.moved {
        out.push_str(either(
            lang,
            " là ngày nghỉ, dời sang ",
            ", a day off, moved to ",
        ));
        out.push_str(&text::format_date_with_weekday(moved, lang));
    }
    let Some(original) = &occasion.original else {
        return Some(out);
    };
    let until = either(lang, "gia hạn đến ", "extended to ");
    let before = either(lang, ", hạn cũ ", ", first due ");
    Some([until, &out, before, &deadline(original, lang)].concat())
}

/// Why a unit does not owe what others do: "Đã sáp nhập vào Đoàn phường Tây Thạnh", "Thành lập sau hạn gửi".
#[must_use]
pub fn released(plan: &Plan, unit: &Unit, lang: Lang) -> String {
    let into = unit.merged_into.as_ref();
    match into.and_then(|into| plan.unit(into.as_str())) {
        Some(into) => [either(lang, "Đã sáp nhập vào ", "Merged into "), &into.name].concat(),
        None => either(lang, "Thành lập sau hạn gửi", "Founded after the deadline").to_owned(),
    }
}

/// The time left before the first instant that is too late, or gone since: "còn 2 ngày 3 giờ",
/// "quá hạn 6 ngày".
#[must_use]
pub fn remaining(cutoff: Instant, now: Instant, lang: Lang) -> String {
    if is_late(Some(cutoff), now) {
        return [
            either(lang, "quá hạn ", "overdue by "),
            &gone(cutoff, now, lang),
        ]
        .concat();
    }
    let left = text::words(now.seconds_until(cutoff), lang);
    match lang {
        Lang::Vi => ["còn ", &left].concat(),
        Lang::En => [&left, " left"].concat(),
    }
}

/// How long a deadline has passed: "3 giờ 5 phút", and from a day on in whole days: "6 ngày".
pub(super) fn gone(cutoff: Instant, now: Instant, lang: Lang) -> String {
    let seconds = cutoff.seconds_until(now).abs();
    let hours = if seconds < DAY { 0 } else { seconds % DAY };
    text::words(seconds - hours, lang)
}

const DAY: i64 = 86_400;

/// A moment on a clock at `offset`: "08g30, thứ Sáu 3/3/2023".
#[must_use]
pub fn moment(instant: Instant, offset: Offset, lang: Lang) -> String {
    let (date, seconds) = instant.civil(offset);
    let minutes = seconds / 60;
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = Time::new(part(minutes / 60), part(minutes % 60)).unwrap_or(Time::MIDNIGHT);
    let date = text::format_date_with_weekday(date, lang);
    [&*clock(time, lang), ", ", &date].concat()
}

/// What a document calls itself, by its number and day: "Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023".
#[must_use]
pub fn document(kind: &str, number: Option<&str>, issued: Option<Date>, lang: Lang) -> String {
    let mut out = kind.to_owned();
    if let Some(number) = number {
        out.push_str(either(lang, " số ", " no. "));
        out.push_str(number);
    }
    if let Some(issued) = issued {
        out.push_str(either(lang, ", ngày ", ", "));
        out.push_str(&text::format_date(issued));
    }
    out
}

/// A period: "từ 26/2 đến hết 3/3/2023", "ngày 26/2/2023", "từ 25/12/2022 đến hết 3/1/2023".
#[must_use]
pub fn period(period: &Period, lang: Lang) -> String {
    if period.is_opened() {
        return opened(*period, lang);
    }
    days(period.from(), period.to(), lang)
}

/// The days from the first to the last, both inclusive, in the words of [`period`].
pub(super) fn days(from: Date, to: Date, lang: Lang) -> String {
    let last = text::format_date(to);
    if from == to {
        return [either(lang, "ngày ", ""), &last].concat();
    }
    let whole = text::format_date(from);
    let first = match whole.rsplit_once('/') {
        Some((day_and_month, _)) if from.year() == to.year() => day_and_month,
        _ => &whole,
    };
    [
        either(lang, "từ ", ""),
        first,
        either(lang, " đến hết ", " to "),
        &last,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::{deadline, document, moment, period, remaining};
    use crate::calendar::{Date, Instant, Offset, Period, Time};
    use crate::plan::{Bound, Deadline};
    use crate::text::Lang::{En, Vi};

    #[test]
    fn a_document_is_called_by_what_is_known_of_it() {
        let day = Date::parse_iso("2023-02-20").ok();
        let named = |number, day, lang| document("Kế hoạch", number, day, lang);
        let number = Some("03-KH/ĐTN");
        assert_eq!(
            named(number, day, Vi),
            "Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023"
        );
        assert_eq!(named(number, None, En), "Kế hoạch no. 03-KH/ĐTN");
        assert_eq!(named(None, None, Vi), "Kế hoạch");
    }

    #[test]
    fn deadlines_are_said_as_published() {
        for (date, time, bound, vi, en) in [
            (
                "2023-02-26",
                Some("14:00"),
                Bound::Before,
                "trước 14g00, Chủ nhật 26/2/2023",
                "before 14:00, Sunday 26/2/2023",
            ),
            (
                "2023-02-24",
                Some("17:00"),
                Bound::By,
                "chậm nhất 17g00, thứ Sáu 24/2/2023",
                "by 17:00, Friday 24/2/2023",
            ),
            (
                "2023-03-04",
                None,
                Bound::By,
                "hết ngày thứ Bảy 4/3/2023",
                "by the end of Saturday 4/3/2023",
            ),
            (
                "2023-03-19",
                None,
                Bound::Before,
                "trước ngày Chủ nhật 19/3/2023",
                "before Sunday 19/3/2023",
            ),
            (
                "2023-03-31",
                Some("24:00"),
                Bound::By,
                "chậm nhất 24g00, thứ Sáu 31/3/2023",
                "by 24:00, Friday 31/3/2023",
            ),
        ] {
            let published = Deadline {
                date: Date::parse_iso(date).unwrap(),
                time: time.map(|time| Time::parse_iso(time).unwrap()),
                bound,
            };
            assert_eq!(deadline(&published, Vi), vi);
            assert_eq!(deadline(&published, En), en);
        }
    }

    #[test]
    fn the_time_left_turns_into_the_time_late_at_the_first_instant_that_is_too_late() {
        let cutoff = Instant::parse_iso("2023-02-26T14:00:00+07:00").unwrap();
        for (before, vi, en) in [
            (
                2 * 86_400 + 3 * 3_600,
                "còn 2 ngày 3 giờ",
                "2 days 3 hours left",
            ),
            (60, "còn 1 phút", "1 minute left"),
            (-60, "quá hạn 1 phút", "overdue by 1 minute"),
            (-(6 * 86_400 + 3_600), "quá hạn 6 ngày", "overdue by 6 days"),
            (
                -(3 * 3_600 + 5 * 60),
                "quá hạn 3 giờ 5 phút",
                "overdue by 3 hours 5 minutes",
            ),
        ] {
            let now = cutoff.plus_seconds(-before);
            assert_eq!(remaining(cutoff, now, Vi), vi);
            assert_eq!(remaining(cutoff, now, En), en);
        }
        assert!(remaining(cutoff, cutoff, Vi).starts_with("quá hạn "));
    }

    #[test]
    fn a_moment_is_said_on_the_clock_of_its_plan() {
        let offset = Offset::default();
        for (instant, vi, en) in [
            (
                "2023-03-03T01:30:59Z",
                "08g30, thứ Sáu 3/3/2023",
                "08:30, Friday 3/3/2023",
            ),
            (
                "2023-03-03T17:00:00Z",
                "00g00, thứ Bảy 4/3/2023",
                "00:00, Saturday 4/3/2023",
            ),
        ] {
            let instant = Instant::parse_iso(instant).unwrap();
            assert_eq!(moment(instant, offset, Vi), vi);
            assert_eq!(moment(instant, offset, En), en);
        }
    }

    #[test]
    fn a_period_names_its_year_once() {
        for (from, to, vi, en) in [
            (
                "2023-02-26",
                "2023-03-03",
                "từ 26/2 đến hết 3/3/2023",
                "26/2 to 3/3/2023",
            ),
            ("2023-02-26", "2023-02-26", "ngày 26/2/2023", "26/2/2023"),
            (
                "2022-12-25",
                "2023-01-03",
                "từ 25/12/2022 đến hết 3/1/2023",
                "25/12/2022 to 3/1/2023",
            ),
        ] {
            let days =
                Period::new(Date::parse_iso(from).unwrap(), Date::parse_iso(to).unwrap()).unwrap();
            assert_eq!(period(&days, Vi), vi);
            assert_eq!(period(&days, En), en);
        }
    }
}
